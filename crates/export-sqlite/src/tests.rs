use std::path::PathBuf;

use onrecord_model::{Article, Coverage, Status, Time};
use onrecord_tables::Table;
use rusqlite::{Connection, Row};
use tempfile::TempDir;

use super::*;

/// A finished database of some coverages.
struct Made {
    folder: TempDir,
    connection: Connection,
}

impl Made {
    fn of(coverages: &[Coverage]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut database = Database::create(&path).unwrap();
        coverages.iter().for_each(|coverage| database.write(coverage).unwrap());
        database.finish().unwrap();
        Self { folder, connection: Connection::open(&path).unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.db")
    }

    /// Each row of an answer, with `|` between its values.
    fn ask(&self, sql: &str) -> Vec<String> {
        let mut query = self.connection.prepare(sql).unwrap();
        let width = query.column_count();
        let shown = |row: &Row<'_>| {
            let cells = (0..width).map(|at| {
                Ok(match row.get_ref(at)? {
                    rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                    rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                    _ => "-".to_owned(),
                })
            });
            cells.collect::<rusqlite::Result<Vec<_>>>().map(|cells| cells.join("|"))
        };
        query.query_map((), shown).unwrap().collect::<Result<_, _>>().unwrap()
    }

    fn change(&self, sql: &str) {
        self.connection.execute_batch(sql).unwrap();
    }
}

fn article(id: &str, published: &str) -> Coverage {
    let mut coverage = Coverage::sample();
    coverage.article = Article::new(id, format!("{id}.txt"), "");
    coverage.article.published_on = published.parse().ok();
    coverage
}

#[test]
fn every_value_of_every_row_is_there() {
    let sample = Coverage::sample();
    let made = Made::of(std::slice::from_ref(&sample));
    for table in Table::ALL {
        let columns = table.columns().join("\", \"");
        let expected: Vec<String> = table
            .rows(&sample)
            .map(|row| {
                let cells = row.iter().map(|value| match value {
                    onrecord_tables::Value::Null => "-".to_owned(),
                    onrecord_tables::Value::Boolean(truth) => i64::from(*truth).to_string(),
                    known => known.to_string(),
                });
                cells.collect::<Vec<_>>().join("|")
            })
            .collect();
        assert_eq!(made.ask(&format!("SELECT \"{columns}\" FROM {}", table.name())), expected);
    }
    assert_eq!(made.ask("PRAGMA integrity_check"), ["ok"]);
    assert_eq!(made.ask("PRAGMA foreign_key_check"), [""; 0]);
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let coverages: Vec<Coverage> = (0..400).map(|n| article(&format!("a{n:03}"), "2025-05-02")).collect();
    let bytes = || std::fs::read(Made::of(&coverages).path()).unwrap();
    assert!(bytes() == bytes());
}

#[test]
fn an_empty_database_has_its_tables_and_views() {
    let made = Made::of(&[]);
    let names = made.ask("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name");
    assert_eq!(names, ["latest_grades", "open_asks", "statement_inspections", "who_said_most"]);
    for name in names.iter().map(String::as_str).chain(Table::ALL.map(Table::name)) {
        assert_eq!(made.ask(&format!("SELECT * FROM {name}")), [""; 0]);
    }
}

#[test]
fn words_are_found_in_every_form() {
    let made = Made::of(&[article("a", ""), article("b", "")]);
    let found = |index: &str, words: &str| {
        made.ask(&format!(
            "SELECT t.article_id FROM {index}_fts JOIN {index} AS t ON t.number = {index}_fts.rowid \
             WHERE {index}_fts MATCH '{words}' ORDER BY 1"
        ))
    };
    assert_eq!(found("statements", "truly sorrowful"), [""; 0]);
    assert_eq!(found("statements", "\"do better\""), ["a", "b"]);
    assert_eq!(found("statements", "speaker:nwosu"), ["a", "b"]);
    assert_eq!(found("recommendations", "answering call"), ["a", "b"]);
}

#[test]
fn the_full_text_index_follows_changes_and_survives_a_vacuum() {
    let made = Made::of(&[article("a", ""), article("b", ""), article("c", "")]);
    made.change("DELETE FROM statements WHERE article_id = 'a'; VACUUM;");
    made.change("UPDATE statements SET text = 'We apologise' WHERE article_id = 'b';");
    let found = |word: &str| {
        made.ask(&format!(
            "SELECT article_id FROM statements WHERE number IN \
             (SELECT rowid FROM statements_fts WHERE statements_fts MATCH '{word}')"
        ))
    };
    assert_eq!(found("sorry"), ["c"]);
    assert_eq!(found("apologised"), ["b"]);
    made.change("INSERT INTO statements_fts (statements_fts, rank) VALUES ('integrity-check', 1);");
}

#[test]
fn the_latest_grade_is_that_of_the_last_article() {
    let mut old = article("old", "2024-05-02");
    let new = article("new", "2025-03-01");
    let mut undated = article("undated", "");
    for coverage in [&mut old, &mut undated] {
        coverage.inspections[0].ratings.iter_mut().for_each(|rating| rating.time = Time::Current);
    }
    let made = Made::of(&[new, old, undated]);
    let latest = made.ask("SELECT scope, area, grade, article_id FROM latest_grades");
    assert_eq!(
        latest,
        ["overall|-|Outstanding|old", "area|responding to the public|Good|new"],
        "an earlier grade is no grade of now, two unnamed areas are no area"
    );
}

