//! The options of `cargo xtask fuzz`.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::Outcome;
use crate::fuzz::TARGETS;

/// What to fuzz, and how long.
pub(crate) struct FuzzOptions {
    target: Option<String>,
    /// For all targets together.
    pub(crate) seconds: u32,
    /// What the changes of inputs depend on. It is another one each time, unless it is given.
    pub(crate) seed: u32,
}

impl FuzzOptions {
    pub(crate) fn read(arguments: &[&str]) -> Outcome<Self> {
        let mut options = Self { target: None, seconds: 60, seed: of_now()? };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut number = || -> Outcome<u32> {
                let number = arguments.next().and_then(|number| number.parse().ok());
                number
                    .filter(|number| *number > 0)
                    .ok_or_else(|| format!("`{argument}` needs a number, such as `60`").into())
            };
            match *argument {
                "--seconds" => options.seconds = number()?,
                "--seed" => options.seed = number()?,
                name if TARGETS.iter().any(|target| target.name == name) => {
                    options.target = Some(name.to_owned());
                }
                other => {
                    return Err(format!(
                        "`{other}` is no option, and no target: the targets are {}",
                        names()
                    )
                    .into());
                }
            }
        }
        Ok(options)
    }

    /// Whether a target is fuzzed.
    pub(crate) fn names(&self, target: &str) -> bool {
        self.target.as_deref().is_none_or(|name| name == target)
    }
}

fn names() -> String {
    TARGETS.iter().map(|target| target.name).collect::<Vec<_>>().join(", ")
}

fn of_now() -> Outcome<u32> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.subsec_nanos().max(1))
}

#[cfg(test)]
mod tests {
    use super::FuzzOptions;

    #[test]
    fn options_are_read_or_refused() {
        let read = |arguments: &[&str]| {
            let options = FuzzOptions::read(arguments).ok()?;
            Some((options.names("policy"), options.names("draft"), options.seconds))
        };
        assert_eq!(read(&[]), Some((true, true, 60)));
        assert_eq!(read(&["policy", "--seconds", "5"]), Some((true, false, 5)));
        assert_eq!(read(&["--seed", "7", "draft"]), Some((false, true, 60)));
        for wrong in [&["--seconds"][..], &["--seconds", "0"], &["--seed", "x"], &["other"]] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
