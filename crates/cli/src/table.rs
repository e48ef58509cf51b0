use unicode_width::UnicodeWidthStr;

use crate::printable;

/// Widest a column of words gets.
const WIDEST: usize = 44;

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// Rows in aligned columns, given out a block at a time: a table of any length needs the memory of one
/// block. Columns grow from block to block and never shrink.
#[derive(Debug)]
pub struct Table<const N: usize> {
    aligns: [Align; N],
    widths: [usize; N],
    rows: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    pub fn new(columns: [(&str, Align); N]) -> Self {
        let mut table = Self { aligns: columns.map(|(_, align)| align), widths: [0; N], rows: Vec::new() };
        table.push(columns.map(|(name, _)| name.to_owned()));
        table
    }

    pub fn push(&mut self, row: [String; N]) {
        let row = row.map(|cell| printable::cut(&printable::line(&cell), WIDEST));
        for (width, cell) in self.widths.iter_mut().zip(&row) {
            *width = cell.width().max(*width);
        }
        self.rows.push(row);
    }

    /// Rows that were not given out yet, the names of the columns among them.
    pub fn pending(&self) -> usize {
        self.rows.len()
    }

    /// The rows since the last call, a line each.
    pub fn take(&mut self) -> String {
        let rows = std::mem::take(&mut self.rows);
        rows.iter().map(|row| self.line(row)).collect()
    }

    fn line(&self, row: &[String; N]) -> String {
        let mut line = String::new();
        for ((cell, align), width) in row.iter().zip(self.aligns).zip(self.widths) {
            let space = " ".repeat(width.saturating_sub(cell.width()));
            line += &match align {
                Align::Left => format!("{cell}{space}  "),
                Align::Right => format!("{space}{cell}  "),
            };
        }
        format!("{}\n", line.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_a_terminal_shows() {
        let mut table = Table::new([("body", Align::Left), ("n", Align::Right)]);
        table.push(["東京".to_owned(), "7".to_owned()]);
        table.push(["café\n".to_owned(), "12".to_owned()]);
        assert_eq!(table.take(), "body     n\n東京     7\ncafé\\n  12\n");
    }

    #[test]
    fn a_later_block_keeps_the_columns() {
        let mut table = Table::new([("a", Align::Left), ("b", Align::Left)]);
        table.push(["wide".to_owned(), "x".to_owned()]);
        assert_eq!((table.pending(), table.take().as_str()), (2, "a     b\nwide  x\n"));
        table.push(["y".to_owned(), "z".to_owned()]);
        assert_eq!((table.take().as_str(), table.pending()), ("y     z\n", 0));
    }
}
