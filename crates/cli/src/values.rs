//! What options may be given: help lists it, shells complete it, and anything else is refused.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use onrecord_evaluate::FactKind;
use onrecord_parser::Explanation;
use onrecord_pipeline::{Format, Table};

use crate::explain::UNCLAIMED;

/// The formats of this build.
pub fn formats() -> impl TypedValueParser<Value = Format> {
    let built = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.description()));
    // Not offered, but known: their message says how to build with them.
    let left_out = Format::OPTIONAL.into_iter().filter(|name| name.parse::<Format>().is_err());
    let values = built.into_iter().chain(left_out.map(|name| PossibleValue::new(name).hide(true)));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<Format>())
}

pub fn tables() -> impl TypedValueParser<Value = Table> {
    one_of(Table::ALL, Table::name, |table| PossibleValue::new(table.name()).help(table.description()))
}

pub fn fact_kinds() -> impl TypedValueParser<Value = FactKind> {
    one_of(FactKind::ALL, FactKind::name, |kind| PossibleValue::new(kind.name()).help(kind.description()))
}

/// The sections of `explain`: the stages, and what none of them claimed.
pub fn sections() -> impl TypedValueParser<Value = &'static str> {
    one_of(Explanation::STAGES.into_iter().chain([UNCLAIMED]), |name| name, PossibleValue::new)
}

fn one_of<T: Copy + Send + Sync + 'static>(
    all: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
    value: fn(T) -> PossibleValue,
) -> impl TypedValueParser<Value = T> {
    let all: Vec<T> = all.into_iter().collect();
    let values = PossibleValuesParser::new(all.iter().copied().map(value));
    values.map(move |given| *all.iter().find(|one| name(**one) == given).expect("is one of the values"))
}
