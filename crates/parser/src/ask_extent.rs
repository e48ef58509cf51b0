//! How far an ask reaches, where one ends and the next begins, and what in it says why and by when.

use onrecord_lexicon::Slot;

use crate::ask_apposed::apposed_kind;
use crate::cue_words::Cue;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;

/// Where what `slot` reads from `at` on, an action, clause or thing, ends: at a new clause, an aside, or the
/// sentence's end.
///
/// "install lavatories by May | and the inspectors will return"; "answer calls faster | after inspectors found".
pub(crate) fn ask_end(reading: &Reading<'_>, at: usize, end: usize, aside: bool, slot: Slot) -> usize {
    let mut index = at;
    let quoted = at > 0 && reading.token(at - 1).is_quotation_mark() && !reading.token(at - 1).is_glued();
    let mut open_marks = i32::from(quoted);
    while index < end {
        let token = reading.token(index);
        match token.kind {
            Kind::Stop | Kind::Semicolon | Kind::Dash | Kind::Colon => break,
            Kind::SingleClose | Kind::SingleStraight
                if token.is_glued() && open_marks == 0 && !single_open(reading, at) => {}
            Kind::DoubleClose | Kind::SingleClose
                if open_marks == 0 && goes_on_quoted(reading, at, index, slot) => {}
            Kind::DoubleClose | Kind::SingleClose if open_marks == 0 => break,
            Kind::DoubleOpen | Kind::SingleOpen => open_marks += 1,
            Kind::DoubleClose | Kind::SingleClose => open_marks -= 1,
            Kind::DoubleStraight | Kind::SingleStraight => {
                let opens = index > at && !token.is_glued();
                if !opens && open_marks == 0 {
                    break;
                }
                open_marks += if opens { 1 } else { -1 };
            }
            Kind::Comma
                if ends_at_comma(reading, at, index, end, slot) || remarks(reading, index, end, slot) =>
            {
                break;
            }
            Kind::Word if index > at && ends_at_word(reading, at, index, end, aside) => break,
            _ => {}
        }
        index += 1;
    }
    trimmed_end(reading, at, index)
}

/// "“must do more” | to record crimes": the infinitive says what more.
fn goes_on_quoted(reading: &Reading<'_>, at: usize, mark: usize, slot: Slot) -> bool {
    slot == Slot::Action && reading.is(mark + 1, "to") && reading.is(mark - 1, "more") && mark <= at + 4
}

/// Whether a single mark opens before `at` in its block: then one behind it closes, else it is an apostrophe.
fn single_open(reading: &Reading<'_>, at: usize) -> bool {
    for index in (at.saturating_sub(400)..at).rev() {
        let token = reading.token(index);
        if token.is_single_mark() && !(token.is_glued() && index > 0 && reading.token(index - 1).is_word()) {
            return true;
        }
        if token.is_line_start() {
            return false;
        }
    }
    false
}

/// Without a comma, coordinator or opening mark at its end.
pub(crate) fn trimmed_end(reading: &Reading<'_>, at: usize, mut end: usize) -> usize {
    while end > at + 1 {
        let last = end - 1;
        let token = reading.token(last);
        let too = reading.is(last, "too") && reading.token(last - 1).kind == Kind::Comma;
        let well = reading.is(last, "well") && last > at + 1 && reading.is(last - 1, "as");
        if well {
            end = last - 1;
            continue;
        }
        let loose = too
            || matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Stop | Kind::Colon | Kind::Dash)
            || reading.is(last, "and")
            || reading.is(last, "but")
            || reading.is(last, "or");
        if !loose {
            break;
        }
        end = last;
    }
    end
}

