use std::io;

use onrecord_model::Coverage;

use crate::{CsvError, Table, rows};

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes one table, coverage after coverage; holds no more than a few kilobytes of it at a time.
///
/// The header is written at once, so a table without rows has one too. Call [`finish`](Self::finish) at the
/// end: what is still held is written when the value is dropped, but then nobody learns of an error.
#[derive(Debug)]
pub struct TableWriter<W: io::Write> {
    table: Table,
    rows: csv::Writer<W>,
}

impl<W: io::Write> TableWriter<W> {
    /// Starts a table with its header.
    ///
    /// # Errors
    /// [`CsvError`] where `out` cannot be written.
    pub fn new(table: Table, out: W) -> Result<Self, CsvError> {
        let rows = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        let mut writer = Self { table, rows };
        let header = writer.rows.write_record(table.columns());
        writer.checked(header)?;
        Ok(writer)
    }

    /// Starts a table with a byte order mark, by which Excel sees that it is UTF-8, and its header.
    ///
    /// # Errors
    /// [`CsvError`] where `out` cannot be written.
    pub fn with_byte_order_mark(table: Table, mut out: W) -> Result<Self, CsvError> {
        out.write_all(BYTE_ORDER_MARK)
            .map_err(|source| CsvError::Write { table: table.file_name(), source })?;
        Self::new(table, out)
    }

    /// Appends the rows that one coverage gives to this table; there may be none.
    ///
    /// # Errors
    /// [`CsvError`] where the output cannot be written.
    pub fn write(&mut self, coverage: &Coverage) -> Result<(), CsvError> {
        let written = self.append(coverage);
        self.checked(written)
    }

    /// Writes what is still held and gives the output back.
    ///
    /// # Errors
    /// [`CsvError`] where the output cannot be written.
    pub fn finish(self) -> Result<W, CsvError> {
        let table = self.table.file_name();
        self.rows.into_inner().map_err(|failed| CsvError::Write { table, source: failed.into_error() })
    }

    fn append(&mut self, coverage: &Coverage) -> csv::Result<()> {
        let Coverage { article, inspections, statements, .. } = coverage;
        let out = &mut self.rows;
        match self.table {
            Table::Articles => out.serialize(rows::article(coverage)),
            Table::Inspections => {
                inspections.iter().try_for_each(|each| out.serialize(rows::inspection(article, each)))
            }
            Table::Ratings => inspections.iter().try_for_each(|each| {
                each.ratings.iter().try_for_each(|rating| out.serialize(rows::rating(article, each, rating)))
            }),
            Table::Recommendations => inspections.iter().try_for_each(|each| {
                let mut asked = each.recommendations.iter();
                asked.try_for_each(|asked| out.serialize(rows::recommendation(article, each, asked)))
            }),
            Table::Statements => {
                statements.iter().try_for_each(|each| out.serialize(rows::statement(coverage, each)))
            }
        }
    }

    fn checked(&self, written: csv::Result<()>) -> Result<(), CsvError> {
        written.map_err(|source| CsvError::Row { table: self.table.file_name(), source })
    }
}
