//! Reading tables: a YAML sequence of rows, each a mapping, with errors that name file and line.

use serde::de::DeserializeOwned;

use crate::{Lexicon, LexiconError};

/// A row of a table.
pub(crate) trait Row: DeserializeOwned {
    /// The field that holds its id.
    const KEY: &'static str = "id";

    /// What tells it from the other rows of its table.
    fn id(&self) -> &str;

    /// What is wrong with it beside what the lexicon already holds, if anything is.
    fn mistake(&self, _lexicon: &Lexicon) -> Option<String> {
        None
    }
}

/// What a table is read from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Text<'t> {
    /// YAML that somebody wrote.
    Yaml(&'t str),
    /// JSON made of YAML that has been read without a mistake.
    Checked(&'t str),
}

/// What one file holds, whatever its table.
pub(crate) fn read<T: DeserializeOwned>(file: &str, text: Text<'_>) -> Result<T, LexiconError> {
    let (line, message) = match text {
        Text::Yaml(text) => match serde_yaml::from_str(text) {
            Ok(table) => return Ok(table),
            Err(error) => (error.location().map_or(1, |location| location.line()), error.to_string()),
        },
        Text::Checked(text) => match serde_json::from_str(text) {
            Ok(table) => return Ok(table),
            Err(error) => (error.line(), error.to_string()),
        },
    };
    Err(LexiconError::Row { file: file.to_owned(), line, message })
}

/// The rows of one file, each without a mistake and none of them twice.
pub(crate) fn read_rows<T: Row>(
    file: &str,
    text: Text<'_>,
    lexicon: &Lexicon,
) -> Result<Vec<T>, LexiconError> {
    let rows: Vec<T> = read(file, text)?;
    let Text::Yaml(text) = text else { return Ok(rows) };
    for (index, row) in rows.iter().enumerate() {
        let repeats = rows[..index].iter().any(|earlier| earlier.id() == row.id());
        let mistake = if repeats { Some("this row is here twice".to_owned()) } else { row.mistake(lexicon) };
        if let Some(mistake) = mistake {
            return Err(LexiconError::Row {
                file: file.to_owned(),
                line: line_of(text, T::KEY, row.id(), usize::from(repeats)),
                message: format!("`{}`: {mistake}", row.id()),
            });
        }
    }
    Ok(rows)
}

/// The 1-based line on which a row names its id, after `skipped` rows that name it too; 1 where it is nowhere.
fn line_of(text: &str, key: &str, id: &str, skipped: usize) -> usize {
    let names = |line: &&str| {
        let start = line.trim_start_matches(['-', ' ', '{']);
        let value = start.strip_prefix(key).and_then(|rest| rest.trim_start().strip_prefix(':'));
        value.is_some_and(|value| {
            let rest = value.trim_start_matches([' ', '"', '\'']).strip_prefix(id);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['"', '\'', ',', '}', ' ']))
        })
    };
    let lines = text.lines().enumerate().filter(|(_, line)| names(line));
    lines.map(|(index, _)| index + 1).nth(skipped).unwrap_or(1)
}
