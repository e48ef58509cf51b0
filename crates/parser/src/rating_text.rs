//! What the readers of ratings look at: the tokens of an article, with the scales of the inspectorate in play.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::rating_known::Known;
use crate::rating_words::{RatingWords, Role};
use crate::text::Text;
use crate::token::{Kind, NOTHING, Symbol, Token};
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::WordList;

/// The article with what is in play.
#[derive(Clone, Copy)]
pub(crate) struct RatingText<'a> {
    pub article: Text<'a>,
    pub words: &'a RatingWords,
    pub play: &'a Play,
    pub known: &'a Known,
    /// Where the words begin that are not read yet: a list before a verb does not reach behind it.
    pub floor: usize,
}

/// The inspectorate whose grades are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Play {
    /// Index of the inspectorate in the lexicon.
    pub inspectorate: u16,
    /// Its scales that may be meant, the likeliest first.
    pub scales: Vec<u16>,
    /// Whether one of them has grades with a number.
    pub has_numbers: bool,
    /// The year in which the article was written, where its text tells.
    pub year: Option<u32>,
    /// The same, where a byline says so.
    pub byline_year: Option<u32>,
    /// Words with a capital that name the inspected body, in lower case; empty where it is not known.
    pub body_words: Vec<String>,
    /// The inspected body's name in lower case; empty where it is not known.
    pub body_name: String,
    /// What that name ends with, as a whole and before `at`, `for`, `of` or `in`; empty where it is one word.
    pub body_heads: Vec<String>,
    /// The kinds that it may be, by place in the lexicon's table; empty where its name does not tell.
    pub body_kinds: Vec<u16>,
}

/// What an area's name may stand before: the caring side, the safe domain.
static SIDES: WordList = WordList::new(&[
    "domains",
    "questions",
    "categories",
    "headings",
    "themes",
    "areas",
    "sides",
    "elements",
    "side",
    "front",
    "heading",
    "category",
    "question",
    "domain",
    "aspect",
    "element",
    "theme",
]);

/// The longest term that is looked back for.
const LONGEST_TERM: usize = 14;

