use std::path::Path;
use std::sync::LazyLock;

use crate::rows::{self, Row, Text};
use crate::template::Templates;
use crate::{
    BodyKind, Furniture, Inspectorate, KnownBody, LexiconError, People, Phrase, PhraseWord, Piece, ScaleRow,
    Verb, parse_template,
};

/// Everything the program knows of the world.
#[derive(Debug, Clone, Default)]
#[cfg_attr(test, derive(PartialEq))]
pub struct Lexicon {
    inspectorates: Vec<Inspectorate>,
    scales: Vec<ScaleRow>,
    bodies: Vec<KnownBody>,
    body_kinds: Vec<BodyKind>,
    verbs: Vec<Verb>,
    people: People,
    phrase_words: Vec<PhraseWord>,
    phrases: Vec<Phrase>,
    furniture: Vec<Furniture>,
}

macro_rules! table {
    ($name:literal) => {
        (
            concat!($name, ".yaml"),
            include_str!(concat!("../data/", $name, ".yaml")),
            include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json")),
        )
    };
}

/// The tables that are built in: file name, text, and the same as JSON. A row refers only to rows of its own
/// table and of those before it.
const TABLES: [(&str, &str, &str); 10] = [
    table!("body_kinds"),
    table!("inspectorates"),
    table!("scales"),
    table!("bodies"),
    table!("verbs"),
    table!("people"),
    table!("phrase_words"),
    table!("rating_phrases"),
    table!("recommendation_phrases"),
    table!("furniture"),
];

/// A development build reads the tables as they are written and checks them, so that a mistake is named with
/// its line; a release build reads what the build made of them.
static STANDARD: LazyLock<Lexicon> = LazyLock::new(|| {
    let texts = TABLES.map(|(file, text, json)| {
        (file, if cfg!(debug_assertions) { Text::Yaml(text) } else { Text::Checked(json) })
    });
    built_in(texts)
});

