//! Press coverage of public-service inspections as Markdown: one page for each article, for a person to read.
//!
//! A page says who inspected whom and what for, lists the grades with what they are out of, what has to
//! improve and who said what, and names the line of the article for each fact. What the reader of the article
//! could not place comes last.
//!
//! Nothing in an article opens a link, an image, HTML, code, a heading, a list, a table cell, a footnote or
//! emphasis: its words stay words, in `CommonMark` and in GitHub's Markdown. Three things are changed. White
//! space becomes single spaces, control characters become U+FFFD, and a mail address stands as code, because
//! GitHub links an address whatever is escaped in it.
//!
//! ```
//! use onrecord_model::{Article, Coverage};
//!
//! let mut coverage = Coverage::empty(Article::new("a1", "seeds/a1.txt", "53a0"));
//! coverage.article.title = Some("Force *praised*".to_owned());
//!
//! let mut page = Vec::new();
//! onrecord_markdown::write(&coverage, &mut page)?;
//! assert!(page.starts_with(b"# Force \\*praised\\*\n"));
//! # Ok::<(), onrecord_markdown::MarkdownError>(())
//! ```

use std::io;

use onrecord_model::Coverage;

mod error;
mod escape;
mod page;
#[cfg(test)]
mod tests;
mod words;

pub use error::MarkdownError;

/// Writes the page of one article, ending in a line break.
///
/// # Errors
/// [`MarkdownError::Write`] where `out` cannot be written.
pub fn write(coverage: &Coverage, mut out: impl io::Write) -> Result<(), MarkdownError> {
    out.write_all(to_string(coverage).as_bytes()).map_err(MarkdownError::Write)
}

/// The page of one article, ending in a line break.
#[must_use]
pub fn to_string(coverage: &Coverage) -> String {
    let mut page = String::new();
    page::page(&mut page, coverage).expect("a string takes every character");
    page
}
