//! The words and marks of one line, one behind another.

use crate::spelling::{PlainWord, Spelling};
use crate::token::{Kind, Symbol, Token};

/// The tokens of one line, `at` bytes into its file. `symbol` is asked for each word.
pub(crate) fn lex(
    text: &str,
    at: usize,
    mut symbol: impl FnMut(Spelling<'_>) -> Symbol,
    out: &mut Vec<Token>,
) {
    let mut lexer = Lexer { text, position: 0, word: String::new() };
    let first = out.len();
    let mut end_of_last = usize::MAX;
    loop {
        let start = lexer.past_spaces();
        let (kind, known, (capital, all_capitals)) = match lexer.plain_word(start) {
            Some(plain) => {
                let known = symbol(Spelling::Short(plain.word));
                (Kind::Word, known, (plain.capital, plain.all_capitals))
            }
            None => {
                let Some(kind) = lexer.next() else { return };
                if kind == Kind::Mark && text.as_bytes()[start..lexer.position] == *b"-" {
                    // A hyphen inside a word only glues what follows.
                    end_of_last = lexer.position;
                    continue;
                }
                let known = lexer.symbol_of(start, kind, &mut symbol);
                (kind, known, case(&text[start..lexer.position], kind))
            }
        };
        let end = lexer.position;
        let glued = start == end_of_last;
        out.push(
            Token::new(text, start..end, at, known, kind)
                .with_case(capital, all_capitals)
                .with_place(glued, out.len() == first),
        );
        end_of_last = end;
    }
}

/// So often a mark is repeated at the least where it draws a line.
const LINE_OF_MARKS: usize = 8;

struct Lexer<'t> {
    text: &'t str,
    position: usize,
    /// The word being looked up, in lower case; kept so that no word allocates.
    word: String,
}

