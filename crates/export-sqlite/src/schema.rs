//! The SQL that makes the database: the tables from their columns, then what stands on top of them.

use std::fmt::Write;

use onrecord_tables::{Column, Kind, Table};

/// The column that full-text indexes refer to. A bare row id would not do: `VACUUM` may change it.
const NUMBER: &str = "number";

/// How words are cut and stemmed: "Medicines" is found by "medicine", "café" by "cafe".
const TOKENIZER: &str = "porter unicode61 remove_diacritics 2";

/// The views that people ask for first.
pub(crate) const VIEWS: &str = include_str!("views.sql");

/// The columns that people search and join by, beyond keys.
const INDEXES: &[(Table, &[&str])] = &[
    (Table::Articles, &["published_on"]),
    (Table::Inspections, &["inspection_id"]),
    (Table::Inspections, &["body"]),
    (Table::Ratings, &["article_id", "inspection_id"]),
    (Table::Ratings, &["scale", "position"]),
    (Table::Recommendations, &["article_id", "inspection_id"]),
    (Table::Statements, &["speaker"]),
];

/// The columns whose words are indexed, for each table that has such.
const FULL_TEXTS: &[(Table, &[&str])] = &[
    (Table::Recommendations, &["text", "purpose", "addressee"]),
    (Table::Statements, &["text", "speaker", "role", "organisation"]),
];

/// `CREATE TABLE`, with the description of each column as a comment, which SQLite keeps.
pub(crate) fn table(table: Table) -> String {
    let mut sql = format!("CREATE TABLE {} ( -- {}\n", quoted(table.name()), table.description());
    let numbered = FULL_TEXTS.iter().any(|(indexed, _)| *indexed == table);
    if numbered {
        let _ = writeln!(sql, "  {NUMBER} INTEGER PRIMARY KEY, -- Its place in the table, from 1.");
    }
    for column in table.fields() {
        let _ = writeln!(sql, "  {}, -- {}", definition(column), column.description);
    }
    let unique = if numbered { "UNIQUE" } else { "PRIMARY KEY" };
    let _ = write!(sql, "  {unique} ({})", list(table.primary_key()));
    if let Some(key) = table.foreign_key() {
        let (name, referred) = (quoted(key.table.name()), list(key.table.primary_key()));
        let _ = write!(sql, ",\n  FOREIGN KEY ({}) REFERENCES {name} ({referred})", list(key.columns));
    }
    sql + "\n) STRICT"
}

/// `INSERT` of one row, with a parameter for each column.
pub(crate) fn insert(table: Table) -> String {
    let parameters = vec!["?"; table.columns().len()].join(", ");
    format!("INSERT INTO {} ({}) VALUES ({parameters})", quoted(table.name()), list(table.columns()))
}

/// The indexes, the full-text indexes with their triggers, and the views, for tables that have their rows.
pub(crate) fn on_top() -> String {
    let mut sql = String::new();
    for (table, columns) in INDEXES {
        let name = quoted(&format!("{}_by_{}", table.name(), columns.join("_")));
        let _ = writeln!(sql, "CREATE INDEX {name} ON {} ({});", quoted(table.name()), list(columns));
    }
    for (table, columns) in FULL_TEXTS {
        sql += &full_text(table.name(), columns);
    }
    sql + VIEWS
}

/// An index that holds no second copy of the words: it takes them from the table, and triggers tell it of changes.
fn full_text(table: &str, columns: &[&str]) -> String {
    let index = format!("{table}_fts");
    let names = list(columns);
    let values = |row: &str| {
        let of_row = columns.iter().map(|column| format!("{row}.{}", quoted(column)));
        of_row.collect::<Vec<_>>().join(", ")
    };
    let add = format!("INSERT INTO {index} (rowid, {names}) VALUES (new.{NUMBER}, {});", values("new"));
    let remove = format!(
        "INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.{NUMBER}, {});",
        values("old")
    );
    format!(
        "CREATE VIRTUAL TABLE {index} USING fts5({names}, content=\"{table}\", content_rowid=\"{NUMBER}\", \
         tokenize=\"{TOKENIZER}\");\n\
         INSERT INTO {index} ({index}) VALUES ('rebuild');\n\
         CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {add} END;\n\
         CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {remove} END;\n\
         CREATE TRIGGER {table}_changed AFTER UPDATE ON {table} BEGIN {remove} {add} END;\n"
    )
}

fn definition(column: &Column) -> String {
    let name = quoted(column.name);
    let kind = match column.kind {
        Kind::Text | Kind::Date => "TEXT",
        Kind::Integer | Kind::Boolean => "INTEGER",
    };
    let presence = if column.required { " NOT NULL" } else { "" };
    format!("{name} {kind}{presence}{}", check(column, &name))
}

/// What the type alone does not keep out. A check lets an empty value pass.
fn check(column: &Column, name: &str) -> String {
    if column.kind == Kind::Boolean {
        return format!(" CHECK ({name} IN (0, 1))");
    }
    if let Some(minimum) = column.minimum {
        return format!(" CHECK ({name} >= {minimum})");
    }
    if column.choices.is_empty() {
        return String::new();
    }
    let choices: Vec<String> = column.choices.iter().map(|choice| format!("'{choice}'")).collect();
    format!(" CHECK ({name} IN ({}))", choices.join(", "))
}

/// Some names are words of SQL: `of`, `end`.
fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}
