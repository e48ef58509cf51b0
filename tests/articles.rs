//! The articles that tests across crates run over.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Coverage};
use onrecord_parser::Parser;

pub mod hard;
#[cfg(doctest)]
mod readmes;

/// The standard lexicon, made ready once.
pub static PARSER: LazyLock<Parser<'static>> = LazyLock::new(|| Parser::new(Lexicon::standard()));

/// An article of the repository.
#[derive(Debug)]
pub struct ArticleFile {
    /// The file's stem.
    pub name: String,
    /// From the root of the workspace, with `/` between folders.
    pub path: String,
    /// The file as it is on disk.
    pub bytes: Vec<u8>,
}

impl ArticleFile {
    /// What the standard lexicon makes of it.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let article = Article::new(&self.name, &self.path, "");
        PARSER.parse(article, &self.bytes)
    }
}

/// The articles in `seeds/`, in the order of their names.
#[must_use]
pub fn seeds() -> Vec<ArticleFile> {
    articles("seeds")
}

/// Every article: those in `seeds/`, then those in `tests/labelled/`.
#[must_use]
pub fn all() -> Vec<ArticleFile> {
    let mut all = seeds();
    if workspace().join("tests/labelled").is_dir() {
        all.extend(articles("tests/labelled"));
    }
    all
}

/// The folder of the workspace's `Cargo.toml`.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests is a folder of the workspace")
}

fn articles(folder: &str) -> Vec<ArticleFile> {
    let entries = fs::read_dir(workspace().join(folder)).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(!paths.is_empty(), "{folder} holds no article");
    paths.iter().map(|path| article(folder, path)).collect()
}

fn article(folder: &str, path: &Path) -> ArticleFile {
    let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain name").to_owned();
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    ArticleFile { path: format!("{folder}/{name}.txt"), name, bytes }
}
