use std::env;
use std::io;
use std::path::{self, Path, PathBuf};

use onrecord::{Arguments, Command, ExportArguments};

/// Folders whose articles the phrase book is tried on.
const TRIED_ON: [&str; 2] = ["seeds", "tests/labelled"];

/// Puts the workspace's folders where no others are given.
pub fn fill(arguments: &mut Arguments) -> io::Result<()> {
    match &mut arguments.command {
        Command::Export(export) => fill_export(export),
        Command::Patterns(patterns) if patterns.paths.is_empty() => {
            patterns.paths = TRIED_ON.map(|folder| root().join(folder)).to_vec();
            Ok(())
        }
        Command::Patterns(_) | Command::Explain(_) | Command::Evaluate(_) | Command::Completions(_) => Ok(()),
    }
}

/// What is given counts from the current folder, what is not from the workspace: the seeds' paths are the
/// same in every record, wherever the command is called.
fn fill_export(export: &mut ExportArguments) -> io::Result<()> {
    let out = export.out.get_or_insert_with(|| root().join("target").join("onrecord"));
    if export.paths.is_empty() {
        for given in [Some(&mut *out), export.lexicon.lexicon.as_mut()].into_iter().flatten() {
            if *given != Path::new("-") {
                *given = path::absolute(&*given)?;
            }
        }
        env::set_current_dir(root())?;
        export.paths = vec![PathBuf::from("seeds")];
    }
    *out = from_here(out);
    Ok(())
}

/// The folder of the workspace's `Cargo.toml`, wherever the command is called.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// The same place, from the current folder where that is shorter.
fn from_here(path: &Path) -> PathBuf {
    let here = env::current_dir().ok();
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path).to_owned()
}
