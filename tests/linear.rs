//! Reading takes time in proportion to the length of a text, whatever it holds: the same number of bytes takes as
//! long in one text as in several.

use std::fs;
use std::time::Instant;

use onrecord_model::Article;
use onrecord_tests::PARSER;
use onrecord_tests::hard::{HARD_TEXTS, HardText};

/// How many times as long the longest text may take as the same bytes in short ones: more than caches and noise
/// ask for. A search that starts again at each word makes it the number of short ones.
const SLACK: f64 = 2.0;

/// Nanoseconds that say nothing: the system counts a thread's time in steps of milliseconds.
const FLOOR: f64 = 20e6;

/// The best of so many tries counts: what disturbs a measurement only ever makes it slower.
const TRIES: usize = 3;

#[test]
fn one_long_text_takes_no_longer_than_eight_short_ones() {
    check(&[32 << 10, 256 << 10]);
}

/// Some minutes: `cargo test --release -p onrecord-tests --test linear -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
fn megabytes_take_no_more_than_in_proportion() {
    check(&[1 << 20, 2 << 20, 4 << 20, 8 << 20]);
}

/// Every text in each size, all against the first.
fn check(sizes: &[usize]) {
    let slow: Vec<String> = HARD_TEXTS.iter().filter_map(|text| slower(text, sizes)).collect();
    assert!(slow.is_empty(), "longer than in proportion:\n{}", slow.join("\n"));
}

/// The times of one text, where they grow faster than its size.
fn slower(text: &HardText, sizes: &[usize]) -> Option<String> {
    let total = sizes.last().copied().unwrap_or_default();
    let times: Vec<f64> = sizes.iter().map(|&size| time(&text.bytes(size), total / size)).collect();
    let milliseconds: Vec<String> = times.iter().map(|time| format!("{:.0}", time / 1e6)).collect();
    let line = format!("{:>46}: {} ms", text.name, milliseconds.join(", "));
    println!("{line}");
    times.iter().any(|time| *time > times[0].max(FLOOR) * SLACK).then_some(line)
}

/// Nanoseconds to read a text so many times, the least of some tries.
fn time(bytes: &[u8], count: usize) -> f64 {
    let once = |_| {
        let clock = Clock::start();
        (0..count).for_each(|_| drop(PARSER.parse(Article::default(), bytes)));
        clock.nanoseconds()
    };
    (0..TRIES).map(once).fold(f64::INFINITY, f64::min)
}

/// What this thread computes, where the system counts that; else all time that passes.
struct Clock {
    own: Option<u64>,
    wall: Instant,
}

impl Clock {
    fn start() -> Self {
        Self { own: own_time(), wall: Instant::now() }
    }

    fn nanoseconds(&self) -> f64 {
        match (self.own, own_time()) {
            (Some(start), Some(end)) => (end - start) as f64,
            _ => self.wall.elapsed().as_nanos() as f64,
        }
    }
}

/// Nanoseconds that this thread has had a processor for, from Linux.
fn own_time() -> Option<u64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}
