//! Who asks, and whom: whether an ask is the inspectorate's, and whether it is put to the inspected body.

use std::ops::Range;

use onrecord_lexicon::Lexicon;

use crate::cue_words::Cue;
use crate::inspection_finding::InspectionFinding;
use crate::organisation::{Form, Organisations};
use crate::reading::Reading;
use crate::token::Kind;
use crate::voice::{Voice, Voices};
use crate::word_class::Class;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Agent {
    Inspectorate,
    /// An authority that enforces what an inspectorate found.
    Enforcer,
    Other,
    /// The text names nobody.
    Nobody,
}

/// What is needed to tell who asks.
pub(crate) struct Agents<'a> {
    pub reading: Reading<'a>,
    pub organisations: &'a Organisations,
    pub voices: &'a Voices,
    /// Council officers inspect here: food hygiene.
    pub by_council: bool,
    /// A board of visitors inspects here, "the board": prisons.
    by_board: bool,
    /// Who was last said to do or say something; "it" means them.
    pub last: Voice,
    /// The names of the inspected bodies.
    pub(crate) bodies: Vec<Range<usize>>,
    /// The inspectorates that inspect them; a mention of another is none of theirs.
    inspectorates: Vec<u16>,
    /// How many sentences ago the inspectorate last did or said something; "they" may mean it.
    pub since: usize,
}

/// Whether council officers do the inspecting: food hygiene.
pub(crate) fn by_council(lexicon: &Lexicon, inspections: &[InspectionFinding]) -> bool {
    let first = inspections.iter().find_map(|inspection| inspection.inspectorate.as_ref());
    let inspects = first.map(|one| &lexicon.inspectorates()[usize::from(one.row)].inspects);
    inspects.is_some_and(|kinds| kinds.iter().any(|kind| kind == "food-business"))
}

impl<'a> Agents<'a> {
    pub(crate) fn new(
        reading: Reading<'a>,
        organisations: &'a Organisations,
        voices: &'a Voices,
        inspections: &[InspectionFinding],
    ) -> Self {
        let bodies = inspections.iter().filter_map(|one| Some(one.body.as_ref()?.tokens.clone())).collect();
        let inspectorates: Vec<u16> =
            inspections.iter().filter_map(|one| Some(one.inspectorate.as_ref()?.row)).collect();
        let is_board = |&row: &u16| reading.lexicon.inspectorates()[usize::from(row)].name.ends_with("Board");
        let by_board = inspectorates.iter().any(is_board);
        Self {
            reading,
            organisations,
            voices,
            by_council: by_council(reading.lexicon, inspections),
            by_board,
            last: Voice::Narrator,
            bodies,
            inspectorates,
            since: usize::MAX,
        }
    }
}

