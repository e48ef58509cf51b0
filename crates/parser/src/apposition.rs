//! What stands between commas beside a name: a post, a place, what somebody is; and where such a chunk holds the
//! subject itself.

use std::ops::Range;

use crate::noun_phrase::{self, Head, NounPhrase};
use crate::subject::{parts_clause, plain_subject};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

/// A chunk between commas that is a post: ", chief executive of Tidewater,".
pub(crate) fn post_between(text: &Text<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let phrase = noun_phrase::starting_at(text, start, end)?;
    (phrase.head == Head::Role && phrase.whole.start == start)
        .then(|| noun_phrase::role_in(text, start..end))
        .flatten()
}

/// The subject where a chunk holds it: a name there, whose role may stand before the comma; else nothing.
pub(crate) fn inserted_subject(
    text: &Text<'_>,
    start: usize,
    end: usize,
    floor: usize,
) -> Option<NounPhrase> {
    if text.classes(start).has_any(&[Class::Relative, Class::Preposition])
        && !text.token(start).is_line_start()
        && start > floor
    {
        return None;
    }
    if text.kind(start) == Kind::Number
        || (text.is(start, Class::Number) && start > floor)
        || text.ends_with(start, "ing") && !begins_name(text, start, end)
    {
        return None;
    }
    if start > floor
        && text.ends_with(start, "ed")
        && text.token(start).is_word()
        && !text.token(start).is_capital()
    {
        return None;
    }
    if start > floor && end <= start + 2 && parts_clause(text, start - 1) && ends_abbreviated(text, start) {
        return None;
    }
    let place = end == start + 1 && text.token(start).is_capital();
    if (place || text.is_one_of(start, &["a", "an", "the"])) && follows_leading_person(text, start, floor) {
        return None;
    }
    let mut phrase = plain_subject(text, end, start)?;
    let at_start = phrase.whole.start == start;
    if at_start && is_affiliation(text, &phrase, floor) {
        return None;
    }
    if start > floor && !at_start && parts_clause(text, start - 1) {
        return None;
    }
    match phrase.head {
        Head::Person { .. } => {
            if at_start && start > floor && phrase.role.is_none() {
                add_role_before(text, &mut phrase, start - 1, floor);
            }
            Some(phrase)
        }
        // "“…,” *the former teacher*, 68, said": behind a quotation it is no apposition
        Head::Role | Head::Noun if start > floor && at_start && !text.quotes.holds(start - 1) => None,
        _ => Some(phrase),
    }
}

/// "Leo Marsh, *Member of Parliament for Beck*, said", "Leo Marsh, *a Londoner*, said": right behind a person's
/// name, what that person is.
pub(crate) fn is_affiliation(text: &Text<'_>, phrase: &NounPhrase, floor: usize) -> bool {
    let start = phrase.whole.start;
    let belongs = phrase.head == Head::Name
        && phrase.whole.clone().any(|index| text.is_one_of(index, &["of", "from"]))
        || text.is_one_of(start, &["a", "an"]);
    let person = || {
        start > floor + 1
            && text.kind(start - 1) == Kind::Comma
            && noun_phrase::ending_at(text, start - 1, floor).is_some_and(|before| match before.head {
                Head::Person { .. } => true,
                // "Member Leo T. Marsh": a title that is not known.
                Head::Name => {
                    before.whole.len() > 1
                        && (before.whole.start == floor || text.quotes.holds(before.whole.start - 1))
                }
                _ => false,
            })
    };
    belongs && person()
}

/// "Wilmington, *N.C.*,", "Beaumont, *Tex.*,": a word with a stop of its own.
pub(crate) fn ends_abbreviated(text: &Text<'_>, index: usize) -> bool {
    let next = index + 1;
    text.token(index).is_capital()
        && (text.word(index).ends_with('.')
            || next + 1 < text.tokens.list.len()
                && text.kind(next) == Kind::Stop
                && text.token(next).is_glued()
                && text.kind(next + 1) == Kind::Comma)
}

/// "“…,” Leo Marsh, *the chair of Beck Council*, said": an apposition behind the person that the sentence, or what
/// follows the quotation, begins with.
pub(crate) fn follows_leading_person(text: &Text<'_>, start: usize, floor: usize) -> bool {
    let behind_comma =
        start > floor + 1 && text.kind(start - 1) == Kind::Comma && !text.quotes.holds(start - 1);
    let phrase = behind_comma.then(|| noun_phrase::ending_at(text, start - 1, floor)).flatten();
    phrase.is_some_and(|phrase| {
        let first = phrase.whole.start;
        matches!(phrase.head, Head::Person { .. }) && (first == floor || text.quotes.holds(first - 1))
    })
}

/// "*Playing* Field Trust": a capital behind the first word makes it a name.
pub(crate) fn begins_name(text: &Text<'_>, start: usize, end: usize) -> bool {
    start + 1 < end && text.token(start).is_capital() && text.token(start + 1).is_capital()
}

/// "The trust's chief executive, | Rosamund Teale": the post before the comma. A plain noun there ("the
/// assailant, | John McGraw") belongs to the phrase but is no role.
pub(crate) fn add_role_before(text: &Text<'_>, phrase: &mut NounPhrase, comma: usize, floor: usize) {
    let Some(post) = noun_phrase::ending_at(text, comma, floor) else { return };
    // "Still, | Ada Nwosu said": an adverb is no apposition.
    if post.whole.len() == 1 && text.classes(post.whole.start).has_any(&[Class::Adverb, Class::When]) {
        return;
    }
    let starts = post.whole.start == floor || text.quotes.holds(post.whole.start - 1);
    if post.head == Head::Role {
        phrase.role = noun_phrase::role_in(text, post.whole.clone());
        phrase.whole.start = post.whole.start;
    } else if starts && post.head == Head::Noun && !matches!(phrase.head, Head::Person { titled: true, .. }) {
        phrase.whole.start = post.whole.start;
    }
}