impl Lexer<'_> {
    fn peek(&self, offset: usize) -> u8 {
        self.text.as_bytes().get(self.position + offset).copied().unwrap_or(b' ')
    }

    /// Past white space and marks that only shape the line; where the next token starts.
    #[inline(always)]
    fn past_spaces(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        self.position += usize::from(bytes.get(self.position) == Some(&b' '));
        match bytes.get(self.position) {
            Some(b'!'..=b'~') => self.position,
            _ => self.past_all_spaces(),
        }
    }

    fn past_all_spaces(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            while matches!(bytes.get(self.position), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.position += 1;
            }
            if bytes.get(self.position).is_none_or(u8::is_ascii) || !self.past_wide_blank() {
                return self.position;
            }
        }
    }

    /// Past a blank beyond ASCII; false where there is none.
    fn past_wide_blank(&mut self) -> bool {
        let next = self.text[self.position..].chars().next();
        let blank = next.filter(|&character| character.is_whitespace() || is_ignorable(character));
        self.position += blank.map_or(0, char::len_utf8);
        blank.is_some()
    }

    /// A word of ASCII letters that no digit, apostrophe, full stop or other letter goes on with, which is nearly
    /// every word. `None`, and no step, where there is no such word.
    #[inline(always)]
    fn plain_word(&mut self, start: usize) -> Option<PlainWord> {
        let bytes = self.text.as_bytes();
        let word = PlainWord::starting(&bytes[start..])?;
        let end = start + word.length;
        match bytes.get(end) {
            Some(b'\'' | b'_' | b'0'..=b'9' | 128..) => return None,
            // A full stop belongs to single letters only: U.S., p.m.
            Some(b'.') if word.length == 1 => return None,
            _ => {}
        }
        self.position = end;
        Some(word)
    }

    /// The kind of the next token, which starts right here; `position` is then its end.
    fn next(&mut self) -> Option<Kind> {
        let start = self.position;
        let first = *self.text.as_bytes().get(start)?;
        Some(match first {
            b'a'..=b'z' | b'A'..=b'Z' => self.take_word(start),
            b'0'..=b'9' => self.number(),
            0..=127 if !matches!(first, b'.' | b'?' | b'!' | b'-') && self.past_run(1) => Kind::Mark,
            0..=127 => self.ascii_mark(first),
            _ => {
                let character = self.text[start..].chars().next()?;
                if is_letter(character) {
                    return Some(self.take_word(start));
                }
                if self.past_run(character.len_utf8()) {
                    return Some(Kind::Mark);
                }
                self.position += character.len_utf8();
                self.other_mark(character, start)
            }
        })
    }

    /// Past a mark of `width` bytes that is repeated all along a line: it separates, and quotes or opens nothing.
    fn past_run(&mut self, width: usize) -> bool {
        let (mark, behind) = self.text.as_bytes()[self.position..].split_at(width);
        let again = behind.chunks_exact(width).take_while(|next| *next == mark).count();
        let runs = again >= LINE_OF_MARKS;
        self.position += if runs { (1 + again) * width } else { 0 };
        runs
    }

    /// Letters and digits, with apostrophes and full stops between them.
    fn take_word(&mut self, start: usize) -> Kind {
        loop {
            let rest = &self.text.as_bytes()[self.position..];
            self.position += rest.iter().take_while(|&&byte| is_word_byte(byte)).count();
            match self.peek(0) {
                b'.' if self.is_initialism(start) => self.position += 1,
                b'\'' if self.joins(1) => {
                    if self.is_clitic(1) {
                        return Kind::Word;
                    }
                    self.position += 1;
                }
                0..=127 => return Kind::Word,
                _ => {
                    let Some(character) = self.text[self.position..].chars().next() else {
                        return Kind::Word;
                    };
                    if character == '’' && self.joins(3) {
                        if self.is_clitic(3) {
                            return Kind::Word;
                        }
                    } else if !is_letter(character) && !is_combining(character) {
                        return Kind::Word;
                    }
                    self.position += character.len_utf8();
                }
            }
        }
    }

    /// Whether a letter follows an apostrophe of `width` bytes.
    fn joins(&self, width: usize) -> bool {
        self.text[self.position + width..].chars().next().is_some_and(char::is_alphanumeric)
    }

    /// Whether the apostrophe begins a possessive `'s`, which is a token of its own.
    fn is_clitic(&self, width: usize) -> bool {
        let rest = &self.text[self.position + width..];
        let mut characters = rest.chars();
        matches!(characters.next(), Some('s' | 'S')) && !characters.next().is_some_and(char::is_alphanumeric)
    }

    /// Whether a full stop belongs to letters like `U.S.` or `p.m.`: each is alone before its stop.
    fn is_initialism(&self, start: usize) -> bool {
        let before = self.position - start;
        let lone = before == 1 || (before >= 3 && self.text.as_bytes()[self.position - 2] == b'.');
        lone && self.peek(1).is_ascii_alphabetic() && !self.peek(2).is_ascii_alphanumeric()
            || before >= 3
                && self.text.as_bytes()[self.position - 2] == b'.'
                && self.text.as_bytes()[self.position - 1] != b'.'
    }

    /// Digits, with `,` `.` `:` `/` between digits, and letters right behind them (`2nd`, `30m`).
    fn number(&mut self) -> Kind {
        loop {
            match self.peek(0) {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => self.position += 1,
                b',' | b'.' | b':' | b'/' if self.peek(1).is_ascii_digit() => self.position += 2,
                _ => return Kind::Number,
            }
        }
    }

    fn ascii_mark(&mut self, mark: u8) -> Kind {
        let start = self.position;
        self.position += 1;
        match mark {
            b'"' => Kind::DoubleStraight,
            b'\'' => self.apostrophe(start, 1, Kind::SingleStraight),
            b'`' => {
                if self.peek(0) == b'`' {
                    self.position += 1;
                    return Kind::DoubleOpen;
                }
                Kind::SingleOpen
            }
            b'.' | b'?' | b'!' => {
                while matches!(self.peek(0), b'.' | b'?' | b'!') {
                    self.position += 1;
                }
                Kind::Stop
            }
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            b';' => Kind::Semicolon,
            b'(' | b'[' => Kind::BracketOpen,
            b')' | b']' => Kind::BracketClose,
            b'-' => self.hyphen(start),
            _ => Kind::Mark,
        }
    }

    /// A straight apostrophe: two of them are a double mark, `'s` behind a word is a clitic.
    fn apostrophe(&mut self, start: usize, width: usize, kind: Kind) -> Kind {
        // Of three, the first closes what stands inside the double mark.
        if width == 1 && self.peek(0) == b'\'' && self.peek(1) != b'\'' {
            self.position += 1;
            return Kind::DoubleStraight;
        }
        self.position = start;
        let behind_word = self.text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        if behind_word && self.is_clitic(width) {
            self.position += width + 1;
            return Kind::Clitic;
        }
        self.position += width;
        kind
    }

    /// A hyphen joins two words or, with a space or another beside it, is a dash.
    fn hyphen(&mut self, start: usize) -> Kind {
        let bytes = self.text.as_bytes();
        let mut dashes = 1;
        while self.peek(0) == b'-' {
            self.position += 1;
            dashes += 1;
        }
        let spaced = start == 0 || bytes[start - 1] == b' ' || self.peek(0) == b' ';
        if dashes > 1 || spaced { Kind::Dash } else { Kind::Mark }
    }

    fn other_mark(&mut self, mark: char, start: usize) -> Kind {
        match mark {
            '“' | '„' | '«' | '‟' => Kind::DoubleOpen,
            '”' | '»' => Kind::DoubleClose,
            '‘' | '‚' | '‛' => Kind::SingleOpen,
            '’' => self.apostrophe(start, mark.len_utf8(), Kind::SingleClose),
            '–' | '—' | '―' | '‒' => Kind::Dash,
            '…' => Kind::Stop,
            _ => Kind::Mark,
        }
    }

    /// Looks the token up as the grammar knows it.
    fn symbol_of(
        &mut self,
        start: usize,
        kind: Kind,
        symbol: &mut impl FnMut(Spelling<'_>) -> Symbol,
    ) -> Symbol {
        let raw = &self.text[start..self.position];
        match kind {
            Kind::Word | Kind::Number => {
                fold(raw, &mut self.word);
                symbol(self.word.trim_end_matches('.').into())
            }
            Kind::Clitic => symbol("'s".into()),
            Kind::Mark if raw == "&" => symbol("and".into()),
            Kind::Mark => symbol(raw.into()),
            _ => Symbol::UNKNOWN,
        }
    }
}

/// Whether a character is part of words. Dashes and curly marks, which are not, are told by their range.
fn is_letter(character: char) -> bool {
    !('\u{2010}'..='\u{2027}').contains(&character) && character.is_alphanumeric()
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Lower case, straight apostrophes.
pub(crate) fn fold(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for character in word.chars() {
        match character {
            '’' => out.push('\''),
            other => out.extend(other.to_lowercase()),
        }
    }
}

fn case(word: &str, kind: Kind) -> (bool, bool) {
    if kind != Kind::Word {
        return (false, false);
    }
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let all = capital && word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase);
    (capital, all)
}

/// Marks that only shape the line: byte order mark, zero-width and soft hyphens.
fn is_ignorable(character: char) -> bool {
    matches!(character, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}')
}

fn is_combining(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}
