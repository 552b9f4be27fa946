//! Commands about projects whose tags are not `v` and a number.

use super::hub::{COMPLETE, Hub};

/// The complete description, with versions written otherwise.
fn complete(prefix: &str) -> String {
    COMPLETE.replace("=v", &format!("={prefix}"))
}

fn hub(policy: &'static str, body: &str, comment: &str) -> Hub {
    let mut hub = Hub::with(body, comment);
    hub.policy = Some(policy);
    "policy.yml".clone_into(&mut hub.inputs.policy);
    hub
}

const NUMBERS: &str = "tags: \"{version}\"";
const ENGINE: &str = "name: engine\ntags: engine-v{version}";

#[test]
fn entries_are_written_as_the_projects_tags_are() {
    for (policy, prefix) in [(NUMBERS, ""), (ENGINE, "engine-v")] {
        let comment = format!(
            "/introduced-in {prefix}1.6.3\n/resolved-in {prefix}1.7.1\n/wont-fix {prefix}1.5"
        );
        let mut hub = hub(policy, &complete(prefix), &comment);
        hub.run();
        let entries = format!(
            "introduced-in={prefix}1.6.3\nresolved-in={prefix}1.7.1\nwont-fix={prefix}1.5\n"
        );
        assert_eq!(hub.body.lines().nth(1), Some(&*format!("introduced-in={prefix}1.6.3")));
        for entry in entries.lines() {
            assert!(hub.body.contains(entry), "{prefix}: {}", hub.body);
        }
        assert_eq!((hub.edits, hub.reaction(0)), (1, Some("+1")), "{prefix}");
    }
}

#[test]
fn the_first_of_several_patterns_is_written() {
    let policy = "tags: [\"{version}\", \"v{version}\"]";
    let mut hub = hub(policy, &complete("v"), "/introduced-in v1.6.3\n/not-affected v1.8");
    hub.run();
    assert!(hub.body.contains("introduced-in=1.6.3\nnot-affected=1.8\n"), "{}", hub.body);
}

#[test]
fn a_misspelled_entry_is_replaced_as_a_whole() {
    for (policy, written, command, expected) in [
        (NUMBERS, "v1.6.2", "1.6.3", "1.6.3"),
        (ENGINE, "engine-1.6.2", "engine-v1.6.3", "engine-v1.6.3"),
        (ENGINE, "`Engine-V1.6.2`", "engine-v1.6.3", "`engine-v1.6.3`"),
    ] {
        let body = COMPLETE.replace("v1.6.2", written);
        let mut hub = hub(policy, &body, &format!("/introduced-in {command}"));
        hub.labels.push("patch-release");
        hub.run();
        let line = hub.body.lines().nth(1);
        assert_eq!(line, Some(&*format!("introduced-in={expected}")), "{written}");
    }
}

#[test]
fn what_is_refused_is_explained_with_the_projects_versions() {
    for (comment, expected) in [
        ("/resolved-in v1.6.5", "write full versions such as `1.6.5`"),
        ("/wont-fix v1.6", "write branches such as `1.6`"),
        (
            "/resolved-in",
            "such as `/resolved-in 1.6.5`, or what to remove, such as `/resolved-in - 1.6`",
        ),
    ] {
        let mut hub = hub(NUMBERS, &complete(""), comment);
        hub.run();
        assert!(hub.ours().contains(expected), "{comment}: {}", hub.ours());
        assert_eq!((hub.edits, hub.reaction(0)), (0, Some("confused")));
    }
}

#[test]
fn commands_of_another_project_of_the_repository_are_left_alone() {
    for comment in ["/resolved-in ui-v1.6.5", "/resolved-in - ui-v1.6", "/wont-fix ui-v1.6 ui-v1.7"]
    {
        let mut hub = hub(ENGINE, &complete("engine-v"), comment);
        hub.run();
        assert_eq!((hub.edits, hub.reaction(0), hub.ours()), (0, None, ""), "{comment}");
    }
    let mut hub = hub(ENGINE, &complete("engine-v"), "/resolved-in engine-v1.7.1 ui-v1.6.5");
    hub.run();
    assert_eq!((hub.edits, hub.reaction(0)), (0, Some("confused")));
}
