//! Whose words an article's tokens are.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::cue_words::Cue;
use crate::finding::StatementFinding;
use crate::organisation::{Form, Organisations};
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The article itself.
    Narrator,
    /// An inspectorate, its people, reports and visits.
    Inspectorate,
    /// Anybody else.
    Other,
}

/// Who inspects for a council.
static OFFICERS: WordList = WordList::new(&["officers", "officer", "inspectors", "inspector", "team"]);

/// The voice of each token.
#[derive(Debug)]
pub(crate) struct Voices {
    of_tokens: Vec<Voice>,
    /// The first and last names of inspectors who speak.
    inspectors: FxHashSet<String>,
}

impl Voices {
    /// From an article's statements: what none of them holds, the article says itself. `by_council`: council
    /// officers do the inspecting, and speak for the inspectorate.
    pub(crate) fn new(
        reading: &Reading<'_>,
        organisations: &Organisations,
        statements: &[StatementFinding],
        by_council: bool,
    ) -> Self {
        let officers = |statement: &&StatementFinding| {
            let mut speaker = statement.speaker.tokens.clone().into_iter().flatten();
            by_council && speaker.any(|index| reading.is_any(index, &OFFICERS))
        };
        let inspects = |statement: &&StatementFinding| {
            statement.speaker.is_inspectorate
                || is_notice(reading, statement)
                || officers(statement)
                || is_introduced_so(reading, organisations, statement)
        };
        let inspecting: Vec<bool> = statements.iter().map(|statement| inspects(&statement)).collect();
        let inspectors: FxHashSet<&str> = (statements.iter().zip(&inspecting))
            .filter(|(_, inspects)| **inspects)
            .filter_map(|(found, _)| found.speaker.name.as_deref())
            // A council has more to say than what its officers found.
            .filter(|name| !by_council || is_a_persons(name) && !name.ends_with("Council"))
            .collect();
        let mut voices = vec![Voice::Narrator; reading.tokens.list.len()];
        for (statement, inspects) in statements.iter().zip(inspecting) {
            let named = statement.speaker.name.as_deref().is_some_and(|name| inspectors.contains(name));
            let voice = if named || inspects { Voice::Inspectorate } else { Voice::Other };
            for segment in &statement.segments {
                voices[segment.clone()].fill(voice);
            }
        }
        let rows = reading.lexicon.inspectorates();
        let persons =
            inspectors.iter().filter(|name| is_a_persons(name) && rows.iter().all(|row| row.name != **name));
        let words = persons.flat_map(|name| name.split_whitespace());
        Self { of_tokens: voices, inspectors: words.map(str::to_owned).collect() }
    }

    /// "Dame Harriet", "Ms Vane": part of the name of an inspector who speaks in the article.
    pub(crate) fn names_inspector(&self, reading: &Reading<'_>, phrase: &Range<usize>) -> bool {
        let name = |index: usize| !reading.is_post(index) && self.inspectors.contains(reading.word(index));
        phrase.len() <= 4 && !self.inspectors.is_empty() && phrase.clone().any(name)
    }

    /// Whether any of these tokens has a voice.
    pub(crate) fn holds(&self, tokens: &Range<usize>, voice: Voice) -> bool {
        self.of_tokens[tokens.clone()].contains(&voice)
    }

    #[inline]
    pub(crate) fn at(&self, token: usize) -> Voice {
        self.of_tokens.get(token).copied().unwrap_or(Voice::Narrator)
    }
}

/// Whether the words that name the speaker, or those right beside them, are the inspectorate's: "the
/// regulator", "Kate Dodson, chief of regulatory engagement at RSH".
fn is_introduced_so(
    reading: &Reading<'_>,
    organisations: &Organisations,
    statement: &StatementFinding,
) -> bool {
    let Some(speaker) = &statement.speaker.tokens else { return false };
    if is_pronoun(reading, speaker) && statement.speaker.name.as_deref().is_none_or(|name| name.len() < 5) {
        return is_inspectors(reading, organisations, speaker.start);
    }
    let sentence = &reading.tokens.sentences[reading.sentence_of(speaker.start)].tokens;
    let mut start = speaker.start;
    while start > sentence.start && start + 10 > speaker.start && is_beside(reading, start - 1) {
        start -= 1;
    }
    let mut end = speaker.end;
    while end < sentence.end && end < speaker.end + 14 && is_beside(reading, end) {
        end += 1;
    }
    means_inspectorate(reading, organisations, start..end)
        || led_inspection(reading, end, sentence.end)
        || leads_work(reading, organisations, end, sentence.end)
}

