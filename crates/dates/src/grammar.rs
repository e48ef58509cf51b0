//! The grammar of phrases that name days, over text in lower case with single spaces.
//!
//! nom's `complete` parsers; each reads whole words and the space behind them.

use jiff::civil::Weekday;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::{all_consuming, map, map_opt, not, opt, peek, value, verify};
use nom::multi::{many0, many0_count};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Parser};

use crate::phrase::{Order, Phrase, Side, Unit, Year};
use crate::words::{
    FEASTS, LEADS, MONTHS, NUMBERS, ORDERS, QUARTERS, SEASONS, STARTS, TIMES_OF_DAY, TWELVES, UNITS, WEEKDAYS,
};

/// Public bodies count `2023/24` from here, schools only where the words say so.
const APRIL: i8 = 4;

type Read<'t, T> = IResult<&'t str, T, ()>;

/// A phrase and nothing else: "by the end of March".
pub(crate) fn phrase(text: &str) -> Option<Phrase> {
    all_consuming(terminated(led, opt(day_time))).parse(text).ok().map(|(_, phrase)| phrase)
}

/// A phrase at the start of a text, and its length: only those that cannot be anything but a date.
pub(crate) fn phrase_at_start(text: &str) -> Option<(Phrase, usize)> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) && STARTS.binary_search(&first_word(text)).is_err() {
        return None;
    }
    let leads = alt((word("on"), word("in"), word("during"), word("throughout")));
    let plain = preceded((leads, many0(lead)), alt((between, point)));
    // "over the summer"
    let over = preceded((word("over"), word("the")), season);
    let ranged = preceded(peek(alt((word("between"), word("from")))), between);
    let (rest, phrase) = alt((from_now, plain, over, ranged, ordered)).parse(text).ok()?;
    Some((phrase, text[..text.len() - rest.len()].trim_end().len()))
}

/// The letters at the start, of English; empty where something else stands.
fn first_word(text: &str) -> &str {
    let end = text.bytes().position(|byte| !byte.is_ascii_alphabetic());
    &text[..end.unwrap_or(text.len())]
}

/// "last Tuesday", "this week".
fn ordered(text: &str) -> Read<'_, Phrase> {
    preceded(peek(alt((word("last"), word("this")))), alt((month, season, weekday, period))).parse(text)
}

/// "no later than the end of March"; what counts from now has words of its own before it.
fn led(text: &str) -> Read<'_, Phrase> {
    alt((from_now, preceded(many0(lead), alt((between, point))))).parse(text)
}

fn lead(text: &str) -> Read<'_, ()> {
    // "the last month" is the thirty days before today as often as the calendar's.
    let article = terminated(word("the"), peek(not(alt((word("last"), word("next"))))));
    alt((value((), (one_in(&LEADS), opt(char('-')))), value((), article))).parse(text)
}

/// "yesterday", "two days ago", "in six weeks' time", "over the next year".
fn from_now(text: &str) -> Read<'_, Phrase> {
    let ago =
        map((opt(one_in(&["around", "about"])), number, unit, word("ago")), |(_, n, unit, _)| (n, unit));
    let time = (word("in"), number, unit, word("time"));
    let coming = (stretch_lead, word("next"), opt(word("the")), opt(number), unit);
    let past = (stretch_lead, alt((word("past"), word("last"))), opt(number), unit);
    alt((
        shift,
        map_opt(ago, |(n, unit)| (n > 0).then(|| Phrase::Away(-n, unit))),
        map(time, |(_, n, unit, _)| Phrase::Away(n, unit)),
        map_opt(coming, |(_, _, _, n, unit)| stretch(n, unit, 1)),
        map_opt(past, |(_, _, n, unit)| stretch(n, unit, -1)),
        part,
    ))
    .parse(text)
}

/// "over the", "within the", "in the": "in the next year" is a stretch, "next year" is not.
fn stretch_lead(text: &str) -> Read<'_, ()> {
    value((), (one_in(&["within", "over", "in", "during"]), word("the"))).parse(text)
}

/// "over the next month" is a stretch as well as "over the next six months"; a week may also be the calendar's.
fn stretch(count: Option<i64>, unit: Unit, sign: i64) -> Option<Phrase> {
    match count {
        Some(count) => Some(Phrase::Stretch(sign * count, unit)),
        None => (unit == Unit::Year).then_some(Phrase::Stretch(sign, unit)),
    }
}

