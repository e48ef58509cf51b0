use onrecord_model::Coverage;

use crate::PipelineError;
use crate::format::WritePage;
use crate::output::{Finished, Folder, unwritable};

/// A format that has a file for each article, named after its id.
pub(crate) struct Pages {
    pub(crate) folder: Folder,
    pub(crate) extension: &'static str,
    pub(crate) write: WritePage,
}

impl Pages {
    /// Finishes one article's file: writes, compares or hands it over.
    pub(crate) fn write(&self, coverage: &Coverage) -> Result<Option<Finished>, PipelineError> {
        let mut file = self.folder.file(&format!("{}.{}", coverage.article.id, self.extension))?;
        (self.write)(coverage, &mut file).map_err(|error| unwritable(file.path(), error))?;
        file.finish()
    }
}
