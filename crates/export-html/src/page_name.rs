//! What the files of the format are called, and how they link to each other.

use std::fmt::Write;

/// The name of an article's file: its id and `.html`. As `index.html` is the list of all articles, an id
/// `index`, with any number of `_` behind it and in any case, gets one `_` more.
///
/// ```
/// assert_eq!(onrecord_html::page_name("beck"), "beck.html");
/// assert_eq!(onrecord_html::page_name("Index"), "Index_.html");
/// ```
#[must_use]
pub fn page_name(id: &str) -> String {
    let is_index = id.trim_end_matches('_').eq_ignore_ascii_case("index");
    format!("{id}{}.html", if is_index { "_" } else { "" })
}

/// The address of an article's page beside the index. Whatever the id holds, it names a file in that folder.
pub(crate) fn link(id: &str) -> String {
    let mut link = "./".to_owned();
    for byte in page_name(id).bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                link.push(char::from(byte))
            }
            _ => write!(link, "%{byte:02X}").expect("a string takes every character"),
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_article_takes_the_place_of_the_index_or_of_another() {
        let names: Vec<String> = ["index", "index_", "INDEX", "indexes", "a"].map(page_name).into();
        assert_eq!(names, ["index_.html", "index__.html", "INDEX_.html", "indexes.html", "a.html"]);
    }

    #[test]
    fn a_link_names_a_file_and_nothing_else() {
        assert_eq!(link("a b#c?d%41é"), "./a%20b%23c%3Fd%2541%C3%A9.html");
        assert_eq!(link("javascript:alert(1)"), "./javascript%3Aalert%281%29.html");
    }
}
