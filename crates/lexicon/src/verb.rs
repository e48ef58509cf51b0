use serde::Deserialize;

/// A verb, or a fixed phrase, with which the press reports speech.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// The infinitive; it is also the id. A fixed phrase stands as it is ("go on to say").
    pub lemma: String,
    /// Past and participles, where they are not regular. The first word of a phrase inflects; a phrase of
    /// which no word does lists itself (`according to`).
    #[serde(default)]
    pub forms: Vec<String>,
    /// What may follow it.
    pub frames: Vec<Frame>,
}

/// What a reporting verb takes as its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// A clause, with or without "that": said (that) it was late.
    Clause,
    /// A clause that needs "that", "how", "why", "whether": accepted that it was late.
    That,
    /// Somebody who is told, then a clause: told the BBC (that) it was late.
    Tell,
    /// A noun phrase, a statement only with quoted words: praised the "warmth" of staff.
    Object,
    /// A thing, "as" and what it is called; only that counts: described it as "a mess".
    As,
    /// A thing and what it is called, without "as": called it "a mess".
    Name,
    /// An infinitive, a statement only with quoted words: promised to "fix it".
    Infinitive,
    /// Only beside a quotation: "It was late," she laughed.
    Quotation,
    /// A noun behind its owner, then "that": the council's claim that it was late.
    Noun,
}

impl Verb {
    /// Every form in lower case, the lemma included.
    #[must_use]
    pub fn inflected(&self) -> Vec<String> {
        if self.forms == [self.lemma.as_str()] {
            return self.forms.clone();
        }
        let (head, rest) =
            self.lemma.split_once(' ').map_or((self.lemma.as_str(), ""), |(head, rest)| (head, rest));
        let mut forms = vec![head.to_owned(), third_person(head)];
        if self.frames == [Frame::Noun] {
            // A noun: its plural is made like a third person.
        } else if self.forms.is_empty() {
            forms.extend([past(head), participle(head)]);
        } else {
            forms.extend(self.forms.iter().cloned());
        }
        forms.into_iter().map(|form| format!("{form} {rest}").trim_end().to_owned()).collect()
    }
}

/// add → adds, deny → denies, express → expresses, go → goes
fn third_person(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'x', 'z', 'o']) || lemma.ends_with("sh") || lemma.ends_with("ch") => {
            format!("{lemma}es")
        }
        _ => format!("{lemma}s"),
    }
}

/// add → added, note → noted, deny → denied
fn past(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ied"),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ => format!("{lemma}ed"),
    }
}

/// add → adding, note → noting, agree → agreeing
fn participle(lemma: &str) -> String {
    match lemma.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::Lexicon;

    fn forms(lemma: &str, irregular: &[&str]) -> String {
        let forms = irregular.iter().map(|&form| form.to_owned()).collect();
        Verb { lemma: lemma.to_owned(), forms, frames: vec![Frame::Clause] }.inflected().join(", ")
    }

    #[test]
    fn regular_verbs_inflect_by_rule() {
        assert_eq!(forms("add", &[]), "add, adds, added, adding");
        assert_eq!(forms("note", &[]), "note, notes, noted, noting");
        assert_eq!(forms("deny", &[]), "deny, denies, denied, denying");
        assert_eq!(forms("agree", &[]), "agree, agrees, agreed, agreeing");
        assert_eq!(forms("express", &[]), "express, expresses, expressed, expressing");
    }

    #[test]
    fn irregular_verbs_and_phrases_keep_their_forms() {
        assert_eq!(forms("tell", &["told", "telling"]), "tell, tells, told, telling");
        assert_eq!(forms("point out", &[]), "point out, points out, pointed out, pointing out");
        assert_eq!(forms("go on", &["went", "going"]), "go on, goes on, went on, going on");
        assert_eq!(forms("echo", &[]), "echo, echoes, echoed, echoing");
    }

    #[test]
    fn a_phrase_that_lists_itself_does_not_inflect() {
        assert_eq!(forms("according to", &["according to"]), "according to");
        assert_eq!(forms("put", &["putting"]), "put, puts, putting");
    }

    #[test]
    fn every_form_of_the_table_belongs_to_one_verb() {
        let mut known = HashSet::new();
        for verb in Lexicon::standard().verbs() {
            for form in verb.inflected() {
                assert!(known.insert(form.clone()), "`{form}` of `{}` stands twice", verb.lemma);
            }
        }
        assert!(known.contains("went on to say") && known.contains("according to"));
    }

    #[test]
    fn every_verb_of_the_table_has_frames_and_each_once() {
        for verb in Lexicon::standard().verbs() {
            let frames: HashSet<_> = verb.frames.iter().collect();
            assert!(!frames.is_empty(), "`{}` has no frame", verb.lemma);
            assert_eq!(frames.len(), verb.frames.len(), "`{}` names a frame twice", verb.lemma);
        }
    }
}
