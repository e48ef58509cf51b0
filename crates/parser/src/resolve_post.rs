//! Whom a post or a noun means: "the headteacher", "his sister", "a spokesman", "the retired dinner lady".

use crate::finding::SpeakerFinding;
use crate::noun_phrase::{self, NounPhrase};
use crate::person::Gender;
use crate::resolve::Resolver;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

/// How many people a post is looked for among: a very long file must not take time for each pair.
const FEW: usize = 200;

/// Names of one post.
const SAME_POST: [&[&str]; 3] =
    [&["head", "headteacher", "headmaster", "headmistress"], &["pcc", "commissioner"], &["ceo", "executive"]];

impl Resolver<'_, '_> {
    /// The headteacher, the 51-year-old, his sister, a spokesman for the home.
    pub(crate) fn post(&self, phrase: &NounPhrase, at: usize) -> SpeakerFinding {
        let text = self.text;
        let definite = text.is_any(phrase.tokens.start, words!["the", "this"]);
        let head = noun_phrase::head_word(text, phrase.tokens.clone());
        let own = matches!(
            text.word(phrase.tokens.start).to_ascii_lowercase().as_str(),
            "his" | "her" | "their" | "its"
        );
        if own && text.is(head, Class::Relation) && !text.is_word(phrase.tokens.start, "its") {
            return self.relative_of(phrase, at, head);
        }
        if text.is(head, Class::Spokesperson) {
            return self.spokesperson(phrase);
        }
        let possessed = phrase.tokens.clone().any(|index| text.kind(index) == Kind::Clitic);
        let indefinite = text.is_any(phrase.tokens.start, words!["a", "an", "one", "another", "some", "two"]);
        if (!indefinite || possessed)
            && let Some(person) = self.holder(phrase, head, at)
        {
            return self.person(phrase, person);
        }
        let attached = phrase.tokens.clone().any(|index| {
            text.is_any(index, words!["of", "for"])
                && !(text.is(index + 1, Class::Number) && index + 2 >= phrase.tokens.end)
        });
        let one = definite && !attached && !text.ends_with(head, "s");
        if one && let Some(speaker) = self.unnamed(phrase, head) {
            return speaker;
        }
        if one && let Some(person) = self.nearby(at).filter(|&person| self.may_be(person, phrase, head)) {
            return self.person(phrase, person);
        }
        if phrase.tokens.clone().any(|index| text.is_any(index, words!["inspector", "inspectors"]))
            && let Some(name) = self.inspectorate
        {
            return self.inspectorate(phrase, name);
        }
        self.finding(phrase, self.plain_name(phrase))
    }

    /// The person whose role has this head word: the last one named before, else the first one after.
    fn holder(&self, phrase: &NounPhrase, head: usize, at: usize) -> Option<usize> {
        let text = self.text;
        let has = |person: usize, index: usize| {
            let role = self.people.list[person].role.clone();
            let called = |own: usize| text.is_word(own, text.word(index)) || self.is_same_post(own, index);
            role.is_some_and(|mut role| role.any(called))
        };
        let plain = |index: &usize| text.token(*index).is_word() && !text.is(*index, Class::Determiner);
        let all = |person: usize| phrase.tokens.clone().filter(plain).all(|index| has(person, index));
        // "the *IMB*'s chair" is not the chair of another body.
        let owner = phrase.tokens.clone().find(|&index| text.kind(index) == Kind::Clitic);
        let owner = owner.map(|clitic| clitic - 1).filter(|&owner| text.token(owner).is_capital());
        let elsewhere = |person: usize| {
            let role = self.people.list[person].role.clone();
            role.is_some_and(|role| self.organisation(role).is_some())
        };
        let of_owner = |person: usize| owner.is_none_or(|owner| has(person, owner) || !elsewhere(person));
        let before = || self.people.before(at).take(FEW).map(|mention| mention.person);
        let everybody = || 0..self.people.list.len().min(FEW);
        before()
            .find(|&person| all(person))
            .or_else(|| everybody().find(|&person| all(person)))
            .or_else(|| before().find(|&person| has(person, head) && of_owner(person)))
            .or_else(|| everybody().find(|&person| has(person, head) && of_owner(person)))
    }

