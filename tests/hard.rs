//! Texts that are hard to read in linear time: what one careless search from each mark or word takes for ever on.

/// A text that nobody would write.
#[derive(Debug)]
pub struct HardText {
    /// What it is, in a few words.
    pub name: &'static str,
    build: fn(usize) -> Vec<u8>,
}

impl HardText {
    /// One of about so many bytes.
    #[must_use]
    pub fn bytes(&self, size: usize) -> Vec<u8> {
        (self.build)(size)
    }
}

/// Each in any size.
#[rustfmt::skip] // A row for each text.
pub const HARD_TEXTS: &[HardText] = &[
    HardText { name: "straight marks only", build: |size| repeat("\"", size) },
    HardText { name: "opening marks only", build: |size| repeat("“", size) },
    HardText { name: "straight marks apart", build: |size| repeat("\" ", size) },
    HardText { name: "opening marks apart", build: |size| repeat("“ ", size) },
    HardText { name: "an opening mark before each word", build: |size| repeat("“a ", size) },
    HardText { name: "nested marks", build: nested },
    HardText { name: "marks that open and never close, line by line", build: |size| repeat("“Good, he said\n", size) },
    HardText { name: "one line of prose", build: |size| repeat("The home must keep a count of its medicines. ", size) },
    HardText { name: "real coverage", build: |size| repeat(include_str!("labelled/pri-stokeholt-boys.txt"), size) },
    HardText { name: "one sentence without an end", build: |size| repeat("the staff of the home and ", size) },
    HardText { name: "one word", build: |size| repeat("a", size) },
    HardText { name: "line breaks only", build: |size| repeat("\n", size) },
    HardText { name: "carriage returns only", build: |size| repeat("\r", size) },
    HardText { name: "spaces only", build: |size| repeat(" ", size) },
    HardText { name: "grades joined for ever", build: |size| repeat("rated good and ", size) },
    HardText { name: "grades of an inspection joined for ever", build: |size| inspected("rated good and ", size) },
    HardText { name: "titles without names", build: |size| repeat("Mr ", size) },
    HardText { name: "speakers without words", build: |size| repeat("said Mr Smith, ", size) },
    HardText { name: "as many people as sentences", build: people },
    HardText { name: "as many bodies as sentences", build: bodies },
    HardText { name: "a list", build: |size| inspected("- The home must keep a count of its medicines\n", size) },
    HardText { name: "a statement on each of many grades", build: |size| inspected("Safe: Good\n“The rating is bad,” said Ada Bo.\n", size) },
    HardText { name: "a table", build: |size| inspected("Safe: Good\n", size) },
    HardText { name: "asks joined for ever", build: |size| inspected("the home must improve and ", size) },
    HardText { name: "abbreviations", build: |size| repeat("A. B. C. ", size) },
    HardText { name: "brackets that never close", build: |size| repeat("(", size) },
    HardText { name: "commas", build: |size| inspected("good, ", size) },
    HardText { name: "capitals", build: |size| repeat("Care Quality Commission ", size) },
    HardText { name: "bytes without meaning", build: |size| noise(size).collect() },
    HardText { name: "words without meaning", build: |size| noise(size).map(|byte| b"ab \"'.,-C\n"[usize::from(byte) % 10]).collect() },
];

fn repeat(piece: &str, size: usize) -> Vec<u8> {
    piece.repeat(size / piece.len()).into_bytes()
}

/// An article on an inspection that goes on with the same words.
fn inspected(piece: &str, size: usize) -> Vec<u8> {
    let mut text = b"The Care Quality Commission has inspected Beck House, a care home in Skelby.\n".to_vec();
    text.extend(repeat(piece, size));
    text
}

/// Double inside single inside double …, all closed at the end.
fn nested(size: usize) -> Vec<u8> {
    let pairs = size / "“‘a’”".len();
    let middle = ["“‘".repeat(pairs), "a".to_owned(), "’”".repeat(pairs)];
    middle.concat().into_bytes()
}

/// Every sentence has a speaker of its own, and the next a pronoun.
fn people(size: usize) -> Vec<u8> {
    let sentence = |i| format!("“We are sorry,” said Ada {}. “It is bad,” she said.\n", name(i));
    fill(size, sentence)
}

/// Every sentence is about an inspection of another home.
fn bodies(size: usize) -> Vec<u8> {
    let sentence = |i| format!("The CQC has rated {} House good after inspectors visited.\n", name(i));
    fill(size, sentence)
}

fn fill(size: usize, sentence: impl Fn(usize) -> String) -> Vec<u8> {
    let mut text = String::with_capacity(size + 100);
    (0..)
        .take_while(|&i| {
            text.push_str(&sentence(i));
            text.len() < size
        })
        .for_each(drop);
    text.into_bytes()
}

/// A surname for a number: Baba, Bacada, …
fn name(mut number: usize) -> String {
    let mut name = String::from("B");
    loop {
        name.push_str(["aba", "oco", "udu", "ifi", "ege", "aha", "olo", "umu", "ini", "epe"][number % 10]);
        number /= 10;
        if number == 0 {
            return name;
        }
    }
}

/// The same bytes every time: xorshift.
fn noise(size: usize) -> impl Iterator<Item = u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    (0..size).map(move |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    })
}
