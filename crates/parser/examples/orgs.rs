fn main() {
    for path in std::env::args().skip(1) {
        println!("{path}\n{}", onrecord_parser::dump_organisations(&std::fs::read_to_string(&path).unwrap()));
    }
}
