use std::io::Write as _;
use std::process::{Command, Stdio};

use onrecord_model::{Article, Coverage};
use proptest::prelude::*;
use serde_yaml::Value;

use super::*;

/// Strings that some YAML reader takes for something else, or gives back changed.
#[rustfmt::skip] // One a line would be a page long.
const TRICKY: &[&str] = &[
    "", " ", "  ", "~", "null", "Null", "NULL", "y", "Y", "n", "N", "yes", "Yes", "no", "NO", "nO", "on",
    "On", "off", "OFF", "true", "True", "false", "<<", "=", "-", "--", "---", "--- a", "...", "... a", "?",
    "? a", ":", ": a", "a:", "a: b", "a:b", "a :b", "#", "# a", "a #b", "a# b", "- a", "-a", "* a", "*a",
    "&a", "!a", "!!str a", "| a", "> a", ">", "|", "%", "%YAML 1.1", "@a", "`a`", "'", "''", "'a'", "\"",
    "\"a\"", "a'b", "a\"b", "\\", "\\n", "a\\", "[", "[a]", "]", "{", "{a: b}", "}", ",", ",a", "a, b", "0",
    "-0", "+1", "1", "1_000", "0x1F", "0o17", "017", "08", "0b11", "1e3", "1E+3", "1.", ".5", "1.5",
    "-1.5e-3", "6.8523015e+5", ".inf", "-.INF", ".nan", ".NaN", "inf", "nan", "Infinity", "12:30:45",
    "1:20", "190:20:30", "190:20:30.15", "2024-11-21", "2001-12-14t21:59:43.10-05:00",
    "2001-12-14 21:59:43.10 -5", "2001-1-1 1:1:1", "53a05d0e0d94e89c", "1_", "_1", " a", "a ", "a  b", "\t",
    "\ta", "a\t", "a\tb", "a\t#b", "a:\tb", "-\ta", "\n", "\n\n", "\na", "a\n", "a\n\n", "a\nb", "a\n\nb",
    "a\nb\n", "a\nb\n\n", "a \nb", "a\n b", " a\nb", "a\n \nb", "a\n\tb", "\ta\nb", "a\n---\nb",
    "a\n...\nb", "a\n# b", "a: b\nc: d", "- a\n- b", "\r", "a\rb", "a\r", "\r\n", "a\r\nb", "a\r\nb\r\n",
    "a\u{0}b", "\u{0}", "\u{7}", "\u{1b}[31m", "\u{7f}", "\u{80}", "\u{9f}", "\u{85}", "a\u{85}b",
    "a\u{85}\nb", "\u{a0}", "\u{a0}a", "a\u{a0}", "a\u{a0}b", "\u{ad}", "\u{200b}", "\u{200e}", "\u{202e}a",
    "\u{2028}", "a\u{2028}b", "a\u{2029}b", "a\n\u{2028}b", "\u{2003}a", "a\u{3000}", "\u{feff}",
    "\u{feff}a", "a\u{feff}b", "a\n\u{feff}b", "\u{fffd}", "\u{fffe}", "\u{ffff}", "\u{e000}", "\u{10ffff}",
    "\u{1fffe}", "😀", "👩‍👩‍👧", "“Quoted,” he said", "‘a’: b", "– a", "… a", "£5", "é", "日本語", "ﬁ", "Nо",
    "https://example.org/a#b?c=d", "a@b.c", "C:\\temp", "line one\nline two: yes\n\nline four", "a\n\n\nb",
];

fn tricky() -> Vec<String> {
    let long = "a very long line: ".repeat(2_000);
    let longer = format!("{}\n{}", "word ".repeat(5_000).trim_end(), "word-".repeat(5_000));
    TRICKY.iter().map(|text| (*text).to_owned()).chain([long, longer]).collect()
}

/// A coverage whose strings stand at different depths.
fn holding(text: &str) -> Coverage {
    let mut coverage = Coverage::sample();
    coverage.article = Article::new(text, text, text);
    coverage.article.title = Some(text.to_owned());
    coverage.inspections[0].topic = Some(text.to_owned());
    coverage.inspections[0].recommendations[0].purpose = Some(text.to_owned());
    coverage.statements[0].about = vec![text.to_owned(), text.to_owned()];
    coverage.statements[0].speaker.role = Some(text.to_owned());
    coverage
}

#[test]
fn tricky_strings_come_back() {
    for text in tricky() {
        let coverage = holding(&text);
        let yaml = to_string(&coverage).unwrap();
        assert_eq!(read(&yaml).unwrap(), coverage, "{text:?} was written as\n{yaml}");
    }
}

