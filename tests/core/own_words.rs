//! Policies of projects that are not Kubernetes: what they may say, and what follows from it.

#![expect(clippy::unwrap_used, reason = "a test that fails says why")]

use patch_release_issues::policy::read::Shared;
use patch_release_issues::{Issue, Policy, read_policy, read_policy_with, validate};
use serde_json::Value;

const SHARED: &str = "example/release:policy.yml@main";

/// The policy of a file that extends another, or its mistakes, one a line.
fn merged(own: &str, shared: &str) -> Result<Policy, String> {
    let own = format!("extends: {SHARED}\n{own}");
    let read = read_policy_with(&own, Some(Shared { name: SHARED, text: shared }));
    let lines = |errors: Vec<patch_release_issues::PolicyError>| -> String {
        errors.iter().map(|error| error.in_file("own.yml") + "\n").collect()
    };
    read.map_err(lines)
}

/// What is found in a description: the rule, the message and the help.
fn found(policy: &str, body: &str, labels: &[&str]) -> Vec<(&'static str, String, String)> {
    let issue = Issue {
        description: Some(body.to_owned()),
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        ..Issue::default()
    };
    let policy = format!("scope: all\npriorities: null\nsigs: null\n{policy}");
    let answer = validate(&issue, &read_policy(&policy).unwrap());
    let found = answer.diagnostics.into_iter();
    found.map(|one| (one.rule, one.message, one.help)).collect()
}

const ENTRY: &str = "```release\nintroduced-in=1.6.2\n```\n";
const NUMBERS: &str = "tags: \"{version}\"\n";

#[test]
fn null_takes_a_name_away() {
    assert_eq!(merged("name: null\n", "name: shared\n").map(|policy| policy.name), Ok(None));
    let named = merged("", "name: shared\n").map(|policy| policy.name);
    assert_eq!(named, Ok(Some("shared".to_owned())));
}

#[test]
fn a_mistake_that_only_the_shared_file_can_mend_is_in_that_file() {
    for (own, shared, place) in [
        (
            "",
            "labels:\n  affects: sig/{branch}\n",
            "`example/release:policy.yml@main` line 2, column 12: ",
        ),
        (
            "sigs: {prefix: on/}\n",
            "labels: {affects: \"on/{branch}\"}\n",
            "`own.yml` line 2, column 7: ",
        ),
        (
            "labels: {affects: \"on/{branch}\"}\n",
            "sigs: {prefix: on/}\n",
            "`own.yml` line 2, column 19: ",
        ),
        (
            "",
            "scope: all\nsections: [{name: A, prompt: \"<!-- x\"}]\n",
            "`example/release:policy.yml@main` line 2, column 11: ",
        ),
        (
            "sections: [{name: A, prompt: \"<!-- x\"}]\n",
            "scope: all\n",
            "`own.yml` line 2, column 11: ",
        ),
    ] {
        let mistakes = merged(own, shared).unwrap_err();
        assert!(mistakes.starts_with(place) && mistakes.lines().count() == 1, "{mistakes}");
    }
}

#[test]
fn sections_of_a_preset_call_components_what_the_policy_does() {
    let policy = merged("components: Modules\n", "scope: all\n").unwrap();
    let template = policy.template();
    assert!(template.contains("\nModules:\n- NAME\n"), "{template}");
    assert!(!template.to_lowercase().contains("binaries"), "{template}");
    let missing = found("components: Modules\n", "```release\nintroduced-in=v1.6.2\n```\n", &[]);
    let help: Vec<&str> = missing.iter().map(|(.., help)| help.as_str()).collect();
    assert!(
        help.contains(&"add `## Root cause`: what causes it, and in which modules"),
        "{help:?}"
    );
}

#[test]
fn an_example_of_a_component_is_no_kubernetes_binary_elsewhere() {
    let body = "```release\nintroduced-in=v1.6.2\n```\n\n## Root cause\n\nA race.\n";
    for (policy, body, example) in [
        ("", body.to_owned(), "`- kubectl`"),
        ("binaries: [scanner]\n", body.to_owned(), "`- scanner`"),
        (NUMBERS, body.replace("v1", "1"), "`- NAME`"),
        ("components: Packages\n", body.to_owned(), "`- NAME`"),
    ] {
        let found = found(policy, &body, &[]);
        let about = found.iter().find(|(rule, ..)| *rule == "missing-binaries");
        assert!(about.is_some_and(|(.., help)| help.contains(example)), "{policy}: {about:?}");
    }
}

#[test]
fn numbers_with_zeros_are_told_in_branches_and_before_pre_releases_too() {
    for (entry, is_told) in [
        ("introduced-in=2026.01.3", true),
        ("introduced-in=2026.01.3-rc1", true),
        ("not-affected=2026.01", true),
        ("wont-fix=01.2", true),
        ("not-affected=main", false),
        ("introduced-in=2026.1.3.0", false),
        ("introduced-in=1.6.0-1.6.03", false),
    ] {
        let found = found(NUMBERS, &ENTRY.replace("introduced-in=1.6.2", entry), &[]);
        let told = found.iter().any(|(_, message, _)| {
            message.starts_with(&format!("`{entry}`"))
                && message.ends_with("must not start with zeros")
        });
        assert_eq!(told, is_told, "{entry}: {found:?}");
    }
}