/// ", the report says", ", but", ", said X", ", and Estyn will": what follows the comma is no part of the ask.
fn ends_at_comma(reading: &Reading<'_>, at: usize, comma: usize, end: usize, slot: Slot) -> bool {
    let next = reading.skip_marks(comma + 1, end);
    if next >= end {
        return false;
    }
    let coordinator = reading.is(next, "and") || reading.is(next, "but");
    let classes = reading.vocabulary.classes(reading.token(next).symbol);
    let comments = reading.is(next, "which") && is_last_relative(reading, next, end);
    let helper = classes.has_any(&[Class::Be, Class::Have])
        && !reading.is_one_of(next, &["have", "be", "being", "having"]);
    // "“Our fear was that they would be scalded, because …”": what is felt is quoted with its reason.
    let reason = reading.is(next, "because") && (slot == Slot::Action || !reading.is_quoted(at));
    reason
        || slot == Slot::Action && apposed_kind(reading, comma, end).is_some()
        || slot == Slot::Action && binds(reading, next)
        || reading.is_one_of(next, &["having", "even"])
        || slot == Slot::Action && is_apposition(reading, next, end)
        || is_absolute(reading, comma, end)
        || reading.is_one_of(next, &["but", "while", "whereas", "although", "though"])
        || comments
        || helper && verb_in(reading, at, comma)
        || coordinator && opens_clause(reading, next + 1, end)
        || obliges(reading, next, end)
            && (slot == Slot::Action || verb_in(reading, at, comma) || !reading.has(next, Class::Modal))
            && !leads_in(reading, at, comma)
        || !coordinator && reports_behind(reading, next, end)
}

/// "appoint a manager |, a post empty since Easter": what the thing before the comma is, up to the end.
fn is_apposition(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let goes_on = |index: usize| {
        reading.is_kind(index, Kind::Comma)
            || reading.has(index, Class::Coordinator)
            || reading.is(index, "to")
    };
    reading.is_one_of(at, &["a", "an"]) && !(at..end).any(goes_on)
}

/// ", a box of which was found open", ", which it did", ", where pots were washed": a remark on an action, up to
/// the end of its sentence. What is remarked on a thing belongs to it.
fn remarks(reading: &Reading<'_>, comma: usize, end: usize, slot: Slot) -> bool {
    let next = comma + 1;
    // ", which it does when …": of all that was said
    let of_all = reading.is(next, "which")
        && reading.has(next + 1, Class::Subject)
        && reading.has(next + 2, Class::Do);
    if slot == Slot::Matter || of_all {
        return of_all;
    }
    let last = !(next..end.min(next + 60)).any(|index| reading.token(index).kind == Kind::Comma);
    let relative = reading.is_one_of(next, &["which", "where", "when", "who", "whose"])
        || reading.is(next, "after") && !is_after_hours(reading, next);
    let aside = reading.is(next, "something")
        || reading.is(next, "as") && reading.is_pronoun(next + 1, &["i", "we", "he", "she", "they"])
        || reading.is(next, "as")
            && reading.has(next + 1, Class::Determiner)
            && verb_in(reading, next, end.min(next + 6));
    let of_which = (next + 1..end.min(next + 5))
        .any(|index| reading.is(index, "of") && reading.is_one_of(index + 1, &["which", "whom"]));
    of_which || aside || relative && last && slot != Slot::List
}

/// ", a cat having been seen", ", some of them being new": a noun phrase with its own participle.
fn is_absolute(reading: &Reading<'_>, comma: usize, end: usize) -> bool {
    let next = comma + 1;
    (next + 1..end.min(next + 6))
        .find(|&index| reading.is_one_of(index, &["having", "being"]))
        .is_some_and(|verb| (next..verb).all(|index| plain_noun(reading, index)))
}

fn verb_in(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    (at..end).any(|index| {
        reading.has(index, Class::Have) || reading.has(index, Class::Be) || reading.has(index, Class::Modal)
    })
}

/// "within six months |, the force should": a phrase that leads in to the clause.
fn leads_in(reading: &Reading<'_>, at: usize, comma: usize) -> bool {
    comma < at + 8 && reading.has(at, Class::Preposition) && !verb_in(reading, at, comma)
}

/// A verb of reporting: not "complaints", not "the reporting of".
fn reports(reading: &Reading<'_>, index: usize) -> bool {
    reading.reports(index) && !reading.is_the(index) && !reading.is_noun_of_speech(index)
}

/// A word of a noun phrase: no verb of what is asked, no preposition but "of".
fn plain_noun(reading: &Reading<'_>, index: usize) -> bool {
    reading.token(index).is_word()
        && !reading.cue(index, Cue::Act)
        && (reading.is(index, "of") || !reading.has(index, Class::Preposition))
}

