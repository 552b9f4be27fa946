//! The writes to GitHub.

use serde::Serialize;

/// A write to GitHub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Write {
    /// Creates a label in the repository.
    CreateLabel {
        /// Its name.
        name: String,
        /// Its colour, `rrggbb`.
        color: String,
        /// Its description.
        description: String,
    },
    /// Adds labels to the issue.
    AddLabels {
        /// Their names.
        names: Vec<String>,
    },
    /// Removes a label from the issue.
    RemoveLabel {
        /// Its name.
        name: String,
    },
    /// Comments on the issue.
    PostComment {
        /// The text: Markdown.
        body: String,
        /// A shorter text to try once if GitHub refuses the first.
        shorter: String,
    },
    /// Replaces the text of the action's comment.
    UpdateComment {
        /// The id of the comment.
        id: String,
        /// The text: Markdown.
        body: String,
        /// A shorter text to try once if GitHub refuses the first.
        shorter: String,
    },
    /// Deletes a comment of the action.
    DeleteComment {
        /// The id of the comment.
        id: String,
    },
    /// Replaces the issue's description, because a comment asks for it.
    EditDescription {
        /// The description.
        body: String,
        /// The id of the comment.
        comment: String,
    },
    /// Answers the commands of a comment.
    AddReaction {
        /// The id of the comment.
        comment: String,
        /// `+1` or `confused`.
        content: String,
        /// The name of the reason why the commands were not carried out; empty if they were.
        reason: String,
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
            Self::EditDescription { .. } => "edit-description",
            Self::AddReaction { .. } => "add-reaction",
        }
    }

    /// Whether it changes the issue, not only the repository.
    pub(super) const fn is_about_issue(&self) -> bool {
        !matches!(self, Self::CreateLabel { .. })
    }

    /// Whether both writes have the same target, such as a label or an existing comment, so that the later undoes the earlier.
    pub(super) fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::CreateLabel { name, .. }, Self::CreateLabel { name: other, .. }) => {
                name == other
            }
            (
                Self::UpdateComment { id, .. } | Self::DeleteComment { id },
                Self::UpdateComment { id: other, .. } | Self::DeleteComment { id: other },
            )
            | (Self::AddReaction { comment: id, .. }, Self::AddReaction { comment: other, .. }) => {
                id == other
            }
            (Self::EditDescription { .. }, Self::EditDescription { .. }) => true,
            _ => self.moved_labels().iter().any(|name| other.moved_labels().contains(name)),
        }
    }

    /// The labels that the write adds to or removes from the issue.
    fn moved_labels(&self) -> &[String] {
        match self {
            Self::AddLabels { names } => names,
            Self::RemoveLabel { name } => std::slice::from_ref(name),
            _ => &[],
        }
    }
}
