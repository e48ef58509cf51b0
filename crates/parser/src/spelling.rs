//! Words as the vocabulary looks them up: as numbers, where they are short, which nearly all are.

/// The letters of a word in lower case with straight apostrophes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spelling<'a> {
    Short(ShortWord),
    Long(&'a str),
}

/// A word of no more than 15 bytes as two numbers, the last byte of which is its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ShortWord(u64, u64);

impl ShortWord {
    const LONGEST: usize = 15;

    /// From the first eight bytes and the others.
    fn new(first: u64, second: u64, length: usize) -> Self {
        Self(first, second | (length as u64) << 56)
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
        let (first, second) = window(word.as_bytes());
        Self::Short(ShortWord::new(first, second, word.len()))
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
    /// The letters that `bytes` begin with; `None` where there are none, or too many. Eight are looked at at once:
    /// a loop over letters costs more than all else that is done to find a word.
    #[inline]
    pub(crate) fn starting(bytes: &[u8]) -> Option<Self> {
        let (first, second) = window(bytes);
        let in_first = letters(first);
        let in_second = if in_first == HALF { letters(second) } else { 0 };
        let length = in_first + in_second;
        if length == 0 || length > ShortWord::LONGEST {
            return None;
        }
        let (first, second) = (keep(first, in_first), keep(second, in_second));
        let small = (first | second) & each(CASE);
        let lower = |half, count| half | keep(each(CASE), count);
        Some(Self {
            word: ShortWord::new(lower(first, in_first), lower(second, in_second), length),
            length,
            capital: first as u8 & CASE == 0,
            all_capitals: length > 1 && small == 0,
        })
    }
}

/// Bytes of half a window.
const HALF: usize = 8;

/// The first 16 bytes as two numbers, zeros behind the last one.
#[inline]
fn window(bytes: &[u8]) -> (u64, u64) {
    if let Some(both) = bytes.first_chunk::<{ 2 * HALF }>() {
        let number = u128::from_le_bytes(*both);
        return (number as u64, (number >> 64) as u64);
    }
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte));
    let (first, second) = bytes.split_at(bytes.len().min(HALF));
    (number(first), number(second))
}

/// How many ASCII letters a number begins with.
#[inline]
fn letters(half: u64) -> usize {
    let low_bits = (half | each(CASE)) & each(!HIGH);
    // The high bit of each byte of a sum tells whether the byte is so great.
    let from_a = low_bits + each(HIGH - b'a');
    let past_z = low_bits + each(HIGH - b'z' - 1);
    let others = !(from_a & !past_z & !half) & each(HIGH);
    others.trailing_zeros() as usize / 8
}

/// The first bytes of a number.
#[inline]
fn keep(half: u64, count: usize) -> u64 {
    if count >= HALF { half } else { half & ((1 << (8 * count)) - 1) }
}

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; HALF])
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
