//! `cargo xtask …` without paths: the workspace's own articles, from any folder.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn xtask(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).output().unwrap()
}

#[test]
fn export_reads_the_seeds_with_their_paths_from_the_workspace() {
    let out = tempfile::tempdir().unwrap();
    let out = out.path().to_str().unwrap();
    let output = xtask(&["export", "--out", out]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(format!("{out}/yaml/000_53a05d0e0d94e89c.yaml")).unwrap();
    assert!(page.contains("path: seeds/000_53a05d0e0d94e89c.txt\n"), "{page}");
}

#[test]
fn export_prints_too() {
    let output = xtask(&["export", "--format", "csv", "--table", "articles", "--out", "-"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("seeds/000_53a05d0e0d94e89c.txt"));
}

#[test]
fn the_help_names_the_folders() {
    for (command, expected) in
        [("export", "[default: target/onrecord]"), ("patterns", "[default: seeds tests/labelled]")]
    {
        let output = xtask(&[command, "--help"]);
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.contains(expected) && help.contains("cargo xtask"), "{help}");
    }
}

#[test]
fn completions_are_those_of_the_installed_command() {
    let help = String::from_utf8(xtask(&["--help"]).stdout).unwrap();
    assert!(help.contains("  patterns ") && !help.contains("completions"), "{help}");
    let output = xtask(&["completions", "bash"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("run `onrecord completions`"), "{message}");
}
