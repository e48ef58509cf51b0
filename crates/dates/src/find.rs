use std::ops::Range;

use jiff::civil::Date;

use crate::Days;
use crate::grammar::phrase_at_start;
use crate::phrase::Phrase;
use crate::resolve::{Towards, days_of};

/// Words that are a date with a capital and something else without.
const CAPITAL: [&str; 4] = ["may", "march", "sat", "sun"];

/// A phrase in a running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The days it names.
    pub days: Days,
}

/// A phrase in a running text, whether anything fixes its days or not.
#[derive(Debug)]
pub(crate) struct Words {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub phrase: Phrase,
}

/// The phrases in a sentence that name days, in order. Only those that begin like a date are found: `on
/// Tuesday`, `in March`, `last month`, `yesterday`, and none that the day of publication does not fix (without
/// one, none but whole dates: `on 3 March 2024`).
///
/// ```
/// use onrecord_dates::{Date, Towards, find};
///
/// let text = "The home, which was inspected in March, said on Tuesday that it may appeal.";
/// let found = find(text, Date::constant(2025, 5, 1), Towards::Past);
/// let words: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
/// assert_eq!(words, ["in March", "on Tuesday"]);
/// ```
#[must_use]
pub fn find(text: &str, published: impl Into<Option<Date>>, towards: Towards) -> Vec<Found> {
    let published = published.into();
    let found = words(text).into_iter();
    let fixed = found.filter_map(|Words { range, phrase }| {
        days_of(&phrase, published, towards).map(|days| Found { range, days })
    });
    fixed.collect()
}

/// The phrases in a sentence that begin like a date, in order.
pub(crate) fn words(text: &str) -> Vec<Words> {
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = lower.get(at..) {
        let next = match at_start(rest, &text[at..]) {
            Some((Words { range, phrase }, length)) => {
                found.push(Words { range: at + range.start..at + range.end, phrase });
                length
            }
            None => 0,
        };
        // On to the next word.
        let behind = at + next;
        let Some(space) = lower[behind..].find([' ', '\n', '“', '"', '(']) else { break };
        let mark = lower[behind + space..].chars().next().map_or(1, char::len_utf8);
        at = behind + space + mark;
    }
    found
}

/// The phrase with which a text begins, where it begins like a date.
pub(crate) fn words_at_start(text: &str) -> Option<Words> {
    at_start(&text.to_ascii_lowercase(), text).map(|(words, _)| words)
}

/// The phrase with which a text begins, here also in lower case, and its bytes with the full stop of an
/// abbreviation, which is as good as that of the sentence.
fn at_start(lower: &str, text: &str) -> Option<(Words, usize)> {
    let (phrase, length) = phrase_at_start(lower).filter(|(_, length)| !is_other_word(&text[..*length]))?;
    Some((Words { range: 0..text[..length].trim_end_matches('.').len(), phrase }, length))
}

/// Whether words that read like a date are written like something else: "they march", "it may".
pub(crate) fn is_other_word(words: &str) -> bool {
    words.split(' ').any(|word| CAPITAL.contains(&word))
}
