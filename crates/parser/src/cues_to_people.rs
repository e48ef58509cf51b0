//! Cues to people: everybody whom the article names, so that "Mr Nwosu", "Ada" and "she" can be told apart.
//!
//! A run of capitalised words is a person where a title, a role or a known first name says so, or where it
//! is made to speak.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::cue::{Cue, CueSpeaker};
use crate::lexer::fold;
use crate::name;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::person::{Gender, Mention, People, Person, surname};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

/// The people of an article.
pub(crate) fn cues_to_people(text: &Text<'_>, cues: &[Cue]) -> People {
    let words = name_words(text);
    let mut named = named_at_cues(cues);
    named.extend(named_elsewhere(text, &words));
    named.sort_by_key(|found| found.name.start);
    named.dedup_by(|later, kept| merge_same_place(text, later, kept));
    Register {
        text,
        people: People::default(),
        fulls: FxHashMap::default(),
        surnames: FxHashMap::default(),
        firsts: FxHashMap::default(),
        beginnings: Beginnings::default(),
    }
    .fill(&named, &words)
}

/// A name in the text.
#[derive(Debug, Clone)]
struct Named {
    name: Range<usize>,
    titled: bool,
    role: Option<Range<usize>>,
}

/// Two findings of one name: the kept one gets the role of the other where it has none or no post.
fn merge_same_place(text: &Text<'_>, later: &mut Named, kept: &mut Named) -> bool {
    let same = later.name.start < kept.name.end;
    if same {
        kept.role = first_post(text, kept.role.take(), || later.role.take());
        kept.titled |= later.titled;
    }
    same
}

/// "The CQC's Ada Nwosu, *director of care*,": a post says more than whom somebody belongs to.
fn first_post(
    text: &Text<'_>,
    role: Option<Range<usize>>,
    other: impl FnOnce() -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let post = |role: &Range<usize>| {
        role.clone()
            .any(|index| text.classes(index).has_any(&[Class::Role, Class::Relation, Class::Spokesperson]))
    };
    if role.as_ref().is_some_and(post) {
        role
    } else {
        other().filter(|other| role.is_none() || post(other)).or(role)
    }
}

fn named_at_cues(cues: &[Cue]) -> Vec<Named> {
    let phrases = cues.iter().filter_map(|cue| match &cue.speaker {
        CueSpeaker::Phrase(phrase) | CueSpeaker::Main(phrase) => Some(phrase),
        CueSpeaker::SameAs(_) | CueSpeaker::Nobody => None,
    });
    phrases.filter_map(named).collect()
}

fn named(phrase: &NounPhrase) -> Option<Named> {
    match &phrase.head {
        Head::Person { name, titled } => {
            Some(Named { name: name.clone(), titled: *titled, role: phrase.role.clone() })
        }
        _ => None,
    }
}

/// The words with a capital that may be part of a person's name, in order.
fn name_words(text: &Text<'_>) -> Vec<u32> {
    let list = text.tokens.list.iter().enumerate();
    let capitals = list.filter(|(_, token)| token.is_capital()).map(|(index, _)| index);
    capitals.filter(|&index| name::is_name_word(text, index)).map(|index| index as u32).collect()
}

/// Names in running text that a title, a role or a first name marks as a person's.
fn named_elsewhere(text: &Text<'_>, words: &[u32]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut sentences = text.tokens.sentences.iter().map(|sentence| &sentence.tokens).peekable();
    let mut end = 0;
    for &word in words {
        let word = word as usize;
        if word < end {
            continue;
        }
        while sentences.next_if(|sentence| sentence.end <= word).is_some() {}
        let Some(&sentence) = sentences.peek() else { break };
        end = run_end(text, word, sentence.end);
        found.extend(person_in_run(text, word..end, sentence.clone()));
    }
    found
}

/// The end of the run of name words that starts with this one.
fn run_end(text: &Text<'_>, start: usize, ceiling: usize) -> usize {
    let mut end = start;
    while end < ceiling && name::is_name_word(text, end) {
        end += 1;
        let initial = end + 1 < ceiling
            && text.kind(end) == Kind::Stop
            && text.token(end - 1).end - text.token(end - 1).start == 1
            && name::is_name_word(text, end + 1);
        end += usize::from(initial);
    }
    end
}

