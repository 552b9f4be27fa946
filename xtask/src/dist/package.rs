//! Makes the parts of the npm package that follow from others: the scripts for Node, and the types for `CommonJS`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::command::{root, succeed};
use crate::dist::build::Place;
use crate::dist::licences;

/// The types that a user of `import` or `require` reads.
const TYPES: &[&str] = &["answer", "index", "report/index", "report/known-issues"];

/// The scripts that Node runs. Each becomes one file, so that the WebAssembly file is the only other one.
const SCRIPTS: &[&str] = &["node.cjs", "report/node.cjs"];

/// The parts of the command line: its entry points, and the files that they become. Requests are in a bundle of their
/// own, because most commands make none.
const COMMAND_LINE: &[(&str, &str)] =
    &[("cli/main.js", "cli.cjs"), ("cli/github.js", "github.cjs")];

/// The source that is part of these scripts.
const SHARED: &str = "read-module.cjs";

/// Completes the package in `pkg`, which contains its sources, and what wasm-bindgen generated.
pub(crate) fn finish(place: &Place, pkg: &Path) -> Outcome {
    for script in SCRIPTS {
        succeed(&mut bundle(place, &format!("pkg/{script}"), script, "// Made"))?;
    }
    for (source, script) in COMMAND_LINE {
        succeed(&mut bundle(place, source, script, "#!/usr/bin/env node\n// Made"))?;
    }
    licences::add_of_modules(&metafile(place, "github.cjs"), &pkg.join("LICENSES.txt"))?;
    fs::remove_file(pkg.join(SHARED))?;
    for types in TYPES {
        let text = fs::read_to_string(pkg.join(format!("{types}.d.ts")))?;
        fs::write(pkg.join(format!("{types}.d.cts")), for_require(&text))?;
    }
    Ok(())
}

/// Declarations of a `CommonJS` module may not import those of an ES module.
fn for_require(types: &str) -> String {
    types.replace(".js\";", ".cjs\";")
}

/// Bundles a script of the package. `start` begins its first line.
fn bundle(place: &Place, source: &str, script: &str, start: &str) -> Command {
    let options = [
        "--allow-overwrite",
        "--bundle",
        "--charset=utf8",
        "--external:./github.cjs",
        "--format=cjs",
        "--log-level=warning",
        "--minify-syntax",
        "--minify-whitespace",
        "--platform=node",
        "--target=node20",
    ];
    let mut esbuild = Command::new(root().join("node_modules/.bin/esbuild"));
    esbuild.arg(source).arg(format!("--outfile=pkg/{script}")).args(options);
    esbuild.arg(format!("--metafile={}", metafile(place, script).display()));
    esbuild.arg(format!("--banner:js={start} by `cargo xtask dist`."));
    esbuild.current_dir(&place.root).env("NODE_PATH", root().join("node_modules"));
    esbuild
}

/// The file in which esbuild lists what a script is made of.
pub(crate) fn metafile(place: &Place, script: &str) -> PathBuf {
    place.target.join(format!("package-{}.meta.json", script.replace('/', "-")))
}

#[cfg(test)]
mod tests {
    use super::for_require;

    #[test]
    fn types_for_require_import_their_own_kind() {
        let types = "export type { Answer } from \"./answer.js\";\n/** In `index.js`. */\n";
        let wanted = "export type { Answer } from \"./answer.cjs\";\n/** In `index.js`. */\n";
        assert_eq!(for_require(types), wanted);
    }
}
