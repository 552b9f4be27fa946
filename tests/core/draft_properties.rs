//! Properties of drafting any description.

use patch_release_issues::{DraftAnswer, DraftFact, DraftOptions, Issue, Policy, draft, validate};
use proptest::prelude::*;

/// Pieces of old descriptions. Any sequence of them makes one.
const PIECES: &[&str] = &[
    "Affected versions: v1.7.3 - v1.7.13\n",
    "**Affected Versions**\n",
    "#### Fixed Versions\n",
    "## Impact\n",
    "### Root cause\n",
    "v1.27.0 - v1.27.1\n",
    "<= v1.24.13\n",
    "V1.24.14\n",
    "- kubelet v1.18.6 - fixed by #92921\n",
    "* Kubernetes 1.3.x-1.6.x\n",
    "* Fixed in master by #58720 (included in v1.10.0-beta.1 and up, will be in v1.10.0)\n",
    "| Affected | Fixed |\n|---|---|\n| v1.7.3 | v1.7.14 |\n",
    "The regression was introduced in v1.6.2. ",
    "Fixed in v1.7.14 ",
    "Upgrade to v1.8.9. ",
    "It will be fixed in v1.9.4, maybe. ",
    "Not affected: v1.5.0\n",
    "prior to v1.18.6 ",
    "since é🐛 v1.6.2 ",
    "&lt;= v1.6.4 ",
    "`<= v1.6.4` ",
    "~~Fixed in v1.5.1~~ ",
    "[v1.9.5](https://github.com/o/r/pull/7) ",
    "nginx 1.2.3, ",
    "<!-- Fixed in v1.1.1 -->\n",
    "<!-- open\n",
    "<details>\n",
    "```release-note\nFix 1.25 regression\n```\n",
    "```\n",
    "~~~\n",
    "> Fixed in v1.3.3\n",
    "    Fixed in v1.3.3\n",
    "- ",
    "1. ",
    "\n",
    "\n",
    "\n",
    "words ",
    "**",
    "`",
    "(",
    ")",
    ": ",
    " - ",
    "# introduced-in=v1.0.0 (to confirm: \"<= v1.24.13\")\n",
    "introduced-in=v1.6.2\n",
    "```release\nresolved-in=v1.6.5\n```\n",
    "PRs: #12\n",
    "working with the product security team\n",
    "Кубернетес v1.4.4 \u{200b}",
    "\t",
    "---\n",
];

fn description() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..20);
    let ends = prop::sample::select(&["\n", "\r\n", "\r"][..]);
    (pieces, ends).prop_map(|(pieces, end)| pieces.concat().replace('\n', end))
}

fn issue(text: &str, closed: bool) -> Issue {
    let labels = ["patch-release", "sig/node", "priority/important-soon"].map(str::to_owned);
    Issue {
        number: 7,
        title: "A title".to_owned(),
        description: Some(text.to_owned()),
        labels: labels.to_vec(),
        state: closed.then_some(patch_release_issues::issue::State::Closed),
        ..Issue::default()
    }
}

fn drafted(text: &str, closed: bool) -> DraftAnswer {
    let policy = Policy::default();
    draft(&issue(text, closed), &DraftOptions { policy: &policy, releases: None, repository: None })
}

/// The bytes of `text` are left in `drafted`, in order and next to each other.
fn keeps(text: &str, drafted: &str) -> bool {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    drafted.contains(bare.trim_end())
}

fn check_place(text: &str, fact: &DraftFact) -> Result<(), TestCaseError> {
    let Some(span) = fact.span else { return Ok(()) };
    let lines: Vec<&str> = text.split("\r\n").flat_map(|line| line.split(['\n', '\r'])).collect();
    prop_assert!((span.start.line, span.start.column) < (span.end.line, span.end.column));
    for place in [span.start, span.end] {
        let line = lines.get(place.line - 1).copied().unwrap_or_default();
        let units: Vec<u16> = line.encode_utf16().take(place.column - 1).collect();
        prop_assert_eq!(units.len(), place.column - 1, "{:?} in {:?}", place, line);
        prop_assert!(
            String::from_utf16(&units).is_ok(),
            "{:?} splits a character of {:?}",
            place,
            line
        );
    }
    // Where a fact is on one line, its version is among the words there.
    let line = lines.get(span.start.line - 1).copied().unwrap_or_default();
    if span.start.line == span.end.line && !line.contains(['&', '(']) {
        let units: Vec<u16> = line.encode_utf16().collect();
        let shown = units.get(span.start.column - 1..span.end.column - 1).unwrap_or_default();
        let shown = String::from_utf16_lossy(shown);
        let digits = |text: &str| text.contains(|character: char| character.is_ascii_digit());
        prop_assert_eq!(digits(&fact.words), digits(&shown), "{:?} and {:?}", &fact.words, shown);
    }
    Ok(())
}

