//! Who may command, when, and what a run makes of it.

use serde_json::{Value, json};

use super::hub::{COMPLETE, Hub, Said, user};

const COMMAND: &str = "/resolved-in v1.6.9";

fn edited() -> String {
    COMPLETE.replace("v1.6.2\n", "v1.6.2\nresolved-in=v1.6.9\n")
}

/// Runs about a comment with the command after `change`.
fn after(change: impl FnOnce(&mut Said)) -> Hub {
    let mut hub = Hub::with(COMPLETE, COMMAND);
    change(&mut hub.comments[0]);
    hub.run();
    hub
}

#[test]
fn the_author_and_members_may() {
    for association in ["OWNER", "MEMBER", "COLLABORATOR"] {
        let hub = after(|said| {
            (said.author, said.association) = (user("somebody"), association);
        });
        assert_eq!((hub.body, hub.comments[0].reaction.as_deref()), (edited(), Some("+1")));
    }
}

#[test]
fn strangers_may_ask_for_a_check_only() {
    for association in ["NONE", "CONTRIBUTOR", "FIRST_TIMER", "MANNEQUIN", "owner", ""] {
        let hub = after(|said| {
            (said.author, said.association) = (user("somebody"), association);
        });
        assert_eq!((&*hub.body, hub.reaction(0)), (COMPLETE, Some("confused")), "{association}");
        assert!(hub.ours().contains("refused=100.not-allowed."));
    }
    let mut hub = Hub::with(COMPLETE, "/patch-release check");
    hub.comments[0].author = user("somebody");
    hub.run();
    assert_eq!((hub.reaction(0), hub.comments.len()), (Some("+1"), 1));
}

#[test]
fn bots_ghosts_and_edited_comments_never_command() {
    let nobody: [Value; 5] = [
        Value::Null,
        json!({"__typename": "Bot", "id": "author"}),
        json!({"__typename": "Mannequin", "id": "author"}),
        json!({"__typename": "Organization", "id": "author"}),
        json!({"__typename": "User"}),
    ];
    for author in nobody {
        let hub = after(|said| (said.author, said.association) = (author.clone(), "OWNER"));
        assert_eq!((&*hub.body, hub.reaction(0)), (COMPLETE, None), "{author}");
    }
    let hub = after(|said| said.edited_at = Some("2026-01-05T08:30:00Z"));
    assert_eq!((&*hub.body, hub.reaction(0)), (COMPLETE, None));
    let marker = "<!-- patch-release-issues/action kind=validation schema=1 issue=7 now=none -->";
    for marker in [marker, "<!-- patch-release-issues/action kind=report -->"] {
        let hub = after(|said| said.body = format!("{marker}\n\n{COMMAND}"));
        assert_eq!((&*hub.body, hub.reaction(0)), (COMPLETE, None));
    }
}

#[test]
fn a_comment_waits_for_a_day() {
    for (created_at, is_done) in [
        ("2026-01-04T09:00:00Z", true),
        ("2026-01-04T08:59:59Z", false),
        ("2026-01-05T09:00:09Z", true),
    ] {
        let hub = after(|said| said.created_at = created_at.to_owned());
        assert_eq!(hub.reaction(0).is_some(), is_done, "{created_at}");
    }
    for reaction in ["+1", "confused"] {
        let hub = after(|said| said.reaction = Some(reaction.to_owned()));
        assert_eq!((&*hub.body, hub.edits), (COMPLETE, 0));
    }
}

#[test]
fn all_that_wait_are_carried_out_oldest_first() {
    let mut hub = Hub::with(COMPLETE, "/resolved-in v1.6.8");
    hub.say("Hello.");
    hub.say("/resolved-in v1.x");
    hub.say("/resolved-in v1.6.9");
    hub.run();
    assert_eq!(hub.body, edited());
    let reactions = [0, 1, 2, 3].map(|index| hub.reaction(index));
    assert_eq!(reactions, [Some("+1"), None, Some("confused"), Some("+1")]);
    assert!(!hub.ours().contains("refused="), "a later command was carried out");
}

