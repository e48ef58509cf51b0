//! `onrecord explain` as people run it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const STAGES: [&str; 8] =
    ["source", "blocks", "tokens", "quotes", "entities", "findings", "coverage", "unclaimed"];

fn explain(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    command.arg("explain").args(arguments).current_dir(folder).output().unwrap()
}

/// Headings, without their counts.
fn headings(output: &Output) -> Vec<String> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with(' ') && !line.is_empty());
    lines.map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn every_stage_is_shown_or_the_one_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "“We are sorry,” the force said.\n").unwrap();
    let all = explain(folder.path(), &["a.txt"]);
    assert!(all.status.success());
    let mut found = headings(&all);
    found.sort_unstable();
    let mut expected = STAGES;
    expected.sort_unstable();
    assert_eq!(found, expected);
    let one = explain(folder.path(), &["a.txt", "--stage", "quotes"]);
    assert_eq!(headings(&one), ["quotes"]);
    let text = String::from_utf8(one.stdout).unwrap();
    assert!(text.contains("  0..19  \"“We are sorry,”\" → "), "{text}");
}

#[test]
fn what_cannot_be_explained_is_said() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "x").unwrap();
    for (arguments, expected) in [
        (&["gone.txt"][..], "error: gone.txt: cannot be read"),
        (&["."], "error: .: is a folder; name one article in it"),
    ] {
        let output = explain(folder.path(), arguments);
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.starts_with(expected), "{message}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn any_bytes_can_be_explained() {
    let folder = tempfile::tempdir().unwrap();
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"caf\xE9 \x1b[2J", b"\0\0", b"a\r\nb\rc"] {
        fs::write(folder.path().join("a.txt"), bytes).unwrap();
        let output = explain(folder.path(), &["a.txt"]);
        assert!(output.status.success(), "{bytes:?}");
        assert!(!output.stdout.contains(&0x1b), "{bytes:?} drives the terminal");
    }
}
