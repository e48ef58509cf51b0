//! Every example in a README is compiled and run as it stands there.

#[doc = include_str!("../README.md")]
struct Workspace;

#[doc = include_str!("../crates/model/README.md")]
struct Model;

#[doc = include_str!("../crates/lexicon/README.md")]
struct Lexicon;

#[doc = include_str!("../crates/parser/README.md")]
struct Parser;

#[doc = include_str!("../crates/export-yaml/README.md")]
struct Yaml;

#[doc = include_str!("../crates/export-csv/README.md")]
struct Csv;

#[doc = include_str!("../crates/export-markdown/README.md")]
struct Markdown;

#[doc = include_str!("../crates/export-html/README.md")]
struct Html;

#[doc = include_str!("../crates/tables/README.md")]
struct Tables;

#[doc = include_str!("../crates/export-datapackage/README.md")]
struct Datapackage;

#[doc = include_str!("../crates/export-jsonl/README.md")]
struct Jsonl;

#[doc = include_str!("../crates/export-sqlite/README.md")]
struct Sqlite;

#[doc = include_str!("../crates/export-parquet/README.md")]
struct Parquet;

#[doc = include_str!("../crates/pipeline/README.md")]
struct Pipeline;

#[doc = include_str!("../crates/dates/README.md")]
struct Dates;

#[doc = include_str!("../crates/pages/README.md")]
struct Pages;

#[doc = include_str!("../crates/cli/README.md")]
struct Command;
