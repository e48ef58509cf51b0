//! Cues and quotations to statements: what each cue reports, clause by clause, and the quotations without a
//! cue that go on with the speech before them.

use std::cell::Cell;
use std::ops::Range;

use onrecord_lexicon::Frame;
use onrecord_model::StatementKind;

use crate::content::{Content, is_term_of_art};
use crate::cue::Cue;
use crate::finding::{SpeakerFinding, StatementFinding};
use crate::person::People;
use crate::resolve::Resolver;
use crate::resolve_body::Bodies;
use crate::sentences::sentences;
use crate::text::Text;
use crate::token::Kind;

/// The statements of an article, in order, and the quotations that nobody is said to have spoken.
pub(crate) struct Spoken {
    pub statements: Vec<StatementFinding>,
    /// Indexes of quotations that are sentences of their own.
    pub unattributed: Vec<usize>,
}

/// Who said what.
pub(crate) fn cues_to_statements<'a>(
    text: &Text<'a>,
    cues: &[Cue],
    people: &People,
    bodies: Bodies<'a>,
) -> Spoken {
    let sentences = sentences(text);
    let inspectorate =
        text.inspectorate.map(|row| text.lexicon.inspectorates()[usize::from(row)].short_name());
    let mut resolver = Resolver::new(text, people, bodies, inspectorate, &sentences);
    let mut writer = Writer { text, statements: Vec::new(), taken: vec![false; text.tokens.list.len()] };
    for (index, cue) in cues.iter().enumerate() {
        let speaker = resolver.speaker(cue);
        if writer.taken[cue.tokens.start] {
            continue;
        }
        let limit = next_cue(cues, index);
        let segments = Content { text, cue, limit, following: &cues[index + 1..] }.segments();
        if let Some(speaker) = speaker
            && writer.add(cue, &speaker, segments)
        {
            resolver.accept(speaker);
        }
    }
    // Of a long article it takes as much memory as the statements.
    drop(resolver);
    writer.join_quotations();
    writer.finish()
}

/// The first token of the next cue's frame in the same sentence, else the sentence's end.
fn next_cue(cues: &[Cue], index: usize) -> usize {
    let cue = &cues[index];
    match cues.get(index + 1) {
        // "Ada Nwosu, who calls it late, says": the subject of the next cue may stand before this one.
        Some(next) if next.sentence == cue.sentence => match next.frame().start {
            start if start > cue.tokens.start => start,
            _ => next.tokens.start,
        },
        _ => cue.sentence.end,
    }
}

/// Writes the statements of an article, one after the other.
pub(crate) struct Writer<'a, 'b> {
    pub text: &'b Text<'a>,
    pub statements: Vec<StatementFinding>,
    /// Tokens that are content of a statement.
    pub taken: Vec<bool>,
}

impl Writer<'_, '_> {
    /// Adds what a cue reports; whether it counts.
    fn add(&mut self, cue: &Cue, speaker: &SpeakerFinding, segments: Vec<Range<usize>>) -> bool {
        let trimmed: Vec<_> = segments.into_iter().map(|range| self.trim(range)).collect();
        self.drop_embedded(cue, &trimmed);
        let segments: Vec<_> = trimmed.into_iter().filter(|range| self.is_free(range)).collect();
        if segments.is_empty() || self.only_names_a_grade(cue, &segments) {
            return false;
        }
        for range in &segments {
            self.taken[range.clone()].fill(true);
        }
        let kind = self.kind(&segments);
        let rule = rule(cue);
        let (speaker, cue) = (speaker.clone(), cue.tokens.clone());
        self.statements.push(StatementFinding { kind, speaker, cue, segments, rule });
        true
    }

    /// Speech reported inside this cue's content is no statement of its own.
    fn drop_embedded(&mut self, cue: &Cue, segments: &[Range<usize>]) {
        let covers = |inner: &Range<usize>| {
            segments.iter().any(|outer| {
                outer.start <= inner.start && inner.end <= outer.end && outer.len() > inner.len()
            })
        };
        while let Some(last) = self.statements.last() {
            let embedded = cue.sentence.contains(&last.cue.start)
                && covers(&last.cue)
                && last.segments.iter().all(covers);
            if !embedded {
                break;
            }
            for range in self.statements.pop().map(|inner| inner.segments).unwrap_or_default() {
                self.taken[range].fill(false);
            }
        }
    }

