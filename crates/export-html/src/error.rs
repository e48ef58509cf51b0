use std::io;

/// Why a page could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HtmlError {
    /// The rows of the index could not be read again.
    #[error("the rows of the index could not be read: {0}")]
    Read(#[source] io::Error),
    /// The output refused the bytes.
    #[error("the page could not be written: {0}")]
    Write(#[source] io::Error),
}
