use serde_json::{Map, Value};

use crate::content::{decoded, paragraphs};
use crate::metadata::is_address;
use crate::{Field, Fields, Page, PageError, epoch};

/// The article in one line of JSON as scrapers write it: an object with its text and what is known of it. The text may
/// be plain, a list of paragraphs or HTML; the date may be a number of seconds or milliseconds since 1970.
///
/// ```
/// use onrecord_pages::{Fields, read_json};
///
/// let line = r#"{"maintext": "A home was inspected.\nIt was fine.", "title": "Home inspected", "authors": ["Bo Li"]}"#;
/// let page = read_json(line.as_bytes(), &Fields::default())?;
/// assert_eq!(page.text, "Home inspected\n\nA home was inspected.\n\nIt was fine.\n");
/// assert_eq!(page.byline.as_deref(), Some("Bo Li"));
/// # Ok::<(), onrecord_pages::PageError>(())
/// ```
///
/// # Errors
/// [`PageError::NotJson`] where the line is no JSON object, [`PageError::NoText`] where it has no text.
pub fn read_json(line: &[u8], fields: &Fields) -> Result<Page, PageError> {
    let not_json = |error: serde_json::Error| PageError::NotJson(error.to_string());
    let object = Value::Object(object(line).map_err(not_json)?);
    let all = |field: Field, between| {
        let names = fields.names(field).into_iter();
        names.filter_map(|name| value(&object, name, between)).collect::<Vec<String>>()
    };
    let first = |field| all(field, ", ").into_iter().next();
    let text = all(Field::Text, "\n\n").into_iter().next();
    let text = text.ok_or_else(|| PageError::NoText { known: known(&object) })?;
    let title = first(Field::Title).and_then(|title| decoded(&title));
    let blocks = paragraphs(&text, title.as_deref())?;
    if blocks.is_empty() {
        return Err(PageError::NoText { known: known(&object) });
    }
    let lines: Vec<String> = title.iter().cloned().chain(blocks).collect();
    // Some give the article's address as its source.
    let (addresses, publishers): (Vec<String>, Vec<String>) =
        all(Field::Publisher, ", ").into_iter().partition(|name| is_address(name));
    Ok(Page {
        text: lines.join("\n\n") + "\n",
        // A number is a key into a list of authors that is elsewhere.
        byline: first(Field::Authors).filter(|name| name.contains(char::is_alphabetic)),
        publisher: publishers.into_iter().next(),
        published: first(Field::Date).map(|date| epoch::iso(&date).unwrap_or(date)),
        url: first(Field::Url).or_else(|| addresses.into_iter().next()),
        title,
    })
}

/// Whether a line is an object of JSON, as each line of JSON Lines is.
#[must_use]
pub fn is_json(line: &[u8]) -> bool {
    object(line).is_ok()
}

/// Whether bytes are an array of JSON, and not a text that begins with a bracket.
#[must_use]
pub fn is_json_array(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"[") && serde_json::from_slice::<Vec<Value>>(bytes).is_ok()
}

fn object(line: &[u8]) -> serde_json::Result<Map<String, Value>> {
    // Some systems put a byte order mark in front of a file.
    serde_json::from_slice(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line))
}

/// What stands under a name, as text: a string, a number, a list of some with something between them, an object's
/// `name` or, in the manner of WordPress, its `rendered` text.
fn value(object: &Value, path: &str, between: &str) -> Option<String> {
    // A name may itself have a dot in it.
    let found = object.get(path).or_else(|| path.split('.').try_fold(object, |at, name| at.get(name)))?;
    text(found, between).filter(|text| !text.trim().is_empty())
}

fn text(value: &Value, between: &str) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(list) => {
            let each: Vec<String> = list.iter().filter_map(|one| text(one, between)).collect();
            Some(each.join(between))
        }
        Value::Object(object) => {
            object.get("name").or_else(|| object.get("rendered")).and_then(|inner| text(inner, between))
        }
        Value::Null | Value::Bool(_) => None,
    }
}

fn known(object: &Value) -> String {
    let names: Vec<&str> = object.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, fields: &str) -> Result<Page, PageError> {
        read_json(line.as_bytes(), &fields.parse().unwrap())
    }

    #[test]
    fn a_field_map_leads_to_the_fields() {
        let line =
            r#"{"article": {"body": "One.\r\n\r\nTwo."}, "head": "Title", "source": {"name": "Ely Post"}}"#;
        let page = read(line, "text=article.body,title=head").unwrap();
        assert_eq!(page.text, "Title\n\nOne.\n\nTwo.\n");
        assert_eq!(page.publisher.as_deref(), Some("Ely Post"));
    }

    #[test]
    fn a_line_without_text_says_what_it_has() {
        let error = read(r#"{"title": "x", "body_text": "y"}"#, "").unwrap_err().to_string();
        assert!(error.ends_with("as in `text=body` (it has body_text, title)"), "{error}");
        for line in ["", "[]", "{\"text\": ", "3"] {
            assert!(matches!(read(line, ""), Err(PageError::NotJson(_))), "{line}");
        }
        assert!(matches!(read("{\"text\": \" \"}", ""), Err(PageError::NoText { .. })));
    }

    #[test]
    fn a_list_is_paragraphs_and_markup_is_read() {
        for text in [
            r#"["One &lt; two.", "Three."]"#,
            r#""<p class='intro'>One &lt; <b>two</b>.</p><div class='ad'>Buy</div><p>Three.</p>""#,
            r#""One &lt; two.<br>Three.""#,
        ] {
            assert_eq!(read(&format!("{{\"text\": {text}}}"), "").unwrap().text, "One < two.\n\nThree.\n");
        }
        assert!(matches!(read(r#"{"text": "<p></p>"}"#, ""), Err(PageError::NoText { .. })));
    }

    #[test]
    fn an_entry_of_wordpress_is_read() {
        let line = r#"{"title": {"rendered": "Home&#8217;s fine"}, "content": {"rendered": "<p>One.</p>\n<p>Two.</p>"},
            "author": 12, "link": "https://e.org/1"}"#;
        let page = read(line, "").unwrap();
        assert_eq!(page.text, "Home’s fine\n\nOne.\n\nTwo.\n");
        assert_eq!((page.byline, page.url.as_deref()), (None, Some("https://e.org/1")));
    }

    #[test]
    fn a_source_may_be_an_address_and_a_date_a_number() {
        let line = r#"{"text": "One.", "source": "https://e.org/1", "source-hostname": "e.org", "date": 1746176400000}"#;
        let page = read(line, "").unwrap();
        assert_eq!(page.url.as_deref(), Some("https://e.org/1"));
        assert_eq!(page.publisher.as_deref(), Some("e.org"));
        assert_eq!(page.published.as_deref(), Some("2025-05-02T09:00:00Z"));
    }

    #[test]
    fn an_array_is_told_from_a_text_that_begins_with_a_bracket() {
        for json in ["[]", " [ ]\n", "\u{feff}[1, [\"x\"]]", "[{}]"] {
            assert!(is_json_array(json.as_bytes()), "{json}");
        }
        for text in ["", "[", "[Updated 3pm] A home.", "[] A home.", "[1] [2]", "{}"] {
            assert!(!is_json_array(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_a_line() {
        let line = "\u{feff}{\"text\": \"One.\"}\r\n";
        assert!(is_json(line.as_bytes()));
        assert_eq!(read(line, "").unwrap().text, "One.\n");
    }
}
