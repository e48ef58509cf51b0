//! What pages look like, and that nothing in an article changes what they are made of.

use onrecord_model::{Article, Coverage, Scale, Source};

use crate::{Index, to_string, write};

mod marks;
mod nasty;
mod tokens;

/// What the page says, without its style and script, an element to a line.
fn body(page: &str) -> String {
    let body = page.split_once("<body>").expect("a body").1;
    let body = body.split_once("<script>").expect("a script").0;
    body.replace("><", ">\n<")
}

fn index(articles: &[(&Coverage, &Source<'_>)]) -> String {
    let (mut index, mut rows, mut page) = (Index::new(), Vec::new(), Vec::new());
    for (coverage, source) in articles {
        index.add(coverage, source, &mut rows).unwrap();
    }
    index.finish(rows.as_slice(), &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn a_full_record() {
    insta::assert_snapshot!(body(&to_string(&Coverage::sample(), &Coverage::sample_source())));
}

#[test]
fn an_index_of_one_article() {
    insta::assert_snapshot!(body(&index(&[(&Coverage::sample(), &Coverage::sample_source())])));
}

#[test]
fn grades_that_no_article_gives_have_their_names_where_the_scale_is_known() {
    let scale = Scale::new("hmicfrs", false, ["Outstanding", "Good", "Adequate"]).unwrap();
    let mut index = Index::new().with_scales([scale]);
    index.add(&Coverage::sample(), &Coverage::sample_source(), Vec::new()).unwrap();
    let mut page = Vec::new();
    index.finish(&b""[..], &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(
        page.contains("Responding to the public, Outstanding: 0") && !page.contains("not given"),
        "{page}"
    );
}

#[test]
fn an_article_without_words_or_record_has_a_page_and_a_row() {
    let (coverage, source) = (Coverage::empty(Article::new("a1", "a1.txt", "")), Source::from_utf8("\n"));
    let page = to_string(&coverage, &source);
    assert!(page.contains("<h1>a1</h1>") && page.contains("The article reports no inspection."), "{page}");
    let list = index(&[(&coverage, &source)]);
    assert!(list.contains("<a href=\"./a1.html\">a1</a>"));
    // No article says when or by whom it was published: these columns would be empty.
    let (sample, text) = (Coverage::sample(), Coverage::sample_source());
    for column in ["data-undated", "data-unpublished"] {
        assert!(list.contains(&format!(" {column} ")), "{list}");
        assert!(!index(&[(&coverage, &source), (&sample, &text)]).contains(&format!(" {column} ")));
    }
    assert!(index(&[]).contains("No article reports a grade."));
}

#[test]
fn a_record_of_another_text_is_shown_and_not_marked() {
    let page = to_string(&Coverage::sample(), &Source::from_utf8("Something else.\n"));
    assert!(!page.contains("<mark"), "{page}");
    assert!(page.contains("line 2, where the text holds other words"), "{page}");
}

#[test]
fn an_address_of_the_web_is_a_link_and_no_other_is() {
    let mut coverage = Coverage::sample();
    let source = Coverage::sample_source();
    assert!(to_string(&coverage, &source).contains("href=\"https://example.org/a,b\""));
    coverage.article.url = Some("javascript:alert(1)".to_owned());
    assert!(!to_string(&coverage, &source).contains("href=\"javascript"));
}

#[test]
fn output_that_refuses_bytes_is_an_error() {
    let (coverage, source, mut full) = (Coverage::sample(), Coverage::sample_source(), [0_u8; 4]);
    let message = write(&coverage, &source, &mut full[..]).unwrap_err().to_string();
    assert!(message.starts_with("the page could not be written"), "{message}");
    let message = Index::new().add(&coverage, &source, &mut full[..]).unwrap_err().to_string();
    assert!(message.starts_with("the page could not be written"), "{message}");
    let message = Index::new().finish(&b""[..], &mut full[..]).unwrap_err().to_string();
    assert!(message.starts_with("the page could not be written"), "{message}");
}
