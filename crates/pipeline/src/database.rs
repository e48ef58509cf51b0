use onrecord_model::Coverage;
use onrecord_sqlite::Database;

use crate::PipelineError;
use crate::output::{Finished, Folder, OutputPath, unwritable};
use crate::tables::Tables;

/// The file of the SQLite format.
pub(crate) struct SqliteFile {
    place: OutputPath,
    database: Database,
}

impl SqliteFile {
    pub(crate) fn open(folder: &Folder) -> Result<Box<dyn Tables>, PipelineError> {
        let place = folder.place("onrecord.db")?;
        let created = Database::create(place.unfinished());
        let database = created.map_err(|error| unwritable(place.path(), error))?;
        Ok(Box::new(Self { place, database }))
    }
}

impl Tables for SqliteFile {
    fn write(&mut self, coverage: &Coverage, _: &[u8]) -> Result<(), PipelineError> {
        self.database.write(coverage).map_err(|error| unwritable(self.place.path(), error))
    }

    fn finish(self: Box<Self>) -> Result<Vec<Finished>, PipelineError> {
        let Self { place, database } = *self;
        database.finish().map_err(|error| unwritable(place.path(), error))?;
        Ok(place.finish()?.into_iter().collect())
    }
}
