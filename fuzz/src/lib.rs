//! Checks what the core promises about any input. `cargo xtask fuzz` searches for inputs that break a promise.

mod canary;
mod description;
mod difference;
mod draft;
mod dump;
mod event;
mod facts;
mod header;
mod json_mutation;
mod line_ends;
pub mod mutation;
mod place;
mod policy;
mod random;
mod text_mutation;
mod words;

/// What is wrong with an answer of the core.
pub type Checked = Result<(), String>;

/// How much of an input's promises is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every promise.
    Whole,
    /// The main promises, and one of the others, which the input's bytes choose. So the fuzzer tries more inputs.
    Sampled,
}

/// A part of the core that is fuzzed.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// Checks an input.
    pub check: fn(&str, Extent) -> Checked,
    /// Pieces of inputs, one a line.
    words: &'static str,
    /// Whether inputs are JSON.
    is_json: bool,
}

/// All targets, in the order in which they run.
pub const TARGETS: &[Target] = &[
    Target {
        name: "description",
        check: description::check,
        words: include_str!("../words/description.txt"),
        is_json: false,
    },
    Target {
        name: "policy",
        check: policy::check,
        words: include_str!("../words/policy.txt"),
        is_json: false,
    },
    Target {
        name: "dump",
        check: dump::check,
        words: include_str!("../words/dump.txt"),
        is_json: true,
    },
    Target {
        name: "event",
        check: event::check,
        words: include_str!("../words/event.txt"),
        is_json: true,
    },
    Target {
        name: "draft",
        check: draft::check,
        words: include_str!("../words/draft.txt"),
        is_json: false,
    },
];

impl Target {
    /// The target of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        TARGETS.iter().find(|target| target.name == name)
    }
}

impl Extent {
    /// Which of `count` promises is checked: all when `None`.
    fn chosen(self, input: &str, count: u64) -> Option<u64> {
        (self == Self::Sampled).then(|| random::checksum(input) % count)
    }
}

fn fail_unless(holds: bool, why: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(why()) }
}
