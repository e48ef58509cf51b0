use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

use crate::PipelineError;
use crate::input::{Place, shown};

/// Finds the lines of a JSON Lines file, without holding one of them. Blank lines are no articles.
pub(crate) struct JsonLines {
    file: PathBuf,
    /// `None` once there is nothing more to read.
    reader: Option<BufReader<File>>,
    /// Why it could not be opened.
    problem: Option<PipelineError>,
    number: u64,
    start: u64,
}

impl JsonLines {
    pub(crate) fn open(file: PathBuf) -> Self {
        let (reader, problem) = match open(&file) {
            Ok(reader) => (Some(reader), None),
            Err(problem) => (None, Some(problem)),
        };
        Self { file, reader, problem, number: 0, start: 0 }
    }

    fn unreadable(&self, cause: io::Error) -> PipelineError {
        PipelineError::Unreadable { path: shown(&self.file), cause }
    }
}

fn open(file: &PathBuf) -> Result<BufReader<File>, PipelineError> {
    let unreadable = |cause| PipelineError::Unreadable { path: shown(file), cause };
    // Asked before opening: to open a pipe is to wait for its other end.
    if !fs::metadata(file).map_err(unreadable)?.is_file() {
        return Err(PipelineError::NotAFile { path: shown(file) });
    }
    File::open(file).map(BufReader::new).map_err(unreadable)
}

impl Iterator for JsonLines {
    type Item = Result<(Place, Option<u64>), PipelineError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(problem) = self.problem.take() {
            return Some(Err(problem));
        }
        loop {
            let length = match self.reader.as_mut()?.skip_until(b'\n') {
                Ok(0) => return None,
                Ok(length) => length as u64,
                Err(cause) => {
                    self.reader = None;
                    return Some(Err(self.unreadable(cause)));
                }
            };
            let start = self.start;
            self.start += length;
            self.number += 1;
            // No object is shorter than `{}`, so this is a line break alone.
            if length > 2 {
                let place = Place::Line { file: self.file.clone(), number: self.number, start, length };
                return Some(Ok((place, Some(length))));
            }
        }
    }
}
