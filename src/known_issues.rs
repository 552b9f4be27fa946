//! Many issues → who is affected by what.
//!
//! [`dump`] (issues, tags, pull requests) → [`facts`], which are small and merge → [`report`], which follows from them.
//! [`Collection`] takes the dumps, in pieces of any size, and the reports of before and of others.

use std::fmt::Write;

pub mod collection;
pub(crate) mod date;
mod derive;
pub mod dump;
pub mod facts;
pub(crate) mod files;
mod osv;
mod page;
pub(crate) mod read;
pub mod report;
pub(crate) mod settle;
pub(crate) mod view;

pub use collection::{Collection, Options};
pub use derive::upgrade;
pub use dump::Dump;
pub use facts::KnownIssues;

use crate::policy::Policy;

/// Whether `name` is `owner/name`, made of what GitHub allows.
pub(crate) fn is_repository(name: &str) -> bool {
    let is_plain = |name: &str| {
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        !name.trim_matches('.').is_empty() && name.len() <= 100 && name.bytes().all(is_name)
    };
    name.split_once('/').is_some_and(|(owner, name)| is_plain(owner) && is_plain(name))
}

/// Whether `url` is the page of a repository on some server, safe to link to.
pub(crate) fn is_page(url: &str, name: &str) -> bool {
    let server = url.strip_suffix(name).and_then(|rest| rest.strip_suffix('/'));
    let host = server.and_then(|server| {
        server.strip_prefix("https://").or_else(|| server.strip_prefix("http://"))
    });
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/".contains(&byte);
    host.is_some_and(|host| !host.is_empty() && host.bytes().all(is_plain))
}

/// What judges issues, in 16 hexadecimal digits (FNV-1a): the parts of the policy that matter to it, and the version
/// of the program.
fn judged_by(policy: &Policy) -> String {
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
