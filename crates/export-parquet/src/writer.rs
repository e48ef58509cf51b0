use std::io;
use std::sync::Arc;

use onrecord_model::Coverage;
use onrecord_tables::Table;
use parquet::basic::Compression;
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;

use crate::cells::Cells;
use crate::{ParquetError, schema};

/// Bytes of rows held before they are written as one group: readers like groups large, memory likes them small.
const GROUP: usize = 8 << 20;

/// Writes one table, coverage after coverage; holds no more than about ten megabytes of it at a time.
///
/// Call [`finish`](Self::finish) at the end: without it the file has no footer, and nothing reads it.
pub struct TableWriter<W: io::Write + Send> {
    table: Table,
    file: SerializedFileWriter<W>,
    columns: Vec<Cells>,
    held: usize,
}

impl<W: io::Write + Send> TableWriter<W> {
    /// Starts a table.
    ///
    /// # Errors
    /// [`ParquetError`] where `out` cannot be written.
    pub fn new(table: Table, out: W) -> std::result::Result<Self, ParquetError> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let open = || SerializedFileWriter::new(out, schema::of(table)?, Arc::new(properties));
        let file = open().map_err(|source| error(table, source))?;
        Ok(Self { table, file, columns: table.fields().iter().map(Cells::new).collect(), held: 0 })
    }

    /// Appends the rows that one coverage gives to this table; there may be none.
    ///
    /// # Errors
    /// [`ParquetError`] where the output cannot be written.
    pub fn write(&mut self, coverage: &Coverage) -> std::result::Result<(), ParquetError> {
        self.append(coverage).map_err(|source| error(self.table, source))
    }

    /// Writes what is still held and the footer, and gives the output back.
    ///
    /// # Errors
    /// [`ParquetError`] where the output cannot be written.
    pub fn finish(mut self) -> std::result::Result<W, ParquetError> {
        let table = self.table;
        let finished = self.flush().and_then(|()| self.file.into_inner());
        finished.map_err(|source| error(table, source))
    }

    fn append(&mut self, coverage: &Coverage) -> Result<()> {
        for row in self.table.rows(coverage) {
            for (cells, value) in self.columns.iter_mut().zip(&row) {
                self.held += cells.push(value)?;
            }
            if self.held >= GROUP {
                self.flush()?;
            }
        }
        Ok(())
    }

    /// Writes the rows that are held as one group.
    fn flush(&mut self) -> Result<()> {
        if self.held == 0 {
            return Ok(());
        }
        self.held = 0;
        let mut group = self.file.next_row_group()?;
        for cells in &mut self.columns {
            if let Some(column) = group.next_column()? {
                cells.flush(column)?;
            }
        }
        group.close().map(drop)
    }
}

fn error(table: Table, source: parquet::errors::ParquetError) -> ParquetError {
    ParquetError { table: schema::file_name(table), source }
}
