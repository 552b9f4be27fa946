//! The address that opens a draft as a new issue.

use serde_json::Value;

use crate::Issue;
use crate::json::{member, string, text};
use crate::text::address::add_encoded;

/// The longest address that GitHub and browsers open.
const LONGEST_ADDRESS: usize = 6_000;

/// Where the draft is opened: `{"address", "choose"}`. The first contains the draft; null when it would be too long,
/// there is no template or the draft is withheld. The second is where the description is pasted; null without a
/// repository.
pub(super) fn opening(question: &Value, issue: &Issue, withheld: bool) -> String {
    let target = member(question, "target");
    let server = text(target, "server").unwrap_or("https://github.com").trim_end_matches('/');
    let Some(repository) = text(target, "repository").filter(|name| is_repository(name)) else {
        return "{\"address\":null,\"choose\":null}".to_owned();
    };
    if !(server.starts_with("https://") || server.starts_with("http://")) {
        return "{\"address\":null,\"choose\":null}".to_owned();
    }
    let issues = format!("{server}/{repository}/issues/new");
    let template = text(target, "template").filter(|name| !name.is_empty());
    let address = template.filter(|_| !withheld).and_then(|name| filled(&issues, name, issue));
    let choose = string(&format!("{issues}/choose"));
    let address = address.map_or_else(|| "null".to_owned(), |address| string(&address));
    format!("{{\"address\":{address},\"choose\":{choose}}}")
}

/// The address of a form that contains the issue. It names a Markdown template, which sets the labels: an address with
/// labels does not open for people who may not set them.
fn filled(issues: &str, template: &str, issue: &Issue) -> Option<String> {
    let body = issue.description.as_deref().unwrap_or_default();
    if body.len() + issue.title.len() > LONGEST_ADDRESS {
        return None;
    }
    let mut address = format!("{issues}?template=");
    add_encoded(&mut address, template);
    address.push_str("&title=");
    add_encoded(&mut address, &issue.title);
    address.push_str("&body=");
    add_encoded(&mut address, body);
    (address.len() < LONGEST_ADDRESS).then_some(address)
}

/// Whether a text is `owner/name`.
pub(super) fn is_repository(name: &str) -> bool {
    let is_part = |part: &str| {
        let is_allowed =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        !part.is_empty()
            && part.len() <= 100
            && part.bytes().all(is_allowed)
            && !matches!(part, "." | "..")
    };
    name.split_once('/').is_some_and(|(owner, name)| is_part(owner) && is_part(name))
}