/// "Hester Vane, | who leads the commission's work in the north".
fn leads_work(reading: &Reading<'_>, organisations: &Organisations, at: usize, end: usize) -> bool {
    let at = at + usize::from(reading.is_kind(at, Kind::Comma));
    let work = (at + 3..end.min(at + 9))
        .find(|&index| reading.is_any(index, words!["work", "team", "teams", "inspections", "operations"]));
    reading.is(at, "who")
        && reading.is_any(at + 1, words!["leads", "led", "heads", "runs", "oversees", "directs"])
        && work.is_some_and(|work| means_inspectorate(reading, organisations, at + 2..work))
}

/// "said Kay Moss, | who led the inspection".
fn led_inspection(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let leads = reading.is_any(
        at + 1,
        words!["led", "leads", "headed", "heads", "carried", "oversaw", "oversees", "manages", "runs"],
    ) || reading.is(at + 1, "is") && reading.is(at + 3, "charge");
    at + 3 < end
        && reading.is(at, "who")
        && leads
        && (at + 2..end.min(at + 9))
            .any(|index| reading.is_any(index, words!["inspection", "inspections", "inspectors", "visit"]))
}

/// "Delphine Stirrup", not "a spokesman for the regulator".
fn is_a_persons(name: &str) -> bool {
    name.contains(' ') && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// "The first notice says".
fn is_notice(reading: &Reading<'_>, statement: &StatementFinding) -> bool {
    let mut speaker = statement.speaker.tokens.clone().into_iter().flatten();
    speaker.any(|index| reading.is_any(index, words!["notice", "notices"]))
}

fn is_pronoun(reading: &Reading<'_>, speaker: &Range<usize>) -> bool {
    speaker.len() == 1 && ["he", "she", "they", "it"].iter().any(|word| reading.is(speaker.start, word))
}

/// Whether "she" means an inspector: the last person spoken of in the paragraph, or that before it, is one.
fn is_inspectors(reading: &Reading<'_>, organisations: &Organisations, pronoun: usize) -> bool {
    for index in (pronoun.saturating_sub(60)..pronoun).rev() {
        if reading.cue(index, Cue::InspectorPost) {
            return true;
        }
        let names = &organisations.names;
        let named = names.get(names.partition_point(|name| name.tokens.end <= index));
        let person = named.is_some_and(|name| name.tokens.contains(&index) && name.kinds.is_empty());
        if person && !reading.is_quoted(index) || reading.is_post(index) {
            return false;
        }
    }
    false
}

/// A word of a name, a post or an apposition.
fn is_beside(reading: &Reading<'_>, index: usize) -> bool {
    let classes = reading.vocabulary.classes(reading.token(index).symbol);
    let ends = matches!(reading.token(index).kind, Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Dash)
        || reading.token(index).is_quotation_mark();
    let verb = classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Relative, Class::Subordinator]);
    !ends && !verb && !reading.reports(index)
}

fn means_inspectorate(reading: &Reading<'_>, organisations: &Organisations, words: Range<usize>) -> bool {
    let mentions = &organisations.inspectorates;
    let from = mentions.partition_point(|mention| mention.tokens.start < words.start);
    let mut within = mentions[from..].iter().take_while(|mention| mention.tokens.start < words.end);
    within.any(|mention| mention.form != Form::Noun || reading.is_the(mention.tokens.start))
        || words.clone().any(|index| reading.cue(index, Cue::InspectorPost))
        || words.into_iter().skip(1).any(|index| {
            reading.is(index, "team") && reading.is_any(index - 1, words!["inspection", "inspecting"])
        })
}
