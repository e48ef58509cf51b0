//! parser
mod block;
mod blocks_to_tokens;
mod body_choice;
mod bytes_to_source;
mod cue_words;
mod finding;
mod findings_to_coverage;
mod inspection_finding;
mod organisation;
mod organisations_to_inspections;
mod reading;
mod phrase_book;
mod source_to_blocks;
mod token;
mod tokens_to_organisations;
mod vocabulary;
mod word_class;

#[doc(hidden)]
pub fn dump_organisations(text: &str) -> String {
    use std::fmt::Write;
    let lexicon = onrecord_lexicon::Lexicon::standard();
    let mut vocabulary = vocabulary::Vocabulary::new(lexicon);
    let cues = cue_words::CueWords::new(&mut vocabulary);
    let source = onrecord_model::Source::from_utf8(text);
    let blocks = source_to_blocks::source_to_blocks(&source, lexicon.furniture());
    let tokens = blocks_to_tokens::blocks_to_tokens(&source, &blocks, &vocabulary);
    let reading = reading::Reading {
        source: &source,
        blocks: &blocks,
        tokens: &tokens,
        vocabulary: &vocabulary,
        cues: &cues,
        lexicon,
    };
    let organisations = tokens_to_organisations::tokens_to_organisations(&reading);
    let mut out = String::new();
    for inspection in organisations_to_inspections::organisations_to_inspections(&reading, &organisations) {
        let name = inspection.inspectorate.as_ref().map(|i| &lexicon.inspectorates()[i.row as usize].name);
        let body = inspection.body.as_ref().map(|b| (&b.name, b.rule));
        writeln!(out, "  => {name:?} {body:?} {:?}", inspection.blocks).unwrap();
    }
    if std::env::var("CANDIDATES").is_ok() {
        let mut all = body_choice::candidates(&reading, &organisations.names, &[]);
        all.sort_by_key(|c| -c.score);
        for c in all.iter().take(8) {
            writeln!(out, "     {} {} {:?}", c.score, reading.text(c.name.tokens.clone()), c.name.kinds).unwrap();
        }
    }
    out
}
