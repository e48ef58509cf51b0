//! The page that lists all articles.

use std::io::{self, Read, Write};

use maud::{Markup, html};
use onrecord_model::{Coverage, Scale, Source};

use crate::assets::INDEX;
use crate::error::HtmlError;
use crate::index_row::row;
use crate::picture::pictures;
use crate::sink::{INSIDE, Sink, tidy};
use crate::tally::Tally;

/// The columns: what they are called, and whether the greatest comes first when sorted.
const COLUMNS: [(&str, bool); 7] = [
    ("Article", false),
    ("Inspectorate", false),
    ("Inspected", false),
    ("Grades", true),
    ("To improve", true),
    ("Statements", true),
    ("Not placed", true),
];

/// The index page, made as the articles come. It counts grades by inspectorate and area and leaves the rows of
/// its table to a writer of the caller's, so what it holds does not grow with the number of articles.
///
/// ```
/// use onrecord_html::Index;
/// use onrecord_model::{Article, Coverage, Source};
///
/// let (mut index, mut rows) = (Index::new(), Vec::new());
/// let coverage = Coverage::empty(Article::new("beck", "beck.txt", ""));
/// index.add(&coverage, &Source::from_utf8("Beck House opens.\n"), &mut rows)?;
///
/// let mut page = Vec::new();
/// index.finish(rows.as_slice(), &mut page)?;
/// let page = String::from_utf8(page).expect("is UTF-8");
/// assert!(page.contains(r#"<a href="./beck.html">Beck House opens.</a>"#));
/// # Ok::<(), onrecord_html::HtmlError>(())
/// ```
#[derive(Debug)]
pub struct Index {
    tally: Tally,
    counts: [(usize, &'static str, &'static str); 6],
}

impl Default for Index {
    fn default() -> Self {
        let counts = [
            (0, "article", "articles"),
            (0, "inspection", "inspections"),
            (0, "grade", "grades"),
            (0, "thing to improve", "things to improve"),
            (0, "statement", "statements"),
            (0, "not placed", "not placed"),
        ];
        Self { tally: Tally::default(), counts }
    }
}

impl Index {
    /// An index of no articles.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the grades of these scales even where no article gives them. To be called before the first article.
    #[must_use]
    pub fn with_scales(mut self, scales: impl IntoIterator<Item = Scale>) -> Self {
        self.tally.scales = scales.into_iter().collect();
        self
    }

    /// Counts an article and writes its row.
    ///
    /// # Errors
    /// [`HtmlError::Write`] where `rows` cannot be written.
    pub fn add(
        &mut self,
        coverage: &Coverage,
        source: &Source<'_>,
        mut rows: impl Write,
    ) -> Result<(), HtmlError> {
        self.tally.add(coverage);
        let inspections = &coverage.inspections;
        let counts = [
            1,
            inspections.len(),
            inspections.iter().map(|each| each.ratings.len()).sum(),
            inspections.iter().map(|each| each.recommendations.len()).sum(),
            coverage.statements.len(),
            coverage.diagnostics.len(),
        ];
        self.counts.iter_mut().zip(counts).for_each(|((sum, ..), count)| *sum += count);
        let row = row(coverage, source);
        writeln!(rows, "{}", tidy(&row.0).replace('\n', " ")).map_err(HtmlError::Write)
    }

    /// Writes the page, with the rows that [`Index::add`] wrote, from the first.
    ///
    /// # Errors
    /// [`HtmlError`] where `rows` cannot be read or `out` cannot be written.
    pub fn finish(self, mut rows: impl Read, mut out: impl Write) -> Result<(), HtmlError> {
        let mut copied = Ok(());
        let mut out = Sink(&mut out);
        let page = INDEX.page("Inspections on record", &self.body());
        let written = out.around(&page, |out| {
            copied = copy(&mut rows, &mut out.0);
            Ok(())
        });
        copied.and(written.and_then(|()| out.put(&html! { "\n" })).map_err(HtmlError::Write))
    }

    fn body(&self) -> Markup {
        html! {
            a .skip href="#articles" { "Skip to the articles" }
            header .top {
                h1 { "Inspections on record" }
                ul .sums {
                    @for (count, one, many) in self.counts {
                        li { b { (count) } " " (if count == 1 { one } else { many }) }
                    }
                }
            }
            main {
                section aria-labelledby="grades-heading" {
                    h2 #grades-heading { "Grades by inspectorate and area" }
                    p .hint { "How often each grade was given, from the best on the left to the worst on the right. Grades of earlier inspections do not count, and grades of different scales do not compare." }
                    (pictures(&self.tally))
                    @if self.tally.matrices().next().is_none() { p { "No article reports a grade." } }
                }
                section #articles tabindex="-1" aria-labelledby="articles-heading" {
                    h2 #articles-heading { "Articles" }
                    (search())
                    (table())
                    p .needs-script { button #more type="button" hidden { "Show more" } }
                }
            }
        }
    }
}

fn search() -> Markup {
    html! {
        div .search .needs-script {
            label for="query" { "Search" }
            input #query type="search" autocomplete="off" spellcheck="false";
            p #shown role="status" {}
        }
    }
}

fn table() -> Markup {
    html! {
        table #list aria-labelledby="articles-heading" {
            thead {
                tr {
                    @for (name, greatest_first) in COLUMNS {
                        th scope="col" aria-sort="none" data-greatest[greatest_first] {
                            button type="button" { (name) }
                        }
                    }
                }
            }
            tbody #page {}
            tbody #rows hidden { (INSIDE) }
        }
    }
}

/// Like [`io::copy`], telling which side failed.
fn copy(from: &mut impl Read, to: &mut impl Write) -> Result<(), HtmlError> {
    let mut buffer = [0; 1 << 16];
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(length) => to.write_all(&buffer[..length]).map_err(HtmlError::Write)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(HtmlError::Read(error)),
        }
    }
}
