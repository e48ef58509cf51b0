//! The examples of the rating phrases, run through the real stages; and what sentences yield, one line each.

use std::fmt::Write as _;
use std::sync::LazyLock;

use insta::assert_snapshot;
use onrecord_lexicon::{Lexicon, Yield};
use onrecord_model::{Source, Status};

use crate::blocks_to_tokens::{Tokens, blocks_to_tokens};
use crate::cue_words::CueWords;
use crate::furniture_lines::FurnitureLines;
use crate::inspection_finding::{BodyFinding, InspectionFinding, InspectorateFinding};
use crate::organisations_to_inspections::organisations_to_inspections;
use crate::phrase_book::PhraseBook;
use crate::rating_finding::{RatingFinding, RatingScope};
use crate::rating_text::Article;
use crate::rating_words::RatingWords;
use crate::reading::Reading;
use crate::source_to_blocks::source_to_blocks;
use crate::tokens_to_organisations::tokens_to_organisations;
use crate::tokens_to_quotes::tokens_to_quotes;
use crate::tokens_to_ratings::{is_rating_phrase, tokens_to_ratings};
use crate::vocabulary::{Meaning, Vocabulary};

struct Stages {
    vocabulary: Vocabulary,
    words: RatingWords,
    cues: CueWords,
    book: PhraseBook,
}

static STAGES: LazyLock<Stages> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::new(Lexicon::standard());
    let words = RatingWords::new(&mut vocabulary);
    let cues = CueWords::new(&mut vocabulary);
    let book = PhraseBook::new(Lexicon::standard(), &mut vocabulary, is_rating_phrase);
    Stages { vocabulary, words, cues, book }
});

/// The ratings of a text, with the tokens and source they stand in.
fn ratings(text: &str, whole: bool) -> (Source, Tokens, Vec<RatingFinding>) {
    let (stages, lexicon) = (&*STAGES, Lexicon::standard());
    let source = Source::from_utf8(text);
    let blocks = source_to_blocks(&source, &FurnitureLines::new(lexicon.furniture()));
    let tokens = blocks_to_tokens(&source, &blocks, &stages.vocabulary);
    let quotes = tokens_to_quotes(&tokens, &stages.vocabulary);
    let reading = Reading {
        source: &source,
        blocks: &blocks,
        tokens: &tokens,
        vocabulary: &stages.vocabulary,
        cues: &stages.cues,
        lexicon,
    };
    let organisations = tokens_to_organisations(&reading);
    let inspections = match whole {
        true => organisations_to_inspections(&reading, &organisations),
        false => vec![inspection(&reading)],
    };
    let article = Article {
        source: &source,
        blocks: &blocks,
        tokens: &tokens,
        quotes: &quotes,
        vocabulary: &stages.vocabulary,
        lexicon,
    };
    let mut findings = Vec::new();
    for inspection in &inspections {
        if let Some(play) = article.play(inspection) {
            findings.extend(tokens_to_ratings(
                article,
                &stages.words,
                &stages.book,
                &play,
                inspection.blocks.clone(),
            ));
        }
    }
    (source, tokens, findings)
}

/// The inspection of the examples: by the first inspectorate that is named, of Ashby Lodge or Skelby something.
fn inspection(reading: &Reading<'_>) -> InspectionFinding {
    let list = &reading.tokens.list;
    let inspectorate = (0..list.len()).find_map(|at| {
        let (length, meanings) = reading.vocabulary.longest_term(&list[at..])?;
        meanings.iter().find_map(|meaning| match *meaning {
            Meaning::Inspectorate(row) => Some(InspectorateFinding { row, tokens: at..at + length }),
            _ => None,
        })
    });
    let start = (0..list.len())
        .find(|&at| reading.word(at).starts_with("Ashby") || reading.word(at).starts_with("Skelby"));
    let body = start.map(|start| {
        let end = (start..list.len()).find(|&at| !list[at].is_capital()).unwrap_or(list.len());
        BodyFinding {
            name: reading.text(start..end).to_owned(),
            tokens: start..end,
            kinds: Vec::new(),
            rule: "test",
        }
    });
    InspectionFinding {
        inspectorate,
        body,
        topic: None,
        programme: None,
        status: Status::Completed,
        regime: None,
        commissioned_by: None,
        due: None,
        blocks: 0..reading.blocks.len(),
    }
}

