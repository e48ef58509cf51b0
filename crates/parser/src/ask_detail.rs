//! What an ask is for, and by when.

use std::ops::Range;

use crate::cue_words::Cue;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// What an ask is for: "which would help it to …", "so that …", "in order to …", to its end.
pub(crate) fn purpose(reading: &Reading<'_>, ask: &Range<usize>) -> Option<Range<usize>> {
    let starts = |index: usize| {
        let next = |offset: usize, word: &str| index + offset < ask.end && reading.is(index + offset, word);
        reading.is(index, "which") && (next(1, "would") || next(1, "will"))
            || reading.is(index, "so") && next(1, "that")
            || reading.is(index, "in") && next(1, "order")
    };
    let start = (ask.start + 1..ask.end).find(|&index| starts(index))?;
    (start + 2 < ask.end).then_some(start..ask.end)
}

/// Words before the last day of something to be done.
static LEADS: WordList = WordList::new(&["by", "within", "before"]);
/// Words before how long somebody has to do it; in an ask itself they say how long it goes on: "stay closed until".
static UNTIL: WordList = WordList::new(&["until", "till"]);
/// What stretches of time are counted in.
static UNITS: WordList = WordList::new(&[
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "fortnight",
    "month",
    "months",
    "year",
    "years",
]);
/// Words that a date or stretch of time may hold beside its own.
static FILLERS: WordList = WordList::new(&[
    "end",
    "of",
    "start",
    "beginning",
    "close",
    "middle",
    "early",
    "late",
    "mid",
    "coming",
    "new",
]);

/// By when, in the words of an ask: "by 1 May", "within six months", "no later than the end of June". How fast
/// each case is to be dealt with ("every fall is reported within 24 hours") is none.
pub(crate) fn deadline(reading: &Reading<'_>, ask: Range<usize>) -> Option<Range<usize>> {
    let found = led_time(reading, ask.clone(), &LEADS)?;
    (!is_of_each_case(reading, &ask, &found)).then_some(found)
}

/// By when, in the words before an ask: "given | until 30 June | to", "has | a fortnight | to", "a deadline of |
/// 3 June | to".
pub(crate) fn deadline_before(reading: &Reading<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let until = led_time(reading, words.clone(), &UNTIL);
    until.or_else(|| led_time(reading, words.clone(), &LEADS)).or_else(|| {
        words.clone().find_map(|index| {
            let stop = deadline_end(reading, index, words.end);
            let date =
                index >= words.start + 2 && reading.is(index - 1, "of") && reading.is(index - 2, "deadline");
            (stop > index && (date || is_stretch(reading, index, stop))).then_some(index..stop)
        })
    })
}

/// By when, where the sentence begins with it: "| Within three months | the force should …".
pub(crate) fn deadline_opening(reading: &Reading<'_>, sentence: Range<usize>) -> Option<Range<usize>> {
    let start = reading.skip_marks(sentence.start, sentence.end);
    let found = led_time(reading, start..sentence.end.min(start + LONGEST), &LEADS)?;
    let near = sentence.end <= found.end + 1 + usize::from(reading.is_kind(found.end, Kind::Comma));
    (found.start == start && near).then_some(found)
}

/// Tokens of the longest deadline.
const LONGEST: usize = 10;

/// The first words for a time behind one of these; they are part of it.
fn led_time(reading: &Reading<'_>, range: Range<usize>, leads: &WordList) -> Option<Range<usize>> {
    range.clone().find_map(|index| {
        let time = index + 1 + 2 * usize::from(is_no_later_than(reading, index));
        let led = time > index + 1 || reading.is_any(index, leads);
        let stop = || deadline_end(reading, time, range.end);
        (led && time < range.end && stop() > time).then(|| index..stop())
    })
}

fn is_no_later_than(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, "no") && reading.is(index + 1, "later") && reading.is(index + 2, "than")
}

/// "a fortnight", "28 days", not "two weeks ago".
fn is_stretch(reading: &Reading<'_>, start: usize, stop: usize) -> bool {
    let counted = reading.small_number(start).is_some()
        || reading.is_kind(start, Kind::Number)
        || reading.is_any(start, words!["a", "an"]);
    let led =
        start > 0 && reading.is_any(start - 1, words!["after", "for", "over", "in", "every", "last", "past"]);
    let past = reading.is_any(stop, words!["ago", "earlier", "later", "after", "before", "old", "on", "of"]);
    counted && stop > start + 1 && reading.is_any(stop - 1, &UNITS) && !led && !past
}

