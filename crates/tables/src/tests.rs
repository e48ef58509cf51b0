use std::collections::BTreeSet;

use onrecord_model::{Article, Coverage, RecommendationKind, Scope, StatementKind, Status, Time};

use super::*;

fn column(table: Table, name: &str) -> usize {
    table.columns().iter().position(|column| *column == name).unwrap()
}

/// Every value in one column of a table.
fn values(table: Table, name: &str, coverage: &Coverage) -> Vec<String> {
    table.rows(coverage).map(|row| row[column(table, name)].to_string()).collect()
}

#[test]
fn every_value_is_what_its_column_says() {
    let empty = Coverage::empty(Article::new("empty", "empty.txt", ""));
    for coverage in [Coverage::sample(), empty] {
        for table in Table::ALL {
            for row in table.rows(&coverage) {
                assert_eq!(row.len(), table.fields().len());
                for (value, field) in row.iter().zip(table.fields()) {
                    let fits = value.kind().map_or(!field.required, |kind| kind == field.kind);
                    assert!(fits, "{}.{}: {value:?}", table.name(), field.name);
                    let chosen = field.choices.is_empty() || field.choices.contains(&&*value.to_string());
                    assert!(chosen, "{}.{}: {value:?}", table.name(), field.name);
                    assert!(!matches!(value, Value::Integer(number) if Some(*number) < field.minimum));
                }
            }
        }
    }
}

#[test]
fn the_sample_fills_every_column() {
    for table in Table::ALL {
        let sample = Coverage::sample();
        for (at, field) in table.fields().iter().enumerate() {
            let filled = table.rows(&sample).any(|row| row[at] != Value::Null);
            assert!(filled, "{}.{}", table.name(), field.name);
        }
    }
}

#[test]
fn columns_have_one_name_and_a_description_each() {
    for table in Table::ALL {
        let names: BTreeSet<_> = table.columns().iter().collect();
        assert_eq!(names.len(), table.columns().len(), "{}", table.name());
        for (name, field) in table.columns().iter().zip(table.fields()) {
            assert_eq!(*name, field.name);
            assert!(field.description.ends_with('.'), "{}.{name}", table.name());
        }
    }
}

#[test]
fn keys_are_columns_that_are_never_empty() {
    for table in Table::ALL {
        let parent = table.foreign_key();
        if let Some(parent) = parent {
            assert_eq!(parent.columns, parent.table.primary_key());
        }
        let referring = parent.map_or(&[][..], |parent| parent.columns);
        for name in table.primary_key().iter().chain(referring) {
            assert!(table.fields()[column(table, name)].required, "{}.{name}", table.name());
        }
    }
}

#[test]
fn choices_are_those_of_the_model() {
    let choices = |table: Table, name| table.fields()[column(table, name)].choices;
    let statuses = [Status::Completed, Status::InProgress, Status::Announced].map(Status::name);
    assert_eq!(choices(Table::Inspections, "status"), statuses);
    let scopes = [Scope::Overall, Scope::Area { area: None, count: None }];
    assert_eq!(choices(Table::Ratings, "scope"), scopes.each_ref().map(Scope::name));
    assert_eq!(choices(Table::Ratings, "time"), [Time::Current, Time::Previous].map(Time::name));
    let kinds = [StatementKind::Direct, StatementKind::Mixed, StatementKind::Indirect];
    assert_eq!(choices(Table::Statements, "kind"), kinds.map(StatementKind::name));
    assert_eq!(
        choices(Table::Recommendations, "kind"),
        RecommendationKind::ALL.map(RecommendationKind::name)
    );
}

#[test]
fn a_statement_is_linked_through_ratings_too() {
    let mut coverage = Coverage::sample();
    let mut other = coverage.inspections[0].clone();
    other.id = "other".to_owned();
    other.ratings.clear();
    other.recommendations.clear();
    coverage.inspections.push(other);
    coverage.statements[0].about = vec!["other".to_owned(), "r2".to_owned(), "gone".to_owned()];
    let linked = values(Table::Statements, "inspection_id", &coverage);
    assert_eq!(linked, ["hmicfrs/mid-thistle-police/responding;other"]);
    coverage.statements[0].about.clear();
    let unlinked = Table::Statements.rows(&coverage).next().unwrap();
    assert_eq!(unlinked[column(Table::Statements, "inspection_id")], Value::Null);
    assert_eq!(unlinked[column(Table::Statements, "about")], Value::Null);
}

#[test]
fn two_inspections_with_one_id_keep_their_rows_apart() {
    let mut coverage = Coverage::sample();
    coverage.inspections.push(coverage.inspections[0].clone());
    let first = coverage.inspections[0].id.clone();
    let second = format!("{first}#2");
    assert_eq!(values(Table::Inspections, "inspection_id", &coverage), [&*first, &*second]);
    let asked = values(Table::Recommendations, "inspection_id", &coverage);
    assert_eq!(asked, [&*first, &*second]);
    assert_eq!(values(Table::Statements, "inspection_id", &coverage), [format!("{first};{second}")]);
}
