use std::mem;

use onrecord_tables::{Column, Kind, Value};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::writer::SerializedColumnWriter;

/// The cells of one column that wait to be written: those that are known, and which those are.
pub(crate) struct Cells {
    required: bool,
    known: Known,
    /// 1 for a cell that is known, 0 for one that is not.
    levels: Vec<i16>,
}

enum Known {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Boolean(Vec<bool>),
    Date(Vec<i32>),
}

impl Cells {
    pub(crate) fn new(column: &Column) -> Self {
        let known = match column.kind {
            Kind::Text => Known::Text(Vec::new()),
            Kind::Integer => Known::Integer(Vec::new()),
            Kind::Boolean => Known::Boolean(Vec::new()),
            Kind::Date => Known::Date(Vec::new()),
        };
        Self { required: column.required, known, levels: Vec::new() }
    }

    /// Takes one cell, and says about how many bytes it holds.
    pub(crate) fn push(&mut self, value: &Value<'_>) -> Result<usize> {
        match (&mut self.known, value) {
            (_, Value::Null) if !self.required => {
                self.levels.push(0);
                return Ok(mem::size_of::<i16>());
            }
            (Known::Text(cells), Value::Text(text)) => cells.push(ByteArray::from(text.as_bytes().to_vec())),
            (Known::Integer(cells), Value::Integer(number)) => cells.push(*number),
            (Known::Boolean(cells), Value::Boolean(truth)) => cells.push(*truth),
            (Known::Date(cells), Value::Date(day)) => cells.push(day.since_1970()),
            (_, other) => return Err(ParquetError::General(format!("a column cannot hold {other:?}"))),
        }
        self.levels.push(1);
        let text = if let Value::Text(text) = value { text.len() } else { 0 };
        Ok(text + mem::size_of::<ByteArray>())
    }

    /// Writes every cell, and forgets them.
    pub(crate) fn flush(&mut self, mut column: SerializedColumnWriter<'_>) -> Result<()> {
        let levels = (!self.required).then_some(&*self.levels);
        match &mut self.known {
            Known::Text(cells) => write::<ByteArrayType>(cells, levels, &mut column)?,
            Known::Integer(cells) => write::<Int64Type>(cells, levels, &mut column)?,
            Known::Boolean(cells) => write::<BoolType>(cells, levels, &mut column)?,
            Known::Date(cells) => write::<Int32Type>(cells, levels, &mut column)?,
        }
        self.levels.clear();
        column.close()
    }
}

fn write<T: DataType>(
    cells: &mut Vec<T::T>,
    levels: Option<&[i16]>,
    column: &mut SerializedColumnWriter<'_>,
) -> Result<()> {
    column.typed::<T>().write_batch(cells, levels, None)?;
    cells.clear();
    Ok(())
}