#[test]
fn a_refusal_stays_until_a_later_command_or_edit() {
    let mut hub = Hub::with(COMPLETE, "/resolved-in v1.x");
    hub.run().run();
    assert!(hub.ours().contains("`/resolved-in v1.x` was not carried out"), "{}", hub.ours());
    let mut edited = hub.clone();
    edited.edited_at = Some("2026-01-05T09:10:00Z".to_owned());
    edited.run();
    assert!(!edited.ours().contains("😕"), "{}", edited.ours());
    let mut gone = hub.clone();
    gone.comments[0].edited_at = Some("2026-01-05T09:10:00Z");
    gone.run();
    assert!(!gone.ours().contains("😕"));
    hub.say("/patch-release check");
    hub.run();
    assert!(!hub.ours().contains("😕"));
}

#[test]
fn an_edit_after_the_comment_refuses_it() {
    for (edited_at, is_done) in [("2026-01-05T08:00:00Z", true), ("2026-01-05T08:00:01Z", false)] {
        let mut hub = Hub::with(COMPLETE, COMMAND);
        hub.edited_at = Some(edited_at.to_owned());
        hub.run();
        assert_eq!(hub.reaction(0), Some(if is_done { "+1" } else { "confused" }));
        assert_eq!(hub.ours().contains("refused=100.edited."), !is_done);
    }
    // Our own edit is for another comment.
    let mut hub = Hub::with(COMPLETE, COMMAND);
    (hub.edited_at, hub.is_edited_by_us) = (Some("2026-01-05T08:00:01Z".to_owned()), true);
    hub.run();
    assert_eq!(hub.reaction(0), Some("+1"));
}

#[test]
fn without_a_comment_of_ours_the_run_says_why() {
    let mut hub = Hub::with(COMPLETE, "/resolved-in v1.x");
    hub.inputs.comment = "false".to_owned();
    hub.run();
    assert_eq!((hub.reaction(0), hub.comments.len()), (Some("confused"), 1));
    assert!(hub.summary.contains("😕 **`/resolved-in v1.x` was not carried out:**"));
    assert!(hub.log.iter().any(|line| line.starts_with("::notice::😕 `/resolved-in v1.x`")));
}

#[test]
fn a_withheld_description_is_not_written() {
    for command in [COMMAND, "/patch-release fix"] {
        let mut hub = Hub::with("The product security team works on SECRET.", command);
        hub.labels.push("area/security");
        hub.run();
        assert_eq!((hub.edits, hub.reaction(0)), (0, Some("confused")));
        let shown = format!("{}{}{:?}", hub.ours(), hub.summary, hub.log);
        assert!(shown.contains("refused=100.withheld.") && !shown.contains("v1.6.9"), "{shown}");
        assert!(!shown.contains("SECRET"));
    }
}

#[test]
fn a_long_or_unreadable_description_is_not_written() {
    let long = COMPLETE.replace("Pods restart.", &"x".repeat(65_540 - COMPLETE.len()));
    for (body, reason) in [(long, "too-long"), (format!("{}x", "> ".repeat(200)), "unreadable")] {
        let mut hub = Hub::with(&body, COMMAND);
        hub.run();
        assert_eq!((hub.edits, hub.reaction(0)), (0, Some("confused")));
        assert!(hub.ours().contains(&format!("refused=100.{reason}.")), "{reason}");
    }
}

#[test]
fn the_policy_and_the_scope_decide() {
    let mut hub = Hub::with(COMPLETE, COMMAND);
    (hub.policy, hub.inputs.policy) = (Some("commands: off"), "x.yml".to_owned());
    hub.run();
    assert_eq!((&*hub.body, hub.reaction(0)), (COMPLETE, None));
    let mut hub = Hub::with("Nothing about releases.", "/introduced-in v1.6.2");
    hub.labels.clear();
    hub.run();
    assert_eq!((hub.edits, hub.reaction(0), hub.comments.len()), (0, None, 1));
}

#[test]
fn the_corrected_description_is_written_and_offered() {
    let broken = COMPLETE.replace("v1.6.2", "1.6.2");
    let mut hub = Hub::with(&broken, "Hello");
    hub.run();
    assert!(!hub.ours().contains("/patch-release fix"));
    hub.event = "issue_comment";
    hub.run();
    hub.event = "schedule";
    hub.run();
    assert!(hub.ours().contains("or comment `/patch-release fix`"), "{}", hub.ours());
    hub.say("/patch-release fix");
    hub.run();
    assert_eq!((&*hub.body, hub.reaction(2)), (COMPLETE, Some("+1")));
    let mut hub = Hub::with(&broken, "Hello");
    (hub.policy, hub.inputs.policy) = (Some("commands: on"), "x.yml".to_owned());
    hub.run();
    assert!(hub.ours().contains("or comment `/patch-release fix`"));
}
