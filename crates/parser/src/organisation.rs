//! Organisations: the inspectorates and bodies that an article names, as ranges of tokens.

use std::ops::Range;

/// A place where the text names, or means, an inspectorate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InspectorateMention {
    pub tokens: Range<usize>,
    /// Its place in the lexicon's table.
    pub inspectorate: u16,
    pub form: Form,
}

/// How a mention names its inspectorate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// A noun that means whichever inspectorate is in play: the watchdog.
    Noun,
    /// A name that several share: HMIP.
    Shared,
    /// A name of this one only.
    Name,
}

/// A proper name that may be an inspected body's: words with capitals, and what joins them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProperName {
    /// Without the article before it and a possessive behind it.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// The known body that it is.
    pub known: Option<u16>,
    /// The kinds of body whose names are built like this, by place in the lexicon's table.
    pub kinds: Vec<u16>,
}

/// The organisations of an article.
#[derive(Debug, Default)]
pub(crate) struct Organisations {
    pub inspectorates: Vec<InspectorateMention>,
    pub names: Vec<ProperName>,
}
