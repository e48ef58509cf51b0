//! The picture of grades: for each inspectorate and scale a square for each area and grade.

use std::cmp::Reverse;

use maud::{Markup, html};

use crate::tally::{Matrix, Row, Tally};
use crate::words;

/// Pictures that are seen at once.
const FIRST: usize = 6;
/// Areas of one picture that have a row of their own.
const NAMED: usize = 10;

// In units of the picture, which are pixels on a narrow screen.
const WIDTH: u32 = 340;
const LABELS: u32 = 134;
/// Beside the squares there is room for the names of grades, which lean to the right.
const RIGHT: u32 = 66;
const ROW: u32 = 30;
/// Between the two lines of an area's name.
const LEADING: u32 = 12;
const GAP: u32 = 3;
const WIDEST: u32 = 36;

// In characters.
const LONGEST_GRADE: usize = 23;
const LONGEST_LINE: usize = 19;

/// Every picture, the one with the most grades first, each with the same as a table.
pub(crate) fn pictures(tally: &Tally) -> Markup {
    let mut matrices: Vec<_> = tally.matrices().collect();
    matrices.sort_by_key(|(.., matrix)| Reverse(matrix.total()));
    let several = |by: &str| matrices.iter().filter(|(other, ..)| *other == by).count() > 1;
    let mut figures = matrices
        .iter()
        .enumerate()
        .map(|(index, &(by, scale, matrix))| figure(index, by, scale, several(by), matrix));
    let first: Vec<Markup> = figures.by_ref().take(FIRST).collect();
    let rest: Vec<Markup> = figures.collect();
    html! {
        div .pictures { @for figure in first { (figure) } }
        @if !rest.is_empty() {
            details .rest {
                summary { (rest.len()) " more, with fewer grades" }
                div .pictures { @for figure in rest { (figure) } }
            }
        }
    }
}

/// The scale is named where its inspectorate has `several`.
fn figure(index: usize, by: &str, scale: &str, several: bool, matrix: &Matrix) -> Markup {
    let rows = matrix.rows(NAMED);
    html! {
        figure .picture {
            figcaption { b { (by) } @if several { " " span { "scale " (scale) } } }
            (picture(index, by, scale, matrix, &rows))
            details {
                summary { "As a table" span .unseen { ": " (by) ", scale " (scale) } }
                (table(matrix, &rows))
            }
        }
    }
}

fn picture(index: usize, by: &str, scale: &str, matrix: &Matrix, rows: &[Row]) -> Markup {
    let head = head(matrix);
    let height = head + ROW * u32::try_from(rows.len()).unwrap_or(u32::MAX / ROW - head);
    let most = rows.iter().flat_map(|row| &row.counts).max().copied().unwrap_or(1);
    let ids = (format!("p{index}-title"), format!("p{index}-desc"));
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby={ (ids.0) " " (ids.1) } {
            title id=(ids.0) { "Grades given by " (by) " on the scale " (scale) ", by area" }
            desc id=(ids.1) { (description(matrix, rows)) }
            @for position in 1..=matrix.of { (heading(head, matrix, position)) }
            @for (y, row) in (0..).zip(rows) { (line(head + ROW * y, matrix, row, most)) }
        }
    }
}

/// The most frequent grade of each area, in words.
fn description(matrix: &Matrix, rows: &[Row]) -> String {
    let of = |row: &Row| {
        let grades = (1..=matrix.of).zip(&row.counts).filter(|(_, count)| **count > 0);
        let grades: Vec<String> =
            grades.map(|(position, count)| format!("{} {count}", matrix.label(position))).collect();
        format!("{}: {}.", row.name, grades.join(", "))
    };
    rows.iter().map(of).collect::<Vec<_>>().join(" ")
}

/// Where the squares of a grade begin, and how wide they are.
fn column(matrix: &Matrix, position: u8) -> (f32, f32) {
    let width = ((WIDTH - LABELS - RIGHT) as f32 / f32::from(matrix.of.max(1))).min(WIDEST as f32);
    (LABELS as f32 + width * f32::from(position - 1), width)
}

