//! Sentences as reports of speech need them: one that a quotation runs through is one.

use std::ops::Range;

use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

/// The sentences with their blocks, none of them ending inside a quotation.
pub(crate) fn sentences(text: &Text<'_>) -> Vec<(usize, Range<usize>)> {
    let mut drawn: Vec<(usize, Range<usize>)> = Vec::with_capacity(text.tokens.sentences.len());
    for sentence in &text.tokens.sentences {
        let start = sentence.tokens.start;
        match drawn.last_mut() {
            Some((block, last))
                if *block == sentence.block
                    && (cuts_quotation(text, start) || goes_on_with_cue(text, sentence.tokens.clone())) =>
            {
                last.end = sentence.tokens.end
            }
            _ => drawn.push((sentence.block, sentence.tokens.clone())),
        }
    }
    drawn
}

fn cuts_quotation(text: &Text<'_>, boundary: usize) -> bool {
    text.quotes.at(boundary).is_some_and(|quote| quote.tokens.start < boundary)
}

/// "“Is it?” | Ms Vane said.": a name and a verb behind a quotation that ends in a question or a cry.
fn goes_on_with_cue(text: &Text<'_>, sentence: Range<usize>) -> bool {
    let start = sentence.start;
    let asked = start >= 3
        && text.quotes.at(start - 1).is_some_and(|quote| quote.closed && quote.tokens.end == start)
        && (start - 3..start).any(|index| matches!(text.word(index), "?" | "!"));
    if !asked {
        return false;
    }
    let reach = sentence.end.min(start + 18);
    let verb = (start..reach).find(|&index| text.verb_at(index, reach).is_some());
    verb.is_some_and(|verb| {
        let behind = verb + 1;
        verb > start
            && behind < sentence.end
            && !text.quotes.holds(behind)
            && matches!(text.kind(behind), Kind::Stop | Kind::Comma)
            || behind < sentence.end && text.is(behind, Class::Preposition)
            || holds_no_clause(text, behind..sentence.end)
    })
}

/// "asked *the crowd on Sunday*.", "said *rhetorically*.": whom it is said to, when and how, and no clause.
fn holds_no_clause(text: &Text<'_>, range: Range<usize>) -> bool {
    const OPENERS: &[&str] =
        &["that", "whether", "if", "how", "why", "what", "who", "she", "he", "they", "we", "i", "there"];
    let clause = |index: usize| {
        text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
            || text.quotes.holds(index)
            || text.kind(index) == Kind::Colon
            || text.is_one_of(index, OPENERS)
            || text.contracted_pronoun(index).is_some()
            || text.is(index, Class::Reporting)
    };
    !range.is_empty() && range.len() <= 14 && !range.clone().any(clause)
}
