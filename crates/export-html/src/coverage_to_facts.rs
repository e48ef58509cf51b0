//! From a record to the facts of its page, each with its places in the text.

use std::collections::HashMap;
use std::ops::Range;

use onrecord_model::{Coverage, Evidence, Inspection, Statement};

use crate::fact::{Fact, Item, Part, Place};
use crate::text::Text;

/// The facts of a page, in the order of the record.
#[derive(Default)]
pub(crate) struct Facts<'a> {
    pub list: Vec<Fact<'a>>,
    /// Those of each inspection.
    pub inspections: Vec<Range<usize>>,
    pub statements: Range<usize>,
    pub diagnostics: Range<usize>,
    /// Ratings and recommendations by their ids.
    pub by_id: HashMap<&'a str, usize>,
}

/// A fact for everything in the record that has evidence, and for every diagnostic.
pub(crate) fn coverage_to_facts<'a>(coverage: &'a Coverage, text: &Text<'_>) -> Facts<'a> {
    let mut facts = Facts::default();
    for (i, each) in coverage.inspections.iter().enumerate() {
        let start = facts.list.len();
        facts.inspection(each, &format!("i{}", i + 1), text);
        facts.inspections.push(start..facts.list.len());
    }
    let start = facts.list.len();
    for each in &coverage.statements {
        facts.list.push(statement(each, text));
    }
    facts.statements = start..facts.list.len();
    let start = facts.list.len();
    for (i, each) in coverage.diagnostics.iter().enumerate() {
        facts.push(Item::Diagnostic(each), format!("d{}", i + 1), each.evidence.as_ref(), text);
    }
    facts.diagnostics = start..facts.list.len();
    facts
}

impl<'a> Facts<'a> {
    fn inspection(&mut self, each: &'a Inspection, label: &str, text: &Text<'_>) {
        let by = each.inspectorate.as_ref().map(Item::Inspectorate);
        let body = each.body.as_ref().map(Item::Body);
        let commissioner = each.commissioned_by.as_ref().map(Item::Commissioner);
        let date = each.date.as_ref().map(Item::Date);
        let due = each.due.as_ref().map(Item::Due);
        for item in [by, body, commissioner, date, due].into_iter().flatten() {
            self.push(item, label.to_owned(), item.evidence(), text);
        }
        if !each.evidence.is_empty() {
            self.push(Item::Report(each), label.to_owned(), &each.evidence, text);
        }
        for rating in &each.ratings {
            self.by_id.insert(&rating.id, self.list.len());
            self.push(Item::Rating(rating), rating.id.clone(), [&rating.evidence], text);
        }
        for asked in &each.recommendations {
            self.by_id.insert(&asked.id, self.list.len());
            self.push(Item::Recommendation(asked), asked.id.clone(), [&asked.evidence], text);
        }
    }

    fn push<'e>(
        &mut self,
        item: Item<'a>,
        label: String,
        evidence: impl IntoIterator<Item = &'e Evidence>,
        text: &Text<'_>,
    ) {
        let place = |found: &Evidence| {
            let range = text.find(found.start(), found.end(), found.text())?;
            Some(Place { range, part: Part::Content })
        };
        let places = evidence.into_iter().filter_map(place).collect();
        self.list.push(Fact { item, label, places });
    }
}

/// The content of a statement, then the words that name who speaks, that report it, and that say when.
fn statement<'a>(each: &'a Statement, text: &Text<'_>) -> Fact<'a> {
    let segments = each.segments.iter().map(|it| (it.start, it.end, it.text.as_str(), Part::Content));
    let speaker = each.speaker.evidence.iter().map(|it| (it.start(), it.end(), it.text(), Part::Speaker));
    let cue = each.cue.iter().map(|it| (it.start, it.end, it.text.as_str(), Part::Cue));
    let date = each.date.iter().map(|it| &it.evidence);
    let date = date.map(|it| (it.start(), it.end(), it.text(), Part::Date));
    let place = |(start, end, words, part): (u32, u32, &str, Part)| {
        Some(Place { range: text.find(start, end, words)?, part })
    };
    let places = segments.chain(speaker).chain(cue).chain(date).filter_map(place).collect();
    Fact { item: Item::Statement(each), label: each.id.clone(), places }
}
