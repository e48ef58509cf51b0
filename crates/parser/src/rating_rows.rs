//! Ratings in lists and tables: `Safe: Good`, `Good: Leadership; Preventing crime`, `Care leavers | Good`.

use std::ops::Range;

use onrecord_model::Time;

use crate::rating_grade::GradeReading;
use crate::rating_play::years;
use crate::rating_scope::{Area, Group, Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_list::words;

/// A grade with what it is for, before scale and areas are settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub grade: GradeReading,
    /// Where the grade's words stand.
    pub grade_tokens: Range<usize>,
    pub scope: ScopeReading,
    pub time: Time,
    pub phrase: Option<u16>,
    pub block: usize,
}

/// What the columns of a table are for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns(Vec<Option<Time>>);

impl Draft {
    /// Whether it is for what others leave over: the other two, all except two.
    pub(crate) fn is_rest(&self) -> bool {
        matches!(self.scope.scope, Scope::Group(Group::Rest(_) | Group::AllBut))
    }
}

impl Draft {
    /// `three areas, including leadership`: one for the three, and one for leadership. Of `the remaining three` a scale
    /// with `fixed` areas knows the names by itself.
    pub(crate) fn apart(self, fixed: bool) -> impl Iterator<Item = Self> {
        let some = match &self.scope.scope {
            Scope::Among(group, areas) => Some((*group, areas.clone())),
            _ => None,
        };
        let (whole, part) = match some {
            Some((group, areas)) => {
                let with = |scope| ScopeReading { scope, tokens: self.scope.tokens.clone() };
                let part = Self { scope: with(Scope::Areas(areas)), ..self.clone() };
                let whole = Self { scope: with(Scope::Group(group)), ..self };
                let told = fixed && whole.is_rest();
                (whole, Some(part).filter(|_| !told))
            }
            None => (self, None),
        };
        std::iter::once(whole).chain(part)
    }

    /// Whether it is for so many areas without a name.
    pub(crate) fn is_count(&self) -> bool {
        matches!(self.scope.scope, Scope::Group(Group::Count(_)))
    }
}

