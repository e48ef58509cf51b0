//! Which of the inspectorates in an article is the one that inspected: every mention is weighed.

use crate::cue_words::Cue;
use crate::inspection_finding::InspectorateFinding;
use crate::organisation::{Form, InspectorateMention, Organisations};
use crate::reading::Reading;
use crate::token::Kind;
use crate::vocabulary::Meaning;

/// The inspectorate that the article is about: the one named most and earliest.
pub(crate) fn in_play(reading: &Reading<'_>, organisations: &Organisations) -> Option<InspectorateFinding> {
    let rows = reading.lexicon.inspectorates().len();
    let mut tally = vec![0; rows];
    for mention in &organisations.inspectorates {
        tally[usize::from(mention.inspectorate)] += weight(reading, mention);
    }
    for (row, points) in (0..).zip(&mut tally) {
        if *points > 0 && inspects_a_named_body(reading, organisations, row) {
            *points += 6;
        }
    }
    let incidental = |row: u16| reading.lexicon.inspectorates()[usize::from(row)].incidental;
    let named = |mention: &&InspectorateMention| mention.form != Form::Noun;
    let inspects = organisations
        .inspectorates
        .iter()
        .any(|mention| named(&mention) && !incidental(mention.inspectorate));
    let named =
        |mention: &&InspectorateMention| named(mention) && !(inspects && incidental(mention.inspectorate));
    let chosen = organisations.inspectorates.iter().filter(named).reduce(|best, next| {
        let (best_points, next_points) =
            (tally[usize::from(best.inspectorate)], tally[usize::from(next.inspectorate)]);
        if next_points > best_points { next } else { best }
    })?;
    fullest(reading, organisations, chosen.inspectorate)
}

/// How much one mention says for its inspectorate.
fn weight(reading: &Reading<'_>, mention: &InspectorateMention) -> i32 {
    let bracketed =
        mention.tokens.start.checked_sub(1).is_some_and(|at| reading.token(at).kind == Kind::BracketOpen);
    if mention.form == Form::Noun || bracketed {
        return 0;
    }
    let sentence = reading.sentence_of(mention.tokens.start);
    let inspects = reading.sentence_has(sentence, Cue::AboutInspection);
    let early = if sentence < 8 { 2 } else { 0 };
    let proper = reading.token(mention.tokens.start).is_capital();
    let own = if mention.form == Form::Name && proper { 2 } else { 1 };
    own + early + i32::from(inspects)
}

fn inspects_a_named_body(reading: &Reading<'_>, organisations: &Organisations, row: u16) -> bool {
    let inspects = kinds_inspected(reading, row);
    organisations.names.iter().take(60).any(|name| name.kinds.iter().any(|kind| inspects.contains(kind)))
}

/// The kinds of body an inspectorate inspects, by place in the lexicon's table.
pub(crate) fn kinds_inspected(reading: &Reading<'_>, row: u16) -> Vec<u16> {
    let inspects = &reading.lexicon.inspectorates()[usize::from(row)].inspects;
    let kinds = (0..).zip(reading.lexicon.body_kinds());
    kinds.filter(|(_, kind)| inspects.contains(&kind.id)).map(|(place, _)| place).collect()
}

/// The first mention of the fullest form of an inspectorate's name; press names only where there is no other.
fn fullest(reading: &Reading<'_>, organisations: &Organisations, row: u16) -> Option<InspectorateFinding> {
    let names = organisations
        .inspectorates
        .iter()
        .filter(|mention| mention.inspectorate == row && mention.form != Form::Noun);
    let aliases = &reading.lexicon.inspectorates()[usize::from(row)].aliases;
    let best = names.reduce(|best, next| {
        let length = |mention: &InspectorateMention| {
            let text = reading.text(mention.tokens.clone());
            let own = !aliases.iter().any(|alias| alias.eq_ignore_ascii_case(text));
            (own, text.len())
        };
        if length(next) > length(best) { next } else { best }
    })?;
    Some(InspectorateFinding { row, tokens: best.tokens.clone() })
}

/// Whether an inspectorate that has other work too (the Environmental Protection Agency) inspects here: the text
/// names one of its programmes, or a body such as it inspects.
pub(crate) fn does_inspect_here(reading: &Reading<'_>, organisations: &Organisations, row: u16) -> bool {
    let programme = |index: usize| {
        let mut terms = reading.vocabulary.terms(&reading.tokens.list[index..]);
        terms.any(|(_, meanings)| {
            meanings.iter().any(|meaning| matches!(meaning, Meaning::Programme(of, _) if *of == row))
        })
    };
    !reading.lexicon.inspectorates()[usize::from(row)].incidental
        || inspects_a_named_body(reading, organisations, row)
        || (0..reading.tokens.list.len()).any(programme)
}
