//! What the rows of the phrase book are good for: which of them read something, which fail their examples,
//! which stand in each other's way.

use std::collections::BTreeMap;

use onrecord_lexicon::{Lexicon, Phrase, Piece, Yield};
use onrecord_model::{Article, Coverage, Evidence};
use onrecord_parser::Parser;

/// An example that comes out wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadExample {
    /// The row should read it; these rows do.
    NotRead { sentence: String, by: Vec<String> },
    /// The row should not read it.
    NotSkipped { sentence: String },
    /// The row says that it is no rating; these rows read one.
    Rated { sentence: String, by: Vec<String> },
}

/// Why a row is not needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needless {
    /// No article and no example of its own is read otherwise without it.
    Unused,
    /// It would read something, but these rows always do first.
    TakenBy(Vec<String>),
    /// An earlier row has the same template.
    SameAs(String),
}

/// A row with what was found out about it.
#[derive(Debug)]
pub struct PhraseUse<'a> {
    pub phrase: &'a Phrase,
    /// Facts that it reads in the articles.
    pub facts: usize,
    pub bad_examples: Vec<BadExample>,
    pub needless: Option<Needless>,
}

/// Every row of a lexicon's phrase book, tried on articles and on its own examples.
pub fn phrase_uses<'a>(lexicon: &'a Lexicon, articles: &[Vec<u8>]) -> Vec<PhraseUse<'a>> {
    let parser = Parser::new(lexicon);
    let records: Vec<Coverage> = articles.iter().map(|bytes| parse(&parser, bytes)).collect();
    let mut facts: BTreeMap<&str, usize> = BTreeMap::new();
    for evidence in records.iter().flat_map(evidence) {
        *facts.entry(evidence.rule()).or_default() += 1;
    }
    let tried = Tried { lexicon, parser: &parser, articles, records: &records };
    let phrases = lexicon.phrases().iter().enumerate();
    let uses = phrases.map(|(index, phrase)| {
        let facts = facts.get(phrase.id.as_str()).copied().unwrap_or(0);
        let twin = tried.twin(index).map(Needless::SameAs);
        PhraseUse {
            phrase,
            facts,
            bad_examples: tried.bad_examples(phrase),
            needless: twin.or_else(|| if facts > 0 { None } else { tried.needless(phrase) }),
        }
    });
    uses.collect()
}

/// A phrase book and what it makes of some articles.
struct Tried<'a> {
    lexicon: &'a Lexicon,
    parser: &'a Parser<'a>,
    articles: &'a [Vec<u8>],
    records: &'a [Coverage],
}

