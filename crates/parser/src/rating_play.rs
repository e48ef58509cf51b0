//! Which inspectorate's grades an article speaks of, on which scales, and in which year.

use onrecord_lexicon::ScaleRow;

use crate::block::BlockKind;
use crate::rating_text::{Article, Play};
use crate::token::Kind;
use crate::vocabulary::Meaning;

/// Words by which the newest scale of an inspectorate is known from its older ones.
const REPORT_CARD: &[&str] = &["report card", "strong standard", "expected standard", "needs attention"];

impl Article<'_> {
    /// What is in play in an article; `None` where it names no inspectorate.
    pub(crate) fn play(&self) -> Option<Play> {
        let counts = self.inspectorate_counts();
        let inspectorate = most_frequent(&counts)?;
        let year = self.year();
        let kinds = self.kind_counts();
        Some(Play {
            inspectorate,
            scales: self.scales_in_play(inspectorate, year, &kinds),
            year,
            body_words: self.body_words(inspectorate),
        })
    }

    /// How often each inspectorate is named, with the place of its first mention.
    fn inspectorate_counts(&self) -> Vec<(u16, u32)> {
        let mut counts: Vec<(u16, u32)> = Vec::new();
        self.each_term(|_, meanings| {
            for meaning in meanings {
                if let Meaning::Inspectorate(index) = *meaning
                    && !self.lexicon.inspectorates()[usize::from(index)].incidental
                {
                    match counts.iter_mut().find(|(known, _)| *known == index) {
                        Some((_, count)) => *count += 1,
                        None => counts.push((index, 1)),
                    }
                }
            }
        });
        counts
    }

    /// Calls `see` with every longest term of the article.
    fn each_term(&self, mut see: impl FnMut(std::ops::Range<usize>, &[Meaning])) {
        let list = &self.tokens.list;
        let mut at = 0;
        while at < list.len() {
            match self.vocabulary.longest_term(&list[at..]) {
                Some((length, meanings)) => {
                    see(at..at + length, meanings);
                    let names = meanings.iter().any(|meaning| matches!(meaning, Meaning::Inspectorate(_)));
                    at += if names { length } else { 1 };
                }
                None => at += 1,
            }
        }
    }

    /// How often each kind of body is meant.
    fn kind_counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.lexicon.body_kinds().len()];
        self.each_term(|_, meanings| {
            for meaning in meanings {
                match *meaning {
                    Meaning::BodySuffix(kind) | Meaning::BodyPrefix(kind) => counts[usize::from(kind)] += 2,
                    Meaning::BodyNoun(kind) => counts[usize::from(kind)] += 1,
                    _ => {}
                }
            }
        });
        counts
    }

    /// The inspectorate's scales, the likeliest first.
    fn scales_in_play(&self, inspectorate: u16, year: Option<u32>, kinds: &[u32]) -> Vec<u16> {
        let id = &self.lexicon.inspectorates()[usize::from(inspectorate)].id;
        let text = self.source.text().to_lowercase();
        let new_style = REPORT_CARD.iter().any(|words| text.contains(words));
        let mut scored: Vec<(i64, u16)> = Vec::new();
        for (index, row) in (0..).zip(self.lexicon.scales()) {
            let named =
                row.programme.as_ref().is_none_or(|programme| text.contains(&programme.to_lowercase()));
            if row.inspectorate == *id && (named || row.areas.is_empty()) {
                let dated = year.map_or(row.to.is_none(), |year| in_use(row, year));
                let card = i64::from(row.id.contains("report-card") || row.id.contains("safeguarding"));
                let style = if card == 1 { if new_style { 40 } else { -40 } } else { 0 };
                scored
                    .push((self.kind_score(row, kinds).min(20) + if dated { 40 } else { 0 } + style, index));
            }
        }
        scored.sort_by_key(|&(score, index)| (-score, index));
        scored.into_iter().map(|(_, index)| index).collect()
    }

    fn kind_score(&self, row: &ScaleRow, kinds: &[u32]) -> i64 {
        let counts = self.lexicon.body_kinds().iter().zip(kinds);
        counts.filter(|(kind, _)| row.bodies.contains(&kind.id)).map(|(_, &count)| i64::from(count)).sum()
    }

    /// The year of a byline, else the last of several years in the text that is not one to come.
    fn year(&self) -> Option<u32> {
        let byline = self
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Byline)
            .find_map(|block| years(self.source.get(block.span).unwrap_or_default()).next());
        if byline.is_some() {
            return byline;
        }
        let list = &self.tokens.list;
        let mut found: Vec<u32> = Vec::new();
        for (index, token) in list.iter().enumerate().filter(|(_, token)| token.kind == Kind::Number) {
            let text = self.source.get(token.span()).unwrap_or_default();
            let before = index.checked_sub(1).and_then(|before| self.source.get(list[before].span()));
            if !matches!(before, Some("by" | "until" | "before" | "from")) {
                found.extend(years(text));
            }
        }
        let last = found.iter().copied().max()?;
        found.iter().any(|&year| year != last).then_some(last)
    }

    /// The words of the inspected body's name: of the names with a body's suffix or prefix, else of all names
    /// near the top, the one that the article names most.
    fn body_words(&self, inspectorate: u16) -> Vec<String> {
        let names = self.names();
        let inspects = &self.lexicon.inspectorates()[usize::from(inspectorate)].inspects;
        let mut best: Option<(i64, Vec<String>)> = None;
        for (rank, name) in names.iter().enumerate() {
            let tokens = &self.tokens.list[name.clone()];
            let marks = self.body_mark(tokens, inspects);
            let words = self.name_words(name.clone());
            if words.is_empty() {
                continue;
            }
            let count = names.iter().filter(|other| self.shares_word(other, &words)).count() as i64;
            let score = count.min(6) * 2 + marks - (rank as i64).min(30);
            if best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, words));
            }
        }
        let mut words = best.map(|(_, words)| words).unwrap_or_default();
        words.extend(self.crosshead_words());
        words
    }

    /// Runs of words with capitals that are no inspectorate: names.
    fn names(&self) -> Vec<std::ops::Range<usize>> {
        let mut names = Vec::new();
        for sentence in &self.tokens.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let stop = self.name_end(at, sentence.tokens.end);
                if stop > at {
                    let agent = self.vocabulary.terms(&self.tokens.list[at..]).any(|(_, meanings)| {
                        meanings.iter().any(|meaning| matches!(meaning, Meaning::Inspectorate(_)))
                    });
                    if !agent && names.len() < 400 {
                        names.push(at..stop);
                    }
                }
                at = stop.max(at + 1);
            }
        }
        names
    }

    fn name_end(&self, at: usize, end: usize) -> usize {
        let list = &self.tokens.list;
        let capital = |index: usize| index < end && list[index].is_capital() && list[index].is_word();
        let mut stop = at;
        while stop < end && capital(stop) {
            stop += 1;
            let link = stop < end
                && matches!(
                    self.source.get(list[stop].span()),
                    Some("of" | "and" | "&" | "'s" | "’s" | "at")
                );
            let more = capital(stop + 1) && stop + 1 < end;
            if link && more && stop > at {
                stop += 1;
            }
        }
        stop
    }

    /// How much a name looks like one of a body that the inspectorate inspects.
    fn body_mark(&self, tokens: &[crate::token::Token], inspects: &[String]) -> i64 {
        let kinds = self.lexicon.body_kinds();
        let mut mark = 0;
        for start in 0..tokens.len() {
            for (length, meanings) in self.vocabulary.terms(&tokens[start..]) {
                for meaning in meanings {
                    mark = mark.max(match *meaning {
                        Meaning::Body(_) => 24,
                        Meaning::BodySuffix(kind) if start > 0 && start + length == tokens.len() => {
                            if inspects.contains(&kinds[usize::from(kind)].id) {
                                24
                            } else {
                                4
                            }
                        }
                        Meaning::BodyPrefix(kind) if start == 0 && length < tokens.len() => {
                            if inspects.contains(&kinds[usize::from(kind)].id) { 24 } else { 4 }
                        }
                        _ => 0,
                    });
                }
            }
        }
        mark
    }

    /// The words of a name that only it has: not those that all bodies of a kind end with.
    fn name_words(&self, name: std::ops::Range<usize>) -> Vec<String> {
        let list = &self.tokens.list;
        let own = |&index: &usize| {
            let generic = self.vocabulary.terms(&list[index..index + 1]).any(|(_, meanings)| {
                meanings.iter().any(|meaning| {
                    matches!(meaning, Meaning::BodySuffix(_) | Meaning::BodyPrefix(_) | Meaning::BodyNoun(_))
                })
            });
            let classes = self.vocabulary.classes(list[index].symbol);
            list[index].is_capital()
                && !generic
                && !classes.has(crate::word_class::Class::Starter)
                && !classes.has(crate::word_class::Class::Month)
                && !classes.has(crate::word_class::Class::Weekday)
        };
        let text = |index: usize| self.source.get(list[index].span()).unwrap_or_default().to_lowercase();
        name.filter(own).map(text).filter(|word| word.len() > 1).collect()
    }

    fn shares_word(&self, name: &std::ops::Range<usize>, words: &[String]) -> bool {
        name.clone().any(|index| {
            let text = self.source.get(self.tokens.list[index].span()).unwrap_or_default();
            words.iter().any(|word| word.eq_ignore_ascii_case(text))
        })
    }

    /// In a round-up, headings name the bodies.
    fn crosshead_words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for (block, tokens) in self.blocks.iter().zip(&self.tokens.blocks) {
            if block.kind == BlockKind::Crosshead {
                words.extend(self.name_words(tokens.clone()));
            }
        }
        words
    }
}

fn most_frequent(counts: &[(u16, u32)]) -> Option<u16> {
    let most = counts.iter().map(|&(_, count)| count).max()?;
    counts.iter().find(|&&(_, count)| count == most).map(|&(index, _)| index)
}

/// Whether a scale was in use in a year.
pub(crate) fn in_use(row: &ScaleRow, year: u32) -> bool {
    let bound = |date: &Option<String>| date.as_ref().and_then(|date| date.get(..4)?.parse::<u32>().ok());
    bound(&row.from).is_none_or(|from| from <= year) && bound(&row.to).is_none_or(|to| to >= year)
}

/// The years in a text.
pub(crate) fn years(text: &str) -> impl Iterator<Item = u32> + '_ {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).filter(|year| (1990..=2040).contains(year))
}
