//! Quotations to cues: each reporting verb outside quotation marks, with the phrase that names who speaks.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::block::BlockKind;
use crate::cue::{Cue, CueSpeaker, Order};
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::subject::{
    FIGURES, antecedent, is_plural, is_said, is_surely_plural, may_speak, parts_clause, subject_stepping,
};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

/// The cues of an article, in order.
pub(crate) fn quotes_to_cues(text: &Text<'_>) -> Vec<Cue> {
    let mut cues = Vec::new();
    for (block, sentence) in sentences(text) {
        if matches!(text.blocks[block].kind, BlockKind::Headline | BlockKind::Paragraph | BlockKind::Item) {
            SentenceReader { text, sentence, block, first: cues.len(), cues: &mut cues }.read();
        }
    }
    cues
}

/// The sentences with their blocks, none of them ending inside a quotation.
pub(crate) fn sentences(text: &Text<'_>) -> Vec<(usize, Range<usize>)> {
    let mut drawn: Vec<(usize, Range<usize>)> = Vec::with_capacity(text.tokens.sentences.len());
    for sentence in &text.tokens.sentences {
        let start = sentence.tokens.start;
        match drawn.last_mut() {
            Some((block, last))
                if *block == sentence.block
                    && (cuts_quotation(text, start) || goes_on_with_cue(text, sentence.tokens.clone())) =>
            {
                last.end = sentence.tokens.end
            }
            _ => drawn.push((sentence.block, sentence.tokens.clone())),
        }
    }
    drawn
}

fn cuts_quotation(text: &Text<'_>, boundary: usize) -> bool {
    text.quotes.at(boundary).is_some_and(|quote| quote.tokens.start < boundary)
}

/// "“Is it?” | Ms Vane said.": a name and a verb behind a quotation that ends in a question or a cry.
fn goes_on_with_cue(text: &Text<'_>, sentence: Range<usize>) -> bool {
    let start = sentence.start;
    let asked = start >= 3
        && text.quotes.at(start - 1).is_some_and(|quote| quote.closed && quote.tokens.end == start)
        && (start - 3..start).any(|index| matches!(text.word(index), "?" | "!"));
    if !asked {
        return false;
    }
    let reach = sentence.end.min(start + 18);
    let verb = (start..reach).find(|&index| text.verb_at(index, reach).is_some());
    verb.is_some_and(|verb| {
        let behind = verb + 1;
        verb > start
            && behind < sentence.end
            && !text.quotes.holds(behind)
            && matches!(text.kind(behind), Kind::Stop | Kind::Comma)
            || behind < sentence.end && text.is(behind, Class::Preposition)
    })
}

struct SentenceReader<'a, 'b> {
    text: &'b Text<'a>,
    sentence: Range<usize>,
    block: usize,
    /// Number of cues before this sentence.
    first: usize,
    cues: &'b mut Vec<Cue>,
}

impl SentenceReader<'_, '_> {
    fn read(&mut self) {
        self.colon();
        let mut index = self.sentence.start;
        while index < self.sentence.end {
            if self.text.quotes.holds(index) {
                index += 1;
                continue;
            }
            index += self.cue_at(index).unwrap_or(1);
        }
    }

    /// "Ada Nwosu: “…”": a name, a colon and a quotation.
    fn colon(&mut self) {
        let text = self.text;
        let start = self.sentence.start;
        let reach = self.sentence.end.min(start + 10);
        let Some(colon) = (start..reach).find(|&index| text.kind(index) == Kind::Colon) else { return };
        let quoted = text.quotes.at(colon + 1).is_some_and(|quote| quote.tokens.start == colon + 1);
        let verb = (start..colon).any(|index| text.verb_at(index, colon).is_some());
        let Some(phrase) = noun_phrase::ending_at(text, colon, start) else { return };
        let person = matches!(phrase.head, Head::Person { .. });
        if verb || !quoted || !person || phrase.whole.start > start {
            return;
        }
        let Some(say) = text.lexicon.verbs().iter().position(|verb| verb.lemma == "say") else { return };
        self.cues.push(Cue {
            tokens: colon..colon + 1,
            verb: say as u16,
            speaker: CueSpeaker::Phrase(phrase),
            order: Order::Colon,
            sentence: self.sentence.clone(),
            block: self.block,
        });
    }

    /// Reads a cue at a token; the number of tokens of its verb.
    fn cue_at(&mut self, index: usize) -> Option<usize> {
        let (length, verb) = self.text.verb_at(index, self.sentence.end)?;
        let tokens = index..index + length;
        let (speaker, order) = self.speaker(tokens.clone(), verb)?;
        let (sentence, block) = (self.sentence.clone(), self.block);
        self.cues.push(Cue { tokens, verb, speaker, order, sentence, block });
        Some(length)
    }

