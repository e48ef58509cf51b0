//! Lexicon to vocabulary: what each table's words are to the grammar, and what its terms mean.

use onrecord_lexicon::{Inspectorate, Lexicon};

use crate::vocabulary::{Meaning, Vocabulary};
use crate::word_class::{Class, FUNCTION_WORDS};

impl Vocabulary {
    /// Compiles a lexicon.
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut vocabulary = Self::growing();
        vocabulary.add_function_words();
        vocabulary.add_people(lexicon);
        vocabulary.add_inspectorates(lexicon);
        vocabulary.add_bodies(lexicon);
        vocabulary.add_scales(lexicon);
        vocabulary.add_verbs(lexicon);
        vocabulary.settle_terms();
        vocabulary
    }

    fn add_function_words(&mut self) {
        for (class, words) in FUNCTION_WORDS {
            self.add_class(*class, words);
        }
    }

    fn add_people(&mut self, lexicon: &Lexicon) {
        let people = lexicon.people();
        let lists: [(&[Class], &[String]); 17] = [
            (&[Class::Title], &people.titles),
            (&[Class::Male], &people.male_titles),
            (&[Class::Female], &people.female_titles),
            (&[Class::PostNominal], &people.post_nominals),
            (&[Class::Role], &people.roles),
            (&[Class::Role, Class::Male], &people.male_roles),
            (&[Class::Role, Class::Female], &people.female_roles),
            (&[Class::Relation, Class::Role], &people.relations),
            (&[Class::Spokesperson, Class::Role], &people.spokespeople),
            (&[Class::Modifier], &people.modifiers),
            (&[Class::Person], &people.persons),
            (&[Class::Group], &people.groups),
            (&[Class::Document], &people.documents),
            (&[Class::InspectorNoun], &people.inspector_nouns),
            (&[Class::Male], &people.male_names),
            (&[Class::Female], &people.female_names),
            (&[Class::Male, Class::Female], &people.shared_names),
        ];
        for (classes, words) in lists {
            for word in words {
                // A title or role of several words is known by the words that stand alone elsewhere.
                if let [symbol] = self.intern_all(word)[..] {
                    classes.iter().for_each(|&class| self.classify(symbol, class));
                }
            }
        }
    }

    fn add_inspectorates(&mut self, lexicon: &Lexicon) {
        for (index, row) in (0..).zip(lexicon.inspectorates()) {
            let own = [&row.name].into_iter().chain(&row.abbreviation).chain(&row.names).chain(&row.aliases);
            for name in own.filter(|name| !row.shared.contains(name)) {
                self.add_term(name, Meaning::Inspectorate(index));
            }
            for name in &row.shared {
                self.add_term(name, Meaning::SharedInspectorate(index));
            }
            for initials in initials(row) {
                self.add_class(Class::Initials, &initials.to_ascii_lowercase());
            }
            for noun in &row.nouns {
                self.add_term(noun, Meaning::InspectorateNoun(index));
                self.add_class(Class::InspectorateNoun, noun.rsplit(' ').next().unwrap_or(noun));
            }
            for (place, programme) in (0..).zip(&row.programmes) {
                self.add_term(programme, Meaning::Programme(index, place));
            }
            for (place, regime) in (0..).zip(&row.regimes) {
                self.add_term(regime, Meaning::Regime(index, place));
            }
        }
    }

    fn add_bodies(&mut self, lexicon: &Lexicon) {
        for (index, row) in (0..).zip(lexicon.bodies()) {
            for name in [&row.name].into_iter().chain(&row.aliases) {
                self.add_term(name, Meaning::Body(index));
            }
        }
        for (index, row) in (0..).zip(lexicon.body_kinds()) {
            for suffix in &row.suffixes {
                self.add_term(suffix, Meaning::BodySuffix(index));
            }
            for prefix in &row.prefixes {
                self.add_term(prefix, Meaning::BodyPrefix(index));
            }
            for noun in &row.nouns {
                self.add_term(noun, Meaning::BodyNoun(index));
                self.add_class(Class::BodyNoun, noun.rsplit(' ').next().unwrap_or(noun));
            }
        }
    }

    fn add_scales(&mut self, lexicon: &Lexicon) {
        for (scale, row) in (0..).zip(lexicon.scales()) {
            for (grade, form) in (0..).zip(&row.grades) {
                for words in &form.forms {
                    self.add_term(words, Meaning::Grade { scale, grade });
                }
            }
            for (area, form) in (0..).zip(&row.areas) {
                for words in [&form.name].into_iter().chain(&form.forms) {
                    self.add_term(words, Meaning::Area { scale, area });
                }
            }
        }
    }

    fn add_verbs(&mut self, lexicon: &Lexicon) {
        for (index, verb) in (0..).zip(lexicon.verbs()) {
            for form in verb.inflected() {
                self.add_term(&form, Meaning::Verb(index));
                self.add_class(Class::Reporting, form.split(' ').next().unwrap_or(&form));
            }
        }
    }
}

/// The names of an inspectorate that are written in capitals alone.
fn initials(row: &Inspectorate) -> impl Iterator<Item = &String> {
    let names = || row.abbreviation.iter().chain(&row.names).chain(&row.shared);
    let capitals = |name: &str| name.bytes().all(|byte| byte.is_ascii_uppercase());
    names().filter(move |&name| {
        capitals(name) && names().all(|other| capitals(other) || !other.eq_ignore_ascii_case(name))
    })
}
