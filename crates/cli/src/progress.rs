use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use onrecord_pipeline::find;

/// Work that takes no longer shows no bar.
const MOMENT: Duration = Duration::from_secs(1);

/// A bar on the terminal, once there is more than a moment's work; nothing in a pipe.
pub struct Progress {
    bar: ProgressBar,
    /// When and what to count; `None` once the bar is shown or where it never will be.
    waiting: Option<(Instant, Vec<PathBuf>)>,
}

impl Progress {
    pub fn new(paths: Vec<PathBuf>, quiet: bool) -> Self {
        // What is on standard input cannot be counted and then read.
        let is_countable = paths.iter().all(|path| path != "-");
        let waiting =
            (!quiet && is_countable && io::stderr().is_terminal()).then(|| (Instant::now() + MOMENT, paths));
        Self { bar: ProgressBar::hidden(), waiting }
    }

    /// One article is done.
    pub fn step(&mut self) {
        self.bar.inc(1);
        if let Some((_, paths)) = self.waiting.take_if(|(start, _)| Instant::now() >= *start) {
            // Only now is it worth a walk through the folders to know how many there are.
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} articles, {eta} left");
            self.bar.set_length(find(paths).count() as u64);
            self.bar.set_style(style.expect("the template is valid"));
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Prints without leaving pieces of the bar on the screen.
    pub fn aside<R>(&self, print: impl FnOnce() -> R) -> R {
        self.bar.suspend(print)
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
