//! Names of people: runs of capitalised words with initials, particles, titles and letters behind them.

use std::ops::Range;

use crate::person::surname;
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::WordList;

/// Whether a capitalised word may be part of a person's name.
#[inline]
pub(crate) fn is_name_word(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.is_word() && token.is_capital() && !is_acronym(text, index) && may_name(text, index)
}

/// Whether a word with a capital is not there for what it means.
fn may_name(text: &Text<'_>, index: usize) -> bool {
    let classes = text.classes(index);
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
    first_name || !other_word || doubles_as_name(text, index)
}

/// Will Nwosu, Amy Pope: a modal or a post that is a name here, by its capital and its neighbour.
pub(crate) fn doubles_as_name(text: &Text<'_>, index: usize) -> bool {
    let classes = text.classes(index);
    // "Arkwright-Dean": a hyphen makes it part of the name before.
    if index > 0 && text.token(index).is_glued() && text.token(index - 1).is_capital() {
        return text.token(index - 1).is_word();
    }
    let beside = |other: usize| text.token(other).is_word() && text.token(other).is_capital();
    // "Leo T. Pope": the first name stands before the initial.
    let initial = index > 2 && is_initial(text, index - 1, 0);
    let first = index.saturating_sub(if initial { 3 } else { 1 });
    let inside =
        !text.token(index).is_line_start() && index > 0 && (initial || text.kind(index - 1) != Kind::Stop);
    let modal =
        classes.has(Class::Modal) && inside && index + 1 < text.tokens.list.len() && beside(index + 1);
    let post = classes.has_any(&[Class::Role, Class::Title])
        && inside
        && beside(first)
        && text.classes(first).has_any(&[Class::Male, Class::Female])
        && !text.classes(first).has_any(&[Class::Role, Class::Title]);
    modal || post
}

/// CQC, NHS, MP: capitals only, unless its neighbours are too (a name set in capitals).
pub(crate) fn is_acronym(text: &Text<'_>, index: usize) -> bool {
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
pub(crate) fn is_initial(text: &Text<'_>, stop: usize, floor: usize) -> bool {
    stop > floor
        && text.kind(stop) == Kind::Stop
        && text.token(stop - 1).is_capital()
        && text.token(stop - 1).end - text.token(stop - 1).start == 1
}

/// Small words inside a name.
static PARTICLES: WordList = WordList::new(&[
    "de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "di", "da", "del", "ní", "ap", "y",
]);

pub(crate) fn is_particle(text: &Text<'_>, index: usize) -> bool {
    text.is_any(index, &PARTICLES)
}

pub(crate) fn is_first_name(text: &Text<'_>, index: usize) -> bool {
    text.classes(index).has_any(&[Class::Male, Class::Female])
}

/// "Mayor of Mid Thistle Ada Nwosu": the name begins with the first name known, else has two words.
pub(crate) fn split_place_and_name(text: &Text<'_>, run: Range<usize>) -> usize {
    let first = run.clone().skip(1).find(|&index| is_first_name(text, index));
    let last = surname(text, run.clone()).start;
    first.unwrap_or_else(|| last.saturating_sub(1).max(run.start))
}

/// Whether a run of capitals names a body or a thing: … Council, … Party, … Weekly.
pub(crate) fn ends_like_a_body(text: &Text<'_>, run: Range<usize>) -> bool {
    let known = run.clone().any(|index| {
        text.classes(index).has_any(&[Class::Group, Class::BodyNoun, Class::Document, Class::Month])
            && !is_first_name(text, index)
    });
    known && !is_first_name(text, run.start)
}

pub(crate) fn without_post_nominals(text: &Text<'_>, whole: Range<usize>) -> usize {
    let mut end = whole.end;
    while end > whole.start + 1
        && text.is(end - 1, Class::PostNominal)
        && text.token(end - 1).is_all_capitals()
    {
        end -= 1;
    }
    end
}

pub(crate) fn is_title(text: &Text<'_>, index: usize) -> bool {
    text.is(index, Class::Title) && text.token(index).is_capital()
        || (text.kind(index) == Kind::Stop && index > 0 && text.is(index - 1, Class::Title))
}

/// Back over the titles before a name: Prof Dame, Cllr, Mr.
pub(crate) fn title_start(text: &Text<'_>, name: usize, floor: usize) -> usize {
    let mut start = name;
    while start > floor && is_title(text, start - 1) {
        start -= 1;
    }
    start
}
