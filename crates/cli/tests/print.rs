//! `--out -` and `--quiet`: what goes to standard output, and what to standard error.

mod command;

use command::{folder, run, stderr, stdout};

const ARTICLE: &str = "“We are sorry,” the force said.\n";

#[test]
fn records_are_printed_and_nothing_is_written() {
    let folder = folder(&[("in/a.txt", ARTICLE), ("in/b.txt", ARTICLE)]);
    let output = run(folder.path(), &["export", "in", "--out", "-", "--format", "yaml"]);
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    let records: Vec<_> = text.split("---\n").map(|page| onrecord_yaml::read(page).unwrap()).collect();
    let ids: Vec<&str> = records.iter().map(|record| record.article.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(stderr(&output), "2 articles printed\n");
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn one_table_of_several_is_printed() {
    let folder = folder(&[("in/a.txt", ARTICLE), ("in/b.txt", ARTICLE)]);
    let output =
        run(folder.path(), &["export", "in", "-o", "-", "-f", "csv", "--table", "statements", "--quiet"]);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    let text = stdout(&output);
    assert!(text.starts_with("article_id,inspection_id,statement_id,"), "{text}");
    assert_eq!(text.lines().count(), 3, "{text}");
}

#[test]
fn what_cannot_be_printed_as_one_is_refused_before_anything_is_read() {
    let folder = folder(&[("a.txt", ARTICLE)]);
    for (options, expected) in [
        (&["--out", "-"][..], "prints one format; choose it with `--format`"),
        (&["--out", "-", "-f", "csv"], "csv is several tables; choose one with `--table`: articles, insp"),
        (&["--out", "-", "-f", "csv", "--table", "x"], "[possible values: articles, inspections, "),
        (&["--out", "-", "-f", "yaml", "--table", "ratings"], "yaml has no tables"),
        (&["--out", "-", "-f", "yaml", "--check"], "`--check` compares a folder"),
        (&["--table", "ratings"], "a folder gets every table"),
    ] {
        let output = run(folder.path(), &[&["export", "a.txt"], options].concat());
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
        assert_eq!(stdout(&output), "");
    }
    assert!(!folder.path().join("onrecord").exists());
}

#[test]
fn a_quiet_command_says_only_what_went_wrong() {
    let folder = folder(&[("in/a.txt", ARTICLE)]);
    let output = run(folder.path(), &["export", "in", "--quiet"]);
    assert_eq!((stdout(&output), stderr(&output)), (String::new(), String::new()));
    assert!(folder.path().join("onrecord/yaml/a.yaml").is_file());
    let output = run(folder.path(), &["export", "in", "gone.txt", "--quiet"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = stderr(&output);
    assert!(messages.starts_with("gone.txt: cannot be read") && messages.lines().count() == 1, "{messages}");
    let output = run(folder.path(), &["patterns", "--quiet"]);
    assert_eq!(output.status.code(), Some(0));
}
