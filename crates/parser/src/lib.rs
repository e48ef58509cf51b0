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
mod inspection_details;
mod inspection_finding;
mod noun_phrase;
mod organisation;
mod organisations_to_inspections;
mod person;
mod phrase_book;
mod quote;
mod quotes_to_cues;
mod rating_dump;
mod rating_finding;
mod rating_grade;
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
use onrecord_model::{Article, Coverage, Source};

use crate::ask_agent::Agents;
use crate::block::Block;
use crate::blocks_to_tokens::Tokens;
use crate::cue_words::CueWords;
use crate::finding::StatementFinding;
use crate::findings_to_coverage::{Findings, findings_to_coverage};
use crate::inspection_details::add_details;
use crate::organisations_to_inspections::organisations_to_inspections;
use crate::phrase_book::PhraseBook;
use crate::rating_finding::RatingFinding;
use crate::rating_words::RatingWords;
use crate::reading::Reading;
use crate::text::Text;
use crate::tokens_to_organisations::tokens_to_organisations;
use crate::tokens_to_ratings::{is_rating_phrase, tokens_to_ratings};
use crate::tokens_to_recommendations::{is_ask, tokens_to_recommendations};
use crate::vocabulary::{Meaning, Vocabulary};
use crate::voice::Voices;

/// A lexicon made ready for reading articles; make one and read many.
pub struct Parser<'a> {
    lexicon: &'a Lexicon,
    vocabulary: Vocabulary,
    cue_words: CueWords,
    rating_words: RatingWords,
    rating_phrases: PhraseBook,
    ask_phrases: PhraseBook,
}

impl<'a> Parser<'a> {
    /// Makes a lexicon ready.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon) -> Self {
        let mut vocabulary = Vocabulary::new(lexicon);
        let cue_words = CueWords::new(&mut vocabulary);
        let rating_words = RatingWords::new(&mut vocabulary);
        let rating_phrases = PhraseBook::new(lexicon, &mut vocabulary, is_rating_phrase);
        let ask_phrases = PhraseBook::new(lexicon, &mut vocabulary, is_ask);
        Self { lexicon, vocabulary, cue_words, rating_words, rating_phrases, ask_phrases }
    }

    /// What the bytes of an article report.
    #[must_use]
    pub fn parse(&self, article: Article, bytes: &[u8]) -> Coverage {
        let (source, _) = bytes_to_source::bytes_to_source(bytes);
        let blocks = source_to_blocks::source_to_blocks(&source, self.lexicon.furniture());
        let tokens = blocks_to_tokens::blocks_to_tokens(&source, &blocks, &self.vocabulary);
        let reading = self.reading(&source, &blocks, &tokens);
        let findings = self.findings(&reading);
        findings_to_coverage(&reading, article, &findings)
    }

    fn reading<'r>(&'r self, source: &'r Source, blocks: &'r [Block], tokens: &'r Tokens) -> Reading<'r> {
        let (vocabulary, cues) = (&self.vocabulary, &self.cue_words);
        Reading { source, blocks, tokens, vocabulary, cues, lexicon: self.lexicon }
    }

    /// Every stage between tokens and coverage.
    fn findings(&self, reading: &Reading<'_>) -> Findings {
        let statements = self.statements(reading);
        let organisations = tokens_to_organisations(reading);
        let mut inspections = organisations_to_inspections(reading, &organisations);
        add_details(reading, &mut inspections);
        let voices = Voices::new(reading, &organisations, &statements);
        let agents = Agents::new(*reading, &organisations, &voices, &inspections);
        let recommendations = tokens_to_recommendations(*reading, &self.ask_phrases, agents);
        let ratings = self.ratings(reading);
        Findings { inspections, ratings, recommendations, statements }
    }

    /// Who says what.
    fn statements(&self, reading: &Reading<'_>) -> Vec<StatementFinding> {
        let quotes = tokens_to_quotes::tokens_to_quotes(reading.tokens, &self.vocabulary);
        let text = Text {
            source: reading.source,
            blocks: reading.blocks,
            tokens: reading.tokens,
            quotes: &quotes,
            vocabulary: &self.vocabulary,
            lexicon: self.lexicon,
        };
        let cues = quotes_to_cues::quotes_to_cues(&text);
        let people = cues_to_people::cues_to_people(&text, &cues);
        let sentences = quotes_to_cues::sentences(&text);
        let inspectorate = first_inspectorate(&text);
        let mut resolver = resolve::Resolver::new(&text, &people, inspectorate, &sentences);
        cues_to_statements::cues_to_statements(&text, &cues, &mut resolver)
    }

    /// The grades given, where an inspectorate is in play.
    fn ratings(&self, reading: &Reading<'_>) -> Vec<RatingFinding> {
        let article = rating_text::Article {
            source: reading.source,
            blocks: reading.blocks,
            tokens: reading.tokens,
            vocabulary: &self.vocabulary,
            lexicon: self.lexicon,
        };
        let play = article.play();
        play.map_or_else(Vec::new, |play| {
            tokens_to_ratings(article, &self.rating_words, &self.rating_phrases, &play)
        })
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
