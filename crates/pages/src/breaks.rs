//! From two line breaks to a paragraph: old pages, and those of simple systems, have no other.

use dom_query::{Document, NodeRef};

/// Elements that stand in a line.
const INLINE: [&str; 19] = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "u",
];

/// Makes a paragraph of what stands on either side of two line breaks.
pub(crate) fn to_paragraphs(document: &Document) {
    let mut parents: Vec<NodeRef<'_>> = Vec::new();
    for node in document.select("br + br").nodes() {
        let parent = node.parent().filter(|parent| parents.last().map(|last| last.id) != Some(parent.id));
        parents.extend(parent.filter(|parent| !parent.has_name("p")));
    }
    for parent in parents {
        let children = parent.children();
        for run in children.split(|node| !is_inline(node)).filter(|run| has_two_breaks(run)) {
            wrap(document, run);
        }
    }
}

fn is_inline(node: &NodeRef<'_>) -> bool {
    node.is_text() || is_break(node) || INLINE.iter().any(|name| node.has_name(name))
}

fn is_break(node: &NodeRef<'_>) -> bool {
    node.has_name("br")
}

fn is_blank(node: &NodeRef<'_>) -> bool {
    node.is_text() && node.text().trim().is_empty()
}

fn has_two_breaks(run: &[NodeRef<'_>]) -> bool {
    let mut breaks = run.iter().filter(|node| !is_blank(node)).map(is_break);
    let mut before = false;
    breaks.any(|now| std::mem::replace(&mut before, now) && now)
}

/// A single break stays in its paragraph.
fn wrap(document: &Document, run: &[NodeRef<'_>]) {
    let mut paragraph: Option<NodeRef<'_>> = None;
    let mut at = 0;
    while let Some(node) = run.get(at) {
        let breaks = breaks(&run[at..]);
        if breaks.count > 1 {
            run[at..at + breaks.nodes].iter().for_each(NodeRef::remove_from_parent);
            paragraph = None;
            at += breaks.nodes;
            continue;
        }
        let into = paragraph.get_or_insert_with(|| {
            let new = document.tree.new_element("p");
            node.insert_before(&new.id);
            new
        });
        into.append_child(&node.id);
        at += 1;
    }
}

/// The breaks that some nodes begin with, and the nodes that they and the blanks around them are.
struct Breaks {
    count: usize,
    nodes: usize,
}

fn breaks(nodes: &[NodeRef<'_>]) -> Breaks {
    let all = nodes.iter().take_while(|node| is_break(node) || is_blank(node));
    let (count, nodes) =
        all.fold((0, 0), |(count, nodes), node| (count + usize::from(is_break(node)), nodes + 1));
    Breaks { count, nodes }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(body: &str) -> String {
        let document = Document::from(format!("<html><body>{body}</body></html>"));
        to_paragraphs(&document);
        document.body().map(|body| body.inner_html().to_string()).unwrap_or_default()
    }

    #[test]
    fn two_breaks_are_the_end_of_a_paragraph() {
        assert_eq!(
            made("<div><b>One</b> <i>two</i>.<br><br>\nThree<br>four.<br> <br><br><div>Five</div>Six</div>"),
            "<div><p><b>One</b> <i>two</i>.</p><p>\nThree<br>four.</p><div>Five</div>Six</div>"
        );
    }

    #[test]
    fn what_has_no_two_breaks_stays() {
        for kept in
            ["<div>One<br>two<br>three</div>", "<p>One<br><br>two</p>", "<div><p>One</p><br><p>Two</p></div>"]
        {
            assert_eq!(made(kept), kept);
        }
    }

    #[test]
    fn an_element_in_another_has_paragraphs_of_its_own() {
        assert_eq!(
            made("<div>A<br><br>B<blockquote>C<br><br>D</blockquote>E<br><br>F</div>"),
            "<div><p>A</p><p>B</p><blockquote><p>C</p><p>D</p></blockquote><p>E</p><p>F</p></div>"
        );
    }
}
