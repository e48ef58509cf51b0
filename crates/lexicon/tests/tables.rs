//! Properties of the built-in tables, whoever edits them.

use onrecord_lexicon::{Inspectorate, Lexicon, ScaleRow};

fn lexicon() -> &'static Lexicon {
    Lexicon::standard()
}

fn labels(scale: &ScaleRow) -> Vec<&str> {
    scale.grades.iter().map(|grade| grade.label.as_str()).collect()
}

fn scale(id: &str) -> &'static ScaleRow {
    lexicon().scale(id).unwrap_or_else(|| panic!("no scale `{id}`"))
}

/// The words as the parser compares them.
fn spelling(form: &str) -> String {
    form.to_lowercase().replace('-', " ").replace('’', "'").replace('&', "and")
}

fn assert_unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    let twice: Vec<&&str> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(!ids.is_empty() && twice.is_empty(), "{what}: none, or twice: {twice:?}");
}

#[test]
fn ids_are_unique() {
    assert_unique("inspectorates", lexicon().inspectorates().iter().map(|row| row.id.as_str()));
    assert_unique("scales", lexicon().scales().iter().map(|row| row.id.as_str()));
    assert_unique("body kinds", lexicon().body_kinds().iter().map(|row| row.id.as_str()));
    assert_unique("bodies", lexicon().bodies().iter().map(|row| row.name.as_str()));
}

#[test]
fn every_reference_leads_to_a_row() {
    let kinds: Vec<&str> = lexicon().body_kinds().iter().map(|kind| kind.id.as_str()).collect();
    for row in lexicon().inspectorates() {
        for kind in &row.inspects {
            assert!(kinds.contains(&kind.as_str()), "{}: no kind `{kind}`", row.id);
        }
    }
    for body in lexicon().bodies() {
        assert!(kinds.contains(&body.kind.as_str()), "{}: no kind `{}`", body.name, body.kind);
    }
    for row in lexicon().scales() {
        let inspectorate = lexicon().inspectorate(&row.inspectorate);
        let inspectorate = inspectorate.unwrap_or_else(|| panic!("{}: no inspectorate", row.id));
        for kind in &row.bodies {
            assert!(inspectorate.inspects.contains(kind), "{}: it does not inspect `{kind}`", row.id);
        }
        if let Some(programme) = &row.programme {
            assert!(inspectorate.programmes.contains(programme), "{}: no `{programme}`", row.id);
        }
    }
}

#[test]
fn every_kind_of_body_can_be_named_and_is_inspected() {
    for kind in lexicon().body_kinds() {
        assert!(!kind.nouns.is_empty() && !kind.suffixes.is_empty(), "{}: no words", kind.id);
        let inspected = lexicon().inspectorates().iter().any(|row| row.inspects.contains(&kind.id));
        assert!(inspected, "{}: nobody inspects it", kind.id);
    }
}

#[test]
fn forms_are_lower_case_and_mean_one_grade_of_their_scale() {
    for row in lexicon().scales() {
        let forms: Vec<&String> = row.grades.iter().flat_map(|grade| &grade.forms).collect();
        for form in &forms {
            assert_eq!(**form, form.to_lowercase(), "{}", row.id);
        }
        let spellings: Vec<String> = forms.iter().map(|form| spelling(form)).collect();
        assert_unique(&row.id, spellings.iter().map(String::as_str));
        for grade in &row.grades {
            assert!(!grade.forms.is_empty(), "{}: {} has no form", row.id, grade.label);
        }
    }
}

#[test]
fn areas_are_lower_case_and_mean_one_area_of_their_scale() {
    for row in lexicon().scales().iter().filter(|row| !row.areas.is_empty()) {
        let names: Vec<&String> =
            row.areas.iter().flat_map(|area| [&area.name].into_iter().chain(&area.forms)).collect();
        for name in &names {
            assert_eq!(**name, name.to_lowercase(), "{}", row.id);
        }
        let spellings: Vec<String> = names.iter().map(|name| spelling(name)).collect();
        assert_unique(&row.id, spellings.iter().map(String::as_str));
    }
}

#[test]
fn no_form_is_one_that_the_grammar_derives() {
    let generic = ["top", "bottom", "highest", "lowest", "best", "worst", "grade", "mark", "rating"];
    for row in lexicon().scales() {
        for form in row.grades.iter().flat_map(|grade| &grade.forms) {
            let derived = form.split(' ').any(|word| generic.contains(&word));
            assert!(!derived, "{}: `{form}`", row.id);
        }
    }
}

#[test]
fn values_fall_or_rise_along_a_scale() {
    for row in lexicon().scales() {
        let values: Vec<u8> = row.grades.iter().filter_map(|grade| grade.value).collect();
        assert!(values.is_empty() || values.len() == row.grades.len(), "{}: some have none", row.id);
        let falls = values.windows(2).all(|pair| pair[0] > pair[1]);
        let rises = values.windows(2).all(|pair| pair[0] < pair[1]);
        assert!(falls || rises, "{}: {values:?}", row.id);
    }
}

#[test]
fn a_closed_scale_names_its_areas() {
    for row in lexicon().scales().iter().filter(|row| row.closed) {
        assert!(!row.areas.is_empty() && !row.overall, "{}", row.id);
    }
}

