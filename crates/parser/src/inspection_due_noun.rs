//! An inspection to come as a noun: "a full inspection is scheduled for", "faces another inspection", "will carry out a
//! visit".

use crate::inspection_due::{DO, NOUNS, Plan};
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Words behind the noun that say when it is: "a full inspection | is scheduled".
static SET_FOR: WordList = WordList::new(&[
    "due",
    "scheduled",
    "planned",
    "expected",
    "set",
    "place",
    "held",
    "out",
    "follow",
    "begin",
]);
/// Words before the noun that say that a body awaits it: "faces | another inspection".
static AWAITS: WordList = WordList::new(&["due", "faces", "face", "awaits", "await", "expects", "expect"]);

impl Plan<'_, '_> {
    /// "a | visit", not "to | visit".
    pub(crate) fn is_noun(&self, index: usize) -> bool {
        let verb = index > 0 && self.reading.is_any(index - 1, words!["to", "will", "would", "re"]);
        self.reading.is_any(index, &NOUNS) && (!verb || !self.reading.is_any(index, &DO))
    }

    /// "| a full inspection is scheduled for", "the home | faces another inspection".
    pub(crate) fn noun_subject_end(&self, start: usize, end: usize, noun: usize) -> Option<usize> {
        let reading = self.reading;
        let be = noun + 1;
        let is_set = (reading.is_any(be, words!["is", "will"]))
            && (be + 1..end.min(be + 5)).any(|index| reading.is_any(index, &SET_FOR));
        let first = self.noun_phrase_start(start, noun);
        if is_set {
            return Some(first);
        }
        if let Some(verb) = self.carry_out(start, noun) {
            return self.future(start, verb);
        }
        let mut awaits = first.checked_sub(1).filter(|&at| at >= start)?;
        if reading.is(awaits, "for") {
            awaits = awaits.checked_sub(1).filter(|&at| at >= start)?;
        }
        if !reading.is_any(awaits, &AWAITS) {
            return None;
        }
        let before = awaits.checked_sub(1).filter(|&at| at >= start)?;
        match reading.is(awaits, "due") {
            true => reading.has(before, Class::Be).then_some(before),
            false => Some(if reading.is(before, "can") { before } else { awaits }),
        }
    }

    /// "will | carry out | another inspection".
    pub(crate) fn carry_out(&self, start: usize, noun: usize) -> Option<usize> {
        let reading = self.reading;
        let last = self.noun_phrase_start(start, noun).checked_sub(1).filter(|&at| at > start)?;
        let out = reading.is(last, "out") && reading.is(last - 1, "carry");
        let verb = reading.is_any(last, words!["make", "conduct", "undertake", "pay", "hold"]);
        if out { Some(last - 1) } else { verb.then_some(last) }
    }

    /// "| another full | inspection", "| its next | inspection".
    fn noun_phrase_start(&self, start: usize, noun: usize) -> usize {
        let sort = |index: usize| {
            self.reading.is_any(
                index,
                words![
                    "full", "next", "another", "follow", "up", "re", "further", "fresh", "new", "second",
                    "a", "an", "the", "its"
                ],
            )
        };
        (start..noun).rev().take_while(|&index| sort(index)).last().unwrap_or(noun)
    }
}
