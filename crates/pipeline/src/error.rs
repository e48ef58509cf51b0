use std::error::Error;
use std::io;

use onrecord_pages::PageError;

/// Why one article, or a whole export, did not come through.
///
/// Each message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PipelineError {
    /// The file system would not give the file or folder.
    #[error("{path}: cannot be read ({cause}); check its name and its permissions")]
    Unreadable {
        /// As the article's record would have it.
        path: String,
        /// What the system said.
        cause: io::Error,
    },
    /// A link that leads back to a folder that holds it.
    #[error("{path}: this link leads back to {ancestor}; remove it, or name the folders to read one by one")]
    CircularLink {
        /// The link.
        path: String,
        /// Where it leads.
        ancestor: String,
    },
    /// A folder whose name is an article's.
    #[error("{path}: is a folder although its name ends in .txt; rename it (the articles in it are read)")]
    FolderNamedText {
        /// The folder.
        path: String,
    },
    /// A pipe, a device, a socket.
    #[error("{path}: is not a regular file; give its content on standard input instead, with the path `-`")]
    NotAFile {
        /// What was named.
        path: String,
    },
    /// A folder without articles.
    #[error("{path}: holds no article; articles are the files whose names end in .txt, .html or .jsonl")]
    NoArticle {
        /// The folder.
        path: String,
    },
    /// A web page or a line of JSON that holds no article.
    #[error("{path}: {cause}")]
    NoDocument {
        /// The page, or the file with the number of the line.
        path: String,
        /// Why it holds none.
        cause: PageError,
    },
    /// More bytes than any article has.
    #[error("{path}: is larger than {} MiB, which no article is; split it into its articles", .limit >> 20)]
    TooLarge {
        /// The file.
        path: String,
        /// The most an article may hold, in bytes.
        limit: u64,
    },
    /// The article was read and exported, but is not the plain text that an article should be.
    #[error("{path}:{line}: {message}; the article is exported, look at what it yields")]
    OddText {
        /// The file.
        path: String,
        /// 1-based; 1 where it concerns the whole file.
        line: u32,
        /// What is odd, without a full stop.
        message: String,
    },
    /// A JSON array without its last bracket.
    #[error(
        "{path}: this JSON array does not end, it may be cut off; fetch it again, what it has is exported"
    )]
    CutOff {
        /// The file, or `-`.
        path: String,
    },
    /// An output file could not be made. What stood there before is untouched.
    #[error(
        "{path}: cannot be written ({cause}); it is as it was before: make room or choose another folder"
    )]
    Unwritable {
        /// The file or folder.
        path: String,
        /// What the system or the format said.
        cause: Box<dyn Error + Send + Sync>,
    },
    /// A name that is no [`Format`](crate::Format).
    #[error("`{name}` is no format; choose from {known}")]
    UnknownFormat {
        /// What was asked for.
        name: String,
        /// Every format's name, with commas.
        known: String,
    },
    /// The name of a [`Format`](crate::Format) that was left out when the program was built.
    #[error(
        "`{name}` is not in this build; give cargo the option `--features {name}`, or choose from {known}"
    )]
    NotBuilt {
        /// What was asked for.
        name: String,
        /// The name of every format that is there, with commas.
        known: String,
    },
}
