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
        let (first, second) = word.as_bytes().split_at(word.len().min(HALF));
        Self::Short(ShortWord::new(half(first), half(second), word.len()))
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
        let first = half(bytes);
        match letters(first) {
            0 => None,
            HALF => Self::long(first, &bytes[HALF..]),
            length => Some(Self::new(first & ones(length), 0, ones(length) & each(CASE), 0, length)),
        }
    }

    /// A word whose first half is full.
    fn long(first: u64, rest: &[u8]) -> Option<Self> {
        let second = half(rest);
        let more = letters(second);
        let length = HALF + more;
        (length <= ShortWord::LONGEST)
            .then(|| Self::new(first, second & ones(more), each(CASE), ones(more) & each(CASE), length))
    }

    /// From the two halves as printed, and the bits that make all of their letters small.
    #[inline]
    fn new(first: u64, second: u64, small_first: u64, small_second: u64, length: usize) -> Self {
        let small = (first | second) & each(CASE);
        Self {
            word: ShortWord::new(first | small_first, second | small_second, length),
            length,
            capital: first as u8 & CASE == 0,
            all_capitals: length > 1 && small == 0,
        }
    }
}

/// Bytes of half a word.
const HALF: usize = 8;

/// The first eight bytes as a number, zeros behind the last one.
#[inline]
fn half(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<HALF>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte)),
    }
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

/// All bits of so many bytes, fewer than eight.
#[inline]
fn ones(count: usize) -> u64 {
    (1 << (8 * count)) - 1
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
