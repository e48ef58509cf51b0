//! What tells that the lines of a page lead to articles and are none.

use std::collections::HashSet;

use crate::blocks::Line;
use crate::content::ends_a_sentence;

/// Linked headings from which on a page may be a list.
const HEADINGS: usize = 3;
/// Other lines that lead elsewhere from which on a page may be a list.
const LEADS: usize = 5;
/// Paragraphs in front of a list. An article in brief has two, and may have links below.
const INTRODUCTION: usize = 1;
/// Links with words below from which on a page may be a list.
const TEASERS: usize = 3;
/// Lines below a link that say what it leads to.
const TEASER: usize = 2;

/// Whether the lines of an article lead to articles. `around`: those of the page that it was found in. `declared`: the
/// page says that it is an article, and may have links between any two of its paragraphs.
pub(crate) fn is_list(lines: &[Line], around: &[Line], declared: bool) -> bool {
    has_headings(lines) || !declared && (has_links(lines) || are_teasers(lines, around))
}

/// A heading that leads elsewhere for every paragraph or two.
fn has_headings(lines: &[Line]) -> bool {
    let leads = lines.iter().filter(|line| line.heading && line.linked).count();
    let paragraphs = lines.iter().filter(|line| !line.linked && ends_a_sentence(&line.text)).count();
    leads >= HEADINGS && leads * 2 >= paragraphs
}

/// More words in links than in paragraphs, of which there are no more than introduce them.
fn has_links(lines: &[Line]) -> bool {
    let (leads, others): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.leads);
    let paragraphs: Vec<&Line> = others.into_iter().filter(|line| ends_a_sentence(&line.text)).collect();
    let size = |lines: &[&Line]| lines.iter().map(|line| line.text.len()).sum::<usize>();
    leads.len() >= LEADS && paragraphs.len() <= INTRODUCTION && size(&leads) > size(&paragraphs)
}

/// Most paragraphs stand below a link of their own, which may not be taken for a part of the article.
fn are_teasers(lines: &[Line], around: &[Line]) -> bool {
    let runs = around.split(|line| line.leads).skip(1).filter(|run| run.len() <= TEASER);
    let teasers: HashSet<&str> = runs.flatten().map(|line| &*line.text).collect();
    let paragraphs = lines.iter().filter(|line| !line.leads && ends_a_sentence(&line.text));
    let (below, others): (Vec<&Line>, Vec<&Line>) =
        paragraphs.partition(|line| teasers.contains(&*line.text));
    below.len() >= TEASERS && below.len() >= others.len() * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line for each letter: `h` a linked heading, `a` a link, `p` a paragraph, `x` a line without a full stop.
    fn lines(letters: &str) -> Vec<Line> {
        let line = |(number, letter): (usize, char)| Line {
            text: format!("Home {number} was rated good{}", if letter == 'p' { "." } else { "" }),
            heading: letter == 'h',
            linked: "ha".contains(letter),
            leads: "ha".contains(letter),
        };
        letters.chars().enumerate().map(line).collect()
    }

    fn told(letters: &str, declared: bool) -> bool {
        let around = lines(letters);
        let found: Vec<Line> = around.iter().filter(|line| !line.linked || line.heading).cloned().collect();
        is_list(&around, &around, declared) || is_list(&found, &around, declared)
    }

    #[test]
    fn links_with_and_without_words_below_are_a_list() {
        for list in [
            "hphphp",
            "pphphphpp",
            "aaaaa",
            "paaaaaa",
            "xpaaaaax",
            "papapap",
            "aaapxapxapxap",
            "pppapapapapapapapapap",
        ] {
            assert!(told(list, false), "{list}");
        }
    }

    #[test]
    fn an_article_may_have_links_in_it_and_below_it() {
        for article in
            ["p", "", "pppaaaaaaaa", "aaxpppappppapppapapapa", "ppppppppapapap", "phph", "aaxppaaaa"]
        {
            assert!(!told(article, false), "{article}");
        }
        for article in ["paaaaaa", "pppapapapapapapapapap"] {
            assert!(told(article, false) && !told(article, true), "{article}");
        }
    }
}