    fn speaker(&self, verb: Range<usize>, row: u16) -> Option<(CueSpeaker, Order)> {
        if self.text.is_one_of(verb.start, &["according", "in", "per"]) {
            let phrase = self.phrase_behind(verb.end)?;
            return Some((CueSpeaker::Phrase(phrase), Order::AccordingTo));
        }
        if self.text.lexicon.verbs()[usize::from(row)].frames == [Frame::Noun] {
            return self.owner(&verb, row);
        }
        if self.is_proper_noun(verb.start) {
            return None;
        }
        let before = self.before_auxiliaries(verb.start);
        let form = self.form(&verb, before.clone());
        match form {
            Form::Noun => self.owner(&verb, row),
            Form::Infinitive => None,
            Form::Passive => self.agent(verb.end, row).or_else(|| self.nobody(verb.end, row)),
            Form::Participle => self.participle(before.start),
            Form::Finite => self.finite(before.start, &verb),
        }
    }

    /// "the United *States*": a capital where a verb has none. Headlines set in capitals keep plain verbs.
    fn is_proper_noun(&self, verb: usize) -> bool {
        let text = self.text;
        let inside = verb > self.sentence.start && self.sentence.start > 0;
        inside && text.token(verb).is_capital() && !is_said(text, verb) && !text.quotes.holds(verb - 1)
    }

