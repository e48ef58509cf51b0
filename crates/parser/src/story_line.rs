//! Whether a line with a word that pages use around an article ("newsletter") is the story's all the same.
//!
//! A page speaks to its reader: "Sign up to our newsletter". A story tells of somebody's newsletter in whole
//! sentences, or quotes who does.

use std::ops::Range;

use crate::line_shape::ends_a_sentence;

/// Words with which a page speaks to its reader or of itself.
const TO_THE_READER: &[&str] =
    &["you", "your", "we", "us", "our", "inbox", "inboxes", "click", "signing", "subscribe", "subscribers"];

/// Verbs that tell a reader what to do, where they begin a clause.
const IMPERATIVES: &[&str] = &[
    "sign",
    "subscribe",
    "join",
    "follow",
    "get",
    "click",
    "tap",
    "download",
    "register",
    "enter",
    "listen",
    "read",
    "find",
    "visit",
    "check",
    "try",
    "send",
];

/// Words behind which a clause goes on with an imperative.
const BEFORE_IMPERATIVES: &[&str] = &["and", "or", "then", "please", "now", "simply", "just"];

/// Fewer words are a label.
const FEWEST_WORDS: usize = 4;

/// Whether a line that holds a page's words at `found` is no part of the page, but of the story.
pub(crate) fn is_of_story(line: &str, found: Range<usize>) -> bool {
    if !line[found.clone()].starts_with(char::is_alphanumeric) {
        // A mark such as " > ": stories have none.
        return false;
    }
    if !is_whole_word(line, &found) {
        return true;
    }
    let quotations = quotations(line);
    let quoted = |at: usize| quotations.iter().any(|quotation| quotation.contains(&at));
    let own: Vec<_> = words(line).filter(|(at, _)| !quoted(*at)).collect();
    words(line).nth(FEWEST_WORDS - 1).is_some()
        && (quoted(found.start) || ends_a_sentence(line) && !line.ends_with(':'))
        && !own.iter().enumerate().any(|(index, &(at, word))| {
            let before = index.checked_sub(1).map(|before| own[before]);
            is_to_the_reader(word) || is_imperative(line, before, at, word)
        })
}

/// Whether what was found is a word and no part of one; it may have a plural's ending: "our app", not "our
/// approach".
fn is_whole_word(line: &str, found: &Range<usize>) -> bool {
    let behind = &line[found.end..];
    let behind = behind.strip_prefix(['s', 'S']).unwrap_or(behind);
    !line[..found.start].ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
}

/// The words of a line, in any spelling, with their places.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(move |word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}

/// The US is no reader.
fn is_to_the_reader(word: &str) -> bool {
    word != "US" && is_one_of(word, TO_THE_READER)
}

/// Whether a word begins a clause of the line as an imperative does: behind a mark or "and", or at its start.
fn is_imperative(line: &str, before: Option<(usize, &str)>, at: usize, word: &str) -> bool {
    let begins = before.is_none_or(|(start, before)| {
        let between = &line[start + before.len()..at];
        between.contains(['.', '!', '?', ':', ';', ',', '–', '—', '|'])
            || is_one_of(before, BEFORE_IMPERATIVES)
    });
    begins && is_one_of(word, IMPERATIVES)
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// What stands between quotation marks. One that is not closed goes on in the next line; but a straight single
/// mark may be an apostrophe.
fn quotations(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = None;
    for (at, mark) in line.char_indices() {
        let behind = line[at + mark.len_utf8()..].chars().next();
        match open {
            None => open = closer(before, mark, behind).map(|closer| (at, closer)),
            Some((start, closer)) if closes(closer, mark, behind) => {
                found.push(start..at);
                open = None;
            }
            Some(_) => {}
        }
        before = Some(mark);
    }
    let unclosed = open.filter(|&(_, closer)| closer != '\'');
    found.extend(unclosed.map(|(start, _)| start..line.len()));
    found
}

/// The mark that closes the quotation that a mark opens, if it opens one.
fn closer(before: Option<char>, mark: char, behind: Option<char>) -> Option<char> {
    let opens = before.is_none_or(|before| !before.is_alphanumeric())
        && behind.is_some_and(|behind| !behind.is_whitespace());
    match mark {
        '“' => Some('”'),
        '‘' => Some('’'),
        '"' | '\'' if opens => Some(mark),
        _ => None,
    }
}

/// Whether a mark closes a quotation: a single one inside a word is an apostrophe.
fn closes(closer: char, mark: char, behind: Option<char>) -> bool {
    let single = matches!(closer, '’' | '\'');
    mark == closer && !(single && behind.is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a line with "newsletter" or "our app" is the story's.
    fn check(line: &str) -> bool {
        let lower = line.to_ascii_lowercase();
        let (at, word) =
            ["newsletter", "our app"].iter().find_map(|word| Some((lower.find(word)?, word))).unwrap();
        is_of_story(line, at..at + word.len())
    }

    #[test]
    fn sentences_that_tell_of_a_newsletter_are_the_storys() {
        assert!(check("The school’s newsletter told parents that inspectors had called."));
        assert!(check("It was the US newsletter that asked residents to join the board."));
        assert!(check("publish a newsletter for residents every month; and,"));
    }

    #[test]
    fn what_is_quoted_is_the_storys() {
        assert!(check("“We told you so in our newsletter,” said Ada Nwosu."));
        assert!(check("'It's more than our newsletter says', the head's letter said."));
        assert!(check("\"You have to read the newsletter"));
        assert!(check("‘They don’t read it. It means more than a newsletter.’"));
    }

    #[test]
    fn what_speaks_to_the_reader_is_the_pages() {
        assert!(!check("Our newsletter brings the news of Selby every morning."));
        assert!(!check("For more, sign up for the Working Week newsletter."));
        assert!(!check("Enter an address and get the “Selby Today” newsletter every day."));
        assert!(!check("The Selby Post is on the phone: download our app."));
        assert!(!check("Newsletters arrive in an inbox near to US readers."));
    }

    #[test]
    fn labels_are_the_pages() {
        assert!(!check("Newsletter"));
        assert!(!check("“Newsletter”"));
        assert!(!check("More from the newsletter:"));
        assert!(!check("The Selby Post evening newsletter"));
    }

    #[test]
    fn a_mark_is_the_pages() {
        assert!(!is_of_story("Home > News > Selby schools are good.", 4..7));
    }

    #[test]
    fn a_part_of_a_word_is_no_word_of_the_pages() {
        assert!(check("It will change our approach"));
        assert!(!check("Try our apps"));
    }
}
