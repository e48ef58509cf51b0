//! Unfinished files: how they are named, and what becomes of those that a killed export left behind.

use std::fs::{self, File, TryLockError};
use std::path::Path;

/// How the names of unfinished files begin and end.
pub(crate) const PREFIX: &str = ".onrecord-";
pub(crate) const SUFFIX: &str = ".tmp";

/// Held as long as an export has unfinished files in a folder. The system lets go of it when the process
/// ends, however it ends.
#[derive(Debug)]
pub(crate) struct Claim {
    /// Locked, shared with other exports into the folder; `None` where the system locks no folders (Windows,
    /// some network drives).
    _folder: Option<File>,
}

impl Claim {
    /// Removes the unfinished files in a folder if no export is writing there, so that they are leftovers.
    pub(crate) fn new(folder: &Path) -> Self {
        Self { _folder: lock(folder) }
    }
}

fn lock(path: &Path) -> Option<File> {
    let folder = File::open(path).ok()?;
    match folder.try_lock() {
        Ok(()) => remove_leftovers(path),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(_)) => return None,
    }
    folder.lock_shared().ok()?;
    Some(folder)
}

/// A leftover that cannot be removed does no harm: it is hidden, and no output has its name.
fn remove_leftovers(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let leftovers = entries.filter(|entry| is_unfinished(entry.file_name().as_encoded_bytes()));
    leftovers.for_each(|entry| drop(fs::remove_file(entry.path())));
}

fn is_unfinished(name: &[u8]) -> bool {
    name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes())
}
