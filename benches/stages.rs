//! How fast a text becomes a record and a record becomes a file, beside what it takes to find the words only.
//!
//! Criterion, because it is kept up, tells noise from change, and remembers the run before. The stages run one after
//! another and are timed where one ends and the next begins, all in one pass.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::sink;
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use onrecord_benches::corpus;
use onrecord_csv::Table;
use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Coverage};
use onrecord_parser::Parser;
use regex::Regex;

/// Bytes of text; every bench reads or writes up all of it.
const SIZE: usize = 3 << 20;

/// How often the stages are timed; the median counts.
const PASSES: usize = 5;

/// The group's name, and its folder in the measurements that criterion keeps.
const GROUP: &str = "onrecord";

/// What the others are compared with.
const REFERENCE: &str = r"regex \w+";
const PARSE: &str = "parse";

type Group<'c> = BenchmarkGroup<'c, WallTime>;

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10).without_plots();
    let texts = corpus(SIZE);
    let bytes = texts.iter().map(|text| text.len() as u64).sum();
    let parser = Parser::new(Lexicon::standard());
    let records: Vec<Coverage> = texts.iter().map(|text| parse(&parser, text)).collect();
    let mut group = criterion.benchmark_group(GROUP);
    group.throughput(Throughput::Bytes(bytes));
    references(&mut group, &texts);
    group.bench_function(PARSE, |bench| {
        bench.iter(|| texts.iter().for_each(|text| drop(black_box(parse(&parser, text)))));
    });
    exporters(&mut group, &records);
    group.finish();
    let mut times = times();
    times.extend(stage_times(&parser, &texts));
    print_ratios(bytes, &times);
}

fn parse(parser: &Parser<'_>, text: &str) -> Coverage {
    parser.parse(Article::new("id", "path.txt", ""), text.as_bytes())
}

fn references(group: &mut Group<'_>, texts: &[String]) {
    let words = Regex::new(r"\w+").expect("a valid pattern");
    group.bench_function(REFERENCE, |bench| {
        bench.iter(|| texts.iter().map(|text| words.find_iter(black_box(text)).count()).sum::<usize>());
    });
    group.bench_function("split_ascii_whitespace", |bench| {
        bench.iter(|| {
            texts.iter().map(|text| black_box(text).split_ascii_whitespace().count()).sum::<usize>()
        });
    });
}

/// Nanoseconds that each stage takes for all texts.
fn stage_times(parser: &Parser<'_>, texts: &[String]) -> BTreeMap<String, f64> {
    let mut passes: BTreeMap<&'static str, Vec<f64>> = BTreeMap::new();
    for _ in 0..PASSES {
        for (stage, time) in one_pass(parser, texts) {
            passes.entry(stage).or_default().push(time.as_nanos() as f64);
        }
    }
    let median = |(stage, mut times): (&str, Vec<f64>)| {
        times.sort_by(f64::total_cmp);
        (format!("  {stage}"), times[PASSES / 2])
    };
    passes.into_iter().map(median).collect()
}

fn one_pass(parser: &Parser<'_>, texts: &[String]) -> BTreeMap<&'static str, Duration> {
    let mut times = BTreeMap::new();
    for text in texts {
        let mut before = Instant::now();
        let coverage = parser.parse_watched(Article::new("id", "path.txt", ""), text.as_bytes(), |stage| {
            let now = Instant::now();
            *times.entry(stage).or_default() += now - before;
            before = now;
        });
        drop(black_box(coverage));
    }
    times
}

fn exporters(group: &mut Group<'_>, records: &[Coverage]) {
    group.bench_function("export yaml", |bench| {
        bench.iter(|| {
            records.iter().for_each(|one| onrecord_yaml::write(one, sink()).expect("a sink takes all"))
        });
    });
    group.bench_function("export csv", |bench| {
        bench.iter(|| {
            let write = |table| onrecord_csv::write(table, records, sink()).expect("a sink takes all");
            Table::ALL.into_iter().for_each(write);
        });
    });
    group.bench_function("export markdown", |bench| {
        bench.iter(|| {
            records.iter().for_each(|one| onrecord_markdown::write(one, sink()).expect("a sink takes all"));
        });
    });
}

/// A table of what criterion measured; a bench that this run left out has the time of an earlier one.
fn print_ratios(bytes: u64, times: &BTreeMap<String, f64>) {
    let (Some(reference), Some(parse)) = (times.get(REFERENCE), times.get(PARSE)) else { return };
    println!("\n{:<30}{:>10}{:>10}{:>16}{:>12}", "", "ms", "MB/s", REFERENCE, "parse");
    let mut rows: Vec<(&String, &f64)> = times.iter().collect();
    rows.sort_by(|one, other| other.1.total_cmp(one.1));
    for (name, time) in rows {
        let speed = bytes as f64 / time * 1e3;
        let (ratio, share) = (time / reference, time / parse);
        println!("{name:<30}{:>10.1}{speed:>10.1}{ratio:>15.2}×{:>11.1}%", time / 1e6, share * 100.0);
    }
}

/// Nanoseconds for the whole text by bench, from the files that criterion keeps.
fn times() -> BTreeMap<String, f64> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(default_target, Into::into);
    let benches = std::fs::read_dir(target.join("criterion").join(GROUP)).into_iter().flatten().flatten();
    let json = |path| serde_json::from_slice::<serde_json::Value>(&std::fs::read(path).ok()?).ok();
    let time = |folder: std::path::PathBuf| {
        let name = json(folder.join("new/benchmark.json"))?["function_id"].as_str()?.to_owned();
        let estimate = json(folder.join("new/estimates.json"))?["median"]["point_estimate"].as_f64()?;
        Some((name, estimate))
    };
    benches.filter_map(|bench| time(bench.path())).collect()
}

fn default_target() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target")
}
