use crate::row::{ArticleRow, InspectionRow, RatingRow, RecommendationRow, StatementRow};

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
    /// Every table.
    pub const ALL: [Self; 5] =
        [Self::Articles, Self::Inspections, Self::Ratings, Self::Recommendations, Self::Statements];

    /// The name of its file, such as `articles.csv`.
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

    /// The names of its columns, in order.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Articles => ArticleRow::COLUMNS,
            Self::Inspections => InspectionRow::COLUMNS,
            Self::Ratings => RatingRow::COLUMNS,
            Self::Recommendations => RecommendationRow::COLUMNS,
            Self::Statements => StatementRow::COLUMNS,
        }
    }
}
