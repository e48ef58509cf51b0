//! Which words around a date say that inspectors were there then: "inspected in March", "inspectors who called
//! unannounced on 3 May", "On 4 June the watchdog visited the home".

use std::ops::Range;

/// Words between a visit and its date: "inspected Beck House, a care home in Ely, in March".
const WHOM: usize = 10;
/// Words between those who inspect and what they did: "officers from Mid Thistle Council | called".
const WHO: usize = 5;
/// Words before a visit that may make it another one.
const WHICH: usize = 6;
/// Words between a date that opens a sentence and what happened then.
const OPENING: usize = 8;

/// What words for a visit need beside them, since they also mean other things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// "the home | was inspected", "inspectors | inspected", not "the homes inspected this year".
    Done,
    /// "inspectors | visited", "was visited", not "the mayor visited".
    Visitors,
    /// "inspectors | called", "looked at by the CQC".
    Inspectors,
    /// "sent | two inspectors".
    Sent,
    /// "the inspection | took place", not "the survey took place".
    Inspection,
}

/// Words behind which the date of an inspection stands.
const VISITS: [(&str, Needs); 34] = [
    ("inspection", Needs::Nothing),
    ("inspections", Needs::Nothing),
    ("visit", Needs::Nothing),
    ("visits", Needs::Inspectors),
    ("inspecting", Needs::Nothing),
    ("inspected", Needs::Done),
    ("visited", Needs::Visitors),
    ("visiting", Needs::Inspectors),
    ("assessed", Needs::Inspectors),
    ("assessment", Needs::Inspectors),
    ("called", Needs::Inspectors),
    ("called on", Needs::Inspectors),
    ("arrived", Needs::Inspectors),
    ("came", Needs::Inspectors),
    ("came back", Needs::Inspectors),
    ("returned", Needs::Inspectors),
    ("went in", Needs::Inspectors),
    ("went back", Needs::Inspectors),
    ("went round", Needs::Inspectors),
    ("walked in", Needs::Inspectors),
    ("walked into", Needs::Inspectors),
    ("turned up", Needs::Inspectors),
    ("dropped in", Needs::Inspectors),
    ("dropped by", Needs::Inspectors),
    ("descended on", Needs::Inspectors),
    ("looked at", Needs::Inspectors),
    ("toured", Needs::Inspectors),
    ("spent", Needs::Inspectors),
    ("sent", Needs::Sent),
    ("took place", Needs::Inspection),
    ("carried out", Needs::Inspection),
    ("conducted", Needs::Inspection),
    ("undertaken", Needs::Inspection),
    ("held", Needs::Inspection),
];
/// Words beside a visit that make it another one, or none.
const NOT_THIS: [&str; 17] = [
    "last",
    "previous",
    "previously",
    "earlier",
    "prior",
    "next",
    "will",
    "due",
    "another",
    "not",
    "never",
    "follow-up",
    "re-inspected",
    "if",
    "unless",
    "would",
    "could",
];
/// Words that do so only before it.
const ANOTHER: [&str; 19] = [
    "no",
    "further",
    "first",
    "should",
    "must",
    "similar",
    "separate",
    "initial",
    "original",
    "other",
    "others",
    "sister",
    "neighbouring",
    "nearby",
    "every",
    "all",
    "councillor",
    "cllr",
    "mp",
];
/// Words that make a date behind them the date of something else.
const ELSE: [&str; 22] = [
    "when",
    "since",
    "published",
    "report",
    "said",
    "says",
    "rated",
    "found",
    "told",
    "that",
    "for",
    "after",
    "before",
    "until",
    "following",
    "who",
    "whose",
    "which",
    "where",
    "opened",
    "left",
    "joined",
];

/// Those who inspect, beside the inspectorate's own name.
const INSPECTORS: [&str; 8] = [
    "inspector",
    "inspectors",
    "inspectorate",
    "inspectorate's",
    "watchdog",
    "regulator",
    "commission",
    "assessors",
];
/// Councils inspect kitchens for the Food Standards Agency; other officers report to whoever was inspected.
const OF_COUNCILS: [(&str, &[&str]); 1] = [("food standards agency", &["officer", "officers", "council"])];
/// What takes place where inspectors inspect.
const NOUNS: [&str; 6] = ["inspection", "inspections", "visit", "visits", "assessment", "assessments"];
/// Words before a participle that make it what happened to somebody.
const BE: [&str; 7] = ["was", "were", "been", "being", "when", "once", "is"];

