use std::fs;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[cfg(feature = "sqlite")]
use tempfile::TempPath;
use tempfile::{Builder, NamedTempFile, SpooledTempFile};

use crate::PipelineError;
use crate::claim::{Claim, PREFIX, SUFFIX};
use crate::difference::{Difference, compare};
use crate::input::shown;

/// What an export does with what it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Writes it.
    Write,
    /// Writes nothing, and reports what would change.
    Check,
    /// Writes nothing, and hands over each file as an [`Event::Printed`](crate::Event::Printed).
    Print,
}

/// What came of a finished file, where there is something to tell.
#[derive(Debug)]
pub(crate) enum Finished {
    /// What stands on disk is something else; only in [`Mode::Check`].
    Differs(Difference),
    /// Its content; only in [`Mode::Print`].
    Printed(Printed),
}

/// A file that is handed over instead of written. Reading it gives its bytes from the start.
#[derive(Debug)]
pub struct Printed {
    path: PathBuf,
    content: SpooledTempFile,
}

impl Printed {
    /// Where it would stand.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Read for Printed {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.content.read(bytes)
    }
}

/// The folder of one format.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    mode: Mode,
    /// `None` where nothing is written.
    claim: Option<Arc<Claim>>,
}

impl Folder {
    pub(crate) fn new(path: PathBuf, mode: Mode) -> Result<Self, PipelineError> {
        let claim = match mode {
            Mode::Write => {
                fs::create_dir_all(&path).map_err(|cause| unwritable(&path, cause))?;
                Some(Arc::new(Claim::new(&path)))
            }
            Mode::Check | Mode::Print => None,
        };
        Ok(Self { path, mode, claim })
    }

    pub(crate) fn file(&self, name: &str) -> Result<OutputFile, PipelineError> {
        let path = self.path.join(name);
        let content = match self.mode {
            Mode::Write => temporary(&self.path).map(|file| Content::Temporary(BufWriter::new(file))),
            Mode::Check => Ok(Content::Compared(SpooledTempFile::new(HELD))),
            Mode::Print => Ok(Content::Printed(SpooledTempFile::new(HELD))),
        };
        match content {
            Ok(content) => Ok(OutputFile { path, content, _claim: self.claim.clone() }),
            Err(cause) => Err(unwritable(&path, cause)),
        }
    }
}

#[cfg(feature = "sqlite")]
impl Folder {
    /// A file that is not written here, but by its path.
    pub(crate) fn place(&self, name: &str) -> Result<OutputPath, PipelineError> {
        let path = self.path.join(name);
        let made = if self.claim.is_some() { temporary(&self.path) } else { NamedTempFile::new() };
        let unfinished = made.map_err(|cause| unwritable(&path, cause))?.into_temp_path();
        Ok(OutputPath { path, unfinished, mode: self.mode, _claim: self.claim.clone() })
    }
}

/// Bytes of a file to be compared or handed over that are held in memory; more go to the system's temporary folder.
const HELD: usize = 1 << 20;

/// A file that appears under its name when it is finished, and leaves nothing behind when it is not.
#[derive(Debug)]
pub(crate) struct OutputFile {
    path: PathBuf,
    content: Content,
    /// Dropped last: as long as the file is unfinished it is no leftover.
    _claim: Option<Arc<Claim>>,
}

#[derive(Debug)]
enum Content {
    Temporary(BufWriter<NamedTempFile>),
    Compared(SpooledTempFile),
    Printed(SpooledTempFile),
}