/// The height of the names of grades, which stand at 60 degrees.
fn head(matrix: &Matrix) -> u32 {
    let longest = (1..=matrix.of).map(|position| matrix.label(position).chars().count()).max();
    16 + u32::try_from(longest.unwrap_or(0).min(LONGEST_GRADE + 1)).unwrap_or(0) * 11 / 2
}

fn heading(head: u32, matrix: &Matrix, position: u8) -> Markup {
    let (x, width) = column(matrix, position);
    let (x, y) = (x + width / 2.0 + 3.0, head - 8);
    let label = matrix.label(position);
    html! {
        g transform={ "translate(" (x) " " (y) ") rotate(-60)" } {
            text .head { (cut(label, LONGEST_GRADE)) title { (label) } }
        }
    }
}

fn line(y: u32, matrix: &Matrix, row: &Row, most: u64) -> Markup {
    let middle = y + ROW / 2 + 1;
    html! {
        (area(middle, &row.name))
        @for (position, &count) in (1..=matrix.of).zip(&row.counts) {
            @let (x, width) = column(matrix, position);
            rect .cell .(words::tone(position, matrix.of)) .(shade(count, most))
                x=(x + 1.0) y=(y + GAP) width=((width - GAP as f32).max(0.5)) height=(ROW - GAP) rx="4" {
                title { (row.name) ", " (matrix.label(position)) ": " (count) }
            }
            @if count > 0 { text .count x=(x + 1.0 + (width - GAP as f32) / 2.0) y=(middle + 1) { (count) } }
        }
    }
}

/// The name of an area beside its row, on two lines where it is long.
fn area(middle: u32, name: &str) -> Markup {
    let text = |y: u32, line: &str| html! { text .area x=(LABELS - 8) y=(y) { (cut(line, LONGEST_LINE)) } };
    html! {
        g {
            title { (name) }
            @match broken(name) {
                (line, None) => { (text(middle, line)) }
                (first, Some(second)) => {
                    (text(middle - LEADING / 2, first))
                    (text(middle + LEADING / 2, second))
                }
            }
        }
    }
}

/// What fits on a line, and the rest where there is some.
fn broken(name: &str) -> (&str, Option<&str>) {
    let Some((end, _)) = name.char_indices().nth(LONGEST_LINE) else { return (name, None) };
    // A space right behind the line breaks it as well.
    let space = name[..end].rfind(' ').filter(|_| !name[end..].starts_with(' ')).unwrap_or(end);
    let (first, second) = name.split_at(space);
    (first, Some(second.trim_start()))
}

/// `q0` for none, `q4` for the most of the picture.
fn shade(count: u64, most: u64) -> &'static str {
    let step = count.saturating_mul(4).div_ceil(most.max(1));
    ["q0", "q1", "q2", "q3", "q4"][usize::try_from(step).unwrap_or(4).min(4)]
}

/// A label that fits its place.
fn cut(label: &str, longest: usize) -> String {
    match label.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
        None => label.to_owned(),
    }
}

fn table(matrix: &Matrix, rows: &[Row]) -> Markup {
    html! {
        div .scroll tabindex="0" role="group" aria-label="Grades as a table" {
            table {
                thead {
                    tr { th scope="col" { "Area" } @for position in 1..=matrix.of { th scope="col" { (matrix.label(position)) } } }
                }
                tbody {
                    @for row in rows {
                        tr { th scope="row" { (row.name) } @for count in &row.counts { td { (count) } } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_broken_between_words() {
        assert_eq!(broken("Leadership"), ("Leadership", None));
        assert_eq!(broken("Responding to the public"), ("Responding to the", Some("public")));
        assert_eq!(broken("Leadership and team work"), ("Leadership and team", Some("work")));
        assert_eq!(broken("Unternehmensführungsqualität"), ("Unternehmensführung", Some("squalität")));
    }
}
