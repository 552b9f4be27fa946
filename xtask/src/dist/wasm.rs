//! Builds the core as WebAssembly, with the JavaScript and the types that wasm-bindgen generates.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;
use crate::command::{cargo, output, root, succeed};
use crate::dist::build::Place;

const TARGET: &str = "wasm32-unknown-unknown";
/// The WebAssembly features that the module may use: those that rustc enables by default.
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

/// One of the modules that are built from the core.
pub(crate) struct Module {
    /// The name of its files.
    name: &'static str,
    /// The cargo features that it is built with.
    features: &'static str,
    /// The profile that cargo builds it in.
    profile: &'static str,
    /// The options of `wasm-opt`.
    shrinking: &'static [&'static str],
    /// The limit of its memory, in MiB. Hostile input ends in an error instead of using up the machine's memory.
    memory: usize,
}

/// The package's module, for Node and browsers.
pub(crate) const PACKAGE: Module = Module {
    name: "patch_release_issues",
    features: "",
    profile: "release",
    shrinking: SHRINKING,
    memory: 256,
};

/// The action's module.
pub(crate) const ACTION: Module = Module { name: "action", features: "action", ..PACKAGE };

/// The action's module for runs that ask GitHub nothing and read no policy.
pub(crate) const OFFLINE: Module = Module { name: "offline", features: "offline", ..PACKAGE };

/// Small functions are inlined, because each function that V8 compiles costs time. The limits keep `wasm-opt` from making
/// huge functions, which V8 compiles as a whole (bench/README.md).
const SHRINKING: &[&str] = &[
    "-Oz",
    "--always-inline-max-function-size=10",
    "--one-caller-inline-max-function-size=60",
    "--flexible-inline-max-function-size=0",
];

/// The module that also makes reports, and answers the command line.
pub(crate) const REPORT: Module = Module {
    name: "report",
    features: "report",
    profile: "known-issues",
    shrinking: SHRINKING,
    memory: 2048,
};

/// Writes the module and its companions into `folder`.
pub(crate) fn make(place: &Place, module: &Module, folder: &Path) -> Outcome {
    let compiled = compile(place, module)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(module.name);
    bindgen.web(true).map_err(|error| error.to_string())?;
    bindgen.typescript(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    succeed(&mut shrink(module, &folder.join(format!("{}_bg.wasm", module.name))))
}

/// Optimises the module in `file`.
fn shrink(module: &Module, file: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(root().join("node_modules/binaryen/bin/wasm-opt"));
    node.args(module.shrinking);
    for feature in FEATURES {
        node.arg(format!("--enable-{feature}"));
    }
    node.arg(file).arg("-o").arg(file);
    node
}

fn compile(place: &Place, module: &Module) -> Outcome<PathBuf> {
    let mut cargo = cargo(&["build", "--lib", "--locked", "--offline", "--target", TARGET]);
    cargo
        .args(["--profile", module.profile, "--features", module.features])
        .arg("--target-dir")
        .arg(&place.target)
        .current_dir(&place.root)
        .env("CARGO_HOME", &place.cargo_home);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(place, module)?).env_remove("RUSTFLAGS");
    succeed(&mut cargo)?;
    Ok(place.target.join(TARGET).join(module.profile).join("patch_release_issues.wasm"))
}

/// Flags that make the module the same on every machine: they replace the source paths in panic messages.
fn flags(place: &Place, module: &Module) -> Outcome<OsString> {
    let mut flags = vec![
        format!("-Clink-arg=--max-memory={}", module.memory << 20).into(),
        remap(&place.root, "/workspace"),
        remap(&standard_library()?, "/rust"),
    ];
    // Cargo names a registry's folder after its address, which differs for a mirror.
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
