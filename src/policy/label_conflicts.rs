//! Label patterns that conflict with labels of people or with each other.
//!
//! The action adds and removes every label that a pattern can produce, no matter who set it. So a pattern must not
//! produce a label that people set and the policy reads, or a label of another pattern.

use crate::policy::error::PolicyErrors;
use crate::policy::label_pattern::Pattern;
use crate::policy::{Policy, Scope};

/// The places of members in the file, by the path of their keys.
pub(super) type Places = Vec<(&'static str, usize)>;

/// Reports every pattern that can produce a label which does not belong to it alone.
pub(super) fn check(policy: &Policy, places: &Places, errors: &mut PolicyErrors) {
    let patterns = policy.labels.all();
    for (index, (path, pattern)) in patterns.into_iter().enumerate() {
        let Some(pattern) = pattern else { continue };
        report_length(policy, path, pattern, places, errors);
        let mut others = patterns.into_iter().take(index);
        let own = others
            .find(|(_, other)| other.is_some_and(|other| other.overlaps(pattern, &policy.tags)));
        let clash = own.map(|(other, _)| other).or_else(|| taken_from_people(policy, pattern));
        let Some(clash) = clash else { continue };
        // Members that are not in the file have their defaults, which do not conflict, or are in the file that it extends.
        let place = |wanted: &str| places.iter().find(|(path, _)| *path == wanted);
        let at = place(path).or_else(|| place(clash)).map_or(0, |(_, at)| *at);
        let whose = if own.is_some() { "sets too" } else { "reads and people set" };
        let name = crate::text::quote::code(&pattern.to_string());
        errors.add(
            at,
            format!(
                "`{path}` can produce a label that `{clash}` {whose}: choose a name other than {name}"
            ),
        );
    }
}

/// Reports a pattern whose labels get too long with the text around the project's versions.
fn report_length(
    policy: &Policy,
    path: &str,
    pattern: &Pattern,
    places: &Places,
    errors: &mut PolicyErrors,
) {
    let Some(placeholder) = pattern.is_too_long(&policy.tags) else { return };
    let place = |wanted: &str| places.iter().find(|(path, _)| *path == wanted);
    let at = place(path).or_else(|| place("tags")).map_or(0, |(_, at)| *at);
    let name = placeholder.name();
    let message = format!("`{path}` is longer than 50 characters once `{name}` is filled in");
    errors.add(at, message);
}

/// The key of the labels that people set and the pattern can produce.
fn taken_from_people(policy: &Policy, pattern: &Pattern) -> Option<&'static str> {
    let is_any =
        |labels: &[String]| labels.iter().any(|label| pattern.matches(label, &policy.tags));
    let extends = |prefix: &str| pattern.can_extend(prefix, &policy.tags);
    if matches!(&policy.scope, Scope::Labels { labels } if is_any(labels)) {
        Some("scope")
    } else if is_any(&policy.security.labels) {
        Some("security")
    } else if policy.priorities.as_ref().is_some_and(|asked| extends(&asked.prefix)) {
        Some("priorities")
    } else if policy.sigs.as_ref().is_some_and(|asked| extends(&asked.prefix)) {
        Some("sigs")
    } else {
        None
    }
}
