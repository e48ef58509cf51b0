//! `onrecord`: press coverage of inspections of public services, put on record.

use std::process::ExitCode;

fn main() -> ExitCode {
    onrecord::run(onrecord::read(onrecord::command()))
}
