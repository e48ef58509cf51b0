use std::{fmt, io};

/// Why a record could not be written as YAML or read from it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum YamlError {
    /// The output refused the bytes.
    #[error("the YAML could not be written: {0}")]
    Write(#[source] io::Error),
    /// The record could not be serialised.
    #[error("the record could not be serialised: {0}")]
    Serialize(String),
    /// The record holds something that plain YAML readers refuse.
    #[error("the record holds {0}, which YAML readers refuse; give it the shape of a string or a mapping")]
    Shape(&'static str),
    /// The text is no coverage.
    #[error("this is not a coverage as YAML: {0}")]
    Read(#[source] serde_yaml::Error),
}

impl serde::ser::Error for YamlError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Serialize(message.to_string())
    }
}
