use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text on one line of a terminal: what would move the cursor, ring or change the direction of the text
/// is written out (`\n`, `\u{1b}`).
pub fn line(text: &str) -> String {
    escape(text, &[])
}

/// The same, with line breaks and tabs as they are.
pub fn lines(text: &str) -> String {
    escape(text, &['\n', '\t'])
}

/// At most `columns` wide, with `…` where something is cut off.
pub fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut width = 1;
    let fits = |c: &char| {
        width += c.width().unwrap_or(0);
        width <= columns
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

fn escape(text: &str, kept: &[char]) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if (c.is_control() && !kept.contains(&c)) || changes_direction(c) {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

fn changes_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cannot_drive_the_terminal() {
        assert_eq!(line("a\n\x1b[31mb\u{202E}c\r"), r"a\n\u{1b}[31mb\u{202e}c\r");
        assert_eq!(lines("a\n\tb\x07"), "a\n\tb\\u{7}");
        assert_eq!(line("“caf\u{e9}”"), "“café”");
    }

    #[test]
    fn a_cut_text_is_no_wider_than_asked() {
        assert_eq!(cut("Adequate", 8), "Adequate");
        assert_eq!(cut("Adequate!", 8), "Adequat…");
        assert_eq!(cut("東京都庁", 6), "東京…");
    }
}
