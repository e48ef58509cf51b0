use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueHint;
use clap::error::ErrorKind;
use onrecord_parser::Parser;
use onrecord_pipeline::{Export, Fields, Format, Mode, Summary, Table, find};

use crate::lexicon::LexiconArgument;
use crate::printable;
use crate::progress::Progress;
use crate::report::{Report, Shown};
use crate::values;

/// Where records go that nobody gave a place.
const OUT: &str = "onrecord";

/// Said where `--out -` leaves out the files that records name.
const UNWRITTEN: &str = "\
offsets and lines count in the text taken out of each page or line of JSON (`text` of the article): `--out -` does not \
write it, `--out DIR` does";

const HELP: &str = "\
A web page (.html) is read for its article; each line of a .jsonl file is an article as scrapers write it. A file
named itself may hold one such object (one.json), or an array of them (all.json). Standard input is any of them,
or text, by what it holds. The text that is taken out of pages and lines is written to DIR/text, and evidence
counts in it. Each format has a folder of its own in DIR.

A file is written whole or not at all, and an article that cannot be read does not keep the others back. On
standard output comes a table with a row for each article, or with `--out -` the records themselves: YAML as one
document for each article, Markdown page behind page; a format of tables needs `--table`.

Examples:
  onrecord export articles/
  onrecord export articles/ one.txt --out records --format yaml,csv
  pbpaste | onrecord export - --format markdown --out -
  onrecord export articles/ --format csv --table ratings --out - | head
  onrecord export scraped.jsonl --fields text=body,date=published_at
  curl https://example.org/news/1 | onrecord export - --out records
  onrecord export articles/ --out records --check";

/// What `export` is asked for.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub struct ExportArguments {
    /// Files, folders (every .txt, .html and .jsonl file in them) or `-` for standard input
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Where to write, or `-` for standard output [default: onrecord]
    #[arg(long, short, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,
    /// Formats to write, with commas
    #[arg(
        long = "format",
        short,
        value_name = "FORMAT",
        value_delimiter = ',',
        default_values_t = Format::DEFAULT,
        value_parser = values::formats()
    )]
    pub formats: Vec<Format>,
    /// With `--out -`: which of the format's tables
    #[arg(long, value_name = "NAME", value_parser = values::tables())]
    pub table: Option<Table>,
    /// Where lines of JSON have their fields, with commas: text, title, url, date, authors, publisher
    #[arg(long, value_name = "FIELD=NAME", value_hint = ValueHint::Other)]
    pub fields: Option<Fields>,
    /// Write nothing; show what would change, and fail where anything would
    #[arg(long)]
    pub check: bool,
    /// What to read with.
    #[command(flatten)]
    pub lexicon: LexiconArgument,
}

/// Fails where an article could not be read or, with `--check`, where a file would change.
pub fn run(arguments: ExportArguments, quiet: bool) -> anyhow::Result<ExitCode> {
    let out = arguments.out.clone().unwrap_or_else(|| OUT.into());
    let shown = shown(&arguments, &out, quiet).unwrap_or_else(|error| error.exit());
    let lexicon = arguments.lexicon.load()?;
    let mode = shown.mode();
    let mut report = Report::new(shown, Progress::new(arguments.paths.clone(), quiet));
    let scales = lexicon.scales().iter().filter_map(|row| row.scale().ok());
    let export = Export::new(&out, arguments.formats, mode).with_scales(scales);
    let inputs = find(arguments.paths).with_fields(arguments.fields.unwrap_or_default());
    let exported = export.run(inputs, &Parser::new(&lexicon), &mut |event| report.take(event));
    let without_texts = report.is_without_texts();
    report.finish().context("standard output cannot be written")?;
    let summary = exported?;
    if !quiet {
        let out = printable::line(&out.to_string_lossy());
        let _ = writeln!(io::stderr(), "{}", closing(&summary, mode, &out));
    }
    if !quiet && without_texts {
        let _ = writeln!(io::stderr(), "{UNWRITTEN}");
    }
    let failed = summary.problems > 0 || summary.differences > 0;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What goes to standard output; an error where that cannot be.
fn shown(arguments: &ExportArguments, out: &Path, quiet: bool) -> Result<Shown, clap::Error> {
    let refuse = |why: String| Err(conflict(why));
    if out != "-" {
        if arguments.table.is_some() {
            return refuse("`--table` chooses what `--out -` prints; a folder gets every table".to_owned());
        }
        return Ok(match (arguments.check, quiet) {
            (true, _) => Shown::Differences,
            (false, false) => Shown::Table,
            (false, true) => Shown::Nothing,
        });
    }
    if arguments.check {
        return refuse("`--check` compares a folder; it cannot be used with `--out -`".to_owned());
    }
    let &[format] = &arguments.formats[..] else {
        return refuse("`--out -` prints one format; choose it with `--format`".to_owned());
    };
    let tables = format.tables();
    match arguments.table {
        Some(table) if tables.is_empty() => {
            refuse(format!("{format} has no tables; leave `--table {}` away", table.name()))
        }
        None if !tables.is_empty() => {
            let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
            refuse(format!("{format} is several tables; choose one with `--table`: {}", names.join(", ")))
        }
        table => Ok(Shown::Files { format, table }),
    }
}

/// An error with the usage of `export`, not of the program.
fn conflict(why: String) -> clap::Error {
    let mut command = crate::command();
    command.build();
    let export = command.find_subcommand_mut("export");
    export.expect("is one of the commands").error(ErrorKind::ArgumentConflict, why)
}

fn closing(summary: &Summary, mode: Mode, out: &str) -> String {
    let counted = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let articles = counted(summary.articles, "article");
    let done = match mode {
        Mode::Write => format!("{articles} exported to {out}"),
        Mode::Check => format!("{articles} checked, {} would change", counted(summary.differences, "file")),
        Mode::Print => format!("{articles} printed"),
    };
    match summary.problems {
        0 => done,
        problems => format!("{done}; {}", counted(problems, "problem")),
    }
}
