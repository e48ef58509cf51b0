//! The record's side of a page.

use std::io;
use std::ops::Range;

use maud::{Markup, html};
use onrecord_model::{Coverage, Inspection, Status};

use crate::card::card;
use crate::coverage_to_facts::Facts;
use crate::fact::Kind;
use crate::sink::{INSIDE, Sink};
use crate::words::given;

/// The whole record: each inspection, who said what, and what could not be placed.
pub(crate) fn record(coverage: &Coverage, facts: &Facts<'_>, out: &mut Sink<'_>) -> io::Result<()> {
    let frame = html! {
        section #record tabindex="-1" aria-labelledby="record-heading" {
            h2 #record-heading .small-heading { "On record" }
            @if coverage.inspections.is_empty() { p .nothing { "The article reports no inspection." } }
            (INSIDE)
        }
    };
    let record = Record { coverage, facts };
    out.around(&frame, |out| {
        (0..coverage.inspections.len()).try_for_each(|index| record.inspection(index, out))?;
        record.part(Kind::Statement, "Who said what", facts.statements.clone(), out)?;
        record.part(Kind::Diagnostic, "What could not be placed", facts.diagnostics.clone(), out)
    })
}

#[derive(Clone, Copy)]
struct Record<'a> {
    coverage: &'a Coverage,
    facts: &'a Facts<'a>,
}

impl Record<'_> {
    fn inspection(self, index: usize, out: &mut Sink<'_>) -> io::Result<()> {
        let (inspection, id) = (&self.coverage.inspections[index], format!("i{}", index + 1));
        let frame = html! {
            section .inspection id=(id) aria-labelledby={ (id) "-heading" } {
                h3 id={ (id) "-heading" } {
                    span .tag .i { (id) } " " (inspection.headline())
                }
                (chips(inspection))
                (INSIDE)
            }
        };
        let of_kind = |kind| self.of_kind(kind, self.facts.inspections[index].clone());
        out.around(&frame, |out| {
            self.cards(of_kind(Kind::Inspection), out)?;
            self.group(Kind::Rating, "Grades", of_kind(Kind::Rating), out)?;
            self.group(Kind::Recommendation, "What has to improve", of_kind(Kind::Recommendation), out)
        })
    }

    fn of_kind(self, kind: Kind, range: Range<usize>) -> Vec<usize> {
        range.filter(|&fact| self.facts.list[fact].item.kind() == kind).collect()
    }

    /// The cards of one kind of an inspection.
    fn group(self, kind: Kind, heading: &str, indices: Vec<usize>, out: &mut Sink<'_>) -> io::Result<()> {
        if indices.is_empty() {
            return Ok(());
        }
        let frame = html! { div .group .(kind.class()) { h4 { (heading) } (INSIDE) } };
        out.around(&frame, |out| self.cards(indices, out))
    }

    /// The cards that belong to the article as a whole.
    fn part(self, kind: Kind, heading: &str, range: Range<usize>, out: &mut Sink<'_>) -> io::Result<()> {
        if range.is_empty() {
            return Ok(());
        }
        let frame = html! { section .group .(kind.class()) { h3 { (heading) } (INSIDE) } };
        out.around(&frame, |out| self.cards(range, out))
    }

    fn cards(self, indices: impl IntoIterator<Item = usize>, out: &mut Sink<'_>) -> io::Result<()> {
        let mut indices = indices.into_iter().peekable();
        if indices.peek().is_none() {
            return Ok(());
        }
        out.around(&html! { ul .cards { (INSIDE) } }, |out| {
            indices.try_for_each(|index| out.put(&card(index, self.coverage, self.facts)))
        })
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
