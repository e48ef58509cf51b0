use jiff::civil::Date;

use crate::days::Days;
use crate::grammar::phrase;
use crate::phrase::{Phrase, Year};
use crate::resolve::{Towards, days_of};

/// Words that a line about an article's date may hold more than the date.
const WORDS: usize = 6;

/// The day on which an article was published, from what it says: the first whole date in
/// `2025-05-02T09:00:00+01:00`, `16:03, 11 FEB 2025`, `Published: Thursday 2nd May 2025, 10am`, `02/05/25`.
///
/// ```
/// let day = onrecord_dates::published_on("Updated 16:03, 11 FEB 2025").expect("a day");
/// assert_eq!(day.to_string(), "2025-02-11");
/// assert!(onrecord_dates::published_on("May 2025").is_none());
/// ```
#[must_use]
pub fn published_on(text: &str) -> Option<Date> {
    let text = text.to_lowercase();
    if let Some(day) = stamp(&text) {
        return Some(day);
    }
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '•' | '·' | '(' | ')' | ';');
    let words: Vec<&str> = text.split(between).filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|start| {
        let longest = words.len().min(start + WORDS);
        (start + 1..=longest).rev().find_map(|end| whole_date(&words[start..end].join(" ")))
    })
}

/// `2025-05-02T09:00:00Z`, `2025-05-02 09:00`, `20250502`: the date before the time.
fn stamp(text: &str) -> Option<Date> {
    let text = text.trim();
    let dashed = text.get(..10).filter(|day| day.as_bytes()[4] == b'-').and_then(|day| day.parse().ok());
    let plain = || text.get(..8).filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok();
    dashed.or_else(plain)
}

/// A day with its month and the number of its year.
fn whole_date(words: &str) -> Option<Date> {
    let Some(day @ Phrase::Day { year: Some(Year::Number(_)), .. }) = phrase(words) else { return None };
    days_of(&day, None, Towards::Past).map(Days::from)
}
