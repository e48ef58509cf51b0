//! What `onrecord export` leaves on disk when it is killed, and where there is no room or no permission.
#![cfg(unix)]

mod command;

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use command::{folder, onrecord, run, stderr, stdout};

const ARTICLE: &str = "“We are sorry,” the force said.\n";
/// How often an export is killed, spread over the time that a whole one takes.
const KILLS: u32 = 25;
const SUPERUSER: u32 = 0;
const NOBODY: u32 = 65534;

/// Output files by name with their bytes; what a killed export leaves half done is hidden.
fn outputs(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let folders = ["yaml", "csv", "markdown"].map(|format| out.join(format));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(Result::unwrap);
    let shown = files.filter(|file| !file.file_name().as_encoded_bytes().starts_with(b"."));
    shown.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

#[test]
fn killed_at_any_moment_every_file_is_the_old_or_the_new_one() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("in")).unwrap();
    let write = |word: &str| {
        for i in 0..400 {
            let text = format!("“{word} {i},” she said.\n").repeat(20);
            fs::write(folder.path().join(format!("in/{i}.txt")), text).unwrap();
        }
    };
    let export = |out: &str| run(folder.path(), &["export", "in", "--out", out]);
    let files = |out: &str| outputs(&folder.path().join(out));
    write("Old");
    export("old");
    export("killed");
    write("New");
    let start = Instant::now();
    export("new");
    let whole = start.elapsed();
    let [old, new] = ["old", "new"].map(files);
    assert_eq!(old.len(), new.len());
    let mut halfway = 0;
    for kill in 1..=KILLS {
        kill_after(whole * kill / KILLS, onrecord(folder.path()).args(["export", "in", "--out", "killed"]));
        let killed = files("killed");
        for (name, bytes) in &killed {
            assert!(*bytes == old[name] || *bytes == new[name], "{name} after kill {kill}");
        }
        halfway += u32::from(killed != old && killed != new);
    }
    assert!(halfway > 0, "every kill came before the first file or after the last");
    export("killed");
    assert!(files("killed") == new);
    let folders = ["yaml", "csv", "markdown"].map(|format| folder.path().join("killed").join(format));
    let left = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).count();
    assert_eq!(left, new.len(), "the killed exports' unfinished files are gone");
}

fn kill_after(delay: Duration, command: &mut Command) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_folder_nobody_may_write_to_is_named_and_stays_as_it_is() {
    let folder = folder(&[("one.txt", ARTICLE)]);
    run(folder.path(), &["export", "one.txt", "--out", "o"]);
    let before = outputs(&folder.path().join("o"));
    fs::write(folder.path().join("one.txt"), ARTICLE.repeat(2)).unwrap();
    let lock = |mode| {
        for path in ["", "one.txt", "o", "o/yaml", "o/csv", "o/markdown"] {
            let mode = if path == "one.txt" { 0o444 } else { mode };
            fs::set_permissions(folder.path().join(path), Permissions::from_mode(mode)).unwrap();
        }
    };
    lock(0o555);
    let mut command = onrecord(folder.path());
    if fs::metadata(folder.path()).unwrap().uid() == SUPERUSER {
        // No folder is closed to the superuser.
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.args(["export", "one.txt", "--out", "o"]).output();
    lock(0o755);
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stdout(&output));
    let message = stderr(&output);
    assert!(message.contains("error: o/") && message.contains(" cannot be written (Perm"), "{message}");
    assert!(before == outputs(&folder.path().join("o")));
}

#[test]
fn a_full_disk_is_named_and_truncates_nothing() {
    let folder = folder(&[("one.txt", ARTICLE)]);
    run(folder.path(), &["export", "one.txt", "--out", "o"]);
    let before = outputs(&folder.path().join("o"));
    fs::write(folder.path().join("one.txt"), ARTICLE.repeat(2000)).unwrap();
    // No file may grow beyond nothing: what a full disk does, without one.
    let script = r#"trap '' XFSZ; ulimit -f 0; exec "$0" export one.txt --out o"#;
    let output = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_onrecord")])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("error: o/"), "{}", stderr(&output));
    let message = stderr(&output);
    assert!(message.contains(" cannot be written (") && message.contains("File too large"), "{message}");
    assert!(before == outputs(&folder.path().join("o")));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = folder(&[("one.txt", ARTICLE)]);
    let mut child = onrecord(folder.path())
        .args(["export", "one.txt", "--out", "o"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(folder.path().join("o/yaml/one.yaml").is_file());
}
