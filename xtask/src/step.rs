//! A step: named work, and its output.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use crate::command::name;

type Work = Box<dyn FnOnce(&mut Log) -> Result<(), String> + Send>;

/// Named work.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    /// The names of the steps that must succeed first.
    pub(crate) after: &'static [&'static str],
    work: Work,
}

/// The result of a step.
pub(crate) struct Ended {
    pub(crate) name: &'static str,
    pub(crate) seconds: f64,
    /// The output of its programs.
    pub(crate) text: String,
    /// What it skipped, and why.
    pub(crate) notes: Vec<String>,
    pub(crate) failure: Option<String>,
}

/// The output of a step.
#[derive(Default)]
pub(crate) struct Log {
    text: Vec<u8>,
    notes: Vec<String>,
}

impl Step {
    pub(crate) fn new(
        name: &'static str,
        after: &'static [&'static str],
        work: impl FnOnce(&mut Log) -> Result<(), String> + Send + 'static,
    ) -> Self {
        Self { name, after, work: Box::new(work) }
    }

    /// A step that runs programs, one after the other.
    pub(crate) fn of(
        name: &'static str,
        after: &'static [&'static str],
        commands: Vec<Command>,
    ) -> Self {
        Self::new(name, after, |log| commands.into_iter().try_for_each(|command| log.run(command)))
    }

    pub(crate) fn run(self, start: Instant) -> Ended {
        let mut log = Log::default();
        let failure = (self.work)(&mut log).err();
        Ended {
            name: self.name,
            seconds: start.elapsed().as_secs_f64(),
            text: String::from_utf8_lossy(&log.text).into_owned(),
            notes: log.notes,
            failure,
        }
    }
}

impl Log {
    /// Runs a program, and keeps the output of both streams in order.
    pub(crate) fn run(&mut self, command: Command) -> Result<(), String> {
        let name = name(&command);
        match self.status(command) {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("{name} failed: {status}")),
            Err(error) => Err(format!("{name} cannot be run: {error}")),
        }
    }

    fn status(&mut self, mut command: Command) -> std::io::Result<ExitStatus> {
        let (mut reader, writer) = std::io::pipe()?;
        command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
        let mut child = command.spawn()?;
        // The command also owns the writing end. Reading would not end while that is open.
        drop(command);
        reader.read_to_end(&mut self.text)?;
        child.wait()
    }

    /// Records what is skipped, and why. It is printed again at the end of the run.
    pub(crate) fn note(&mut self, note: String) {
        self.text.extend(format!("{note}\n").into_bytes());
        self.notes.push(note);
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::Instant;

    use super::Step;

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    fn both_streams_are_kept_in_order() {
        let step =
            Step::of("both", &[], vec![shell("echo 1; echo 2 >&2; echo 3"), shell("echo 4")]);
        let ended = step.run(Instant::now());
        assert_eq!((ended.text.as_str(), ended.failure), ("1\n2\n3\n4\n", None));
    }

    #[test]
    fn the_first_failure_ends_it() {
        let step = Step::of("fails", &[], vec![shell("echo 1; exit 3"), shell("echo 2")]);
        let ended = step.run(Instant::now());
        assert_eq!(ended.text, "1\n");
        assert!(ended.failure.is_some_and(|why| why.contains("exit status: 3")));
    }
}
