use std::io;

use serde_json::ser::Formatter;

/// JSON that no reader takes for several lines. JSON itself escapes line breaks below U+0020 only.
pub(crate) struct OneLine;

impl Formatter for OneLine {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(ends_a_line) {
            out.write_all(&rest.as_bytes()[..at])?;
            let mut behind = rest[at..].chars();
            if let Some(character) = behind.next() {
                write!(out, "\\u{:04x}", u32::from(character))?;
            }
            rest = behind.as_str();
        }
        out.write_all(rest.as_bytes())
    }
}

/// What some readers take for the end of a line although JSON lets it stand in a string.
fn ends_a_line(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}