#[test]
fn names_that_look_like_articles_are_names() {
    let policy = "sections: [{name: Where, prompt: Where it is, holds: binaries}]\n";
    let policy = read_policy(&format!("scope: all\n{policy}")).unwrap();
    for (list, named) in [
        ("Binaries:\n- a\n- b\n", vec!["a", "b"]),
        ("Binaries:\n- the engine\n", vec!["engine"]),
        ("Binaries: a and an engine\n", vec!["a", "engine"]),
    ] {
        let description = Some(format!("## Where\n\n{list}"));
        let answer = validate(&Issue { description, ..Issue::default() }, &policy);
        assert_eq!(answer.issue.binaries, named, "{list}");
    }
}

#[test]
fn case_does_not_matter_in_any_alphabet() {
    let policy = "sections: [{name: \u{c4}nderung, prompt: Was sich \u{e4}ndert}]\n";
    let heading = |name: &str| {
        let body = format!("```release\nintroduced-in=v1.6.2\n```\n\n## {name}\n\nAlles.\n");
        found(policy, &body, &[]).len()
    };
    assert_eq!((heading("\u{c4}NDERUNG"), heading("\u{e4}nderung"), heading("Anderes")), (0, 0, 1));
    let both = policy.replace("}]", "}, {name: \u{e4}nderung, prompt: Noch etwas}]");
    assert!(read_policy(&both).is_err_and(|errors| errors[0].message.contains("two sections")));
}

#[test]
fn the_security_team_has_the_name_that_the_policy_knows() {
    let mine = "security: {labels: [secret], phrases: [our own team]}\n";
    for (policy, team) in [("", "the product security team"), (mine, "the security team")] {
        let label = if policy.is_empty() { "area/security" } else { "secret" };
        let found = found(policy, "", &[label]);
        assert!(found.iter().any(|(_, message, _)| message.contains(team)), "{found:?}");
    }
}

#[test]
fn without_priorities_the_report_calls_no_release_free_of_urgent_issues() {
    use patch_release_issues::known_issues::{Collection, Dump, Options};
    for (priorities, version) in [("null", Value::Null), ("{}", "v1.6.0".into())] {
        let policy = format!("maintained: 3\nsigs: null\npriorities: {priorities}\n");
        let policy = read_policy(&policy).unwrap();
        let mut collection = Collection::new(Options { policy, ..Options::default() });
        let dump: Dump = serde_json::from_value(serde_json::json!({"repositories": [{
            "name": "o/r", "tags": [{"name": "v1.6.0", "date": "2026-01-01"}], "issues": [{
                "number": 1, "title": "t", "labels": ["patch-release"], "state": "open",
                "body": "```release\nintroduced-in=v1.6.0\n```\n",
            }],
        }]}))
        .unwrap();
        collection.add(dump).unwrap();
        let report = serde_json::to_value(collection.finish()).unwrap();
        let branch = &report["repositories"][0]["report"]["branches"][0];
        assert_eq!(branch["firstGoodCritical"]["version"], version, "{priorities}: {branch}");
    }
}

#[test]
fn a_noun_may_contain_another() {
    let nouns = "noun: SIG team}\npriorities: {prefix: s/, accepted: [x], noun: priority level}\n";
    let policy = read_policy(&format!("sigs: {{prefix: g/, known: [a], {nouns}")).unwrap();
    let labels = ["patch-release", "area/security", "g/b", "s/y"].map(str::to_owned).to_vec();
    let description = Some("We work with the product security team.".to_owned());
    let answer = validate(&Issue { labels, description, ..Issue::default() }, &policy);
    let shown = format!("{:?}", answer.diagnostics);
    assert!(shown.contains("a SIG team label") && !shown.contains("team team"), "{shown}");
    assert!(!shown.contains("level level"), "{shown}");
}

#[test]
fn a_name_finds_its_own_entries_in_any_dress() {
    let policy = read_policy("name: engine\ntags: engine-v{version}\n").unwrap();
    for (entry, is_own) in [
        ("introduced-in=engine-v1.6.2", true),
        ("introduced-in=`engine-v1.6.2`", true),
        ("introduced-in=engine-v1.6.2 (perhaps)", true),
        ("introduced-in=ui-v1.2.3, engine-v1.6.2", true),
        ("introduced-in=`ui-v1.6.2`", false),
        ("introduced-in=1.6.2", false),
        ("introduced-in=engine-kit-v1.6.2", false),
    ] {
        let description = Some(format!("```release\n{entry}\n```\n"));
        let answer = validate(&Issue { description, ..Issue::default() }, &policy);
        assert_eq!(answer.in_scope, is_own, "{entry}");
    }
}
