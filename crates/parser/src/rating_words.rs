//! Closed classes of words that only the reading of ratings asks for.

use onrecord_lexicon::Lexicon;

use crate::rating_area_words::AreaWords;
use crate::token::Symbol;
use crate::vocabulary::Vocabulary;
use crate::word_class::Class;

/// What a word is in talk of grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// area, category, theme, key question: what grades are counted in.
    AreaNoun,
    /// outcome, category, level: what a place on the scale is named by.
    PlaceNoun,
    /// rating, grade, mark: what a grade is.
    RatingNoun,
    /// all, every, each.
    All,
    /// other, remaining, rest.
    Rest,
    /// Best end of a scale: top, highest.
    Top,
    /// Worst end of a scale: lowest, bottom.
    Bottom,
    /// possible, available: stands beside top and lowest.
    Possible,
    /// except, bar, apart: takes areas out.
    Except,
    /// a, the, its: opens a noun phrase.
    Article,
    /// for, in, at: leads to the area.
    AreaPreposition,
    /// how, whether, being: leads to an area put as a clause.
    How,
    /// and, plus: joins areas.
    And,
    /// Stands between subject and verb, or beside the grade, and changes nothing.
    Filler,
    /// solid, new, lone: stands between an article and a grade.
    BeforeGrade,
    /// Begins words in commas that say more about what stands before them.
    Aside,
    /// key, inspected, main: stands before an area noun.
    AreaAdjective,
    /// it, they: means the body.
    BodyPronoun,
    /// Ends a noun phrase though it is no mark: but, after, when.
    Boundary,
    /// neighbouring, sister: speaks of a body that is not the inspected one.
    Foreign,
    /// people, staff, pupils: graded by nobody.
    People,
    /// there, latter: means an area named before.
    Back,
    /// stars, out, overall: shows that a number is a grade.
    Score,
    /// per, cent, percent.
    Share,
    /// time, year, reason: what a grade is not for.
    TimeNoun,
    /// of.
    Of,
    /// verdict, slumped, scooped: speaks of grading, so that a grade's word near it is a grade.
    Frame,
    /// threes: a number that is a grade.
    Plural,
    /// The first word of a grade, a number, an end of the scale: no grade is named without one.
    GradeWord,
    /// May begin a grade whatever stands before it.
    GradeOpener,
    /// May begin a grade or stand before one: an article, a filler, an adjective, the noun of a grade's number.
    GradeLead,
}

use Role::*;

const WORDS: &[(Role, &str)] = &[
    (
        AreaNoun,
        "terms matters lines inquiry enquiry area areas category categories standard standards theme themes question questions heading headings measure measures domain domains indicator indicators pillar pillars test tests aspect aspects field fields regulation regulations respect respects criterion criteria yardstick yardsticks benchmark benchmarks strand strands counts fronts element elements statements judgements judgments departments disciplines sections one topic topics parts things",
    ),
    (
        RatingNoun,
        "verdicts rankings rating ratings grade grades grading gradings mark marks score scores judgement judgements judgment judgments verdict ranking result results band rung evaluation tag label crown title",
    ),
    (PlaceNoun, "outcome outcomes level category categories possible judgements verdicts"),
    (All, "all every each"),
    (Rest, "other others remaining rest another further"),
    (Top, "top highest best maximum"),
    (Bottom, "lowest worst bottom poorest minimum"),
    (Possible, "possible available overall"),
    (Except, "except bar apart than excluding save"),
    (Article, "a an the its their his her this that these those our"),
    (AreaPreposition, "for in at on across under against throughout"),
    (How, "how whether being"),
    (And, "and plus"),
    (
        Filler,
        "both all each now again also only just still itself then subsequently consistently both overall since already ever formerly previously since too meanwhile though however nevertheless similarly recently currently therefore simultaneously even once first",
    ),
    (
        BeforeGrade,
        "solid old new same previous current separate lone solitary straight sole clean rare coveted respectable clear resounding single lowly mere measly perfect full maximum creditable disappointing dismal glowing",
    ),
    (
        Aside,
        "who which where that run based together alone along meanwhile though however although including like unlike whose when while despite as alongside by for too owned managed operated located plus on in at under with after",
    ),
    (
        AreaAdjective,
        "key inspected main core different separate assessed graded individual quality national own possible such single good healthy prison",
    ),
    (BodyPronoun, "it they we he she"),
    (
        Boundary,
        "but after when following while although though because since before until unless if as who which whose whom where that so than from by despite compared having amid yet or via making meaning leaving whilst whereas during following said says according",
    ),
    (
        Foreign,
        "nearest branch partner counterpart twin predecessor neighbouring neighboring sister nearby another other others elsewhere neighbours neighbour adjoining rival rivals flagship stablemate",
    ),
    (
        People,
        "manager managers owner owners head heads headteacher principal boss bosses chief director governor proprietor spokesman spokeswoman people staff pupils students patients residents officers nurses teachers inspectors children parents leaders managers firefighters learners apprentices meals food staff results carers relatives progress schools homes councils hospitals forces trusts nurseries providers prisons boroughs businesses authorities agencies primaries secondaries centres colleges academies cases files judgements actions findings concerns results communication relationships attendance detectives lessons",
    ),
    (Back, "there latter former"),
    (Score, "star stars starred out overall"),
    (Share, "per cent percent pc"),
    (
        TimeNoun,
        "time times year years month months week weeks day days row occasion occasions reason reasons moment succession years decade running trot first system framework regime rules owners management round round-up spell past history report jump step go swoop leap way time-frame stage",
    ),
    (Of, "of"),
    (
        Frame,
        "rating ratings rated re-rated grade grades graded grading marks marked mark score scores scored judgement judgements judgment judgments judged verdict verdicts ranked ranking result results band bands banding tier bracket rung rungs notch notches status classed classified deemed pronounced branded labelled label badge tag sticker assessed evaluated earned earning merited scooped bagged secured landed landing collected retained retains retaining kept keeps clung stripped surrendered surrendering forfeited shed lost slumped slipped slipping slid slides sliding dipped tumbled tumbles plunged plummeted dropped fell fallen sank climbed climb climbs jumped leapt leaps leapfrogged rose risen lifted bumped raised crept inched edged upgraded downgraded regraded promoted demoted advanced improved declined unchanged stays stayed staying remains remained stuck languished previously formerly headline overall outcome outcomes answer answered commended condemned outing yardsticks category categories awarded handed apiece ditto likewise",
    ),
];

