//! Tokens to organisations: inspectorates by the lexicon's names, bodies by how their names are built.

use std::ops::Range;

use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::organisation::{Form, InspectorateMention, Organisations, ProperName};
use crate::reading::Reading;
use crate::token::{Kind, Token};
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// No name has more tokens.
const LONGEST: usize = 14;

/// Every inspectorate and every proper name of an article, in order.
pub(crate) fn tokens_to_organisations(reading: &Reading<'_>) -> Organisations {
    let mut found = Organisations::default();
    for (index, sentence) in reading.tokens.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while let Some(opener) = opener_from(reading, sentence, at) {
            at = one(reading, index, sentence, opener, &mut found);
        }
    }
    found.inspectorates.shrink_to_fit();
    found.names.shrink_to_fit();
    found
}

/// The next token of a sentence with a capital or that begins what an inspectorate is called.
fn opener_from(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let opens = |token: &Token| {
        token.is_capital() || reading.vocabulary.classes(token.symbol).has(Class::InspectorateStart)
    };
    let rest = reading.tokens.list.get(at..sentence.tokens.end)?;
    rest.iter().position(opens).map(|ahead| at + ahead)
}

/// Reads what begins at a token with a capital or that begins what an inspectorate is called; returns where to go
/// on.
#[inline(never)]
fn one(
    reading: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    at: usize,
    found: &mut Organisations,
) -> usize {
    let end = sentence.tokens.end;
    let length = mentions(reading, at, end, &mut found.inspectorates);
    if length > 0 {
        return at + length;
    }
    match proper_name(reading, sentence, at) {
        Some(name) => {
            let next = name.tokens.end;
            found.names.push(ProperName { sentence: index, ..name });
            next
        }
        None => at + 1,
    }
}

/// The inspectorates that the longest name at a token means, and its length; 0 where there is none.
///
/// "HM Inspectorate of Prisons"; "the prisons watchdog".
fn mentions(reading: &Reading<'_>, at: usize, end: usize, out: &mut Vec<InspectorateMention>) -> usize {
    let mut length = 0;
    let first = out.len();
    for (size, meanings) in reading.vocabulary.terms(&reading.tokens.list[at..end]) {
        let forms = meanings.iter().filter_map(|meaning| form(*meaning));
        let kept = out.len();
        for (inspectorate, form) in forms {
            if form == Form::Noun || is_written_as_name(reading, at, size) {
                out.push(InspectorateMention { tokens: at..at + size, inspectorate, form });
            }
        }
        if out.len() > kept {
            out.drain(first..kept);
            length = size;
        }
    }
    length
}

fn form(meaning: Meaning) -> Option<(u16, Form)> {
    match meaning {
        Meaning::Inspectorate(row) => Some((row, Form::Name)),
        Meaning::SharedInspectorate(row) => Some((row, Form::Shared)),
        Meaning::InspectorateNoun(row) => Some((row, Form::Noun)),
        _ => None,
    }
}

/// A name of one word has a capital; a longer one may be a press name without any.
fn is_written_as_name(reading: &Reading<'_>, at: usize, size: usize) -> bool {
    size > 1 || reading.token(at).is_capital()
}

