//! Cues that are a colon behind whoever speaks: "Ada Nwosu: “…”", headlines, and the turns of a conversation that is
//! printed as it was spoken.

use crate::block::BlockKind;
use crate::cue::{Cue, CueSpeaker, Order};
use crate::finite_verb::is_surely_finite;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::quotes_to_cues::SentenceReader;
use crate::subject::may_speak;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

/// Words of a sentence among which the colon behind its speaker is looked for.
const REACH: usize = 12;

impl SentenceReader<'_, '_> {
    /// "Mr Vane was blunt: “…”": no verb of speech, but somebody's doing, a colon and a quotation.
    pub(crate) fn colon_behind_clause(&mut self) {
        let text = self.text;
        let sentence = self.sentence.clone();
        let Some(colon) =
            sentence.clone().find(|&index| text.kind(index) == Kind::Colon || text.quotes.holds(index))
        else {
            return;
        };
        let quote = text.quotes.at(colon + 1).filter(|quote| quote.tokens.start == colon + 1);
        let whole = quote.is_some_and(|quote| {
            let end = quote.tokens.end;
            end >= sentence.end || text.kind(end) == Kind::Stop
        });
        if !whole || text.quotes.holds(colon) {
            return;
        }
        let owner = self.owner_of_words(colon);
        if let Some(phrase) = owner.or_else(|| self.subject_of_clause(colon)) {
            self.push_colon(colon, phrase, Order::Colon);
        }
    }

    /// "Ada Nwosu: “…”": whoever speaks, a colon and a quotation.
    pub(crate) fn colon(&mut self) {
        let Some(colon) = self.first_colon() else { return };
        let Some(phrase) = self.before_colon(colon).filter(|_| colon + 1 < self.sentence.end) else { return };
        self.push_colon(colon, phrase, Order::Colon);
    }

    /// The colon behind the first words of the sentence, where no verb of speech stands before it.
    pub(crate) fn first_colon(&self) -> Option<usize> {
        let text = self.text;
        let start = self.sentence.start;
        let reach = self.sentence.end.min(start + REACH);
        let colon = (start..reach).find(|&index| text.kind(index) == Kind::Colon)?;
        let verb = (start..colon).any(|index| text.verb_at(index, colon).is_some());
        (!verb).then_some(colon)
    }

    pub(crate) fn push_colon(&mut self, colon: usize, phrase: NounPhrase, order: Order) {
        let verbs = self.text.lexicon.verbs();
        let Some(say) = verbs.iter().position(|verb| verb.lemma == "say") else { return };
        self.cues.push(Cue {
            tokens: colon..colon + 1,
            verb: say as u16,
            speaker: CueSpeaker::Phrase(phrase),
            order,
            sentence: self.sentence.clone(),
            block: self.block,
        });
    }

    /// The phrase that fills the sentence up to a colon and may speak. A headline's label may be its topic: it
    /// speaks where it is a person, an inspectorate or a report, or words in quotation marks follow at once.
    fn before_colon(&self, colon: usize) -> Option<NounPhrase> {
        let text = self.text;
        let start = self.sentence.start;
        let stated = self.is_headline() && self.states(colon);
        let quoted = text.quotes.at(colon + 1).is_some_and(|quote| quote.tokens.start == colon + 1);
        if self.is_told_by_inspectors(colon + 1) {
            return None;
        }
        if let Some(phrase) = self.before_topic(colon).filter(|_| stated) {
            return Some(phrase);
        }
        let mut phrase = noun_phrase::ending_at(text, colon, start)?;
        let and = phrase.whole.start.checked_sub(1).filter(|&and| and > start && text.is_word(and, "and"));
        if let Some(first) = and.and_then(|and| noun_phrase::ending_at(text, and, start)) {
            phrase = NounPhrase { whole: first.whole.start..phrase.whole.end, ..phrase };
        }
        let speaks = match phrase.head {
            Head::Person { .. } => quoted || stated,
            Head::Name => {
                let long = phrase.tokens.len() > 1 || text.token(start).is_all_capitals();
                quoted && may_speak(text, &phrase) && (long || self.is_surname(start))
                    || stated && phrase.tokens.len() == 1 && self.is_surname(start)
                    || (quoted || stated) && (self.is_inspectorate(&phrase) || self.is_teller(&phrase))
            }
            Head::Role | Head::Noun => {
                quoted && may_speak(text, &phrase) || stated && self.is_teller(&phrase)
            }
            Head::Pronoun | Head::Relative => false,
        };
        (speaks && phrase.whole.start == start).then_some(phrase)
    }

