use std::io::{BufReader, BufWriter, Seek};

use onrecord_html::Index;
use onrecord_model::{Coverage, Scale};
use tempfile::SpooledTempFile;

use crate::PipelineError;
use crate::output::{Finished, Folder, OutputFile, unwritable};
use crate::tables::{Tables, place};

/// Bytes of rows that are held in memory; more go to the system's temporary folder.
const HELD: usize = 1 << 20;

/// The list of all articles of the HTML format. What it shows above its rows is known after the last of them,
/// so the rows wait in a file of their own.
pub(crate) struct HtmlIndex {
    file: OutputFile,
    rows: BufWriter<SpooledTempFile>,
    index: Index,
}

impl HtmlIndex {
    pub(crate) fn open(folder: &Folder, scales: &[Scale]) -> Result<Box<dyn Tables>, PipelineError> {
        let rows = BufWriter::new(SpooledTempFile::new(HELD));
        let index = Index::new().with_scales(scales.iter().cloned());
        Ok(Box::new(Self { file: folder.file("index.html")?, rows, index }))
    }
}

impl Tables for HtmlIndex {
    fn write(&mut self, coverage: &Coverage, bytes: &[u8]) -> Result<(), PipelineError> {
        let source = onrecord_parser::source(bytes);
        let added = self.index.add(coverage, &source, &mut self.rows);
        added.map_err(|error| unwritable(self.file.path(), error))
    }

    fn finish(self: Box<Self>) -> Result<Vec<Finished>, PipelineError> {
        let Self { mut file, rows, index } = *self;
        let mut rows = rows.into_inner().map_err(|error| unwritable(file.path(), error.into_error()))?;
        rows.rewind().map_err(|error| unwritable(file.path(), error))?;
        index.finish(BufReader::new(rows), &mut file).map_err(|error| unwritable(file.path(), error))?;
        place([file])
    }
}
