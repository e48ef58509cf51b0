use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use onrecord_pages::Fields;

use crate::PipelineError;

/// The most bytes an article may hold. None is so long; what is, is many articles in one file or no text at all, and
/// to read it would take twelve times its size in memory.
pub(crate) const LIMIT: u64 = 32 << 20;

/// An article before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The file's stem, made safe as a file name; unique in one export.
    pub id: String,
    /// The path as given, with `/` between folders; `-` for standard input, `FILE:LINE` for a line of JSON,
    /// `-:LINE` for one on standard input, `FILE:NUMBER` or `-:NUMBER` for an element of a JSON array.
    pub path: String,
    pub(crate) place: Place,
    /// In bytes, when it was found; `None` where that cannot be told.
    pub(crate) size: Option<u64>,
    /// Where a line of JSON has its fields.
    pub(crate) fields: Arc<Fields>,
}

/// Where an article's bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    File(PathBuf),
    /// One line of a file, or one element of the JSON array that it is.
    Line {
        file: PathBuf,
        /// Of the line or element, from 1.
        number: u64,
        /// Its first byte in the file.
        start: u64,
        /// In bytes, with its line break.
        length: u64,
    },
    StandardInput {
        /// What was read of it to tell what it is.
        begun: Arc<[u8]>,
    },
    /// One line of standard input, or one element of the JSON array that it is, from 1.
    StandardInputLine {
        number: u64,
        line: Arc<[u8]>,
    },
}

impl Place {
    /// The stem that becomes the id.
    pub(crate) fn stem(&self) -> String {
        match self {
            Self::File(path) => stem(path),
            Self::Line { file, number, .. } => format!("{}-{number}", stem(file)),
            Self::StandardInput { .. } => "stdin".to_owned(),
            Self::StandardInputLine { number, .. } => format!("stdin-{number}"),
        }
    }

    /// The path as a record has it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::File(path) => shown(path),
            Self::Line { file, number, .. } => format!("{}:{number}", shown(file)),
            Self::StandardInput { .. } => "-".to_owned(),
            Self::StandardInputLine { number, .. } => format!("-:{number}"),
        }
    }

    /// What tells this place from every other; the same on every platform where the name is plain text.
    pub(crate) fn key(&self) -> Vec<u8> {
        match self {
            Self::File(path) => key(path),
            Self::Line { file, number, .. } => [key(file), format!("\0{number}").into_bytes()].concat(),
            Self::StandardInput { .. } => b"\0standard input".to_vec(),
            Self::StandardInputLine { number, .. } => format!("\0standard input\0{number}").into_bytes(),
        }
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn key(path: &Path) -> Vec<u8> {
    if path.to_str().is_some() {
        shown(path).into_bytes()
    } else {
        path.as_os_str().as_encoded_bytes().to_vec()
    }
}

impl Input {
    /// The bytes of the article's file, or of its line.
    ///
    /// # Errors
    /// [`PipelineError`] where the file cannot be read, is no regular file or is larger than 32 MiB.
    pub fn read(&self) -> Result<Vec<u8>, PipelineError> {
        let unreadable = |cause| PipelineError::Unreadable { path: self.path.clone(), cause };
        let too_large = || PipelineError::TooLarge { path: self.path.clone(), limit: LIMIT };
        let bytes = match &self.place {
            Place::StandardInput { begun } => read_past_limit(begun.chain(io::stdin().lock()), 0),
            Place::StandardInputLine { line, .. } => Ok(line.to_vec()),
            Place::Line { length, .. } if *length > LIMIT => return Err(too_large()),
            Place::Line { file, start, length, .. } => read_part(file, *start, *length),
            Place::File(path) => {
                // Asked before opening: to open a pipe is to wait for its other end.
                let metadata = fs::metadata(path).map_err(unreadable)?;
                if !metadata.is_file() {
                    return Err(PipelineError::NotAFile { path: self.path.clone() });
                }
                if metadata.len() > LIMIT {
                    return Err(too_large());
                }
                File::open(path).and_then(|file| read_past_limit(file, metadata.len()))
            }
        }
        .map_err(unreadable)?;
        if bytes.len() as u64 > LIMIT { Err(too_large()) } else { Ok(bytes) }
    }
}

fn read_part(file: &Path, start: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut file = File::open(file)?;
    file.seek(SeekFrom::Start(start))?;
    read_past_limit(file.take(length), length)
}

/// One byte more than the limit tells what is too large from what just fits. With the length known, the
/// bytes are held once and not moved from one allocation to the next.
fn read_past_limit(from: impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    from.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A path as records and messages have it: `/` between folders, no `.` in between.
pub(crate) fn shown(path: &Path) -> String {
    let path: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    let text = if path.as_os_str().is_empty() { ".".into() } else { path.to_string_lossy() };
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_their_dots_and_nothing_else() {
        for (path, expected) in [
            ("./seeds//a.txt", "seeds/a.txt"),
            ("seeds/./a.txt", "seeds/a.txt"),
            ("../a.txt", "../a.txt"),
            ("/news/a b.txt", "/news/a b.txt"),
        ] {
            assert_eq!(shown(Path::new(path)), expected);
        }
    }

    #[test]
    fn a_file_called_minus_is_not_standard_input() {
        let standard_input = Place::StandardInput { begun: Arc::from([]) };
        assert_ne!(Place::File(PathBuf::from("-")).key(), standard_input.key());
    }
}
