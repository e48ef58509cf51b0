//! The style and script of a page, and the policy that lets these and nothing else in.

use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// What is built into every page of one kind.
pub(crate) struct Assets {
    style: String,
    script: String,
    policy: String,
}

/// The article beside its record.
pub(crate) static READING: LazyLock<Assets> = LazyLock::new(|| {
    Assets::new(
        &[
            include_str!("assets/base.css"),
            include_str!("assets/reading.css"),
            include_str!("assets/marks.css"),
        ],
        include_str!("assets/reading.js"),
    )
});

/// The list of all articles.
pub(crate) static INDEX: LazyLock<Assets> = LazyLock::new(|| {
    Assets::new(
        &[include_str!("assets/base.css"), include_str!("assets/index.css")],
        include_str!("assets/index.js"),
    )
});

/// Shows the rows that the script would show, where no script runs.
const WITHOUT_SCRIPT: &str = "#rows[hidden]{display:table-row-group}.needs-script{display:none}";

impl Assets {
    fn new(styles: &[&str], script: &str) -> Self {
        // A browser counts a line break as one character, whatever the checkout made of it.
        let style = styles.concat().replace("\r\n", "\n");
        let script = script.replace("\r\n", "\n");
        let policy = format!(
            "default-src 'none'; style-src '{}' '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
            digest(&style),
            digest(WITHOUT_SCRIPT),
            digest(&script)
        );
        Self { style, script, policy }
    }

    /// A whole page.
    pub(crate) fn page(&self, title: &str, body: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(self.policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    style { (PreEscaped(&self.style)) }
                    noscript { style { (PreEscaped(WITHOUT_SCRIPT)) } }
                }
                body {
                    (body)
                    script { (PreEscaped(&self.script)) }
                }
            }
        }
    }
}

fn digest(content: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_style_or_script_ends_it_or_asks_for_more() {
        for assets in [&*READING, &*INDEX] {
            for content in [&assets.style, &assets.script] {
                for part in ["</", "<!--", "http:", "https:", "@import", "url("] {
                    assert!(!content.contains(part), "{part}");
                }
            }
        }
    }

    #[test]
    fn a_policy_names_the_digest_of_what_stands_in_the_page() {
        assert_eq!(digest(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        let assets = Assets::new(&["a{}\r\n", "b{}"], "f()\r\n");
        assert!(assets.policy.contains(&digest("a{}\nb{}")) && assets.policy.contains(&digest("f()\n")));
    }
}