proptest! {
    #[test]
    fn any_string_comes_back(text in any::<String>()) {
        let coverage = holding(&text);
        prop_assert_eq!(read(&to_string(&coverage).unwrap()).unwrap(), coverage);
    }

    #[test]
    fn any_mixture_of_what_yaml_knows_comes_back(text in "[-a:#\"' \\\\\n\r\t?\u{85}\u{2028}\u{feff}0.~|>]{0,12}") {
        let coverage = holding(&text);
        prop_assert_eq!(read(&to_string(&coverage).unwrap()).unwrap(), coverage);
    }
}

/// Loads YAML with both of `PyYAML`'s safe loaders and compares with the same value as JSON, string for string.
const PYTHON: &str = r"
import json, sys, yaml
case = json.loads(sys.stdin.buffer.read().decode('utf-8'))
loaders = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])
for written, wanted in case:
    for loader in loaders:
        got = yaml.load(written.encode('utf-8'), Loader=loader)
        assert got == wanted and repr(got) == repr(wanted), (loader, written, got, wanted)
print(len(case))
";

/// Why `PyYAML` cannot be asked; `None` where it can.
fn without_pyyaml() -> Option<&'static str> {
    match Command::new("python3").args(["-c", "import yaml"]).stderr(Stdio::null()).status() {
        Err(_) => Some("python3 is not installed"),
        Ok(status) if !status.success() => Some("python3 has no PyYAML"),
        Ok(_) => None,
    }
}

#[test]
fn pyyaml_reads_the_same_strings() {
    if let Some(reason) = without_pyyaml() {
        println!("skipped: {reason}");
        return;
    }
    let coverages = tricky().iter().map(|text| holding(text)).chain([Coverage::sample()]).collect::<Vec<_>>();
    let case: Vec<_> = coverages.iter().map(|coverage| (to_string(coverage).unwrap(), coverage)).collect();
    let mut python = Command::new("python3")
        .args(["-c", PYTHON])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 was there a moment ago");
    let json = serde_json::to_vec(&case).unwrap();
    python.stdin.take().expect("is piped").write_all(&json).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success(), "PyYAML read something else");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), case.len().to_string());
}

#[test]
fn what_is_known_to_be_a_string_is_left_plain() {
    for text in
        ["Good", "hmicfrs/gmp/child-protection", "“We’re sorry,”", "in two areas", "a:b", "a#b", "NO2"]
    {
        let mut out = String::new();
        scalar::push(&mut out, text, 2);
        assert_eq!(out, text);
    }
}

fn written(value: &impl serde::Serialize) -> Result<String, YamlError> {
    let mut yaml = Vec::new();
    block::document(value, &mut yaml)?;
    Ok(String::from_utf8(yaml).unwrap())
}

#[test]
fn tags_odd_keys_and_fractions_are_refused() {
    let odd_key = serde_yaml::from_str::<Value>("1: c").unwrap();
    assert!(matches!(written(&Ok::<u8, u8>(1)), Err(YamlError::Shape("a value with a tag"))));
    assert!(matches!(written(&odd_key), Err(YamlError::Shape("a key that is not a string"))));
    assert!(matches!(written(&[1.5].as_slice()), Err(YamlError::Shape("a fraction"))));
}

#[test]
fn nested_sequences_and_lone_scalars_come_back() {
    for yaml in ["[[a, [b]], [], {}, {a: [[c]]}]", "\"a\\nb\"", "[]", "null", "{}", "[-1, true, null]"] {
        let value = serde_yaml::from_str::<Value>(yaml).unwrap();
        let written = written(&value).unwrap();
        assert_eq!(serde_yaml::from_str::<Value>(&written).unwrap(), value, "{written}");
    }
}

#[test]
fn what_is_no_coverage_says_where() {
    let yaml = to_string(&Coverage::sample()).unwrap().replace("position: 2", "position: 9");
    let message = read(&yaml).unwrap_err().to_string();
    assert!(message.contains("position 9 of 3"), "{message}");
    assert!(message.contains("line"), "{message}");
}

#[test]
fn output_that_refuses_bytes_is_an_error() {
    let mut full = [0_u8; 4];
    assert!(matches!(write(&Coverage::sample(), &mut full[..]), Err(YamlError::Write(_))));
}

