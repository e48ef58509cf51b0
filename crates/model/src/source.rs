use std::borrow::Cow;

use crate::{Evidence, Span};

/// The text of one article with the way back to the bytes of its file.
///
/// Spans given to its methods count bytes of [`Source::text`]. [`Evidence`] counts bytes of the file, which
/// is the same for a UTF-8 file (a byte order mark and carriage returns are part of the text) and differs
/// for a file in another encoding. The text is borrowed where the file's own bytes are UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source<'a> {
    text: Cow<'a, str>,
    /// Byte offset in `text` of each line's first byte.
    lines: Vec<u32>,
    /// Where the text runs ahead of the file: `(text offset, file offset)`, ascending; empty for UTF-8.
    shifts: Vec<(u32, u32)>,
}

impl<'a> Source<'a> {
    /// A text whose file holds the same bytes. Only the first 4 GiB are kept.
    #[must_use]
    pub fn from_utf8(text: impl Into<Cow<'a, str>>) -> Self {
        Self::decoded(text.into(), Vec::new())
    }

    /// A text decoded from other bytes: at each `(text offset, file offset)` of `shifts`, ascending, the
    /// text and the file stand at these places, and between two of them they run in step.
    #[must_use]
    pub fn decoded(text: impl Into<Cow<'a, str>>, shifts: Vec<(u32, u32)>) -> Self {
        let text = first_4_gib(text.into());
        let lines = line_starts(&text);
        Self { text, lines, shifts }
    }

    /// The same with a text of its own.
    #[must_use]
    pub fn into_owned(self) -> Source<'static> {
        Source { text: Cow::Owned(self.text.into_owned()), lines: self.lines, shifts: self.shifts }
    }

    /// The whole text.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Number of lines; an empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Every line with the byte of the text at which it starts, its end included.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let starts = self.lines.iter().map(|&start| start as usize);
        let ends = starts.clone().skip(1).chain([self.text.len()]);
        starts.zip(ends).map(|(start, end)| (start, &self.text[start..end]))
    }

    /// The 1-based line on which a byte of the text stands.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        let before = self.lines.partition_point(|&start| start <= offset);
        u32::try_from(before.max(1)).unwrap_or(u32::MAX)
    }

    /// The words a span holds; `None` where it ends outside the text or cuts a character.
    #[must_use]
    #[inline]
    pub fn get(&self, span: Span) -> Option<&str> {
        self.text.get(span.start() as usize..span.end() as usize)
    }

    /// The byte of the file at which a byte of the text stands.
    #[must_use]
    pub fn file_offset(&self, offset: u32) -> u32 {
        match self.shifts.partition_point(|&(text, _)| text <= offset) {
            0 => offset,
            n => {
                let (text, file) = self.shifts[n - 1];
                file + (offset - text)
            }
        }
    }

    /// The byte of the text at which a byte of the file stands: the way back from [`Source::file_offset`].
    #[must_use]
    pub fn text_offset(&self, offset: u32) -> u32 {
        match self.shifts.partition_point(|&(_, file)| file <= offset) {
            0 => offset,
            n => {
                let (text, file) = self.shifts[n - 1];
                text + (offset - file)
            }
        }
    }

    /// Evidence for a span; `None` where the text does not hold that span. `rule` is the name of the rule
    /// that found it: words of the program cost no memory of their own.
    #[must_use]
    pub fn evidence(&self, span: Span, rule: impl Into<Cow<'static, str>>) -> Option<Evidence> {
        let text = self.get(span)?;
        let file = Span::new(self.file_offset(span.start()), self.file_offset(span.end())).ok()?;
        Some(Evidence::found(file, self.line(span.start()), text, rule))
    }
}

/// Offsets are 32 bits wide.
fn first_4_gib(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[..end]),
        Cow::Owned(mut text) => {
            text.truncate(end);
            Cow::Owned(text)
        }
    }
}

/// Lines end at LF, at CR LF, or at a CR alone.
fn line_starts(text: &str) -> Vec<u32> {
    let mut starts = vec![0];
    let bytes = text.as_bytes();
    if memchr::memchr(b'\r', bytes).is_none() {
        starts.extend(memchr::memchr_iter(b'\n', bytes).map(|i| u32::try_from(i + 1).unwrap_or(u32::MAX)));
        return starts;
    }
    for (i, &byte) in bytes.iter().enumerate() {
        let ends = byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
        if ends {
            starts.push(u32::try_from(i + 1).unwrap_or(u32::MAX));
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_lf_crlf_and_cr() {
        let source = Source::from_utf8("a\nb\r\nc\rd");
        let lines: Vec<u32> = [0, 2, 5, 7].iter().map(|&at| source.line(at)).collect();
        assert_eq!(lines, [1, 2, 3, 4]);
        assert_eq!(source.line_count(), 4);
    }

    #[test]
    fn evidence_of_a_latin_1_file_counts_its_own_bytes() {
        // "café bar" in Latin-1 is 8 bytes; as UTF-8 the é takes two.
        let source = Source::decoded("café bar".to_owned(), vec![(0, 0), (5, 4)]);
        let evidence = source.evidence(Span::new(6, 9).unwrap(), "test").unwrap();
        assert_eq!((evidence.start(), evidence.end(), evidence.text()), (5, 8, "bar"));
        assert_eq!([5, 8].map(|offset| source.text_offset(offset)), [6, 9]);
    }

    #[test]
    fn no_evidence_outside_the_text_or_within_a_character() {
        let source = Source::from_utf8("é");
        assert_eq!(source.evidence(Span::new(0, 9).unwrap(), "test"), None);
        assert_eq!(source.evidence(Span::new(1, 2).unwrap(), "test"), None);
    }
}
