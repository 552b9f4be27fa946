//! `cargo xtask fresh`: runs the README's commands in a fresh clone, as a newcomer would.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};

use crate::Outcome;
use crate::command::{self, command, output, root};

/// The README's section that contains the commands.
const SECTION: &str = "## Try it";

/// The variables that `cargo xtask` sets for this process, and those that would share builds with the clone.
const OURS: &[&str] = &[
    "CARGO",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_TARGET_DIR",
    "RUSTUP_TOOLCHAIN",
];

/// Runs them, and fails if one of them fails.
pub(crate) fn succeed() -> Outcome {
    if run()? == ExitCode::SUCCESS {
        return Ok(());
    }
    Err("a command of the README failed in a fresh clone".into())
}

/// Clones the committed state and runs the commands there until one fails. Returns that command's exit code.
pub(crate) fn run() -> Outcome<ExitCode> {
    let place = Place::new()?;
    command::succeed(&mut place.clone_command())?;
    if !output(&mut command("git", &["status", "--porcelain"]))?.is_empty() {
        println!("note: the clone lacks your uncommitted changes");
    }
    let readme = fs::read_to_string(place.checkout().join("README.md"))?;
    for line in commands(&readme).ok_or("the README's section `Try it` has no commands")? {
        println!("\n$ {line}");
        let status = place.shell(line).status()?;
        if !status.success() {
            return Ok(code(status));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The lines of the section's first block of shell commands, unchanged.
fn commands(readme: &str) -> Option<Vec<&str>> {
    let (_, section) = readme.split_once(&format!("\n{SECTION}\n"))?;
    let section = section.split("\n## ").next()?;
    let (block, _) = section.split_once("\n```sh\n")?.1.split_once("\n```\n")?;
    Some(block.lines().collect())
}

/// The status's exit code; 1 after a signal.
fn code(status: ExitStatus) -> ExitCode {
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    ExitCode::from(code.unwrap_or(1))
}

/// An empty folder, removed at the end. It is outside the checkout, because Node and cargo search parent folders.
struct Place(PathBuf);

impl Place {
    fn new() -> Outcome<Self> {
        let name = format!("patch-release-issues-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir(&folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        Ok(Self(folder))
    }

    fn checkout(&self) -> PathBuf {
        self.0.join("clone")
    }

    fn clone_command(&self) -> Command {
        let mut git = command("git", &["clone", "--quiet", "--no-hardlinks"]);
        git.arg(root()).arg(self.checkout());
        git
    }

    /// A line of the README as a shell command that does not use builds or downloads of another folder.
    fn shell(&self, line: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).current_dir(self.checkout());
        shell.env("npm_config_cache", self.0.join("npm-cache"));
        // Nothing is built twice here, so incremental compilation would not help.
        shell.env("CARGO_INCREMENTAL", "0");
        for name in OURS {
            shell.env_remove(name);
        }
        shell
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        println!("note: {} cannot be removed: {error}", folder.display());
    }
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[test]
    fn the_readme_has_two_commands() {
        let readme = include_str!("../../README.md");
        assert_eq!(commands(readme), Some(vec!["cargo xtask demo", "cargo xtask test"]));
    }

    #[test]
    fn other_blocks_and_sections_are_left_alone() {
        let readme = "# A\n\n## Use it\n\n```sh\none\n```\n\n## Try it\n\n```yaml\ntwo\n```\n\n```sh\nthree  --four\nfive\n```\n\n```sh\nsix\n```\n\n## End\n";
        assert_eq!(commands(readme), Some(vec!["three  --four", "five"]));
    }

    #[test]
    fn a_block_of_the_next_section_is_not_this_one() {
        assert_eq!(commands("# A\n\n## Try it\n\nWords.\n\n## Next\n\n```sh\none\n```\n"), None);
        assert_eq!(commands("# A\n"), None);
    }
}
