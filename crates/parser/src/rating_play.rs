//! Which grades an inspection may give: its inspectorate's scales, the likeliest first, and the year.

use onrecord_lexicon::{Lexicon, ScaleRow};

use crate::block::BlockKind;
use crate::inspection_finding::{BodyFinding, InspectionFinding};
use crate::rating_text::Play;
use crate::text::Text;
use crate::token::{Kind, Symbol};
use crate::vocabulary::{Meaning, Vocabulary};
use crate::word_class::Class;

/// Words by which the newest scale of an inspectorate is known from its older ones.
const REPORT_CARD: &[&str] =
    &["report card", "strong standard", "expected standard", "needs attention", "urgent improvement"];

/// The words that tell which scales are in use, as symbols: compiled once.
#[derive(Debug, Default)]
pub(crate) struct ScaleMarks {
    report_card: Vec<Vec<Symbol>>,
    /// For each scale of the lexicon the words of its programme; empty where it has none.
    programmes: Vec<Vec<Symbol>>,
    /// For each symbol whether some of them begin with it.
    starts: Vec<bool>,
}

impl ScaleMarks {
    /// Interns the words.
    pub(crate) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let report_card = REPORT_CARD.iter().map(|words| vocabulary.intern_all(words)).collect();
        // The press leaves out that a programme is national.
        let plain = |name: &str| name.strip_prefix("National ").unwrap_or(name).to_owned();
        let programme = |row: &ScaleRow| row.programme.as_deref().map(plain).unwrap_or_default();
        let programmes = lexicon.scales().iter().map(|row| vocabulary.intern_all(&programme(row)));
        let mut marks = Self { report_card, programmes: programmes.collect(), ..Self::default() };
        let words = marks.report_card.iter().chain(&marks.programmes);
        let starts: Vec<usize> =
            words.filter_map(|words| words.first()).map(|first| first.0 as usize).collect();
        marks.starts = vec![false; starts.iter().max().map_or(0, |last| last + 1)];
        starts.into_iter().for_each(|start| marks.starts[start] = true);
        marks
    }
}

impl ScaleMarks {
    #[inline]
    fn start(&self, symbol: Symbol) -> bool {
        self.starts.get(symbol.0 as usize).copied().unwrap_or(false)
    }
}

/// What an article as a whole tells of its scales: read once, whatever the number of its inspections.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    new_style: bool,
    /// For each scale of the lexicon, whether the article names its programme; true where it has none.
    named: Vec<bool>,
    byline_year: Option<u32>,
    year: Option<u32>,
}

/// How well a scale fits that names the kind of the body.
const OWN_KIND: i32 = 20;

/// Grades of a scale that ended more years ago than this are not spoken of any more.
const LONGEST_MEMORY: u32 = 14;

/// What the name of a body ends with, as [`Play::body_heads`] has it.
fn heads(name: &str) -> Vec<String> {
    let whole = name.split(" at ").next().unwrap_or_default();
    let plain = [" for ", " of ", " in "].iter().find_map(|link| whole.split_once(link));
    let own = plain.map_or(whole, |(own, _)| own);
    let last = |words: &str| words.rsplit(' ').next().unwrap_or_default().to_owned();
    if whole.contains(' ') { vec![last(whole), last(own)] } else { Vec::new() }
}

