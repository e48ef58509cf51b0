//! What is odd about an article: its bytes, its quotation marks, and what it does not say.

use onrecord_model::{Coverage, Diagnostic, DiagnosticKind, Inspection, Span};

use crate::bytes_to_source::Encoding;
use crate::quote::Quotes;
use crate::text::Text;

/// Puts what is odd about the text before what the record already says of itself, and what the article leaves
/// open behind it. `unattributed`: the quotations that nobody is said to have spoken.
pub(crate) fn add_diagnostics(
    coverage: &mut Coverage,
    encoding: Encoding,
    text: &Text<'_>,
    unattributed: &[usize],
) {
    coverage.diagnostics.splice(0..0, oddities(encoding, text, unattributed));
    coverage.diagnostics.extend(gaps(&coverage.inspections));
}

/// What is odd about a file's bytes and its quotation marks.
fn oddities(encoding: Encoding, text: &Text<'_>, unattributed: &[usize]) -> Vec<Diagnostic> {
    let source = text.source;
    let mut found = Vec::new();
    let mut note = |kind, message: &str, evidence| {
        found.push(Diagnostic { kind, message: message.to_owned(), evidence });
    };
    let at = |byte: u32| Span::new(byte, byte).ok().and_then(|span| source.evidence(span, "source.encoding"));
    match encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16 => {
            note(DiagnosticKind::Encoding, "the file is UTF-16; offsets count its own bytes", at(0));
        }
        Encoding::Windows1252(first) => note(
            DiagnosticKind::Encoding,
            "some bytes are no UTF-8 and were read as Windows-1252; save the file as UTF-8",
            at(first),
        ),
    }
    if text.tokens.list.is_empty() {
        note(DiagnosticKind::Empty, "the file holds no words to read", None);
    }
    for broken in &text.quotes.broken {
        let evidence = source.evidence(text.tokens.span(broken.tokens.clone()), "quotation.broken");
        note(DiagnosticKind::Quotation, broken.message, evidence);
    }
    if text.quotes.broken_unlisted > 0 {
        let message = format!("{} more broken quotations, which are not listed", text.quotes.broken_unlisted);
        note(DiagnosticKind::Quotation, &message, None);
    }
    for &index in unattributed.iter().take(Quotes::MOST_LISTED) {
        let span = text.tokens.span(text.quotes.list[index].tokens.clone());
        let message = "nobody near this quotation is said to have spoken it; it is no statement";
        note(DiagnosticKind::Unattributed, message, source.evidence(span, "quotation.unattributed"));
    }
    if let more @ 1.. = unattributed.len().saturating_sub(Quotes::MOST_LISTED) {
        let message =
            format!("{more} more quotations that nobody is said to have spoken, which are not listed");
        note(DiagnosticKind::Unattributed, &message, None);
    }
    found
}

/// What the article does not say about its inspections.
fn gaps(inspections: &[Inspection]) -> Vec<Diagnostic> {
    let gap = |inspection: &Inspection, message: &str| Diagnostic {
        kind: DiagnosticKind::Inspection,
        message: message.to_owned(),
        evidence: inspection.evidence.first().cloned(),
    };
    let bodies = inspections.iter().filter(|inspection| inspection.body.is_none());
    let unnamed = inspections.iter().filter(|inspection| inspection.inspectorate.is_none());
    let bodies = bodies.map(|inspection| gap(inspection, "the text does not let one tell who is inspected"));
    bodies
        .chain(unnamed.map(|inspection| gap(inspection, "the text does not let one tell who inspects")))
        .collect()
}