fn person_in_run(text: &Text<'_>, run: Range<usize>, sentence: Range<usize>) -> Option<Named> {
    // "Fire Crews' Union": the apostrophe stands between.
    let owned =
        run.end + 1 < sentence.end && text.token(run.end).is_single_mark() && text.token(run.end).is_glued();
    let next = run.end + usize::from(owned);
    let part_of_body = next < sentence.end
        && text.token(next).is_capital()
        && text.classes(next).has_any(&[Class::Group, Class::BodyNoun]);
    if part_of_body {
        return None;
    }
    let phrase = noun_phrase::ending_at(text, run.end, sentence.start)?;
    let alone = run.len() == 1 && phrase.head == Head::Name;
    if alone && (is_aged(text, run.end, sentence.end) || is_first_name_that_acts(text, &run, sentence.end)) {
        return Some(Named { name: run, titled: false, role: None });
    }
    let mut found = named(&phrase)?;
    let first = text.classes(found.name.start).has_any(&[Class::Male, Class::Female]);
    let several = found.name.len() > 1;
    let role_before = found.role.as_ref().is_some_and(|role| {
        role.clone().any(|index| text.classes(index).has_any(&[Class::Role, Class::Relation]))
    });
    found.role = first_post(text, found.role, || {
        role_behind(text, run.end, sentence.end).or_else(|| role_taken(text, run.end, sentence.end))
    });
    let role_behind = !role_before && found.role.is_some();
    let told_of = role_behind || is_told_of(text, run.end, sentence.end);
    let known = if several { first || told_of } else { first && is_told_of(text, run.end, sentence.end) };
    (found.titled || role_before || known).then_some(found)
}

/// "Jamie, *19*,", "Jamie, *who is nineteen*": an age tells a person from a place.
fn is_aged(text: &Text<'_>, end: usize, ceiling: usize) -> bool {
    let who = end + 3 < ceiling && text.is_word(end + 1, "who") && text.is_one_of(end + 2, &["is", "was"]);
    let number = |index: usize| text.kind(index) == Kind::Number || text.is(index, Class::Number);
    let alone =
        |index: usize| index >= ceiling || !text.token(index).is_word() || text.is(index, Class::Coordinator);
    let at = if who { end + 3 } else { end + 1 };
    at < ceiling && text.kind(end) == Kind::Comma && number(at) && alone(at + 1)
}

/// "*Ada*, whose name has been changed, lost", "*Ada* was nine": a first name alone, and what she is or does.
fn is_first_name_that_acts(text: &Text<'_>, run: &Range<usize>, ceiling: usize) -> bool {
    let first = text.classes(run.start).has_any(&[Class::Male, Class::Female]);
    let acts = run.end < ceiling
        && !text.token(run.end).is_capital()
        && (text.classes(run.end).has_any(&[Class::Be, Class::Have, Class::Do])
            || text.ends_with(run.end, "ed") && text.token(run.end).is_word());
    first && (acts || is_told_of(text, run.end, ceiling))
}

/// "Ada Nwosu *took over as* governor in April", "Ada Nwosu *became* headteacher".
fn role_taken(text: &Text<'_>, end: usize, ceiling: usize) -> Option<Range<usize>> {
    let start = TAKES.iter().find_map(|words| {
        let reads = |(index, word): (usize, &&str)| end + index < ceiling && text.is_word(end + index, word);
        words.iter().enumerate().all(reads).then_some(end + words.len())
    })?;
    let phrase = noun_phrase::starting_at(text, start, ceiling)?;
    let when = |&index: &usize| {
        index + 1 < phrase.tokens.end
            && text.is(index, Class::Preposition)
            && text.classes(index + 1).has_any(&[Class::Month, Class::When, Class::Number, Class::Ordinal])
    };
    let stop = phrase.tokens.clone().find(when).unwrap_or(phrase.tokens.end);
    (phrase.head == Head::Role).then(|| noun_phrase::role_in(text, phrase.tokens.start..stop)).flatten()
}

/// What is said of somebody who gets a post.
const TAKES: &[&[&str]] = &[
    &["took", "over", "as"],
    &["takes", "over", "as"],
    &["stepped", "in", "as"],
    &["joined", "as"],
    &["started", "as"],
    &["became"],
    &["was", "appointed"],
    &["was", "appointed", "as"],
    &["has", "been"],
];

