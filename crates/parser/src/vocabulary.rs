//! Words to symbols, symbols to classes, runs of symbols to what they mean: the lexicon as the stages ask it.

use std::ops::Range;

use onrecord_lexicon::{Frame, Lexicon};
use rustc_hash::FxHashMap;

use crate::lexer::lex;
use crate::spelling::{ShortWord, Spelling};
use crate::token::{Symbol, Token};
use crate::word_class::{Class, Classes};
use crate::word_list::Mark;

/// What one word or a run of words means, by index into the lexicon's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A name that means this inspectorate and no other.
    Inspectorate(u16),
    /// A form that several inspectorates share.
    SharedInspectorate(u16),
    /// A noun that means this inspectorate once it is in play.
    InspectorateNoun(u16),
    /// A programme of this inspectorate; its place in the row.
    Programme(u16, u16),
    /// A regime of this inspectorate; its place in the row.
    Regime(u16, u16),
    /// A known body.
    Body(u16),
    /// Ends a proper name of this kind of body.
    BodySuffix(u16),
    /// Begins a proper name of this kind of body.
    BodyPrefix(u16),
    /// Stands for a body of this kind.
    BodyNoun(u16),
    /// A grade of a scale.
    Grade { scale: u16, grade: u8 },
    /// An area of a scale.
    Area { scale: u16, area: u16 },
    /// A form of a reporting verb.
    Verb(u16),
}

/// The compiled lexicon.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    symbols: FxHashMap<ShortWord, Symbol>,
    long_symbols: FxHashMap<Box<str>, Symbol>,
    /// For each symbol its word; no word for the unknown.
    words: Vec<Box<str>>,
    /// For each symbol its word in short.
    marks: Vec<Mark>,
    classes: Vec<Classes>,
    /// For each symbol the node of the terms that begin with it; 0 where none does.
    roots: Vec<u32>,
    /// The tree of terms until it is settled.
    growing: Vec<Growing>,
    /// The tree of terms; the first is nowhere.
    nodes: Vec<Node>,
    /// Steps from all nodes, those from one node beside each other.
    steps: Vec<(Symbol, u32)>,
    /// What the terms mean, by node.
    meanings: Vec<Meaning>,
}

/// A place in the tree of terms.
#[derive(Debug, Default)]
struct Node {
    steps: Range<u32>,
    meanings: Range<u32>,
}

/// A place in the tree while it grows.
#[derive(Debug, Default)]
struct Growing {
    steps: Vec<(Symbol, u32)>,
    meanings: Vec<Meaning>,
}

impl Vocabulary {
    /// Without words, ready to take them until [`Self::settle_terms`].
    pub(crate) fn growing() -> Self {
        let mut vocabulary = Self { growing: vec![Growing::default()], ..Self::default() };
        // The unknown symbol has no word.
        vocabulary.add_symbol("".into());
        vocabulary
    }

    /// Lays the tree of terms out flat: it does not grow any more.
    pub(crate) fn settle_terms(&mut self) {
        for node in std::mem::take(&mut self.growing) {
            let (step, meaning) = (self.steps.len() as u32, self.meanings.len() as u32);
            self.steps.extend(node.steps);
            self.meanings.extend(node.meanings);
            let steps = step..self.steps.len() as u32;
            self.nodes.push(Node { steps, meanings: meaning..self.meanings.len() as u32 });
        }
    }

