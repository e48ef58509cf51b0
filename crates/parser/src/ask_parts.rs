//! One ask or several: an action cut at its parallel verbs, a list at its commas and its "and".

use std::ops::Range;

use onrecord_lexicon::Slot;

use crate::ask_extent::{ask_end, trimmed_end};
use crate::cue_words::Cue;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;

/// The parts of an action at its parallel verbs, the first verb included: "repair the gate, | appoint a lead
/// and | carry out a roll call".
pub(crate) fn split_actions(reading: &Reading<'_>, action: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = action.start;
    let mut index = action.start + 1;
    let (mut embedded, mut listed) = (false, false);
    while index < action.end {
        embedded |= reading.is(index, "that") || reading.has(index, Class::Relative);
        // "count the drugs, make sure that staff are trained | and appoint a nurse": "and" closes the list of verbs.
        let embedded_here = embedded && !(listed && reading.is(index, "and"));
        if let Some(next) = parallel_verb(reading, start, index, action.end, embedded_here) {
            parts.push(start..trimmed_end(reading, start, index));
            listed = next == index + 1 && reading.is_kind(index, Kind::Comma);
            start = next;
            index = next;
            embedded = false;
        }
        index += 1;
    }
    parts.push(start..action.end);
    parts
}

/// The parallel verb behind an inserted report of who says so, with what belongs to it: "must count its drugs |,
/// the report said, and | train its nurses".
pub(crate) fn resumed_action(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let comma = |index: &usize| reading.token(*index).kind == Kind::Comma;
    let close = (at + 2..end.min(at + 9)).find(comma).filter(|_| at < end && comma(&at))?;
    let told = (at + 1..close).any(|index| reading.reports(index) && !reading.is_noun_of_speech(index));
    let next =
        parallel_verb(reading, at, close, end, false).filter(|_| told && reading.is(close + 1, "and"))?;
    Some(next..ask_end(reading, next, end, false, Slot::Action))
}

/// Where the next parallel verb stands, if a comma or coordinator at `index` leads to one.
fn parallel_verb(
    reading: &Reading<'_>,
    start: usize,
    index: usize,
    end: usize,
    embedded: bool,
) -> Option<usize> {
    let comma = reading.token(index).kind == Kind::Comma;
    if !comma && !reading.is(index, "and") {
        return None;
    }
    let mut next = index + 1;
    if comma && next < end && reading.is(next, "and") {
        next += 1;
    }
    if !comma {
        next = past_deadline_aside(reading, next, end);
    }
    next = reading.skip_marks(next, end);
    while next < end && reading.cue(next, Cue::Between) {
        next += 1;
    }
    let with_to = next < end && reading.is(next, "to");
    next += usize::from(with_to);
    if next >= end || index < start + 2 || reading.is(next - 1, "not") {
        return None;
    }
    // "more chances to crawl and explore": the verb goes with the infinitive right before.
    let nested =
        !comma && index > start + 3 && reading.is(index - 2, "to") && !takes_object(reading, next + 1, end);
    let embedded = embedded || nested;
    if is_compound_verb(reading, next, end) && !embedded {
        return Some(next);
    }
    let ensures = reading.is(next, "ensure") || reading.is(next, "make") && reading.is(next + 1, "sure");
    let sure = ensures || reading.cue(next, Cue::Act) && !(embedded && !with_to && !comma);
    let likely = reading.cue(next, Cue::ActOrNoun)
        && !is_noun_for(reading, next)
        && (with_to
            || comma && is_whole_clause(reading, start, index) && takes_object(reading, next + 1, end)
            || !embedded
                && (takes_object(reading, next + 1, end)
                    || comma && is_middle_verb(reading, next, end)
                    || closes_verbs(reading, index, end)));
    (sure || likely || with_to && reading.token(next).is_word()).then_some(next)
}

/// "answer calls and|, by May,| train its officers": by when the next verb is to be done.
fn past_deadline_aside(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let comma = |index: usize| reading.token(index).kind == Kind::Comma;
    let opens = at + 2 < end && comma(at) && reading.is_one_of(at + 1, &["by", "within", "before", "from"]);
    let close = (at + 2..end.min(at + 9)).find(|&index| comma(index)).filter(|_| opens);
    close.map_or(at, |close| close + 1)
}