    /// "*One resident's daughter* said … the daughter added": somebody without a name who spoke last.
    fn unnamed(&self, phrase: &NounPhrase, head: usize) -> Option<SpeakerFinding> {
        let text = self.text;
        let last = self.last.as_ref().filter(|last| !last.is_inspectorate && !self.names_person(last))?;
        let tokens = last.tokens.clone()?;
        let same = tokens.clone().any(|index| text.is_word(index, text.word(head)));
        same.then(|| SpeakerFinding { tokens: Some(phrase.tokens.clone()), ..SpeakerFinding::clone(last) })
    }

    /// The last speaker, where that is a man or a woman without a full name: "*Margaret* said … the 78-year-old said".
    fn last_unnamed(&self, at: usize) -> Option<SpeakerFinding> {
        let suits = |last: &SpeakerFinding| {
            [Gender::Male, Gender::Female].into_iter().any(|gender| self.unnamed_person(last, gender))
                && self.is_near(last, at)
        };
        self.last.as_deref().filter(|last| suits(last)).cloned()
    }

    /// Whether somebody may be called so: a post alone, "the headteacher", is nobody's who has another or is a
    /// councillor. "The retired headteacher" may be anybody.
    fn may_be(&self, person: usize, phrase: &NounPhrase, head: usize) -> bool {
        let text = self.text;
        let person = &self.people.list[person];
        let post = |index: usize| text.is(index, Class::Role) && !text.is(index, Class::Relation);
        let title = person.name.start.checked_sub(1);
        let councillor = title.is_some_and(|title| text.is_any(title, words!["councillor", "cllr"]));
        let other = councillor || person.role.clone().is_some_and(|mut role| role.any(post));
        let owned = phrase.tokens.clone().any(|index| text.kind(index) == Kind::Clitic);
        phrase.tokens.len() > 2 && !owned || !post(head) || !other
    }

    fn is_same_post(&self, one: usize, other: usize) -> bool {
        let is = |index: usize, posts: &[&str]| self.text.is_one_of(index, posts);
        SAME_POST.iter().any(|posts| is(one, posts) && is(other, posts))
    }

    /// Somebody named in this sentence or the one before.
    fn nearby(&self, at: usize) -> Option<usize> {
        let current = self.sentences.partition_point(|(_, range)| range.start <= at);
        let from = self.sentences[current.saturating_sub(4)].1.start;
        self.recent(at, |_| true).filter(|&person| {
            self.people.before(at).any(|mention| mention.person == person && mention.token >= from)
        })
    }

    /// "His sister": Thomas's sister.
    fn relative_of(&self, phrase: &NounPhrase, at: usize, head: usize) -> SpeakerFinding {
        let text = self.text;
        let gender = if text.is_word(phrase.tokens.start, "his") { Gender::Male } else { Gender::Female };
        // "One mother said … her daughter added": hers, who has no name.
        let unnamed = self
            .last
            .as_ref()
            .is_some_and(|last| self.unnamed_person(last, gender) && self.is_near(last, at));
        let owner = self.recent(at, |own| !unnamed && own.is_none_or(|own| own == gender));
        match owner {
            Some(owner) => {
                let name = text.words(self.people.list[owner].name.clone());
                self.finding(phrase, format!("{name}'s {}", text.words(head..phrase.tokens.end)))
            }
            None => self.finding(phrase, self.plain_name(phrase)),
        }
    }

    /// "A spokeswoman" alone speaks for the last body that spoke.
    fn spokesperson(&self, phrase: &NounPhrase) -> SpeakerFinding {
        let name = self.plain_name(phrase);
        let alone = phrase.tokens.len() <= 2;
        match &self.last_body {
            Some(body) if alone && !body.is_inspectorate => {
                let body = body.name.as_deref().unwrap_or_default();
                self.finding(phrase, format!("{name} for {body}"))
            }
            _ => self.finding(phrase, name),
        }
    }

