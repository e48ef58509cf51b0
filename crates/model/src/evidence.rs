use std::borrow::Cow;

use crate::Span;

/// The words of the article that carry a fact.
///
/// Made only by [`Source::evidence`](crate::Source::evidence), so the text is always what stands between
/// the two offsets.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Written"))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(description = "The words of the article that carry a fact.")
)]
pub struct Evidence {
    /// First byte in the file as it is on disk.
    start: u32,
    /// One past the last byte in the file.
    end: u32,
    /// The 1-based line on which the words start.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    line: u32,
    /// The exact words.
    text: String,
    /// The name of the rule that found them.
    rule: Cow<'static, str>,
}

impl Evidence {
    pub(crate) fn found(span: Span, line: u32, text: &str, rule: impl Into<Cow<'static, str>>) -> Self {
        Self { start: span.start(), end: span.end(), line, text: text.to_owned(), rule: rule.into() }
    }

    /// First byte in the file as it is on disk (a byte order mark and carriage returns count).
    #[must_use]
    pub fn start(&self) -> u32 {
        self.start
    }

    /// One past the last byte in the file.
    #[must_use]
    pub fn end(&self) -> u32 {
        self.end
    }

    /// The 1-based line on which the evidence starts.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The exact words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The exact words, taken out.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// The name of the rule that found it, such as `rating.grade-in-count`.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }
}

/// Evidence as a record holds it, before it is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Evidence"))]
struct Written {
    start: u32,
    end: u32,
    line: u32,
    text: String,
    rule: String,
}

#[cfg(feature = "serde")]
impl TryFrom<Written> for Evidence {
    type Error = crate::ModelError;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let span = Span::new(written.start, written.end)?;
        if written.line == 0 {
            return Err(crate::ModelError::LineZero);
        }
        Ok(Self::found(span, written.line, &written.text, written.rule))
    }
}
