use std::io::{self, BufRead, BufReader, Read};
use std::iter;

use onrecord_pages::is_json;

use crate::PipelineError;
use crate::find::Found;
use crate::input::{LIMIT, Place};

/// A byte order mark, which some systems put in front of what they pipe.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The articles on standard input: JSON Lines where its first line is an object, else one article. Of the one
/// article no more is read than it takes to tell.
pub(crate) fn articles(from: impl Read + Send + 'static) -> Box<dyn Iterator<Item = Found> + Send> {
    let mut reader = BufReader::new(from);
    let (mut begun, line) = match begin(&mut reader) {
        Ok(begun) => begun,
        Err(cause) => return Box::new(iter::once(Err(unreadable(cause)))),
    };
    if is_json(&line) {
        let number = begun.iter().filter(|&&byte| byte == b'\n').count() as u64;
        return Box::new(Lines { first: Some(line), reader: Some(reader), number });
    }
    begun.extend(line);
    begun.extend(reader.buffer());
    Box::new(iter::once(Ok((Place::StandardInput { begun: begun.into() }, None))))
}

/// The blanks at the start, and the first line behind them where an object may stand in it.
fn begin(reader: &mut impl BufRead) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let blanks = blanks(reader)?;
    let is_object = reader.fill_buf()?.first() == Some(&b'{');
    let line = if is_object { line(reader)? } else { None };
    Ok((blanks, line.unwrap_or_default()))
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
    fn anything_else_is_one_article_of_which_no_byte_is_lost() {
        for text in
            ["", "\n  \n", "The {home}.\n", "{a} was rated\ngood.\n", "{\n  \"text\": \"x\"\n}\n", "[{}]"]
        {
            assert_eq!(found(text.as_bytes()), [format!("article: {text}")]);
        }
    }
}
