//! The shape of a line: the marker it begins with, how it ends, whether it is a row of a table or a byline.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, digit1, one_of, satisfy, space1};
use nom::combinator::recognize;
use nom::sequence::terminated;
use nom::{IResult, Parser};

/// A list item to which another is still to come.
pub(crate) fn ends_with_and(text: &str) -> bool {
    text.ends_with(" and") || text.ends_with(" or")
}

/// Whether the line's last mark, quotation marks and brackets aside, ends a sentence or leads on to more.
pub(crate) fn ends_a_sentence(text: &str) -> bool {
    without_closers(text).ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// A line without the quotation marks and brackets at its end.
pub(crate) fn without_closers(text: &str) -> &str {
    text.trim_end_matches(['”', '"', '’', '\'', ')', ']', '\u{a0}'])
}

/// `Peverel Mount, Stoke Ferrers (48 beds, Larkhill Care)` without the bracket that closes it.
pub(crate) fn without_bracket(text: &str) -> &str {
    let bracket = if text.ends_with(')') { text.rfind(" (") } else { None };
    bracket.map_or(text, |at| &text[..at])
}

pub(crate) fn opens_quotation(text: &str) -> bool {
    text.starts_with(['“', '"', '‘', '\''])
}

/// `Safe: Good`, `Elmstow Tandoori – 4`: a short label, a colon or dash, and what it has.
pub(crate) fn is_row(text: &str) -> bool {
    let colon = text.split_once(": ").is_some_and(|(label, _)| label.split_whitespace().count() <= 8);
    let dash = [" – ", " - ", " — ", "\t", " | "]
        .iter()
        .any(|mark| text.rsplit_once(mark).is_some_and(|(_, value)| value.split_whitespace().count() <= 4));
    (colon || dash) && !opens_quotation(text)
}

/// `Freya Oduya-Clark`, `5 Feb 2026, 5:00`: few words, each a name or a number.
pub(crate) fn is_name_or_date(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = |word: &&str| !word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let has_digit = text.contains(|character: char| character.is_ascii_digit());
    words.len() <= 4 && words.iter().filter(|word| plain(word)).count() == 0
        || words.len() <= 12 && has_digit && words.iter().filter(|word| plain(word)).count() <= 3
}

/// A list item's marker: `• `, `- `, `12. `, `a) `, `R1 `.
pub(crate) fn marker<'t, E: nom::error::ParseError<&'t str>>(text: &'t str) -> IResult<&'t str, &'t str, E> {
    let bullet = recognize(one_of("•-–*·▪●◦‣"));
    let number = recognize((digit1, one_of(".)")));
    let letter = recognize((satisfy(|letter| letter.is_ascii_lowercase()), char(')')));
    let bracketed =
        recognize((tag("("), alt((digit1, recognize(satisfy(|c| c.is_ascii_lowercase())))), tag(")")));
    let numbered = recognize((char('R'), digit1));
    terminated(alt((bullet, number, letter, bracketed, numbered)), alt((space1, tag("\u{a0}")))).parse(text)
}
