//! Whether what follows a comma is still a part of the ask, or a remark, an aside, who says so.

use onrecord_lexicon::Slot;

use crate::ask_apposed::apposed_kind;
use crate::ask_clause::{is_gerund_too, leads_on, opens_clause, reports, verb_in};
use crate::ask_extent::is_after_hours;
use crate::cue_words::Cue;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;

/// ", the report says", ", but", ", said X", ", and Estyn will": what follows the comma is no part of the ask.
pub(crate) fn ends_at_comma(reading: &Reading<'_>, at: usize, comma: usize, end: usize, slot: Slot) -> bool {
    let next = reading.skip_marks(comma + 1, end);
    if next >= end || is_gerund_too(reading, at, next) {
        return false;
    }
    let coordinator = reading.is(next, "and") || reading.is(next, "but");
    let classes = reading.vocabulary.classes(reading.token(next).symbol);
    let comments = reading.is(next, "which") && is_last_relative(reading, next, end);
    // "the oversight of enquiries |, some of which had been left open"
    let some_of = reading.is(next + 1, "of")
        && reading.is(next + 2, "which")
        && (reading.has(next, Class::Number)
            || reading.is_one_of(
                next,
                &["some", "many", "several", "most", "all", "one", "none", "both", "half", "few"],
            ));
    let helper = classes.has_any(&[Class::Be, Class::Have])
        && !reading.is_one_of(next, &["have", "be", "being", "having"]);
    // "“Our fear was that they would be scalded, because …”": what is felt is quoted with its reason.
    let reason = reading.is(next, "because") && (slot == Slot::Action || !reading.is_quoted(at));
    if is_between_adjectives(reading, comma, end) {
        return false;
    }
    reason
        || some_of
        || slot == Slot::Action && apposed_kind(reading, comma, end).is_some()
        || slot == Slot::Action && binds(reading, next)
        || reading.is_one_of(next, &["having", "even"])
        || slot == Slot::Action && is_apposition(reading, next, end)
        || is_absolute(reading, comma, end)
        || reading.is_one_of(next, &["but", "while", "whereas", "although", "though"])
        || comments
        || helper && verb_in(reading, at, comma)
        || coordinator && opens_clause(reading, next + 1, end)
        || obliges(reading, next, end)
            && (slot == Slot::Action || verb_in(reading, at, comma) || !reading.has(next, Class::Modal))
            && !leads_in(reading, at, comma)
        || !coordinator && reports_behind(reading, next, end)
}

/// "proper |, daily time", "clear |, written plans": the phrase has no noun yet.
fn is_between_adjectives(reading: &Reading<'_>, comma: usize, end: usize) -> bool {
    let Some(first) = comma.checked_sub(1).filter(|&first| first > 0 && comma + 2 < end) else {
        return false;
    };
    let opens = reading.has(first - 1, Class::Determiner)
        || reading.has(first - 1, Class::Be)
        || reading.cue(first - 1, Cue::Act)
        || reading.cue(first - 1, Cue::ActOrNoun);
    let next = comma + 1;
    let plain = |index: usize| {
        let classes = reading.vocabulary.classes(reading.token(index).symbol);
        let token = reading.token(index);
        let function = [
            Class::Determiner,
            Class::Preposition,
            Class::Coordinator,
            Class::Subordinator,
            Class::Relative,
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Subject,
            Class::Negation,
        ];
        token.is_word() && !token.is_capital() && !classes.has_any(&function)
    };
    let said = reading.is_one_of(next, &["said", "says", "according", "given", "including", "told"]);
    let noun = reading.word(first).ends_with('s') || reading.word(first).ends_with("ing");
    let told = reading.cue(next, Cue::Inspectors) || reports(reading, next + 1);
    opens && plain(first) && !noun && plain(next) && !said && !told && plain(next + 1)
}

/// "appoint a manager |, a post empty since Easter": what the thing before the comma is, up to the end.
fn is_apposition(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    // ", a demand that goes back to 2014"
    let told_of = reading.is(at + 2, "that");
    let goes_on = |index: usize| {
        reading.is_kind(index, Kind::Comma)
            || reading.has(index, Class::Coordinator)
            || reading.is(index, "to") && !told_of
    };
    reading.is_one_of(at, &["a", "an"]) && !(at..end).any(goes_on)
}

