//! What a grade is for, read backwards from the verb: `safety and leadership were both found to be …`.

use std::ops::Range;

use crate::rating_scope::{Area, Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;

/// What stands before the verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The inspected body, or areas of its work.
    Graded(ScopeReading),
    /// Somebody who grades: inspectors, Ofsted.
    Agent,
    /// Another body, some of many bodies, people: no grade of the inspected body.
    Other,
    /// The clause is denied or only wished for.
    Denied,
    /// Nothing, or nothing that can be told.
    None,
}

/// Words that speak of what is wanted, not of what is.
pub(crate) const WISHES: &[&str] = &[
    "hope",
    "leapfrogging",
    "skipping",
    "hopes",
    "hoping",
    "hoped",
    "aim",
    "aims",
    "aiming",
    "aimed",
    "want",
    "wants",
    "target",
    "expect",
    "expects",
    "strive",
    "striving",
    "towards",
    "missed",
    "short",
    "if",
    "never",
    "ambition",
    "goal",
    "nor",
    "nobody",
    "nowhere",
    "aspire",
    "dream",
];

/// Nouns for any inspected body.
const GENERIC_BODIES: &[&str] =
    &["service", "provider", "organisation", "body", "business", "agency", "outlet", "establishment", "site"];

/// Phrases that mean the body though their last word alone would not.
const BODY_PHRASES: &[&str] = &["adult social care", "social care", "care services"];

