//! Any bytes give a record: its evidence is what the file holds, its statements share no words, and every format
//! takes it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use onrecord_csv::Table;
use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Coverage};
use onrecord_parser::Parser;

static PARSER: LazyLock<Parser<'static>> = LazyLock::new(|| Parser::new(Lexicon::standard()));

fuzz_target!(|bytes: &[u8]| {
    let coverage = PARSER.parse(Article::new("id", "path.txt", ""), bytes);
    if let Ok(file) = std::str::from_utf8(bytes) {
        check(&coverage, file);
    }
    let yaml = onrecord_yaml::to_string(&coverage).expect("every record can be written");
    assert_eq!(onrecord_yaml::read(&yaml).expect("what was written can be read"), coverage);
    assert!(onrecord_markdown::to_string(&coverage).starts_with("# "));
    for table in Table::ALL {
        onrecord_csv::write(table, std::slice::from_ref(&coverage), std::io::sink())
            .expect("a sink takes all");
    }
});

fn check(coverage: &Coverage, file: &str) {
    let at = |start: u32, end: u32| file.get(start as usize..end as usize);
    let mut taken: Vec<(u32, u32)> = Vec::new();
    for statement in &coverage.statements {
        for segment in &statement.segments {
            assert_eq!(at(segment.start, segment.end), Some(&*segment.text));
            taken.push((segment.start, segment.end));
        }
    }
    taken.sort_unstable();
    assert!(taken.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{taken:?}");
    for inspection in &coverage.inspections {
        let ratings = inspection.ratings.iter().map(|rating| &rating.evidence);
        let asks = inspection.recommendations.iter().map(|ask| &ask.evidence);
        for found in inspection.evidence.iter().chain(ratings).chain(asks) {
            assert_eq!(at(found.start(), found.end()), Some(found.text()));
        }
    }
}
