//! What an ask is for, and by when.

use std::ops::Range;

use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;

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

/// By when: "by 1 May", "within six months", "before the end of June", inside a range.
pub(crate) fn deadline(reading: &Reading<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let start = range.clone().find(|&index| {
        let leads = reading.is(index, "by")
            || reading.is(index, "within")
            || reading.is(index, "until")
            || reading.is(index, "before");
        leads && index + 1 < range.end && deadline_end(reading, index + 1, range.end) > index + 1
    })?;
    Some(start..deadline_end(reading, start + 1, range.end))
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
            || reading.is(index, "end")
            || reading.is(index, "of");
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
    fn a_number_that_counts_is_no_deadline() {
        assert_eq!(check("It must cut the list by 40 from today's length."), "");
        assert_eq!(check("It must cut costs by 1,500 each."), "");
        assert_eq!(check("It must cut the list by 4000 cases."), "");
    }
}
