//! The examples of the rating phrases, run through the real stages; and what sentences yield, one line each.

use std::fmt::Write as _;

use onrecord_lexicon::{Lexicon, Yield};
use onrecord_model::Time;

use crate::Parser;
use crate::inspection_finding::{BodyFinding, InspectionFinding, InspectorateFinding};
use crate::rating_finding::{RatingFinding, RatingScope};
use crate::test_text::{PARSER, with_text};
use crate::text::Text;
use crate::tokens_to_ratings::{is_rating_phrase, tokens_to_ratings};
use crate::vocabulary::Meaning;

/// The ratings of a text.
fn ratings(text: &str) -> Vec<RatingFinding> {
    let Parser { scale_marks, rating_words: words, rating_phrases: phrases, .. } = &*PARSER;
    with_text(text, |article| {
        let inspection = inspection(article);
        let play = article.play(&article.signs(scale_marks), &inspection);
        play.map_or_else(Vec::new, |play| {
            tokens_to_ratings(*article, words, phrases, &play, inspection.blocks.clone()).ratings
        })
    })
}

/// The inspection of the examples: by the first inspectorate that is named, of Ashby Lodge or Skelby something.
fn inspection(text: &Text<'_>) -> InspectionFinding {
    let list = &text.tokens.list;
    let inspectorate = (0..list.len()).find_map(|at| {
        let (length, meanings) = text.vocabulary.longest_term(&list[at..])?;
        meanings.iter().find_map(|meaning| match *meaning {
            Meaning::Inspectorate(row) => Some(InspectorateFinding { row, tokens: at..at + length }),
            _ => None,
        })
    });
    let start =
        (0..list.len()).find(|&at| text.word(at).starts_with("Ashby") || text.word(at).starts_with("Skelby"));
    let body = start.map(|start| {
        let end = (start..list.len()).find(|&at| !list[at].is_capital()).unwrap_or(list.len());
        BodyFinding {
            name: text.words(start..end).to_owned(),
            tokens: start..end,
            kinds: Vec::new(),
            rule: "test",
        }
    });
    InspectionFinding::completed(inspectorate, body, 0..text.blocks.len())
}

/// A sentence in an article about a care home, where it does not name another inspectorate.
fn in_article(sentence: &str) -> String {
    let others = [
        "Ofsted",
        "HMICFRS",
        "Food Standards",
        "Estyn",
        "Prisons",
        "Care Inspectorate",
        "Housing",
        "HIQA",
        "Probation",
        "Education Scotland",
        "ETI",
    ];
    if others.iter().any(|name| sentence.contains(name)) {
        return format!("{sentence}\n");
    }
    format!(
        "{sentence}\n\nAshby Lodge, a care home in Skelby, was visited by the Care Quality Commission (CQC) in May.\n"
    )
}