fn built_in(tables: [(&str, Text<'_>); TABLES.len()]) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for (file, text) in tables {
        lexicon.add(file, text).unwrap_or_else(|error| panic!("built-in lexicon: {error}"));
    }
    lexicon
}

impl Lexicon {
    /// The built-in lexicon, loaded on first use.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// The built-in lexicon with the rows of a folder's YAML files added. A file has the name of a table
    /// (`scales.yaml`); a row with a known id replaces the built-in one.
    ///
    /// # Errors
    /// A folder or file that cannot be read, a file that is no table, or a wrong row, by file and line.
    pub fn with_folder(folder: &Path) -> Result<Self, LexiconError> {
        let unreadable = |source| LexiconError::Read { path: folder.to_owned(), source };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            files.push(entry.map_err(unreadable)?.path());
        }
        files.retain(|path| {
            path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
        });
        files.sort_by_key(|path| (table_order(path), path.clone()));
        let mut lexicon = Self::standard().clone();
        for path in files {
            let text = std::fs::read_to_string(&path)
                .map_err(|source| LexiconError::Read { path: path.clone(), source })?;
            lexicon.add(&path.display().to_string(), Text::Yaml(&text))?;
        }
        Ok(lexicon)
    }

    /// Adds the rows of one table.
    fn add(&mut self, file: &str, text: Text<'_>) -> Result<(), LexiconError> {
        match table_name(file) {
            "body_kinds" => merge(rows::read_rows(file, text, self)?, &mut self.body_kinds),
            "inspectorates" => merge(rows::read_rows(file, text, self)?, &mut self.inspectorates),
            "scales" => merge(rows::read_rows(file, text, self)?, &mut self.scales),
            "bodies" => merge(rows::read_rows(file, text, self)?, &mut self.bodies),
            "verbs" => merge(rows::read_rows(file, text, self)?, &mut self.verbs),
            "people" => self.people.extend(rows::read(file, text)?),
            "phrase_words" => merge(rows::read_rows(file, text, self)?, &mut self.phrase_words),
            "rating_phrases" | "recommendation_phrases" => {
                merge(rows::read_rows(file, text, self)?, &mut self.phrases);
            }
            "furniture" => merge(rows::read_rows(file, text, self)?, &mut self.furniture),
            _ => return Err(unknown_table(file)),
        }
        Ok(())
    }

    /// The same lexicon with those rows of the phrase book alone: what one row adds is the difference between
    /// what is read with it and without it.
    #[must_use]
    pub fn only_phrases(&self, wanted: impl Fn(&Phrase) -> bool) -> Self {
        let mut lexicon = self.clone();
        lexicon.phrases.retain(wanted);
        lexicon
    }

    /// What a phrase's template asks for; empty where it is none, which no loaded phrase is.
    #[must_use]
    pub fn template(&self, phrase: &Phrase) -> Vec<Piece> {
        parse_template(&phrase.template, &self.phrase_words).unwrap_or_default()
    }

    /// What the templates of wanted phrases ask for, each with the phrase's place; many are read faster so than
    /// one by one.
    pub fn templates(&self, wanted: impl Fn(&Phrase) -> bool) -> impl Iterator<Item = (usize, Vec<Piece>)> {
        let mut templates = Templates::new(&self.phrase_words);
        let phrases = self.phrases.iter().enumerate().filter(move |(_, phrase)| wanted(phrase));
        phrases.map(move |(place, phrase)| (place, templates.parse(&phrase.template).unwrap_or_default()))
    }

    /// The inspectorate with this id.
    #[must_use]
    pub fn inspectorate(&self, id: &str) -> Option<&Inspectorate> {
        self.inspectorates.iter().find(|row| row.id == id)
    }

    /// The scale with this id.
    #[must_use]
    pub fn scale(&self, id: &str) -> Option<&ScaleRow> {
        self.scales.iter().find(|row| row.id == id)
    }

    /// All inspectorates.
    #[must_use]
    pub fn inspectorates(&self) -> &[Inspectorate] {
        &self.inspectorates
    }

    /// All scales.
    #[must_use]
    pub fn scales(&self) -> &[ScaleRow] {
        &self.scales
    }

    /// All bodies known by name.
    #[must_use]
    pub fn bodies(&self) -> &[KnownBody] {
        &self.bodies
    }

    /// All kinds of body.
    #[must_use]
    pub fn body_kinds(&self) -> &[BodyKind] {
        &self.body_kinds
    }

    /// All reporting verbs.
    #[must_use]
    pub fn verbs(&self) -> &[Verb] {
        &self.verbs
    }

    /// The words of names and roles.
    #[must_use]
    pub fn people(&self) -> &People {
        &self.people
    }

    /// Lines of the page that are no part of the article.
    #[must_use]
    pub fn furniture(&self) -> &[Furniture] {
        &self.furniture
    }

    /// The words that templates share by name.
    #[must_use]
    pub fn phrase_words(&self) -> &[PhraseWord] {
        &self.phrase_words
    }

    /// The phrase book.
    #[must_use]
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }
}

/// Adds rows; one with a known id takes the place of the old one.
fn merge<T: Row>(rows: Vec<T>, table: &mut Vec<T>) {
    for row in rows {
        match table.iter().position(|known| known.id() == row.id()) {
            Some(index) => table[index] = row,
            None => table.push(row),
        }
    }
}

/// Where a file stands in the order in which tables are read; last where it is no table.
fn table_order(file: &Path) -> usize {
    let name = file.to_string_lossy();
    let same = |(table, ..): &(&str, &str, &str)| table_name(table) == table_name(&name);
    TABLES.iter().position(same).unwrap_or(TABLES.len())
}

fn table_name(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name)
}

fn unknown_table(file: &str) -> LexiconError {
    let tables: Vec<&str> = TABLES.iter().map(|(name, ..)| *name).collect();
    LexiconError::UnknownTable { file: file.to_owned(), tables: tables.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_makes_of_the_tables_is_what_they_hold() {
        let yaml = built_in(TABLES.map(|(file, text, _)| (file, Text::Yaml(text))));
        let json = built_in(TABLES.map(|(file, _, json)| (file, Text::Checked(json))));
        assert!(yaml == json);
    }
}