/// "every fall | within 24 hours", "a visit | within 15 days | of sentence": time that runs anew for each.
fn is_of_each_case(reading: &Reading<'_>, ask: &Range<usize>, found: &Range<usize>) -> bool {
    if !reading.is(found.start, "within") {
        return false;
    }
    let short = (found.clone()).any(|index| reading.is_any(index, words!["hour", "hours", "day", "days"]));
    let each = (ask.start..found.start)
        .any(|index| reading.is_any(index, words!["each", "every", "any", "whenever", "always"]));
    let from = reading.is(found.end, "of")
        && !(found.end + 1..found.end + 4).any(|index| reading.cue(index, Cue::Inspection));
    short && (each || from)
}

/// Past the words of a date or stretch of time; `at` where there is none.
pub(crate) fn deadline_end(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let mut index = at;
    let mut last = at;
    while index < end && index < at + 7 {
        let token = reading.token(index);
        let classes = reading.vocabulary.classes(token.symbol);
        let time = classes.has_any(&[Class::Month, Class::Weekday]) || reading.is_time(index);
        let filler = classes.has_any(&[Class::Determiner, Class::Ordinal, Class::Number])
            || token.kind == Kind::Number
            || reading.is_any(index, &FILLERS);
        if !time && !filler {
            break;
        }
        let behind_time = token.kind == Kind::Number && index > at && last == index;
        let year = is_year(reading.word(index));
        index += 1;
        if time || behind_time || year {
            last = index;
        }
    }
    last
}

/// A number that is a date by itself.
fn is_year(word: &str) -> bool {
    word.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_text::with_reading;

    /// The deadline in a text; nothing where there is none.
    fn check(text: &str) -> String {
        with_reading(text, |reading| {
            let found = deadline(reading, 0..reading.tokens.list.len());
            found.map_or_else(String::new, |tokens| reading.text(tokens).to_owned())
        })
    }

    #[test]
    fn a_date_a_year_and_a_stretch_of_time_are_deadlines() {
        assert_eq!(check("It must mend the roof by 1 May 2027 at the latest."), "by 1 May 2027");
        assert_eq!(check("It must mend the roof within 28 days of the report."), "within 28 days");
        assert_eq!(check("It must mend the roof by 2030."), "by 2030");
        assert_eq!(check("It must mend the roof before 2030 and tell tenants."), "before 2030");
    }

    #[test]
    fn a_deadline_is_written_in_many_ways() {
        assert_eq!(check("It must mend it no later than 1 May."), "no later than 1 May");
        assert_eq!(check("It must mend it before the start of term."), "before the start of term");
        assert_eq!(check("It must mend it by mid-July."), "by mid-July");
        assert_eq!(check("It must mend it by the beginning of September."), "by the beginning of September");
    }

    #[test]
    fn how_fast_each_case_is_dealt_with_is_no_deadline() {
        assert_eq!(check("It must report every fall within 24 hours."), "");
        assert_eq!(check("It must visit people within 15 days of release."), "");
        assert_eq!(check("It must give every carer a plan within six months."), "within six months");
        assert_eq!(check("It must stay closed until 30 June."), "");
        assert_eq!(check("It must have a doctor on the floor until midnight."), "");
    }

    #[test]
    fn a_deadline_may_stand_before_the_ask() {
        let before = |text: &str| {
            with_reading(text, |reading| {
                let found = deadline_before(reading, 0..reading.tokens.list.len());
                found.map_or_else(String::new, |tokens| reading.text(tokens).to_owned())
            })
        };
        assert_eq!(before("given until 30 June to"), "until 30 June");
        assert_eq!(before("gave the owners six weeks to"), "six weeks");
        assert_eq!(before("has a fortnight to"), "a fortnight");
        assert_eq!(before("set a deadline of 3 June to"), "3 June");
        assert_eq!(before("told two weeks ago to"), "");
        assert_eq!(before("told in March to"), "");
        assert_eq!(before("with three next steps"), "");
    }

    #[test]
    fn a_number_that_counts_is_no_deadline() {
        assert_eq!(check("It must cut the list by 40 from today's length."), "");
        assert_eq!(check("It must cut costs by 1,500 each."), "");
        assert_eq!(check("It must cut the list by 4000 cases."), "");
    }
}
