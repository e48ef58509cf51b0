//! Facts about UK and Irish inspectorates and their press coverage, as data.
//!
//! Everything the program knows of the world stands in the YAML files of `data/`: one row a fact. They are
//! built into the crate and loaded once; a user's own folder can add rows or replace them by id
//! ([`Lexicon::with_folder`]).
//!
//! ```
//! use onrecord_lexicon::Lexicon;
//!
//! let lexicon = Lexicon::standard();
//! let cqc = lexicon.inspectorate("cqc").expect("the CQC is known");
//! assert_eq!(cqc.name, "Care Quality Commission");
//! let scale = lexicon.scale("cqc").expect("and so is its scale");
//! assert!(scale.overall);
//! assert_eq!(scale.grades[0].label, "Outstanding");
//! ```

mod body;
mod error;
mod furniture;
mod inspectorate;
mod lexicon;
mod mistake;
mod people;
mod phrase;
mod rows;
mod scale;
mod slot;
mod template;
mod verb;

pub use body::{BodyKind, KnownBody};
pub use error::LexiconError;
pub use furniture::{Furniture, FurnitureKind};
pub use inspectorate::Inspectorate;
pub use lexicon::Lexicon;
pub use people::People;
pub use phrase::{Carrier, Phrase, Yield};
pub use scale::{Area, GradeForm, ScaleRow};
pub use slot::Slot;
pub use template::{PhraseWord, Piece, parse_template};
pub use verb::{Frame, Verb};
