//! When two spellings name the same thing.

use std::collections::BTreeSet;

/// Words that make no difference between two names.
const STOP: [&str; 28] = [
    "the", "a", "an", "of", "for", "in", "on", "to", "and", "its", "their", "his", "her", "being", "how",
    "well", "it", "is", "was", "were", "be", "at", "by", "with", "as", "that", "this", "s",
];

/// The five areas of the CQC with their other forms.
const AREAS: [(&str, &[&str]); 5] = [
    ("well-led", &["leadership", "well led", "being well led"]),
    ("safe", &["safety", "safe", "being safe"]),
    ("effective", &["effectiveness", "effective"]),
    ("responsive", &["responsiveness", "responsive"]),
    ("caring", &["caring"]),
];

/// Words in lower case: hyphens part them, apostrophes belong to them, other marks are nothing.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded: String = text.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    let plain = folded.replace(['’', '‘'], "'").replace('&', " and ");
    let part = |c: char| !(is_word(c) || c == '\'');
    plain.split(part).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Letters, digits and the underscore.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn telling_words(text: &str) -> BTreeSet<String> {
    words(text).into_iter().filter(|word| !STOP.contains(&word.as_str())).collect()
}

/// Two grades with the same words.
pub(crate) fn same_grade(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// One name's telling words are among the other's: "Devon Council" and "Devon County Council".
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (telling_words(one), telling_words(other));
    !one.is_empty() && !other.is_empty() && (one.is_subset(&other) || other.is_subset(&one))
}

/// No area in both; the same words; forms of the same area; or at least half of the telling words shared,
/// plural or not.
pub(crate) fn same_area(one: Option<&str>, other: Option<&str>) -> bool {
    let given = |area: Option<&str>| area.filter(|area| !area.is_empty()).map(str::to_owned);
    match (given(one), given(other)) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            words(&one) == words(&other)
                || standard(&one).is_some_and(|area| standard(&other) == Some(area))
                || mostly_shared(&one, &other)
        }
        _ => false,
    }
}

fn standard(area: &str) -> Option<&'static str> {
    let words = words(area).join(" ");
    AREAS.iter().find(|(_, forms)| forms.contains(&words.as_str())).map(|(name, _)| *name)
}

fn mostly_shared(one: &str, other: &str) -> bool {
    let singular = |area: &str| -> BTreeSet<String> {
        telling_words(area).iter().map(|word| word.trim_end_matches('s').to_owned()).collect()
    };
    let (one, other) = (singular(one), singular(other));
    let shared = one.intersection(&other).count();
    !one.is_empty() && shared * 2 >= one.union(&other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_make_no_difference() {
        assert_eq!(words("The ‘Well-Led’ Q&A, 2024"), ["the", "'well", "led'", "q", "and", "a", "2024"]);
        assert!(same_grade("Requires improvement", "requires-improvement"));
        assert!(!same_grade("Good", "Outstanding"));
    }

    #[test]
    fn a_name_may_be_longer_than_another() {
        assert!(same_name("Devon Council", "the Devon County Council"));
        assert!(!same_name("Devon Council", "Dorset Council"));
        assert!(!same_name("The", "The"), "no telling word");
    }

    #[test]
    fn areas_have_forms_and_plurals() {
        assert!(same_area(Some("leadership"), Some("well-led")));
        assert!(same_area(Some("care leavers"), Some("care leaver")));
        assert!(same_area(None, Some("")));
        assert!(!same_area(Some("care"), None));
        assert!(!same_area(Some("safe"), Some("caring")));
        assert!(!same_area(Some("children in care"), Some("children in need of protection")));
    }
}
