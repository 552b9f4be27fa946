//! The form of a `CycloneDX` bill of materials.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A bill under construction. Components have references, which name them within the bill.
pub(crate) struct Bom {
    subject: Value,
    components: BTreeMap<String, Value>,
    needs: BTreeMap<String, BTreeSet<String>>,
}

/// A crate or an npm package.
pub(crate) struct Library<'a> {
    /// Its package URL, such as `pkg:cargo/serde@1.0.229`.
    pub(crate) purl: String,
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    /// An SPDX expression.
    pub(crate) licence: &'a str,
    /// The URL of its repository. Empty if it is not known.
    pub(crate) repository: &'a str,
    /// The algorithm and the digest, in hexadecimal, of the archive that it was unpacked from.
    pub(crate) digest: Option<(&'static str, String)>,
}

impl Bom {
    /// A bill of `subject`.
    pub(crate) fn new(subject: &Library) -> Self {
        let mut subject = component(subject);
        insert(&mut subject, "type", "application".into());
        Self { subject, components: BTreeMap::new(), needs: BTreeMap::new() }
    }

    /// Adds a library, and returns its reference.
    pub(crate) fn add(&mut self, library: &Library) -> String {
        let reference = library.purl.clone();
        self.components.insert(reference.clone(), component(library));
        self.needs.entry(reference.clone()).or_default();
        reference
    }

    /// Adds a file of the subject, and what it contains.
    pub(crate) fn add_file(&mut self, path: &str, bytes: &[u8], contents: BTreeSet<String>) {
        let hashes = json!([{"alg": "SHA-256", "content": hexadecimal(&Sha256::digest(bytes))}]);
        let file = json!({"type": "file", "bom-ref": path, "name": path, "hashes": hashes});
        self.components.insert(path.to_owned(), file);
        self.needs.insert(path.to_owned(), contents);
        let subject = text(&self.subject, "bom-ref").to_owned();
        self.needs.entry(subject).or_default().insert(path.to_owned());
    }

    /// Records that one library depends on another.
    pub(crate) fn need(&mut self, reference: &str, other: String) {
        self.needs.entry(reference.to_owned()).or_default().insert(other);
    }

    /// The bill as JSON. Its serial number follows from its contents.
    pub(crate) fn finish(self) -> Value {
        let needs = |(reference, others)| json!({"ref": reference, "dependsOn": others});
        let mut bom = json!({
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {"lifecycles": [{"phase": "build"}], "component": self.subject},
            "components": self.components.into_values().collect::<Vec<_>>(),
            "dependencies": self.needs.into_iter().map(needs).collect::<Vec<_>>(),
        });
        let serial_number = serial_number(bom.to_string().as_bytes());
        insert(&mut bom, "serialNumber", serial_number.into());
        bom
    }
}

fn component(library: &Library) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": library.purl,
        "name": library.name,
        "version": library.version,
        "licenses": [{"expression": library.licence}],
        "purl": library.purl,
    });
    if let Some((algorithm, digest)) = &library.digest {
        insert(&mut component, "hashes", json!([{"alg": algorithm, "content": digest}]));
    }
    if !library.repository.is_empty() {
        let references = json!([{"type": "vcs", "url": library.repository}]);
        insert(&mut component, "externalReferences", references);
    }
    component
}

fn insert(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

fn text<'a>(object: &'a Value, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A UUID of version 8, which is made of a digest.
fn serial_number(bytes: &[u8]) -> String {
    let digest = hexadecimal(&Sha256::digest(bytes));
    let part = |from: usize, to: usize| digest.get(from..to).unwrap_or_default();
    format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 15),
        part(15, 18),
        part(18, 30)
    )
}

/// Bytes as hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::{Bom, Library, serial_number};

    fn library(name: &str) -> Library<'_> {
        let purl = format!("pkg:cargo/{name}@1.0.0");
        Library { purl, name, version: "1.0.0", licence: "MIT", repository: "", digest: None }
    }

    #[test]
    fn a_file_is_part_of_the_subject_and_needs_its_contents() {
        let mut bom = Bom::new(&library("own"));
        let (a, b) = (bom.add(&library("a")), bom.add(&library("b")));
        bom.need(&a, b.clone());
        bom.add_file("dist/x.cjs", b"abc", [a.clone()].into());
        let bom = bom.finish();
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(bom.pointer("/components/0/hashes/0/content"), Some(&digest.into()));
        let needs = serde_json::json!([
            {"ref": "dist/x.cjs", "dependsOn": [a]},
            {"ref": a, "dependsOn": [b]},
            {"ref": b, "dependsOn": []},
            {"ref": "pkg:cargo/own@1.0.0", "dependsOn": ["dist/x.cjs"]},
        ]);
        assert_eq!(bom.get("dependencies"), Some(&needs));
    }

    #[test]
    fn the_serial_number_is_a_uuid_that_follows_from_the_contents() {
        let number = serial_number(b"abc");
        assert_eq!(number, "urn:uuid:ba7816bf-8f01-8cfe-8a41-4140de5dae22");
        assert_ne!(number, serial_number(b"abd"));
    }
}
