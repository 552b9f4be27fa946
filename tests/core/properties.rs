//! What must hold for every description, however it is written.

use std::collections::BTreeMap;

use patch_release_issues::{Answer, Issue, Policy, issue::State, validate};
use proptest::prelude::*;

/// Pieces that descriptions are made of, good and bad; any order makes a description.
const PIECES: &[&str] = &[
    "```release\n",
    "```\n",
    "~~~\n",
    "````markdown\n",
    "````\n",
    "```text\n",
    "~~~release\n",
    "- ```release\n",
    "  ```\n",
    "introduced-in=v1.6.2\n",
    "introduced-in=1.6.2\n",
    "introduced-in=v1.7.0\n",
    "introduced-in=\n",
    "introduced-in=vX.Y.Z\n",
    "introduced-in: v1.6.3\n",
    "introducd-in=V1.6.4,\n",
    "since v1.5.0\n",
    "- introduced-in=v1.6.2\n",
    "`introduced-in=v1.9.1`\n",
    "resolved-in=v1.6.5\n",
    "resolved-in=v1.6.5, v1.7.1\n",
    "resolved-in=1.6.5 and `v1.8.0` (#12)\n",
    "resolved-in=TBD\n",
    "resolved-in=v1.6.1\n",
    "Fixed_In = v1.7.3 # soon\n",
    "- [ ] **resolved-in**: v1.6.5\n",
    "resolved-in=v1.6.5 resolved-in=v1.7\n",
    "fixed v1.6.5\n",
    "not-affected=v1.8\n",
    "not-affected=v1.6\n",
    "wont-fix: 1.7.3\n",
    "Unaffected = v1.9, `v1.10`\n",
    "wont-fix=main\n",
    "foo=bar\n",
    "# remark\n",
    "some words\n",
    "resolved-in=v1.6.0-v1.6.3\n",
    "\u{200b}introduced-in=v1.6.2\n",
    "## Symptoms\n",
    "### Symptoms\n",
    "# Symptoms\n",
    "Symptoms\n===\n",
    "Impact\n---\n",
    "## Root cause\n",
    "### Root-cause:\n",
    "## Impact ##\n",
    "### Impact\n",
    "#### Impact\n",
    "## Resolution\n",
    "# Resolution\n",
    "## PRs\n",
    "### Pull requests\n",
    "## Symptons\n",
    "# Impct\n",
    "## Root cause analysis\n",
    "## Workaround\n",
    "### Details\n",
    "**Impact**\n",
    "**Resolution:** done\n",
    "Symptoms: broken\n",
    "Impact: - list\n",
    "PRs: #12\n",
    "PRs:\n",
    "__Root cause__ is this\n",
    "Pull requests: 23456\n",
    "Root cause: # heading\n",
    "\n",
    "\n",
    "\n",
    "\n",
    "Pods restart.\n",
    "TBD\n",
    "- TBD\n",
    "_No response_\n",
    "None yet (see #3).\n",
    "What users are experiencing\n",
    "Binaries:\n",
    "- kubelet\n",
    "Binaries: kubectl and kube-proxy\n",
    "Binaries: none\n",
    "- NAME\n",
    "### Binaries\n",
    "- 23456\n",
    "- #23456\n",
    "- [x] PR 345, 678\n",
    "#12\n",
    "https://github.com/o/r/pull/5\n",
    "12345\n",
    "<!-- comment -->\n",
    "<!-- open\n",
    "-->\n",
    "<details>\n",
    "</details>\n",
    "<p> &#96;&#96;&#96;release </p>\n",
    "<p>introduced-in=v1.6.2 </p>\n",
    "<p>&#96;&#96;&#96;</p>\n",
    "<pre>\n",
    "> quote\n",
    "> ## Impact\n",
    "> ```release\n",
    "- item\n",
    "  text\n",
    "    code\n",
    "---\n",
    "| a | b |\n|-|-|\n",
    "working with the product security team\n",
    "![x](y)\n",
    "<br>\n",
    "\t## Impact\n",
    "é ä 🐛\n",
    "1. introduced-in=v1.4.0\n",
    "**",
    "`",
    "_",
];

fn description() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat())
}

