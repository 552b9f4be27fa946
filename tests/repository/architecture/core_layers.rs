//! Checks the layers that ARCHITECTURE.md lists: the allowed imports, and no circular imports.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::cycle::{self, Imports};

/// Each layer with the layers that it may import, lowest first. `lib` and `wasm` may import all.
const LAYERS: &[(&str, &[&str])] = &[
    ("links", &[]),
    ("json", &[]),
    ("text", &[]),
    ("github", &["links", "json", "text", "format", "evidence"]),
    ("format", &["links", "json", "text"]),
    ("evidence", &["text", "format"]),
    ("policy", &["links", "json", "text", "format", "evidence"]),
    ("draft", &["text", "format", "policy"]),
    ("judge", &["links", "json", "text", "format", "evidence", "policy", "draft"]),
    ("render", &["links", "json", "text", "format", "evidence", "policy", "draft", "judge"]),
    (
        "compose",
        &["links", "json", "text", "format", "evidence", "policy", "draft", "judge", "render"],
    ),
    ("known_issues", &["links", "json", "text", "format", "evidence", "policy", "judge"]),
    (
        "command_line",
        &[
            "draft",
            "links",
            "json",
            "text",
            "format",
            "evidence",
            "policy",
            "judge",
            "render",
            "known_issues",
        ],
    ),
    (
        "validate_action",
        &["links", "json", "text", "github", "format", "evidence", "policy", "judge", "render"],
    ),
    (
        "report_action",
        &[
            "links",
            "json",
            "text",
            "github",
            "format",
            "evidence",
            "policy",
            "judge",
            "known_issues",
        ],
    ),
];

const ADVICE: &str = "move what both files need into a file of a lower layer (see ARCHITECTURE.md)";

#[test]
fn layers_import_downwards_only() {
    let wrong = upwards(&imports(&sources()));
    assert!(wrong.is_empty(), "{}\n{ADVICE}", wrong.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let imports = imports(&sources());
    let circle = cycle::find(&imports);
    assert!(circle.is_none(), "these import each other in a circle: {circle:?}\n{ADVICE}");
}

#[test]
fn an_import_the_wrong_way_is_found() {
    let mut sources = sources();
    let source = sources.get_mut("text::quote").unwrap();
    source.push_str("\nuse super::super::judge::{\n    issue::Issue,\n    subject,\n};\n");
    let wrong = upwards(&imports(&sources));
    assert!(wrong.iter().any(|line| line.contains("src/text/quote.rs imports judge::issue")));
    let imports = imports(&sources);
    assert!(cycle::find(&imports).is_some());
}

#[test]
fn every_folder_is_a_layer() {
    let known = |layer: &str| {
        matches!(layer, "" | "wasm") || LAYERS.iter().any(|(known, _)| *known == layer)
    };
    for module in sources().keys() {
        let layer = layer(module);
        assert!(known(layer), "src/{layer} is not a layer: add it to LAYERS and ARCHITECTURE.md");
    }
}

#[test]
fn a_type_name_is_used_once() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (module, code) in sources() {
        for line in code.lines() {
            let words: Vec<&str> = line.split(|character| !is_path(character)).collect();
            let keyword =
                words.iter().position(|word| matches!(*word, "struct" | "enum" | "trait" | "type"));
            let is_item = line.starts_with("pub") || keyword == Some(0);
            if let Some(name) = keyword.filter(|_| is_item).and_then(|at| words.get(at + 1)) {
                homes.entry((*name).to_owned()).or_default().push(module.clone());
            }
        }
    }
    homes.retain(|_, modules| modules.len() > 1);
    assert!(homes.is_empty(), "rename all but one of each: {homes:?}");
}

/// A message for every import of a higher layer.
fn upwards(imports: &Imports) -> Vec<String> {
    let mut wrong = Vec::new();
    for (module, imported) in imports {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer(module)) else {
            continue;
        };
        for other in imported.iter().filter(|other| layer(other) != layer(module)) {
            if !allowed.contains(&layer(other)) {
                let file = module.replace("::", "/");
                wrong.push(format!(
                    "src/{file}.rs imports {other}: {} may import {allowed:?}",
                    layer(module)
                ));
            }
        }
    }
    wrong
}

fn layer(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

/// The code of every file of `src/` by module path, without comments and unit tests.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut sources, mut paths) = (BTreeMap::new(), vec![root.clone()]);
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("\n#[cfg(test)]\nmod tests").next().unwrap();
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        let code: Vec<&str> = code.lines().filter(is_code).collect();
        sources.insert(module_of(&root, &path), code.join("\n"));
    }
    sources
}

fn module_of(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap().with_extension("");
    let module = inside.to_string_lossy().replace(['/', '\\'], "::");
    if module == "lib" { String::new() } else { module }
}

fn imports(sources: &BTreeMap<String, String>) -> Imports {
    let mut imports = Imports::new();
    for (module, code) in sources {
        let mut imported = BTreeSet::new();
        for path in paths(code) {
            imported.extend(resolve(&path, module, code, sources));
        }
        imported.remove(module);
        imports.insert(module.clone(), imported);
    }
    imports
}

/// The module that a path leads into; `None` for other crates and for what `lib.rs` re-exports.
fn resolve(
    path: &str,
    module: &str,
    code: &str,
    sources: &BTreeMap<String, String>,
) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").collect();
    let mut base: Vec<&str> = module.split("::").filter(|part| !part.is_empty()).collect();
    match parts[0] {
        "crate" => base.clear(),
        "super" => {}
        child if code.contains(&format!("mod {child};")) => parts.insert(0, ""),
        _ => return None,
    }
    while parts.first() == Some(&"super") {
        base.pop();
        parts[0] = "";
        if parts.get(1) == Some(&"super") {
            parts.remove(0);
        }
    }
    base.extend(parts.into_iter().skip(1));
    (1..=base.len())
        .rev()
        .map(|length| base[..length].join("::"))
        .find(|name| sources.contains_key(name))
}

/// Every path in the code, with nested `use` trees expanded.
fn paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, _) in code.match_indices("::") {
        let start =
            code[..at].rfind(|character| !is_path(character)).map_or(0, |before| before + 1);
        let is_start = !code[..at].ends_with("::") && !code[start..at].contains("::");
        if is_start {
            let end =
                code[at..].find(|character| !is_path(character)).map_or(code.len(), |end| at + end);
            expand(&code[start..end], &code[end..], &mut paths);
        }
    }
    paths
}

fn is_path(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | ':')
}

/// Adds `prefix`, or one path for each branch of the tree if a `{` follows it.
fn expand(prefix: &str, rest: &str, paths: &mut Vec<String>) {
    if !(prefix.ends_with("::") && rest.starts_with('{')) {
        paths.push(prefix.to_owned());
        return;
    }
    let (mut depth, mut start) = (0, 1);
    for (at, character) in rest.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if (character == ',' && depth == 1) || depth == 0 {
            let branch = rest[start..at].trim();
            let end = branch.find(|character| !is_path(character)).unwrap_or(branch.len());
            expand(&format!("{prefix}{}", &branch[..end]), &branch[end..], paths);
            start = at + 1;
        }
        if depth == 0 {
            return;
        }
    }
}
