use std::process::ExitCode;

use clap_complete::{Shell, generate};

use crate::print::print;

const HELP: &str = "\
Examples:
  onrecord completions bash > ~/.local/share/bash-completion/completions/onrecord
  onrecord completions zsh > ~/.zfunc/_onrecord
  onrecord completions fish > ~/.config/fish/completions/onrecord.fish";

/// What `completions` is asked for.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

pub fn run(arguments: &CompletionsArguments) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    generate(arguments.shell, &mut crate::command(), "onrecord", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
