use std::io::Write;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use onrecord_model::Article;

use crate::PipelineError;
use crate::document::{TEXTS, text_name};
use crate::output::{Finished, Folder, Mode, unwritable};

/// The texts that were taken out of web pages and lines of JSON, a file for each.
pub(crate) struct Texts {
    out: PathBuf,
    mode: Mode,
    /// Made for the first text: most exports have none.
    folder: Mutex<Option<Folder>>,
}

impl Texts {
    pub(crate) fn new(out: PathBuf, mode: Mode) -> Self {
        Self { out, mode, folder: Mutex::new(None) }
    }

    /// Finishes the file of an article's text, where it has one of its own.
    pub(crate) fn write(&self, article: &Article, text: &[u8]) -> Result<Option<Finished>, PipelineError> {
        if article.text.is_none() {
            return Ok(None);
        }
        let mut file = {
            let mut folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
            let folder = match &mut *folder {
                Some(folder) => folder,
                none => none.insert(Folder::new(self.out.join(TEXTS), self.mode)?),
            };
            folder.file(&text_name(&article.id))?
        };
        file.write_all(text).map_err(|error| unwritable(file.path(), error))?;
        file.finish()
    }
}
