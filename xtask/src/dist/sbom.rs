//! Writes the software bill of materials (SBOM): which crates and npm packages are in which shipped file. It contains no
//! date and no random number, so that everyone who builds it gets the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::dist::build::{self, Place};
use crate::dist::crates::{self, Crate, Linked};
use crate::dist::cyclonedx::{Bom, Library, hexadecimal};
use crate::dist::modules::{self, Module};
use crate::dist::package;

const OWN: &str = "patch-release-issues";

/// The WebAssembly modules: their paths, and the cargo features that they are built with.
const WASM: &[(&str, &str)] =
    &[("pkg/patch_release_issues_bg.wasm", ""), ("pkg/report/report_bg.wasm", "report")];

/// Writes the bill of what was built in `place`.
pub(crate) fn write(place: &Place, file: &Path) -> Outcome {
    let read = |path: &str| fs::read_to_string(place.root.join(path));
    let (lock, toolchain) = (read("Cargo.lock")?, read("rust-toolchain.toml")?);
    let checksums = checksums(&lock);
    let rust = value(&toolchain, "channel").ok_or("rust-toolchain.toml has no channel")?;
    let modules = WASM.iter().map(|(path, features)| Ok((*path, crates::linked(place, features)?)));
    let modules = modules.collect::<Outcome<Vec<(&str, Linked)>>>()?;
    let own = modules.iter().flat_map(|(_, linked)| linked.keys()).find(|one| one.name == OWN);
    let mut bom = Bom::new(&subject(own.ok_or("cargo's tree lacks this package")?));
    for (path, linked) in &modules {
        let mut contents = add_crates(&mut bom, linked, &checksums);
        contents.insert(bom.add(&standard_library(rust)));
        bom.add_file(path, &fs::read(place.root.join(path))?, contents);
    }
    for (path, metafile) in bundles(place) {
        let contents = add_modules(&mut bom, &modules::bundled(&metafile)?)?;
        bom.add_file(path, &fs::read(place.root.join(path))?, contents);
    }
    Ok(fs::write(file, format!("{:#}\n", bom.finish()))?)
}

/// The bundles: their paths, and the files in which esbuild listed what they are made of.
fn bundles(place: &Place) -> [(&'static str, PathBuf); 5] {
    [
        ("dist/github.cjs", build::metafile(place, "github")),
        ("dist/report.cjs", build::metafile(place, "report")),
        ("dist/validate.cjs", build::metafile(place, "validate")),
        ("pkg/cli.cjs", package::metafile(place, "cli.cjs")),
        ("pkg/github.cjs", package::metafile(place, "github.cjs")),
    ]
}

/// This repository.
fn subject(own: &Crate) -> Library<'_> {
    let home = own.repository.trim_start_matches("https://github.com/");
    let purl = format!("pkg:github/{home}@v{}", own.version);
    Library { purl, ..library(own, &BTreeMap::new()) }
}

/// The part of the Rust standard library that every module contains.
fn standard_library(version: &str) -> Library<'_> {
    Library {
        purl: format!("pkg:github/rust-lang/rust@{version}"),
        name: "std",
        version,
        licence: "MIT OR Apache-2.0",
        repository: "https://github.com/rust-lang/rust",
        digest: None,
    }
}

/// Adds the crates of a module, and returns the references of those that this package depends on itself.
fn add_crates(
    bom: &mut Bom,
    linked: &Linked,
    checksums: &BTreeMap<(&str, &str), &str>,
) -> BTreeSet<String> {
    let mut direct = BTreeSet::new();
    for (one, others) in linked {
        let others = others.iter().map(|other| bom.add(&library(other, checksums)));
        let others: BTreeSet<String> = others.collect();
        if one.name == OWN {
            direct.extend(others);
        } else {
            let reference = bom.add(&library(one, checksums));
            for other in others {
                bom.need(&reference, other);
            }
        }
    }
    direct
}

fn library<'a>(one: &'a Crate, checksums: &BTreeMap<(&str, &str), &str>) -> Library<'a> {
    let Crate { name, version, licence, repository } = one;
    let checksum = checksums.get(&(name.as_str(), version.as_str()));
    let digest = checksum.map(|checksum| ("SHA-256", (*checksum).to_owned()));
    Library {
        purl: format!("pkg:cargo/{name}@{version}"),
        name,
        version,
        licence,
        repository,
        digest,
    }
}

/// Adds the npm packages of a bundle, and returns their references.
fn add_modules(bom: &mut Bom, modules: &[Module]) -> Outcome<BTreeSet<String>> {
    let mut references = BTreeMap::new();
    for module in modules {
        let Module { name, version, licence, integrity, .. } = module;
        let digest = integrity.strip_prefix("sha512-").and_then(decoded);
        let digest = digest.ok_or_else(|| format!("{name} has no digest in package-lock.json"))?;
        let purl = format!("pkg:npm/{}@{version}", name.replacen('@', "%40", 1));
        let digest = Some(("SHA-512", hexadecimal(&digest)));
        let library = Library { purl, name, version, licence, repository: "", digest };
        references.insert(name.as_str(), bom.add(&library));
    }
    for module in modules {
        for other in module.needs.iter().filter_map(|name| references.get(name.as_str())) {
            if let Some(reference) = references.get(module.name.as_str()) {
                bom.need(reference, other.clone());
            }
        }
    }
    Ok(references.into_values().collect())
}

/// The checksums of cargo's lock file, by name and version.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let entry = |package| {
        Some(((value(package, "name")?, value(package, "version")?), value(package, "checksum")?))
    };
    lock.split("[[package]]").filter_map(entry).collect()
}

/// The value of the first line `key = "value"`.
fn value<'a>(toml: &'a str, key: &str) -> Option<&'a str> {
    let of = |line: &'a str| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"');
    toml.lines().find_map(of)
}

/// The bytes that base64 stands for.
fn decoded(text: &str) -> Option<Vec<u8>> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for digit in text.trim_end_matches('=').bytes() {
        let digit = DIGITS.iter().position(|one| *one == digit)?;
        bits = (bits << 6 | u32::try_from(digit).ok()?) & 0xfff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{checksums, decoded};

    #[test]
    fn a_lock_file_has_a_checksum_for_each_version() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"aa\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\nchecksum = \"bb\"\n\n[[package]]\nname = \"own\"\nversion = \"1.0.0\"\n";
        let wanted = [(("a", "1.0.0"), "aa"), (("a", "2.0.0"), "bb")].into();
        assert_eq!(checksums(lock), wanted);
    }

    #[test]
    fn base64_is_decoded() {
        for (text, bytes) in
            [("", ""), ("YQ==", "a"), ("YWI=", "ab"), ("YWJj", "abc"), ("YWJjZA==", "abcd")]
        {
            assert_eq!(decoded(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(decoded("+/+/"), Some(vec![0xfb, 0xff, 0xbf]));
        assert_eq!(decoded("a b"), None);
    }
}
