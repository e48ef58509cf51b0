//! Who may depend on whom, and that nobody else does.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

const MODEL: &str = "onrecord-model";
const LEXICON: &str = "onrecord-lexicon";
const PARSER: &str = "onrecord-parser";
const TABLES: &str = "onrecord-tables";
const YAML: &str = "onrecord-yaml";
const CSV: &str = "onrecord-csv";
const MARKDOWN: &str = "onrecord-markdown";
const HTML: &str = "onrecord-html";
const DATAPACKAGE: &str = "onrecord-datapackage";
const JSONL: &str = "onrecord-jsonl";
const SQLITE: &str = "onrecord-sqlite";
const PARQUET: &str = "onrecord-parquet";
const EVALUATE: &str = "onrecord-evaluate";
const DATES: &str = "onrecord-dates";
const PAGES: &str = "onrecord-pages";
const PIPELINE: &str = "onrecord-pipeline";
const CLI: &str = "onrecord";

/// Each crate with the crates of the workspace it may be built with. A new crate is a new row.
const LAYERS: &[(&str, &[&str])] = &[
    (MODEL, &[]),
    (LEXICON, &[MODEL]),
    (PARSER, &[MODEL, LEXICON]),
    (YAML, &[MODEL]),
    (TABLES, &[MODEL]),
    (CSV, &[MODEL, TABLES]),
    (MARKDOWN, &[MODEL]),
    (HTML, &[MODEL]),
    (DATAPACKAGE, &[TABLES]),
    (JSONL, &[MODEL]),
    (SQLITE, &[MODEL, TABLES]),
    (PARQUET, &[MODEL, TABLES]),
    (EVALUATE, &[MODEL]),
    (DATES, &[MODEL]),
    (PAGES, &[]),
    (
        PIPELINE,
        &[
            MODEL,
            LEXICON,
            PARSER,
            DATES,
            PAGES,
            YAML,
            CSV,
            MARKDOWN,
            HTML,
            DATAPACKAGE,
            JSONL,
            SQLITE,
            PARQUET,
        ],
    ),
    (CLI, &[MODEL, LEXICON, PARSER, EVALUATE, PIPELINE]),
    ("xtask", &[CLI]),
    ("onrecord-benches", &[]),
    ("onrecord-tests", &[MODEL, LEXICON, PARSER, EVALUATE, YAML, PIPELINE]),
];

/// Crates of others that only these may be built with.
const RESERVED: &[(&str, &[&str])] = &[
    ("nom", &[PARSER, LEXICON, DATES]),
    ("serde_yaml", &[LEXICON, YAML, "onrecord-tests"]),
    ("csv", &[CSV]),
    ("maud", &[HTML]),
    ("rusqlite", &[SQLITE]),
    ("parquet", &[PARQUET]),
    ("schemars", &[MODEL]),
    ("jiff", &[DATES]),
    ("dom_query", &[PAGES]),
    ("dom_smoothie", &[PAGES]),
    ("rayon", &[PIPELINE]),
    ("walkdir", &[PIPELINE]),
    ("clap", &[CLI, "xtask"]),
    ("clap_complete", &[CLI]),
    ("indicatif", &[CLI]),
    ("anyhow", &[CLI]),
];

/// A package of the workspace and what it is built with, tests aside.
struct Package {
    name: String,
    dependencies: BTreeSet<String>,
}

fn packages() -> Vec<Package> {
    let metadata = metadata(&["--no-deps"]);
    metadata["packages"].as_array().expect("packages").iter().map(package).collect()
}

fn metadata(options: &[&str]) -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--offline"])
        .args(options)
        .current_dir(onrecord_tests::workspace())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo writes JSON")
}

fn package(package: &Value) -> Package {
    let dependencies = package["dependencies"].as_array().expect("dependencies");
    let built_with = dependencies.iter().filter(|dependency| dependency["kind"] != "dev");
    Package {
        name: package["name"].as_str().expect("a name").to_owned(),
        dependencies: built_with.map(|dependency| called(dependency).to_owned()).collect(),
    }
}

/// The name the code knows a dependency by.
fn called(dependency: &Value) -> &str {
    dependency["rename"].as_str().or(dependency["name"].as_str()).expect("a name")
}

#[test]
fn every_crate_has_its_layer() {
    let found: BTreeSet<String> = packages().into_iter().map(|package| package.name).collect();
    let known: BTreeSet<String> = LAYERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(found, known, "the rows of LAYERS are the packages of the workspace");
}

#[test]
fn a_crate_knows_only_the_layers_below_it() {
    for package in packages() {
        let (_, allowed) = LAYERS.iter().find(|(name, _)| *name == package.name).expect("has a layer");
        for (ours, _) in LAYERS.iter().filter(|(name, _)| package.dependencies.contains(*name)) {
            assert!(allowed.contains(ours), "{} must not depend on {ours}", package.name);
        }
    }
}

#[test]
fn a_crate_for_one_task_is_used_for_that_task_only() {
    for package in packages() {
        for (theirs, users) in RESERVED.iter().filter(|(name, _)| package.dependencies.contains(*name)) {
            assert!(users.contains(&&*package.name), "{} must not depend on {theirs}", package.name);
        }
    }
}

/// Lint and tests run on the compiler that is there; clippy knows what of std the stated one lacks.
#[test]
fn no_dependency_needs_a_newer_compiler_than_the_workspace_states() {
    let metadata = metadata(&["--locked"]);
    let packages = metadata["packages"].as_array().expect("packages");
    let version = |package: &Value| -> Vec<u32> {
        let stated = package["rust_version"].as_str().unwrap_or("1");
        stated.split('.').map(|part| part.parse().expect("a number")).collect()
    };
    let ours = packages.iter().find(|package| package["name"] == MODEL).expect("is a package");
    for package in packages {
        let (needed, name) = (&version(package)[..], &package["name"]);
        assert!(needed <= &[version(ours), vec![u32::MAX]].concat()[..], "{name} needs Rust {needed:?}");
    }
}
