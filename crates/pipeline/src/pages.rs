use onrecord_model::Coverage;

use crate::PipelineError;
use crate::format::{NamePage, WritePage};
use crate::output::{Finished, Folder, unwritable};

/// A format that has a file for each article.
pub(crate) struct Pages {
    pub(crate) folder: Folder,
    pub(crate) name: NamePage,
    pub(crate) write: WritePage,
}

impl Pages {
    /// Finishes one article's file: writes, compares or hands it over.
    pub(crate) fn write(&self, coverage: &Coverage, bytes: &[u8]) -> Result<Option<Finished>, PipelineError> {
        let mut file = self.folder.file(&(self.name)(&coverage.article.id))?;
        (self.write)(coverage, bytes, &mut file).map_err(|error| unwritable(file.path(), error))?;
        file.finish()
    }
}
