//! Reads a press article about a public-service inspection.
//!
//! Any bytes give a [`Coverage`]: parsing never fails.

mod block;
mod blocks_to_tokens;
mod bytes_to_source;
mod content;
mod cue;
mod cues_to_people;
mod cues_to_statements;
mod finding;
mod noun_phrase;
mod person;
mod quote;
mod quotes_to_cues;
mod resolve;
mod source_to_blocks;
mod text;
mod token;
mod tokens_to_quotes;
mod vocabulary;
mod word_class;

use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Coverage, Source, Speaker, Statement};

use crate::finding::StatementFinding;
use crate::text::Text;
use crate::vocabulary::{Meaning, Vocabulary};

/// A lexicon made ready for reading articles; make one and read many.
pub struct Parser<'a> {
    lexicon: &'a Lexicon,
    vocabulary: Vocabulary,
}

impl<'a> Parser<'a> {
    /// Makes a lexicon ready.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, vocabulary: Vocabulary::new(lexicon) }
    }

    /// What the bytes of an article report.
    #[must_use]
    pub fn parse(&self, article: Article, bytes: &[u8]) -> Coverage {
        let (source, _) = bytes_to_source::bytes_to_source(bytes);
        let blocks = source_to_blocks::source_to_blocks(&source, self.lexicon.furniture());
        let tokens = blocks_to_tokens::blocks_to_tokens(&source, &blocks, &self.vocabulary);
        let quotes = tokens_to_quotes::tokens_to_quotes(&tokens, &self.vocabulary);
        let text = Text {
            source: &source,
            blocks: &blocks,
            tokens: &tokens,
            quotes: &quotes,
            vocabulary: &self.vocabulary,
            lexicon: self.lexicon,
        };
        let cues = quotes_to_cues::quotes_to_cues(&text);
        let people = cues_to_people::cues_to_people(&text, &cues);
        let sentences = quotes_to_cues::sentences(&text);
        let inspectorate = first_inspectorate(&text);
        let mut resolver = resolve::Resolver::new(&text, &people, inspectorate, &sentences);
        let statements = cues_to_statements::cues_to_statements(&text, &cues, &mut resolver);
        let mut coverage = Coverage::empty(article);
        coverage.statements = (1..)
            .zip(&statements)
            .map(|(number, found)| statement(&source, &tokens, number, found))
            .collect();
        coverage
    }
}

fn first_inspectorate<'a>(text: &Text<'a>) -> Option<&'a str> {
    (0..text.tokens.list.len()).find_map(|index| {
        let (_, meanings) = text.vocabulary.longest_term(&text.tokens.list[index..])?;
        meanings.iter().find_map(|meaning| match meaning {
            Meaning::Inspectorate(row) => Some(text.lexicon.inspectorates()[usize::from(*row)].short_name()),
            _ => None,
        })
    })
}

fn statement(
    source: &Source,
    tokens: &blocks_to_tokens::Tokens,
    number: usize,
    found: &StatementFinding,
) -> Statement {
    let at = |range: &std::ops::Range<usize>| {
        source.evidence(tokens.span(range.clone()), found.rule).expect("tokens lie in their source")
    };
    let segments: Vec<onrecord_model::Segment> =
        found.segments.iter().map(|range| at(range).into()).collect();
    Statement {
        id: format!("s{number}"),
        kind: found.kind,
        speaker: Speaker {
            name: found.speaker.name.clone(),
            role: found.speaker.role.clone(),
            organisation: found.speaker.organisation.clone(),
            implied: found.speaker.tokens.is_none(),
            evidence: found.speaker.tokens.as_ref().map(at),
        },
        cue: Some(at(&found.cue).into()),
        text: segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(" "),
        segments,
        about: Vec::new(),
    }
}
