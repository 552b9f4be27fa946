//! Where our own pages are.

/// The public name of the action: the one place where it is written.
pub const HOME: &str = "patch-release-issues/action";

/// Where a rule is explained.
#[must_use]
pub fn rule_page(rule: &str) -> String {
    format!("https://github.com/{HOME}/blob/v1/docs/rules/{rule}.md")
}

/// Where the template is shown.
pub(crate) fn template_page() -> String {
    format!("https://github.com/{HOME}/blob/v1/docs/template.md")
}
