//! How often each grade was given, by inspectorate, scale and area.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use onrecord_model::{Coverage, Inspection, Inspectorate, Rating, Scale, Scope, Time};

/// The most areas of one scale that are counted by name; the rest are counted together.
const AREAS: usize = 1000;

/// Grades given by the inspections that articles report; grades of earlier inspections do not count.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Those whose grades have a name even where no article gives them.
    pub scales: Vec<Scale>,
    matrices: BTreeMap<(String, String), Matrix>,
}

/// The grades that one inspectorate gave on one scale. Grades of different scales do not compare.
#[derive(Debug, Default)]
pub(crate) struct Matrix {
    /// The labels of its scale, or else those that came up, by their positions; 1 is the best.
    pub labels: BTreeMap<u8, String>,
    /// Number of grades on the scale.
    pub of: u8,
    areas: BTreeMap<Area, Row>,
}

/// What grades are for. The order is that of a picture.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Area {
    Overall,
    /// In lower case: papers differ in it.
    Named(String),
    Others,
    Unnamed,
}

/// How often each grade was given in one area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    /// What the area is called.
    pub name: String,
    /// By position, the best first; as long as the longest scale of that id.
    pub counts: Vec<u64>,
}

impl Tally {
    pub(crate) fn add(&mut self, coverage: &Coverage) {
        for inspection in &coverage.inspections {
            for rating in inspection.ratings.iter().filter(|rating| rating.time == Time::Current) {
                self.rating(inspection, rating);
            }
        }
    }

    fn rating(&mut self, inspection: &Inspection, rating: &Rating) {
        let by = inspection.inspectorate.as_ref().and_then(Inspectorate::short_name);
        let by = by.unwrap_or("Inspectorate not named").to_owned();
        let (position, of) = (rating.grade.position(), rating.grade.of());
        let scale = rating.grade.scale();
        let matrix = self.matrices.entry((by, scale.to_owned()));
        let matrix = matrix.or_insert_with(|| Matrix::on(self.scales.iter().find(|it| it.id() == scale)));
        matrix.of = matrix.of.max(of);
        matrix.labels.entry(position).or_insert_with(|| rating.grade.label().to_owned());
        let row = matrix.row(&rating.scope);
        row.counts.resize(row.counts.len().max(of.into()), 0);
        row.counts[usize::from(position - 1)] += u64::from(rating.scope.count().unwrap_or(1));
    }

    /// By inspectorate and scale.
    pub(crate) fn matrices(&self) -> impl Iterator<Item = (&str, &str, &Matrix)> {
        self.matrices.iter().map(|((by, scale), matrix)| (by.as_str(), scale.as_str(), matrix))
    }
}

impl Matrix {
    fn on(scale: Option<&Scale>) -> Self {
        let labels = scale.into_iter().flat_map(Scale::labels);
        Self { labels: (1..).zip(labels.map(str::to_owned)).collect(), ..Self::default() }
    }

    fn row(&mut self, scope: &Scope) -> &mut Row {
        let (area, name) = match (scope, scope.area()) {
            (Scope::Overall, _) => (Area::Overall, "Overall"),
            (Scope::Area { .. }, Some(name)) => (Area::Named(name.to_lowercase()), name),
            (Scope::Area { .. }, None) => (Area::Unnamed, "Areas not named"),
        };
        let is_full = self.areas.len() >= AREAS && !self.areas.contains_key(&area);
        let (area, name) = match area {
            Area::Named(_) if is_full => (Area::Others, "Other areas"),
            area => (area, name),
        };
        self.areas.entry(area).or_insert_with(|| Row { name: capitalised(name), counts: Vec::new() })
    }

    /// The areas with the most grades, at most `named` of them by name.
    pub(crate) fn rows(&self, named: usize) -> Vec<Row> {
        let mut by_name: Vec<(&Area, &Row)> = self.areas.iter().collect();
        by_name.retain(|(area, _)| matches!(area, Area::Named(_)));
        // The order of names decides where the sums are the same.
        by_name.sort_by_key(|(_, row)| Reverse(row.total()));
        let (shown, rest) = by_name.split_at(named.min(by_name.len()));
        let others = rest.iter().map(|(_, row)| *row).chain(self.areas.get(&Area::Others));
        let others = others.fold(Row::default(), |sum, row| sum.plus(row));
        let others = Row { name: "Other areas".to_owned(), ..others };
        let overall = self.areas.get(&Area::Overall).into_iter();
        let shown = overall.chain(shown.iter().map(|(_, row)| *row)).cloned();
        let mut rows: Vec<Row> = shown.collect();
        rows.extend(Some(others).filter(|row| row.total() > 0));
        rows.extend(self.areas.get(&Area::Unnamed).cloned());
        for row in &mut rows {
            row.counts.resize(self.of.into(), 0);
        }
        rows
    }

    pub(crate) fn total(&self) -> u64 {
        self.areas.values().map(Row::total).sum()
    }

    /// What the grade at a position is called; `not given` where that is not known.
    pub(crate) fn label(&self, position: u8) -> &str {
        self.labels.get(&position).map_or("not given", String::as_str)
    }
}

impl Row {
    pub(crate) fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    fn plus(mut self, other: &Self) -> Self {
        self.counts.resize(self.counts.len().max(other.counts.len()), 0);
        self.counts.iter_mut().zip(&other.counts).for_each(|(sum, count)| *sum += count);
        self
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
