//! What the words beside a name say about whether it is the inspected body's.

use std::ops::Range;

use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::organisation::ProperName;
use crate::reading::Reading;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// How much each thing beside a name says.
pub(crate) mod weight {
    /// "X was rated", "X was inspected".
    pub(crate) const GRADED: i32 = 4;
    /// "X fell", "X retained".
    pub(crate) const MOVED: i32 = 3;
    /// "inspection of X", "rated X".
    pub(crate) const INSPECTION_OF: i32 = 4;
    /// "X, in Bridge Street,", "residents at X".
    pub(crate) const INTRODUCED: i32 = 3;
    /// "X looks after".
    pub(crate) const DOES: i32 = 2;
    /// "at X", where the name tells no kind.
    pub(crate) const AT: i32 = 1;
    /// Named in the headline.
    pub(crate) const HEADLINE: i32 = 2;
    /// Built like the names of what the inspectorate inspects.
    pub(crate) const KIND: i32 = 5;
    /// Known to the lexicon.
    pub(crate) const KNOWN: i32 = 2;
    /// "X said".
    pub(crate) const SPEAKS: i32 = -2;
    /// "in X".
    pub(crate) const PLACE: i32 = -3;
    /// "run by X".
    pub(crate) const OWNER: i32 = -8;
    /// "A and B, both run by X", where X is a trust.
    pub(crate) const SITES: i32 = 12;
    /// "neighbouring X".
    pub(crate) const ELSEWHERE: i32 = -4;
    /// A name that shows no kind, where those of what is inspected always do: a station's place.
    pub(crate) const UNKIND: i32 = -5;
    /// A person's name, or a street's.
    pub(crate) const PERSON: i32 = -6;
    /// "told The X".
    pub(crate) const PRESS: i32 = -9;
    /// Built like the names of something else.
    pub(crate) const OTHER_KIND: i32 = -9;
}

/// What the words on both sides of one mention say.
pub(crate) fn beside(reading: &Reading<'_>, tokens: &Range<usize>, name: &ProperName) -> i32 {
    let sentence = &reading.tokens.sentences[reading.sentence_of(tokens.start)];
    let headline = reading.block_kind(sentence) == BlockKind::Headline;
    if let Some(noun) = noun_behind(reading, tokens.end, sentence.tokens.end)
        && name.kinds.is_empty()
    {
        let placed = headline
            || tokens.start > sentence.tokens.start && reading.has(tokens.start - 1, Class::Determiner);
        return if placed {
            weight::PLACE
        } else {
            weight::INTRODUCED + after(reading, noun, sentence, name)
        };
    }
    if headline {
        return weight::HEADLINE;
    }
    if is_place(reading, tokens, name) {
        return weight::PLACE;
    }
    before(reading, tokens.start, sentence, name) + after(reading, tokens.end, sentence, name)
}

/// "on the front at X, where generations have queued": a town, and not a body.
fn is_place(reading: &Reading<'_>, tokens: &Range<usize>, name: &ProperName) -> bool {
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    let inside = reading.cue(before, Cue::PlaceBefore) || reading.is(before, "at");
    name.kinds.is_empty() && inside && reading.is(tokens.end + 1, "where")
}

/// Past the common noun of a body right behind a name: "St Catherines | care home |", "a Fife | nursery |".
fn noun_behind(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    if at >= end || reading.token(at).is_capital() {
        return None;
    }
    let terms = reading.vocabulary.terms(&reading.tokens.list[at..end]);
    let nouns =
        terms.filter(|(_, meanings)| meanings.iter().any(|meaning| matches!(meaning, Meaning::BodyNoun(_))));
    nouns.last().map(|(size, _)| at + size)
}

