//! Which body "the company", "the council" and "officers" mean.

use std::ops::Range;

use crate::finding::SpeakerFinding;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::organisation::ProperName;
use crate::resolve::Resolver;
use crate::subject::may_speak;
use crate::text::Text;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// What a business is called that runs a home or a service.
static COMPANY: WordList = WordList::new(&["company", "firm", "provider", "operator", "business"]);
/// Who runs or owns something.
static RUNS: WordList =
    WordList::new(&["runs", "operates", "owns", "manages", "ran", "operated", "owned", "managed"]);
/// "run | by".
static RUN: WordList = WordList::new(&["run", "operated", "owned", "managed", "provided"]);
static RUNNERS: WordList = WordList::new(&[
    "owner",
    "owners",
    "operator",
    "operators",
    "provider",
    "providers",
    "company",
    "firm",
    "business",
]);
/// How many names a noun is looked for among: a very long file must not take time for each pair.
const MANY: usize = 400;
/// Of what kind an inspectorate's notice is.
pub(crate) static NOTICES: WordList =
    WordList::new(&["improvement", "warning", "enforcement", "action", "penalty", "prohibition"]);
/// Whose people go round kitchens.
static OFFICERS: WordList = WordList::new(&["officer", "officers", "team", "inspector", "inspectors"]);

/// The bodies that an article names, for phrases that name none.
#[derive(Debug, Default)]
pub(crate) struct Bodies<'a> {
    names: &'a [ProperName],
    /// The body inspected first.
    inspected: Option<&'a str>,
    /// The council whose officers inspected, where councils do.
    council: Option<&'a str>,
}

impl<'a> Bodies<'a> {
    /// `inspected`: the name of the body whose inspection is reported first.
    pub(crate) fn new(text: &Text<'a>, names: &'a [ProperName], inspected: Option<&'a str>) -> Self {
        let row = text.inspectorate.map(|row| &text.lexicon.inspectorates()[usize::from(row)].inspects);
        let by_council = row.is_some_and(|kinds| kinds.iter().any(|kind| kind == "food-business"));
        let council = if by_council { inspecting_council(text, names) } else { None };
        Self { names, inspected, council }
    }

    /// The one name that all these have; `None` where there are several or none.
    fn only(text: &Text<'a>, names: impl Iterator<Item = &'a ProperName>) -> Option<&'a str> {
        let mut names = names.map(|name| text.words(name.tokens.clone()));
        let first = names.next()?;
        names.all(|name| name.eq_ignore_ascii_case(first)).then_some(first)
    }
}

/// "officers from *West Saltmoor Council*", "*Heckwith Council*'s food team", else the only council named.
fn inspecting_council<'a>(text: &Text<'a>, names: &'a [ProperName]) -> Option<&'a str> {
    let councils = || names.iter().filter(|name| text.is_word(name.tokens.end - 1, "council"));
    let officers = |range: Range<usize>| range.into_iter().any(|index| text.is_any(index, &OFFICERS));
    let sent = councils().find(|name| {
        let (start, end) = (name.tokens.start, name.tokens.end);
        let from =
            (start.saturating_sub(2)..start).any(|at| text.is_any(at, words!["from", "of", "at", "for"]));
        let owns = text.tokens.list.get(end).is_some_and(|token| token.kind == Kind::Clitic);
        from && officers(start.saturating_sub(4)..start)
            || officers(end..text.tokens.list.len().min(end + 2 + 3 * usize::from(owns)))
    });
    sent.map(|name| text.words(name.tokens.clone())).or_else(|| Bodies::only(text, councils()))
}