/// "which is one of two such areas": a remark that ends the sentence.
fn is_last_relative(reading: &Reading<'_>, which: usize, end: usize) -> bool {
    let verb = which + 1 < end && (reading.has(which + 1, Class::Be) || reading.is(which + 1, "means"));
    verb && !(which..end).any(|index| reading.token(index).kind == Kind::Comma)
}

/// ", has to commission", ", needs to review": the same subject, by another modal.
fn binds(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at + 1, "to")
        && (reading.has(at, Class::Have) || reading.is_one_of(at, &["needs", "need", "ought"]))
}

/// "the report says", "inspectors said", "said the watchdog", at the end of a sentence.
fn reports_behind(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let noun = |index: usize| {
        reading.cue(index, Cue::Act)
            || reading.cue(index, Cue::ActOrNoun)
            || index > at
                && (reading.has(index - 1, Class::Preposition) || reading.has(index - 1, Class::Determiner))
    };
    let verbs = |index: &usize| (reports(reading, *index) || is_opinion(reading, *index)) && !noun(*index);
    let verb = (at..end.min(at + 7)).find(verbs);
    verb.is_some_and(|verb| {
        let plain =
            (at..verb).all(|index| !reading.cue(index, Cue::Act) && reading.token(index).kind != Kind::Comma);
        let rest = end.saturating_sub(verb + 1);
        plain && (verb == at || rest <= 2 || reading.token(verb + 1).kind == Kind::Comma)
    })
}

/// ", the team felt", ", the report goes on"
fn is_opinion(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_one_of(index, &["felt", "thought", "believed", "reckoned"])
        || reading.is_one_of(index, &["goes", "went"]) && reading.is(index + 1, "on")
}

/// Whether a clause of its own begins here: a few words, then an auxiliary or a reporting verb.
fn opens_clause(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    // "bring back tutorials and | we did"
    if at + 1 < end && reading.is_pronoun(at, &["i", "we", "he", "she", "they"]) {
        return true;
    }
    let way = reading.is(at, "the") && reading.is(at + 1, "way");
    let goes_on = at < end
        && (way || reading.is_one_of(at, &["how", "whether", "why", "what"]) || leads_on(reading, at));
    if goes_on {
        return false;
    }
    if at < end && reading.token(at).kind == Kind::Comma {
        let close = (at + 1..end.min(at + 8)).find(|&index| reading.token(index).kind == Kind::Comma);
        return close.is_some_and(|close| opens_clause(reading, close + 1, end));
    }
    if at < end && reading.is(at, "that") {
        return (at + 1..end.min(at + 9)).any(|index| {
            reading.has(index, Class::Modal)
                || reading.is_one_of(index, &["needs", "need", "needed"])
                || reading.has(index, Class::Have) && reading.is(index + 1, "to")
        });
    }
    if reading.is(at, "having") {
        return false;
    }
    // "carry out checks but | often did not"
    let adverbs = (at..end.min(at + 2)).take_while(|&index| reading.has(index, Class::Adverb)).count();
    if reading.has(at + adverbs, Class::Do) && reading.is(at + adverbs + 1, "not") {
        return true;
    }
    for index in at..end.min(at + 9) {
        if index > at && reading.cue(index, Cue::Risk) && !reading.is_the(index) {
            return true;
        }
        if reading.token(index).kind == Kind::Clitic
            || reading.token(index).is_single_mark() && reading.token(index).is_glued()
        {
            continue;
        }
        let classes = reading.vocabulary.classes(reading.token(index).symbol);
        if classes.has_any(&[Class::Modal, Class::Be, Class::Have])
            || reading.is_one_of(index, &["needs", "need", "ought"])
        {
            return true;
        }
        let participle =
            index + 1 < end && reading.is_one_of(index + 1, &["to", "by", "in", "for", "on", "with", "at"]);
        let asked = reading.cue(index, Cue::Demands) && index <= at + 1;
        let reporting = (asked || !participle)
            && reports(reading, index)
            && !reading.cue(index, Cue::Act)
            && !reading.cue(index, Cue::ActOrNoun);
        if (reporting || wants(reading, index)) && index <= at + 4 {
            return true;
        }
        if index == at
            && reading.cue(index, Cue::Graded)
            && !reading.cue(index, Cue::Act)
            && index + 1 < end
            && !reading.is(index + 1, "to")
        {
            return true;
        }
        let subject = reading.has(index + 1, Class::Modal) || reading.has(index + 1, Class::Have);
        if reading.is_one_of(index, &["notice", "notices"]) && index > at {
            return true;
        }
        if reading.token(index).kind == Kind::Comma {
            return resumes_behind_aside(reading, index, end);
        }
        let acts = index == at
            && !subject
            && (reading.cue(index, Cue::Act)
                || reading.cue(index, Cue::ActOrNoun)
                || reading.is(index, "for"));
        let relative = index > at && reading.is_one_of(index, &["who", "which", "whose", "whom"]);
        if acts
            || relative
            || reading.is(index, "to") && !reading.has(index + 1, Class::Determiner)
            || !reading.token(index).is_word()
            || reading.is(index, "that")
        {
            return false;
        }
    }
    false
}

