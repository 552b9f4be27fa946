//! The URLs of the project's own pages.

/// The public name of the action. It is defined only here.
pub const HOME: &str = "patch-release-issues/action";

/// The address of the project's own pages, which `cargo xtask site` builds.
pub const SITE: &str = "https://patch-release-issues.github.io/action";

/// The URL of a rule's page.
#[must_use]
pub fn rule_page(rule: &str) -> String {
    format!("https://github.com/{HOME}/blob/v1/docs/rules/{rule}.md")
}

/// The URL of the template's page.
pub(crate) fn template_page() -> String {
    format!("https://github.com/{HOME}/blob/v1/docs/template.md")
}

/// The URL of the page about policies.
#[cfg(feature = "report")]
pub(crate) fn policy_page() -> String {
    format!("https://github.com/{HOME}/blob/v1/docs/policy.md")
}

/// The URL of the project.
#[cfg(feature = "report")]
pub(crate) fn home_page() -> String {
    format!("https://github.com/{HOME}")
}
