//! Press coverage of public-service inspections as reading pages for a browser.
//!
//! [`to_string`] makes one file for each article, which needs nothing else, neither a network nor a server: the
//! article with every fact marked in place, beside its record. [`Index`] makes the page that lists all articles
//! and shows their grades by inspectorate and area.
//!
//! Nothing in an article becomes markup or runs: every value is escaped, and a page carries a
//! `Content-Security-Policy` that lets in its own style and script, by their digests, and nothing else. Control
//! characters become U+FFFD.
//!
//! ```
//! use onrecord_model::{Article, Coverage, Source};
//!
//! let source = Source::from_utf8("Force <praised>\n");
//! let coverage = Coverage::empty(Article::new("a1", "seeds/a1.txt", "53a0"));
//!
//! let page = onrecord_html::to_string(&coverage, &source);
//! assert!(page.starts_with("<!DOCTYPE html>"));
//! assert!(page.contains("<h1>Force &lt;praised&gt;</h1>"));
//! ```

use std::io;

use onrecord_model::{Coverage, Source};

mod article;
mod assets;
mod card;
mod coverage_to_facts;
mod error;
mod fact;
mod facts_to_marks;
mod index;
mod index_row;
mod page;
mod page_name;
mod picture;
mod record;
mod sink;
mod tally;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use error::HtmlError;
pub use index::Index;
pub use page_name::page_name;

use crate::sink::Sink;

/// Writes the page of one article. `source` is the text the record was read from: where the words of a fact
/// do not stand there, the fact is on record and not marked.
///
/// # Errors
/// [`HtmlError::Write`] where `out` cannot be written.
pub fn write(coverage: &Coverage, source: &Source<'_>, mut out: impl io::Write) -> Result<(), HtmlError> {
    page::page(coverage, source, &mut Sink(&mut out)).map_err(HtmlError::Write)
}

/// The page of one article, as [`write()`] writes it.
#[must_use]
pub fn to_string(coverage: &Coverage, source: &Source<'_>) -> String {
    let mut page = Vec::new();
    page::page(coverage, source, &mut Sink(&mut page)).expect("memory takes every byte");
    String::from_utf8(page).expect("strings make the page")
}