/// "the authority |, Gwynlais, should": a verb behind what is inserted.
fn resumes_behind_aside(reading: &Reading<'_>, open: usize, end: usize) -> bool {
    let close = (open + 1..end.min(open + 7)).find(|&index| reading.token(index).kind == Kind::Comma);
    close.is_some_and(|close| {
        reading.has(close + 1, Class::Modal)
            || reading.has(close + 1, Class::Be)
            || reading.has(close + 1, Class::Have)
    })
}

/// ", staff should", ", each door must": a short subject and its modal, without a coordinator.
fn obliges(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let modal =
        (at..end.min(at + 5)).find(|&index| reading.is_one_of(index, &["should", "must", "need", "needs"]));
    modal.is_some_and(|modal| {
        (at..modal).all(|index| reading.token(index).is_word() && !reading.has(index, Class::Relative))
            && !leads_on(reading, at)
    })
}

/// "in how staff are trained": a preposition goes on with what came before.
fn leads_on(reading: &Reading<'_>, at: usize) -> bool {
    reading.has(at, Class::Preposition) && !reading.has(at, Class::Subordinator) && !reading.is(at, "to")
}

/// wants, expects, orders: a finite verb that asks.
fn wants(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_one_of(
        index,
        &[
            "wants",
            "expects",
            "orders",
            "urges",
            "asks",
            "tells",
            "calls",
            "advises",
            "recommends",
            "expect",
            "want",
            "wanted",
            "asked",
            "urged",
            "thought",
            "felt",
            "quotes",
        ],
    )
}

/// Whether a word inside an ask begins something else: a new clause behind "and", an aside.
fn ends_at_word(reading: &Reading<'_>, at: usize, index: usize, end: usize, aside: bool) -> bool {
    if reading.is(index, "and") || reading.is(index, "but") {
        let inside = (at..index).any(|before| {
            reading.is(before, "that") || reading.is(before, "ensure") || reading.is(before, "sure")
        });
        let be_next = (index + 1..end.min(index + 7))
            .find(|&next| reading.has(next, Class::Be) || reading.has(next, Class::Modal))
            .is_some_and(|next| reading.has(next, Class::Be) || reading.is_one_of(next, &["can", "could"]));
        let of_one = inside && be_next
            || joins_wanted(reading, at, index, end)
            || is_in_subject(reading, at, index)
            || is_of_notice(reading, at, index, end);
        return !of_one && opens_clause(reading, index + 1, end);
    }
    // "concerns about falls | were also raised by inspectors"
    let raised = (reading.has(index, Class::Be) || reading.has(index, Class::Have))
        && (index + 1..end.min(index + 4))
            .any(|at| reading.is_one_of(at, &["raised", "voiced", "expressed"]));
    let next_day = reading.is(index, "following") && reading.is_the(index);
    raised
        || aside
            && !next_day
            && !is_after_hours(reading, index)
            && reading.cue(index, Cue::Aside)
            && reading.before_is_no_verb(index)
}

