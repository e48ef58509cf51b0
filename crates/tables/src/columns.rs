//! The columns of each table, a row for each: its name, its type, whether it may be empty, the only values it
//! takes, what stands in it, and what that is.

use std::borrow::Cow;

use onrecord_model::{
    Article, Coverage, Day, Days, Evidence, Inspection, Noted, Rating, Recommendation, Speaker, Statement,
};

use crate::links::JOINT;
use crate::{Column, Kind, Value};

/// The names of a table's columns, and the columns.
pub(crate) type Columns = (&'static [&'static str], &'static [Column]);

/// Makes the columns of a table, and the function that fills a row of it.
macro_rules! columns {
    (
        $columns:ident, $row:ident($($part:ident: $type:ty),*):
        $($name:ident $kind:ident $presence:ident $({$($only:tt)*})? = $value:expr, $description:expr;)*
    ) => {
        pub(crate) const $columns: Columns = (
            &[$(stringify!($name)),*],
            &[$(Column {
                name: stringify!($name),
                kind: Kind::$kind,
                required: presence!($presence),
                choices: choices!($($($only)*)?),
                minimum: minimum!($kind $($($only)*)?),
                description: $description,
            }),*],
        );

        pub(crate) fn $row<'a>($($part: $type),*) -> Vec<Value<'a>> {
            vec![$(Value::from($value)),*]
        }
    };
}

macro_rules! presence {
    (always) => {
        true
    };
    (maybe) => {
        false
    };
}

macro_rules! choices {
    ($($choice:literal)+) => { &[$($choice),+] };
    ($($none:tt)*) => { &[] };
}

/// Numbers start at 0 (bytes, counts), or where they say, as in `{1..}`.
macro_rules! minimum {
    (Integer $minimum:literal..) => {
        Some($minimum)
    };
    (Integer) => {
        Some(0)
    };
    ($kind:ident $($only:tt)*) => {
        None
    };
}

const ARTICLE: &str = "The article: the stem of its file's name.";
const INSPECTION: &str = "The inspection it belongs to, in the same article.";
const START: &str = "Where the words start: first byte in the file as it is on disk.";
const END: &str = "Where the words end: one past the last byte in the file as it is on disk.";
const LINE: &str = "The line on which the words start, from 1.";
const END_OF_THOSE: &str = "One past the last byte of those words.";
const LINE_OF_THOSE: &str = "The line of those words, from 1.";
const FIRST_DAY: &str = "The first of the days that those words name; empty where nothing fixes them.";
const LAST_DAY: &str = "The last of the days that those words name; empty where nothing fixes them.";
const WORDS: &str = "The exact words of the article that carry the fact.";
const RULE: &str = "The name of the rule that found the words.";

