//! Cues and quotations to statements: what each cue reports, clause by clause, and the quotations without a
//! cue that go on with the speech before them.

use std::collections::BTreeMap;
use std::ops::Range;

use onrecord_lexicon::Frame;
use onrecord_model::StatementKind;

use crate::block::BlockKind;
use crate::content::{Content, is_term_of_art};
use crate::cue::Cue;
use crate::finding::{SpeakerFinding, StatementFinding};
use crate::person::People;
use crate::quote::Quote;
use crate::resolve::Resolver;
use crate::sentences::sentences;
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

/// The statements of an article, in order, and the quotations that nobody is said to have spoken.
pub(crate) struct Spoken {
    pub statements: Vec<StatementFinding>,
    /// Indexes of quotations that are sentences of their own.
    pub unattributed: Vec<usize>,
}

/// Who said what.
pub(crate) fn cues_to_statements(text: &Text<'_>, cues: &[Cue], people: &People) -> Spoken {
    let sentences = sentences(text);
    let inspectorate =
        text.inspectorate.map(|row| text.lexicon.inspectorates()[usize::from(row)].short_name());
    let mut resolver = Resolver::new(text, people, inspectorate, &sentences);
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
            resolver.accept(&speaker);
        }
    }
    writer.join_quotations();
    writer.finish()
}

/// The first token of the next cue's frame in the same sentence, else the sentence's end.
fn next_cue(cues: &[Cue], index: usize) -> usize {
    let cue = &cues[index];
    match cues.get(index + 1) {
        Some(next) if next.sentence == cue.sentence => next.frame().start,
        _ => cue.sentence.end,
    }
}

/// Segments by their first token: where each ends and whose it is.
type Segments = BTreeMap<usize, (usize, usize)>;

struct Writer<'a, 'b> {
    text: &'b Text<'a>,
    statements: Vec<StatementFinding>,
    /// Tokens that are content of a statement.
    taken: Vec<bool>,
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

