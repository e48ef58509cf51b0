use serde::Deserialize;

/// Words from which names and roles of people are read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Titles before a name that are no part of it nor a role: Mr, Dr, Cllr, Sir.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Titles that only men have.
    #[serde(default)]
    pub male_titles: Vec<String>,
    /// Titles that only women have.
    #[serde(default)]
    pub female_titles: Vec<String>,
    /// Letters after a name: MP, QPM.
    #[serde(default)]
    pub post_nominals: Vec<String>,
    /// Last words of a post: constable, headteacher, spokesperson.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Roles that say the holder is a man: spokesman, father, son.
    #[serde(default)]
    pub male_roles: Vec<String>,
    /// Roles that say the holder is a woman: spokeswoman, mother, daughter.
    #[serde(default)]
    pub female_roles: Vec<String>,
    /// Roles that relate the holder to somebody else: son, neighbour.
    #[serde(default)]
    pub relations: Vec<String>,
    /// Those who speak for somebody: spokesperson, representative.
    #[serde(default)]
    pub spokespeople: Vec<String>,
    /// Words that stand before a role's last word: deputy, acting, chief, head.
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// Nouns for people without a post who may speak: resident, parent, patient.
    #[serde(default)]
    pub persons: Vec<String>,
    /// Nouns for groups that speak: charity, union, council, company.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Documents that speak for their author: report, letter, statement.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Documents and people of an inspectorate, once it is in play: inspectors, report, visit.
    #[serde(default)]
    pub inspector_nouns: Vec<String>,
    /// First names of men.
    #[serde(default)]
    pub male_names: Vec<String>,
    /// First names of women.
    #[serde(default)]
    pub female_names: Vec<String>,
    /// First names that men and women have: Chris, Sam. They tell a person, not the pronoun.
    #[serde(default)]
    pub shared_names: Vec<String>,
}

impl People {
    /// Adds the words of another table to this one.
    pub(crate) fn extend(&mut self, more: Self) {
        let lists = [
            (&mut self.titles, more.titles),
            (&mut self.male_titles, more.male_titles),
            (&mut self.female_titles, more.female_titles),
            (&mut self.post_nominals, more.post_nominals),
            (&mut self.roles, more.roles),
            (&mut self.male_roles, more.male_roles),
            (&mut self.female_roles, more.female_roles),
            (&mut self.relations, more.relations),
            (&mut self.spokespeople, more.spokespeople),
            (&mut self.modifiers, more.modifiers),
            (&mut self.persons, more.persons),
            (&mut self.groups, more.groups),
            (&mut self.documents, more.documents),
            (&mut self.inspector_nouns, more.inspector_nouns),
            (&mut self.male_names, more.male_names),
            (&mut self.female_names, more.female_names),
            (&mut self.shared_names, more.shared_names),
        ];
        for (mine, theirs) in lists {
            mine.extend(theirs);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::Lexicon;

    fn standard() -> &'static People {
        Lexicon::standard().people()
    }

    fn set(words: &[String]) -> HashSet<&str> {
        words.iter().map(String::as_str).collect()
    }

    #[test]
    fn every_list_has_words_in_lower_case_and_each_once() {
        let people = standard();
        let lists = [
            &people.titles,
            &people.male_titles,
            &people.female_titles,
            &people.post_nominals,
            &people.roles,
            &people.male_roles,
            &people.female_roles,
            &people.relations,
            &people.spokespeople,
            &people.modifiers,
            &people.persons,
            &people.groups,
            &people.documents,
            &people.inspector_nouns,
            &people.male_names,
            &people.female_names,
            &people.shared_names,
        ];
        for list in lists {
            assert!(!list.is_empty());
            let mut known = HashSet::new();
            for word in list {
                assert!(known.insert(word), "`{word}` stands twice");
                assert_eq!(word.trim().to_lowercase(), *word);
            }
        }
    }

    #[test]
    fn what_is_male_is_not_female() {
        let people = standard();
        let pairs = [
            (&people.male_titles, &people.female_titles),
            (&people.male_roles, &people.female_roles),
            (&people.male_names, &people.female_names),
            (&people.male_names, &people.shared_names),
            (&people.female_names, &people.shared_names),
        ];
        for (male, female) in pairs {
            let both: Vec<&str> = set(male).intersection(&set(female)).copied().collect();
            assert!(both.is_empty(), "of both sexes: {both:?}");
        }
    }

    #[test]
    fn a_title_or_role_with_a_sex_is_a_title_or_role() {
        let people = standard();
        let titles = set(&people.titles);
        for title in people.male_titles.iter().chain(&people.female_titles) {
            assert!(titles.contains(title.as_str()), "`{title}` is no title");
        }
        let mut roles = set(&people.roles);
        roles.extend(set(&people.relations));
        roles.extend(set(&people.persons));
        for role in people.male_roles.iter().chain(&people.female_roles) {
            assert!(roles.contains(role.as_str()), "`{role}` is no role");
        }
    }
}