/// A sentence in an article about a care home, where it does not name another inspectorate.
fn in_article(sentence: &str) -> String {
    let others = [
        "Ofsted",
        "HMICFRS",
        "Food Standards",
        "Estyn",
        "Prisons",
        "Care Inspectorate",
        "Housing",
        "HIQA",
        "Probation",
        "Education Scotland",
        "ETI",
    ];
    if others.iter().any(|name| sentence.contains(name)) {
        return format!("{sentence}\n");
    }
    format!(
        "{sentence}\n\nAshby Lodge, a care home in Skelby, was visited by the Care Quality Commission (CQC) in May.\n"
    )
}

#[test]
fn phrases_read_and_skip_their_examples() {
    let mut wrong = String::new();
    for (index, phrase) in
        (0..).zip(Lexicon::standard().phrases()).filter(|(_, p)| is_rating_phrase(p.yields))
    {
        for sentence in &phrase.reads {
            let (_, _, found) = ratings(&in_article(sentence), false);
            let read = found.iter().any(|finding| finding.phrase == Some(index));
            if read == (phrase.yields == Yield::NoRating) {
                let by: Vec<&str> = found.iter().map(|finding| finding.rule(Lexicon::standard())).collect();
                let _ = writeln!(wrong, "{} does not read {sentence:?}, but {by:?} do", phrase.id);
            }
        }
        for sentence in &phrase.skips {
            let (_, _, found) = ratings(&in_article(sentence), false);
            for finding in found {
                let _ = writeln!(
                    wrong,
                    "{}: {:?} read {sentence:?}",
                    phrase.id,
                    finding.rule(Lexicon::standard())
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// One line for each rating: grade, scope, time, rule.
fn check(sentence: &str) -> String {
    let (source, tokens, found) = ratings(&in_article(sentence), false);
    let mut lines = String::new();
    for finding in found {
        let lexicon = Lexicon::standard();
        let grade = &lexicon.scales()[usize::from(finding.scale)].grades[usize::from(finding.grade)].label;
        let scope = match &finding.scope {
            RatingScope::Overall => "overall".to_owned(),
            RatingScope::Area(name) => name.clone(),
            RatingScope::Count(count) => format!("×{count}"),
        };
        let span = tokens.span(finding.evidence.clone());
        let words = source.get(span).unwrap_or_default();
        let _ = writeln!(
            lines,
            "{}..{} {words:?} {} {grade}: {scope}, {}",
            span.start(),
            span.end(),
            finding.rule(lexicon),
            finding.time.name()
        );
    }
    lines
}

#[test]
fn dump() {
    if let Ok(file) = std::env::var("SENTENCES") {
        for line in std::fs::read_to_string(file).unwrap().lines().filter(|line| !line.is_empty()) {
            println!("# {line}\n{}", check(&line.replace("\\n", "\n")));
        }
    }
    let (Ok(from), Ok(to)) = (std::env::var("DUMP_FROM"), std::env::var("DUMP_TO")) else { return };
    let lexicon = Lexicon::standard();
    for folder in from.split(',') {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|e| e != "txt") {
                continue;
            }
            let (source, tokens, found) = ratings(&std::fs::read_to_string(&path).unwrap(), true);
            let mut out = String::from("inspections:\n- inspectorate: {name: x}\n  ratings:\n");
            for f in found {
                let grade = &lexicon.scales()[f.scale as usize].grades[f.grade as usize].label;
                let (scope, area, count) = match &f.scope {
                    RatingScope::Overall => ("overall", None, None),
                    RatingScope::Area(name) => ("area", Some(name.clone()), None),
                    RatingScope::Count(count) => ("area", None, Some(*count)),
                };
                let evidence = source.evidence(tokens.span(f.evidence.clone()), f.rule(lexicon)).unwrap();
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
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            std::fs::write(format!("{to}/{name}.yaml"), out).unwrap();
        }
    }
}
