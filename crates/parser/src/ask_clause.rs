//! Whether a clause of its own begins inside an ask: behind "and" or a comma.

use crate::cue_words::Cue;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;

/// Whether a clause of its own begins here: a few words, then an auxiliary or a reporting verb.
pub(crate) fn opens_clause(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    // "bring back tutorials and | we did"
    if at + 1 < end && reading.is_pronoun(at, &["i", "we", "he", "she", "they"]) {
        return true;
    }
    let way = reading.is(at, "the") && reading.is(at + 1, "way");
    let goes_on = at < end
        && (way || reading.is_one_of(at, &["how", "whether", "why", "what"]) || leads_on(reading, at));
    if goes_on {
        return false;
    }
    if at < end && reading.token(at).kind == Kind::Comma {
        let close = (at + 1..end.min(at + 8)).find(|&index| reading.token(index).kind == Kind::Comma);
        return close.is_some_and(|close| opens_clause(reading, close + 1, end));
    }
    if at < end && reading.is(at, "that") {
        return (at + 1..end.min(at + 9)).any(|index| {
            reading.has(index, Class::Modal)
                || reading.is_one_of(index, &["needs", "need", "needed"])
                || reading.has(index, Class::Have) && reading.is(index + 1, "to")
        });
    }
    if reading.is(at, "having") {
        return false;
    }
    // "carry out checks but | often did not"
    let adverbs = (at..end.min(at + 2)).take_while(|&index| reading.has(index, Class::Adverb)).count();
    if reading.has(at + adverbs, Class::Do) && reading.is(at + adverbs + 1, "not") {
        return true;
    }
    for index in at..end.min(at + 9) {
        if index > at && reading.cue(index, Cue::Risk) && !reading.is_the(index) {
            return true;
        }
        if reading.token(index).kind == Kind::Clitic
            || reading.token(index).is_single_mark() && reading.token(index).is_glued()
        {
            continue;
        }
        let classes = reading.vocabulary.classes(reading.token(index).symbol);
        if classes.has_any(&[Class::Modal, Class::Be, Class::Have])
            || reading.is_one_of(index, &["needs", "need", "ought"])
        {
            return true;
        }
        let participle = index + 1 < end
            && reading.is_one_of(
                index + 1,
                &["to", "by", "in", "for", "on", "with", "at", "of", "before", "about"],
            );
        let asked = reading.cue(index, Cue::Demands) && index <= at + 1;
        let reporting = (asked || !participle)
            && reports(reading, index)
            && !reading.cue(index, Cue::Act)
            && !reading.cue(index, Cue::ActOrNoun);
        if (reporting || wants(reading, index)) && index <= at + 4 {
            return true;
        }
        if index == at
            && reading.cue(index, Cue::Graded)
            && !reading.cue(index, Cue::Act)
            && index + 1 < end
            && !reading.is(index + 1, "to")
        {
            return true;
        }
        let subject = reading.has(index + 1, Class::Modal) || reading.has(index + 1, Class::Have);
        if reading.is_one_of(index, &["notice", "notices"]) && index > at {
            return true;
        }
        if reading.token(index).kind == Kind::Comma {
            return resumes_behind_aside(reading, index, end);
        }
        let acts = index == at
            && !subject
            && (reading.cue(index, Cue::Act)
                || reading.cue(index, Cue::ActOrNoun)
                || reading.is(index, "for"));
        let relative = index > at && reading.is_one_of(index, &["who", "which", "whose", "whom"]);
        if acts
            || relative
            || reading.is(index, "to") && !reading.has(index + 1, Class::Determiner)
            || !reading.token(index).is_word()
            || reading.is(index, "that")
        {
            return false;
        }
    }
    false
}

/// "keeping records, | sharing them with families": one more thing to do like the one at `at`, though the verb may
/// report elsewhere (", saying that").
pub(crate) fn is_gerund_too(reading: &Reading<'_>, at: usize, next: usize) -> bool {
    let gerund = |index: usize| reading.is_word(index) && reading.word(index).ends_with("ing");
    let tells = reading.is(next + 1, "that") || reading.has(next + 1, Class::Subject);
    gerund(at) && gerund(next) && !tells && reading.is_word(next + 1)
}

/// "the authority |, Gwynlais, should": a verb behind what is inserted.
fn resumes_behind_aside(reading: &Reading<'_>, open: usize, end: usize) -> bool {
    let close = (open + 1..end.min(open + 7)).find(|&index| reading.token(index).kind == Kind::Comma);
    close.is_some_and(|close| {
        reading.has(close + 1, Class::Modal)
            || reading.has(close + 1, Class::Be)
            || reading.has(close + 1, Class::Have)
    })
}

/// "in how staff are trained": a preposition goes on with what came before.
pub(crate) fn leads_on(reading: &Reading<'_>, at: usize) -> bool {
    reading.has(at, Class::Preposition) && !reading.has(at, Class::Subordinator) && !reading.is(at, "to")
}

pub(crate) fn verb_in(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    (at..end).any(|index| {
        reading.has(index, Class::Have) || reading.has(index, Class::Be) || reading.has(index, Class::Modal)
    })
}

/// A verb of reporting: not "complaints", not "the reporting of".
pub(crate) fn reports(reading: &Reading<'_>, index: usize) -> bool {
    reading.reports(index) && !reading.is_the(index) && !reading.is_noun_of_speech(index)
}

/// wants, expects, orders: a finite verb that asks.
pub(crate) fn wants(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_one_of(
        index,
        &[
            "wants",
            "expects",
            "orders",
            "urges",
            "asks",
            "tells",
            "calls",
            "advises",
            "recommends",
            "expect",
            "want",
            "wanted",
            "asked",
            "urged",
            "thought",
            "felt",
            "quotes",
        ],
    )
}
