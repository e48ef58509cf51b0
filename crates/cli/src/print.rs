use std::io::{self, Read, Write};

use anyhow::Context;

/// Puts data on standard output. A reader that had enough (`| head`) is no error.
pub fn print(text: &str) -> anyhow::Result<()> {
    forgive(print_all(&mut text.as_bytes())).context("cannot print")
}

/// The same, from what is read, with every error.
pub fn print_all(from: &mut dyn Read) -> io::Result<()> {
    let mut out = io::stdout().lock();
    io::copy(from, &mut out)?;
    out.flush()
}

/// A reader that had enough is no error.
pub fn forgive(printed: io::Result<()>) -> io::Result<()> {
    printed.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}
