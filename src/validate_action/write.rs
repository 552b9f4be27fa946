//! What is written to GitHub.

use serde::Serialize;

/// Something to be written to GitHub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Write {
    /// Makes a label of the repository.
    CreateLabel {
        /// Its name.
        name: String,
        /// Its colour, `rrggbb`.
        color: String,
        /// What it is for.
        description: String,
    },
    /// Adds labels to the issue.
    AddLabels {
        /// Their names.
        names: Vec<String>,
    },
    /// Takes a label away from the issue.
    RemoveLabel {
        /// Its name.
        name: String,
    },
    /// Comments on the issue.
    PostComment {
        /// The text: Markdown.
        body: String,
        /// A text to try once if GitHub refuses the other.
        shorter: String,
    },
    /// Replaces the text of our comment.
    UpdateComment {
        /// The comment.
        id: String,
        /// The text: Markdown.
        body: String,
        /// A text to try once if GitHub refuses the other.
        shorter: String,
    },
    /// Deletes a comment of ours.
    DeleteComment {
        /// The comment.
        id: String,
    },
}

impl Write {
    /// The name of the kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::CreateLabel { .. } => "create-label",
            Self::AddLabels { .. } => "add-labels",
            Self::RemoveLabel { .. } => "remove-label",
            Self::PostComment { .. } => "post-comment",
            Self::UpdateComment { .. } => "update-comment",
            Self::DeleteComment { .. } => "delete-comment",
        }
    }

    /// Whether both are about one thing, so that the later one undoes the other: a label, or a comment that is there.
    pub(super) fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::CreateLabel { name, .. }, Self::CreateLabel { name: other, .. }) => {
                name == other
            }
            (
                Self::UpdateComment { id, .. } | Self::DeleteComment { id },
                Self::UpdateComment { id: other, .. } | Self::DeleteComment { id: other },
            ) => id == other,
            _ => self.moved_labels().iter().any(|name| other.moved_labels().contains(name)),
        }
    }

    /// The labels that the issue gets or loses.
    fn moved_labels(&self) -> &[String] {
        match self {
            Self::AddLabels { names } => names,
            Self::RemoveLabel { name } => std::slice::from_ref(name),
            _ => &[],
        }
    }
}
