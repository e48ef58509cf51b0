//! A snapshot of every seed, named after its file, with a section for each stage of the parser.
//!
//! Each file is a test case of its own: `cargo test --test snapshots NAME` runs one.

use libtest_mimic::{Arguments, Trial};
use onrecord_model::Source;
use onrecord_parser::Item;
use onrecord_tests::{ArticleFile, PARSER, seeds};

fn main() {
    let arguments = Arguments::from_args();
    let cases = seeds().into_iter().map(|article| {
        Trial::test(article.name.clone(), move || {
            check(&article);
            Ok(())
        })
    });
    libtest_mimic::run(&arguments, cases.collect()).exit();
}

fn check(article: &ArticleFile) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_input_file(onrecord_tests::workspace().join(&article.path));
    settings.bind(|| insta::assert_snapshot!(article.name.clone(), stages(&article.bytes)));
}

fn stages(bytes: &[u8]) -> String {
    let explanation = PARSER.explain(bytes);
    let stages = explanation.stages.iter().map(|stage| (stage.name, &*stage.items));
    let sections = stages.chain([("unclaimed", &*explanation.unclaimed)]);
    let texts: Vec<String> =
        sections.map(|(name, items)| section(&explanation.source, name, items)).collect();
    texts.join("\n")
}

fn section(source: &Source<'_>, name: &str, items: &[Item]) -> String {
    let line = |item: &Item| {
        let text = source.get(item.span).expect("a span of the text");
        format!("{}..{} {text:?} → {}\n", item.span.start(), item.span.end(), item.label)
    };
    format!("## {name}\n{}", items.iter().map(line).collect::<String>())
}
