//! What form a reporting verb has, by the words in front of it: "has *warned*", "to *warn*", "a *warning*".

use std::ops::Range;

use crate::quotes_to_cues::SentenceReader;
use crate::subject::is_said;
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

impl SentenceReader<'_, '_> {
    /// "the United *States*": a capital where a verb has none. Headlines set in capitals keep plain verbs.
    pub(crate) fn is_proper_noun(&self, verb: usize) -> bool {
        let text = self.text;
        let inside = verb > self.sentence.start && self.sentence.start > 0;
        inside && text.token(verb).is_capital() && !is_said(text, verb) && !text.quotes.holds(verb - 1)
    }

    /// The auxiliaries and adverbs in front of a verb.
    pub(crate) fn before_auxiliaries(&self, verb: usize) -> Range<usize> {
        let mut start = verb;
        while start > self.sentence.start && self.is_auxiliary(start - 1) {
            start -= 1;
        }
        start..verb
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
        if has(Class::Modal) || has(Class::Negation) || has(Class::Do) {
            return Form::Infinitive;
        }
        if has(Class::Be) {
            return if ing { Form::Finite } else { Form::Passive };
        }
        if ing {
            return Form::Participle;
        }
        let before = auxiliaries.start;
        if before == self.sentence.start {
            return if is_said(text, verb.start) { Form::Finite } else { Form::Noun };
        }
        let last = before - 1;
        if text.is_word(last, "to") || text.is_word(last, "having") {
            return Form::Infinitive;
        }
        if self.is_noun_here(verb.start, last) { Form::Noun } else { Form::Finite }
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
            || text.kind(last) == Kind::Number
            || text.is(last, Class::Preposition)
            || text.kind(last) == Kind::BracketOpen
    }

    /// Whether a verb has the form of its infinitive, which only a plural subject takes.
    pub(crate) fn is_base_form(&self, verb: &Range<usize>) -> bool {
        self.text.verb_at(verb.start, verb.end).is_some_and(|(_, row)| {
            let verb_row = &self.text.lexicon.verbs()[usize::from(row)];
            let head = verb_row.lemma.split(' ').next().unwrap_or_default();
            self.text.is_word(verb.start, head) && !matches!(head, "put" | "read" | "set" | "let" | "hit")
        })
    }
}
