//! What form a reporting verb has, by the words in front of it: "has *warned*", "to *warn*", "a *warning*".

use std::ops::Range;

use crate::quotes_to_cues::SentenceReader;
use crate::subject::is_said;
use crate::time_phrase::time_phrase_start;
use crate::token::Kind;
use crate::word_class::Class;

/// What a verb's form is.
pub(crate) enum Form {
    Finite,
    /// Behind "to" or a modal, or denied: nobody is reported to have said it.
    Infinitive,
    Participle,
    Passive,
    Noun,
}

/// Verbs that lead to what somebody does say: *continued* to warn, *was quick* to add, *began* telling.
const LEADS_TO: &[&[&str]] = &[
    &["continue", "continues", "continued", "continuing"],
    &["begin", "begins", "began", "begun", "beginning"],
    &["start", "starts", "started", "starting"],
    &["proceed", "proceeds", "proceeded", "proceeding"],
    &["rush", "rushes", "rushed", "hasten", "hastens", "hastened", "hastening"],
    &["quick", "swift", "careful", "prompt", "keen", "eager", "right", "correct", "wrong"],
    &["forced", "compelled", "obliged", "happy", "glad", "proud", "sorry"],
];
/// The same in two words: *went on* to say, *at pains* to stress.
const LEADS_TO_IN_TWO: &[(&[&str], &str)] =
    &[(&["go", "goes", "went", "gone", "going"], "on"), (&["at", "took", "taken", "takes"], "pains")];
/// Verbs that lead to a form in -ing: *kept* saying, has *taken to* saying.
const LEADS_TO_ING: &[&str] =
    &["began", "begun", "begins", "started", "starts", "kept", "keeps", "keep", "continued", "continues"];

/// Participles that are no past tense: without an auxiliary, somebody's doing is spoken of ("a letter *written*
/// by").
const ONLY_PARTICIPLES: &[&str] =
    &["written", "spoken", "sworn", "begun", "sung", "shown", "undertaken", "seen"];

impl SentenceReader<'_, '_> {
    /// "the United *States*": a capital where a verb has none. Headlines set in capitals keep plain verbs.
    pub(crate) fn is_proper_noun(&self, verb: usize) -> bool {
        let text = self.text;
        let inside = verb > self.sentence.start && self.sentence.start > 0;
        inside && text.token(verb).is_capital() && !is_said(text, verb) && !text.quotes.holds(verb - 1)
    }

    /// The auxiliaries, adverbs and times in front of a verb: *has since*, *on Tuesday*, *continued to*.
    pub(crate) fn before_auxiliaries(&self, verb: usize) -> Range<usize> {
        let mut start = verb;
        while start > self.sentence.start {
            let before = if self.is_auxiliary(start - 1) {
                Some(start - 1)
            } else {
                self.lead_verb(start, verb)
                    .or_else(|| self.helping_clitic(start))
                    .or_else(|| self.floating_both(start))
                    .or_else(|| time_phrase_start(self.text, self.sentence.start, start))
            };
            match before {
                Some(before) if before >= self.sentence.start => start = before,
                _ => break,
            }
        }
        start..verb
    }

    /// The verb that leads to the one behind it: *continued to* warn.
    pub(crate) fn lead_verb(&self, start: usize, verb: usize) -> Option<usize> {
        let text = self.text;
        if text.quotes.holds(start - 1) || start < self.sentence.start + 2 {
            return None;
        }
        if text.ends_with(verb, "ing") {
            let taken_to = text.is_word(start - 1, "to") && text.is_one_of(start - 2, &["taken", "took"]);
            return if taken_to {
                Some(start - 2)
            } else {
                text.is_one_of(start - 1, LEADS_TO_ING).then(|| start - 1)
            };
        }
        if start != verb || !text.is_word(start - 1, "to") {
            return None;
        }
        let lead = start - 2;
        let two = |(first, second): &(&[&str], &str)| {
            lead > self.sentence.start && text.is_word(lead, second) && text.is_one_of(lead - 1, first)
        };
        if LEADS_TO_IN_TWO.iter().any(two) {
            return Some(lead - 1);
        }
        LEADS_TO.iter().any(|forms| text.is_one_of(lead, forms)).then_some(lead)
    }

    /// "He*'s* telling", "who*'s* argued": the clitic behind a pronoun is a verb.
    fn helping_clitic(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let helps = text.kind(start - 1) == Kind::Clitic
            && start >= self.sentence.start + 2
            && text.classes(start - 2).has_any(&[Class::Subject, Class::Relative]);
        helps.then(|| start - 1)
    }

    /// "The two leaders *both* denounced": stands behind its noun.
    fn floating_both(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let floats = start >= self.sentence.start + 2
            && text.is_one_of(start - 1, &["both", "all", "each"])
            && text.token(start - 2).is_word()
            && (text.ends_with(start - 2, "s")
                || text.token(start - 2).is_capital()
                || text.is(start - 2, Class::Subject))
            && !text.classes(start - 2).has_any(&[Class::Be, Class::Have, Class::Preposition]);
        floats.then(|| start - 1)
    }

    fn is_auxiliary(&self, index: usize) -> bool {
        let text = self.text;
        if text.quotes.holds(index) || !text.token(index).is_word() {
            return false;
        }
        let helps = text.classes(index).has_any(&[
            Class::Have,
            Class::Do,
            Class::Be,
            Class::Modal,
            Class::Adverb,
            Class::Negation,
        ]);
        let adverb = text.ends_with(index, "ly") && !text.token(index).is_capital();
        helps && !text.is(index, Class::Determiner) && !text.is(index, Class::Coordinator) || adverb
    }

