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
use crate::words;

/// What a column is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// Words, in the order of the alphabet.
    Words,
    /// Days, the latest first.
    Latest,
    /// Numbers, the greatest first.
    Greatest,
}

/// The columns: their class, what they are called, and what they are sorted by.
const COLUMNS: [(&str, &str, Order); 9] = [
    ("what", "Article", Order::Words),
    ("day", "Published", Order::Latest),
    ("paper", "Publisher", Order::Words),
    ("by", "Inspectorate", Order::Words),
    ("whom", "Inspected", Order::Words),
    ("grades", "Grades", Order::Greatest),
    ("sum", "To improve", Order::Greatest),
    ("sum", "Statements", Order::Greatest),
    ("sum", "Not placed", Order::Greatest),
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
    /// Whether any article says when it was published.
    dated: bool,
    /// Whether any article says who published it.
    published: bool,
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
        Self { tally: Tally::default(), counts, dated: false, published: false }
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
        self.dated |= words::given(coverage.article.published.as_deref()).is_some();
        self.published |= words::given(coverage.article.publisher.as_deref()).is_some();
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
                @if self.tally.matrices().next().is_some() {
                    nav .jump aria-label="On this page" { a href="#grades" { "Grades by inspectorate and area" } }
                }
            }
            main {
                section #articles tabindex="-1" aria-labelledby="articles-heading" {
                    h2 #articles-heading { "Articles" }
                    (search())
                    (self.table())
                    p .needs-script { button #more type="button" hidden { "Show more" } }
                }
                section #grades tabindex="-1" aria-labelledby="grades-heading" {
                    h2 #grades-heading { "Grades by inspectorate and area" }
                    p .hint { "How often each grade was given, from the best on the left to the worst on the right. Grades of earlier inspections do not count, and grades of different scales do not compare." }
                    (pictures(&self.tally))
                    @if self.tally.matrices().next().is_none() { p { "No article reports a grade." } }
                }
            }
        }
    }

    /// Where no article says when or by whom it was published, that column is not shown.
    fn table(&self) -> Markup {
        html! {
            table #list data-undated[!self.dated] data-unpublished[!self.published] aria-labelledby="articles-heading" {
                thead {
                    tr {
                        @for (class, name, order) in COLUMNS {
                            th .(class) scope="col" aria-sort="none"
                                data-greatest[order == Order::Greatest] data-latest[order == Order::Latest] {
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
}

fn search() -> Markup {
    html! {
        div .search .needs-script {
            label for="query" { "Search" }
            input #query type="search" autocomplete="off" spellcheck="false";
            p #shown role="status" {}
        }
        p .hint {
            b { "2 × Good" } " is Good given twice in an article, for the body as a whole or for areas of its work. "
            "The colour of a grade is its place on its scale, from the best to the worst."
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
