//! What an export writes, whatever it is given.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use onrecord_lexicon::Lexicon;
use onrecord_parser::Parser;
use onrecord_pipeline::{Event, Export, Format, Mode, PipelineError, Summary, find};
use tempfile::TempDir;

/// What came of an export, in words.
#[derive(Debug, PartialEq)]
struct Outcome {
    summary: Summary,
    articles: Vec<String>,
    problems: Vec<String>,
    diffs: Vec<String>,
}

fn export(folder: &Path, paths: &[&str], mode: Mode) -> Result<Outcome, PipelineError> {
    let mut outcome =
        Outcome { summary: Summary::default(), articles: vec![], problems: vec![], diffs: vec![] };
    let inputs = find(paths.iter().map(|path| folder.join(path)));
    let export = Export::new(folder.join("out"), Format::ALL, mode);
    let summary = export.run(inputs, &Parser::new(Lexicon::standard()), &mut |event| match event {
        Event::Article(coverage) => outcome.articles.push(coverage.article.id.clone()),
        Event::Problem(problem) => outcome.problems.push(problem.to_string()),
        Event::Difference(difference) => outcome.diffs.push(difference.diff.clone()),
        Event::Printed(_) => unreachable!("nothing is asked to be handed over"),
    })?;
    Ok(Outcome { summary, ..outcome })
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// Every file under the output folder with its bytes.
fn outputs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for kind in fs::read_dir(folder.join("out")).into_iter().flatten() {
        let kind = kind.unwrap();
        for file in fs::read_dir(kind.path()).unwrap() {
            let file = file.unwrap();
            let name = format!("{}/{}", kind.file_name().display(), file.file_name().display());
            files.insert(name, fs::read(file.path()).unwrap());
        }
    }
    files
}

const ARTICLE: &[u8] = "“We are sorry,” the force said.\n".as_bytes();

#[test]
fn each_format_gets_its_folder() {
    let folder = folder(&[("in/b.txt", ARTICLE), ("in/a.txt", ARTICLE)]);
    let outcome = export(folder.path(), &["in"], Mode::Write).unwrap();
    assert_eq!(outcome.articles, ["a", "b"]);
    assert_eq!(outcome.summary, Summary { articles: 2, problems: 0, differences: 0 });
    let names: Vec<String> = outputs(folder.path()).into_keys().collect();
    let mut expected =
        vec!["yaml/a.yaml", "yaml/b.yaml", "markdown/a.md", "markdown/b.md", "csv/articles.csv"];
    expected.extend(["csv/datapackage.json", "jsonl/coverage.jsonl", "jsonl/coverage.schema.json"]);
    expected.extend(["html/a.html", "html/b.html", "html/index.html"]);
    if cfg!(feature = "sqlite") {
        expected.push("sqlite/onrecord.db");
    }
    if cfg!(feature = "parquet") {
        expected.push("parquet/articles.parquet");
    }
    for name in expected {
        assert!(names.iter().any(|file| file == name), "{name} is missing from {names:?}");
    }
    assert!(!names.iter().any(|file| file.contains("tmp")), "{names:?}");
}

#[test]
fn the_list_of_all_articles_names_each_and_is_no_article() {
    let folder = folder(&[("in/Index.txt", ARTICLE), ("in/a b.txt", ARTICLE)]);
    export(folder.path(), &["in"], Mode::Write).unwrap();
    let files = outputs(folder.path());
    let list = std::str::from_utf8(&files["html/index.html"]).unwrap();
    for (name, link) in [("html/Index_.html", "./Index_.html"), ("html/a b.html", "./a%20b.html")] {
        assert!(files.contains_key(name), "{:?}", files.keys());
        assert!(list.contains(&format!("<a href=\"{link}\">“We are sorry,” the force said.</a>")), "{list}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for i in 0..300 {
        let text = format!("“Number {i},” she said.\n").repeat(i % 40 * 20);
        fs::write(folder.path().join(format!("{i:03}.txt")), text).unwrap();
    }
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let outcome = pool.install(|| export(folder.path(), &["", "gone.txt"], Mode::Write).unwrap());
        let files = outputs(folder.path());
        fs::remove_dir_all(folder.path().join("out")).unwrap();
        (outcome, files)
    };
    let one = run(1);
    assert_eq!(one.0.articles.len(), 300);
    assert!(one.0.articles.is_sorted());
    for threads in [2, 7] {
        assert!(one == run(threads), "{threads} threads made something else");
    }
}

