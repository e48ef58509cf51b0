//! The language of phrase templates: words, marks, alternatives, what may be missing, and slots.
//!
//! ```text
//! {be}? (rated|judged|found to be) {grade} for {scope} ,?
//! ```
//! `{grade}` is a [`Slot`]; any other name in braces is a row of the `phrase_words` table, put in its place.

use nom::branch::alt;
use nom::bytes::complete::take_while1;
use nom::character::complete::{char, multispace0, one_of};
use nom::combinator::{map, opt};
use nom::multi::{many1, separated_list1};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};
use serde::Deserialize;

use crate::Slot;

/// Words that many templates share, under a name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhraseWord {
    /// Its name in templates, without braces.
    pub id: String,
    /// What stands for it; it may use rows above it.
    pub template: String,
}

/// One thing a template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A word, lower case; one with a hyphen is several tokens.
    Word(String),
    /// One of `, : ; ( ) – .`.
    Mark(char),
    /// Something that is read, not spelled out.
    Slot(Slot),
    /// One of several sequences.
    OneOf(Vec<Vec<Piece>>),
    /// A piece that may be missing.
    Maybe(Box<Piece>),
}

/// Reads a template. `words` are the rows it may name.
///
/// # Errors
/// A message that says where the template is wrong.
pub fn parse_template(text: &str, words: &[PhraseWord]) -> Result<Vec<Piece>, String> {
    Templates::new(words).parse(text)
}

/// Reads templates that share words, each word no more than once.
pub(crate) struct Templates<'w> {
    words: &'w [PhraseWord],
    /// What stands for each word, where that has been read.
    known: Vec<Option<Piece>>,
}

impl<'w> Templates<'w> {
    pub(crate) fn new(words: &'w [PhraseWord]) -> Self {
        Self { words, known: vec![None; words.len()] }
    }

    pub(crate) fn parse(&mut self, text: &str) -> Result<Vec<Piece>, String> {
        self.parse_with(text, self.words.len())
    }

    /// Reads a template that may name no more than the first `above` words.
    fn parse_with(&mut self, text: &str, above: usize) -> Result<Vec<Piece>, String> {
        let (rest, raw) = sequence(text).map_err(|_| format!("template `{text}` cannot be read"))?;
        if !rest.trim().is_empty() {
            let column = text.len() - rest.trim_start().len() + 1;
            return Err(format!("template `{text}`: column {column} is neither word, mark, group nor slot"));
        }
        raw.into_iter().map(|piece| self.resolve(piece, above)).collect()
    }

    fn resolve(&mut self, raw: Raw, above: usize) -> Result<Piece, String> {
        let all = |pieces: Vec<Raw>| pieces.into_iter().map(|piece| self.resolve(piece, above)).collect();
        Ok(match raw {
            Raw::Word(word) => Piece::Word(word),
            Raw::Mark(mark) => Piece::Mark(mark),
            Raw::Maybe(piece) => Piece::Maybe(Box::new(self.resolve(*piece, above)?)),
            Raw::OneOf(choices) => Piece::OneOf(choices.into_iter().map(all).collect::<Result<_, String>>()?),
            Raw::Name(name) => self.named(&name, above)?,
        })
    }

    /// A slot, else the words of that name.
    fn named(&mut self, name: &str, above: usize) -> Result<Piece, String> {
        if let Some(slot) = Slot::named(name) {
            return Ok(Piece::Slot(slot));
        }
        let index = self.words[..above].iter().position(|row| row.id == name);
        let index = index.ok_or_else(|| format!("no slot and no row of phrase_words is called `{name}`"))?;
        if let Some(known) = &self.known[index] {
            return Ok(known.clone());
        }
        let words = Piece::OneOf(vec![self.parse_with(&self.words[index].template, index)?]);
        self.known[index] = Some(words.clone());
        Ok(words)
    }
}

/// A piece before the names in braces are looked up.
enum Raw {
    Word(String),
    Mark(char),
    Name(String),
    OneOf(Vec<Vec<Raw>>),
    Maybe(Box<Raw>),
}

/// One piece after another: `be? (rated|judged) {grade}`
fn sequence(text: &str) -> IResult<&str, Vec<Raw>> {
    many1(preceded(multispace0, item)).parse(text)
}

/// A piece, and `?` where it may be missing: `by?`
fn item(text: &str) -> IResult<&str, Raw> {
    let (rest, piece) = alt((group, name, mark, word)).parse(text)?;
    let (rest, question) = opt(char('?')).parse(rest)?;
    Ok((rest, if question.is_some() { Raw::Maybe(Box::new(piece)) } else { piece }))
}

/// Alternatives in round brackets: `(rated|found to be)`
fn group(text: &str) -> IResult<&str, Raw> {
    let inner = separated_list1((multispace0, char('|')), sequence);
    map(delimited(char('('), inner, (multispace0, char(')'))), Raw::OneOf).parse(text)
}

/// A name in braces: `{grade}`
fn name(text: &str) -> IResult<&str, Raw> {
    let letters = take_while1(|letter: char| letter.is_ascii_lowercase() || letter == '_');
    map(delimited(char('{'), letters, char('}')), |name: &str| Raw::Name(name.to_owned())).parse(text)
}

/// A mark that must stand there: `,` (brackets that must stand there are `[` and `]`)
fn mark(text: &str) -> IResult<&str, Raw> {
    map(one_of(",:;[]–."), Raw::Mark).parse(text)
}

/// A word in lower case: `well-led`
fn word(text: &str) -> IResult<&str, Raw> {
    let letter = |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || "'-&%/".contains(c);
    map(take_while1(letter), |word: &str| Raw::Word(word.to_owned())).parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Vec<PhraseWord> {
        vec![PhraseWord { id: "be".to_owned(), template: "(is|was)".to_owned() }]
    }

    #[test]
    fn a_template_is_words_groups_names_and_marks() {
        let pieces = parse_template("{be}? rated {grade} ,", &words()).unwrap();
        assert_eq!(pieces.len(), 4);
        assert!(matches!(&pieces[0], Piece::Maybe(inner) if matches!(**inner, Piece::OneOf(_))));
        assert_eq!(
            pieces[1..],
            [Piece::Word("rated".to_owned()), Piece::Slot(Slot::Grade), Piece::Mark(','),]
        );
    }

    #[test]
    fn mistakes_say_where_they_are() {
        assert!(parse_template("rated {nothing}", &words()).unwrap_err().contains("`nothing`"));
        assert!(parse_template("rated (good", &words()).unwrap_err().contains("column 7"));
    }
}
