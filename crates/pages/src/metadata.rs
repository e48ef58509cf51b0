//! What a page says about its article, wherever it says it.

use dom_query::{Document, NodeRef};

use crate::json_ld::{JsonLd, json_ld};
use crate::{Page, plain};

/// Where a value stands in markup: a selector, and the attribute that holds it (`None` for the text).
type Place = (&'static str, Option<&'static str>);

const CONTENT: Option<&str> = Some("content");

/// The places of each value, the most trustworthy first.
const TITLES: [Place; 5] = [
    ("meta[property='og:title']", CONTENT),
    ("[itemprop=headline]", None),
    ("article h1, main h1, h1", None),
    ("meta[name='twitter:title']", CONTENT),
    ("head title", None),
];
const BYLINES: [Place; 9] = [
    ("meta[name='parsely-author']", CONTENT),
    ("meta[name=author]", CONTENT),
    ("meta[name='dc.creator'], meta[name='DC.creator']", CONTENT),
    ("meta[property='article:author']", CONTENT),
    ("[itemprop=author] [itemprop=name]", None),
    ("[itemprop=author]", None),
    ("[rel=author]", None),
    (".byline__name, .author-name, .byline .name", None),
    (".byline, .author", None),
];
const DATES: [Place; 9] = [
    ("meta[property='article:published_time']", CONTENT),
    ("meta[name='parsely-pub-date']", CONTENT),
    ("meta[itemprop=datePublished]", CONTENT),
    ("meta[name='dc.date.issued'], meta[name='DC.date.issued'], meta[name=pubdate]", CONTENT),
    ("[itemprop=datePublished]", Some("datetime")),
    ("time[pubdate]", Some("datetime")),
    ("article time[datetime], main time[datetime]", Some("datetime")),
    ("time[datetime]", Some("datetime")),
    ("[itemprop=datePublished], .published, .date", None),
];
const PUBLISHERS: [Place; 3] = [
    ("meta[property='og:site_name']", CONTENT),
    ("meta[name='dc.publisher'], meta[name='DC.publisher']", CONTENT),
    ("[itemprop=publisher] [itemprop=name]", CONTENT),
];
const ADDRESSES: [Place; 2] = [("link[rel=canonical]", Some("href")), ("meta[property='og:url']", CONTENT)];

/// A page without its text.
pub(crate) fn metadata(document: &Document) -> Page {
    let JsonLd { headline, author, publisher, published, url } = json_ld(document).unwrap_or_default();
    let publisher = publisher.or_else(|| first(document, &PUBLISHERS));
    let title = headline.or_else(|| first(document, &TITLES));
    let byline = author.or_else(|| first_that(document, &BYLINES, |name| !name.contains("://")));
    Page {
        text: String::new(),
        title: title.map(|title| without_site(&title, publisher.as_deref())),
        byline: byline.map(|name| without_by(&name)),
        publisher,
        published: published.or_else(|| first(document, &DATES)),
        url: first_that(document, &ADDRESSES, is_address).or(url.filter(|url| is_address(url))),
    }
}

pub(crate) fn is_address(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

fn first(document: &Document, places: &[Place]) -> Option<String> {
    first_that(document, places, |_| true)
}

fn first_that(document: &Document, places: &[Place], fits: impl Fn(&str) -> bool) -> Option<String> {
    places.iter().find_map(|&(selector, attribute)| {
        let found = document.select(selector);
        found.nodes().iter().find_map(|node| value(node, attribute).filter(|value| fits(value)))
    })
}

fn value(node: &NodeRef<'_>, attribute: Option<&str>) -> Option<String> {
    plain(&attribute.map_or_else(|| Some(node.text()), |name| node.attr(name))?)
}

/// What stands between a headline and the name of a site.
pub(crate) const MARKS: [&str; 4] = [" | ", " - ", " – ", " — "];

/// The headline without a site's name that nothing else gives, where the text has the headline alone.
pub(crate) fn as_in_text(title: String, lines: &[String]) -> String {
    let heads = MARKS.iter().filter_map(|mark| Some(title.rsplit_once(mark)?.0));
    let own = heads.into_iter().find(|head| lines.iter().any(|line| line == head));
    own.map(str::to_owned).unwrap_or(title)
}

/// "Home told to improve | Ely Post" → the words before the bar, or before the publisher's name.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    for mark in MARKS {
        if let Some((head, tail)) = title.rsplit_once(mark) {
            let site = publisher.is_some_and(|name| name.eq_ignore_ascii_case(tail.trim()));
            if (mark == " | " || site) && !head.trim().is_empty() {
                return without_site(head.trim_end(), publisher);
            }
        }
    }
    title.to_owned()
}

fn without_by(name: &str) -> String {
    let rest = ["By ", "by ", "BY "].iter().find_map(|by| name.strip_prefix(by));
    rest.unwrap_or(name).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(head: &str) -> Page {
        metadata(&Document::from(format!(
            "<html><head>{head}</head><body><h1>In the page</h1></body></html>"
        )))
    }

    #[test]
    fn json_ld_comes_before_opengraph_and_that_before_markup() {
        let graph = "<meta property='og:title' content='For sharing | Ely Post'>\
                     <meta property='og:site_name' content='Ely Post'>";
        assert_eq!(read("<title>Tab - Ely Post</title>").title.as_deref(), Some("In the page"));
        assert_eq!(read(graph).title.as_deref(), Some("For sharing"));
        let data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"True one\"}</script>";
        assert_eq!(read(&format!("{graph}{data}")).title.as_deref(), Some("True one"));
    }

    #[test]
    fn a_headline_keeps_its_own_dashes() {
        assert_eq!(without_site("Good - but not for all", Some("Ely Post")), "Good - but not for all");
        assert_eq!(without_site("Home fined - Ely Post | News", Some("ely post")), "Home fined");
        assert_eq!(without_site(" | ", None), " | ");
    }

    #[test]
    fn a_headline_is_as_the_text_has_it() {
        let lines = ["Home fined".to_owned(), "It was fined.".to_owned()];
        for title in ["Home fined - Ely Post", "Home fined", "Home fined — Ely Post"] {
            assert_eq!(as_in_text(title.to_owned(), &lines), "Home fined");
        }
        assert_eq!(as_in_text("Home fined - again".to_owned(), &lines[1..]), "Home fined - again");
    }

    #[test]
    fn an_author_is_a_name() {
        let head = "<meta name='article:author' content='x'><meta property='article:author' content='https://x.org/1'>";
        assert_eq!(read(head).byline, None);
        assert_eq!(read("<meta name=author content='By Ada Nwosu'>").byline.as_deref(), Some("Ada Nwosu"));
    }

    #[test]
    fn an_address_is_a_whole_one() {
        let head =
            "<link rel=canonical href='/news/1'><meta property='og:url' content='https://e.org/news/1'>";
        assert_eq!(read(head).url.as_deref(), Some("https://e.org/news/1"));
    }
}