#[test]
fn speakers_are_counted() {
    let mut other = article("b", "");
    other.statements[0].speaker.role = Some("Chief".to_owned());
    let mut second = other.statements[0].clone();
    second.id = "s2".to_owned();
    second.kind = onrecord_model::StatementKind::Indirect;
    let mut third = second.clone();
    third.id = "s3".to_owned();
    third.speaker.name = Some("Bo Ash".to_owned());
    let mut nobody = third.clone();
    nobody.id = "s4".to_owned();
    nobody.speaker.name = None;
    other.statements.extend([second, third, nobody]);
    let made = Made::of(&[article("a", ""), other]);
    let counted = made.ask("SELECT speaker, statements, quoted, articles, roles FROM who_said_most");
    assert_eq!(counted, ["Ada Nwosu|3|2|2|[\"Chief Constable\",\"Chief\"]", "Bo Ash|1|0|1|[\"Chief\"]"]);
}

#[test]
fn who_is_not_named_is_counted_in_each_article() {
    let mut articles = [article("a", ""), article("b", "")];
    for coverage in &mut articles {
        coverage.statements.truncate(1);
        coverage.statements[0].speaker.name = Some("one mother".to_owned());
    }
    let counted = Made::of(&articles).ask("SELECT speaker, statements, articles FROM who_said_most");
    assert_eq!(counted, ["one mother|1|1", "one mother|1|1"]);
}

#[test]
fn open_asks_have_the_days_of_their_deadlines() {
    let coverage = article("a", "");
    let days = coverage.inspections[0].recommendations[0].deadline_days.expect("the sample has a deadline");
    let asked = Made::of(&[coverage]).ask("SELECT deadline_from, deadline_to FROM open_asks LIMIT 1");
    assert_eq!(asked, [format!("{}|{}", days.from(), days.to())]);
}

#[test]
fn asks_are_open_until_a_later_inspection() {
    let first = article("first", "2024-05-02");
    let soon = article("soon", "2024-05-09");
    let undated = article("undated", "");
    let mut later = article("later", "2025-05-02");
    later.inspections[0].recommendations.clear();
    let open = |coverages: &[Coverage]| Made::of(coverages).ask("SELECT article_id FROM open_asks");
    let articles = |later: Coverage| [first.clone(), soon.clone(), undated.clone(), later];
    assert_eq!(open(&articles(later.clone())), ["undated"]);
    later.inspections[0].topic = None;
    assert_eq!(open(&articles(later.clone())), ["undated"], "the whole body was inspected");
    later.inspections[0].topic = Some("custody".to_owned());
    assert_eq!(open(&articles(later.clone())), ["soon", "first", "undated"], "another topic");
    later.inspections[0].topic = None;
    later.inspections[0].status = Status::Announced;
    assert_eq!(open(&articles(later)), ["soon", "first", "undated"], "nothing is found yet");
}

#[test]
fn a_statement_is_joined_to_each_of_its_inspections() {
    let mut coverage = article("a", "");
    let mut other = coverage.inspections[0].clone();
    other.id = "an \"odd\" \\ id".to_owned();
    other.ratings.clear();
    other.recommendations.clear();
    coverage.statements[0].about.push(other.id.clone());
    coverage.inspections.push(other);
    let made = Made::of(&[coverage]);
    let joined =
        made.ask("SELECT inspection_id FROM statement_inspections JOIN inspections USING (inspection_id)");
    assert_eq!(joined, ["hmicfrs/mid-thistle-police/responding", "an \"odd\" \\ id"]);
}

#[test]
fn nasty_strings_come_back() {
    for nasty in
        ["", "'; DROP TABLE articles; --", "\0a\0", "\"", "\u{feff}\u{2028}é\u{10ffff}", "NULL", "a\r\nb"]
    {
        let mut coverage = Coverage::sample();
        coverage.article.title = Some(nasty.to_owned());
        coverage.statements[0].text = nasty.to_owned();
        let made = Made::of(&[coverage]);
        assert_eq!(made.ask("SELECT title FROM articles"), [nasty]);
        assert_eq!(made.ask("SELECT text FROM statements"), [nasty]);
        made.change("INSERT INTO statements_fts (statements_fts, rank) VALUES ('integrity-check', 1);");
    }
}

#[test]
fn an_article_that_comes_twice_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut database = Database::create(folder.path().join("a.db")).unwrap();
    database.write(&Coverage::sample()).unwrap();
    let error = database.write(&Coverage::sample()).unwrap_err().to_string();
    assert!(error.starts_with("article `sample`: a row of articles could not be written"), "{error}");
}

#[test]
fn what_stands_at_the_path_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    std::fs::write(&path, "notes").unwrap();
    let error = Database::create(&path).unwrap_err().to_string();
    assert!(error.contains("a.db: holds something already"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), b"notes");
    assert!(Database::create(folder.path().join("no/folder.db")).is_err());
}

#[test]
fn values_that_no_column_takes_are_refused() {
    let made = Made::of(&[Coverage::sample()]);
    made.change("PRAGMA foreign_keys = ON");
    for sql in [
        "UPDATE ratings SET position = 0",
        "UPDATE ratings SET position = 'two'",
        "UPDATE ratings SET time = 'later'",
        "UPDATE ratings SET inspection_id = 'none'",
        "UPDATE recommendations SET implied = 2",
        "UPDATE articles SET path = NULL",
        "DELETE FROM articles",
    ] {
        assert!(made.connection.execute_batch(sql).is_err(), "{sql}");
    }
}
