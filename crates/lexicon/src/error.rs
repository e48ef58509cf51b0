use std::path::PathBuf;

/// Why a lexicon could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// A file or folder could not be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file that is not the YAML of its table.
    #[error("{file}:{line}: {message}")]
    Row {
        /// File name.
        file: String,
        /// 1-based line.
        line: usize,
        /// What is wrong with the row.
        message: String,
    },
    /// A file whose name is no table of the lexicon.
    #[error("{file}: no table has this name; the tables are {tables}")]
    UnknownTable {
        /// File name.
        file: String,
        /// The names that are known.
        tables: String,
    },
}
