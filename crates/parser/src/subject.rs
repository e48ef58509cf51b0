//! The phrase in front of a verb: appositions and relative clauses between commas stepped over.

use crate::apposition::{add_role_before, inserted_subject, post_between};
use crate::finite_verb::is_past;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// The phrase whose verb starts at `end`, appositions and relative clauses between commas stepped over:
/// "Hannah Spurway, whose grandmother moved out in August, | said". With how many of them were stepped over.
pub(crate) fn subject_stepping(text: &Text<'_>, end: usize, floor: usize) -> Option<(NounPhrase, usize)> {
    if end <= floor {
        return None;
    }
    if !parts_clause(text, end - 1) {
        return plain_subject(text, end, floor).map(|phrase| (phrase, 1));
    }
    let mut comma = end - 1;
    let mut role = None;
    for step in 0..6 {
        let chunk = chunk_start(text, comma, floor);
        if let Some(mut phrase) = inserted_subject(text, chunk, comma, floor) {
            phrase.role = phrase.role.or(role);
            phrase.whole.end = end;
            let named = usize::from(chunk > floor && parts_clause(text, chunk - 1));
            return Some((phrase, step + named));
        }
        if let Some(outer) = relative_around(text, chunk, comma, floor) {
            comma = outer;
            continue;
        }
        role = role.or_else(|| post_between(text, chunk, comma));
        if is_main_clause(text, chunk, comma) {
            return None;
        }
        if chunk == floor || !parts_clause(text, chunk - 1) {
            return None;
        }
        comma = chunk - 1;
    }
    None
}

/// "Ashby Care|, whose other home, *The Limes*, was rated good, said": where the relative clause begins that names
/// somebody between commas of its own and goes on behind them.
fn relative_around(text: &Text<'_>, chunk: usize, comma: usize, floor: usize) -> Option<usize> {
    let goes_on = text.classes(chunk).has_any(&[Class::Be, Class::Have, Class::Modal]);
    let inner = chunk.checked_sub(1).filter(|&inner| goes_on && inner > floor && chunk < comma)?;
    let named = chunk_start(text, inner, floor);
    let before = named.checked_sub(1).filter(|&before| before > floor && parts_clause(text, before))?;
    let relative = chunk_start(text, before, floor);
    let opens = text.is_any(relative, words!["whose", "which", "who"]);
    (opens && relative > floor).then(|| relative - 1)
}

/// "…, *the race will be tight*, said Mr Vane": a clause of its own and no apposition.
fn is_main_clause(text: &Text<'_>, start: usize, end: usize) -> bool {
    let begins =
        text.classes(start).has_any(&[Class::Determiner, Class::Subject]) || text.token(start).is_capital();
    let relative = (start..end).any(|index| text.classes(index).has_any(&[Class::Relative, Class::Question]));
    let finite =
        |index: usize| text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
    begins && !relative && (start + 1..end).any(finite)
}

/// A comma or a dash outside quotation marks.
pub(crate) fn parts_clause(text: &Text<'_>, index: usize) -> bool {
    matches!(text.kind(index), Kind::Comma | Kind::Dash)
        && !text.quotes.holds(index)
        && !is_in_bracket(text, index)
}

/// "Sid Parrish (Con|, Upwell), who": a comma between short brackets.
fn is_in_bracket(text: &Text<'_>, index: usize) -> bool {
    const LONGEST: usize = 4;
    let mut near = (index.saturating_sub(LONGEST)..index).rev();
    let opens =
        near.find(|&at| matches!(text.kind(at), Kind::BracketOpen | Kind::BracketClose | Kind::Comma));
    opens.is_some_and(|at| text.kind(at) == Kind::BracketOpen)
}

/// The token behind the comma or dash before `comma`, or the floor.
pub(crate) fn chunk_start(text: &Text<'_>, comma: usize, floor: usize) -> usize {
    let mut index = comma;
    while index > floor {
        let before = index - 1;
        if parts_clause(text, before) || text.quotes.holds(before) {
            return index;
        }
        index = before;
    }
    floor
}

