//! Builds of vendors, which look like pre-releases and are later than the release that they are made of.

use crate::format::tags::TagPatterns;
use crate::known_issues::facts::KnownIssues;
use crate::text::quote::code;

/// Why a version cannot be asked for, the first of `versions` for which there is such a reason.
pub(crate) fn refusal(report: &KnownIssues, versions: &[String]) -> Option<String> {
    versions.iter().find_map(|asked| {
        let release = release(report, asked)?;
        Some(format!("`versions` names {}, a vendor's build: ask about `{release}`", code(asked)))
    })
}

/// The release that `asked` is a vendor's build of: a pre-release that is no tag and not alpha, beta or rc. Such a
/// version cannot be answered, because it sorts before the release whose fixes it has. The `v` may be missing.
fn release(report: &KnownIssues, asked: &str) -> Option<String> {
    let defaults = [TagPatterns::default()];
    let own = report.repositories.iter().map(|one| &one.settings.tags);
    own.chain(&defaults).find_map(|tags| release_of(report, asked, tags))
}

fn release_of(report: &KnownIssues, asked: &str, tags: &TagPatterns) -> Option<String> {
    let version = tags.meant_version(asked)?;
    let text = version.to_string();
    let (release, suffix) = tags.number(asked).split_once('-')?;
    let stage = suffix.split(|character: char| !character.is_ascii_alphabetic()).next();
    let stage = stage.unwrap_or_default().to_ascii_lowercase();
    let is_tag =
        report.repositories.iter().flat_map(|one| &one.tags).any(|tag| tag.version == text);
    let is_vendors = !is_tag && !matches!(stage.as_str(), "alpha" | "beta" | "rc");
    is_vendors.then(|| tags.spelling().write(release))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known_issues::facts::TagFacts;

    fn report(tags: &[&str]) -> KnownIssues {
        let mut text =
            String::from(r#"{"schema":1,"asOf":null,"repositories":[{"name":"o/r","url":"","#);
        text += r#""settings":{"judgedBy":"","priorities":[],"priorityPrefix":"","maintained":3,"#;
        text += r#""cherryPicks":"main-first","versions":[]},"tags":[],"issues":[],"withheld":[],"#;
        text += r#""pullRequests":[],"read":[]}]}"#;
        let mut report = KnownIssues::from_json(&text).unwrap_or_else(|_| KnownIssues {
            schema: 1,
            as_of: None,
            repositories: Vec::new(),
        });
        for repository in &mut report.repositories {
            for tag in tags {
                let version = (*tag).to_owned();
                repository.tags.push(TagFacts { version, released: None, commit: None });
            }
        }
        report
    }

    #[test]
    fn names_the_release() {
        let report = report(&["v1.9.4-eks.2"]);
        for (asked, expected) in [
            ("v1.9.4-gke.1", Some("v1.9.4")),
            ("1.9.4-gke.1", Some("v1.9.4")),
            ("v1.9.4-rcx", Some("v1.9.4")),
            ("v1.9.4-eks.2", None),
            ("v1.9.4-rc.1", None),
            ("v1.9.4-RC1", None),
            ("v1.9.4-beta.0", None),
            ("v1.9.4-alpha-3", None),
            ("v1.9.4", None),
            ("v1.9", None),
        ] {
            assert_eq!(release(&report, asked).as_deref(), expected, "{asked}");
        }
    }
}
