//! Reads a press article about a public-service inspection: who inspected whom, which grade was given for
//! what, what has to improve, and who said what, each fact with the exact words that carry it.
//!
//! Parsing never fails: any bytes give a [`Coverage`], and what could not be read is in its diagnostics. The
//! way of the data is the list of modules: each `a_to_b` file holds the one stage that makes `b` from `a`.
//!
//! ```
//! use onrecord_lexicon::Lexicon;
//! use onrecord_model::Article;
//! use onrecord_parser::Parser;
//!
//! let article = "The CQC has rated Beck House good.\n“We are proud,” said manager Ada Nwosu.\n";
//! let parser = Parser::new(Lexicon::standard());
//! let coverage = parser.parse(Article::new("beck", "beck.txt", ""), article.as_bytes());
//!
//! let statement = &coverage.statements[0];
//! assert_eq!(statement.speaker.name.as_deref(), Some("Ada Nwosu"));
//! assert_eq!(statement.segments[0].text, "“We are proud,”");
//! ```

mod about;
mod apposition;
mod ask_addressee;
mod ask_agent;
mod ask_apposed;
mod ask_clause;
mod ask_comma;
mod ask_denied;
mod ask_detail;
mod ask_extent;
mod ask_feeling;
mod ask_modal;
mod ask_named;
mod ask_notice;
mod ask_parts;
mod ask_permission;
mod ask_retold;
mod ask_slots;
mod ask_things;
mod ask_vague;
mod ask_verb;
mod ask_wishes;
mod block;
mod blocks_to_tokens;
mod body_choice;
mod body_context;
mod body_name;
mod by_symbol;
mod bytes_to_source;
mod clause_cut;
mod clause_end;
mod content;
mod content_according;
mod content_before;
mod content_behind;
mod content_introduced;
mod content_list;
mod content_object;
mod cue;
mod cue_any_subject;
mod cue_colon;
mod cue_finite;
mod cue_speaker;
mod cue_turn;
mod cue_words;
mod cues_to_people;
mod cues_to_statements;
mod diagnostics;
mod explain;
mod finding;
mod findings_to_coverage;
mod finite_verb;
mod furniture_lines;
mod inspection_details;
mod inspection_due;
mod inspection_due_noun;
mod inspection_due_time;
mod inspection_due_whose;
mod inspection_finding;
mod inspection_reported;
mod inspectorate_choice;
mod lead_in;
mod lexer;
mod lexicon_to_vocabulary;
mod line_shape;
mod name;
mod noun_phrase;
mod noun_phrase_extent;
mod organisation;
mod organisations_to_inspections;
mod person;
mod phrase_book;
mod phrase_examples;
mod phrase_graph;
mod phrase_needs;
mod phrase_sieve;
mod phrase_walk;
#[cfg(test)]
mod properties;
mod quote;
mod quotes_to_cues;
mod rating_area_name;
mod rating_area_words;
mod rating_aside;
mod rating_attachment;
mod rating_auxiliaries;
mod rating_back;
mod rating_behind;
mod rating_beside;
mod rating_body;
#[cfg(test)]
mod rating_check;
mod rating_clause;
mod rating_finding;
mod rating_frame;
mod rating_front;
mod rating_goes_on;
mod rating_grade;
mod rating_group;
mod rating_head;
mod rating_inside;
mod rating_known;
mod rating_license;
mod rating_list;
mod rating_list_before;
mod rating_lookalike;
mod rating_noun_phrase;
mod rating_number;
mod rating_only;
mod rating_others;
mod rating_place;
mod rating_play;
mod rating_relative;
mod rating_repeat;
mod rating_rows;
mod rating_scale_talk;
mod rating_scope;
mod rating_settle;
mod rating_site;
mod rating_slots;
mod rating_subject;
mod rating_teller;
mod rating_text;
mod rating_time;
#[cfg(test)]
mod rating_variety_check;
mod rating_when;
mod rating_whole;
mod rating_whose;
mod rating_words;
mod reading;
mod recommendation_finding;
mod resolve;
mod resolve_body;
mod resolve_joint;
mod resolve_post;
mod resolve_pronoun;
mod sentence_ends;
mod sentences;
mod source_to_blocks;
mod spelling;
#[cfg(test)]
mod statement_check;
mod story_line;
mod subject;
#[cfg(test)]
mod test_text;
mod text;
mod time_phrase;
mod token;
mod tokens_to_organisations;
mod tokens_to_quotes;
mod tokens_to_ratings;
mod tokens_to_recommendations;
mod uncued_quotations;
mod verb_form;
mod vocabulary;
mod voice;
mod word_class;
mod word_list;
mod words;