/// The phrase directly before a verb.
pub(crate) fn plain_subject(text: &Text<'_>, end: usize, floor: usize) -> Option<NounPhrase> {
    let mut phrase = noun_phrase::ending_at(text, end, floor)?;
    if phrase.head == Head::Relative {
        return antecedent(text, phrase.whole.start, floor);
    }
    if is_about_figures(text, &phrase, floor) {
        return None;
    }
    if let Some(whole) = restricted(text, &phrase, floor) {
        return Some(whole);
    }
    if let (Head::Person { .. }, None) = (&phrase.head, &phrase.role)
        && phrase.whole.start > floor + 1
        && text.kind(phrase.whole.start - 1) == Kind::Comma
        && !text.quotes.holds(phrase.whole.start - 1)
    {
        let comma = phrase.whole.start - 1;
        add_role_before(text, &mut phrase, comma, floor);
    }
    if phrase.head == Head::Noun
        && phrase.whole.start > floor
        && text.is(phrase.whole.start - 1, Class::Coordinator)
        && let Some(first) = noun_phrase::starting_at(text, floor, end)
        && first.whole.end < phrase.whole.start
        && text.is(first.whole.end, Class::Preposition)
        && may_speak(text, &first)
        && (first.whole.end..phrase.whole.start).all(|index| is_inside_phrase(text, index))
    {
        return Some(first);
    }
    if let Some(start) = first_of_pair(text, &phrase, floor) {
        phrase.whole.start = start;
    }
    may_speak(text, &phrase).then_some(phrase)
}

/// "officials *in Leeds and* London": no verb, no comma, and no "but" that begins another clause.
fn is_inside_phrase(text: &Text<'_>, index: usize) -> bool {
    let verb = text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
    !verb && !parts_clause(text, index) && !text.is_any(index, words!["but", "yet", "while", "as"])
}

/// "*Nwosu and* others said": where the name before "and" begins, alone in its clause.
fn first_of_pair(text: &Text<'_>, phrase: &NounPhrase, floor: usize) -> Option<usize> {
    let and = phrase.whole.start.checked_sub(1).filter(|&and| and > floor && text.is_word(and, "and"))?;
    let first = noun_phrase::ending_at(text, and, floor)?;
    let start = first.whole.start;
    let begins = start == floor || parts_clause(text, start - 1) || text.quotes.holds(start - 1);
    (begins && matches!(first.head, Head::Person { .. } | Head::Name | Head::Pronoun)).then_some(start)
}

/// "residents *who have praised | the home*": the phrase that a relative clause without commas belongs to, unless
/// that clause reports what the last phrase says ("those who know what | the council said").
fn restricted(text: &Text<'_>, inner: &NounPhrase, floor: usize) -> Option<NounPhrase> {
    let reach = floor.max(inner.whole.start.saturating_sub(10));
    let mut clause = (reach..inner.whole.start).rev().take_while(|&index| text.token(index).is_word());
    // "the firm *which runs it | says*": what is run is no subject.
    let object = inner.head == Head::Pronoun && text.is_word(inner.whole.start, "it");
    let opens = |&index: &usize| {
        text.is_word(index, "who")
            || object && index + 2 == inner.whole.start && text.is_any(index, words!["which", "that"])
    };
    let who = clause.find(opens)?;
    let inside = who + 1..inner.whole.start;
    // "residents who *spoke to* inspectors"
    let spoke = inside.len() == 2
        && text.is_any(inside.start, words!["spoke", "talked"])
        && text.is_any(inside.start + 1, words!["to", "with"]);
    let thinks = !spoke
        && inside.clone().any(|index| {
            text.is(index, Class::Reporting)
                && !text.is_any(index, words!["praised", "welcomed", "attacked", "challenged", "raised"])
                || text.classes(index).has_any(&[Class::Question, Class::Subordinator, Class::Coordinator])
                || text.is_any(
                    index,
                    words!["believe", "believes", "think", "thinks", "hope", "fear", "feel", "know", "knew"],
                )
        });
    // "volunteers who *keep watch on HMP Tarnley*": the clause's own verb was read into the phrase
    let taken = inside.is_empty()
        && inner.whole.len() > 1
        && !text.token(inner.whole.start).is_capital()
        && (is_past(text, inner.whole.start)
            || inner.whole.clone().any(|index| text.is(index, Class::Preposition)));
    if inside.is_empty() && !taken || thinks || who <= floor {
        return None;
    }
    let phrase = noun_phrase::ending_at(text, who, floor)?;
    let whole = phrase.whole.start..inner.whole.end;
    may_speak(text, &phrase).then_some(NounPhrase { whole, ..phrase })
}

