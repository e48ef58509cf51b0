//! The most memory that an export takes: bounded for any number of articles, and in proportion to the largest.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use onrecord_lexicon::Lexicon;
use onrecord_parser::Parser;
use onrecord_pipeline::{Export, Format, Mode, find};

/// Set for the test that is run as a child: the folder whose `in` it exports to `out`.
const FOLDER: &str = "ONRECORD_MEMORY_TEST";

/// Set where the child reads standard input: the path `-`.
const PIPED: &str = "ONRECORD_MEMORY_TEST_PIPED";

const MIB: usize = 1 << 20;

/// Real coverage: statements, grades and asks.
const ARTICLE: &str = include_str!("../../../tests/labelled/pri-stokeholt-boys.txt");

/// Not a test by itself: exports in a process of its own, whose peak is then that of the export.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = Path::new(&folder);
    let parser = Parser::new(Lexicon::standard());
    let export = Export::new(folder.join("out"), Format::ALL, Mode::Write);
    let piped = std::env::var_os(PIPED).map(PathBuf::from);
    let from = piped.unwrap_or_else(|| folder.join("in"));
    let summary = export.run(find([from]), &parser, &mut |_| {}).unwrap();
    assert!(summary.articles > 0 && summary.problems == 0, "{summary:?}");
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    println!("{line}");
}

/// Bytes of memory that an export of these articles takes at its peak.
fn peak<'t>(articles: impl Iterator<Item = &'t str>) -> usize {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for (number, text) in articles.enumerate() {
        fs::write(folder.path().join(format!("in/{number}.txt")), text).unwrap();
    }
    peak_of(child_in(folder.path()))
}

fn child_in(folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "child", "--nocapture"]).env(FOLDER, folder);
    command
}

fn peak_of(mut child: Command) -> usize {
    let output = child.output().unwrap();
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{out}{}", String::from_utf8_lossy(&output.stderr));
    let kilobytes = out.split_once("VmHWM:").and_then(|(_, rest)| rest.split_whitespace().next());
    kilobytes.and_then(|number| number.parse::<usize>().ok()).expect("the child says its peak") * 1024
}

#[test]
fn many_articles_take_no_more_than_a_few() {
    let [few, many] = [200, 2000].map(|count| peak(std::iter::repeat_n(ARTICLE, count)));
    assert!(many < 150 * MIB, "{} MiB", many / MIB);
    // The ids and the list of a folder's names grow: some bytes an article.
    // Parquet holds up to eight megabytes of each of its five tables.
    let more = if cfg!(feature = "parquet") { 48 } else { 8 };
    assert!(many < few + more * MIB, "{} MiB, then {} MiB", few / MIB, many / MIB);
}

/// What exports of an array of so many articles take, the array named and on standard input.
fn peaks_of_array(articles: usize) -> [usize; 2] {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("in");
    let text = ARTICLE.repeat(4).replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let element = format!("{{\"text\": \"{text}\"}}");
    fs::write(&file, format!("[{}]", vec![element; articles].join(",\n"))).unwrap();
    let mut piped = child_in(folder.path());
    piped.env(PIPED, "-").stdin(fs::File::open(&file).unwrap());
    [peak_of(child_in(folder.path())), peak_of(piped)]
}

/// The longer array is 22 MB, more than what is allowed for it without Parquet; ids grow.
#[test]
fn an_array_of_json_takes_no_more_for_its_length() {
    let [few, many] = [200, 2000].map(peaks_of_array);
    let more = if cfg!(feature = "parquet") { 48 } else { 12 };
    for (few, many) in few.into_iter().zip(many) {
        assert!(many < few + more * MIB, "{} MiB, then {} MiB", few / MIB, many / MIB);
    }
}

/// How many times the size of a text, made of this piece again and again, an export of it takes.
fn times_its_size(piece: &str, size: usize) -> f64 {
    let none = peak(std::iter::once("Nothing."));
    let text = piece.repeat(size / piece.len());
    let times = (peak(std::iter::once(&*text)) - none) as f64 / text.len() as f64;
    println!("{times:.1} times a text of {:?}", &piece[..piece.len().min(4)]);
    times
}

#[test]
fn a_large_article_takes_memory_in_proportion() {
    let times = times_its_size(ARTICLE, 4 * MIB);
    assert!(times < 12.0, "{times:.1} times its size");
}

/// No article is like that. Most of it is the one line of such a text as a title, with every mark escaped.
#[test]
fn quotation_marks_take_memory_in_proportion() {
    for piece in ["\"", "“a "] {
        let times = times_its_size(piece, 2 * MIB);
        assert!(times < 48.0, "{times:.1} times the size of a text of {piece:?}");
    }
}
