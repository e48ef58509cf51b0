//! A user's own folder of tables: what it adds, what it replaces, and what it is told about mistakes.

use std::fs;

use onrecord_lexicon::{Lexicon, LexiconError};

/// The lexicon with these files (name, text) in a folder.
fn with(files: &[(&str, &str)]) -> Result<Lexicon, LexiconError> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    Lexicon::with_folder(folder.path())
}

/// The error without the folder before the file's name.
fn mistake(name: &str, text: &str) -> String {
    let error = with(&[(name, text)]).expect_err("a mistake").to_string();
    error.split_once(name).map_or(error.clone(), |(_, rest)| format!("{name}{rest}"))
}

const FERRIES: [(&str, &str); 4] = [
    ("bodies.yaml", "- {name: Isle Ferries, kind: ferry, aliases: [the Boats]}\n"),
    ("body_kinds.yaml", "- {id: ferry, suffixes: [Ferries], nouns: [ferry]}\n"),
    ("inspectorates.yaml", "- {id: ferries, name: Ferries Inspectorate, inspects: [ferry]}\n"),
    (
        "scales.yml",
        "- id: ferries\n  inspectorate: ferries\n  overall: true\n  bodies: [ferry]\n  grades:\n  \
         - {label: Afloat, forms: [afloat]}\n  - {label: Sunk, forms: [sunk], value: 1}\n",
    ),
];

#[test]
fn a_folder_adds_rows_whatever_the_order_of_its_files() {
    let lexicon = with(&FERRIES).expect("a lexicon");
    assert_eq!(lexicon.inspectorate("ferries").expect("a row").name, "Ferries Inspectorate");
    assert_eq!(lexicon.scale("ferries").expect("a row").grades[1].value, Some(1));
    assert!(lexicon.bodies().iter().any(|body| body.name == "Isle Ferries"));
    assert_eq!(lexicon.inspectorates().len(), Lexicon::standard().inspectorates().len() + 1);
    assert!(lexicon.inspectorate("cqc").is_some(), "the built-in rows stay");
}

/// The YAML of the README, by the file that a comment line names.
fn readme_files() -> Vec<(&'static str, String)> {
    let pieces = include_str!("../README.md").split("```yaml\n").skip(1);
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in pieces.filter_map(|piece| piece.split("```").next()).flat_map(str::lines) {
        match (line.strip_prefix("# "), files.last_mut()) {
            (Some(name), _) => files.push((name, String::new())),
            (None, Some((_, text))) => *text += &format!("{line}\n"),
            (None, None) => panic!("no file is named before {line}"),
        }
    }
    files
}

#[test]
fn the_rows_of_the_readme_load() {
    let files = readme_files();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let lexicon = with(&files).expect("a lexicon");
    assert_eq!(lexicon.scale("ferries").expect("a scale").grades.len(), 3);
    assert!(lexicon.bodies().iter().any(|body| body.aliases == ["IFC"]));
}

#[test]
fn a_row_with_a_known_id_replaces_the_built_in_one() {
    let row = "- {id: cqc, name: Care Quality Commission, abbreviation: CQC, nouns: [regulator]}\n";
    let lexicon = with(&[("inspectorates.yaml", row)]).expect("a lexicon");
    assert_eq!(lexicon.inspectorate("cqc").expect("a row").nouns, ["regulator"]);
    assert_eq!(lexicon.inspectorates().len(), Lexicon::standard().inspectorates().len());
    assert!(Lexicon::standard().inspectorate("cqc").expect("a row").nouns.len() > 1);
}

#[test]
fn other_files_are_passed_over_and_other_tables_refused() {
    assert!(with(&[("notes.txt", "my rows")]).is_ok());
    let message = mistake("grades.yaml", "[]");
    assert!(message.starts_with("grades.yaml: no table has this name; the tables are body_kinds.yaml, "));
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = Lexicon::with_folder("no/such/folder".as_ref()).expect_err("no folder").to_string();
    assert!(error.starts_with("no/such/folder: cannot be read: "), "{error}");
}

