//! A short text that identifies the policy and the version of the program that judged issues.

use std::fmt::Write;

use crate::policy::Policy;

/// A digest of what judges issues: the parts of the policy that a report depends on, and the version of the program.
/// 16 hexadecimal digits (FNV-1a).
pub(crate) fn judged_by(policy: &Policy) -> String {
    let mut rules = policy.rules.clone();
    rules.sort_by_key(|(rule, _)| *rule);
    let mut words = String::from(env!("CARGO_PKG_VERSION"));
    let parts =
        (&policy.scope, &policy.priorities, &policy.sigs, &policy.binaries, &policy.security);
    let _ = write!(words, " {parts:?} {rules:?}");
    let hash = words.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
