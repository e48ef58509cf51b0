use std::io;

use onrecord_model::Coverage;
use onrecord_tables::{Table, Value};

use crate::{CsvError, escape};

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
        for row in self.table.rows(coverage) {
            for value in &row {
                match value {
                    Value::Text(text) => self.rows.write_field(&*escape(text))?,
                    other => self.rows.write_field(other.to_string())?,
                }
            }
            self.rows.write_record(None::<&[u8]>)?;
        }
        Ok(())
    }

    fn checked(&self, written: csv::Result<()>) -> Result<(), CsvError> {
        written.map_err(|source| CsvError::Row { table: self.table.file_name(), source })
    }
}