impl<'a> RatingText<'a> {
    /// A token; behind the last one, a full stop without words, so that looking ahead always ends.
    #[inline]
    pub(crate) fn token(&self, index: usize) -> &'a Token {
        self.article.tokens.list.get(index).unwrap_or(&NOTHING)
    }

    fn symbol(&self, index: usize) -> Symbol {
        self.article.tokens.list.get(index).map_or(Symbol::UNKNOWN, |token| token.symbol)
    }

    pub(crate) fn text(&self, index: usize) -> &'a str {
        self.article.source.get(self.token(index).span()).unwrap_or_default()
    }

    /// Whether the token is this word, in any case; only for words rare enough to need no role.
    #[inline]
    pub(crate) fn is_word(&self, index: usize, word: &str) -> bool {
        self.article.tokens.list.get(index).is_some_and(|token| token.reads(self.article.source.text(), word))
    }

    /// Whether the token is a word on a list, in any case.
    #[inline]
    pub(crate) fn is_any(&self, index: usize, list: &WordList) -> bool {
        let tokens = &self.article.tokens.list;
        tokens.get(index).is_some_and(|token| token.reads_any(self.article.source.text(), list))
    }

    #[inline]
    pub(crate) fn is(&self, index: usize, role: Role) -> bool {
        self.words.is(self.symbol(index), role)
    }

    #[inline]
    pub(crate) fn has(&self, index: usize, class: Class) -> bool {
        self.article.vocabulary.classes(self.symbol(index)).has(class)
    }

    #[inline]
    pub(crate) fn number(&self, index: usize) -> Option<u8> {
        self.words.number(self.symbol(index))
    }

    /// Forms of be, have, do and the modals: with them a clause has its verb.
    pub(crate) fn is_finite(&self, index: usize) -> bool {
        if self.token(index).is_glued() && self.token(index).is_word() {
            return false;
        }
        let classes = self.article.vocabulary.classes(self.token(index).symbol);
        classes.has_any(&[Class::Be, Class::Have, Class::Modal])
            && !self.is_may(index)
            && !self.is_word(index, "having")
    }

    /// `in May`: the month and no verb.
    pub(crate) fn is_may(&self, index: usize) -> bool {
        self.is_word(index, "may")
            && self.token(index).is_capital()
            && !self.token(index).is_all_capitals()
            && index > 0
            && (self.has(index - 1, Class::Preposition) || self.token(index - 1).kind == Kind::Number)
    }

    /// Whether a reporting verb or phrase begins at a token. Verbs that report nothing but quotations are none
    /// here: no grade is their clause's, and many are nouns (`end of life care`, `early reading`).
    pub(crate) fn reports(&self, index: usize) -> bool {
        self.has(index, Class::Reporting) && {
            let list = &self.article.tokens.list;
            let rest = &list[index..list.len().min(index + 6)];
            let mut terms = self.article.vocabulary.terms(rest);
            let verbs = self.article.lexicon.verbs();
            terms.any(|(_, meanings)| {
                meanings.iter().any(|meaning| match meaning {
                    Meaning::Verb(row) => verbs[usize::from(*row)].frames != [Frame::Quotation],
                    _ => false,
                })
            })
        }
    }

    /// Whether a token is the second half of a word with a hyphen.
    pub(crate) fn is_half_word(&self, index: usize) -> bool {
        let half = index > 0 && self.token(index).is_glued() && self.token(index).is_word();
        half && (self.token(index - 1).kind == Kind::Word || self.text(index - 1) == "-")
    }

    /// A mark other than quotation marks.
    pub(crate) fn is_mark(&self, index: usize) -> bool {
        let token = self.token(index);
        !matches!(token.kind, Kind::Word | Kind::Number | Kind::Clitic) && !token.is_quotation_mark()
    }

    pub(crate) fn past_quotes(&self, mut at: usize, end: usize) -> usize {
        while at < end && self.token(at).is_quotation_mark() {
            at += 1;
        }
        at
    }

    pub(crate) fn before_quotes(&self, start: usize, mut end: usize) -> usize {
        while end > start && self.token(end - 1).is_quotation_mark() {
            end -= 1;
        }
        end
    }

    /// The longest area of a scale in play that begins at `at`: where it ends, and which it is.
    pub(crate) fn known_area(&self, at: usize, end: usize) -> Option<(usize, u16, u16)> {
        let terms = self.article.vocabulary.terms(&self.article.tokens.list[at..end]);
        let areas = terms.filter_map(|(length, meanings)| {
            let (scale, area) = self.area_in_play(meanings)?;
            Some((at + length, scale, area))
        });
        let exact = areas.last().or_else(|| self.clause_area(at, end));
        let other = self.area_in_other_words(at, end);
        match (exact, other) {
            (Some(exact), Some(other))
                if exact.0 < other.0 && !(exact.0..other.0).any(|index| self.is(index, Role::And)) =>
            {
                Some(other)
            }
            (exact, other) => exact.or(other),
        }
    }

    /// The longest area of a scale in play that ends at `end`: where it begins, and which it is.
    pub(crate) fn known_area_before(&self, start: usize, end: usize) -> Option<(usize, u16, u16)> {
        let last = end.checked_sub(1).filter(|&last| last >= start && self.has(last, Class::AreaEnd));
        let starts = last.map_or(end..end, |_| start.max(end.saturating_sub(LONGEST_TERM))..end);
        let known = starts.into_iter().find_map(|at| {
            let terms = self.article.vocabulary.terms(&self.article.tokens.list[at..end]);
            let whole = terms.filter(|&(length, _)| at + length == end);
            let (scale, area) = whole.filter_map(|(_, meanings)| self.area_in_play(meanings)).next()?;
            Some((at, scale, area))
        });
        let side = end.checked_sub(1).filter(|&last| last > start && self.is_any(last, &SIDES));
        if known.is_none()
            && let Some((at, scale, area)) = side.and_then(|side| self.known_area_before(start, side))
        {
            return Some((at, scale, area));
        }
        let exact = known.or_else(|| self.clause_area_before(start, end));
        let other = self.area_in_other_words_before(start, end);
        match (exact, other) {
            (Some(exact), Some(other))
                if exact.0 > other.0 && !(other.0..exact.0).any(|index| self.is(index, Role::And)) =>
            {
                Some(other)
            }
            (exact, other) => exact.or(other),
        }
    }

    fn area_in_play(&self, meanings: &[Meaning]) -> Option<(u16, u16)> {
        self.play.scales.iter().find_map(|&wanted| {
            meanings.iter().find_map(|meaning| match *meaning {
                Meaning::Area { scale, area } if scale == wanted => Some((scale, area)),
                _ => None,
            })
        })
    }

    /// The canonical name of an area where records always use that (CQC), else `None`.
    pub(crate) fn fixed_name(&self, scale: u16, area: u16) -> Option<&'a str> {
        let row = &self.article.lexicon.scales()[usize::from(scale)].areas[usize::from(area)];
        row.fixed.then_some(row.name.as_str())
    }

    /// The names of the areas that the likeliest scale fixes; empty where it fixes none.
    pub(crate) fn fixed_areas(&self) -> impl Iterator<Item = &'a str> {
        let scales = self.play.scales.iter().map(|&scale| &self.article.lexicon.scales()[usize::from(scale)]);
        let scale = scales.into_iter().find(|row| !row.closed && !row.areas.is_empty());
        scale
            .into_iter()
            .flat_map(|row| row.areas.iter().filter(|area| area.fixed).map(|area| area.name.as_str()))
    }

    /// Whether a scale in play has a grade for the whole.
    pub(crate) fn grades_the_whole(&self) -> bool {
        let scales = self.article.lexicon.scales();
        self.play.scales.iter().any(|&scale| scales[usize::from(scale)].overall)
    }

    /// The words of a range in lower case, without quotation marks, as an area's name is written.
    pub(crate) fn name(&self, tokens: Range<usize>) -> String {
        let mut name = String::with_capacity(tokens.clone().map(|index| self.token(index).len() + 1).sum());
        let mut end_of_last = None;
        let end = tokens.end;
        let site = self.is_site(tokens.clone());
        for index in tokens {
            let token = self.token(index);
            if token.is_quotation_mark() && !(token.is_single_mark() && token.is_glued() && index + 1 < end) {
                continue;
            }
            if let Some(end) = end_of_last {
                let gap = &self.article.source.text()[end as usize..token.start as usize];
                name.push_str(if token.is_glued() { gap } else { " " });
            }
            end_of_last = Some(token.end);
            let text = self.text(index);
            match token.is_capital() && (site || self.keeps_capital(index)) {
                true => name.push_str(text),
                false if text.is_ascii() => {
                    name.extend(text.chars().map(|letter| letter.to_ascii_lowercase()))
                }
                false => name.push_str(&text.to_lowercase()),
            }
        }
        name
    }

    /// Proper names keep their capital in an area's name (surgery at Lutterham General).
    fn keeps_capital(&self, index: usize) -> bool {
        !self.token(index).is_line_start() && index > 0 && {
            let before = self.token(index - 1);
            before.is_word() && self.article.vocabulary.classes(before.symbol).has(Class::Preposition)
                || before.is_capital() && !before.is_line_start()
                || before.kind == Kind::Clitic && index > 1 && self.token(index - 2).is_capital()
        }
    }
}
