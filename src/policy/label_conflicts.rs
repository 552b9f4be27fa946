//! Labels that the action would take from people, or from itself.
//!
//! What a pattern can produce is added and removed by the action, whoever set it. So no pattern may produce a label
//! that people set and the policy reads, nor one of another pattern.

use crate::policy::error::PolicyErrors;
use crate::policy::label_pattern::Pattern;
use crate::policy::{Policy, Scope};

/// Where members stand in the file, by the path of their keys.
pub(super) type Places = Vec<(&'static str, usize)>;

/// Tells every pattern that can produce a label which is not the action's own.
pub(super) fn check(policy: &Policy, places: &Places, errors: &mut PolicyErrors) {
    let patterns = policy.labels.all();
    for (index, (path, pattern)) in patterns.into_iter().enumerate() {
        let Some(pattern) = pattern else { continue };
        let mut others = patterns.into_iter().take(index);
        let own = others.find(|(_, other)| other.is_some_and(|other| other.overlaps(pattern)));
        let clash = own.map(|(other, _)| other).or_else(|| taken_from_people(policy, pattern));
        let Some(clash) = clash else { continue };
        // What the file does not say is the default, and defaults do not clash: one of both is there.
        let place = |wanted: &str| places.iter().find(|(path, _)| *path == wanted);
        let Some((_, at)) = place(path).or_else(|| place(clash)) else { continue };
        let whose = if own.is_some() { "sets too" } else { "reads, and would take it from people" };
        let name = crate::text::quote::code(&pattern.to_string());
        errors.add(
            *at,
            format!(
                "`{path}` can be a label that `{clash}` {whose}: choose another name than {name}"
            ),
        );
    }
}

/// The key whose labels the pattern can produce.
fn taken_from_people(policy: &Policy, pattern: &Pattern) -> Option<&'static str> {
    let is_any = |labels: &[String]| labels.iter().any(|label| pattern.matches(label));
    if matches!(&policy.scope, Scope::Labels { labels } if is_any(labels)) {
        Some("scope")
    } else if is_any(&policy.security.labels) {
        Some("security")
    } else if pattern.can_extend(&policy.priorities.prefix) {
        Some("priorities")
    } else if pattern.can_extend(&policy.sigs.prefix) {
        Some("sigs")
    } else {
        None
    }
}
