use std::io::Write;
use std::path::PathBuf;

use onrecord_csv::{Table, TableWriter};
use onrecord_model::Coverage;

use crate::PipelineError;
use crate::output::{Finished, Folder, OutputFile, unwritable};

/// Files that hold a few rows of every article, written as the articles come.
pub(crate) trait Tables: Send {
    /// Adds one article's rows to every table, from its record and the bytes it was read from.
    fn write(&mut self, coverage: &Coverage, bytes: &[u8]) -> Result<(), PipelineError>;

    /// Finishes every table: writes, compares or hands it over.
    fn finish(self: Box<Self>) -> Result<Vec<Finished>, PipelineError>;
}

/// The tables of the CSV format, and what describes them.
pub(crate) struct CsvTables {
    tables: Vec<(PathBuf, TableWriter<OutputFile>)>,
    descriptor: OutputFile,
}

impl CsvTables {
    pub(crate) fn open(folder: &Folder) -> Result<Box<dyn Tables>, PipelineError> {
        let open = |table: Table| {
            let file = folder.file(table.file_name())?;
            let path = file.path().to_owned();
            let writer = TableWriter::new(table, file).map_err(|error| unwritable(&path, error))?;
            Ok((path, writer))
        };
        let tables: Result<Vec<_>, PipelineError> = Table::ALL.into_iter().map(open).collect();
        let mut descriptor = folder.file(onrecord_datapackage::FILE_NAME)?;
        let written = onrecord_datapackage::write(&mut descriptor);
        written.map_err(|error| unwritable(descriptor.path(), error))?;
        Ok(Box::new(Self { tables: tables?, descriptor }))
    }
}

impl Tables for CsvTables {
    fn write(&mut self, coverage: &Coverage, _: &[u8]) -> Result<(), PipelineError> {
        for (path, writer) in &mut self.tables {
            writer.write(coverage).map_err(|error| unwritable(path, error))?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<Finished>, PipelineError> {
        let finish = |(path, writer): (PathBuf, TableWriter<OutputFile>)| {
            writer.finish().map_err(|error| unwritable(&path, error))
        };
        let files: Result<Vec<_>, PipelineError> = self.tables.into_iter().map(finish).collect();
        place(files?.into_iter().chain([self.descriptor]))
    }
}

/// Puts files in their places. All are complete before the first takes its place: a full disk leaves the old set.
pub(crate) fn place(files: impl IntoIterator<Item = OutputFile>) -> Result<Vec<Finished>, PipelineError> {
    let mut files: Vec<OutputFile> = files.into_iter().collect();
    for file in &mut files {
        file.flush().map_err(|error| unwritable(file.path(), error))?;
    }
    files.into_iter().filter_map(|file| file.finish().transpose()).collect()
}
