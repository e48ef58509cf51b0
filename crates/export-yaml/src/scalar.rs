//! Strings, in the style in which every reader gives them back unchanged: plain where nothing can go wrong,
//! literal for clean lines, else double-quoted with escapes.

use std::fmt::Write;

/// Words that YAML 1.1 reads as true, false or null, in any mixture of cases.
const NOT_STRINGS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

/// Writes a string; the lines of a literal one are indented by `indent`, which must not be 0.
pub(crate) fn push(out: &mut String, text: &str, indent: usize) {
    if is_literal(text) { push_literal(out, text, indent) } else { push_line(out, text) }
}

/// Writes a string on one line.
pub(crate) fn push_line(out: &mut String, text: &str) {
    if is_plain(text) { out.push_str(text) } else { push_quoted(out, text) }
}

/// True where the string needs no quotation marks. What starts with anything but a letter or a typographic
/// mark is never plain, so numbers, dates, times, `<<`, `=` and `~` need no rules of their own.
fn is_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_ascii_alphabetic() || (!c.is_ascii() && is_visible(c)));
    starts_well
        && text.chars().all(|c| c == ' ' || is_visible(c))
        && text.trim_end().len() == text.len()
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !NOT_STRINGS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// True for several lines that hold nothing a reader would strip, fold or take for indentation.
fn is_literal(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let clean = |line: &str| !line.ends_with(' ') && line.chars().all(|c| c == ' ' || is_visible(c));
    body.contains('\n')
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && body.split('\n').all(clean)
}

/// True for a character that YAML prints as it is and that breaks no line.
fn is_visible(c: char) -> bool {
    let unprintable = matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    let space = c.is_whitespace() && c != '\u{A0}';
    !(c.is_control() || space || unprintable)
}

fn push_literal(out: &mut String, text: &str, indent: usize) {
    let (header, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    out.push_str(header);
    for line in body.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line);
        }
    }
}

fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == ' ' || is_visible(c) => out.push(c),
            c => push_escape(out, c),
        }
    }
    out.push('"');
}

/// `\x1B`, `\u2028`: every such character lies in the first plane.
fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    let written = if code < 0x100 { write!(out, "\\x{code:02X}") } else { write!(out, "\\u{code:04X}") };
    written.expect("a string takes every character");
}