impl RatingText<'_> {
    /// The ratings of a list's or table's line; `columns` are those of the table it stands in.
    pub(crate) fn row(&self, tokens: Range<usize>, block: usize, columns: &mut Columns) -> Vec<Draft> {
        let cells = self.cells(tokens.clone());
        if cells.len() < 2 {
            return Vec::new();
        }
        if let Some(drafts) = self.grade_first(&cells, block) {
            return drafts;
        }
        if let Some(header) = self.header(&cells) {
            *columns = header;
            return Vec::new();
        }
        self.area_first(&cells, block, columns)
    }

    /// The cells of a line: what pipes, tabs, or one colon or dash part.
    fn cells(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let piped = tokens.clone().any(|index| self.is_word(index, "|"));
        let mut cells = Vec::new();
        let mut start = tokens.start;
        for index in tokens.clone() {
            let parts = match self.token(index).kind {
                Kind::Mark => self.is_word(index, "|"),
                Kind::Colon | Kind::Dash => !piped && cells.is_empty(),
                _ => false,
            };
            if parts {
                cells.push(start..index);
                start = index + 1;
            }
        }
        if cells.is_empty()
            && let Some(open) = self.graded_bracket(tokens.clone())
        {
            cells.push(start..open);
            start = open + 1;
        }
        cells.push(start..tokens.end);
        cells.retain(|cell| !cell.is_empty());
        cells
    }

    /// `Safe (good, was requires improvement)`: the bracket that opens with a grade.
    fn graded_bracket(&self, tokens: Range<usize>) -> Option<usize> {
        let open = tokens.clone().find(|&index| self.token(index).kind == Kind::BracketOpen)?;
        let closed = self.token(tokens.end - 1).kind == Kind::BracketClose
            || tokens.end > 1 && self.token(tokens.end - 2).kind == Kind::BracketClose;
        (closed && self.grade_words(open + 1, tokens.end).is_some()).then_some(open)
    }

    /// `Area | 2016 | 2023`, `Theme | Rating`: the newest column is this inspection's.
    fn header(&self, cells: &[Range<usize>]) -> Option<Columns> {
        let grades = |cell: &Range<usize>| {
            let from = self.past_unchanged(cell);
            self.grade(from, cell.end).is_some() || self.bare_number(cell.clone()).is_some()
        };
        if cells[1..].iter().any(grades) {
            return None;
        }
        let year = |cell: &Range<usize>| {
            years(self.text(cell.end - 1)).next().or_else(|| years(self.text(cell.start)).next())
        };
        // `Category | 2019 | Now`
        let now = |cell: &Range<usize>| {
            cell.clone().any(|i| self.is_any(i, words!["now", "current", "latest", "new"]))
        };
        let newest = cells[1..].iter().filter_map(year).max().filter(|_| !cells[1..].iter().any(now));
        let times = cells[1..].iter().map(|cell| {
            let before =
                cell.clone().any(|i| self.is_any(i, words!["previous", "last", "before", "then", "old"]));
            match year(cell) {
                Some(year) if Some(year) != newest => Some(Time::Previous),
                _ if before => Some(Time::Previous),
                _ => Some(Time::Current),
            }
        });
        Some(Columns(times.collect()))
    }

    /// `Good: Leadership and force management; Police powers`
    fn grade_first(&self, cells: &[Range<usize>], block: usize) -> Option<Vec<Draft>> {
        let (grade, stop) = self.grade_words(cells[0].start, cells[0].end)?;
        if stop != cells[0].end || cells.len() != 2 {
            return None;
        }
        let grade_tokens = cells[0].clone();
        // `Compliant: 7`
        let count = self.number(cells[1].start).filter(|_| cells[1].len() == 1);
        let scope = match count {
            Some(count) => Scope::Group(Group::Count(count)),
            None => Scope::Areas(self.listed_areas(cells[1].clone())),
        };
        let scope = ScopeReading { scope, tokens: cells[1].clone() };
        Some(vec![Draft { grade, grade_tokens, scope, time: Time::Current, phrase: None, block }])
    }

    /// Areas parted by semicolons, or where there is none, by commas.
    fn listed_areas(&self, tokens: Range<usize>) -> Vec<Area> {
        let semicolons = tokens.clone().any(|index| self.token(index).kind == Kind::Semicolon);
        if !semicolons
            && let Some(list) = self.list(tokens.start, tokens.end)
            && let Scope::Areas(areas) = list.scope
            && !(list.tokens.end..tokens.end).any(|index| self.token(index).kind == Kind::Comma)
        {
            return areas;
        }
        let parts_list = |index: usize| match self.token(index).kind {
            Kind::Semicolon | Kind::Stop => true,
            Kind::Comma => !semicolons,
            _ => false,
        };
        let mut areas = Vec::new();
        let mut start = tokens.start;
        for index in tokens.start..=tokens.end {
            if index == tokens.end || parts_list(index) {
                let begin = start + usize::from(start < index && self.is(start, Role::And));
                if begin < index {
                    areas.push(self.area_of(begin..index));
                }
                start = index + 1;
            }
        }
        areas
    }

    /// A label as an area, known where a scale knows all of it.
    fn area_of(&self, tokens: Range<usize>) -> Area {
        let start = self.past_openers(tokens.start, tokens.end).min(tokens.end - 1);
        let known = self.known_area(start, tokens.end).filter(|&(stop, ..)| stop == tokens.end);
        Area { tokens: start..tokens.end, known: known.map(|(_, scale, area)| (scale, area)) }
    }

    /// `Safe: Good`, `Preventing fires: adequate (requires improvement)`, `Care leavers | Inadequate | Good`
    fn area_first(&self, cells: &[Range<usize>], block: usize, columns: &Columns) -> Vec<Draft> {
        let Some(scope) = self.label(cells[0].clone()) else { return Vec::new() };
        let mut drafts = Vec::new();
        for (index, cell) in cells[1..].iter().enumerate() {
            let time = columns.0.get(index).copied().flatten().unwrap_or(Time::Current);
            let from = self.past_unchanged(cell);
            let Some((grade, stop)) = self.grade(from, cell.end).or_else(|| self.bare_number(from..cell.end))
            else {
                continue;
            };
            if stop < cell.end && !self.is_mark(stop) {
                continue;
            }
            let draft = Draft {
                grade,
                grade_tokens: cell.start..stop,
                scope: scope.clone(),
                time,
                phrase: None,
                block,
            };
            if from > cell.start {
                drafts.push(Draft { time: Time::Previous, ..draft.clone() });
            }
            drafts.extend(self.bracketed(stop, cell.end).map(|(grade, end)| Draft {
                grade,
                grade_tokens: stop..end,
                time: Time::Previous,
                ..draft.clone()
            }));
            drafts.insert(0, draft);
        }
        drafts
    }

    /// `unchanged at | Good`, `remains | adequate`: past the words that say that the grade is also the one before.
    fn past_unchanged(&self, cell: &Range<usize>) -> usize {
        let says = self.is_any(cell.start, words!["unchanged", "still", "remains", "stays", "again"]);
        let at = cell.start + 1;
        if says && at < cell.end {
            at + usize::from(self.is_any(at, words!["at", "as", "on"]))
        } else {
            cell.start
        }
    }

    /// A cell that holds only a number, alone or out of something.
    fn bare_number(&self, cell: Range<usize>) -> Option<(GradeReading, usize)> {
        let number = self.number(cell.start)?;
        let alone = cell.len() == 1 || self.is(cell.start + 1, Role::Score) || self.is_mark(cell.start + 1);
        let stop = self.past_score(cell.start + 1, cell.end);
        alone.then(|| (GradeReading::Number(number), self.past_words_of_number(stop, cell.end)))
    }

    /// `(requires improvement)`, `(was good)`, `, up from good`
    fn bracketed(&self, at: usize, end: usize) -> Option<(GradeReading, usize)> {
        let mut next = at;
        if next >= end || !matches!(self.token(next).kind, Kind::BracketOpen | Kind::Comma | Kind::Dash) {
            return None;
        }
        next += 1;
        if next < end && self.is_any(next, words!["no", "unchanged", "same", "as"]) {
            let last = (at.saturating_sub(4)..at).find_map(|index| self.grade_words(index, at));
            return last.map(|(grade, _)| (grade, end));
        }
        while next < end && next < at + 5 && self.grade_words(next, end).is_none() {
            next += 1;
        }
        self.grade_words(next, end).filter(|_| next < end)
    }

    /// What a label names: the whole, or an area. A name is another body's.
    fn label(&self, tokens: Range<usize>) -> Option<ScopeReading> {
        let tokens = self.past_quotes(tokens.start, tokens.end)..tokens.end;
        let overall = tokens.len() <= 3
            && tokens.clone().any(|i| {
                self.is_any(
                    i,
                    words!["overall", "rating", "verdict", "grade", "result", "headline", "judgement"],
                )
            });
        if overall {
            return Some(ScopeReading { scope: Scope::Body, tokens });
        }
        let area = self.area_of(tokens.clone());
        let named = tokens.clone().skip(1).any(|index| self.token(index).is_capital());
        if area.known.is_none() && (named || tokens.len() > 9 || tokens.clone().any(|i| self.is_finite(i))) {
            return None;
        }
        Some(ScopeReading { scope: Scope::Areas(vec![area]), tokens })
    }
}