/// "deep-clean the kitchen", "double-check every dose": a verb with a word before its hyphen.
fn is_compound_verb(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let verb = at + 1;
    verb + 1 < end
        && reading.token(verb).is_word()
        && reading.token(verb).is_glued()
        && (reading.cue(verb, Cue::Act) || reading.cue(verb, Cue::ActOrNoun))
        && takes_object(reading, verb + 1, end)
}

/// "the stability of the workforce and | support for families": a noun.
fn is_noun_for(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at + 1, "for")
        && reading.is_one_of(at, &["support", "cover", "work", "name", "budget", "design", "call"])
}

/// "ensure that staff are there, | review the plans": the clause before the comma has its verb, which no infinitive
/// goes on with.
fn is_whole_clause(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    let clause = (start..comma).find(|&index| reading.is(index, "that"));
    clause.is_some_and(|that| (that + 2..comma).any(|index| reading.is_one_of(index, &["is", "are", "has"])))
}

/// "hire more nurses and | cut caseloads": a verb with a plural behind a plural; no "care and support plans".
fn closes_verbs(reading: &Reading<'_>, and: usize, end: usize) -> bool {
    const VERBS: &[&str] = &[
        "cut", "fill", "count", "answer", "share", "train", "clean", "label", "review", "check", "show",
        "limit", "stop", "start", "fit",
    ];
    let plural = |index: usize| {
        let word = reading.word(index);
        reading.is_word(index) && word.ends_with('s') && !word.ends_with("ss")
    };
    and > 0
        && and + 2 < end
        && reading.is(and, "and")
        && plural(and - 1)
        && reading.is_one_of(and + 1, VERBS)
        && plural(and + 2)
        && (and + 3 == end || !reading.is_word(and + 3) || reading.has(and + 3, Class::Preposition))
}

/// "improve attendance, | plan meals with care and give children books": between two verbs, and with a noun behind it.
fn is_middle_verb(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let object = at + 1 < end && {
        let classes = reading.vocabulary.classes(reading.token(at + 1).symbol);
        let function =
            classes.has_any(&[Class::Preposition, Class::Coordinator, Class::Be, Class::Have, Class::Modal]);
        reading.token(at + 1).is_word() && !function
    };
    object
        && (at + 2..end.saturating_sub(1))
            .any(|index| reading.is(index, "and") && reading.cue(index + 1, Cue::Act))
}

/// Whether an object begins here: a determiner, "how", "that", a number, an adverb of a phrasal verb.
fn takes_object(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    at < end && {
        let classes = reading.vocabulary.classes(reading.token(at).symbol);
        classes.has_any(&[Class::Determiner, Class::Question, Class::Number])
            || reading.is(at, "that")
            || reading.is_one_of(at, &["them", "it", "him", "her"])
            || reading.is_participle(at)
            || ["ly", "ing"].iter().any(|ending| reading.word(at).ends_with(ending))
            || classes.has(Class::Preposition) && !reading.is(at, "of") && !reading.is(at, "in")
            || reading.is(at, "in")
                && reading.is_one_of(at + 1, &["everyone", "anyone", "all", "every", "those"])
    }
}

/// The things of a list at their commas and its "and": "the pace of lessons, | and how it uses data".
pub(crate) fn split_things(reading: &Reading<'_>, list: Range<usize>) -> Vec<Range<usize>> {
    let strong = list.clone().any(|index| reading.token(index).kind == Kind::Semicolon);
    let cuts = |index: usize| match strong {
        true => reading.token(index).kind == Kind::Semicolon,
        false => cuts_list(reading, &list, index),
    };
    let cuts: Vec<usize> = list.clone().filter(|&index| cuts(index)).collect();
    let mut parts = Vec::new();
    let mut start = list.start;
    for cut in cuts.into_iter().chain([list.end]) {
        let begin = skip_number(reading, skip_joiners(reading, start, cut), cut);
        let begin = skip_other(reading, begin, cut);
        let end = trimmed_end(reading, begin, cut);
        if begin < end && begin < cut {
            parts.push(begin..end);
        }
        start = cut;
    }
    parts
}

