//! Mappings and sequences in block style, written as the record is walked.
//!
//! No tree of the record is built first: of a long article it would take many times the article's memory.
//! `serde_yaml` gives no say in how a scalar is quoted, so the layout is written here: it is small.

use std::io;

use serde::ser::{self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct};

use crate::YamlError;
use crate::scalar;

/// Spaces for each level of nesting.
const STEP: usize = 2;

/// Bytes that are held back and written together.
const HELD: usize = 1 << 13;

/// A whole document, ending in a line break.
pub(crate) fn document(value: &impl Serialize, out: &mut dyn io::Write) -> Result<(), YamlError> {
    let mut page = Page { out, held: String::new() };
    value.serialize(Node { page: &mut page, place: Place::Top, indent: 0 })?;
    page.flush()
}

/// The output, and what of it is held back.
struct Page<'w> {
    out: &'w mut dyn io::Write,
    held: String,
}

impl Page<'_> {
    fn pad(&mut self, indent: usize) {
        self.held.extend(std::iter::repeat_n(' ', indent));
    }

    fn end_line(&mut self) -> Result<(), YamlError> {
        self.held.push('\n');
        if self.held.len() < HELD { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> Result<(), YamlError> {
        self.out.write_all(self.held.as_bytes()).map_err(YamlError::Write)?;
        self.held.clear();
        Ok(())
    }
}

/// What stands in front of a node on its line.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Nothing: it is the document.
    Top,
    /// `key:`
    Field,
    /// `- `
    Item,
}

/// Where the next value goes; what it holds is indented by `indent`.
struct Node<'p, 'w> {
    page: &'p mut Page<'w>,
    place: Place,
    indent: usize,
}

impl<'p, 'w> Node<'p, 'w> {
    /// What holds nothing further. The lines of a literal string are indented.
    fn leaf(self, push: impl FnOnce(&mut String, usize)) -> Result<(), YamlError> {
        let deeper = if self.place == Place::Field { STEP } else { 0 };
        if self.place == Place::Field {
            self.page.held.push(' ');
        }
        push(&mut self.page.held, (self.indent + deeper).max(STEP));
        self.page.end_line()
    }

    fn plain(self, text: &str) -> Result<(), YamlError> {
        self.leaf(|out, _| out.push_str(text))
    }

    /// A mapping or sequence, whose entries stand `deeper` than the key that they belong to.
    fn block(self, deeper: usize, empty: &'static str) -> Block<'p, 'w> {
        let indent = if self.place == Place::Field { self.indent + deeper } else { self.indent };
        Block { indent, entries: 0, empty, node: self }
    }
}

/// A mapping or sequence under way.
struct Block<'p, 'w> {
    node: Node<'p, 'w>,
    indent: usize,
    entries: usize,
    /// How it is written where it has no entries.
    empty: &'static str,
}

impl<'w> Block<'_, 'w> {
    /// The start of an entry's line; the first one goes on behind `- `.
    fn entry(&mut self) -> Result<(), YamlError> {
        let Node { page, place, .. } = &mut self.node;
        if self.entries == 0 && *place == Place::Field {
            page.end_line()?;
        }
        if self.entries > 0 || *place == Place::Field {
            page.pad(self.indent);
        }
        self.entries += 1;
        Ok(())
    }

    fn node(&mut self, place: Place, indent: usize) -> Node<'_, 'w> {
        Node { page: &mut *self.node.page, place, indent }
    }

    fn key(&mut self, key: &str) -> Result<(), YamlError> {
        self.entry()?;
        scalar::push_line(&mut self.node.page.held, key);
        self.node.page.held.push(':');
        Ok(())
    }

    fn finish(self) -> Result<(), YamlError> {
        if self.entries > 0 { Ok(()) } else { self.node.plain(self.empty) }
    }
}

impl SerializeSeq for Block<'_, '_> {
    type Ok = ();
    type Error = YamlError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), YamlError> {
        self.entry()?;
        self.node.page.held.push_str("- ");
        let indent = self.indent + STEP;
        item.serialize(self.node(Place::Item, indent))
    }

    fn end(self) -> Result<(), YamlError> {
        self.finish()
    }
}

impl SerializeMap for Block<'_, '_> {
    type Ok = ();
    type Error = YamlError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), YamlError> {
        let key = serde_yaml::to_value(key).map_err(ser::Error::custom)?;
        self.key(key.as_str().ok_or(YamlError::Shape("a key that is not a string"))?)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), YamlError> {
        let indent = self.indent;
        value.serialize(self.node(Place::Field, indent))
    }

    fn end(self) -> Result<(), YamlError> {
        self.finish()
    }
}

impl SerializeStruct for Block<'_, '_> {
    type Ok = ();
    type Error = YamlError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), YamlError> {
        self.key(key)?;
        self.serialize_value(value)
    }

    fn end(self) -> Result<(), YamlError> {
        self.finish()
    }
}

/// Scalars that are written as Rust prints them.
macro_rules! printed {
    ($($method:ident: $type:ty,)*) => {
        $(fn $method(self, value: $type) -> Result<(), YamlError> {
            self.plain(&value.to_string())
        })*
    };
}

/// What no record holds.
macro_rules! refused {
    ($($method:ident($($argument:ty),*) -> $made:ident: $shape:literal,)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<Self::$made, YamlError> {
            Err(YamlError::Shape($shape))
        })*
    };
}

impl<'p, 'w> ser::Serializer for Node<'p, 'w> {
    type Ok = ();
    type Error = YamlError;
    type SerializeSeq = Block<'p, 'w>;
    type SerializeMap = Block<'p, 'w>;
    type SerializeStruct = Block<'p, 'w>;
    type SerializeTuple = Impossible<(), YamlError>;
    type SerializeTupleStruct = Impossible<(), YamlError>;
    type SerializeTupleVariant = Impossible<(), YamlError>;
    type SerializeStructVariant = Impossible<(), YamlError>;

    printed! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
    }

    fn serialize_str(self, text: &str) -> Result<(), YamlError> {
        self.leaf(|out, indent| scalar::push(out, text, indent))
    }

    fn serialize_char(self, c: char) -> Result<(), YamlError> {
        self.serialize_str(c.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit(self) -> Result<(), YamlError> {
        self.plain("null")
    }

    fn serialize_none(self) -> Result<(), YamlError> {
        self.plain("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), YamlError> {
        value.serialize(self)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), YamlError> {
        self.plain("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), YamlError> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), YamlError> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Block<'p, 'w>, YamlError> {
        Ok(self.block(0, "[]"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Block<'p, 'w>, YamlError> {
        Ok(self.block(STEP, "{}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Block<'p, 'w>, YamlError> {
        Ok(self.block(STEP, "{}"))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), YamlError> {
        Err(YamlError::Shape("a value with a tag"))
    }

    refused! {
        serialize_f32(f32) -> Ok: "a fraction",
        serialize_f64(f64) -> Ok: "a fraction",
        serialize_bytes(&[u8]) -> Ok: "bytes",
        serialize_tuple(usize) -> SerializeTuple: "a tuple",
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct: "a tuple",
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant: "a value with a tag",
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant: "a value with a tag",
    }
}