    /// "the council's claim that", "her warning that": whose claim it is.
    fn owner(&self, noun: &Range<usize>, row: u16) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        let that = noun.end < self.sentence.end && text.is_word(noun.end, "that");
        if !that || noun.start <= self.sentence.start || !text.frame(row, Frame::Noun) {
            return None;
        }
        let before = noun.start - 1;
        let phrase = match text.kind(before) {
            Kind::Clitic => noun_phrase::ending_at(text, before, self.sentence.start)?,
            _ if text.is_one_of(before, &["his", "her", "their", "its"]) => {
                noun_phrase::bare(before..noun.start, Head::Pronoun)
            }
            _ => return None,
        };
        may_speak(text, &phrase).then_some((CueSpeaker::Phrase(phrase), Order::Owner))
    }

    /// The auxiliaries and adverbs in front of a verb.
    fn before_auxiliaries(&self, verb: usize) -> Range<usize> {
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
    fn form(&self, verb: &Range<usize>, auxiliaries: Range<usize>) -> Form {
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

    /// "…, adding that": whoever the sentence's earlier cue or its start makes speak.
    fn participle(&self, start: usize) -> Option<(CueSpeaker, Order)> {
        if start == self.sentence.start {
            return None;
        }
        let last = start - 1;
        let text = self.text;
        let saying = text.is_word(start, "saying") && !text.is(last, Class::Preposition);
        let lead = text.kind(last) == Kind::Comma
            || text.kind(last) == Kind::Dash
            || text.is_one_of(last, &["while", "before", "after", "and", "but", "by"])
            || text.quotes.holds(last)
            || saying;
        if !lead {
            return None;
        }
        Some((self.shared_speaker(start)?, Order::Participle))
    }

    /// A finite verb: its subject before it, or behind it where it is inverted.
    fn finite(&self, start: usize, verb: &Range<usize>) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        // A headline's "nursery told to improve": the auxiliary is left out.
        let told = text.is_one_of(verb.start, &["told", "ordered", "urged", "asked", "warned", "advised"]);
        if told && verb.end < self.sentence.end && text.is_word(verb.end, "to") {
            return None;
        }
        if start == self.sentence.start {
            return self.leading_inversion(verb.end);
        }
        let last = start - 1;
        let found = subject_stepping(text, start, self.sentence.start);
        let stepped = found.as_ref().is_some_and(|(_, steps)| *steps > 0);
        if (text.quotes.holds(last)
            || self.follows_quotation(last)
            || (!stepped && self.ends_sentence_inverted(last, verb.end)))
            && let Some(phrase) = self.inverted(verb.end)
        {
            return Some((CueSpeaker::Phrase(phrase), Order::VerbFirst));
        }
        if text.is(last, Class::Coordinator)
            || (text.kind(last) == Kind::Comma && text.is_word(start, "then"))
        {
            return Some((self.shared_speaker(last)?, Order::SpeakerFirst));
        }
        // "She admitted A, thanked B and said C": a comma alone parts the verbs of one subject.
        if parts_clause(text, last) && !stepped {
            let shared = self.cues.len() > self.first && !text.is_word(last, "–");
            return shared.then(|| (CueSpeaker::SameAs(self.cues.len() - 1), Order::SpeakerFirst));
        }
        if let Some((phrase, _)) = found {
            let singular = text.ends_with(verb.start, "s") && !text.ends_with(verb.start, "ss");
            let agrees = (!self.is_base_form(verb) || is_plural(text, &phrase))
                && !(singular && is_surely_plural(text, &phrase));
            return agrees.then_some((CueSpeaker::Phrase(phrase), Order::SpeakerFirst));
        }
        let that = verb.end < self.sentence.end && text.is_word(verb.end, "that");
        if (is_said(text, verb.start) || that)
            && let Some(phrase) = self.any_subject(start)
        {
            return Some((CueSpeaker::Phrase(phrase), Order::SpeakerFirst));
        }
        None
    }

    /// Whether a verb has the form of its infinitive, which only a plural subject takes.
    fn is_base_form(&self, verb: &Range<usize>) -> bool {
        self.text.verb_at(verb.start, verb.end).is_some_and(|(_, row)| {
            let verb_row = &self.text.lexicon.verbs()[usize::from(row)];
            let head = verb_row.lemma.split(' ').next().unwrap_or_default();
            self.text.is_word(verb.start, head) && !matches!(head, "put" | "read" | "set" | "let" | "hit")
        })
    }

    /// "Said Nwosu, “…”": a verb that begins its sentence.
    fn leading_inversion(&self, verb_end: usize) -> Option<(CueSpeaker, Order)> {
        let phrase = self.phrase_behind(verb_end)?;
        let comma = phrase.whole.end;
        let leads = comma + 1 < self.sentence.end
            && matches!(self.text.kind(comma), Kind::Comma | Kind::Colon)
            && self.text.quotes.holds(comma + 1);
        leads.then_some((CueSpeaker::Phrase(phrase), Order::VerbFirst))
    }

    /// "…, says minister": a comma or dash before the verb, and a phrase that ends the sentence behind it.
    fn ends_sentence_inverted(&self, last: usize, verb_end: usize) -> bool {
        if !matches!(self.text.kind(last), Kind::Comma | Kind::Dash) {
            return false;
        }
        let phrase = noun_phrase::starting_at(self.text, verb_end, self.sentence.end);
        phrase.is_some_and(|phrase| {
            let behind = phrase.whole.end;
            behind >= self.sentence.end
                || self.text.kind(behind) == Kind::Stop
                || (matches!(phrase.head, Head::Person { .. }) && self.text.kind(behind) == Kind::Comma)
        })
    }

    /// For verbs that mean nothing but speech: whatever phrase the clause begins with ("Voters in Ohio who
    /// watched the debate said").
    fn any_subject(&self, verb: usize) -> Option<NounPhrase> {
        let text = self.text;
        let mut start = verb;
        while start > self.sentence.start && !self.starts_clause(start) && verb - start < 25 {
            start -= 1;
        }
        let phrase = noun_phrase::starting_at(text, start, verb)?;
        let head = noun_phrase::head_word(text, phrase.whole.clone());
        let figures = text.is_one_of(head, FIGURES) || text.is_one_of(phrase.whole.end - 1, FIGURES);
        (!figures && !text.is_one_of(start, &["it", "that", "this", "there", "what"])).then(|| {
            let tokens = phrase.whole.start..verb;
            NounPhrase { whole: tokens, ..phrase }
        })
    }

    fn starts_clause(&self, index: usize) -> bool {
        let text = self.text;
        let before = index - 1;
        matches!(text.kind(before), Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Colon)
            || text.quotes.holds(before)
            || text.classes(before).has_any(&[Class::Coordinator, Class::Subordinator])
                && !text.is(before, Class::Preposition)
    }

    /// Whether a comma stands behind a quotation.
    fn follows_quotation(&self, last: usize) -> bool {
        matches!(self.text.kind(last), Kind::Comma | Kind::Dash)
            && last > self.sentence.start
            && self.text.quotes.holds(last - 1)
    }

    /// The phrase behind an inverted verb, unless it is told somebody.
    fn inverted(&self, start: usize) -> Option<NounPhrase> {
        let phrase = self.phrase_behind(start)?;
        let speaks = match phrase.head {
            Head::Pronoun => {
                phrase.whole.end >= self.sentence.end || self.text.kind(phrase.whole.end) != Kind::Word
            }
            Head::Relative => false,
            _ if start >= 2 && self.text.quotes.holds(start - 2) => !self.text.is(start, Class::Object),
            _ => !self.text.is(start, Class::Object) && may_speak(self.text, &phrase),
        };
        speaks.then_some(phrase)
    }

    /// The phrase at `start`, with the name or role that an apposition gives.
    fn phrase_behind(&self, start: usize) -> Option<NounPhrase> {
        let end = self.sentence.end;
        let mut phrase = noun_phrase::starting_at(self.text, start, end)?;
        let comma = phrase.whole.end;
        if comma + 1 >= end || self.text.kind(comma) != Kind::Comma || self.text.quotes.holds(comma) {
            return Some(phrase);
        }
        let Some(apposition) = noun_phrase::starting_at(self.text, comma + 1, end) else {
            return Some(phrase);
        };
        match (&phrase.head, &apposition.head) {
            (Head::Role, Head::Person { .. }) => {
                let role = noun_phrase::role_in(self.text, phrase.whole.clone());
                let whole = phrase.whole.start..apposition.whole.end;
                phrase = NounPhrase { whole, role: apposition.role.clone().or(role), ..apposition };
            }
            (Head::Person { .. }, Head::Role) if phrase.role.is_none() => {
                phrase.role = noun_phrase::role_in(self.text, apposition.whole.clone());
                phrase.whole.end = apposition.whole.end;
            }
            _ => {}
        }
        Some(phrase)
    }

    /// "was described by inspectors as": the phrase behind "by".
    fn agent(&self, verb_end: usize, row: u16) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        let reach = self.sentence.end.min(verb_end + 12);
        let by = (verb_end..reach)
            .take_while(|&index| text.kind(index) != Kind::Comma)
            .find(|&index| text.is_word(index, "by"))?;
        let near = by == verb_end || !text.frame(row, Frame::Tell);
        let phrase = self.phrase_behind(by + 1)?;
        (near && may_speak(text, &phrase)).then_some((CueSpeaker::Phrase(phrase), Order::Passive))
    }

    /// "has been praised for …": praise and criticism by nobody named.
    fn nobody(&self, verb_end: usize, row: u16) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        let plain = text.frame(row, Frame::Object)
            && ![Frame::Clause, Frame::Tell, Frame::That].iter().any(|&frame| text.frame(row, frame));
        let reason = verb_end < self.sentence.end && text.is_one_of(verb_end, &["for", "over"]);
        (plain && reason).then_some((CueSpeaker::Nobody, Order::Passive))
    }

    /// The earlier cue's speaker, else the phrase that the sentence starts with.
    fn shared_speaker(&self, before: usize) -> Option<CueSpeaker> {
        let text = self.text;
        if let Some(phrase) = self.relative_owner(before) {
            return Some(CueSpeaker::Phrase(phrase));
        }
        if self.cues.len() > self.first {
            let last = self.cues.len() - 1;
            return Some(CueSpeaker::SameAs(last));
        }
        let commas = (self.sentence.start..before)
            .filter(|&index| text.kind(index) == Kind::Comma && !text.quotes.holds(index));
        let starts = [self.main_start()].into_iter().chain(commas.map(|comma| comma + 1)).take(4);
        let phrases = starts.filter_map(|start| noun_phrase::starting_at(text, start, before));
        phrases.into_iter().find(|phrase| may_speak(text, phrase)).map(CueSpeaker::Main)
    }

    /// "…, Demelza, who is 70 and | says": whom the relative clause that is still open speaks of.
    fn relative_owner(&self, before: usize) -> Option<NounPhrase> {
        let text = self.text;
        let clause = (self.sentence.start..before).rev().take_while(|&index| !parts_clause(text, index));
        let who = clause
            .into_iter()
            .find(|&index| text.is_one_of(index, &["who", "which"]) && !text.quotes.holds(index))?;
        let cue_inside = self.cues.last().is_some_and(|cue| cue.tokens.start > who);
        (!cue_inside).then(|| antecedent(text, who, self.sentence.start)).flatten()
    }

    /// Behind "But", "And" at the start of the sentence.
    fn main_start(&self) -> usize {
        let start = self.sentence.start;
        if self.text.is(start, Class::Coordinator) { start + 1 } else { start }
    }
}

