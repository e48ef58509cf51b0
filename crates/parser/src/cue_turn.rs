//! The turns of a conversation that is printed as it was spoken, without quotation marks: "Echo: Is it cold?",
//! "Ada Nwosu: It is. We are mending it."

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::block::BlockKind;
use crate::cue::Order;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::quotes_to_cues::SentenceReader;
use crate::token::Kind;

/// A paragraph that is what somebody said, behind the name.
pub(crate) struct Turn {
    colon: usize,
    speaker: NounPhrase,
}

impl Turn {
    /// The last word of the name.
    fn surname(&self) -> usize {
        self.speaker.tokens.end - 1
    }
}

impl SentenceReader<'_, '_> {
    /// The turns by their blocks: a conversation has two people at least, and one of them speaks again. A list of
    /// people, each with what is said of them, looks the same otherwise.
    pub(crate) fn conversation(&mut self, sentences: &[(usize, Range<usize>)]) -> FxHashMap<usize, Turn> {
        let mut turns = FxHashMap::default();
        for (block, sentence) in sentences {
            self.go_to(*block, sentence.clone());
            turns.extend(self.turn().map(|turn| (*block, turn)));
        }
        let text = self.text;
        let people: FxHashSet<&str> = turns.values().map(|turn: &Turn| text.word(turn.surname())).collect();
        let answers = (2..turns.len()).contains(&people.len());
        if answers { turns } else { FxHashMap::default() }
    }

    /// A paragraph that begins with a name and a colon, ends as a sentence does, and is no quotation.
    fn turn(&self) -> Option<Turn> {
        let text = self.text;
        let block = &text.tokens.blocks[self.block];
        if text.blocks[self.block].kind != BlockKind::Paragraph || self.sentence.start != block.start {
            return None;
        }
        let colon = self.first_colon()?;
        let asked = text.word(self.sentence.end - 1) == "?";
        let whole = colon + 3 < block.end && text.kind(block.end - 1) == Kind::Stop;
        let spoken = whole && (asked || self.states(colon));
        let speaker = noun_phrase::ending_at(text, colon, block.start).filter(|_| spoken)?;
        let person = match speaker.head {
            Head::Person { .. } => true,
            Head::Name => speaker.whole.len() == 1 && self.is_surname(block.start),
            _ => false,
        };
        let alone = person && speaker.whole.start == block.start;
        let quoted = text.quotes.at(colon + 1).is_some_and(|quote| quote.tokens.end + 1 >= block.end);
        (alone && !quoted).then_some(Turn { colon, speaker })
    }

    /// Adds a turn's cue at its first sentence: what is spoken goes on to the end of the paragraph.
    pub(crate) fn push_turn(&mut self, turn: &Turn) {
        let block = self.text.tokens.blocks[self.block].clone();
        if self.sentence.start == block.start {
            self.sentence = block;
            self.push_colon(turn.colon, turn.speaker.clone(), Order::Turn);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::statement_check::check;

    #[test]
    fn a_conversation_is_read_turn_by_turn() {
        let text = "Inspectors say the home is cold.\n\
                    Jane Vane: Is it cold? They said it was.\n\
                    Ada Nwosu: It is. We are mending it.\n\
                    Vane: When will it be warm?\n\
                    Nwosu: “Soon” is what I hear.";
        let read = check(text);
        let lines: Vec<&str> = read.lines().skip(1).collect();
        assert_eq!(
            lines,
            [
                "Is it cold? They said it was → indirect Jane Vane (:)",
                "It is. We are mending it → indirect Ada Nwosu (:)",
                "When will it be warm → indirect Jane Vane (:)",
                "“Soon” is what I hear → mixed Ada Nwosu (:)",
            ]
        );
    }

    #[test]
    fn a_list_of_people_is_no_conversation() {
        let text =
            "Ada Nwosu: She said it was cold. It is.\nJane Vane: She is the owner. She said it was late.";
        assert_eq!(
            check(text),
            "it was cold → indirect Ada Nwosu (said)\nit was late → indirect Jane Vane (said)\n"
        );
    }

    #[test]
    fn one_name_and_a_colon_is_no_conversation() {
        assert_eq!(check("Ada Nwosu: She is the owner. It is cold.\nThe home is late."), "");
    }
}
