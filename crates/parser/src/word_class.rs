//! The classes of words that the grammar asks for, and the function words that belong to them.

/// A set of [`Class`]es.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Classes(u64);

impl Classes {
    #[inline]
    pub(crate) fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    #[inline]
    pub(crate) fn has_any(self, classes: &[Class]) -> bool {
        self.0 & classes.iter().fold(0, |mask, &class| mask | 1 << class as u64) != 0
    }

    pub(crate) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u64;
    }
}

/// What a word is to the grammar. Open classes are filled from the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// the, a, this, his: begins a noun phrase.
    Determiner,
    /// of, in, for.
    Preposition,
    /// he, she, they, it, I, we: may be the subject.
    Subject,
    /// him, her, them, us: cannot be the subject.
    Object,
    /// is, was, been.
    Be,
    /// has, had, having.
    Have,
    /// do, did, does.
    Do,
    /// will, would, must.
    Modal,
    /// not, never.
    Negation,
    /// and, or, but.
    Coordinator,
    /// because, although, while.
    Subordinator,
    /// who, which, whose.
    Relative,
    /// how, why, whether, what.
    Question,
    /// one, two, dozen, both.
    Number,
    /// first, second.
    Ordinal,
    /// January, Jan.
    Month,
    /// Monday.
    Weekday,
    /// today, yesterday, later: says when.
    When,
    /// also, then, however: stands beside a verb.
    Adverb,
    /// A word that is not a name though it has a capital at the start of a sentence.
    Starter,
    /// Ends with a full stop that ends no sentence: Mr, Sen.
    Abbreviation,
    Title,
    PostNominal,
    Role,
    Modifier,
    Relation,
    Spokesperson,
    Person,
    Group,
    Document,
    /// inspectors, report, visit: speaks for the inspectorate.
    InspectorNoun,
    /// watchdog, regulator: means the inspectorate in play.
    InspectorateNoun,
    /// ORR, CQC: an inspectorate's name that is one only in capitals. "Ann Orr" is a person.
    Initials,
    /// force, school, home: means the inspected body in play.
    BodyNoun,
    Male,
    Female,
    /// A form of a reporting verb.
    Reporting,
    /// May begin a term.
    TermStart,
    /// May begin the words of a grade.
    GradeStart,
    /// May begin the words of a programme or a regime.
    RegimeStart,
    /// May end the name of an area.
    AreaEnd,
    /// May begin what an inspectorate is called.
    InspectorateStart,
}

use Class::*;

/// The closed classes.
pub(crate) const FUNCTION_WORDS: &[(Class, &str)] = &[
    (
        Determiner,
        "the a an this that these those my your his her its our their some any every each no another both all one either neither several many most few such",
    ),
    (
        Preposition,
        "of in on at by for from to with without within into onto over under about after before since until during between among amid against across through throughout towards toward upon around near behind beside beyond despite except like off out outside inside per than via as alongside following including regarding",
    ),
    (Subject, "i he she they it we you who"),
    (Object, "me him them us myself himself herself themselves itself"),
    (Be, "is are was were be been being am isn't aren't wasn't weren't"),
    (Have, "has have had having hasn't haven't hadn't"),
    (Do, "do does did doesn't don't didn't"),
    (
        Modal,
        "will would can could may might must shall should won't wouldn't can't cannot couldn't mustn't shouldn't",
    ),
    (
        Negation,
        "not never no neither nor hardly isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't mustn't shouldn't",
    ),
    (Coordinator, "and or but nor yet"),
    (
        Subordinator,
        "because although though while whilst when if as since after before until unless whereas where once so that",
    ),
    (Relative, "who which whose whom that where"),
    (Question, "how why whether what who where when which if"),
    (
        Number,
        "zero nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half",
    ),
    (Ordinal, "first second third fourth fifth sixth seventh eighth ninth tenth last next final"),
    (
        Month,
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    ),
    (Weekday, "monday tuesday wednesday thursday friday saturday sunday"),
    (
        When,
        "today yesterday tomorrow tonight later earlier recently last now then afterwards ago monday tuesday wednesday thursday friday saturday sunday",
    ),
    (
        Adverb,
        "also likewise formally firmly strongly long finally then however though too still now again already even just only once never always often simply therefore instead meanwhile separately further additionally moreover later earlier recently subsequently previously repeatedly publicly privately personally really so far well bluntly quietly yesterday today",
    ),
    (
        Starter,
        "the a an this that these those it he she they we i you but and or so if when while after before since as in on at by for from to with of under over during not no there here what why how who where which although though because despite its his her their our my your one some many most all both each every another other others however meanwhile then now yet still even just only also once asked speaking commenting responding following according having being been is are was were has have had do does did will would can could should must may might let more most last next two three four five six seven eight nine ten",
    ),
    (
        Abbreviation,
        "mr mrs ms dr prof rev revd cllr cllrs ald adm brig cpl pvt messrs fr mgr hon sen rep gov gen lt col sgt capt cmdr maj st jr sr vs inc ltd co corp dept est jan feb mar apr jun jul aug sept sep oct nov dec no nos fig etc messrs supt insp det ch fr bros ave rd u.s u.k d.c p.m a.m e.g i.e",
    ),
];
