use onrecord_model::{Article, Coverage};
use proptest::prelude::*;

use super::*;

fn csv_of(table: Table, coverages: &[Coverage]) -> String {
    let mut out = Vec::new();
    write(table, coverages, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Every table in turn, under its file name.
fn all(coverages: &[Coverage]) -> String {
    Table::ALL.map(|table| format!("== {}\n{}", table.file_name(), csv_of(table, coverages))).join("\n")
}

fn read(csv: &str) -> Vec<Vec<String>> {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.into_deserialize().collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_full_record() {
    insta::assert_snapshot!(all(&[Coverage::sample()]), @r#"
    == articles.csv
    article_id,path,sha256,text,title,publisher,published,published_on,url,byline,inspections,statements,diagnostics
    sample,seeds/sample.txt,0000000000000000000000000000000000000000000000000000000000000000,text/sample.txt,Police force praised,'=Mid Thistle Post,1 May 2025,2025-05-01,"https://example.org/a,b",By A. Writer,1,1,1

    == inspections.csv
    article_id,inspection_id,inspectorate,abbreviation,inspectorate_start,inspectorate_end,inspectorate_line,body,body_start,body_end,body_line,topic,programme,status,regime,commissioned_by,commissioned_by_role,commissioned_by_organisation,commissioned_by_start,commissioned_by_end,commissioned_by_line,date,date_from,date_to,date_start,date_end,date_line,due,due_from,due_to,due_start,due_end,due_line,evidence_start,evidence_end,evidence_line,evidence_text,rule
    sample,hmicfrs/mid-thistle-police/responding,His Majesty's Inspectorate of Constabulary and Fire & Rescue Services,HMICFRS,87,94,2,Mid Thistle Police,21,39,2,responding,PEEL,completed,Engage,Ada Nwosu,Chief Constable,Mid Thistle Police,251,260,4,in March,2025-03-01,2025-03-31,118,126,2,1 May,2026-05-01,2026-05-01,147,152,3,59,83,2,responding to the public,inspection.topic

    == ratings.csv
    article_id,inspection_id,rating_id,grade,scale,position,of,scope,area,count,time,evidence_start,evidence_end,evidence_line,evidence_text,rule
    sample,hmicfrs/mid-thistle-police/responding,r1,Good,hmicfrs,2,3,area,responding to the public,,current,44,83,2,rated Good for responding to the public,rating.sample
    sample,hmicfrs/mid-thistle-police/responding,r2,Outstanding,hmicfrs,1,3,overall,,,previous,96,117,2,down from Outstanding,rating.sample
    sample,hmicfrs/mid-thistle-police/responding,r3,Adequate,hmicfrs,3,3,area,,2,current,44,54,2,rated Good,rating.sample

    == recommendations.csv
    article_id,inspection_id,recommendation_id,kind,text,purpose,deadline,deadline_from,deadline_to,addressee,implied,evidence_start,evidence_end,evidence_line,evidence_text,rule
    sample,hmicfrs/mid-thistle-police/responding,a1,requirement,"The force must, by 1 May, answer calls within ten seconds",so that victims are safe,by 1 May,2026-05-01,2026-05-01,the force,true,128,185,3,"The force must, by 1 May, answer calls within ten seconds",recommendation.must

    == statements.csv
    article_id,inspection_id,statement_id,kind,speaker,role,organisation,implied,cue,date,date_from,date_to,text,start,end,line,about,evidence_start,evidence_end,evidence_line,evidence_text,rule
    sample,hmicfrs/mid-thistle-police/responding,s1,direct,Ada Nwosu,Chief Constable,Mid Thistle Police,false,said,on Thursday,2025-05-01,2025-05-01,"We’re *sorry*, We
    will — truly — do better.",212,317,4,hmicfrs/mid-thistle-police/responding;r1;a1,251,260,4,Ada Nwosu,speaker.before-cue
    "#);
}

#[test]
fn an_empty_record() {
    let coverage = Coverage::empty(Article::new("empty", "seeds/empty.txt", "e3b0c442"));
    insta::assert_snapshot!(all(&[coverage]), @"
    == articles.csv
    article_id,path,sha256,text,title,publisher,published,published_on,url,byline,inspections,statements,diagnostics
    empty,seeds/empty.txt,e3b0c442,,,,,,,,0,0,0

    == inspections.csv
    article_id,inspection_id,inspectorate,abbreviation,inspectorate_start,inspectorate_end,inspectorate_line,body,body_start,body_end,body_line,topic,programme,status,regime,commissioned_by,commissioned_by_role,commissioned_by_organisation,commissioned_by_start,commissioned_by_end,commissioned_by_line,date,date_from,date_to,date_start,date_end,date_line,due,due_from,due_to,due_start,due_end,due_line,evidence_start,evidence_end,evidence_line,evidence_text,rule

    == ratings.csv
    article_id,inspection_id,rating_id,grade,scale,position,of,scope,area,count,time,evidence_start,evidence_end,evidence_line,evidence_text,rule

    == recommendations.csv
    article_id,inspection_id,recommendation_id,kind,text,purpose,deadline,deadline_from,deadline_to,addressee,implied,evidence_start,evidence_end,evidence_line,evidence_text,rule

    == statements.csv
    article_id,inspection_id,statement_id,kind,speaker,role,organisation,implied,cue,date,date_from,date_to,text,start,end,line,about,evidence_start,evidence_end,evidence_line,evidence_text,rule
    ");
}

#[test]
fn a_table_without_rows_has_its_header() {
    for table in Table::ALL {
        assert_eq!(csv_of(table, &[]), format!("{}\n", table.columns().join(",")));
    }
}

#[test]
fn coverages_are_appended_one_by_one() {
    let coverages = [Coverage::sample(), Coverage::sample()];
    for table in Table::ALL {
        let mut writer = TableWriter::new(table, Vec::new()).unwrap();
        coverages.iter().for_each(|coverage| writer.write(coverage).unwrap());
        assert_eq!(writer.finish().unwrap(), csv_of(table, &coverages).as_bytes());
    }
}

#[test]
fn a_byte_order_mark_comes_first() {
    let table = Table::Ratings;
    let out = TableWriter::with_byte_order_mark(table, Vec::new()).unwrap().finish().unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), format!("\u{feff}{}", csv_of(table, &[])));
}

#[test]
fn output_that_refuses_bytes_is_an_error() {
    let mut full = [0_u8; 4];
    let message = write(Table::Articles, &[Coverage::sample()], &mut full[..]).unwrap_err().to_string();
    assert!(message.starts_with("articles.csv could not be written"), "{message}");
}

#[test]
fn what_a_spreadsheet_runs_is_escaped() {
    for text in [
        "=1",
        "+1",
        "-1",
        "@A1",
        "\t=1",
        "\r=1",
        "\n",
        "\ta",
        " =1",
        "\u{feff}=1",
        "\u{a0}@x",
        "＝1",
        "'a",
        "''",
    ] {
        assert_eq!(escape(text), format!("'{text}"));
    }
    for text in ["", "a", "a=1", "1-2", " a", "“=1”", "–", "—1", "‘a’"] {
        assert_eq!(escape(text), text);
    }
}

proptest! {
    #[test]
    fn every_cell_comes_back(text in "[-'=+@\t\r\n ,;\"a\u{feff}é]{0,8}|.*") {
        let mut coverage = Coverage::sample();
        coverage.article.id.clone_from(&text);
        coverage.article.title = Some(text.clone());
        coverage.statements[0].text.clone_from(&text);
        for (table, column) in [(Table::Articles, "title"), (Table::Statements, "text")] {
            let rows = read(&csv_of(table, std::slice::from_ref(&coverage)));
            let at = rows[0].iter().position(|name| name == column).unwrap();
            prop_assert_eq!(rows.len(), 2);
            prop_assert_eq!(unescape(&rows[1][at]), &text);
            prop_assert_eq!(unescape(&rows[1][0]), &text);
        }
    }

    #[test]
    fn no_cell_runs(text in "[-'=+@\t\r\n a\u{feff}]{0,6}|.*") {
        let cell = escape(&text);
        let first = cell.trim_start().chars().next();
        prop_assert!(!first.is_some_and(|c| "=+-@".contains(c)));
        prop_assert_eq!(unescape(&cell), text.as_str());
    }
}
