use std::path::PathBuf;

/// Why a database could not be made. What is at its path is useless then: remove it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SqliteError {
    /// The path already holds something.
    #[error("{}: holds something already; remove it or choose another name", path.display())]
    Taken {
        /// The path.
        path: PathBuf,
    },
    /// The file could not be made, or the tables in it.
    #[error("the database could not be made: {source}")]
    Create {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// A row could not be written: the disk is full, or its article is in the database already.
    #[error(
        "article `{article}`: a row of {table} could not be written ({source}); each article must come once"
    )]
    Row {
        /// The id of the article.
        article: String,
        /// The name of the table.
        table: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The indexes and views could not be made, or the file not be closed.
    #[error("the database could not be finished: {source}")]
    Finish {
        /// What SQLite said.
        source: rusqlite::Error,
    },
}
