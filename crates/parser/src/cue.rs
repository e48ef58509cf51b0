use std::ops::Range;

use crate::noun_phrase::NounPhrase;

/// A reporting verb or phrase with whoever it makes speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// The reporting words, without auxiliaries.
    pub tokens: Range<usize>,
    /// Row of the verb in the lexicon; for a colon, that of "say".
    pub verb: u16,
    pub speaker: CueSpeaker,
    pub order: Order,
    /// The sentence, drawn out so that no quotation is cut.
    pub sentence: Range<usize>,
    /// Index of the block.
    pub block: usize,
}

/// Who speaks, before names are resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CueSpeaker {
    /// A phrase at the verb.
    Phrase(NounPhrase),
    /// Whoever the earlier cue of the sentence makes speak: said A but *admitted* B.
    SameAs(usize),
    /// The phrase a sentence starts with, its verb being no cue: apologised but *said*.
    Main(NounPhrase),
    /// Nobody named: has been *praised* for A.
    Nobody,
}

/// Where the speaker stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// She said.
    SpeakerFirst,
    /// Said Ms Teale.
    VerbFirst,
    /// According to her.
    AccordingTo,
    /// Was described by her.
    Passive,
    /// …, adding that.
    Participle,
    /// Describing it as cold, she …
    Leading,
    /// Ada Nwosu: "…".
    Colon,
    /// Ada Nwosu: …, in a conversation without quotation marks.
    Turn,
    /// Her claim that.
    Owner,
}

impl Cue {
    /// From the first word of the speaker's phrase or of the verb, whichever is first, to the last of both.
    pub(crate) fn frame(&self) -> Range<usize> {
        match (&self.speaker, self.order) {
            (
                CueSpeaker::Phrase(phrase),
                Order::SpeakerFirst
                | Order::VerbFirst
                | Order::AccordingTo
                | Order::Passive
                | Order::Colon
                | Order::Turn,
            ) => self.tokens.start.min(phrase.whole.start)..self.tokens.end.max(phrase.whole.end),
            _ => self.tokens.clone(),
        }
    }
}
