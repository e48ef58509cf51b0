use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use onrecord_model::{Coverage, Inspection, Statement};

/// Between the ids in one cell: a cell may name several inspections.
pub const JOINT: &str = ";";

/// An inspection with the id that its rows carry.
#[derive(Debug)]
pub(crate) struct Linked<'a> {
    pub(crate) inspection: &'a Inspection,
    /// Its own id; that is a key of the tables, so of two inspections with one id the second gets `#2`.
    pub(crate) id: Cow<'a, str>,
}

/// The inspections of a coverage, in order.
pub(crate) fn inspections(coverage: &Coverage) -> impl Iterator<Item = Linked<'_>> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    coverage.inspections.iter().map(move |inspection| {
        let id = inspection.id.as_str();
        let time = times.entry(id).or_default();
        *time += 1;
        let id = if *time == 1 { Cow::Borrowed(id) } else { Cow::Owned(format!("{id}#{time}")) };
        Linked { inspection, id }
    })
}

/// Which inspections a statement speaks of, itself or through their ratings and recommendations.
#[derive(Debug)]
pub(crate) struct Links<'a> {
    ids: Vec<Cow<'a, str>>,
    /// From what a statement may be about to places in `ids`.
    places: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Links<'a> {
    pub(crate) fn of(coverage: &'a Coverage) -> Self {
        let mut links = Self { ids: Vec::new(), places: HashMap::new() };
        for (place, Linked { inspection, id }) in inspections(coverage).enumerate() {
            links.ids.push(id);
            let ratings = inspection.ratings.iter().map(|rating| rating.id.as_str());
            let asks = inspection.recommendations.iter().map(|asked| asked.id.as_str());
            for named in [inspection.id.as_str()].into_iter().chain(ratings).chain(asks) {
                links.places.entry(named).or_default().push(place);
            }
        }
        links
    }

    /// In the order of the inspections, with [`JOINT`] between them; `None` where there are none.
    pub(crate) fn inspection_ids(&self, statement: &Statement) -> Option<String> {
        let named = statement.about.iter().filter_map(|id| self.places.get(id.as_str()));
        let places: BTreeSet<usize> = named.flatten().copied().collect();
        let ids: Vec<&str> = places.into_iter().map(|place| &*self.ids[place]).collect();
        (!ids.is_empty()).then(|| ids.join(JOINT))
    }
}