fn shift(text: &str) -> Read<'_, Phrase> {
    let today = (opt(alt((word("earlier"), word("later")))), word("today"));
    let this = (word("this"), one_in(&["morning", "afternoon", "evening"]));
    alt((
        value(Phrase::Shift(0), today),
        value(Phrase::Shift(0), this),
        value(Phrase::Shift(0), word("tonight")),
        value(Phrase::Shift(-1), (word("last"), word("night"))),
        value(Phrase::Shift(-1), word("yesterday")),
        value(Phrase::Shift(1), word("tomorrow")),
    ))
    .parse(text)
}

/// "earlier this year", "later this month".
fn part(text: &str) -> Read<'_, Phrase> {
    let side = alt((value(Side::Earlier, word("earlier")), value(Side::Later, word("later"))));
    map((side, word("this"), unit), |(side, _, unit)| Phrase::Part(side, unit)).parse(text)
}

/// "between 3 and 5 March", "28 February to 3 March", "3-5 March 2025", "4, 5 and 6 November".
fn between(text: &str) -> Read<'_, Phrase> {
    let lead = opt(alt((word("between"), word("from"))));
    let joint = || alt((word("and"), word("to"), word("until"), dash));
    // "4, 5 and 6 November"
    let first_day = terminated(day_number, many0_count(preceded(tag(", "), day_number)));
    let days = (first_day, joint(), point);
    // "January 7 and 9"
    let month_first = (opt(word("the")), month_name, day_number, joint(), day_number, opt_year);
    let points = (point, joint(), point);
    alt((
        map_opt(preceded(opt(alt((word("between"), word("from")))), days), |(first, _, last)| {
            first_of(first, last)
        }),
        map_opt(preceded(opt(alt((word("between"), word("from")))), month_first), |found| {
            let (_, month, first, _, day, year) = found;
            first_of(first, Phrase::Day { weekday: None, day, month, year })
        }),
        map(preceded(lead, points), |(first, _, last)| Phrase::Between(Box::new(first), Box::new(last))),
    ))
    .parse(text)
}

/// The first of two days that share their month.
fn first_of(first: i8, last: Phrase) -> Option<Phrase> {
    let Phrase::Day { day, month, year, .. } = last else { return None };
    let start = Phrase::Day { weekday: None, day: first, month, year };
    (first < day).then(|| Phrase::Between(Box::new(start), Box::new(last)))
}

fn point(text: &str) -> Read<'_, Phrase> {
    alt((edge, date, feast, easter, twelve, quarter, season, month, weekday, period, map(year, Phrase::Year)))
        .parse(text)
}

/// "the end of March", "the start of the year"; a week ends on a day that not all agree on.
fn edge(text: &str) -> Read<'_, Phrase> {
    let of = || (opt(char(' ')), word("of"), opt(word("the")));
    let end = (opt(word("the")), opt(word("very")), word("end"), of());
    let start = (opt(word("the")), alt((word("start"), word("beginning"))), of());
    let whole =
        |text| alt((twelve, quarter, season, month, period, map(year, Phrase::Year), this_unit)).parse(text);
    let not_week =
        |phrase: &Phrase| !matches!(phrase, Phrase::Period(_, Unit::Week | Unit::Day | Unit::Fortnight));
    alt((
        map(preceded(end, verify(whole, not_week)), |whole| Phrase::End(Box::new(whole))),
        map(preceded(start, verify(whole, not_week)), |whole| Phrase::Start(Box::new(whole))),
    ))
    .parse(text)
}

/// "the end of the month": of this one.
fn this_unit(text: &str) -> Read<'_, Phrase> {
    map(alt((value(Unit::Month, word("month")), value(Unit::Year, word("year")))), |unit| {
        Phrase::Period(Order::This, unit)
    })
    .parse(text)
}

/// "1 May", "Tuesday, June 3rd, 2025", "3 June next year", "2025-06-03", "03/06/2025".
fn date(text: &str) -> Read<'_, Phrase> {
    let before = || terminated(opt(terminated(weekday_name, opt(tag(", ")))), opt(word("the")));
    let day_first = (before(), day_number, opt(word("of")), month_name, opt_year);
    let month_first = (before(), month_name, opt(word("the")), day_number, opt_year);
    alt((
        map(day_first, |(weekday, day, _, month, year)| Phrase::Day { weekday, day, month, year }),
        map(month_first, |(weekday, month, _, day, year)| Phrase::Day { weekday, day, month, year }),
        iso,
        slashed,
    ))
    .parse(text)
}