columns! {
    ARTICLES, article(coverage: &'a Coverage):
    article_id Text always = &coverage.article.id, "The stem of the file's name; unique in one export.";
    path Text always = &coverage.article.path, "Where the file was found, with / between folders.";
    sha256 Text always = &coverage.article.sha256,
        "SHA-256 of the file's bytes, in lower-case hexadecimal digits.";
    text Text maybe = &coverage.article.text,
        "The file that evidence counts in, from the folder of the export; empty where that is the one at path.";
    title Text maybe = &coverage.article.title, "The headline; empty where the text carries none.";
    publisher Text maybe = &coverage.article.publisher,
        "Who published it; empty where the text does not say.";
    published Text maybe = &coverage.article.published,
        "When it was published, as written; empty where the text does not say.";
    published_on Date maybe = coverage.article.published_on,
        "The day on which it was published; empty where `published` names none in full.";
    url Text maybe = &coverage.article.url, "Its address; empty where the text does not carry one.";
    byline Text maybe = &coverage.article.byline, "Who wrote it; empty where the text does not say.";
    inspections Integer always = coverage.inspections.len(), "How many inspections it reports.";
    statements Integer always = coverage.statements.len(), "How many statements are made in it.";
    diagnostics Integer always = coverage.diagnostics.len(),
        "How many things were seen in it that could not be placed.";
}

columns! {
    INSPECTIONS, inspection(article: &'a Article, id: Cow<'a, str>, inspection: &'a Inspection):
    article_id Text always = &article.id, ARTICLE;
    inspection_id Text always = Value::Text(id),
        "From inspectorate, body and topic; the same from run to run. Several articles may report one inspection.";
    inspectorate Text maybe = inspection.inspectorate.as_ref().map(|it| &it.name),
        "The official name of who inspects; empty where the text does not let one tell.";
    abbreviation Text maybe = inspection.inspectorate.as_ref().map(|it| &it.abbreviation),
        "The inspectorate's usual abbreviation; empty where there is none.";
    inspectorate_start Integer maybe = by_whom(inspection).map(Evidence::start),
        "Where the text names the inspectorate in full: first byte in the file.";
    inspectorate_end Integer maybe = by_whom(inspection).map(Evidence::end),
        "One past the last byte of the inspectorate's name.";
    inspectorate_line Integer maybe {1..} = by_whom(inspection).map(Evidence::line),
        "The line of the inspectorate's name, from 1.";
    body Text maybe = inspection.body.as_ref().map(|it| &it.name),
        "The name of who or what is inspected; empty where the text does not let one tell.";
    body_start Integer maybe = of_whom(inspection).map(Evidence::start),
        "Where the text names the body in full: first byte in the file.";
    body_end Integer maybe = of_whom(inspection).map(Evidence::end),
        "One past the last byte of the body's name.";
    body_line Integer maybe {1..} = of_whom(inspection).map(Evidence::line),
        "The line of the body's name, from 1.";
    topic Text maybe = &inspection.topic, "What the inspection looks at; empty where the text names nothing.";
    programme Text maybe = &inspection.programme,
        "The programme it belongs to (PEEL, ILACS), only where the text names it.";
    status Text always {"completed" "in_progress" "announced"} = inspection.status.name(),
        "How far it has come.";
    regime Text maybe = &inspection.regime,
        "Special measures, Engage, Urgent Notification: a status of the body, never a grade.";
    commissioned_by Text maybe = inspection.commissioned_by.as_ref().map(|it| &it.name),
        "Who asked for the inspection, where the text says so.";
    commissioned_by_role Text maybe = inspection.commissioned_by.as_ref().map(|it| &it.role),
        "The post of who asked for it.";
    commissioned_by_organisation Text maybe = inspection.commissioned_by.as_ref().map(|it| &it.organisation),
        "The organisation of who asked for it.";
    commissioned_by_start Integer maybe = for_whom(inspection).map(Evidence::start),
        "Where the text names who asked for it: first byte in the file.";
    commissioned_by_end Integer maybe = for_whom(inspection).map(Evidence::end),
        "One past the last byte of that name.";
    commissioned_by_line Integer maybe {1..} = for_whom(inspection).map(Evidence::line),
        "The line of that name, from 1.";
    date Text maybe = inspection.date.as_ref().map(|it| &it.text),
        "When it took place, as written; empty where the text does not say.";
    date_from Date maybe = first_day(&inspection.date), FIRST_DAY;
    date_to Date maybe = last_day(&inspection.date), LAST_DAY;
    date_start Integer maybe = on_which(inspection).map(Evidence::start),
        "Where the text says when it took place: first byte in the file.";
    date_end Integer maybe = on_which(inspection).map(Evidence::end), END_OF_THOSE;
    date_line Integer maybe {1..} = on_which(inspection).map(Evidence::line),
        LINE_OF_THOSE;
    due Text maybe = inspection.due.as_ref().map(|it| &it.text), "When it is due, as written.";
    due_from Date maybe = first_day(&inspection.due), FIRST_DAY;
    due_to Date maybe = last_day(&inspection.due), LAST_DAY;
    due_start Integer maybe = by_when(inspection).map(Evidence::start),
        "Where the text says when it is due: first byte in the file.";
    due_end Integer maybe = by_when(inspection).map(Evidence::end), END_OF_THOSE;
    due_line Integer maybe {1..} = by_when(inspection).map(Evidence::line),
        LINE_OF_THOSE;
    evidence_start Integer maybe = inspection.evidence.first().map(Evidence::start), START;
    evidence_end Integer maybe = inspection.evidence.first().map(Evidence::end), END;
    evidence_line Integer maybe {1..} = inspection.evidence.first().map(Evidence::line), LINE;
    evidence_text Text maybe = inspection.evidence.first().map(Evidence::text),
        "The first of the exact words of the article that report the inspection.";
    rule Text maybe = inspection.evidence.first().map(Evidence::rule), RULE;
}

columns! {
    RATINGS, rating(article: &'a Article, inspection: Cow<'a, str>, rating: &'a Rating):
    article_id Text always = &article.id, ARTICLE;
    inspection_id Text always = Value::Text(inspection), INSPECTION;
    rating_id Text always = &rating.id, "r1, r2, …: unique in its article.";
    grade Text always = rating.grade.label(), "The canonical label of the grade on its scale.";
    scale Text always = rating.grade.scale(), "The scale. Grades of different scales do not compare.";
    position Integer always {1..} = rating.grade.position(), "The grade's place on its scale; 1 is the best.";
    of Integer always {1..} = rating.grade.of(), "The number of grades on the scale.";
    scope Text always {"overall" "area"} = rating.scope.name(),
        "Whether the grade is for the body as a whole or for part of its work.";
    area Text maybe = rating.scope.area(),
        "The area's name; empty for the body as a whole, or where the text only counts or does not say.";
    count Integer maybe = rating.scope.count(),
        "How many unnamed areas share the grade; empty where one is named.";
    time Text always {"current" "previous"} = rating.time.name(),
        "Whether the inspection reported gave the grade, or an earlier one.";
    evidence_start Integer always = rating.evidence.start(), START;
    evidence_end Integer always = rating.evidence.end(), END;
    evidence_line Integer always {1..} = rating.evidence.line(), LINE;
    evidence_text Text always = rating.evidence.text(), WORDS;
    rule Text always = rating.evidence.rule(), RULE;
}

columns! {
    RECOMMENDATIONS,
    recommendation(article: &'a Article, inspection: Cow<'a, str>, asked: &'a Recommendation):
    article_id Text always = &article.id, ARTICLE;
    inspection_id Text always = Value::Text(inspection), INSPECTION;
    recommendation_id Text always = &asked.id, "a1, a2, …: unique in its article.";
    kind Text always {"recommendation" "area_for_improvement" "requirement" "breach" "concern"} = asked.kind.name(),
        "How it is asked.";
    text Text always = &asked.text, "What is asked, in the article's words.";
    purpose Text maybe = &asked.purpose, "What it is for; empty where the text does not say.";
    deadline Text maybe = &asked.deadline, "By when, as written; empty where the text does not say.";
    deadline_from Date maybe = asked.deadline_days.map(Days::from), "The first of the days that `deadline` names; empty where nothing fixes them.";
    deadline_to Date maybe = asked.deadline_days.map(Days::to), "The last of the days that `deadline` names; empty where nothing fixes them.";
    addressee Text maybe = &asked.addressee, "Who has to act, where that is not the inspected body.";
    implied Boolean always = asked.implied, "True where the text names nobody who asks.";
    evidence_start Integer always = asked.evidence.start(), START;
    evidence_end Integer always = asked.evidence.end(), END;
    evidence_line Integer always {1..} = asked.evidence.line(), LINE;
    evidence_text Text always = asked.evidence.text(), WORDS;
    rule Text always = asked.evidence.rule(), RULE;
}

columns! {
    STATEMENTS, statement(article: &'a Article, inspections: Option<String>, said: &'a Statement):
    article_id Text always = &article.id, ARTICLE;
    inspection_id Text maybe = inspections,
        "The inspections it speaks of, itself or through their ratings or recommendations; with ; between.";
    statement_id Text always = &said.id, "s1, s2, …: unique in its article.";
    kind Text always {"direct" "mixed" "indirect"} = said.kind.name(),
        "Whether all of the words, some or none stand in quotation marks.";
    speaker Text maybe = &said.speaker.name,
        "The fullest name in the article of who said it; empty where the text names nobody.";
    role Text maybe = &said.speaker.role,
        "The speaker's post, affiliation or relation, as the article gives it anywhere.";
    organisation Text maybe = &said.speaker.organisation,
        "The organisation the speaker belongs to, where the text gives it.";
    implied Boolean always = said.speaker.implied, "True where the text names no speaker.";
    cue Text maybe = said.cue.as_ref().map(|cue| &cue.text),
        "The words that report it, such as said; empty where the text has none.";
    date Text maybe = said.date.as_ref().map(|it| &it.text),
        "When it was said, as written; empty where the text does not say.";
    date_from Date maybe = first_day(&said.date), FIRST_DAY;
    date_to Date maybe = last_day(&said.date), LAST_DAY;
    text Text always = &said.text, "The words, without the outer quotation marks.";
    start Integer maybe = said.segments.iter().map(|it| it.start).min(),
        "First byte of the first piece of its words in the file.";
    end Integer maybe = said.segments.iter().map(|it| it.end).max(),
        "One past the last byte of the last piece of its words in the file.";
    line Integer maybe {1..} = said.segments.iter().map(|it| it.line).min(),
        "The line on which its words start, from 1.";
    about Text maybe = Some(said.about.join(JOINT)).filter(|it| !it.is_empty()),
        "The ids of the inspections, ratings and recommendations that it speaks of, with ; between.";
    evidence_start Integer maybe = speaker(said).map(Evidence::start),
        "Where the text names the speaker beside the words: first byte in the file.";
    evidence_end Integer maybe = speaker(said).map(Evidence::end),
        "One past the last byte of the words that name the speaker.";
    evidence_line Integer maybe {1..} = speaker(said).map(Evidence::line),
        "The line of the words that name the speaker, from 1.";
    evidence_text Text maybe = speaker(said).map(Evidence::text),
        "The exact words that name the speaker; empty where the speaker is implied.";
    rule Text maybe = speaker(said).map(Evidence::rule), RULE;
}

fn by_whom(inspection: &Inspection) -> Option<&Evidence> {
    inspection.inspectorate.as_ref().map(|it| &it.evidence)
}

fn of_whom(inspection: &Inspection) -> Option<&Evidence> {
    inspection.body.as_ref().map(|it| &it.evidence)
}

fn for_whom(inspection: &Inspection) -> Option<&Evidence> {
    inspection.commissioned_by.as_ref().and_then(|it: &Speaker| it.evidence.as_ref())
}

fn on_which(inspection: &Inspection) -> Option<&Evidence> {
    inspection.date.as_ref().map(|it| &it.evidence)
}

fn by_when(inspection: &Inspection) -> Option<&Evidence> {
    inspection.due.as_ref().map(|it| &it.evidence)
}

fn first_day(when: &Option<Noted>) -> Option<Day> {
    when.as_ref()?.days.map(Days::from)
}

fn last_day(when: &Option<Noted>) -> Option<Day> {
    when.as_ref()?.days.map(Days::to)
}

fn speaker(said: &Statement) -> Option<&Evidence> {
    said.speaker.evidence.as_ref()
}
