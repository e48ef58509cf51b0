use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a page its encoding has to be stated, by the HTML standard.
const HEAD: usize = 1024;

/// Tags that only HTML has, at the start of a text or near it.
const SIGNS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

/// Whether bytes of unknown origin are an HTML page rather than plain text.
#[must_use]
pub fn is_html(bytes: &[u8]) -> bool {
    let bytes = without_comments(bytes);
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    start.starts_with('<') && SIGNS.iter().any(|sign| start.contains(sign))
}

/// Without the blanks and comments at the start: a licence, or where a browser saved the page from.
fn without_comments(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    while let Some(comment) = rest.strip_prefix(b"<!--") {
        let Some(end) = comment.windows(3).position(|mark| mark == b"-->") else { break };
        rest = comment[end + 3..].trim_ascii_start();
    }
    rest
}

/// The text of a page.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let stated = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| stated(bytes));
    let encoding = stated.unwrap_or(if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    // Many a page states UTF-8 by habit and is something else.
    let encoding =
        if encoding == UTF_8 && std::str::from_utf8(bytes).is_err() { WINDOWS_1252 } else { encoding };
    encoding.decode(bytes).0.into_owned()
}

/// `<meta charset="…">` or `content="text/html; charset=…"`.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']);
    let end = label.find(['"', '\'', ';', '>', ' ', '/']).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_the_encoding_it_states_or_is_in() {
        for (bytes, expected) in [
            (&b"<meta charset='iso-8859-1'>caf\xE9"[..], "café"),
            (b"<meta charset=utf-8>caf\xE9", "café"),
            ("<meta charset=\"utf-8\">café".as_bytes(), "café"),
            ("café".as_bytes(), "café"),
            (b"\xFF\xFEc\0a\0f\0\xE9\0", "café"),
        ] {
            assert!(decode(bytes).ends_with(expected), "{bytes:?}");
        }
    }

    #[test]
    fn only_a_page_is_taken_for_one() {
        assert!(is_html(b"\xEF\xBB\xBF\n <!DOCTYPE HTML><title>x</title>"));
        assert!(is_html(b"<!-- saved --><html lang=en>"));
        let comments = format!("{}<!-- {} -->\n<!-- x -->", " ".repeat(2000), "licence ".repeat(400));
        assert!(is_html(format!("{comments}<html>").as_bytes()));
        assert!(!is_html(comments.as_bytes()));
        for text in ["The <html> tag was rated good.", "< 5 homes", "", "<3 this home"] {
            assert!(!is_html(text.as_bytes()), "{text}");
        }
    }
}
