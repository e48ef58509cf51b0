//! Noun phrases that may name who speaks, read forwards behind a verb ("said the trust's chief executive,
//! Ada Nwosu") and backwards in front of one ("Ada Nwosu, who joined in May, said").

use std::ops::Range;

use crate::name::is_name_word;
use crate::name::{
    ends_like_a_body, is_first_name, is_title, name_start, split_place_and_name, title_start,
    without_post_nominals,
};
use crate::noun_phrase_extent::{
    LONGEST, abbreviates, continues, is_no_noun, joins_nouns, phrase_start, trim_back,
};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::WordList;

/// Words that name somebody who may speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    /// The words at the cue: with title and article, without role or apposition.
    pub tokens: Range<usize>,
    /// From the first word of the whole phrase, role and appositions included, to its last.
    pub whole: Range<usize>,
    pub head: Head,
    /// The role beside the name, without article.
    pub role: Option<Range<usize>>,
    /// The verb stands in a relative clause set off by commas: the force, which said …,
    pub relative: bool,
}

/// What the phrase is built on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Head {
    /// he, she, it, they: the token.
    Pronoun,
    /// who, which, that: the phrase it refers to stands before it.
    Relative,
    /// A person's name, without title: Ada Nwosu, Mr Nwosu.
    Person { name: Range<usize>, titled: bool },
    /// One capitalised word alone, or a run of them that is no person's: Praxis, Wenlow Council.
    Name,
    /// A post without a name: the headteacher.
    Role,
    /// Any other noun: inspectors, the report, one mother.
    Noun,
}

static RELATIVES: WordList = WordList::new(&["who", "which", "that"]);

/// Subjects that nobody who speaks is named by.
static NO_SPEAKERS: WordList = WordList::new(&["you", "one"]);

/// Before the group that somebody belongs to.
static BELONGING: WordList = WordList::new(&["of", "from", "at"]);

/// The noun phrase that ends before `end` and starts at `floor` or later.
pub(crate) fn ending_at(text: &Text<'_>, end: usize, floor: usize) -> Option<NounPhrase> {
    let end = before_brackets(text, end, floor);
    if end <= floor {
        return None;
    }
    let last = end - 1;
    let token = text.token(last);
    if token.kind == Kind::Stop && last > floor && abbreviates(text, last) {
        return ending_at(text, last, floor)
            .map(|phrase| NounPhrase { whole: phrase.whole.start..end, ..phrase });
    }
    if text.is_any(last, &RELATIVES) {
        return Some(bare(last..end, Head::Relative));
    }
    let helped = text.word(last).ends_with("ve") || text.word(last).ends_with('d');
    let pronoun = text.is(last, Class::Subject) || helped && text.contracted_pronoun(last).is_some();
    if pronoun && !text.is_any(last, &NO_SPEAKERS) {
        return Some(bare(last..end, Head::Pronoun));
    }
    if !(token.is_word() || token.kind == Kind::Number) || is_no_noun(text, last) {
        return None;
    }
    if let Some(start) = text.name_ending_at(end).filter(|&start| start >= floor) {
        let start = start - usize::from(start > floor && text.is_word(start - 1, "the"));
        let joined =
            start > floor + 1 && text.is(start - 1, Class::Preposition) && joins_nouns(text, start - 1);
        if !joined {
            return Some(bare(start..end, Head::Name));
        }
    }
    let start = phrase_start(text, end, floor);
    (start < end).then(|| classify(text, start..end))
}

/// A phrase that is all of a head.
pub(crate) fn bare(tokens: Range<usize>, head: Head) -> NounPhrase {
    NounPhrase { whole: tokens.clone(), tokens, head, role: None, relative: false }
}

/// Steps over "(Lab)" and "(CQC)".
fn before_brackets(text: &Text<'_>, mut end: usize, floor: usize) -> usize {
    while end > floor && text.kind(end - 1) == Kind::BracketClose {
        let open = (floor..end).rev().take(12).find(|&index| text.kind(index) == Kind::BracketOpen);
        match open {
            Some(open) => end = open,
            None => break,
        }
    }
    end
}

/// The phrase that a sentence starts with, prepositional phrases included: "a parent of two boys at the school".
pub(crate) fn ending_before_verb(text: &Text<'_>, start: usize, ceiling: usize) -> Option<NounPhrase> {
    let stops = |index: usize| !matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic);
    let comma = (start..ceiling.min(start + 16)).find(|&index| stops(index))?;
    let phrase = ending_at(text, comma, start).filter(|phrase| phrase.tokens.start == start);
    phrase.or_else(|| starting_at(text, start, ceiling))
}