pub use explain::{Explanation, Item, Stage};

use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Coverage, Source};

use crate::ask_agent::{Agents, by_council};
use crate::bytes_to_source::{Encoding, bytes_to_source};
use crate::cue::Cue;
use crate::cue_words::CueWords;
use crate::cues_to_statements::{Spoken, cues_to_statements};
use crate::diagnostics::add_diagnostics;
use crate::finding::StatementFinding;
use crate::findings_to_coverage::{Findings, findings_to_coverage};
use crate::furniture_lines::FurnitureLines;
use crate::inspection_finding::InspectionFinding;
use crate::organisation::Organisations;
use crate::person::People;
use crate::phrase_book::PhraseBook;
use crate::rating_play::ScaleMarks;
use crate::rating_words::RatingWords;
use crate::reading::Reading;
use crate::recommendation_finding::RecommendationFinding;
use crate::resolve_body::Bodies;
use crate::text::{InspectorateNames, Text};
use crate::tokens_to_ratings::{Grades, is_rating_phrase, tokens_to_ratings};
use crate::tokens_to_recommendations::is_ask;
use crate::vocabulary::Vocabulary;
use crate::voice::Voices;

/// The text of an article's file as [`Parser::parse`] reads it, with the way back to the bytes of the file.
///
/// ```
/// assert_eq!(onrecord_parser::source(b"caf\xE9").text(), "café");
/// ```
#[must_use]
pub fn source(bytes: &[u8]) -> Source<'_> {
    bytes_to_source(bytes).0
}

/// A lexicon made ready for reading articles; make one and read many.
pub struct Parser<'a> {
    lexicon: &'a Lexicon,
    vocabulary: Vocabulary,
    furniture: FurnitureLines,
    cue_words: CueWords,
    rating_words: RatingWords,
    scale_marks: ScaleMarks,
    rating_phrases: PhraseBook,
    ask_phrases: PhraseBook,
}

/// What of an article's reading is wanted at the end.
#[derive(Clone, Copy)]
enum Keep {
    Coverage,
    /// What each stage made of it, too.
    Everything,
}

/// What each stage made of one article.
pub(crate) struct Stages<'s> {
    pub encoding: Encoding,
    pub text: Text<'s>,
    pub cues: Vec<Cue>,
    pub people: People,
    pub organisations: Organisations,
    pub findings: Findings,
    pub coverage: Coverage,
}

