use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueHint;
use onrecord_evaluate::{Difference, FactKind, LabelledArticle, LabelledFolder, Scored, Scores, score};
use onrecord_model::Article;
use onrecord_parser::Parser;
use serde::Serialize;

use crate::lexicon::LexiconArgument;
use crate::print::print;
use crate::printable;
use crate::values;

const HELP: &str = "\
The folder holds each article as NAME.txt (UTF-8) and what it should yield as NAME.json beside it. A label
file is an object with the fields inspectorate, subject, ratings, recommendations, statements and, for a
round-up, other_inspections; the README of the crate onrecord-evaluate has each field with an example. Every
`surface` and segment must stand in the article exactly as written.

Examples:
  onrecord evaluate labelled/
  onrecord evaluate labelled/ --list rating --lexicon my-lexicon";

#[derive(clap::Args)]
#[command(after_long_help = HELP)]
/// What `evaluate` is asked for.
pub struct EvaluateArguments {
    /// A folder with NAME.txt and NAME.json for each article
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    folder: PathBuf,
    /// Print every miss and every extra of this kind of fact, with its sentence
    #[arg(long, value_name = "KIND", value_parser = values::fact_kinds())]
    list: Option<FactKind>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    lexicon: LexiconArgument,
}

/// What is printed with `--json`.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    scores: Scores,
    /// Only with `--list`.
    #[serde(skip_serializing_if = "Option::is_none")]
    differences: Option<Vec<Difference>>,
}

pub fn run(arguments: &EvaluateArguments, quiet: bool) -> anyhow::Result<ExitCode> {
    let lexicon = arguments.lexicon.load()?;
    let folder = LabelledFolder::read(&arguments.folder)?;
    for path in folder.unlabelled.iter().filter(|_| !quiet) {
        let path = printable::line(&path.to_string_lossy());
        let _ = writeln!(io::stderr(), "{path}: has no labels beside it and is left out");
    }
    let answer = answer(&folder.articles, &Parser::new(&lexicon), arguments.list);
    let text = if arguments.json { as_json(&answer)? } else { as_text(&answer) };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn answer(articles: &[LabelledArticle], parser: &Parser<'_>, list: Option<FactKind>) -> Answer {
    let mut scores = Scores::default();
    let mut differences = Vec::new();
    for article in articles {
        let path = article.path.to_string_lossy();
        let coverage = parser.parse(Article::new(&article.name, path, ""), article.text.text().as_bytes());
        let scored: Scored = score(article, &coverage);
        scores += &scored.scores;
        differences.extend(scored.differences.into_iter().filter(|one| Some(one.kind) == list));
    }
    Answer { scores, differences: list.map(|_| differences) }
}

fn as_json(answer: &Answer) -> anyhow::Result<String> {
    Ok(serde_json::to_string(answer).context("the scores cannot be written as JSON")? + "\n")
}

/// The list, then the table.
fn as_text(answer: &Answer) -> String {
    let listed = answer.differences.iter().flatten();
    let mut text: String = listed.map(|one| printable::lines(&one.to_string()) + "\n").collect();
    if !text.is_empty() {
        text.push('\n');
    }
    text + &answer.scores.to_string()
}
