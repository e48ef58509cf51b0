//! What days each phrase names, seen from Thursday 1 May 2025, and which phrases are refused.

use onrecord_dates::{Date, Towards, find, published_on, resolve};

const PUBLISHED: Date = Date::constant(2025, 5, 1);

const PAST: Towards = Towards::Past;
const FUTURE: Towards = Towards::Future;

const NAMED: &[(&str, Towards, &str)] = &[
    // Days.
    ("1 May", FUTURE, "2025-05-01"),
    ("by 30 June", FUTURE, "2025-06-30"),
    ("by April 30", FUTURE, "2026-04-30"),
    ("on April 30", PAST, "2025-04-30"),
    ("on 3 May", PAST, "2024-05-03"),
    ("on the 1st of March", PAST, "2025-03-01"),
    ("12th August 2024", PAST, "2024-08-12"),
    ("Tuesday 3 June", FUTURE, "2025-06-03"),
    ("on Tuesday, June 3rd, 2025", FUTURE, "2025-06-03"),
    ("Wednesday, 16 April", PAST, "2025-04-16"),
    ("2025-05-14", FUTURE, "2025-05-14"),
    ("14/05/2025", FUTURE, "2025-05-14"),
    ("3 June next year", FUTURE, "2026-06-03"),
    ("Sept 9", FUTURE, "2025-09-09"),
    ("by Christmas", FUTURE, "2025-12-25"),
    ("on Christmas Eve", PAST, "2024-12-24"),
    ("no later than 31 July", FUTURE, "2025-07-31"),
    ("before Easter", FUTURE, "2026-04-05"),
    ("by Easter 2024", FUTURE, "2024-03-31"),
    ("at Easter", PAST, "2025-04-20"),
    ("by Easter 2038", FUTURE, "2038-04-25"),
    ("until Midsummer’s Day", FUTURE, "2025-06-24"),
    ("by Hogmanay", FUTURE, "2025-12-31"),
    ("by no later than the end of August", FUTURE, "2025-08-31"),
    // Weekdays.
    ("on Tuesday", PAST, "2025-04-29"),
    ("on Thursday", PAST, "2025-05-01"),
    ("on Friday", PAST, "2025-04-25"),
    ("on Friday", FUTURE, "2025-05-02"),
    ("on Monday night", PAST, "2025-04-28"),
    ("last Friday", PAST, "2025-04-25"),
    ("next Tuesday", FUTURE, "2025-05-06"),
    ("this Wednesday", PAST, "2025-04-30"),
    // From today.
    ("today", PAST, "2025-05-01"),
    ("this morning", PAST, "2025-05-01"),
    ("yesterday", PAST, "2025-04-30"),
    ("last night", PAST, "2025-04-30"),
    ("yesterday afternoon", PAST, "2025-04-30"),
    ("tomorrow", FUTURE, "2025-05-02"),
    ("three days ago", PAST, "2025-04-28"),
    ("a week ago", PAST, "2025-04-24"),
    ("six months ago", PAST, "2024-11-01/2024-11-30"),
    ("two years ago", PAST, "2023-01-01/2023-12-31"),
    ("in two weeks’ time", FUTURE, "2025-05-15"),
    ("in the next six months", FUTURE, "2025-05-01/2025-11-01"),
    ("within the next 28 days", FUTURE, "2025-05-01/2025-05-29"),
    ("over the next year", FUTURE, "2025-05-01/2026-05-01"),
    ("over the past two years", PAST, "2023-05-01/2025-05-01"),
    // Weeks, months, years.
    ("last week", PAST, "2025-04-21/2025-04-27"),
    ("this week", PAST, "2025-04-28/2025-05-04"),
    ("next week", FUTURE, "2025-05-05/2025-05-11"),
    ("last month", PAST, "2025-04-01/2025-04-30"),
    ("by next month", FUTURE, "2025-06-01/2025-06-30"),
    ("last year", PAST, "2024-01-01/2024-12-31"),
    ("next year", FUTURE, "2026-01-01/2026-12-31"),
    ("early next year", FUTURE, "2026-01-01/2026-12-31"),
    ("earlier this year", PAST, "2025-01-01/2025-05-01"),
    ("later this year", FUTURE, "2025-05-01/2025-12-31"),
    ("earlier this week", PAST, "2025-04-28/2025-05-01"),
    ("in 2023", PAST, "2023-01-01/2023-12-31"),
    ("in March", PAST, "2025-03-01/2025-03-31"),
    ("in December", PAST, "2024-12-01/2024-12-31"),
    ("by December", FUTURE, "2025-12-01/2025-12-31"),
    ("in May", PAST, "2025-05-01/2025-05-31"),
    ("in February 2024", PAST, "2024-02-01/2024-02-29"),
    ("in March of last year", PAST, "2024-03-01/2024-03-31"),
    ("last November", PAST, "2024-11-01/2024-11-30"),
    ("next January", FUTURE, "2026-01-01/2026-01-31"),
    ("mid-June", FUTURE, "2025-06-01/2025-06-30"),
    // Ends and starts.
    ("by the end of March", FUTURE, "2026-03-31"),
    ("before the end of June", FUTURE, "2025-06-30"),
    ("by the end of the month", FUTURE, "2025-05-31"),
    ("until the end of next month", FUTURE, "2025-06-30"),
    ("by the end of the year", FUTURE, "2025-12-31"),
    ("at the end of last year", PAST, "2024-12-31"),
    ("by the end of 2026", FUTURE, "2026-12-31"),
    ("from the start of September", FUTURE, "2025-09-01"),
    ("by the end of summer", FUTURE, "2025-08-31"),
    // Seasons, quarters, years that begin elsewhere.
    ("summer next year", FUTURE, "2026-06-01/2026-08-31"),
    ("in summer next year", FUTURE, "2026-06-01/2026-08-31"),
    ("in the autumn of 2024", PAST, "2024-09-01/2024-11-30"),
    ("this summer", FUTURE, "2025-06-01/2025-08-31"),
    ("last summer", PAST, "2024-06-01/2024-08-31"),
    ("in the spring", PAST, "2025-03-01/2025-05-31"),
    ("over the winter", PAST, "2024-12-01/2025-02-28"),
    ("2023/24", PAST, "2023-04-01/2024-03-31"),
    ("in 2023-2024", PAST, "2023-04-01/2024-03-31"),
    ("the 2024/25 academic year", PAST, "2024-09-01/2025-08-31"),
    ("in the financial year 2024-25", PAST, "2024-04-01/2025-03-31"),
    ("in the first quarter of 2025", PAST, "2025-01-01/2025-03-31"),
    ("Q2 2025", FUTURE, "2025-04-01/2025-06-30"),
    // From one to another.
    ("between March and May 2024", PAST, "2024-03-01/2024-05-31"),
    ("from November to January", PAST, "2024-11-01/2025-01-31"),
    ("between 3 and 5 March", PAST, "2025-03-03/2025-03-05"),
    ("4, 5 and 6 March", PAST, "2025-03-04/2025-03-06"),
    ("on 3 and 4 March", PAST, "2025-03-03/2025-03-04"),
    ("3-5 March 2025", PAST, "2025-03-03/2025-03-05"),
    ("on January 7 and 9", PAST, "2025-01-07/2025-01-09"),
    ("between March 3 and 14, 2025", PAST, "2025-03-03/2025-03-14"),
    ("28 February to 3 March", PAST, "2025-02-28/2025-03-03"),
];

