//! What is a command, and what it does to every kind of description.

use super::hub::{COMPLETE, Hub};

/// Comments that hold the command `/resolved-in v1.6.9`.
const COMMANDS: &[&str] = &[
    "/resolved-in v1.6.9",
    "  /resolved-in   v1.6.9  ",
    "/resolved-in\tv1.6.9",
    "It is out.\n/resolved-in v1.6.9\nThanks!",
    "It is out.\r\n/resolved-in v1.6.9\r\nThanks!",
    "It is out.\r/resolved-in v1.6.9\rThanks!",
    "- item\n\n  /resolved-in v1.6.9",
    "```\ncode\n```\n/resolved-in v1.6.9",
    "> quote\n\n/resolved-in v1.6.9",
    "<details>\n\nx\n\n</details>\n\n/resolved-in v1.6.9",
    "<br>\n\n/resolved-in v1.6.9",
    "/lgtm\n/resolved-in v1.6.9\n/priority critical-urgent",
    "\u{feff}/resolved-in v1.6.9",
];

/// Comments that hold no command.
const WORDS: &[&str] = &[
    "",
    "Please /resolved-in v1.6.9",
    "`/resolved-in v1.6.9`",
    "```\n/resolved-in v1.6.9\n```",
    "~~~\n/resolved-in v1.6.9",
    "x\n\n    /resolved-in v1.6.9",
    "> /resolved-in v1.6.9",
    "> quote\n/resolved-in v1.6.9",
    "<!-- \n/resolved-in v1.6.9\n-->",
    "<!-- \n\n/resolved-in v1.6.9\n\n-->",
    "<div>\n/resolved-in v1.6.9\n</div>",
    "<blockquote>\n\n/resolved-in v1.6.9\n\n</blockquote>",
    "<details><summary>x</summary>\n\n/resolved-in v1.6.9\n\n</details>",
    "<pre>\n\n/resolved-in v1.6.9\n\n</pre>",
    "x <code>\n/resolved-in v1.6.9\n</code>",
    "x `\n/resolved-in v1.6.9\n`",
    "# /resolved-in v1.6.9",
    "/resolved-in v1.6.9\n===",
    "- /resolved-in v1.6.9",
    "\\/resolved-in v1.6.9",
    "/Resolved-In v1.6.9",
    "/RESOLVED-IN v1.6.9",
    "/resolved-in=v1.6.9",
    "/resolvedin v1.6.9",
    "/ resolved-in v1.6.9",
    "/lgtm",
    "/priority critical-urgent",
    "| a |\n|---|\n| /resolved-in v1.6.9 |",
    "[/resolved-in v1.6.9](x)",
    "**/resolved-in v1.6.9**",
];

/// Comments that hold commands which are refused, and the reason.
const REFUSED: &[(&str, &str)] = &[
    ("/patch-release", "unknown-command"),
    ("/patch-release repair", "unknown-command"),
    ("/patch-release FIX", "unknown-command"),
    ("/patch-release check now", "surplus-word"),
    ("/patch-release fix fix", "surplus-word"),
    ("/resolved-in", "missing-value"),
    ("/resolved-in -", "missing-value"),
    ("/resolved-in 1.6.9", "invalid-version"),
    ("/resolved-in V1.6.9", "invalid-version"),
    ("/resolved-in v1.6", "invalid-version"),
    ("/resolved-in v1.6.9, v1.7.2", "invalid-version"),
    ("/resolved-in v1.6.9 thanks", "invalid-version"),
    ("/resolved-in v1.6.9 - v1.7", "invalid-version"),
    ("/resolved-in `v1.6.9`", "invalid-version"),
    ("/resolved-in - v1.6.2", "invalid-branch"),
    ("/not-affected v1.8.1", "invalid-branch"),
    ("/wont-fix - 1.8", "invalid-branch"),
    ("/resolved-in v1.6.9 v1.6.8", "repeated-branch"),
    ("/resolved-in v1.6.9\n/patch-release x", "unknown-command"),
    ("/not-affected v1.6", "adds-conflicting-entries"),
    ("/resolved-in v1.6.1", "adds-resolved-before-introduced"),
    ("/introduced-in - v1.6", "adds-missing-introduced-in"),
];

#[test]
fn a_line_alone_is_a_command() {
    for comment in COMMANDS {
        let mut hub = Hub::with(COMPLETE, comment);
        hub.run();
        let expected = COMPLETE.replace("v1.6.2\n", "v1.6.2\nresolved-in=v1.6.9\n");
        assert_eq!((hub.body.as_str(), hub.reaction(0)), (&*expected, Some("+1")), "{comment:?}");
    }
}

#[test]
fn other_words_are_no_command() {
    for comment in WORDS {
        let mut hub = Hub::with(COMPLETE, comment);
        hub.run();
        assert_eq!((hub.body.as_str(), hub.reaction(0)), (COMPLETE, None), "{comment:?}");
        assert_eq!(hub.comments.len(), 1, "{comment:?}");
    }
}

#[test]
fn what_cannot_be_done_is_refused_with_a_reason() {
    for (comment, reason) in REFUSED {
        let mut hub = Hub::with(COMPLETE, comment);
        hub.run();
        assert_eq!(
            (hub.body.as_str(), hub.reaction(0)),
            (COMPLETE, Some("confused")),
            "{comment:?}"
        );
        assert!(hub.ours().contains(&format!(" refused=100.{reason}.never ")), "{}", hub.ours());
        assert!(hub.ours().contains("😕 **"), "{comment:?}");
        let before = hub.comments.len();
        hub.run();
        assert_eq!((hub.edits, hub.comments.len()), (0, before), "{comment:?}");
    }
}

