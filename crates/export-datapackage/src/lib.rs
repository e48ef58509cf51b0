//! The `datapackage.json` that stands beside the CSV tables.
//!
//! It says to tools that read [Frictionless Data Packages](https://frictionlessdata.io) which type each column has,
//! which columns are keys, which table they refer to, and what each column holds. It describes the tables, not their
//! rows, so it is the same for every export.
//!
//! ```
//! let mut file = Vec::new();
//! onrecord_datapackage::write(&mut file)?;
//! let descriptor: serde_json::Value = serde_json::from_slice(&file)?;
//! let ratings = &descriptor["resources"][2];
//! assert_eq!(ratings["path"], "ratings.csv");
//! assert_eq!(ratings["schema"]["primaryKey"][1], "rating_id");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::io;

use onrecord_tables::Table;

mod descriptor;
#[cfg(test)]
mod tests;

use descriptor::{Package, Resource};

/// The name that tools look for, in the folder of the tables.
pub const FILE_NAME: &str = "datapackage.json";

/// Writes the descriptor, ending in a line break.
///
/// # Errors
/// Those of `out`.
pub fn write(mut out: impl io::Write) -> io::Result<()> {
    out.write_all(to_string().as_bytes())
}

/// The descriptor, ending in a line break.
#[must_use]
pub fn to_string() -> String {
    let package = Package {
        profile: "tabular-data-package",
        name: "onrecord",
        title: "Press coverage of public-service inspections",
        description: "Who inspected whom, which grade was given for what, what has to improve, and who said what, \
                      read from press articles. A cell that a spreadsheet would run as a formula, or that starts \
                      with an apostrophe, has an apostrophe in front.",
        resources: Table::ALL.map(Resource::of),
    };
    let mut json = serde_json::to_string_pretty(&package).expect("strings and numbers only");
    json.push('\n');
    json
}
