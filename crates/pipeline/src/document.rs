use std::path::Path;

use onrecord_model::Article;
use onrecord_pages::{Page, PageError, is_html, is_json, is_json_array, read_html, read_json};
use sha2::{Digest, Sha256};

use crate::id::hex;
use crate::input::Place;
use crate::kind::Kind;
use crate::{Input, PipelineError};

/// The folder for texts that were taken out of something else.
pub(crate) const TEXTS: &str = "text";

/// An article as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What is known of it before its text is. `article.text` is set where `text` is not the file itself.
    pub article: Article,
    /// The bytes that evidence counts in.
    pub text: Vec<u8>,
}

impl Input {
    /// The article's text, and what its page or its line of JSON says about it. A file whose name does not
    /// tell, and standard input, is a web page if it begins like one, and an object of JSON if it is one.
    ///
    /// # Errors
    /// As [`Input::read`], and [`PipelineError::NoDocument`] where a page or a line holds no article.
    pub fn document(&self) -> Result<Document, PipelineError> {
        let bytes = self.read()?;
        let article = Article::new(&self.id, &self.path, hex(&Sha256::digest(&bytes)));
        let page = match self.kind(&bytes) {
            Kind::Text => return Ok(Document { article, text: bytes }),
            Kind::Page => read_html(&bytes),
            Kind::Archive => Err(PageError::Archive),
            Kind::Array => Err(PageError::NoObjects),
            Kind::Lines | Kind::Object => read_json(&bytes, &self.fields),
        };
        let no_document = |cause| PipelineError::NoDocument { path: self.path.clone(), cause };
        Ok(with_page(article, page.map_err(no_document)?))
    }

    fn kind(&self, bytes: &[u8]) -> Kind {
        let by_name = match &self.place {
            Place::File(path) => Kind::of(path),
            Place::Line { .. } | Place::StandardInputLine { .. } => Some(Kind::Lines),
            Place::StandardInput { .. } => None,
        };
        by_name.unwrap_or_else(|| by_content(bytes))
    }
}

fn by_content(bytes: &[u8]) -> Kind {
    match () {
        () if is_html(bytes) => Kind::Page,
        () if is_json(bytes) => Kind::Object,
        () if is_json_array(bytes) => Kind::Array,
        () => Kind::Text,
    }
}

fn with_page(article: Article, page: Page) -> Document {
    let Page { text, title, byline, publisher, published, url } = page;
    let name = Path::new(TEXTS).join(text_name(&article.id));
    let text_path = Some(name.to_string_lossy().replace('\\', "/"));
    Document {
        article: Article { text: text_path, title, byline, publisher, published, url, ..article },
        text: text.into_bytes(),
    }
}

/// The name of an article's text in its folder.
pub(crate) fn text_name(id: &str) -> String {
    format!("{id}.txt")
}
