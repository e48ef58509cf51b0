use onrecord_model::Coverage;

use crate::columns::{self, ARTICLES, INSPECTIONS, RATINGS, RECOMMENDATIONS, STATEMENTS};
use crate::links::{Links, inspections};
use crate::{Column, ForeignKey, Value};

/// One of the five tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// A row for each article.
    Articles,
    /// A row for each inspection of an article.
    Inspections,
    /// A row for each rating of an inspection.
    Ratings,
    /// A row for each recommendation of an inspection.
    Recommendations,
    /// A row for each statement of an article.
    Statements,
}

impl Table {
    /// Every table, each behind those it refers to.
    pub const ALL: [Self; 5] =
        [Self::Articles, Self::Inspections, Self::Ratings, Self::Recommendations, Self::Statements];

    /// Its name, such as `articles`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Inspections => "inspections",
            Self::Ratings => "ratings",
            Self::Recommendations => "recommendations",
            Self::Statements => "statements",
        }
    }

    /// The name of its CSV file, such as `articles.csv`.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Articles => "articles.csv",
            Self::Inspections => "inspections.csv",
            Self::Ratings => "ratings.csv",
            Self::Recommendations => "recommendations.csv",
            Self::Statements => "statements.csv",
        }
    }

    /// What its rows are, for people: one or two sentences.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Articles => "The press articles that were read, and how much each yields.",
            Self::Inspections => "The inspections that each article reports, finished or not.",
            Self::Ratings => "The grades that inspections gave, now and before.",
            Self::Recommendations => "What inspectorates ask for, or say is wrong.",
            Self::Statements => "Who said what in each article.",
        }
    }

    /// Its columns, in order.
    #[must_use]
    pub fn fields(self) -> &'static [Column] {
        match self {
            Self::Articles => ARTICLES.1,
            Self::Inspections => INSPECTIONS.1,
            Self::Ratings => RATINGS.1,
            Self::Recommendations => RECOMMENDATIONS.1,
            Self::Statements => STATEMENTS.1,
        }
    }

    /// The names of its columns, in order.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Articles => ARTICLES.0,
            Self::Inspections => INSPECTIONS.0,
            Self::Ratings => RATINGS.0,
            Self::Recommendations => RECOMMENDATIONS.0,
            Self::Statements => STATEMENTS.0,
        }
    }

    /// The columns that together name one row.
    #[must_use]
    pub fn primary_key(self) -> &'static [&'static str] {
        match self {
            Self::Articles => &["article_id"],
            Self::Inspections => &["article_id", "inspection_id"],
            Self::Ratings => &["article_id", "rating_id"],
            Self::Recommendations => &["article_id", "recommendation_id"],
            Self::Statements => &["article_id", "statement_id"],
        }
    }

    /// The row of another table that each row belongs to; `None` for articles.
    #[must_use]
    pub fn foreign_key(self) -> Option<ForeignKey> {
        let table = match self {
            Self::Articles => return None,
            Self::Inspections | Self::Statements => Self::Articles,
            Self::Ratings | Self::Recommendations => Self::Inspections,
        };
        Some(ForeignKey { columns: table.primary_key(), table })
    }

    /// The rows that one coverage gives to this table, each as long as [`fields`](Self::fields); there may be
    /// none.
    pub fn rows(self, coverage: &Coverage) -> Box<dyn Iterator<Item = Vec<Value<'_>>> + '_> {
        let article = &coverage.article;
        match self {
            Self::Articles => Box::new(std::iter::once(columns::article(coverage))),
            Self::Inspections => Box::new(
                inspections(coverage).map(move |it| columns::inspection(article, it.id, it.inspection)),
            ),
            Self::Ratings => Box::new(inspections(coverage).flat_map(move |it| {
                let ratings = it.inspection.ratings.iter();
                ratings.map(move |rating| columns::rating(article, it.id.clone(), rating))
            })),
            Self::Recommendations => Box::new(inspections(coverage).flat_map(move |it| {
                let asked = it.inspection.recommendations.iter();
                asked.map(move |asked| columns::recommendation(article, it.id.clone(), asked))
            })),
            Self::Statements => {
                let links = Links::of(coverage);
                let statements = coverage.statements.iter();
                Box::new(
                    statements.map(move |said| columns::statement(article, links.inspection_ids(said), said)),
                )
            }
        }
    }
}