/// Past what counts a list's part: "one about tests and | the other about | drills".
fn skip_other(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let past = match reading.is_one_of(at, &["the", "a"])
        && reading.is_one_of(at + 1, &["other", "second", "third"])
    {
        true => at + 2,
        false if reading.is(at, "another") => at + 1,
        false => return at,
    };
    let leads = past + 1 < end && (reading.has(past, Class::Preposition) || reading.is(past, "to"));
    if leads { past + 1 } else { at }
}

/// Past the number of a list's part: "R1, | improve teaching".
fn skip_number(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let numbered = at + 2 < end
        && reading.token(at + 1).kind == Kind::Comma
        && reading.word(at).ends_with(|letter: char| letter.is_ascii_digit());
    if numbered { at + 2 } else { at }
}

fn skip_joiners(reading: &Reading<'_>, mut at: usize, end: usize) -> usize {
    let joins = |index: usize| {
        matches!(reading.token(index).kind, Kind::Comma | Kind::Semicolon)
            || reading.is(index, "and")
            || reading.is(index, "that")
    };
    while at < end && joins(at) {
        at += 1;
    }
    at
}

fn cuts_list(reading: &Reading<'_>, list: &Range<usize>, index: usize) -> bool {
    if index <= list.start || index + 1 >= list.end {
        return false;
    }
    let token = reading.token(index);
    if token.kind == Kind::Semicolon {
        return true;
    }
    let later_and = |from: usize| (from..list.end).any(|at| reading.is(at, "and"));
    if token.kind == Kind::Comma {
        let aside = reading.is(index + 1, "including")
            || reading.is(index + 1, "such")
            || reading.has(index + 1, Class::Relative) && !reading.is(index + 1, "that");
        return later_and(index) && !aside && !opened_aside(reading, list.start, index);
    }
    reading.is(index, "and") && parts_are_parallel(reading, list, index)
}

/// ", including handcuffs |,": the comma that closes an aside cuts no list.
fn opened_aside(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    let open = (start..comma).rev().find(|&index| reading.token(index).kind == Kind::Comma);
    open.is_some_and(|open| reading.is(open + 1, "including") || reading.is(open + 1, "such"))
}

/// Whether an "and" without a comma joins two things, and not two words of one.
fn parts_are_parallel(reading: &Reading<'_>, list: &Range<usize>, and: usize) -> bool {
    let start = (list.start..and)
        .rev()
        .find(|&index| reading.token(index).kind == Kind::Comma)
        .map_or(list.start, |comma| comma + 1);
    let words = |range: Range<usize>| range.filter(|&index| reading.token(index).is_word()).count();
    let (left, right) = (words(start..and), words(and + 1..list.end));
    let opens = reading.has(and + 1, Class::Determiner)
        || reading.has(and + 1, Class::Question)
        || reading.is(and + 1, "that");
    let gerund = |index: usize| reading.word(index).ends_with("ing") && reading.token(index).is_word();
    let opens = opens || gerund(start) && gerund(and + 1);
    let commas = list.clone().any(|index| reading.token(index).kind == Kind::Comma);
    let after_comma = reading.token(and - 1).kind == Kind::Comma;
    let last = !(and + 1..list.end).any(|index| reading.is(index, "and"));
    // "the ages and backgrounds of the people": one phrase.
    let bare = !opens && reading.is_the(and - 1) && reading.is(and + 2, "of");
    // "trained in moving and handling": one thing that is done
    let joint = and > start + 1
        && gerund(and - 1)
        && gerund(and + 1)
        && reading.has(and - 2, Class::Preposition)
        && start < and - 2;
    !after_comma
        && !bare
        && !joint
        && (opens
            || left >= 3 && right >= 3 && last
            || left == 2 && right >= 3 && last && !reading.has(start, Class::Determiner)
            || left == 1 && right == 1
            || left == 2 && right == 2 && last && !reading.has(start, Class::Determiner)
            || commas && last && left <= 6 && right >= 2)
}
