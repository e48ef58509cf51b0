//! Whose words an article's tokens are.

use crate::finding::StatementFinding;

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The article itself.
    Narrator,
    /// An inspectorate, its people, reports and visits.
    Inspectorate,
    /// Anybody else.
    Other,
}

/// The voice of each token.
#[derive(Debug)]
pub(crate) struct Voices(Vec<Voice>);

impl Voices {
    /// From the statements of an article that has so many tokens: what no statement holds, the article says.
    pub(crate) fn new(tokens: usize, statements: &[StatementFinding]) -> Self {
        let mut voices = vec![Voice::Narrator; tokens];
        for statement in statements {
            let voice = if statement.speaker.is_inspectorate { Voice::Inspectorate } else { Voice::Other };
            for segment in &statement.segments {
                voices[segment.clone()].fill(voice);
            }
        }
        Self(voices)
    }

    pub(crate) fn at(&self, token: usize) -> Voice {
        self.0.get(token).copied().unwrap_or(Voice::Narrator)
    }
}