/// Not dates, or not fixed by the day of publication.
const REFUSED: &[&str] = &[
    "within six months",
    "within 50 days",
    "in due course",
    "by the Easter holidays",
    "before the start of term",
    "soon",
    "in the coming weeks",
    "by the end of the week",
    "in the last month",
    "over the next month",
    "winter 2024",
    "next summer",
    "next Friday",
    "last Tuesday",
    "last March",
    "Monday 5 June",
    "31 June",
    "29 February 2025",
    "2023/25",
    "May Smith",
    "in Reading",
    "the last Tuesday of March",
    "by",
    "",
    "two weeks",
    "at 5pm",
    "in 300",
];

#[test]
fn each_phrase_names_its_days() {
    for (phrase, towards, expected) in NAMED {
        let found = resolve(phrase, PUBLISHED, *towards).map(|days| days.to_string());
        assert_eq!(found.as_deref(), Some(*expected), "{phrase} {towards:?}");
    }
    assert!(NAMED.len() > 60);
}

#[test]
fn what_is_not_fixed_is_refused() {
    for phrase in REFUSED {
        for towards in [PAST, FUTURE] {
            assert_eq!(resolve(phrase, PUBLISHED, towards), None, "{phrase} {towards:?}");
        }
    }
}

#[test]
fn today_is_no_coming_thursday() {
    assert_eq!(resolve("on Thursday", PUBLISHED, FUTURE), None);
}