impl Tried<'_> {
    fn bad_examples(&self, phrase: &Phrase) -> Vec<BadExample> {
        if phrase.yields == Yield::NoRating {
            return self.rated_examples(phrase);
        }
        let by = |sentence: &String| self.parser.rows_reading(sentence);
        let reads = |sentence: &&String| by(sentence).contains(&phrase.id.as_str());
        let not_read = phrase.reads.iter().filter(|sentence| !reads(sentence));
        let not_read = not_read.map(|sentence| BadExample::NotRead {
            sentence: sentence.clone(),
            by: by(sentence).into_iter().map(str::to_owned).collect(),
        });
        let not_skipped = phrase.skips.iter().filter(reads);
        not_read
            .chain(not_skipped.map(|sentence| BadExample::NotSkipped { sentence: sentence.clone() }))
            .collect()
    }

    /// Of a row that says what is no rating: the examples in which a rating is read all the same.
    fn rated_examples(&self, phrase: &Phrase) -> Vec<BadExample> {
        let rating = |id: &&str| {
            let row = self.lexicon.phrases().iter().find(|row| row.id == **id);
            row.is_some_and(|row| matches!(row.yields, Yield::Rating | Yield::RatingPart))
        };
        let rated = |sentence: &String| {
            let rows = self.parser.rows_reading(sentence).into_iter().filter(rating);
            let by: Vec<String> = rows.map(str::to_owned).collect();
            (!by.is_empty()).then(|| BadExample::Rated { sentence: sentence.clone(), by })
        };
        phrase.reads.iter().chain(&phrase.skips).filter_map(rated).collect()
    }

    /// The first row before this one with the same template, names put in.
    fn twin(&self, index: usize) -> Option<String> {
        let template = |row: &Phrase| plain(self.lexicon.template(row));
        let rows = self.lexicon.phrases();
        let own = template(&rows[index]);
        rows[..index].iter().find(|row| template(row) == own).map(|row| row.id.clone())
    }

    /// For a row that is in no record of an article.
    fn needless(&self, phrase: &Phrase) -> Option<Needless> {
        let reads = |sentence: &String| self.parser.rows_reading(sentence).contains(&phrase.id.as_str());
        if phrase.reads.iter().any(reads) || self.changes_something(phrase) {
            return None;
        }
        let others = self.in_its_place(phrase);
        Some(if others.is_empty() { Needless::Unused } else { Needless::TakenBy(others) })
    }

    /// Whether any article or example of its own is read otherwise without the row. Rows that read what is no
    /// rating, or that announce a list, stand in no record and do change some.
    fn changes_something(&self, phrase: &Phrase) -> bool {
        let lexicon = self.lexicon.only_phrases(|row| row.id != phrase.id);
        let without = Parser::new(&lexicon);
        let mut articles = self.articles.iter().zip(self.records);
        articles.any(|(bytes, record)| parse(&without, bytes).inspections != record.inspections)
            || phrase
                .reads
                .iter()
                .chain(&phrase.skips)
                .any(|text| without.rows_reading(text) != self.parser.rows_reading(text))
    }

    /// The rows that read what this one would read if it were the only one.
    fn in_its_place(&self, phrase: &Phrase) -> Vec<String> {
        let lexicon = self.lexicon.only_phrases(|row| row.id == phrase.id);
        let alone = Parser::new(&lexicon);
        let mut others = Vec::new();
        for (bytes, record) in self.articles.iter().zip(self.records) {
            let only = parse(&alone, bytes);
            for own in evidence(&only).filter(|evidence| evidence.rule() == phrase.id) {
                let overlaps = |other: &&Evidence| other.start() < own.end() && own.start() < other.end();
                others.extend(evidence(record).filter(overlaps).map(|other| other.rule().to_owned()));
            }
        }
        others.sort_unstable();
        others.dedup();
        others
    }
}

fn parse(parser: &Parser<'_>, bytes: &[u8]) -> Coverage {
    parser.parse(Article::default(), bytes)
}

/// The words of everything that a row of the phrase book may have read.
fn evidence(record: &Coverage) -> impl Iterator<Item = &Evidence> {
    record.inspections.iter().flat_map(|inspection| {
        let ratings = inspection.ratings.iter().map(|rating| &rating.evidence);
        ratings.chain(inspection.recommendations.iter().map(|ask| &ask.evidence))
    })
}

/// A template without the groups that hold a single choice.
fn plain(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut plain_pieces = Vec::new();
    for piece in pieces {
        match piece {
            Piece::OneOf(mut choices) if choices.len() == 1 => plain_pieces.extend(plain(choices.remove(0))),
            Piece::OneOf(choices) => {
                plain_pieces.push(Piece::OneOf(choices.into_iter().map(plain).collect()));
            }
            Piece::Maybe(inner) => {
                let mut inner = plain(vec![*inner]);
                let one = if inner.len() == 1 { inner.remove(0) } else { Piece::OneOf(vec![inner]) };
                plain_pieces.push(Piece::Maybe(Box::new(one)));
            }
            Piece::Word(_) | Piece::Mark(_) | Piece::Slot(_) => plain_pieces.push(piece),
        }
    }
    plain_pieces
}