    /// The symbol of a word; unknown where the lexicon does not hold it.
    #[inline]
    pub(crate) fn symbol<'w>(&self, word: impl Into<Spelling<'w>>) -> Symbol {
        let known = match word.into() {
            Spelling::Short(word) => self.symbols.get(&word),
            Spelling::Long(word) => self.long_symbols.get(word),
        };
        known.copied().unwrap_or(Symbol::UNKNOWN)
    }

    /// Every known word's symbol.
    pub(crate) fn symbols(&self) -> impl Iterator<Item = Symbol> + use<> {
        (1..self.words.len() as u32).map(Symbol)
    }

    /// Whether a symbol is that of this word in lower case.
    #[inline]
    pub(crate) fn is(&self, symbol: Symbol, word: &str) -> bool {
        symbol != Symbol::UNKNOWN
            && self.marks[symbol.0 as usize] == Mark::of(word.as_bytes())
            && *self.words[symbol.0 as usize] == *word
    }

    /// Whether a symbol is that of one of these words in lower case.
    pub(crate) fn is_one_of(&self, symbol: Symbol, words: &[&str]) -> bool {
        let own = &*self.words[symbol.0 as usize];
        symbol != Symbol::UNKNOWN && words.contains(&own)
    }

    /// How a known word is written, in short.
    #[inline]
    pub(crate) fn mark(&self, symbol: Symbol) -> Mark {
        self.marks[symbol.0 as usize]
    }

    /// The classes of a known word.
    #[inline]
    pub(crate) fn classes(&self, symbol: Symbol) -> Classes {
        self.classes[symbol.0 as usize]
    }

    /// The longest term at the start of `tokens`: how many tokens it takes, and what it means.
    pub(crate) fn longest_term<'a>(&'a self, tokens: &'a [Token]) -> Option<(usize, &'a [Meaning])> {
        self.terms(tokens).last()
    }

    /// Every term at the start of `tokens`, the shortest first.
    #[inline]
    pub(crate) fn terms<'a>(&'a self, tokens: &'a [Token]) -> Terms<'a> {
        let node = tokens.first().map_or(0, |first| self.roots[first.symbol.0 as usize]);
        Terms { vocabulary: self, tokens, length: 0, node }
    }

    /// The symbol of a word, made where it is new.
    pub(crate) fn intern<'w>(&mut self, word: impl Into<Spelling<'w>>) -> Symbol {
        let word = word.into();
        let known = self.symbol(word);
        if known != Symbol::UNKNOWN {
            return known;
        }
        let symbol = self.add_symbol(word.text());
        match word {
            Spelling::Short(word) => self.symbols.insert(word, symbol),
            Spelling::Long(word) => self.long_symbols.insert(word.into(), symbol),
        };
        symbol
    }

    fn add_symbol(&mut self, word: Box<str>) -> Symbol {
        let symbol = Symbol(self.words.len() as u32);
        self.marks.push(Mark::of(word.as_bytes()));
        self.words.push(word);
        self.classes.push(Classes::default());
        self.roots.push(0);
        symbol
    }

    /// The symbols of a phrase's words.
    pub(crate) fn intern_all(&mut self, phrase: &str) -> Vec<Symbol> {
        if phrase.bytes().all(|byte| byte.is_ascii_lowercase()) && !phrase.is_empty() {
            return vec![self.intern(phrase)];
        }
        let mut tokens = Vec::new();
        lex(phrase, 0, |word| self.intern(word), &mut tokens);
        tokens.into_iter().map(|token| token.symbol).collect()
    }

    /// Puts words, which spaces part, into a class.
    pub(crate) fn add_class(&mut self, class: Class, words: &str) {
        for word in words.split_whitespace() {
            let symbol = self.intern(word);
            self.classify(symbol, class);
        }
    }

    /// Puts a known word into a class.
    pub(crate) fn classify(&mut self, symbol: Symbol, class: Class) {
        self.classes[symbol.0 as usize].add(class);
    }

    /// Adds a meaning of a run of words.
    pub(crate) fn add_term(&mut self, phrase: &str, meaning: Meaning) {
        let mut node = 0;
        let symbols = self.intern_all(phrase);
        if let (Meaning::Area { .. }, Some(&last)) = (meaning, symbols.last()) {
            self.classify(last, Class::AreaEnd);
        }
        for (index, symbol) in symbols.into_iter().enumerate() {
            let place = symbol.0 as usize;
            if index == 0 {
                self.classes[place].add(Class::TermStart);
                match meaning {
                    Meaning::Grade { .. } => self.classes[place].add(Class::GradeStart),
                    Meaning::Programme(..) | Meaning::Regime(..) => {
                        self.classes[place].add(Class::RegimeStart);
                    }
                    Meaning::Inspectorate(_)
                    | Meaning::SharedInspectorate(_)
                    | Meaning::InspectorateNoun(_) => self.classes[place].add(Class::InspectorateStart),
                    _ => {}
                }
            }
            let known = match index {
                0 => Some(self.roots[place]).filter(|&node| node != 0),
                _ => self.growing[node].steps.iter().find(|step| step.0 == symbol).map(|step| step.1),
            };
            let next = known.unwrap_or_else(|| {
                let new = self.growing.len() as u32;
                self.growing.push(Growing::default());
                match index {
                    0 => self.roots[place] = new,
                    _ => self.growing[node].steps.push((symbol, new)),
                }
                new
            });
            node = next as usize;
        }
        let meanings = &mut self.growing[node].meanings;
        if node != 0 && !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }
}

