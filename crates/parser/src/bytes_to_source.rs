//! Bytes to text. Any bytes give a text; what was not UTF-8 is a diagnostic.

use encoding_rs::WINDOWS_1252;
use onrecord_model::Source;

/// How the bytes of a file were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// All of it was UTF-8.
    Utf8,
    /// A byte order mark said UTF-16.
    Utf16,
    /// Some bytes were no UTF-8 and were read as Windows-1252, a superset of Latin-1; the first of them stands
    /// at this byte of the text.
    Windows1252(u32),
}

/// The text of a file, with the way back to its bytes.
pub(crate) fn bytes_to_source(bytes: &[u8]) -> (Source<'_>, Encoding) {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (Source::from_utf8(text), Encoding::Utf8),
            Err(error) => (mixed(bytes), Encoding::Windows1252(error.valid_up_to() as u32)),
        },
    }
}

/// UTF-8 with other bytes in it: those are read as Windows-1252.
fn mixed(bytes: &[u8]) -> Source<'static> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut shifts = Shifts::default();
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        for byte in chunk.invalid() {
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(&[*byte]).0);
            at += 1;
            shifts.note(text.len(), at);
        }
    }
    Source::decoded(text, shifts.0)
}

/// UTF-16 behind its byte order mark; half a pair becomes U+FFFD.
fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Source<'static> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len());
    let mut shifts = Shifts::default();
    let mut at = 2;
    shifts.note(0, at);
    for decoded in char::decode_utf16(units) {
        let character = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
        text.push(character);
        at += 2 * character.len_utf16();
        shifts.note(text.len(), at);
    }
    Source::decoded(text, shifts.0)
}

/// The places at which text and file stop running in step.
#[derive(Default)]
struct Shifts(Vec<(u32, u32)>);

impl Shifts {
    /// The text stands at one byte and the file at another; kept only where that is news.
    fn note(&mut self, text: usize, file: usize) {
        let (Ok(text), Ok(file)) = (u32::try_from(text), u32::try_from(file)) else { return };
        let in_step = self.0.last().is_some_and(|&(t, f)| text - t == file - f);
        if !in_step {
            self.0.push((text, file));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_model::Span;

    fn check(bytes: &[u8], word: &str) -> String {
        let (source, encoding) = bytes_to_source(bytes);
        let start = source.text().find(word).expect("the word is read") as u32;
        let evidence = source.evidence(Span::new(start, start + word.len() as u32).unwrap(), "t").unwrap();
        let name = format!("{encoding:?}");
        let name = name.split('(').next().unwrap();
        format!("{name} {}..{}", evidence.start(), evidence.end())
    }

    #[test]
    fn a_byte_order_mark_is_part_of_a_utf_8_file() {
        assert_eq!(check("\u{feff}café bar".as_bytes(), "bar"), "Utf8 9..12");
    }

    #[test]
    fn latin_1_bytes_keep_the_offsets_of_the_file() {
        assert_eq!(check(b"caf\xE9 \x93so\x94 bar", "bar"), "Windows1252 10..13");
        assert_eq!(bytes_to_source(b"caf\xE9 \x93so\x94").0.text(), "café “so”");
    }

    #[test]
    fn utf_16_keeps_the_offsets_of_the_file() {
        let bytes: Vec<u8> = "\u{feff}é bar".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(check(&bytes, "bar"), "Utf16 6..12");
    }
}
