//! Which of the names in an article is the inspected body: every name is weighed by what stands beside it.
//!
//! The weights are small whole numbers in one table ([`weight`]); a name that reaches [`ENOUGH`] may be the
//! body.

use std::ops::Range;

use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::body_context::{beside, weight};
use crate::cue_words::Cue;
use crate::organisation::ProperName;
use crate::reading::Reading;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// How often the text means a body of each kind by its noun alone: "the home", "the force"; the first sentence
/// says whom the article is about ("A trust that left nurses alone").
struct Nouns(Vec<i32>);

impl Nouns {
    fn count(reading: &Reading<'_>, first: usize) -> Self {
        let lead = reading.tokens.sentences.get(first).map_or(0..0, |sentence| sentence.tokens.clone());
        let mut counts = vec![0; reading.lexicon.body_kinds().len()];
        let the = reading.vocabulary.symbol("the");
        let places = (1..).zip(&reading.tokens.list).filter(|(_, before)| before.symbol == the);
        let introduced = lead.clone().filter(|&at| at > 0 && reading.is_any(at - 1, words!["a", "an"]));
        for index in places.map(|(at, _)| at).chain(introduced) {
            let rest = &reading.tokens.list[index..];
            let Some((_, meanings)) = reading.vocabulary.longest_term(&rest[..rest.len().min(5)]) else {
                continue;
            };
            let says = if lead.contains(&index) { 2 } else { 1 };
            for meaning in meanings {
                if let Meaning::BodyNoun(kind) = meaning {
                    counts[usize::from(*kind)] += says;
                }
            }
        }
        Self(counts)
    }

    /// The most that any of these kinds is meant, up to 4.
    fn most(&self, kinds: &[u16]) -> i32 {
        kinds.iter().map(|&kind| self.0[usize::from(kind)]).max().unwrap_or(0).min(4)
    }
}

/// What a name needs to be taken for the inspected body.
pub(crate) const ENOUGH: i32 = 8;

/// A body that the text names once or more.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// Its fullest form, at its first place.
    pub name: ProperName,
    /// Every place, in order.
    pub mentions: Vec<Range<usize>>,
    /// What is inspected is only part of it, of another kind: "the nursery at X School".
    pub hosts: bool,
    pub score: i32,
}

/// The named things of an article, forms of one name taken together, each with its weight. `inspects`: the
/// kinds that the inspectorate in play inspects.
pub(crate) fn candidates(reading: &Reading<'_>, names: &[ProperName], inspects: &[u16]) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    // The inspected body is named early; the rest of a very long text only names others.
    for name in names.iter().take(600) {
        match candidates.iter_mut().find(|known| is_form_of(reading, name, known)) {
            Some(known) => add_form(reading, known, name),
            None => candidates.push(Candidate {
                mentions: vec![name.tokens.clone()],
                name: name.clone(),
                hosts: false,
                score: 0,
            }),
        }
    }
    let first = first_sentence(reading);
    let nouns = Nouns::count(reading, first);
    let shops =
        inspects.iter().any(|&kind| reading.lexicon.body_kinds()[usize::from(kind)].id == "food-business");
    // Forces and fire services are all called so, or known.
    let kinds_show = inspects.iter().all(|&kind| {
        matches!(reading.lexicon.body_kinds()[usize::from(kind)].id.as_str(), "police" | "fire")
    });
    candidates.retain(|candidate| is_surely_a_name(reading, candidate));
    for candidate in &mut candidates {
        if let Some(kind) = introduced_as(reading, candidate, inspects) {
            candidate.name.kinds = vec![kind];
        }
        let kinds = &candidate.name.kinds;
        let mut inspected: Vec<u16> = kinds.iter().copied().filter(|kind| inspects.contains(kind)).collect();
        if inspected.is_empty() && !kinds.is_empty() {
            inspected = candidate
                .mentions
                .iter()
                .find_map(|mention| hosted(reading, mention, inspects))
                .into_iter()
                .collect();
            candidate.hosts = !inspected.is_empty();
        }
        candidate.score = weigh(reading, candidate, &inspected, first, nouns.most(&inspected), shops);
        if kinds_show && kinds.is_empty() && candidate.name.known.is_none() {
            candidate.score += weight::UNKIND;
        }
    }
    candidates
}

/// The inspected kind that an aside tells of a name that any sort of body may have: "Bramling House, a four-bed home
/// for teenagers,".
fn introduced_as(reading: &Reading<'_>, candidate: &Candidate, inspects: &[u16]) -> Option<u16> {
    let kinds = &candidate.name.kinds;
    if !is_plain_building(reading, kinds) || kinds.iter().any(|kind| inspects.contains(kind)) {
        return None;
    }
    candidate.mentions.iter().take(4).find_map(|mention| {
        let comma = mention.end;
        let aside =
            reading.is_any(comma + 1, words!["a", "an", "the"]) && reading.token(comma).kind == Kind::Comma;
        let inside = comma + 2..reading.tokens.list.len().min(comma + 10);
        let noun = |at: usize| {
            let (_, meanings) = reading.vocabulary.longest_term(&reading.tokens.list[at..inside.end])?;
            meanings.iter().find_map(|meaning| match meaning {
                Meaning::BodyNoun(kind) if inspects.contains(kind) => Some(*kind),
                _ => None,
            })
        };
        let plain = |&at: &usize| reading.token(at).is_word() && !reading.has(at, Class::Preposition);
        aside.then(|| inside.clone().take_while(plain).find_map(noun)).flatten()
    })
}

