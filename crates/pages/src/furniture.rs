//! What surrounds an article in a page, by tag, role and class.
//!
//! The readability library scores what is left. It goes by the length of paragraphs, so what is short and
//! stands in the midst of the text (an advert, a newsletter box) has to go before.

use dom_query::{Document, NodeRef};

use crate::blocks::is_row;
use crate::breaks;

/// Never holds anything of an article.
const TAGS: &str = "script, style, template, noscript, iframe, object, svg, nav, button, select, dialog, footer, \
                    aside, [hidden], [role=navigation], [role=complementary], [role=dialog], [role=search], [role=banner], \
                    [role=contentinfo]";

/// No part of an article but where they are around all of it: some systems put every page into one form, and a page
/// that was saved while a question about cookies was open is hidden behind it.
const UNLESS_WHOLE: &str = "form, [aria-hidden=true]";

/// Readers' comments, by words of a class or an id. They may be longer than the article.
const COMMENTS: &str =
    "comment conversation coral discussion disqus openweb replies respond spot-im spotim vf viafoura";

/// Says of an article whether it may be commented on.
const COMMENTED: &str = "comments-closed comments-open has-comment no-comment";

/// Bytes of text that are left around what is no article but the comments on one.
const LEAST_AROUND: usize = 120;

/// Other furniture, by words of a class or an id, in singular.
const BOXES: &str = "ad adbox adslot advert advertisement breadcrumb byline byline-block consent cookie dateline \
    entry-meta gdpr jobs link-block links-block most-read mostread nav navigation newsletter outbrain paywall popup \
    posted-on promo promoted puff read-more read-next readmore recirculation recommended related \
    see-also share sharing sidebar sign-up signup social sponsored subscribe subscription taboola toolbar trending";

/// Words under a picture, by words of a class.
const CAPTIONS: &str = "caption";

/// Attributes whose words tell what an element is for.
const TELLING: [&str; 4] = ["class", "id", "data-component", "data-testid"];

/// The page as a whole or the article itself, whatever its class says.
fn is_named_whole(node: &NodeRef<'_>) -> bool {
    let body = || node.attr("itemprop").is_some_and(|value| &*value == "articleBody");
    node.is_element() && (node.has_name("h1") || node.has_name("main") || body())
}

/// Takes everything out of a page that is surely no part of its article.
pub(crate) fn remove(document: &Document) {
    document.select(TAGS).remove();
    breaks::to_paragraphs(document);
    open_whole(document);
    name_captions(document);
    open_layout_tables(document);
    let paragraphs = text_of_paragraphs(&document.root());
    for node in document.select("body [class], body [id], body [data-component], body [data-testid]").nodes()
    {
        if node.parent().is_none() || is_whole(node) {
            continue;
        }
        let words = words(node);
        let large = || text_of_paragraphs(node) * 2 > paragraphs;
        let comments = has(&words, COMMENTS) && !(large() && is_commented(node, &words, document));
        if comments || has(&words, BOXES) && !large() {
            node.remove_from_parent();
        }
    }
}

/// Takes out what is in the midst of the page, and makes a plain element of what is around it.
fn open_whole(document: &Document) {
    let paragraphs = text_of_paragraphs(&document.root());
    for node in document.select(UNLESS_WHOLE).nodes() {
        if !is_whole(node) && text_of_paragraphs(node) * 2 <= paragraphs {
            node.remove_from_parent();
            continue;
        }
        node.remove_attr("aria-hidden");
        if node.has_name("form") {
            node.rename("div");
        }
    }
}

/// An article whose class has a word for comments, as its category or because it may be commented on.
fn is_commented(node: &NodeRef<'_>, words: &[String], document: &Document) -> bool {
    let around = || document.root().text().len() - node.text().len();
    node.has_name("article") || has(words, COMMENTED) || around() < LEAST_AROUND
}

/// What a table is made of.
const PARTS: [&str; 6] = ["tbody", "thead", "tfoot", "tr", "td", "th"];

/// Old pages lay themselves out as a table, which the library takes for one of words.
fn open_layout_tables(document: &Document) {
    for table in document.select("table").nodes() {
        let rows: Vec<NodeRef<'_>> = table.descendants_it().filter(|node| node.has_name("tr")).collect();
        if rows.iter().all(is_row) {
            continue;
        }
        // A list first: the tree cannot be changed while it is walked.
        let inside: Vec<NodeRef<'_>> = table.descendants();
        let parts = inside.iter().filter(|node| PARTS.iter().any(|part| node.has_name(part)));
        parts.for_each(|part| part.rename("div"));
        table.rename("div");
    }
}

/// Where a page names its article, that is all that is left of it: below the article stand the beginnings of
/// others, which look as it does.
pub(crate) fn isolate(document: &Document) {
    let paragraphs = text_of_paragraphs(&document.root());
    for named in ["[itemprop=articleBody]", "article"] {
        let found = document.select(named);
        let &[article] = found.nodes() else { continue };
        if text_of_paragraphs(&article) * 2 > paragraphs {
            remove_around(article);
            return;
        }
    }
}

