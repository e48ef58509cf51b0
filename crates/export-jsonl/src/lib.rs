//! Press coverage of public-service inspections as JSON Lines: one [`Coverage`] a line.
//!
//! The fields are those of the model, under their own names and in their own order; what is not known is `null`.
//! [`SCHEMA`] is the JSON Schema of a line, made from the model.
//!
//! A line ends in LF, and nothing in it ends a line for any reader: the characters that only some take for the end
//! of a line (U+0085, U+2028, U+2029) are escaped too, so that Python's `splitlines` cuts where `readlines` does.
//!
//! ```
//! use onrecord_model::{Article, Coverage};
//!
//! let coverages = ["a1", "a2"].map(|id| Coverage::empty(Article::new(id, "a.txt", "")));
//! let mut file = Vec::new();
//! for coverage in &coverages {
//!     onrecord_jsonl::write(coverage, &mut file)?;
//! }
//! assert!(file.starts_with(br#"{"article":{"id":"a1","path":"a.txt","#));
//! let back: Result<Vec<Coverage>, _> = onrecord_jsonl::read(&*file).collect();
//! assert_eq!(back?, coverages);
//! # Ok::<(), onrecord_jsonl::JsonlError>(())
//! ```

use std::io;

use onrecord_model::Coverage;
use serde::Serialize;
use serde_json::Serializer;

mod error;
mod line;
mod reader;
#[cfg(test)]
mod tests;

pub use error::JsonlError;
pub use reader::Reader;

/// The JSON Schema (draft 2020-12) of one line.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(onrecord_jsonl::SCHEMA)?;
/// assert_eq!(schema["title"], "Coverage");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const SCHEMA: &str = include_str!("../schema/coverage.schema.json");

/// Writes one coverage as one line.
///
/// # Errors
/// [`JsonlError::Write`] where `out` cannot be written.
pub fn write(coverage: &Coverage, mut out: impl io::Write) -> Result<(), JsonlError> {
    let mut json = Serializer::with_formatter(&mut out, line::OneLine);
    coverage.serialize(&mut json).map_err(|error| JsonlError::Write(error.into()))?;
    out.write_all(b"\n").map_err(JsonlError::Write)
}

/// Reads back the coverages that [`write()`] wrote, one at a time. Empty lines are skipped.
pub fn read<R: io::BufRead>(lines: R) -> Reader<R> {
    Reader::new(lines)
}
