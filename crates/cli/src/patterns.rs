use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueHint;
use onrecord_lexicon::Yield;
use onrecord_pipeline::find;

use crate::lexicon::LexiconArgument;
use crate::phrase_use::{BadExample, Needless, PhraseUse, phrase_uses};
use crate::print::print;
use crate::printable;
use crate::table::{Align, Table};

const COLUMNS: [(&str, Align); 5] = [
    ("row", Align::Left),
    ("yields", Align::Left),
    ("facts", Align::Right),
    ("reads", Align::Right),
    ("skips", Align::Right),
];

const HELP: &str = "\
Each row is tried on the articles (`facts`: how many it reads there) and on its own examples (`reads`, `skips`: how
many there are). After the table come the examples that fail, the rows that nothing needs, and the rows that another
row with the same template, or one that always reads first, makes needless. Only an example that fails makes the
command fail.

A sentence of `reads` or `skips` is tried as part of an article on Ashby Lodge, a care home in Skelby that the CQC
inspected, or by itself where it names another inspectorate. In the examples of a row that yields no_rating, no row
may read a rating.

Examples:
  onrecord patterns
  onrecord patterns articles/ --lexicon my-lexicon";

#[derive(clap::Args)]
#[command(after_long_help = HELP)]
/// What `patterns` is asked for.
pub struct PatternsArguments {
    /// Articles to try the rows on: files, folders or `-`; without any, their own examples only
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// What to read with.
    #[command(flatten)]
    pub lexicon: LexiconArgument,
}

/// Fails where a row reads its examples wrongly.
pub fn run(arguments: &PatternsArguments, quiet: bool) -> anyhow::Result<ExitCode> {
    let lexicon = arguments.lexicon.load()?;
    let uses = phrase_uses(&lexicon, &articles(&arguments.paths)?);
    let problems: Vec<String> = uses.iter().flat_map(problems).collect();
    let failed = uses.iter().any(|row| !row.bad_examples.is_empty());
    let table = if quiet { String::new() } else { table(&uses) + "\n" };
    let text = table + &problems.concat() + &closing(&uses);
    print(&text)?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn articles(paths: &[PathBuf]) -> anyhow::Result<Vec<Vec<u8>>> {
    find(paths).map(|input| Ok(input?.document()?.text)).collect()
}

fn table(uses: &[PhraseUse<'_>]) -> String {
    let mut table = Table::new(COLUMNS);
    for row in uses {
        table.push([
            row.phrase.id.clone(),
            yields(row.phrase.yields),
            row.facts.to_string(),
            row.phrase.reads.len().to_string(),
            row.phrase.skips.len().to_string(),
        ]);
    }
    table.take()
}

/// `AreaForImprovement` as the tables write it: `area_for_improvement`.
fn yields(yields: Yield) -> String {
    let mut name = String::new();
    for letter in format!("{yields:?}").chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

/// A line for each thing that is wrong with a row.
fn problems(row: &PhraseUse<'_>) -> Vec<String> {
    let examples = row.bad_examples.iter().map(|example| match example {
        BadExample::NotRead { sentence, by } if by.is_empty() => format!("does not read “{sentence}”"),
        BadExample::NotRead { sentence, by } => {
            format!("does not read “{sentence}”, which {} reads", by.join(", "))
        }
        BadExample::Rated { sentence, by } => {
            format!("keeps no rating out of “{sentence}”, in which {} reads one", by.join(", "))
        }
        BadExample::NotSkipped { sentence } => format!("reads “{sentence}”, which it must not"),
    });
    let needless = row.needless.iter().map(|needless| match needless {
        Needless::Unused => "nothing uses it".to_owned(),
        Needless::TakenBy(rows) => format!("always taken by {}", rows.join(", ")),
        Needless::SameAs(other) => format!("has the same template as {other}"),
    });
    let lines = examples.chain(needless);
    lines.map(|line| printable::line(&format!("{}: {line}", row.phrase.id)) + "\n").collect()
}

fn closing(uses: &[PhraseUse<'_>]) -> String {
    let examples: usize = uses.iter().map(|row| row.phrase.reads.len() + row.phrase.skips.len()).sum();
    let failed: usize = uses.iter().map(|row| row.bad_examples.len()).sum();
    let needless = uses.iter().filter(|row| row.needless.is_some()).count();
    format!("{} rows, {needless} needless; {examples} examples, {failed} failed\n", uses.len())
}
