use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::iter;

use onrecord_pages::is_json;

use crate::PipelineError;
use crate::find::Found;
use crate::input::{LIMIT, Place};
use crate::json_array::{PipedArray, first_element};

/// A byte order mark, which some systems put in front of what they pipe.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The articles on standard input: the elements of a JSON array of objects, JSON Lines where its first line is an
/// object, else one article. Of the one article no more is read than it takes to tell.
pub(crate) fn articles(from: impl Read + Send + 'static) -> Box<dyn Iterator<Item = Found> + Send> {
    let mut reader = BufReader::new(from);
    let (mut begun, line) = match begin(&mut reader) {
        Ok(begun) => begun,
        Err(cause) => return Box::new(iter::once(Err(unreadable(cause)))),
    };
    if let Some(at) = first_element(&begun) {
        let inside = usize::try_from(at).map_or_else(|_| Vec::new(), |at| begun.split_off(at));
        return Box::new(PipedArray::new(Cursor::new(inside).chain(reader)));
    }
    if is_json(&line) {
        let number = begun.iter().filter(|&&byte| byte == b'\n').count() as u64;
        return Box::new(Lines { first: Some(line), reader: Some(reader), number });
    }
    begun.extend(line);
    begun.extend(reader.buffer());
    Box::new(iter::once(Ok((Place::StandardInput { begun: begun.into() }, None))))
}

/// As much of the start as tells whether it is an array of objects; else the blanks, and the first line behind
/// them where an object may stand in it.
fn begin(reader: &mut impl BufRead) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let mut begun = blanks(reader)?;
    if reader.fill_buf()?.first() == Some(&b'{') {
        return Ok((begun, line(reader)?.unwrap_or_default()));
    }
    for mark in [b'[', b'{'] {
        if reader.fill_buf()?.first() != Some(&mark) {
            return Ok((begun, Vec::new()));
        }
        begun.push(mark);
        reader.consume(1);
        begun.extend(blanks(reader)?);
    }
    let next = reader.fill_buf()?.first().copied();
    reader.consume(next.iter().len());
    begun.extend(next);
    Ok((begun, Vec::new()))
}

fn blanks(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut blanks = Vec::new();
    loop {
        let buffer = reader.fill_buf()?;
        let is_blank = |byte: &u8| byte.is_ascii_whitespace() || MARK.contains(byte);
        let length = buffer.iter().take_while(|byte| is_blank(byte)).count();
        if length == 0 {
            return Ok(blanks);
        }
        blanks.extend(&buffer[..length]);
        reader.consume(length);
    }
}

/// One line with its end, or as much of it as tells that it is too long; `None` at the end.
fn line(reader: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let length = reader.take(LIMIT + 1).read_until(b'\n', &mut line)?;
    Ok((length > 0).then_some(line))
}

/// The lines of standard input, read one by one. Blank lines are no articles.
struct Lines<R> {
    /// The line that was read to tell.
    first: Option<Vec<u8>>,
    /// `None` once there is nothing more to read.
    reader: Option<BufReader<R>>,
    /// Of the line that was read last, from 1.
    number: u64,
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let first = self.first.take().map(Ok);
            let read = first.or_else(|| line(self.reader.as_mut()?).transpose());
            let line = match read? {
                Ok(line) => line,
                Err(cause) => {
                    self.reader = None;
                    return Some(Err(unreadable(cause)));
                }
            };
            self.number += 1;
            if !line.trim_ascii().is_empty() {
                let (number, size) = (self.number, Some(line.len() as u64));
                return Some(Ok((Place::StandardInputLine { number, line: line.into() }, size)));
            }
        }
    }
}

fn unreadable(cause: io::Error) -> PipelineError {
    PipelineError::Unreadable { path: "-".to_owned(), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in some bytes: `line NUMBER: TEXT`, or `article: START`.
    fn found(bytes: &'static [u8]) -> Vec<String> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let shown = |found: Found| match found.unwrap().0 {
            Place::StandardInputLine { number, line } => format!("line {number}: {}", text(&line).trim()),
            Place::StandardInput { begun } => format!("article: {}", text(&begun)),
            other => panic!("{other:?} is not on standard input"),
        };
        articles(bytes).map(shown).collect()
    }

    #[test]
    fn lines_of_json_are_told_by_the_first() {
        assert_eq!(
            found(b"\n \n{\"text\": \"x\"}\n\nno JSON\n{}"),
            ["line 3: {\"text\": \"x\"}", "line 5: no JSON", "line 6: {}"]
        );
        assert_eq!(found(b"\xEF\xBB\xBF{\"text\": \"x\"}\r\n"), ["line 1: {\"text\": \"x\"}"]);
    }

    #[test]
    fn each_element_of_an_array_is_an_article() {
        assert_eq!(
            found(b"\xEF\xBB\xBF\n[\n {\"text\": \"x\"},\r\n{}, 3 ]\n"),
            ["line 1: {\"text\": \"x\"}", "line 2: {}", "line 3: 3"]
        );
    }

    /// A pipe gives as much as its writer wrote.
    struct Drops(&'static [u8]);

    impl Read for Drops {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            (&mut self.0).take(1).read(to)
        }
    }

    #[test]
    fn what_comes_in_drops_is_read_the_same() {
        let count = |text: &'static str| articles(Drops(text.as_bytes())).map(Result::unwrap).count();
        assert_eq!(count(" [ { \"text\": \"[x]\" } , { } ] "), 2);
        let Some(Ok((Place::StandardInput { begun }, _))) = articles(Drops(b"[{advert}]")).next() else {
            panic!("is one article");
        };
        assert!(b"[{advert}]".starts_with(&begun), "{begun:?}");
    }

    #[test]
    fn anything_else_is_one_article_of_which_no_byte_is_lost() {
        for text in [
            "",
            "\n  \n",
            "The {home}.\n",
            "{a} was rated\ngood.\n",
            "{\n  \"text\": \"x\"\n}\n",
            "[]",
            "[Updated 3pm] A home.",
            "[ {advert} ] A home.",
            "[",
            "[{",
            "[\"x\"]",
        ] {
            assert_eq!(found(text.as_bytes()), [format!("article: {text}")]);
        }
    }
}
