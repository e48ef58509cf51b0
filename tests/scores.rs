//! How well the parser reads the labelled articles, pinned: every change shows what it gains and loses.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::{env, fs};

use onrecord_evaluate::{FactKind, LabelledFolder, Scored, Scores, Side, score};
use onrecord_model::{Article, Coverage};
use onrecord_tests::PARSER;
use serde_json::Value;

/// Set where everything that tests need is installed: what cannot run there fails.
const EVERYTHING: &str = "ONRECORD_TEST_EVERYTHING";

/// A labelled article's name, record and score.
struct Read {
    name: String,
    coverage: Coverage,
    scored: Scored,
}

static READ: LazyLock<Vec<Read>> = LazyLock::new(|| read(&folder()));

/// The articles of a folder, read and scored.
fn read(folder: &Path) -> Vec<Read> {
    let folder = LabelledFolder::read(folder).unwrap_or_else(|error| panic!("{error}"));
    assert!(folder.unlabelled.is_empty(), "no labels: {:?}", folder.unlabelled);
    let read = folder.articles.into_iter().map(|article| {
        let bytes = article.text.text().as_bytes();
        let coverage = PARSER.parse(Article::new(&article.name, "", ""), bytes);
        Read { scored: score(&article, &coverage), name: article.name, coverage }
    });
    read.collect()
}

fn folder() -> PathBuf {
    onrecord_tests::workspace().join("tests/labelled")
}

fn total() -> Scores {
    let mut total = Scores::default();
    READ.iter().for_each(|read| total += &read.scored.scores);
    total
}

#[test]
fn the_scores_of_the_labelled_articles() {
    let mut text = total().to_string() + "\nright/found/labelled of each article:\n";
    for Read { name, scored, .. } in READ.iter() {
        let _ = write!(text, "{name}:");
        for kind in FactKind::ALL {
            let counts = scored.scores.of(kind);
            let _ = write!(text, " {} {}/{}/{}", kind.name(), counts.right, counts.found, counts.labelled);
        }
        text.push('\n');
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("scores", text));
}

/// The articles of `wordings/` have labels for grades and asks only.
#[test]
fn the_scores_of_the_wordings() {
    let mut total = Scores::default();
    read(&onrecord_tests::workspace().join("tests/wordings"))
        .iter()
        .for_each(|read| total += &read.scored.scores);
    let kinds = [FactKind::Inspectorate, FactKind::Body, FactKind::Rating, FactKind::Recommendation];
    let line = |kind: FactKind| {
        let counts = total.of(kind);
        format!("{} {}/{}/{}\n", kind.name(), counts.right, counts.found, counts.labelled)
    };
    let text: String = kinds.into_iter().map(line).collect();
    insta::assert_snapshot!(text, @"
    inspectorate 153/153/154
    body 150/153/154
    rating 960/987/1081
    recommendation 813/815/845
    ");
}

#[test]
fn every_piece_of_evidence_equals_the_text() {
    assert_eq!(total().grounded, total().evidence);
}

#[test]
fn every_count_has_its_differences() {
    for Read { name, scored, .. } in READ.iter() {
        for kind in FactKind::ALL {
            let counts = scored.scores.of(kind);
            let of =
                |side| scored.differences.iter().filter(|one| one.kind == kind && one.side == side).count();
            let (missed, extra, wrong) = (of(Side::Missed), of(Side::Extra), of(Side::Wrong));
            assert_eq!(missed + wrong, counts.labelled - counts.right, "{name}: missed {}", kind.name());
            assert_eq!(extra + wrong, counts.found - counts.right, "{name}: extra {}", kind.name());
        }
    }
}

/// `labelled/score.py` has the definitions; it scores exported YAML.
#[test]
fn the_counts_are_those_of_the_reference_script() {
    if let Err(reason) = python_reads_yaml() {
        assert!(env::var_os(EVERYTHING).is_none(), "{reason}");
        println!("skipped: {reason}");
        return;
    }
    let pages = tempfile::tempdir().expect("a folder");
    for Read { name, coverage, .. } in READ.iter() {
        let page = onrecord_yaml::to_string(coverage).expect("a record is YAML");
        fs::write(pages.path().join(format!("{name}.yaml")), page).expect("a file");
    }
    let script = folder().join("score.py");
    let mut command = Command::new(python());
    let output = command.arg(script).arg(folder()).arg(pages.path()).arg("--json").output();
    let output = output.expect("Python runs");
    assert!(output.status.success(), "{}", stderr(&output));
    let theirs: Value = serde_json::from_slice(&output.stdout).expect("the script writes JSON");
    let ours = serde_json::to_value(total()).expect("scores are JSON");
    assert_eq!(ours, theirs);
}

fn python() -> String {
    env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

fn python_reads_yaml() -> Result<(), String> {
    let output = Command::new(python()).args(["-c", "import yaml"]).output();
    let output = output.map_err(|error| format!("{} does not run: {error}", python()))?;
    let installed = output.status.success();
    if installed { Ok(()) } else { Err(format!("PyYAML is not installed: {}", stderr(&output).trim())) }
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
