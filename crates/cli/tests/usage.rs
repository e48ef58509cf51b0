//! Help, completions and exit codes.

mod command;

use command::{folder, run, stderr, stdout};
use onrecord_evaluate::FactKind;
use onrecord_parser::Explanation;
use onrecord_pipeline::{Format, Table};

const COMMANDS: [&str; 5] = ["export", "explain", "evaluate", "patterns", "completions"];

#[test]
fn every_command_has_help_with_an_example_that_names_it() {
    let folder = folder(&[]);
    for command in COMMANDS {
        let output = run(folder.path(), &[command, "--help"]);
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
        let help = stdout(&output);
        assert!(help.contains("Examples:\n") && help.contains(&format!("onrecord {command} ")), "{help}");
    }
    let help = stdout(&run(folder.path(), &["--help"]));
    assert!(help.contains("Exit codes:"), "{help}");
    assert!(COMMANDS.iter().all(|command| help.contains(&format!("  {command} "))), "{help}");
}

#[test]
fn completions_know_every_command_and_option() {
    let folder = folder(&[]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(folder.path(), &["completions", shell]);
        assert!(output.status.success());
        let script = stdout(&output);
        assert!(COMMANDS.iter().all(|command| script.contains(command)), "{shell}");
        assert!(script.contains("lexicon") && script.contains("quiet"), "{shell}");
    }
}

/// What a shell offers after an option, as the script for bash has it.
fn offered(script: &str, option: &str) -> Vec<String> {
    let case = script.split_once(&format!("                {option})\n")).expect(option).1;
    let case = case.split_once(";;").expect("ends").0;
    let words = case.split_once("-W \"").map_or("", |(_, rest)| rest.split_once('"').expect("ends").0);
    words.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn shells_offer_the_values_of_an_option() {
    let script = stdout(&run(folder(&[]).path(), &["completions", "bash"]));
    assert_eq!(offered(&script, "--format"), Format::ALL.map(Format::name));
    assert_eq!(offered(&script, "--table"), Table::ALL.map(Table::name));
    assert_eq!(offered(&script, "--list"), FactKind::ALL.map(FactKind::name));
    let sections: Vec<&str> = Explanation::STAGES.into_iter().chain(["unclaimed"]).collect();
    assert_eq!(offered(&script, "--stage"), sections);
    let zsh = stdout(&run(folder(&[]).path(), &["completions", "zsh"]));
    for expected in ["DIR:_files -/'", "article -- ", ":_files'", "ratings\\:\"The grades"] {
        assert!(zsh.contains(expected), "{expected}");
    }
    // No name of a file is a field of JSON.
    assert!(zsh.contains(":FIELD=NAME:'"));
}

#[test]
fn help_lists_values_and_keeps_within_a_terminal() {
    let folder = folder(&[]);
    let help = |arguments: &[&str]| stdout(&run(folder.path(), arguments));
    let export = help(&["export", "--help"]);
    for format in Format::ALL {
        assert!(export.contains(&format!("- {}: ", format.name())), "{format}: {export}");
        assert!(export.contains(format.description()), "{format}: {export}");
    }
    assert!(help(&["evaluate", "--help"]).contains("- said_by: "));
    for command in COMMANDS {
        for line in help(&[command, "--help"]).lines() {
            assert!(line.chars().count() <= 120, "{command}: {line}");
        }
    }
}

#[test]
fn arguments_that_are_wrong_end_with_two_and_say_why() {
    let folder = folder(&[]);
    for (arguments, expected) in [
        (&[][..], "Usage: onrecord"),
        (&["exprot"], "unrecognized subcommand 'exprot'"),
        (&["export"], "<PATH>..."),
        (&["export", "a.txt", "--fromat", "yaml"], "unexpected argument '--fromat'"),
        (&["export", "a.txt", "-f", "yml"], "[possible values: yaml, csv, markdown, jsonl, html"),
        (&["export", "a.txt", "-f", "yaml,marcdown"], "a similar value exists: 'markdown'"),
        (&["export", "a.txt", "--out", "-", "--table", "rating"], "a similar value exists: 'ratings'"),
        (&["explain", "a.txt", "--stage", "token"], "[possible values: source, blocks, tokens"),
        (&["evaluate", "a", "--list", "ratings"], "a similar value exists: 'rating'"),
        (&["completions", "tcsh"], "invalid value 'tcsh'"),
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{arguments:?}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}

#[test]
fn a_format_that_was_left_out_of_the_build_says_how_to_get_it() {
    let folder = folder(&[("a.txt", "x")]);
    for name in Format::OPTIONAL {
        let built = Format::ALL.iter().any(|format| format.name() == name);
        let output = run(folder.path(), &["export", "a.txt", "-f", name]);
        assert_eq!(output.status.code(), Some(if built { 0 } else { 2 }), "{name}");
        let message = stderr(&output);
        assert!(built || message.contains(&format!("`--features {name}`")), "{message}");
        let script = stdout(&run(folder.path(), &["completions", "bash"]));
        assert_eq!(offered(&script, "--format").contains(&name.to_owned()), built, "{name}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let folder = folder(&[]);
    let output = run(folder.path(), &["--version"]);
    assert_eq!(stdout(&output), format!("onrecord {}\n", env!("CARGO_PKG_VERSION")));
}
