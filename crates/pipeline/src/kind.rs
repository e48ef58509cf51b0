use std::ffi::OsStr;
use std::path::Path;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An article's text.
    Text,
    /// An article in a web page.
    Page,
    /// An article in each line, as JSON.
    Lines,
    /// An article as one JSON object, on however many lines. No name tells it: much else ends in `.json`.
    Object,
    /// A JSON array that is empty or begins with something else than an object, which is refused.
    Array,
    /// A web archive, which is refused: it would come out as a text without a fact.
    Archive,
}

/// The endings of names that tell, in any case.
const ENDINGS: [(&str, Kind); 8] = [
    ("txt", Kind::Text),
    ("html", Kind::Page),
    ("htm", Kind::Page),
    ("xhtml", Kind::Page),
    ("jsonl", Kind::Lines),
    ("ndjson", Kind::Lines),
    ("mhtml", Kind::Archive),
    ("mht", Kind::Archive),
];

impl Kind {
    /// By the name; `None` for a name that does not tell.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str)?;
        ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, kind)| *kind)
    }
}
