use std::path::{Path, PathBuf, absolute};

use crate::input::{Input, Place};

/// Folders of an export with files that look like articles: texts, pages, lines of JSON.
const FOLDERS: &[&str] = &["text", "html", "jsonl"];

/// The files that an export writes itself. Where its folder lies among the articles, they are none.
pub(crate) struct OwnOutput(Option<PathBuf>);

impl OwnOutput {
    pub(crate) fn new(out: &Path) -> Self {
        Self(absolute(out).ok())
    }

    /// Whether an input lies where the export puts its files.
    pub(crate) fn holds(&self, input: &Input) -> bool {
        let path = match &input.place {
            Place::File(path) | Place::Line { file: path, .. } => path,
            Place::StandardInput { .. } | Place::StandardInputLine { .. } => return false,
        };
        let within = self.0.as_deref().zip(absolute(path).ok());
        within.is_some_and(|(out, path)| FOLDERS.iter().any(|folder| path.starts_with(out.join(folder))))
    }
}
