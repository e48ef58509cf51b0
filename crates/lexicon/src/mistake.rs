//! What can be wrong with a row, table by table. The tables are read in an order in which each refers only to
//! those before it.

use std::collections::HashSet;

use crate::rows::Row;
use crate::{
    BodyKind, Furniture, Inspectorate, KnownBody, Lexicon, Phrase, PhraseWord, ScaleRow, Verb, parse_template,
};

impl Row for BodyKind {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Row for Inspectorate {
    fn id(&self) -> &str {
        &self.id
    }

    fn mistake(&self, lexicon: &Lexicon) -> Option<String> {
        unknown_kind(&self.inspects, lexicon).or_else(|| self.name_of_another(lexicon))
    }
}

impl Inspectorate {
    /// Every form that means it and no other.
    fn own_forms(&self) -> impl Iterator<Item = String> {
        let forms =
            [&self.name].into_iter().chain(&self.abbreviation).chain(&self.names).chain(&self.aliases);
        forms.filter(|form| !self.shared.contains(form)).map(|form| spelling(form))
    }

    fn name_of_another(&self, lexicon: &Lexicon) -> Option<String> {
        let others = lexicon.inspectorates().iter().filter(|other| other.id != self.id);
        others.into_iter().find_map(|other| {
            let form = self.own_forms().find(|form| other.own_forms().any(|theirs| theirs == *form))?;
            Some(format!("`{form}` also means `{}`; put it in `shared` of both, or in `nouns`", other.id))
        })
    }
}

impl Row for ScaleRow {
    fn id(&self) -> &str {
        &self.id
    }

    fn mistake(&self, lexicon: &Lexicon) -> Option<String> {
        if lexicon.inspectorate(&self.inspectorate).is_none() {
            return Some(format!("no inspectorate has the id `{}`", self.inspectorate));
        }
        if let Err(error) = self.scale() {
            return Some(error.to_string());
        }
        unknown_kind(&self.bodies, lexicon).or_else(|| self.wrong_form()).or_else(|| self.wrong_date())
    }
}

impl ScaleRow {
    /// A form that is not in lower case, or that stands for two grades or for two areas.
    fn wrong_form(&self) -> Option<String> {
        let grades: Vec<&String> = self.grades.iter().flat_map(|grade| &grade.forms).collect();
        let areas: Vec<&String> =
            self.areas.iter().flat_map(|area| [&area.name].into_iter().chain(&area.forms)).collect();
        [grades, areas].into_iter().find_map(|forms| {
            let mut seen = HashSet::with_capacity(forms.len());
            forms.into_iter().find_map(|form| {
                if form.to_lowercase() != *form {
                    return Some(format!("the form `{form}` has a capital; forms are lower case"));
                }
                let twice = !seen.insert(spelling(form));
                twice.then(|| format!("the form `{form}` is here twice"))
            })
        })
    }

    fn wrong_date(&self) -> Option<String> {
        let wrong = [&self.from, &self.to].into_iter().flatten().find(|date| !is_date(date));
        if let Some(date) = wrong {
            return Some(format!(
                "`{date}` is no date; write 2025-11-10, 2025-11 or 2025 in quotation marks"
            ));
        }
        match (&self.from, &self.to) {
            (Some(from), Some(to)) if from > to && !from.starts_with(to.as_str()) => {
                Some(format!("it ends ({to}) before it begins ({from})"))
            }
            _ => None,
        }
    }
}

impl Row for KnownBody {
    const KEY: &'static str = "name";

    fn id(&self) -> &str {
        &self.name
    }

    fn mistake(&self, lexicon: &Lexicon) -> Option<String> {
        unknown_kind(std::slice::from_ref(&self.kind), lexicon)
    }
}

impl Row for Verb {
    const KEY: &'static str = "lemma";

    fn id(&self) -> &str {
        &self.lemma
    }
}

impl Row for PhraseWord {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Row for Phrase {
    fn id(&self) -> &str {
        &self.id
    }

    fn mistake(&self, lexicon: &Lexicon) -> Option<String> {
        parse_template(&self.template, lexicon.phrase_words()).err()
    }
}

impl Row for Furniture {
    fn id(&self) -> &str {
        &self.id
    }
}

fn unknown_kind(kinds: &[String], lexicon: &Lexicon) -> Option<String> {
    let known = |kind: &&String| lexicon.body_kinds().iter().any(|row| row.id == **kind);
    let unknown = kinds.iter().find(|kind| !known(kind))?;
    Some(format!("no kind of body has the id `{unknown}`; see body_kinds.yaml"))
}

/// A form as the parser compares it: case, hyphens, apostrophes and `&` make no difference.
fn spelling(form: &str) -> String {
    form.to_lowercase().replace('-', " ").replace('’', "'").replace('&', "and")
}

/// Whether this is a year, a month or a day: `2025`, `2025-11`, `2025-11-10`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let within = |part: &str, range: std::ops::RangeInclusive<u8>| {
        part.len() == 2 && part.parse().is_ok_and(|number| range.contains(&number))
    };
    let year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts[..] {
        [y] => year(y),
        [y, month] => year(y) && within(month, 1..=12),
        [y, month, day] => year(y) && within(month, 1..=12) && within(day, 1..=31),
        _ => false,
    }
}
