//! One fact in the record.

use maud::{Markup, html};
use onrecord_model::{Coverage, Diagnostic, Evidence, Rating, Recommendation, Scope, Statement, Time};

use crate::coverage_to_facts::Facts;
use crate::fact::{Fact, Item};
use crate::words::{self, given};

/// The card of the fact with this index.
pub(crate) fn card(index: usize, coverage: &Coverage, facts: &Facts<'_>) -> Markup {
    let fact = &facts.list[index];
    let kind = fact.item.kind().class();
    html! {
        li .fact .(kind) id={ "f" (index) } data-f=(index) data-name=(words::name(fact)) {
            span .tag { (fact.label) }
            div .body {
                @match fact.item {
                    Item::Rating(rating) => { (grade(rating)) }
                    Item::Recommendation(asked) => { (ask(asked)) }
                    Item::Statement(said) => { (statement(said, coverage, facts)) }
                    Item::Diagnostic(odd) => { (diagnostic(odd)) }
                    item @ (Item::Inspectorate(_) | Item::Body(_) | Item::Commissioner(_) | Item::Date(_) | Item::Due(_)) => {
                        p { span .label { (words::role(item)) } " " (words::gist(item)) }
                    }
                    item @ Item::Report(inspection) => {
                        p {
                            span .label { (words::role(item)) } " "
                            @for (i, found) in inspection.evidence.iter().enumerate() {
                                @if i > 0 { " … " }
                                q { (found.text()) }
                            }
                        }
                    }
                }
                (source(index, fact))
            }
        }
    }
}

fn grade(rating: &Rating) -> Markup {
    let Rating { grade, scope, time, .. } = rating;
    let (position, of) = (grade.position(), grade.of());
    html! {
        p {
            b .grade { (grade.label()) } " "
            span .pips .(words::tone(position, of)) aria-hidden="true" {
                @for step in 1..=of.min(12) { i .on[step == position] {} }
            }
            " " span .rank { (grade.rank()) }
            @if *time == Time::Previous { " " span .earlier { "earlier" } }
        }
        p .more { @if *scope != Scope::Overall { "for " } (scope) }
    }
}

fn ask(asked: &Recommendation) -> Markup {
    let Recommendation { kind, text, purpose, addressee, implied, .. } = asked;
    let deadline = &asked.dated_deadline();
    html! {
        p { span .label { (words::kind(*kind)) } " " (text) }
        @for (label, value) in [("what for", purpose), ("by when", deadline), ("who has to act", addressee)] {
            @if let Some(value) = given(value.as_deref()) { p .more { span .label { (label) } " " (value) } }
        }
        @if *implied { p .more { "The text does not name who asks." } }
    }
}

fn statement(said: &Statement, coverage: &Coverage, facts: &Facts<'_>) -> Markup {
    let about = about(said, coverage, facts);
    html! {
        p {
            b .speaker { (words::who(&said.speaker)) }
            @if let Some(post) = said.speaker.post() { ", " (post) }
            " " span .label { (words::wording(said.kind)) @if let Some(date) = &said.date { ", " span .date { (date) } } }
        }
        blockquote { (quotation(said)) }
        @if !about.is_empty() {
            p .more { span .label { "about" } @for link in about { " " (link) } }
        }
    }
}

/// Segments of one line are one paragraph with marks of omission, as the narrator interrupts there; a segment
/// on a later line is a new paragraph.
fn quotation(said: &Statement) -> Markup {
    let paragraphs = said.segments.chunk_by(|one, next| one.line == next.line);
    html! {
        @if said.segments.is_empty() { p { (said.text) } }
        @for paragraph in paragraphs {
            p { @for (i, segment) in paragraph.iter().enumerate() { @if i > 0 { " … " } (segment.text) } }
        }
    }
}

/// What a statement speaks of. The only inspection of an article goes without saying.
fn about(said: &Statement, coverage: &Coverage, facts: &Facts<'_>) -> Vec<Markup> {
    let link = |id: &String| {
        if let Some(&index) = facts.by_id.get(id.as_str()) {
            let name = words::name(&facts.list[index]);
            let kind = facts.list[index].item.kind().class();
            return Some(
                html! { a .tag .(kind) href={ "#f" (index) } title=(name) aria-label=(name) { (id) } },
            );
        }
        let several = coverage.inspections.len() > 1;
        let inspection = coverage.inspections.iter().position(|each| several && each.id == *id)?;
        let number = format!("i{}", inspection + 1);
        let name = format!("{number}, {}", coverage.inspections[inspection].headline());
        Some(html! { a .tag .i href={ "#" (number) } title=(name) aria-label=(name) { (number) } })
    };
    said.about.iter().filter_map(link).collect()
}

fn diagnostic(odd: &Diagnostic) -> Markup {
    html! { p { span .label { (words::diagnostic(odd.kind)) } " " (odd.message) } }
}

/// The way back to the article, and the rule that read it.
fn source(index: usize, fact: &Fact<'_>) -> Markup {
    let rule = fact.item.evidence().map(Evidence::rule).filter(|rule| !rule.is_empty());
    html! {
        p .source {
            @match (fact.item.line(), fact.places.is_empty()) {
                (Some(line), false) => { a href={ "#t" (index) } { "line " (line) } }
                (Some(line), true) => { "line " (line) ", where the text holds other words" }
                (None, _) => { "the whole article" }
            }
            @if let Some(rule) = rule { " · rule " code { (rule) } }
        }
    }
}
