//! Builds the two folders, and checks that the committed ones match their sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::command::{cargo, command, output, root, succeed, target_dir};
use crate::dist::{files, licences, package, sbom, wasm};

/// The sources of `pkg/` and `dist/`.
const SOURCES: &[&str] = &[
    ".cargo",
    ".github/ISSUE_TEMPLATE",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "action",
    "cli",
    "docs/examples",
    "docs/patch-release-issues.yml",
    "fuzz",
    "npm",
    "package.json",
    "rust-toolchain.toml",
    "schema",
    "src",
    "templates",
    "tsconfig.json",
    "xtask",
];
const MADE: &[&str] = &["pkg", "dist"];

/// The folders of a build.
pub(crate) struct Place {
    /// The workspace's folder, or that of a copy.
    pub(crate) root: PathBuf,
    /// The folder in which cargo keeps the sources of dependencies.
    pub(crate) cargo_home: PathBuf,
    /// The folder in which cargo builds.
    pub(crate) target: PathBuf,
}

/// Builds `pkg/` and `dist/`.
pub(crate) fn write() -> Outcome {
    let place = Place { root: root().to_owned(), cargo_home: cargo_home()?, target: target_dir() };
    fetch()?;
    make(&place)
}

/// Builds both from a copy of the sources in another folder, with another cargo home, and compares them with the
/// committed ones.
pub(crate) fn check() -> Outcome {
    fetch()?;
    let folder = target_dir().join("dist-check");
    files::empty(&folder)?;
    let place = Place {
        root: folder.join("copy"),
        cargo_home: folder.join("cargo-home"),
        target: folder.join("target"),
    };
    for source in SOURCES {
        files::copy(&root().join(source), &place.root.join(source))?;
    }
    furnish(&place.cargo_home)?;
    make(&place)?;
    compare(&place.root)?;
    Ok(fs::remove_dir_all(&folder)?)
}

fn compare(copy: &Path) -> Outcome {
    let mut different = Vec::new();
    for folder in MADE {
        let paths = files::differences(&root().join(folder), &copy.join(folder))?;
        different.extend(paths.iter().map(|path| format!("  {folder}/{}", path.display())));
    }
    if different.is_empty() {
        println!(
            "pkg/ and dist/ match their sources, built in another folder with another cargo home"
        );
        return Ok(());
    }
    Err(format!(
        "files do not match the sources (run `cargo xtask dist`):\n{}",
        different.join("\n")
    )
    .into())
}

/// Downloads the dependencies that are missing. The rest of the build needs no network.
fn fetch() -> Outcome {
    if !root().join("node_modules").exists() {
        succeed(&mut command("npm", &["ci", "--ignore-scripts"]))?;
    }
    succeed(&mut cargo(&["fetch", "--quiet", "--locked"]))
}

fn cargo_home() -> Outcome<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    Ok(std::env::home_dir().ok_or("neither CARGO_HOME nor a home folder is known")?.join(".cargo"))
}

/// Makes a cargo home with the same downloads and settings as the user's, and nothing unpacked.
fn furnish(cargo_home: &Path) -> Outcome {
    let ours = self::cargo_home()?;
    for name in ["config.toml", "config", "registry/cache", "registry/index"] {
        let from = ours.join(name);
        if from.exists() {
            files::copy(&from, &cargo_home.join(name))?;
        }
    }
    Ok(())
}

fn make(place: &Place) -> Outcome {
    let (pkg, dist) = (place.root.join("pkg"), place.root.join("dist"));
    files::empty(&pkg)?;
    files::empty(&dist)?;
    files::copy(&place.root.join("npm"), &pkg)?;
    wasm::make(place, &wasm::PACKAGE, &pkg)?;
    wasm::make(place, &wasm::ACTION, &pkg.join("action"))?;
    wasm::make(place, &wasm::OFFLINE, &pkg.join("offline"))?;
    wasm::make(place, &wasm::REPORT, &pkg.join("report"))?;
    licences::write_of_crates(place, &pkg.join("LICENSES.txt"))?;
    files::copy(&place.root.join("LICENSE"), &pkg.join("LICENSE"))?;
    succeed(&mut types(place, "answer", "pkg/answer.d.ts"))?;
    succeed(&mut types(place, "known-issues", "pkg/report/known-issues.d.ts"))?;
    package::finish(place, &pkg)?;
    succeed(&mut bundle(place, "validate"))?;
    succeed(&mut bundle(place, "run"))?;
    succeed(&mut bundle(place, "github"))?;
    succeed(&mut bundle(place, "report"))?;
    licences::write_of_modules(&metafile(place, "github"), &dist.join("LICENSES.txt"))?;
    sbom::write(place, &dist.join("sbom.cdx.json"))
}

/// TypeScript's view of a published JSON Schema.
fn types(place: &Place, schema: &str, output: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(root().join("node_modules/json-schema-to-typescript/dist/src/cli.js"));
    node.arg(format!("--input=schema/{schema}.schema.json"));
    node.arg(format!("--output={output}")).arg("--no-additionalProperties");
    node.current_dir(&place.root);
    node
}

/// Bundles a script of `action/` with its imports. The format is `CommonJS`, because Node takes a third longer to start
/// an ES module. Names are kept, for readers and stack traces. The code that makes requests is a separate bundle.
fn bundle(place: &Place, name: &str) -> Command {
    let options = [
        "--bundle",
        "--charset=utf8",
        "--external:./github.cjs",
        "--external:./run.cjs",
        "--format=cjs",
        "--line-limit=120",
        "--log-level=warning",
        "--minify-syntax",
        "--minify-whitespace",
        "--platform=node",
        "--target=node24",
        "--banner:js=// Made from action/ and pkg/ by `cargo xtask dist`. CommonJS, because Node starts a third slower on an ES module.",
    ];
    // It is not run by `node`: after its install script has run, this file is a native program.
    let mut esbuild = Command::new(root().join("node_modules/.bin/esbuild"));
    esbuild.arg(format!("action/{name}.js")).arg(format!("--outfile=dist/{name}.cjs"));
    esbuild.arg(format!("--metafile={}", metafile(place, name).display())).args(options);
    esbuild.current_dir(&place.root).env("NODE_PATH", root().join("node_modules"));
    esbuild
}

/// The file in which esbuild lists a bundle's inputs.
pub(crate) fn metafile(place: &Place, name: &str) -> PathBuf {
    place.target.join(format!("{name}.meta.json"))
}

/// Returns the output of cargo, run in the build's folder with its cargo home.
pub(crate) fn cargo_output(place: &Place, arguments: &[&str]) -> Outcome<String> {
    output(cargo(arguments).current_dir(&place.root).env("CARGO_HOME", &place.cargo_home))
}
