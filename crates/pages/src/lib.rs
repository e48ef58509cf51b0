//! Articles as the web has them.
//!
//! [`read_html`] takes the article out of a saved news page: its text without navigation, adverts, links to
//! other stories, newsletter boxes and comments, and what the page says about it (JSON-LD, OpenGraph,
//! markup). [`read_json`] does the same for one object of JSON as scrapers write it.
//!
//! The text is made for people and programs that go by lines: the headline, then each paragraph, crosshead
//! and list item as a line of its own with a blank line between; a list item begins with `•`, the words under
//! a picture with `Caption:`, the cells of a table's row stand in one line.
//!
//! ```
//! let html = "<html><head><meta property='og:site_name' content='Ely Post'></head><body>
//!     <nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>
//!     <article><h1>Care home told to improve</h1>
//!     <p>A care home in Ely has been told to improve by the Care Quality Commission, which said that people
//!     who lived there were not always safe.</p>
//!     <p>Its manager said that she was sorry, and that all of the work would be done before the summer.</p>
//!     </article><footer>Terms and conditions</footer></body></html>";
//! let page = onrecord_pages::read_html(html.as_bytes())?;
//! assert_eq!(page.title.as_deref(), Some("Care home told to improve"));
//! assert_eq!(page.publisher.as_deref(), Some("Ely Post"));
//! assert!(page.text.starts_with("Care home told to improve\n\nA care home in Ely has been told"));
//! assert!(page.text.ends_with("before the summer.\n"));
//! # Ok::<(), onrecord_pages::PageError>(())
//! ```

mod blocks;
mod breaks;
mod content;
mod encoding;
mod epoch;
mod error;
mod fields;
mod furniture;
mod json;
mod json_ld;
mod lists;
mod metadata;
mod nesting;
mod signs;

pub use encoding::is_html;
pub use error::PageError;
pub use fields::{Field, Fields};
pub use json::{is_json, is_json_array, read_json};

use dom_query::Document;

use crate::signs::Signs;

/// An article taken out of what was around it. What is not known is `None`, never empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Headline and text, a blank line between any two blocks, ending in a line break.
    pub text: String,
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, without "By".
    pub byline: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, as the page writes it, most often as `2025-05-02T09:00:00+01:00`.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// The article in a news page. The encoding is the one that the page states, else UTF-8, else Windows-1252.
///
/// # Errors
/// [`PageError::NoArticle`] where the page holds no running text, [`PageError::ListOfArticles`] where it
/// only leads to articles, [`PageError::SignIn`], [`PageError::Missing`] and [`PageError::Policy`] where it is what
/// sites show instead.
pub fn read_html(html: &[u8]) -> Result<Page, PageError> {
    let html = encoding::decode(html);
    content::check_nesting(&html)?;
    let document = Document::from(html);
    content::check_size(&document)?;
    let about = metadata::metadata(&document);
    let body = json_ld::body(&document);
    let signs = Signs::of(&document);
    signs::check_headline(&document, about.title.as_deref(), signs)?;
    let blocks = match (content::blocks(document, about.title.as_deref(), signs), body) {
        // Some pages are filled in by a script, or once one has signed in, and hold their text for search engines only.
        (Err(PageError::NoArticle | PageError::SignIn), Some(body)) => {
            content::stated(&body, about.title.as_deref())?
        }
        (found, _) => found?,
    };
    let title = about.title.map(|title| metadata::as_in_text(title, &blocks));
    let own = blocks.into_iter().filter(|line| Some(line) != title.as_ref());
    let lines: Vec<String> = title.iter().cloned().chain(own).collect();
    Ok(Page { text: lines.join("\n\n") + "\n", title, ..about })
}

/// One line, with single spaces; `None` where nothing is left.
pub(crate) fn plain(text: &str) -> Option<String> {
    // A soft hyphen or zero-width space only tells a browser where a word may be broken.
    let visible: String =
        text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')).collect();
    let line = visible.split_whitespace().collect::<Vec<&str>>().join(" ");
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_nests_without_end_is_read_or_refused() {
        for (tag, depth) in
            [("div", 100_000), ("div", 200), ("b", 1000), ("ul><li", 20_000), ("table><tr><td", 20)]
        {
            let html =
                format!("<{tag}>").repeat(depth) + &"<p>It was fine, said one who lives there.</p>".repeat(9);
            if let Ok(page) = read_html(html.as_bytes()) {
                assert!(page.text.contains("It was fine"), "{tag}");
            }
        }
        let many = "<p>x".repeat(200_000);
        assert!(matches!(read_html(many.as_bytes()), Err(PageError::TooLarge { .. })));
    }

    #[test]
    fn the_text_for_search_engines_is_read_where_there_is_no_other() {
        let page = |body: &str, markup: &str| {
            let data =
                format!(r#"{{"@type": "NewsArticle", "headline": "Home fined", "articleBody": "{body}"}}"#);
            let html = format!("<script type='application/ld+json'>{data}</script><div>{markup}</div>");
            read_html(html.as_bytes()).map(|page| page.text)
        };
        let said = "It was fine, said all who live there, and it would be finer by the end of the summer.";
        for body in [format!("{said}\\n\\n{said}"), format!("<p>{said}</p><p>{said}</p>")] {
            assert_eq!(page(&body, "Loading").unwrap(), format!("Home fined\n\n{said}\n\n{said}\n"));
        }
        assert_eq!(page("Subscribe to read on.", "Loading"), Err(PageError::NoArticle));
        let other = format!("<p>{}</p>", "The home was not fined, said its owner. ".repeat(9));
        assert!(page(said, &other).unwrap().contains("was not fined"));
    }

    #[test]
    fn any_bytes_are_read_or_refused() {
        for bytes in [&b""[..], b"\0\0", b"<", b"<html", b"\xFF\xFE<", b"<!--", b"<script>", b"&#0;&#xD800;"]
        {
            assert!(read_html(bytes).is_err(), "{bytes:?}");
        }
    }
}