#[test]
fn the_day_of_publication_is_read_as_pages_write_it() {
    for (text, expected) in [
        ("2025-05-02T09:00:00+01:00", "2025-05-02"),
        ("2025-05-02 10:00:00", "2025-05-02"),
        ("20250502", "2025-05-02"),
        ("2 May 2025", "2025-05-02"),
        ("16:03, 11 FEB 2025", "2025-02-11"),
        ("Thursday 22nd of March, 2018", "2018-03-22"),
        ("Feb 28 2025", "2025-02-28"),
        ("02/05/25 at 9am", "2025-05-02"),
        ("05:30, 14 Nov 2024  Updated 15 Nov 2024", "2024-11-14"),
        ("Published: 30th January 2024", "2024-01-30"),
        ("2 May 2025 Page last updated: 3 May 2025", "2025-05-02"),
        ("21st Feb 2025, 06:00 GMT", "2025-02-21"),
        ("Mon Mar 10 2025 - 11:20", "2025-03-10"),
        ("Dewi Arthog | 24 July 2025", "2025-07-24"),
        ("NEWS 30/04/25 7.00 AM BY SELWYN BLACKADDER", "2025-04-30"),
        ("Friday, 24 January, 2020", "2020-01-24"),
        ("the 3rd of Sept. 2024", "2024-09-03"),
        ("(30.4.2025)", "2025-04-30"),
    ] {
        assert_eq!(published_on(text).map(|day| day.to_string()).as_deref(), Some(expected), "{text}");
    }
    for text in [
        "",
        "May 2025",
        "2 May",
        "yesterday",
        "31 June 2025",
        "29/02/25",
        "7.00.15",
        "may 9 99",
        "6 hours ago",
        "x",
        "é2025-05-0",
    ] {
        assert_eq!(published_on(text), None, "{text}");
    }
}

#[test]
fn dates_are_found_in_running_text() {
    for (text, expected) in [
        (
            "Inspectors, who came in March and on 3 May 2024, may march on.",
            &["in March", "on 3 May 2024"][..],
        ),
        ("Yesterday the CQC said that it rated 12 homes last week.", &["Yesterday", "last week"]),
        (
            "Over the summer and from 3 to 5 March, on March 7 and 9, they moved from one to four.",
            &["Over the summer", "from 3 to 5 March", "on March 7 and 9"],
        ),
        ("She said on Tuesday: “In 2019 it was good.”", &["on Tuesday", "In 2019"]),
        ("It was in Reading, in the main, that May Smith sat in.", &[]),
        ("It has two weeks to answer, and six months to improve.", &[]),
    ] {
        let found = find(text, PUBLISHED, PAST);
        let words: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
        assert_eq!(words, expected, "{text}");
    }
}