/// "inspection of X", "rated X"; against it: "told The X", "in X", "run by X", "manager X", "nearby X".
fn before(reading: &Reading<'_>, at: usize, sentence: &Sentence, name: &ProperName) -> i32 {
    let start = sentence.tokens.start;
    let mut index = at;
    while index > start && is_transparent(reading, index - 1) {
        index -= 1;
    }
    if index == start {
        return 0;
    }
    let near = index - 1;
    let further = near.checked_sub(1).filter(|&further| further >= start);
    let region = reading.is_any(near, words!["west", "east", "north", "south", "mid", "central", "rural"])
        && further.is_some_and(|index| reading.cue(index, Cue::PlaceBefore));
    let told = reading.is(near, "told") || reading.is(near, "tells");
    let press =
        reading.cue(name.tokens.end - 1, Cue::Press) || index < at && reading.token(at - 1).is_capital();
    let elsewhere =
        (near.saturating_sub(3).max(start)..=near).any(|index| reading.cue(index, Cue::Elsewhere));
    if told && name.kinds.is_empty() && press {
        weight::PRESS
    } else if reading.is_post(near) || reading.is_title(near) {
        if name.kinds.is_empty() { weight::PERSON } else { 0 }
    } else if elsewhere {
        weight::ELSEWHERE
    } else if reading.is(near, "by") && further.is_some_and(|index| reading.cue(index, Cue::Run)) {
        let department =
            (near.saturating_sub(9).max(start)..near).any(|index| reading.cue(index, Cue::Department));
        let several = further.is_some_and(|run| runs_several(reading, run, name));
        match () {
            () if several => weight::SITES,
            () if department => weight::INSPECTION_OF,
            () => weight::OWNER,
        }
    } else if further
        .is_some_and(|index| reading.cue(index, Cue::Inspection) && introduces_inspected(reading, near, name))
        || reading.cue(near, Cue::Graded) && !told
        || reading.cue(near, Cue::Inspected)
        || calls_on(reading, near, start)
    {
        weight::INSPECTION_OF
    } else if reading.is_any(near, words!["at", "of"])
        && further.is_some_and(|index| reading.cue(index, Cue::Leaders) || reading.cue(index, Cue::Inmates))
    {
        weight::INTRODUCED
    } else if name.kinds.is_empty() && reading.is_any(near, words!["at", "inside", "into"]) {
        weight::AT
    } else if (region || reading.cue(near, Cue::PlaceBefore))
        && (name.kinds.is_empty() || name.known.is_some() && name.tokens.len() == 1)
    {
        weight::PLACE
    } else {
        0
    }
}

/// "A Infirmary and B Hospital, both | run by X Hospitals NHS Trust": hospitals are places of what is inspected.
fn runs_several(reading: &Reading<'_>, run: usize, name: &ProperName) -> bool {
    let trust = |kind: &u16| {
        let id = reading.lexicon.body_kinds()[usize::from(*kind)].id.as_str();
        id.ends_with("trust") || id == "health-board"
    };
    run > 0 && reading.is_any(run - 1, words!["both", "all"]) && name.kinds.iter().any(trust)
}

/// "dropped in unannounced on | X", "called at | X".
fn calls_on(reading: &Reading<'_>, preposition: usize, start: usize) -> bool {
    let mut before = preposition.saturating_sub(4).max(start)..preposition;
    reading.is_any(preposition, words!["on", "at"])
        && before.any(|index| {
            reading
                .is_any(index, words!["dropped", "drop", "called", "call", "swooped", "descended", "arrived"])
        })
}

/// "inspection of X", "report on X"; "services in X" only where X is a council, a force or the like.
fn introduces_inspected(reading: &Reading<'_>, preposition: usize, name: &ProperName) -> bool {
    let territorial = |kind: &u16| {
        let id = reading.lexicon.body_kinds()[usize::from(*kind)].id.as_str();
        matches!(
            id,
            "council"
                | "police"
                | "fire"
                | "partnership"
                | "childrens-services"
                | "probation"
                | "youth-justice"
        )
    };
    reading.has(preposition, Class::Preposition)
        && !reading.is(preposition, "by")
        && (!reading.is(preposition, "in") || name.kinds.iter().any(territorial))
}

fn is_transparent(reading: &Reading<'_>, index: usize) -> bool {
    reading.token(index).is_quotation_mark() || reading.is(index, "the")
}

/// "X, in Bridge Street, was rated", "X, which looks after"; against it: "X said", "X, 34,".
fn after(reading: &Reading<'_>, at: usize, sentence: &Sentence, name: &ProperName) -> i32 {
    let end = sentence.tokens.end;
    let next = reading.skip_marks(reading.skip_bracket(at, end), end);
    if reading.is(next, "as") && reading.is(next + 1, "a") && reading.is(next + 2, "whole") {
        return weight::INSPECTION_OF;
    }
    let next = past_place(reading, next, end);
    if next < end && reading.token(next).kind == Kind::Comma {
        let commas = (next + 1..end.min(next + 30)).filter(|&index| reading.token(index).kind == Kind::Comma);
        let predicates = commas.take(3).map(|comma| predicate(reading, comma + 1, end));
        return insertion(reading, next + 1, end, name) + predicates.max().unwrap_or(0);
    } else if next < end && reading.cue(next, Cue::Which) {
        return weight::DOES;
    }
    predicate(reading, next, end)
}