impl OutputFile {
    /// Where it will stand.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the file in its place, compares it with what stands there, or gives it to be handed over.
    pub(crate) fn finish(self) -> Result<Option<Finished>, PipelineError> {
        let Self { path, content, _claim } = self;
        match content {
            Content::Temporary(file) => persist(file, &path).map(|()| None),
            Content::Compared(mut file) => {
                compare(&path, &mut file).map(|difference| difference.map(Finished::Differs))
            }
            Content::Printed(mut content) => {
                content.rewind().map(|()| Some(Finished::Printed(Printed { path: path.clone(), content })))
            }
        }
        .map_err(|cause| unwritable(&path, cause))
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.content {
            Content::Temporary(file) => file.write(bytes),
            Content::Compared(file) | Content::Printed(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.content {
            Content::Temporary(file) => file.flush(),
            Content::Compared(file) | Content::Printed(file) => file.flush(),
        }
    }
}

/// As [`OutputFile`], for what opens files itself.
#[cfg(feature = "sqlite")]
#[derive(Debug)]
pub(crate) struct OutputPath {
    path: PathBuf,
    unfinished: TempPath,
    mode: Mode,
    /// Dropped last; `None` where nothing is written.
    _claim: Option<Arc<Claim>>,
}

#[cfg(feature = "sqlite")]
impl OutputPath {
    /// Where it will stand.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Where it is until then: an empty file at first.
    pub(crate) fn unfinished(&self) -> &Path {
        &self.unfinished
    }

    /// Puts the file in its place, compares it with what stands there, or gives it to be handed over.
    pub(crate) fn finish(self) -> Result<Option<Finished>, PipelineError> {
        let Self { path, unfinished, mode, _claim } = self;
        let read = || fs::File::open(&unfinished);
        let finished = match mode {
            Mode::Write => unfinished.persist(&path).map(|()| None).map_err(io::Error::from),
            Mode::Check => read().and_then(|mut file| Ok(compare(&path, &mut file)?.map(Finished::Differs))),
            Mode::Print => read().and_then(|mut file| {
                let mut content = SpooledTempFile::new(HELD);
                io::copy(&mut file, &mut content)?;
                content.rewind()?;
                Ok(Some(Finished::Printed(Printed { path: path.clone(), content })))
            }),
        };
        finished.map_err(|cause| unwritable(&path, cause))
    }
}

/// In the folder of the file it becomes, as a rename must stay on one file system.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The umask takes its share, as for any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn persist(file: BufWriter<NamedTempFile>, path: &Path) -> io::Result<()> {
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.persist(path)?;
    Ok(())
}

pub(crate) fn unwritable(
    path: &Path,
    cause: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> PipelineError {
    PipelineError::Unwritable { path: shown(path), cause: cause.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_appears_whole_when_it_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "old").unwrap();
        let mut file = Folder::new(folder.path().into(), Mode::Write).unwrap().file("a").unwrap();
        file.write_all(&[b'x'; 100_000]).unwrap();
        assert_eq!(fs::read(folder.path().join("a")).unwrap(), b"old");
        assert!(file.finish().unwrap().is_none());
        assert_eq!(fs::read(folder.path().join("a")).unwrap(), [b'x'; 100_000]);
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_file_given_up_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = Folder::new(folder.path().into(), Mode::Write).unwrap().file("a").unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn what_a_killed_export_left_is_removed_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".onrecord-aB3.tmp", ".onrecord-notes", ".mine.tmp", "a.yaml"] {
            fs::write(folder.path().join(name), "half").unwrap();
        }
        Folder::new(folder.path().into(), Mode::Check).unwrap();
        assert_eq!(names(folder.path()).len(), 4);
        Folder::new(folder.path().into(), Mode::Write).unwrap();
        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, [".mine.tmp", ".onrecord-notes", "a.yaml"]);
    }

    #[test]
    fn what_another_export_is_writing_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let export = || Folder::new(folder.path().into(), Mode::Write).unwrap();
        // As tables do, the file outlives its folder.
        let unfinished = export().file("a").unwrap();
        export().file("b").unwrap().finish().unwrap();
        unfinished.finish().unwrap();
        let mut both = names(folder.path());
        both.sort();
        assert_eq!(both, ["a", "b"]);
    }

    #[test]
    fn a_check_makes_neither_folder_nor_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = Folder::new(folder.path().join("new"), Mode::Check).unwrap().file("a").unwrap();
        file.write_all(b"x\n").unwrap();
        let Some(Finished::Differs(difference)) = file.finish().unwrap() else { panic!("no difference") };
        assert!(difference.diff.ends_with("@@ -0,0 +1 @@\n+x\n"), "{}", difference.diff);
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_folder_in_the_way_is_named_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        let file = Folder::new(folder.path().into(), Mode::Write).unwrap().file("a").unwrap();
        let error = file.finish().unwrap_err().to_string();
        assert!(error.contains("/a: cannot be written"), "{error}");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_as_the_umask_lets_them() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("plain"), "").unwrap();
        Folder::new(folder.path().into(), Mode::Write).unwrap().file("a").unwrap().finish().unwrap();
        let mode = |name| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode("a"), mode("plain"));
    }
}
