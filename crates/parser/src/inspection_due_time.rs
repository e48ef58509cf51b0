//! When an inspection is due: the words for its time, before or behind those that say it is to come.

use std::ops::Range;

use crate::ask_detail::deadline_end;
use crate::cue_words::Cue;
use crate::inspection_due::BEHIND_TIME;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_list::words;

/// Tokens between the words for an inspection to come and those for its time.
const BEFORE_TIME: usize = 12;

/// "in | summer next year", "within six months", behind the words for the inspection.
pub(crate) fn time_behind(reading: &Reading<'_>, anchor: usize, end: usize) -> Option<Range<usize>> {
    let stops = |index: usize| {
        !reading.is_word(index) && !reading.is_kind(index, Kind::Clitic)
            || reading.is_any(index, words!["after", "when", "if", "once", "every", "until", "who", "which"])
    };
    let near = anchor + 1..end.min(anchor + BEFORE_TIME);
    near.take_while(|&index| !stops(index) || reading.is_kind(index, Kind::Number))
        .find_map(|index| time_at(reading, index, end))
}

/// "| Within six months | the home will …", "| In June, | inspectors will …".
pub(crate) fn opening_time(reading: &Reading<'_>, start: usize, subject_end: usize) -> Option<Range<usize>> {
    let start = reading.skip_marks(start, subject_end);
    time_at(reading, start, subject_end).filter(|time| subject_end <= time.end + BEHIND_TIME)
}

/// The words for a time that begin here. "by", "within" and "next" are part of them; "in" is where a stretch of
/// time follows ("in six weeks"), and is not before a date.
fn time_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let led = |lead: usize| {
        let stop = deadline_end(reading, at + lead, end);
        (at + lead < end && stop > at + lead).then_some(stop)
    };
    if reading.is_any(at, words!["by", "within", "before"]) {
        return led(1).map(|stop| at..stop);
    }
    if reading.is(at, "no") && reading.is(at + 1, "later") && reading.is(at + 2, "than") {
        return led(3).map(|stop| at..stop);
    }
    if reading.is_any(at, words!["in", "on", "for", "during"]) {
        let stretch = reading.small_number(at + 1).is_some()
            && (at + 2..at + 4).any(|unit| {
                reading.is_any(unit, words!["week", "weeks", "month", "months", "year", "years", "days"])
            });
        return led(1).map(|stop| if stretch { at..stop } else { at + 1..stop });
    }
    let bare = reading.is_any(at, words!["next", "later", "this", "early", "tomorrow"]);
    if bare { led(0).map(|stop| at..stop) } else { None }
}

/// "an investigation …, which is due in | summer next year", after `from`.
pub(crate) fn due_behind(reading: &Reading<'_>, from: usize) -> Option<Range<usize>> {
    (from..reading.tokens.list.len()).filter(|&index| reading.is(index, "due")).find_map(|index| {
        let sentence = &reading.tokens.sentences[reading.sentence_of(index)].tokens;
        let is_inspection = sentence.clone().any(|at| reading.cue(at, Cue::InspectionNoun));
        let start = (index + 1..sentence.end.min(index + 6))
            .find(|&at| reading.is_any(at, words!["in", "by", "on", "next", "before", "for"]))?;
        let start = if reading.is(start, "next") { start } else { start + 1 };
        let stop = (start..sentence.end.min(start + 7))
            .find(|&at| !reading.token(at).is_word() && reading.token(at).kind != Kind::Number);
        let stop = stop.unwrap_or(sentence.end.min(start + 7));
        (is_inspection && start < stop).then_some(start..stop)
    })
}
