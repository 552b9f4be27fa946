//! Names and addresses of repositories.

/// Whether `name` is `owner/name`, in characters that GitHub allows.
pub(crate) fn is_repository(name: &str) -> bool {
    let is_plain = |name: &str| {
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        !name.trim_matches('.').is_empty() && name.len() <= 100 && name.bytes().all(is_name)
    };
    name.split_once('/').is_some_and(|(owner, name)| is_plain(owner) && is_plain(name))
}

/// Whether `url` is the address of a repository's page that is safe to link to.
pub(crate) fn is_page(url: &str, name: &str) -> bool {
    let server = url.strip_suffix(name).and_then(|rest| rest.strip_suffix('/'));
    let host = server.and_then(|server| {
        server.strip_prefix("https://").or_else(|| server.strip_prefix("http://"))
    });
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/".contains(&byte);
    host.is_some_and(|host| !host.is_empty() && host.bytes().all(is_plain))
}

/// Whether `id` can be the id of a commit: one word of letters and digits.
pub(crate) fn is_commit(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    !id.is_empty() && id.len() <= 64 && id.bytes().all(is_plain)
}
