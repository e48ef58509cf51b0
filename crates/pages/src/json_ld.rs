//! JSON-LD: what a page says about its article to search engines.

use dom_query::Document;
use serde_json::Value;

use crate::plain;

/// Ends of the types that an article may have: `NewsArticle`, `BlogPosting`, `Report`.
const TYPES: [&str; 3] = ["Article", "Posting", "Report"];

/// What the first article in a page's JSON-LD has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct JsonLd {
    pub headline: Option<String>,
    pub author: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
}

pub(crate) fn json_ld(document: &Document) -> Option<JsonLd> {
    let data = data(document);
    let things: Vec<&Value> = data.iter().flat_map(things).collect();
    let article = things.iter().find(|thing| is_article(thing))?;
    let named = |field: &str| names(&article[field], &things);
    Some(JsonLd {
        headline: text(&article["headline"]).or_else(|| text(&article["name"])),
        author: named("author").or_else(|| named("creator")),
        publisher: named("publisher"),
        published: text(&article["datePublished"]),
        url: text(&article["url"]).or_else(|| text(&article["mainEntityOfPage"]["@id"])),
    })
}

/// The text of the first article in a page's JSON-LD, as it is written there.
pub(crate) fn body(document: &Document) -> Option<String> {
    let data = data(document);
    let article = data.iter().flat_map(things).find(|thing| is_article(thing))?;
    Some(article["articleBody"].as_str()?.to_owned())
}

fn data(document: &Document) -> Vec<Value> {
    let scripts = document.select("script[type='application/ld+json']");
    scripts.nodes().iter().filter_map(|script| parse(&script.text())).collect()
}

/// Many pages break strings over lines, which JSON does not allow.
fn parse(script: &str) -> Option<Value> {
    let json: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(json.trim().trim_end_matches(';')).ok()
}

/// The objects of a document: it is one, a list of some, or has them under `@graph`.
fn things(data: &Value) -> Vec<&Value> {
    match (data, data.get("@graph")) {
        (Value::Array(list), _) => list.iter().flat_map(things).collect(),
        (_, Some(Value::Array(list))) => list.iter().chain([data]).collect(),
        _ => vec![data],
    }
}

fn is_article(thing: &Value) -> bool {
    let is = |name: &Value| name.as_str().is_some_and(|name| TYPES.iter().any(|end| name.ends_with(end)));
    match &thing["@type"] {
        Value::Array(names) => names.iter().any(is),
        name => is(name),
    }
}

/// A string, the `name` of an object, or of the object with its `@id`; of a list all of them, with commas.
fn names(value: &Value, things: &[&Value]) -> Option<String> {
    match value {
        Value::Array(list) => {
            let each: Vec<String> = list.iter().filter_map(|one| name(one, things)).collect();
            (!each.is_empty()).then(|| each.join(", "))
        }
        one => name(one, things),
    }
}

fn name(value: &Value, things: &[&Value]) -> Option<String> {
    let elsewhere = || {
        let id = value.get("@id")?.as_str()?;
        let thing = things.iter().find(|thing| thing["@id"] == id && thing.get("name").is_some())?;
        text(&thing["name"])
    };
    text(value).filter(|name| !name.contains("://")).or_else(|| text(&value["name"])).or_else(elsewhere)
}

/// A string without the entities that some pages leave in it.
fn text(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    if text.contains('&') { plain(&Document::fragment(text).text()) } else { plain(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<JsonLd> {
        json_ld(&Document::from(format!("<script type='application/ld+json'>{json}</script>")))
    }

    #[test]
    fn an_article_is_found_alone_in_a_list_and_in_a_graph() {
        let article = r#"{"@type": ["Thing", "NewsArticle"], "headline": "A &amp; E told\nto improve"}"#;
        for json in
            [article.to_owned(), format!("[{{}}, {article}]"), format!("{{\"@graph\": [{article}]}};")]
        {
            let found = read(&json.replace("\\n", "\n")).unwrap();
            assert_eq!(found.headline.as_deref(), Some("A & E told to improve"));
        }
    }

    #[test]
    fn names_are_strings_objects_lists_and_references() {
        let found = read(
            r##"{"@graph": [
                {"@type": "Article", "author": [{"name": "Ada Nwosu"}, "Bo Li"], "publisher": {"@id": "#us"}},
                {"@id": "#us", "name": "Ely Post"}]}"##,
        );
        let found = found.unwrap();
        assert_eq!(found.author.as_deref(), Some("Ada Nwosu, Bo Li"));
        assert_eq!(found.publisher.as_deref(), Some("Ely Post"));
    }

    #[test]
    fn what_is_no_article_or_no_json_says_nothing() {
        assert_eq!(read(r#"{"@type": "WebSite", "name": "Ely Post"}"#), None);
        assert_eq!(read("{"), None);
    }
}
