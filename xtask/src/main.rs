//! The commands of the project, run as `cargo xtask …`.

mod explain;
mod export;
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
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Export(arguments) => export::run(arguments),
        Command::Explain(arguments) => explain::run(&arguments),
    };
    done.unwrap_or_else(|error| {
        let _ = writeln!(io::stderr(), "error: {}", printable::line(&format!("{error:#}")));
        ExitCode::FAILURE
    })
}
