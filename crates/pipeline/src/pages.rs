use onrecord_model::Coverage;

use crate::PipelineError;
use crate::difference::Difference;
use crate::format::WritePage;
use crate::output::{Folder, unwritable};

/// A format that has a file for each article, named after its id.
pub(crate) struct Pages {
    pub(crate) folder: Folder,
    pub(crate) extension: &'static str,
    pub(crate) write: WritePage,
}

impl Pages {
    /// Puts one article's file in its place, or compares it with what stands there.
    pub(crate) fn write(&self, coverage: &Coverage) -> Result<Option<Difference>, PipelineError> {
        let mut file = self.folder.file(&format!("{}.{}", coverage.article.id, self.extension))?;
        (self.write)(coverage, &mut file).map_err(|error| unwritable(file.path(), error))?;
        file.finish()
    }
}
