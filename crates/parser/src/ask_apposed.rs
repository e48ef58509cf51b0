//! What an ask is called right behind it: "…, one of two areas for improvement in the report".

use onrecord_model::RecommendationKind;

use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;

/// How many words name it.
const NAME: usize = 9;

/// The kind that an apposition behind the comma at `comma` gives what stands before it; none where none is there.
pub(crate) fn apposed_kind(reading: &Reading<'_>, comma: usize, end: usize) -> Option<RecommendationKind> {
    let first = comma + 1;
    let opens = first < end
        && reading.is_kind(comma, Kind::Comma)
        && reading.is_one_of(first, &["one", "another", "a", "an", "among", "both", "two", "all", "three"]);
    let verb = |index: usize| reading.has(index, Class::Modal) || reading.is_kind(index, Kind::Comma);
    let name = (first + 1..end.min(first + NAME)).filter(|_| opens).take_while(|&index| !verb(index));
    name.into_iter().find_map(|index| named(reading, index, end))
}

/// "areas for improvement", "requirements": the kind that the words at `at` name.
fn named(reading: &Reading<'_>, at: usize, end: usize) -> Option<RecommendationKind> {
    let is = |words: &[&str]| reading.is_one_of(at, words);
    let area = is(&["area", "areas"]) && at + 2 < end && reading.is(at + 1, "for");
    if area && reading.is_one_of(at + 2, &["improvement", "development"]) {
        return Some(RecommendationKind::AreaForImprovement);
    }
    if is(&["recommendation", "recommendations"]) {
        return Some(RecommendationKind::Recommendation);
    }
    is(&["requirement", "requirements"]).then_some(RecommendationKind::Requirement)
}
