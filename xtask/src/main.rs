//! The commands of the project, run as `cargo xtask …`.

mod evaluate;
mod explain;
mod export;
mod lexicon;
mod patterns;
mod phrase_use;
mod printable;
mod progress;
mod report;
mod row;
mod table;
mod workspace;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "The commands of the project")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads articles and writes their records
    Export(export::Arguments),
    /// Shows what each stage of the parser makes of one article
    Explain(explain::Arguments),
    /// Scores the parser on a folder of labelled articles
    Evaluate(evaluate::Arguments),
    /// Lists the phrase book, runs its examples, and names the rows that nothing needs
    Patterns(patterns::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Export(arguments) => export::run(arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Patterns(arguments) => patterns::run(&arguments),
    };
    done.unwrap_or_else(|error| {
        let _ = writeln!(io::stderr(), "error: {}", printable::line(&format!("{error:#}")));
        ExitCode::FAILURE
    })
}
