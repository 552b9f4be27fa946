//! Reads the changelog.

use crate::release::tag::Tag;

/// The address of the files of this repository.
const FILES: &str = "https://github.com/patch-release-issues/action/blob";

/// The notes of a release: its section of the changelog, with links that work everywhere. The error says what is wrong
/// with the changelog.
pub(crate) fn notes(changelog: &str, tag: &Tag) -> Result<String, String> {
    let version = tag.version();
    let sections = sections(changelog);
    let unreleased = sections.iter().find(|(heading, _)| heading.starts_with("[Unreleased]"));
    if unreleased.is_some_and(|(_, body)| !body.is_empty()) {
        return Err(format!(
            "CHANGELOG.md has changes below *Unreleased*: move them below `## [{version}] - YYYY-MM-DD`"
        ));
    }
    let found = sections.iter().find(|(heading, _)| heading.starts_with(&format!("[{version}]")));
    let (heading, body) = found
        .ok_or_else(|| format!("CHANGELOG.md has no section `## [{version}] - YYYY-MM-DD`"))?;
    if !heading.split_once("] - ").is_some_and(|(_, date)| is_date(date)) {
        return Err(format!(
            "CHANGELOG.md has no date at `## {heading}`: write `## [{version}] - YYYY-MM-DD`"
        ));
    }
    if body.is_empty() {
        return Err(format!("CHANGELOG.md says nothing about {version}"));
    }
    let body = absolute(body, &format!("{FILES}/{tag}"));
    Ok(format!(
        "{body}\n\nHow to check what you run: [docs/verify.md]({FILES}/{tag}/docs/verify.md).\n"
    ))
}

/// The headings of the second level, each with the text below it, without definitions of links.
fn sections(changelog: &str) -> Vec<(&str, String)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut is_code = false;
    for line in changelog.lines() {
        is_code ^= line.trim_start().starts_with("```");
        match (line.strip_prefix("## "), sections.last_mut()) {
            (Some(heading), _) if !is_code => sections.push((heading.trim(), Vec::new())),
            (_, Some((_, lines))) if !(line.starts_with('[') && line.contains("]: ")) => {
                lines.push(line);
            }
            _ => {}
        }
    }
    sections
        .into_iter()
        .map(|(heading, lines)| (heading, lines.join("\n").trim().to_owned()))
        .collect()
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number =
        |text: &str, digits| (text.len() == digits).then(|| text.parse::<u32>().ok()).flatten();
    match parts[..] {
        [year, month, day] => {
            number(year, 4).is_some()
                && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
                && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
        }
        _ => false,
    }
}

/// `text` with links to files of the repository below `base`.
fn absolute(text: &str, base: &str) -> String {
    let mut parts = text.split("](");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push_str("](");
        if !["https:", "http:", "mailto:", "#"].iter().any(|start| part.starts_with(start)) {
            whole.push_str(base);
            whole.push('/');
        }
        whole.push_str(part);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::release::tag::Tag;

    const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-12-01\n\n### Added\n\n- A [page](docs/x.md), see [that](https://example.org) and [here](#a).\n\n```md\n## not a section\n```\n\n## [1.1.0-rc.1] - 2026-11-30\n\n- Less.\n\n## [1.0.0] - 2026-11-24\n\n- First.\n\n## [0.9.0]\n\n- Early.\n\n## [0.8.0] - 2026-13-01\n\n- Wrong.\n\n## [0.7.0] - 2026-01-31\n\n[1.0.0]: https://example.org\n";

    fn of(changelog: &str, tag: &str) -> Result<String, String> {
        notes(changelog, &Tag::parse(tag)?)
    }

    #[test]
    fn the_notes_are_the_section_of_the_version() {
        let base = "https://github.com/patch-release-issues/action/blob/v1.1.0";
        let wanted = format!(
            "### Added\n\n- A [page]({base}/docs/x.md), see [that](https://example.org) and [here](#a).\n\n```md\n## not a section\n```\n\nHow to check what you run: [docs/verify.md]({base}/docs/verify.md).\n"
        );
        assert_eq!(of(CHANGELOG, "v1.1.0"), Ok(wanted));
        assert!(
            of(CHANGELOG, "v1.1.0-rc.1").is_ok_and(|notes| notes.starts_with("- Less.\n\nHow"))
        );
        assert!(of(CHANGELOG, "v1.0.0").is_ok_and(|notes| notes.starts_with("- First.\n\nHow")));
    }

    #[test]
    fn what_is_missing_is_named() {
        let cases = [
            ("v1.2.0", "no section `## [1.2.0] - YYYY-MM-DD`"),
            ("v1.1.0-rc.2", "no section `## [1.1.0-rc.2] - YYYY-MM-DD`"),
            ("v0.9.0", "no date at `## [0.9.0]`"),
            ("v0.8.0", "no date at `## [0.8.0] - 2026-13-01`"),
            ("v0.7.0", "nothing about 0.7.0"),
        ];
        for (tag, wanted) in cases {
            let error = of(CHANGELOG, tag).err().unwrap_or_default();
            assert!(error.contains(wanted), "{tag}: {error}");
        }
    }

    #[test]
    fn changes_below_unreleased_must_be_moved() {
        let changelog = CHANGELOG.replace("[Unreleased]\n", "[Unreleased]\n\n- New.\n");
        assert!(of(&changelog, "v1.1.0").is_err_and(|error| error.contains("*Unreleased*")));
    }
}
