//! Statements: their words, whether they are quoted, and whose they are.

use onrecord_model::{Coverage, Statement};

use crate::difference::Side;
use crate::names::same_name;
use crate::pairing::pairs;
use crate::score::Scored;
use crate::text::{ArticleText, Words, overlap};
use crate::{Difference, FactKind, LabelledArticle, StatementLabel};

/// Half of the words must be shared.
const LEAST: f64 = 0.5;

/// Statements whose speaker the text does not name count only where they are labelled.
pub(crate) fn statements(article: &LabelledArticle, coverage: &Coverage, scored: &mut Scored) {
    let (labels, found) = (&article.labels.statements, &coverage.statements);
    let paired = paired(&article.text, labels, found);
    let missed: Vec<&StatementLabel> = (0..labels.len())
        .filter(|label| paired.iter().all(|pair| pair.0 != *label))
        .map(|i| &labels[i])
        .collect();
    let extra: Vec<&Statement> = (0..found.len())
        .filter(|one| paired.iter().all(|pair| pair.1 != *one) && !found[*one].speaker.implied)
        .map(|i| &found[i])
        .collect();
    type Same = fn(&LabelledArticle, &StatementLabel, &Statement) -> bool;
    let kinds: [(FactKind, Same); 3] = [
        (FactKind::Statement, |_, _, _| true),
        (FactKind::StatementKind, |_, label, one| label.kind == one.kind),
        (FactKind::SaidBy, same_speaker),
    ];
    for (kind, same) in kinds {
        let wrong = paired.iter().map(|&(label, one)| (&labels[label], &found[one]));
        let wrong: Vec<_> = wrong.filter(|(label, one)| !same(article, label, one)).collect();
        scored.scores.set(kind, paired.len() - wrong.len(), paired.len() + extra.len(), labels.len());
        let differences = missed
            .iter()
            .map(|label| missed_statement(article, kind, label))
            .chain(wrong.iter().map(|(label, one)| wrong_statement(article, kind, label, one)))
            .chain(extra.iter().map(|one| extra_statement(article, kind, one)));
        scored.differences.extend(differences);
    }
}

fn paired(text: &ArticleText, labels: &[StatementLabel], found: &[Statement]) -> Vec<(usize, usize)> {
    let places = |label: &StatementLabel| label.segments.iter().map(|segment| text.places(segment)).collect();
    let places: Vec<Vec<Vec<Words>>> = labels.iter().map(places).collect();
    let words = |one: &Statement| -> Words {
        one.segments.iter().flat_map(|segment| text.words_between(segment.start, segment.end)).collect()
    };
    let words: Vec<Words> = found.iter().map(words).collect();
    pairs(labels.len(), found.len(), LEAST, |label, one| {
        overlap(&text.nearest(&places[label], &words[one]), &words[one])
    })
}

/// The same name; an inspectorate also by its name for its abbreviation.
fn same_speaker(article: &LabelledArticle, label: &StatementLabel, one: &Statement) -> bool {
    let Some(found) = one.speaker.name.as_deref().filter(|name| !name.is_empty()) else { return false };
    let inspectorate = article.labels.inspectorate.as_ref();
    let short = inspectorate.and_then(|own| own.abbreviation.as_deref()).filter(|short| !short.is_empty());
    let own = inspectorate.map(|own| [own.name.as_str(), short.unwrap_or(&own.name)]);
    let own = own.filter(|own| own.contains(&label.speaker.as_str()));
    same_name(&label.speaker, found) || own.is_some_and(|own| own.iter().any(|name| same_name(name, found)))
}

fn missed_statement(article: &LabelledArticle, kind: FactKind, label: &StatementLabel) -> Difference {
    let first = label.segments.first().map_or("", String::as_str);
    let at = article.text.occurrences(first).first().map(|place| place.start);
    let fact = format!("{} {}: {}", label.kind.name(), label.speaker, label.segments.join(" / "));
    Difference::at(article, at, kind, Side::Missed, fact)
}

fn extra_statement(article: &LabelledArticle, kind: FactKind, one: &Statement) -> Difference {
    let fact = format!("{} {}: {}", one.kind.name(), speaker(one), one.text);
    Difference::at(article, start(one), kind, Side::Extra, fact)
}

fn wrong_statement(
    article: &LabelledArticle,
    kind: FactKind,
    label: &StatementLabel,
    one: &Statement,
) -> Difference {
    let fact = if kind == FactKind::SaidBy {
        format!("{}, found {}", label.speaker, speaker(one))
    } else {
        format!("{}, found {}: {}", label.kind.name(), one.kind.name(), one.text)
    };
    Difference::at(article, start(one), kind, Side::Wrong, fact)
}

fn start(one: &Statement) -> Option<usize> {
    one.segments.first().map(|segment| segment.start as usize)
}

fn speaker(one: &Statement) -> &str {
    one.speaker.name.as_deref().unwrap_or("nobody")
}