/// Past "in Cupar", "near Oakwardine Cross".
fn past_place(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    if at + 1 >= end
        || !reading.is_any(at, words!["in", "near", "at", "on", "of"])
        || !reading.token(at + 1).is_capital()
    {
        return at;
    }
    (at + 1..end).find(|&index| !reading.token(index).is_capital()).unwrap_or(end)
}

/// What follows a name's comma: an address, "which looks after", "a house in"; a person's age or post.
fn insertion(reading: &Reading<'_>, at: usize, end: usize, name: &ProperName) -> i32 {
    if at >= end {
        return 0;
    }
    let stop = (at..end).find(|&index| reading.token(index).kind == Kind::Comma).unwrap_or(end).min(at + 12);
    let head = (at + 1..stop).find(|&index| reading.has(index, Class::Preposition)).unwrap_or(stop);
    let place = reading.has(at, Class::Preposition) || reading.cue(at, Cue::Run) || reading.is(at, "based");
    // "on Marine Terrace": an address, and no marine.
    let named = |index: usize| place && reading.token(index).is_capital();
    let post = (at..head.min(at + 6)).any(|index| reading.is_post(index) && !named(index));
    let age = reading.token(at).kind == Kind::Number && stop == at + 1;
    let relative = reading.cue(at, Cue::Which) && !reading.is(at, "who");
    let described = reading.has(at, Class::Determiner);
    let sister = relative
        && (at + 1..stop).any(|index| reading.is(index, "same") || reading.cue(index, Cue::Elsewhere));
    let runs = relative && at + 1 < end && reading.cue(at + 1, Cue::Run);
    if (age || post && !relative) && name.kinds.is_empty() || reading.is(at, "who") {
        weight::PERSON
    } else if sister {
        weight::ELSEWHERE
    } else if runs {
        weight::OWNER
    } else if place || relative || described && !post {
        weight::INTRODUCED
    } else {
        0
    }
}

/// "looks after", "is a home"; not "is the latest".
fn introduces(reading: &Reading<'_>, verb: usize, end: usize) -> bool {
    !reading.has(verb, Class::Be)
        || verb + 1 < end && reading.is_any(verb + 1, words!["a", "an", "one", "home"])
}

/// "end up with", "came away with": a verb of getting a grade.
fn ends_up(reading: &Reading<'_>, verb: usize, end: usize) -> bool {
    verb + 2 < end
        && reading.is_any(verb, words!["end", "ends", "ended", "come", "comes", "came", "walk", "walked"])
        && reading.is_any(verb + 1, words!["up", "away", "off"])
        && reading.is(verb + 2, "with")
}

/// The verb that follows a name, behind auxiliaries and adverbs.
fn predicate(reading: &Reading<'_>, at: usize, end: usize) -> i32 {
    let helper = |index: usize| {
        let classes = reading.vocabulary.classes(reading.token(index).symbol);
        classes.has_any(&[Class::Be, Class::Have, Class::Adverb, Class::Modal, Class::When])
    };
    let mut verb = at;
    while verb < end && verb < at + 6 && helper(verb) && !reading.token(verb).is_quotation_mark() {
        verb += 1;
    }
    let with_helper = verb > at;
    if verb >= end {
        0
    } else if reading.has(verb - usize::from(with_helper), Class::Have)
        && reading.is_any(verb, words!["seen", "read", "learned", "learnt", "obtained"])
        && !reading.is_any(verb + 1, words!["its", "their", "it", "a", "improvement"])
    {
        weight::PRESS
    } else if reading.cue(verb, Cue::Inspected)
        || with_helper && reading.is(verb, "looked") && reading.is_any(verb + 1, words!["at", "over", "into"])
        || with_helper && (reading.cue(verb, Cue::Graded) || reading.is_any(verb, words!["seen", "left"]))
    {
        weight::GRADED
    } else if reading.cue(verb, Cue::Speaks) && !with_helper {
        weight::SPEAKS
    } else if reading.cue(verb, Cue::Moved) || ends_up(reading, verb, end) {
        weight::MOVED
    } else if at < end && reading.cue(at, Cue::Does) && introduces(reading, at, end) {
        weight::DOES
    } else {
        0
    }
}
