use std::io::Write;

use onrecord_model::Coverage;

use crate::PipelineError;
use crate::output::{Finished, Folder, OutputFile, unwritable};
use crate::tables::{Tables, place};

/// The file of the JSON Lines format, and the schema of its lines.
pub(crate) struct Lines {
    lines: OutputFile,
    schema: OutputFile,
}

impl Lines {
    pub(crate) fn open(folder: &Folder) -> Result<Box<dyn Tables>, PipelineError> {
        let lines = folder.file("coverage.jsonl")?;
        let mut schema = folder.file("coverage.schema.json")?;
        let written = schema.write_all(onrecord_jsonl::SCHEMA.as_bytes());
        written.map_err(|error| unwritable(schema.path(), error))?;
        Ok(Box::new(Self { lines, schema }))
    }
}

impl Tables for Lines {
    fn write(&mut self, coverage: &Coverage, _: &[u8]) -> Result<(), PipelineError> {
        let written = onrecord_jsonl::write(coverage, &mut self.lines);
        written.map_err(|error| unwritable(self.lines.path(), error))
    }

    fn finish(self: Box<Self>) -> Result<Vec<Finished>, PipelineError> {
        place([self.lines, self.schema])
    }
}
