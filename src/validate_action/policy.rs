//! The policy of a run: the file that the workflow names, from the workspace or from GitHub.

use crate::github::policy_file::PolicyFile;
use crate::policy::Policy;
use crate::validate_action::event::Event;
use crate::validate_action::failures;

/// The policy. If the workflow names no file, Kubernetes' rules apply. `fetched` is the file on the default branch,
/// after GitHub has answered.
pub(super) fn read(event: &Event, fetched: Option<&PolicyFile>) -> Result<Policy, Vec<String>> {
    let path = event.inputs.policy.trim();
    if path.is_empty() {
        return Ok(Policy::default());
    }
    let fetched = match fetched {
        Some(PolicyFile::Text(text)) => Some(text.as_str()),
        Some(PolicyFile::Missing) => None,
        Some(file) => return Err(file.clone().text("policy", path).err().into_iter().collect()),
        None if lacks(event) => {
            let mut messages = vec![format!("the policy `{path}` cannot be read")];
            messages.extend(failures::sentences(event));
            return Err(messages);
        }
        None => None,
    };
    let Some(text) = checked_out(event).or(fetched) else {
        return Err(vec![format!(
            "the policy `{path}` cannot be found: commit it to the default branch, and check the input `policy`; without \
             access to GitHub, run `actions/checkout` before this step"
        )]);
    };
    crate::judge::read_policy(text)
        .map_err(|errors| errors.iter().map(|error| error.in_file(path)).collect())
}

/// Whether the policy is not in the workspace and GitHub did not return it.
fn lacks(event: &Event) -> bool {
    checked_out(event).is_none() && !event.troubles.is_empty()
}

/// The text of the policy file in the workspace, if the workspace can be trusted.
pub(super) fn checked_out(event: &Event) -> Option<&str> {
    event.policy.as_deref().filter(|_| trusts_workspace(event))
}

/// Whether, according to the event, the workspace contains the default branch. Another branch may have a policy that
/// no one has reviewed. A workflow about a pull request may have checked out what its author wrote.
fn trusts_workspace(event: &Event) -> bool {
    if event.name == "pull_request_target" {
        return false;
    }
    let default_branch = event.payload.default_branch.as_deref();
    default_branch.is_none_or(|name| event.git_ref.strip_prefix("refs/heads/") == Some(name))
        || event.git_ref.is_empty()
}
