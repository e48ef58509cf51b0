//! A whole reading page.

use std::io;

use maud::{Markup, html};
use onrecord_model::{Article, Coverage, Source};

use crate::article::article;
use crate::assets::READING;
use crate::coverage_to_facts::{Facts, coverage_to_facts};
use crate::fact::Kind;
use crate::record::record;
use crate::sink::{INSIDE, Sink};
use crate::text::Text;
use crate::words::{self, given};

/// The page of one article.
pub(crate) fn page(coverage: &Coverage, source: &Source<'_>, out: &mut Sink<'_>) -> io::Result<()> {
    let text = Text::new(source);
    let facts = coverage_to_facts(coverage, &text);
    let title = words::title(coverage, source);
    let printed_title = coverage.article.title.as_deref().map(str::trim);
    let body = html! {
        a .skip href="#article" { "Skip to the article" }
        a .skip href="#record" { "Skip to the record" }
        header .top {
            nav aria-label="Pages" { a href="./index.html" { "All articles" } }
            h1 { (title) }
            (origin(&coverage.article))
        }
        (tools(&facts))
        main { (INSIDE) }
    };
    out.around(&READING.page(&title, &body), |out| {
        article(&text, &facts, printed_title, out)?;
        record(coverage, &facts, out)
    })?;
    out.put(&html! { "\n" })
}

/// Who published it when, and the file.
fn origin(article: &Article) -> Markup {
    let known = [&article.publisher, &article.when_published(), &article.byline];
    html! {
        p .origin {
            @for fact in known {
                @if let Some(fact) = given(fact.as_deref()) { span { (fact) } " " }
            }
            @if let Some(url) = given(article.url.as_deref()) { span { (address(url)) } " " }
            span { code { (article.path) } }
        }
    }
}

/// A link where the address is one of the web; other schemes could run something.
fn address(url: &str) -> Markup {
    let lower = url.to_ascii_lowercase();
    html! {
        @if lower.starts_with("https://") || lower.starts_with("http://") {
            a href=(url) rel="noreferrer noopener" { (url) }
        } @else { (url) }
    }
}

/// What is shown, and the way from fact to fact. Showing and hiding needs no script.
fn tools(facts: &Facts<'_>) -> Markup {
    let count = |kind| facts.list.iter().filter(|fact| fact.item.kind() == kind).count();
    html! {
        section .tools aria-label="Tools" {
            fieldset .filters {
                legend { "Show" }
                @for kind in Kind::ALL.into_iter().filter(|&kind| kind != Kind::Diagnostic || count(kind) > 0) {
                    label .chip .(kind.class()) {
                        input type="checkbox" checked #{ "show-" (kind.class()) };
                        span .name { (kind.name()) } " " span .count { (count(kind)) }
                    }
                }
                label .chip .u { input type="checkbox" #show-u; span .name { "Nothing found" } }
            }
            (stepper())
        }
    }
}

/// Shown by the script.
fn stepper() -> Markup {
    html! {
        div .stepper hidden role="group" aria-label="Facts" {
            button #previous type="button" aria-label="Previous fact" aria-keyshortcuts="k p" { "‹" }
            p #current { span #where {} " " span #what { "Step through the facts" } }
            button #next type="button" aria-label="Next fact" aria-keyshortcuts="j n" { "›" }
            details .keys {
                summary aria-label="Keys" { "?" }
                div {
                    p { kbd { "j" } " or " kbd { "n" } " next fact" }
                    p { kbd { "k" } " or " kbd { "p" } " previous fact" }
                    p { kbd { "Enter" } " from the article to the record" }
                    p { kbd { "u" } " where nothing was found" }
                    p { kbd { "Esc" } " let go" }
                    label { input #use-keys type="checkbox" checked; " Single keys work" }
                }
            }
        }
    }
}