/// The roles of every known word.
#[derive(Debug, Default)]
pub(crate) struct RatingWords {
    roles: Vec<u64>,
    numbers: Vec<u8>,
    pub areas: AreaWords,
}

/// No number: counts beyond it are no counts of areas.
const NO_NUMBER: u8 = u8::MAX;

const NUMBERS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Numbers that are grades whenever they are counted or given: `fives`.
const PLURAL_NUMBERS: &[&str] = &["ones", "twos", "threes", "fours", "fives", "sixes"];

const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

impl RatingWords {
    /// Interns the words.
    pub(crate) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut words = Self { areas: AreaWords::new(lexicon, vocabulary), ..Self::default() };
        for (role, list) in WORDS {
            for word in list.split(' ') {
                let index = words.index(vocabulary.intern(word));
                words.roles[index] |= 1 << *role as u64;
            }
        }
        for (value, word) in (0..).zip(NUMBERS) {
            words.number_word(word, value, vocabulary);
            words.number_word(&value.to_string(), value, vocabulary);
        }
        for (value, word) in (1..).zip(PLURAL_NUMBERS) {
            words.number_word(word, value, vocabulary);
            let index = words.index(vocabulary.intern(*word));
            words.roles[index] |= 1 << Role::Plural as u64;
            let digits = format!("{value}s");
            words.number_word(&digits, value, vocabulary);
            let index = words.index(vocabulary.intern(digits.as_str()));
            words.roles[index] |= 1 << Role::Plural as u64;
        }
        words.number_word("nought", 0, vocabulary);
        words.number_word("both", 2, vocabulary);
        words.mark_grades(vocabulary);
        words
    }

    /// Gives the words of grades the roles that follow from what they are.
    fn mark_grades(&mut self, vocabulary: &Vocabulary) {
        for symbol in vocabulary.symbols() {
            let classes = vocabulary.classes(symbol);
            let ends = self.is(symbol, Role::Top) || self.is(symbol, Role::Bottom);
            let grade = classes.has(Class::GradeStart) || self.number(symbol).is_some() || ends;
            let opener = grade || self.is(symbol, Role::Plural) || classes.has(Class::Ordinal);
            let before = [Role::Article, Role::Filler, Role::BeforeGrade, Role::RatingNoun];
            let lead = opener
                || classes.has(Class::Determiner)
                || before.into_iter().any(|role| self.is(symbol, role));
            let index = self.index(symbol);
            self.roles[index] |= u64::from(grade) << Role::GradeWord as u64
                | u64::from(opener) << Role::GradeOpener as u64
                | u64::from(lead) << Role::GradeLead as u64;
        }
    }

    fn index(&mut self, symbol: Symbol) -> usize {
        let index = symbol.0 as usize;
        if self.roles.len() <= index {
            self.roles.resize(index + 1, 0);
            self.numbers.resize(index + 1, NO_NUMBER);
        }
        index
    }

    fn number_word(&mut self, word: &str, value: u8, vocabulary: &mut Vocabulary) {
        let index = self.index(vocabulary.intern(word));
        self.numbers[index] = value;
    }

    /// Whether a word plays a role.
    #[inline]
    pub(crate) fn is(&self, symbol: Symbol, role: Role) -> bool {
        self.roles.get(symbol.0 as usize).is_some_and(|roles| roles & (1 << role as u64) != 0)
    }

    /// The number that a word is, up to twenty.
    #[inline]
    pub(crate) fn number(&self, symbol: Symbol) -> Option<u8> {
        self.numbers.get(symbol.0 as usize).copied().filter(|&number| number != NO_NUMBER)
    }
}

/// The place that an ordinal names: first is 1.
pub(crate) fn ordinal(word: &str) -> Option<u8> {
    let place = ORDINALS.iter().position(|ordinal| ordinal.eq_ignore_ascii_case(word))?;
    u8::try_from(place + 1).ok()
}