/// The kind of the inspected part that a mention is host to: "the nursery at | X School".
fn hosted(reading: &Reading<'_>, mention: &Range<usize>, inspects: &[u16]) -> Option<u16> {
    let at = mention.start.checked_sub(2)?;
    if !reading.is(at + 1, "at") {
        return None;
    }
    let (_, meanings) = reading.vocabulary.longest_term(&reading.tokens.list[at..=at])?;
    meanings.iter().find_map(|meaning| match meaning {
        Meaning::BodyNoun(kind) if inspects.contains(kind) => Some(*kind),
        _ => None,
    })
}

/// A single word is a name only where it has its capital in the middle of a sentence too.
fn is_surely_a_name(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let start = candidate.name.tokens.start;
    candidate.name.tokens.len() > 1
        || candidate.name.known.is_some()
        || !reading.cue(start, Cue::Country)
            && candidate.mentions.iter().any(|tokens| {
                let sentence = &reading.tokens.sentences[reading.sentence_of(tokens.start)];
                let token = reading.token(tokens.start);
                let inside = reading.before(tokens.start, sentence).is_some_and(|before| before.is_word());
                let graded = || beside(reading, tokens, &candidate.name) >= weight::INTRODUCED;
                let plural = reading.word(tokens.start).ends_with('s');
                (inside || !plural && graded()) && token.span().len() > 1 && !token.is_all_capitals()
            })
}

/// Whether a name is another form of a candidate: the same words, or the one without its kind.
///
/// "Tidewater" of "Tidewater Homes"; "Garnside" of "HMP Garnside".
fn is_form_of(reading: &Reading<'_>, name: &ProperName, known: &Candidate) -> bool {
    if name.known.is_some() || known.name.known.is_some() {
        return name.known == known.name.known;
    }
    let (new, old) = (&name.tokens, &known.name.tokens);
    // Nearly all names begin with different words, and few are known by their ends.
    let alike = reading.may_be_same(new.start, old.start);
    let ends = [name, &known.name].into_iter().any(|name| has_prefix(reading, name));
    if !alike && !ends && (name.kinds.is_empty() || known.name.kinds.is_empty()) {
        return false;
    }
    reading.same_words(new.clone(), old.clone())
        || is_short_of(reading, name, &known.name)
        || is_short_of(reading, &known.name, name)
        || is_same_authority(reading, name, &known.name)
}

/// "London Borough of Harringfield" and "Harringfield Council": one authority under two forms.
fn is_same_authority(reading: &Reading<'_>, one: &ProperName, other: &ProperName) -> bool {
    let authority = |kind: &u16| {
        let id = reading.lexicon.body_kinds()[usize::from(*kind)].id.as_str();
        matches!(id, "council" | "police" | "fire")
    };
    let shared = one.kinds.iter().any(|kind| other.kinds.contains(kind) && authority(kind));
    shared && reading.same_words(core(reading, one), core(reading, other))
}

/// A name without the words that tell its kind.
fn core(reading: &Reading<'_>, name: &ProperName) -> Range<usize> {
    let Range { start, end } = name.tokens;
    let means = |range: Range<usize>, wanted: fn(&Meaning) -> bool| {
        let size = range.len();
        let mut terms = reading.vocabulary.terms(&reading.tokens.list[range]);
        terms.any(|(length, meanings)| length == size && meanings.iter().any(wanted))
    };
    let stop = (start + 1..end)
        .find(|&at| means(at..end, |meaning| matches!(meaning, Meaning::BodySuffix(_))))
        .unwrap_or(end);
    let from = (start + 1..stop)
        .rev()
        .find(|&at| means(start..at, |meaning| matches!(meaning, Meaning::BodyPrefix(_))))
        .unwrap_or(start);
    from..stop
}

/// Whether the first is the second without its end, or without the prefix of its kind.
#[inline]
fn is_short_of(reading: &Reading<'_>, short: &ProperName, long: &ProperName) -> bool {
    let (size, tokens) = (short.tokens.len(), &long.tokens);
    if size >= tokens.len() || long.kinds.is_empty() && size < 2 {
        return false;
    }
    let other_kind = !short.kinds.is_empty() && !short.kinds.iter().any(|kind| long.kinds.contains(kind));
    if other_kind || is_sister(reading, tokens) {
        return false;
    }
    reading.same_words(short.tokens.clone(), tokens.start..tokens.start + size)
        || !long.kinds.is_empty()
            && has_prefix(reading, long)
            && reading.same_words(short.tokens.clone(), tokens.end - size..tokens.end)
}

