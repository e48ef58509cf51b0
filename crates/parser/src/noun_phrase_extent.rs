//! How far a noun phrase reaches, backwards from its last word and forwards from its first.

use std::ops::Range;

use crate::finite_verb::{has_object, is_past};
use crate::name::{is_initial, is_name_word, is_particle};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// How far back a phrase may reach; speakers' names and roles are shorter.
pub(crate) const LONGEST: usize = 30;

/// Prepositions that may tie a noun to the one before it.
static TIES: WordList = WordList::new(&["for", "at", "from", "by", "with", "in", "on", "to"]);

/// Those of them behind which a place is named.
static PLACES: WordList = WordList::new(&["for", "at", "in"]);

/// Behind these a phrase goes on.
static CONNECTORS: WordList = WordList::new(&["of", "for"]);

/// Where the phrase that ends before `end` begins.
pub(crate) fn phrase_start(text: &Text<'_>, end: usize, floor: usize) -> usize {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let outside = end > 0 && !text.quotes.holds(end - 1);
    let mut start = end;
    while start > floor {
        let before = start - 1;
        if outside && text.quotes.holds(before) {
            break;
        }
        let classes = text.classes(before);
        if classes.has(Class::Preposition) && is_share(text, before, floor) {
            start = before;
            continue;
        }
        if classes.has(Class::Preposition) && !text.token(before).is_line_start() {
            if before > floor && start < end && joins_nouns(text, before) {
                start = before;
                continue;
            }
            break;
        }
        if text.is_word(before, "that") {
            break;
        }
        if classes.has(Class::Determiner) && !is_linking_and(text, before) {
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
    if start > floor && is_bound(text, start - 1, start..end, floor) {
        return start - 2;
    }
    trim_front(text, start, end)
}

/// "75 *per* cent", "four *in* 10", "nine *out of* 10": the preposition inside a share.
fn is_share(text: &Text<'_>, index: usize, floor: usize) -> bool {
    let number = |at: usize| text.kind(at) == Kind::Number || text.is(at, Class::Number);
    let beside = index > floor && index + 1 < text.tokens.list.len() && number(index - 1);
    beside
        && (text.is_word(index, "per") && text.is_word(index + 1, "cent")
            || text.is_word(index, "in") && number(index + 1)
            || text.is_word(index, "out") && text.is_word(index + 1, "of"))
        || index > floor + 1
            && text.is_word(index, "of")
            && text.is_word(index - 1, "out")
            && number(index - 2)
}

/// "more *than* half", "fewer *than* one in ten": the amount that follows is a bound.
fn is_bound(text: &Text<'_>, index: usize, amount: Range<usize>, floor: usize) -> bool {
    let first = amount.start;
    text.is_word(index, "than")
        && index > floor
        && text.is_any(index - 1, words!["more", "fewer", "less"])
        && !amount.is_empty()
        && (text.kind(first) == Kind::Number
            || text.is(first, Class::Number)
            || text.is_any(first, words!["half", "a"]))
}

/// Whether a preposition ties the noun before it to the phrase behind it: director *of* care, a spokesman
/// *for* the home.
pub(crate) fn joins_nouns(text: &Text<'_>, preposition: usize) -> bool {
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
    // "sources *close to* the trust"
    if text.is_word(preposition, "to") && text.is_any(before, words!["close"]) && before > 0 {
        return text.token(before - 1).is_word();
    }
    let ties = text.is_any(preposition, &TIES);
    let placed = text.is_any(preposition, &PLACES) && text.token(preposition + 1).is_capital();
    ties && (noun || (named && placed))
}

/// Words that end a noun phrase when read backwards.
pub(crate) fn is_no_noun(text: &Text<'_>, index: usize) -> bool {
    let next = index + 1;
    // "Will Marsh": a first name that is a verb too.
    let first_name = text.classes(index).has_any(&[Class::Male, Class::Female])
        && next < text.tokens.list.len()
        && text.token(next).is_capital();
    let capital = text.token(index).is_capital() && (!text.is(index, Class::Starter) || first_name);
    // "Yin Will, 60,": a modal behind a name is a surname.
    let surname = index > 0
        && text.is(index, Class::Modal)
        && text.token(index).is_capital()
        && text.token(index - 1).is_capital()
        && text.token(index - 1).is_word()
        && next < text.tokens.list.len()
        && text.kind(next) == Kind::Comma;
    // "May said": no modal or month stands before a past tense.
    let speaks =
        text.token(index).is_capital() && next < text.tokens.list.len() && is_finite_report(text, next);
    !capital
        && !speaks
        && !surname
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
pub(crate) fn is_finite_report(text: &Text<'_>, index: usize) -> bool {
    text.is(index, Class::Reporting)
        && (text.ends_with(index, "ed")
            || text.is_any(index, words!["said", "says", "told", "wrote", "found"]))
        && !text.is(index, Class::Modifier)
}

pub(crate) fn is_linking_and(text: &Text<'_>, index: usize) -> bool {
    text.is_word(index, "both")
}

pub(crate) fn may_be_inside(text: &Text<'_>, index: usize, start: usize, end: usize, floor: usize) -> bool {
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
pub(crate) fn abbreviates(text: &Text<'_>, stop: usize) -> bool {
    stop > 0 && text.token(stop).is_glued() && text.is(stop - 1, Class::Abbreviation)
}

/// Whether "and" stands inside a name or a role: Safer and Stronger, principal and chief executive.
pub(crate) fn coordinates(text: &Text<'_>, and: usize) -> bool {
    let (before, behind) = (and - 1, and + 1);
    if behind >= text.tokens.list.len() {
        return false;
    }
    let names = text.token(before).is_capital()
        && text.token(behind).is_capital()
        && (!text.is(before, Class::Starter) || text.is_word(behind, "rescue"));
    let posts = |index: usize| text.classes(index).has_any(&[Class::Role, Class::Modifier]);
    names || (posts(before) && (posts(behind) || text.token(behind).is_capital()))
}

/// Drops what cannot begin a noun phrase.
pub(crate) fn trim_front(text: &Text<'_>, mut start: usize, end: usize) -> usize {
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

pub(crate) fn continues(text: &Text<'_>, start: usize, index: usize, named: bool) -> bool {
    if text.quotes.holds(index) {
        return false;
    }
    let token = text.token(index);
    let connector = text.is_any(index, &CONNECTORS);
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
                || leads_to_name(text, index)
                || is_post_of_owner(text, index, start)
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

/// Whether a lower-case word behind a name or a speaker's noun begins what is said of it: Mr Nwosu | revised.
pub(crate) fn ends_subject(text: &Text<'_>, index: usize) -> bool {
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
    (named || speaker) && !belongs || acts(text, index)
}

/// "Both parents | *attacked* it", "the owner | *bought* a home": a verb behind somebody who speaks, or one with its
/// object behind whatever noun.
fn acts(text: &Text<'_>, index: usize) -> bool {
    let end = text.tokens.list.len().min(index + 6);
    let somebody = text.classes(index - 1).has_any(&[Class::Person, Class::Relation, Class::Role]);
    let reported = index + 1 < end && text.is(index + 1, Class::Reporting);
    let verb = is_past(text, index) || text.ends_with(index, "s") && !text.ends_with(index, "ss");
    verb && has_object(text, index, end) || somebody && is_past(text, index) && !reported
}

/// "Beck University *professor* Ada Nwosu": a post between the name of a body and that of a person.
fn leads_to_name(text: &Text<'_>, index: usize) -> bool {
    let next = index + 1;
    text.classes(index).has_any(&[Class::Role, Class::Modifier])
        && next < text.tokens.list.len()
        && text.token(next).is_capital()
        && is_name_word(text, next)
}

/// "Beck Council's *cabinet member* for children": a post behind the name of the body that has it.
fn is_post_of_owner(text: &Text<'_>, index: usize, start: usize) -> bool {
    let post =
        |index: usize| text.classes(index).has_any(&[Class::Role, Class::Modifier, Class::Spokesperson]);
    let owner = (start..index).rev().find(|&before| !post(before));
    post(index) && owner.is_some_and(|owner| text.kind(owner) == Kind::Clitic)
}

/// A lower-case word behind "of the" still belongs to the phrase.
pub(crate) fn follows_connector(text: &Text<'_>, index: usize) -> bool {
    (index.saturating_sub(3)..index).any(|before| text.is_any(before, &CONNECTORS))
}

pub(crate) fn trim_back(text: &Text<'_>, start: usize, mut end: usize) -> usize {
    while end > start + 1
        && text.classes(end - 1).has_any(&[Class::Preposition, Class::Coordinator, Class::Determiner])
        && !text.token(end - 1).is_capital()
    {
        end -= 1;
    }
    end
}
