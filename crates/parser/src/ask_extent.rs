//! How far an ask reaches, where one ends and the next begins, and what in it says why and by when.

use onrecord_lexicon::Slot;

use crate::ask_clause::{is_gerund_too, opens_clause, verb_in, wants};
use crate::ask_comma::{ends_at_comma, remarks};
use crate::block::BlockKind;
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

/// What a headline says that a grade does.
const MOVES: [&str; 8] = ["goes", "rises", "falls", "drops", "climbs", "slips", "moves", "improves"];

/// "Council told to cut waits | as care is found to be poor": a headline tells behind "as" what else there is.
fn is_headlines_as(reading: &Reading<'_>, index: usize, end: usize) -> bool {
    if !reading.is(index, "as") || reading.is(index - 1, "such") {
        return false;
    }
    let sentence = &reading.tokens.sentences[reading.sentence_of(index)];
    let verb = |at: usize| {
        reading.has(at, Class::Be)
            || reading.has(at, Class::Have)
            || reading.reports(at) && !reading.is_the(at)
            || reading.is_one_of(at, &MOVES)
    };
    let relative = |at: &usize| reading.has(*at, Class::Relative);
    let near = (index + 1..end.min(index + 10)).take_while(|at| !relative(at));
    reading.block_kind(sentence) == BlockKind::Headline && near.skip(1).any(verb)
}

/// Whether a word inside an ask begins something else: a new clause behind "and", an aside.
fn ends_at_word(reading: &Reading<'_>, at: usize, index: usize, end: usize, aside: bool) -> bool {
    if is_headlines_as(reading, index, end) {
        return true;
    }
    if reading.is(index, "and") || reading.is(index, "but") {
        let inside = (at..index).any(|before| {
            reading.is(before, "that") || reading.is(before, "ensure") || reading.is(before, "sure")
        });
        let be_next = (index + 1..end.min(index + 7))
            .find(|&next| reading.has(next, Class::Be) || reading.has(next, Class::Modal))
            .is_some_and(|next| reading.has(next, Class::Be) || reading.is_one_of(next, &["can", "could"]));
        // "including that | plans be kept and that managers be hired": the list goes on
        let again = at > 0 && reading.is(at - 1, "that") && reading.is(index + 1, "that");
        let of_one = inside && be_next
            || again
            || joins_wanted(reading, at, index, end)
            || is_gerund_too(reading, at, index + 1)
            || is_in_subject(reading, at, index)
            || is_of_notice(reading, at, index, end);
        return !of_one && opens_clause(reading, index + 1, end);
    }
    // "concerns about falls | were also raised by inspectors"
    let raised = (reading.has(index, Class::Be) || reading.has(index, Class::Have))
        && (index + 1..end.min(index + 4))
            .any(|at| reading.is_one_of(at, &["raised", "voiced", "expressed"]))
        || reading.has(index, Class::Have)
            && reading.is(index + 1, "been")
            && reading.is_one_of(index + 2, &["served", "issued"]);
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
pub(crate) fn is_after_hours(reading: &Reading<'_>, after: usize) -> bool {
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
    use crate::test_text::asks;

    /// The asks of an inspectorate that says `ask`, one a line.
    fn check(ask: &str) -> String {
        asks(&format!("Inspectors said the school {ask}\n\nOfsted inspected Beck School.\n"))
    }

    #[test]
    fn parallel_verbs_are_asks_of_their_own() {
        assert_eq!(
            check("must repair the gate, appoint a second lead and carry out a roll call twice a day."),
            "the school must repair the gate\nappoint a second lead\ncarry out a roll call twice a day\n"
        );
    }

    #[test]
    fn a_phrase_goes_on_past_the_comma_between_its_adjectives() {
        assert_eq!(
            check("should give clear, written plans to parents."),
            "the school should give clear, written plans to parents\n"
        );
    }

    #[test]
    fn how_many_asks_there_are_is_no_worry() {
        let said = "Ofsted had causes of concern over meals, and 14 areas for improvement.";
        let list = "These include making sure that doors work and that plans are read.";
        assert_eq!(
            asks(&format!("Ofsted inspected Beck School.\n\n{said} {list}\n")),
            "meals\nmaking sure that doors work\nplans are read\n"
        );
    }

    #[test]
    fn who_says_so_is_no_part_of_an_ask() {
        let body = "Ofsted inspected Beck School.";
        let said = "The school must do more to tackle racism, inspectors said.";
        assert_eq!(asks(&format!("{said}\n\n{body}\n")), "The school must do more to tackle racism\n");
    }

    #[test]
    fn when_the_next_thing_is_to_be_done_belongs_to_neither() {
        assert_eq!(
            check("must answer calls faster and, by May, train its staff."),
            "the school must answer calls faster\ntrain its staff\n"
        );
    }

    #[test]
    fn how_some_of_it_was_is_no_part_of_a_worry() {
        let said = "Inspectors raised concerns about the oversight of files, some of which were lost.";
        assert_eq!(asks(&format!("{said}\n\nOfsted inspected Beck School.\n")), "the oversight of files\n");
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
    fn a_headline_ends_an_ask_where_it_tells_what_else_there_is() {
        let body = "Ofsted inspected Beck School.\n\nBeck School is good.";
        for rest in ["rating goes up", "marking is found to be poor"] {
            assert_eq!(
                asks(&format!("Beck School told to cut class sizes as {rest}\n\n{body}\n")),
                "cut class sizes\n"
            );
        }
    }

    #[test]
    fn things_to_do_go_on_though_their_verb_may_report() {
        let list = "Areas for improvement include keeping records, sharing plans and reporting falls.";
        let article = format!("Ofsted inspected Beck School.\n\n{list}\n");
        assert_eq!(asks(&article), "keeping records\nsharing plans\nreporting falls\n");
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
