//! The commands of `onrecord` on the articles of the workspace, run as `cargo xtask …`.

mod workspace;

use std::process::ExitCode;

use clap::error::ErrorKind;

/// A script for `cargo xtask` would take the place of cargo's own.
const NO_COMPLETIONS: &str = "\
a shell completes `cargo` with the script of cargo; for `onrecord`, install it with `cargo install --path crates/cli` \
and run `onrecord completions`";

fn main() -> ExitCode {
    let mut arguments = onrecord::read(command());
    if let onrecord::Command::Completions(_) = arguments.command {
        command().error(ErrorKind::InvalidSubcommand, NO_COMPLETIONS).exit();
    }
    match workspace::fill(&mut arguments) {
        Ok(()) => onrecord::run(arguments),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// As `onrecord` has them but for completions, and no path needs to be given.
fn command() -> clap::Command {
    onrecord::command()
        .name("cargo xtask")
        .bin_name("cargo xtask")
        .about("The commands of onrecord on the articles of the workspace")
        .mut_subcommand("export", |export| {
            export
                .mut_arg("paths", |paths| {
                    paths.required(false).help(
                        "Files, folders (every .txt, .html and .jsonl file in them) or `-` for standard input [default: seeds]",
                    )
                })
                .mut_arg("out", |out| {
                    out.help("Where to write, or `-` for standard output [default: target/onrecord]")
                })
        })
        .mut_subcommand("completions", |completions| completions.hide(true))
        .mut_subcommand("patterns", |patterns| {
            patterns.mut_arg("paths", |paths| {
                paths.help("Articles to try the rows on [default: seeds tests/labelled]")
            })
        })
}
