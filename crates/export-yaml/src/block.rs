//! Mappings and sequences in block style.
//!
//! `serde_yaml` gives no say in how a scalar is quoted, so the layout is written here: it is small.

use serde_yaml::{Mapping, Value};

use crate::YamlError;
use crate::scalar;

/// Spaces for each level of nesting.
const STEP: usize = 2;

/// A whole document, ending in a line break.
pub(crate) fn document(value: &Value) -> Result<String, YamlError> {
    let mut out = String::new();
    node(&mut out, value, 0)?;
    Ok(out)
}

/// Writes a node whose first line has already been indented by `indent`.
fn node(out: &mut String, value: &Value, indent: usize) -> Result<(), YamlError> {
    match value {
        Value::Mapping(entries) if !entries.is_empty() => mapping(out, entries, indent),
        Value::Sequence(items) if !items.is_empty() => sequence(out, items, indent),
        _ => leaf(out, value, indent),
    }
}

fn mapping(out: &mut String, entries: &Mapping, indent: usize) -> Result<(), YamlError> {
    for (i, (key, value)) in entries.iter().enumerate() {
        if i > 0 {
            pad(out, indent);
        }
        let Value::String(key) = key else { return Err(YamlError::Shape("a key that is not a string")) };
        scalar::push_line(out, key);
        out.push(':');
        field(out, value, indent)?;
    }
    Ok(())
}

/// What follows `key:`. The items of a sequence stand under the first letter of its key.
fn field(out: &mut String, value: &Value, indent: usize) -> Result<(), YamlError> {
    let below = match value {
        Value::Mapping(entries) if !entries.is_empty() => indent + STEP,
        Value::Sequence(items) if !items.is_empty() => indent,
        _ => {
            out.push(' ');
            return leaf(out, value, indent + STEP);
        }
    };
    out.push('\n');
    pad(out, below);
    node(out, value, below)
}

fn sequence(out: &mut String, items: &[Value], indent: usize) -> Result<(), YamlError> {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            pad(out, indent);
        }
        out.push_str("- ");
        node(out, item, indent + STEP)?;
    }
    Ok(())
}

/// What holds nothing further; the lines of a literal string are indented by `indent`.
fn leaf(out: &mut String, value: &Value, indent: usize) -> Result<(), YamlError> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::String(text) => scalar::push(out, text, indent.max(STEP)),
        Value::Sequence(_) => out.push_str("[]"),
        Value::Mapping(_) => out.push_str("{}"),
        Value::Tagged(_) => return Err(YamlError::Shape("a value with a tag")),
    }
    out.push('\n');
    Ok(())
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}
