//! Reads a press article about a public-service inspection.
//!
//! Any bytes give a [`Coverage`]: parsing never fails.

mod ask_agent;
mod ask_extent;
mod ask_slots;
mod block;
mod blocks_to_tokens;
mod body_choice;
mod bytes_to_source;
mod content;
mod cue;
mod cue_words;
mod cues_to_people;
mod cues_to_statements;
mod finding;
mod findings_to_coverage;
mod inspection_finding;
mod noun_phrase;
mod organisation;
mod organisations_to_inspections;
mod person;
mod phrase_book;
mod quote;
mod quotes_to_cues;
mod rating_attachment;
mod rating_body;
mod rating_check;
mod rating_finding;
mod rating_grade;
mod rating_group;
mod rating_license;
mod rating_lookalike;
mod rating_noun_phrase;
mod rating_play;
mod rating_rows;
mod rating_scope;
mod rating_settle;
mod rating_slots;
mod rating_subject;
mod rating_text;
mod rating_time;
mod rating_words;
mod reading;
mod recommendation_finding;
mod resolve;
mod source_to_blocks;
mod text;
mod token;
mod tokens_to_organisations;
mod tokens_to_quotes;
mod tokens_to_ratings;
mod tokens_to_recommendations;
mod vocabulary;
mod voice;
mod word_class;

use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Coverage};

use crate::ask_agent::Agents;
use crate::cue_words::CueWords;
use crate::findings_to_coverage::{Findings, findings_to_coverage};
use crate::organisations_to_inspections::organisations_to_inspections;
use crate::phrase_book::PhraseBook;
use crate::reading::Reading;
use crate::text::Text;
use crate::tokens_to_organisations::tokens_to_organisations;
use crate::tokens_to_recommendations::{is_ask, tokens_to_recommendations};
use crate::vocabulary::{Meaning, Vocabulary};
use crate::voice::Voices;

/// A lexicon made ready for reading articles; make one and read many.
pub struct Parser<'a> {
    lexicon: &'a Lexicon,
    vocabulary: Vocabulary,
    cue_words: CueWords,
    asks: PhraseBook,
}

impl<'a> Parser<'a> {
    /// Makes a lexicon ready.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon) -> Self {
        let mut vocabulary = Vocabulary::new(lexicon);
        let cue_words = CueWords::new(&mut vocabulary);
        let asks = PhraseBook::new(lexicon, &mut vocabulary, is_ask);
        Self { lexicon, vocabulary, cue_words, asks }
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
        let reading = Reading {
            source: &source,
            blocks: &blocks,
            tokens: &tokens,
            vocabulary: &self.vocabulary,
            cues: &self.cue_words,
            lexicon: self.lexicon,
        };
        let organisations = tokens_to_organisations(&reading);
        let inspections = organisations_to_inspections(&reading, &organisations);
        let voices = Voices::new(tokens.list.len(), &statements);
        let agents = Agents::new(reading, &organisations, &voices, &inspections);
        let recommendations = tokens_to_recommendations(reading, &self.asks, agents);
        findings_to_coverage(&reading, article, &Findings { inspections, recommendations, statements })
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
