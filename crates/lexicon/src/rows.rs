//! Reading tables: a YAML sequence of rows, each a mapping, with errors that name file and line.

use serde::de::DeserializeOwned;

use crate::LexiconError;

/// The rows of one table.
pub(crate) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, LexiconError> {
    serde_yaml::from_str(text).map_err(|error| LexiconError::Row {
        file: file.to_owned(),
        line: error.location().map_or(1, |location| location.line()),
        message: error.to_string(),
    })
}

/// An error about the row with this id.
pub(crate) fn wrong(file: &str, text: &str, id: &str, message: String) -> LexiconError {
    LexiconError::Row { file: file.to_owned(), line: line_of(text, id), message }
}

/// The 1-based line on which a row names its id; 1 where it is nowhere.
fn line_of(text: &str, id: &str) -> usize {
    let names = |line: &str| {
        let value = line.trim_start_matches(['-', ' ']).split_once(':').map(|(_, value)| value.trim());
        value.is_some_and(|value| value.trim_matches(['"', '\'']) == id)
    };
    text.lines().position(names).map_or(1, |index| index + 1)
}
