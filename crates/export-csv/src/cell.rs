use std::borrow::Cow;

/// What makes a spreadsheet run a cell, also in the wide forms that East Asian input methods write.
const RUNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The character that keeps a spreadsheet from running a cell.
const APOSTROPHE: char = '\'';

/// A cell that no spreadsheet runs as a formula.
///
/// A text gets an apostrophe in front where its first character is a tab or a line break, or where its first
/// character after white space is one of `= + - @` (or their wide forms). A text that starts with an apostrophe
/// gets a second one, so that [`unescape`] gives back every text. The promise holds for readers that split at
/// commas.
///
/// ```
/// assert_eq!(onrecord_csv::escape("=1+1"), "'=1+1");
/// assert_eq!(onrecord_csv::escape("'tis"), "''tis");
/// assert_eq!(onrecord_csv::escape("1+1=2"), "1+1=2");
/// ```
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let visible = text.trim_start_matches(is_skipped);
    if text.starts_with([APOSTROPHE, '\t', '\r', '\n']) || visible.starts_with(RUNS) {
        Cow::Owned(format!("{APOSTROPHE}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that [`escape`] made a cell of.
///
/// ```
/// assert_eq!(onrecord_csv::unescape("'=1+1"), "=1+1");
/// assert_eq!(onrecord_csv::unescape("1+1=2"), "1+1=2");
/// ```
#[must_use]
pub fn unescape(cell: &str) -> &str {
    cell.strip_prefix(APOSTROPHE).unwrap_or(cell)
}

/// What spreadsheets may drop in front of a cell's text.
fn is_skipped(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}' | '\u{FEFF}')
}
