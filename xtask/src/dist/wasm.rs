//! The core as WebAssembly, with the JavaScript and the types that wasm-bindgen makes for it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;
use crate::command::{cargo, output, root, succeed};
use crate::dist::build::Place;

const TARGET: &str = "wasm32-unknown-unknown";
/// What the module may use, and no more: all that rustc enables by default.
const FEATURES: &[&str] = &[
    "bulk-memory",
    "bulk-memory-opt",
    "call-indirect-overlong",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// 256 MiB: a hostile description ends in an error, not in the machine's memory.
const MEMORY_LIMIT: &str = "-Clink-arg=--max-memory=268435456";

/// Writes the module and its companions into `pkg`.
pub(crate) fn make(place: &Place, pkg: &Path) -> Outcome {
    let module = compile(place)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).web(true).map_err(|error| error.to_string())?;
    bindgen.typescript(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(pkg).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    succeed(&mut shrink(&pkg.join("patch_release_issues_bg.wasm")))
}

/// Optimises `module` for size. Small functions are inlined, since V8 pays for each that it starts on; the caps keep
/// `wasm-opt` from making huge functions, which are compiled at once (bench/README.md).
fn shrink(module: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(root().join("node_modules/binaryen/bin/wasm-opt"));
    node.args([
        "-Oz",
        "--always-inline-max-function-size=10",
        "--one-caller-inline-max-function-size=60",
        "--flexible-inline-max-function-size=0",
    ]);
    for feature in FEATURES {
        node.arg(format!("--enable-{feature}"));
    }
    node.arg(module).arg("-o").arg(module);
    node
}

fn compile(place: &Place) -> Outcome<PathBuf> {
    let mut cargo =
        cargo(&["build", "--lib", "--release", "--locked", "--offline", "--target", TARGET]);
    cargo
        .arg("--target-dir")
        .arg(&place.target)
        .current_dir(&place.root)
        .env("CARGO_HOME", &place.cargo_home);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(place)?).env_remove("RUSTFLAGS");
    succeed(&mut cargo)?;
    Ok(place.target.join(TARGET).join("release/patch_release_issues.wasm"))
}

/// Panic messages hold the paths of sources: each is made the same on every machine.
fn flags(place: &Place) -> Outcome<OsString> {
    let mut flags = vec![
        OsString::from(MEMORY_LIMIT),
        remap(&place.root, "/workspace"),
        remap(&standard_library()?, "/rust"),
    ];
    // Cargo names the folder of a registry after its address, which a mirror changes.
    let registries = place.cargo_home.join("registry/src");
    cargo_unpack(place)?;
    for registry in fs::read_dir(&registries)? {
        flags.push(remap(&registry?.path(), "/registry"));
    }
    Ok(flags.join(&OsString::from("\u{1f}")))
}

/// Unpacks the dependencies' sources, so that their folders are known.
fn cargo_unpack(place: &Place) -> Outcome {
    let mut cargo = cargo(&["fetch", "--quiet", "--locked", "--offline"]);
    succeed(cargo.current_dir(&place.root).env("CARGO_HOME", &place.cargo_home))
}

fn standard_library() -> Outcome<PathBuf> {
    let sysroot = output(&mut crate::command::command("rustc", &["--print", "sysroot"]))?;
    Ok(Path::new(&sysroot).join("lib/rustlib/src/rust"))
}

fn remap(from: &Path, to: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(from);
    flag.push("=");
    flag.push(to);
    flag
}
