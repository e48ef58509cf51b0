use std::io;

/// Why a page could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MarkdownError {
    /// The output refused the bytes.
    #[error("the page could not be written: {0}")]
    Write(#[source] io::Error),
}