/// "wants plans reviewed | and families offered a meeting": one more thing to be done, without a verb that says so.
fn joins_wanted(reading: &Reading<'_>, at: usize, and: usize, end: usize) -> bool {
    let wanted =
        at > 0 && reading.is_one_of(at - 1, &["want", "wants", "wanted", "like", "see", "expects", "expect"]);
    let first = and + 1;
    wanted
        && (reading.is_participle(and - 1) || reading.is_participle(and - 2))
        && first < end
        && !reading.is_participle(first)
        && !reading.cue(first, Cue::Inspectors)
        && (first + 1..end.min(first + 4)).any(|index| reading.is_participle(index) && !wants(reading, index))
}

/// "that cases of damp | and mould had no date", "that damp | and mould were": the clause has no verb yet.
fn is_in_subject(reading: &Reading<'_>, at: usize, and: usize) -> bool {
    let plain = |index: usize| {
        reading.token(index).is_word()
            && !reading.word(index).ends_with("ed")
            && !reading.is_participle(index)
            || reading.is_kind(index, Kind::Number)
    };
    at > 0
        && reading.is(at - 1, "that")
        && and <= at + 4
        && !verb_in(reading, at, and)
        && (at..and).all(plain)
        && (and == at + 1 || (at..and).any(|index| reading.is(index, "of")))
}

/// "a notice over delays | and the treatment of patients was served": one subject, of which a notice is the head.
fn is_of_notice(reading: &Reading<'_>, at: usize, and: usize, end: usize) -> bool {
    let notice = (at.saturating_sub(5)..at).any(|index| reading.is_one_of(index, &["notice", "notices"]));
    let served = |index: usize| {
        reading.has(index, Class::Be)
            && (index + 1..index + 3).any(|next| reading.is_one_of(next, &["served", "issued", "imposed"]))
    };
    notice && (and + 1..end.min(and + 9)).any(served)
}

/// "after 9pm", "after dark", "after each shift": when to act, and not what happened before.
fn is_after_hours(reading: &Reading<'_>, after: usize) -> bool {
    let next = after + 1;
    reading.is(after, "after")
        && (reading.is_kind(next, Kind::Number)
            || reading.has(next, Class::Number) && !reading.is_word(next + 1)
            || reading.is_time(next)
            || reading
                .is_one_of(next, &["dark", "each", "every", "any", "hours", "school", "use", "lunch", "it"]))
}

#[cfg(test)]
mod tests {
    use onrecord_lexicon::Lexicon;
    use onrecord_model::Article;

    use crate::Parser;

    /// The asks of an inspectorate that says `ask`, one a line.
    fn check(ask: &str) -> String {
        let text = format!("Inspectors said the school {ask}\n\nOfsted inspected Beck School.\n");
        Parser::new(Lexicon::standard()).read(Article::default(), text.as_bytes(), |stages| {
            let asks = stages.findings.recommendations.iter();
            asks.map(|found| stages.text.words(found.tokens.clone()).to_owned() + "\n").collect()
        })
    }

    #[test]
    fn parallel_verbs_are_asks_of_their_own() {
        assert_eq!(
            check("must repair the gate, appoint a second lead and carry out a roll call twice a day."),
            "the school must repair the gate\nappoint a second lead\ncarry out a roll call twice a day\n"
        );
    }

    #[test]
    fn verbs_that_share_an_object_or_stand_in_a_clause_are_not() {
        assert_eq!(
            check("must clean and disinfect the bin store."),
            "the school must clean and disinfect the bin store\n"
        );
        assert_eq!(
            check("must make sure that staff check bags and record visits."),
            "the school must make sure that staff check bags and record visits\n"
        );
    }

    #[test]
    fn an_ask_ends_before_a_clause_of_its_own() {
        assert_eq!(
            check("should publish its plan, and Ofsted will return in May."),
            "the school should publish its plan\n"
        );
        assert_eq!(
            check("should fill the post, which has been empty for a year, by May."),
            "the school should fill the post, which has been empty for a year, by May\n"
        );
    }

    #[test]
    fn nothing_in_particular_is_no_ask() {
        assert_eq!(
            check("must make rapid improvements in two areas.") + &check("should be proud of its staff."),
            ""
        );
    }
}
