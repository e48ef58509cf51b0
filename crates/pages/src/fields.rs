use std::str::FromStr;

use crate::PageError;

/// What a line of JSON may tell of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The text, paragraphs on lines of their own.
    Text,
    /// The headline.
    Title,
    /// The address.
    Url,
    /// When it was published.
    Date,
    /// Who wrote it.
    Authors,
    /// Who published it.
    Publisher,
}

/// Each field with its own name and the names that scrapers give it, the most telling first.
const NAMES: [(Field, &str, &[&str]); 6] = [
    (
        Field::Text,
        "text",
        &["text", "maintext", "articleBody", "article_body", "body", "content", "raw_text"],
    ),
    (Field::Title, "title", &["title", "headline"]),
    (Field::Url, "url", &["url", "link", "canonical_link", "source_url"]),
    (
        Field::Date,
        "date",
        &["date", "date_publish", "datePublished", "published", "publish_date", "pubDate", "published_at"],
    ),
    (Field::Authors, "authors", &["authors", "author", "byline"]),
    (
        Field::Publisher,
        "publisher",
        &["publisher", "sitename", "site_name", "source_domain", "source", "source-hostname"],
    ),
];

/// Under which names the fields of an article stand in a scraper's JSON.
///
/// Those that common scrapers use are known; `text=body,title=head` names others. A name with dots leads into
/// objects: `text=article.body`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields {
    named: Vec<(Field, String)>,
}

impl Fields {
    /// The names under which to look for a field, in order.
    pub(crate) fn names(&self, field: Field) -> Vec<&str> {
        let named: Vec<&str> =
            self.named.iter().filter(|(of, _)| *of == field).map(|(_, name)| name.as_str()).collect();
        if !named.is_empty() {
            return named;
        }
        NAMES.iter().filter(|(of, ..)| *of == field).flat_map(|(.., known)| known.iter().copied()).collect()
    }
}

impl FromStr for Fields {
    type Err = PageError;

    fn from_str(map: &str) -> Result<Self, Self::Err> {
        let pairs = map.split(',').map(str::trim).filter(|pair| !pair.is_empty());
        let named = pairs.map(|pair| {
            let bad = || PageError::BadField(pair.to_owned());
            let (field, name) = pair.split_once('=').ok_or_else(bad)?;
            let (field, ..) = NAMES.iter().find(|(_, own, _)| *own == field.trim()).ok_or_else(bad)?;
            Some((*field, name.trim().to_owned())).filter(|(_, name)| !name.is_empty()).ok_or_else(bad)
        });
        Ok(Self { named: named.collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_names_fields_and_leaves_the_others_as_they_are() {
        let fields: Fields = "text=body.plain, title = head".parse().unwrap();
        assert_eq!(fields.names(Field::Text), ["body.plain"]);
        assert_eq!(fields.names(Field::Title), ["head"]);
        assert_eq!(fields.names(Field::Authors), ["authors", "author", "byline"]);
    }

    #[test]
    fn a_mistake_is_named() {
        for map in ["text", "txt=body", "text="] {
            let error = map.parse::<Fields>().unwrap_err().to_string();
            assert!(error.starts_with(&format!("`{map}` maps no field; write FIELD=NAME")), "{error}");
        }
    }
}
