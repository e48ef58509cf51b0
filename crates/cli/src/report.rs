use std::io::{self, Write};

use onrecord_pipeline::{Event, Mode};

use crate::printable;
use crate::progress::Progress;
use crate::row::{COLUMNS, row};
use crate::table::Table;

/// Rows of the table that are printed together.
const BLOCK: usize = 1000;

/// Tells an export as it goes: the table or the diffs on standard output, problems on standard error.
pub struct Report {
    mode: Mode,
    progress: Progress,
    table: Table<{ COLUMNS.len() }>,
    /// The first thing that went wrong with standard output; nothing is printed after it.
    printed: io::Result<()>,
}

impl Report {
    pub fn new(mode: Mode, progress: Progress) -> Self {
        Self { mode, progress, table: Table::new(COLUMNS), printed: Ok(()) }
    }

    pub fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Article(coverage) => {
                self.progress.step();
                if self.mode == Mode::Write {
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
        }
    }

    /// Prints what is left. A reader that had enough (`| head`) is no error.
    pub fn finish(mut self) -> io::Result<()> {
        self.progress.finish();
        if self.mode == Mode::Write {
            self.print_table();
        }
        self.printed
            .or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
    }

    fn print_table(&mut self) {
        let lines = self.table.take();
        self.print(&lines);
    }

    fn print(&mut self, text: &str) {
        if self.printed.is_ok() {
            self.printed = self.progress.aside(|| print(text));
        }
    }
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
