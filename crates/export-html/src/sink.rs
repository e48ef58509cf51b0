//! Where a page goes, piece by piece: a page of a long article is never held whole.

use std::borrow::Cow;
use std::io::{self, Write};

use maud::{Markup, PreEscaped};

/// The place for what comes later, in the markup around it. Escaped text cannot hold it.
pub(crate) const INSIDE: PreEscaped<&str> = PreEscaped("<!--inside-->");

/// A writer of HTML.
pub(crate) struct Sink<'w>(pub &'w mut dyn Write);

impl Sink<'_> {
    /// Writes a piece that is whole in itself.
    pub(crate) fn put(&mut self, piece: &Markup) -> io::Result<()> {
        self.raw(&piece.0)
    }

    /// Writes what stands around [`INSIDE`], and `inside` in its place.
    pub(crate) fn around(
        &mut self,
        frame: &Markup,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let (before, after) = frame.0.split_once(INSIDE.0).expect("the frame has a place for what is inside");
        self.raw(before)?;
        inside(self)?;
        self.raw(after)
    }

    fn raw(&mut self, html: &str) -> io::Result<()> {
        self.0.write_all(tidy(html).as_bytes())
    }
}

/// HTML without the characters that it may not hold.
pub(crate) fn tidy(html: &str) -> Cow<'_, str> {
    if !html.contains(is_forbidden) {
        return Cow::Borrowed(html);
    }
    let allowed = |c| match c {
        '\r' => ' ',
        c if is_forbidden(c) => '\u{FFFD}',
        c => c,
    };
    html.chars().map(allowed).collect()
}

fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    let no_character = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
    no_character || (c.is_control() && !matches!(c, '\n' | '\t'))
}
