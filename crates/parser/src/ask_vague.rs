//! Words in the form of an ask that ask for nothing in particular: "must improve", "should be proud".

use std::ops::Range;

use crate::cue_words::Cue;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::word_class::Class;

impl Reader<'_> {
    /// "improve", "make rapid changes": nothing is asked in particular.
    pub(crate) fn is_vague(&self, action: &Range<usize>) -> bool {
        let vague = |index: usize| {
            let token = self.reading.token(index);
            self.reading.cue(index, Cue::VagueObject)
                || token.is_quotation_mark()
                || token.kind == Kind::Number
                || self.reading.has(index, Class::Number)
                || self.reading.is(index, "areas")
        };
        if action.len() == 1 && self.reading.is_one_of(action.start, &["be", "do", "have"])
            || self.reading.is(action.start, "do")
                && (self.reading.is_one_of(action.start + 1, &["so", "is", "was"])
                    || self.reading.is(action.start + 1, "to")
                        && self.reading.is(action.start + 2, "improve"))
        {
            return true;
        }
        if self.is_counted_areas(action) || self.is_reply(action) {
            return true;
        }
        // "put matters right"
        if self.reading.is(action.start, "put")
            && self.reading.is_one_of(action.start + 1, &["matters", "things"])
            && self.reading.is(action.start + 2, "right")
        {
            return true;
        }
        // "be a safer place"
        let be_better = self.reading.is(action.start, "be")
            && self.reading.is_one_of(action.start + 2, &["better", "safer", "stronger", "different"])
            && self.reading.is_one_of(action.start + 1, &["a", "an"]);
        if be_better {
            return true;
        }
        // "carry on doing what it does", "keep up the good work"
        if self.reading.is(action.start, "carry")
            && self.reading.is_one_of(action.start + 2, &["doing", "as"])
            || self.reading.is(action.start, "keep")
                && self.reading.is_one_of(action.start + 1, &["up", "going"])
        {
            return true;
        }
        // "do something about it"
        if self.reading.is(action.start, "do") && self.reading.is(action.start + 1, "something") {
            return true;
        }
        if self.reading.is(action.start, "see") && self.reading.is(action.start + 2, "it") {
            return false;
        }
        let mut next = action.start + 1;
        while next < action.end && vague(next) {
            next += 1;
        }
        if next + 2 < action.end && self.reading.is(next, "in") && self.reading.is(next + 2, "areas") {
            next += 3;
        }
        let aim = next + 1 < action.end
            && self.reading.is(next, "to")
            && !self.reading.is(action.start, "do")
            && self.reading.is_one_of(
                next + 1,
                &["improve", "comply", "meet", "get", "become", "be", "make", "raise", "put", "achieve"],
            );
        let threat = self
            .reading
            .is_one_of(next, &["or", "if", "after", "before", "by", "within", "following", "amid", "over"])
            || self.reading.is(action.start, "improve")
                && self.reading.is_one_of(next, &["at", "last", "since"]);
        self.reading.cue(action.start, Cue::Vague) && (next >= action.end || aim || threat)
    }

    /// "work on two areas for improvement": how many there are; what they are is told elsewhere.
    fn is_counted_areas(&self, action: &Range<usize>) -> bool {
        let Some(areas) =
            action.clone().take(6).find(|&index| self.reading.is_one_of(index, &["area", "areas"]))
        else {
            return false;
        };
        let counted = (action.start + 1..areas).any(|index| {
            self.reading.has(index, Class::Number) || self.reading.token(index).kind == Kind::Number
        });
        counted
            && self.reading.is(areas + 1, "for")
            && self.reading.is_one_of(areas + 2, &["improvement", "development"])
            && areas + 3 >= action.end
    }

    /// "has 28 days to respond", "to reply in public": an answer, not a thing to do; "respond to calls" is one.
    fn is_reply(&self, action: &Range<usize>) -> bool {
        let next = action.start + 1;
        self.reading.is_one_of(action.start, &["respond", "reply"])
            && (next >= action.end
                || self.reading.is_one_of(next, &["in", "by", "within", "publicly", "formally"]))
    }

    /// "significant improvements at a nursery": a thing that says nothing in particular.
    pub(crate) fn is_vague_thing(&self, matter: &Range<usize>) -> bool {
        let stop =
            matter.clone().find(|&index| self.reading.has(index, Class::Preposition)).unwrap_or(matter.end);
        let aims = stop + 1 < matter.end
            && self.reading.is(stop, "to")
            && !self.reading.has(stop + 1, Class::Determiner);
        let means = self.reading.is(matter.start, "by");
        // "improvements to the dining room", "changes in how drugs are kept"
        let object = self.reading.is_one_of(stop, &["to", "in"])
            && stop + 1 < matter.end
            && !self.agents.is_addressee(&(stop + 1..matter.end.min(stop + 4)));
        if object
            && (self.reading.has(stop + 1, Class::Determiner) || self.reading.has(stop + 1, Class::Question))
        {
            return false;
        }
        !aims
            && !means
            && (matter.start..stop).all(|index| {
                self.reading.cue(index, Cue::VagueObject)
                    || self.reading.is_one_of(index, &["and", "these", "those", "made"])
            })
    }

    /// "should be really pleased", "it should be said", "must decide": praise, a turn of phrase, a choice; not an
    /// ask.
    pub(crate) fn is_praise(&self, action: &Range<usize>) -> bool {
        let turn = self.reading.is(action.start, "be")
            && self.reading.is_one_of(action.start + 1, &["said", "noted", "stressed", "remembered"]);
        let choice = self.reading.is_one_of(action.start, &["decide", "wait", "hope", "appeal", "expect"]);
        turn || choice
            || self.reading.is(action.start, "be")
                && (action.start + 1..action.end.min(action.start + 4))
                    .any(|index| self.reading.cue(index, Cue::Praised))
    }
}
