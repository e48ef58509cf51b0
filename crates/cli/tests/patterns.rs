//! `onrecord patterns` as people run it.

use std::fs;
use std::process::{Command, Output};

/// An article for the rows to be tried on.
const ARTICLE: &str = "The Care Quality Commission inspected Beck House, a care home in Ely.\n\n\
                       Inspectors said the home should keep a count of its medicines.\n";

/// The command with these rows for ratings and recommendations.
fn patterns(rows: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rating_phrases.yaml"), rows).unwrap();
    let article = folder.path().join("article.txt");
    fs::write(&article, ARTICLE).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    command.arg("patterns").arg(article).arg("--lexicon").arg(folder.path()).output().unwrap()
}

/// The lines about one row, behind the table.
fn about(output: &Output, row: &str) -> Vec<String> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let start = format!("{row}: ");
    text.lines().filter_map(|line| line.strip_prefix(&start)).map(str::to_owned).collect()
}

#[test]
fn rows_that_nothing_needs_are_named_and_are_no_failure() {
    let output = patterns(
        "- {id: mine.unused, template: 'waltzed {grade}', yields: rating}\n\
         - {id: mine.twin, template: '(waltzed) {grade}', yields: rating}\n",
    );
    assert_eq!(about(&output, "mine.unused"), ["nothing uses it"]);
    assert_eq!(about(&output, "mine.twin"), ["has the same template as mine.unused"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_row_that_another_always_reads_before_is_named() {
    // The built-in row begins with whom the inspectorate asks.
    let output = patterns("- {id: mine.shorter, template: 'should {action}', yields: recommendation}\n");
    let [taken] = &about(&output, "mine.shorter")[..] else { panic!("{output:?}") };
    assert!(taken.starts_with("always taken by ") && taken.contains("ask.should"), "{taken}");
}

#[test]
fn an_example_that_fails_fails_the_command() {
    let output = patterns(
        "- id: mine.waltzed\n  template: 'waltzed to {grade}'\n  yields: rating\n  \
         reads: [The home waltzed to good., The home waltzed happily.]\n  \
         skips: [The home waltzed to inadequate.]\n",
    );
    assert_eq!(
        about(&output, "mine.waltzed"),
        [
            "does not read “The home waltzed happily.”",
            "reads “The home waltzed to inadequate.”, which it must not"
        ]
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_built_in_rows_read_their_examples() {
    let output = Command::new(env!("CARGO_BIN_EXE_onrecord")).arg("patterns").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
