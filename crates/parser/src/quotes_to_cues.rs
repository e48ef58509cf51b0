//! Quotations to cues: each reporting verb outside quotation marks, with the phrase that names who speaks.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use onrecord_lexicon::Frame;

use crate::block::BlockKind;
use crate::cue::{Cue, CueSpeaker, Order};
use crate::sentences::sentences;
use crate::text::Text;
use crate::token::{Kind, Token};
use crate::verb_form::Form;
use crate::word_class::Class;
use crate::word_list::words;

/// The cues of an article, in order.
pub(crate) fn quotes_to_cues(text: &Text<'_>) -> Vec<Cue> {
    let mut sentences = sentences(text);
    sentences.retain(|&(block, _)| {
        matches!(text.blocks[block].kind, BlockKind::Headline | BlockKind::Paragraph | BlockKind::Item)
    });
    let surnames = OnceCell::new();
    let mut reader = SentenceReader { text, sentence: 0..0, block: 0, first: 0, cues: Vec::new(), surnames };
    let turns = reader.conversation(&sentences);
    for (block, sentence) in sentences {
        reader.go_to(block, sentence);
        match turns.get(&block) {
            Some(turn) => reader.push_turn(turn),
            None => reader.read(),
        }
    }
    // They are kept until the statements are made: of a long article, no more of them than there are.
    reader.cues.shrink_to_fit();
    reader.cues
}

/// The words that stand behind a first name or a title.
fn surnames<'a>(text: &Text<'a>) -> FxHashSet<&'a str> {
    let named = |&index: &usize| {
        let before = index - if text.kind(index - 1) == Kind::Stop && index > 1 { 2 } else { 1 };
        text.token(index).is_word()
            && text.token(index).is_capital()
            && text.classes(before).has_any(&[Class::Male, Class::Female, Class::Title])
    };
    (1..text.tokens.list.len()).filter(named).map(|index| text.word(index)).collect()
}

/// Reads one sentence after another for its cues, from left to right.
pub(crate) struct SentenceReader<'a, 'b> {
    pub text: &'b Text<'a>,
    pub sentence: Range<usize>,
    pub block: usize,
    /// Number of cues before this sentence.
    pub first: usize,
    pub cues: Vec<Cue>,
    /// Words behind a first name or a title anywhere in the article; found where one is asked for.
    surnames: OnceCell<FxHashSet<&'a str>>,
}

impl SentenceReader<'_, '_> {
    /// Turns to a sentence.
    pub(crate) fn go_to(&mut self, block: usize, sentence: Range<usize>) {
        (self.block, self.sentence, self.first) = (block, sentence, self.cues.len());
    }

    fn read(&mut self) {
        self.colon();
        let mut index = self.sentence.start;
        while let Some(verb) = self.verb_from(index) {
            let quoted = self.text.quotes.holds(verb);
            index = verb + if quoted { 1 } else { self.cue_at(verb).unwrap_or(1) };
        }
        if self.cues.len() == self.first {
            self.colon_behind_clause();
        }
    }

    /// The next word of the sentence that may begin a reporting verb.
    fn verb_from(&self, index: usize) -> Option<usize> {
        let text = self.text;
        let rest = text.tokens.list.get(index..self.sentence.end)?;
        let reports = |token: &Token| text.vocabulary.classes(token.symbol).has(Class::Reporting);
        rest.iter().position(reports).map(|ahead| index + ahead)
    }

    /// Whether a word stands behind a first name or a title somewhere in the article.
    pub(crate) fn is_surname(&self, word: usize) -> bool {
        let text = self.text;
        self.surnames.get_or_init(|| surnames(text)).contains(text.word(word))
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

    pub(crate) fn is_by(&self, index: usize) -> bool {
        index < self.sentence.end && self.text.is_word(index, "by")
    }

    fn speaker(&self, verb: Range<usize>, row: u16) -> Option<(CueSpeaker, Order)> {
        if self.text.is_any(verb.start, words!["according", "in", "per"]) {
            let even = verb.end < self.sentence.end && self.text.is_word(verb.end, "even");
            let phrase = self.phrase_behind(verb.end + usize::from(even))?;
            return Some((CueSpeaker::Phrase(phrase), Order::AccordingTo));
        }
        if self.text.lexicon.verbs()[usize::from(row)].frames == [Frame::Noun] {
            return self.owner(&verb, row);
        }
        if self.is_proper_noun(verb.start) || self.is_adjective(verb.clone()) {
            return None;
        }
        let before = self.before_auxiliaries(verb.start);
        if before.start > self.sentence.start
            && self.text.is_word(before.start - 1, "as")
            && self.is_by(verb.end)
        {
            return self.agent(verb.end, row);
        }
        let form = self.form(&verb, before.clone());
        match form {
            Form::Noun => self.owner(&verb, row),
            Form::Infinitive => None,
            Form::Passive => self.agent(verb.end, row).or_else(|| self.nobody(verb.end, row)),
            Form::Participle => self.participle(before.start, verb.end),
            Form::Finite => self.finite(before.start, &verb),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun_phrase::Head;
    use crate::test_text::with_text;
    use insta::assert_snapshot;

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
