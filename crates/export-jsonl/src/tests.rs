use onrecord_model::Article;
use proptest::prelude::*;

use super::*;

fn line(coverage: &Coverage) -> String {
    let mut out = Vec::new();
    write(coverage, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn back(lines: &str) -> Vec<Coverage> {
    read(lines.as_bytes()).collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_full_and_an_empty_record_come_back() {
    let empty = Coverage::empty(Article::new("empty", "empty.txt", ""));
    let file = format!("{}\n{}", line(&Coverage::sample()), line(&empty));
    assert_eq!(back(&file), [Coverage::sample(), empty]);
}

#[test]
fn what_is_not_known_is_null() {
    let empty = Coverage::empty(Article::new("e", "e.txt", "00"));
    assert_eq!(
        line(&empty),
        "{\"article\":{\"id\":\"e\",\"path\":\"e.txt\",\"text\":null,\"sha256\":\"00\",\"title\":null,\"publisher\":null,\
         \"published\":null,\"published_on\":null,\"url\":null,\"byline\":null},\"inspections\":[],\"statements\":[],\
         \"diagnostics\":[]}\n"
    );
}

#[test]
fn a_line_that_is_no_coverage_is_named() {
    let file = format!("{}{{\"article\":1}}\n", line(&Coverage::sample()));
    let errors: Vec<String> = read(file.as_bytes()).filter_map(|it| Some(it.err()?.to_string())).collect();
    assert_eq!(errors.len(), 1);
    assert!(errors[0].starts_with("line 2 is not a coverage: invalid type"), "{}", errors[0]);
}

#[test]
fn values_that_the_model_refuses_are_refused() {
    let overall = line(&Coverage::sample()).replace("\"position\":2,\"of\":3", "\"position\":4,\"of\":3");
    let error = read(overall.as_bytes()).next().unwrap().unwrap_err().to_string();
    assert!(error.contains("grade `Good` has position 4 of 3"), "{error}");
}

#[test]
fn output_that_refuses_bytes_is_an_error() {
    let mut full = [0_u8; 4];
    let error = write(&Coverage::sample(), &mut full[..]).unwrap_err().to_string();
    assert!(error.starts_with("the line could not be written"), "{error}");
}

/// Generating it again must give what is committed. `ONRECORD_WRITE_SCHEMA=1` writes it instead.
#[test]
fn the_schema_is_that_of_the_model() {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<Coverage>();
    // The descriptions are the model's own documentation, which speaks Rust.
    let json = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let json = json.replace("`None`", "null").replace("[`", "`").replace("`]", "`");
    if std::env::var_os("ONRECORD_WRITE_SCHEMA").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/schema/coverage.schema.json"), json).unwrap();
    } else {
        assert!(
            json == SCHEMA,
            "the model has changed; run `ONRECORD_WRITE_SCHEMA=1 cargo test -p onrecord-jsonl schema` and look \
             at what changed in schema/coverage.schema.json"
        );
    }
}

proptest! {
    #[test]
    fn every_string_comes_back_on_one_line(text in "[\u{85}\u{2028}\u{2029}\"\\\\\n\r\0\u{feff}é\u{10ffff}]{0,8}|.*") {
        let mut coverage = Coverage::sample();
        coverage.article.title = Some(text.clone());
        coverage.statements[0].text = text;
        let line = line(&coverage);
        let ends = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        prop_assert_eq!(line.chars().filter(|c| ends(*c)).count(), 1);
        prop_assert_eq!(back(&line), [coverage]);
    }
}
