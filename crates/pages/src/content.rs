//! The article's own lines in a page.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use crate::blocks::{Line, lines};
use crate::lists::is_list;
use crate::signs::{Signs, is_about_signing_in};
use crate::{PageError, furniture, is_html, nesting, plain};

/// Bytes of running text that the shortest article has.
const SHORTEST: usize = 120;
/// The most elements of a page.
const ELEMENTS: usize = 100_000;
/// The most elements of a page that are inside each other: browsers go no deeper than 512, and the library
/// takes stack for each.
const DEPTH: usize = 256;
/// What the library puts the article into.
const CONTENT: &str = "#readability-page-1";
/// The library tries again, more leniently, where it finds fewer characters.
const ENOUGH: usize = 250;

/// The lines of a page's article without its headline, which is `title`.
pub(crate) fn blocks(
    document: Document,
    title: Option<&str>,
    signs: Signs,
) -> Result<Vec<String>, PageError> {
    furniture::remove(&document);
    furniture::isolate(&document);
    let around = document.body().map(lines).unwrap_or_default();
    let config = Config { char_threshold: ENOUGH, ..Config::default() };
    let mut reader =
        Readability::with_document(document, None, Some(config)).map_err(|_| PageError::NoArticle)?;
    reader.parse().map_err(|_| PageError::NoArticle)?;
    let content = reader.doc.select(CONTENT);
    let lines = content.nodes().first().map(|content| lines(*content)).unwrap_or_default();
    if is_list(&lines, &around, signs.declared) {
        return Err(PageError::ListOfArticles);
    }
    if signs.password && is_about_signing_in(lines.iter().map(|line| &*line.text)) {
        return Err(PageError::SignIn);
    }
    let own = |line: &Line| !line.linked && Some(line.text.as_str()) != title;
    let own: Vec<String> = lines.into_iter().filter(own).map(|line| line.text).collect();
    running(own)
}

/// The lines, if there is running text enough among them.
fn running(lines: Vec<String>) -> Result<Vec<String>, PageError> {
    let running: usize = lines.iter().filter(|line| ends_a_sentence(line)).map(String::len).sum();
    if running < SHORTEST { Err(PageError::NoArticle) } else { Ok(lines) }
}

/// The lines of what a page states as its article's text, without the headline.
pub(crate) fn stated(text: &str, title: Option<&str>) -> Result<Vec<String>, PageError> {
    running(paragraphs(text, title)?)
}

/// Tags that tell markup from text.
const MARKUP: [&str; 9] = ["<p>", "<p ", "</p>", "<br", "<div", "</a>", "</h2>", "</li>", "</span>"];

/// The lines of an article's text, be it plain, in the markup of its story alone or a whole page, without its
/// headline.
pub(crate) fn paragraphs(text: &str, title: Option<&str>) -> Result<Vec<String>, PageError> {
    if !MARKUP.iter().any(|tag| text.contains(tag)) {
        let lines = text.lines().filter_map(decoded);
        return Ok(lines.filter(|line| Some(line.as_str()) != title).collect());
    }
    check_nesting(text)?;
    let document = Document::from(text);
    check_size(&document)?;
    if is_html(text.as_bytes()) {
        // Whoever wrote the JSON says that it is an article.
        return blocks(document, title, Signs { declared: true, password: false });
    }
    furniture::remove(&document);
    let own = |line: &Line| !line.linked && Some(line.text.as_str()) != title;
    let lines = document.body().map(lines).unwrap_or_default();
    Ok(lines.into_iter().filter(own).map(|line| line.text).collect())
}

/// One line without tags and entities; `None` where nothing is left.
pub(crate) fn decoded(line: &str) -> Option<String> {
    let marked = line.contains("</") || line.contains('&') && line.contains(';');
    if marked { plain(&Document::fragment(line).text()) } else { plain(line) }
}

/// A page may leave some elements open that the reader closes.
const OPEN: usize = 4 * DEPTH;

/// Refuses before it is read what would take too long to read.
pub(crate) fn check_nesting(html: &str) -> Result<(), PageError> {
    if nesting::depth(html) > OPEN { Err(too_large()) } else { Ok(()) }
}

fn too_large() -> PageError {
    PageError::TooLarge { elements: ELEMENTS, depth: DEPTH }
}

/// Refuses what no article needs: time and stack go with it.
pub(crate) fn check_size(document: &Document) -> Result<(), PageError> {
    let mut elements = 0;
    let mut open = vec![(document.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        elements += 1;
        if elements > ELEMENTS || depth > DEPTH {
            return Err(too_large());
        }
        open.extend(node.children_it(false).filter(NodeRef::is_element).map(|child| (child, depth + 1)));
    }
    Ok(())
}

/// Whether a line is running text rather than a heading, a menu or a caption.
pub(crate) fn ends_a_sentence(line: &str) -> bool {
    line.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '!', '?', '…', ':', ','])
}
