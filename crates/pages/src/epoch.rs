//! Times as computers count them.

/// Milliseconds from which on a number counts those; a smaller one counts seconds. The same as seconds would lie
/// beyond the year 5000.
const MILLISECONDS: u64 = 100_000_000_000;
/// Smaller numbers are years, days or anything else: 1973 in seconds.
const LEAST: u64 = 100_000_000;

/// `2025-05-02T09:00:00Z` from seconds or milliseconds since 1970, written in digits; `None` for anything else.
pub(crate) fn iso(number: &str) -> Option<String> {
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let count = whole.parse::<u64>().ok().filter(|count| *count >= LEAST)?;
    let seconds = if count >= MILLISECONDS { count / 1000 } else { count };
    let (year, month, day) = date(seconds / 86_400);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    (year < 10_000).then(|| format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

/// Year, month and day of a day since 1970. Years are counted from March, so that a leap day is the last of one.
fn date(day: u64) -> (u64, u64, u64) {
    let day = day + 719_468;
    let of_era = day % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = day / 146_097 * 400 + year_of_era + u64::from(month <= 2);
    (year, month, of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_milliseconds_are_days_and_times() {
        for (number, expected) in [
            ("1746176400", Some("2025-05-02T09:00:00Z")),
            ("1746176400000", Some("2025-05-02T09:00:00Z")),
            ("1709164799.75", Some("2024-02-28T23:59:59Z")),
            ("1709164800", Some("2024-02-29T00:00:00Z")),
            ("951868800", Some("2000-03-01T00:00:00Z")),
            ("2024", None),
            ("20250502", None),
            ("2025-05-02", None),
            ("18446744073709551615", None),
        ] {
            assert_eq!(iso(number).as_deref(), expected, "{number}");
        }
    }
}
