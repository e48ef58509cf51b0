//! Text of an article in Markdown, so that it stays text.
//!
//! Every piece is made one line, so a character is the first of a block only where it is the first of a piece.

/// What always has a meaning between words: code, emphasis, links, HTML, tables' neighbours, mathematics.
const ALWAYS: &str = "\\`*_[]<>{}#~^$";

/// What opens a block where it comes first: lists, headings, fences, definitions.
const FIRST: &str = "-+=:";

/// The longest number that opens a list.
const LIST_DIGITS: usize = 9;

/// One line of text in which nothing opens a link, an image, code, HTML, emphasis, a heading, a list, a cell
/// or a footnote, in `CommonMark` and in GitHub's extensions. White space becomes single spaces; control
/// characters become U+FFFD, as Markdown itself does with NUL.
pub(crate) fn escape(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len() + line.len() / 8);
    let mut rest = line.as_str();
    while !rest.is_empty() {
        let mail = rest.find(|c| !is_mail(c)).unwrap_or(rest.len());
        let len = if mail > 0 { mail } else { rest.find(is_mail).unwrap_or(rest.len()) };
        let (piece, after) = rest.split_at(len);
        if piece.trim_matches('@').contains('@') {
            push_address(&mut out, piece);
        } else {
            push_text(&mut out, piece, after);
        }
        rest = after;
    }
    out
}

/// The words with single spaces between them and control characters made visible.
fn one_line(text: &str) -> String {
    let is_space = |c: char| c != '\u{A0}' && c.is_whitespace();
    let words: Vec<&str> = text.trim().split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ").replace(char::is_control, "\u{FFFD}")
}

/// What a mail address is made of where GitHub looks for one.
fn is_mail(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".+-_@".contains(c)
}

/// A mail address becomes code: GitHub links an address whatever is escaped in it.
fn push_address(out: &mut String, address: &str) {
    out.push('`');
    out.push_str(address);
    out.push('`');
}

/// `after` is what follows the piece in its line; an empty `out` is the start of the line.
fn push_text(out: &mut String, piece: &str, after: &str) {
    for (at, c) in piece.char_indices() {
        let next = &piece[at + c.len_utf8()..];
        let next = if next.is_empty() { after } else { next };
        match c {
            '|' => out.push_str("&#124;"),
            _ if has_meaning(out, c, next) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
}

/// True where a character would be more than itself after `before` and in front of `next`.
fn has_meaning(before: &str, c: char, next: &str) -> bool {
    let first = before.is_empty() && FIRST.contains(c);
    let numbers = matches!(c, '.' | ')')
        && (1..=LIST_DIGITS).contains(&before.len())
        && before.bytes().all(|b| b.is_ascii_digit());
    let entity = c == '&' && next.starts_with(|n: char| n == '#' || n.is_ascii_alphanumeric());
    let address = c == ':' && next.starts_with("//");
    let host = c == '.' && ends_with_www(before);
    ALWAYS.contains(c) || first || numbers || entity || address || host
}

fn ends_with_www(before: &str) -> bool {
    let bytes = before.as_bytes();
    bytes.len() >= 3 && bytes[bytes.len() - 3..].eq_ignore_ascii_case(b"www")
}
