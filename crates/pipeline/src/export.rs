use std::collections::BTreeSet;
use std::mem;
use std::path::PathBuf;

use onrecord_model::{Coverage, Diagnostic, DiagnosticKind, Evidence, Scale};
use onrecord_parser::Parser;
use rayon::prelude::*;

use crate::batch::Batches;
use crate::difference::Difference;
use crate::format::{Format, Layout};
use crate::output::{Finished, Folder, Mode, Printed};
use crate::own_output::OwnOutput;
use crate::pages::Pages;
use crate::tables::Tables;
use crate::texts::Texts;
use crate::{Document, Input, PipelineError};

/// What to export, and to where.
#[derive(Debug, Clone)]
pub struct Export {
    out: PathBuf,
    formats: BTreeSet<Format>,
    mode: Mode,
    scales: Vec<Scale>,
}

/// Something that came up on the way. Events come in the order of the articles.
#[derive(Debug)]
pub enum Event<'a> {
    /// An article was read, and its files are written or compared.
    Article(&'a Coverage),
    /// An article could not be read, or is not the plain text it should be.
    Problem(&'a PipelineError),
    /// A file would change; only in [`Mode::Check`].
    Difference(&'a Difference),
    /// A file is finished; only in [`Mode::Print`]. An article's own files come behind its
    /// [`Event::Article`], tables after the last article.
    Printed(&'a mut Printed),
}

/// How many articles, problems and differences there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Articles read.
    pub articles: usize,
    /// Problems with articles.
    pub problems: usize,
    /// Files that would change.
    pub differences: usize,
}

/// An article on its way, with the bytes of its text: parsed, its own files done, its rows not yet in the tables.
type Parsed = Result<(Coverage, Vec<u8>, Vec<Finished>), PipelineError>;

/// The tables of every format that has some.
type AllTables = Vec<Box<dyn Tables>>;

impl Export {
    /// Every format has a folder of its own name in `out`.
    #[must_use]
    pub fn new(out: impl Into<PathBuf>, formats: impl IntoIterator<Item = Format>, mode: Mode) -> Self {
        Self { out: out.into(), formats: formats.into_iter().collect(), mode, scales: Vec::new() }
    }

    /// The scales that grades may be on, so that a picture of them names those too that no article gives.
    #[must_use]
    pub fn with_scales(mut self, scales: impl IntoIterator<Item = Scale>) -> Self {
        self.scales = scales.into_iter().collect();
        self
    }

    /// Reads, parses and exports each article, on the threads of rayon's current pool. An article that
    /// cannot be read is reported and does not keep the others back. Memory is bounded by the largest
    /// article, not by their number.
    ///
    /// # Errors
    /// [`PipelineError::Unwritable`] where an output file cannot be made: that ends the export, the files
    /// finished by then are whole, and the tables are those of the last complete export.
    pub fn run(
        &self,
        articles: impl IntoIterator<Item = Result<Input, PipelineError>>,
        parser: &Parser<'_>,
        report: &mut (dyn FnMut(Event<'_>) + Send),
    ) -> Result<Summary, PipelineError> {
        let (pages, tables) = self.open()?;
        let texts = Texts::new(self.out.clone(), self.mode);
        let mut collector = Collector { tables, report, summary: Summary::default() };
        let own = OwnOutput::new(&self.out);
        let articles =
            articles.into_iter().filter(|input| !input.as_ref().is_ok_and(|input| own.holds(input)));
        let mut batches = Batches::new(articles);
        let mut parsed = Vec::new();
        loop {
            let batch = batches.next();
            let last = batch.is_empty();
            // One batch is parsed while the rows of the one before it are written.
            let (next, collected) = rayon::join(
                || batch.into_par_iter().map(|input| parse(input, parser, &texts, &pages)).collect(),
                || parsed.into_iter().try_for_each(|article| collector.take(article)),
            );
            collected?;
            let next: Result<Vec<Parsed>, PipelineError> = next;
            parsed = next?;
            if last {
                return collector.finish();
            }
        }
    }

    fn open(&self) -> Result<(Vec<Pages>, AllTables), PipelineError> {
        let (mut pages, mut tables) = (Vec::new(), Vec::new());
        for format in &self.formats {
            let folder = Folder::new(self.out.join(format.name()), self.mode)?;
            match format.layout() {
                Layout::Pages { name, write } => pages.push(Pages { folder, name, write }),
                Layout::Tables { open } => tables.push(open(&folder, &self.scales)?),
                Layout::Site { name, write, open } => {
                    tables.push(open(&folder, &self.scales)?);
                    pages.push(Pages { folder, name, write });
                }
            }
        }
        Ok((pages, tables))
    }
}

/// The outer error ends the export, the inner one concerns this article.
fn parse(
    input: Result<Input, PipelineError>,
    parser: &Parser<'_>,
    texts: &Texts,
    pages: &[Pages],
) -> Result<Parsed, PipelineError> {
    let Document { article, text } = match input.and_then(|input| input.document()) {
        Ok(document) => document,
        Err(problem) => return Ok(Err(problem)),
    };
    let mut coverage = parser.parse(article, &text);
    onrecord_dates::add_days(&mut coverage, &text);
    let own = texts.write(&coverage.article, &text)?;
    let pages = pages.iter().filter_map(|page| page.write(&coverage, &text).transpose());
    let finished: Result<Vec<_>, _> = own.map(Ok).into_iter().chain(pages).collect();
    Ok(Ok((coverage, text, finished?)))
}

/// Takes the articles in their order: adds their rows to the tables, reports and counts.
struct Collector<'a> {
    tables: AllTables,
    report: &'a mut (dyn FnMut(Event<'_>) + Send),
    summary: Summary,
}

impl Collector<'_> {
    fn take(&mut self, parsed: Parsed) -> Result<(), PipelineError> {
        let (coverage, bytes, finished) = match parsed {
            Ok(parsed) => parsed,
            Err(problem) => {
                self.problem(&problem);
                return Ok(());
            }
        };
        for table in &mut self.tables {
            table.write(&coverage, &bytes)?;
        }
        self.summary.articles += 1;
        (self.report)(Event::Article(&coverage));
        finished.into_iter().for_each(|file| self.finished(file));
        odd_text(&coverage).iter().for_each(|problem| self.problem(problem));
        Ok(())
    }

    fn problem(&mut self, problem: &PipelineError) {
        self.summary.problems += 1;
        (self.report)(Event::Problem(problem));
    }

    fn finished(&mut self, file: Finished) {
        match file {
            Finished::Differs(difference) => {
                self.summary.differences += 1;
                (self.report)(Event::Difference(&difference));
            }
            Finished::Printed(mut printed) => (self.report)(Event::Printed(&mut printed)),
        }
    }

    fn finish(mut self) -> Result<Summary, PipelineError> {
        for table in mem::take(&mut self.tables) {
            table.finish()?.into_iter().for_each(|file| self.finished(file));
        }
        Ok(self.summary)
    }
}

/// What the parser found odd about the file itself, rather than about what its text says.
fn odd_text(coverage: &Coverage) -> Vec<PipelineError> {
    let odd = |diagnostic: &&Diagnostic| match diagnostic.kind {
        DiagnosticKind::Encoding | DiagnosticKind::Empty => true,
        DiagnosticKind::Quotation
        | DiagnosticKind::Unattributed
        | DiagnosticKind::Grade
        | DiagnosticKind::Inspection => false,
    };
    let problem = |diagnostic: &Diagnostic| PipelineError::OddText {
        path: coverage.article.text.as_ref().unwrap_or(&coverage.article.path).clone(),
        line: diagnostic.evidence.as_ref().map_or(1, Evidence::line),
        message: diagnostic.message.clone(),
    };
    coverage.diagnostics.iter().filter(odd).map(problem).collect()
}
