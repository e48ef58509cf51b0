//! From drafts to ratings: which scale, which areas by name, what is counted, each entry once.

use std::ops::Range;

use onrecord_model::Time;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::rating_finding::{RatingFinding, RatingScope};
use crate::rating_grade::ScaleGrade;
use crate::rating_play::{in_use, years};
use crate::rating_rows::Draft;
use crate::rating_scope::{Area, Group, Scope};
use crate::rating_text::RatingText;
use crate::rating_whole::Seen;
use crate::rating_words::Role;
use crate::token::Kind;

/// Areas that an article grades without naming them one by one.
const ALL: &str = "all areas";
const ALL_OTHER: &str = "all other areas";

/// What is taken out of a whole stands no further behind it.
const FARTHEST_EXCEPTION: usize = 9;

/// And its words end no further behind it.
const LONGEST_EXCEPTION: usize = 40;

impl RatingText<'_> {
    /// The ratings that the drafts of an inspection are.
    pub(crate) fn settle(&self, drafts: Vec<Draft>) -> Vec<RatingFinding> {
        let fixed = self.fixed_areas().next().is_some();
        let drafts: Vec<Draft> = drafts.into_iter().flat_map(|draft| draft.apart(fixed)).collect();
        let mut findings = Vec::new();
        let nothing = LeftOver::default();
        let waits = |draft: &&Draft| {
            draft.is_rest()
                || matches!(draft.scope.scope, Scope::Group(Group::All | Group::Throughout))
                    && self.excepted(draft).next().is_some()
                || (fixed || self.whole_count(draft).is_some()) && draft.is_count()
                || !fixed && self.count_of_all(draft).is_some()
        };
        for draft in drafts.iter().filter(|draft| !waits(draft)) {
            self.expand(draft, &nothing, &mut findings);
        }
        let left = self.left_over(&findings);
        let seen = Seen::of(&findings);
        for draft in drafts.iter().filter(waits) {
            match self.rest_of_whole(draft, &seen).or_else(|| self.all_of_whole(draft, &seen)) {
                Some(rest) => findings.extend(rest),
                None => self.expand(draft, &left, &mut findings),
            }
        }
        findings.sort_by_key(|finding| finding.evidence.start);
        let mut known = Known::default();
        let scales = self.article.lexicon.scales();
        let label = |finding: &RatingFinding| {
            scales[usize::from(finding.scale)].grades[usize::from(finding.grade)].label.as_str()
        };
        findings.retain(|finding| known.is_new(finding, label(finding)));
        drop_named_counts(&mut findings);
        findings
    }

    /// The areas that the scale fixes and no finding names.
    fn left_over(&self, findings: &[RatingFinding]) -> LeftOver<'_> {
        let of = |time: Time| {
            let taken = |name: &&str| {
                findings.iter().any(|finding| {
                    finding.time == time && matches!(&finding.scope, RatingScope::Area(area) if area == name)
                })
            };
            self.fixed_areas().filter(|name| !taken(name)).collect()
        };
        LeftOver { current: of(Time::Current), previous: of(Time::Previous) }
    }

    /// A draft's entries.
    fn expand(&self, draft: &Draft, left: &LeftOver<'_>, out: &mut Vec<RatingFinding>) {
        let candidates = self.dated_candidates(draft);
        match &draft.scope.scope {
            Scope::Body => self.push_overall(draft, &candidates, out),
            Scope::Areas(areas) => {
                for area in areas {
                    self.push_area(draft, area, &candidates, out);
                }
            }
            Scope::Whole(areas) => {
                self.push_overall(draft, &candidates, out);
                for area in areas {
                    self.push_area(draft, area, &candidates, out);
                }
            }
            Scope::Group(group) => self.push_group(draft, *group, &candidates, left, out),
            Scope::Among(..) | Scope::Back | Scope::Nth(_) => {}
        }
    }

    /// The grades that a draft may be: only those of its year, where it is an earlier one that names its year.
    fn dated_candidates(&self, draft: &Draft) -> Vec<ScaleGrade> {
        let mut candidates = self.candidates(draft.grade);
        if candidates.len() > 1
            && draft.time == Time::Previous
            && let Some(year) = self.year_near(draft)
        {
            let scales = self.article.lexicon.scales();
            let used = |candidate: &ScaleGrade| in_use(&scales[usize::from(candidate.scale)], year);
            if candidates.iter().any(used) {
                candidates.retain(used);
            }
        }
        candidates
    }

    /// The year that is named nearest before a grade, else behind it, in its sentence.
    fn year_near(&self, draft: &Draft) -> Option<u32> {
        let (at, block) = (draft.grade_tokens.start, &self.article.tokens.blocks[draft.block]);
        let inside = |index: &usize| self.token(*index).kind != Kind::Stop;
        let year = |index: usize| years(self.text(index)).next();
        let before = (block.start..at).rev().take_while(inside).find_map(year);
        before.or_else(|| (at..block.end).take_while(inside).find_map(year))
    }

    fn push_overall(&self, draft: &Draft, candidates: &[ScaleGrade], out: &mut Vec<RatingFinding>) {
        let scales = self.article.lexicon.scales();
        let overall = candidates.iter().filter(|c| scales[usize::from(c.scale)].overall);
        let fitting = overall.clone().find(|c| draft.time == Time::Previous || self.in_time(c.scale));
        if let Some(&grade) = fitting.or_else(|| overall.clone().next()) {
            out.push(self.finding(draft, grade, RatingScope::Overall, None));
        } else if let Some((grade, name)) = candidates.iter().find_map(|c| Some((*c, self.area_of_code(*c)?)))
        {
            out.push(self.finding(draft, grade, RatingScope::Area(name.to_owned()), None));
        }
    }

    /// A code tells its area by itself: G1 is for governance.
    fn area_of_code(&self, grade: ScaleGrade) -> Option<&str> {
        let row = &self.article.lexicon.scales()[usize::from(grade.scale)];
        let code = row.grades[usize::from(grade.grade)].label.ends_with(|last: char| last.is_ascii_digit());
        code.then(|| self.only_area(grade.scale, 0)).flatten()
    }

    fn in_time(&self, scale: u16) -> bool {
        self.play.year.is_none_or(|year| in_use(&self.article.lexicon.scales()[usize::from(scale)], year))
    }

    fn push_area(&self, draft: &Draft, area: &Area, candidates: &[ScaleGrade], out: &mut Vec<RatingFinding>) {
        let Some(grade) = self.scale_for_area(Some(area), candidates) else { return };
        if area.known.is_none() && !self.is_area_name(area.tokens.clone()) {
            return;
        }
        if self.is_only_overall(grade.scale) {
            out.push(self.finding(draft, grade, RatingScope::Overall, None));
            return;
        }
        let fixed = area.known.and_then(|(scale, index)| self.fixed_name(scale, index));
        let closed = area
            .known
            .filter(|&(scale, _)| scale == grade.scale)
            .and_then(|(scale, index)| self.only_area(scale, index));
        let name = fixed.or(closed).map_or_else(|| self.placed_name(area), str::to_owned);
        let finding = self.finding(draft, grade, RatingScope::Area(name), Some(area.tokens.clone()));
        out.push(RatingFinding { area: area.known, ..finding });
    }

    /// The name of a scale's only area, where only that has its grades (safeguarding: met).
    fn only_area(&self, scale: u16, area: u16) -> Option<&str> {
        let row = &self.article.lexicon.scales()[usize::from(scale)];
        (row.closed && row.areas.len() == 1).then(|| row.areas[usize::from(area)].name.as_str())
    }

    /// The scale of an area's grade: the area's own where that has the grade, else the first that is open.
    pub(crate) fn scale_for_area(
        &self,
        area: Option<&Area>,
        candidates: &[ScaleGrade],
    ) -> Option<ScaleGrade> {
        let scales = self.article.lexicon.scales();
        let known = area.and_then(|area| area.known).map(|(scale, _)| scale);
        let own = candidates.iter().find(|candidate| Some(candidate.scale) == known);
        let open = candidates.iter().filter(|c| !scales[usize::from(c.scale)].closed);
        let with_areas = open.clone().find(|c| !self.is_only_overall(c.scale));
        let many = candidates.iter().find(|c| scales[usize::from(c.scale)].areas.len() > 1);
        own.or(with_areas).or_else(|| open.clone().next()).or(many).copied()
    }

    /// Whether a scale grades only the whole (C3 for consumer standards), while others of the inspectorate
    /// grade areas.
    fn is_only_overall(&self, scale: u16) -> bool {
        let scales = self.article.lexicon.scales();
        let row = &scales[usize::from(scale)];
        let siblings = self.play.scales.iter().map(|&s| &scales[usize::from(s)]);
        row.overall && row.areas.is_empty() && !siblings.clone().any(|s| s.overall && !s.areas.is_empty())
    }

    fn push_group(
        &self,
        draft: &Draft,
        group: Group,
        candidates: &[ScaleGrade],
        left: &LeftOver<'_>,
        out: &mut Vec<RatingFinding>,
    ) {
        let Some(grade) = self.scale_for_area(None, candidates) else { return };
        let fixed: Vec<&str> = self.fixed_areas().collect();
        let area = |name: &str| self.finding(draft, grade, RatingScope::Area(name.to_owned()), None);
        match group {
            Group::Count(count) if usize::from(count) == fixed.len() => {
                out.extend(fixed.iter().map(|name| area(name)))
            }
            Group::Count(count) if usize::from(count) == left.of(draft.time).len() => {
                out.extend(left.of(draft.time).iter().map(|name| area(name)));
            }
            Group::Count(count) => {
                out.push(self.finding(draft, grade, RatingScope::Count(count.into()), None))
            }
            Group::All | Group::Throughout if self.excepted(draft).next().is_some() => {
                self.push_rest(draft, grade, None, left, out);
            }
            Group::All | Group::Throughout => {
                if group == Group::Throughout {
                    self.push_overall(draft, candidates, out);
                }
                if fixed.is_empty() {
                    out.push(area(ALL));
                }
                out.extend(fixed.iter().map(|name| area(name)));
            }
            Group::Rest(count) => self.push_rest(draft, grade, count, left, out),
            Group::AllBut => self.push_rest(draft, grade, None, left, out),
        }
    }

    /// `the other two`: what is left of the areas that the scale fixes; where it fixes none, a count.
    fn push_rest(
        &self,
        draft: &Draft,
        grade: ScaleGrade,
        count: Option<u8>,
        left: &LeftOver<'_>,
        out: &mut Vec<RatingFinding>,
    ) {
        let rest = left.of(draft.time);
        // `good in all but one area`, and nothing tells which one.
        let unknown = count.is_none()
            && rest.len() == self.fixed_areas().count()
            && self.excepted(draft).next().is_none();
        if !unknown && !rest.is_empty() && count.is_none_or(|count| usize::from(count) == rest.len()) {
            let excepted: Vec<&str> = self.excepted(draft).collect();
            for name in rest.iter().filter(|name| !excepted.contains(name)) {
                out.push(self.finding(draft, grade, RatingScope::Area((*name).to_owned()), None));
            }
            return;
        }
        let scope = match count {
            Some(count) => RatingScope::Count(count.into()),
            None => RatingScope::Area(ALL_OTHER.to_owned()),
        };
        out.push(self.finding(draft, grade, scope, None));
    }

    /// `good in every area | bar leadership`: the areas that a scale fixes and the words behind take out.
    fn excepted(&self, draft: &Draft) -> impl Iterator<Item = &str> {
        let from = draft.scope.tokens.end.max(draft.grade_tokens.end);
        let near = from.saturating_sub(2)..from + FARTHEST_EXCEPTION;
        let mut clause =
            near.take_while(|&index| !matches!(self.token(index).kind, Kind::Stop | Kind::Semicolon));
        let except = clause.find(|&index| self.is(index, Role::Except) && !self.is_word(index, "than"));
        let end = self.article.tokens.list.len().min(from + LONGEST_EXCEPTION);
        let list = except.and_then(|at| self.list(at + 1 + usize::from(self.is_word(at + 1, "from")), end));
        let areas = match list.map(|list| list.scope) {
            Some(Scope::Areas(areas)) => areas,
            _ => Vec::new(),
        };
        areas.into_iter().filter_map(|area| area.known.and_then(|(scale, area)| self.fixed_name(scale, area)))
    }

    pub(crate) fn finding(
        &self,
        draft: &Draft,
        grade: ScaleGrade,
        scope: RatingScope,
        area: Option<Range<usize>>,
    ) -> RatingFinding {
        let area = area.unwrap_or_else(|| draft.scope.tokens.clone());
        let near = area.start.abs_diff(draft.grade_tokens.start) < 80;
        let evidence = if near {
            area.start.min(draft.grade_tokens.start)..area.end.max(draft.grade_tokens.end)
        } else {
            draft.grade_tokens.clone()
        };
        let evidence = self.without_quotes(evidence);
        let (scale, grade) = (grade.scale, grade.grade);
        RatingFinding {
            scale,
            grade,
            scope,
            time: draft.time,
            evidence,
            phrase: draft.phrase,
            block: draft.block,
            area: None,
        }
    }

    fn without_quotes(&self, tokens: Range<usize>) -> Range<usize> {
        let start = tokens.start;
        let mut end = tokens.end;
        while end > start + 1 && self.is_mark(end - 1) {
            end -= 1;
        }
        start..end
    }
}