/// "A poll for | the group": what it is for, of or by does not speak where figures do.
pub(crate) fn is_about_figures(text: &Text<'_>, phrase: &NounPhrase, floor: usize) -> bool {
    // "polls in Leeds and | Bradford": both names belong to the polls.
    let named = |index: usize| text.token(index).is_capital() || text.is_any(index, words!["and", "the"]);
    let reach = floor.max(phrase.whole.start.saturating_sub(6));
    let start = (reach..phrase.whole.start).rev().take_while(|&index| named(index)).last();
    let start = start.unwrap_or(phrase.whole.start);
    start >= floor + 2 && text.is(start - 1, Class::Preposition) && text.is_any(start - 2, &FIGURES)
}

/// The phrase that "who" or "which" stands for: before it and its comma.
pub(crate) fn antecedent(text: &Text<'_>, relative: usize, floor: usize) -> Option<NounPhrase> {
    let that = text.is_word(relative, "that");
    let comma = relative > floor && text.kind(relative - 1) == Kind::Comma;
    if relative <= floor || that && !text.is(relative - 1, Class::Document) {
        return None;
    }
    let end = if comma { relative - 1 } else { relative };
    let mut phrase = noun_phrase::ending_at(text, end, floor)?;
    // "questions about *a report* which found": papers speak.
    if text.is(end - 1, Class::Document) && !comma && text.is(phrase.whole.start, Class::Determiner) {
        return may_speak(text, &phrase).then_some(phrase);
    }
    if text.is_word(relative, "who")
        && let Some(person) = named_last(text, &phrase, end)
    {
        phrase = person;
    }
    let dated = text.classes(phrase.whole.end - 1).has_any(&[Class::Month, Class::Weekday])
        && !matches!(phrase.head, Head::Person { .. });
    if dated {
        return None;
    }
    let named = matches!(phrase.head, Head::Person { .. } | Head::Name | Head::Role);
    (named || comma && may_speak(text, &phrase)).then_some(NounPhrase { relative: comma, ..phrase })
}

/// "no mention of *Leo Marsh*, who", "a tweet from *Leo Marsh*, who": the person at the end of a phrase whose noun is
/// nobody.
fn named_last(text: &Text<'_>, phrase: &NounPhrase, end: usize) -> Option<NounPhrase> {
    let head = noun_phrase::head_word(text, phrase.whole.clone());
    let somebody = matches!(phrase.head, Head::Person { .. } | Head::Role | Head::Pronoun)
        || text.classes(head).has_any(&[
            Class::Person,
            Class::Role,
            Class::Relation,
            Class::Spokesperson,
            Class::Group,
        ]);
    let tie =
        phrase.whole.clone().rev().find(|&index| text.is_any(index, words!["of", "from", "by", "to"]))?;
    let person = noun_phrase::ending_at(text, end, tie + 1).filter(|_| !somebody)?;
    matches!(person.head, Head::Person { .. }).then_some(person)
}

/// Whether a subject may stand before a plural verb: inspectors, they, the police.
pub(crate) fn is_plural(text: &Text<'_>, phrase: &NounPhrase) -> bool {
    let head = noun_phrase::head_word(text, phrase.tokens.clone());
    let last = phrase.tokens.end - 1;
    let many = |index: usize| {
        text.ends_with(index, "s")
            || text.classes(index).has_any(&[Class::Group, Class::InspectorateNoun])
            || text.is_any(
                index,
                words![
                    "they", "we", "i", "people", "staff", "men", "women", "children", "many", "some",
                    "others", "most", "two", "all",
                ],
            )
    };
    many(head)
        || many(last)
        || text.token(last).is_all_capitals()
        || phrase.tokens.clone().any(|index| text.is_word(index, "and"))
        || phrase.tokens.start > phrase.whole.start && text.is_word(phrase.tokens.start - 1, "and")
        || phrase.head == Head::Name
        || (text.kind(phrase.tokens.start) == Kind::Number)
        || is_quantity(text, phrase)
        || text.is_word(phrase.tokens.start, "those")
}

/// "*None* of the parents", "*no* one", "*neither* Ada Nwosu nor Leo Marsh": what is said of them was not said.
pub(crate) fn is_nobody(text: &Text<'_>, phrase: &NounPhrase, floor: usize) -> bool {
    static NOBODY: WordList = WordList::new(&["no", "none", "nobody", "no-one", "neither", "nor"]);
    let start = phrase.tokens.start;
    // "no mention of Leo Marsh, who said": he did say it.
    !phrase.relative && (text.is_any(start, &NOBODY) || start > floor && text.is_any(start - 1, &NOBODY))
}

