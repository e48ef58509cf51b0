//! What tells that a page is something else than an article.

use dom_query::Document;

use crate::content::ends_a_sentence;
use crate::json_ld::json_ld;
use crate::metadata::MARKS;
use crate::{PageError, plain};

/// What a page shows of what it is, before anything is taken out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Signs {
    /// It says itself that it is an article.
    pub declared: bool,
    /// It asks for a password, perhaps in a box that most readers never see.
    pub password: bool,
}

/// How a page says that it is an article.
const DECLARED: &str = "meta[property='og:type'][content=article], [itemprop=articleBody]";

impl Signs {
    pub(crate) fn of(document: &Document) -> Self {
        let has = |selector| document.select(selector).exists();
        Self { declared: json_ld(document).is_some() || has(DECLARED), password: has("input[type=password]") }
    }
}

/// Headlines of pages that are no articles: each word of one is in its row, and one at least in each of `telling`.
/// A longer headline that speaks of such a page has other words.
struct Headline {
    telling: &'static [&'static str],
    others: &'static str,
    error: PageError,
}

const HEADLINES: [Headline; 3] = [
    Headline {
        telling: &[
            "404 410 found page url",
            "404 410 cannot cant couldnt doesnt error gone isnt moved no not unavailable",
        ],
        others: "a address are available be been could does exist exists find for has have here http is it longer \
                 looking oops or re requested sorry status that the there this was we were you your youre",
        error: PageError::Missing,
    },
    Headline {
        telling: &["account log login register registration sign signin subscribe subscription"],
        others: "a an and article continue for free in is must need needed now on or our page please read reading \
                 required site story the this to today up with you your",
        error: PageError::SignIn,
    },
    Headline {
        telling: &["accessibility cookie cookies privacy terms"],
        others: "about and are at conditions data how notice notices of on our policies policy preferences protection \
                 service settings site statement the this use we website what your",
        error: PageError::Policy,
    },
];

/// Refuses a page whose headline says what it is. Of an article's page only the article's own headline counts.
pub(crate) fn check_headline(
    document: &Document,
    title: Option<&str>,
    signs: Signs,
) -> Result<(), PageError> {
    let others = ["h1", "head title"].map(|selector| {
        let found = document.select(selector);
        found.nodes().first().and_then(|node| plain(&node.text()))
    });
    let others = others.iter().flatten().map(String::as_str).filter(|_| !signs.declared);
    title.into_iter().chain(others).find_map(said_by).map_or(Ok(()), Err)
}

fn said_by(title: &str) -> Option<PageError> {
    // Behind a dash stands the name of the site.
    let own = MARKS.iter().fold(title, |own, mark| own.split(mark).next().unwrap_or(own));
    let words = words(own);
    let row = HEADLINES.iter().find(|row| {
        let told = row.telling.iter().all(|table| words.iter().any(|word| is_in(table, word)));
        let known =
            |word: &String| is_in(row.others, word) || row.telling.iter().any(|table| is_in(table, word));
        told && words.iter().all(known)
    });
    row.map(|row| row.error.clone())
}

/// In lower case, without apostrophes.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['’', '\''], "");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn is_in(table: &str, word: &str) -> bool {
    table.split_ascii_whitespace().any(|known| known == word)
}

/// Words of who asks a reader to sign in.
const SIGNING_IN: &str =
    "account login password register registered registering subscribe subscriber subscribing subscription";
/// The first of two words that mean the same.
const IN: &str = "log logged logging sign signed signing";

/// Whether most of what is said in some lines is about signing in.
pub(crate) fn is_about_signing_in<'a>(lines: impl IntoIterator<Item = &'a str>) -> bool {
    let (mut about, mut all) = (0, 0);
    for line in lines.into_iter().filter(|line| ends_a_sentence(line)) {
        let words = words(line);
        let pair = words.windows(2).any(|pair| is_in(IN, &pair[0]) && pair[1] == "in");
        all += line.len();
        about += if pair || words.iter().any(|word| is_in(SIGNING_IN, word)) { line.len() } else { 0 };
    }
    about * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_that_is_no_articles_is_told() {
        for (title, expected) in [
            ("404", PageError::Missing),
            ("Page Not Found | Ely Post", PageError::Missing),
            ("Sorry, we can’t find that page", PageError::Missing),
            ("Oops! The page you're looking for isn't here", PageError::Missing),
            ("Error 404: this page does not exist", PageError::Missing),
            ("Sign in or register – Ely Post", PageError::SignIn),
            ("Subscribe to continue reading", PageError::SignIn),
            ("Cookies policy", PageError::Policy),
            ("How we use cookies", PageError::Policy),
            ("Terms and Conditions - Ely Post", PageError::Policy),
        ] {
            assert_eq!(said_by(title), Some(expected), "{title}");
        }
    }

    #[test]
    fn a_headline_that_speaks_of_such_things_is_an_articles() {
        for title in [
            "",
            "Home",
            "Ely Post | Sign in",
            "Council’s website shows ‘page not found’ to parents",
            "Not good enough: what inspectors found at Beck House",
            "Residents’ privacy not respected at care home",
            "Hospital loses account of its medicines",
            "Police must register complaints",
            "Inspectors were not there",
            "Cookies recalled after hygiene inspection",
            "School in our town is no longer good",
        ] {
            assert_eq!(said_by(title), None, "{title}");
        }
    }

    #[test]
    fn lines_are_about_signing_in_or_not() {
        assert!(is_about_signing_in(["Sign in to read on.", "It is free."]));
        assert!(is_about_signing_in([
            "Logging in takes a minute.",
            "You need an account for that.",
            "Try it."
        ]));
        assert!(!is_about_signing_in([
            "The home was rated good, said all who live there.",
            "Sign in to comment.",
            "Sign in",
            "Parents sign children in at the gate."
        ]));
        assert!(!is_about_signing_in([]));
    }
}
