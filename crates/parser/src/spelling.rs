//! Words as the vocabulary looks them up: as numbers, where they are short, which nearly all are.

/// The letters of a word in lower case with straight apostrophes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spelling<'a> {
    Short(ShortWord),
    Long(&'a str),
}

/// A word of no more than 15 bytes with its length, compared as two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ShortWord(u64, u64);

impl ShortWord {
    const LONGEST: usize = 15;

    fn new(letters: u128, length: usize) -> Self {
        let number = letters | (length as u128) << 120;
        Self(number as u64, (number >> 64) as u64)
    }

    fn text(self) -> String {
        let bytes = (u128::from(self.0) | u128::from(self.1) << 64).to_le_bytes();
        String::from_utf8_lossy(&bytes[..usize::from(bytes[Self::LONGEST])]).into_owned()
    }
}

impl Spelling<'_> {
    /// The letters themselves.
    pub(crate) fn text(self) -> Box<str> {
        match self {
            Self::Short(word) => word.text().into(),
            Self::Long(word) => word.into(),
        }
    }
}

impl<'a> From<&'a str> for Spelling<'a> {
    fn from(word: &'a str) -> Self {
        if word.len() > ShortWord::LONGEST {
            return Self::Long(word);
        }
        Self::Short(ShortWord::new(window(word.as_bytes()), word.len()))
    }
}

/// A short word of ASCII letters alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlainWord {
    /// In lower case.
    pub word: ShortWord,
    pub length: usize,
    /// Its first letter is a capital.
    pub capital: bool,
    /// It has two letters or more, all of them capitals.
    pub all_capitals: bool,
}

/// Where the case of an ASCII letter is.
const CASE: u8 = 0x20;
const HIGH: u8 = 0x80;

impl PlainWord {
    /// The letters that `bytes` begin with; `None` where there are none, or too many. All of them are looked at
    /// at once: a loop over letters costs more than all else that is done to find a word.
    #[inline]
    pub(crate) fn starting(bytes: &[u8]) -> Option<Self> {
        let window = window(bytes);
        let lower = window | each(CASE);
        let low_bits = lower & each(!HIGH);
        // The high bit of each byte of a sum tells whether the byte is so great.
        let from_a = low_bits + each(HIGH - b'a');
        let past_z = low_bits + each(HIGH - b'z' - 1);
        let letters = from_a & !past_z & !window & each(HIGH);
        let length = (letters ^ each(HIGH)).trailing_zeros() as usize / 8;
        if length == 0 || length > ShortWord::LONGEST {
            return None;
        }
        let own = (1 << (8 * length)) - 1;
        let small = window & each(CASE) & own;
        Some(Self {
            word: ShortWord::new(lower & own, length),
            length,
            capital: window as u8 & CASE == 0,
            all_capitals: length > 1 && small == 0,
        })
    }
}

/// The first 16 bytes, zeros behind the last one.
#[inline]
fn window(bytes: &[u8]) -> u128 {
    if let Some(whole) = bytes.first_chunk() {
        return u128::from_le_bytes(*whole);
    }
    bytes.iter().rev().fold(0, |window, &byte| window << 8 | u128::from(byte))
}

const fn each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; 16])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters' number, capital, all capitals.
    fn check(text: &str) -> Option<(usize, bool, bool)> {
        let word = PlainWord::starting(text.as_bytes())?;
        let lower = text[..word.length].to_ascii_lowercase();
        assert!(matches!(Spelling::from(lower.as_str()), Spelling::Short(own) if own == word.word));
        assert_eq!(*Spelling::Short(word.word).text(), lower);
        Some((word.length, word.capital, word.all_capitals))
    }

    #[test]
    fn letters_end_at_whatever_is_none() {
        for end in ["", " and so on, for long", "9", "_", "@", "[", "`", "{", "é", "\u{1}", "’s", "\0"] {
            assert_eq!(check(&format!("azAZ{end}")), Some((4, false, false)), "{end:?}");
        }
        assert_eq!(check("Word"), Some((4, true, false)));
        assert_eq!(check("CQC said"), Some((3, true, true)));
        assert_eq!(check("A home was visited"), Some((1, true, false)));
    }

    #[test]
    fn what_is_no_short_word_is_none() {
        assert_eq!(check("abcdefghijklmno").map(|word| word.0), Some(15));
        for text in ["", "abcdefghijklmnop", "9 homes", "é", "\u{80}a"] {
            assert_eq!(check(text), None, "{text:?}");
        }
    }
}