fn issue(description: &str, closed: bool, security: bool) -> Issue {
    let mut labels =
        vec!["patch-release".to_owned(), "sig/node".to_owned(), "priority/backlog".to_owned()];
    labels.extend(security.then(|| "area/security".to_owned()));
    Issue {
        number: 7,
        title: "A title".to_owned(),
        description: Some(description.to_owned()),
        labels,
        state: Some(if closed { State::Closed } else { State::Open }),
        ..Issue::default()
    }
}

fn judge(description: &str, closed: bool) -> Answer {
    validate(&issue(description, closed, false), &Policy::default())
}

fn counts(answer: &Answer) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for diagnostic in &answer.diagnostics {
        *counts.entry(diagnostic.rule).or_insert(0) += 1;
    }
    counts
}

/// Rules and lines: what must not depend on line ends.
fn places(answer: &Answer) -> Vec<(&'static str, Option<usize>)> {
    let line = |diagnostic: &patch_release_issues::answer::Diagnostic| {
        diagnostic.span.map(|span| span.start.line)
    };
    answer.diagnostics.iter().map(|diagnostic| (diagnostic.rule, line(diagnostic))).collect()
}

fn check_spans(text: &str, answer: &Answer) -> Result<(), TestCaseError> {
    let lines: Vec<&str> = text.split("\r\n").flat_map(|line| line.split(['\n', '\r'])).collect();
    for diagnostic in &answer.diagnostics {
        for span in diagnostic
            .span
            .iter()
            .chain(diagnostic.fix.iter().flat_map(|fix| fix.edits.iter().map(|edit| &edit.span)))
        {
            prop_assert!((span.start.line, span.start.column) <= (span.end.line, span.end.column));
            for place in [span.start, span.end] {
                let line = lines.get(place.line - 1).copied().unwrap_or_default();
                // A line's end, CRLF being two units, is the farthest that a column can be.
                prop_assert!(
                    place.column <= line.encode_utf16().count() + 3,
                    "{place:?} in {line:?}"
                );
            }
        }
    }
    Ok(())
}

fn check_fixes(text: &str, closed: bool) -> Result<(), TestCaseError> {
    let answer = judge(text, closed);
    check_spans(text, &answer)?;
    let Some(fixed) = &answer.fixed_description else {
        prop_assert!(answer.diagnostics.iter().all(|diagnostic| diagnostic.fix.is_none()));
        return Ok(());
    };
    let again = judge(fixed, closed);
    prop_assert_eq!(&again.fixed_description, &None, "not idempotent: {} → {}", text, fixed);
    let before = counts(&answer);
    for (rule, count) in counts(&again) {
        let allowed = before.get(rule).copied().unwrap_or(0);
        prop_assert!(
            count <= allowed || rule.starts_with("unfilled-"),
            "new {rule}\n{text}\n→\n{fixed}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fixing_is_idempotent_and_adds_nothing(text in description(), closed: bool) {
        check_fixes(&text, closed)?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC*", closed: bool) {
        check_fixes(&text, closed)?;
    }

    #[test]
    fn line_ends_do_not_matter(text in description()) {
        let expected = places(&judge(&text, false));
        for end in ["\r\n", "\r"] {
            let other = text.replace('\n', end);
            prop_assert_eq!(&places(&judge(&other, false)), &expected, "{:?}", other);
        }
        prop_assert_eq!(&places(&judge(&format!("\u{feff}{text}"), false)), &expected);
    }

    #[test]
    fn a_withheld_issue_shows_nothing(text in description()) {
        let secret = issue(&format!("s3cr3t words\n\n{text}").replace("resolved-in", "resolved"), false, true);
        let answer = validate(&secret, &Policy::default());
        let summaries: Vec<&str> = patch_release_issues::rules::RULES.iter().map(|rule| rule.summary).collect();
        if answer.withheld {
            prop_assert!(answer.fixed_description.is_none() && answer.issue.title.is_none());
            prop_assert!(answer.diagnostics.iter().all(|diagnostic| diagnostic.fix.is_none() && (summaries.contains(&diagnostic.message.as_str()) || !diagnostic.message.contains('`') || diagnostic.rule.contains("sig") || diagnostic.rule.contains("security"))));
            prop_assert!(!patch_release_issues::summary(&secret, &Policy::default(), &patch_release_issues::Facts::default()).contains("s3cr3t"));
        }
    }
}
