use std::io;

/// Why a record could not be written as a line or read from one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JsonlError {
    /// The output refused the bytes.
    #[error("the line could not be written: {0}")]
    Write(#[source] io::Error),
    /// The input gave no more bytes, or bytes that are not UTF-8.
    #[error("line {line} cannot be read: {source}")]
    Unreadable {
        /// 1-based.
        line: u64,
        /// What the input said.
        source: io::Error,
    },
    /// A line that is no coverage.
    #[error("line {line} is not a coverage: {source}; each line must be one as `write` writes it")]
    NotACoverage {
        /// 1-based.
        line: u64,
        /// What is wrong, with the column.
        source: serde_json::Error,
    },
}