/// Tells a person from a body from a post.
pub(crate) fn classify(text: &Text<'_>, whole: Range<usize>) -> NounPhrase {
    let name = person_name(text, whole.clone());
    if let Some((name, titled)) = name {
        let start = title_start(text, name.start, whole.start);
        let role = role_in(text, whole.start..start);
        return NounPhrase {
            tokens: start..whole.end,
            whole,
            head: Head::Person { name, titled },
            role,
            relative: false,
        };
    }
    if let Some(phrase) = person_with_affiliation(text, &whole) {
        return phrase;
    }
    if is_post(text, whole.clone()) && head_word(text, whole.clone()) + 1 < whole.end {
        return bare(whole, Head::Role);
    }
    let last = whole.end - 1;
    let capital =
        text.token(last).is_capital() && !text.classes(last).has_any(&[Class::Role, Class::Starter]);
    let head = if capital && !starts_lower_noun(text, &whole) {
        Head::Name
    } else if is_post(text, whole.clone()) {
        Head::Role
    } else if capital {
        Head::Name
    } else {
        Head::Noun
    };
    bare(whole, head)
}

/// "Ken Addlestone of the firefighters' union": a name, then whom it belongs to.
fn person_with_affiliation(text: &Text<'_>, whole: &Range<usize>) -> Option<NounPhrase> {
    let at =
        whole.clone().find(|&index| text.is_any(index, &BELONGING) && !text.token(index).is_capital())?;
    let (name, titled) = person_name(text, whole.start..at).filter(|(name, _)| name.end == at)?;
    let belongs = (at..whole.end).any(|index| text.classes(index).has_any(&[Class::Group, Class::BodyNoun]));
    if !(titled || is_first_name(text, name.start) || belongs) {
        return None;
    }
    let tokens = title_start(text, name.start, whole.start)..at;
    let role = role_in(text, whole.start..tokens.start).or_else(|| role_in(text, at + 1..whole.end));
    Some(NounPhrase {
        tokens,
        whole: whole.clone(),
        head: Head::Person { name, titled },
        role,
        relative: false,
    })
}

/// "a spokesman for Praxis", "the report by Ofsted": a common noun, then a name.
fn starts_lower_noun(text: &Text<'_>, whole: &Range<usize>) -> bool {
    let noun = |index: usize| {
        let classes = text.classes(index);
        classes.has_any(&[
            Class::Spokesperson,
            Class::Document,
            Class::InspectorNoun,
            Class::Person,
            Class::Relation,
            Class::Role,
        ]) && !text.token(index).is_capital()
    };
    let preposition = whole.clone().find(|&index| text.is(index, Class::Preposition));
    preposition.is_some_and(|at| at > whole.start && noun(at - 1))
}

/// Whether the phrase's head is a post or a relation: the chief constable, his sister.
fn is_post(text: &Text<'_>, whole: Range<usize>) -> bool {
    let head = head_word(text, whole);
    text.classes(head).has_any(&[Class::Role, Class::Relation]) || text.is_word(head, "member")
}

/// The word before the first preposition, else the last.
pub(crate) fn head_word(text: &Text<'_>, whole: Range<usize>) -> usize {
    let preposition = whole.clone().skip(1).find(|&index| text.is(index, Class::Preposition));
    preposition.unwrap_or(whole.end) - 1
}

