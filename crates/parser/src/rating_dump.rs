//! Measuring on labelled articles: writes the ratings of a folder's articles as records.
#![cfg(test)]

use std::fmt::Write as _;

use onrecord_lexicon::Lexicon;
use onrecord_model::Source;

use crate::blocks_to_tokens::blocks_to_tokens;
use crate::phrase_book::PhraseBook;
use crate::rating_finding::RatingScope;
use crate::rating_text::Article;
use crate::rating_words::RatingWords;
use crate::source_to_blocks::source_to_blocks;
use crate::tokens_to_ratings::{is_rating_phrase, tokens_to_ratings};
use crate::vocabulary::Vocabulary;

#[test]
fn dump() {
    let (Ok(from), Ok(to)) = (std::env::var("DUMP_FROM"), std::env::var("DUMP_TO")) else { return };
    let lexicon = Lexicon::standard();
    let mut vocabulary = Vocabulary::new(lexicon);
    let words = RatingWords::new(&mut vocabulary);
    let cue_words = crate::cue_words::CueWords::new(&mut vocabulary);
    let book = PhraseBook::new(lexicon, &mut vocabulary, is_rating_phrase);
    for folder in from.split(',') {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|e| e != "txt") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let source = Source::from_utf8(text);
            let blocks = source_to_blocks(&source, lexicon.furniture());
            let tokens = blocks_to_tokens(&source, &blocks, &vocabulary);
            let article = Article {
                source: &source,
                blocks: &blocks,
                tokens: &tokens,
                vocabulary: &vocabulary,
                lexicon,
            };
            let mut out = String::from("inspections:\n- inspectorate: {name: x}\n  ratings:\n");
            let reading = crate::reading::Reading {
                source: &source,
                blocks: &blocks,
                tokens: &tokens,
                vocabulary: &vocabulary,
                cues: &cue_words,
                lexicon,
            };
            let organisations = crate::tokens_to_organisations::tokens_to_organisations(&reading);
            let inspections =
                crate::organisations_to_inspections::organisations_to_inspections(&reading, &organisations);
            for inspection in &inspections {
                let Some(play) = article.play(inspection) else { continue };
                let _ = writeln!(out, "  # {:?} {:?}", inspection.body, inspection.blocks);
                let scales: Vec<&str> =
                    play.scales.iter().map(|&s| lexicon.scales()[s as usize].id.as_str()).collect();
                let _ = writeln!(
                    out,
                    "  # {:?} {:?} {:?} {scales:?}",
                    lexicon.inspectorates()[play.inspectorate as usize].id,
                    play.year,
                    play.body_words
                );
                for f in tokens_to_ratings(article, &words, &book, &play, inspection.blocks.clone()) {
                    let grade = &lexicon.scales()[f.scale as usize].grades[f.grade as usize].label;
                    let (scope, area, count) = match &f.scope {
                        RatingScope::Overall => ("overall", None, None),
                        RatingScope::Area(name) => ("area", Some(name.clone()), None),
                        RatingScope::Count(count) => ("area", None, Some(*count)),
                        RatingScope::Unnamed => ("area", None, None),
                    };
                    let span = tokens.span(f.evidence.clone());
                    let evidence = source.evidence(span, f.rule(lexicon)).unwrap();
                    let q = |s: &str| {
                        format!("\"{}\"", s.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
                    };
                    let _ = writeln!(
                        out,
                        "  - {{grade: {}, scope: {scope}, area: {}, count: {}, time: {}, evidence: {{start: {}, end: {}, text: {}, rule: {}}}}}",
                        q(grade),
                        area.map_or("null".to_owned(), |a| q(&a)),
                        count.map_or("null".to_owned(), |c| c.to_string()),
                        f.time.name(),
                        evidence.start(),
                        evidence.end(),
                        q(evidence.text()),
                        f.rule(lexicon),
                    );
                }
            }
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            std::fs::write(format!("{to}/{name}.yaml"), out).unwrap();
        }
    }
}
