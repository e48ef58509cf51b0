//! The days that a record gets where the article says when it was published.

use onrecord_lexicon::Lexicon;
use onrecord_model::{Article, Coverage, Noted};
use onrecord_parser::Parser;

fn record(published: Option<&str>, text: &str) -> Coverage {
    let article = Article { published: published.map(str::to_owned), ..Article::new("a", "a.txt", "") };
    let mut coverage = Parser::new(Lexicon::standard()).parse(article, text.as_bytes());
    onrecord_dates::add_days(&mut coverage, text.as_bytes());
    coverage
}

fn shown(noted: &Noted) -> String {
    let days = noted.days.map_or_else(|| "?".to_owned(), |days| days.to_string());
    format!("{} = {days}", noted.text)
}

const TEXT: &str = "The Care Quality Commission (CQC) inspected Beck House, a care home in Ely, in March and \
rated it inadequate.\n\nThe home must fit a new lift by 30 June, the CQC said.\n\n“We are sorry,” manager Ada Nwosu \
said on Tuesday.\n\n“It will not happen again,” she said in a letter to families in 2019.\n";

#[test]
fn a_publication_date_fixes_the_days() {
    let coverage = record(Some("Published: 1 May 2025"), TEXT);
    assert_eq!(coverage.article.published_on.unwrap().to_string(), "2025-05-01");
    let [inspection] = &coverage.inspections[..] else { panic!("{coverage:#?}") };
    assert_eq!(inspection.date.as_ref().map(shown).as_deref(), Some("in March = 2025-03-01 to 2025-03-31"));
    let deadlines: Vec<String> = inspection
        .recommendations
        .iter()
        .filter_map(|asked| Some(asked.deadline_days?.to_string()))
        .collect();
    assert_eq!(deadlines, ["2025-06-30"], "{:#?}", inspection.recommendations);
    let said: Vec<Option<String>> =
        coverage.statements.iter().map(|statement| statement.date.as_ref().map(shown)).collect();
    assert!(said.contains(&Some("on Tuesday = 2025-04-29".to_owned())), "{said:?}");
    assert_eq!(said.iter().flatten().count(), 1, "{said:?}");
}

#[test]
fn evidence_of_a_date_is_in_the_text() {
    let coverage = record(Some("2025-05-01"), TEXT);
    let statements = coverage.statements.iter().filter_map(|statement| statement.date.as_ref());
    for noted in coverage.inspections[0].date.iter().chain(statements) {
        let evidence = &noted.evidence;
        assert_eq!(&TEXT[evidence.start() as usize..evidence.end() as usize], noted.text);
    }
}

#[test]
fn without_a_publication_date_the_words_are_kept() {
    for published in [None, Some("May 2025"), Some("soon")] {
        let coverage = record(published, TEXT);
        assert_eq!(coverage.article.published_on, None);
        assert_eq!(coverage.inspections[0].date.as_ref().map(shown).as_deref(), Some("in March = ?"));
        assert!(coverage.inspections[0].recommendations.iter().all(|asked| asked.deadline_days.is_none()));
        let said: Vec<String> =
            coverage.statements.iter().filter_map(|said| said.date.as_ref().map(shown)).collect();
        assert_eq!(said, ["on Tuesday = ?"]);
    }
}

#[test]
fn a_whole_date_needs_no_publication_date() {
    let date = |text: &str| record(None, text).inspections[0].date.as_ref().map(shown);
    let text = "Ofsted inspected Oak School on 3 March 2024 and rated it good.\n";
    assert_eq!(date(text).as_deref(), Some("on 3 March 2024 = 2024-03-03"));
    let text = "Ofsted inspected Oak School between March and April 2024 and rated it good.\n";
    assert_eq!(date(text).as_deref(), Some("between March and April 2024 = 2024-03-01 to 2024-04-30"));
    let text = "Ofsted inspected Oak School in 2019. It has been rated good.\n";
    assert_eq!(date(text), None);
    let text =
        "Ofsted inspected Oak School on 3 March 2024 and visited it on 5 May 2024. It was rated good.\n";
    assert_eq!(date(text), None);
}

#[test]
fn a_deadline_with_its_year_needs_no_publication_date() {
    let text = "The Care Quality Commission rated Beck House, a care home in Ely, inadequate.\n\nThe home must fit a \
                new lift by 30 June 2025, the CQC said.\n";
    let coverage = record(None, text);
    let asked = &coverage.inspections[0].recommendations[0];
    assert_eq!(asked.deadline_days.map(|days| days.to_string()).as_deref(), Some("2025-06-30"));
}

#[test]
fn another_visit_gives_no_date() {
    for text in [
        "The Care Quality Commission has rated Beck House, a care home in Ely, good. At its last inspection in March it was rated inadequate.\n",
        "The Care Quality Commission has rated Beck House, a care home in Ely, good. The report was published in April.\n",
        "The Care Quality Commission inspected Beck House, a care home in Ely, in March and visited it in April. It was rated good.\n",
        "The Care Quality Commission inspected Beck House, a care home in Ely, in 2019. It was rated good.\n",
    ] {
        let coverage = record(Some("1 May 2025"), text);
        assert!(coverage.inspections.iter().all(|inspection| inspection.date.is_none()), "{text}");
    }
}

/// The date of the inspection of Beck House in a text about it.
fn inspected(sentence: &str) -> Option<String> {
    let text = format!(
        "Beck House, a care home in Ely, has been rated good by the Care Quality Commission (CQC).\n\n{sentence}\n"
    );
    let coverage = record(Some("14 May 2025"), &text);
    coverage.inspections[0].date.as_ref().map(|date| date.text.clone())
}

