//! Checks the layers of `action/` and `cli/`, and that their files have no circular imports. Imports of types count.

use std::collections::BTreeSet;

use super::cycle::{self, Imports};
use super::files::files;

/// The scripts that are bundled. Each may import every layer; no file imports them.
const ENTRY_POINTS: &[&str] =
    &["action/report.js", "action/run.js", "action/validate.js", "cli/main.js"];

/// Bundles of the connection to GitHub. One of them contains the other.
const CONNECTIONS: &[&str] = &["action/github.js", "cli/github.js"];

/// Each layer, and the layers that its files may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("action/*.js", &["action/*.js"]),
    ("action/github/", &["action/*.js", "action/github/"]),
    ("action/validate/", &["action/*.js", "action/validate/"]),
    ("action/report/", &["action/*.js", "action/report/"]),
    (
        "the connections",
        &["action/*.js", "action/github/", "action/validate/", "action/report/", "the connections"],
    ),
    (
        "cli/*.js",
        &["action/*.js", "action/github/", "action/report/", "cli/*.js", "the connections"],
    ),
    (
        "the entry points",
        &["action/*.js", "action/github/", "action/validate/", "action/report/", "cli/*.js"],
    ),
];

/// The layer of a file, and the layers that it may import.
fn layer(path: &str) -> (&'static str, &'static [&'static str]) {
    let layer = match path.split('/').collect::<Vec<_>>()[..] {
        _ if ENTRY_POINTS.contains(&path) => "the entry points".to_owned(),
        _ if CONNECTIONS.contains(&path) => "the connections".to_owned(),
        [folder, _] => format!("{folder}/*.js"),
        [_, folder, ..] => format!("action/{folder}/"),
        _ => String::new(),
    };
    let known = LAYERS.iter().find(|(name, _)| *name == layer);
    assert!(known.is_some(), "{path} is in no layer: add `{layer}` to LAYERS in this test");
    *known.unwrap()
}

/// The files of `action/` and `cli/` that each of them imports.
fn imports() -> Imports {
    let files = files(&["action", "cli"], ".js");
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let imported = |path: &str, text: &str| -> BTreeSet<String> {
        let all = specifiers(text).into_iter().filter(|name| name.starts_with('.'));
        let inside = all
            .map(|name| resolve(path, name))
            .filter(|path| path.starts_with("action/") || path.starts_with("cli/"));
        inside.inspect(|other| assert!(paths.contains(&**other), "{path}: no {other}")).collect()
    };
    files.iter().map(|file| (file.path.clone(), imported(&file.path, &file.text))).collect()
}

/// The imports of a script as written, including types in comments.
fn specifiers(text: &str) -> Vec<&str> {
    let starts = ["from \"", "import \"", "import(\""];
    let all = starts.iter().flat_map(|start| text.split(start).skip(1));
    all.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The path of the file that the file at `path` imports as `name`.
fn resolve(path: &str, name: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn the_scripts_import_no_higher_layer() {
    let imports = imports();
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 40);
    for (path, others) in &imports {
        let (from, allowed) = layer(path);
        for other in others {
            assert!(
                allowed.contains(&layer(other).0),
                "{path} imports {other}: {from} may only import {allowed:?}. Move what both need \
                 into a file that both may import, or pass it as an argument"
            );
        }
    }
}

#[test]
fn the_scripts_import_each_other_in_no_circle() {
    let imports = imports();
    let circle = cycle::find(&imports).unwrap_or_default();
    assert!(
        circle.is_empty(),
        "{} imports {}, which leads back to it: {circle:?}. Move what both need into a file that \
         both import, or pass it as an argument",
        circle[circle.len() - 1],
        circle[0],
    );
}
