//! Lists of words that the grammar asks for by their letters.
//!
//! A rule asks nearly every word of an article whether it is on its list, and nearly none is. So each token
//! carries a mark that tells most words apart, and each list a sieve of the marks of its words.

/// How a word is written, in short: its first letter, its last one and its length. Words that differ in more
/// than case have different marks, but for a few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark(u16);

impl Mark {
    #[inline]
    pub(crate) const fn of(word: &[u8]) -> Self {
        // Five bits of an ASCII letter do not tell its case.
        match word {
            [first, .., last] => {
                Self((*first & 31) as u16 | (*last as u16 & 31) << 5 | (word.len() as u16) << 10)
            }
            [only] => Self((*only & 31) as u16 | (*only as u16 & 31) << 5 | 1 << 10),
            [] => Self(0),
        }
    }

    /// One of 256 places in a sieve, as the index of a number and a bit in it.
    #[inline]
    const fn place(self) -> (usize, u64) {
        let place = self.0.wrapping_mul(0x9e37) >> 8;
        (place as usize >> 6, 1 << (place & 63))
    }
}

/// Words in lower case, with what tells most other words from them at one look.
#[derive(Debug)]
pub(crate) struct WordList {
    pub words: &'static [&'static str],
    sieve: [u64; 4],
}

impl WordList {
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut sieve = [0; 4];
        let mut index = 0;
        while index < words.len() {
            let (number, bit) = Mark::of(words[index].as_bytes()).place();
            sieve[number] |= bit;
            index += 1;
        }
        Self { words, sieve }
    }

    /// Whether a word with such a mark may be on the list; most are not.
    #[inline]
    pub(crate) const fn may_hold(&self, mark: Mark) -> bool {
        let (number, bit) = mark.place();
        self.sieve[number] & bit != 0
    }
}

/// A list of words, made when the program is built: `words!["week", "month"]`.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        const { &$crate::word_list::WordList::new(&[$($word),+]) }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_lets_its_words_pass_in_any_case_and_few_others() {
        const LIST: WordList = WordList::new(&["week", "month", "é"]);
        let passes = |word: &str| LIST.may_hold(Mark::of(word.as_bytes()));
        assert!(["week", "WEEK", "Month", "é"].into_iter().all(passes));
        assert!(!["weekend", "day", "", "w"].into_iter().any(passes));
    }
}
