use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::Duration;

use similar::TextDiff;

use crate::input::shown;

/// Files larger than this are not compared line by line: that takes memory, and nobody would read it.
const READABLE: u64 = 1 << 20;

/// A file on disk that is not what an export would write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The file.
    pub path: PathBuf,
    /// From the file to what it would become, as a unified diff.
    pub diff: String,
}

/// `None` where the file at `path` already holds what `new` holds.
pub(crate) fn compare(path: &Path, new: &mut (impl Read + Seek)) -> io::Result<Option<Difference>> {
    let name = shown(path);
    let (old_name, mut old) = match File::open(path) {
        Ok(file) => (name.as_str(), Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => ("/dev/null", None),
        Err(error) => return Err(error),
    };
    new.rewind()?;
    if let Some(old) = &mut old {
        if same(BufReader::new(&mut *old), BufReader::new(&mut *new))? {
            return Ok(None);
        }
        old.rewind()?;
        new.rewind()?;
    }
    let texts = (old.map_or(Ok(Some(String::new())), text)?, text(new)?);
    let diff = match texts {
        (Some(old), Some(new)) => unified(&old, &new, old_name, &name),
        _ => format!(
            "--- {old_name}\n+++ {name}\nfiles differ, and one is no text, or too large to show how\n"
        ),
    };
    Ok(Some(Difference { path: path.to_owned(), diff }))
}

fn same(mut one: impl BufRead, mut other: impl BufRead) -> io::Result<bool> {
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let length = left.len().min(right.len());
        if left[..length] != right[..length] {
            return Ok(false);
        }
        if length == 0 {
            return Ok(left.len() == right.len());
        }
        one.consume(length);
        other.consume(length);
    }
}

/// `None` where it is too large, or no text: a database.
fn text(from: impl Read) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    from.take(READABLE + 1).read_to_end(&mut bytes)?;
    let readable = bytes.len() as u64 <= READABLE && !bytes.contains(&0);
    Ok(readable.then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

fn unified(old: &str, new: &str, old_name: &str, new_name: &str) -> String {
    let mut config = TextDiff::configure();
    // A coarser diff is better than waiting for the finest.
    config.timeout(Duration::from_secs(2));
    let diff = config.diff_lines(old, new);
    let lines = diff.unified_diff().header(old_name, new_name).to_string();
    if lines.is_empty() { format!("--- {old_name}\n+++ {new_name}\n") } else { lines }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn difference(old: Option<&[u8]>, new: &[u8]) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        if let Some(old) = old {
            std::fs::write(&path, old).unwrap();
        }
        let difference = compare(&path, &mut Cursor::new(new)).unwrap()?;
        assert_eq!(difference.path, path);
        Some(difference.diff.replace(&*shown(&path), "file"))
    }

    #[test]
    fn the_same_bytes_are_no_difference() {
        assert_eq!(difference(Some(b"a\n"), b"a\n"), None);
        assert_eq!(difference(Some(b""), b""), None);
        let large = vec![b'x'; 3 * READABLE as usize];
        assert_eq!(difference(Some(&large), &large), None);
    }

    #[test]
    fn a_changed_line_is_shown_both_ways() {
        let diff = difference(Some(b"a\nb\n"), b"a\nc\n").unwrap();
        assert_eq!(diff, "--- file\n+++ file\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
    }

    #[test]
    fn a_missing_file_and_an_empty_one_differ() {
        let diff = difference(None, b"a\n").unwrap();
        assert_eq!(diff, "--- /dev/null\n+++ file\n@@ -0,0 +1 @@\n+a\n");
        assert_eq!(difference(None, b"").unwrap(), "--- /dev/null\n+++ file\n");
        assert!(difference(Some(b""), b"a\n").unwrap().starts_with("--- file\n"));
    }

    #[test]
    fn a_file_cut_short_or_changed_in_its_last_byte_differs() {
        let large = vec![b'x'; 3 * READABLE as usize];
        assert!(difference(Some(&large[1..]), &large).unwrap().contains("too large"));
        let mut other = large.clone();
        *other.last_mut().unwrap() = b'y';
        assert!(difference(Some(&large), &other).is_some());
        assert!(difference(Some(b"text"), b"SQLite format 3\0").unwrap().ends_with("to show how\n"));
        assert!(difference(Some(b"\xFF"), "\u{FFFD}".as_bytes()).is_some(), "not told apart as text");
    }
}
