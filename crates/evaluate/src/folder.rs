//! Reading labelled articles: a text, the labels beside it, and what can be wrong with either.

use std::fs;
use std::path::{Path, PathBuf};

use crate::text::ArticleText;
use crate::{EvaluateError, Labels};

/// An article with what it should yield.
#[derive(Debug)]
pub struct LabelledArticle {
    /// The file's stem.
    pub name: String,
    /// The article's file.
    pub path: PathBuf,
    /// The article.
    pub text: ArticleText,
    /// What it should yield.
    pub labels: Labels,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub struct LabelledFolder {
    /// The articles with labels, in the order of their names.
    pub articles: Vec<LabelledArticle>,
    /// Articles beside which there are no labels; they are not scored.
    pub unlabelled: Vec<PathBuf>,
}

impl LabelledFolder {
    /// Reads every `NAME.json` of a folder with the `NAME.txt` beside it; folders inside are left out.
    ///
    /// # Errors
    /// [`EvaluateError`], for the first file that is missing, cannot be read, or is not what it should be.
    pub fn read(folder: &Path) -> Result<Self, EvaluateError> {
        let files = files(folder)?;
        let mut read = Self::default();
        for path in &files {
            if path.extension().is_some_and(|extension| extension == "json") {
                read.articles.push(LabelledArticle::read(path)?);
            } else if path.extension().is_some_and(|extension| extension == "txt")
                && !files.contains(&path.with_extension("json"))
            {
                read.unlabelled.push(path.clone());
            }
        }
        if read.articles.is_empty() {
            return Err(EvaluateError::NoLabels { path: folder.to_owned() });
        }
        Ok(read)
    }
}

/// The files of a folder in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, EvaluateError> {
    let unreadable = |cause| EvaluateError::Unreadable { path: folder.to_owned(), cause };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        files.push(entry.map_err(unreadable)?.path());
    }
    files.sort_by(|one, other| one.file_stem().cmp(&other.file_stem()).then_with(|| one.cmp(other)));
    Ok(files)
}

impl LabelledArticle {
    /// Reads the labels at `path` and the article beside them.
    ///
    /// # Errors
    /// As [`LabelledFolder::read`].
    pub fn read(path: &Path) -> Result<Self, EvaluateError> {
        let written = String::from_utf8(bytes(path)?)
            .map_err(|error| not_utf8(path, error.as_bytes(), error.utf8_error()))?;
        let labels: Labels = serde_json::from_str(&written).map_err(|error| not_labels(path, &error))?;
        let article = path.with_extension("txt");
        if !article.exists() {
            return Err(EvaluateError::NoArticle { labels: path.to_owned(), article });
        }
        let text = String::from_utf8(bytes(&article)?)
            .map_err(|error| not_utf8(&article, error.as_bytes(), error.utf8_error()))?;
        let text = ArticleText::new(text);
        if let Some(surface) = labels.surfaces().find(|surface| text.occurrences(surface).is_empty()) {
            let message = format!("{surface:?} does not stand in {}; copy it exactly", article.display());
            return Err(EvaluateError::Label {
                path: path.to_owned(),
                line: line_of_string(&written, surface),
                message,
            });
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, path: article, text, labels })
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, EvaluateError> {
    fs::read(path).map_err(|cause| EvaluateError::Unreadable { path: path.to_owned(), cause })
}

fn not_utf8(path: &Path, bytes: &[u8], error: std::str::Utf8Error) -> EvaluateError {
    let before = &bytes[..error.valid_up_to()];
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    EvaluateError::NotUtf8 { path: path.to_owned(), line }
}

/// Line and message apart: serde_json writes the place at the end of the message.
fn not_labels(path: &Path, error: &serde_json::Error) -> EvaluateError {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message).to_owned();
    EvaluateError::Label { path: path.to_owned(), line: error.line().max(1), message }
}

/// The 1-based line on which a JSON text has a string; 1 where it spells it another way.
fn line_of_string(json: &str, text: &str) -> usize {
    let spelled = serde_json::Value::from(text).to_string();
    let before = json.find(&spelled).map_or("", |at| &json[..at]);
    1 + before.matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The error for a folder with these files, without the folder's name.
    fn mistake(files: &[(&str, &[u8])]) -> String {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let message = LabelledFolder::read(folder.path()).unwrap_err().to_string();
        message.replace(&format!("{}/", folder.path().display()), "")
    }

    #[test]
    fn labels_need_their_article_and_a_folder_needs_labels() {
        assert_eq!(
            mistake(&[("one.json", br#"{"inspectorate": null, "subject": null}"#)]),
            "one.json: has no article; put its text beside it as one.txt"
        );
        assert!(mistake(&[("one.txt", b"")]).contains(": holds no labelled article; "));
        let gone = LabelledFolder::read(Path::new("no/such")).unwrap_err().to_string();
        assert!(gone.starts_with("no/such: cannot be read ("), "{gone}");
    }

    #[test]
    fn a_mistake_gives_file_and_line() {
        assert_eq!(
            mistake(&[("one.txt", b"x"), ("one.json", b"{\n \"rating\": []\n}")]),
            "one.json:2: unknown field `rating`, expected one of `url`, `query`, `source`, \
             `layout_modelled_on`, `inspectorate`, `subject`, `ratings`, `recommendations`, `statements`, \
             `other_inspections`"
        );
        let ask = b"{\n\"recommendations\": [\n{\"kind\": \"wish\", \"surface\": \"x\"}]}";
        let message = mistake(&[("one.txt", b"x"), ("one.json", ask)]);
        assert!(message.starts_with("one.json:3: unknown variant `wish`, expected one of "), "{message}");
        assert!(mistake(&[("one.txt", b"x"), ("one.json", b"{\n\n")]).starts_with("one.json:3: EOF "));
        assert!(
            mistake(&[("one.txt", b"a\n\xE9"), ("one.json", b"{}")]).starts_with("one.txt:2: is not UTF-8")
        );
    }

    #[test]
    fn a_surface_must_stand_in_the_article() {
        let ask = "{\n\"recommendations\": [\n{\"kind\": \"breach\", \"surface\": \"the “door”\"}]}";
        let message = mistake(&[("one.txt", b"The door."), ("one.json", ask.as_bytes())]);
        assert!(message.starts_with("one.json:3: \"the “door”\" does not stand in "), "{message}");
    }

    #[test]
    fn articles_without_labels_are_named() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("b.json", "{}"), ("b.txt", "x"), ("a.txt", "y"), ("notes.md", "z")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let read = LabelledFolder::read(folder.path()).unwrap();
        let names: Vec<&str> = read.articles.iter().map(|article| article.name.as_str()).collect();
        assert_eq!((names, read.unlabelled), (vec!["b"], vec![folder.path().join("a.txt")]));
    }

    #[test]
    fn the_labels_of_the_readme_are_labels() {
        let readme = include_str!("../README.md");
        let json = readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let labels: Labels = serde_json::from_str(json).unwrap();
        assert_eq!((labels.ratings.len(), labels.statements[0].segments.len()), (2, 2));
    }
}
