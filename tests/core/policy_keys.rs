//! Random values of the keys that make a policy fit any project: each is read, or every mistake in it has a place; and
//! a policy that is read judges its own template without mistakes, and survives being read under another one.

#![expect(clippy::indexing_slicing, reason = "a test that cannot read its cases fails")]

use patch_release_issues::{Issue, read_policy, validate};
use proptest::prelude::*;
use serde_json::json;

use crate::policy_properties::check;

/// Pieces of texts: words, markup, placeholders and characters that something could stumble over.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Fix".to_owned()),
        Just("What happens".to_owned()),
        Just("{version}".to_owned()),
        Just("{label}".to_owned()),
        Just("{".to_owned()),
        Just("`".to_owned()),
        Just("v".to_owned()),
        Just("# ".to_owned()),
        Just("```release\n".to_owned()),
        Just("introduced-in=v1.6.2\n".to_owned()),
        Just("- #NNNNN".to_owned()),
        Just("TBD".to_owned()),
        Just("<!-- ".to_owned()),
        Just("\n\n".to_owned()),
        "[a-zA-Z0-9 :*_/@.-]{0,6}",
        "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

fn section() -> impl Strategy<Value = serde_json::Value> {
    let holds = prop_oneof![Just(json!("binaries")), Just(json!("pull-requests")), Just(json!(1))];
    (text(), text(), prop::option::of(holds), any::<bool>(), any::<bool>()).prop_map(
        |(name, prompt, holds, optional, deferred)| {
            let mut section = json!({
                "name": name, "prompt": prompt, "optional": optional, "deferred": deferred
            });
            if let Some(holds) = holds {
                section["holds"] = holds;
            }
            section
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_words_are_read_or_explained(
        tags in prop::collection::vec(text(), 0..3),
        sections in prop::collection::vec(section(), 0..4),
        (help, one, many) in (text(), text(), text()),
        (name, extends) in (text(), text()),
        body in text(),
    ) {
        for policy in [
            json!({"tags": tags}),
            json!({"sections": sections}),
            json!({"help": {"labels": help}}),
            json!({"sigs": {"noun": one}, "priorities": {"noun": {"one": one, "many": many}}}),
            json!({"name": name}),
            json!({"extends": extends}),
            json!({"tags": tags, "sections": sections, "help": {"labels": help}, "sigs": {"noun": one}}),
        ] {
            let text = policy.to_string();
            check(&text)?;
            let Ok(policy) = read_policy(&text) else { continue };
            let template = policy.template();
            let issue = |body: &str| -> Issue {
                let labels = ["patch-release", "priority/critical-urgent", "sig/cli"];
                serde_json::from_value(json!({"number": 1, "title": "t", "body": body, "labels": labels})).unwrap()
            };
            for found in validate(&issue(&template), &policy).diagnostics {
                prop_assert!(found.rule.starts_with("unfilled-"), "{} in\n{template}", found.rule);
            }
            let fixed = validate(&issue(&body), &policy).fixed_description;
            if let Some(fixed) = fixed {
                let again = validate(&issue(&fixed), &policy);
                prop_assert_eq!(again.fixed_description, None, "{}", fixed);
            }
        }
    }
}
