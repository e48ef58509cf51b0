//! `three of the four tests, with A the exception`: what is left of a whole of few areas, by name.

use onrecord_model::Time;
use rustc_hash::FxHashSet;

use crate::rating_finding::{RatingFinding, RatingScope};
use crate::rating_rows::Draft;
use crate::rating_scope::{Group, Scope};
use crate::rating_text::RatingText;

/// A whole of more areas is rarely named in full, so that as many names may be a coincidence.
const FEW: u8 = 5;

/// The known areas of the findings so far: their names, no more than tell that they are too many, and which are
/// graded when.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    named: Vec<((u16, u16), RatingScope)>,
    graded: FxHashSet<((u16, u16), Time)>,
}

impl Seen {
    pub(crate) fn of(findings: &[RatingFinding]) -> Self {
        let mut seen = Self::default();
        for finding in findings {
            let Some(area) = finding.area else { continue };
            seen.graded.insert((area, finding.time));
            if seen.named.len() <= usize::from(FEW) && seen.named.iter().all(|(known, _)| *known != area) {
                seen.named.push((area, finding.scope.clone()));
            }
        }
        seen
    }
}

impl RatingText<'_> {
    /// `three of the four tests`: how many there are in all, where that is no more than a few.
    pub(crate) fn whole_count(&self, draft: &Draft) -> Option<usize> {
        let mut numbers = draft.scope.tokens.clone().filter_map(|index| self.number(index));
        let (_, whole) = (numbers.next()?, numbers.next()?);
        (whole > 2 && whole <= FEW).then_some(usize::from(whole))
    }

    /// `all four`: how many that are.
    pub(crate) fn count_of_all(&self, draft: &Draft) -> Option<usize> {
        let all = matches!(draft.scope.scope, Scope::Group(Group::All));
        let count = draft.scope.tokens.clone().find_map(|index| self.number(index));
        count.filter(|_| all).map(usize::from)
    }

    /// `good on all four of its indicators`: by name, where the article names so many.
    pub(crate) fn all_of_whole(&self, draft: &Draft, seen: &Seen) -> Option<Vec<RatingFinding>> {
        self.count_of_all(draft).filter(|&count| count == seen.named.len())?;
        let grade = self.scale_for_area(None, &self.candidates(draft.grade))?;
        let entry = |(area, scope): &((u16, u16), RatingScope)| RatingFinding {
            area: Some(*area),
            ..self.finding(draft, grade, scope.clone(), None)
        };
        Some(seen.named.iter().map(entry).collect())
    }

    /// `three of the four tests, with A the exception`: the others by name, where the article names as many areas
    /// as there are in all, and all but these have another grade at the time.
    pub(crate) fn rest_of_whole(&self, draft: &Draft, seen: &Seen) -> Option<Vec<RatingFinding>> {
        let Scope::Group(Group::Count(count)) = draft.scope.scope else { return None };
        let whole = self.whole_count(draft).filter(|&whole| whole == seen.named.len())?;
        let rest = seen.named.iter().filter(|(area, _)| !seen.graded.contains(&(*area, draft.time)));
        let rest: Vec<&((u16, u16), RatingScope)> = rest.collect();
        if rest.len() != usize::from(count) || rest.len() >= whole {
            return None;
        }
        let grade = self.scale_for_area(None, &self.candidates(draft.grade))?;
        let entry = |(area, scope): &&((u16, u16), RatingScope)| RatingFinding {
            area: Some(*area),
            ..self.finding(draft, grade, scope.clone(), None)
        };
        Some(rest.iter().map(entry).collect())
    }
}