/// What a verb's form is.
enum Form {
    Finite,
    /// Behind "to" or a modal, or denied: nobody is reported to have said it.
    Infinitive,
    Participle,
    Passive,
    Noun,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::blocks_to_tokens::blocks_to_tokens;
    use crate::source_to_blocks::source_to_blocks;
    use crate::tokens_to_quotes::tokens_to_quotes;
    use crate::vocabulary::Vocabulary;
    use insta::assert_snapshot;
    use onrecord_lexicon::Lexicon;
    use onrecord_model::Source;

    /// Reads a text up to its quotations and hands it on.
    pub(crate) fn with_text<T>(text: &str, read: impl FnOnce(&Text<'_>) -> T) -> T {
        let lexicon = Lexicon::standard();
        let source = Source::from_utf8(text);
        let vocabulary = Vocabulary::new(lexicon);
        let blocks =
            source_to_blocks(&source, &crate::furniture_lines::FurnitureLines::new(lexicon.furniture()));
        let tokens = blocks_to_tokens(&source, &blocks, &vocabulary);
        let quotes = tokens_to_quotes(&tokens, &vocabulary);
        let names = crate::text::NameEnds::default();
        read(&Text {
            names: &names,
            inspectorate: None,
            source: &source,
            blocks: &blocks,
            tokens: &tokens,
            quotes: &quotes,
            vocabulary: &vocabulary,
            lexicon,
        })
    }

    /// One line for each cue: verb, order, who speaks, role.
    fn check(text: &str) -> String {
        with_text(text, |text| {
            let line = |cue: &Cue| {
                let speaker = match &cue.speaker {
                    CueSpeaker::Phrase(phrase) | CueSpeaker::Main(phrase) => {
                        let role = phrase
                            .role
                            .clone()
                            .map_or(String::new(), |role| format!(" ({})", text.words(role)));
                        format!("{:?} {:?}{role}", text.words(phrase.tokens.clone()), head_name(&phrase.head))
                    }
                    CueSpeaker::SameAs(index) => format!("same as {index}"),
                    CueSpeaker::Nobody => "nobody".to_owned(),
                };
                format!("{} {:?}: {speaker}\n", text.words(cue.tokens.clone()), cue.order)
            };
            quotes_to_cues(text).iter().map(line).collect()
        })
    }

    fn head_name(head: &Head) -> &'static str {
        match head {
            Head::Pronoun => "pronoun",
            Head::Relative => "relative",
            Head::Person { .. } => "person",
            Head::Name => "name",
            Head::Role => "role",
            Head::Noun => "noun",
        }
    }

