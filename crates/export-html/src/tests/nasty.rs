//! Whatever an article holds is text.

use onrecord_model::Coverage;
use proptest::prelude::*;

use super::index;
use super::tokens::{Piece, pieces};
use crate::{sink::tidy, to_string};

/// What could open something on a page.
#[rustfmt::skip] // One a line would be a page long.
const NASTY: &[&str] = &[
    "<script>alert(1)</script>", "</script>", "</style>", "</title>", "<!--", "-->", "<!-- a -->", "<!--inside-->",
    "]]>", "<![CDATA[", "<", ">", "&", "&lt;", "&#60;", "&amp", "\"", "'", "`", "\" onload=\"a()", "' onload='a()",
    "</mark>", "</p>", "<p", "<a href=javascript:alert(1)>", "javascript:alert(1)", "data:text/html,<b>",
    "<img src=x onerror=a()>", "<svg/onload=a()>", "{{a}}", "${a}", "<base href=//x>", "<meta http-equiv=refresh>",
    "a\u{0}b", "\u{1b}[0m", "a\u{85}b", "\u{feff}a", "\u{202e}a", "a\u{2028}b", "\u{fffe}", "\u{fdd0}", "😀", "é",
    "\u{0c}", "\u{7f}", "a\tb", "x\" style=\"a:b", "#", "#f1", "../../x", "a b", "%00", "?", "=", "/", "\\",
];

/// The elements of a page and the names of their attributes, in order; the text is left out.
fn frame(page: &str) -> Vec<Piece> {
    let name_only = |(name, _)| (name, String::new());
    let piece = |piece| match piece {
        Piece::Start { name, attributes } => {
            let attributes = attributes.into_iter().map(name_only).collect();
            Some(Piece::Start { name, attributes })
        }
        Piece::End(name) => Some(Piece::End(name)),
        Piece::Text(_) => None,
    };
    pieces(page).into_iter().filter_map(piece).collect()
}

/// The values of an attribute, wherever it stands.
fn values(page: &str, wanted: &str) -> Vec<String> {
    let attributes = pieces(page).into_iter().flat_map(|piece| match piece {
        Piece::Start { attributes, .. } => attributes,
        Piece::End(_) | Piece::Text(_) => Vec::new(),
    });
    attributes.filter(|(name, _)| name == wanted).map(|(_, value)| value).collect()
}

/// A page must be made of what it is made of for a harmless text as long, on one line and with a letter in it.
fn check(text: &str) {
    let text = format!("x{}x", text.replace(['\n', '\r'], " "));
    let harmless = text.replace(|c| c != ' ', "x");
    let ((coverage, source), (harmless, plain)) =
        (Coverage::sample_of(&text), Coverage::sample_of(&harmless));
    let page = to_string(&coverage, &source);
    assert_eq!(frame(&page), frame(&to_string(&harmless, &plain)), "{text:?}");
    let list = index(&[(&coverage, &source)]);
    assert_eq!(frame(&list), frame(&index(&[(&harmless, &plain)])), "{text:?}");
    for link in values(&page, "href").into_iter().chain(values(&list, "href")) {
        assert!(link.starts_with('#') || link.starts_with("./"), "{text:?} made the link {link:?}");
    }
    assert!(
        pieces(&page).contains(&Piece::Text(tidy(&text).into_owned())),
        "{text:?} is not on its page as it is"
    );
}

#[test]
fn nothing_in_an_article_is_markup() {
    NASTY.iter().for_each(|text| check(text));
    check(&NASTY.concat());
}

proptest! {
    // A page with its style is long to cut into pieces.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_mixture_is_markup(text in proptest::collection::vec(proptest::sample::select(NASTY), 1..6)) {
        check(&text.concat());
    }

    #[test]
    fn no_text_is_an_error(text in any::<String>()) {
        let (coverage, source) = Coverage::sample_of(&text);
        pieces(&to_string(&coverage, &source));
        pieces(&index(&[(&coverage, &source)]));
    }
}
