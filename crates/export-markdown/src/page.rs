//! The parts of a page, from its title to its diagnostics.

use std::fmt::{self, Write};

use onrecord_model::{
    Article, Coverage, Diagnostic, Evidence, Inspection, Rating, Recommendation, RecommendationKind,
    Statement,
};

use crate::escape::escape;
use crate::words::{self, given};

/// The whole page.
pub(crate) fn page(out: &mut String, coverage: &Coverage) -> fmt::Result {
    heading(out, &coverage.article)?;
    if coverage.inspections.is_empty() {
        writeln!(out, "\nThe article reports no inspection.")?;
    }
    for each in &coverage.inspections {
        inspection(out, each)?;
    }
    if !coverage.statements.is_empty() {
        writeln!(out, "\n## Who said what")?;
    }
    for each in &coverage.statements {
        statement(out, coverage, each)?;
    }
    diagnostics(out, &coverage.diagnostics)
}

fn heading(out: &mut String, article: &Article) -> fmt::Result {
    let title = given(article.title.as_deref()).unwrap_or_else(|| escape(&article.id));
    writeln!(out, "# {title}")?;
    let facts = [&article.publisher, &article.when_published(), &article.byline, &article.url];
    let facts: Vec<String> = facts.iter().filter_map(|fact| given(fact.as_deref())).collect();
    if !facts.is_empty() {
        writeln!(out, "\n{}", facts.join(" · "))?;
    }
    writeln!(out, "\nLine numbers are those of {}.", escape(article.text.as_ref().unwrap_or(&article.path)))
}

fn inspection(out: &mut String, inspection: &Inspection) -> fmt::Result {
    writeln!(out, "\n## {}\n", escape(&inspection.headline()))?;
    facts(out, inspection)?;
    grades(out, &inspection.ratings)?;
    recommendations(out, &inspection.recommendations)
}

/// Who, whom, what for and when, each with its place.
fn facts(out: &mut String, inspection: &Inspection) -> fmt::Result {
    if let Some(by) = &inspection.inspectorate {
        fact(out, "Inspectorate", &escape(&by.name), Some(&by.evidence))?;
    }
    if let Some(body) = &inspection.body {
        fact(out, "Inspected", &escape(&body.name), Some(&body.evidence))?;
    }
    for (label, text) in [
        ("Topic", &inspection.topic),
        ("Programme", &inspection.programme),
        ("Special status", &inspection.regime),
    ] {
        if let Some(text) = given(text.as_deref()) {
            fact(out, label, &text, None)?;
        }
    }
    if let Some(by) = &inspection.commissioned_by {
        fact(out, "Commissioned by", &words::speaker(by), by.evidence.as_ref())?;
    }
    for (label, when) in [("Took place", &inspection.date), ("Due", &inspection.due)] {
        if let Some(when) = when {
            fact(out, label, &escape(&when.to_string()), Some(&when.evidence))?;
        }
    }
    if inspection.evidence.is_empty() {
        return Ok(());
    }
    writeln!(out, "- Reported in {}", lines(inspection.evidence.iter().map(Evidence::line)))
}

/// An item with a label and, where it has one, its line.
fn fact(out: &mut String, label: &str, text: &str, evidence: Option<&Evidence>) -> fmt::Result {
    writeln!(out, "- {label}: {text}{}", place(evidence))
}

fn grades(out: &mut String, ratings: &[Rating]) -> fmt::Result {
    if ratings.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n### Grades\n\n| For | Grade | Rank | When | Where |\n| --- | --- | --- | --- | --- |")?;
    for Rating { grade, scope, time, evidence, .. } in ratings {
        let (scope, label, rank) = (escape(&scope.to_string()), words::strong(grade.label()), grade.rank());
        let (time, line) = (words::time(*time), evidence.line());
        writeln!(out, "| {scope} | {label} | {rank} | {time} | line {line} |")?;
    }
    Ok(())
}

fn recommendations(out: &mut String, recommendations: &[Recommendation]) -> fmt::Result {
    if recommendations.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n### What has to improve")?;
    for kind in RecommendationKind::ALL {
        let mut of_kind = recommendations.iter().filter(|each| each.kind == kind).peekable();
        if of_kind.peek().is_some() {
            writeln!(out, "\n{}:\n", words::kinds(kind))?;
        }
        of_kind.try_for_each(|each| recommendation(out, each))?;
    }
    Ok(())
}