/// Reads the words around the dates of an article on one inspection.
pub(crate) struct Visits {
    /// In lower case, each in single words.
    names: Vec<Vec<String>>,
}

impl Visits {
    /// With the names of the inspectorate.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let parts = |name: &str| words(name).into_iter().map(str::to_owned).collect();
        let mut all = Vec::new();
        for name in names.into_iter().map(str::to_lowercase) {
            all.push(parts(&name));
            let officers = OF_COUNCILS.iter().filter(|(agency, _)| *agency == name);
            all.extend(officers.flat_map(|(_, officers)| officers.iter().map(|one| parts(one))));
        }
        Self { names: all }
    }

    /// Whether the words before a date, back to the start of their clause, say that it is that of a visit. Those
    /// behind it may say whose: "was assessed | last autumn | by the inspectorate".
    pub(crate) fn end_with_visit(&self, before: &str, after: &str) -> bool {
        let (before, after) = (before.to_lowercase(), after.to_lowercase());
        let clause = clause_before(&before);
        let agent = Some(clause_behind(&after)).filter(|after| after.starts_with(" by ")).unwrap_or_default();
        self.ends_with_visit(clause, agent)
            || without_aside(clause).is_some_and(|clause| self.ends_with_visit(clause, agent))
    }

    fn ends_with_visit(&self, clause: &str, agent: &str) -> bool {
        let mut words = words(clause);
        // "Of the homes inspected last year"
        if words.first().is_some_and(|first| ["of", "among"].contains(first)) {
            return false;
        }
        let date = words.len();
        words.extend(self::words(agent));
        let middle = |end: usize| words[end..date].iter().any(|word| is_elses(word));
        (date.saturating_sub(WHOM)..=date).any(|end| !middle(end) && self.is_visit(&words, end))
    }

    /// Whether the words behind a date that opens a sentence say that inspectors came: "inspectors visited".
    pub(crate) fn begin_with_visit(&self, after: &str) -> bool {
        let after = after.to_lowercase();
        let words = words(clause_behind(&after));
        let verb =
            |end: usize| !NOUNS.contains(&words[end - 1]) && !words[..end].iter().any(|word| is_elses(word));
        (1..=words.len().min(OPENING)).any(|end| verb(end) && self.is_visit(&words, end))
    }

    /// Whether the words for a visit of the reported inspection end there.
    fn is_visit(&self, words: &[&str], end: usize) -> bool {
        let mut visits =
            VISITS.iter().filter_map(|&(visit, needs)| Some((start_of(visit, &words[..end])?, needs)));
        visits.any(|(start, needs)| {
            let other = words[start.saturating_sub(WHICH)..start].iter().any(|word| is_other(word));
            !other && self.has_what_it_needs(words, start..end, needs)
        })
    }

    fn has_what_it_needs(&self, words: &[&str], visit: Range<usize>, needs: Needs) -> bool {
        let behind = &words[visit.end..];
        let by_others = || behind.contains(&"by") && !self.names_inspectors(behind);
        let passive = || {
            let near = words[visit.start.saturating_sub(3)..visit.start].iter().any(|word| BE.contains(word));
            near && !by_others()
        };
        let inspectors = || self.inspectors_before(words, visit.start);
        match needs {
            Needs::Nothing => true,
            Needs::Done => visit.start == 0 || passive() || inspectors(),
            Needs::Visitors => passive() || inspectors(),
            Needs::Inspectors => inspectors() || self.names_inspectors(behind),
            Needs::Sent => behind.iter().take(3).any(|word| INSPECTORS.contains(word)),
            Needs::Inspection => {
                visit.start <= 2 || words[..visit.start].iter().any(|word| NOUNS.contains(word))
            }
        }
    }

    /// "inspectors from the commission, who | visited", "said it | visited".
    fn inspectors_before(&self, words: &[&str], end: usize) -> bool {
        let clean = |from: usize| {
            let told = |word: &&&str| is_elses(word) && !["who", "which", "after", "when"].contains(*word);
            words[from..end].iter().find(told).is_none()
        };
        // "the watchdog came in March and | visited it in May"
        let linked = end > 0 && ["it", "they", "and"].contains(&words[end - 1]);
        let least = end.saturating_sub(WHO + 1);
        let near = (least..end).any(|at| self.is_inspectors(&words[at..end]) && clean(at));
        near || linked && self.names_inspectors(&words[..end])
    }

    fn names_inspectors(&self, words: &[&str]) -> bool {
        (0..words.len()).any(|at| self.is_inspectors(&words[at..]))
    }

    /// Whether the words begin with those who inspect.
    fn is_inspectors(&self, words: &[&str]) -> bool {
        let starts = |name: &Vec<String>| {
            !name.is_empty()
                && name.len() <= words.len()
                && name.iter().zip(words).all(|(one, word)| one == word)
        };
        words.first().is_some_and(|word| INSPECTORS.contains(word)) || self.names.iter().any(starts)
    }
}

