/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{table} could not be written: {source}")]
pub struct ParquetError {
    /// The table's file name.
    pub table: String,
    /// What went wrong: mostly what the output said.
    pub source: parquet::errors::ParquetError,
}
