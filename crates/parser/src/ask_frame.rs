//! What sort of words carry an ask: a modal, a verb of asking, a feeling, a name.

use onrecord_lexicon::{Slot, Yield};

use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::reading::Reading;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::word_class::Class;

/// What sort of words carry an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// must, should, needs to.
    Modal,
    /// told to, urges X to.
    Verb,
    /// "concerned that": somebody's feeling.
    Felt,
    /// "it would be wise to", "faces closure unless": an ask only where the inspectorate says so.
    Said,
    /// A name of an ask, a notice, a breach.
    Noun,
}

/// Verbs of wanting and asking for something.
const WISHES: &[&str] = &[
    "called",
    "calls",
    "calling",
    "call",
    "want",
    "wants",
    "wanted",
    "like",
    "expect",
    "expects",
    "expected",
    "hope",
    "hopes",
    "hoped",
    "keen",
    "asked",
    "asks",
    "asking",
    "pressed",
    "presses",
    "pressing",
    "pushed",
    "demanded",
    "demands",
    "ordered",
    "orders",
    "ordering",
    "recommended",
    "recommends",
    "recommend",
];

/// "has ten days to", "given a fortnight to": a stretch of time in which to act.
fn has_time(reading: &Reading<'_>, first: usize) -> bool {
    reading.is_one_of(first, &["given", "has", "have", "had", "gets", "got"])
        && (first + 2..first + 4).any(|index| reading.is_time(index))
}

/// Words of worry.
const FEELINGS: &[&str] = &[
    "concerned",
    "concern",
    "concerns",
    "worry",
    "worries",
    "worried",
    "fear",
    "fears",
    "alarmed",
    "troubled",
    "troubles",
    "alarms",
    "feared",
    "anxious",
    "uneasy",
    "disturbed",
    "dismayed",
    "unhappy",
    "perturbed",
    "shocked",
    "appalled",
];

impl Reader<'_> {
    pub(crate) fn frame(&self, found: &PhraseMatch) -> Frame {
        let first = found.words_start;
        let reading = &self.reading;
        let asks_to = found.slot(Slot::Action).is_some()
            || self.reading.token(found.tokens.end - 1).kind == Kind::Colon;
        let remains =
            first + 1 < reading.tokens.list.len() && reading.is_one_of(first + 1, &["remain", "remains"]);
        let could = reading.is_one_of(first, &["could", "would"]) && found.slot(Slot::Matter).is_some();
        let asked_for = reading.is(first + 1, "asked") && found.slot(Slot::Matter).is_some();
        let until = asked_for
            || reading.is_one_of(first + 1, &["until", "till"])
            || reading.is(first, "being")
            || asks_to && has_time(reading, first)
            || (first + 1..first + 3).any(|index| reading.is(index, "like"))
            || reading.is_one_of(first, &["put", "impressed", "made", "gave", "gives", "giving", "allowed"]);
        if self.row(found).inspectorate_only {
            Frame::Said
        } else if until {
            Frame::Verb
        } else if found.slot(Slot::Clause).is_some_and(|clause| reading.is(clause.start - 1, "unless")) {
            Frame::Said
        } else if asks_to && reading.is_one_of(first, &["ought", "is", "are"])
            || (asks_to || could) && reading.has(first, Class::Modal)
            || asks_to && reading.is_one_of(first, &["need", "needs", "needed", "has", "have", "had"])
        {
            Frame::Modal
        } else if !remains && found.yields == Yield::Concern && reading.is_one_of(first, FEELINGS) {
            Frame::Felt
        } else if reading.is_one_of(first, WISHES)
            || (asks_to || found.slot(Slot::Clause).is_some()) && reading.reports(first)
            || asks_to && reading.cue(first, Cue::Demands)
        {
            Frame::Verb
        } else {
            Frame::Noun
        }
    }
}
