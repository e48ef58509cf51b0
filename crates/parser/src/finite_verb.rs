//! Verbs that show by their form and by what stands behind them that they are finite: "the office *gave* up",
//! "the party *needs* to win".

use crate::text::Text;
use crate::time_phrase::time_phrase_end;
use crate::word_class::Class;
use crate::word_list::WordList;

/// Past tenses whose participle is another word: gave, not given.
static ONLY_PAST: WordList = WordList::new(&[
    "went",
    "came",
    "became",
    "ran",
    "began",
    "took",
    "gave",
    "knew",
    "grew",
    "threw",
    "flew",
    "drew",
    "saw",
    "spoke",
    "broke",
    "chose",
    "stole",
    "froze",
    "wrote",
    "drove",
    "rose",
    "rode",
    "arose",
    "ate",
    "fell",
    "forgot",
    "forgave",
    "shook",
    "wore",
    "tore",
    "swore",
    "mistook",
    "undertook",
    "overcame",
    "withdrew",
    "foresaw",
    "got",
    "sang",
    "drank",
    "swam",
    "rang",
    "sank",
    "shrank",
    "sprang",
    "woke",
]);

/// Past tenses without -ed that are participles too: "the office *made* it", "food *made* there".
static PAST: WordList = WordList::new(&[
    "held",
    "kept",
    "left",
    "lost",
    "made",
    "met",
    "paid",
    "put",
    "read",
    "sent",
    "sold",
    "spent",
    "stood",
    "taught",
    "thought",
    "won",
    "built",
    "bought",
    "brought",
    "caught",
    "felt",
    "fought",
    "found",
    "heard",
    "hit",
    "hung",
    "cut",
    "hurt",
    "led",
    "let",
    "set",
    "shut",
    "slept",
    "swept",
    "lent",
    "bent",
    "dealt",
    "dug",
    "fed",
    "fled",
    "laid",
    "meant",
    "sat",
    "shot",
    "slid",
    "spun",
    "stuck",
    "struck",
    "swung",
    "understood",
    "told",
    "said",
]);

/// Words that stand behind a verb and make one with it.
const PARTICLES: &[&str] = &["up", "out", "down", "off", "away", "back", "on"];

/// Whether a word behind a noun is surely the verb of a clause: a past tense that is no participle, or a form
/// in -ed, in -s or of another past with its object.
pub(crate) fn is_surely_finite(text: &Text<'_>, index: usize, end: usize) -> bool {
    if !text.token(index).is_word() || text.token(index).is_capital() || index == 0 {
        return false;
    }
    let named = text.classes(index - 1).has_any(&[Class::Determiner, Class::Preposition]);
    if named || text.is_word(index - 1, "to") {
        return false;
    }
    if text.is_any(index, &ONLY_PAST) {
        return true;
    }
    let past = text.ends_with(index, "ed") || text.is_any(index, &PAST);
    past && (has_object(text, index, end) || leaves(text, index, end)) || is_present_of_name(text, index, end)
}

/// A past tense: with -ed or without.
pub(crate) fn is_past(text: &Text<'_>, index: usize) -> bool {
    let written = text.token(index).is_word() && !text.token(index).is_capital();
    written && (text.ends_with(index, "ed") || text.is_any(index, &ONLY_PAST) || text.is_any(index, &PAST))
}

/// "gave *her* a place", "refused *the* plan": an object and no time ("made *the* previous year").
pub(crate) fn has_object(text: &Text<'_>, index: usize, end: usize) -> bool {
    let next = index + 1;
    let object = next < end
        && text.classes(next).has_any(&[Class::Determiner, Class::Object])
        && !text.classes(next).has_any(&[Class::Coordinator, Class::Negation])
        && !text.is_one_of(next, &["both", "all", "that", "each"]);
    let time = object
        && (time_phrase_end(text, next..end).is_some()
            || next + 1 < end
                && text.is_one_of(next + 1, &["previous", "same", "following", "first", "second"]));
    object && !time
}

/// "hung *up on her*": a particle, and whom it is done to.
fn leaves(text: &Text<'_>, index: usize, end: usize) -> bool {
    let object = index + 3;
    object < end
        && text.is_one_of(index + 1, PARTICLES)
        && text.is_one_of(index + 2, &["on", "to", "with"])
        && (text.is(object, Class::Object) || text.is_word(object, "her"))
}

/// "Beck *needs* to win", "Beck *runs* a home": a form in -s behind a name.
fn is_present_of_name(text: &Text<'_>, index: usize, end: usize) -> bool {
    let before = index - 1;
    let name =
        text.token(before).is_capital() && text.token(before).is_word() && !text.is(before, Class::Starter);
    let present = text.ends_with(index, "s")
        && !text.ends_with(index, "ss")
        && !text.classes(index).has_any(&[
            Class::Group,
            Class::Person,
            Class::Role,
            Class::Relation,
            Class::Document,
            Class::InspectorNoun,
            Class::Modifier,
        ]);
    let verb = index + 2 < end && text.is_word(index + 1, "to") && !text.is(index + 2, Class::Determiner);
    name && present && (verb || has_object(text, index, end))
}
