use std::fmt;
use std::ops::AddAssign;
use std::str::FromStr;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A kind of fact that is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// The inspectorate: name or abbreviation.
    Inspectorate,
    /// The inspected body: one name's words are among the other's.
    Body,
    /// A rating: grade, scope, area, count and time all right.
    Rating,
    /// A rating: grade and time right, whatever it is for.
    RatingLoose,
    /// A recommendation: at least half of the words shared.
    Recommendation,
    /// A statement: at least half of the words shared.
    Statement,
    /// A statement whose kind (direct, mixed, indirect) is right too.
    StatementKind,
    /// A statement whose speaker is right too.
    SaidBy,
}

impl FactKind {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::Inspectorate,
        Self::Body,
        Self::Rating,
        Self::RatingLoose,
        Self::Recommendation,
        Self::Statement,
        Self::StatementKind,
        Self::SaidBy,
    ];

    /// Its name in tables, such as `said_by`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Inspectorate => "inspectorate",
            Self::Body => "body",
            Self::Rating => "rating",
            Self::RatingLoose => "rating_loose",
            Self::Recommendation => "recommendation",
            Self::Statement => "statement",
            Self::StatementKind => "statement_kind",
            Self::SaidBy => "said_by",
        }
    }

    /// When a fact of this kind is right, for people: a few words.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Inspectorate => "its name or abbreviation",
            Self::Body => "its name: the words of one are among those of the other",
            Self::Rating => "grade, scope, area, count and time all right",
            Self::RatingLoose => "grade and time right",
            Self::Recommendation | Self::Statement => "at least half of the words shared",
            Self::StatementKind => "the statement matches, and so does direct, mixed or indirect",
            Self::SaidBy => "the statement matches, and so does its resolved speaker",
        }
    }
}

impl FromStr for FactKind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let names = Self::ALL.map(Self::name).join(", ");
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.ok_or_else(|| format!("`{name}` is no kind of fact; choose from {names}"))
    }
}

/// How many facts of one kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Found and labelled.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Labelled.
    pub labelled: usize,
}

impl Counts {
    /// The part of what was found that is right; 0 where nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        part(self.right, self.found)
    }

    /// The part of what is labelled that was found; 0 where nothing is labelled.
    #[must_use]
    pub fn recall(self) -> f64 {
        part(self.right, self.labelled)
    }

    /// The harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

fn part(some: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { some as f64 / all as f64 }
}

/// The counts of one article, or of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scores {
    counts: [Counts; FactKind::ALL.len()],
    /// Pieces of evidence that equal the article between their offsets.
    pub grounded: usize,
    /// Pieces of evidence.
    pub evidence: usize,
}

impl Scores {
    /// The counts of one kind of fact.
    #[must_use]
    pub fn of(&self, kind: FactKind) -> Counts {
        self.counts[kind as usize]
    }

    pub(crate) fn set(&mut self, kind: FactKind, right: usize, found: usize, labelled: usize) {
        self.counts[kind as usize] = Counts { right, found, labelled };
    }
}

impl AddAssign<&Self> for Scores {
    fn add_assign(&mut self, other: &Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            mine.right += theirs.right;
            mine.found += theirs.found;
            mine.labelled += theirs.labelled;
        }
        self.grounded += other.grounded;
        self.evidence += other.evidence;
    }
}

/// A table with a line for each kind of fact.
impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "                precision  recall     F1   right   found  labelled")?;
        for kind in FactKind::ALL {
            let counts = self.of(kind);
            writeln!(
                f,
                "{:15} {:9.3} {:7.3} {:6.3} {:7} {:7} {:9}",
                kind.name(),
                counts.precision(),
                counts.recall(),
                counts.f1(),
                counts.right,
                counts.found,
                counts.labelled
            )?;
        }
        writeln!(f, "{} of {} pieces of evidence equal the text", self.grounded, self.evidence)
    }
}

/// `{"rating": {"precision": 0.93, "recall": …, "f1": …, "tp": 1, "predicted": 2, "gold": 3}, …, "grounded":
/// {"ok": 4, "of": 5}}`
impl Serialize for Scores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(FactKind::ALL.len() + 1))?;
        for kind in FactKind::ALL {
            map.serialize_entry(kind.name(), &self.of(kind))?;
        }
        map.serialize_entry("grounded", &Grounded { ok: self.grounded, of: self.evidence })?;
        map.end()
    }
}

#[derive(serde::Serialize)]
struct Grounded {
    ok: usize,
    of: usize,
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let four_digits = |part: f64| (part * 10_000.0).round() / 10_000.0;
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("precision", &four_digits(self.precision()))?;
        map.serialize_entry("recall", &four_digits(self.recall()))?;
        map.serialize_entry("f1", &four_digits(self.f1()))?;
        map.serialize_entry("tp", &self.right)?;
        map.serialize_entry("predicted", &self.found)?;
        map.serialize_entry("gold", &self.labelled)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_found_or_labelled_scores_nothing() {
        let none = Counts::default();
        assert_eq!((none.precision(), none.recall(), none.f1()), (0.0, 0.0, 0.0));
        let some = Counts { right: 1, found: 2, labelled: 4 };
        assert_eq!((some.precision(), some.recall()), (0.5, 0.25));
        assert!((some.f1() - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn kinds_stand_at_their_own_place() {
        for (index, kind) in FactKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, index);
            assert_eq!(kind.name().parse(), Ok(kind));
        }
        assert!("ratings".parse::<FactKind>().unwrap_err().contains("choose from inspectorate, body, "));
    }

    #[test]
    fn scores_are_written_for_other_programs() {
        let mut scores = Scores::default();
        scores.set(FactKind::Body, 2, 3, 3);
        let json = serde_json::to_string(&scores).unwrap();
        let body = r#""body":{"precision":0.6667,"recall":0.6667,"f1":0.6667,"tp":2,"predicted":3,"gold":3}"#;
        assert!(json.contains(body) && json.ends_with(r#""grounded":{"ok":0,"of":0}}"#), "{json}");
    }
}