/// "Ada Nwosu, who", "Ada Nwosu, whose", "Ada Nwosu, 34,", "Ada Nwosu (34)".
fn is_told_of(text: &Text<'_>, end: usize, ceiling: usize) -> bool {
    end + 1 < ceiling
        && matches!(text.kind(end), Kind::Comma | Kind::BracketOpen)
        && (text.is_one_of(end + 1, &["who", "whose"])
            || (text.kind(end + 1) == Kind::Number
                && text.token(end + 1).end - text.token(end + 1).start == 2)
            || is_age_in_words(text, end + 1, ceiling))
}

/// "Ada Nwosu, seventy-nine,".
fn is_age_in_words(text: &Text<'_>, start: usize, ceiling: usize) -> bool {
    let stop = (start..ceiling.min(start + 4)).find(|&index| text.kind(index) == Kind::Comma);
    let number = |index: usize| text.is(index, Class::Number) || !text.token(index).is_word();
    stop.is_some_and(|stop| text.is(start, Class::Number) && (start..stop).all(number))
}

/// "Ada Nwosu, the home's manager," and "Ada Nwosu (deputy head)".
fn role_behind(text: &Text<'_>, end: usize, ceiling: usize) -> Option<Range<usize>> {
    if end + 1 >= ceiling || text.kind(end) != Kind::Comma {
        return None;
    }
    let phrase = noun_phrase::starting_at(text, end + 1, ceiling)?;
    let closed =
        phrase.whole.end >= ceiling || matches!(text.kind(phrase.whole.end), Kind::Comma | Kind::Stop);
    (phrase.head == Head::Role && closed).then(|| noun_phrase::role_in(text, phrase.whole)).flatten()
}

struct Register<'a, 'b> {
    text: &'b Text<'a>,
    people: People,
    /// Whole names, surnames and first names, in lower case, of the people entered.
    fulls: FxHashMap<String, usize>,
    surnames: FxHashMap<String, usize>,
    firsts: FxHashMap<String, usize>,
    /// How surnames and first names begin.
    beginnings: Beginnings,
}

/// The first two letters of some words in lower case: most other words begin otherwise.
#[derive(Debug, Default)]
struct Beginnings {
    /// For each first letter the letters behind it, as bits.
    second: [u32; 32],
}

impl Beginnings {
    /// What an ASCII letter has in both cases.
    const LETTER: u8 = 31;

    fn add(&mut self, word: &str) {
        match word.as_bytes() {
            [first, second, ..] => {
                self.second[usize::from(first & Self::LETTER)] |= 1 << (second & Self::LETTER)
            }
            [only] => self.second[usize::from(only & Self::LETTER)] = u32::MAX,
            [] => {}
        }
    }

    /// Whether a word, in any case, may be one of them. Beyond ASCII all may.
    fn may_hold(&self, word: &[u8]) -> bool {
        match word {
            [first, second, ..] if first.is_ascii() && second.is_ascii() => {
                self.second[usize::from(first & Self::LETTER)] & 1 << (second & Self::LETTER) != 0
            }
            _ => true,
        }
    }
}

impl Register<'_, '_> {
    /// Full names first, so that a surname finds its owner wherever it stands.
    fn fill(mut self, named: &[Named], words: &[u32]) -> People {
        let (full, short): (Vec<&Named>, Vec<&Named>) =
            named.iter().partition(|found| self.is_full(&found.name));
        for found in full.into_iter().chain(short) {
            if self.known(found).is_none() {
                self.enter(found);
            }
        }
        for found in named {
            if let Some(person) = self.known(found) {
                self.note(person, found);
            }
        }
        self.note_bare_names(words);
        self.people.mentions.sort_by_key(|mention| mention.token);
        self.people.mentions.dedup_by_key(|mention| mention.token);
        self.people
    }

    /// A first name and a surname.
    fn is_full(&self, name: &Range<usize>) -> bool {
        surname(self.text, name.clone()).start > name.start
    }

    fn key(&self, range: Range<usize>) -> String {
        let mut key = String::new();
        fold(self.text.words(range), &mut key);
        key
    }

    fn enter(&mut self, found: &Named) {
        let person = self.people.list.len();
        self.people.list.push(Person { name: found.name.clone(), role: None, gender: None });
        self.fulls.entry(self.key(found.name.clone())).or_insert(person);
        let surname = self.key(surname(self.text, found.name.clone()));
        self.beginnings.add(&surname);
        self.surnames.entry(surname).or_insert(person);
        if !found.titled || self.is_full(&found.name) {
            let first = self.key(found.name.start..found.name.start + 1);
            self.beginnings.add(&first);
            self.firsts.entry(first).or_insert(person);
        }
    }