fn iso(text: &str) -> Read<'_, Phrase> {
    let digits = |n| take_while_m_n(n, n, |c: char| c.is_ascii_digit());
    let date = (digits(4), char('-'), digits(2), char('-'), digits(2));
    ended(map_opt(date, |(year, _, month, _, day)| numeric(day, month, year))).parse(text)
}

/// The day comes first in Britain and Ireland.
fn slashed(text: &str) -> Read<'_, Phrase> {
    let digits = |n, m| take_while_m_n(n, m, |c: char| c.is_ascii_digit());
    let mark = || one_of("/.");
    let date = (digits(1, 2), mark(), digits(1, 2), mark(), alt((digits(4, 4), digits(2, 2))));
    ended(map_opt(date, |(day, _, month, _, year)| numeric(day, month, year))).parse(text)
}

fn numeric(day: &str, month: &str, year: &str) -> Option<Phrase> {
    let year: i16 = year.parse().ok()?;
    let year = Year::Number(if year < 100 { 2000 + year } else { year });
    Some(Phrase::Day { weekday: None, day: day.parse().ok()?, month: month.parse().ok()?, year: Some(year) })
}

/// "Christmas", "Christmas Eve next year".
fn feast(text: &str) -> Read<'_, Phrase> {
    map(pair(in_table(&FEASTS), opt_year), |((day, month), year)| Phrase::Feast { day, month, year })
        .parse(text)
}

/// "Easter", "Easter next year"; its Monday and the Easter holidays are other days.
fn easter(text: &str) -> Read<'_, Phrase> {
    map(preceded((word("easter"), opt(word("sunday"))), opt_year), Phrase::Easter).parse(text)
}

/// "2023/24", "the academic year 2023-24", "the 2023/24 financial year".
fn twelve(text: &str) -> Read<'_, Phrase> {
    let before = (in_table(&TWELVES), opt(word("of")), years);
    let after = (years, opt(in_table(&TWELVES)));
    alt((
        map(before, |(month, _, year)| Phrase::Twelve { year, month }),
        map(after, |(year, month)| Phrase::Twelve { year, month: month.unwrap_or(APRIL) }),
    ))
    .parse(text)
}

/// "2023/24", "2023-2024": the first of two that follow each other.
fn years(text: &str) -> Read<'_, i16> {
    let digits = |n| take_while_m_n(n, n, |c: char| c.is_ascii_digit());
    let both = (digits(4), alt((tag("/"), tag("-"), tag("–"))), alt((digits(4), digits(2))));
    let follow = |(first, _, second): (&str, &str, &str)| {
        let (first, second) = (first.parse::<i16>().ok()?, second.parse::<i16>().ok()?);
        (second == first + 1 || second == (first + 1) % 100).then_some(first)
    };
    ended(map_opt(both, follow)).parse(text)
}

/// "the first quarter of 2025", "Q1 2025".
fn quarter(text: &str) -> Read<'_, Phrase> {
    map((in_table(&QUARTERS), opt(word("of")), year), |(quarter, _, year)| Phrase::Quarter(quarter, year))
        .parse(text)
}

/// "summer", "next summer", "summer of 2026", "autumn term" is none.
fn season(text: &str) -> Read<'_, Phrase> {
    map((opt(order), in_table(&SEASONS), opt_year), |(order, ends, year)| Phrase::Season {
        ends,
        year,
        order,
    })
    .parse(text)
}

/// "May", "last May", "March 2024", "May next year".
fn month(text: &str) -> Read<'_, Phrase> {
    map((opt(order), month_name, opt_year), |(order, month, year)| Phrase::Month { month, year, order })
        .parse(text)
}

/// "Tuesday", "last Tuesday".
fn weekday(text: &str) -> Read<'_, Phrase> {
    map(pair(opt(order), weekday_name), |(order, weekday)| Phrase::Weekday(weekday, order)).parse(text)
}

/// "last month", "this week", "next year".
fn period(text: &str) -> Read<'_, Phrase> {
    let unit = verify(unit, |unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year));
    map(pair(order, unit), |(order, unit)| Phrase::Period(order, unit)).parse(text)
}

