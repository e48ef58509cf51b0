use serde_json::Value;

use super::*;

fn descriptor() -> Value {
    serde_json::from_str(&to_string()).unwrap()
}

#[test]
fn every_column_is_described() {
    let descriptor = descriptor();
    for (at, table) in Table::ALL.into_iter().enumerate() {
        let resource = &descriptor["resources"][at];
        assert_eq!(resource["path"], table.file_name());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(names, table.columns());
        assert!(fields.iter().all(|field| !field["description"].as_str().unwrap().is_empty()));
    }
}

#[test]
fn a_field_has_its_type_and_limits() {
    let descriptor = descriptor();
    let schema = &descriptor["resources"][2]["schema"];
    let field = |name: &str| schema["fields"].as_array().unwrap().iter().find(|field| field["name"] == name);
    insta::assert_snapshot!(field("position").unwrap(), @r#"{"constraints":{"minimum":1,"required":true},"description":"The grade's place on its scale; 1 is the best.","name":"position","type":"integer"}"#);
    insta::assert_snapshot!(field("time").unwrap(), @r#"{"constraints":{"enum":["current","previous"],"required":true},"description":"Whether the inspection reported gave the grade, or an earlier one.","name":"time","type":"string"}"#);
    insta::assert_snapshot!(schema["foreignKeys"], @r#"[{"fields":["article_id","inspection_id"],"reference":{"fields":["article_id","inspection_id"],"resource":"inspections"}}]"#);
    assert_eq!(descriptor["resources"][0]["schema"].get("foreignKeys"), None);
}
