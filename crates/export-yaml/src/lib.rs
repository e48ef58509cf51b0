//! Press coverage of public-service inspections as YAML.
//!
//! One [`Coverage`] is one document, with the fields of the model under their own names and in their own
//! order. What is written comes back string for string from readers of YAML 1.2 (Rust, Go) and of YAML 1.1
//! (`PyYAML`'s `safe_load`, Ruby): a string is written without quotation marks only where both read it as a
//! string. No tags, anchors or aliases are written; what is not known is `null`.
//!
//! ```
//! use onrecord_model::{Article, Coverage};
//!
//! let mut coverage = Coverage::empty(Article::new("no", "seeds/no.txt", "53a0"));
//! coverage.article.title = Some("Force praised".to_owned());
//!
//! let yaml = onrecord_yaml::to_string(&coverage)?;
//! assert!(yaml.starts_with("article:\n  id: \"no\"\n  path: seeds/no.txt\n"));
//! assert!(yaml.contains("  title: Force praised\n"));
//! assert_eq!(onrecord_yaml::read(&yaml)?, coverage);
//! # Ok::<(), onrecord_yaml::YamlError>(())
//! ```

use std::io;

use onrecord_model::Coverage;

mod block;
mod error;
mod scalar;
#[cfg(test)]
mod tests;

pub use error::YamlError;

/// Writes one coverage as one YAML document, ending in a line break.
///
/// # Errors
/// [`YamlError::Write`] where `out` cannot be written; [`YamlError::Serialize`] and [`YamlError::Shape`] where
/// the record cannot be expressed, which no coverage causes.
pub fn write(coverage: &Coverage, mut out: impl io::Write) -> Result<(), YamlError> {
    block::document(coverage, &mut out)
}

/// One coverage as one YAML document, ending in a line break.
///
/// # Errors
/// As [`write()`], without [`YamlError::Write`].
pub fn to_string(coverage: &Coverage) -> Result<String, YamlError> {
    let mut yaml = Vec::new();
    write(coverage, &mut yaml)?;
    Ok(String::from_utf8(yaml).expect("only strings are written"))
}

/// Reads back a coverage that [`write()`] or [`to_string`] wrote.
///
/// # Errors
/// [`YamlError::Read`] where the text is not YAML, not one coverage, or holds a value the model refuses (a
/// grade outside its scale, a span that ends before it starts).
pub fn read(yaml: &str) -> Result<Coverage, YamlError> {
    serde_yaml::from_str(yaml).map_err(YamlError::Read)
}