    /// What the words in front of it make of a verb's form.
    pub(crate) fn form(&self, verb: &Range<usize>, auxiliaries: Range<usize>) -> Form {
        let text = self.text;
        let ing = text.ends_with(verb.start, "ing");
        let has = |class: Class| auxiliaries.clone().any(|index| text.is(index, class));
        // "have claims": no auxiliary takes a verb in -s, so it is a noun.
        if self.is_third_person(verb.start)
            && [Class::Have, Class::Be, Class::Modal, Class::Do].into_iter().any(has)
        {
            return Form::Noun;
        }
        if has(Class::Modal) || has(Class::Negation) {
            return Form::Infinitive;
        }
        let led = !auxiliaries.is_empty() && self.lead_verb(verb.start, verb.start).is_some();
        if led {
            let going_on = auxiliaries.clone().any(|index| text.ends_with(index, "ing"));
            let to_do = auxiliaries.start > self.sentence.start && text.is_word(auxiliaries.start - 1, "to");
            return match (to_do, going_on && !has(Class::Be)) {
                (true, _) => Form::Infinitive,
                (_, true) => Form::Participle,
                _ => Form::Finite,
            };
        }
        // "did say" is said with stress; "do the reports say" asks.
        if has(Class::Do) {
            return if self.is_base_form(verb) { Form::Finite } else { Form::Infinitive };
        }
        let clitic = auxiliaries.clone().any(|index| text.kind(index) == Kind::Clitic);
        if has(Class::Be) || clitic && ing {
            return if ing { Form::Finite } else { Form::Passive };
        }
        let before = auxiliaries.start;
        if ing {
            return if self.is_named(before, verb.end) { Form::Noun } else { Form::Participle };
        }
        if before == self.sentence.start && text.ends_with(verb.start, "ed") && self.is_by(verb.end) {
            return Form::Passive;
        }
        if before == self.sentence.start {
            return if is_said(text, verb.start) { Form::Finite } else { Form::Noun };
        }
        let helped = has(Class::Have) || clitic;
        if !helped && text.is_one_of(verb.start, ONLY_PARTICIPLES) {
            return Form::Passive;
        }
        let last = before - 1;
        if text.is_word(last, "to") || text.is_word(last, "having") {
            return Form::Infinitive;
        }
        let noun = self.is_noun_here(verb.start, last) || self.is_noun_of_relative(verb);
        if noun { Form::Noun } else { Form::Finite }
    }

    /// "coastal *states* that have", "a *report* that will": a noun that a relative clause belongs to.
    fn is_noun_of_relative(&self, verb: &Range<usize>) -> bool {
        let (text, next) = (self.text, verb.end + 1);
        let present = self.is_third_person(verb.start) || self.is_base_form(verb);
        present
            && !is_said(text, verb.start)
            && next < self.sentence.end
            && text.is_word(verb.end, "that")
            && (text.classes(next).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
                || text.ends_with(next, "ed") && !text.token(next).is_capital())
    }

    /// "the council's *warning*", "a *warning* that": a form in -ing that is a noun.
    fn is_named(&self, before: usize, end: usize) -> bool {
        let text = self.text;
        let leads = end < self.sentence.end && text.is_one_of(end, &["that", "by", "from"]);
        let last = before.checked_sub(1).filter(|&last| last >= self.sentence.start);
        last.is_some_and(|last| text.kind(last) == Kind::Clitic || leads && text.is(last, Class::Determiner))
    }

    /// says, claims: the form of a verb that he, she and it take.
    pub(crate) fn is_third_person(&self, verb: usize) -> bool {
        self.text.ends_with(verb, "s") && !self.text.ends_with(verb, "ss")
    }

    /// report, claims, call: a noun behind an article, a possessive or a preposition.
    fn is_noun_here(&self, verb: usize, last: usize) -> bool {
        let text = self.text;
        let past = text.ends_with(verb, "ed")
            || text.is_one_of(verb, &["said", "told", "wrote", "found", "says", "went", "heard", "saw"]);
        if past {
            return text.is(last, Class::Determiner)
                && !text.is(last, Class::Subject)
                && !text.is_one_of(
                    last,
                    &[
                        "both", "all", "another", "some", "many", "that", "others", "one", "each", "most",
                        "two", "several",
                    ],
                );
        }

        text.is(last, Class::Determiner)
            && !text.is_one_of(last, &["some", "many", "both", "all", "that", "which"])
            || text.kind(last) == Kind::Clitic
            || text.kind(last) == Kind::Number && !is_said(text, verb)
            || text.is(last, Class::Preposition)
            || text.kind(last) == Kind::BracketOpen
            || text.ends_with(last, "ing") && !text.token(last).is_capital() && !is_said(text, verb)
    }

    /// Whether a verb has the form of its infinitive, which only a plural subject takes.
    pub(crate) fn is_base_form(&self, verb: &Range<usize>) -> bool {
        self.text.verb_at(verb.start, verb.end).is_some_and(|(_, row)| {
            let verb_row = &self.text.lexicon.verbs()[usize::from(row)];
            let head = verb_row.lemma.split(' ').next().unwrap_or_default();
            self.text.is_word(verb.start, head)
                && !matches!(head, "put" | "read" | "set" | "let" | "hit" | "forecast" | "cast")
        })
    }
}
