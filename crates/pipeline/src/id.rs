use std::collections::HashMap;
use std::collections::hash_map::Entry;

use sha2::{Digest, Sha256};

/// Longest id in bytes: with an extension it still fits a file name everywhere.
const LONGEST: usize = 200;

/// Gives each path its id: the file's stem, unique in one export.
///
/// The first path keeps a plain stem; another with the same stem gets a suffix made from its own path, so
/// it keeps its id from run to run. Ids that differ in case only count as the same, as the files of an
/// export may lie where case does not count.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// Digest of each id taken and of the path that has it: 16 bytes for each article.
    taken: HashMap<u64, u64>,
}

impl Ids {
    /// The id of an article; `None` where this path has one already.
    pub(crate) fn assign(&mut self, stem: &str, path: &[u8]) -> Option<String> {
        let path_digest = Sha256::digest(path);
        let path_key = first_eight(&path_digest);
        let suffix = hex(&path_digest);
        let stem = file_safe(stem);
        let plain = cut(&stem, LONGEST);
        let mut digits = if plain.len() == stem.len() { 0 } else { 8 };
        loop {
            let id = if digits == 0 { plain.to_owned() } else { format!("{plain}-{}", &suffix[..digits]) };
            match self.taken.entry(first_eight(&Sha256::digest(id.to_lowercase()))) {
                Entry::Vacant(entry) => {
                    entry.insert(path_key);
                    return Some(id);
                }
                // The whole digest is the path: nothing else can have it.
                Entry::Occupied(entry) if *entry.get() == path_key || digits == suffix.len() => return None,
                Entry::Occupied(_) => digits = (digits * 2).max(8),
            }
        }
    }
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn first_eight(digest: &[u8]) -> u64 {
    digest.iter().take(8).fold(0, |key, &byte| key << 8 | u64::from(byte))
}

/// A stem as a file name that stays in its folder, shows up in listings and can be typed.
fn file_safe(stem: &str) -> String {
    let safe = |c: char| !c.is_control() && !r#"/\:*?"<>|"#.contains(c);
    let mut name: String = stem.chars().map(|c| if safe(c) { c } else { '_' }).collect();
    if name.is_empty() || name.starts_with('.') {
        name.replace_range(..name.len().min(1), "_");
    }
    name
}

fn cut(name: &str, longest: usize) -> &str {
    let end = (0..=name.len().min(longest)).rev().find(|&end| name.is_char_boundary(end));
    &name[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(paths: &[(&str, &str)]) -> Vec<Option<String>> {
        let mut ids = Ids::default();
        paths.iter().map(|(stem, path)| ids.assign(stem, path.as_bytes())).collect()
    }

    #[test]
    fn the_second_of_one_stem_gets_a_suffix_from_its_own_path() {
        let both = ids(&[("x", "a/x.txt"), ("x", "b/x.txt")]);
        let with_more = ids(&[("x", "a/x.txt"), ("x", "aa/x.txt"), ("x", "b/x.txt")]);
        assert_eq!(both[0].as_deref(), Some("x"));
        assert_eq!(both[1], with_more[2]);
        assert_ne!(with_more[1], with_more[2]);
        assert!(both[1].as_deref().is_some_and(|id| id.starts_with("x-") && id.len() == 10), "{both:?}");
    }

    #[test]
    fn stems_that_differ_in_case_only_get_different_files() {
        let both = ids(&[("Report", "Report.txt"), ("report", "report.txt")]);
        assert!(both[1].as_deref().is_some_and(|id| id.starts_with("report-")), "{both:?}");
    }

    #[test]
    fn one_path_gets_one_id() {
        let twice = ids(&[("x", "a/x.txt"), ("x", "b/x.txt"), ("x", "b/x.txt"), ("x", "a/x.txt")]);
        assert_eq!(twice[2..], [None, None]);
    }

    #[test]
    fn a_stem_that_looks_like_a_suffixed_id_takes_nothing_away() {
        let suffixed = ids(&[("x", "a/x.txt"), ("x", "b/x.txt")])[1].clone().unwrap();
        let all = ids(&[("x", "a/x.txt"), (&suffixed, "c.txt"), ("x", "b/x.txt")]);
        assert_eq!(all[1].as_deref(), Some(&*suffixed));
        assert!(all[2].as_deref().is_some_and(|id| id.starts_with("x-") && id != suffixed), "{all:?}");
    }

    #[test]
    fn no_id_leaves_its_folder() {
        for (stem, id) in
            [("..", "_."), (".", "_"), ("", "_"), (r"..\..\x", r"_._.._x"), ("a/../b", "a_.._b")]
        {
            assert_eq!(ids(&[(stem, "p")])[0].as_deref(), Some(id), "{stem:?}");
        }
        assert_eq!(ids(&[("a\nb\0:c", "p")])[0].as_deref(), Some("a_b__c"));
    }

    #[test]
    fn a_long_stem_is_cut_and_stays_unique() {
        let long = "é".repeat(150);
        let both = ids(&[(&format!("{long}1"), "1"), (&format!("{long}2"), "2")]);
        assert_ne!(both[0], both[1]);
        assert!(both.iter().all(|id| id.as_deref().is_some_and(|id| id.len() <= LONGEST + 9)), "{both:?}");
    }
}
