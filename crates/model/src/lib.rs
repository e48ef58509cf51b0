//! The nouns of press coverage of public-service inspections.
//!
//! One article yields one [`Coverage`]: the [`Article`], the [`Inspection`]s it reports (each with its
//! [`Rating`]s and [`Recommendation`]s) and the [`Statement`]s made in it. Every fact carries
//! [`Evidence`]: the exact bytes of the article that say it.
//!
//! The crate knows nothing about parsing, files or formats. With the feature `serde` the whole record
//! can be serialised; the field names are the public shape of the project.
//!
//! ```
//! use onrecord_model::{Rating, Scale, Scope, Source, Span, Time};
//!
//! let source = Source::from_utf8("The force was rated Good in two areas.");
//! let scale = Scale::new("hmicfrs", false, ["Outstanding", "Good", "Adequate"])?;
//! let grade = scale.grade("Good").expect("the scale has this grade");
//! let evidence = source.evidence(Span::new(14, 37)?, "rating.grade-in-count").expect("inside the text");
//! let rating = Rating::new("r1", grade, Scope::Area { area: None, count: Some(2) }, Time::Current, evidence);
//! assert_eq!(rating.evidence.text(), "rated Good in two areas");
//! assert_eq!((rating.grade.position(), rating.grade.of()), (2, 3));
//! # Ok::<(), onrecord_model::ModelError>(())
//! ```

mod article;
mod coverage;
mod day;
mod diagnostic;
mod error;
mod evidence;
mod inspection;
mod rating;
mod recommendation;
#[cfg(feature = "sample")]
mod sample;
#[cfg(feature = "sample")]
mod sample_of_one_text;
mod scale;
mod source;
mod span;
mod statement;
mod wording;

pub use article::Article;
pub use coverage::Coverage;
pub use day::{Day, Days};
pub use diagnostic::{Diagnostic, DiagnosticKind};
pub use error::ModelError;
pub use evidence::Evidence;
pub use inspection::{Body, Inspection, Inspectorate, Noted, Status};
pub use rating::{Rating, Scope, Time};
pub use recommendation::{Recommendation, RecommendationKind};
pub use scale::{Grade, Scale};
pub use source::Source;
pub use span::Span;
pub use statement::{Cue, Segment, Speaker, Statement, StatementKind};
