//! Who tells a grade: the inspectorate, or somebody whose word grades nothing (`…, the head said`).

use std::ops::Range;

use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// A speaker's words are no more, with a title and a post.
const LONGEST_SPEAKER: usize = 9;

/// Who tells of a grade and is no inspector, beside those who work at a place.
const TELLERS: &[&str] = &[
    "councillor",
    "cllr",
    "mother",
    "father",
    "mum",
    "dad",
    "daughter",
    "son",
    "resident",
    "parent",
    "patient",
    "relative",
    "relatives",
    "families",
    "unions",
    "campaigners",
    "mayor",
    "mp",
    "minister",
    "headmaster",
    "headmistress",
    "matron",
    "nurse",
    "teacher",
    "owner",
    "mr",
    "mrs",
    "ms",
    "miss",
    "spokesperson",
];

/// Verbs of opinion, which report nobody's grade.
static OPINIONS: WordList = WordList::new(&[
    "reckons",
    "reckoned",
    "thinks",
    "believes",
    "feels",
    "insists",
    "insisted",
    "considers",
]);

impl RatingText<'_> {
    /// `Attendance is good and behaviour is outstanding, | the head said`, `The manager said | safety is good`: the
    /// words are somebody's who is no inspector, and the sentence names none.
    pub(crate) fn is_told_by_another(&self, words: Range<usize>, sentence: &Range<usize>) -> bool {
        if self.names_own_inspectorate(sentence.clone()) || self.is_timed(words.end, sentence.end) {
            return false;
        }
        let behind = (words.end..sentence.end).find(|&index| self.token(index).kind == Kind::Comma);
        let behind = behind.is_some_and(|comma| {
            let near = comma + 1..sentence.end.min(comma + 1 + LONGEST_SPEAKER);
            near.clone().any(|index| self.reports(index) || self.is_any(index, &OPINIONS))
                && self.is_teller(near)
        });
        let verb = (sentence.start + 1..words.start)
            .find(|&index| self.reports(index) || self.is_any(index, &OPINIONS));
        let before = verb.is_some_and(|verb| {
            verb - sentence.start <= LONGEST_SPEAKER && self.is_teller(sentence.start..verb)
        });
        behind || before
    }

    /// The first words of a speaker, up to the verb or a mark, name somebody of the inspected body or the public.
    fn is_teller(&self, words: Range<usize>) -> bool {
        let mut near =
            words.take_while(|&index| !self.is_mark(index) && !self.has(index, Class::Preposition));
        near.any(|index| {
            let inspects = self.has(index, Class::InspectorNoun) || self.has(index, Class::InspectorateNoun);
            !inspects
                && (self.is(index, Role::People) && !self.is_word(index, "inspectors")
                    || TELLERS.iter().any(|word| self.is_word(index, word)))
        })
    }

    /// `X requires improvement, | the CQC has decided`, `The CQC says | it 'requires improvement'`: the inspectorate's
    /// own word, and no noun follows that improvement is needed in.
    pub(crate) fn is_told_by_inspectorate(&self, grade: &Range<usize>, sentence: &Range<usize>) -> bool {
        let end = grade.end;
        let closes = end >= sentence.end
            || matches!(self.token(end).kind, Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Dash)
            || self.is_word(end, "overall")
            || self.is_word(end, "according");
        let verb = sentence.clone().any(|index| {
            self.reports(index)
                || self.is_any(
                    index,
                    words!["decided", "ruled", "concluded", "judged", "verdict", "according", "says", "say"],
                )
        });
        closes && verb && self.names_own_inspectorate(sentence.clone())
    }

    /// Whether words name the inspectorate, its inspectors or its report.
    fn names_own_inspectorate(&self, mut words: Range<usize>) -> bool {
        let list = &self.article.tokens.list;
        let end = words.end;
        words.any(|at| {
            let mut terms = self.article.vocabulary.terms(&list[at..end]);
            self.has(at, Class::InspectorNoun)
                || self.has(at, Class::InspectorateNoun)
                || self.is_any(at, words!["inspectors", "report", "watchdog", "regulator", "inspectorate"])
                || terms.any(|(_, meanings)| {
                    meanings.iter().any(|meaning| match meaning {
                        Meaning::Inspectorate(row) => *row == self.play.inspectorate,
                        Meaning::SharedInspectorate(_) | Meaning::InspectorateNoun(_) => true,
                        _ => false,
                    })
                })
        })
    }
}
