//! Help about labels is in the policy's words: a repository with other labels has no use for Kubernetes' commands.

#![expect(clippy::indexing_slicing, reason = "a test that cannot read the answer fails")]

use patch_release_issues::{Issue, read_policy, validate};

/// The help of a rule about an issue without labels.
fn help(rule: &str, policy: &str) -> String {
    let issue = Issue { number: 7, labels: vec!["patch-release".to_owned()], ..Issue::default() };
    let answer = validate(&issue, &read_policy(policy).unwrap_or_default()).to_json();
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap_or_default();
    let all = answer["diagnostics"].as_array().cloned().unwrap_or_default();
    let found = all.iter().find(|found| found["rule"] == rule);
    found.map(|found| found["help"].as_str().unwrap_or_default().to_owned()).unwrap_or_default()
}

#[test]
fn kubernetes_labels_have_prows_commands() {
    let help = |rule| help(rule, "");
    assert_eq!(
        help("missing-sig"),
        "people with triage permission set a label for every SIG that is involved, such as `sig/node`; where Prow \
         runs, anyone can comment `/sig node`"
    );
    assert!(
        help("missing-priority")
            .ends_with("`/priority critical-urgent` or `/priority important-soon`")
    );
}

#[test]
fn other_labels_have_the_policys_names_and_nobody_elses_commands() {
    let area = "priorities: {prefix: \"P: \", accepted: [high]}\nsigs: {prefix: area/, known: [net, disk]}";
    let team = "sigs: {prefix: team-}";
    let asked = " in the sidebar of the issue; anyone else can ask them in a comment";
    for (rule, policy, label) in [
        ("missing-priority", area, "`P: high`"),
        ("missing-sig", area, "`area/net`"),
        ("missing-sig", team, "`team-NAME`"),
    ] {
        let help = help(rule, policy);
        assert!(help.starts_with("people with triage permission set "), "{help}");
        assert!(help.contains(label) && help.ends_with(asked), "{help}");
        assert!(!help.contains("Prow") && !help.contains("comment `/"), "{help}");
    }
}