/// The terms at the start of some tokens, each with how many it takes.
pub(crate) struct Terms<'a> {
    vocabulary: &'a Vocabulary,
    tokens: &'a [Token],
    /// How many tokens are read.
    length: usize,
    /// Where the next token leads to; nowhere at most words, which begin no term.
    node: u32,
}

impl<'a> Iterator for Terms<'a> {
    type Item = (usize, &'a [Meaning]);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.node == 0 { None } else { self.longer() }
    }
}

impl<'a> Terms<'a> {
    fn longer(&mut self) -> Option<(usize, &'a [Meaning])> {
        let vocabulary = self.vocabulary;
        while self.node != 0 {
            let Node { steps, meanings } = &vocabulary.nodes[self.node as usize];
            self.length += 1;
            let steps = &vocabulary.steps[steps.start as usize..steps.end as usize];
            let next = if steps.is_empty() { None } else { self.tokens.get(self.length) };
            let step = next.and_then(|token| steps.iter().find(|step| step.0 == token.symbol));
            self.node = step.map_or(0, |&(_, to)| to);
            if !meanings.is_empty() && (self.length > 1 || !self.is_in_small()) {
                let meanings = &vocabulary.meanings[meanings.start as usize..meanings.end as usize];
                return Some((self.length, meanings));
            }
        }
        None
    }

    /// `Orr said`: initials that are not set in capitals.
    fn is_in_small(&self) -> bool {
        let small = |first: &Token| {
            !first.is_all_capitals() && self.vocabulary.classes(first.symbol).has(Class::Initials)
        };
        self.tokens.first().is_some_and(small)
    }
}

/// Whether a reporting verb has a frame.
pub(crate) fn has_frame(lexicon: &Lexicon, verb: u16, frame: Frame) -> bool {
    lexicon.verbs()[usize::from(verb)].frames.contains(&frame)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Vec<(usize, Meaning)> {
        let vocabulary = Vocabulary::new(Lexicon::standard());
        let mut tokens = Vec::new();
        lex(text, 0, |word| vocabulary.symbol(word), &mut tokens);
        let (length, meanings) = vocabulary.longest_term(&tokens).unwrap_or_default();
        meanings.iter().map(|&meaning| (length, meaning)).collect()
    }

    #[test]
    fn the_longest_term_wins_in_any_spelling() {
        let full = check("HIS MAJESTY’S INSPECTORATE of Constabulary & Fire and Rescue Services said");
        assert!(full.contains(&(11, Meaning::Inspectorate(0))), "{full:?}");
    }

    #[test]
    fn initials_are_read_in_capitals_unless_they_are_spelt_otherwise_too() {
        let names =
            |text: &str| check(text).iter().any(|(_, meaning)| matches!(meaning, Meaning::Inspectorate(_)));
        assert!(names("ORR said") && names("HIQA said") && names("Hiqa said"));
        assert!(!names("Orr said"));
    }
}
