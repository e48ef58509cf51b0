//! Web pages and JSON Lines as people export them.

mod command;

use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};

use command::{folder, onrecord, run, stderr, stdout};
use onrecord_model::{Coverage, Evidence};

const PAGE: &str = include_str!("../../../tests/pages/broadcaster.html");
const LINES: &str = "{\"maintext\": \"The Care Quality Commission rated Beck House, a care home, good.\\n\\n“We are proud,” said manager Ada Nwosu.\", \"title\": \"Home rated\", \"url\": \"https://e.org/1\", \"date_publish\": \"2025-05-02 10:00:00\", \"authors\": [\"Bo Li\", \"Jo Ray\"]}\n\nno JSON\n{\"words\": \"“We are sorry,” the force said.\"}\n";

fn record(folder: &std::path::Path, id: &str) -> Coverage {
    onrecord_yaml::read(&fs::read_to_string(folder.join(format!("o/yaml/{id}.yaml"))).unwrap()).unwrap()
}

fn check(evidence: &Evidence, text: &str) {
    assert_eq!(&text[evidence.start() as usize..evidence.end() as usize], evidence.text());
}

#[test]
fn evidence_of_a_page_counts_in_the_text_beside_the_records() {
    let folder = folder(&[("in/home.html", PAGE), ("in/home_files/frame.html", PAGE)]);
    let output = run(folder.path(), &["export", "in", "--out", "o"]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), "1 article exported to o\n"));
    let coverage = record(folder.path(), "home");
    assert_eq!(coverage.article.path, "in/home.html");
    let text = fs::read_to_string(folder.path().join("o").join(coverage.article.text.unwrap())).unwrap();
    assert_eq!(coverage.inspections[0].ratings.len(), 3);
    coverage.inspections[0].ratings.iter().for_each(|rating| check(&rating.evidence, &text));
    fs::write(folder.path().join("o/text/home.txt"), "changed").unwrap();
    let checked = run(folder.path(), &["export", "in", "--out", "o", "--check"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(stdout(&checked).starts_with("--- o/text/home.txt\n"), "{}", stdout(&checked));
}

/// The command with this on standard input.
fn piped(input: &str, arguments: &[&str]) -> Output {
    let folder = folder(&[]);
    let mut child = onrecord(folder.path())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_page_may_come_on_standard_input_and_its_text_is_said_not_to_be_printed() {
    let output = piped(PAGE, &["export", "-", "--out", "-", "--format", "yaml"]);
    let coverage = onrecord_yaml::read(&stdout(&output)).unwrap();
    assert_eq!(coverage.article.publisher.as_deref(), Some("Fenland Broadcasting"));
    assert_eq!(coverage.article.text.as_deref(), Some("text/stdin.txt"));
    let message = stderr(&output);
    assert!(
        message.starts_with("1 article printed\noffsets and lines count in the text taken out"),
        "{message}"
    );
    assert!(message.ends_with(": `--out -` does not write it, `--out DIR` does\n"), "{message}");
    let quiet = piped(PAGE, &["export", "-", "--out", "-", "--format", "yaml", "--quiet"]);
    assert_eq!((stderr(&quiet).as_str(), stdout(&quiet)), ("", stdout(&output)));
}

#[test]
fn the_text_of_a_plain_file_is_the_file_and_nothing_is_said_of_it() {
    let output = piped("“We are sorry,” the force said.", &["export", "-", "--out", "-", "--format", "yaml"]);
    assert_eq!(onrecord_yaml::read(&stdout(&output)).unwrap().article.text, None);
    assert_eq!(stderr(&output), "1 article printed\n");
}

#[test]
fn lines_of_json_may_come_on_standard_input() {
    let output = piped(LINES, &["export", "-", "--out", "-", "--format", "csv", "--table", "articles"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = stderr(&output);
    assert!(
        messages.contains("-:3: is not a JSON object (") && messages.contains("-:4: has no text"),
        "{messages}"
    );
    let table = stdout(&output);
    assert!(table.contains("\nstdin-1,'-:1,") && table.contains(",Home rated,"), "{table}");
    assert_eq!(table.lines().count(), 2);
    let mapped = "{\"words\": \"“We are sorry,” the force said.\"}";
    let output = piped(mapped, &["explain", "-", "--stage", "findings"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("error: -:1: has no text"), "{}", stderr(&output));
    let fields = ["export", "-", "--out", "-", "--format", "jsonl", "--fields", "text=words"];
    assert_eq!(stdout(&piped(mapped, &fields)).lines().count(), 1);
}

#[test]
fn an_object_of_json_over_many_lines_is_an_article() {
    const OBJECT: &str =
        "{\n  \"title\": \"Home rated\",\n  \"text\": \"“We are sorry,” the force said.\"\n}\n";
    let folder = folder(&[("in/one.json", OBJECT), ("in/two.txt", "“No,” the force said.")]);
    let output = run(folder.path(), &["export", "in/one.json", "--out", "o"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(record(folder.path(), "one").article.title.as_deref(), Some("Home rated"));
    // In a folder much else ends in `.json`: records, metadata, labels.
    let output = run(folder.path(), &["export", "in", "--out", "other"]);
    assert_eq!(stdout(&output).lines().filter(|line| line.contains("one")).count(), 0, "{}", stdout(&output));
    let piped = piped(OBJECT, &["export", "-", "--out", "-", "--format", "yaml"]);
    assert_eq!(onrecord_yaml::read(&stdout(&piped)).unwrap().article.title.as_deref(), Some("Home rated"));
}

#[test]
fn a_json_array_may_come_on_standard_input() {
    let array = "[\n  {\"title\": \"Home rated\", \"text\": \"“We are sorry,” the force said.\"},\n  {\"text\": 1,},\n  {\"text\": \"“No,” the force said.\"}\n]\n";
    let output = piped(array, &["export", "-", "--out", "-", "--format", "csv", "--table", "articles"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = stderr(&output);
    assert!(messages.starts_with("-:2: is not a JSON object (trailing comma at line 1"), "{messages}");
    assert!(messages.contains("2 articles printed; 1 problem"), "{messages}");
    let table = stdout(&output);
    assert!(table.contains("\nstdin-1,'-:1,") && table.contains("\nstdin-3,'-:3,"), "{table}");
    for nothing in ["[]", " [\n]\n", "[1, 2]"] {
        let output = piped(nothing, &["export", "-", "--out", "-", "--format", "yaml"]);
        assert_eq!((output.status.code(), stdout(&output)), (Some(1), String::new()), "{nothing}");
        let message = stderr(&output);
        assert!(message.starts_with("-: is a JSON array without an article; each article is"), "{message}");
    }
    let text = "[Updated 3pm] “We are sorry,” the force said.";
    let output = piped(text, &["export", "-", "--out", "-", "--format", "jsonl"]);
    assert!(stdout(&output).contains("\"path\":\"-\""), "{}", stdout(&output));
}

#[test]
fn each_line_of_json_is_an_article() {
    let folder = folder(&[("in/scraped.jsonl", LINES)]);
    let output = run(folder.path(), &["export", "in", "--out", "o"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = stderr(&output);
    assert!(messages.contains("in/scraped.jsonl:3: is not a JSON object ("), "{messages}");
    assert!(messages.contains("in/scraped.jsonl:4: has no text; name the field"), "{messages}");
    let article = record(folder.path(), "scraped-1").article;
    let found = [article.title, article.url, article.published, article.byline];
    let expected = ["Home rated", "https://e.org/1", "2025-05-02 10:00:00", "Bo Li, Jo Ray"];
    assert_eq!(found.map(Option::unwrap_or_default), expected);
    assert_eq!(article.path, "in/scraped.jsonl:1");
}

#[test]
fn a_field_map_says_where_the_text_is() {
    let line = "{\"story\": {\"words\": \"“We are sorry,” the force said.\"}, \"head\": \"Sorry\"}\n";
    let folder = folder(&[("a.jsonl", line)]);
    let without = run(folder.path(), &["export", "a.jsonl", "--out", "o"]);
    assert!(
        stderr(&without).contains("a.jsonl:1: has no text; name the field that holds it"),
        "{}",
        stderr(&without)
    );
    let with =
        run(folder.path(), &["export", "a.jsonl", "--out", "o", "--fields", "text=story.words,title=head"]);
    assert!(with.status.success(), "{}", stderr(&with));
    let coverage = record(folder.path(), "a-1");
    assert_eq!((coverage.statements.len(), coverage.article.title.as_deref()), (1, Some("Sorry")));
    let wrong = run(folder.path(), &["export", "a.jsonl", "--fields", "txt=story"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("`txt=story` maps no field"), "{}", stderr(&wrong));
}

#[test]
fn a_page_that_is_no_article_is_named_and_keeps_nothing_back() {
    let folder =
        folder(&[("in/a.html", "<html><title>Search</title><form></form></html>"), ("in/b.html", PAGE)]);
    let output = run(folder.path(), &["export", "in", "--out", "o"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).starts_with("in/a.html: no article was found in this page; save"),
        "{}",
        stderr(&output)
    );
    assert!(folder.path().join("o/yaml/b.yaml").is_file());
}

#[test]
fn a_page_can_be_explained() {
    let folder = folder(&[("a.html", PAGE)]);
    let text = stdout(&run(folder.path(), &["explain", "a.html", "--stage", "blocks"]));
    assert!(text.contains("→ headline") && text.contains("→ caption"), "{text}");
}
