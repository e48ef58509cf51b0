//! Phrases of time: "last week", "earlier this month", "two days ago".

use std::ops::Range;

use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::fold_many_m_n;
use nom::{IResult, Parser};

use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::WordList;
use crate::words::{Words, token, word};

static UNITS: WordList = WordList::new(&[
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
    "minutes",
    "moments",
    "night",
    "morning",
    "afternoon",
    "evening",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
]);

/// What may lead to a unit.
static LEADS: WordList = WordList::new(&[
    "last", "this", "next", "earlier", "late", "early", "later", "that", "the", "a", "few", "several",
]);

/// What may stand behind a unit.
static BEHIND: WordList = WordList::new(&["ago", "earlier", "later", "before"]);

/// The end of a phrase of time that starts a range of tokens; `None` where none does.
pub(crate) fn time_phrase_end(text: &Text<'_>, range: Range<usize>) -> Option<usize> {
    time_phrase(Words::new(text, range)).ok().map(|(rest, ())| rest.start())
}

/// The start of a phrase of time that ends before `end`: "… *on Tuesday night* | said", "… *last week* | said".
pub(crate) fn time_phrase_start(text: &Text<'_>, floor: usize, end: usize) -> Option<usize> {
    let earliest = floor.max(end.saturating_sub(4));
    // Most words end no such phrase.
    let ends = end > earliest && (text.is_any(end - 1, &UNITS) || text.is_any(end - 1, &BEHIND));
    let whole = |start: &usize| time_phrase_end(text, *start..end) == Some(end) && !text.quotes.holds(*start);
    let day = |index: usize| {
        let in_month = index > floor && text.is(index, Class::Month) && text.is_word(index - 1, "in");
        in_month || text.is(index, Class::Weekday)
    };
    let phrase = if ends { (earliest..end).find(whole) } else { None };
    let start = phrase.or_else(|| (end > floor && day(end - 1)).then(|| end - 1))?;
    let behind_preposition = start > floor && text.is(start - 1, Class::Preposition);
    if !behind_preposition {
        // "Super Tuesday" is a name.
        let named = start > floor && text.is(start, Class::Weekday) && text.token(start - 1).is_capital();
        return (!named && !text.is_one_of(start, &["the", "a", "that"])).then_some(start);
    }
    text.is_one_of(start - 1, &["on", "in", "at", "during", "over"]).then(|| start - 1)
}

/// Up to three words that lead to a unit of time, the unit, and perhaps "ago": *late last night*, *two days ago*.
fn time_phrase<'t, 'a: 't>(input: Words<'t, 'a>) -> IResult<Words<'t, 'a>, (), ()> {
    let leads = fold_many_m_n(1, 3, alt((word(&LEADS), number())), || (), |(), _| ());
    (leads, unit(), opt(word(&BEHIND))).map(|_| ()).parse(input)
}

/// A unit that is a word of its own: not the first half of "a night-time evacuation".
fn unit<'t, 'a: 't>() -> impl Parser<Words<'t, 'a>, Output = usize, Error = ()> {
    token(|text, index| {
        let joined = text.tokens.list.get(index + 1).is_some_and(|next| next.is_word() && next.is_glued());
        text.is_any(index, &UNITS) && !joined
    })
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
        assert_eq!(check("A night-time evacuation was tried."), "nothing");
    }
}
