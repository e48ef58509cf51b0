use comrak::nodes::{AstNode, NodeValue};
use onrecord_model::Article;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};

use super::*;

/// What an article could hold to open something on its page.
#[rustfmt::skip] // One a line would be a page long.
const NASTY: &[&str] = &[
    "[a](https://x.y)", "[a]", "[a]: /b", "[a][b]", "![a](b.png)", "<b>bold</b>", "<!-- c", "<script>",
    "</div>", "<https://x.y>", "<a@b.cd>", "# a", "## a ##", "a #", "a\n===", "a\n---", "===", "---", "***",
    "___", "- a", "+ a", "* a", "-", "+", "1. a", "1) a", "1.", "123456789. a", "1234567890. a", "> a",
    "    code", "\tcode", "```\na", "~~~", "`a`", "``", "`", "*a*", "**a**", "_a_", "__a__", "a*b*c",
    "a_b_c", "~a~", "~~a~~", "a | b", "|", "\\|", "\\\\|", "a\\", "\\", "\\\\", "`|`", "| a |\n| - |",
    ":--", ":", ": a", "[^1]", "[^1]: a", "^a^", "[ ] a", "[x] a", "&amp;", "&lt;b&gt;", "&#42;", "& a",
    "&", "https://x.y/z", "http://x.y", "ftp://x.y", "HTTPS://x.y", "www.x.yz", "WWW.x.yz", "a@b.cd",
    "mailto:a@b.cd", "xmpp:a@b.cd", "`a@b.cd`", "a@b.cd*", "*a@b.cd", "a@b@c.de", "@a", "a@", "@@a@@",
    "a.b+c-d_e@x-y.zz", "é@b.cd", "(a@b.cd)", "a\\@b.cd", "$a$", "$$a$$", "{#a}", "# a {#b}", "a {.b}",
    "a {b=c}", "[!NOTE]", "[[a]]", "::: a", "+++", "%%%", "||a||", "==a==", "++a++", "javascript:alert(1)",
    "a  \nb", "a\\\nb", "a\r\nb", "a\n\nb", "\u{a0}a\u{a0}", "“a”", "!a", "!", "![", "](", "<", "<a", ">",
    "a\u{85}b", "a\u{2028}b", "\u{feff}a", "a\u{0}b", "\u{1b}[0m", "😀", "**", "*", "_", "a**", "**a",
    "\"a\"", "'a'", "...", "--", "=1", "1.5 million",
];

/// The parts of a page in order: the name of what opens or closes, or a whole stretch of text.
#[derive(Default)]
struct Parts(Vec<String>);

impl Parts {
    fn mark(&mut self, mark: String) {
        self.0.extend([mark, String::new()]);
    }

    fn text(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(last) => last.push_str(text),
            None => self.0.push(text.to_owned()),
        }
    }

    /// Code counts as text where it holds a mail address, and as something opened elsewhere.
    fn code(&mut self, code: &str) {
        if code.contains('@') { self.text(code) } else { self.mark(format!("code {code}")) }
    }
}

fn parts_by_pulldown(page: &str) -> Vec<String> {
    let options = Options::all()
        .difference(Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_OLD_FOOTNOTES)
        .union(Options::ENABLE_FOOTNOTES);
    let mut parts = Parts::default();
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(text) => parts.text(&text),
            Event::Code(code) => parts.code(&code),
            other => parts.mark(format!("{other:?}")),
        }
    }
    parts.0
}

fn parts_by_comrak(page: &str) -> Vec<String> {
    let mut options = comrak::Options::default();
    let extension = &mut options.extension;
    extension.strikethrough = true;
    extension.table = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.alerts = true;
    extension.math_dollars = true;
    let arena = comrak::Arena::new();
    let mut parts = Parts::default();
    walk(comrak::parse_document(&arena, page, &options), &mut parts);
    parts.0
}

fn walk<'a>(node: &'a AstNode<'a>, parts: &mut Parts) {
    match &node.data.borrow().value {
        NodeValue::Text(text) => return parts.text(text),
        NodeValue::Code(code) => return parts.code(&code.literal),
        other => parts.mark(format!("{other:?}")),
    }
    node.children().for_each(|child| walk(child, parts));
    parts.mark("end".to_owned());
}

