//! Which tag contains which commit, as GitHub's answers tell. Commits do not change, so what was asked once in a run is
//! not asked again.

use serde_json::Value;

use crate::evidence::Comparison;
use crate::github::errors::Errors;
use crate::github::pull_requests;
use crate::json::member;
use crate::validate_action::event::QueryAnswer;
use crate::validate_action::wanted_facts::TagAndCommit;

/// What was compared in a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Compared {
    told: Vec<Comparison>,
    /// Whether an answer is missing, for a reason that may pass.
    pub(super) is_broken: bool,
}

impl Compared {
    /// Adds what an answer tells. `tagged` finds the commit of the tag of a reference.
    pub(super) fn add(
        &mut self,
        answer: &QueryAnswer,
        repository: &Value,
        errors: &Errors<'_>,
        tagged: &dyn Fn(&str) -> Option<String>,
    ) {
        for (name, asked) in &answer.variables {
            let commit = answer.variables.get(&format!("{name}commit")).and_then(Value::as_str);
            let tag = asked.as_str().filter(|_| name.starts_with('c')).and_then(tagged);
            if let (Some(tag), Some(commit)) = (tag, commit) {
                let contains = pull_requests::contains(member(repository, name));
                let is_told = repository.is_object();
                self.is_broken |= !is_told || errors.break_within(&["repository", name]);
                self.told.push(Comparison { tag, commit: commit.to_owned(), contains });
            }
        }
    }

    /// What was told about `wanted`.
    pub(super) fn about(&self, wanted: &[TagAndCommit]) -> Vec<Comparison> {
        let mut told = Vec::new();
        for wanted in wanted {
            told.extend(self.find(wanted).cloned());
        }
        told
    }

    /// Whether it was asked.
    pub(super) fn knows(&self, wanted: &TagAndCommit) -> bool {
        self.find(wanted).is_some()
    }

    fn find(&self, wanted: &TagAndCommit) -> Option<&Comparison> {
        let TagAndCommit { tagged, commit, .. } = wanted;
        self.told.iter().find(|known| known.tag == *tagged && known.commit == *commit)
    }
}
