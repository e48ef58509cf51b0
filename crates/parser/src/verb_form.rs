//! What form a reporting verb has, by the words in front of it: "has *warned*", "to *warn*", "a *warning*".

use std::ops::Range;

use crate::finite_verb::{has_object, is_past};
use crate::quotes_to_cues::SentenceReader;
use crate::resolve_body::NOTICES;
use crate::subject::is_said;
use crate::time_phrase::time_phrase_start;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

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
pub(crate) const ONLY_PARTICIPLES: &[&str] =
    &["written", "spoken", "sworn", "begun", "sung", "shown", "undertaken", "seen"];

impl SentenceReader<'_, '_> {
    /// "the United *States*": a capital where a verb has none. Headlines set in capitals keep plain verbs.
    pub(crate) fn is_proper_noun(&self, verb: usize) -> bool {
        let text = self.text;
        let inside = verb > self.sentence.start && self.sentence.start > 0;
        inside && text.token(verb).is_capital() && !is_said(text, verb) && !text.quotes.holds(verb - 1)
    }

    /// "asked for *added* staff", "in *promised* reforms": a participle between a preposition and its noun.
    pub(crate) fn is_adjective(&self, verb: Range<usize>) -> bool {
        const BEHIND_VERBS: [Class; 7] = [
            Class::Preposition,
            Class::Determiner,
            Class::Subject,
            Class::Object,
            Class::When,
            Class::Question,
            Class::Coordinator,
        ];
        let text = self.text;
        let Some(before) = verb.start.checked_sub(1).filter(|&before| before >= self.sentence.start) else {
            return false;
        };
        let noun = verb.end < self.sentence.end
            && text.kind(verb.end) == Kind::Word
            && !text.token(verb.end).is_capital()
            && !text.is_word(verb.end, "that")
            && !text.classes(verb.end).has_any(&BEHIND_VERBS);
        noun && text.ends_with(verb.start, "ed")
            && text.is_any(before, words!["for", "of", "with", "without", "from", "in", "on"])
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
                    .or_else(|| self.inserted_adverb(start))
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
            let taken_to = text.is_word(start - 1, "to") && text.is_any(start - 2, words!["taken", "took"]);
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
        if let Some(went) = self.went_far(lead) {
            return Some(went);
        }
        let two = |(first, second): &(&[&str], &str)| {
            lead > self.sentence.start && text.is_word(lead, second) && text.is_one_of(lead - 1, first)
        };
        if LEADS_TO_IN_TWO.iter().any(two) {
            return Some(lead - 1);
        }
        LEADS_TO.iter().any(|forms| text.is_one_of(lead, forms)).then_some(lead)
    }

    /// "*went so far as* to say", "*went out of her way* to say": the verb before "to".
    fn went_far(&self, last: usize) -> Option<usize> {
        let text = self.text;
        let back = if text.is_word(last, "as") { 3 } else { 4 };
        let went = last.checked_sub(back).filter(|&went| went > self.sentence.start)?;
        let far = text.is_word(last, "as") && text.is_word(last - 1, "far");
        let way = text.is_word(last, "way") && text.is_word(last - 2, "of");
        let goes = text.is_one_of(went, &["go", "goes", "went", "gone", "going"]);
        (goes && (far || way)).then_some(went)
    }

    /// "He*'s* telling", "who*'s* argued": the clitic behind a pronoun is a verb.
    fn helping_clitic(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let helps = text.kind(start - 1) == Kind::Clitic
            && start >= self.sentence.start + 2
            && text.classes(start - 2).has_any(&[Class::Subject, Class::Relative]);
        helps.then(|| start - 1)
    }

    /// "She did*, however,* describe": an adverb between commas, behind an auxiliary.
    fn inserted_adverb(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let comma = |index: usize| text.kind(index) == Kind::Comma && !text.quotes.holds(index);
        let first = start.checked_sub(4).filter(|&first| first > self.sentence.start)?;
        let inserted = comma(start - 1)
            && comma(start - 3)
            && text.is(start - 2, Class::Adverb)
            && text.classes(first).has_any(&[Class::Do, Class::Have]);
        inserted.then_some(first)
    }

    /// "The two leaders *both* denounced": stands behind its noun.
    fn floating_both(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let floats = start >= self.sentence.start + 2
            && text.is_any(start - 1, words!["both", "all", "each"])
            && text.token(start - 2).is_word()
            && (text.ends_with(start - 2, "s")
                || text.token(start - 2).is_capital()
                || text.is(start - 2, Class::Subject))
            && !text.classes(start - 2).has_any(&[Class::Be, Class::Have, Class::Preposition]);
        floats.then(|| start - 1)
    }

