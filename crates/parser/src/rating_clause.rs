//! Areas put as clauses: `the way the firm is run`, `how it responds to people`, `how safe and well-led it is`.

use crate::rating_scope::{Area, Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// No clause of an area has more words before its verb.
const LONGEST_CLAUSE: usize = 8;

/// The verbs that tell which area a clause is for, where a scale fixes its areas' names.
const VERBS: &[(&str, &str)] = &[
    ("run", "well-led"),
    ("led", "well-led"),
    ("managed", "well-led"),
    ("governed", "well-led"),
    ("overseen", "well-led"),
    ("responds", "responsive"),
    ("responded", "responsive"),
    ("respond", "responsive"),
];

/// How something came off, in the past tense: the verb behind its subject.
static FARES: WordList = WordList::new(&[
    "came", "stayed", "remained", "fared", "did", "escaped", "made", "held", "avoided", "won", "drew",
    "kept", "showed", "saw", "got", "improved", "dropped", "fell", "slipped", "climbed", "rose", "went",
    "earned", "received", "scored",
]);

impl RatingText<'_> {
    /// A clause that names an area, from its `way` or `how` on: where it ends, and which area it is.
    pub(crate) fn clause_area(&self, at: usize, end: usize) -> Option<(usize, u16, u16)> {
        if !self.is_any(at, words!["way", "how", "whether"]) {
            return None;
        }
        let most = end.min(at + LONGEST_CLAUSE);
        let mut words =
            (at + 1..most).take_while(|&index| !self.is_mark(index) && !self.is(index, Role::And));
        words.find_map(|index| {
            let (_, name) = VERBS.iter().find(|(verb, _)| self.is_word(index, verb))?;
            let (scale, area) = self.fixed_area(name)?;
            (index > at + 1).then_some((index + 1, scale, area))
        })
    }

    /// The same, read back from the verb that it ends with.
    pub(crate) fn clause_area_before(&self, start: usize, end: usize) -> Option<(usize, u16, u16)> {
        let last = end.checked_sub(1)?;
        VERBS.iter().find(|(verb, _)| self.is_word(last, verb))?;
        let from = start.max(end.saturating_sub(LONGEST_CLAUSE));
        let mut starts = (from..last).rev();
        starts.find_map(|at| {
            let (stop, scale, area) = self.clause_area(at, end)?;
            (stop == end).then_some((at, scale, area))
        })
    }

    /// The area of this name in a scale in play, where records always use that name.
    pub(crate) fn fixed_area(&self, name: &str) -> Option<(u16, u16)> {
        self.play.scales.iter().find_map(|&scale| {
            let areas = &self.article.lexicon.scales()[usize::from(scale)].areas;
            let area = areas.iter().position(|area| area.fixed && area.name == name)?;
            Some((scale, area as u16))
        })
    }

    /// `how safe, effective and well-led it is | was`: the areas between `how` and the body that ends at `end`.
    pub(crate) fn how_list_before(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let pronoun = self.is(end - 1, Role::BodyPronoun);
        let noun = (end.saturating_sub(4).max(start)..end).find(|&index| self.is(index, Role::Article));
        let body = if pronoun { end - 1 } else { noun? };
        if !pronoun && self.as_body(body + 1..end) != Some(true) || body <= start {
            return None;
        }
        let list = self.known_list_before(start, body)?;
        let first = list.tokens.start;
        let how = |index: usize| self.is(index, Role::How) && !self.is_word(index, "being");
        let asks = how(first) || first > start && how(first - 1);
        let many = matches!(&list.scope, Scope::Areas(areas) if areas.len() > 1);
        (asks && many).then_some(list)
    }

    /// `How responsive the practice is | to people's needs | was`: the area that a clause before asks for.
    pub(crate) fn how_clause_before(&self, start: usize, begin: usize, end: usize) -> Option<ScopeReading> {
        let verb = begin.checked_sub(1).filter(|&verb| verb > start + 2 && self.has(verb, Class::Be))?;
        let from = verb.saturating_sub(LONGEST_CLAUSE + 2).max(start);
        let how = (from..verb)
            .rev()
            .find(|&index| self.is_mark(index) || self.is_any(index, words!["how", "whether", "way"]))?;
        let the = how - usize::from(how > start && self.is_word(how - 1, "the"));
        let opens = the == start || !self.is_finite(the - 1);
        let list = (opens && !self.is_mark(how)).then(|| self.list(how, verb)).flatten()?;
        if self.fixed_areas().next().is_none()
            && matches!(&list.scope, Scope::Areas(areas) if areas.len() == 1)
        {
            let area = Area { tokens: how..end, known: None };
            return Some(ScopeReading { scope: Scope::Areas(vec![area]), tokens: how..end });
        }
        matches!(&list.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_some()))
            .then_some(list)
    }

    /// `four of the five areas | it looked at | were`: where a clause with its preposition left behind begins.
    pub(crate) fn before_stranded(&self, start: usize, end: usize) -> Option<usize> {
        let verb = end.checked_sub(2).filter(|&verb| verb > start + 1)?;
        let stranded = self.has(end - 1, Class::Preposition)
            && self.is_any(
                verb,
                words!["looked", "look", "looks", "reported", "focused", "judged", "reports", "looking"],
            );
        let from = verb.saturating_sub(4).max(start + 1);
        let who = (from..verb).rev().find(|&index| {
            self.has(index, Class::Subject)
                || self.has(index, Class::InspectorNoun)
                || self.has(index, Class::InspectorateNoun)
        })?;
        let mut at = who;
        while at > start + 1 && (self.is(at - 1, Role::Article) || self.has(at - 1, Class::Relative)) {
            at -= 1;
        }
        let areas = (at.saturating_sub(3).max(start)..at).any(|index| self.is(index, Role::AreaNoun));
        (stranded && areas).then_some(at)
    }

    /// `good | for the way staff treat patients`, `a four | for how it buys food`: the grade is for an area, even
    /// where nobody can say for which, and never for the whole.
    pub(crate) fn is_for_a_way(&self, at: usize) -> bool {
        let the = at + 1 + usize::from(self.is(at + 1, Role::Article));
        self.is(at, Role::AreaPreposition)
            && self.is_any(the, words!["way", "manner", "how"])
            && !self.is_mark(the + 1)
    }

    /// Whether words that no scale knows may name an area: a noun phrase, not what is left over of a clause.
    pub(crate) fn is_noun_phrase(&self, start: usize, end: usize) -> bool {
        let clause = (start.saturating_sub(2)..start + 1).any(|index| self.is(index, Role::How));
        let leftover = [
            "once",
            "single",
            "solitary",
            "lone",
            "more",
            "less",
            "anything",
            "everything",
            "nothing",
            "something",
            "each",
            "every",
            "any",
            "much",
            "things",
            "way",
            "then",
            "so",
            "such",
            "part",
            "nobody",
            "anyone",
            "everyone",
            "now",
            "yet",
            "back",
            "away",
            "out",
            "up",
            "down",
            "rather",
            "quite",
            "very",
            "far",
            "almost",
            "nearly",
        ];
        let pronoun = |index: usize| {
            let served = index > start && self.is_word(index, "who") && self.is_served(index - 1);
            !served
                && (self.has(index, Class::Subject) && !self.is_word(index, "it")
                    || self.has(index, Class::Relative)
                    || self.is_any(index, words!["it", "them", "him", "us", "me"]))
        };
        let predicate = start > 0
            && end - start == 1
            && self.has(start - 1, Class::Be)
            && !self.token(start - 1).is_glued();
        clause
            || !predicate
                && !leftover.iter().any(|word| self.is_word(start, word))
                && (!self.has(start, Class::Adverb) || self.is_word(start, "long"))
                && !(start..end).any(pronoun)
    }

    /// `crisis teams | came off worst and`, `leadership | escaped that fate but`: a verb of faring, not at the head.
    pub(crate) fn plain_verb(&self, start: usize, end: usize) -> Option<usize> {
        let clause = (start..end).rev().find(|&index| self.is_mark(index)).map_or(start, |mark| mark + 1);
        (clause + 1..end).find(|&index| self.is_any(index, &FARES))
    }

    /// A verb of faring, which ends no noun phrase: `the home | remains`, `the force | came`
    pub(crate) fn is_fared(&self, at: usize) -> bool {
        self.is_any(at, &FARES) || self.is_any(at, words!["remains", "remained", "stays", "stayed"])
    }

    /// `Two years ago | that was rated adequate`, `But that had been good`: a pronoun, behind a time or a link.
    pub(crate) fn points_at_area(&self, start: usize, at: usize) -> bool {
        let head = self.past_links(start, at);
        let time = at > start && self.is_any(at - 1, words!["ago", "year", "time", "then"]);
        let dated = at > start && self.token(at - 1).kind == Kind::Number;
        let comma = at > start && self.token(at - 1).kind == Kind::Comma;
        let fronted = comma && self.opens_in_the_past(start, at + 1);
        let even = at > start + 1 && self.is_word(at - 1, "even") && self.is(at - 2, Role::And);
        head == at || time || dated || fronted || even
    }

    /// `A, | where the grade has not changed, | and B`: the list goes on behind the aside.
    pub(crate) fn past_where_aside(&self, at: usize, end: usize) -> usize {
        let opens = at + 2 < end
            && self.token(at).kind == Kind::Comma
            && self.is_any(at + 1, words!["where", "which"]);
        let close = (at + 2..end.min(at + 14)).find(|&index| self.is_mark(index));
        let goes_on = |close: &usize| {
            let next = close + 1 + usize::from(self.is(close + 1, Role::And));
            self.token(*close).kind == Kind::Comma
                && self.known_area(self.past_openers(next, end), end).is_some()
                && !self.begins_clause(next, end)
        };
        close.filter(|_| opens).filter(goes_on).unwrap_or(at)
    }

    /// `for safety, | where it was inadequate before,`: the word that opens such an aside behind a comma.
    pub(crate) fn aside_from(&self, start: usize, end: usize) -> Option<usize> {
        (start + 1..end).find(|&index| {
            self.is_any(index, words!["where", "which"]) && self.token(index - 1).kind == Kind::Comma
        })
    }

    /// Whether nothing follows in a clause but a mark, or words that begin another.
    pub(crate) fn ends_clause(&self, at: usize) -> bool {
        self.is_mark(at)
            || self.is(at, Role::And)
            || self.is_any(at, words!["but", "while", "although", "according"])
    }
}