/// The areas that a scale fixes and an article does not name, for each time.
#[derive(Debug, Default)]
struct LeftOver<'a> {
    current: Vec<&'a str>,
    previous: Vec<&'a str>,
}

impl<'a> LeftOver<'a> {
    fn of(&self, time: Time) -> &[&'a str] {
        match time {
            Time::Current => &self.current,
            Time::Previous => &self.previous,
        }
    }
}

/// The entries seen so far.
#[derive(Debug, Default)]
struct Known<'a> {
    scopes: FxHashSet<(&'a str, Time, RatingScope)>,
    areas: FxHashSet<(&'a str, Time, (u16, u16))>,
}

impl<'a> Known<'a> {
    /// Whether a finding is no entry yet: two names of one area on a scale are one entry, and a grade of two scales
    /// that is called the same.
    fn is_new(&mut self, finding: &RatingFinding, grade: &'a str) -> bool {
        let new_area = finding.area.is_none_or(|area| self.areas.insert((grade, finding.time, area)));
        let new_scope = self.scopes.insert((grade, finding.time, finding.scope.clone()));
        new_area && new_scope
    }
}

/// A count whose members are all named elsewhere is no entry of its own.
fn drop_named_counts(findings: &mut Vec<RatingFinding>) {
    let mut named: FxHashMap<(u8, Time), u32> = FxHashMap::default();
    for finding in findings.iter().filter(|finding| matches!(finding.scope, RatingScope::Area(_))) {
        *named.entry((finding.grade, finding.time)).or_default() += 1;
    }
    findings.retain(|finding| match finding.scope {
        RatingScope::Count(count) => {
            named.get(&(finding.grade, finding.time)).is_none_or(|&members| members < count)
        }
        RatingScope::Overall | RatingScope::Area(_) => true,
    });
}
