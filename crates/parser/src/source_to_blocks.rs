//! Text to blocks: one for each line that is not blank, with what the line is for.
//!
//! The shape of a line decides (a bullet, a colon, no full stop at its end) and, for the furniture of a page,
//! the lexicon's `furniture` table.

use onrecord_lexicon::FurnitureKind;
use onrecord_model::{Source, Span};

use crate::block::{Block, BlockKind};
use crate::furniture_lines::FurnitureLines;
use crate::line_shape::{
    ends_a_sentence, ends_with_and, is_name_or_date, is_row, marker, opens_quotation, without_bracket,
    without_closers,
};

/// The blocks of a text, in order.
pub(crate) fn source_to_blocks(source: &Source<'_>, furniture: &FurnitureLines) -> Vec<Block> {
    let mut reader = Reader { furniture, blocks: Vec::new(), last: Last::default() };
    for (at, line) in source.lines() {
        match line.strip_prefix('\u{feff}') {
            Some(rest) if at == 0 => reader.line(rest, line.len() - rest.len()),
            _ => reader.line(line, at),
        }
    }
    reader.blocks
}

/// What the lines so far say about the next one.
#[derive(Default)]
struct Last {
    /// Running text has begun.
    in_body: bool,
    /// A line that ended with a colon, or a list item without bullet, is open for more items.
    list_open: bool,
    /// The last list item ended with a semicolon, a comma or "and".
    item_goes_on: bool,
    /// Everything from here on is furniture.
    over: bool,
}

