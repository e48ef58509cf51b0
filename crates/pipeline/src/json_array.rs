use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::PipelineError;
use crate::find::Found;
use crate::input::{LIMIT, Place, shown};

/// How far into a file its first object has to begin.
const HEAD: u64 = 4096;

/// Finds the elements of a JSON array that is a file, without holding one of them.
pub(crate) struct JsonArray {
    file: PathBuf,
    elements: Elements<BufReader<File>>,
    number: u64,
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
        let elements = Elements { reader: Some(BufReader::new(file)), at, closed: false };
        Some(Self { file: path.to_owned(), elements, number: 0 })
    }
}

impl Iterator for JsonArray {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let (start, end) = match self.elements.next(|_| {}) {
            Ok(element) => element?,
            Err(problem) => return Some(Err(problem.of(shown(&self.file)))),
        };
        self.number += 1;
        let (number, length) = (self.number, end - start);
        Some(Ok((Place::Line { file: self.file.clone(), number, start, length }, Some(length))))
    }
}

/// Reads the elements of a JSON array on standard input, holding one of them.
pub(crate) struct PipedArray<R> {
    elements: Elements<R>,
    number: u64,
}

impl<R: BufRead> PipedArray<R> {
    /// From behind the bracket that opens the array.
    pub(crate) fn new(reader: R) -> Self {
        Self { elements: Elements { reader: Some(reader), at: 0, closed: false }, number: 0 }
    }
}

impl<R: BufRead> Iterator for PipedArray<R> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let mut element = Vec::new();
        // One byte more than the limit is enough to tell that it is too large.
        let hold = |byte| {
            if element.len() as u64 <= LIMIT {
                element.push(byte)
            }
        };
        if let Err(problem) = self.elements.next(hold).transpose()? {
            return Some(Err(problem.of("-".to_owned())));
        }
        self.number += 1;
        let (number, size) = (self.number, Some(element.len() as u64));
        Some(Ok((Place::StandardInputLine { number, line: element.into() }, size)))
    }
}

/// Where the elements of an array of objects begin. `[{` may also begin a text; `[{"` or `[{}` does not.
pub(crate) fn first_element(head: &[u8]) -> Option<u64> {
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let rest = start.strip_prefix(b"[")?;
    let inside = rest.trim_ascii_start().strip_prefix(b"{")?.trim_ascii_start();
    matches!(inside.first(), Some(b'"' | b'}')).then_some((head.len() - rest.len()) as u64)
}

/// The elements of an array, told apart byte by byte.
struct Elements<R> {
    /// `None` once there is nothing more to read.
    reader: Option<R>,
    /// The byte to read next.
    at: u64,
    /// Whether the array was closed.
    closed: bool,
}

/// Why there is no next element.
enum Problem {
    Unreadable(io::Error),
    CutOff,
}

impl Problem {
    fn of(self, path: String) -> PipelineError {
        match self {
            Self::Unreadable(cause) => PipelineError::Unreadable { path, cause },
            Self::CutOff => PipelineError::CutOff { path },
        }
    }
}

impl<R: BufRead> Elements<R> {
    /// The first byte of the next element and the one behind its last. Each of its bytes is handed over.
    fn next(&mut self, mut take: impl FnMut(u8)) -> Result<Option<(u64, u64)>, Problem> {
        let Some(reader) = &mut self.reader else { return Ok(None) };
        let (mut start, mut inside) = (None, Inside::default());
        for byte in reader.bytes() {
            let byte = match byte {
                Ok(byte) => byte,
                Err(cause) => {
                    self.reader = None;
                    return Err(Problem::Unreadable(cause));
                }
            };
            let at = self.at;
            self.at += 1;
            let ends = inside.is_end(byte);
            self.closed |= ends && byte == b']';
            match start {
                Some(start) if ends => return Ok(Some((start, at))),
                None if ends || byte.is_ascii_whitespace() => continue,
                _ => start = start.or(Some(at)),
            }
            inside.pass(byte);
            take(byte);
        }
        self.reader = None;
        match start {
            // Its own problem is said of an element that is cut off.
            Some(start) => Ok(Some((start, self.at))),
            None if self.closed => Ok(None),
            None => Err(Problem::CutOff),
        }
    }
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
    fn an_array_that_does_not_end_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.json");
        for (text, expected) in [("[{}, {}", 0), ("[{},\n", 1), ("[{} , {}]\n", 0), ("[{}]", 0)] {
            fs::write(&file, text).unwrap();
            let problems: Vec<String> =
                JsonArray::open(&file).unwrap().filter_map(|found| Some(found.err()?.to_string())).collect();
            assert_eq!(problems.len(), expected, "{text}: {problems:?}");
            assert!(
                problems.iter().all(|problem| problem.contains("x.json: ") && problem.contains("cut off"))
            );
        }
    }

    #[test]
    fn what_is_no_array_of_objects_is_left() {
        for text in ["", "[]", "[Picture] A home.", "{\"a\": [{}]}", "[1, {}]", "[{{advert}}] A home.", "[{"]
        {
            assert_eq!(elements(text), None, "{text}");
        }
    }
}
