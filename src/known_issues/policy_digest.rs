//! A short text that identifies the policy and the version of the program that judged issues.

use std::fmt::Write;

use crate::policy::Policy;
use crate::text::sort;

/// A digest of what judges issues: the parts of the policy that a report depends on, and the version of the program.
/// 16 hexadecimal digits (FNV-1a).
pub(crate) fn judged_by(policy: &Policy) -> String {
    let mut rules = policy.rules.clone();
    sort::sort_by_key(&mut rules, |(rule, _)| *rule);
    let mut words = String::from(env!("CARGO_PKG_VERSION"));
    let (priorities, sigs) = (priorities(policy), sigs(policy));
    let (scope, binaries, security) = (&policy.scope, &policy.binaries, &policy.security);
    let _ =
        write!(words, " ({scope:?}, {priorities}, {sigs}, {binaries:?}, {security:?}) {rules:?}");
    let default = Policy::default();
    let form = (&policy.tags, &policy.sections, policy.components, &policy.name);
    if form != (&default.tags, &default.sections, default.components, &default.name) {
        let _ = write!(words, " {form:?}");
    }
    let hash = words.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// What is asked of priorities; their noun does not matter.
fn priorities(policy: &Policy) -> String {
    let asked = policy.priorities.as_ref().map(|asked| {
        format!("Priorities {{ prefix: {:?}, accepted: {:?} }}", asked.prefix, asked.accepted)
    });
    asked.unwrap_or_default()
}

/// What is asked of SIGs, likewise.
fn sigs(policy: &Policy) -> String {
    let asked = policy.sigs.as_ref();
    let asked = asked
        .map(|asked| format!("Sigs {{ prefix: {:?}, known: {:?} }}", asked.prefix, asked.known));
    asked.unwrap_or_default()
}
