//! Whether an article reports an inspection of its own, or only mentions one: an earlier grade, a career, a
//! contest that borrows the words.

use std::ops::Range;

use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::organisation::{Form, InspectorateMention, Organisations};
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_list::words;

/// Whether the words of inspections are frequent enough for the article to be about one.
pub(crate) fn is_about_inspection(reading: &Reading<'_>, organisations: &Organisations) -> bool {
    let speaks_of = |(index, sentence): &(usize, &Sentence)| {
        reading.sentence_has(*index, Cue::AboutInspection)
            || names_inspectorate(reading, organisations, &sentence.tokens)
    };
    let sentences = reading.tokens.sentences.iter().enumerate().filter(speaks_of);
    let needed = if reading.tokens.sentences.len() <= 6 { 1 } else { 2 };
    sentences.take(needed).count() == needed
}

/// Whether the first half speaks of a contest or a play: its words of inspections are borrowed.
pub(crate) fn is_show(reading: &Reading<'_>) -> bool {
    let sentences = reading.tokens.sentences.len();
    let half = 0..sentences.min(sentences / 2 + 3);
    half.filter(|&sentence| reading.sentence_has(sentence, Cue::Show)).count() >= 4
}

/// How many of the first sentences, headline included, speak of the inspection. An article that comes to it
/// later only mentions one: a home in the news "which is rated good".
pub(crate) fn opening(reading: &Reading<'_>, organisations: &Organisations) -> usize {
    let all = reading.tokens.sentences.len();
    let first = 0..all.min((all / 2).max(5));
    let tokens = |sentence: usize| reading.tokens.sentences[sentence].tokens.clone();
    let holding = |cue: Cue| first.clone().filter(move |&sentence| reading.sentence_has(sentence, cue));
    let other = holding(Cue::OtherReview).next().is_some()
        || holding(Cue::InspectorPost).flat_map(tokens).any(|index| is_other_inspector(reading, index));
    let court = holding(Cue::Court).flat_map(tokens).filter(|&index| reading.cue(index, Cue::Court)).count();
    if court > 1 && holding(Cue::Inspected).chain(holding(Cue::OfInspection)).next().is_none() {
        return 0;
    }
    let speaks = |sentence: &usize| {
        let whole = tokens(*sentence);
        let cue = !other && reading.sentence_has(*sentence, Cue::OfInspection);
        (cue || names_inspectorate(reading, organisations, &whole)) && {
            let own = without_aside(reading, &whole);
            names_inspectorate(reading, organisations, &own)
                || cue && own.into_iter().any(|index| reading.cue(index, Cue::OfInspection))
        }
    };
    first.clone().filter(speaks).count()
}

/// Whether an inspectorate is named outside a remark about an earlier grade, and by more than a quoted boast.
pub(crate) fn is_named_for_itself(reading: &Reading<'_>, organisations: &Organisations) -> bool {
    let mentions = &organisations.inspectorates;
    mentions.iter().filter(|mention| !is_of_a_career(reading, mention)).any(|mention| {
        let sentence = &reading.tokens.sentences[reading.sentence_of(mention.tokens.start)].tokens;
        without_aside(reading, sentence).contains(&mention.tokens.start)
            && mention.form != Form::Noun
            && reading.token(mention.tokens.start).is_capital()
            && !reading.is_quoted(mention.tokens.start)
    })
}

/// A sentence up to a remark about an earlier grade: "Beck School, | which was rated good by Ofsted".
fn without_aside(reading: &Reading<'_>, tokens: &Range<usize>) -> Range<usize> {
    let aside = tokens.clone().skip(1).find(|&index| {
        let relative = reading.cue(index, Cue::Which) && reading.is_any(index, words!["which", "who"]);
        let verb = if relative { index + 2 } else { index + 1 };
        let opens = relative || reading.token(index).kind == Kind::Comma;
        let graded = ["rated", "graded", "given", "handed", "awarded"];
        verb < tokens.end && opens && reading.is_one_of(verb, &graded)
    });
    tokens.start..aside.unwrap_or(tokens.end)
}

/// Whether a range names an inspectorate, and not only by a noun like "the watchdog".
fn names_inspectorate(reading: &Reading<'_>, organisations: &Organisations, own: &Range<usize>) -> bool {
    let mentions = &organisations.inspectorates;
    let from = mentions.partition_point(|mention| mention.tokens.start < own.start);
    let mut within = mentions[from..].iter().take_while(|mention| mention.tokens.start < own.end);
    within.any(|mention| {
        let named = mention.form != Form::Noun && reading.token(mention.tokens.start).is_capital();
        named && !is_of_a_career(reading, mention)
    })
}

/// "a former Ofsted inspector", "she was an Ofsted inspector": what somebody does or did for a living.
fn is_of_a_career(reading: &Reading<'_>, mention: &InspectorateMention) -> bool {
    let Some(before) = mention.tokens.start.checked_sub(1) else { return false };
    let post =
        reading.tokens.list.len() > mention.tokens.end && reading.cue(mention.tokens.end, Cue::InspectorPost);
    let former = reading.is_any(before, words!["former", "retired", "ex"]);
    let is_one = reading.is_any(before, words!["a", "an"])
        && before > 0
        && reading.is_any(before - 1, words!["is", "was", "been", "being", "became", "as"]);
    post && (former || is_one)
}

/// "planning inspector", "tax inspector": no inspectorate of services.
fn is_other_inspector(reading: &Reading<'_>, index: usize) -> bool {
    index > 0
        && reading.cue(index, Cue::InspectorPost)
        && reading.is_any(index - 1, words!["planning", "tax", "building", "ticket", "detective"])
}
