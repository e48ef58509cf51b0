use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::ValueHint;
use onrecord_model::Source;
use onrecord_parser::{Explanation, Item, Parser};
use onrecord_pipeline::find;

use crate::lexicon::LexiconArgument;
use crate::print::print;
use crate::printable;
use crate::values;

/// Columns of an item's text that are shown.
const TEXT: usize = 100;
/// The section after the stages: what none of them made anything of.
pub const UNCLAIMED: &str = "unclaimed";

const HELP: &str = "\
Each line is what a stage made of some words: their bytes, the words, what they were taken for.

Examples:
  onrecord explain article.txt
  onrecord explain article.txt --stage findings
  echo 'Inspectors said the home must keep a count.' | onrecord explain -";

/// What `explain` is asked for.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub struct ExplainArguments {
    /// The article's file (text, web page, first line of JSON Lines), or `-` for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    article: PathBuf,
    /// Show this stage only
    ///
    /// They stand in the order of the work; `unclaimed` is the sentences in which nothing was found.
    #[arg(long, value_name = "NAME", value_parser = values::sections())]
    stage: Option<&'static str>,
    #[command(flatten)]
    lexicon: LexiconArgument,
}

pub fn run(arguments: &ExplainArguments) -> anyhow::Result<ExitCode> {
    let bytes = read(&arguments.article)?;
    let explanation = Parser::new(&*arguments.lexicon.load()?).explain(&bytes);
    let sections = chosen(&explanation, arguments.stage);
    let text: Vec<String> =
        sections.into_iter().map(|(name, items)| section(&explanation.source, name, items)).collect();
    print(&text.join("\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn read(article: &Path) -> anyhow::Result<Vec<u8>> {
    if article.is_dir() {
        bail!("{}: is a folder; name one article in it", article.display());
    }
    let input = find([article]).next().context("no article is named")?;
    Ok(input?.document()?.text)
}

/// The sections to show: all of them, or the one asked for.
fn chosen<'a>(explanation: &'a Explanation, stage: Option<&str>) -> Vec<(&'a str, &'a [Item])> {
    let mut sections: Vec<(&str, &[Item])> =
        explanation.stages.iter().map(|stage| (stage.name, &*stage.items)).collect();
    sections.push((UNCLAIMED, &explanation.unclaimed));
    sections.retain(|(name, _)| stage.is_none_or(|stage| *name == stage));
    sections
}

/// A heading, then a line for each item: its bytes, its text, what the stage made of it.
fn section(source: &Source<'_>, name: &str, items: &[Item]) -> String {
    let spans: Vec<String> =
        items.iter().map(|item| format!("{}..{}", item.span.start(), item.span.end())).collect();
    let width = spans.iter().map(String::len).max().unwrap_or(0);
    let mut text = format!("{name} ({})\n", items.len());
    for (item, span) in items.iter().zip(spans) {
        let words = printable::cut(&printable::line(source.get(item.span).unwrap_or_default()), TEXT);
        let label = printable::line(&item.label);
        let _ = writeln!(text, "  {span:<width$}  \"{words}\" → {label}");
    }
    text
}

#[cfg(test)]
mod tests {
    use onrecord_lexicon::Lexicon;
    use onrecord_model::Span;

    use super::*;

    fn item(start: u32, end: u32, label: &str) -> Item {
        Item { span: Span::new(start, end).unwrap(), label: label.to_owned() }
    }

    #[test]
    fn an_item_is_its_bytes_its_text_and_its_label() {
        let source = Source::from_utf8("The force was\nrated Good.");
        let text = section(&source, "findings", &[item(4, 9, "body"), item(10, 24, "rating Good")]);
        assert_eq!(
            text,
            "findings (2)\n  4..9    \"force\" → body\n  10..24  \"was\\nrated Good\" → rating Good\n"
        );
    }

    #[test]
    fn every_section_has_a_name_that_chooses_it() {
        let explanation = Parser::new(Lexicon::standard()).explain(b"Rated Good.");
        let names = |stage| chosen(&explanation, stage).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        let all: Vec<&str> = Explanation::STAGES.into_iter().chain([UNCLAIMED]).collect();
        assert_eq!(names(None), all);
        assert!(all.iter().all(|name| names(Some(name)) == [*name]));
    }
}
