//! Where things stand in an article, counted in words.

use std::collections::BTreeSet;
use std::ops::Range;

use onrecord_model::Source;

use crate::names::is_word;

/// Words of an article, by their number in it.
pub(crate) type Words = BTreeSet<usize>;

/// The text of an article, cut into words.
#[derive(Debug)]
pub struct ArticleText {
    source: Source<'static>,
    words: Vec<Range<usize>>,
}

impl ArticleText {
    /// A text as its file has it: byte order mark and line ends included.
    #[must_use]
    pub fn new(text: String) -> Self {
        let mut words: Vec<Range<usize>> = Vec::new();
        for (at, letter) in text.char_indices().filter(|&(_, letter)| is_word(letter)) {
            let end = at + letter.len_utf8();
            match words.last_mut() {
                Some(word) if word.end == at => word.end = end,
                _ => words.push(at..end),
            }
        }
        Self { source: Source::from_utf8(text), words }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text()
    }

    /// The words that some bytes touch.
    pub(crate) fn words(&self, bytes: Range<usize>) -> Words {
        let first = self.words.partition_point(|word| word.end <= bytes.start);
        let end = self.words.partition_point(|word| word.start < bytes.end);
        (first..end).collect()
    }

    /// The words between two offsets of a record.
    pub(crate) fn words_between(&self, start: u32, end: u32) -> Words {
        self.words(self.boundary(start)..self.boundary(end))
    }

    /// The character that holds a byte begins here.
    fn boundary(&self, offset: u32) -> usize {
        let mut at = (offset as usize).min(self.text().len());
        while !self.text().is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Every place where a piece of text stands; a line break of the piece may be another in the text.
    pub(crate) fn occurrences(&self, piece: &str) -> Vec<Range<usize>> {
        if piece.is_empty() {
            return Vec::new();
        }
        let starts = self.text().char_indices().map(|(at, _)| at);
        let exact: Vec<Range<usize>> = starts
            .clone()
            .filter(|&at| self.text()[at..].starts_with(piece))
            .map(|at| at..at + piece.len())
            .collect();
        if !exact.is_empty() || !piece.contains('\n') {
            return exact;
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        for at in starts {
            let free = found.last().is_none_or(|last| last.end <= at);
            if let Some(end) = self.end_across_lines(at, piece).filter(|_| free) {
                found.push(at..end);
            }
        }
        found
    }

    /// Where a piece that begins at `at` ends, with up to two carriage returns before each line break.
    fn end_across_lines(&self, at: usize, piece: &str) -> Option<usize> {
        let mut rest = &self.text()[at..];
        for letter in piece.chars() {
            if letter == '\n' {
                rest = rest.strip_prefix('\r').unwrap_or(rest);
                rest = rest.strip_prefix('\r').unwrap_or(rest);
            }
            rest = rest.strip_prefix(letter)?;
        }
        Some(self.text().len() - rest.len())
    }

    /// The words of some pieces, each at the place that shares most with `near`.
    pub(crate) fn nearest(&self, places: &[Vec<Words>], near: &Words) -> Words {
        let mut words = Words::new();
        for occurrences in places {
            let shared = |place: &&Words| place.intersection(near).count();
            // Of equals, the first.
            words.extend(occurrences.iter().rev().max_by_key(shared).into_iter().flatten());
        }
        words
    }

    /// The words of each place where a piece stands.
    pub(crate) fn places(&self, piece: &str) -> Vec<Words> {
        self.occurrences(piece).into_iter().map(|place| self.words(place)).collect()
    }

    /// The 1-based line of a byte.
    pub(crate) fn line(&self, at: usize) -> u32 {
        self.source.line(u32::try_from(at).unwrap_or(u32::MAX))
    }

    /// The sentence that holds a byte, never more than its line.
    pub(crate) fn sentence(&self, at: usize) -> &str {
        let text = self.text();
        let is_break = |c: char| matches!(c, '\n' | '\r');
        let start = text[..at].rfind(is_break).map_or(0, |before| before + 1);
        let end = text[at..].find(is_break).map_or(text.len(), |after| at + after);
        let mut sentence = start;
        for (stop, _) in text[start..end].match_indices(['.', '!', '?']).map(|(i, mark)| (start + i, mark)) {
            let after = text[stop + 1..end].trim_start_matches(['.', '!', '?', '”', '’', '"', '\'', ')']);
            let next = end - after.trim_start().len();
            // A stop inside a figure or an abbreviation has no space or no capital behind it.
            let ends =
                after.starts_with(char::is_whitespace) && !text[next..end].starts_with(char::is_lowercase);
            if ends && next <= at {
                sentence = next;
            } else if ends {
                return text[sentence..end - after.len()].trim();
            }
        }
        text[sentence..end].trim()
    }
}

/// The part of two sets of words that both have.
pub(crate) fn overlap(one: &Words, other: &Words) -> f64 {
    let all = one.union(other).count();
    if all == 0 { 0.0 } else { one.intersection(other).count() as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> ArticleText {
        ArticleText::new(text.to_owned())
    }

    #[test]
    fn words_are_letters_and_digits() {
        let article = text("\u{FEFF}It’s a “café”, No 5.");
        assert_eq!(article.words.len(), 6);
        assert_eq!(article.words_between(0, 4), Words::from([0]));
        let all = u32::try_from(article.text().len()).unwrap();
        assert_eq!(article.words_between(0, all + 9).len(), 6);
        assert!(article.words(5..5).is_empty());
    }

    #[test]
    fn a_piece_is_found_wherever_it_stands() {
        let article = text("aaa b\r\nc");
        assert_eq!(article.occurrences("aa"), [0..2, 1..3]);
        assert_eq!(article.occurrences("b\nc").first(), Some(&(4..8)));
        assert!(article.occurrences("").is_empty() && article.occurrences("b c").is_empty());
    }

    #[test]
    fn the_nearest_place_counts() {
        let article = text("good care, good food");
        let near = Words::from([2, 3]);
        assert_eq!(article.nearest(&[article.places("good")], &near), Words::from([2]));
        assert_eq!(article.nearest(&[article.places("good")], &Words::new()), Words::from([0]));
        assert!((overlap(&near, &Words::from([3, 4])) - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_sentence_ends_at_its_stop_or_its_line() {
        let article = text("Headline\nIt cost 2.5 m. “We agree.” No. 5 is St. nothing else\nEnd");
        assert_eq!(article.sentence(0), "Headline");
        assert_eq!(article.sentence(12), "It cost 2.5 m.");
        assert_eq!(article.sentence(article.text().find("agree").unwrap()), "“We agree.”");
        assert_eq!(article.line(article.text().len()), 3);
    }
}