    /// The person whom a name means: a full name itself, else by surname, by first name.
    fn known(&self, found: &Named) -> Option<usize> {
        let key = self.key(found.name.clone());
        if self.is_full(&found.name) {
            return self.fulls.get(&key).copied();
        }
        self.surnames.get(&key).or_else(|| self.firsts.get(&key)).copied()
    }

    fn note(&mut self, person: usize, found: &Named) {
        let gender = self.gender(found);
        let known = &mut self.people.list[person];
        if known.role.is_none() {
            known.role.clone_from(&found.role);
        }
        known.gender = known.gender.or(gender);
        if !self.text.quotes.holds(found.name.start) {
            self.people.mentions.push(Mention { token: found.name.start, person });
        }
    }

    /// From the title, the role, else the first name.
    fn gender(&self, found: &Named) -> Option<Gender> {
        let text = self.text;
        let of = |index: usize| Gender::of(text.classes(index));
        let title = found.titled.then(|| found.name.start.checked_sub(1)).flatten();
        let title = title.map(|index| if text.kind(index) == Kind::Stop { index - 1 } else { index });
        let role = found.role.clone().and_then(|role| role.into_iter().rev().find_map(of));
        title.and_then(of).or_else(|| of(found.name.start)).or(role)
    }

    /// Surnames and first names that stand alone: "Brannigan, whose contract ends in May".
    fn note_bare_names(&mut self, words: &[u32]) {
        let text = self.text;
        let letters = text.source.text().as_bytes();
        let mut key = String::new();
        for index in words.iter().map(|&word| word as usize) {
            let own = &letters[text.token(index).start as usize..];
            if !self.beginnings.may_hold(own) || text.quotes.holds(index) {
                continue;
            }
            let mut end = index + 1;
            while end < text.tokens.list.len() && text.token(end).is_glued() && text.token(end).is_word() {
                end += 1;
            }
            fold(text.words(index..end), &mut key);
            if let Some(&person) = self.surnames.get(&key).or_else(|| self.firsts.get(&key)) {
                self.people.mentions.push(Mention { token: index, person });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes_to_cues::quotes_to_cues;
    use crate::test_text::with_text;
    use insta::assert_snapshot;

    /// One line for each person: name, role, gender, and how often outside quotation marks.
    fn check(text: &str) -> String {
        with_text(text, |text| {
            let people = cues_to_people(text, &quotes_to_cues(text));
            let line = |(index, person): (usize, &Person)| {
                let role = person.role.clone().map_or("no role", |role| text.words(role));
                let mentions = people.mentions.iter().filter(|mention| mention.person == index).count();
                format!("{} | {role} | {:?} | {mentions}\n", text.words(person.name.clone()), person.gender)
            };
            people.list.iter().enumerate().map(line).collect()
        })
    }

    #[test]
    fn full_names_gather_surnames_and_first_names() {
        assert_snapshot!(check(
            "Ms Nwosu was there early. Head teacher Ada Nwosu said so.\n\
             Nwosu left. “Ada is kind,” said Dr Leo Marsh-Day, the home's owner.\n\
             Marsh-Day, 61, lives in Wenlow Council House."
        ), @"
        Ada Nwosu | Head teacher | Some(Female) | 4
        Leo Marsh-Day | home's owner | Some(Male) | 3
        ");
    }

    #[test]
    fn roles_go_without_article_but_for_the_kings() {
        assert_snapshot!(check(
            "“Good,” said the manager, Ada Nwosu. “No,” said His Majesty’s Inspector of Constabulary Leo Marsh."
        ), @"
        Ada Nwosu | manager | Some(Female) | 2
        Leo Marsh | His Majesty’s Inspector of Constabulary | Some(Male) | 2
        ");
    }

    #[test]
    fn a_first_name_alone_is_somebody_by_what_is_told_of_her() {
        assert_snapshot!(check(
            "Ada, whose name has been changed, lost her phone. Leo was nine. Devon was wet. “It is late,” she said."
        ), @"
        Ada | no role | Some(Female) | 1
        Leo | no role | Some(Male) | 1
        ");
    }

    #[test]
    fn bodies_and_places_are_nobody() {
        assert_snapshot!(check("Wenlow Council met. North Yorkshire Police said so. Harrow Weald Academy closed."), @"");
    }
}
