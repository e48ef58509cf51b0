//! Facts that overlap, nest or share their words.

use std::collections::BTreeMap;

use onrecord_model::{
    Article, Coverage, Diagnostic, DiagnosticKind, Source, Span, Speaker, Statement, StatementKind,
};
use proptest::prelude::*;

use super::tokens::{Piece, pieces};
use crate::to_string;

/// A record whose first facts are statements with these segments and whose last is a diagnostic.
fn coverage(source: &Source<'_>, facts: &[Vec<(usize, usize)>]) -> Coverage {
    let at = |&(start, end): &(usize, usize)| {
        source.evidence(Span::new(start as u32, end as u32).unwrap(), "test").unwrap()
    };
    let speaker = Speaker { name: None, role: None, organisation: None, implied: true, evidence: None };
    let statement = |(i, spans): (usize, &Vec<(usize, usize)>)| Statement {
        id: format!("s{}", i + 1),
        kind: StatementKind::Direct,
        speaker: speaker.clone(),
        cue: None,
        segments: spans.iter().map(|span| at(span).into()).collect(),
        text: String::new(),
        about: Vec::new(),
        date: None,
    };
    let mut coverage = Coverage::empty(Article::new("a", "a.txt", ""));
    if let Some((last, statements)) = facts.split_last() {
        coverage.statements = statements.iter().enumerate().map(statement).collect();
        let evidence = last.first().map(at);
        coverage.diagnostics =
            vec![Diagnostic { kind: DiagnosticKind::Quotation, message: "odd".to_owned(), evidence }];
    }
    coverage
}

/// The article's words on its page, and those inside the marks of each fact.
fn marked(page: &str) -> (String, BTreeMap<usize, String>) {
    let (mut text, mut facts, mut open, mut line) = (String::new(), BTreeMap::new(), Vec::new(), false);
    for piece in pieces(page) {
        match piece {
            Piece::Start { name, attributes } => {
                let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, v)| v);
                line |= name == "p" && value("data-line").is_some();
                if name == "mark" {
                    open.push(value("data-f").unwrap().parse::<usize>().unwrap());
                }
            }
            Piece::End(name) if name == "p" => line = false,
            Piece::End(name) if name == "mark" => drop(open.pop()),
            Piece::Text(words) if line => {
                text.push_str(&words);
                let mut around = open.clone();
                around.sort_unstable();
                around.dedup();
                for fact in around {
                    facts.entry(fact).or_insert_with(String::new).push_str(&words);
                }
            }
            Piece::End(_) | Piece::Text(_) => {}
        }
    }
    (text, facts)
}

/// The words at these places, each once, without line breaks.
fn words(text: &str, spans: &[(usize, usize)]) -> String {
    let inside = |at: usize| spans.iter().any(|&(start, end)| (start..end).contains(&at));
    text.char_indices().filter(|&(at, c)| inside(at) && c != '\n').map(|(_, c)| c).collect()
}

fn check(text: &str, facts: &[Vec<(usize, usize)>]) {
    let source = Source::from_utf8(text);
    let (shown, marked) = marked(&to_string(&coverage(&source, facts), &source));
    assert_eq!(shown, text.replace('\n', ""));
    for (fact, spans) in facts.iter().enumerate() {
        // A diagnostic has one place.
        let spans = if fact + 1 == facts.len() { &spans[..spans.len().min(1)] } else { spans };
        let found = marked.get(&fact).cloned().unwrap_or_default();
        assert_eq!(found, words(text, spans), "fact {fact} of {facts:?} in {text:?}");
    }
}

#[test]
fn facts_nest_overlap_and_share_words() {
    let text = "One two <three>\nfour five.";
    check(text, &[vec![(0, 15)], vec![(4, 7)], vec![(0, 3)]]);
    check(text, &[vec![(0, 7)], vec![(4, 15)], vec![(2, 10)]]);
    check(text, &[vec![(4, 20)], vec![(4, 20)], vec![(8, 26)]]);
    check(text, &[vec![(0, 3), (8, 15)], vec![(2, 9)], vec![(26, 26)]]);
}

#[test]
fn every_fact_has_one_label_in_the_article() {
    let source = Source::from_utf8("One two\nthree.");
    let page = to_string(&coverage(&source, &[vec![(0, 3), (0, 7), (4, 10)], vec![(4, 4)]]), &source);
    assert_eq!(page.matches("id=\"t0\"").count(), 1);
    assert_eq!(page.matches("id=\"t1\"").count(), 1, "a fact without a word has its label");
}

proptest! {
    // A page with its style is long to cut into pieces.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_word_has_all_its_facts(
        spans in proptest::collection::vec(
            proptest::collection::vec((0_usize..=36, 0_usize..=36), 1..4), 0..8),
    ) {
        let text = "One “two” & <three>\nfour é five\nsix.";
        let bound = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        let ordered = |&(a, b): &(usize, usize)| (bound(a.min(b)), bound(a.max(b)));
        let facts: Vec<Vec<_>> = spans.iter().map(|spans| spans.iter().map(ordered).collect()).collect();
        check(text, &facts);
    }
}
