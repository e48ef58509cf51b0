//! A page as a browser cuts it.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Elements that have no end.
const VOID: [&str; 3] = ["meta", "input", "br"];

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Start { name: String, attributes: Vec<(String, String)> },
    End(String),
    Text(String),
}

/// The pieces of a page in which every element ends in the order in which it began and nothing is an error.
pub(super) fn pieces(page: &str) -> Vec<Piece> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut pieces, mut open) = (Vec::new(), Vec::new());
    for token in Tokenizer::new_with_emitter(page, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = string(&tag.name);
                let attributes = tag.attributes.iter().map(|(key, value)| (string(key), string(value)));
                pieces.push(Piece::Start { name: name.clone(), attributes: attributes.collect() });
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                assert_eq!(open.pop(), Some(string(&tag.name)), "{page}");
                pieces.push(Piece::End(string(&tag.name)));
            }
            Token::String(text) => match pieces.last_mut() {
                Some(Piece::Text(last)) => last.push_str(&string(&text)),
                _ => pieces.push(Piece::Text(string(&text))),
            },
            Token::Doctype(_) => {}
            Token::Comment(comment) => panic!("a comment: {:?}", string(&comment)),
            Token::Error(error) => panic!("{:?} in {page}", *error),
        }
    }
    assert!(open.is_empty(), "{open:?} have no end");
    pieces
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the page is UTF-8")
}
