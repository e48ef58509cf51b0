//! Writes the record of each article as JSON beside the name of its file.
use std::path::Path;

fn main() {
    let lexicon = onrecord_lexicon::Lexicon::standard();
    let parser = onrecord_parser::Parser::new(lexicon);
    let out = std::env::args().nth(1).expect("a folder");
    for path in std::env::args().skip(2) {
        let id = Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let coverage = parser.parse(onrecord_model::Article::new(&id, &path, ""), &bytes);
        std::fs::write(format!("{out}/{id}.yaml"), serde_json::to_string_pretty(&coverage).unwrap()).unwrap();
    }
}
