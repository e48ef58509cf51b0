//! Noun phrases that may name who speaks, read forwards behind a verb ("said the trust's chief executive,
//! Ada Nwosu") and backwards in front of one ("Ada Nwosu, who joined in May, said").

use std::ops::Range;

use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

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

/// How far back a phrase may reach; speakers' names and roles are shorter.
const LONGEST: usize = 30;

/// Whether a capitalised word may be part of a person's name.
pub(crate) fn is_name_word(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    if !(token.is_word() && token.is_capital()) || is_acronym(text, index) {
        return false;
    }
    let classes = text.classes(index);
    if doubles_as_name(text, index) {
        return true;
    }
    let first_name =
        classes.has_any(&[Class::Male, Class::Female]) && !classes.has_any(&[Class::Title, Class::Role]);
    let other_word = classes.has_any(&[
        Class::Title,
        Class::Role,
        Class::Group,
        Class::Weekday,
        Class::Determiner,
        Class::Preposition,
        Class::Subject,
        Class::Coordinator,
        Class::Subordinator,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::InspectorateNoun,
    ]);
    first_name || !other_word
}

/// Will Estrada, Amy Pope: a modal or a post that is a name here, by its capital and its neighbour.
fn doubles_as_name(text: &Text<'_>, index: usize) -> bool {
    let classes = text.classes(index);
    let beside = |other: usize| text.token(other).is_word() && text.token(other).is_capital();
    let inside = !text.token(index).is_line_start() && index > 0 && text.kind(index - 1) != Kind::Stop;
    let modal =
        classes.has(Class::Modal) && inside && index + 1 < text.tokens.list.len() && beside(index + 1);
    let post = classes.has_any(&[Class::Role, Class::Title])
        && inside
        && beside(index - 1)
        && text.classes(index - 1).has_any(&[Class::Male, Class::Female])
        && !text.classes(index - 1).has_any(&[Class::Role, Class::Title]);
    modal || post
}

/// CQC, NHS, MP: capitals only, unless its neighbours are too (a name set in capitals).
fn is_acronym(text: &Text<'_>, index: usize) -> bool {
    let shouts = |index: usize| index < text.tokens.list.len() && text.token(index).is_all_capitals();
    let has_neighbour = (index > 0 && shouts(index - 1)) || shouts(index + 1);
    shouts(index) && (!has_neighbour || text.token(index).end - text.token(index).start <= 3)
}

/// The start of the run of name words that ends before `end`: Ada Nwosu, John F. Kennedy, Ruud van der Berg.
pub(crate) fn name_start(text: &Text<'_>, end: usize, floor: usize) -> usize {
    let mut start = end;
    while start > floor {
        let before = start - 1;
        if is_name_word(text, before) {
            start = before;
        } else if start < end && is_initial(text, before, floor) {
            start = before - 1;
        } else if start < end && is_particle(text, before) && before > floor && is_name_word(text, before - 1)
        {
            start = before;
        } else {
            break;
        }
    }
    start
}

/// The full stop of `F.` in John F. Kennedy.
fn is_initial(text: &Text<'_>, stop: usize, floor: usize) -> bool {
    stop > floor
        && text.kind(stop) == Kind::Stop
        && text.token(stop - 1).is_capital()
        && text.token(stop - 1).end - text.token(stop - 1).start == 1
}

fn is_particle(text: &Text<'_>, index: usize) -> bool {
    text.is_one_of(
        index,
        &[
            "de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "di", "da", "del", "ní", "ap",
            "y",
        ],
    )
}

