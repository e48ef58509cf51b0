//! What days the press means by its words, seen from the day of publication.
//!
//! A phrase is read whole or not at all: [`resolve`] gives the days it names, or `None` where the words and
//! the day of publication do not fix them.
//!
//! ```
//! use onrecord_dates::{Date, Towards, resolve};
//!
//! let thursday = Date::constant(2025, 5, 1);
//! let days = resolve("on Tuesday", thursday, Towards::Past).expect("fixed");
//! assert_eq!(days.to_string(), "2025-04-29");
//! let days = resolve("last month", thursday, Towards::Past).expect("fixed");
//! assert_eq!(days.to_string(), "2025-04-01/2025-04-30");
//! ```

mod days;
mod find;
mod grammar;
mod phrase;
mod published;
mod record;
mod resolve;
mod visit;
mod words;

pub use days::Days;
pub use find::{Found, find};
pub use jiff::civil::Date;
pub use published::published_on;
pub use record::add_days;
pub use resolve::{Towards, resolve};
