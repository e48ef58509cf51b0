//! Recommendations: the words that ask.

use onrecord_model::{Coverage, Recommendation};

use crate::difference::Side;
use crate::pairing::pairs;
use crate::score::Scored;
use crate::text::{ArticleText, Words, overlap};
use crate::{Difference, FactKind, LabelledArticle, RecommendationLabel};

/// Half of the words must be shared, of the evidence or of the text alone.
const LEAST: f64 = 0.5;

/// The words of a recommendation found: those of its evidence, and those of its text in it.
struct Found {
    evidence: Words,
    text: Words,
}

pub(crate) fn recommendations(article: &LabelledArticle, coverage: &Coverage, scored: &mut Scored) {
    let text = &article.text;
    let labels = &article.labels.recommendations;
    let places: Vec<[Vec<Words>; 1]> = labels.iter().map(|label| [text.places(&label.surface)]).collect();
    let found: Vec<&Recommendation> =
        coverage.inspections.iter().flat_map(|inspection| &inspection.recommendations).collect();
    let words: Vec<Found> = found.iter().map(|one| Found::new(text, one)).collect();
    let paired = pairs(labels.len(), found.len(), LEAST, |label, one| {
        let shared = |words: &Words| overlap(&text.nearest(&places[label], words), words);
        shared(&words[one].evidence).max(shared(&words[one].text))
    });
    scored.scores.set(FactKind::Recommendation, paired.len(), found.len(), labels.len());
    for (_, label) in
        labels.iter().enumerate().filter(|(label, _)| paired.iter().all(|pair| pair.0 != *label))
    {
        scored.differences.push(missed(article, label));
    }
    for (_, one) in found.iter().enumerate().filter(|(one, _)| paired.iter().all(|pair| pair.1 != *one)) {
        scored.differences.push(extra(article, one));
    }
}

fn missed(article: &LabelledArticle, label: &RecommendationLabel) -> Difference {
    let at = article.text.occurrences(&label.surface).first().map(|place| place.start);
    let fact = format!("{} | {}", label.kind.name(), label.surface);
    Difference::at(article, at, FactKind::Recommendation, Side::Missed, fact)
}

fn extra(article: &LabelledArticle, one: &Recommendation) -> Difference {
    let at = Some(one.evidence.start() as usize);
    let fact = format!("{} | {} [{}]", one.kind.name(), one.text, one.evidence.rule());
    Difference::at(article, at, FactKind::Recommendation, Side::Extra, fact)
}

impl Found {
    fn new(text: &ArticleText, one: &Recommendation) -> Self {
        let evidence = text.words_between(one.evidence.start(), one.evidence.end());
        let text = text.nearest(&[text.places(&one.text)], &evidence);
        Self { evidence, text }
    }
}
