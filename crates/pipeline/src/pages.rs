use onrecord_model::Coverage;

use crate::PipelineError;
use crate::difference::Difference;
use crate::format::{NamePage, WritePage};
use crate::output::{Folder, unwritable};

/// A format that has a file for each article.
pub(crate) struct Pages {
    pub(crate) folder: Folder,
    pub(crate) name: NamePage,
    pub(crate) write: WritePage,
}

impl Pages {
    /// Puts one article's file in its place, or compares it with what stands there.
    pub(crate) fn write(
        &self,
        coverage: &Coverage,
        bytes: &[u8],
    ) -> Result<Option<Difference>, PipelineError> {
        let mut file = self.folder.file(&(self.name)(&coverage.article.id))?;
        (self.write)(coverage, bytes, &mut file).map_err(|error| unwritable(file.path(), error))?;
        file.finish()
    }
}