    fn is_auxiliary(&self, index: usize) -> bool {
        let text = self.text;
        // "Will said": no modal stands before a past tense.
        let named =
            text.is(index, Class::Modal) && text.token(index).is_capital() && is_said(text, index + 1);
        if text.quotes.holds(index) || !text.token(index).is_word() || named {
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
        let first = text.is_word(index, "first")
            && text
                .is_any(index + 1, words!["reported", "said", "announced", "revealed", "told", "disclosed"])
            && index > self.sentence.start
            && !text.is(index - 1, Class::Determiner);
        let adverb = text.ends_with(index, "ly") && !text.token(index).is_capital() || first;
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
        // "“…,” he would say": said again and again.
        let habit = auxiliaries.len() == 1
            && text.is_word(auxiliaries.start, "would")
            && self.is_beside_quotation(auxiliaries.start);
        // "would say only that", "could only say that": it was said, and no more.
        let only = verb.end < self.sentence.end && text.is_word(verb.end, "only")
            || auxiliaries.end > auxiliaries.start && text.is_word(auxiliaries.end - 1, "only");
        let no_more =
            only && text.is_any(auxiliaries.start, words!["would", "could"]) && !has(Class::Negation);
        if (has(Class::Modal) || has(Class::Negation)) && !habit && !no_more {
            return Form::Infinitive;
        }
        if habit || no_more {
            return Form::Finite;
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
        let noun = self.is_noun_here(verb.start, last)
            || self.is_noun_of_relative(verb)
            || self.is_subject_behind_comma(verb, last)
            || self.is_object(verb, last)
            || self.is_noun_before_comma(verb, last);
        if noun { Form::Noun } else { Form::Finite }
    }

    /// "“…,” *he* | would": one word that names somebody, right behind a quotation.
    fn is_beside_quotation(&self, index: usize) -> bool {
        let text = self.text;
        index >= self.sentence.start + 2
            && text.quotes.holds(index - 2)
            && (text.is(index - 1, Class::Subject) || text.token(index - 1).is_capital())
    }

    /// "a television *show*, “…”": the base form of a verb, and nothing before it that is a plural.
    fn is_noun_before_comma(&self, verb: &Range<usize>, last: usize) -> bool {
        const PLURALS: &[&str] =
            &["people", "police", "some", "many", "others", "most", "both", "women", "men"];
        let text = self.text;
        let plural = text.ends_with(last, "s")
            || text.is(last, Class::Subject)
            || text.is_one_of(last, PLURALS)
            || text.classes(last).has_any(&[Class::Group, Class::Have]);
        verb.end < self.sentence.end
            && text.kind(verb.end) == Kind::Comma
            && self.is_base_form(verb)
            && text.token(last).is_word()
            && !is_said(text, verb.start)
            && !plural
            && !text.is(last, Class::Coordinator)
            && !text.is(last, Class::Adverb)
    }

    /// "denied *claims* that", "dismissed *claims*": what is denied.
    fn is_object(&self, verb: &Range<usize>, last: usize) -> bool {
        const DENIED: &[&str] = &[
            "denied",
            "denies",
            "deny",
            "rejected",
            "rejects",
            "reject",
            "dismissed",
            "dismisses",
            "dismiss",
            "disputed",
            "disputes",
            "dispute",
            "refuted",
            "refutes",
            "refute",
            "faced",
            "faces",
            "face",
            "answered",
            "answers",
            "repeated",
            "repeats",
            "made",
            "makes",
            "make",
            "investigated",
            "investigates",
            "contested",
            "contests",
        ];
        let present = self.is_third_person(verb.start) || self.is_base_form(verb);
        present && self.text.is_one_of(last, DENIED)
    }

    /// "before the visit, *requests* were made": a plural that has a verb of its own.
    fn is_subject_behind_comma(&self, verb: &Range<usize>, last: usize) -> bool {
        let text = self.text;
        text.kind(last) == Kind::Comma
            && self.is_third_person(verb.start)
            && verb.end < self.sentence.end
            && text.classes(verb.end).has_any(&[Class::Be, Class::Have, Class::Modal])
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
                || text.ends_with(next, "ed") && !text.token(next).is_capital()
                || (is_past(text, next)
                    || text.ends_with(next, "s") && has_object(text, next, self.sentence.end)))
    }

    /// "the council's *warning*", "a *warning* that": a form in -ing that is a noun.
    fn is_named(&self, before: usize, end: usize) -> bool {
        let text = self.text;
        let leads = end < self.sentence.end && text.is_any(end, words!["that", "by", "from"]);
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
            || text.is_any(verb, words!["said", "told", "wrote", "found", "says", "went", "heard", "saw"]);
        if past {
            return text.is(last, Class::Determiner)
                && !text.is(last, Class::Subject)
                && !text.is_any(
                    last,
                    words![
                        "both", "all", "another", "some", "many", "that", "others", "one", "each", "most",
                        "two", "several",
                    ],
                );
        }

        let handed_out = text.is_word(verb, "notice") && text.is_any(last, &NOTICES);
        handed_out
            || text.is(last, Class::Determiner)
                && !text.is_any(last, words!["some", "many", "both", "all", "that", "which"])
            || text.kind(last) == Kind::Clitic
            || text.kind(last) == Kind::Number && !is_said(text, verb)
            || !is_said(text, verb)
                && (text.is(last, Class::Ordinal)
                    || text.is(last, Class::Number) && text.ends_with(verb, "s"))
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
