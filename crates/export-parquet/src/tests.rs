use std::fs::File;
use std::io::Write;

use onrecord_model::{Article, Coverage};
use onrecord_tables::{Kind, Value};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use super::*;

fn parquet_of(table: Table, coverages: &[Coverage]) -> Vec<u8> {
    let mut writer = TableWriter::new(table, Vec::new()).unwrap();
    coverages.iter().for_each(|coverage| writer.write(coverage).unwrap());
    writer.finish().unwrap()
}

fn reader(bytes: &[u8]) -> SerializedFileReader<File> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    SerializedFileReader::new(file).unwrap()
}

/// The cells of every row, and the type that Parquet gives to each.
fn rows(bytes: &[u8]) -> Vec<Vec<(Option<Kind>, String)>> {
    let shown = |field: &Field| match field {
        Field::Null => (None, String::new()),
        Field::Str(text) => (Some(Kind::Text), text.clone()),
        Field::Long(number) => (Some(Kind::Integer), number.to_string()),
        Field::Bool(truth) => (Some(Kind::Boolean), truth.to_string()),
        Field::Date(days) => (Some(Kind::Date), days.to_string()),
        other => panic!("{other:?}"),
    };
    let rows = reader(bytes).into_iter().map(Result::unwrap);
    rows.map(|row| row.get_column_iter().map(|(_, field)| shown(field)).collect()).collect()
}

fn expected(table: Table, coverage: &Coverage) -> Vec<Vec<(Option<Kind>, String)>> {
    let shown = |value: &Value<'_>| match value {
        Value::Date(day) => (value.kind(), day.since_1970().to_string()),
        other => (other.kind(), other.to_string()),
    };
    table.rows(coverage).map(|row| row.iter().map(shown).collect()).collect()
}

#[test]
fn every_value_of_every_row_is_there() {
    let sample = Coverage::sample();
    for table in Table::ALL {
        let file = parquet_of(table, std::slice::from_ref(&sample));
        assert_eq!(rows(&file), expected(table, &sample), "{}", table.name());
    }
}

#[test]
fn a_table_without_rows_has_its_columns() {
    for table in Table::ALL {
        let file = parquet_of(table, &[]);
        let schema = reader(&file).metadata().file_metadata().schema_descr_ptr();
        let names: Vec<String> = schema.columns().iter().map(|column| column.name().to_owned()).collect();
        assert_eq!(names, table.columns());
        assert_eq!(rows(&file).len(), 0);
    }
}

#[test]
fn nasty_strings_come_back() {
    let title = Table::Articles.columns().iter().position(|column| *column == "title").unwrap();
    for nasty in ["", "\0a\0", "\"';", "\u{feff}\u{2028}é\u{10ffff}", "NULL", "a\r\nb"] {
        let mut coverage = Coverage::empty(Article::new("a", "a.txt", ""));
        coverage.article.title = Some(nasty.to_owned());
        let rows = rows(&parquet_of(Table::Articles, std::slice::from_ref(&coverage)));
        assert_eq!(rows[0][title], (Some(Kind::Text), nasty.to_owned()));
    }
}

#[test]
fn many_rows_are_written_in_groups_and_stay_in_order() {
    let mut long = Coverage::empty(Article::new("", "a.txt", ""));
    long.article.title = Some("x".repeat(1 << 20));
    let mut writer = TableWriter::new(Table::Articles, Vec::new()).unwrap();
    for number in 0..30 {
        long.article.id = format!("a{number:02}");
        writer.write(&long).unwrap();
    }
    let file = writer.finish().unwrap();
    assert_eq!(reader(&file).num_row_groups(), 4);
    let ids: Vec<String> = rows(&file).into_iter().map(|row| row[0].1.clone()).collect();
    assert!(ids.len() == 30 && ids.is_sorted(), "{ids:?}");
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let coverages = vec![Coverage::sample(); 50];
    for table in Table::ALL {
        assert!(parquet_of(table, &coverages) == parquet_of(table, &coverages));
    }
}

#[test]
fn output_that_refuses_bytes_is_an_error() {
    let mut full = [0_u8; 4];
    let mut writer = TableWriter::new(Table::Articles, &mut full[..]).unwrap();
    writer.write(&Coverage::sample()).unwrap();
    let error = writer.finish().map(drop).unwrap_err().to_string();
    assert!(error.starts_with("articles.parquet could not be written"), "{error}");
}
