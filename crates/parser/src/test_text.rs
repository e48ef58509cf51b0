//! A text read up to its quotations, for the tests of the stages behind.

use onrecord_lexicon::Lexicon;
use onrecord_model::Source;

use crate::blocks_to_tokens::blocks_to_tokens;
use crate::furniture_lines::FurnitureLines;
use crate::source_to_blocks::source_to_blocks;
use crate::text::{NameEnds, Text};
use crate::tokens_to_quotes::tokens_to_quotes;
use crate::vocabulary::Vocabulary;

/// Reads a text up to its quotations and hands it on.
pub(crate) fn with_text<T>(text: &str, read: impl FnOnce(&Text<'_>) -> T) -> T {
    let lexicon = Lexicon::standard();
    let source = Source::from_utf8(text);
    let vocabulary = Vocabulary::new(lexicon);
    let blocks = source_to_blocks(&source, &FurnitureLines::new(lexicon.furniture()));
    let tokens = blocks_to_tokens(&source, &blocks, &vocabulary);
    let quotes = tokens_to_quotes(&source, &tokens, &vocabulary);
    let names = NameEnds::default();
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