    /// inspectors, the watchdog, its report, one mother.
    pub(crate) fn noun(&self, phrase: &NounPhrase, at: usize) -> SpeakerFinding {
        let text = self.text;
        if let Some(name) = self.inspectorate_in(phrase.tokens.clone()) {
            return self.inspectorate(phrase, name);
        }
        let head = noun_phrase::head_word(text, phrase.tokens.clone());
        let years = phrase.tokens.clone().any(|index| text.is_any(index, words!["old", "year"]));
        if years && let Some(last) = self.last_unnamed(at) {
            return SpeakerFinding { tokens: Some(phrase.tokens.clone()), ..last };
        }
        if years && let Some(person) = self.recent(at, |_| true) {
            return self.person(phrase, person);
        }
        let speaks = text.classes(head).has_any(&[Class::InspectorNoun, Class::InspectorateNoun]);
        let whose = text.word(phrase.tokens.start).to_ascii_lowercase();
        if (whose == "her" || whose == "his") && text.classes(head).has_any(&[Class::Document]) {
            let gender = if whose == "her" { Gender::Female } else { Gender::Male };
            if let Some(person) = self.recent(at, |own| own.is_none_or(|own| own == gender)) {
                return self.person(phrase, person);
            }
        }
        if let Some(body) = self.body_meant(phrase).or_else(|| self.inspected_meant(phrase)) {
            return body;
        }
        if let (Some(name), Some(inspectors)) = (self.inspectorate, self.inspectors_first(phrase)) {
            return self.inspectorate(&inspectors, name);
        }
        match self.inspectorate {
            Some(name) if speaks || self.speaks_for_inspectors(phrase) => self.inspectorate(phrase, name),
            _ => self.definite_noun(phrase, at, head),
        }
    }

    /// "Inspectors | saw two doors, and found": a plural is no part of another noun, so what follows is a verb.
    fn inspectors_first(&self, phrase: &NounPhrase) -> Option<NounPhrase> {
        let text = self.text;
        let first = phrase.tokens.start + usize::from(text.is_word(phrase.tokens.start, "the"));
        let end = first + 1;
        let goes_on = end < phrase.tokens.end
            && text.token(end).is_word()
            && !text.classes(end).has_any(&[Class::Preposition, Class::Coordinator]);
        (text.is_word(first, "inspectors") && goes_on)
            .then(|| NounPhrase { tokens: phrase.tokens.start..end, ..phrase.clone() })
    }

    /// "the retired dinner lady": somebody just named, where the phrase is one person's.
    fn definite_noun(&self, phrase: &NounPhrase, at: usize, head: usize) -> SpeakerFinding {
        let text = self.text;
        let one = text.is_word(phrase.tokens.start, "the")
            && !text.ends_with(head, "s")
            && text.classes(head).has_any(&[Class::Person, Class::Relation]);
        match self.nearby(at).filter(|_| one) {
            Some(person) => self.person(phrase, person),
            None => self.finding(phrase, self.plain_name(phrase)),
        }
    }
}

#[cfg(test)]
mod tests {
    use onrecord_model::Article;

    use crate::test_text::PARSER;

    #[test]
    fn inspectors_who_saw_and_found_are_the_inspectorate() {
        let text = "The Care Quality Commission (CQC) inspected Beck House, a care home.\n\n\
                    Inspectors saw two doors held open, and found that nobody had checked them.\n";
        let coverage = PARSER.parse(Article::default(), text.as_bytes());
        let speaker = &coverage.statements[0].speaker;
        let words = speaker.evidence.as_ref().map(|evidence| evidence.text());
        assert_eq!((speaker.name.as_deref(), words), (Some("CQC"), Some("Inspectors")));
    }

    #[test]
    fn a_post_says_more_than_whom_somebody_belongs_to() {
        let text = "The CQC's Ada Nwosu, deputy director of care, said it was cold.\n\n\
                    The council's Jo Bell said it was late.\n";
        let coverage = PARSER.parse(Article::default(), text.as_bytes());
        let roles: Vec<_> = coverage.statements.iter().map(|said| said.speaker.role.as_deref()).collect();
        assert_eq!(roles, [Some("deputy director of care"), Some("council")]);
    }
}
