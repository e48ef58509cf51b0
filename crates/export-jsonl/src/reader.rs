use std::io;

use onrecord_model::Coverage;

use crate::JsonlError;

/// The coverages of a JSON Lines file, in order; holds one line at a time.
#[derive(Debug)]
pub struct Reader<R> {
    lines: R,
    line: u64,
    text: String,
}

impl<R: io::BufRead> Reader<R> {
    pub(crate) fn new(lines: R) -> Self {
        Self { lines, line: 0, text: String::new() }
    }

    /// False at the end.
    fn advance(&mut self) -> Result<bool, JsonlError> {
        self.text.clear();
        self.line += 1;
        let read = self.lines.read_line(&mut self.text);
        read.map(|bytes| bytes > 0).map_err(|source| JsonlError::Unreadable { line: self.line, source })
    }
}

impl<R: io::BufRead> Iterator for Reader<R> {
    type Item = Result<Coverage, JsonlError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.advance() {
                Ok(true) if self.text.trim().is_empty() => {}
                Ok(true) => break,
                Ok(false) => return None,
                Err(error) => return Some(Err(error)),
            }
        }
        let coverage = serde_json::from_str(&self.text);
        Some(coverage.map_err(|source| JsonlError::NotACoverage { line: self.line, source }))
    }
}