struct Reader<'a> {
    furniture: &'a FurnitureLines,
    blocks: Vec<Block>,
    last: Last,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, at: usize) {
        let text = line.trim();
        if text.is_empty() {
            return;
        }
        let (content, kind) = self.kind(text);
        let start = at + (content.as_ptr() as usize - line.as_ptr() as usize);
        let span = span(start, start + content.len());
        self.remember(content, kind, content.len() < text.len());
        self.blocks.push(Block { span, kind });
    }

    /// What the line is for, and its text without a list marker.
    fn kind<'t>(&mut self, text: &'t str) -> (&'t str, BlockKind) {
        if self.last.over {
            return (text, BlockKind::Furniture);
        }
        let item = marker::<()>(text).map(|(rest, _)| rest.trim_start());
        let content = item.as_ref().copied().unwrap_or(text);
        let page = self.furniture_kind(content);
        let kind = match (page, item) {
            (Some(kind), _) => kind,
            (None, Ok(_)) => BlockKind::Item,
            (None, Err(_)) if self.last.in_body => self.body_kind(text),
            (None, Err(_)) => self.top_kind(text),
        };
        (content, kind)
    }

    fn remember(&mut self, content: &str, kind: BlockKind, marked: bool) {
        match kind {
            BlockKind::Paragraph => {
                self.last.in_body = true;
                self.last.list_open = content.ends_with(':');
            }
            BlockKind::Item => {
                self.last.in_body = true;
                let more = content.ends_with([';', ',']) || ends_with_and(content);
                self.last.list_open = !marked && (more || !content.ends_with('.'));
                self.last.item_goes_on = more;
            }
            BlockKind::Row => self.last.in_body = true,
            BlockKind::Crosshead => self.last.list_open = content.ends_with(':'),
            BlockKind::Headline | BlockKind::Caption | BlockKind::Byline | BlockKind::Furniture => {}
        }
    }

    /// The furniture table's word on a line.
    fn furniture_kind(&mut self, text: &str) -> Option<BlockKind> {
        let row = self.furniture.row(text)?;
        self.last.over |= row.to_the_end && self.last.in_body;
        Some(match row.kind {
            FurnitureKind::Caption => BlockKind::Caption,
            FurnitureKind::Byline if self.last.in_body && ends_a_sentence(text) => return None,
            FurnitureKind::Byline => BlockKind::Byline,
            FurnitureKind::Furniture => BlockKind::Furniture,
        })
    }

    /// A line above the running text.
    fn top_kind(&self, text: &str) -> BlockKind {
        let words = text.split_whitespace().count();
        if without_closers(text).ends_with(['.', ':']) || words > 30 || (ends_a_sentence(text) && words > 16)
        {
            BlockKind::Paragraph
        } else if self.blocks.iter().any(|block| block.kind == BlockKind::Headline) && is_name_or_date(text) {
            BlockKind::Byline
        } else {
            BlockKind::Headline
        }
    }

    /// A line of the running text, or between its paragraphs.
    fn body_kind(&self, text: &str) -> BlockKind {
        if self.last.list_open
            && !text.ends_with(':')
            && (!text.ends_with(['.', '”', '"', '’']) || self.follows_item())
        {
            return if is_row(text) { BlockKind::Row } else { BlockKind::Item };
        }
        if ends_a_sentence(text) {
            return BlockKind::Paragraph;
        }
        if is_row(text) {
            return BlockKind::Row;
        }
        match without_bracket(text).split_whitespace().count() {
            0..=8 => BlockKind::Crosshead,
            9..=20 if !opens_quotation(text) => BlockKind::Caption,
            _ => BlockKind::Paragraph,
        }
    }

    fn follows_item(&self) -> bool {
        self.last.item_goes_on && self.blocks.last().is_some_and(|block| block.kind == BlockKind::Item)
    }
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32).unwrap_or_else(|_| unreachable!("a line runs forward"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;
    use onrecord_lexicon::Lexicon;

    /// One line for each block: span, kind, text.
    fn check(text: &str) -> String {
        let source = Source::from_utf8(text);
        let lines = source_to_blocks(&source, &FurnitureLines::new(Lexicon::standard().furniture()))
            .into_iter()
            .map(|block| {
                let (start, end) = (block.span.start(), block.span.end());
                format!("{start}..{end} {} {:?}\n", block.kind.name(), source.get(block.span).unwrap())
            });
        lines.collect()
    }

    #[test]
    fn headline_byline_text_and_furniture() {
        assert_snapshot!(check("Nursery told to improve\r\n\r\nBy A. Writer\r\n3 June 2025\r\nA NURSERY must do more.\r\nREAD MORE: Dog found\r\n"), @r#"
        0..23 headline "Nursery told to improve"
        27..39 byline "By A. Writer"
        41..52 byline "3 June 2025"
        54..77 paragraph "A NURSERY must do more."
        79..99 furniture "READ MORE: Dog found"
        "#);
    }

    #[test]
    fn lists_with_and_without_bullets() {
        assert_snapshot!(check("It must:\n\n• mend the gate;\n- count the children\n\nIt should:\nread more books\nsing.\n\nThe end came."), @r#"
        0..8 paragraph "It must:"
        14..28 item "mend the gate;"
        31..49 item "count the children"
        51..61 paragraph "It should:"
        62..77 furniture "read more books"
        78..83 paragraph "sing."
        85..98 paragraph "The end came."
        "#);
    }

    #[test]
    fn rows_crossheads_and_captions() {
        assert_snapshot!(check("It was fine.\nSafe: Good\n'Left on hold'\nA view of the home in Abbey Row as it was last year\nMore text here."), @r#"
        0..12 paragraph "It was fine."
        13..23 row "Safe: Good"
        24..38 crosshead "'Left on hold'"
        39..90 caption "A view of the home in Abbey Row as it was last year"
        91..106 paragraph "More text here."
        "#);
    }

    #[test]
    fn paragraphs_of_the_story_may_speak_of_newsletters() {
        assert_snapshot!(check("It was fine.\nThe school’s newsletter told parents so.\n“We sent our newsletter,” said Ada Nwosu.\nGet our daily newsletter here.\nDaily newsletter"), @r#"
        0..12 paragraph "It was fine."
        13..55 paragraph "The school’s newsletter told parents so."
        56..101 paragraph "“We sent our newsletter,” said Ada Nwosu."
        102..132 furniture "Get our daily newsletter here."
        133..149 furniture "Daily newsletter"
        "#);
    }

    #[test]
    fn readers_comments_end_the_article() {
        assert_snapshot!(check("It was fine.\n2 Comments\nBill: about time."), @r#"
        0..12 paragraph "It was fine."
        13..23 furniture "2 Comments"
        24..41 furniture "Bill: about time."
        "#);
    }
}
