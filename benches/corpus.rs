//! Generated coverage with the mix of the labelled articles: inspections of every kind, round-ups, and news that
//! reports none.

use std::fs;
use std::path::{Path, PathBuf};

/// Articles without end: the labelled ones in turn, each time with other numbers in them.
///
/// # Panics
/// Where `tests/labelled` cannot be read.
pub fn articles() -> impl Iterator<Item = String> {
    let labelled = labelled();
    (0_u32..).flat_map(move |round| labelled.clone().into_iter().map(move |text| renumbered(&text, round)))
}

/// As many articles as hold at least so many bytes together.
#[must_use]
pub fn corpus(bytes: usize) -> Vec<String> {
    let mut left = bytes;
    let within = |text: &String| {
        let wanted = left > 0;
        left = left.saturating_sub(text.len());
        wanted
    };
    articles().take_while(within).collect()
}

fn labelled() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/labelled");
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("an article is UTF-8")).collect()
}

/// Digits behind a digit change: 24 residents, then 25; the first round leaves the text as it is.
fn renumbered(text: &str, round: u32) -> String {
    let mut before = ' ';
    let renumber = |c: char| {
        let inside = before.is_ascii_digit();
        before = c;
        match c.to_digit(10).filter(|_| inside) {
            Some(digit) => char::from_digit((digit + round) % 10, 10).unwrap_or(c),
            None => c,
        }
    };
    text.chars().map(renumber).collect()
}