/// At which word those of a visit begin, where they are the last.
fn start_of(visit: &str, words: &[&str]) -> Option<usize> {
    // Nearly all end in another word.
    words.last().filter(|last| visit.ends_with(**last))?;
    let one_back = |at: usize, part| at.checked_sub(1).filter(|&at| words[at] == part);
    visit.rsplit(' ').try_fold(words.len(), one_back)
}

/// Adjectives between a date and the inspection that it dates: "the March 2024 full inspection".
const SORTS: [&str; 7] = ["full", "unannounced", "routine", "surprise", "short-notice", "two-day", "graded"];
/// Words behind "inspection" with which it is the name of a paper.
const PAPERS: [&str; 5] = ["report", "reports", "letter", "findings", "rating"];

/// Where the words before each "inspection" end that may date it, in bytes: "the March | inspection".
pub(crate) fn before_inspections(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_paper = |rest: &str| {
        let next = rest.split_whitespace().next().unwrap_or_default();
        PAPERS.contains(&next.trim_matches(|c: char| !c.is_alphanumeric()))
    };
    let found = text.match_indices(" inspection").filter(move |(at, noun)| {
        let rest = &text[at + noun.len()..];
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        !rest.starts_with(char::is_alphanumeric) && !is_paper(rest)
    });
    found.map(|(at, _)| before_sorts(text, at))
}

/// Past the adjectives that say what sort of inspection it is.
fn before_sorts(text: &str, mut end: usize) -> usize {
    while let Some(shorter) = SORTS.iter().find_map(|sort| text[..end].strip_suffix(sort)) {
        end = shorter.trim_end().len();
    }
    end
}

/// Whether these words make an inspection another one: "its previous March inspection".
pub(crate) fn is_another(before: &str) -> bool {
    let before = before.to_lowercase();
    words(clause_before(&before)).iter().rev().take(WHICH).any(|word| is_other(word))
}

/// Whether a word before a visit makes it another one, or none.
fn is_other(word: &str) -> bool {
    NOT_THIS.contains(&word) || ANOTHER.contains(&word)
}

/// Whether a word between a visit and a date makes it the date of something else.
fn is_elses(word: &str) -> bool {
    NOT_THIS.contains(&word) || ELSE.contains(&word)
}

/// Marks at which a clause ends; the full stop of an abbreviation does as well.
const STOPS: [char; 8] = ['.', '“', '"', '”', ';', ':', '\n', '?'];

fn clause_before(text: &str) -> &str {
    text.rsplit(STOPS).next().unwrap_or_default()
}

/// What stands before an aside: "visited Beck House |, which has 40 beds,".
fn without_aside(clause: &str) -> Option<&str> {
    let aside = clause.trim_end().strip_suffix(',')?;
    aside.rsplit_once(',').map(|(before, _)| before)
}

fn clause_behind(text: &str) -> &str {
    text.split(STOPS).next().unwrap_or_default()
}

/// Words without the marks around them.
fn words(clause: &str) -> Vec<&str> {
    clause
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect()
}