#[test]
fn phrases_read_and_skip_their_examples() {
    let mut wrong = String::new();
    for (index, phrase) in
        (0..).zip(Lexicon::standard().phrases()).filter(|(_, p)| is_rating_phrase(p.yields))
    {
        for sentence in &phrase.reads {
            let found = ratings(&in_article(sentence));
            let read = found.iter().any(|finding| finding.phrase == Some(index));
            if read == (phrase.yields == Yield::NoRating) {
                let by: Vec<&str> = found.iter().map(|finding| finding.rule(Lexicon::standard())).collect();
                let _ = writeln!(wrong, "{} does not read {sentence:?}, but {by:?} do", phrase.id);
            }
        }
        for sentence in &phrase.skips {
            let found = ratings(&in_article(sentence));
            for finding in found {
                let _ = writeln!(
                    wrong,
                    "{}: {:?} read {sentence:?}",
                    phrase.id,
                    finding.rule(Lexicon::standard())
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The ratings of a sentence in one line: grade, `before` for an earlier one, and what it is for.
pub(crate) fn read(sentence: &str) -> String {
    let found = ratings(&in_article(sentence));
    let line = |finding: &RatingFinding| {
        let scale = &Lexicon::standard().scales()[usize::from(finding.scale)];
        let grade = &scale.grades[usize::from(finding.grade)].label;
        let before = if finding.time == Time::Previous { " before" } else { "" };
        match &finding.scope {
            RatingScope::Overall => format!("{grade}{before}: overall"),
            RatingScope::Area(name) => format!("{grade}{before}: {name}"),
            RatingScope::Count(count) => format!("{grade}{before}: ×{count}"),
        }
    };
    found.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// Sentences and what they say.
const READ: &[(&str, &str)] = &[
    (
        "Ashby Lodge was branded inadequate by the Care Quality Commission after inspectors found filthy rooms.",
        "Inadequate: overall",
    ),
    (
        "The home was rated as requires improvement overall and good for caring.",
        "Requires improvement: overall; Good: caring",
    ),
    (
        "The home's rating has dropped from good to requires improvement.",
        "Good before: overall; Requires improvement: overall",
    ),
    (
        "Effective and responsive have declined from good to requires improvement. Caring has been re-rated good.",
        "Good before: effective; Requires improvement: effective; Good before: responsive; Requires improvement: responsive; Good before: caring; Good: caring",
    ),
    ("It was previously rated good in November 2021.", "Good before: overall"),
    ("Ofsted inspectors rated Skelby Primary School 'good' in all areas.", "Good: all areas"),
    (
        "Skelby Primary School in Wexford was rated 'outstanding' for behaviour and attitudes, personal development and early years and 'good' for quality of education and leadership and management by Ofsted.",
        "Outstanding: behaviour and attitudes; Outstanding: personal development; Outstanding: early years; Good: quality of education; Good: leadership and management",
    ),
    (
        "Ofsted graded Skelby Primary School inadequate across the board.",
        "Inadequate: overall; Inadequate: all areas",
    ),
    (
        "HMICFRS rated Skelbyshire Police 'inadequate' at protecting vulnerable people, and said it 'requires improvement' in how it manages offenders.",
        "Inadequate: protecting vulnerable people; Requires improvement: how it manages offenders",
    ),
    (
        "Skelbyshire Police was found to be 'good' in one area, 'adequate' in five and 'requires improvement' in two, HMICFRS said.",
        "Good: ×1; Adequate: ×5; Requires improvement: ×2",
    ),
    (
        "Skelbyshire Fire and Rescue Service was rated good in four areas, adequate in five and requires improvement in two by HMICFRS.",
        "Good: ×4; Adequate: ×5; Requires improvement: ×2",
    ),
    (
        "HM Inspectorate of Prisons said HMP Skelby was reasonably good in respect, but poor in the other three healthy prison tests.",
        "Reasonably good: respect; Poor: ×3",
    ),
    (
        "The Care Inspectorate graded Skelby House as 'weak' for care and support and 'adequate' for leadership.",
        "Weak: care and support; Adequate: leadership",
    ),
    (
        "Skelby Kebab House was handed a one-star rating, the Food Standards Agency's website shows.",
        "1: overall",
    ),
    (
        "Skelby Kebab House was given the minimum score after assessment on 4 May, the Food Standards Agency's website shows.",
        "0: overall",
    ),
    ("The Regulator of Social Housing has given Skelby Council a C3 grading.", "C3: overall"),
    (
        "Skelby Homes was handed a non-compliant C3 consumer grade by the Regulator of Social Housing and retained its G1 and V2 grades.",
        "G1 before: governance; G1: governance; V2 before: viability; V2: viability",
    ),
    (
        "Skelby Nursing Home was compliant with eight regulations, substantially compliant with two and not compliant with three, HIQA found.",
        "Compliant: ×8; Substantially compliant: ×2; Not compliant: ×3",
    ),
    (
        "The home has gone from requires improvement to outstanding in just two years.",
        "Requires improvement before: overall; Outstanding: overall",
    ),
    ("Ashby Lodge has been stripped of its outstanding rating.", "Outstanding before: overall"),
    (
        "The watchdog found Ashby Lodge inadequate in every category apart from caring, where it was good.",
        "Inadequate: safe; Inadequate: effective; Inadequate: responsive; Inadequate: well-led; Good: caring",
    ),
    (
        "Its ratings for caring and responsive remain good.",
        "Good before: caring; Good: caring; Good before: responsive; Good: responsive",
    ),
    ("Leadership was also found wanting and rated inadequate.", "Inadequate: well-led"),
    (
        "The home was rated inadequate for the second time running.",
        "Inadequate before: overall; Inadequate: overall",
    ),
    (
        "The home scored 45 per cent overall and was rated requires improvement.",
        "Requires improvement: overall",
    ),
    (
        "The service has again been rated inadequate overall.",
        "Inadequate before: overall; Inadequate: overall",
    ),
    (
        "Inspectors also rated the service good for being effective and responsive.",
        "Good: effective; Good: responsive",
    ),
    ("Following this inspection, how safe the service is was rated as inadequate.", "Inadequate: safe"),
    (
        "The home kept its overall rating of requires improvement.",
        "Requires improvement before: overall; Requires improvement: overall",
    ),
    (
        "The CQC has upgraded Ashby Lodge's rating from inadequate to requires improvement.",
        "Inadequate before: overall; Requires improvement: overall",
    ),
    (
        "Safe, effective and well-led were all rated inadequate while caring and responsive were deemed to require improvement.",
        "Inadequate: safe; Inadequate: effective; Inadequate: well-led; Requires improvement: caring; Requires improvement: responsive",
    ),
    (
        "Ofsted gave Skelby Primary School an overall 'requires improvement' rating but found early years to be 'good'.",
        "Requires improvement: overall; Good: early years",
    ),
    (
        "Ofsted has judged Skelby College to be good overall, with outstanding apprenticeships.",
        "Good: overall; Outstanding: apprenticeships",
    ),
    (
        "Under Ofsted's new report card, Skelby Academy was rated 'exceptional' for inclusion, 'strong standard' for achievement and 'expected standard' for attendance and behaviour.",
        "Exceptional: inclusion; Strong standard: achievement; Expected standard: attendance and behaviour",
    ),
    (
        "Skelby Academy was given 'needs attention' ratings for achievement and for curriculum and teaching by Ofsted.",
        "Needs attention: achievement; Needs attention: curriculum and teaching",
    ),
    (
        "Skelby Primary School was rated 'inadequate' for quality of education and leadership, while personal development was 'good', Ofsted found.",
        "Inadequate: quality of education; Inadequate: leadership; Good: personal development",
    ),
    (
        "Ofsted rated Skelby Council's children's services inadequate for the experiences and progress of children in care.",
        "Inadequate: experiences and progress of children in care",
    ),
    (
        "Skelbyshire Police were graded 'good' at recording crime data and 'adequate' for supporting victims by HMICFRS.",
        "Good: recording crime data; Adequate: supporting victims",
    ),
    ("The force's leadership was judged to be good, HMICFRS said.", "Good: leadership"),
    (
        "The force went from 'adequate' to 'inadequate' in managing offenders, HMICFRS said.",
        "Adequate before: managing offenders; Inadequate: managing offenders",
    ),
    ("HM Inspectorate of Prisons awarded HMP Skelby its lowest grade for safety.", "Poor: safety"),
    (
        "HMP Skelby scored poor for purposeful activity and good for respect, HM Inspectorate of Prisons said.",
        "Poor: purposeful activity; Good: respect",
    ),
    (
        "Skelby House was graded 2 (weak) for how well it supports people's wellbeing and 3 (adequate) for its setting, the Care Inspectorate said.",
        "Weak: how well it supports people's wellbeing; Adequate: setting",
    ),
    (
        "Skelby Cafe had its hygiene rating slashed from five to one, the Food Standards Agency said.",
        "5 before: overall; 1: overall",
    ),
    (
        "Skelby Cafe dropped from five stars to one star, the Food Standards Agency's website shows.",
        "5 before: overall; 1: overall",
    ),
    (
        "Skelby Cafe was told major improvement was necessary in the management of food safety and improvement was necessary in hygienic food handling, the Food Standards Agency said.",
        "Major improvement necessary: management of food safety; Improvement necessary: hygienic food handling",
    ),
];

/// Sentences whose grades stand in no phrase of the book, or in one that needs the words around it.
const FRAMED: &[(&str, &str)] = &[
    ("Caring and responsiveness: 'good', the pair of them.", "Good: caring; Good: responsive"),
    (
        "On two of the five tests the home was condemned as inadequate; on the remaining three it needs improvement.",
        "Inadequate: ×2; Requires improvement: ×3",
    ),
    ("Only caring held its ground, staying 'good'.", "Good before: caring; Good: caring"),
    ("Safety fared worst, landing in the bottom category.", "Inadequate: safe"),
    (
        "Leadership – up one from requires improvement – was assessed as good.",
        "Requires improvement before: well-led; Good: well-led",
    ),
    (
        "Maternity was rated good and end of life care outstanding.",
        "Good: maternity; Outstanding: end of life care",
    ),
    ("Early reading was rated outstanding.", "Outstanding: early reading"),
    ("Outpatients and surgery were both rated inadequate.", "Inadequate: outpatients; Inadequate: surgery"),
    (
        "Urgent care at Ham General was rated good, while surgery and maternity there both dropped to inadequate.",
        "Good: urgent care at Ham General; Inadequate: surgery at Ham General; Inadequate: maternity at Ham General",
    ),
    ("Leadership and safety were both top-rated.", "Outstanding: well-led; Outstanding: safe"),
];

#[test]
fn grades_are_read_among_words_that_speak_of_grading() {
    let wrong = differences(FRAMED);
    assert!(wrong.is_empty(), "{wrong}");
}

/// The sentences of a table that yield something else than it says.
pub(crate) fn differences(table: &[(&str, &str)]) -> String {
    let mut wrong = String::new();
    for (sentence, expected) in table {
        let found = read(sentence);
        if found != *expected {
            let _ = writeln!(wrong, "{sentence}\n  expected {expected}\n  found    {found}");
        }
    }
    wrong
}

/// Sentences that say nothing of a grade that the inspection gave its body.
const NONE: &[&str] = &[
    "The company also runs Mallow Court, which came out as 'outstanding' in the spring.",
    "The home had rated itself good throughout.",
    "A third of homes in the region are still deemed inadequate or in need of improvement.",
    "Dental practices are not given ratings such as 'good' or 'inadequate'.",
    "The home hopes to be rated outstanding next time.",
    "The home could have been rated inadequate had inspectors come a week later.",
    "Three-quarters of care homes in England are rated good.",
    "The company's other home, Mallow Court, is rated outstanding.",
    "The CQC said nearby Mallow Court was inadequate.",
    "Services are rated outstanding, good, requires improvement or inadequate.",
    "The home narrowly missed a good rating.",
    "Families say the care is outstanding and the food is good.",
    "Staff were good at listening, the CQC said.",
    "The home is not inadequate, its owner insists.",
    "HMICFRS said of the 43 forces, 12 were rated good for leadership.",
    "The service is likely to be rated good at its next inspection.",
    "We are working hard to get back to good, said the CQC-registered manager.",
    "\"We are outstanding in my view,\" he told the CQC.",
    "The CQC will re-rate the home if it improves to good.",
    "The council's own review rated the home good.",
    "The CQC did not rate the home.",
    "The CQC said it found good examples of care and outstanding kindness.",
    "The CQC described the care as good and staff as outstanding.",
    "The home is part of a group whose other services are all rated good.",
    "The home must improve to be rated good by 2026.",
    "Inspectors said they were told the manager was good.",
    "Care at Ashby Lodge was good, families said.",
    "Staff told the CQC the food was outstanding.",
    "Ofsted inspectors praised the outstanding behaviour of pupils and good leadership of the head.",
    "HMICFRS has moved the force out of Engage.",
    "HMICFRS said the force's progress was good.",
    "HM Inspectorate of Prisons found good work in the chapel and poor food.",
];

#[test]
fn sentences_say_what_was_graded_how() {
    let wrong = differences(READ);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn look_alikes_are_no_ratings() {
    let wrong: Vec<&&str> = NONE.iter().filter(|sentence| !read(sentence).is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
