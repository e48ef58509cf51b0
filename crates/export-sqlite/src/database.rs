use std::fs;
use std::path::Path;

use onrecord_model::Coverage;
use onrecord_tables::Table;
use rusqlite::{Connection, params_from_iter};

use crate::bound::Bound;
use crate::{SqliteError, schema};

/// The version of the tables, in the file's header (`PRAGMA user_version`).
const VERSION: i32 = 1;

/// No journal: what is not finished is thrown away. Four megabytes are held in memory, whatever the number of
/// rows; references are checked with each row.
const SETTINGS: &str = "
    PRAGMA page_size = 4096;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -4096;
    PRAGMA foreign_keys = ON;
";

/// A database on its way: the rows of one coverage after the other, then the indexes and views.
///
/// Until [`finish`](Self::finish) the file is no use to anybody.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
}

impl Database {
    /// Starts a database with empty tables in a new or empty file.
    ///
    /// # Errors
    /// [`SqliteError::Taken`] where the file holds something, [`SqliteError::Create`] where it cannot be made.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, SqliteError> {
        let path = path.as_ref();
        if fs::metadata(path).is_ok_and(|file| file.len() > 0) {
            return Err(SqliteError::Taken { path: path.to_owned() });
        }
        let tables = Table::ALL.map(schema::table).join(";\n");
        let sql = format!("{SETTINGS} PRAGMA user_version = {VERSION}; BEGIN; {tables};");
        let open = || {
            let connection = Connection::open(path)?;
            connection.execute_batch(&sql)?;
            Ok(Self { connection })
        };
        open().map_err(|source| SqliteError::Create { source })
    }

    /// Adds the rows of one coverage to every table.
    ///
    /// # Errors
    /// [`SqliteError::Row`] where the file cannot be written, or holds an article of this id already.
    pub fn write(&mut self, coverage: &Coverage) -> Result<(), SqliteError> {
        for table in Table::ALL {
            self.insert(table, coverage).map_err(|source| SqliteError::Row {
                article: coverage.article.id.clone(),
                table: table.name(),
                source,
            })?;
        }
        Ok(())
    }

    /// Makes the indexes and views, and closes the file.
    ///
    /// # Errors
    /// [`SqliteError::Finish`] where the file cannot be written.
    pub fn finish(self) -> Result<(), SqliteError> {
        let done = self.connection.execute_batch(&format!("{} COMMIT;", schema::on_top()));
        let closed = done.and_then(|()| self.connection.close().map_err(|(_, error)| error));
        closed.map_err(|source| SqliteError::Finish { source })
    }

    fn insert(&mut self, table: Table, coverage: &Coverage) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(&schema::insert(table))?;
        for row in table.rows(coverage) {
            insert.execute(params_from_iter(row.iter().map(Bound)))?;
        }
        Ok(())
    }
}
