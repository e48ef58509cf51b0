use std::borrow::Cow;
use std::path::PathBuf;

use clap::ValueHint;
use onrecord_lexicon::{Lexicon, LexiconError};

/// The option that commands share to read with more than the built-in lexicon.
#[derive(clap::Args)]
pub struct LexiconArgument {
    /// A folder of YAML tables whose rows are added to the built-in ones; a row with a known id replaces it
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub lexicon: Option<PathBuf>,
}

impl LexiconArgument {
    /// The lexicon to read with. A mistake in a row of the folder is an error with its file and line.
    pub fn load(&self) -> Result<Cow<'static, Lexicon>, LexiconError> {
        match &self.lexicon {
            Some(folder) => Lexicon::with_folder(folder).map(Cow::Owned),
            None => Ok(Cow::Borrowed(Lexicon::standard())),
        }
    }
}