/// A page must have the parts it has for a harmless character, with the text in that character's place.
fn check(text: &str, parts: fn(&str) -> Vec<String>) {
    const HARMLESS: &str = "\u{E000}";
    let words: Vec<&str> = text.trim().split(|c: char| c.is_whitespace() && c != '\u{A0}').collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let shown = words.join(" ").replace(char::is_control, "\u{FFFD}");
    let page = to_string(&Coverage::sample_of(text).0);
    let wanted: Vec<String> = parts(&to_string(&Coverage::sample_of(HARMLESS).0))
        .into_iter()
        .map(|part| part.replace(HARMLESS, &shown))
        .collect();
    assert_eq!(parts(&page), wanted, "{text:?} changed the page:\n{page}");
}

#[test]
fn nothing_in_an_article_opens_anything_for_pulldown() {
    NASTY.iter().for_each(|text| check(text, parts_by_pulldown));
}

#[test]
fn nothing_in_an_article_opens_anything_for_comrak() {
    NASTY.iter().for_each(|text| check(text, parts_by_comrak));
}

/// Mixtures of what has a meaning in Markdown.
fn mixtures() -> impl Strategy<Value = String> {
    let marks = "[-+*_`~<>&#|\\\\\\[\\]()!:.@=^${}'\"/ \n\r\t0-9a-cw]{1,16}";
    let pairs =
        proptest::collection::vec(proptest::sample::select(NASTY), 1..4).prop_map(|texts| texts.concat());
    prop_oneof![marks, pairs, any::<String>()].prop_filter("is not blank", |text| !text.trim().is_empty())
}

proptest! {
    #[test]
    fn no_mixture_opens_anything(text in mixtures()) {
        check(&text, parts_by_pulldown);
        check(&text, parts_by_comrak);
    }
}

#[test]
fn plain_prose_is_left_alone() {
    let prose = "“We’re sorry,” he said (twice) – on 1 May, at 12:30; £1.5m, 50% & more! Isn't it? a-b, a/b.";
    assert_eq!(escape::escape(prose), prose);
}

#[test]
fn an_article_of_nothing_but_blanks_has_a_page() {
    let page = to_string(&Coverage::sample_of(" \n").0);
    assert!(page.starts_with("# \n"), "{page}");
    assert!(!page.contains("**"), "{page}");
}

#[test]
fn output_that_refuses_bytes_is_an_error() {
    let mut full = [0_u8; 4];
    let message = write(&Coverage::sample(), &mut full[..]).unwrap_err().to_string();
    assert!(message.starts_with("the page could not be written"), "{message}");
}

#[test]
fn a_full_record() {
    insta::assert_snapshot!(to_string(&Coverage::sample()), @r"
    # Police force praised

    \=Mid Thistle Post · 2025-05-01 · By A. Writer · https\://example.org/a,b

    Line numbers are those of text/sample.txt.

    ## HMICFRS has inspected Mid Thistle Police: responding

    - Inspectorate: His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (line 2)
    - Inspected: Mid Thistle Police (line 2)
    - Topic: responding
    - Programme: PEEL
    - Special status: Engage
    - Commissioned by: **Ada Nwosu**, Chief Constable, Mid Thistle Police (line 4)
    - Took place: in March (2025-03-01 to 2025-03-31) (line 2)
    - Due: 1 May (2026-05-01) (line 3)
    - Reported in line 2

    ### Grades

    | For | Grade | Rank | When | Where |
    | --- | --- | --- | --- | --- |
    | responding to the public | **Good** | 2nd of 3 | now | line 2 |
    | overall | **Outstanding** | 1st of 3 | before | line 2 |
    | 2 areas (not named) | **Adequate** | 3rd of 3 | now | line 2 |

    ### What has to improve

    Required:

    - The force must, by 1 May, answer calls within ten seconds; what for: so that victims are safe; by when: by 1 May (2026-05-01); who has to act: the force (line 3)

    ## Who said what

    **Ada Nwosu**, Chief Constable, Mid Thistle Police, on Thursday (2025-05-01) (line 4):

    > “We’re \*sorry\*,” … “We will — truly — do better.”

    This is about the grade Good; a requirement (line 3).

    ## What could not be placed

    - Quotation: quotation is interrupted (line 4): “We will — truly — do better.”
    ");
}

#[test]
fn an_empty_record() {
    let coverage = Coverage::empty(Article::new("empty_1", "seeds/empty_1.txt", "e3b0c442"));
    insta::assert_snapshot!(to_string(&coverage), @r#"
    # empty\_1

    Line numbers are those of seeds/empty\_1.txt.

    The article reports no inspection.
    "#);
}
