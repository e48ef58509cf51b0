use std::io;
use std::iter;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_pages::Fields;
use walkdir::{DirEntry, WalkDir};

use crate::PipelineError;
use crate::id::Ids;
use crate::input::{Input, Place, shown};
use crate::json_array::JsonArray;
use crate::json_lines::JsonLines;
use crate::kind::Kind;
use crate::standard_input;

/// The articles under some paths: a file is an article whatever its name, a folder stands for every file
/// in it whose name ends in `.txt`, `.html` or `.jsonl`, at any depth and in the order of the names, and `-` is
/// standard input. Each line of a `.jsonl` file is an article, and of standard input where the first is an object of
/// JSON. Each element is one of a file named itself, or of standard input, that is an array of objects of JSON.
///
/// Links are followed. Files and folders whose names begin with a dot are left out, unless named
/// themselves. A path that comes up twice is one article. What cannot be read comes up as an error in its
/// place among the others. Hand the result to [`Export::run`](crate::Export::run).
pub fn find<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Articles {
    let mut roots: Vec<PathBuf> = paths.into_iter().map(Into::into).collect();
    // There is nothing left to read the second time.
    let mut again = false;
    roots.retain(|root| root.as_os_str() != "-" || !mem::replace(&mut again, true));
    Articles {
        roots: roots.into_iter(),
        current: Box::new(iter::empty()),
        ids: Ids::default(),
        fields: Arc::default(),
    }
}

/// Where an article is, and its size in bytes where that is known.
pub(crate) type Found = Result<(Place, Option<u64>), PipelineError>;

/// The iterator that [`find`] makes; it walks as it is asked and keeps no list.
pub struct Articles {
    roots: std::vec::IntoIter<PathBuf>,
    current: Box<dyn Iterator<Item = Found> + Send>,
    ids: Ids,
    fields: Arc<Fields>,
}

impl Articles {
    /// Where the lines of JSON have their fields, if not where common scrapers put them.
    #[must_use]
    pub fn with_fields(mut self, fields: Fields) -> Self {
        self.fields = Arc::new(fields);
        self
    }
}

impl Iterator for Articles {
    type Item = Result<Input, PipelineError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.current.next() {
                Some(Err(problem)) => return Some(Err(problem)),
                Some(Ok((place, size))) => {
                    if let Some(id) = self.ids.assign(&place.stem(), &place.key()) {
                        return Some(Ok(Input {
                            id,
                            path: place.shown(),
                            place,
                            size,
                            fields: self.fields.clone(),
                        }));
                    }
                }
                None => self.current = walk(self.roots.next()?),
            }
        }
    }
}

fn walk(root: PathBuf) -> Box<dyn Iterator<Item = Found> + Send> {
    if root.as_os_str() == "-" {
        return standard_input::articles(io::stdin());
    }
    let mut found = WalkDir::new(&root)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path()) && !is_part_of_page(entry))
        .filter_map(article)
        .flat_map(each_line)
        .peekable();
    if found.peek().is_none() {
        return Box::new(iter::once(Err(PipelineError::NoArticle { path: shown(&root) })));
    }
    Box::new(found)
}

/// `None` for what nobody would take for an article.
fn article(entry: walkdir::Result<DirEntry>) -> Option<Found> {
    let entry = match entry {
        Ok(entry) => entry,
        // Editors lock files with links that lead nowhere.
        Err(error) if error.depth() > 0 && error.path().is_some_and(is_hidden) => return None,
        Err(error) => return Some(Err(problem(error))),
    };
    let named_itself = entry.depth() == 0;
    let folder = entry.file_type().is_dir();
    let kind = Kind::of(entry.path());
    let wanted = if named_itself { !folder } else { kind.is_some_and(|kind| kind != Kind::Archive) };
    if !wanted || folder && kind != Some(Kind::Text) {
        return None;
    }
    if folder {
        return Some(Err(PipelineError::FolderNamedText { path: shown(entry.path()) }));
    }
    let size = entry.metadata().ok().map(|metadata| metadata.len());
    Some(Ok((Place::File(entry.into_path()), size)))
}

fn problem(error: walkdir::Error) -> PipelineError {
    let path = error.path().map(shown).unwrap_or_default();
    match error.loop_ancestor().map(shown) {
        Some(ancestor) => PipelineError::CircularLink { path, ancestor },
        None => {
            let cause = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
            PipelineError::Unreadable { path, cause }
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// `Page_files` beside `Page.html`: what a browser saves of a page besides its text, frames among it.
fn is_part_of_page(entry: &DirEntry) -> bool {
    let path = entry.path();
    let page = path.file_name().and_then(|name| name.to_str()?.strip_suffix("_files"));
    entry.file_type().is_dir()
        && page.is_some_and(|page| {
            ["html", "htm"].iter().any(|ending| path.with_file_name(format!("{page}.{ending}")).is_file())
        })
}

/// The articles of a file: one, or one for each line of JSON Lines or element of a JSON array.
fn each_line(found: Found) -> Box<dyn Iterator<Item = Found> + Send> {
    match found {
        Ok((Place::File(path), _)) if Kind::of(&path) == Some(Kind::Lines) => Box::new(JsonLines::open(path)),
        Ok((Place::File(path), size)) if Kind::of(&path).is_none() => match JsonArray::open(&path) {
            Some(elements) => Box::new(elements),
            None => Box::new(iter::once(Ok((Place::File(path), size)))),
        },
        other => Box::new(iter::once(other)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn paths(found: Articles, folder: &Path) -> Vec<String> {
        let strip = |text: String| text.replace(&format!("{}/", shown(folder)), "");
        found.map(|item| strip(item.map_or_else(|problem| problem.to_string(), |input| input.path))).collect()
    }

    #[test]
    fn folders_are_walked_in_the_order_of_their_names() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("b/.git")).unwrap();
        for name in ["c.txt", "b/z.TXT", "b/a.txt", "a.txt", "notes.md", ".#a.txt", "b/.git/x.txt"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let found = find([folder.path().to_owned()]);
        assert_eq!(paths(found, folder.path()), ["a.txt", "b/a.txt", "b/z.TXT", "c.txt"]);
        let named = find(["notes.md", "c.txt", ".#a.txt", "./c.txt"].map(|name| folder.path().join(name)));
        assert_eq!(paths(named, folder.path()), ["notes.md", "c.txt", ".#a.txt"]);
    }

    #[test]
    fn what_is_no_article_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("x.txt/empty")).unwrap();
        fs::write(folder.path().join("x.txt/in.txt"), "").unwrap();
        let found =
            paths(find(["x.txt/empty", "gone.txt", ""].map(|name| folder.path().join(name))), folder.path());
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[0].starts_with("x.txt/empty: holds no article"), "{}", found[0]);
        assert!(found[1].starts_with("gone.txt: cannot be read"), "{}", found[1]);
        assert!(found[2].starts_with("x.txt: is a folder although"), "{}", found[2]);
        assert_eq!(found[3], "x.txt/in.txt");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_circles_named() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("real.md"), "").unwrap();
        symlink("real.md", folder.path().join("1.txt")).unwrap();
        symlink("gone", folder.path().join("2.txt")).unwrap();
        symlink(".", folder.path().join("3")).unwrap();
        symlink("gone", folder.path().join(".#4.txt")).unwrap();
        let found = paths(find([folder.path().to_owned()]), folder.path());
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[0], "1.txt");
        assert!(found[1].starts_with("2.txt: cannot be read (No such file"), "{}", found[1]);
        assert!(found[2].starts_with("3: this link leads back to"), "{}", found[2]);
    }
}