    /// "Beck School: *Ofsted praises* ‘kind’ staff": what is behind the label has a teller of its own.
    fn is_told_by_inspectors(&self, start: usize) -> bool {
        let (text, end) = (self.text, self.sentence.end);
        let plain =
            |index: usize| text.classes(index).has_any(&[Class::InspectorNoun, Class::InspectorateNoun]);
        let one = start < end
            && (plain(start) || self.is_inspectorate(&noun_phrase::bare(start..start + 1, Head::Name)));
        let behind = if one { Some(start + 1) } else { text.name_starting_at(start) };
        behind.is_some_and(|verb| verb < end && text.verb_at(verb, end).is_some())
    }

    /// "*Ofsted*: School must improve".
    fn is_inspectorate(&self, phrase: &NounPhrase) -> bool {
        let (text, whole) = (self.text, &phrase.whole);
        text.name_starting_at(whole.start) == Some(whole.end)
            || text.lexicon.inspectorates().iter().any(|row| row.short_name() == text.words(whole.clone()))
    }

    /// "*Report*: Home is cold", "*Inspectors*: …", "*Parents*: …": in a headline a label like "Care home" is the
    /// topic.
    fn is_teller(&self, phrase: &NounPhrase) -> bool {
        const TELLERS: [Class; 5] =
            [Class::Document, Class::InspectorNoun, Class::InspectorateNoun, Class::Person, Class::Role];
        let last = phrase.whole.end - 1;
        phrase.whole.len() <= 3 && self.text.classes(last).has_any(&TELLERS)
    }

    /// "*Nwosu* on Beck House: ‘It is cold’", "*Nwosu* to parents: It will close": a person, and whom it is said to
    /// or of.
    fn before_topic(&self, colon: usize) -> Option<NounPhrase> {
        let (text, start) = (self.text, self.sentence.start);
        let link = (start..colon.min(start + 5)).find(|&index| text.is_any(index, words!["on", "to"]))?;
        let phrase =
            noun_phrase::ending_at(text, link, start).filter(|phrase| phrase.whole.start == start)?;
        let person = match phrase.head {
            Head::Person { .. } => true,
            Head::Name => phrase.tokens.len() == 1 && self.is_surname(start),
            _ => false,
        };
        let whole = start..colon;
        person.then_some(NounPhrase { whole, ..phrase })
    }

    /// A headline, or a sentence alone at the top of the article: some are printed with a stop.
    fn is_headline(&self) -> bool {
        let (text, block) = (self.text, &self.text.tokens.blocks[self.block]);
        let top = self.sentence.start == 0 && self.sentence.end >= block.end;
        top || text.blocks[self.block].kind == BlockKind::Headline
    }

    /// Whether the words behind a colon are a clause or hold a quotation, and no mere topic.
    pub(crate) fn states(&self, colon: usize) -> bool {
        const OF_CLAUSES: [Class; 4] = [Class::Be, Class::Have, Class::Modal, Class::Do];
        let (text, end) = (self.text, self.sentence.end);
        (colon + 1..end).any(|index| {
            let classes = text.classes(index);
            classes.has_any(&OF_CLAUSES)
                || classes.has(Class::Subject) && !classes.has(Class::Relative)
                || text.quotes.holds(index)
                || text.contracted_pronoun(index).is_some()
                || index > colon + 2
                    && is_surely_finite(text, index, end)
                    && !text.is(index - 1, Class::Relative)
        })
    }
}
