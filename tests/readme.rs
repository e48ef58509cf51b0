//! What the README shows is what the program does.

use std::fs;

use onrecord_tests::{seeds, workspace};

fn readme() -> String {
    fs::read_to_string(workspace().join("README.md")).expect("the README can be read")
}

#[test]
fn the_record_it_shows_is_one_of_a_seed() {
    let readme = readme();
    let shown: Vec<&str> =
        readme.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!shown.is_empty(), "the README shows no record");
    let records: Vec<String> = seeds()
        .iter()
        .map(|seed| onrecord_yaml::to_string(&seed.coverage()).expect("a record can be written"))
        .collect();
    for piece in shown {
        assert!(
            records.iter().any(|record| record.contains(piece)),
            "no seed yields this any more; take a new piece from target/onrecord/yaml:\n{piece}"
        );
    }
}

#[test]
fn its_code_map_has_every_stage() {
    let readme = readme();
    let sources = fs::read_dir(workspace().join("crates/parser/src")).expect("the folder can be read");
    let names =
        sources.map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"));
    let stages: Vec<String> = names
        .filter_map(|name| Some(name.strip_suffix(".rs")?.to_owned()))
        .filter(|name| name.contains("_to_"))
        .collect();
    assert!(!stages.is_empty(), "the parser has no stage");
    for stage in stages {
        assert!(
            readme.contains(&format!("─ {stage} ")) || readme.contains(&format!("│ {stage} ")),
            "{stage}"
        );
    }
}
