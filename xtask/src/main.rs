//! The commands of `onrecord` on the articles of the workspace, run as `cargo xtask …`.

mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = onrecord::read(command());
    match workspace::fill(&mut arguments) {
        Ok(()) => onrecord::run(arguments),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// As `onrecord` has them, and no path needs to be given.
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
        .mut_subcommand("patterns", |patterns| {
            patterns.mut_arg("paths", |paths| {
                paths.help("Articles to try the rows on [default: seeds tests/labelled]")
            })
        })
}
