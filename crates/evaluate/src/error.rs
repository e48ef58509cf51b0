use std::path::PathBuf;

/// Why a folder of labelled articles could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// A file or folder that the system does not give.
    #[error("{}: cannot be read ({cause}); check its name and its permissions", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A folder without label files.
    #[error("{}: holds no labelled article; each is a NAME.txt with a NAME.json beside it", path.display())]
    NoLabels {
        /// The folder.
        path: PathBuf,
    },
    /// Labels without their article.
    #[error("{}: has no article; put its text beside it as {}", labels.display(), article.display())]
    NoArticle {
        /// The label file.
        labels: PathBuf,
        /// Where the article should be.
        article: PathBuf,
    },
    /// An article that is not UTF-8.
    #[error("{}:{line}: is not UTF-8; save the article as UTF-8 and label that", path.display())]
    NotUtf8 {
        /// The article.
        path: PathBuf,
        /// 1-based line of the first wrong byte.
        line: usize,
    },
    /// A label file that is not what it should be.
    #[error("{}:{line}: {message}", path.display())]
    Label {
        /// The label file.
        path: PathBuf,
        /// 1-based line.
        line: usize,
        /// What is wrong.
        message: String,
    },
}
