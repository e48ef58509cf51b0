//! An article's text by lines, and the way from the bytes of its file to the text.

use std::ops::Range;

use onrecord_model::Source;

/// The text of one article, cut into lines.
pub(crate) struct Text<'a> {
    source: &'a Source<'a>,
    /// Bytes of the text on each line, without the line break.
    lines: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    pub(crate) fn new(source: &'a Source<'a>) -> Self {
        Self { source, lines: lines(source.text()) }
    }

    pub(crate) fn lines(&self) -> &[Range<usize>] {
        &self.lines
    }

    pub(crate) fn get(&self, range: Range<usize>) -> &'a str {
        self.source.text().get(range).unwrap_or_default()
    }

    /// Where the words that stand at these bytes of the file stand in the text; `None` where other words stand
    /// there, as the record is then of another article.
    pub(crate) fn find(&self, start: u32, end: u32, words: &str) -> Option<Range<usize>> {
        let range = self.offset(start)..self.offset(end);
        (self.source.text().get(range.clone()) == Some(words)).then_some(range)
    }

    /// The indices of the lines that a stretch of the text touches; one line for an empty stretch.
    pub(crate) fn touched(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.lines.partition_point(|line| line.end < range.start);
        let after = self.lines.partition_point(|line| line.start < range.end);
        first..after.max(first + 1).min(self.lines.len())
    }

    /// The first character of the text that stands at a byte of the file or behind it. In a file that is not
    /// UTF-8 one byte can be several bytes of the text.
    fn offset(&self, file: u32) -> usize {
        let text = self.source.text();
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.source.file_offset(u32::try_from(middle).unwrap_or(u32::MAX)) < file {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
    }
}

/// Lines end at LF, at CR LF, or at a CR alone.
fn lines(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let length = match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
            b'\r' | b'\n' => 1,
            _ => 0,
        };
        if length > 0 {
            lines.push(start..at);
            start = at + length;
        }
        at += length.max(1);
    }
    lines.push(start..bytes.len());
    lines
}

/// The first words of an article that has any, for where it needs a name: at most 90 characters.
pub(crate) fn first_words(source: &Source<'_>) -> Option<String> {
    const LONGEST: usize = 90;
    let text = source.text().trim_start_matches('\u{FEFF}').trim_start();
    let line = text.split(['\n', '\r']).next().unwrap_or_default().trim();
    let Some((cut, _)) = line.char_indices().nth(LONGEST) else {
        return Some(line.to_owned()).filter(|line| !line.is_empty());
    };
    let words = line[..cut].rfind(' ').map_or(&line[..cut], |space| &line[..space]);
    Some(format!("{}…", words.trim_end_matches([',', ';', ':', ' ', '–'])))
}

#[cfg(test)]
mod tests {
    use onrecord_model::Span;

    use super::*;

    #[test]
    fn every_word_of_a_latin_1_file_is_found_by_the_bytes_of_the_file() {
        let source = Source::decoded("café “so” bar".to_owned(), vec![(0, 0), (5, 4), (9, 6), (14, 9)]);
        let text = Text::new(&source);
        for word in ["café", "“so”", "so", "bar"] {
            let start = source.text().find(word).unwrap();
            let span = Span::new(start as u32, (start + word.len()) as u32).unwrap();
            let found = source.evidence(span, "test").unwrap();
            assert_eq!(
                text.find(found.start(), found.end(), word),
                Some(start..start + word.len()),
                "{word}"
            );
        }
    }

    #[test]
    fn a_stretch_touches_the_lines_it_has_bytes_on() {
        let source = Source::from_utf8("ab\r\n\rcd\nef");
        let text = Text::new(&source);
        assert_eq!(text.lines(), [0..2, 4..4, 5..7, 8..10]);
        for (range, lines) in [(0..2, 0..1), (0..6, 0..3), (5..9, 2..4), (2..2, 0..1), (10..10, 3..4)] {
            assert_eq!(text.touched(&range), lines, "{range:?}");
        }
    }

    #[test]
    fn first_words_are_cut_between_words() {
        assert_eq!(first_words(&Source::from_utf8("\u{FEFF}\n One two \nThree")).as_deref(), Some("One two"));
        assert_eq!(first_words(&Source::from_utf8(" \n")), None);
        let long = first_words(&Source::from_utf8("word, ".repeat(30))).unwrap();
        assert!(long.ends_with("word…") && long.chars().count() <= 90, "{long}");
    }
}
