//! The shape of a data package, version 1 of the standard: every tool reads that.

use onrecord_tables::{Column, ForeignKey, Kind, Table};
use serde::Serialize;

/// The whole descriptor.
#[derive(Serialize)]
pub(crate) struct Package {
    pub(crate) profile: &'static str,
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    pub(crate) resources: [Resource; Table::ALL.len()],
}

/// One table.
#[derive(Serialize)]
pub(crate) struct Resource {
    profile: &'static str,
    name: &'static str,
    path: &'static str,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Reference>,
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    constraints: Constraints,
}

#[derive(Serialize)]
struct Constraints {
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(rename = "enum", skip_serializing_if = "<[_]>::is_empty")]
    choices: &'static [&'static str],
}

#[derive(Serialize)]
struct Reference {
    fields: &'static [&'static str],
    reference: Referred,
}

#[derive(Serialize)]
struct Referred {
    resource: &'static str,
    fields: &'static [&'static str],
}

impl Resource {
    pub(crate) fn of(table: Table) -> Self {
        Self {
            profile: "tabular-data-resource",
            name: table.name(),
            path: table.file_name(),
            description: table.description(),
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            schema: Schema {
                fields: table.fields().iter().map(field).collect(),
                missing_values: [""],
                primary_key: table.primary_key(),
                foreign_keys: table.foreign_key().into_iter().map(reference).collect(),
            },
        }
    }
}

fn field(column: &Column) -> Field {
    let Column { name, kind, required, choices, minimum, description } = *column;
    let kind = match kind {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Boolean => "boolean",
        Kind::Date => "date",
    };
    Field { name, kind, description, constraints: Constraints { required, minimum, choices } }
}

fn reference(key: ForeignKey) -> Reference {
    let referred = Referred { resource: key.table.name(), fields: key.table.primary_key() };
    Reference { fields: key.columns, reference: referred }
}