#[test]
fn inspectors_come_in_many_words() {
    for (sentence, date) in [
        ("The grade follows a visit last month.", "last month"),
        ("Inspectors turned up without warning on 12 February.", "on 12 February"),
        ("The CQC called unannounced in January.", "in January"),
        ("Inspectors from the Care Quality Commission spent three days there in March.", "in March"),
        ("The commission sent two inspectors on April 7 and 9.", "on April 7 and 9"),
        ("Beck House was looked at over the winter by the CQC.", "over the winter"),
        ("The CQC made a visit to Beck House, where 40 people live, in late January.", "in late January"),
        ("The inspection took place from 4 to 6 February.", "from 4 to 6 February"),
        ("After inspecting the home in February, the CQC wrote to its owner.", "in February"),
        ("In March, inspectors visited the home and spoke to families.", "In March"),
        ("The March inspection was a surprise.", "March"),
        ("Since last month’s inspection the manager has left.", "last month"),
        ("It was inspected in March. Inspectors visited on 3 and 4 March.", "on 3 and 4 March"),
    ] {
        assert_eq!(inspected(sentence).as_deref(), Some(date), "{sentence}");
    }
}

#[test]
fn what_else_happened_then_is_no_inspection() {
    for sentence in [
        "In a report published on Friday, inspectors said staff were kind.",
        "It was good when inspectors last called, in 2024.",
        "Inspectors called for better lighting in March.",
        "Manager Ada Nwosu, who returned in February, said inspectors were right.",
        "Inspectors said a resident had been visited by her son in March.",
        "Councillor Bo Quill visited the home in April and wept.",
        "Of the 31 homes inspected this year, three were inadequate.",
        "Three other homes inspected in March were inadequate.",
        "Inspectors want rotas sent out on Monday.",
        "Council officers had assessed the home as good last summer.",
        "Last month’s inspection report was a surprise.",
        "They march on in March, an inspection being due.",
    ] {
        assert_eq!(inspected(sentence), None, "{sentence}");
    }
}

#[test]
fn an_inspection_to_come_takes_no_date_from_the_one_that_is_over() {
    let text = "The Care Quality Commission (CQC) inspected Beck House, a care home in Ely, in March and rated it \
                inadequate. It will be inspected again within six months.\n";
    let coverage = record(Some("14 May 2025"), text);
    let dates: Vec<Option<&str>> =
        coverage.inspections.iter().map(|one| one.date.as_ref().map(|date| date.text.as_str())).collect();
    assert_eq!(dates.first(), Some(&Some("in March")));
    assert!(dates[1..].iter().all(Option::is_none), "{dates:?}");
}

#[test]
fn an_inspection_to_come_has_its_own_id_and_days() {
    let text = "The Care Quality Commission (CQC) rated Beck House, a care home in Ely, inadequate. It will be \
                inspected again in the autumn.\n\n“We are sorry,” said manager Ada Nwosu.\n";
    let coverage = record(Some("14 May 2025"), text);
    let [over, next] = &coverage.inspections[..] else { panic!("{coverage:#?}") };
    assert_eq!((over.id.as_str(), next.id.as_str()), ("cqc/beck-house", "cqc/beck-house/2"));
    assert_eq!(over.due, None);
    assert_eq!(next.due.as_ref().map(shown).as_deref(), Some("the autumn = 2025-09-01 to 2025-11-30"));
    let about: Vec<&str> =
        coverage.statements.iter().flat_map(|said| &said.about).map(String::as_str).collect();
    assert!(about.contains(&"cqc/beck-house") && !about.contains(&"cqc/beck-house/2"), "{about:?}");
}

/// The date of the one statement of a text.
fn said(text: &str) -> Option<String> {
    let coverage = record(Some("1 May 2025"), text);
    let [statement] = &coverage.statements[..] else { panic!("{coverage:#?}") };
    statement.date.as_ref().map(shown)
}

#[test]
fn a_date_of_something_else_is_not_that_of_a_statement() {
    for text in [
        "Ada Nwosu, who took up her post in March, said: “We are sorry for all of this.”",
        "When they visited in March, inspectors said the home was dirty.",
        "The home was visited in March. Inspectors said the home was dirty.",
    ] {
        assert_eq!(said(text), None, "{text}");
    }
    for text in [
        "On Tuesday, Ada Nwosu said: “We are sorry for all of this.”",
        "Ada Nwosu on Tuesday said: “We are sorry for all of this.”",
        "In a report published on Tuesday, inspectors said the home was dirty.",
    ] {
        let date = said(text).map(|date| date.to_lowercase());
        assert_eq!(date.as_deref(), Some("on tuesday = 2025-04-29"), "{text}");
    }
}

#[test]
fn an_inspection_that_is_only_imagined_has_no_date() {
    let text = "The Care Quality Commission inspected Beck House, a care home in Ely, and rated it good. It might be \
                outstanding if the home were inspected in full today.\n";
    assert_eq!(record(Some("1 May 2025"), text).inspections[0].date, None);
}

#[test]
fn the_full_stop_of_a_sentence_is_no_part_of_a_date() {
    let text = "The Care Quality Commission rated Beck House, a care home in Ely, good. It was inspected in March.\n";
    let coverage = record(Some("1 May 2025"), text);
    let date = coverage.inspections[0].date.as_ref().map(shown);
    assert_eq!(date.as_deref(), Some("in March = 2025-03-01 to 2025-03-31"));
}