    fn is_free(&self, range: &Range<usize>) -> bool {
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
    fn kind(&self, segments: &[Range<usize>]) -> StatementKind {
        let text = self.text;
        let quoted = |index: usize| {
            text.quotes.at(index).is_some_and(|quote| !is_term_of_art(text, quote.tokens.clone()))
        };
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

    /// Quotations that no cue reports join the speech before them, or what comes after where they run on.
    fn join_quotations(&mut self) {
        self.statements.sort_by_key(|statement| statement.segments[0].start);
        let segments = self.statements.iter().enumerate().flat_map(|(number, statement)| {
            statement.segments.iter().map(move |range| (range.start, (range.end, number)))
        });
        let mut spoken: Segments = segments.collect();
        let quotes = &self.text.quotes.list;
        for (index, next) in quotes.iter().enumerate().skip(1).rev() {
            if self.runs_on_free(index - 1) {
                let owner = spoken.get(&next.tokens.start).map(|&(_, number)| number);
                self.join(&quotes[index - 1], owner, &mut spoken);
            }
        }
        for quote in quotes {
            if self.is_free(&quote.tokens) && self.is_whole(quote) {
                let owner = self.speech_before(quote, &spoken);
                self.join(quote, owner, &mut spoken);
            }
        }
    }

    /// A quotation without closing mark, whose next paragraph goes on with it.
    fn runs_on_free(&self, index: usize) -> bool {
        let quotes = &self.text.quotes.list;
        let quote = &quotes[index];
        let Some(next) = quotes.get(index + 1) else { return false };
        let starts_block = next.tokens.start == self.text.tokens.blocks[next.block].start;
        let own_start = self.text.tokens.blocks[quote.block].start;
        !quote.closed
            && quote.tokens.start == own_start
            && starts_block
            && next.block > quote.block
            && self.is_free(&quote.tokens)
            && self.is_whole(quote)
            && self.text_between(quote.block, next.block) == 0
    }

    /// Whether a quotation is a sentence of its own and not words picked out by the author.
    fn is_whole(&self, quote: &Quote) -> bool {
        let text = self.text;
        let kind = text.blocks[quote.block].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::Item) {
            return false;
        }
        let block = text.tokens.blocks[quote.block].clone();
        let start = quote.tokens.start;
        let opens = start == block.start
            || matches!(text.kind(start - 1), Kind::Stop | Kind::Colon)
            || text.quotes.holds(start - 1)
            || self.goes_on_behind_word(start);
        let end = quote.tokens.end;
        let closes = end >= block.end
            || matches!(text.kind(end - 1), Kind::Stop)
            || (quote.closed && matches!(text.kind(end - 2), Kind::Stop))
            || text.kind(end) == Kind::Stop && end + 1 >= block.end;
        opens && closes
    }

    /// "“One,” she said. *But* “two.”": a word alone between the end of a sentence and a quotation.
    fn goes_on_behind_word(&self, start: usize) -> bool {
        let text = self.text;
        let word = start - 1 - usize::from(text.kind(start - 1) == Kind::Comma);
        let alone = text.classes(word).has_any(&[Class::Coordinator, Class::Adverb]);
        alone && word > 0 && (text.kind(word - 1) == Kind::Stop || text.quotes.holds(word - 1))
    }

    /// The statement that a quotation goes on with: the last before it, in this or the paragraph before.
    fn speech_before(&self, quote: &Quote, spoken: &Segments) -> Option<usize> {
        let (_, &(end, number)) = spoken.range(..quote.tokens.start).next_back()?;
        let cue = &self.statements[number].cue;
        let end = if cue.end <= quote.tokens.start { end.max(cue.end) } else { end };
        let block = self.block_of(end - 1);
        (self.text_between(block, quote.block) == 0).then_some(number)
    }

    fn block_of(&self, token: usize) -> usize {
        self.text.tokens.blocks.partition_point(|range| range.end <= token)
    }

    /// Number of blocks of running text between two blocks.
    fn text_between(&self, first: usize, last: usize) -> usize {
        let between = self.text.blocks.get(first + 1..last).unwrap_or_default();
        between.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)).count()
    }

    fn join(&mut self, quote: &Quote, statement: Option<usize>, spoken: &mut Segments) {
        let Some(number) = statement else { return };
        let tokens = quote.tokens.clone();
        self.taken[tokens.clone()].fill(true);
        spoken.insert(tokens.start, (tokens.end, number));
        let statement = &mut self.statements[number];
        let place = statement.segments.partition_point(|range| range.start < tokens.start);
        statement.segments.insert(place, tokens.clone());
        let joined = self.kind(&[tokens]);
        let statement = &mut self.statements[number];
        if statement.kind != joined {
            statement.kind = StatementKind::Mixed;
        }
    }

    fn finish(mut self) -> Spoken {
        self.statements.sort_by_key(|statement| statement.segments[0].start);
        let quotes = self.text.quotes.list.iter().enumerate();
        let nobodys = quotes.filter(|(_, quote)| {
            quote.inner().len() > 3 && self.is_free(&quote.tokens) && self.is_whole(quote)
        });
        let unattributed = nobodys.map(|(index, _)| index).collect();
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
        Order::Owner => "statement.owner",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cues_to_people::cues_to_people;
    use crate::quotes_to_cues::quotes_to_cues;
    use crate::test_text::with_text;
    use insta::assert_snapshot;

    /// One line for each statement: segments, kind, speaker, cue; then the quotations that nobody spoke.
    fn check(text: &str) -> String {
        with_text(text, |text| {
            let cues = quotes_to_cues(text);
            let spoken = cues_to_statements(text, &cues, &cues_to_people(text, &cues));
            let line = |found: &StatementFinding| {
                let segments: Vec<&str> =
                    found.segments.iter().map(|range| text.words(range.clone())).collect();
                let name = found.speaker.name.as_deref().unwrap_or("nobody");
                format!(
                    "{} → {} {name} ({})\n",
                    segments.join(" | "),
                    found.kind.name(),
                    text.words(found.cue.clone())
                )
            };
            let lines: String = spoken.statements.iter().map(line).collect();
            let nobodys =
                spoken.unattributed.iter().map(|&index| text.words(text.quotes.list[index].tokens.clone()));
            lines + &nobodys.map(|words| format!("{words} → nobody\n")).collect::<String>()
        })
    }

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
    fn verbs_that_lead_to_what_is_said() {
        assert_snapshot!(check(
            "The residents continued to warn that the home was cold.\n\
             Ada Nwosu went on to say that it was late. She did note that it was warm.\n\
             Leo Marsh last month joked to Janet Yeo that it was dear.\n\
             The two owners both denounced the “cold” plan.\n\
             They've argued for years that the home is cold. He's telling us he'll leave."
        ), @"
        the home was cold → indirect the residents (warn)
        it was late → indirect Ada Nwosu (went on to say)
        it was warm → indirect Ada Nwosu (note)
        it was dear → indirect Leo Marsh (joked)
        the “cold” plan → mixed the two owners (denounced)
        the home is cold → indirect they (argued)
        he'll leave → indirect they (telling)
        ");
    }

    #[test]
    fn participles_before_their_subject() {
        assert_snapshot!(check(
            "Conceding that it was “late”, Ada Nwosu warned: “It is cold.”\n\
             After announcing that she would leave, Ms Nwosu left.\n\
             It ended with Leo Marsh telling the Echo that it was dear."
        ), @"
        it was “late” → mixed Ada Nwosu (Conceding)
        “It is cold.” → direct Ada Nwosu (warned)
        it was dear → indirect Leo Marsh (telling)
        ");
    }

    #[test]
    fn clauses_beside_as_and_behind_lone_words() {
        assert_snapshot!(check(
            "As reported by the Echo, there are 150 places.\n\
             The home is late, as some leaders have said.\n\
             Still, Ada Nwosu said, the home has to decide.\n\
             It makes sense, she said, for the home to close.\n\
             These homes, she said, “all cost the same”.\n\
             She added that, in Leeds, it was cold."
        ), @"
        there are 150 places → indirect Echo (reported)
        The home is late → indirect some leaders (said)
        the home has to decide → indirect Ada Nwosu (said)
        It makes sense | for the home to close → indirect Ada Nwosu (said)
        These homes | “all cost the same” → mixed Ada Nwosu (said)
        in Leeds, it was cold → indirect Ada Nwosu (added)
        ");
    }

    #[test]
    fn clauses_end_where_somebody_else_speaks() {
        assert_snapshot!(check(
            "Residents said they will leave and others have said they are staying.\n\
             Leo Marsh told us it would not last: “It won't make it,” Ada Nwosu said.\n\
             After Ms Nwosu said that pupils might do better at “cold schools,” Mr Marsh said: “No.”\n\
             Even as Mr Marsh has said that he opposes it, his council goes on.\n\
             She says she will stay, as have three others."
        ), @"
        they will leave → indirect Residents (said)
        they are staying → indirect others (said)
        it would not last → indirect Leo Marsh (told)
        “It won't make it,” → direct Ada Nwosu (said)
        pupils might do better at “cold schools,” → mixed Ada Nwosu (said)
        “No.” → direct Leo Marsh (said)
        he opposes it → indirect Leo Marsh (said)
        she will stay → indirect Ada Nwosu (says)
        ");
    }

    #[test]
    fn questions_and_who_is_told() {
        assert_snapshot!(check(
            "Ada Nwosu asked whether the home was late. She was asked by host Leo Marsh how it was.\n\
             Ms Nwosu complained to the Echo's Jo Bell that it was cold.\n\
             Mr Marsh told his station's “Morning Call” that it was dear. Ms Nwosu told her staff that it was not."
        ), @"
        whether the home was late → indirect Ada Nwosu (asked)
        how it was → indirect Leo Marsh (asked)
        it was cold → indirect Ada Nwosu (complained)
        it was dear → indirect Leo Marsh (told)
        it was not → indirect Ada Nwosu (told)
        ");
    }

    #[test]
    fn speakers_before_a_colon() {
        assert_snapshot!(check(
            "Ada Nwosu: Home has ‘no place’ here\n\n\
             The council: “We are late.”\n\
             Jo Bell and Ada Nwosu: “We found it.”\n\
             A warning from inspectors that it was cold, came late."
        ), @"
        Home has ‘no place’ here → mixed Ada Nwosu (:)
        “We are late.” → direct the council (:)
        “We found it.” → direct Ada Nwosu (:)
        it was cold → indirect inspectors (warning)
        ");
    }

    #[test]
    fn who_speaks_of_many() {
        assert_snapshot!(check(
            "75 per cent of parents said it was cold. A poll for the group suggested that it was warm.\n\
             Aides to Ms Nwosu said it was late.\n\
             Even residents who have praised the home warned that it may close.\n\
             LEEDS, England - Mayor Leo Marsh met residents and said it must act."
        ), @"
        it was cold → indirect 75 per cent of parents (said)
        it was late → indirect Aides to Ms Nwosu (said)
        it may close → indirect residents (warned)
        it must act → indirect Leo Marsh (said)
        ");
    }

    #[test]
    fn lists_are_segments() {
        assert_snapshot!(check("Ada Nwosu said:\n• the gate was broken;\n• the car was new.\nThe end came."), @"the gate was broken | the car was new → indirect Ada Nwosu (said)");
    }
}
