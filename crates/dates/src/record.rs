//! The days of a record: what its words about time mean, seen from the day of publication.

use std::ops::Range;

use jiff::civil::Date;
use onrecord_model::{
    Coverage, Day, Days as ModelDays, Evidence, Inspection, Noted, Segment, Source, Span, Statement, Status,
};

use crate::find::{Words, is_other_word, words, words_at_start};
use crate::grammar::phrase;
use crate::phrase::Phrase;
use crate::resolve::days_of;
use crate::visit::{Visits, before_inspections, is_another};
use crate::{Days, Towards, published_on, resolve};

/// Bytes before and behind some words in which a date may stand that belongs to them.
const NEAR: usize = 80;
/// Bytes before and behind a date in which the words for a visit stand.
const CLAUSE: usize = 160;
/// Bytes of the longest date before a noun, and some words that make it another's.
const LONGEST_DATE: usize = 60;
/// Months after which an inspection is not what an article reports as news.
const OLD: i64 = 18;
/// Months that a date spans at most which tells of news where nobody knows when that was.
const NARROW: i64 = 6;

/// What may stand between a date and the words that it belongs to.
const BARE: [char; 2] = [' ', ','];

/// Words in front of the date on which the words of a report became known.
const PUBLISHED: [&str; 4] = ["published", "released", "issued", "dated"];

/// Puts the days beside the words: the day of publication, when inspections are due, deadlines, when the one
/// inspection of an article took place and when statements were made. `text` is what evidence counts in.
///
/// When it took place and when they were made is kept as written even where nothing fixes the days: without a
/// day of publication that is all but whole dates, such as `3 March 2024`.
///
/// ```
/// use onrecord_model::{Article, Coverage};
///
/// let article = Article { published: Some("2 May 2025".to_owned()), ..Article::new("a", "a.txt", "") };
/// let mut coverage = Coverage::empty(article);
/// onrecord_dates::add_days(&mut coverage, b"");
/// assert_eq!(coverage.article.published_on.map(|day| day.to_string()).as_deref(), Some("2025-05-02"));
/// ```
pub fn add_days(coverage: &mut Coverage, text: &[u8]) {
    let published = coverage.article.published.as_deref().and_then(published_on);
    coverage.article.published_on = published.and_then(day);
    let future = |words: &str| resolve(words, published, Towards::Future).and_then(days);
    for inspection in &mut coverage.inspections {
        if let Some(due) = &mut inspection.due {
            due.days = future(&due.text);
        }
        for asked in &mut inspection.recommendations {
            asked.deadline_days = asked.deadline.as_deref().and_then(future);
        }
    }
    // Evidence counts bytes of the file: only of UTF-8 are they those of the text.
    let Ok(text) = std::str::from_utf8(text) else { return };
    let near = Near { source: Source::from_utf8(text), published };
    for statement in &mut coverage.statements {
        statement.date = near.statement(statement);
    }
    // Of several that are over nobody knows which took place then.
    let mut over = coverage.inspections.iter_mut().filter(|one| one.status == Status::Completed);
    if let (Some(inspection), None) = (over.next(), over.next()) {
        inspection.date = near.inspection(inspection);
    }
}

fn day(day: Date) -> Option<Day> {
    Day::new(u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?)
}

fn days(days: Days) -> Option<ModelDays> {
    ModelDays::new(day(days.from())?, day(days.to())?).ok()
}

/// A text in which dates are looked for beside other words.
struct Near<'a> {
    source: Source<'a>,
    published: Option<Date>,
}

/// A date of the text.
struct Found {
    /// Bytes of the text.
    range: Range<usize>,
    phrase: Phrase,
    /// `None` where the day of publication does not fix them.
    days: Option<Days>,
}

impl Found {
    /// The one that says more where both may be true: of "in March" and "on 3 March" the day. Where nobody knows
    /// when that is, they have to be the same words.
    fn narrower(self, other: Self) -> Option<Self> {
        let holds = |one: Days, other: Days| one.from() <= other.from() && other.to() <= one.to();
        match (self.days, other.days) {
            (Some(one), Some(two)) if holds(two, one) => Some(self),
            (Some(one), Some(two)) if holds(one, two) => Some(other),
            (None, None) if self.phrase == other.phrase => Some(self),
            _ => None,
        }
    }