#[test]
fn dates_are_well_formed_and_in_order() {
    for row in lexicon().scales() {
        for date in [&row.from, &row.to].into_iter().flatten() {
            assert!([4, 7, 10].contains(&date.len()), "{}: {date}", row.id);
            assert!(date.split('-').all(|part| part.parse::<u16>().is_ok()), "{}: {date}", row.id);
        }
        if let (Some(from), Some(to)) = (&row.from, &row.to) {
            assert!(from < to, "{}: {from} to {to}", row.id);
        }
    }
}

/// Every form that means an inspectorate and no other.
fn own_forms(row: &Inspectorate) -> Vec<String> {
    let initials = row.abbreviation.as_deref().unwrap_or_default();
    // Initials that some papers write as a word stand there a second time (HIQA, Hiqa).
    let as_word = |name: &&String| name.eq_ignore_ascii_case(initials) && *name != initials;
    let names = row.names.iter().filter(|name| !as_word(name));
    let forms = [&row.name].into_iter().chain(&row.abbreviation).chain(names).chain(&row.aliases);
    forms.filter(|form| !row.shared.contains(form)).map(|form| spelling(form)).collect()
}

#[test]
fn no_two_inspectorates_share_an_unshared_name() {
    let forms: Vec<String> = lexicon().inspectorates().iter().flat_map(own_forms).collect();
    assert_unique("names", forms.iter().map(String::as_str));
}

#[test]
fn a_shared_name_is_shared() {
    let sharers =
        |name: &String| lexicon().inspectorates().iter().filter(|row| row.shared.contains(name)).count();
    for row in lexicon().inspectorates() {
        for name in &row.shared {
            assert!(sharers(name) > 1, "{}: nobody else has `{name}`", row.id);
        }
    }
}

#[test]
fn no_two_bodies_share_a_name() {
    let names = lexicon().bodies().iter().flat_map(|body| [&body.name].into_iter().chain(&body.aliases));
    let spellings: Vec<String> = names.map(|name| spelling(name)).collect();
    assert_unique("bodies", spellings.iter().map(String::as_str));
}

#[test]
fn all_forces_and_fire_services_are_known() {
    let count = |kind: &str| lexicon().bodies().iter().filter(|body| body.kind == kind).count();
    // 43 territorial forces of England and Wales, 5 national ones, 6 other police bodies.
    assert_eq!(count("police"), 54);
    // 44 in England, 3 in Wales, Scotland's and Northern Ireland's.
    assert_eq!(count("fire"), 49);
}

#[test]
fn the_names_are_those_that_records_use() {
    let named = |id: &str| {
        let row = lexicon().inspectorate(id).expect("a row");
        (row.name.as_str(), row.abbreviation.as_deref())
    };
    let ofsted = "Office for Standards in Education, Children's Services and Skills";
    assert_eq!(named("ofsted"), (ofsted, Some("Ofsted")));
    let hmicfrs = "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services";
    assert_eq!(named("hmicfrs"), (hmicfrs, Some("HMICFRS")));
    assert_eq!(named("hmi-prisons"), ("HM Inspectorate of Prisons", Some("HMIP")));
    assert_eq!(named("hmi-probation"), ("HM Inspectorate of Probation", None));
    assert_eq!(named("care-inspectorate"), ("Care Inspectorate", None));
    assert_eq!(named("education-scotland"), ("Education Scotland", None));
    assert_eq!(named("estyn"), ("Estyn", None));
}

#[test]
fn scales_run_from_best_to_worst() {
    let five = ["Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate"];
    assert_eq!(labels(scale("hmicfrs")), five);
    let four = ["Outstanding", "Good", "Requires improvement", "Inadequate"];
    assert_eq!(labels(scale("cqc")), four);
    assert_eq!(labels(scale("ofsted")), four);
    let card =
        ["Exceptional", "Strong standard", "Expected standard", "Needs attention", "Urgent improvement"];
    assert_eq!(labels(scale("ofsted-report-card")), card);
    let six = ["Excellent", "Very good", "Good", "Adequate", "Weak", "Unsatisfactory"];
    assert_eq!(labels(scale("care-inspectorate")), six);
    let prison = ["Good", "Reasonably good", "Not sufficiently good", "Poor"];
    assert_eq!(labels(scale("hmi-prisons")), prison);
    assert_eq!(labels(scale("fsa-hygiene")), ["5", "4", "3", "2", "1", "0"]);
    assert_eq!(labels(scale("rsh-consumer")), ["C1", "C2", "C3", "C4"]);
}

#[test]
fn services_without_an_overall_grade_have_none() {
    let overall: Vec<&str> =
        lexicon().scales().iter().filter(|row| row.overall).map(|row| row.id.as_str()).collect();
    for id in ["cqc", "ofsted", "hmi-probation", "fsa-hygiene", "rsh-consumer", "eti-capacity"] {
        assert!(overall.contains(&id), "{id}");
    }
    for id in [
        "hmicfrs",
        "hmi-prisons",
        "care-inspectorate",
        "education-scotland",
        "hiqa",
        "ofsted-report-card",
        "ofsted-state-schools-2024",
        "ciw",
        "rsh-governance",
    ] {
        assert!(scale(id).overall == overall.contains(&id) && !scale(id).overall, "{id}");
    }
}

#[test]
fn the_five_areas_of_the_cqc_are_fixed() {
    let fixed: Vec<&str> =
        scale("cqc").areas.iter().filter(|area| area.fixed).map(|area| area.name.as_str()).collect();
    assert_eq!(fixed, ["safe", "effective", "caring", "responsive", "well-led"]);
}