impl Text<'_> {
    /// What is in play in an inspection; `None` where the article does not say who inspects.
    pub(crate) fn play(&self, signs: &Signs, inspection: &InspectionFinding) -> Option<Play> {
        let inspectorate = inspection.inspectorate.as_ref()?.row;
        let scales = self.scales_in_play(inspectorate, signs, inspection.body.as_ref());
        let rows = scales.iter().map(|&scale| &self.lexicon.scales()[usize::from(scale)]);
        let body_name = inspection.body.as_ref().map(|body| body.name.to_lowercase()).unwrap_or_default();
        Some(Play {
            inspectorate,
            has_numbers: rows.into_iter().any(|row| row.grades.iter().any(|grade| grade.value.is_some())),
            scales,
            year: signs.year,
            byline_year: signs.byline_year,
            body_heads: heads(&body_name),
            body_name,
            body_kinds: inspection.body.as_ref().map(|body| body.kinds.clone()).unwrap_or_default(),
            body_words: inspection.body.as_ref().map(|body| self.body_words(body)).unwrap_or_default(),
        })
    }

    /// What the article as a whole tells of its scales.
    pub(crate) fn signs(&self, marks: &ScaleMarks) -> Signs {
        let byline_year = self.byline_year();
        let list = &self.tokens.list;
        let starts: Vec<usize> = (0..list.len()).filter(|&at| marks.start(list[at].symbol)).collect();
        Signs {
            new_style: marks.report_card.iter().any(|words| self.says(words, &starts)),
            named: marks
                .programmes
                .iter()
                .map(|words| words.is_empty() || self.says(words, &starts))
                .collect(),
            byline_year,
            year: byline_year.or_else(|| self.last_year()),
        }
    }

    /// Whether the article holds these words, at one of the places where such words may start.
    fn says(&self, words: &[Symbol], starts: &[usize]) -> bool {
        let list = &self.tokens.list;
        let here = |&at: &usize| list[at..].iter().map(|token| &token.symbol).take(words.len()).eq(words);
        starts.iter().any(here)
    }

    /// The inspectorate's scales, the likeliest first.
    fn scales_in_play(&self, inspectorate: u16, signs: &Signs, body: Option<&BodyFinding>) -> Vec<u16> {
        let id = &self.lexicon.inspectorates()[usize::from(inspectorate)].id;
        let newest = self.lexicon.scales().iter().filter_map(|row| year_of(&row.from)).max().unwrap_or(0) - 1;
        let mut scored: Vec<(i32, u16)> = Vec::new();
        for (index, row) in (0..).zip(self.lexicon.scales()) {
            let named = signs.named[usize::from(index)];
            if row.inspectorate != *id || !(named || row.areas.is_empty()) {
                continue;
            }
            let year = signs.year.unwrap_or(newest);
            if year_of(&row.to).is_some_and(|to| to + LONGEST_MEMORY < year) {
                continue;
            }
            let dated = in_use(row, year);
            let card = row.id.contains("report-card") || row.closed;
            let style = if !card || row.inspectorate != "ofsted" {
                0
            } else if signs.new_style {
                80
            } else {
                -80
            };
            let programme = if row.programme.is_some() && named { 20 } else { 0 };
            scored.push((self.kind_score(row, body) + if dated { 40 } else { 0 } + style + programme, index));
        }
        scored.sort_by_key(|&(score, index)| (-score, index));
        let own = |index: u16| self.kind_score(&self.lexicon.scales()[usize::from(index)], body);
        let named = scored.iter().any(|&(_, index)| own(index) == OWN_KIND);
        scored.retain(|&(_, index)| !named || own(index) > 0);
        scored.into_iter().map(|(_, index)| index).collect()
    }

    /// How well a scale fits the kind of body: one that names it, else one for all the rest.
    fn kind_score(&self, row: &ScaleRow, body: Option<&BodyFinding>) -> i32 {
        let kinds = self.lexicon.body_kinds();
        let named = body.is_some_and(|body| {
            body.kinds.iter().any(|&kind| row.bodies.contains(&kinds[usize::from(kind)].id))
        });
        match (named, row.bodies.is_empty()) {
            (true, _) => OWN_KIND,
            (false, true) => 10,
            (false, false) => 0,
        }
    }

    /// The year of a byline.
    fn byline_year(&self) -> Option<u32> {
        let bylines = self.blocks.iter().filter(|block| block.kind == BlockKind::Byline);
        bylines.into_iter().find_map(|block| years(self.source.get(block.span).unwrap_or_default()).last())
    }

    /// The last of several years in the text that is not one to come.
    fn last_year(&self) -> Option<u32> {
        let list = &self.tokens.list;
        let (mut last, mut first) = (None, None);
        for (index, token) in list.iter().enumerate().filter(|(_, token)| token.kind == Kind::Number) {
            let text = self.source.get(token.span()).unwrap_or_default();
            let before = index.checked_sub(1).and_then(|before| self.source.get(list[before].span()));
            if !matches!(before, Some("by" | "until" | "before" | "from")) {
                for year in years(text) {
                    last = last.max(Some(year));
                    first = Some(first.map_or(year, |first: u32| first.min(year)));
                }
            }
        }
        last.filter(|_| first != last)
    }

    /// The words of a body's name that only it has: not those that all bodies of a kind end with.
    fn body_words(&self, body: &BodyFinding) -> Vec<String> {
        let list = &self.tokens.list;
        let own = |&index: &usize| {
            let generic = self.vocabulary.terms(&list[index..=index]).any(|(_, meanings)| {
                meanings.iter().any(|meaning| {
                    matches!(meaning, Meaning::BodySuffix(_) | Meaning::BodyPrefix(_) | Meaning::BodyNoun(_))
                })
            });
            let classes = self.vocabulary.classes(list[index].symbol);
            list[index].is_capital()
                && !generic
                && !classes.has_any(&[Class::Starter, Class::Month, Class::Weekday])
        };
        let text = |index: usize| self.source.get(list[index].span()).unwrap_or_default().to_lowercase();
        let mut words: Vec<String> =
            body.tokens.clone().filter(own).map(text).filter(|word| word.len() > 1).collect();
        words.extend(initials(&body.name));
        words
    }
}

/// Greater Manchester Police → gmp
fn initials(name: &str) -> Option<String> {
    let letters: String =
        name.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    (letters.len() > 2).then(|| letters.to_lowercase())
}

/// Whether a scale was in use in a year.
pub(crate) fn in_use(row: &ScaleRow, year: u32) -> bool {
    year_of(&row.from).is_none_or(|from| from <= year) && year_of(&row.to).is_none_or(|to| to >= year)
}

/// The year of an ISO date.
fn year_of(date: &Option<String>) -> Option<u32> {
    date.as_ref().and_then(|date| date.get(..4)?.parse().ok())
}

/// The years in a text.
pub(crate) fn years(text: &str) -> impl Iterator<Item = u32> + '_ {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).filter(|year| (1990..=2040).contains(year))
}