impl RatingText<'_> {
    /// The subject of the verb at `end`, not before `start`.
    pub(crate) fn subject(&self, start: usize, end: usize) -> Subject {
        let (end, listed) = match self.past_auxiliaries(start, end) {
            Some(found) => found,
            None => return Subject::Denied,
        };
        if end == start {
            return Subject::None;
        }
        if self.opens_inside_phrase(end) {
            return self.of_clause(start, end);
        }
        if self.is(end - 1, Role::And) || ["but", "or", "yet"].iter().any(|word| self.is_word(end - 1, word))
        {
            return self.shared(start, end - 1);
        }
        if self.token(end - 1).kind == Kind::BracketOpen {
            return self.noun_phrase(start, end - 1, false);
        }
        if self.token(end - 1).kind == Kind::Comma {
            return self.before_aside(start, end - 1);
        }
        if let Some(subject) = self.relative(start, end) {
            return subject;
        }
        if self.token(end - 1).kind == Kind::BracketClose {
            let open = (start..end).rev().find(|&index| self.token(index).kind == Kind::BracketOpen);
            return open.map_or(Subject::None, |open| self.subject(start, open));
        }
        self.noun_phrase(start, end, listed)
    }

    /// Whether `a`, `its` or a preposition stands right before the words, so that no subject does.
    fn opens_inside_phrase(&self, end: usize) -> bool {
        let word = end - 1;
        (self.is(word, Role::Article)
            || self.has(word, Class::Determiner)
            || self.has(word, Class::Preposition))
            && !self.is(word, Role::BodyPronoun)
            && !self.is(word, Role::And)
            && !["that", "this", "all", "each", "both"].iter().any(|known| self.is_word(word, known))
            || ["separate", "overall", "new", "first"].iter().any(|known| self.is_word(word, known))
    }

    /// The clause speaks of another body, or it does not.
    fn of_clause(&self, start: usize, end: usize) -> Subject {
        let from = (start..end).rev().find(|&index| self.is_mark(index)).map_or(start, |mark| mark + 1);
        let foreign =
            (from..end).any(|index| self.is(index, Role::Foreign) && self.is_foreign_use(index, end));
        let wished =
            (from..end).any(|index| self.has(index, Class::Modal) || self.has(index, Class::Negation));
        let wish = (from..end).any(|index| WISHES.iter().any(|word| self.is_word(index, word)));
        match (foreign, wished || wish) {
            (true, _) => Subject::Other,
            (false, true) => Subject::Denied,
            (false, false) => Subject::None,
        }
    }

    /// `were not looked at and | keep`: the verb before `and` has the same subject.
    fn shared(&self, start: usize, end: usize) -> Subject {
        let infinitive = |index: usize| index > start && self.is_word(index - 1, "to");
        let verb = (start..end).rev().take(30).find(|&index| self.is_finite(index) && !infinitive(index));
        match verb {
            Some(verb) if verb > start => self.subject(start, verb),
            _ => match (start..end).rev().find(|&index| self.token(index).kind == Kind::Comma) {
                Some(comma) => self.before_aside(start, comma),
                None => Subject::None,
            },
        }
    }

    /// Back over `have both been`; `None` where the clause is denied or only wished for.
    fn past_auxiliaries(&self, start: usize, mut end: usize) -> Option<(usize, bool)> {
        let mut listed = false;
        while end > start {
            let at = end - 1;
            let token = self.token(at);
            if self.has(at, Class::Modal) || self.has(at, Class::Negation) || self.is_word(at, "to") {
                return None;
            }
            let passes = self.has(at, Class::Be) && !(token.is_glued() && token.is_word())
                || self.has(at, Class::Have)
                || self.has(at, Class::Adverb)
                || self.is(at, Role::Filler)
                || token.is_quotation_mark()
                || token.kind == Kind::Clitic
                    && end < self.article.tokens.list.len()
                    && !self.token(end).is_capital()
                    && self.clitic_is_verb(at);
            if !passes {
                break;
            }
            listed |= ["both", "all", "each"].iter().any(|word| self.is_word(at, word));
            end = at;
        }
        Some((end, listed))
    }

    /// `it's`, `that's` against `the home's`.
    fn clitic_is_verb(&self, at: usize) -> bool {
        at > 0 && (self.is(at - 1, Role::BodyPronoun) || self.is_word(at - 1, "that"))
    }

    /// `X, which was looked at on its own, | was`: the comma at `comma` closes an aside or an apposition.
    fn before_aside(&self, start: usize, comma: usize) -> Subject {
        if let Some(list) = self.known_list_before(start, comma)
            && let Some(outer) = self.outer_of(start, list.tokens.start)
        {
            if self.stands_for_area(start, outer) {
                return Subject::Graded(list);
            }
            if self.adds(outer + 1)
                && let Subject::Graded(reading) = self.noun_phrase(start, outer, false)
            {
                return Subject::Graded(joined(reading, list));
            }
        }
        if let Some(both) = self.whole_and_parts(start, comma) {
            return Subject::Graded(both);
        }
        let opener = (start..comma).rev().find(|&i| matches!(self.token(i).kind, Kind::Comma | Kind::Dash));
        let Some(opener) = opener else {
            return Subject::None;
        };
        let mut inner = opener + 1;
        while inner + 1 < comma
            && (self.is(inner, Role::And)
                || ["but", "only", "while"].iter().any(|word| self.is_word(inner, word)))
        {
            inner += 1;
        }
        let first = self.past_quotes(inner, comma);
        let outer = self.phrase_start(start, opener);
        let named = self.token(first).is_capital() && comma - first <= 6 && !self.names_body(first..comma);
        let indefinite = ["a", "an", "another"].iter().any(|word| self.is_word(outer, word))
            || self.is(outer, Role::Foreign);
        if named
            && indefinite
            && outer > start.saturating_sub(1)
            && self.known_area(self.past_openers(inner, comma), comma).is_none()
        {
            return Subject::Other;
        }
        let aside = self.is(first, Role::Aside)
            || self.token(first).kind == Kind::Number
            || self.has(first, Class::Adverb);
        if !aside {
            let opened = self.past_openers(inner, comma);
            let known = self.known_area(opened, comma).is_some();
            let placed = self.stands_for_area(start, opener);
            if (known || placed)
                && let Some(list) = self.list(inner, comma)
            {
                return Subject::Graded(list);
            }
        }
        let relative = self.relative_opener(start, opener);
        self.subject(start, relative.unwrap_or(opener))
    }

    /// `The overall rating, and those for how safe and well-led it is, | have dropped`
    fn whole_and_parts(&self, start: usize, comma: usize) -> Option<ScopeReading> {
        let opener = (start + 1..comma).rev().find(|&index| {
            self.token(index).kind == Kind::Comma && index + 1 < comma && self.is(index + 1, Role::And)
        })?;
        let Some(parts) = self.scope(opener + 2, comma) else { return None };
        let Subject::Graded(whole) = self.noun_phrase(start, opener, false) else { return None };
        match (whole.scope, parts.scope) {
            (Scope::Body, Scope::Areas(areas)) if areas.iter().all(|area| area.known.is_some()) => {
                Some(ScopeReading { scope: Scope::Whole(areas), tokens: whole.tokens.start..comma })
            }
            _ => None,
        }
    }

    /// The comma or dash before an aside whose area begins at `at`.
    fn outer_of(&self, start: usize, at: usize) -> Option<usize> {
        let from = at.saturating_sub(4).max(start);
        (from..at).rev().find(|&index| matches!(self.token(index).kind, Kind::Comma | Kind::Dash))
    }

    /// `together with personal development`: graded as well.
    fn adds(&self, at: usize) -> bool {
        ["together", "along", "alongside", "like"].iter().any(|word| self.is_word(at, word))
    }

    /// An aside may hold commas of its own; it begins where its relative word stands behind a comma.
    fn relative_opener(&self, start: usize, opener: usize) -> Option<usize> {
        (start + 1..opener)
            .rev()
            .take(25)
            .find(|&index| {
                self.token(index - 1).kind == Kind::Comma
                    && ["which", "who", "whose"].iter().any(|w| self.is_word(index, w))
            })
            .map(|index| index - 1)
    }

    /// `The remaining area`, `the last of the five`, `two`: the name follows.
    fn stands_for_area(&self, start: usize, end: usize) -> bool {
        let begin = self.phrase_start(start, end);
        let last = end.checked_sub(1).filter(|&last| last >= begin);
        last.is_some_and(|last| {
            self.is(last, Role::AreaNoun) || self.number(last).is_some() && !self.token(last).is_capital()
        })
    }

    /// `…, which | was`, `… where it | was`, `… for which it | retained`: what stands before the relative word.
    fn relative(&self, start: usize, end: usize) -> Option<Subject> {
        let mut at = end;
        let pronoun = self.is(at - 1, Role::BodyPronoun) && at - 1 > start;
        if pronoun {
            at -= 1;
            let place = ["where", "which"].iter().any(|word| self.is_word(at - 1, word));
            if !place {
                return None;
            }
        }
        if !["which", "that", "who", "where"].iter().any(|word| self.is_word(at - 1, word)) {
            return None;
        }
        let that = self.is_word(at - 1, "that");
        at -= 1;
        if at > start && self.has(at - 1, Class::Preposition) {
            at -= 1;
        }
        let comma = at > start && self.token(at - 1).kind == Kind::Comma;
        at -= usize::from(comma);
        if at == start || that && !comma && at > start && self.reports(at - 1) {
            return Some(Subject::None);
        }
        let bare_area = self.is(at - 1, Role::AreaNoun) && at - 1 > start && self.is(at - 2, Role::Article);
        if bare_area && at - 2 > start && self.token(at - 3).kind == Kind::Comma {
            at -= 3;
        }
        let antecedent = self.noun_phrase(start, at, false);
        let areas =
            matches!(&antecedent, Subject::Graded(reading) if matches!(reading.scope, Scope::Areas(_)));
        if pronoun && !areas {
            return Some(Subject::Graded(ScopeReading { scope: Scope::Body, tokens: end - 1..end }));
        }
        Some(antecedent)
    }

    /// The noun phrase, or list of them, that ends at `end`.
    fn noun_phrase(&self, start: usize, end: usize, listed: bool) -> Subject {
        let end = self.before_quotes(start, end);
        if end == start {
            return Subject::None;
        }
        let how =
            self.is(end - 1, Role::BodyPronoun).then(|| self.phrase_start(start, end)).filter(|&begin| {
                (begin..end).any(|index| self.is(index, Role::How)) && self.knows_area(begin..end)
            });
        if let Some(begin) = how {
            return self.classify(begin..end);
        }
        if self.is(end - 1, Role::BodyPronoun) {
            return Subject::Graded(ScopeReading { scope: Scope::Body, tokens: end - 1..end });
        }
        if self.token(end - 1).kind == Kind::BracketClose {
            let open = (start..end).rev().find(|&index| self.token(index).kind == Kind::BracketOpen);
            return open.map_or(Subject::None, |open| self.noun_phrase(start, open, listed));
        }
        if let Some(list) = self.known_list_before(start, end) {
            return Subject::Graded(list);
        }
        let begin = self.phrase_start(start, end);
        if begin >= end {
            return Subject::None;
        }
        if listed && let Some(list) = self.free_list_before(start, begin, end) {
            return Subject::Graded(list);
        }
        if self.is(begin, Role::Aside) && begin > start + 1 && self.token(begin - 1).kind == Kind::Comma {
            return self.subject(start, begin - 1);
        }
        if let Some(before) = self.before_predicate(start, begin, end) {
            return self.subject(start, before);
        }
        if begin > start && self.is_word(begin - 1, "whose") {
            return self.classify(begin..end);
        }
        if let Some(before) = self.before_relative(start, begin) {
            return self.noun_phrase(start, before, false);
        }
        self.classify(begin..end)
    }

    /// `X and Y are the two areas | marked good`: the areas stand before `are`.
    fn before_predicate(&self, start: usize, begin: usize, end: usize) -> Option<usize> {
        let areas = (begin..end).any(|index| {
            self.is(index, Role::AreaNoun)
                || ["bits", "parts", "things"].iter().any(|word| self.is_word(index, word))
        });
        let verb = begin.checked_sub(1).filter(|&verb| verb > start && self.has(verb, Class::Be));
        verb.filter(|_| areas)
    }

    /// `A surgery where patients queued | has been rated`: the noun before the relative word.
    fn before_relative(&self, start: usize, begin: usize) -> Option<usize> {
        let from = (start..begin).rev().find(|&index| self.is_mark(index)).map_or(start, |mark| mark + 1);
        let found = (from + 1..begin).rev().find(|&index| {
            ["where", "which", "who", "whose"].iter().any(|word| self.is_word(index, word))
                || self.is_word(index, "that") && !self.reports(index - 1) && self.has(index + 1, Class::Be)
                || self.is_word(index, "that") && self.body_noun_before(from, index)
        })?;
        self.body_noun_before(from, found).then_some(found)
    }

    /// Known areas with commas and `and` between them, ending right at `end`.
    fn known_list_before(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let (mut begin, scale, area) = self.known_area_before(start, end)?;
        let mut areas = vec![Area { tokens: begin..end, known: Some((scale, area)) }];
        loop {
            let mut at = begin;
            while at > start && (self.is(at - 1, Role::Article) || self.is(at - 1, Role::AreaPreposition)) {
                at -= 1;
            }
            let and = at > start && self.is(at - 1, Role::And);
            at -= usize::from(and);
            let comma = at > start && self.token(at - 1).kind == Kind::Comma;
            at -= usize::from(comma);
            if !(and || comma) {
                break;
            }
            let Some((next, scale, area)) = self.known_area_before(start.max(self.floor.min(at)), at) else {
                break;
            };
            areas.insert(0, Area { tokens: next..at, known: Some((scale, area)) });
            begin = next;
        }
        if self.is_possessed_by_other(start, begin)
            || self.is_counted_noun(start, begin)
            || begin > start && self.is_word(begin - 1, "overall")
        {
            return None;
        }
        Some(ScopeReading { scope: Scope::Areas(areas), tokens: begin..end })
    }

    /// `55 services`: many bodies, not an area.
    fn is_counted_noun(&self, start: usize, begin: usize) -> bool {
        begin > start
            && (self.token(begin - 1).kind == Kind::Number || self.number(begin - 1).is_some_and(|n| n > 1))
    }

    /// Whether a name of another body stands right before the area: `Oxmoor Police's leadership`.
    fn is_possessed_by_other(&self, start: usize, begin: usize) -> bool {
        begin > start + 1
            && self.token(begin - 1).kind == Kind::Clitic
            && self.classify(self.phrase_start(start, begin - 1)..begin - 1) == Subject::Other
    }

    /// `surgery and maternity there | both dropped`: pieces of any words.
    fn free_list_before(&self, start: usize, begin: usize, end: usize) -> Option<ScopeReading> {
        let mut from = begin;
        while from > start && self.token(from - 1).kind == Kind::Comma && from - 1 > start {
            let piece = self.phrase_start(start, from - 1);
            if piece + 6 < from || (piece..from - 1).any(|index| self.is_finite(index)) || piece == from - 1 {
                break;
            }
            from = piece;
        }
        let mut areas: Vec<Area> = Vec::new();
        let mut at = from;
        for index in from..=end {
            let cuts = index == end || self.token(index).kind == Kind::Comma || self.is(index, Role::And);
            if cuts {
                let first = self.past_openers(at, index);
                if first < index {
                    areas.push(Area { tokens: first..index, known: None });
                }
                at = index + 1;
            }
        }
        let places = areas.iter().any(|area| matches!(self.classify(area.tokens.clone()), Subject::Other));
        (areas.len() > 1 && !places).then_some(ScopeReading { scope: Scope::Areas(areas), tokens: from..end })
    }

    /// Where the noun phrase that ends at `end` begins.
    pub(crate) fn phrase_start(&self, start: usize, end: usize) -> usize {
        let mut at = end;
        while at > start {
            let index = at - 1;
            let stops = self.is_mark(index) && !self.token(index).is_glued()
                || self.is_mark(index)
                    && matches!(
                        self.token(index).kind,
                        Kind::Comma
                            | Kind::Semicolon
                            | Kind::Colon
                            | Kind::Stop
                            | Kind::BracketOpen
                            | Kind::BracketClose
                    )
                || self.is_finite(index)
                || self.is(index, Role::Boundary)
                || self.is_word(index, "with")
                || self.reports(index) && !self.is(index, Role::RatingNoun)
                || self.is(index, Role::And) && self.joins_clauses(start, index);
            if stops {
                break;
            }
            at = index;
        }
        at
    }

    /// Whether a verb or a grade stands shortly before `and`, so that it joins clauses.
    fn joins_clauses(&self, start: usize, and: usize) -> bool {
        let near = start.max(and.saturating_sub(9));
        let from = (near..and)
            .rev()
            .find(|&index| self.is_mark(index) || self.is(index, Role::Boundary))
            .map_or(near, |at| at + 1);
        (from..and).any(|index| self.is_finite(index))
            || (from..and).any(|index| self.grade_words(index, and).is_some())
    }

    /// What a noun phrase means.
    pub(crate) fn classify(&self, tokens: Range<usize>) -> Subject {
        let opened = tokens.start;
        let start = self.past_openers(tokens.start, tokens.end);
        let start = start.min(tokens.end - 1);
        let tokens = start..tokens.end;
        if (opened..start).any(|index| self.is(index, Role::How))
            && self.known_area(start, tokens.end).is_some()
            && let Some(list) = self.list(opened, tokens.end)
            && matches!(&list.scope, Scope::Areas(areas) if areas.len() > 1)
        {
            return Subject::Graded(list);
        }
        if self.denies(opened) {
            return Subject::Other;
        }
        if ["no", "none", "neither", "nobody", "few", "only", "most", "many", "some", "half", "almost"]
            .iter()
            .any(|word| self.is_word(tokens.start, word))
            && !self.knows_area(tokens.clone())
        {
            return Subject::Other;
        }
        if self.back(tokens.start, tokens.end).is_some_and(|stop| stop == tokens.end)
            || self.is(start, Role::Back) && tokens.len() == 1
        {
            return Subject::Graded(ScopeReading { scope: Scope::Back, tokens });
        }
        if tokens.len() == 1 && self.is(start, Role::BodyPronoun) {
            return Subject::Graded(ScopeReading { scope: Scope::Body, tokens });
        }
        if let Some(area) = self.area_inside(tokens.clone()) {
            return Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens });
        }
        if let Some(area) = self.possessed_area(tokens.clone()) {
            return area;
        }
        if self.is_agent(tokens.clone()) {
            return Subject::Agent;
        }
        if let Some(found) = self.rating_of(tokens.clone()) {
            return found;
        }
        if self.is_word(tokens.start, "one") && tokens.len() > 2 && self.is(tokens.start + 1, Role::Of) {
            return Subject::Graded(ScopeReading { scope: Scope::Body, tokens });
        }
        if let Some((group, stop)) = self.group(tokens.start, tokens.end)
            && stop == tokens.end
        {
            return Subject::Graded(ScopeReading { scope: Scope::Group(group), tokens });
        }
        if let Some((stop, scale, area)) =
            self.known_area(start, tokens.end).filter(|_| !self.is_word(start, "overall"))
        {
            let area = Area { tokens: start..stop, known: Some((scale, area)) };
            return Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens });
        }
        match self.as_body(tokens.clone()) {
            Some(true) => Subject::Graded(ScopeReading { scope: Scope::Body, tokens }),
            Some(false) => Subject::Other,
            None => {
                let area = Area { tokens: tokens.clone(), known: None };
                Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens })
            }
        }
    }

    fn denies(&self, at: usize) -> bool {
        ["no", "none", "neither", "nobody"].iter().any(|word| self.is_word(at, word))
    }

    fn knows_area(&self, tokens: Range<usize>) -> bool {
        tokens.clone().any(|index| self.known_area(index, tokens.end).is_some())
    }

    /// `the home's leadership`: an area of whoever stands before the possessive.
    fn possessed_area(&self, tokens: Range<usize>) -> Option<Subject> {
        let owner = tokens.clone().rev().find(|&index| self.token(index).kind == Kind::Clitic)?;
        let (stop, scale, area) = self.known_area(owner + 1, tokens.end)?;
        if owner > tokens.start && self.as_body(tokens.start..owner) == Some(false) {
            return Some(Subject::Other);
        }
        let area = Area { tokens: owner + 1..stop, known: Some((scale, area)) };
        Some(Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens }))
    }

    /// `inspected the arrangements for organisational delivery at X`: an area behind an article.
    fn area_inside(&self, tokens: Range<usize>) -> Option<Area> {
        let mut starts = (tokens.start + 1..tokens.end).filter(|&index| self.is(index - 1, Role::Article));
        starts.find_map(|index| {
            let (stop, scale, area) = self.known_area(index, tokens.end)?;
            let ends = stop == tokens.end || self.has(stop, Class::Preposition);
            ends.then(|| Area { tokens: index..stop, known: Some((scale, area)) })
        })
    }

    /// Whether a noun for a kind of body that the inspectorate inspects ends right before `end`.
    pub(crate) fn body_noun_before(&self, start: usize, end: usize) -> bool {
        if end > start && GENERIC_BODIES.iter().any(|word| self.is_word(end - 1, word)) {
            return true;
        }
        (start.max(end.saturating_sub(5))..end).any(|at| {
            let terms = self.article.vocabulary.terms(&self.article.tokens.list[at..end]);
            terms.filter(|&(length, _)| at + length == end).any(|(_, meanings)| {
                meanings
                    .iter()
                    .any(|meaning| matches!(*meaning, Meaning::BodyNoun(kind) if self.may_be_kind(kind)))
            })
        })
    }

    /// Whether the inspected body may be of a kind.
    fn may_be_kind(&self, kind: u16) -> bool {
        if !self.play.body_kinds.is_empty() {
            return self.play.body_kinds.contains(&kind);
        }
        let inspects = &self.article.lexicon.inspectorates()[usize::from(self.play.inspectorate)].inspects;
        inspects.is_empty() || inspects.contains(&self.article.lexicon.body_kinds()[usize::from(kind)].id)
    }

    /// Whether a noun phrase ends with an inspectorate, its people or its report.
    fn is_agent(&self, tokens: Range<usize>) -> bool {
        let last = tokens.end - 1;
        if self.has(last, Class::InspectorNoun)
            || self.has(last, Class::InspectorateNoun)
            || [
                "inspectors",
                "inspector",
                "inspection",
                "report",
                "officers",
                "watchdog",
                "regulator",
                "visit",
            ]
            .iter()
            .any(|w| self.is_word(last, w))
        {
            return true;
        }
        tokens.clone().any(|at| {
            self.article.vocabulary.terms(&self.article.tokens.list[at..tokens.end]).any(|(_, meanings)| {
                meanings.iter().any(|meaning| {
                    matches!(meaning, Meaning::Inspectorate(_) | Meaning::SharedInspectorate(_))
                })
            })
        })
    }

    /// `its rating for how safe the service is`, `the governance grade`, `the overall rating`
    fn rating_of(&self, tokens: Range<usize>) -> Option<Subject> {
        let noun = tokens.clone().find(|&index| {
            self.is(index, Role::RatingNoun)
                || ["outcomes", "outcome"].iter().any(|word| self.is_word(index, word))
        })?;
        let outcome = !self.is(noun, Role::RatingNoun);
        let rest = noun + 1;
        let leads = rest < tokens.end && (self.is(rest, Role::AreaPreposition) || self.is(rest, Role::Of));
        if leads
            && let Some(scope) = self.scope(rest + 1, tokens.end)
            && !(outcome
                && !matches!(&scope.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_some())))
        {
            return Some(Subject::Graded(scope));
        }
        if outcome {
            return None;
        }
        if let Some((begin, scale, area)) = self.known_area_before(tokens.start, noun) {
            let area = Area { tokens: begin..noun, known: Some((scale, area)) };
            return Some(Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens }));
        }
        let owner = (tokens.start..noun).rev().find(|&index| self.token(index).kind == Kind::Clitic);
        if let Some(owner) = owner
            && owner > tokens.start
            && self.as_body(tokens.start..owner) == Some(false)
        {
            return Some(Subject::Other);
        }
        Some(Subject::Graded(ScopeReading { scope: Scope::Body, tokens }))
    }

    /// Whether a noun phrase is the inspected body (`true`), something else that is graded by others or by
    /// nobody (`false`), or neither, and so perhaps an area.
    pub(crate) fn as_body(&self, tokens: Range<usize>) -> Option<bool> {
        let head = self.head_end(tokens.clone());
        let last = head - 1;
        if tokens.clone().any(|index| self.is(index, Role::Foreign) && self.is_foreign_use(index, tokens.end))
        {
            return Some(false);
        }
        if self.number(tokens.start).is_some_and(|number| number != 1)
            || self.token(tokens.start).kind == Kind::Number
                && !self.token(tokens.start + usize::from(tokens.len() > 1)).is_glued()
        {
            return Some(false);
        }
        let named = (tokens.start..head).any(|index| self.is_name_word(index, tokens.start));
        if named && self.is_definite(tokens.start, head) {
            return Some(true);
        }
        if named {
            let body = self.names_body(tokens.clone()) && !self.names_another(tokens.start..head);
            return Some(self.play.body_words.is_empty() || body);
        }
        let plain = tokens.len() == 1 || tokens.len() == 2 && self.is_word(tokens.start + 1, "itself");
        if plain
            && !self.body_noun_before(tokens.start, tokens.start + 1)
            && self.has(tokens.start, Class::BodyNoun)
        {
            return Some(false);
        }
        if head - tokens.start == 1 && self.token(tokens.start).is_all_capitals() {
            return Some(true);
        }
        let phrase = self.name(tokens.start..head);
        if BODY_PHRASES.contains(&phrase.as_str())
            || phrase.contains(' ') && self.play.body_name.starts_with(&phrase)
        {
            return Some(true);
        }
        if self.body_noun_before(tokens.start, head)
            || (tokens.start..head).any(|index| self.is_word(index, "overall"))
        {
            return Some(true);
        }
        let _ = last;
        if self.names_body(tokens.start..head) {
            return Some(true);
        }
        self.is(last, Role::People).then_some(false)
    }

    /// `the Marchcliffe school`, `one of the country's largest colleges`: the body under another name.
    fn is_definite(&self, start: usize, head: usize) -> bool {
        let the = start > 0 && (self.is_word(start - 1, "the") || self.is_word(start - 1, "this"));
        let owned = (start..head).any(|index| self.token(index).kind == Kind::Clitic);
        the && !owned && self.body_noun_before(start, head) && !self.token(head - 1).is_capital()
    }

    /// `another school` is foreign, `another area` is not.
    fn is_foreign_use(&self, at: usize, end: usize) -> bool {
        !(at..end).any(|index| self.is(index, Role::AreaNoun))
    }

    /// The end of the head: before the first preposition that is not `of`.
    fn head_end(&self, tokens: Range<usize>) -> usize {
        (tokens.start + 1..tokens.end)
            .find(|&index| {
                self.has(index, Class::Preposition)
                    || self.token(index).kind == Kind::Comma
                    || self.is(index, Role::Aside)
            })
            .unwrap_or(tokens.end)
    }

    /// A word with a capital that only a name has.
    fn is_name_word(&self, at: usize, _start: usize) -> bool {
        let token = self.token(at);
        token.is_capital() && !self.begins_sentence(at) && !token.is_all_capitals()
    }

    fn begins_sentence(&self, at: usize) -> bool {
        let token = self.token(at);
        if token.is_line_start() || at == 0 {
            return true;
        }
        let before = self.token(at - 1);
        before.kind == Kind::Stop
            || before.is_quotation_mark()
                && (at < 2
                    || self.token(at - 1).is_line_start()
                    || self.token(at - 2).kind == Kind::Stop
                    || self.token(at - 2).kind == Kind::Colon)
    }

    /// Whether a name has a word that the inspected body's has not: Bellwether Infants is not Bellwether Junior
    /// School.
    fn names_another(&self, tokens: Range<usize>) -> bool {
        let own = |index: usize| {
            self.play.body_name.split(' ').any(|word| word.eq_ignore_ascii_case(self.text(index)))
        };
        let mut last = tokens
            .clone()
            .rev()
            .filter(|&index| self.token(index).is_capital() && self.token(index).is_word());
        tokens.len() == 2
            && last
                .next()
                .is_some_and(|index| index > tokens.start && !own(index) && self.has_body_suffix(index))
    }

    /// Whether a word ends names of bodies: Infants, Academy.
    fn has_body_suffix(&self, at: usize) -> bool {
        let terms = self.article.vocabulary.terms(&self.article.tokens.list[at..=at]);
        terms
            .into_iter()
            .any(|(_, meanings)| meanings.iter().any(|meaning| matches!(meaning, Meaning::BodySuffix(_))))
    }

    /// Whether a phrase holds a word of the inspected body's name.
    pub(crate) fn names_body(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|index| {
            self.token(index).is_capital()
                && self.play.body_words.iter().any(|word| word.eq_ignore_ascii_case(self.text(index)))
        })
    }
}

/// Two readings as one.
fn joined(one: ScopeReading, other: ScopeReading) -> ScopeReading {
    let tokens = one.tokens.start..other.tokens.end;
    match (one.scope, other.scope) {
        (Scope::Areas(mut areas), Scope::Areas(more)) => {
            areas.extend(more);
            ScopeReading { scope: Scope::Areas(areas), tokens }
        }
        (_, scope) => ScopeReading { scope, tokens },
    }
}