fn opt_year(text: &str) -> Read<'_, Option<Year>> {
    opt(preceded((opt(tag(", ")), opt(word("of"))), year)).parse(text)
}

/// "2025", "next year".
fn year(text: &str) -> Read<'_, Year> {
    let digits = take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    let number = map_opt(digits, |year: &str| year.parse().ok().filter(|year| (1900..2100).contains(year)));
    alt((map(ended(number), Year::Number), map(terminated(order, word("year")), Year::Relative))).parse(text)
}

fn order(text: &str) -> Read<'_, Order> {
    in_table(&ORDERS).parse(text)
}

fn unit(text: &str) -> Read<'_, Unit> {
    // "six months' time": the mark belongs to the word.
    let mut word = map_opt(longest_word, |word| find(&UNITS, word.trim_end_matches(['\'', '’'])));
    word.parse(text)
}

/// "six", "28", "a".
fn number(text: &str) -> Read<'_, i64> {
    let digits = take_while_m_n(1, 3, |c: char| c.is_ascii_digit());
    let digits = ended(map_opt(digits, |number: &str| number.parse().ok()));
    let couple = value(2, (opt(word("a")), word("couple"), word("of")));
    alt((digits, couple, in_table(&NUMBERS))).parse(text)
}

/// "1", "1st".
fn day_number(text: &str) -> Read<'_, i8> {
    let digits = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let ending = opt(alt((tag("st"), tag("nd"), tag("rd"), tag("th"))));
    let number = map_opt(terminated(digits, ending), |day: &str| {
        day.parse().ok().filter(|day| (1..=31).contains(day))
    });
    ended(number).parse(text)
}

fn month_name(text: &str) -> Read<'_, i8> {
    terminated(in_table(&MONTHS), opt(tag(". "))).parse(text)
}

fn weekday_name(text: &str) -> Read<'_, Weekday> {
    in_table(&WEEKDAYS).parse(text)
}

fn day_time(text: &str) -> Read<'_, ()> {
    value((), one_in(&TIMES_OF_DAY)).parse(text)
}

fn dash(text: &str) -> Read<'_, &str> {
    delimited(opt(char(' ')), alt((tag("-"), tag("–"))), opt(char(' '))).parse(text)
}

/// This word, whole, and the space behind it.
fn word<'t>(expected: &'static str) -> impl Parser<&'t str, Output = &'t str, Error = ()> {
    ended(tag(expected))
}

/// Any of these words, the longest that fits.
fn one_in<'t>(words: &'static [&'static str]) -> impl Parser<&'t str, Output = (), Error = ()> {
    move |text: &'t str| {
        let fits = |word: &&&str| starts_with_word(text, word);
        let longest = words.iter().filter(fits).max_by_key(|word| word.len()).ok_or(nom::Err::Error(()))?;
        value((), ended(tag(*longest))).parse(text)
    }
}

/// What a table has for the words that stand here, the longest that fit.
fn in_table<'t, T: Copy>(
    table: &'static [(&'static str, T)],
) -> impl Parser<&'t str, Output = T, Error = ()> {
    move |text: &'t str| {
        let fits = |row: &&(&str, T)| starts_with_word(text, row.0);
        let longest = table.iter().filter(fits).max_by_key(|row| row.0.len()).ok_or(nom::Err::Error(()))?;
        value(longest.1, ended(tag(longest.0))).parse(text)
    }
}

/// Whether these words stand here, whole.
fn starts_with_word(text: &str, words: &str) -> bool {
    // Nearly all begin with another letter.
    text.as_bytes().first() == words.as_bytes().first()
        && text.strip_prefix(words).is_some_and(|rest| word_end(rest).is_ok())
}

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

fn longest_word(text: &str) -> Read<'_, &str> {
    let letters = take_while_m_n(1, 20, |c: char| c.is_alphabetic() || matches!(c, '\'' | '’'));
    ended(letters).parse(text)
}

/// What ends where a word ends; takes the space behind it.
fn ended<'t, T>(
    parser: impl Parser<&'t str, Output = T, Error = ()>,
) -> impl Parser<&'t str, Output = T, Error = ()> {
    terminated(parser, terminated(peek(word_end), opt(char(' '))))
}

fn word_end(text: &str) -> Read<'_, ()> {
    if text.starts_with(|c: char| c.is_alphanumeric()) { Err(nom::Err::Error(())) } else { Ok((text, ())) }
}
