use std::env;
use std::path::{Path, PathBuf};

/// The folder of the workspace's `Cargo.toml`, wherever the command is called.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// The same place, from the current folder where that is shorter.
pub fn from_here(path: &Path) -> PathBuf {
    let here = env::current_dir().ok();
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path).to_owned()
}
