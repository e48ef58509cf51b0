//! The commands of `onrecord`, for its program and for programs that call them with other defaults.
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     let mut arguments = onrecord::read(onrecord::command().name("my-onrecord"));
//!     if let onrecord::Command::Export(export) = &mut arguments.command {
//!         export.out.get_or_insert_with(|| "records".into());
//!     }
//!     onrecord::run(arguments)
//! }
//! ```

mod completions;
mod evaluate;
mod explain;
mod export;
mod lexicon;
mod patterns;
mod phrase_use;
mod print;
mod printable;
mod progress;
mod report;
mod row;
mod table;
mod values;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

pub use export::ExportArguments;
pub use lexicon::LexiconArgument;
pub use patterns::PatternsArguments;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  done in part or not at all: an article cannot be read or is no plain text, an output file cannot be
     written, `export --check` found a difference, an example in `patterns` fails
  2  the arguments cannot be followed; nothing was done

Data goes to standard output, messages to standard error. RAYON_NUM_THREADS sets the number of threads.";

/// What is asked for on the command line.
#[derive(clap::Parser)]
#[command(
    name = "onrecord",
    version,
    about = "Reads press articles about inspections of public services and puts on record who inspected whom, the grades, what has to improve, and who said what",
    after_help = EXIT_CODES
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Say nothing but what went wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// The commands, each with its arguments.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Reads articles and writes their records
    Export(ExportArguments),
    /// Shows what each stage of the parser makes of one article
    Explain(explain::ExplainArguments),
    /// Scores the parser on a folder of labelled articles
    Evaluate(evaluate::EvaluateArguments),
    /// Lists the phrase book, runs its examples, and names the rows that nothing needs
    Patterns(PatternsArguments),
    /// Prints a script that completes the commands and options in a shell
    Completions(completions::CompletionsArguments),
}

/// The definition of the command line, to be changed or handed to [`read`].
#[must_use]
pub fn command() -> clap::Command {
    Arguments::command()
}

/// The arguments of this process. Where they are wrong, or ask for help, this prints and exits.
#[must_use]
pub fn read(command: clap::Command) -> Arguments {
    let matches = command.get_matches();
    Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// Does what is asked for; tells on standard error what went wrong.
#[must_use]
pub fn run(arguments: Arguments) -> ExitCode {
    let Arguments { command, quiet } = arguments;
    let done = match command {
        Command::Export(arguments) => export::run(arguments, quiet),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments, quiet),
        Command::Patterns(arguments) => patterns::run(&arguments, quiet),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    done.unwrap_or_else(|error| {
        let _ = writeln!(io::stderr(), "error: {}", printable::line(&format!("{error:#}")));
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_consistent() {
        super::command().debug_assert();
    }
}