/// The noun phrase that ends before `end` and starts at `floor` or later.
pub(crate) fn ending_at(text: &Text<'_>, end: usize, floor: usize) -> Option<NounPhrase> {
    let end = before_brackets(text, end, floor);
    if end <= floor {
        return None;
    }
    let last = end - 1;
    let token = text.token(last);
    if text.is_one_of(last, &["who", "which", "that"]) {
        return Some(bare(last..end, Head::Relative));
    }
    if text.is(last, Class::Subject) && !text.is_one_of(last, &["you", "one"]) {
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

/// Where the phrase that ends before `end` begins.
fn phrase_start(text: &Text<'_>, end: usize, floor: usize) -> usize {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let mut start = end;
    while start > floor {
        let before = start - 1;
        if text.quotes.holds(before) && !text.quotes.holds(end - 1) {
            break;
        }
        if text.is(before, Class::Preposition) && !text.token(before).is_line_start() {
            if before > floor && start < end && joins_nouns(text, before) {
                start = before;
                continue;
            }
            break;
        }
        if text.is_word(before, "that") {
            break;
        }
        if text.is(before, Class::Determiner) && !is_linking_and(text, before) {
            start = before;
            if before > floor
                && text.is(before - 1, Class::Preposition)
                && before - 1 > floor
                && joins_nouns(text, before - 1)
            {
                continue;
            }
            break;
        }
        if !may_be_inside(text, before, start, end, floor) {
            break;
        }
        start = before;
    }
    trim_front(text, start, end)
}

/// Whether a preposition ties the noun before it to the phrase behind it: director *of* care, a spokesman
/// *for* the home.
fn joins_nouns(text: &Text<'_>, preposition: usize) -> bool {
    let before = preposition - 1;
    let noun = text.classes(before).has_any(&[
        Class::Role,
        Class::Person,
        Class::Group,
        Class::Document,
        Class::InspectorNoun,
        Class::InspectorateNoun,
        Class::Spokesperson,
        Class::Modifier,
    ]);
    let named = text.token(before).is_capital() && !text.is(before, Class::Starter);
    if text.is_word(preposition, "of") {
        return noun || named || (text.token(before).is_word() && !is_no_noun(text, before));
    }
    let ties = text.is_one_of(preposition, &["for", "at", "from", "by", "with", "in", "on", "to"]);
    let placed =
        text.is_one_of(preposition, &["for", "at", "in"]) && text.token(preposition + 1).is_capital();
    ties && (noun || (named && placed))
}

/// Words that end a noun phrase when read backwards.
fn is_no_noun(text: &Text<'_>, index: usize) -> bool {
    let capital = text.token(index).is_capital() && !text.is(index, Class::Starter);
    !capital
        && (text.classes(index).has_any(&[
            Class::Be,
            Class::Have,
            Class::Do,
            Class::Modal,
            Class::Subject,
            Class::Object,
            Class::Subordinator,
            Class::Relative,
            Class::Question,
            Class::Negation,
            Class::Preposition,
            Class::When,
        ]) || is_finite_report(text, index))
}

/// said, added: a reporting verb that is no noun.
fn is_finite_report(text: &Text<'_>, index: usize) -> bool {
    text.is(index, Class::Reporting)
        && (text.ends_with(index, "ed") || text.is_one_of(index, &["said", "says", "told", "wrote", "found"]))
        && !text.is(index, Class::Modifier)
}

fn is_linking_and(text: &Text<'_>, index: usize) -> bool {
    text.is_word(index, "both")
}

fn may_be_inside(text: &Text<'_>, index: usize, start: usize, end: usize, floor: usize) -> bool {
    match text.kind(index) {
        Kind::Clitic => true,
        Kind::Number => true,
        Kind::Stop => is_initial(text, index, floor) || abbreviates(text, index),
        Kind::Word if text.is(index, Class::Coordinator) => {
            start < end && index > floor && text.is_word(index, "and") && coordinates(text, index)
        }
        Kind::Word => !is_no_noun(text, index),
        Kind::Mark => text.is_word(index, "&") || text.is_word(index, "/"),
        Kind::SingleClose | Kind::SingleStraight => !text.quotes.holds(index) && text.token(index).is_glued(),
        _ => false,
    }
}

/// The stop of Mr. or Sen.
fn abbreviates(text: &Text<'_>, stop: usize) -> bool {
    stop > 0 && text.token(stop).is_glued() && text.is(stop - 1, Class::Abbreviation)
}

/// Whether "and" stands inside a name or a role: Safer and Stronger, principal and chief executive.
fn coordinates(text: &Text<'_>, and: usize) -> bool {
    let (before, behind) = (and - 1, and + 1);
    let names = text.token(before).is_capital()
        && text.token(behind).is_capital()
        && !text.is(before, Class::Starter);
    let posts = |index: usize| text.classes(index).has_any(&[Class::Role, Class::Modifier]);
    names || (posts(before) && (posts(behind) || text.token(behind).is_capital()))
}

/// Drops what cannot begin a noun phrase.
fn trim_front(text: &Text<'_>, mut start: usize, end: usize) -> usize {
    while start < end {
        let classes = text.classes(start);
        let connector = matches!(text.kind(start), Kind::Clitic | Kind::Stop | Kind::Mark)
            || text.token(start).is_single_mark()
            || classes.has(Class::Coordinator)
            || (classes.has(Class::Preposition) && !text.token(start).is_capital())
            || (classes.has(Class::Adverb) && start + 1 < end)
            || (classes.has(Class::Starter)
                && !classes.has_any(&[Class::Determiner, Class::Subject, Class::Number])
                && start + 1 < end);
        if !connector {
            break;
        }
        start += 1;
    }
    start
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
    let at = whole
        .clone()
        .find(|&index| text.is_one_of(index, &["of", "from", "at"]) && !text.token(index).is_capital())?;
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
    if end - start > 5 || (start > whole.start && text.is(start - 1, Class::Coordinator)) {
        return None;
    }
    let titled = start > whole.start && is_title(text, start - 1);
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

fn is_first_name(text: &Text<'_>, index: usize) -> bool {
    text.classes(index).has_any(&[Class::Male, Class::Female])
}

/// "Mayor of Greater Manchester Andy Burnham": the name begins with the first name known, else has two words.
fn split_place_and_name(text: &Text<'_>, run: Range<usize>) -> usize {
    run.clone().skip(1).find(|&index| is_first_name(text, index)).unwrap_or(run.end - 2)
}

/// Whether a run of capitals names a body or a thing: … Council, … Party, … Weekly.
fn ends_like_a_body(text: &Text<'_>, run: Range<usize>) -> bool {
    let known = run.clone().any(|index| {
        text.classes(index).has_any(&[Class::Group, Class::BodyNoun, Class::Document, Class::Month])
            && !is_first_name(text, index)
    });
    known && !is_first_name(text, run.start)
}

fn without_post_nominals(text: &Text<'_>, whole: Range<usize>) -> usize {
    let mut end = whole.end;
    while end > whole.start + 1
        && text.is(end - 1, Class::PostNominal)
        && text.token(end - 1).is_all_capitals()
    {
        end -= 1;
    }
    end
}

fn is_title(text: &Text<'_>, index: usize) -> bool {
    text.is(index, Class::Title) && text.token(index).is_capital()
        || (text.kind(index) == Kind::Stop && index > 0 && text.is(index - 1, Class::Title))
}

/// Back over the titles before a name: Prof Dame, Cllr, Mr.
fn title_start(text: &Text<'_>, name: usize, floor: usize) -> usize {
    let mut start = name;
    while start > floor && is_title(text, start - 1) {
        start -= 1;
    }
    start
}

/// The role in the words before a name, without article; none where no word of it is a post, a relation or
/// a group.
pub(crate) fn role_in(text: &Text<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut start = range.start;
    while start < range.end && is_article(text, start) {
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
    (start < range.end && says_something && closes_as_role(text, start..range.end))
        .then_some(start..range.end)
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

fn is_article(text: &Text<'_>, index: usize) -> bool {
    text.is(index, Class::Determiner) && !text.is(index, Class::Number)
}

/// The noun phrase that starts at `start` and ends before `ceiling`: behind an inverted verb.
pub(crate) fn starting_at(text: &Text<'_>, start: usize, ceiling: usize) -> Option<NounPhrase> {
    if start >= ceiling {
        return None;
    }
    if text.is(start, Class::Subject) && !text.is_one_of(start, &["you", "one"]) {
        return Some(bare(start..start + 1, Head::Pronoun));
    }
    let mut end = start;
    let mut named = false;
    while end < ceiling && end - start < LONGEST && continues(text, start, end, named) {
        named |= end > start && is_name_word(text, end) && is_name_word(text, end - 1);
        end += 1;
    }
    let end = if end > start { trim_back(text, start, end) } else { end };
    (end > start).then(|| classify(text, start..end))
}

fn continues(text: &Text<'_>, start: usize, index: usize, named: bool) -> bool {
    if text.quotes.holds(index) {
        return false;
    }
    let token = text.token(index);
    let connector = text.is_one_of(index, &["of", "for"]);
    match token.kind {
        Kind::Clitic | Kind::Number => true,
        Kind::Stop => index > start && (abbreviates(text, index) || is_initial(text, index, start)),
        Kind::SingleClose | Kind::SingleStraight => token.is_glued(),
        Kind::Mark => text.is_word(index, "&"),
        Kind::Word if connector => index > start,
        Kind::Word if text.is(index, Class::Coordinator) => {
            index > start && text.is_word(index, "and") && coordinates(text, index) && !named
        }
        Kind::Word if text.is(index, Class::Determiner) => {
            index == start || text.is(index - 1, Class::Preposition)
        }
        Kind::Word if named && !token.is_capital() && !token.is_glued() && !is_particle(text, index) => {
            follows_connector(text, index)
        }
        Kind::Word
            if index > start && !token.is_capital() && !token.is_glued() && ends_subject(text, index) =>
        {
            false
        }
        Kind::Word => {
            let adverb = text.is(index, Class::Adverb) && !token.is_capital() && index > start;
            !(adverb || is_no_noun(text, index))
        }
        _ => false,
    }
}

/// Whether a lower-case word behind a name or a speaker's noun begins what is said of it: Mr Obama | revised.
fn ends_subject(text: &Text<'_>, index: usize) -> bool {
    let before = index - 1;
    let named = is_name_word(text, before) && !text.is(before, Class::Starter);
    let speaker = text.classes(before).has_any(&[
        Class::InspectorNoun,
        Class::InspectorateNoun,
        Class::Spokesperson,
        Class::Group,
        Class::Document,
    ]);
    let belongs = text.classes(index).has_any(&[
        Class::Role,
        Class::Modifier,
        Class::Group,
        Class::Person,
        Class::Document,
        Class::Relation,
        Class::InspectorNoun,
        Class::InspectorateNoun,
        Class::BodyNoun,
        Class::Spokesperson,
    ]);
    (named || speaker) && !belongs
}

/// A lower-case word behind "of the" still belongs to the phrase.
fn follows_connector(text: &Text<'_>, index: usize) -> bool {
    (index.saturating_sub(3)..index).any(|before| text.is_one_of(before, &["of", "for"]))
}

fn trim_back(text: &Text<'_>, start: usize, mut end: usize) -> usize {
    while end > start + 1
        && text.classes(end - 1).has_any(&[Class::Preposition, Class::Coordinator, Class::Determiner])
        && !text.token(end - 1).is_capital()
    {
        end -= 1;
    }
    end
}
