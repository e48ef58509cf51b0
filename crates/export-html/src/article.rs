//! The article's side of a page.

use std::io;

use maud::{Markup, html};
use onrecord_model::Diagnostic;

use crate::coverage_to_facts::Facts;
use crate::fact::{Fact, Item};
use crate::facts_to_marks::{Line, by_line, facts_to_marks};
use crate::sink::{INSIDE, Sink};
use crate::text::Text;
use crate::words;

/// The article, a paragraph for each line that is not blank, with what is odd about it where it occurs.
pub(crate) fn article(
    text: &Text<'_>,
    facts: &Facts<'_>,
    title: Option<&str>,
    out: &mut Sink<'_>,
) -> io::Result<()> {
    let lines = by_line(&facts.list, text);
    let placeless = facts.diagnostics.clone().filter(|&fact| facts.list[fact].places.is_empty());
    let frame = html! {
        article #article tabindex="-1" aria-labelledby="article-heading" {
            h2 #article-heading .small-heading { "The article" }
            @for fact in placeless { (note(fact, &facts.list[fact])) }
            (INSIDE)
        }
    };
    out.around(&frame, |out| {
        let mut lines = lines.iter().enumerate();
        lines.try_for_each(|(index, line)| out.put(&paragraph(index, line, text, facts, title)))
    })
}

fn paragraph(index: usize, line: &Line, text: &Text<'_>, facts: &Facts<'_>, title: Option<&str>) -> Markup {
    let (whole, number) = (&text.lines()[index], index + 1);
    let words = text.get(whole.clone());
    let is_blank = words.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty();
    let is_title = !is_blank && title == Some(words.trim());
    html! {
        @if !is_blank {
            p .line .title[is_title] .free[!line.is_claimed()] id={ "L" (number) } data-line=(number) {
                (facts_to_marks(line, whole, text, &facts.list))
            }
            @if !line.is_claimed() { p .free-note { "Nothing was found in line " (number) "." } }
        }
        @for fact in line.diagnostics() { (note(fact, &facts.list[fact])) }
    }
}

/// What could not be placed, below the paragraph in which it starts.
fn note(index: usize, fact: &Fact<'_>) -> Markup {
    let Item::Diagnostic(Diagnostic { kind, message, .. }) = fact.item else { return html! {} };
    html! {
        p .note data-f=(index) {
            a .tag href={ "#f" (index) } { (fact.label) }
            " " b { (words::diagnostic(*kind)) ":" } " " (message)
        }
    }
}
