//! A text read by the first stages, for the tests of those behind.

use std::sync::LazyLock;

use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Source};

use crate::Parser;
use crate::blocks_to_tokens::blocks_to_tokens;
use crate::reading::Reading;
use crate::source_to_blocks::source_to_blocks;
use crate::text::{InspectorateNames, Text};
use crate::tokens_to_quotes::tokens_to_quotes;

/// The standard lexicon made ready, once for all tests.
pub(crate) static PARSER: LazyLock<Parser<'static>> = LazyLock::new(|| Parser::new(Lexicon::standard()));

/// Reads a text up to its tokens and hands it on.
pub(crate) fn with_reading<T>(text: &str, read: impl FnOnce(&Reading<'_>) -> T) -> T {
    let parser = &*PARSER;
    let source = Source::from_utf8(text);
    let blocks = source_to_blocks(&source, &parser.furniture);
    let tokens = blocks_to_tokens(&source, &blocks, &parser.vocabulary);
    read(&Reading {
        source: &source,
        blocks: &blocks,
        tokens: &tokens,
        vocabulary: &parser.vocabulary,
        cues: &parser.cue_words,
        sentence_cues: &parser.cue_words.by_sentence(&tokens),
        lexicon: parser.lexicon,
    })
}

/// Reads a text up to its quotations and hands it on, in which no inspectorate is in play.
pub(crate) fn with_text<T>(text: &str, read: impl FnOnce(&Text<'_>) -> T) -> T {
    with_reading(text, |reading| {
        read(&Text {
            names: &InspectorateNames::default(),
            inspectorate: None,
            source: reading.source,
            blocks: reading.blocks,
            tokens: reading.tokens,
            quotes: &tokens_to_quotes(reading.source, reading.tokens, reading.vocabulary),
            vocabulary: reading.vocabulary,
            lexicon: reading.lexicon,
        })
    })
}

/// The asks in an article, one a line.
pub(crate) fn asks(article: &str) -> String {
    PARSER.read(Article::default(), article.as_bytes(), |stages| {
        let found = stages.findings.recommendations.iter();
        found.map(|ask| stages.text.words(ask.tokens.clone()).to_owned() + "\n").collect()
    })
}

/// The asks in `said`, which stands in an article about an inspected home, one a line.
pub(crate) fn asks_of_home(said: &str) -> String {
    asks(&format!(
        "Inspectors visit Isleby House\n\nThe Care Quality Commission (CQC) inspected Isleby House, a care home, in May.\n\n{said}"
    ))
}
