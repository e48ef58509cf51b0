//! From facts to marked text: each line of the article with a `<mark>` around the words of every fact.
//!
//! Marks nest where one stretch holds another. Where two overlap, the one that goes on is closed and opened
//! again, so the elements nest and each word has all its facts around it.

use std::cmp::Reverse;
use std::fmt::Write;
use std::ops::Range;

use maud::{Escaper, Markup, PreEscaped};

use crate::fact::{Fact, Kind, Part};
use crate::text::Text;
use crate::words;

/// The part of a fact's stretch that stands on one line.
struct Clip {
    range: Range<usize>,
    /// Index of the fact.
    fact: usize,
    kind: Kind,
    part: Part,
    /// True where the fact starts here: its label goes in front.
    first: bool,
}

/// What stands on one line.
#[derive(Default)]
pub(crate) struct Line {
    clips: Vec<Clip>,
}

impl Line {
    /// True where a fact other than a diagnostic has words on the line.
    pub(crate) fn is_claimed(&self) -> bool {
        self.clips.iter().any(Clip::claims)
    }

    /// The diagnostics that start on the line.
    pub(crate) fn diagnostics(&self) -> impl Iterator<Item = usize> {
        let starting = self.clips.iter().filter(|clip| clip.first && clip.kind == Kind::Diagnostic);
        starting.map(|clip| clip.fact)
    }
}

impl Clip {
    fn claims(&self) -> bool {
        self.kind != Kind::Diagnostic && !self.range.is_empty()
    }
}

/// Cuts the facts' stretches at the ends of lines: one [`Line`] for each line of the text.
pub(crate) fn by_line(facts: &[Fact<'_>], text: &Text<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = text.lines().iter().map(|_| Line::default()).collect();
    for (index, fact) in facts.iter().enumerate() {
        let first = fact.places.iter().map(|place| place.range.start).min();
        for place in &fact.places {
            for line in text.touched(&place.range) {
                let whole = &text.lines()[line];
                let start = place.range.start.clamp(whole.start, whole.end);
                let end = place.range.end.clamp(start, whole.end);
                let starts = Some(place.range.start) == first && place.range.start >= whole.start;
                if start < end || starts {
                    lines[line].clips.push(Clip {
                        range: start..end,
                        fact: index,
                        kind: fact.item.kind(),
                        part: place.part,
                        first: starts,
                    });
                }
            }
        }
    }
    for line in &mut lines {
        line.clips.sort_by_key(|clip| (clip.range.start, Reverse(clip.range.end), clip.kind, clip.fact));
        only_one_label(&mut line.clips);
    }
    lines
}

/// Two stretches of a fact can start at the same byte; the label stands in front of the outer one.
fn only_one_label(clips: &mut [Clip]) {
    let mut labelled = std::collections::HashSet::new();
    for clip in clips {
        clip.first = clip.first && labelled.insert(clip.fact);
    }
}

/// One line of the article.
pub(crate) fn facts_to_marks(
    line: &Line,
    whole: &Range<usize>,
    text: &Text<'_>,
    facts: &[Fact<'_>],
) -> Markup {
    let mut writer = Writer { out: String::new(), open: Vec::new(), clips: &line.clips, facts };
    let mut cuts: Vec<usize> =
        line.clips.iter().flat_map(|clip| [clip.range.start, clip.range.end]).collect();
    cuts.push(whole.end);
    cuts.sort_unstable();
    cuts.dedup();
    let (mut at, mut next) = (whole.start, 0);
    for cut in cuts {
        writer.words(text.get(at..cut));
        writer.close(cut);
        let starting = line.clips[next..].iter().take_while(|clip| clip.range.start == cut).count();
        writer.start(next..next + starting);
        (at, next) = (cut, next + starting);
    }
    PreEscaped(writer.out)
}

struct Writer<'l> {
    out: String,
    /// The marks around the next word, by the index of their clip; the innermost last.
    open: Vec<usize>,
    clips: &'l [Clip],
    facts: &'l [Fact<'l>],
}

impl Writer<'_> {
    fn escaped(&mut self, text: &str) {
        Escaper::new(&mut self.out).write_str(text).expect("a string takes every character");
    }

    /// Words that no fact claims are told from those that one does.
    fn words(&mut self, words: &str) {
        let claimed = self.open.iter().any(|&clip| self.clips[clip].claims());
        if claimed || !words.contains(char::is_alphanumeric) {
            return self.escaped(words);
        }
        self.out.push_str("<span class=\"u\">");
        self.escaped(words);
        self.out.push_str("</span>");
    }

    /// Closes every mark that ends here; those inside them that go on are opened again.
    fn close(&mut self, at: usize) {
        let clips = self.clips;
        let Some(outermost) = self.open.iter().position(|&clip| clips[clip].range.end <= at) else { return };
        let inner = self.open.split_off(outermost);
        self.out.push_str(&"</mark>".repeat(inner.len()));
        for clip in inner.into_iter().filter(|&clip| clips[clip].range.end > at) {
            self.open(clip);
        }
    }

    /// Labels stand outside of all marks, in front of those that start with them.
    fn start(&mut self, starting: Range<usize>) {
        let clips = self.clips;
        let mut around = Vec::new();
        if clips[starting.clone()].iter().any(|clip| clip.first) {
            around = std::mem::take(&mut self.open);
            self.out.push_str(&"</mark>".repeat(around.len()));
            clips[starting.clone()].iter().filter(|clip| clip.first).for_each(|clip| self.label(clip));
        }
        let starting = starting.filter(|&clip| !clips[clip].range.is_empty());
        around.into_iter().chain(starting).for_each(|clip| self.open(clip));
    }

    fn open(&mut self, index: usize) {
        let clip = &self.clips[index];
        let part = match clip.part {
            Part::Content => "",
            Part::Speaker => " who",
            Part::Cue => " cue",
            Part::Date => " when",
        };
        let kind = clip.kind.class();
        write!(self.out, "<mark class=\"{kind}{part}\" data-f=\"{}\">", clip.fact)
            .expect("a string takes every character");
        self.open.push(index);
    }

    /// The way to the fact's card. It has no text of its own: the style sheet shows its label, so what is
    /// copied or searched is the article alone.
    fn label(&mut self, clip: &Clip) {
        let (fact, number, kind) = (&self.facts[clip.fact], clip.fact, clip.kind.class());
        write!(self.out, "<a class=\"ref {kind}\" id=\"t{number}\" href=\"#f{number}\" data-n=\"")
            .expect("a string takes every character");
        self.escaped(&fact.label);
        self.out.push_str("\" aria-label=\"");
        self.escaped(&words::name(fact));
        self.out.push_str("\"></a>");
    }
}
