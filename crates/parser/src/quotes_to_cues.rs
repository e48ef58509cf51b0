//! Quotations to cues: each reporting verb outside quotation marks, with the phrase that names who speaks.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use onrecord_lexicon::Frame;

use crate::block::BlockKind;
use crate::cue::{Cue, CueSpeaker, Order};
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::sentences::sentences;
use crate::subject::may_speak;
use crate::text::Text;
use crate::token::{Kind, Token};
use crate::verb_form::Form;
use crate::word_class::Class;
use crate::word_list::words;

/// The cues of an article, in order.
pub(crate) fn quotes_to_cues(text: &Text<'_>) -> Vec<Cue> {
    let mut cues = Vec::new();
    let surnames = OnceCell::new();
    for (block, sentence) in sentences(text) {
        if matches!(text.blocks[block].kind, BlockKind::Headline | BlockKind::Paragraph | BlockKind::Item) {
            SentenceReader { text, sentence, block, first: cues.len(), cues: &mut cues, surnames: &surnames }
                .read();
        }
    }
    // They are kept until the statements are made: of a long article, no more of them than there are.
    cues.shrink_to_fit();
    cues
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

/// One sentence, read for its cues from left to right.
pub(crate) struct SentenceReader<'a, 'b> {
    pub text: &'b Text<'a>,
    pub sentence: Range<usize>,
    block: usize,
    /// Number of cues before this sentence.
    pub first: usize,
    pub cues: &'b mut Vec<Cue>,
    /// Words behind a first name or a title anywhere in the article; found where one is asked for.
    surnames: &'b OnceCell<FxHashSet<&'a str>>,
}

impl SentenceReader<'_, '_> {
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

    /// "Mr Vane was blunt: “…”": no verb of speech, but somebody's doing, a colon and a quotation.
    fn colon_behind_clause(&mut self) {
        let text = self.text;
        let sentence = self.sentence.clone();
        let Some(colon) =
            sentence.clone().find(|&index| text.kind(index) == Kind::Colon || text.quotes.holds(index))
        else {
            return;
        };
        let quote = text.quotes.at(colon + 1).filter(|quote| quote.tokens.start == colon + 1);
        let whole = quote.is_some_and(|quote| {
            let end = quote.tokens.end;
            end >= sentence.end || text.kind(end) == Kind::Stop
        });
        if !whole || text.quotes.holds(colon) {
            return;
        }
        let owner = self.owner_of_words(colon);
        if let Some(phrase) = owner.or_else(|| self.subject_of_clause(colon)) {
            self.push_colon(colon, phrase);
        }
    }

    /// "Ada Nwosu: “…”": whoever speaks, a colon and a quotation.
    fn colon(&mut self) {
        let text = self.text;
        let start = self.sentence.start;
        let reach = self.sentence.end.min(start + 12);
        let Some(colon) = (start..reach).find(|&index| text.kind(index) == Kind::Colon) else { return };
        let verb = (start..colon).any(|index| text.verb_at(index, colon).is_some());
        let Some(phrase) = self.before_colon(colon).filter(|_| !verb && colon + 1 < self.sentence.end) else {
            return;
        };
        self.push_colon(colon, phrase);
    }

    fn push_colon(&mut self, colon: usize, phrase: NounPhrase) {
        let verbs = self.text.lexicon.verbs();
        let Some(say) = verbs.iter().position(|verb| verb.lemma == "say") else { return };
        self.cues.push(Cue {
            tokens: colon..colon + 1,
            verb: say as u16,
            speaker: CueSpeaker::Phrase(phrase),
            order: Order::Colon,
            sentence: self.sentence.clone(),
            block: self.block,
        });
    }

    /// The phrase that fills the sentence up to a colon and may speak. A headline's label may be its topic: it
    /// speaks where it is a person, or words in quotation marks follow at once.
    fn before_colon(&self, colon: usize) -> Option<NounPhrase> {
        let text = self.text;
        let start = self.sentence.start;
        let headline = self.is_headline();
        let quoted = text.quotes.at(colon + 1).is_some_and(|quote| quote.tokens.start == colon + 1);
        if let Some(phrase) = self.before_topic(colon).filter(|_| headline && self.states(colon)) {
            return Some(phrase);
        }
        let mut phrase = noun_phrase::ending_at(text, colon, start)?;
        let and = phrase.whole.start.checked_sub(1).filter(|&and| and > start && text.is_word(and, "and"));
        if let Some(first) = and.and_then(|and| noun_phrase::ending_at(text, and, start)) {
            phrase = NounPhrase { whole: first.whole.start..phrase.whole.end, ..phrase };
        }
        let speaks = match phrase.head {
            Head::Person { .. } => quoted || headline && self.states(colon),
            Head::Name => {
                let long = phrase.tokens.len() > 1 || text.token(start).is_all_capitals();
                quoted && may_speak(text, &phrase) && (long || self.is_surname(start))
                    || headline && phrase.tokens.len() == 1 && self.states(colon) && self.is_surname(start)
            }
            Head::Role | Head::Noun => quoted && may_speak(text, &phrase),
            Head::Pronoun | Head::Relative => false,
        };
        (speaks && phrase.whole.start == start).then_some(phrase)
    }

    /// "*Nwosu* on Beck House: ‘It is cold’", "*Nwosu* to parents: It will close": a person, and whom it is said to
    /// or of.
    fn before_topic(&self, colon: usize) -> Option<NounPhrase> {
        let (text, start) = (self.text, self.sentence.start);
        let link = (start..colon.min(start + 5)).find(|&index| text.is_any(index, words!["on", "to"]))?;
        let phrase =
            noun_phrase::ending_at(text, link, start).filter(|phrase| phrase.whole.start == start)?;
        let person = match phrase.head {
            Head::Person { .. } => true,
            Head::Name => phrase.tokens.len() == 1 && self.is_surname(start),
            _ => false,
        };
        let whole = start..colon;
        person.then_some(NounPhrase { whole, ..phrase })
    }

    /// A headline, or a sentence alone at the top of the article: some are printed with a stop.
    fn is_headline(&self) -> bool {
        let (text, block) = (self.text, &self.text.tokens.blocks[self.block]);
        let top = self.sentence.start == 0 && self.sentence.end >= block.end;
        top || text.blocks[self.block].kind == BlockKind::Headline
    }

    /// Whether the words behind a headline's colon are a clause or hold a quotation, and no mere topic.
    fn states(&self, colon: usize) -> bool {
        (colon + 1..self.sentence.end).any(|index| {
            let classes = self.text.classes(index);
            classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
                || self.text.quotes.holds(index)
        })
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
        if self.is_proper_noun(verb.start) {
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
