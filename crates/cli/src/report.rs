use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

use onrecord_model::Coverage;
use onrecord_pipeline::{Event, Format, Mode, Printed};

use crate::print::{forgive, print_all};
use crate::printable;
use crate::progress::Progress;
use crate::row::{COLUMNS, row};
use crate::table::Table;

/// Rows of the table that are printed together.
const BLOCK: usize = 1000;

/// What stands between two files of a format on standard output, where it is not a blank line.
const BETWEEN: [(Format, &str); 1] = [(Format::Yaml, "---\n")];

/// What an export shows on standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// A table with a row for each article.
    Table,
    /// What would change.
    Differences,
    /// The files of a format, or the one of this table.
    Files {
        format: Format,
        table: Option<onrecord_pipeline::Table>,
    },
    Nothing,
}

impl Shown {
    /// What the export does to show it.
    pub fn mode(&self) -> Mode {
        match self {
            Self::Table | Self::Nothing => Mode::Write,
            Self::Differences => Mode::Check,
            Self::Files { .. } => Mode::Print,
        }
    }
}

/// Whether a file holds records, rather than what describes them (a schema, a descriptor of tables).
fn is_data(path: &Path) -> bool {
    path.extension() != Some(OsStr::new("json"))
}

/// Tells an export as it goes: what is to be shown on standard output, problems on standard error.
pub struct Report {
    shown: Shown,
    progress: Progress,
    table: Table<{ COLUMNS.len() }>,
    /// Files printed so far.
    files: usize,
    /// Whether records of web pages or lines of JSON are printed without the texts that evidence counts in.
    without_texts: bool,
    /// The first thing that went wrong with standard output; nothing is printed after it.
    printed: io::Result<()>,
}

impl Report {
    pub fn new(shown: Shown, progress: Progress) -> Self {
        Self { shown, progress, table: Table::new(COLUMNS), files: 0, without_texts: false, printed: Ok(()) }
    }

    pub fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Article(coverage) => {
                self.progress.step();
                self.without_texts |= self.leaves_out_text_of(coverage);
                if self.shown == Shown::Table {
                    self.table.push(row(coverage));
                }
                if self.table.pending() >= BLOCK {
                    self.print_table();
                }
            }
            Event::Problem(problem) => {
                let message = printable::line(&problem.to_string());
                // There is nowhere left to complain where standard error is gone.
                let _ = self.progress.aside(|| writeln!(io::stderr(), "{message}"));
            }
            Event::Difference(difference) => self.print(&printable::lines(&difference.diff)),
            Event::Printed(file) => self.print_file(file),
        }
    }

    /// Whether records were printed without the texts that their evidence counts in.
    pub fn is_without_texts(&self) -> bool {
        self.without_texts
    }

    /// Prints what is left. A reader that had enough (`| head`) is no error.
    pub fn finish(mut self) -> io::Result<()> {
        self.progress.finish();
        if self.shown == Shown::Table {
            self.print_table();
        }
        forgive(self.printed)
    }

    /// A page of HTML holds the text itself.
    fn leaves_out_text_of(&self, coverage: &Coverage) -> bool {
        let printed = matches!(&self.shown, Shown::Files { format, .. } if *format != Format::Html);
        printed && coverage.article.text.is_some()
    }

    fn print_table(&mut self) {
        let lines = self.table.take();
        self.print(&lines);
    }

    fn print_file(&mut self, file: &mut Printed) {
        let Shown::Files { format, table } = &self.shown else { return };
        let folder = file.path().parent().and_then(Path::file_name);
        if folder != Some(OsStr::new(format.name())) || !is_data(file.path()) {
            // An article's text, which stands beside every format, or what describes one.
            return;
        }
        let stem = file.path().file_stem().and_then(OsStr::to_str);
        if table.is_some_and(|table| Some(table.name()) != stem) {
            return;
        }
        let between = BETWEEN.iter().find(|(of, _)| of == format).map_or("\n", |(_, between)| between);
        if self.files > 0 {
            self.print(between);
        }
        self.files += 1;
        if self.printed.is_ok() {
            self.printed = self.progress.aside(|| print_all(file));
        }
    }

    fn print(&mut self, text: &str) {
        if self.printed.is_ok() {
            self.printed = self.progress.aside(|| print_all(&mut text.as_bytes()));
        }
    }
}
