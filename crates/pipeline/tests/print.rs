//! An export that writes nothing and hands its files over.

use std::fs;
use std::io;

use onrecord_lexicon::Lexicon;
use onrecord_parser::Parser;
use onrecord_pipeline::{Event, Export, Format, Mode, find};

const ARTICLE: &str = "“We are sorry,” the force said.\n";

/// What is handed over, in order: `*` for an article, the name and the content of a file.
fn printed(formats: &[Format]) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    for name in ["a.txt", "b.txt"] {
        fs::write(folder.path().join(name), ARTICLE).unwrap();
    }
    let mut printed = Vec::new();
    let export = Export::new(&out, formats.iter().copied(), Mode::Print);
    export
        .run(find([folder.path()]), &Parser::new(Lexicon::standard()), &mut |event| match event {
            Event::Article(_) => printed.push(("*".to_owned(), String::new())),
            Event::Printed(file) => {
                let name = file.path().strip_prefix(&out).unwrap().to_str().unwrap().to_owned();
                printed.push((name, io::read_to_string(file).unwrap()));
            }
            Event::Problem(_) | Event::Difference(_) => panic!("nothing is wrong and nothing compared"),
        })
        .unwrap();
    assert!(!out.exists(), "an export that only prints made a folder");
    printed
}

#[test]
fn pages_come_behind_their_article() {
    let files = printed(&[Format::Yaml]);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["*", "yaml/a.yaml", "*", "yaml/b.yaml"]);
    assert!(files[3].1.contains("  id: b\n"), "{}", files[3].1);
}

#[test]
fn tables_come_last_with_the_rows_of_every_article() {
    let files = printed(&[Format::Csv]);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["*", "*", "csv/articles.csv"]);
    assert_eq!(files[2].1.lines().count(), 3, "{}", files[2].1);
}
