//! Scores records of press coverage against labelled articles.
//!
//! A labelled article is a text with a JSON file beside it that says what a reader should get out of it
//! ([`Labels`]). [`score`] compares a [`Coverage`](onrecord_model::Coverage) of the article with its labels:
//! what is right, what was missed, what is extra. Wherever the record comes from is the caller's matter.
//!
//! ```
//! use onrecord_evaluate::{FactKind, LabelledFolder, Scores, score};
//! use onrecord_model::{Article, Coverage};
//!
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! std::fs::write(folder.join("one.txt"), "Ofsted has rated Beck School good.")?;
//! std::fs::write(
//!     folder.join("one.json"),
//!     r#"{"subject": {"name": "Beck School", "surface": "Beck School"}}"#,
//! )?;
//! let mut scores = Scores::default();
//! for article in LabelledFolder::read(folder)?.articles {
//!     let coverage = Coverage::empty(Article::new(&article.name, "one.txt", ""));
//!     scores += &score(&article, &coverage).scores;
//! }
//! assert_eq!(scores.of(FactKind::Body).labelled, 1);
//! assert_eq!(scores.of(FactKind::Body).recall(), 0.0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod difference;
mod error;
mod folder;
mod labels;
mod names;
mod pairing;
mod score;
mod score_ratings;
mod score_recommendations;
mod score_statements;
mod scores;
mod text;

pub use difference::{Difference, Side};
pub use error::EvaluateError;
pub use folder::{LabelledArticle, LabelledFolder};
pub use labels::{
    InspectorateLabel, Labels, OtherInspection, RatingLabel, RecommendationLabel, ScopeLabel, StatementLabel,
    SubjectLabel,
};
pub use score::{Scored, score};
pub use scores::{Counts, FactKind, Scores};
pub use text::ArticleText;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeExamples;
