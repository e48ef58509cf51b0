//! Any text stays text in every format: it comes back from the YAML and the CSV, no cell runs, and on the page it
//! opens nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord_csv::Table;
use onrecord_model::Coverage;
use pulldown_cmark::{Event, Options, Parser, Tag};

fuzz_target!(|text: &str| {
    let coverage = holding(text);
    let yaml = onrecord_yaml::to_string(&coverage).expect("every record can be written");
    assert_eq!(onrecord_yaml::read(&yaml).expect("what was written can be read"), coverage);
    check_cells(&coverage, text);
    if !text.trim().is_empty() {
        let (page, harmless) = (coverage, holding("\u{E000}"));
        assert_eq!(opened(&page), opened(&harmless), "{text:?}");
    }
});

fn holding(text: &str) -> Coverage {
    let mut coverage = Coverage::sample();
    coverage.article.title = Some(text.to_owned());
    coverage.inspections[0].topic = Some(text.to_owned());
    coverage.inspections[0].recommendations[0].text = text.to_owned();
    coverage.statements[0].segments[0].text = text.to_owned();
    coverage.statements[0].text = text.to_owned();
    coverage.statements[0].speaker.role = Some(text.to_owned());
    coverage
}

fn check_cells(coverage: &Coverage, text: &str) {
    let mut table = Vec::new();
    onrecord_csv::write(Table::Statements, std::slice::from_ref(coverage), &mut table)
        .expect("memory takes all");
    let mut rows = csv::Reader::from_reader(table.as_slice());
    let column = rows.headers().expect("a header").iter().position(|name| name == "text").expect("a column");
    let row = rows.records().next().expect("a row").expect("the row can be read");
    let cell = &row[column];
    assert_eq!(onrecord_csv::unescape(cell), text);
    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
}

/// Whatever a page opens, in order; code counts only where it is no mail address.
fn opened(coverage: &Coverage) -> Vec<String> {
    let page = onrecord_markdown::to_string(coverage);
    let tag = |event| match event {
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) => Some("link".to_owned()),
        Event::Start(tag) => Some(format!("{tag:?}")),
        Event::Html(_) | Event::InlineHtml(_) => Some("html".to_owned()),
        Event::Code(code) if !code.contains('@') => Some("code".to_owned()),
        Event::Rule | Event::HardBreak | Event::FootnoteReference(_) => Some("other".to_owned()),
        _ => None,
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    Parser::new_ext(&page, options).filter_map(tag).collect()
}
