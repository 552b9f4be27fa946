//! The policy of a run: the file that the workflow names, from the workspace or from GitHub, and the file of another
//! repository that it extends.

use crate::github::policy_file::PolicyFile;
use crate::policy::Policy;
use crate::policy::extends::Extends;
use crate::policy::read::{Shared, extended};
use crate::text::quote::code;
use crate::text::shared_file::SharedFile;
use crate::validate_action::event::Event;
use crate::validate_action::failures;
use crate::validate_action::settings::{CAN_ASK, ValidateSettings};

/// The files that GitHub returned so far.
#[derive(Clone, Debug, Default)]
pub(super) struct FetchedFiles {
    /// The policy file on the default branch.
    pub(super) own: Option<PolicyFile>,
    /// Files of other repositories.
    pub(super) others: Vec<(SharedFile, PolicyFile)>,
}

impl FetchedFiles {
    fn other(&self, name: &SharedFile) -> Option<&PolicyFile> {
        self.others.iter().rev().find(|(other, _)| other == name).map(|(_, file)| file)
    }

    /// Takes what another answer contained.
    pub(super) fn add(&mut self, own: Option<&PolicyFile>, others: &[(SharedFile, PolicyFile)]) {
        self.own = own.cloned().or(self.own.take());
        self.others.extend_from_slice(others);
    }
}

/// The policy. If the workflow names no file, Kubernetes' rules apply.
pub(super) fn read(event: &Event, fetched: &FetchedFiles) -> Result<Policy, Vec<String>> {
    let path = event.inputs.policy.trim();
    if path.is_empty() || !CAN_ASK {
        return Ok(Policy::default());
    }
    let text = own(event, fetched)?;
    let shared = shared_name(text);
    let shared_text = shared.as_ref().map(|name| other(event, fetched, name)).transpose()?;
    let name = shared.map(|name| name.text()).unwrap_or_default();
    let shared = shared_text.map(|text| Shared { name: &name, text });
    crate::judge::read_policy_with(text, shared)
        .map_err(|errors| errors.iter().map(|error| error.in_file(path)).collect())
}

/// The file of another repository that must be read before the policy is known.
pub(super) fn needed(event: &Event, fetched: &FetchedFiles) -> Option<SharedFile> {
    let is_missing = |name: &SharedFile| fetched.other(name).is_none();
    if let Some(named) = elsewhere(event).filter(is_missing) {
        return Some(named);
    }
    shared_name(own(event, fetched).ok()?).filter(is_missing)
}

/// The policy file of another repository that the workflow names.
pub(super) fn elsewhere(event: &Event) -> Option<SharedFile> {
    SharedFile::parse(event.inputs.policy.trim())
}

fn shared_name(text: &str) -> Option<SharedFile> {
    match extended(text)? {
        Extends::File(name) => Some(name),
        Extends::Preset(_) => None,
    }
}

/// The text of the policy file that the workflow names.
fn own<'a>(event: &'a Event, fetched: &'a FetchedFiles) -> Result<&'a str, Vec<String>> {
    if let Some(named) = elsewhere(event) {
        return other(event, fetched, &named);
    }
    let path = event.inputs.policy.trim();
    let fetched = match &fetched.own {
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
    checked_out(event).or(fetched).ok_or_else(|| {
        vec![format!(
            "the policy `{path}` cannot be found: commit it to the default branch, and check the input `policy`; without \
             access to GitHub, run `actions/checkout` before this step"
        )]
    })
}

/// The text of a file of another repository.
fn other<'a>(
    event: &Event,
    fetched: &'a FetchedFiles,
    name: &SharedFile,
) -> Result<&'a str, Vec<String>> {
    if let Some(file) = fetched.other(name) {
        return file.shared_text(name).map_err(|why| vec![why]);
    }
    let name = code(&name.text());
    let mut messages = vec![format!(
        "the policy {name} cannot be read: it is in another repository, which takes a token and one of the inputs \
         `comment`, `labels` and `facts`"
    )];
    messages.extend(failures::sentences(event));
    Err(messages)
}

/// Whether the policy is not in the workspace and GitHub did not return it.
fn lacks(event: &Event) -> bool {
    checked_out(event).is_none() && !event.troubles.is_empty()
}

/// The text of the policy file in the workspace, which counts only when nothing is read from GitHub. What a workflow has
/// checked out may be a branch that nobody has reviewed, so the default branch counts whenever it can be read. A workflow
/// about a pull request may have checked out what its author wrote.
pub(super) fn checked_out(event: &Event) -> Option<&str> {
    let settings = ValidateSettings::read(&event.inputs).unwrap_or_default();
    let is_trusted = !settings.asks(event) && event.name != "pull_request_target";
    event.policy.as_deref().filter(|_| is_trusted)
}
