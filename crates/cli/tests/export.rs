//! `onrecord export` as people and pipes run it.

mod command;

use std::fs;
use std::io::Write;
use std::process::Stdio;

use command::{folder, onrecord, run, stderr, stdout};

const ARTICLE: &str = "“We are sorry,” the force said.\n";

#[test]
fn a_table_is_printed_and_no_bar_in_a_pipe() {
    let folder = folder(&[("in/one.txt", ARTICLE), ("in/another.txt", ARTICLE)]);
    let output = run(folder.path(), &["export", "in", "--out", "o"]);
    let lines: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    let header: Vec<&str> = lines[0].split_whitespace().collect();
    let names = ["article", "inspectorate", "body", "grades", "recommendations", "statements", "diagnostics"];
    assert_eq!(header, names);
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[1].starts_with("another  ") && lines[2].starts_with("one      "), "{lines:?}");
    assert_eq!(stderr(&output), "2 articles exported to o\n");
    assert!(output.status.success());
}

#[test]
fn paths_and_out_count_from_the_current_folder() {
    let folder = folder(&[("a/in/one.txt", ARTICLE)]);
    let output = run(&folder.path().join("a"), &["export", "./in/one.txt", "--out", "../o"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = fs::read_to_string(folder.path().join("o/yaml/one.yaml")).unwrap();
    assert!(page.contains("path: in/one.txt\n"), "{page}");
}

#[test]
fn formats_are_chosen_by_name() {
    let folder = folder(&[("one.txt", ARTICLE)]);
    let output = run(folder.path(), &["export", "one.txt", "--out", "o", "--format", "yaml,csv"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(folder.path().join("o/csv").is_dir() && !folder.path().join("o/markdown").exists());
    let output = run(folder.path(), &["export", "one.txt", "--out", "o", "--format", "yml"]);
    assert!(stderr(&output).contains("[possible values: yaml, csv, markdown"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn standard_input_is_an_article() {
    let folder = folder(&[]);
    let mut child = onrecord(folder.path())
        .args(["export", "-", "--out", "o"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(ARTICLE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && stdout(&output).contains("\nstdin "), "{}", stdout(&output));
    assert!(fs::read_to_string(folder.path().join("o/yaml/stdin.yaml")).unwrap().contains("We are sorry"));
}

#[test]
fn one_bad_article_fails_the_command_and_not_the_others() {
    let folder = folder(&[("in/one.txt", ARTICLE), ("in/two.txt", "")]);
    let output = run(folder.path(), &["export", "gone.txt", "in", "--out", "o"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = stderr(&output);
    assert!(messages.contains("gone.txt: cannot be read"), "{messages}");
    assert!(messages.contains("in/two.txt:1: "), "{messages}");
    assert!(messages.ends_with("2 articles exported to o; 2 problems\n"), "{messages}");
    assert!(
        folder.path().join("o/yaml/one.yaml").is_file() && folder.path().join("o/yaml/two.yaml").is_file()
    );
}

#[test]
fn a_check_fails_with_a_diff_and_passes_after_an_export() {
    let folder = folder(&[("one.txt", ARTICLE)]);
    let check = || run(folder.path(), &["export", "one.txt", "--out", "o", "--check"]);
    let missing = check();
    assert_eq!(missing.status.code(), Some(1));
    assert!(stdout(&missing).contains("--- /dev/null\n+++ o/yaml/one.yaml\n"), "{}", stdout(&missing));
    assert!(!folder.path().join("o").exists(), "a check writes");
    run(folder.path(), &["export", "one.txt", "--out", "o"]);
    let passed = check();
    assert!(passed.status.success());
    assert_eq!(
        (stdout(&passed), stderr(&passed)),
        (String::new(), "1 article checked, 0 files would change\n".into())
    );
    fs::write(folder.path().join("one.txt"), ARTICLE.replace("sorry", "not sorry")).unwrap();
    let changed = stdout(&check());
    assert!(changed.contains("--- o/yaml/one.yaml\n+++ o/yaml/one.yaml\n@@ "), "{changed}");
}

#[test]
fn a_name_cannot_drive_the_terminal() {
    let folder = folder(&[]);
    let output = run(folder.path(), &["export", "gone\x1b[2J.txt", "--out", "o"]);
    assert!(stderr(&output).contains(r"gone\u{1b}[2J.txt: cannot be read"), "{}", stderr(&output));
}