    /// Within a week.
    fn is_short(&self) -> bool {
        let is_short = |days: Days| days.from().until(days.to()).is_ok_and(|span| span.get_days() < 7);
        self.days.map_or_else(|| self.phrase.is_day(), is_short)
    }
}

impl Near<'_> {
    /// "said on Tuesday", "On Tuesday, Ada Nwosu said", "Ada Nwosu said yesterday", "Ada Nwosu, on Tuesday, said".
    fn statement(&self, statement: &Statement) -> Option<Noted> {
        let cue = statement.cue.as_ref().map(|cue| cue.start as usize..cue.end as usize);
        let speaker = statement.speaker.evidence.as_ref().map(range);
        let behind = |anchor: &Option<Range<usize>>| self.behind(anchor.as_ref()?);
        let found = behind(&cue)
            .or_else(|| self.between(speaker.as_ref()?, cue.as_ref()?))
            .or_else(|| behind(&speaker))
            .or_else(|| self.opening(speaker.as_ref()?))?;
        let is_within = |one: &Segment| (one.start as usize..one.end as usize).contains(&found.range.start);
        if statement.segments.iter().any(is_within) {
            return None;
        }
        self.noted(found, "statement.date")
    }

    /// A date directly behind some words. What follows a long stretch of time has to be a mark or "that":
    /// in "said in March it failed" the month may belong to either side.
    fn behind(&self, anchor: &Range<usize>) -> Option<Found> {
        let window = self.window(anchor.end, anchor.end + NEAR)?;
        let text = self.source.text();
        let bare = text[window.clone()].trim_start_matches(BARE);
        let found = self.found(window.end - bare.len(), words_at_start(bare)?);
        let rest = text[found.range.end..].trim_start_matches(' ');
        let closed =
            rest.starts_with([',', '.', ':', '“', '"', ')']) || rest.starts_with("that ") || rest.is_empty();
        (closed || found.is_short()).then_some(found)
    }

    /// A date and nothing else between who speaks and the words for it. In "Ada Nwosu, who took up her post in May,
    /// said" the month belongs to the post.
    fn between(&self, speaker: &Range<usize>, cue: &Range<usize>) -> Option<Found> {
        let found = self.before(&(speaker.end.max(cue.start.saturating_sub(NEAR))..cue.start))?;
        self.is_bare(speaker.end..found.range.start).then_some(found)
    }

    /// A date directly before who speaks, with which the sentence begins, or on which a report was published.
    fn opening(&self, speaker: &Range<usize>) -> Option<Found> {
        let found = self.before(&(speaker.start.saturating_sub(NEAR)..speaker.start))?;
        let before = &self.source.text()[..found.range.start];
        let word = before.trim_end_matches([' ', '“', '"']).rsplit(' ').next().unwrap_or_default();
        (opens(before) || PUBLISHED.contains(&word)).then_some(found)
    }

    /// A date at the end of these bytes.
    fn before(&self, bytes: &Range<usize>) -> Option<Found> {
        let window = self.window(bytes.start, bytes.end)?;
        let bare = self.source.text()[window.clone()].trim_end_matches(BARE);
        // Behind any other mark stands no date.
        bare.ends_with(char::is_alphanumeric).then_some(())?;
        let found = self.dates(&window).pop()?;
        self.is_bare(found.range.end..window.end).then_some(found)
    }

    /// Whether nothing but blanks and commas stands there.
    fn is_bare(&self, range: Range<usize>) -> bool {
        self.source.text()[range].trim_matches(BARE).is_empty()
    }

    /// "inspected in March", "visited the home on 3 and 4 March", "carried out last month": where all that the
    /// article says of it agrees.
    fn inspection(&self, inspection: &Inspection) -> Option<Noted> {
        let names = inspection.inspectorate.iter();
        let names = names.flat_map(|one| [Some(one.name.as_str()), one.abbreviation.as_deref()]).flatten();
        let visits = Visits::new(names);
        let all = self.dates(&(0..self.source.text().len())).into_iter();
        let behind = all.filter(|found| self.is_visit(found, &visits));
        let mut found = behind.chain(self.before_inspections());
        let first = found.next()?;
        let agreed = found.try_fold(first, Found::narrower)?;
        agreed.days.is_none_or(|days| self.is_news(days)).then(|| self.noted(agreed, "inspection.date"))?
    }

    /// Without a day of publication only a date that names the month: "inspected in 2019" is likelier to be
    /// what came before the news.
    fn is_news(&self, days: Days) -> bool {
        let months = |from: Date, to: Date| {
            i64::from(to.year() - from.year()) * 12 + i64::from(to.month() - from.month())
        };
        match self.published {
            Some(published) => months(days.from(), published) <= OLD && days.from() <= published,
            None => months(days.from(), days.to()) < NARROW,
        }
    }

    fn is_visit(&self, found: &Found, visits: &Visits) -> bool {
        let text = self.source.text();
        let (start, end) = (found.range.start, found.range.end);
        let before = self.window(start.saturating_sub(CLAUSE), start).map_or("", |window| &text[window]);
        let after = self.window(end, end + CLAUSE).map_or("", |window| &text[window]);
        visits.end_with_visit(before, after) || opens(&text[..start]) && visits.begin_with_visit(after)
    }

    /// "the | March 2024 | inspection", "| last month |'s inspection".
    fn before_inspections(&self) -> impl Iterator<Item = Found> + '_ {
        let text = self.source.text();
        before_inspections(text).filter_map(|end| {
            let window = self.window(end.saturating_sub(LONGEST_DATE), end)?;
            let bare = text[window.clone()].trim_end_matches("'s").trim_end_matches("’s");
            let spaces = bare.match_indices(' ').map(|(at, _)| at + 1);
            let mut starts = spaces.filter(|&at| is_before_noun(&bare[at..]));
            let start = starts.next().filter(|&at| !is_another(&bare[..at]))?;
            let phrase = phrase(&bare[start..].to_lowercase())?;
            let days = days_of(&phrase, self.published, Towards::Past);
            Some(Found { range: window.start + start..window.start + bare.len(), phrase, days })
        })
    }

    fn dates(&self, window: &Range<usize>) -> Vec<Found> {
        let found = words(&self.source.text()[window.clone()]).into_iter();
        found.map(|words| self.found(window.start, words)).collect()
    }

    /// What was found in the text behind this byte.
    fn found(&self, start: usize, Words { range, phrase }: Words) -> Found {
        let days = days_of(&phrase, self.published, Towards::Past);
        Found { range: start + range.start..start + range.end, phrase, days }
    }

    /// Of these bytes those that hold whole words of one line; `None` where there are none.
    fn window(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let text = self.source.text();
        let (mut start, mut end) = (start, end.min(text.len()));
        while !text.is_char_boundary(start) {
            start += 1;
        }
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    fn noted(&self, found: Found, rule: &'static str) -> Option<Noted> {
        let span =
            Span::new(u32::try_from(found.range.start).ok()?, u32::try_from(found.range.end).ok()?).ok()?;
        let evidence = self.source.evidence(span, rule)?;
        Some(Noted { text: evidence.text().to_owned(), days: found.days.and_then(days), evidence })
    }
}

/// Whether the words are such a date as stands before a noun: "March 2024", "last week".
fn is_before_noun(words: &str) -> bool {
    let dated = |words: &str| matches!(phrase(words), Some(Phrase::Month { .. } | Phrase::Period(..)));
    let led = words.starts_with(|c: char| c.is_uppercase()) || words.starts_with("last ");
    led && !is_other_word(words) && dated(&words.to_lowercase())
}

/// Whether what stands behind this text opens a sentence.
fn opens(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '“', '"']);
    before.is_empty() || before.ends_with(['\n', '.', '!', '?', ':', '”'])
}

fn range(evidence: &Evidence) -> Range<usize> {
    evidence.start() as usize..evidence.end() as usize
}