#[test]
fn a_field_that_is_unknown_or_missing_gives_file_and_line() {
    let message = mistake("bodies.yaml", "- name: A\n  kind: police\n- name: B\n  sort: police\n");
    assert!(message.starts_with("bodies.yaml:4: "), "{message}");
    assert!(message.contains("unknown field `sort`"), "{message}");
    let message = mistake("bodies.yaml", "- name: A\n  kind: police\n- name: B\n");
    assert!(message.starts_with("bodies.yaml:3: ") && message.contains("missing field `kind`"), "{message}");
}

#[test]
fn a_kind_or_an_inspectorate_that_is_unknown_gives_file_and_line() {
    assert_eq!(
        mistake("bodies.yaml", "- {name: A, kind: police}\n- {name: B, kind: navy}\n"),
        "bodies.yaml:2: `B`: no kind of body has the id `navy`; see body_kinds.yaml"
    );
    assert_eq!(
        mistake("inspectorates.yaml", "# Mine\n- id: sea\n  name: Sea Watch\n  inspects: [ship]\n"),
        "inspectorates.yaml:2: `sea`: no kind of body has the id `ship`; see body_kinds.yaml"
    );
    assert_eq!(
        mistake("scales.yaml", "- id: sea\n  inspectorate: sea\n  overall: true\n  grades: []\n"),
        "scales.yaml:1: `sea`: no inspectorate has the id `sea`"
    );
}

#[test]
fn a_name_of_another_inspectorate_gives_file_and_line() {
    assert_eq!(
        mistake("inspectorates.yaml", "- id: sea\n  name: Sea Watch\n  aliases: [Prisons watchdog]\n"),
        "inspectorates.yaml:1: `sea`: `prisons watchdog` also means `hmi-prisons`; put it in `shared` of both, or in `nouns`"
    );
}

#[test]
fn a_row_that_is_there_twice_gives_the_second_line() {
    assert_eq!(
        mistake("body_kinds.yaml", "- id: ship\n- id: ferry\n- id: \"ship\"\n"),
        "body_kinds.yaml:3: `ship`: this row is here twice"
    );
}

/// The mistake in a scale of the CQC with these fields and grades.
fn scale_mistake(fields: &str, grades: &str) -> String {
    let row = format!("- id: mine\n  inspectorate: cqc\n  overall: true\n{fields}  grades: [{grades}]\n");
    mistake("scales.yaml", &row)
}

const TWO: &str = "{label: A, forms: [aye]}, {label: B, forms: [bee]}";

#[test]
fn a_wrong_grade_is_explained() {
    let one = scale_mistake("", "{label: A, forms: [aye]}");
    assert!(one.starts_with("scales.yaml:1: `mine`: "), "{one}");
    assert_eq!(
        scale_mistake("", "{label: A, forms: [aye aye]}, {label: B, forms: [aye-aye]}"),
        "scales.yaml:1: `mine`: the form `aye-aye` is here twice"
    );
    assert_eq!(
        scale_mistake("", "{label: A, forms: [Aye]}, {label: B, forms: [bee]}"),
        "scales.yaml:1: `mine`: the form `Aye` has a capital; forms are lower case"
    );
}

#[test]
fn a_wrong_date_is_explained() {
    for date in ["2025-13", "10 November 2025", "2025-1-1", "25"] {
        assert_eq!(
            scale_mistake(&format!("  from: \"{date}\"\n"), TWO),
            format!(
                "scales.yaml:1: `mine`: `{date}` is no date; write 2025-11-10, 2025-11 or 2025 in quotation marks"
            )
        );
    }
    assert_eq!(
        scale_mistake("  from: \"2025\"\n  to: \"2024-12\"\n", TWO),
        "scales.yaml:1: `mine`: it ends (2024-12) before it begins (2025)"
    );
}