fn remove_around(article: NodeRef<'_>) {
    let mut inner = article;
    while let Some(outer) = inner.parent().filter(|outer| !inner.has_name("body") && outer.is_element()) {
        let others = outer.children().into_iter().filter(|child| child.id != inner.id);
        others.for_each(|child| child.remove_from_parent());
        inner = outer;
    }
}

/// The library drops classes, so what only a class tells apart gets a tag.
fn name_captions(document: &Document) {
    for node in document.select("p[class], div[class], span[class]").nodes() {
        let holds_blocks = node.descendants_it().any(|inner| inner.has_name("p") || inner.has_name("img"));
        if !holds_blocks && has(&words(node), CAPTIONS) {
            node.rename("figcaption");
        }
    }
}

fn is_whole(node: &NodeRef<'_>) -> bool {
    is_named_whole(node) || node.descendants_it().any(|inner| is_named_whole(&inner))
}

fn text_of_paragraphs(node: &NodeRef<'_>) -> usize {
    let paragraphs = node.descendants_it().filter(|inner| inner.has_name("p"));
    paragraphs.map(|paragraph| paragraph.text().len()).sum()
}

/// The words of an element's class, id and the like: `articleAd__box` is article, ad, box; two that stand side by
/// side also count with a hyphen between them.
fn words(node: &NodeRef<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for names in TELLING.iter().filter_map(|attribute| node.attr(attribute)) {
        for name in names.split_whitespace() {
            let single = split(name);
            all.extend(single.windows(2).map(|pair| pair.join("-")));
            all.extend(single);
        }
    }
    all
}

fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower_before = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower_before) {
            words.push(String::new());
        }
        if let Some(last) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            last.extend(c.to_lowercase());
        }
        lower_before = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether one of the words, or its singular, is in a table.
fn has(words: &[String], table: &str) -> bool {
    words.iter().any(|word| {
        let single = word.strip_suffix('s').unwrap_or(word);
        table.split_ascii_whitespace().any(|known| known == word || known == single)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(body: &str) -> String {
        let document = Document::from(format!("<html><body>{body}</body></html>"));
        remove(&document);
        document.body().map(|body| body.inner_html().to_string()).unwrap_or_default()
    }

    #[test]
    fn words_of_a_class_are_told_apart() {
        assert_eq!(split("articleAd__box-2"), ["article", "ad", "box", "2"]);
        assert_eq!(split("ReadMore"), ["read", "more"]);
    }

    #[test]
    fn boxes_go_and_the_text_around_them_stays() {
        let text =
            format!("<p>{}</p>", "It was a long day in the home, said one who lives there. ".repeat(3));
        for furniture in [
            "<div class=\"article-ad\"><p>Buy</p></div>",
            "<section id=\"NewsletterSignup\"><p>Sign up</p></section>",
            "<ul class=\"story-related__list\"><li>Other</li></ul>",
            "<div class=\"c-comments\"><p>First! and a lot more than the article has itself to say, and then more of that still, and \
             the answers of others to all of that, none of which the home's owner or the inspectors wrote.</p></div>",
            "<div id=\"vf-conversations\"><p>First!</p></div>",
            "<div class=\"spot-im-frame\"><p>First!</p></div>",
            "<div id=\"respond\"><p>First!</p></div>",
            "<form><p>Search</p></form>",
            "<div class=\"most-read\">x</div>",
            "<div data-component=\"links-block\"><p>More on this</p></div>",
            "<nav>Home</nav>",
            "<div aria-hidden=\"true\">x</div>",
        ] {
            assert_eq!(left(&format!("{text}{furniture}")), text, "{furniture}");
        }
    }

    #[test]
    fn what_is_around_the_page_is_opened() {
        let text = "<h2>Home</h2><p>It was fine, said all who live there.</p>";
        for around in [
            format!("<form id=\"x\">{text}</form>"),
            format!("<div id=\"x\" aria-hidden=\"true\">{text}</div>"),
        ] {
            assert_eq!(
                left(&format!("{around}<p>Cookies?</p>")),
                format!("<div id=\"x\">{text}</div><p>Cookies?</p>")
            );
        }
    }

    #[test]
    fn of_a_page_with_one_article_only_that_is_left() {
        let article = "<article><p>It was fine, said all who live there.</p></article>";
        let document =
            Document::from(format!("<body><div>{article}<p>Another.</p></div><p>Third.</p></body>"));
        isolate(&document);
        assert_eq!(document.body().unwrap().inner_html().to_string(), format!("<div>{article}</div>"));
    }

    #[test]
    fn a_container_is_no_furniture_for_its_class() {
        for kept in [
            "<div class=\"has-social-share\"><h1>Home</h1><p>It was fine.</p></div>",
            "<div class=\"story related\"><p>It was fine, and all of the text is in here.</p></div>",
            "<p class=\"advertising-standards-story\">It was fine.</p>",
            "<p class=\"shaded\">It was fine.</p>",
            "<div class=\"post comments-open\"><p>It was fine, and all of the text is in here.</p></div>",
            "<article class=\"category-discussion\"><p>It was fine, and all is in here.</p></article>",
            "<div class=\"recommendations\"><p>The home should mend its roof.</p></div><p>It was fine.</p>",
        ] {
            assert_eq!(left(kept), kept);
        }
    }
}
