//! From the elements of an article to its lines.

use dom_query::NodeRef;

use crate::plain;

/// Elements that begin and end a line.
const BLOCKS: [&str; 31] = [
    "address",
    "article",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
/// What stands before a line, by the element it is in.
const MARKS: [(&str, &str); 2] = [("li", "• "), ("figcaption", "Caption: ")];

/// A line of an article's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub text: String,
    pub heading: bool,
    /// Nothing of it but links.
    pub linked: bool,
    /// Links for the most part, such as a headline with its date.
    pub leads: bool,
}

/// The lines of an element, in order.
pub(crate) fn lines(root: NodeRef<'_>) -> Vec<Line> {
    let mut writer = Writer::default();
    // A stack of its own: a page may nest deeper than the program's stack reaches.
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => writer.write(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
                let row = name == "tr" && is_row(&node);
                writer.enter(&name, row);
                steps.push(Step::Leave(name, row));
                steps.extend(node.children_it(true).map(Step::Enter));
            }
            Step::Leave(name, row) => writer.leave(&name, row),
        }
    }
    writer.end_line();
    writer.lines
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    /// An element's name, and whether it is a row of words.
    Leave(String, bool),
}

/// A row of words; old pages lay whole articles out in rows.
pub(crate) fn is_row(node: &NodeRef<'_>) -> bool {
    !node.descendants_it().any(|inner| ["p", "div", "li", "br"].iter().any(|name| inner.has_name(name)))
}

#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
    current: String,
    /// Of the current line.
    linked: usize,
    links: usize,
    headings: usize,
    /// What the next line begins with.
    mark: Option<&'static str>,
    /// Cells of the current row that are done.
    cells: Option<usize>,
}

impl Writer {
    fn write(&mut self, text: &str) {
        self.current.push_str(text);
        if self.links > 0 {
            self.linked += letters(text);
        }
    }

    fn enter(&mut self, name: &str, row: bool) {
        if BLOCKS.contains(&name) {
            self.end_line();
        }
        match name {
            "a" => self.links += 1,
            "td" | "th" => self.enter_cell(),
            _ if row => self.cells = Some(0),
            _ if HEADINGS.contains(&name) => self.headings += 1,
            _ => {}
        }
        let mark = MARKS.iter().find(|(element, _)| *element == name);
        self.mark = mark.map(|(_, mark)| *mark).or(self.mark);
    }

    fn leave(&mut self, name: &str, row: bool) {
        if BLOCKS.contains(&name) {
            self.end_line();
        }
        match name {
            "a" => self.links = self.links.saturating_sub(1),
            _ if row => self.cells = None,
            _ if HEADINGS.contains(&name) => self.headings = self.headings.saturating_sub(1),
            _ => {}
        }
        if MARKS.iter().any(|(element, _)| *element == name) {
            self.mark = None;
        }
    }

    /// `Safe: Good`; the cells behind the second follow a bar. Outside a row of words a cell is a line.
    fn enter_cell(&mut self) {
        match self.cells {
            None => self.end_line(),
            Some(cells) => {
                let before = self.current.trim_end().trim_end_matches(':').len();
                match cells {
                    0 => {}
                    1 if before > 0 => {
                        self.current.truncate(before);
                        self.current.push_str(": ");
                    }
                    _ => self.current.push_str(" | "),
                }
                self.cells = Some(cells + 1);
            }
        }
    }

    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.current);
        let linked = std::mem::take(&mut self.linked);
        let Some(text) = plain(&text) else { return };
        let letters = letters(&text);
        let line = Line {
            linked: linked > 0 && linked * 10 >= letters * 9,
            leads: linked * 2 > letters,
            text: self.mark.unwrap_or_default().to_owned() + &text,
            heading: self.headings > 0,
        };
        // A list item's second paragraph has no bullet; a caption's second line is still one.
        self.mark = self.mark.filter(|mark| *mark != MARKS[0].1);
        self.lines.push(line);
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn texts(html: &str) -> Vec<String> {
        let document = Document::from(html);
        lines(document.root()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn blocks_are_lines_and_spaces_are_single() {
        assert_eq!(
            texts("<h2>Left\non hold</h2><div>One <b>two</b>&nbsp;three<p>Four<br>five</p>six</div>"),
            ["Left on hold", "One two three", "Four", "five", "six"]
        );
    }

    #[test]
    fn items_captions_and_rows_are_marked() {
        assert_eq!(
            texts(
                "<ul><li><p>mend</p><p>soon</p></li><li>count</li></ul>\
                 <figure><img><figcaption>The home <span>(Ada Nwosu)</span></figcaption></figure>\
                 <table><tr><th>Safe:</th><td>Good</td></tr><tr><td>Caring</td><td>Good</td><td>2024</td></tr></table>"
            ),
            [
                "• mend",
                "soon",
                "• count",
                "Caption: The home (Ada Nwosu)",
                "Safe: Good",
                "Caring: Good | 2024"
            ]
        );
    }

    #[test]
    fn a_table_for_layout_is_no_row() {
        assert_eq!(
            texts("<table><tr><td><p>One.</p><p>Two.</p></td><td><p>x</p></td></tr></table>"),
            ["One.", "Two.", "x"]
        );
    }

    #[test]
    fn a_line_of_links_is_told() {
        let document =
            Document::from("<p><a>Dog found</a></p><p>READ MORE: <a>Dog found</a></p><h3><a>x</a></h3>");
        let found: Vec<(bool, bool)> =
            lines(document.root()).into_iter().map(|line| (line.linked, line.heading)).collect();
        assert_eq!(found, [(true, false), (false, false), (true, true)]);
    }
}