impl Agents<'_> {
    /// Who does what the verb at `verb` says: "the report | orders", "it has also | advised".
    pub(crate) fn of(&self, verb: usize, sentence: &Range<usize>) -> Agent {
        let subject = self.subject(verb, sentence);
        if subject.is_empty() { Agent::Nobody } else { self.class(&subject) }
    }

    /// The subject of a verb: the noun phrase before its auxiliaries, else, behind "and" or a comma, the one
    /// that opens the sentence.
    pub(crate) fn subject(&self, verb: usize, sentence: &Range<usize>) -> Range<usize> {
        let sentence = &(self.opening_before(sentence.start, verb)..sentence.end);
        let mut end = verb;
        while end > sentence.start && self.is_auxiliary(end - 1) {
            end -= 1;
        }
        if end == sentence.start {
            return end..end;
        }
        let before = end - 1;
        let elided = self.reading.token(before).kind == Kind::Comma
            || self.reading.has(before, Class::Coordinator)
            || self.reading.has(before, Class::Relative) && !self.reading.is(before, "that");
        let relative = self.reading.is_one_of(before, &["which", "who"]) && before > sentence.start + 1;
        let people = relative && self.reading.is(before, "who");
        if relative && (people || self.reading.token(before - 1).kind == Kind::Comma) {
            let comma = self.reading.token(before - 1).kind == Kind::Comma;
            self.phrase_before(sentence.start, before - usize::from(comma))
        } else if elided {
            self.first_phrase(sentence.start, before)
        } else {
            self.phrase_before(sentence.start, end)
        }
    }

    /// Who the sentence is about: the noun phrase that opens it.
    pub(crate) fn opens(&self, sentence: &Range<usize>) -> Agent {
        self.class(&self.first_phrase(sentence.start, sentence.end))
    }

    /// Behind the colon or quotation mark that opens the words in which a verb stands.
    fn opening_before(&self, start: usize, verb: usize) -> usize {
        let mut closed = 0;
        for index in (start..verb).rev() {
            let token = self.reading.token(index);
            let opens = token.is_quotation_mark() && !token.is_glued();
            if token.kind == Kind::Colon || opens && closed == 0 && !self.closes_single(index, verb) {
                return index + 1;
            }
            closed = match (token.is_quotation_mark(), opens) {
                (true, true) => closed - 1,
                (true, false) if token.kind != Kind::SingleClose && token.kind != Kind::SingleStraight => {
                    closed + 1
                }
                _ => closed,
            };
            closed = closed.max(0);
        }
        start
    }

    /// "‘inadequate’ | and must": a single mark that opened at `open` is closed before the verb.
    fn closes_single(&self, open: usize, verb: usize) -> bool {
        let single =
            |index: usize| matches!(self.reading.token(index).kind, Kind::SingleClose | Kind::SingleStraight);
        self.reading.token(open).is_single_mark() && (open + 2..verb).any(single)
    }

    fn is_auxiliary(&self, index: usize) -> bool {
        let classes = self.reading.vocabulary.classes(self.reading.token(index).symbol);
        let helper = classes.has_any(&[
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Adverb,
            Class::Do,
            Class::Negation,
        ]) && !classes.has_any(&[Class::Month]);
        let goes_on = self.reading.is(index, "to")
            || self.reading.is(index, "on")
            || self.reading.is(index, "goes")
            || self.reading.is(index, "went");
        let token = self.reading.token(index);
        let short = token.kind == Kind::Clitic && !self.reading.word(index).ends_with('s');
        helper || short || goes_on || self.reading.token(index).is_quotation_mark()
    }

    /// The words up to the first verb or mark: "The report | , which".
    fn first_phrase(&self, start: usize, end: usize) -> Range<usize> {
        let mut start = start;
        // "In November, before it had ended, | she wrote"
        for _ in 0..3 {
            let leads =
                self.reading.has(start, Class::Preposition) || self.reading.has(start, Class::Subordinator);
            let comma = (start..end).find(|&index| self.reading.token(index).kind == Kind::Comma);
            match comma.filter(|_| leads) {
                Some(comma) => start = comma + 1,
                None => break,
            }
        }
        if self.reading.is_one_of(start, &["it", "they", "he", "she"]) {
            return start..(start + 1).min(end);
        }
        let stop = (start..end.min(start + 10)).find(|&index| {
            let classes = self.reading.vocabulary.classes(self.reading.token(index).symbol);
            self.reading.token(index).kind == Kind::Comma
                || classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Relative])
                || self.reading.reports(index) && !self.reading.cue(index, Cue::Inspectors)
        });
        start..stop.unwrap_or(end.min(start + 10))
    }

    /// "the inspection team"
    fn is_inspection_team(&self, index: usize) -> bool {
        index > 0
            && self.reading.is(index, "team")
            && self.reading.is_one_of(index - 1, &["inspection", "inspecting"])
    }

    fn phrase_before(&self, start: usize, end: usize) -> Range<usize> {
        // "by the time Ofsted come back | I | want"
        if end > start && self.reading.is_pronoun(end - 1, &["i", "we", "he", "she", "they"]) {
            return end - 1..end;
        }
        let noun = |index: usize| {
            self.reading.cue(index, Cue::Inspectors)
                || self.reading.is_one_of(index, &["notice", "notices"])
                || index > start && self.reading.is(index - 1, "in")
        };
        let mut begin = end;
        while begin > start && begin + 9 > end {
            let index = begin - 1;
            let classes = self.reading.vocabulary.classes(self.reading.token(index).symbol);
            let kind = self.reading.token(index).kind;
            let breaks = classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Subordinator])
                || self.reading.reports(index) && !noun(index)
                || matches!(kind, Kind::Comma | Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Dash);
            if breaks {
                break;
            }
            begin = index;
        }
        // "a woman | who had been | followed home": who it is stands before the clause about it.
        let helper = begin > start
            && (self.reading.has(begin - 1, Class::Be) || self.reading.has(begin - 1, Class::Have));
        let relative = (start + 1..begin).rev().take(5).find(|&index| self.reading.is(index, "who"));
        match relative.filter(|_| helper && begin < end && self.reading.is_participle(begin)) {
            Some(relative) => self.phrase_before(start, relative),
            None => begin..end,
        }
    }

    /// Who a noun phrase means.
    pub(crate) fn class(&self, phrase: &Range<usize>) -> Agent {
        let Some(last) = phrase.clone().last() else { return Agent::Nobody };
        if self.means_inspectorate(phrase) {
            return Agent::Inspectorate;
        }
        // "The first notice says", "The second requires"
        let head = phrase.start..phrase.end.min(phrase.start + 5);
        let notice = head.into_iter().any(|index| self.reading.is_one_of(index, &["notice", "notices"]))
            || self.reading.is_one_of(last, &["notice", "notices"]);
        let nth =
            phrase.len() == 2 && self.reading.has(last, Class::Ordinal) && self.last == Voice::Inspectorate;
        if notice || nth {
            return Agent::Inspectorate;
        }
        if self.is_the_team(phrase) {
            return Agent::Inspectorate;
        }
        if phrase.clone().any(|index| self.reading.cue(index, Cue::Enforcer)) {
            return Agent::Enforcer;
        }
        // "some of them": whatever was spoken of
        let some = self.reading.is(last, "them") && self.reading.is(last.saturating_sub(1), "of");
        let pronoun = !some && self.reading.is_pronoun(last, &["it", "they", "he", "she", "them"]);
        if self.reading.is_pronoun(last, &["he", "she"]) && self.is_of_somebody(last)
            || pronoun && self.is_of_outsiders(last)
        {
            return Agent::Other;
        }
        let own = self.reading.is_pronoun(last, &["we", "i"]);
        let voice = if pronoun && self.voices.at(last) == Voice::Narrator {
            if self.reading.is_pronoun(last, &["they", "them"]) && self.since <= 3 {
                Voice::Inspectorate
            } else {
                self.last
            }
        } else if own || pronoun && !self.reading.is_quoted(last) {
            self.voices.at(last)
        } else {
            return Agent::Other;
        };
        if voice == Voice::Inspectorate { Agent::Inspectorate } else { Agent::Other }
    }

    /// "The team": who came to inspect, where the article has just spoken of them.
    fn is_the_team(&self, phrase: &Range<usize>) -> bool {
        let team = |last: usize| self.reading.is_one_of(last, &["team", "visitors"]);
        let known = self.last == Voice::Inspectorate || self.since <= 4;
        known && phrase.len() <= 2 && phrase.clone().last().is_some_and(team)
    }

    /// "said Chief Constable Haswell, who says that | he": the sentence has named a post outside the inspectorate.
    fn is_of_somebody(&self, pronoun: usize) -> bool {
        let start = self.reading.tokens.sentences[self.reading.sentence_of(pronoun)].tokens.start;
        let start = start.max(pronoun.saturating_sub(60));
        let post = (start..pronoun).rev().find(|&index| self.reading.is_post(index));
        post.is_some_and(|post| {
            !self.reading.cue(post, Cue::InspectorPost) && self.reading.token(post).is_capital()
        }) && !self.means_inspectorate(&(start..pronoun))
    }

    /// "Residents told inspectors | they": the clause is what people outside said.
    pub(crate) fn is_of_outsiders(&self, pronoun: usize) -> bool {
        let sentence = &self.reading.tokens.sentences[self.reading.sentence_of(pronoun)].tokens;
        let that = pronoun.saturating_sub(usize::from(self.reading.is(pronoun.saturating_sub(1), "that")));
        let near = that.saturating_sub(4).max(sentence.start + 1)..that;
        let verb = near.rev().find(|&index| self.reading.reports(index));
        verb.is_some_and(|verb| {
            (verb.saturating_sub(4).max(sentence.start)..verb)
                .any(|index| self.reading.cue(index, Cue::Inmates) || self.reading.cue(index, Cue::Outsider))
        })
    }

    /// Whether a phrase names the inspectorate, its people or its papers.
    pub(crate) fn means_inspectorate(&self, phrase: &Range<usize>) -> bool {
        let council = |index: usize| {
            self.by_council
                && (self.reading.is(index, "council")
                    || self.reading.is(index, "officers")
                    || self.reading.is(index, "officer"))
        };
        // "know how to | report"
        let to_report = |index: usize| {
            self.reading.is(index, "report") && index > 0 && self.reading.is_one_of(index - 1, &["to", "not"])
        };
        let mentions = &self.organisations.inspectorates;
        let from = mentions.partition_point(|mention| mention.tokens.start < phrase.start);
        let named = mentions[from..].iter().take_while(|mention| mention.tokens.start < phrase.end);
        let in_play = |row: u16| self.inspectorates.is_empty() || self.inspectorates.contains(&row);
        named
            .filter(|mention| in_play(mention.inspectorate))
            .any(|mention| mention.form != Form::Noun || self.reading.is_the(mention.tokens.start))
            || self.voices.names_inspector(&self.reading, phrase)
            || phrase.clone().any(|index| {
                self.reading.cue(index, Cue::Inspectors) && !to_report(index)
                    || council(index)
                    || self.by_board && self.reading.is(index, "board") && self.reading.is_the(index)
                    || self.is_inspection_team(index)
            })
    }
}
