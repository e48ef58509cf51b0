//! What is written as YAML comes back as the same record.

use onrecord_model::Coverage;
use onrecord_tests::all;

#[test]
fn every_article_comes_back_from_its_yaml() {
    for article in all() {
        let coverage = article.coverage();
        let mut yaml = Vec::new();
        onrecord_yaml::write(&coverage, &mut yaml).unwrap();
        let back: Coverage = serde_yaml::from_slice(&yaml).unwrap();
        assert_eq!(back, coverage, "{}", article.path);
    }
}

#[test]
fn the_order_of_fields_is_that_of_the_record() {
    let article = all().remove(0);
    let mut yaml = Vec::new();
    onrecord_yaml::write(&article.coverage(), &mut yaml).unwrap();
    let yaml = String::from_utf8(yaml).unwrap();
    let top: Vec<&str> = yaml
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(top, ["article", "inspections", "statements", "diagnostics"]);
}