/// A proper name that begins at a token, as far as it goes.
fn proper_name(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<ProperName> {
    if let Some(name) = known_body(reading, sentence, at) {
        return Some(name);
    }
    if !starts_name(reading, sentence, at) {
        return None;
    }
    let limit = sentence.tokens.end.min(at + LONGEST);
    let shortest = capitals(reading, at, limit);
    let own = kinds(reading, at..shortest);
    let and = shortest < sentence.tokens.end && reading.is(shortest, "and");
    let further = if and && !own.is_empty() { Vec::new() } else { further_ends(reading, shortest, limit) };
    for &end in further.iter().rev() {
        let kinds = kinds(reading, at..end);
        if !kinds.is_empty() {
            return Some(named(at..end, None, kinds));
        }
    }
    if !own.is_empty() {
        return Some(named(at..shortest, None, own));
    }
    if let Some((end, kinds)) = small_suffix(reading, shortest, limit) {
        return Some(named(at..end, None, kinds));
    }
    if let Some(&end) = further.first()
        && is_place_tied(reading, sentence, at, shortest, end)
    {
        return Some(named(at..end, None, own));
    }
    let cut = |end: usize| reading.is_post(end) && !kinds_by_suffix(reading, at..end).is_empty();
    let inner = (at + 2..shortest).rev().find(|&end| cut(end));
    let end = saints_own(reading, sentence, at, inner.unwrap_or(shortest));
    Some(named(at..end, None, kinds(reading, at..end)))
}

/// "Carrowbridge | probation delivery unit |": a service that has its place's name, written without capitals, and where
/// it ends. A care home that only stands in a place is not called after it.
fn small_suffix(reading: &Reading<'_>, at: usize, limit: usize) -> Option<(usize, Vec<u16>)> {
    if at >= limit || reading.token(at).is_capital() {
        return None;
    }
    let serves_place = |kind: &u16| {
        let id = reading.lexicon.body_kinds()[usize::from(*kind)].id.as_str();
        matches!(id, "probation" | "youth-justice" | "fire" | "police")
    };
    let suffix = |meanings: &[Meaning]| -> Vec<u16> {
        let kinds = meanings.iter().filter_map(|meaning| match meaning {
            Meaning::BodySuffix(kind) => Some(*kind),
            _ => None,
        });
        kinds.filter(serves_place).collect()
    };
    let terms = reading.vocabulary.terms(&reading.tokens.list[at..limit]).filter(|&(size, _)| size > 1);
    let (size, kinds) = terms.map(|(size, meanings)| (size, suffix(meanings))).last()?;
    (!kinds.is_empty()).then_some((at + size, kinds))
}

/// "St Brannock's", "Neptune's has": what a saint's name is given to, or what acts itself, keeps the possessive.
fn saints_own(reading: &Reading<'_>, sentence: &Sentence, at: usize, end: usize) -> usize {
    let saint = reading.is_any(at, words!["st", "saint"]) && end > at + 1;
    let own = end < sentence.tokens.end && reading.token(end).kind == Kind::Clitic;
    let acts = own
        && end + 1 < sentence.tokens.end
        && (reading.has(end + 1, Class::Be)
            || reading.has(end + 1, Class::Have)
            || reading.token(end + 1).kind == Kind::Comma);
    if own && (saint || acts) { end + 1 } else { end }
}

fn named(tokens: Range<usize>, known: Option<u16>, kinds: Vec<u16>) -> ProperName {
    ProperName { tokens, sentence: 0, known, kinds }
}

/// A body of the lexicon: "GMP", "Greater Manchester Police".
fn known_body(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<ProperName> {
    if !reading.token(at).is_capital() {
        return None;
    }
    let rest = &reading.tokens.list[at..sentence.tokens.end];
    let mut found = None;
    for (size, meanings) in reading.vocabulary.terms(rest) {
        for meaning in meanings {
            if let Meaning::Body(row) = *meaning
                && is_written_alike(reading, at..at + size, row)
            {
                let kind = kind_of(reading, row);
                found = Some(named(at..at + size, Some(row), kind.into_iter().collect()));
            }
        }
    }
    found
}

/// A short form counts only as the lexicon spells it: "MPS" is not "MPs".
fn is_written_alike(reading: &Reading<'_>, tokens: Range<usize>, row: u16) -> bool {
    let body = &reading.lexicon.bodies()[usize::from(row)];
    tokens.len() > 1
        || body.aliases.iter().chain([&body.name]).any(|name| name == reading.word(tokens.start))
            && !reading.token(tokens.start).is_line_start()
}

fn kind_of(reading: &Reading<'_>, row: u16) -> Option<u16> {
    let kind = &reading.lexicon.bodies()[usize::from(row)].kind;
    let place = reading.lexicon.body_kinds().iter().position(|known| known.id == *kind)?;
    u16::try_from(place).ok()
}

/// A word with a capital that is no function word; the first of a sentence also needs more than that.
fn starts_name(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    let token = reading.token(at);
    if !token.is_word() || !token.is_capital() || token.is_glued() && joined(reading, sentence, at) {
        return false;
    }
    let graded = reading.is_term(at, |meaning| matches!(meaning, Meaning::Grade { .. }));
    let people = reading.is(at + 1, "at") && (reading.cue(at, Cue::Inmates) || reading.cue(at, Cue::Leaders));
    let speaker = reading.word(at).strip_prefix('I').is_some_and(|rest| rest.starts_with(['\'', '’']));
    !(people || speaker || reading.has(at, Class::Starter) || reading.cue(at, Cue::NoName) || graded)
}

/// Whether a hyphen or apostrophe, not a quotation mark, joins a token to the one before it.
fn joined(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    reading.before(at, sentence).is_some_and(|before| before.is_word() || before.kind == Kind::Clitic)
}

/// The places behind `shortest` at which a name may end, from the first joining word on: "Kelderby | and Holme
/// Fire and Rescue Service | ". Most names have none.
fn further_ends(reading: &Reading<'_>, shortest: usize, limit: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut next = shortest;
    loop {
        let joined = (next..limit.min(next + 2)).take_while(|&index| is_joiner(reading, index)).count();
        let goes_on = joined > 0 && next + joined < limit && is_name_word(reading, next + joined);
        if !goes_on {
            return ends;
        }
        next = capitals(reading, next + joined, limit);
        ends.push(next);
    }
}

/// Past the words with capitals from `at` on, with what stands between two of them: `'s`, `&`, hyphens.
fn capitals(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let mut next = at + 1;
    while next < end {
        if is_name_word(reading, next) && !names_inspectorate(reading, next, end) {
            next += 1;
        } else if ties(reading, next) && next + 1 < end && is_name_word(reading, next + 1) {
            next += 2;
        } else if let Some(past) = hyphenated(reading, next, end) {
            next = past;
        } else {
            break;
        }
    }
    next
}

/// Past the rest of a name tied by small words: "Tan | -y-Garth |", "Weston | -super-Mare |".
fn hyphenated(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let small = reading.token(at).is_word() && reading.token(at).is_glued();
    let whole = at + 1 < end && small && reading.token(at + 1).is_glued();
    (whole && is_name_word(reading, at + 1)).then_some(at + 2)
}

fn is_name_word(reading: &Reading<'_>, index: usize) -> bool {
    let token = reading.token(index);
    token.is_word() && token.is_capital()
}

fn names_inspectorate(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let rest = &reading.tokens.list[at..end];
    reading.vocabulary.longest_term(rest).is_some_and(|(_, meanings)| {
        meanings.iter().any(|meaning| matches!(meaning, Meaning::Inspectorate(_)))
    })
}

fn ties(reading: &Reading<'_>, index: usize) -> bool {
    let token = reading.token(index);
    token.kind == Kind::Clitic || token.kind == Kind::Mark && reading.cue(index, Cue::Joiner)
}

fn is_joiner(reading: &Reading<'_>, index: usize) -> bool {
    reading.token(index).is_word() && !reading.token(index).is_capital() && reading.cue(index, Cue::Joiner)
}

/// "The Plough at Elmstow", "Little Acorns at the Mill": a name that holds its place.
fn is_place_tied(reading: &Reading<'_>, sentence: &Sentence, at: usize, shortest: usize, end: usize) -> bool {
    let with_article = reading
        .before(at, sentence)
        .is_some_and(|token| token.is_capital() && token.symbol == reading.vocabulary.symbol("the"));
    let at_the = reading.is(shortest, "at") && reading.is(shortest + 1, "the");
    let firm = reading.is(shortest, "and") && end == shortest + 2 && reading.cue(shortest + 1, Cue::Firm);
    firm || at_the && shortest - at > 1 || with_article && reading.is(shortest, "at") && end - shortest <= 3
}

/// The kinds of body whose names begin or end like this one.
fn kinds(reading: &Reading<'_>, name: Range<usize>) -> Vec<u16> {
    let mut kinds = kinds_by_suffix(reading, name.clone());
    for (size, meanings) in reading.vocabulary.terms(&reading.tokens.list[name.clone()]) {
        if size < name.len() {
            kinds.extend(meanings.iter().filter_map(|meaning| match meaning {
                Meaning::BodyPrefix(kind) => Some(*kind),
                _ => None,
            }));
        }
    }
    kinds
}

/// The kinds whose longest suffix ends this name, leaving a word before it.
fn kinds_by_suffix(reading: &Reading<'_>, name: Range<usize>) -> Vec<u16> {
    for start in name.start + 1..name.end {
        let suffix = &reading.tokens.list[start..name.end];
        let whole = reading.vocabulary.longest_term(suffix).filter(|(size, _)| *size == suffix.len());
        let kinds: Vec<u16> = whole
            .into_iter()
            .flat_map(|(_, meanings)| meanings)
            .filter_map(|meaning| match meaning {
                Meaning::BodySuffix(kind) => Some(*kind),
                _ => None,
            })
            .collect();
        if !kinds.is_empty() {
            return kinds;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use onrecord_lexicon::Lexicon;
    use onrecord_model::Article;

    use crate::Parser;

    /// Inspectorates by id in brackets, other names with the kinds that they may be.
    fn check(text: &str) -> String {
        let lexicon = Lexicon::standard();
        Parser::new(lexicon).read(Article::default(), text.as_bytes(), |stages| {
            let inspectorates = stages.organisations.inspectorates.iter().map(|mention| {
                let row = &lexicon.inspectorates()[usize::from(mention.inspectorate)];
                format!("[{}] {}\n", row.id, stages.text.words(mention.tokens.clone()))
            });
            let names = stages.organisations.names.iter().map(|name| {
                let kinds =
                    name.kinds.iter().map(|&kind| lexicon.body_kinds()[usize::from(kind)].id.as_str());
                let kinds: Vec<&str> = kinds.collect();
                format!("{} ({})\n", stages.text.words(name.tokens.clone()), kinds.join(", "))
            });
            inspectorates.chain(names).collect()
        })
    }

    #[test]
    fn names_of_inspectorates_take_their_longest_form() {
        assert_eq!(
            check("He told HM Inspectorate of Prisons and Care Inspectorate Wales (CIW) so."),
            "[hmi-prisons] HM Inspectorate of Prisons\n[ciw] Care Inspectorate Wales\n[ciw] CIW\n"
        );
    }

    #[test]
    fn names_of_bodies_end_or_begin_as_their_kind_does() {
        assert_eq!(
            check(
                "They saw Kelderby and Holme Fire and Rescue Service, HMP Garnside and St Hilda’s Care Home."
            ),
            "Kelderby and Holme Fire and Rescue Service (fire)\nHMP Garnside (prison)\nSt Hilda’s Care Home (care-home)\n"
        );
    }

    #[test]
    fn other_names_end_before_what_joins_them() {
        assert_eq!(check("We went to Tan-y-Lan Care Home."), "Tan-y-Lan Care Home (care-home)\n");
        assert_eq!(
            check("We met Ada Nwosu and Tom Beck at the Mill with The Plough at Elmstow and Patel and Sons."),
            "Ada Nwosu ()\nTom Beck at the Mill ()\nPlough at Elmstow ()\nPatel and Sons ()\n"
        );
    }

    #[test]
    fn short_forms_of_known_bodies_need_their_capitals() {
        assert_eq!(check("She said GMP met MPs of the Met."), "GMP (police)\nMPs ()\nMet (police)\n");
    }
}
