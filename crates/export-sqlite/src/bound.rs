use onrecord_tables::Value;
use rusqlite::ToSql;
use rusqlite::types::{Null, ToSqlOutput};

/// A value of a row as SQLite holds it: truth as 0 and 1, a day as text that sorts as time goes.
pub(crate) struct Bound<'a>(pub(crate) &'a Value<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Null => Null.into(),
            Value::Text(text) => ToSqlOutput::from(&**text),
            Value::Integer(number) => (*number).into(),
            Value::Boolean(truth) => (*truth).into(),
            Value::Date(day) => day.to_string().into(),
        })
    }
}