impl<'a> Resolver<'a, '_> {
    /// "officers", "the officers' report", "a letter", where council officers inspect: their council.
    pub(crate) fn officers(&self, phrase: &NounPhrase) -> Option<SpeakerFinding> {
        let text = self.text;
        let council = self.bodies.council?;
        let inspect = |index: usize| {
            text.is_any(index, &OFFICERS)
                || text.is(index, Class::InspectorNoun) && !text.is_word(index, "website")
        };
        let others = phrase.tokens.clone().any(|index| {
            text.classes(index).has_any(&[Class::Spokesperson, Class::InspectorateNoun])
                || text.is_any(index, words!["his", "her", "my", "our"])
        });
        let named = self.inspectorate_in(phrase.tokens.clone()).is_some();
        let theirs = phrase.tokens.clone().any(inspect) && !others && !named;
        theirs.then(|| self.inspectorate(phrase, council))
    }

    /// Who inspected, where nothing else tells: the council whose officers did, else the inspectorate.
    pub(crate) fn inspected_by(&self) -> Option<&str> {
        self.bodies.council.or(self.inspectorate)
    }

    /// "the company", "the charity", "the council's letter": the one body of the article that is so called.
    pub(crate) fn body_meant(&self, phrase: &NounPhrase) -> Option<SpeakerFinding> {
        let text = self.text;
        let tokens = phrase.tokens.clone();
        let clitic = tokens.clone().find(|&index| text.kind(index) == Kind::Clitic);
        let noun = clitic.unwrap_or(tokens.end).checked_sub(1)?;
        let plain = text.is_word(tokens.start, "the")
            && noun == tokens.start + 1
            && !text.token(noun).is_capital()
            && !text.is(noun, Class::InspectorateNoun);
        let speaks = clitic.is_none_or(|clitic| {
            clitic + 2 == tokens.end && text.classes(tokens.end - 1).has(Class::Document)
                || clitic + 1 == tokens.end
        });
        if !plain || !speaks || noun + 1 < tokens.end && clitic.is_none() || !text.is(noun, Class::Group) {
            return None;
        }
        let name =
            self.body_called(noun).map(str::to_owned).or_else(|| self.campaigners(noun, phrase.tokens.start));
        name.map(|name| self.finding(phrase, name))
    }

    /// "the force", "the care home": the inspected body, by a noun for its kind, where the article names no other body
    /// of that kind.
    pub(crate) fn inspected_meant(&self, phrase: &NounPhrase) -> Option<SpeakerFinding> {
        let text = self.text;
        let inspected = self.bodies.inspected?;
        let noun = phrase.tokens.start + 1..phrase.tokens.end;
        let plain = text.is_word(phrase.tokens.start, "the")
            && !noun.is_empty()
            && noun.clone().all(|index| text.token(index).is_word() && !text.token(index).is_capital());
        let list = &text.tokens.list[noun.clone()];
        let whole =
            || text.vocabulary.terms(list).filter(|&(size, _)| size == noun.len()).flat_map(|(_, all)| all);
        let of_kind = |kinds: &[u16]| {
            whole().any(|meaning| matches!(meaning, Meaning::BodyNoun(kind) if kinds.contains(kind)))
        };
        let names = || self.bodies.names.iter().take(MANY);
        let own = names().find(|name| plain && text.words(name.tokens.clone()) == inspected)?;
        let is_own = |name: &ProperName| {
            let name = text.words(name.tokens.clone());
            inspected.contains(name) || name.contains(inspected)
        };
        let other = || names().any(|name| !is_own(name) && of_kind(&name.kinds));
        (of_kind(&own.kinds) && !other()).then(|| self.finding(phrase, inspected.to_owned()))
    }

    /// "a statement from *the trust*", "a report by *Healthwatch*": whose document it is.
    pub(crate) fn author(&self, phrase: &NounPhrase, at: usize) -> Option<SpeakerFinding> {
        let text = self.text;
        let head = noun_phrase::head_word(text, phrase.tokens.clone());
        let by = head + 1;
        let written = text.classes(head).has_any(&[Class::Document, Class::InspectorNoun])
            && by + 1 < text.tokens.list.len()
            && text.is_any(by, words!["from", "by"]);
        let author = if by < phrase.tokens.end {
            noun_phrase::ending_at(text, phrase.tokens.end, by + 1).filter(|_| written)?
        } else {
            noun_phrase::starting_at(text, by + 1, text.tokens.list.len()).filter(|_| written)?
        };
        let whole = author.whole.start == by + 1 && may_speak(text, &author);
        let found = self.phrase(&author, at).filter(|_| whole)?;
        Some(SpeakerFinding { tokens: Some(phrase.tokens.clone()), ..found })
    }

    /// "Ada Nwosu of the *Prison Trust* … The charity said": whom the last speaker belongs to, or the last body that
    /// spoke, where its name does not say that it is something else.
    fn campaigners(&self, noun: usize, at: usize) -> Option<String> {
        let text = self.text;
        let campaign = text
            .is_any(noun, words!["charity", "union", "group", "organisation", "association", "federation"]);
        let last = self
            .last
            .as_ref()
            .filter(|last| campaign && !last.is_inspectorate && self.is_recent(last, at))?;
        let capitals = |role: &&String| role.split(' ').all(|word| word.starts_with(char::is_uppercase));
        let affiliation = last.role.as_ref().filter(|role| capitals(role) && role.contains(' '));
        if last.role.is_some() && affiliation.is_some() {
            return affiliation.cloned();
        }
        let body =
            self.last_body.as_ref().filter(|body| !body.is_inspectorate && self.is_recent(body, at))?;
        let name = body.name.as_ref().filter(|name| capitals(name))?;
        let last_word = name.rsplit(' ').next()?.to_ascii_lowercase();
        let public = [
            "council",
            "trust",
            "police",
            "school",
            "college",
            "academy",
            "hospital",
            "board",
            "university",
            "department",
            "force",
            "office",
            "commission",
            "surgery",
            "practice",
            "authority",
            "government",
        ];
        let other = public.contains(&last_word.as_str()) || self.bodies.inspected == Some(name.as_str());
        (!other).then(|| name.clone())
    }

    /// Whether a speaker's words stand a few sentences before a token at most.
    fn is_recent(&self, speaker: &SpeakerFinding, at: usize) -> bool {
        let current = self.sentences.partition_point(|(_, range)| range.start <= at);
        let from = self.sentences[current.saturating_sub(6)].1.start;
        speaker.tokens.as_ref().is_some_and(|tokens| tokens.start >= from)
    }

    /// "the chief inspector of prisons": the person who has that post, where the article names one.
    pub(crate) fn chief_inspector(&self, phrase: &NounPhrase) -> Option<SpeakerFinding> {
        let text = self.text;
        let holds = |range: Range<usize>| {
            range.into_iter().any(|index| {
                index + 1 < text.tokens.list.len()
                    && text.is_word(index, "chief")
                    && text.is_word(index + 1, "inspector")
            })
        };
        let has = |person: &crate::person::Person| person.role.clone().is_some_and(holds);
        let person = holds(phrase.tokens.clone()).then(|| self.people.list.iter().position(has)).flatten()?;
        Some(self.person(phrase, person))
    }

    /// The one body named in the article that a noun may mean; of several, the one that spoke last.
    fn body_called(&self, noun: usize) -> Option<&str> {
        let text = self.text;
        let company = text.is_any(noun, &COMPANY);
        let suits = |name: &&ProperName| {
            let (start, end) = (name.tokens.start, name.tokens.end);
            let called = text.word(end - 1).eq_ignore_ascii_case(text.word(noun)) && name.tokens.len() > 1;
            let introduced = start > 0 && text.word(start - 1).eq_ignore_ascii_case(text.word(noun));
            called || introduced || company && self.runs_something(name)
        };
        let bodies =
            || self.bodies.names.iter().take(MANY).filter(|name| self.people.at(name.tokens.start).is_none());
        let named = || bodies().filter(suits);
        if let Some(only) = Bodies::only(text, named()) {
            return Some(only);
        }
        let last = self.last_body.as_ref().and_then(|body| body.name.as_deref());
        let spoke = last.filter(|last| named().any(|name| text.words(name.tokens.clone()) == *last));
        let own = self.bodies.inspected.filter(|own| {
            let building = own.rsplit(' ').next().is_some_and(|word| {
                let classes = text.vocabulary.classes(text.vocabulary.symbol(word));
                classes.has_any(&[Class::BodyNoun, Class::Group])
            });
            company && !building && named().next().is_none()
        });
        spoke.or(own)
    }

    /// "run by *Banner Care Group*", "*Larkhay Care*, the owner,", "*Kestrel*, which runs the home".
    fn runs_something(&self, name: &ProperName) -> bool {
        let text = self.text;
        let (start, end) = (name.tokens.start, name.tokens.end);
        let by = start > 1 && text.is_word(start - 1, "by") && text.is_any(start - 2, &RUN);
        let behind = end + 2 < text.tokens.list.len() && text.kind(end) == Kind::Comma;
        let who = behind
            && (text.is_any(end + 1, words!["which", "who"]) && text.is_any(end + 2, &RUNS)
                || text.is_any(end + 1, words!["the", "its"])
                    && (end + 2..(end + 5).min(text.tokens.list.len()))
                        .take_while(|&index| text.token(index).is_word())
                        .any(|index| text.is_any(index, &RUNNERS) && text.kind(index + 1) != Kind::Clitic));
        let comma = start > 1 && text.kind(start - 1) == Kind::Comma;
        let before = start > 0 && text.is_any(start - 1 - usize::from(comma), &RUNNERS);
        by || who || before
    }

    /// "the inspection team", "an improvement notice": those who inspect, and what they hand out.
    pub(crate) fn speaks_for_inspectors(&self, phrase: &NounPhrase) -> bool {
        let text = self.text;
        let head = noun_phrase::head_word(text, phrase.tokens.clone());
        let inspects = |index: usize| {
            text.is_any(index, words!["inspection", "inspecting", "inspectors", "assessment", "review"])
        };
        phrase.head != Head::Pronoun
            && (text.is_any(head, words!["team", "teams"]) && phrase.tokens.clone().any(inspects)
                || text.is_word(head, "notice")
                    && head > 0
                    && (text.is_any(head - 1, &NOTICES) || text.is_word(head - 1, "the")))
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use onrecord_model::Article;

    use crate::test_text::PARSER;

    /// One line for each statement: who speaks, and the words.
    fn check(text: &str) -> String {
        let coverage = PARSER.parse(Article::default(), text.as_bytes());
        let line = |found: &onrecord_model::Statement| {
            format!("{}: {}\n", found.speaker.name.as_deref().unwrap_or("nobody"), found.text)
        };
        coverage.statements.iter().map(line).collect()
    }

    #[test]
    fn council_officers_speak_for_their_council() {
        assert_snapshot!(check(
            "Red Kite Noodles was rated zero out of five by the Food Standards Agency.\n\n\
             Officers from West Saltmoor Council called in April. Officers found that mice had been at the rice.\n\n\
             It should mend the door, the officers' report says. “There was no soap,” it stated.\n\n\
             A spokesman for West Saltmoor Council said it was sorry. The Food Standards Agency said it was late."
        ), @"
        West Saltmoor Council: mice had been at the rice
        West Saltmoor Council: It should mend the door
        West Saltmoor Council: There was no soap,
        a spokesman for West Saltmoor Council: it was sorry
        FSA: it was late
        ");
    }

    #[test]
    fn the_company_is_whoever_runs_the_home() {
        assert_snapshot!(check(
            "Beck House was rated inadequate by the Care Quality Commission, and the firm which runs it says it was late.\n\n\
             It is operated by Banner Care Group. The regulator said it was cold.\n\n\
             The company said it had hired carers. Ada Nwosu, the company's founder, said it was dear.\n\n\
             The inspection team said it was wet."
        ), @"
        Banner Care Group: it was late
        CQC: it was cold
        Banner Care Group: it had hired carers
        Ada Nwosu: it was dear
        CQC: it was wet
        ");
    }

    #[test]
    fn it_is_the_regulator_that_the_sentence_before_began_with() {
        assert_snapshot!(check(
            "Beck Council was inspected by the Regulator of Social Housing.\n\n\
             The council said it was sorry. The regulator gave the council a C3 grade. It found it was late."
        ), @"
        Beck Council: it was sorry
        RSH: it was late
        ");
    }

    #[test]
    fn a_noun_for_its_kind_means_the_inspected_body() {
        assert_snapshot!(check(
            "Beckshire Police was inspected by HMICFRS. The force said it was late. The council said it was cold."
        ), @"
        Beckshire Police: it was late
        the council: it was cold
        ");
    }

    #[test]
    fn campaigners_are_those_who_spoke_last() {
        assert_snapshot!(check(
            "The Howard League said jails were full. The charity said it was late.\n\n\
             Beck Council said it was cold. The charity said it was dear."
        ), @"
        Howard League: jails were full
        Howard League: it was late
        Beck Council: it was cold
        the charity: it was dear
        ");
    }

    #[test]
    fn a_chief_inspector_has_a_name() {
        assert_snapshot!(check(
            "HMP Beck is dirty, the chief inspector of prisons has said.\n\n\
             HM Inspectorate of Prisons rated it poor for safety.\n\n\
             Chief inspector Martin Oldroyd said: “It is cold.”\n\n\
             Leo Marsh took over as governor in April. “It was late,” he said. It was dear, according to the governor."
        ), @"
        Martin Oldroyd: HMP Beck is dirty
        Martin Oldroyd: It is cold.
        Leo Marsh: It was late,
        Leo Marsh: It was dear
        ");
    }
}
