/// What a template's slot is filled with. The readers are code; the names are used in templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A grade of the inspectorate in play, given now.
    Grade,
    /// A grade that an earlier inspection gave.
    Prior,
    /// A grade that both this inspection and the one before gave.
    Same,
    /// What a grade is for: named areas, or counted ones ("two areas", "the remaining three").
    Scope,
    /// What an earlier grade is for.
    PriorScope,
    /// A number.
    Count,
    /// The inspected body, or a phrase that stands for it.
    Body,
    /// The inspectorate in play, or words that stand for it.
    Inspectorate,
    /// A few words without a mark.
    Gap,
    /// A day, month or year, or words that say when.
    When,
    /// An infinitive with what belongs to it: what somebody must do.
    Action,
    /// A clause with its subject.
    Clause,
    /// Things in a row, with commas and "and", or the list below the sentence.
    List,
    /// What a notice, breach or concern is about.
    Matter,
    /// Who is asked, where that is not the inspected body.
    Addressee,
    /// By when something is asked.
    Deadline,
    /// What an ask is for: "to keep people safe".
    Purpose,
}

impl Slot {
    /// Every slot with its name in templates.
    pub const NAMES: [(&'static str, Self); 17] = [
        ("grade", Self::Grade),
        ("prior", Self::Prior),
        ("same", Self::Same),
        ("scope", Self::Scope),
        ("prior_scope", Self::PriorScope),
        ("count", Self::Count),
        ("body", Self::Body),
        ("inspectorate", Self::Inspectorate),
        ("gap", Self::Gap),
        ("when", Self::When),
        ("action", Self::Action),
        ("clause", Self::Clause),
        ("list", Self::List),
        ("matter", Self::Matter),
        ("addressee", Self::Addressee),
        ("deadline", Self::Deadline),
        ("purpose", Self::Purpose),
    ];

    /// The slot of this name; `None` where there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, slot)| slot)
    }

    /// Whether the slot, where it opens a template, is read backwards from the word behind it.
    #[must_use]
    pub fn reads_back(self) -> bool {
        matches!(
            self,
            Self::Scope | Self::PriorScope | Self::Body | Self::Inspectorate | Self::Clause | Self::Matter
        )
    }
}