/// Whether a subject cannot stand before a verb in -s: they, many Asian.
pub(crate) fn is_surely_plural(text: &Text<'_>, phrase: &NounPhrase) -> bool {
    text.is_any(
        phrase.tokens.start,
        words!["they", "we", "i", "many", "several", "some", "two", "these", "those"],
    )
}

/// said, told: verbs that mean speech whoever stands before them.
pub(crate) fn is_said(text: &Text<'_>, verb: usize) -> bool {
    text.is_any(verb, words!["said", "says", "say", "told", "tells", "added", "adds"])
}

/// "one", "some of them", "a third of those surveyed": so many people.
pub(crate) fn is_quantity(text: &Text<'_>, phrase: &NounPhrase) -> bool {
    const QUANTITIES: &[&str] =
        &["one", "another", "some", "others", "many", "several", "critics", "most", "two", "those"];
    let first = phrase.tokens.start;
    let alone =
        text.is_one_of(first, QUANTITIES) && (phrase.tokens.len() == 1 || text.is_word(first + 1, "of"));
    let share = phrase
        .tokens
        .clone()
        .any(|index| text.is_any(index, words!["those", "percent", "third", "quarter", "half"]));
    let number = |index: usize| text.kind(index) == Kind::Number || text.is(index, Class::Number);
    // "nearly nine out of 10"
    let out_of =
        phrase.tokens.len() > 2 && (number(first) || number(first + 1)) && number(phrase.tokens.end - 1);
    alone || share || out_of
}

/// Whether a phrase is somebody or something that can speak: figures and polls do not.
pub(crate) fn may_speak(text: &Text<'_>, phrase: &NounPhrase) -> bool {
    match phrase.head {
        Head::Pronoun | Head::Person { .. } | Head::Role => true,
        Head::Relative => false,
        Head::Name => {
            let head = noun_phrase::head_word(text, phrase.whole.clone());
            (!text.classes(phrase.whole.end - 1).has_any(&[Class::Month, Class::Weekday])
                || is_name_of_month(text, phrase))
                && !is_figure(text, head, phrase)
        }
        Head::Noun => {
            let head = noun_phrase::head_word(text, phrase.whole.clone());
            let speaks = [
                Class::Person,
                Class::Group,
                Class::Document,
                Class::InspectorNoun,
                Class::InspectorateNoun,
                Class::BodyNoun,
                Class::Spokesperson,
                Class::Relation,
                Class::Role,
            ];
            let last = phrase.whole.end - 1;
            let agents = ["ers", "ors", "ists", "ians"].iter().any(|ending| text.ends_with(head, ending));
            agents && !is_figure(text, head, phrase)
                || is_public_figure(text, head, phrase)
                || text.classes(head).has_any(&speaks)
                || text.classes(last).has_any(&speaks)
                || (text.is_word(last, "old") && phrase.whole.len() > 2)
                || is_quantity(text, phrase)
        }
    }
}

/// "“…,” *May* said", "Yin *May*, 60, said": somebody with the name of a month.
fn is_name_of_month(text: &Text<'_>, phrase: &NounPhrase) -> bool {
    let (first, last) = (phrase.whole.start, phrase.whole.end - 1);
    let begins = first == 0
        || text.quotes.holds(first - 1)
        || text.token(first).is_line_start()
        || text.kind(first - 1) == Kind::Stop;
    text.is(last, Class::Month)
        && text.token(last).is_capital()
        && begins
        && !text.is(first, Class::Preposition)
}

/// Whether a word of a phrase means figures and nobody who speaks; "party figures" are people.
pub(crate) fn is_figure(text: &Text<'_>, index: usize, phrase: &NounPhrase) -> bool {
    text.is_any(index, &FIGURES) && !is_public_figure(text, index, phrase)
}

/// "senior party figures": people.
fn is_public_figure(text: &Text<'_>, index: usize, phrase: &NounPhrase) -> bool {
    let public = |at| text.is_any(at, words!["party", "some", "senior", "leading", "public", "political"]);
    text.is_word(index, "figures") && phrase.whole.clone().any(public)
}

/// Figures and polls do not speak.
static FIGURES: WordList = WordList::new(&[
    "poll",
    "polls",
    "survey",
    "surveys",
    "figures",
    "data",
    "statistics",
    "results",
    "evidence",
    "numbers",
    "polling",
    "factors",
    "matters",
    "computers",
]);