#[test]
fn every_kind_of_input_is_exported_or_named() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0";
    let utf16: Vec<u8> = "\u{FEFF}Rated Good".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let odd: &[(&str, &[u8])] = &[
        ("empty.txt", b""),
        ("bom.txt", b"\xEF\xBB\xBF"),
        ("crlf.txt", b"\xEF\xBB\xBFOne\r\nTwo\rThree\r\n"),
        ("latin.txt", b"One line\nthe caf\xE9 was rated Good\n"),
        ("nul.txt", b"a\0b\0\0"),
        ("png.txt", png),
        ("utf16.txt", &utf16),
        ("name with spaces.txt", ARTICLE),
    ];
    let folder = folder(odd);
    let outcome = export(folder.path(), &[""], Mode::Write).unwrap();
    let mut ids: Vec<&str> = odd.iter().map(|(name, _)| name.trim_end_matches(".txt")).collect();
    ids.sort_unstable();
    assert_eq!(outcome.articles, ids);
    for id in ids {
        assert!(!fs::read(folder.path().join(format!("out/yaml/{id}.yaml"))).unwrap().is_empty(), "{id}");
    }
    let named = |what: &str| outcome.problems.iter().any(|problem| problem.contains(what));
    assert!(named("latin.txt:2: "), "{:#?}", outcome.problems);
    assert!(named("empty.txt:1: "), "{:#?}", outcome.problems);
}

#[test]
fn each_element_of_a_json_array_is_an_article() {
    let array =
        "[\n{\"text\": \"“We are sorry,” the force said.\"},\n{\"title\": \"x\"},\n{\"text\": \"Two.\"}\n]\n";
    let folder = folder(&[("x.json", array.as_bytes()), ("y.json", b"[Picture] Two.\n")]);
    let outcome = export(folder.path(), &["x.json", "y.json"], Mode::Write).unwrap();
    assert_eq!(outcome.articles, ["x-1", "x-3", "y"]);
    assert_eq!(outcome.problems.len(), 1, "{:#?}", outcome.problems);
    assert!(outcome.problems[0].contains("x.json:2: has no text"), "{:#?}", outcome.problems);
    let text = fs::read(folder.path().join("out/text/x-1.txt")).unwrap();
    assert_eq!(text, ARTICLE);
}

#[test]
fn a_web_archive_is_refused_where_it_is_named() {
    let folder = folder(&[("x.mhtml", b"From: <Saved by Blink>\n"), ("a.txt", ARTICLE)]);
    let outcome = export(folder.path(), &["x.mhtml", ""], Mode::Write).unwrap();
    assert_eq!(outcome.articles, ["a"]);
    assert_eq!(outcome.problems.len(), 1, "{:#?}", outcome.problems);
    assert!(outcome.problems[0].contains("x.mhtml: is a web archive"), "{:#?}", outcome.problems);
}

#[test]
fn what_cannot_be_read_keeps_nothing_back() {
    let folder = folder(&[("in/a.txt", ARTICLE), ("in/b.txt/c.txt", ARTICLE), ("in/d.txt", ARTICLE)]);
    let outcome = export(folder.path(), &["gone.txt", "in"], Mode::Write).unwrap();
    assert_eq!(outcome.articles, ["a", "c", "d"]);
    assert_eq!(outcome.summary, Summary { articles: 3, problems: 2, differences: 0 });
    assert!(outcome.problems[0].contains("gone.txt: cannot be read"), "{:?}", outcome.problems);
    assert!(outcome.problems[1].contains("b.txt: is a folder"), "{:?}", outcome.problems);
}