impl<'a> Parser<'a> {
    /// Makes a lexicon ready.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon) -> Self {
        let mut vocabulary = Vocabulary::new(lexicon);
        let cue_words = CueWords::new(&mut vocabulary);
        let rating_words = RatingWords::new(lexicon, &mut vocabulary);
        let scale_marks = ScaleMarks::new(lexicon, &mut vocabulary);
        let rating_phrases = PhraseBook::new(lexicon, &mut vocabulary, is_rating_phrase);
        let ask_phrases = PhraseBook::new(lexicon, &mut vocabulary, is_ask);
        let furniture = FurnitureLines::new(lexicon.furniture());
        Self {
            lexicon,
            vocabulary,
            furniture,
            cue_words,
            rating_words,
            scale_marks,
            rating_phrases,
            ask_phrases,
        }
    }

    /// What the bytes of an article report. Fields of `article` that are already set stay as they are.
    #[must_use]
    pub fn parse(&self, article: Article, bytes: &[u8]) -> Coverage {
        self.parse_watched(article, bytes, |_| {})
    }

    /// As [`parse`](Self::parse); calls `after` with the name of each stage when it is done, to measure them.
    #[must_use]
    pub fn parse_watched(&self, article: Article, bytes: &[u8], after: impl FnMut(&'static str)) -> Coverage {
        self.read_watched(article, bytes, Keep::Coverage, after, |stages| stages.coverage)
    }

    /// What each stage makes of the bytes of an article, and what none of them claimed.
    #[must_use]
    pub fn explain(&self, bytes: &[u8]) -> Explanation {
        self.read(Article::default(), bytes, |stages| explain::explain(&stages))
    }

    fn read<T>(&self, article: Article, bytes: &[u8], give: impl FnOnce(Stages<'_>) -> T) -> T {
        self.read_watched(article, bytes, Keep::Everything, |_| {}, give)
    }

    fn read_watched<T>(
        &self,
        article: Article,
        bytes: &[u8],
        keep: Keep,
        mut after: impl FnMut(&'static str),
        give: impl FnOnce(Stages<'_>) -> T,
    ) -> T {
        let (source, encoding) = bytes_to_source(bytes);
        after("bytes_to_source");
        let blocks = source_to_blocks::source_to_blocks(&source, &self.furniture);
        after("source_to_blocks");
        let tokens = blocks_to_tokens::blocks_to_tokens(&source, &blocks, &self.vocabulary);
        after("blocks_to_tokens");
        let quotes = tokens_to_quotes::tokens_to_quotes(&source, &tokens, &self.vocabulary);
        after("tokens_to_quotes");
        let (vocabulary, lexicon) = (&self.vocabulary, self.lexicon);
        let reading = Reading {
            source: &source,
            blocks: &blocks,
            tokens: &tokens,
            vocabulary,
            cues: &self.cue_words,
            sentence_cues: &self.cue_words.by_sentence(&tokens),
            lexicon,
        };

        let organisations = tokens_to_organisations::tokens_to_organisations(&reading);
        after("tokens_to_organisations");
        let mut inspections =
            organisations_to_inspections::organisations_to_inspections(&reading, &organisations);
        inspection_details::add_details(&reading, &mut inspections);
        after("organisations_to_inspections");
        let names = InspectorateNames::of(&organisations);
        let text = Text {
            inspectorate: in_play(&inspections),
            source: &source,
            blocks: &blocks,
            tokens: &tokens,
            quotes: &quotes,
            vocabulary,
            lexicon,
            names: &names,
        };
        let cues = quotes_to_cues::quotes_to_cues(&text);
        after("quotes_to_cues");
        let people = cues_to_people::cues_to_people(&text, &cues);
        after("cues_to_people");
        let inspected = inspections.iter().find_map(|one| Some(one.body.as_ref()?.name.as_str()));
        let bodies = Bodies::new(&text, &organisations.names, inspected);
        let Spoken { statements, unattributed } = cues_to_statements(&text, &cues, &people, bodies);
        after("cues_to_statements");
        let recommendations = self.recommendations(reading, &organisations, &inspections, &statements);
        after("tokens_to_recommendations");

        let Grades { ratings, unclear } = self.ratings(&text, &inspections);
        after("tokens_to_ratings");

        let without_body =
            organisations_to_inspections::inspectorate_without_body(&reading, &organisations, &inspections);
        let findings = Findings {
            inspections,
            ratings,
            unclear_grades: unclear,
            recommendations,
            statements,
            without_body,
        };
        // Of a long article they take as much memory as the record that is made next.
        let kept = match keep {
            Keep::Everything => Some((cues, people, organisations, findings.clone())),
            Keep::Coverage => {
                drop((cues, people, organisations));
                None
            }
        };
        let mut coverage = findings_to_coverage(&reading, article, findings);
        about::tie_statements(&mut coverage);
        add_diagnostics(&mut coverage, encoding, &text, &unattributed);
        after("findings_to_coverage");
        let (cues, people, organisations, findings) = kept.unwrap_or_default();
        give(Stages { encoding, text, cues, people, organisations, findings, coverage })
    }
}

impl Parser<'_> {
    /// What is asked of the inspected bodies.
    fn recommendations(
        &self,
        reading: Reading<'_>,
        organisations: &Organisations,
        inspections: &[InspectionFinding],
        statements: &[StatementFinding],
    ) -> Vec<RecommendationFinding> {
        let by_council = by_council(self.lexicon, inspections);
        let voices = Voices::new(&reading, organisations, statements, by_council);
        let agents = Agents::new(reading, organisations, &voices, inspections);
        tokens_to_recommendations::tokens_to_recommendations(reading, &self.ask_phrases, agents)
    }

    /// The grades given, inspection by inspection.
    fn ratings(&self, text: &Text<'_>, inspections: &[InspectionFinding]) -> Grades {
        if inspections.is_empty() {
            return Grades::default();
        }
        let (words, phrases) = (&self.rating_words, &self.rating_phrases);
        let signs = text.signs(&self.scale_marks);
        let of_one = |inspection: &InspectionFinding| {
            let play = text.play(&signs, inspection)?;
            Some(tokens_to_ratings(*text, words, phrases, &play, inspection.blocks.clone()))
        };
        let read = inspections.iter().filter(|one| !one.blocks.is_empty()).filter_map(of_one);
        read.fold(Grades::default(), |mut all, one| {
            all.ratings.extend(one.ratings);
            all.unclear.extend(one.unclear);
            all
        })
    }
}

/// The inspectorate whose inspection is reported first, by its row.
fn in_play(inspections: &[InspectionFinding]) -> Option<u16> {
    inspections.iter().find_map(|inspection| inspection.inspectorate.as_ref()).map(|found| found.row)
}
