use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::PipelineError;
use crate::find::Found;
use crate::input::{Place, shown};

/// How far into a file its first object has to begin.
const HEAD: u64 = 4096;

/// Finds the elements of a JSON array that is a file, without holding one of them.
pub(crate) struct JsonArray {
    file: PathBuf,
    /// `None` once there is nothing more to read.
    reader: Option<BufReader<File>>,
    number: u64,
    /// The byte to read next.
    at: u64,
}

impl JsonArray {
    /// `None` where the file does not begin as an array of objects, or cannot be read.
    pub(crate) fn open(path: &Path) -> Option<Self> {
        // Asked before opening: to open a pipe is to wait for its other end.
        let mut file = fs::metadata(path).ok()?.is_file().then(|| File::open(path).ok())??;
        let mut head = Vec::new();
        file.by_ref().take(HEAD).read_to_end(&mut head).ok()?;
        let at = first_element(&head)?;
        file.seek(SeekFrom::Start(at)).ok()?;
        Some(Self { file: path.to_owned(), reader: Some(BufReader::new(file)), number: 0, at })
    }

    /// The first byte of the next element and the one behind its last.
    fn element(&mut self) -> io::Result<Option<(u64, u64)>> {
        let Some(reader) = &mut self.reader else { return Ok(None) };
        let (mut start, mut inside) = (None, Inside::default());
        for byte in reader.bytes() {
            let byte = byte?;
            let at = self.at;
            self.at += 1;
            match start {
                Some(start) if inside.is_end(byte) => return Ok(Some((start, at))),
                None if byte.is_ascii_whitespace() || matches!(byte, b',' | b']') => continue,
                _ => start = start.or(Some(at)),
            }
            inside.pass(byte);
        }
        // One that is cut off is still reported.
        Ok(start.map(|start| (start, self.at)))
    }
}

/// Where the elements of an array of objects begin.
fn first_element(head: &[u8]) -> Option<u64> {
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let rest = start.strip_prefix(b"[")?;
    rest.trim_ascii_start().starts_with(b"{").then_some((head.len() - rest.len()) as u64)
}

/// What of an element is open at some byte.
#[derive(Default)]
struct Inside {
    depth: u64,
    string: bool,
    escape: bool,
}

impl Inside {
    fn is_end(&self, byte: u8) -> bool {
        self.depth == 0 && !self.string && matches!(byte, b',' | b']')
    }

    fn pass(&mut self, byte: u8) {
        match byte {
            _ if self.escape => self.escape = false,
            b'\\' if self.string => self.escape = true,
            b'"' => self.string = !self.string,
            _ if self.string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

impl Iterator for JsonArray {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        match self.element() {
            Ok(element) => {
                let (start, end) = element?;
                self.number += 1;
                let (number, length) = (self.number, end - start);
                Some(Ok((Place::Line { file: self.file.clone(), number, start, length }, Some(length))))
            }
            Err(cause) => {
                self.reader = None;
                Some(Err(PipelineError::Unreadable { path: shown(&self.file), cause }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(text: &str) -> Option<Vec<String>> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.json");
        fs::write(&file, text).unwrap();
        let part = |found: Found| match found.unwrap().0 {
            Place::Line { number, start, length, .. } => {
                let part = &text[usize::try_from(start).unwrap()..][..usize::try_from(length).unwrap()];
                format!("{number}: {}", part.trim())
            }
            other => panic!("{other:?} is no element"),
        };
        Some(JsonArray::open(&file)?.map(part).collect())
    }

    #[test]
    fn each_element_is_found() {
        assert_eq!(
            elements("\u{feff}[\n{\"a\": [1, {}], \"b\": \"]},\\\" {\"},\n {},3\n]\n").unwrap(),
            ["1: {\"a\": [1, {}], \"b\": \"]},\\\" {\"}", "2: {}", "3: 3"]
        );
        assert_eq!(elements("[{\"a\": 1}, {\"a\":").unwrap(), ["1: {\"a\": 1}", "2: {\"a\":"]);
    }

    #[test]
    fn what_is_no_array_of_objects_is_left() {
        for text in ["", "[]", "[Picture] A home.", "{\"a\": [{}]}", "[1, {}]"] {
            assert_eq!(elements(text), None, "{text}");
        }
    }
}