#[test]
fn several_commands_are_carried_out_together_or_not_at_all() {
    let mut hub = Hub::with(
        COMPLETE,
        "/introduced-in v1.7.0\n/resolved-in v1.6.9 v1.7.2\n/wont-fix v1.5\n/resolved-in - v1.7",
    );
    hub.run();
    let entries = "v1.6.2\nintroduced-in=v1.7.0\nresolved-in=v1.6.9\nwont-fix=v1.5\n";
    assert_eq!(hub.body, COMPLETE.replace("v1.6.2\n", entries));
    assert_eq!((hub.reaction(0), hub.edits), (Some("+1"), 1));
    let mut hub = Hub::with(COMPLETE, "/resolved-in v1.6.9\n\n/introduced-in v1.x");
    hub.run();
    assert_eq!((hub.body.as_str(), hub.reaction(0)), (COMPLETE, Some("confused")));
}

/// A description's release blocks, a command, and the blocks after it; `None` if it is refused.
const EDITS: &[(&str, &str, Option<&str>)] = &[
    // The value changes, and the remark stays.
    (
        "```release\nintroduced-in=v1.6.2 # since #12\nresolved-in = v1.6.4  # not sure\n```\n",
        "/resolved-in v1.6.5",
        Some(
            "```release\nintroduced-in=v1.6.2 # since #12\nresolved-in = v1.6.5  # not sure\n```\n",
        ),
    ),
    (
        "```release\nintroduced-in=v1.6.2\nresolved-in=1.6.4 (#12)\n```\n",
        "/resolved-in v1.6.5",
        Some("```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.5 (#12)\n```\n"),
    ),
    (
        "```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.4, v1.7.1\n```\n",
        "/resolved-in v1.6.5",
        Some("```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.5, v1.7.1\n```\n"),
    ),
    (
        "```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.3\nresolved-in=v1.6.4 # or this?\nresolved-in=v1.6.3\n```\n",
        "/resolved-in v1.6.5",
        Some("```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.5\n# or this?\n```\n"),
    ),
    // What waits for a value gets it.
    (
        "```release\nintroduced-in=v1.6.2\nresolved-in=TBD # soon\n```\n",
        "/resolved-in v1.6.9",
        Some("```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.9 # soon\n```\n"),
    ),
    (
        "```release\nintroduced-in=vX.Y.Z\nresolved-in=\n```\n",
        "/introduced-in v1.6.2\n/resolved-in v1.6.9",
        Some("```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.9\n```\n"),
    ),
    // A new entry goes after the last of its key, else to the end of the last block, else into a new block.
    (
        "```release\nintroduced-in=v1.6.2\n# a remark\n```\n\n```release\nresolved-in=v1.6.9\n# end\n\n```\n",
        "/introduced-in v1.7.0\n/wont-fix v1.5",
        Some(
            "```release\nintroduced-in=v1.6.2\nintroduced-in=v1.7.0\n# a remark\n```\n\n```release\nresolved-in=v1.6.9\n# end\nwont-fix=v1.5\n\n```\n",
        ),
    ),
    ("", "/introduced-in v1.6.2", Some("```release\nintroduced-in=v1.6.2\n```\n\n")),
    ("```release\n```\n", "/introduced-in v1.6.2", Some("```release\nintroduced-in=v1.6.2\n```\n")),
    (
        "- ```release\n  ```\n\n",
        "/introduced-in v1.6.2",
        Some("- ```release\n  introduced-in=v1.6.2\n  ```\n\n"),
    ),
    // A line goes away, and its remark stays.
    (
        "```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.5 # see #12\nwont-fix=v1.5\n```\n",
        "/resolved-in - v1.6\n/wont-fix - v1.5",
        Some("```release\nintroduced-in=v1.6.2\n# see #12\n```\n"),
    ),
    (
        "```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.5, v1.7.1\n```\n",
        "/resolved-in - v1.6",
        None,
    ),
    // What is absent is removed already, and what is there is set already.
    (
        "```release\nintroduced-in=v1.6.2\n```\n",
        "/resolved-in - v1.6\n/introduced-in v1.6.2",
        Some("```release\nintroduced-in=v1.6.2\n```\n"),
    ),
    // Broken structure: the block is not closed, and stays so.
    (
        "```release\nintroduced-in=v1.6.2\n\n",
        "/resolved-in v1.6.9",
        Some("```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.9\n\n"),
    ),
];

#[test]
fn entries_are_edited_where_they_stand() {
    let (_, sections) = COMPLETE.split_once("```\n\n").unwrap();
    for (blocks, command, expected) in EDITS {
        for end in ["\n", "\r\n", "\r"] {
            let lines = |text: &str| format!("{text}{sections}").replace('\n', end);
            let mut hub = Hub::with(&lines(blocks), command);
            hub.run();
            let wanted = lines(expected.unwrap_or(blocks));
            let reaction = if expected.is_some() { "+1" } else { "confused" };
            let found = (hub.body.as_str(), hub.reaction(0));
            assert_eq!(found, (&*wanted, Some(reaction)), "{blocks:?} {command}\n{}", hub.ours());
            // The same comment again changes nothing.
            hub.say(command);
            let edits = hub.edits;
            hub.run();
            assert_eq!((hub.body.as_str(), hub.edits), (&*wanted, edits), "{blocks:?} {command}");
        }
    }
}
