use std::path::PathBuf;

use onrecord_model::Coverage;
use onrecord_parquet::{Table, TableWriter, file_name};

use crate::PipelineError;
use crate::output::{Finished, Folder, OutputFile, unwritable};
use crate::tables::{Tables, place};

/// The tables of the Parquet format.
pub(crate) struct ParquetTables(Vec<(PathBuf, TableWriter<OutputFile>)>);

impl ParquetTables {
    pub(crate) fn open(folder: &Folder) -> Result<Box<dyn Tables>, PipelineError> {
        let open = |table: Table| {
            let file = folder.file(&file_name(table))?;
            let path = file.path().to_owned();
            let writer = TableWriter::new(table, file).map_err(|error| unwritable(&path, error))?;
            Ok((path, writer))
        };
        let tables: Result<Vec<_>, PipelineError> = Table::ALL.into_iter().map(open).collect();
        Ok(Box::new(Self(tables?)))
    }
}

impl Tables for ParquetTables {
    fn write(&mut self, coverage: &Coverage, _: &[u8]) -> Result<(), PipelineError> {
        for (path, writer) in &mut self.0 {
            writer.write(coverage).map_err(|error| unwritable(path, error))?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<Finished>, PipelineError> {
        let finish = |(path, writer): (PathBuf, TableWriter<OutputFile>)| {
            writer.finish().map_err(|error| unwritable(&path, error))
        };
        let files: Result<Vec<_>, PipelineError> = self.0.into_iter().map(finish).collect();
        place(files?)
    }
}
