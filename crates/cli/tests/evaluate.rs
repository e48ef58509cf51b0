//! `onrecord evaluate` as people run it, and `--lexicon` of every command.

mod command;

use command::{folder, run, stderr, stdout};

const ARTICLE: &str = "Beck House rated good\n\nThe Care Quality Commission has rated Beck House, a care home \
                       in Ely, good.\n\n“We are proud,” said manager Ada Nwosu.\n";

/// The grade is wrong, the statement is right.
const LABELS: &str = r#"{
 "inspectorate": {"name": "Care Quality Commission", "abbreviation": "CQC", "surface": "Care Quality Commission"},
 "subject": {"name": "Beck House", "surface": "Beck House"},
 "ratings": [{"grade": "Outstanding", "scope": "overall", "surface": "has rated Beck House"}],
 "statements": [{"kind": "direct", "speaker": "Ada Nwosu", "speaker_surface": "manager Ada Nwosu",
  "role": "manager", "cue": "said", "segments": ["“We are proud,”"]}]
}"#;

#[test]
fn a_table_has_a_line_for_each_kind_of_fact() {
    let folder = folder(&[("a/one.txt", ARTICLE), ("a/one.json", LABELS), ("a/two.txt", "No labels.")]);
    let output = run(folder.path(), &["evaluate", "a"]);
    assert!(output.status.success());
    let text = stdout(&output);
    assert_eq!(text.lines().count(), 10, "{text}");
    assert!(text.contains("statement           1.000   1.000  1.000       1       1         1\n"), "{text}");
    assert!(text.contains("rating              0.000   0.000  0.000       0       1         1\n"), "{text}");
    assert_eq!(stderr(&output), "a/two.txt: has no labels beside it and is left out\n");
}

#[test]
fn a_list_has_every_miss_and_every_extra_with_its_sentence() {
    let folder = folder(&[("one.txt", ARTICLE), ("one.json", LABELS)]);
    let text = stdout(&run(folder.path(), &["evaluate", ".", "--list", "rating"]));
    let missed = "./one.txt:3: missed rating: Outstanding overall current | has rated Beck House\n    \
                  The Care Quality Commission has rated Beck House, a care home in Ely, good.\n";
    assert!(text.contains(missed), "{text}");
    assert!(text.contains(": extra rating: Good overall current | "), "{text}");
    let output = run(folder.path(), &["evaluate", ".", "--list", "ratings"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("[possible values: inspectorate, body, rating, "));
}

#[test]
fn other_programs_get_json() {
    let folder = folder(&[("one.txt", ARTICLE), ("one.json", LABELS)]);
    let text = stdout(&run(folder.path(), &["evaluate", ".", "--json"]));
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(answer["said_by"]["tp"], 1, "{text}");
    assert!(answer.get("differences").is_none());
    let text = stdout(&run(folder.path(), &["evaluate", ".", "--json", "--list", "rating"]));
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    let first = &answer["differences"][0];
    assert_eq!((&first["side"], &first["line"]), (&"missed".into(), &3.into()), "{text}");
}

#[test]
fn labels_with_a_mistake_are_named() {
    for (files, expected) in [
        (
            &[("one.json", "{}")][..],
            "error: ./one.json: has no article; put its text beside it as ./one.txt\n",
        ),
        (&[("one.txt", "x"), ("one.json", "{\n\"said\": 1}")], "error: ./one.json:2: unknown field `said`"),
        (&[], "error: .: holds no labelled article"),
    ] {
        let folder = folder(files);
        let output = run(folder.path(), &["evaluate", "."]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).starts_with(expected), "{}", stderr(&output));
    }
}

#[test]
fn the_rows_of_a_folder_are_read_and_their_mistakes_are_named() {
    let row = "- {id: cqc, name: Ferry Watch, abbreviation: FW, inspects: [care-home]}\n";
    let folder = folder(&[
        ("a/one.txt", &ARTICLE.replace("Care Quality Commission", "Ferry Watch")),
        ("a/one.json", &LABELS.replace("Care Quality Commission", "Ferry Watch").replace("CQC", "FW")),
        ("mine/inspectorates.yaml", row),
        ("wrong/bodies.yaml", "- {name: A, kind: police}\n- {name: B, kind: navy}\n"),
    ]);
    let found = |arguments: &[&str]| {
        let text = stdout(&run(folder.path(), &[&["evaluate", "a"], arguments].concat()));
        text.lines().find(|line| line.starts_with("inspectorate ")).unwrap().to_owned()
    };
    assert!(found(&[]).contains("       0       0         1"));
    assert!(found(&["--lexicon", "mine"]).contains("       1       1         1"));
    let explained = run(folder.path(), &["explain", "a/one.txt", "--stage", "coverage", "--lexicon", "mine"]);
    assert!(stdout(&explained).contains("r1 Good overall"), "{}", stdout(&explained));
    let exported = run(folder.path(), &["export", "a", "--out", "o", "--lexicon", "mine"]);
    assert!(stdout(&exported).contains("FW"), "{}", stdout(&exported));
    for command in [&["export", "a"][..], &["explain", "a/one.txt"], &["evaluate", "a"], &["patterns"]] {
        let output = run(folder.path(), &[command, &["--lexicon", "wrong"]].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(
            stderr(&output).starts_with("error: wrong/bodies.yaml:2: `B`: no kind of body has the id `navy`"),
            "{}",
            stderr(&output)
        );
    }
}