#[test]
fn an_article_that_vanishes_is_named() {
    let folder = folder(&[("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    let inputs: Vec<_> = find([folder.path()]).collect();
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    let mut problems = Vec::new();
    let export = Export::new(folder.path().join("out"), [Format::Csv], Mode::Write);
    let summary = export.run(inputs, &Parser::new(Lexicon::standard()), &mut |event| {
        if let Event::Problem(problem) = event {
            problems.push(problem.to_string());
        }
    });
    assert_eq!(summary.unwrap(), Summary { articles: 1, problems: 1, differences: 0 });
    assert!(problems[0].contains("a.txt: cannot be read"), "{problems:?}");
}

#[test]
fn a_file_larger_than_any_article_is_named_and_not_read() {
    let folder = folder(&[("small.txt", ARTICLE)]);
    fs::File::create(folder.path().join("large.txt")).unwrap().set_len(200 << 20).unwrap();
    let outcome = export(folder.path(), &[""], Mode::Write).unwrap();
    assert_eq!(outcome.articles, ["small"]);
    assert!(outcome.problems[0].contains("large.txt: is larger than 32 MiB"), "{:?}", outcome.problems);
}

#[test]
fn one_stem_twice_makes_two_sets_of_files() {
    let folder = folder(&[("a/x.txt", b"First."), ("b/x.txt", b"Second."), ("b/X.TXT", b"Third.")]);
    let outcome = export(folder.path(), &["a", "b", "a/x.txt"], Mode::Write).unwrap();
    assert_eq!(outcome.articles.len(), 3, "{:?}", outcome.articles);
    assert_eq!(outcome.articles[0], "x");
    let again = export(folder.path(), &["a", "b"], Mode::Write).unwrap();
    assert_eq!(again.articles, outcome.articles);
    let files = outputs(folder.path());
    assert_eq!(files.keys().filter(|name| name.starts_with("yaml/")).count(), 3, "{:?}", files.keys());
}

#[test]
fn an_export_is_idempotent_and_a_check_finds_nothing_after_it() {
    let folder = folder(&[("in/a.txt", ARTICLE)]);
    export(folder.path(), &["in"], Mode::Write).unwrap();
    let first = outputs(folder.path());
    export(folder.path(), &["in"], Mode::Write).unwrap();
    assert!(first == outputs(folder.path()));
    let check = export(folder.path(), &["in"], Mode::Check).unwrap();
    assert_eq!((check.summary.differences, check.diffs), (0, vec![]));
}

#[test]
fn a_check_shows_what_would_change_and_changes_nothing() {
    let folder = folder(&[("in/a.txt", ARTICLE)]);
    export(folder.path(), &["in"], Mode::Write).unwrap();
    let page = folder.path().join("out/yaml/a.yaml");
    let old = fs::read_to_string(&page).unwrap();
    fs::write(&page, format!("{old}hand: written\n")).unwrap();
    fs::remove_file(folder.path().join("out/csv/articles.csv")).unwrap();
    let before = outputs(folder.path());
    let check = export(folder.path(), &["in"], Mode::Check).unwrap();
    assert_eq!(check.summary, Summary { articles: 1, problems: 0, differences: 2 });
    assert!(check.diffs[0].contains("\n-hand: written\n"), "{}", check.diffs[0]);
    assert!(check.diffs[1].starts_with("--- /dev/null\n"), "{}", check.diffs[1]);
    assert!(before == outputs(folder.path()));
}

#[test]
fn an_output_that_cannot_be_written_ends_the_export_and_names_the_file() {
    let folder = folder(&[("in/a.txt", ARTICLE), ("out/yaml/a.yaml/in-the-way", b"")]);
    let error = export(folder.path(), &["in"], Mode::Write).unwrap_err().to_string();
    assert!(error.contains("out/yaml/a.yaml: cannot be written"), "{error}");
    assert!(fs::read_dir(folder.path().join("out/csv")).unwrap().next().is_none(), "half an export's tables");
}

#[cfg(feature = "sqlite")]
#[test]
fn a_database_is_replaced_whole_or_not_at_all() {
    let folder = folder(&[("in/a.txt", ARTICLE), ("out/sqlite/onrecord.db", b"old")]);
    let sqlite = |mode, path: &str| {
        let export = Export::new(folder.path().join("out"), [Format::Sqlite], mode);
        let parser = Parser::new(Lexicon::standard());
        export.run(find([folder.path().join(path)]), &parser, &mut |_| {})
    };
    assert_eq!(sqlite(Mode::Check, "in").unwrap().differences, 1);
    assert_eq!(outputs(folder.path())["sqlite/onrecord.db"], b"old");
    sqlite(Mode::Write, "in").unwrap();
    let files = outputs(folder.path());
    assert_eq!(files.len(), 1, "{:?}", files.keys());
    assert!(files["sqlite/onrecord.db"].starts_with(b"SQLite format 3\0"));
    assert_eq!(sqlite(Mode::Check, "in").unwrap().differences, 0);

    let in_the_way = folder.path().join("out/sqlite/onrecord.db");
    fs::remove_file(&in_the_way).unwrap();
    fs::create_dir(&in_the_way).unwrap();
    let error = sqlite(Mode::Write, "in").unwrap_err().to_string();
    assert!(error.contains("out/sqlite/onrecord.db: cannot be written"), "{error}");
    assert_eq!(fs::read_dir(folder.path().join("out/sqlite")).unwrap().count(), 1, "a leftover");
}

#[test]
fn a_file_where_the_output_folder_should_be_is_named() {
    let folder = folder(&[("in/a.txt", ARTICLE), ("out", b"a file")]);
    let error = export(folder.path(), &["in"], Mode::Write).unwrap_err().to_string();
    assert!(error.contains("out/yaml: cannot be written"), "{error}");
    assert_eq!(fs::read(folder.path().join("out")).unwrap(), b"a file");
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::fs::{File, Permissions};
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn links_that_lead_nowhere_or_in_circles_are_named() {
        let folder = folder(&[("in/a.txt", ARTICLE)]);
        symlink("nowhere", folder.path().join("in/b.txt")).unwrap();
        symlink("../in", folder.path().join("in/c")).unwrap();
        symlink("d.txt", folder.path().join("in/d.txt")).unwrap();
        let outcome = export(folder.path(), &["in"], Mode::Write).unwrap();
        assert_eq!(outcome.articles, ["a"]);
        assert_eq!(outcome.problems.len(), 3, "{:#?}", outcome.problems);
    }

    #[test]
    fn a_file_nobody_may_read_is_named() {
        let folder = folder(&[("in/a.txt", ARTICLE), ("in/b.txt", ARTICLE)]);
        let secret = folder.path().join("in/a.txt");
        fs::set_permissions(&secret, Permissions::from_mode(0o000)).unwrap();
        // To the superuser it is a file like any other.
        let superuser = File::open(&secret).is_ok();
        let outcome = export(folder.path(), &["in"], Mode::Write).unwrap();
        if superuser {
            assert_eq!(outcome.articles, ["a", "b"]);
        } else {
            assert_eq!(outcome.articles, ["b"]);
            assert!(outcome.problems[0].contains("a.txt: cannot be read"), "{:?}", outcome.problems);
        }
    }

    #[test]
    fn a_socket_is_named_and_not_waited_for() {
        let folder = folder(&[]);
        let _listener = UnixListener::bind(folder.path().join("s.txt")).unwrap();
        let outcome = export(folder.path(), &["s.txt"], Mode::Write).unwrap();
        assert!(outcome.problems[0].contains("s.txt: is not a regular file"), "{:?}", outcome.problems);
    }

    #[test]
    fn a_device_is_named_and_not_read_for_ever() {
        let folder = folder(&[]);
        let outcome = export(folder.path(), &["/dev/zero"], Mode::Write).unwrap();
        assert!(
            outcome.problems[0].starts_with("/dev/zero: is not a regular file"),
            "{:?}",
            outcome.problems
        );
    }

    #[test]
    fn names_that_are_no_text_or_hold_line_breaks_are_exported() {
        let folder = folder(&[("a\nb.txt", ARTICLE), ("a\\..\\up.txt", ARTICLE)]);
        for name in [&b"caf\xE9.txt"[..], b"caf\xE8.txt"] {
            fs::write(folder.path().join(OsStr::from_bytes(name)), ARTICLE).unwrap();
        }
        let outcome = export(folder.path(), &[""], Mode::Write).unwrap();
        assert_eq!((outcome.articles.len(), outcome.problems), (4, vec![]));
        let files = outputs(folder.path());
        let pages: Vec<&String> = files.keys().filter(|name| name.starts_with("yaml/")).collect();
        assert_eq!(pages.len(), 4, "{pages:?}");
        assert!(pages.contains(&&"yaml/a_b.yaml".to_owned()), "{pages:?}");
    }
}