    #[test]
    fn subjects_before_the_verb() {
        assert_snapshot!(check(
            "The trust's chief executive, Ada Nwosu, said it was so.\n\
             Deputy Mayor for Safer and Stronger Communities, Kate Moss, said so.\n\
             Tower block resident Yvonne Tull, 67, who has lived there since it was built, told the Star: \"No.\"\n\
             The Department for Education said so.\n\
             A spokesperson for the home said it was sorry.\n\
             The inspectorate, which visited in May, said so.\n\
             She was told it was so.\n\
             Its report says so. Critics have also said so."
        ), @r#"
        said SpeakerFirst: "Ada Nwosu" "person" (trust's chief executive)
        said SpeakerFirst: "Kate Moss" "person" (Deputy Mayor for Safer and Stronger Communities)
        told SpeakerFirst: "Yvonne Tull" "person" (Tower block resident)
        said SpeakerFirst: "The Department for Education" "name"
        said SpeakerFirst: "A spokesperson for the home" "role"
        said SpeakerFirst: "The inspectorate" "noun"
        says SpeakerFirst: "Its report" "noun"
        said SpeakerFirst: "Critics" "name"
        "#);
    }

    #[test]
    fn subjects_behind_the_verb() {
        assert_snapshot!(check(
            "\"One,\" said Dr Leo Marsh-Day, the regulator's director of care.\n\
             \"Two,\" wrote the lead inspector, Hester Quaye.\n\
             \"Three,\" she told the Echo. \"Four,\" said a spokesman for Praxis.\n\
             Pupils ‘let down’, say inspectors"
        ), @r#"
        said VerbFirst: "Dr Leo Marsh-Day" "person" (regulator's director of care)
        wrote VerbFirst: "Hester Quaye" "person" (lead inspector)
        told SpeakerFirst: "she" "pronoun"
        said VerbFirst: "a spokesman for Praxis" "role"
        "#);
    }

    #[test]
    fn shared_subjects_and_agents() {
        assert_snapshot!(check(
            "Owner Jo Bell apologised but said it was late.\n\
             He said it was cold, adding that it was wet.\n\
             It was described by inspectors as \"cold\".\n\
             According to the report, it was cold."
        ), @r#"
        apologised SpeakerFirst: "Jo Bell" "person" (Owner)
        said SpeakerFirst: same as 0
        said SpeakerFirst: "He" "pronoun"
        adding Participle: same as 2
        described Passive: "inspectors" "noun"
        According to AccordingTo: "the report" "noun"
        "#);
    }
}
