//! Running the examples of the phrase book: sentences that stand in no article of their own.

use onrecord_model::Article;

use crate::inspection_finding::{InspectionFinding, InspectorateFinding};
use crate::organisation::{Form, InspectorateMention};
use crate::{Parser, Stages};

/// The article around an example that names no inspectorate, or this one.
const SETTING: &str =
    "Ashby Lodge, a care home in Skelby, was inspected by the Care Quality Commission (CQC) in May.";

impl Parser<'_> {
    /// The ids of the rows of the phrase book that read something in an example, in the order of the lexicon:
    /// in some sentences as they may stand in an article on the inspection of Ashby Lodge, a care home in
    /// Skelby, by the CQC, or by the inspectorate that the example names.
    #[must_use]
    pub fn rows_reading(&self, example: &str) -> Vec<&str> {
        let in_setting = format!("{example}\n\n{SETTING}\n");
        let rows = self
            .rows_in(&in_setting, example.len(), true)
            .or_else(|| self.rows_in(example, example.len(), false));
        let mut rows = rows.unwrap_or_default();
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter().map(|row| self.lexicon.phrases()[usize::from(row)].id.as_str()).collect()
    }

    /// The rows that read something in the first `length` bytes; `None` where only one inspectorate may be
    /// named and two are.
    fn rows_in(&self, text: &str, length: usize, only_one: bool) -> Option<Vec<u16>> {
        self.read(Article::default(), text.as_bytes(), |stages| {
            if only_one && names_two_inspectorates(&stages) {
                return None;
            }
            let within = |token: usize| (stages.text.tokens.list[token].start as usize) < length;
            let asks = stages.findings.recommendations.iter();
            let asks = asks.filter(|ask| within(ask.tokens.start)).map(|ask| ask.phrase);
            let ratings = self.ratings(&stages.text, &[of_the_whole_text(&stages)]).ratings.into_iter();
            let ratings = ratings.filter(|one| within(one.evidence.start)).filter_map(|one| one.phrase);
            Some(asks.chain(ratings).collect())
        })
    }
}

fn names_two_inspectorates(stages: &Stages<'_>) -> bool {
    let named = stages.organisations.inspectorates.iter().filter(|mention| mention.form == Form::Name);
    let rows: Vec<u16> = named.map(|mention| mention.inspectorate).collect();
    rows.iter().any(|row| *row != rows[0])
}

/// The first inspection, as if every sentence were about it and its body were of any kind.
fn of_the_whole_text(stages: &Stages<'_>) -> InspectionFinding {
    let found = stages.findings.inspections.first().cloned();
    let mut inspection = found.unwrap_or_else(|| by_the_first_named(stages));
    inspection.blocks = 0..stages.text.blocks.len();
    if let Some(body) = &mut inspection.body {
        body.kinds.clear();
    }
    inspection
}

fn by_the_first_named(stages: &Stages<'_>) -> InspectionFinding {
    let mut named = stages.organisations.inspectorates.iter().filter(|mention| mention.form == Form::Name);
    let finding = |mention: &InspectorateMention| InspectorateFinding {
        row: mention.inspectorate,
        tokens: mention.tokens.clone(),
    };
    InspectionFinding::completed(named.next().map(finding), None, 0..0)
}
