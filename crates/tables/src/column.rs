use crate::Table;

/// One column of a [`Table`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, such as `inspection_id`.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// True where no row leaves it empty.
    pub required: bool,
    /// The only values it takes; empty where it takes any.
    pub choices: &'static [&'static str],
    /// The smallest number it takes; `None` where there is none, or it holds no numbers.
    pub minimum: Option<i64>,
    /// What it holds, for people: one or two sentences.
    pub description: &'static str,
}

/// What the values of a [`Column`] are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number, none below zero.
    Integer,
    /// True or false.
    Boolean,
    /// A day.
    Date,
}

/// Columns that together name a row of another table, by the columns of the same names that are its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForeignKey {
    /// The columns, in both tables.
    pub columns: &'static [&'static str],
    /// The other table.
    pub table: Table,
}
