//! What each stage made of an article, for people who debug a rule.

use std::ops::Range;

use onrecord_model::{Source, Span};

use crate::Stages;
use crate::cue::CueSpeaker;
use crate::finding::StatementFinding;
use crate::rating_finding::RatingFinding;

/// What each stage made of an article.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The text, with the way back to the file's bytes. Spans of items count bytes of its text.
    pub source: Source<'static>,
    /// The stages, in the order of [`Explanation::STAGES`].
    pub stages: Vec<Stage>,
    /// Sentences in which nothing was found.
    pub unclaimed: Vec<Item>,
}

/// One stage.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its name.
    pub name: &'static str,
    /// What it made, in the order of the text.
    pub items: Vec<Item>,
}

/// One thing that a stage made.
#[derive(Debug, Clone)]
pub struct Item {
    /// Where it stands.
    pub span: Span,
    /// What it is, such as `paragraph` or `statement s1 direct Ada Nwosu`.
    pub label: String,
}

/// Tells what a stage made.
type Tell = fn(&Stages<'_>) -> Vec<Item>;

/// Each stage's name, and what tells what it made.
const STAGES: [(&str, Tell); 7] = [
    ("source", source),
    ("blocks", blocks),
    ("tokens", tokens),
    ("quotes", quotes),
    ("entities", entities),
    ("findings", findings),
    ("coverage", coverage),
];

impl Explanation {
    /// The names of the stages, in order.
    pub const STAGES: [&'static str; STAGES.len()] = {
        let mut names = [""; STAGES.len()];
        let mut stage = 0;
        while stage < names.len() {
            names[stage] = STAGES[stage].0;
            stage += 1;
        }
        names
    };
}

pub(crate) fn explain(stages: &Stages<'_>) -> Explanation {
    let stage = |(name, items): (_, Tell)| {
        let mut items = items(stages);
        items.sort_by_key(|item| (item.span.start(), item.span.end()));
        Stage { name, items }
    };
    Explanation {
        source: stages.text.source.clone().into_owned(),
        stages: STAGES.into_iter().map(stage).collect(),
        unclaimed: unclaimed(stages),
    }
}

fn item(stages: &Stages<'_>, tokens: Range<usize>, label: impl Into<String>) -> Item {
    Item { span: stages.text.tokens.span(tokens), label: label.into() }
}

fn source(stages: &Stages<'_>) -> Vec<Item> {
    let length = stages.text.source.text().len() as u32;
    let label = format!("{:?}, {} lines", stages.encoding, stages.text.source.line_count());
    Span::new(0, length).map(|span| Item { span, label }).into_iter().collect()
}

fn blocks(stages: &Stages<'_>) -> Vec<Item> {
    let blocks = stages.text.blocks.iter();
    blocks.map(|block| Item { span: block.span, label: block.kind.name().to_owned() }).collect()
}

/// One item for each sentence, with the number of its tokens.
fn tokens(stages: &Stages<'_>) -> Vec<Item> {
    let sentences = stages.text.tokens.sentences.iter();
    sentences
        .map(|sentence| item(stages, sentence.tokens.clone(), format!("{} tokens", sentence.tokens.len())))
        .collect()
}

fn quotes(stages: &Stages<'_>) -> Vec<Item> {
    let whole = stages.text.quotes.list.iter().map(|quote| {
        let label = match (quote.opened, quote.closed) {
            (true, true) => "quotation",
            (true, false) => "quotation, not closed here",
            (false, _) => "quotation, not opened here",
        };
        item(stages, quote.tokens.clone(), label)
    });
    let broken =
        stages.text.quotes.broken.iter().map(|broken| item(stages, broken.tokens.clone(), broken.message));
    whole.chain(broken).collect()
}

fn entities(stages: &Stages<'_>) -> Vec<Item> {
    let text = &stages.text;
    let inspectorates = stages.organisations.inspectorates.iter().map(|mention| {
        let row = &text.lexicon.inspectorates()[usize::from(mention.inspectorate)];
        item(stages, mention.tokens.clone(), format!("inspectorate {}", row.id))
    });
    let names = stages.organisations.names.iter().map(|name| item(stages, name.tokens.clone(), "name"));
    let people = stages.people.mentions.iter().map(|mention| {
        let person = &stages.people.list[mention.person];
        let role = person.role.clone().map_or(String::new(), |role| format!(", {}", text.words(role)));
        item(
            stages,
            mention.token..mention.token + 1,
            format!("person {}{role}", text.words(person.name.clone())),
        )
    });
    let cues = stages
        .cues
        .iter()
        .map(|cue| item(stages, cue.tokens.clone(), format!("cue of {}", speaker(stages, &cue.speaker))));
    inspectorates.chain(names).chain(people).chain(cues).collect()
}

fn speaker(stages: &Stages<'_>, speaker: &CueSpeaker) -> String {
    match speaker {
        CueSpeaker::Phrase(phrase) | CueSpeaker::Main(phrase) => {
            format!("“{}”", stages.text.words(phrase.tokens.clone()))
        }
        CueSpeaker::SameAs(_) => "the speaker before".to_owned(),
        CueSpeaker::Nobody => "nobody named".to_owned(),
    }
}

fn findings(stages: &Stages<'_>) -> Vec<Item> {
    let statements = stages.findings.statements.iter().flat_map(|found| statement(stages, found));
    let asks = stages
        .findings
        .recommendations
        .iter()
        .map(|found| item(stages, found.tokens.clone(), found.kind.name()));
    let ratings = stages
        .findings
        .ratings
        .iter()
        .map(|found| item(stages, found.evidence.clone(), rating(stages, found)));
    statements.chain(asks).chain(ratings).collect()
}

fn rating(stages: &Stages<'_>, found: &RatingFinding) -> String {
    let lexicon = stages.text.lexicon;
    let scale = &lexicon.scales()[usize::from(found.scale)];
    let grade = &scale.grades[usize::from(found.grade)].label;
    format!("rating {grade} ({}), {:?} {:?}, {}", scale.id, found.scope, found.time, found.rule(lexicon))
}

fn statement(stages: &Stages<'_>, found: &StatementFinding) -> Vec<Item> {
    let name = found.speaker.name.as_deref().unwrap_or("nobody named");
    let label = format!("{} statement of {name}, {}", found.kind.name(), found.rule);
    found.segments.iter().map(|segment| item(stages, segment.clone(), label.as_str())).collect()
}

/// The record's facts, by their evidence. Its offsets are the file's; they are shown only for UTF-8 files, in
/// which they are the text's as well.
fn coverage(stages: &Stages<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    // The record counts the file's bytes, an explanation those of the text.
    let at = |offset| stages.text.source.text_offset(offset);
    let mut add = |start, end, label: String| {
        items.extend(Span::new(at(start), at(end)).map(|span| Item { span, label }));
    };
    for inspection in &stages.coverage.inspections {
        for rating in &inspection.ratings {
            let label = format!(
                "{} {} {} {}",
                rating.id,
                rating.grade.label(),
                rating.scope.name(),
                rating.time.name()
            );
            add(rating.evidence.start(), rating.evidence.end(), label);
        }
        for ask in &inspection.recommendations {
            add(ask.evidence.start(), ask.evidence.end(), format!("{} {}", ask.id, ask.kind.name()));
        }
    }
    for statement in &stages.coverage.statements {
        for segment in &statement.segments {
            add(segment.start, segment.end, format!("{} {}", statement.id, statement.kind.name()));
        }
    }
    items
}

/// Sentences of the text that hold no finding.
fn unclaimed(stages: &Stages<'_>) -> Vec<Item> {
    let mut claimed = vec![false; stages.text.tokens.list.len()];
    let statements = stages.findings.statements.iter().flat_map(|found| found.segments.iter().cloned());
    let asks = stages.findings.recommendations.iter().map(|found| found.tokens.clone());
    let ratings = stages.findings.ratings.iter().map(|found| found.evidence.clone());
    for range in statements.chain(asks).chain(ratings) {
        claimed[range].fill(true);
    }
    let sentences = stages.text.tokens.sentences.iter();
    let free = sentences.filter(|sentence| !claimed[sentence.tokens.clone()].contains(&true));
    free.map(|sentence| item(stages, sentence.tokens.clone(), "nothing found")).collect()
}
