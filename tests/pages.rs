//! A saved web page gives the record of its clean text. `tests/pages` holds pages in the manner of different
//! sites, each with its text beside it; `none` in it holds pages that are no articles.

use std::fs;
use std::path::PathBuf;

use onrecord_lexicon::Lexicon;
use onrecord_model::Coverage;
use onrecord_parser::Parser;
use onrecord_pipeline::{Document, PipelineError, find};
use onrecord_tests::workspace;
use serde_json::Value;

/// What the pages say about themselves: name, byline, publisher, published, address.
type About = (&'static str, Option<&'static str>, Option<&'static str>, &'static str, Option<&'static str>);

const ABOUT: [About; 9] = [
    (
        "broadcaster",
        Some("Jo Pryce"),
        Some("Fenland Broadcasting"),
        "2025-05-02T05:12:44.000Z",
        Some("https://fenland.example/news/articles/c4gx1"),
    ),
    (
        "regional",
        Some("Sam Orde, Lin Hay"),
        Some("Thistle Live"),
        "2025-02-11T16:03:00Z",
        Some("https://thistlelive.example/news/police-101"),
    ),
    (
        "weekly",
        Some("Fay Onslow"),
        Some("Hexford Gazette"),
        "2024-01-30T09:00:00+00:00",
        Some("https://gazette.example/news/24.nursery/"),
    ),
    ("council", Some("Communications Team"), Some("Wolds Council"), "2025-03-20", None),
    (
        "blog",
        Some("Kit Varley"),
        Some("Inside Watch"),
        "2024-11-05T08:00:00+00:00",
        Some("https://insidewatch.example/2024/11/stowgate/"),
    ),
    ("old", None, None, "", None),
    ("breaks", None, None, "", None),
    ("short", None, Some("Wolds Weekly"), "", None),
    (
        "national",
        Some("Elin Rees"),
        Some("The Chronicle"),
        "2025-06-11T10:30:00.000Z",
        Some("https://chronicle.example/wales/school"),
    ),
];

fn folder() -> PathBuf {
    workspace().join("tests/pages")
}

fn read(name: &str) -> Result<Document, PipelineError> {
    find([folder().join(name)]).next().expect("one file is one article")?.document()
}

fn record(document: &Document) -> Coverage {
    Parser::new(Lexicon::standard()).parse(document.article.clone(), &document.text)
}

/// The facts of a record without their places.
fn facts(coverage: &Coverage) -> Value {
    let mut facts = serde_json::to_value(coverage).expect("a record is JSON");
    facts["article"] = Value::Null;
    without_places(&mut facts);
    facts
}

fn without_places(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !["start", "end", "line"].contains(&name.as_str()));
            fields.values_mut().for_each(without_places);
        }
        Value::Array(list) => list.iter_mut().for_each(without_places),
        _ => {}
    }
}

#[test]
fn every_page_gives_the_record_of_its_text() {
    for (name, ..) in ABOUT {
        let page = read(&format!("{name}.html")).unwrap_or_else(|problem| panic!("{problem}"));
        let text = read(&format!("{name}.txt")).expect("can be read");
        let (from_page, from_text) = (record(&page), record(&text));
        let shown = String::from_utf8_lossy(&page.text);
        assert_eq!(facts(&from_page), facts(&from_text), "{name}:\n{shown}");
        assert!(
            !from_text.inspections.is_empty() && !from_text.statements.is_empty(),
            "{name} tests nothing"
        );
        assert_eq!(from_page.article.title, from_text.article.title, "{name}");
    }
}

#[test]
fn nothing_but_captions_and_furniture_is_left_in_the_text() {
    for (name, ..) in ABOUT {
        let lines = |file: &str| {
            let text = String::from_utf8(read(file).expect("can be read").text).expect("is UTF-8");
            text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<String>>()
        };
        let clean = lines(&format!("{name}.txt"));
        let found = lines(&format!("{name}.html"));
        let missing: Vec<&String> = clean.iter().filter(|line| !found.contains(line)).collect();
        assert!(missing.is_empty(), "{name} lacks {missing:#?}");
        let marked =
            |line: &String| ["Caption: ", "By ", "READ MORE: "].iter().any(|mark| line.starts_with(mark));
        let extra: Vec<&String> =
            found.iter().filter(|line| !clean.contains(line) && !marked(line)).collect();
        assert!(extra.len() <= 1, "{name} has {extra:#?}");
    }
}

#[test]
fn pages_say_who_published_them_and_when() {
    for (name, byline, publisher, published, url) in ABOUT {
        let article = read(&format!("{name}.html")).expect("can be read").article;
        let found = (article.byline.as_deref(), article.publisher.as_deref(), article.url.as_deref());
        assert_eq!(found, (byline, publisher, url), "{name}");
        assert_eq!(article.published.unwrap_or_default(), published, "{name}");
        assert_eq!(article.text.as_deref(), Some(&*format!("text/{name}.txt")));
    }
}

#[test]
fn a_page_that_is_no_article_says_so() {
    for (name, expected) in [
        ("front.html", "is a list of articles; save the page of each article"),
        ("topic.html", "is a list of articles; save the page of each article"),
        ("archive.html", "is a list of articles; save the page of each article"),
        ("signin.html", "asks to sign in; sign in, and save"),
        ("signin-step.html", "asks to sign in; sign in, and save"),
        ("cookies.html", "is about its site (cookies, privacy or terms); save the page of one article"),
        ("notfound.html", "says that nothing was found at its address; look for the article"),
        ("missing.html", "says that nothing was found at its address; look for the article"),
        ("app.html", "no article was found in this page"),
    ] {
        let problem = read(&format!("none/{name}")).expect_err("is no article").to_string();
        assert!(problem.contains(&format!("none/{name}: ")) && problem.contains(expected), "{problem}");
    }
}

#[test]
fn every_page_is_in_the_table() {
    let files = fs::read_dir(folder()).expect("can be read").map(|entry| entry.expect("an entry").path());
    let pages = files.filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    assert_eq!(pages.count(), ABOUT.len());
}