#[test]
fn a_full_record() {
    insta::assert_snapshot!(to_string(&Coverage::sample()).unwrap(), @r#"
    article:
      id: sample
      path: seeds/sample.txt
      text: text/sample.txt
      sha256: "0000000000000000000000000000000000000000000000000000000000000000"
      title: Police force praised
      publisher: "=Mid Thistle Post"
      published: "1 May 2025"
      published_on: "2025-05-01"
      url: https://example.org/a,b
      byline: By A. Writer
    inspections:
    - id: hmicfrs/mid-thistle-police/responding
      inspectorate:
        name: His Majesty's Inspectorate of Constabulary and Fire & Rescue Services
        abbreviation: HMICFRS
        evidence:
          start: 87
          end: 94
          line: 2
          text: HMICFRS
          rule: inspectorate.name
      body:
        name: Mid Thistle Police
        evidence:
          start: 21
          end: 39
          line: 2
          text: Mid Thistle Police
          rule: body.name
      topic: responding
      programme: PEEL
      status: completed
      regime: Engage
      commissioned_by:
        name: Ada Nwosu
        role: Chief Constable
        organisation: Mid Thistle Police
        implied: false
        evidence:
          start: 251
          end: 260
          line: 4
          text: Ada Nwosu
          rule: speaker.before-cue
      date:
        text: in March
        days:
          from: "2025-03-01"
          to: "2025-03-31"
        evidence:
          start: 118
          end: 126
          line: 2
          text: in March
          rule: inspection.date
      due:
        text: "1 May"
        days:
          from: "2026-05-01"
          to: "2026-05-01"
        evidence:
          start: 147
          end: 152
          line: 3
          text: "1 May"
          rule: inspection.due
      ratings:
      - id: r1
        grade: Good
        scale: hmicfrs
        position: 2
        of: 3
        scope: area
        area: responding to the public
        count: null
        time: current
        evidence:
          start: 44
          end: 83
          line: 2
          text: rated Good for responding to the public
          rule: rating.sample
      - id: r2
        grade: Outstanding
        scale: hmicfrs
        position: 1
        of: 3
        scope: overall
        area: null
        count: null
        time: previous
        evidence:
          start: 96
          end: 117
          line: 2
          text: down from Outstanding
          rule: rating.sample
      - id: r3
        grade: Adequate
        scale: hmicfrs
        position: 3
        of: 3
        scope: area
        area: null
        count: 2
        time: current
        evidence:
          start: 44
          end: 54
          line: 2
          text: rated Good
          rule: rating.sample
      recommendations:
      - id: a1
        kind: requirement
        text: The force must, by 1 May, answer calls within ten seconds
        purpose: so that victims are safe
        deadline: by 1 May
        deadline_days:
          from: "2026-05-01"
          to: "2026-05-01"
        addressee: the force
        implied: true
        evidence:
          start: 128
          end: 185
          line: 3
          text: The force must, by 1 May, answer calls within ten seconds
          rule: recommendation.must
      evidence:
      - start: 59
        end: 83
        line: 2
        text: responding to the public
        rule: inspection.topic
    statements:
    - id: s1
      kind: direct
      speaker:
        name: Ada Nwosu
        role: Chief Constable
        organisation: Mid Thistle Police
        implied: false
        evidence:
          start: 251
          end: 260
          line: 4
          text: Ada Nwosu
          rule: speaker.before-cue
      cue:
        text: said
        start: 261
        end: 265
        line: 4
      date:
        text: on Thursday
        days:
          from: "2025-05-01"
          to: "2025-05-01"
        evidence:
          start: 266
          end: 277
          line: 4
          text: on Thursday
          rule: statement.date
      segments:
      - start: 212
        end: 234
        line: 4
        text: “We’re *sorry*,”
      - start: 279
        end: 317
        line: 4
        text: |-
          “We
          will — truly — do better.”
      text: |-
        We’re *sorry*, We
        will — truly — do better.
      about:
      - hmicfrs/mid-thistle-police/responding
      - r1
      - a1
    diagnostics:
    - kind: quotation
      message: quotation is interrupted
      evidence:
        start: 279
        end: 317
        line: 4
        text: |-
          “We
          will — truly — do better.”
        rule: quotation.interrupted
    "#);
}

#[test]
fn an_empty_record() {
    let coverage = Coverage::empty(Article::new("empty", "seeds/empty.txt", "e3b0c442"));
    insta::assert_snapshot!(to_string(&coverage).unwrap(), @"
    article:
      id: empty
      path: seeds/empty.txt
      text: null
      sha256: e3b0c442
      title: null
      publisher: null
      published: null
      published_on: null
      url: null
      byline: null
    inspections: []
    statements: []
    diagnostics: []
    ");
}
