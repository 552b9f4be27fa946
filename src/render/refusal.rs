//! Why the commands of a comment were not carried out. The list is closed: our comment's marker keeps one by its name.

use crate::format::spelling::Spelling;
use crate::judge::rules::RULES;
use crate::text::quote::code;

/// A reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RefusalReason {
    /// The author of the comment may not command this.
    NotAllowed,
    /// What follows `/patch-release` is no command.
    UnknownCommand,
    /// Something follows a command that takes nothing.
    SurplusWord,
    /// A command lacks its versions or branches.
    MissingValue,
    /// What should be a version is none.
    InvalidVersion,
    /// What should be a branch is none.
    InvalidBranch,
    /// One command names two versions of one branch.
    RepeatedBranch,
    /// There are more commands than a run carries out.
    TooMany,
    /// The description was edited after the comment was written.
    Edited,
    /// The details of a security issue are withheld.
    Withheld,
    /// The description cannot be read.
    Unreadable,
    /// The description would be longer than GitHub allows.
    TooLong,
    /// The entry cannot be changed without changing something else.
    Unclear,
    /// GitHub did not accept the description.
    NotWritten,
    /// The description would have an error of this rule that it does not have now.
    Adds(&'static str),
}

impl RefusalReason {
    /// All that have a name of their own.
    const ALL: [(&'static str, Self); 14] = [
        ("not-allowed", Self::NotAllowed),
        ("unknown-command", Self::UnknownCommand),
        ("surplus-word", Self::SurplusWord),
        ("missing-value", Self::MissingValue),
        ("invalid-version", Self::InvalidVersion),
        ("invalid-branch", Self::InvalidBranch),
        ("repeated-branch", Self::RepeatedBranch),
        ("too-many", Self::TooMany),
        ("edited", Self::Edited),
        ("withheld", Self::Withheld),
        ("unreadable", Self::Unreadable),
        ("too-long", Self::TooLong),
        ("unclear", Self::Unclear),
        ("not-written", Self::NotWritten),
    ];

    /// Its name. A rule's name is after `adds-`.
    pub(crate) fn name(self) -> String {
        if let Self::Adds(rule) = self {
            return format!("adds-{rule}");
        }
        let named = Self::ALL.into_iter().find(|(_, reason)| *reason == self);
        named.map(|(name, _)| name.to_owned()).unwrap_or_default()
    }

    /// The reason with this name.
    pub(crate) fn find(name: &str) -> Option<Self> {
        if let Some(rule) = name.strip_prefix("adds-") {
            return RULES.iter().find(|known| known.name == rule).map(|rule| Self::Adds(rule.name));
        }
        Some(Self::ALL.into_iter().find(|(known, _)| *known == name)?.1)
    }

    /// What its reader should know, in words that are the same for every issue.
    /// `spelling` is how the project writes versions.
    pub(crate) fn text(self, spelling: Spelling) -> String {
        let named = |number: &str| code(&spelling.write(number));
        let text = match self {
            Self::NotAllowed => {
                "only the author of the issue and the repository's owners, members and collaborators can change the \
                 description by a command. A member whose membership is private cannot be recognized"
            }
            Self::UnknownCommand => "write `/patch-release check` or `/patch-release fix`",
            Self::SurplusWord => {
                "the command takes no further words: write it on a line of its own"
            }
            Self::MissingValue => {
                return format!(
                    "name what to set, such as {}, or what to remove, such as {}",
                    code(&format!("/resolved-in {}", spelling.write("1.6.5"))),
                    code(&format!("/resolved-in - {}", spelling.write("1.6")))
                );
            }
            Self::InvalidVersion => {
                return format!(
                    "write full versions such as {}, separated by spaces, and nothing else on the line",
                    named("1.6.5")
                );
            }
            Self::InvalidBranch => {
                return format!(
                    "write branches such as {}, separated by spaces, and nothing else on the line",
                    named("1.6")
                );
            }
            Self::RepeatedBranch => "it names two versions of one branch: name one",
            Self::TooMany => "a comment may set or remove at most 50 entries",
            Self::Edited => {
                "the description was edited after the comment was written. If you still want this, comment again"
            }
            Self::Withheld => {
                "the description of a security issue whose details are withheld is not changed"
            }
            Self::Unreadable => "the description is too long or too deeply nested to be read",
            Self::TooLong => "the description would have more than 65,536 characters",
            Self::Unclear => {
                "the entry cannot be changed without changing other text: edit the description by hand"
            }
            Self::NotWritten => "GitHub did not accept the new description",
            Self::Adds(rule) => {
                return format!(
                    "the description would then have an error that it does not have now ({})",
                    code(rule)
                );
            }
        };
        text.to_owned()
    }
}