fn check(text: &str, closed: bool) -> Result<(), TestCaseError> {
    let answer = drafted(text, closed);
    let facts = answer.entries.iter().map(|(_, fact)| fact);
    for fact in facts.chain(&answer.binaries).chain(&answer.pull_requests) {
        check_place(text, fact)?;
    }
    prop_assert!(keeps(text, &answer.description), "{:?} is not in {:?}", text, answer.description);
    let again = drafted(&answer.description, closed);
    prop_assert_eq!(&again.description, &answer.description, "drafting again changes it");
    if text.contains("\r\n") && !text.replace("\r\n", "").contains(['\n', '\r']) {
        let rest = answer.description.replace("\r\n", "");
        prop_assert!(!rest.contains(['\n', '\r']), "line ends differ: {:?}", answer.description);
    }
    check_claims(&answer, closed)
}

/// Every entry that is read from a draft is one that was drafted as certain, or stood there before.
fn check_claims(answer: &DraftAnswer, closed: bool) -> Result<(), TestCaseError> {
    if answer.entries.is_empty() {
        return Ok(());
    }
    let read = validate(&issue(&answer.description, closed), &Policy::default());
    if read.withheld {
        return Ok(());
    }
    for (key, versions) in
        [("introduced-in", &read.issue.introduced_in), ("resolved-in", &read.issue.resolved_in)]
    {
        let mut certain: Vec<&String> = Vec::new();
        for (known, fact) in &answer.entries {
            if *known == key && fact.confidence == patch_release_issues::Confidence::Certain {
                certain.push(&fact.value);
            }
        }
        prop_assert_eq!(versions.iter().collect::<Vec<_>>(), certain, "{}", answer.description);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_keeps_the_text_and_is_stable(text in description(), closed: bool) {
        check(&text, closed)?;
    }

    #[test]
    fn any_text_is_drafted(text in "\\PC*") {
        check(&text, false)?;
    }

    #[test]
    fn line_ends_do_not_matter(text in description()) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let facts = |text: &str| {
            let answer = drafted(text, false);
            let entries = answer.entries.iter().map(|(key, fact)| (*key, fact.value.clone(), fact.confidence, fact.span));
            entries.collect::<Vec<_>>()
        };
        for end in ["\r\n", "\r"] {
            prop_assert_eq!(facts(&text.replace('\n', end)), facts(&text), "{:?}", text);
        }
    }

    #[test]
    fn the_fix_states_only_what_is_certain(text in description(), closed: bool) {
        let issue = issue(&text, closed);
        let answer = validate(&issue, &Policy::default());
        let Some(fixed) = answer.fixed_description else { return Ok(()) };
        prop_assert!(!fixed.contains("to confirm") || text.contains("to confirm"), "{}", fixed);
        let is_template = answer.diagnostics.iter().any(|found| found.rule == "missing-template");
        if is_template {
            let certain: Vec<String> = drafted(&text, closed).entries.into_iter().filter(|(_, fact)| fact.confidence == patch_release_issues::Confidence::Certain).map(|(key, fact)| format!("{key}={}", fact.value)).collect();
            let again = validate(&Issue { description: Some(fixed.clone()), ..issue }, &Policy::default());
            for (key, versions) in [("introduced-in", &again.issue.introduced_in), ("resolved-in", &again.issue.resolved_in)] {
                for version in versions {
                    prop_assert!(certain.contains(&format!("{key}={version}")), "{key}={version} in {fixed}");
                }
            }
        }
    }
}