/// The person's name at the end of a phrase, and whether a title stands before it.
fn person_name(text: &Text<'_>, whole: Range<usize>) -> Option<(Range<usize>, bool)> {
    let end = without_post_nominals(text, whole.clone());
    let mut start = name_start(text, end, whole.start);
    // "Inspector of Fire and | Rescue Services Ada Nwosu": the post ends with the capitals before the name.
    let in_post = |at: usize| (whole.start..at).any(|index| text.is(index, Class::Role));
    if start > whole.start && text.is(start - 1, Class::Coordinator) && end >= start + 3 && in_post(start) {
        start = split_place_and_name(text, start..end);
    }
    if start >= end
        || (start..end)
            .any(|index| text.is(index, Class::BodyNoun) && end - start > 1 && !is_first_name(text, start))
    {
        return None;
    }
    if start > whole.start && text.is(start - 1, Class::Preposition) && end - start >= 3 {
        start = split_place_and_name(text, start..end);
    }
    // "for Safer and | Stronger Communities": the end of a role.
    let coordinated = start > whole.start && text.is(start - 1, Class::Coordinator);
    if end - start > 5 || coordinated && !are_two_people(text, whole.start, start) {
        return None;
    }
    let titled = start > whole.start && is_title(text, start - 1);
    let first = title_start(text, start, whole.start);
    // "aides to | Ms Nwosu": they speak, not she.
    if titled && first > whole.start && text.is(first - 1, Class::Preposition) {
        return None;
    }
    let words =
        (start..end).filter(|&index| text.token(index).is_word() && !text.token(index).is_glued()).count();
    let behind_preposition = start > whole.start && text.is(start - 1, Class::Preposition);
    let known = is_first_name(text, start);
    let role_before = start > whole.start
        && text.classes(start - 1).has_any(&[Class::Role, Class::Relation, Class::Person]);
    let relation_before = start > whole.start && text.classes(start - 1).has(Class::Relation);
    let plausible = titled
        || (words >= 2 && !behind_preposition && !ends_like_a_body(text, start..end))
        || (words == 1 && (relation_before || (role_before && known)));
    plausible.then_some((start..end, titled))
}

/// "*Ada Nwosu* and *Leo Marsh*": a first name on both sides of "and".
fn are_two_people(text: &Text<'_>, floor: usize, second: usize) -> bool {
    let first = name_start(text, second - 1, floor);
    first + 1 < second && is_first_name(text, first) && is_first_name(text, second)
}

/// The role in the words before a name, without article; none where no word of it is a post, a relation or
/// a group.
pub(crate) fn role_in(text: &Text<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut start = range.start;
    while start + 1 < range.end && is_article(text, start) {
        start += 1;
    }
    let says_something = (start..range.end).any(|index| {
        text.classes(index).has_any(&[
            Class::Role,
            Class::Relation,
            Class::Spokesperson,
            Class::Person,
            Class::Modifier,
            Class::Group,
        ]) || text.token(index).is_all_capitals()
    });
    if start >= range.end || !says_something || !closes_as_role(text, start..range.end) {
        return None;
    }
    // "The *CQC*'s Ada Nwosu": whom she belongs to.
    let last = range.end - 1;
    let owner = last > start && (text.kind(last) == Kind::Clitic || text.token(last).is_single_mark());
    Some(start..range.end - usize::from(owner))
}

/// Whether words end as a role does: with a post or a group, a possessive, or a post and what it is of.
fn closes_as_role(text: &Text<'_>, range: Range<usize>) -> bool {
    let last = range.end - 1;
    let post = |index: usize| {
        text.classes(index).has_any(&[
            Class::Role,
            Class::Relation,
            Class::Person,
            Class::Spokesperson,
            Class::Group,
            Class::Modifier,
        ])
    };
    let tied = |index: usize| {
        text.is_one_of(index, &["of", "for", "at", "to", "in", "with", "and"])
            && index > range.start
            && post(index - 1)
    };
    post(last)
        || text.kind(last) == Kind::Clitic
        || text.token(last).is_all_capitals()
        || range.clone().any(tied)
        || text.token(last).is_single_mark()
}

/// An article or a possessive, but for the King's: "His Majesty's Inspector" is a title.
fn is_article(text: &Text<'_>, index: usize) -> bool {
    text.is(index, Class::Determiner) && !text.is(index, Class::Number) && !text.is_word(index + 1, "majesty")
}

/// The noun phrase that starts at `start` and ends before `ceiling`: behind an inverted verb.
pub(crate) fn starting_at(text: &Text<'_>, start: usize, ceiling: usize) -> Option<NounPhrase> {
    if start >= ceiling {
        return None;
    }
    if text.is(start, Class::Subject) && !text.is_any(start, &NO_SPEAKERS) {
        return Some(bare(start..start + 1, Head::Pronoun));
    }
    let mut end = start;
    let mut named = false;
    while end < ceiling && end - start < LONGEST && continues(text, start, end, named) {
        // "the Health Information and Quality Authority" is one.
        if let Some(behind) = text.name_starting_at(end).filter(|&behind| behind <= ceiling) {
            (end, named) = (behind, true);
            continue;
        }
        named |= end > start && is_name_word(text, end) && is_name_word(text, end - 1);
        end += 1;
    }
    let end = if end > start { trim_back(text, start, end) } else { end };
    (end > start).then(|| classify(text, start..end))
}
