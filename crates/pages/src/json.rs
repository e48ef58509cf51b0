use serde_json::{Map, Value};

use crate::{Field, Fields, Page, PageError, plain};

/// The article in one line of JSON as scrapers write it: an object with its text and what is known of it.
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
    let get = |field: Field| fields.names(field).into_iter().find_map(|name| value(&object, name));
    let text = get(Field::Text).ok_or_else(|| PageError::NoText { known: known(&object) })?;
    let title = get(Field::Title).and_then(|title| plain(&title));
    let blocks = text.lines().filter_map(plain).filter(|block| Some(block) != title.as_ref());
    let lines: Vec<String> = title.iter().cloned().chain(blocks).collect();
    Ok(Page {
        text: lines.join("\n\n") + "\n",
        byline: get(Field::Authors),
        publisher: get(Field::Publisher),
        published: get(Field::Date),
        url: get(Field::Url),
        title,
    })
}

/// Whether a line is an object of JSON, as each line of JSON Lines is.
#[must_use]
pub fn is_json(line: &[u8]) -> bool {
    object(line).is_ok()
}

fn object(line: &[u8]) -> serde_json::Result<Map<String, Value>> {
    // Some systems put a byte order mark in front of a file.
    serde_json::from_slice(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line))
}

/// What stands under a name, as text: a string, a number, a list of some with commas, an object's `name`.
fn value(object: &Value, path: &str) -> Option<String> {
    // A name may itself have a dot in it.
    let found = object.get(path).or_else(|| path.split('.').try_fold(object, |at, name| at.get(name)))?;
    text(found).filter(|text| !text.trim().is_empty())
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(list) => Some(list.iter().filter_map(text).collect::<Vec<String>>().join(", ")),
        Value::Object(object) => object.get("name").and_then(text),
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
    fn a_byte_order_mark_is_no_part_of_a_line() {
        let line = "\u{feff}{\"text\": \"One.\"}\r\n";
        assert!(is_json(line.as_bytes()));
        assert_eq!(read(line, "").unwrap().text, "One.\n");
    }
}