    /// Without what stands around a clause: commas, stops outside quotation marks, dashes.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text;
        let loose = |index: usize| {
            !text.quotes.holds(index)
                && matches!(
                    text.kind(index),
                    Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Dash
                )
        };
        let (mut start, mut end) = (range.start, range.end);
        while start < end && loose(start) {
            start += 1;
        }
        while end > start && loose(end - 1) {
            end -= 1;
        }
        start..end
    }

    pub(crate) fn is_free(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && !self.taken[range.clone()].iter().any(|&taken| taken)
    }

    /// branded 'inadequate': the marks hold a grade and nothing else, and the verb takes no clause.
    fn only_names_a_grade(&self, cue: &Cue, segments: &[Range<usize>]) -> bool {
        let clause = [Frame::Clause, Frame::That, Frame::Tell, Frame::Quotation]
            .iter()
            .any(|&frame| self.text.frame(cue.verb, frame));
        !clause && segments.iter().all(|range| is_term_of_art(self.text, range.clone()))
    }

    /// All, some or none of the words in quotation marks; marks round a bare grade do not count.
    pub(crate) fn kind(&self, segments: &[Range<usize>]) -> StatementKind {
        let text = self.text;
        // The quotation asked about last, and whether its marks count: it holds the next word, too.
        let last = Cell::new((usize::MAX, false));
        let counts = |quote: usize| {
            if last.get().0 != quote {
                last.set((quote, !is_term_of_art(text, text.quotes.list[quote].tokens.clone())));
            }
            last.get().1
        };
        let quoted = |index: usize| text.quotes.index_at(index).is_some_and(counts);
        let mut words = segments
            .iter()
            .cloned()
            .flatten()
            .filter(|&index| matches!(text.kind(index), Kind::Word | Kind::Number))
            .peekable();
        let first = words.peek().is_some_and(|&index| quoted(index));
        match (first, words.all(|index| quoted(index) == first)) {
            (true, true) => StatementKind::Direct,
            (false, true) => StatementKind::Indirect,
            _ => StatementKind::Mixed,
        }
    }

    fn finish(mut self) -> Spoken {
        self.statements.sort_unstable_by_key(|statement| statement.segments[0].start);
        let quotes = self.text.quotes.list.iter().enumerate();
        let nobodys = quotes.filter(|(_, quote)| {
            quote.inner().len() > 3 && self.is_free(&quote.tokens) && self.is_whole(quote)
        });
        let unattributed = nobodys.map(|(index, _)| index).collect();
        self.statements.shrink_to_fit();
        Spoken { statements: self.statements, unattributed }
    }
}

/// The name of the rule that read a cue.
fn rule(cue: &Cue) -> &'static str {
    use crate::cue::Order;
    match cue.order {
        Order::SpeakerFirst => "statement.speaker-first",
        Order::VerbFirst => "statement.verb-first",
        Order::AccordingTo => "statement.according-to",
        Order::Passive => "statement.passive",
        Order::Participle => "statement.participle",
        Order::Leading => "statement.leading-participle",
        Order::Colon => "statement.colon",
        Order::Turn => "statement.turn",
        Order::Owner => "statement.owner",
    }
}

#[cfg(test)]
mod tests {
    use crate::statement_check::check;
    use insta::assert_snapshot;

    #[test]
    fn split_and_interrupted_speech_is_one_statement() {
        assert_snapshot!(check(
            "“We tried,” said Ada Nwosu, “and we failed.” “We are sorry.”\n\
             Ms Nwosu said: “One.\n\
             READ MORE: Dog found\n\
             “Two,” she added.\n\
             “Three is a whole sentence.”\n\
             The town went to bed. It was late.\n\
             “Nobody said this at all.”"
        ), @"
        “We tried,” | “and we failed.” | “We are sorry.” → direct Ada Nwosu (said)
        “One. → direct Ada Nwosu (said)
        “Two,” | “Three is a whole sentence.” → direct Ada Nwosu (added)
        “Nobody said this at all.” → nobody
        ");
    }

    #[test]
    fn clauses_end_where_another_cue_takes_over() {
        assert_snapshot!(check(
            "Ada Nwosu said the home was cold but admitted that it was dear, adding that it was “hers”.\n\
             Work began last week, she said.\n\
             It was, they said, cold.\n\
             According to the report, staff were kind.\n\
             The report, which was out today, said staff were kind."
        ), @"
        the home was cold → indirect Ada Nwosu (said)
        it was dear → indirect Ada Nwosu (admitted)
        it was “hers” → mixed Ada Nwosu (adding)
        Work began last week → indirect Ada Nwosu (said)
        It was | cold → indirect they (said)
        staff were kind → indirect the report (According to)
        staff were kind → indirect the report (said)
        ");
    }

    #[test]
    fn verbs_of_naming_count_with_quoted_words_only() {
        assert_snapshot!(check(
            "Ada Nwosu described the report as “a mess” and praised the “warmth” of staff.\n\
             She called it “a stain”. She praised the staff. She promised to “fix it”.\n\
             The home was branded 'chaotic'."
        ), @"
        “a mess” → direct Ada Nwosu (described)
        the “warmth” of staff → mixed Ada Nwosu (praised)
        “a stain” → direct Ada Nwosu (called)
        “fix it” → direct Ada Nwosu (promised)
        ");
    }

    #[test]
    fn lists_are_segments() {
        assert_snapshot!(check("Ada Nwosu said:\n• the gate was broken;\n• the car was new.\nThe end came."), @"the gate was broken | the car was new → indirect Ada Nwosu (said)");
    }
}
