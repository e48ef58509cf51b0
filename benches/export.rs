//! How long it takes to export generated articles end to end, on one thread and on two:
//! `cargo bench -p onrecord-benches --bench export -- 100000`.
//!
//! Each runs once: it is long, and what is measured is mostly files.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use onrecord_benches::articles;
use onrecord_lexicon::Lexicon;
use onrecord_parser::Parser;
use onrecord_pipeline::{Export, Format, Mode, find};

/// How many articles, unless a number is given.
const ARTICLES: usize = 100_000;

/// Articles of one folder.
const IN_FOLDER: usize = 1000;

fn main() {
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(ARTICLES);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let input = folder.path().join("in");
    let bytes = generate(&input, count);
    println!("{count} articles, {:.1} MB", bytes as f64 / 1e6);
    let times = [1, 2].map(|threads| {
        let out = folder.path().join(format!("out{threads}"));
        let time = export(&input, &out, threads, count);
        let seconds = time.as_secs_f64();
        let speed = bytes as f64 / 1e6 / seconds;
        println!(
            "{threads} thread(s): {seconds:.1} s, {:.0} articles/s, {speed:.1} MB/s",
            count as f64 / seconds
        );
        seconds
    });
    println!("two threads are {:.2} times as fast", times[0] / times[1]);
}

/// The number of bytes written.
fn generate(folder: &Path, count: usize) -> usize {
    let write = |(number, text): (usize, String)| {
        let folder = folder.join(format!("{:04}", number / IN_FOLDER));
        if number.is_multiple_of(IN_FOLDER) {
            fs::create_dir_all(&folder).expect("a folder can be made");
        }
        fs::write(folder.join(format!("article-{number:06}.txt")), &text).expect("an article can be written");
        text.len()
    };
    articles().take(count).enumerate().map(write).sum()
}

fn export(input: &Path, out: &Path, threads: usize, count: usize) -> Duration {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let start = Instant::now();
    let summary = pool.install(|| {
        let parser = Parser::new(Lexicon::standard());
        Export::new(out, Format::ALL, Mode::Write).run(find([input]), &parser, &mut |_| {})
    });
    let time = start.elapsed();
    assert_eq!(summary.expect("the export succeeds").articles, count);
    time
}