fn recommendation(out: &mut String, recommendation: &Recommendation) -> fmt::Result {
    let Recommendation { text, purpose, addressee, .. } = recommendation;
    let deadline = &recommendation.dated_deadline();
    write!(out, "- {}", escape(text))?;
    for (label, text) in [("what for", purpose), ("by when", deadline), ("who has to act", addressee)] {
        if let Some(text) = given(text.as_deref()) {
            write!(out, "; {label}: {text}")?;
        }
    }
    writeln!(out, "{}", place(Some(&recommendation.evidence)))
}

fn statement(out: &mut String, coverage: &Coverage, statement: &Statement) -> fmt::Result {
    let speaker = words::speaker(&statement.speaker);
    let wording = words::wording(statement.kind);
    let lines = lines(statement.segments.iter().map(|segment| segment.line));
    let when =
        statement.date.as_ref().map(|when| format!(", {}", escape(&when.to_string()))).unwrap_or_default();
    writeln!(out, "\n{speaker}{wording}{when} ({lines}):\n")?;
    quotation(out, statement)?;
    let about = about(coverage, statement);
    if !about.is_empty() {
        writeln!(out, "\nThis is about {}.", about.join("; "))?;
    }
    Ok(())
}

/// Segments of one line of the article are one paragraph with marks of omission, as the narrator interrupts
/// there; a segment on a later line is a new paragraph.
fn quotation(out: &mut String, statement: &Statement) -> fmt::Result {
    let segments = &statement.segments;
    if segments.is_empty() {
        write!(out, "> {}", escape(&statement.text))?;
    }
    for (i, segment) in segments.iter().enumerate() {
        let text = escape(&segment.text);
        match i.checked_sub(1).map(|before| segments[before].line) {
            None => write!(out, "> {text}")?,
            Some(line) if line == segment.line => write!(out, " … {text}")?,
            Some(_) => write!(out, "\n>\n> {text}")?,
        }
    }
    writeln!(out)
}

/// What a statement speaks of, by what the page calls it; the only inspection of an article goes without saying.
fn about(coverage: &Coverage, statement: &Statement) -> Vec<String> {
    let named = |id: &str| statement.about.iter().any(|about| about == id);
    let several = coverage.inspections.len() > 1;
    let mut about = Vec::new();
    for inspection in &coverage.inspections {
        if several && named(&inspection.id) {
            let topic = given(inspection.topic.as_deref());
            about.push(
                topic.map_or_else(
                    || "the inspection".to_owned(),
                    |topic| format!("the inspection of {topic}"),
                ),
            );
        }
        let ratings = inspection.ratings.iter().filter(|rating| named(&rating.id));
        about.extend(ratings.map(|rating| format!("the grade {}", escape(rating.grade.label()))));
        let asked = inspection.recommendations.iter().filter(|asked| named(&asked.id));
        about.extend(
            asked.map(|asked| format!("{}{}", words::kind(asked.kind), place(Some(&asked.evidence)))),
        );
    }
    about
}

fn diagnostics(out: &mut String, diagnostics: &[Diagnostic]) -> fmt::Result {
    if diagnostics.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## What could not be placed\n")?;
    for Diagnostic { kind, message, evidence } in diagnostics {
        write!(out, "- {}: {}", words::diagnostic(*kind), escape(message))?;
        match evidence.as_ref().and_then(|found| given(Some(found.text()))) {
            Some(text) => writeln!(out, "{}: {text}", place(evidence.as_ref()))?,
            None => writeln!(out, "{}", place(evidence.as_ref()))?,
        }
    }
    Ok(())
}

/// ` (line 12)`, or nothing without evidence.
fn place(evidence: Option<&Evidence>) -> String {
    evidence.map(|found| format!(" (line {})", found.line())).unwrap_or_default()
}

/// `line 3`, `lines 3, 5`: each once, in their order; `no line` for none.
fn lines(numbers: impl Iterator<Item = u32>) -> String {
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    let list: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match list.as_slice() {
        [] => "no line".to_owned(),
        [one] => format!("line {one}"),
        several => format!("lines {}", several.join(", ")),
    }
}