/// ", a box of which was found open", ", which it did", ", where pots were washed": a remark on an action, up to
/// the end of its sentence. What is remarked on a thing belongs to it.
pub(crate) fn remarks(reading: &Reading<'_>, comma: usize, end: usize, slot: Slot) -> bool {
    let next = comma + 1;
    // ", which it does when …": of all that was said
    let of_all = reading.is(next, "which")
        && reading.has(next + 1, Class::Subject)
        && reading.has(next + 2, Class::Do);
    if slot == Slot::Matter || of_all {
        return of_all;
    }
    let last = !(next..end.min(next + 60)).any(|index| reading.token(index).kind == Kind::Comma);
    let relative = reading.is_one_of(next, &["which", "where", "when", "who", "whose"])
        || reading.is(next, "after") && !is_after_hours(reading, next);
    let aside = reading.is(next, "something")
        || reading.is(next, "as") && reading.is_pronoun(next + 1, &["i", "we", "he", "she", "they"])
        || reading.is(next, "as")
            && reading.has(next + 1, Class::Determiner)
            && verb_in(reading, next, end.min(next + 6));
    let of_which = (next + 1..end.min(next + 5))
        .any(|index| reading.is(index, "of") && reading.is_one_of(index + 1, &["which", "whom"]));
    of_which || aside || relative && last && slot != Slot::List
}

/// ", a cat having been seen", ", some of them being new": a noun phrase with its own participle.
fn is_absolute(reading: &Reading<'_>, comma: usize, end: usize) -> bool {
    let next = comma + 1;
    (next + 1..end.min(next + 6))
        .find(|&index| reading.is_one_of(index, &["having", "being"]))
        .is_some_and(|verb| (next..verb).all(|index| plain_noun(reading, index)))
}

/// "within six months |, the force should": a phrase that leads in to the clause.
fn leads_in(reading: &Reading<'_>, at: usize, comma: usize) -> bool {
    comma < at + 8 && reading.has(at, Class::Preposition) && !verb_in(reading, at, comma)
}

/// A word of a noun phrase: no verb of what is asked, no preposition but "of".
fn plain_noun(reading: &Reading<'_>, index: usize) -> bool {
    reading.token(index).is_word()
        && !reading.cue(index, Cue::Act)
        && (reading.is(index, "of") || !reading.has(index, Class::Preposition))
}

/// "which is one of two such areas": a remark that ends the sentence.
fn is_last_relative(reading: &Reading<'_>, which: usize, end: usize) -> bool {
    let verb = which + 1 < end && (reading.has(which + 1, Class::Be) || reading.is(which + 1, "means"));
    verb && !(which..end).any(|index| reading.token(index).kind == Kind::Comma)
}

/// ", has to commission", ", needs to review": the same subject, by another modal.
fn binds(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at + 1, "to")
        && (reading.has(at, Class::Have) || reading.is_one_of(at, &["needs", "need", "ought"]))
}

/// "the report says", "inspectors said", "said the watchdog", at the end of a sentence.
fn reports_behind(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let noun = |index: usize| {
        reading.cue(index, Cue::Act)
            || reading.cue(index, Cue::ActOrNoun)
            || index > at
                && (reading.has(index - 1, Class::Preposition) || reading.has(index - 1, Class::Determiner))
    };
    let passive = |index: usize| index > at && reading.has(index - 1, Class::Be);
    let verbs = |index: &usize| {
        (reports(reading, *index) || is_opinion(reading, *index)) && !noun(*index) && !passive(*index)
    };
    let verb = (at..end.min(at + 7)).find(verbs);
    verb.is_some_and(|verb| {
        let plain =
            (at..verb).all(|index| !reading.cue(index, Cue::Act) && reading.token(index).kind != Kind::Comma);
        let rest = end.saturating_sub(verb + 1);
        plain && (verb == at || rest <= 2 || reading.token(verb + 1).kind == Kind::Comma)
    })
}

/// ", the team felt", ", the report goes on"
fn is_opinion(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_one_of(index, &["felt", "thought", "believed", "reckoned"])
        || reading.is_one_of(index, &["goes", "went"]) && reading.is(index + 1, "on")
}

/// ", staff should", ", each door must": a short subject and its modal, without a coordinator.
fn obliges(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let modal =
        (at..end.min(at + 5)).find(|&index| reading.is_one_of(index, &["should", "must", "need", "needs"]));
    modal.is_some_and(|modal| {
        (at..modal).all(|index| reading.token(index).is_word() && !reading.has(index, Class::Relative))
            && !leads_on(reading, at)
    })
}
