//! The lexicon's furniture table, compiled: which lines of a page are no part of the article.

use std::ops::Range;

use aho_corasick::packed;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};
use onrecord_lexicon::{Furniture, FurnitureKind};
use rustc_hash::FxHashMap;

use crate::story_line::is_of_story;

/// Lines longer than this many bytes are an article's own, whatever words they hold.
const LONGEST: usize = 600;

/// What makes lines furniture, ready to be asked for every line of an article.
#[derive(Debug)]
pub(crate) struct FurnitureLines {
    rows: Vec<Row>,
    /// Whole lines in lower case.
    is: FxHashMap<String, usize>,
    starts: Patterns,
    contains: Patterns,
    /// Finds what `contains` does in lines of small letters, several bytes at once; none where the words are too
    /// many for that.
    sieve: Option<packed::Searcher>,
}

/// What a line is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub kind: FurnitureKind,
    /// Everything behind such a line is furniture too.
    pub to_the_end: bool,
}

/// Many words searched for at once, in any case; each belongs to a row.
#[derive(Debug)]
struct Patterns {
    search: Option<AhoCorasick>,
    rows: Vec<usize>,
}

impl FurnitureLines {
    pub(crate) fn new(table: &[Furniture]) -> Self {
        let rows = table.iter().map(|row| Row { kind: row.kind, to_the_end: row.to_the_end }).collect();
        let lines =
            table.iter().enumerate().flat_map(|(row, entry)| entry.is.iter().map(move |line| (line, row)));
        Self {
            rows,
            is: lines.map(|(line, row)| (line.to_lowercase(), row)).collect(),
            starts: Patterns::new(StartKind::Anchored, None, table, |row| &row.starts),
            // Every line is read through to its end: what reads fastest is worth being built.
            contains: Patterns::new(StartKind::Unanchored, Some(AhoCorasickKind::DFA), table, |row| {
                &row.contains
            }),
            sieve: sieve(table),
        }
    }

    /// What a line is, if it is furniture.
    pub(crate) fn row(&self, line: &str) -> Option<Row> {
        if line.len() > LONGEST {
            return None;
        }
        let starts = self.starts.find(Input::new(line).anchored(Anchored::Yes));
        let whole = || {
            let short = line.len() < 60;
            short.then(|| self.is.get(&line.trim_end_matches('.').to_lowercase()).copied()).flatten()
        };
        let row = starts.or_else(whole).or_else(|| self.contained(line))?;
        Some(self.rows[row])
    }

    /// Few lines hold such words, and each is read through for them. A story may speak of what pages offer;
    /// captions and bylines have marks that it does not.
    fn contained(&self, line: &str) -> Option<usize> {
        if let Some(sieve) = &self.sieve {
            sieve.find(line.to_ascii_lowercase())?;
        }
        let mut found = self.contains.find_all(line);
        let tells = |row: usize| self.rows[row].kind == FurnitureKind::Furniture;
        found.find(|(row, at)| !(tells(*row) && is_of_story(line, at.clone()))).map(|(row, _)| row)
    }
}

fn sieve(table: &[Furniture]) -> Option<packed::Searcher> {
    packed::Searcher::new(table.iter().flat_map(|row| &row.contains).map(|words| words.to_ascii_lowercase()))
}

impl Patterns {
    fn new(
        start: StartKind,
        kind: Option<AhoCorasickKind>,
        table: &[Furniture],
        words: fn(&Furniture) -> &Vec<String>,
    ) -> Self {
        let pairs = table
            .iter()
            .enumerate()
            .flat_map(|(row, entry)| words(entry).iter().map(move |word| (word, row)));
        let (words, rows): (Vec<&String>, Vec<usize>) = pairs.unzip();
        let search = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostFirst)
            .start_kind(start)
            .kind(kind)
            .build(words);
        // Building fails only for more patterns than memory can hold; such a table finds nothing.
        Self { search: search.ok(), rows }
    }

    fn find(&self, input: Input<'_>) -> Option<usize> {
        let found = self.search.as_ref()?.find(input)?;
        self.rows.get(found.pattern().as_usize()).copied()
    }

    /// The rows whose words a line holds, and where.
    fn find_all(&self, line: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        let found = self.search.iter().flat_map(move |search| search.find_iter(line));
        found.map(|found| (self.rows[found.pattern().as_usize()], found.range()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_lexicon::Lexicon;

    #[test]
    fn furniture_is_known_by_its_start_its_words_or_as_a_whole() {
        let lines = FurnitureLines::new(Lexicon::standard().furniture());
        assert!(lines.row("READ MORE: Dog found on beach").is_some());
        assert!(lines.row("Sign up for our daily Newsletter here").is_some());
        assert!(lines.row("Comments").is_some_and(|row| row.to_the_end));
        assert!(lines.row("The home must read more of its records.").is_none());
    }

    #[test]
    fn a_story_may_speak_of_what_pages_offer() {
        let lines = FurnitureLines::new(Lexicon::standard().furniture());
        assert!(lines.row("The school's newsletter told parents of the visit.").is_none());
        assert!(
            lines.row("“It will change our approach. Our newsletter says so,” said Ada Nwosu.").is_none()
        );
        assert!(lines.row("“It has changed our approach,” they say. Sign up to our newsletter.").is_some());
        assert!(lines.row("The school's newsletter, seen by parents (Picture: Ada Nwosu).").is_some());
    }
}
