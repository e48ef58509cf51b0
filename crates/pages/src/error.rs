/// Why no article came of what was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PageError {
    /// A page without running text: a search form, a gallery, an error page, an article behind a paywall.
    #[error("no article was found in this page; save the page of one article, or its text as a .txt file")]
    NoArticle,
    /// A front page, a topic's page.
    #[error("this page is a list of articles; save the page of each article")]
    ListOfArticles,
    /// A page that asks its reader to sign in, to register or to subscribe.
    #[error("this page asks to sign in; sign in, and save the page of the article again")]
    SignIn,
    /// A page that says that there is none at its address.
    #[error("this page says that nothing was found at its address; look for the article, and save its page")]
    Missing,
    /// A page on the site's cookies, privacy or terms.
    #[error("this page is about its site (cookies, privacy or terms); save the page of one article")]
    Policy,
    /// More markup than any article needs.
    #[error(
        "this page has more than {elements} elements, or more than {depth} inside each other; save the page of \
         one article"
    )]
    TooLarge {
        /// The most elements that are read.
        elements: usize,
        /// The most that may be inside each other.
        depth: usize,
    },
    /// A web archive, which a browser makes of a page and all that belongs to it.
    #[error("is a web archive (MHTML), which is not read; save the page again, as HTML")]
    Archive,
    /// A line that is not JSON, or no object.
    #[error("is not a JSON object ({0})")]
    NotJson(String),
    /// A JSON array without objects.
    #[error(
        "is a JSON array without an article; each article is an object in it, with its text as in \
         `[{{\"text\": \"…\"}}]`"
    )]
    NoObjects,
    /// An object without the field that holds the text, or with an empty one.
    #[error("has no text; name the field that holds it, as in `text=body` (it has {known})")]
    NoText {
        /// The names of the fields it has, with commas.
        known: String,
    },
    /// A field map with a mistake.
    #[error("`{0}` maps no field; write FIELD=NAME with one of text, title, url, date, authors, publisher")]
    BadField(String),
}
