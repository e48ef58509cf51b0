//! What holds of every stage whatever it is given, tried on texts made of what the grammar knows.

use std::ops::Range;

use onrecord_model::{Article, Coverage, Evidence, Inspection, Span};
use proptest::prelude::*;
use proptest::sample::select;

use crate::Stages;
use crate::test_text::PARSER;

/// Pieces that mean something to some stage, so that their mixtures reach far into the grammar.
#[rustfmt::skip] // One a line would be a page long.
const PIECES: &[&str] = &[
    "The Care Quality Commission", "CQC", "Ofsted", "HMICFRS", "Beck House", "Mid Thistle Police", "St Mary's School",
    "Ada Nwosu", "Mr Smith", "manager", "chief constable", "inspectors", "the report", "the home", "it", "they", "she",
    "said", "added", "according to", "has rated", "was rated", "rated", "good", "Outstanding", "inadequate",
    "requires improvement", "adequate", "in two areas", "for safety", "safe:", "Safe: Good", "overall", "down from",
    "previously", "in 2019", "must", "should", "keep a count of its medicines", "improve", "by 1 May", "is required to",
    "areas for improvement", "breach of regulations", "has inspected", "will inspect", "special measures", "and", "or",
    "not", "that", "which", "who", "“", "”", "\"", "'", "‘", "’", "’s", ".", ",", ":", ";", "…", "–", "(", ")", "?",
    "!", "Mr.", "5 p.m.", "£1.5m", "16-year-old", "\n", "\n\n", "\r\n", "\r", "- ", "• ", "1. ", "\t", "|", "\u{a0}",
    "\u{feff}", "\u{0}", "é", "e\u{301}", "日本", "😀", "By A. Writer", "Advertisement", "READ MORE:", "PICTURE: PA",
];

/// Lines of known pieces; now and then anything, and bytes that are no UTF-8.
fn articles() -> impl Strategy<Value = Vec<u8>> {
    let pieces =
        proptest::collection::vec(select(PIECES), 0..60).prop_map(|pieces| pieces.join(" ").into_bytes());
    let tight =
        proptest::collection::vec(select(PIECES), 0..60).prop_map(|pieces| pieces.concat().into_bytes());
    let bytes = proptest::collection::vec(any::<u8>(), 0..200);
    let broken = (pieces.clone(), bytes.clone()).prop_map(|(pieces, bytes)| [pieces, bytes].concat());
    prop_oneof![6 => pieces, 3 => tight, 1 => any::<String>().prop_map(String::into_bytes), 1 => bytes, 1 => broken]
}

/// Offsets ascend, lie in the text, and cut no character.
fn check_spans(text: &str, spans: impl Iterator<Item = Span>) {
    let mut last = 0;
    for span in spans {
        let (start, end) = (span.start() as usize, span.end() as usize);
        assert!(last <= start && text.get(start..end).is_some(), "{start}..{end} behind {last} in {text:?}");
        last = end;
    }
}

/// Ranges ascend and lie in what holds them.
fn check_ranges(whole: usize, ranges: impl Iterator<Item = Range<usize>>) {
    let mut last = 0;
    for range in ranges {
        assert!(
            last <= range.start && range.start <= range.end && range.end <= whole,
            "{range:?} of {whole}"
        );
        last = range.end;
    }
}

fn check_stages(stages: &Stages<'_>) {
    let text = stages.text;
    let (source, blocks, tokens) = (text.source.text(), text.blocks, text.tokens);
    check_spans(source, blocks.iter().map(|block| block.span));
    check_spans(source, tokens.list.iter().map(|token| token.span()));
    check_ranges(tokens.list.len(), tokens.sentences.iter().map(|sentence| sentence.tokens.clone()));
    check_ranges(tokens.list.len(), text.quotes.list.iter().map(|quote| quote.tokens.clone()));
    for sentence in &tokens.sentences {
        let (inner, outer) = (tokens.span(sentence.tokens.clone()), blocks[sentence.block].span);
        assert!(outer.start() <= inner.start() && inner.end() <= outer.end(), "{inner:?} outside {outer:?}");
    }
    let words = tokens.list.len();
    let names = stages.organisations.names.iter().map(|name| &name.tokens);
    let inspectorates = stages.organisations.inspectorates.iter().map(|mention| &mention.tokens);
    let asks = stages.findings.recommendations.iter().map(|ask| &ask.tokens);
    for range in names.chain(inspectorates).chain(asks) {
        assert!(range.start < range.end && range.end <= words, "{range:?} of {words}");
    }
}

/// Every piece of evidence is what the file holds there; `None` where the file is in another encoding.
fn check_evidence(coverage: &Coverage, file: &str) {
    let check = |start: u32, end: u32, text: &str| {
        assert_eq!(file.get(start as usize..end as usize), Some(text), "{start}..{end}");
    };
    let inspections = coverage.inspections.iter().flat_map(evidence_of);
    let diagnostics = coverage.diagnostics.iter().filter_map(|one| one.evidence.as_ref());
    let speakers = coverage.statements.iter().filter_map(|one| one.speaker.evidence.as_ref());
    inspections.chain(diagnostics).chain(speakers).for_each(|one| check(one.start(), one.end(), one.text()));
    for statement in &coverage.statements {
        statement.cue.iter().for_each(|cue| check(cue.start, cue.end, &cue.text));
        statement.segments.iter().for_each(|segment| check(segment.start, segment.end, &segment.text));
    }
}

fn evidence_of(inspection: &Inspection) -> impl Iterator<Item = &Evidence> {
    let ratings = inspection.ratings.iter().map(|rating| &rating.evidence);
    let asks = inspection.recommendations.iter().map(|ask| &ask.evidence);
    let who = inspection.inspectorate.iter().map(|one| &one.evidence);
    let whom = inspection.body.iter().map(|one| &one.evidence);
    let due = inspection.due.iter().map(|one| &one.evidence);
    inspection.evidence.iter().chain(ratings).chain(asks).chain(who).chain(whom).chain(due)
}

/// No two statements share a byte of content.
fn check_statements(coverage: &Coverage) {
    let segments = coverage.statements.iter().flat_map(|statement| &statement.segments);
    let mut spans: Vec<(u32, u32)> = segments.map(|segment| (segment.start, segment.end)).collect();
    spans.sort_unstable();
    assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{spans:?}");
    assert!(coverage.statements.iter().all(|statement| !statement.segments.is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_stage_keeps_to_the_text(bytes in articles()) {
        PARSER.read(Article::default(), &bytes, |stages| check_stages(&stages));
    }

    #[test]
    fn every_record_holds_what_the_file_holds(bytes in articles()) {
        let coverage = PARSER.parse(Article::default(), &bytes);
        check_statements(&coverage);
        if let Ok(file) = std::str::from_utf8(&bytes) {
            check_evidence(&coverage, file);
        }
        prop_assert_eq!(PARSER.parse(Article::default(), &bytes), coverage);
    }

    #[test]
    fn whatever_is_explained_stands_in_the_text(bytes in articles()) {
        let explanation = PARSER.explain(&bytes);
        let items = explanation.stages.iter().flat_map(|stage| &stage.items).chain(&explanation.unclaimed);
        for item in items {
            prop_assert!(explanation.source.get(item.span).is_some(), "{:?}", item.span);
        }
    }
}
