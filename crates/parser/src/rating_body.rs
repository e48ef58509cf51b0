//! Whether a noun phrase means the inspected body.

use std::ops::Range;

use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// Nouns for any inspected body.
const GENERIC_BODIES: &[&str] = &[
    "service",
    "provider",
    "organisation",
    "body",
    "business",
    "agency",
    "outlet",
    "establishment",
    "site",
    "authority",
];

/// Phrases that mean the body though their last word alone would not.
const BODY_PHRASES: &[&str] = &[
    "children's services",
    "children’s services",
    "children's social care",
    "children’s social care",
    "adult social care",
    "social care",
    "care services",
    "centre",
    // a score for food hygiene is that of the place
    "food hygiene",
];

impl RatingText<'_> {
    /// Whether a noun phrase is the inspected body (`true`), something else that is graded by others or by
    /// nobody (`false`), or neither, and so perhaps an area.
    pub(crate) fn as_body(&self, tokens: Range<usize>) -> Option<bool> {
        let head = self.head_end(tokens.clone());
        let last = head - 1;
        if tokens.clone().any(|index| self.is(index, Role::Foreign) && self.is_foreign_use(index, tokens.end))
        {
            return Some(false);
        }
        // "four homes", "40 homes"; not "the four-bed home", "the 40-bed home"
        let number = self.number(tokens.start).is_some_and(|number| number != 1)
            || self.token(tokens.start).kind == Kind::Number;
        if number && !self.token(tokens.start + usize::from(tokens.len() > 1)).is_glued() {
            return Some(false);
        }
        if self.is_outcomes(tokens.clone()) {
            return Some(true);
        }
        let named = (tokens.start..head).any(|index| self.is_name_word(index));
        if named && self.is_definite(tokens.start, head) {
            return Some(true);
        }
        if named && self.is_told_first(tokens.start, head) {
            return Some(true);
        }
        if named && self.is_site(tokens.start..head) {
            return None;
        }
        if named {
            let body = self.names_body(tokens.clone()) && !self.names_another(tokens.start..head);
            return Some(self.play.body_words.is_empty() || body);
        }
        if self.is_the(tokens.start) && self.heads_body_name(&self.name(tokens.start..head)) {
            return Some(true);
        }
        let plain = tokens.len() == 1 || tokens.len() == 2 && self.is_word(tokens.start + 1, "itself");
        if plain
            && !self.body_noun_before(tokens.start, tokens.start + 1)
            && !BODY_PHRASES.iter().any(|phrase| self.is_word(tokens.start, phrase))
            && self.has(tokens.start, Class::BodyNoun)
            && (self.is_the(tokens.start)
                || self.token(tokens.start).is_capital() && !self.begins_sentence(tokens.start))
        {
            return Some(false);
        }
        if head - tokens.start == 1 && self.token(tokens.start).is_all_capitals() {
            return Some(true);
        }
        if self.play.body_name.len() > 8
            && self.name(tokens.clone()).eq_ignore_ascii_case(&self.play.body_name)
        {
            return Some(true);
        }
        let phrase = self.name(tokens.start..head);
        let owned = (tokens.start..head).any(|index| self.token(index).kind == Kind::Clitic);
        let name = &self.play.body_name;
        let own = name.is_empty() || name.contains("council") || name.contains(&phrase);
        let council = !phrase.contains("children") && !phrase.contains("social care") || own;
        if !council && BODY_PHRASES.iter().any(|known| known.contains(' ') && phrase.ends_with(known)) {
            return Some(false);
        }
        if council && BODY_PHRASES.contains(&phrase.as_str())
            || council
                && owned
                && BODY_PHRASES.iter().any(|known| known.contains(' ') && phrase.ends_with(known))
            || phrase.contains(' ') && self.play.body_name.starts_with(&phrase)
            || self.is_the(tokens.start) && self.heads_body_name(&phrase)
        {
            return Some(true);
        }
        let part =
            head - tokens.start == 1 && self.is_any(tokens.start, words!["department", "unit", "ward"]);
        if part && self.is_the(tokens.start) && self.play.body_name.contains(" at ") {
            return Some(true);
        }
        let at_place = head - tokens.start == 1 && head < tokens.end && self.is_word(head, "at");
        if at_place && !self.is_the(tokens.start) {
            return None;
        }
        if self.body_noun_before(tokens.start, head)
            || (tokens.start..head).any(|index| self.is_word(index, "overall"))
        {
            return Some(true);
        }
        if self.names_body(tokens.start..head) {
            return Some(true);
        }
        self.is(last, Role::People).then_some(false)
    }

    /// `outcomes`, `outcomes for prisoners`: what the body does for those it serves, and so the body.
    fn is_outcomes(&self, tokens: Range<usize>) -> bool {
        let whom = tokens.start + 2..tokens.end;
        self.is_word(tokens.start, "outcomes")
            && self.known_area(tokens.start, tokens.end).is_none()
            && !(tokens.start > 0 && self.is(tokens.start - 1, Role::AreaPreposition))
            && (tokens.len() == 1
                || self.is_word(tokens.start + 1, "for")
                    && whom.clone().all(|index| self.token(index).is_word())
                    && whom.len() < 4
                    && !whom.is_empty())
    }

    /// Whether parts of the inspected body get grades of their own: a hospital's wards, a council's services.
    pub(crate) fn has_departments(&self) -> bool {
        const WHOLE: &[&str] =
            &["home", "house", "surgery", "practice", "nursing", "dental", "centre", "lodge", "court"];
        let name = &self.play.body_name;
        let parts = ["hospital", "trust", "council", "infirmary", "ambulance", " at ", "services"];
        parts.iter().any(|part| name.contains(part)) || name.is_empty() || {
            let kinds = self.article.lexicon.body_kinds();
            let whole = |&kind: &u16| {
                let id = &kinds[usize::from(kind)].id;
                WHOLE.iter().any(|word| id.contains(word)) || id.contains("care") || id.contains("gp")
            };
            !self.play.body_kinds.is_empty() && !self.play.body_kinds.iter().any(whole)
        }
    }

    /// `the department`, where the emergency department at a hospital is inspected.
    fn heads_body_name(&self, noun: &str) -> bool {
        self.play.body_heads.iter().any(|head| head == noun)
    }

    /// Whether a noun for a kind of body that the inspectorate inspects ends right before `end`.
    pub(crate) fn body_noun_before(&self, start: usize, end: usize) -> bool {
        if end > start && GENERIC_BODIES.iter().any(|word| self.is_word(end - 1, word)) {
            return true;
        }
        (start.max(end.saturating_sub(5))..end).any(|at| {
            let terms = self.article.vocabulary.terms(&self.article.tokens.list[at..end]);
            terms.filter(|&(length, _)| at + length == end).any(|(_, meanings)| {
                meanings
                    .iter()
                    .any(|meaning| matches!(*meaning, Meaning::BodyNoun(kind) if self.may_be_kind(kind)))
            })
        })
    }

    /// Whether the inspected body may be of a kind.
    fn may_be_kind(&self, kind: u16) -> bool {
        if !self.play.body_kinds.is_empty() {
            return self.play.body_kinds.contains(&kind);
        }
        let inspects = &self.article.lexicon.inspectorates()[usize::from(self.play.inspectorate)].inspects;
        inspects.is_empty() || inspects.contains(&self.article.lexicon.body_kinds()[usize::from(kind)].id)
    }

    /// Whether a noun phrase ends with an inspectorate, its people or its report.
    pub(crate) fn is_agent(&self, tokens: Range<usize>) -> bool {
        let last = tokens.end - 1;
        if self.has(last, Class::InspectorNoun)
            || self.has(last, Class::InspectorateNoun)
            || self.is_any(
                last,
                words![
                    "inspectors",
                    "inspector",
                    "inspection",
                    "report",
                    "officers",
                    "watchdog",
                    "regulator",
                    "visit",
                ],
            )
        {
            return true;
        }
        tokens.clone().any(|at| {
            self.article.vocabulary.terms(&self.article.tokens.list[at..tokens.end]).any(|(_, meanings)| {
                meanings.iter().any(|meaning| {
                    matches!(meaning, Meaning::Inspectorate(_) | Meaning::SharedInspectorate(_))
                })
            })
        })
    }

    /// `the Marchcliffe school`, `one of the country's largest colleges`: the body under another name.
    fn is_definite(&self, start: usize, head: usize) -> bool {
        let the = start > 0 && (self.is_word(start - 1, "the") || self.is_word(start - 1, "this"));
        let owned = (start..head).any(|index| self.token(index).kind == Kind::Clitic);
        the && !owned && self.body_noun_before(start, head) && !self.token(head - 1).is_capital()
    }

    /// `A Skelby care home` in the sentence that opens the story: the body, which is named further on.
    fn is_told_first(&self, start: usize, head: usize) -> bool {
        let any = start > 0 && self.is_any(start - 1, words!["a", "an"]);
        let noun = any && !self.token(head - 1).is_capital() && self.body_noun_before(start, head);
        noun && self.is_in_lead(start)
    }

    /// Whether a token stands in the first whole sentence below the headline.
    fn is_in_lead(&self, at: usize) -> bool {
        let article = self.article;
        let told = |sentence: &&Sentence| {
            article.blocks[sentence.block].kind == BlockKind::Paragraph
                && article.tokens.list[sentence.tokens.end - 1].kind == Kind::Stop
        };
        let lead = article.tokens.sentences.iter().find(told);
        lead.is_some_and(|lead| lead.tokens.contains(&at))
    }

    /// Whether an article or possessive stands before a word.
    fn is_the(&self, at: usize) -> bool {
        at > 0 && (self.is(at - 1, Role::Article) || self.token(at - 1).kind == Kind::Clitic)
    }

    /// `another school` is foreign, `another area` is not.
    pub(crate) fn is_foreign_use(&self, at: usize, end: usize) -> bool {
        !(at..end).any(|index| self.is(index, Role::AreaNoun))
    }

    /// The end of the head: before the first preposition that is not `of`.
    fn head_end(&self, tokens: Range<usize>) -> usize {
        (tokens.start + 1..tokens.end)
            .find(|&index| {
                let ends = self.has(index, Class::Preposition)
                    || self.token(index).kind == Kind::Comma
                    || self.is(index, Role::Aside)
                        && (!self.is_word(index, "run") || self.is_word(index + 1, "by"));
                // "the council-run home"
                ends && !(self.token(index).is_word() && self.token(index).is_glued())
            })
            .unwrap_or(tokens.end)
    }

    /// A word with a capital that only a name has.
    pub(crate) fn is_name_word(&self, at: usize) -> bool {
        let token = self.token(at);
        token.is_capital() && !self.begins_sentence(at) && !token.is_all_capitals()
    }

    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        let token = self.token(at);
        if token.is_line_start() || at == 0 {
            return true;
        }
        let before = self.token(at - 1);
        // `Ashby Lodge: | Care home rated`
        matches!(before.kind, Kind::Stop | Kind::Colon)
            || before.is_quotation_mark()
                && (at < 2
                    || self.token(at - 1).is_line_start()
                    || self.token(at - 2).kind == Kind::Stop
                    || self.token(at - 2).kind == Kind::Colon)
    }

    /// Whether a name has a word that the inspected body's has not: Bellwether Infants is not Bellwether Junior
    /// School.
    pub(crate) fn names_another(&self, tokens: Range<usize>) -> bool {
        let own = |index: usize| {
            self.play.body_name.split(' ').any(|word| word.eq_ignore_ascii_case(self.text(index)))
        };
        let mut last = tokens
            .clone()
            .rev()
            .filter(|&index| self.token(index).is_capital() && self.token(index).is_word());
        tokens.len() == 2 && last.next().is_some_and(|index| index > tokens.start && !own(index))
    }

    /// Whether a phrase holds a word of the inspected body's name.
    pub(crate) fn names_body(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|index| {
            self.token(index).is_capital()
                && self.play.body_words.iter().any(|word| word.eq_ignore_ascii_case(self.text(index)))
        })
    }
}
