//! Help, completions and exit codes.

mod command;

use command::{folder, run, stderr, stdout};

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

#[test]
fn arguments_that_are_wrong_end_with_two_and_say_why() {
    let folder = folder(&[]);
    for (arguments, expected) in [
        (&[][..], "Usage: onrecord"),
        (&["exprot"], "unrecognized subcommand 'exprot'"),
        (&["export"], "<PATH>..."),
        (&["export", "a.txt", "--fromat", "yaml"], "unexpected argument '--fromat'"),
        (&["completions", "tcsh"], "invalid value 'tcsh'"),
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{arguments:?}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let folder = folder(&[]);
    let output = run(folder.path(), &["--version"]);
    assert_eq!(stdout(&output), format!("onrecord {}\n", env!("CARGO_PKG_VERSION")));
}
