//! Phrases of time: "last week", "earlier this month", "two days ago".

use std::ops::Range;

use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::many_m_n;
use nom::{IResult, Parser};

use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;
use crate::words::{Words, token, word};

const UNITS: &[&str] = &[
    "day",
    "days",
    "week",
    "weeks",
    "weekend",
    "month",
    "months",
    "year",
    "years",
    "hours",
    "night",
    "morning",
    "afternoon",
    "evening",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
];

/// The end of a phrase of time that starts a range of tokens; `None` where none does.
pub(crate) fn time_phrase_end(text: &Text<'_>, range: Range<usize>) -> Option<usize> {
    time_phrase(Words::new(text, range)).ok().map(|(rest, ())| rest.start())
}

/// Up to three words that lead to a unit of time, the unit, and perhaps "ago": *late last night*, *two days ago*.
fn time_phrase<'t, 'a: 't>(input: Words<'t, 'a>) -> IResult<Words<'t, 'a>, (), ()> {
    let lead = alt((
        word(&["last", "this", "next", "earlier", "late", "early", "later", "that", "the", "a"]),
        number(),
    ));
    (many_m_n(1, 3, lead), word(UNITS), opt(word(&["ago", "earlier", "later", "before"])))
        .map(|_| ())
        .parse(input)
}

/// "two", "14", "Tuesday".
fn number<'t, 'a: 't>() -> impl Parser<Words<'t, 'a>, Output = usize, Error = ()> {
    token(|text, index| {
        text.classes(index).has_any(&[Class::Number, Class::Weekday]) || text.kind(index) == Kind::Number
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_text::with_text;

    fn check(sentence: &str) -> String {
        with_text(sentence, |text| {
            let end = text.tokens.list.len();
            time_phrase_end(text, 0..end).map_or("nothing".to_owned(), |end| text.words(0..end).to_owned())
        })
    }

    #[test]
    fn units_with_what_leads_to_them() {
        assert_eq!(check("Last week the school closed."), "Last week");
        assert_eq!(check("Earlier this month it was told."), "Earlier this month");
        assert_eq!(check("Two days ago they came."), "Two days ago");
        assert_eq!(check("Tuesday night was cold."), "Tuesday night");
        assert_eq!(check("Week after week it rained."), "nothing");
        assert_eq!(check("The home was cold."), "nothing");
    }
}