/// "Dandelion Steps Too", "Bean Street 2": another one of the same owner.
fn is_sister(reading: &Reading<'_>, long: &Range<usize>) -> bool {
    reading.is_any(long.end - 1, words!["too", "two", "2", "ii", "iii", "3"])
}

fn has_prefix(reading: &Reading<'_>, name: &ProperName) -> bool {
    reading.token(name.tokens.start).is_all_capitals()
}

fn add_form(reading: &Reading<'_>, known: &mut Candidate, name: &ProperName) {
    known.mentions.push(name.tokens.clone());
    let normal = |tokens: &Range<usize>| !reading.token(tokens.start).is_all_capitals();
    let fuller = name.tokens.len() > known.name.tokens.len();
    if fuller && (normal(&name.tokens) || !name.kinds.is_empty()) {
        known.name = name.clone();
    }
}

/// The first sentence of the running text.
fn first_sentence(reading: &Reading<'_>) -> usize {
    let is_text = |sentence: &Sentence| reading.block_kind(sentence) == BlockKind::Paragraph;
    reading.tokens.sentences.iter().position(is_text).unwrap_or(0)
}

/// The weight of a candidate; nothing without a word beside it, or its noun alone, that says it is inspected.
fn weigh(
    reading: &Reading<'_>,
    candidate: &Candidate,
    inspected: &[u16],
    first: usize,
    nouns: i32,
    shops: bool,
) -> i32 {
    let name = &candidate.name;
    let kind = match name.kinds.as_slice() {
        [] => 0,
        _ if !inspected.is_empty() => weight::KIND,
        kinds if is_plain_building(reading, kinds) => 0,
        _ => weight::OTHER_KIND,
    };
    let known = if name.known.is_some() { weight::KNOWN } else { 0 };
    let beside: i32 = candidate.mentions.iter().map(|tokens| beside(reading, tokens, name)).sum();
    let silent = inspected.is_empty() && candidate.mentions.len() < 2;
    if beside <= 0 && nouns == 0 && (silent || beside < 0) {
        return 0;
    }
    let told = in_report(reading, candidate);
    let place = candidate.mentions.first().map_or(0, |tokens| early(reading, tokens, first));
    let often = candidate.mentions.len().min(4) as i32;
    nouns
        + told
        + kind
        + known
        + beside.min(14)
        + place
        + often
        + as_person(reading, candidate, shops)
        + as_street(reading, name)
}

/// "X House", "X Court": any sort of body may live there.
fn is_plain_building(reading: &Reading<'_>, kinds: &[u16]) -> bool {
    kinds.iter().any(|&kind| reading.lexicon.body_kinds()[usize::from(kind)].id == "care-home")
}

/// Named in an early sentence about an inspection, or with a grade beside it.
fn in_report(reading: &Reading<'_>, candidate: &Candidate) -> i32 {
    let says = |mention: &Range<usize>| {
        let sentence = reading.sentence_of(mention.start);
        reading.sentence_has(sentence, Cue::Inspectors) || reading.sentence_has(sentence, Cue::Inspected)
    };
    let told = candidate.mentions.iter().take(4).filter(|mention| says(mention)).count();
    told.min(2) as i32
}

/// What an early place says.
fn early(reading: &Reading<'_>, tokens: &Range<usize>, first: usize) -> i32 {
    match reading.sentence_of(tokens.start).saturating_sub(first) {
        0..=2 => 4,
        3..=5 => 2,
        6..=9 => 1,
        _ => 0,
    }
}

/// "Station Road": where something stands, not what.
fn as_street(reading: &Reading<'_>, name: &ProperName) -> i32 {
    let at = name.tokens.start;
    let with_article = at > 0 && reading.is(at - 1, "the") && reading.token(at - 1).is_capital();
    let street = !with_article
        && name.kinds.is_empty()
        && name.tokens.len() > 1
        && reading.cue(name.tokens.end - 1, Cue::Street);
    if street { weight::PERSON } else { 0 }
}

/// A first name at the start of two or three words that are built like no body's name, or a title; but shops
/// have titles too (Mr Chips).
fn as_person(reading: &Reading<'_>, candidate: &Candidate, shops: bool) -> i32 {
    let name = &candidate.name;
    let housed = |tokens: &Range<usize>| {
        tokens.start > 0 && reading.is_any(tokens.start - 1, words!["at", "inside", "into"])
    };
    let start = name.tokens.start;
    // "the Jade Lantern"
    let shop = shops && start > 0 && reading.is(start - 1, "the");
    let post = name.tokens.len() > 2 && reading.is_post(start);
    let titled = post || reading.is_title(start) && !shops;
    let named =
        !reading.is_title(start) && (reading.has(start, Class::Male) || reading.has(start, Class::Female));
    let firm = reading.cue(name.tokens.end - 1, Cue::Firm);
    let person = !(firm || shop)
        && name.kinds.is_empty()
        && !candidate.mentions.iter().any(housed)
        && (titled || named && name.tokens.len() > 1);
    if person { weight::PERSON } else { 0 }
}
