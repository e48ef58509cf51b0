//! The shape of each table: one flat struct for its rows.

use serde::Serialize;

use crate::cell::Cell;

/// A struct whose fields are the columns of a table. The csv crate writes no header for a table without rows,
/// so the names are kept as well.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($column:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Serialize)]
        pub(crate) struct $name<'a> {
            $(pub(crate) $column: $type,)*
        }

        impl $name<'_> {
            pub(crate) const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),*];
        }
    };
}

row! {
    /// An article; the last three columns count what it yields.
    ArticleRow {
        article_id: Cell<'a>,
        path: Cell<'a>,
        sha256: Cell<'a>,
        title: Cell<'a>,
        publisher: Cell<'a>,
        published: Cell<'a>,
        url: Cell<'a>,
        byline: Cell<'a>,
        inspections: usize,
        statements: usize,
        diagnostics: usize,
    }
}

row! {
    /// An inspection. The evidence is the first of the words that report it.
    InspectionRow {
        article_id: Cell<'a>,
        inspection_id: Cell<'a>,
        inspectorate: Cell<'a>,
        abbreviation: Cell<'a>,
        inspectorate_start: Option<u32>,
        inspectorate_end: Option<u32>,
        inspectorate_line: Option<u32>,
        body: Cell<'a>,
        body_start: Option<u32>,
        body_end: Option<u32>,
        body_line: Option<u32>,
        topic: Cell<'a>,
        programme: Cell<'a>,
        status: Cell<'a>,
        regime: Cell<'a>,
        commissioned_by: Cell<'a>,
        commissioned_by_role: Cell<'a>,
        commissioned_by_organisation: Cell<'a>,
        commissioned_by_start: Option<u32>,
        commissioned_by_end: Option<u32>,
        commissioned_by_line: Option<u32>,
        due: Cell<'a>,
        due_start: Option<u32>,
        due_end: Option<u32>,
        due_line: Option<u32>,
        evidence_start: Option<u32>,
        evidence_end: Option<u32>,
        evidence_line: Option<u32>,
        evidence_text: Cell<'a>,
        rule: Cell<'a>,
    }
}

row! {
    /// A rating.
    RatingRow {
        article_id: Cell<'a>,
        inspection_id: Cell<'a>,
        rating_id: Cell<'a>,
        grade: Cell<'a>,
        scale: Cell<'a>,
        position: u8,
        of: u8,
        scope: Cell<'a>,
        area: Cell<'a>,
        count: Option<u32>,
        time: Cell<'a>,
        evidence_start: Option<u32>,
        evidence_end: Option<u32>,
        evidence_line: Option<u32>,
        evidence_text: Cell<'a>,
        rule: Cell<'a>,
    }
}

row! {
    /// A recommendation.
    RecommendationRow {
        article_id: Cell<'a>,
        inspection_id: Cell<'a>,
        recommendation_id: Cell<'a>,
        kind: Cell<'a>,
        text: Cell<'a>,
        purpose: Cell<'a>,
        deadline: Cell<'a>,
        addressee: Cell<'a>,
        implied: bool,
        evidence_start: Option<u32>,
        evidence_end: Option<u32>,
        evidence_line: Option<u32>,
        evidence_text: Cell<'a>,
        rule: Cell<'a>,
    }
}

row! {
    /// A statement. `start`, `end` and `line` are those of all its segments together; the evidence is the
    /// speaker's.
    StatementRow {
        article_id: Cell<'a>,
        inspection_id: Cell<'a>,
        statement_id: Cell<'a>,
        kind: Cell<'a>,
        speaker: Cell<'a>,
        role: Cell<'a>,
        organisation: Cell<'a>,
        implied: bool,
        cue: Cell<'a>,
        text: Cell<'a>,
        start: Option<u32>,
        end: Option<u32>,
        line: Option<u32>,
        about: Cell<'a>,
        evidence_start: Option<u32>,
        evidence_end: Option<u32>,
        evidence_line: Option<u32>,
        evidence_text: Cell<'a>,
        rule: Cell<'a>,
    }
}
