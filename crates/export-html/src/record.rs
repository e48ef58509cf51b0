//! The record's side of a page.

use std::ops::Range;

use maud::{Markup, html};
use onrecord_model::{Coverage, Inspection, Status};

use crate::card::card;
use crate::coverage_to_facts::Facts;
use crate::fact::Kind;
use crate::words::{self, given};

/// The whole record: each inspection, who said what, and what could not be placed.
pub(crate) fn record(coverage: &Coverage, facts: &Facts<'_>) -> Markup {
    html! {
        section #record tabindex="-1" aria-labelledby="record-heading" {
            h2 #record-heading .small-heading { "On record" }
            @if coverage.inspections.is_empty() { p .nothing { "The article reports no inspection." } }
            @for (index, each) in coverage.inspections.iter().enumerate() {
                (inspection(index, each, coverage, facts))
            }
            (part(Kind::Statement, "Who said what", facts.statements.clone(), coverage, facts))
            (part(Kind::Diagnostic, "What could not be placed", facts.diagnostics.clone(), coverage, facts))
        }
    }
}

fn inspection(index: usize, each: &Inspection, coverage: &Coverage, facts: &Facts<'_>) -> Markup {
    let range = facts.inspections[index].clone();
    html! {
        section .inspection id={ "i" (index + 1) } aria-labelledby={ "i" (index + 1) "-heading" } {
            h3 id={ "i" (index + 1) "-heading" } {
                span .tag .i { "i" (index + 1) } " " (words::headline(each))
            }
            (chips(each))
            (cards(of_kind(Kind::Inspection, range.clone(), facts), coverage, facts))
            (group(Kind::Rating, "Grades", range.clone(), coverage, facts))
            (group(Kind::Recommendation, "What has to improve", range, coverage, facts))
        }
    }
}

/// What the record says of an inspection without a place of its own.
fn chips(inspection: &Inspection) -> Markup {
    let status = match inspection.status {
        Status::Completed => "Completed",
        Status::InProgress => "Under way",
        Status::Announced => "Announced",
    };
    let facts = [("Programme", &inspection.programme), ("Special status", &inspection.regime)];
    html! {
        ul .chips {
            li { (status) }
            @for (label, value) in facts {
                @if let Some(value) = given(value.as_deref()) { li { (label) ": " b { (value) } } }
            }
        }
    }
}

/// The cards of one kind of an inspection.
fn group(kind: Kind, heading: &str, range: Range<usize>, coverage: &Coverage, facts: &Facts<'_>) -> Markup {
    let of_kind = of_kind(kind, range, facts);
    html! {
        @if !of_kind.is_empty() {
            div .group .(kind.class()) {
                h4 { (heading) }
                (cards(of_kind, coverage, facts))
            }
        }
    }
}

/// The cards that belong to the article as a whole.
fn part(kind: Kind, heading: &str, range: Range<usize>, coverage: &Coverage, facts: &Facts<'_>) -> Markup {
    html! {
        @if !range.is_empty() {
            section .group .(kind.class()) {
                h3 { (heading) }
                (cards(range.collect(), coverage, facts))
            }
        }
    }
}

fn of_kind(kind: Kind, range: Range<usize>, facts: &Facts<'_>) -> Vec<usize> {
    range.filter(|&fact| facts.list[fact].item.kind() == kind).collect()
}

fn cards(indices: Vec<usize>, coverage: &Coverage, facts: &Facts<'_>) -> Markup {
    html! {
        @if !indices.is_empty() {
            ul .cards { @for index in indices { (card(index, coverage, facts)) } }
        }
    }
}
