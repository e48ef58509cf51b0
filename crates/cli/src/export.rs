use std::env;
use std::io::{self, Write};
use std::path::{self, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use onrecord_parser::Parser;
use onrecord_pipeline::{Export, Format, Mode, Summary, find};

use crate::lexicon::LexiconArgument;
use crate::progress::Progress;
use crate::report::Report;
use crate::{printable, workspace};

#[derive(clap::Args)]
pub struct Arguments {
    /// Files, folders (every .txt file in them) or `-` for standard input [default: seeds/]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Where to write; each format has a folder there [default: target/onrecord]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Formats to write, with commas: yaml, csv, markdown, jsonl, sqlite, parquet
    #[arg(long = "format", value_name = "FORMAT", value_delimiter = ',', default_values_t = Format::DEFAULT)]
    formats: Vec<Format>,
    /// Write nothing; show what would change, and fail where anything would
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    lexicon: LexiconArgument,
}

/// Fails where an article could not be read or, with `--check`, where a file would change.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let mode = if arguments.check { Mode::Check } else { Mode::Write };
    // Read before `places` may change the folder that its path counts from.
    let lexicon = arguments.lexicon.load()?;
    let (paths, out) = places(arguments.paths, arguments.out)?;
    let mut report = Report::new(mode, Progress::new(paths.clone()));
    let export = Export::new(&out, arguments.formats, mode);
    let exported = export.run(find(paths), &Parser::new(&lexicon), &mut |event| report.take(event));
    report.finish().context("the table cannot be printed")?;
    let summary = exported?;
    let _ = writeln!(io::stderr(), "{}", closing(&summary, mode, &printable::line(&out.to_string_lossy())));
    let failed = summary.problems > 0 || summary.differences > 0;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What is given counts from the current folder, what is not from the workspace: the seeds' paths are the
/// same in every record, wherever the command is called.
fn places(paths: Vec<PathBuf>, out: Option<PathBuf>) -> anyhow::Result<(Vec<PathBuf>, PathBuf)> {
    let root = workspace::root();
    let out = match out {
        Some(out) => path::absolute(&out).with_context(|| format!("--out {}", out.display()))?,
        None => root.join("target").join("onrecord"),
    };
    let paths = if paths.is_empty() {
        env::set_current_dir(root).with_context(|| format!("{}: cannot be entered", root.display()))?;
        vec![PathBuf::from("seeds")]
    } else {
        paths
    };
    Ok((paths, workspace::from_here(&out)))
}

fn closing(summary: &Summary, mode: Mode, out: &str) -> String {
    let counted = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let articles = counted(summary.articles, "article");
    let done = match mode {
        Mode::Write => format!("{articles} exported to {out}"),
        Mode::Check => format!("{articles} checked, {} would change", counted(summary.differences, "file")),
    };
    match summary.problems {
        0 => done,
        problems => format!("{done}; {}", counted(problems, "problem")),
    }
}
