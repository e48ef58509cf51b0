//! What is reported stands in the article, exactly where the record says.

use std::collections::HashSet;

use onrecord_model::Coverage;
use onrecord_tests::{ArticleFile, all, seeds};
use serde_json::Value;

#[test]
fn evidence_is_the_text_between_its_offsets() {
    let mut pieces = 0;
    for article in all().into_iter().flat_map(as_other_systems_save_it) {
        let record = serde_json::to_value(article.coverage()).unwrap();
        walk(&record, &mut |start, end, line, text| {
            pieces += 1;
            let at = format!("{}: {start}..{end} {text:?}", article.path);
            assert_eq!(article.bytes.get(start..end), Some(text.as_bytes()), "{at}");
            assert_eq!(line, line_of(&article.bytes, start), "line of {at}");
            assert!(!text.is_empty(), "{at}: nothing is no evidence");
        });
    }
    assert!(pieces >= seeds().len(), "no article yields any evidence");
}

/// An article as it is, with a byte order mark and CR LF, and with CR alone.
fn as_other_systems_save_it(article: ArticleFile) -> [ArticleFile; 3] {
    let text = std::str::from_utf8(&article.bytes).expect("the repository's articles are UTF-8");
    let saved = |how: &str, text: String| ArticleFile {
        name: article.name.clone(),
        path: format!("{} {how}", article.path),
        bytes: text.into_bytes(),
    };
    let lines = text.replace("\r\n", "\n");
    let windows = saved("with CR LF", format!("\u{FEFF}{}", lines.replace('\n', "\r\n")));
    let mac = saved("with CR", lines.replace('\n', "\r"));
    [article, windows, mac]
}

/// Calls `check` with the offsets, line and text of everything in a record that has them: evidence, cues,
/// segments, and whatever is added to the record later.
fn walk(value: &Value, check: &mut impl FnMut(usize, usize, usize, &str)) {
    match value {
        Value::Object(fields) => {
            let number = |name: &str| usize::try_from(fields.get(name)?.as_u64()?).ok();
            let place = (number("start"), number("end"), number("line"), fields.get("text"));
            if let (Some(start), Some(end), Some(line), Some(Value::String(text))) = place {
                check(start, end, line, text);
            }
            fields.values().for_each(|field| walk(field, check));
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, check)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Lines end at LF, at CR LF, or at a CR alone.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    let ends = |&at: &usize| match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    1 + (0..offset).filter(ends).count()
}

#[test]
fn every_id_is_given_once_and_every_reference_leads_somewhere() {
    for article in all() {
        let coverage = article.coverage();
        let mut ids = HashSet::new();
        for id in ids_of(&coverage) {
            assert!(ids.insert(id.to_owned()), "{}: {id} is given twice", article.path);
        }
        for statement in &coverage.statements {
            for id in &statement.about {
                assert!(
                    ids.contains(id),
                    "{}: {} is about {id}, which is nothing",
                    article.path,
                    statement.id
                );
            }
        }
    }
}

fn ids_of(coverage: &Coverage) -> impl Iterator<Item = &str> {
    let inspections = coverage.inspections.iter().flat_map(|inspection| {
        let ratings = inspection.ratings.iter().map(|rating| rating.id.as_str());
        let recommendations = inspection.recommendations.iter().map(|found| found.id.as_str());
        std::iter::once(inspection.id.as_str()).chain(ratings).chain(recommendations)
    });
    inspections.chain(coverage.statements.iter().map(|statement| statement.id.as_str()))
}

#[test]
fn segments_come_in_order_and_no_two_statements_share_one() {
    for article in all() {
        let mut taken: Vec<(u32, u32)> = Vec::new();
        for statement in article.coverage().statements {
            let spans: Vec<(u32, u32)> = statement.segments.iter().map(|s| (s.start, s.end)).collect();
            assert!(!spans.is_empty(), "{}: {} has no content", article.path, statement.id);
            assert!(spans.is_sorted(), "{}: {} {spans:?}", article.path, statement.id);
            taken.extend(spans);
        }
        taken.sort_unstable();
        for pair in taken.windows(2) {
            assert!(pair[0].1 <= pair[1].0, "{}: {pair:?} overlap", article.path);
        }
    }
}

#[test]
fn the_same_article_yields_the_same_record() {
    for article in all() {
        assert!(article.coverage() == article.coverage(), "{}", article.path);
    }
}

#[test]
fn an_article_cut_anywhere_still_holds_its_evidence() {
    for ArticleFile { name, path, bytes } in all() {
        for at in (0..bytes.len()).step_by(97) {
            let (before, behind) = bytes.split_at(at);
            for part in [before, behind] {
                let Ok(text) = std::str::from_utf8(part) else { continue };
                let cut = ArticleFile { name: name.clone(), path: path.clone(), bytes: text.into() };
                let record = serde_json::to_value(cut.coverage()).unwrap();
                walk(&record, &mut |start, end, _, text| {
                    assert_eq!(cut.bytes.get(start..end), Some(text.as_bytes()), "{path} cut at {at}");
                });
            }
        }
    }
}
