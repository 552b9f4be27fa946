//! Makes the files of a release from the committed ones. It builds nothing.

use std::fs;
use std::path::PathBuf;

use crate::Outcome;
use crate::command::{command, output, root};
use crate::release::plan::Plan;

/// The committed bill of materials.
const BILL: &str = "dist/sbom.cdx.json";

/// The file that keeps the tarball's digest for the step that publishes it.
const DIGEST: &str = "digest.txt";

/// Makes the tarball of the npm package, and copies the bill of materials and the notes beside it.
pub(crate) fn make(plan: &Plan, notes: &str) -> Outcome {
    if plan.folder.exists() {
        fs::remove_dir_all(&plan.folder)?;
    }
    fs::create_dir_all(&plan.folder)?;
    let mut pack = command("npm", &["pack", "--json", "--ignore-scripts", "--pack-destination"]);
    let packed = output(pack.arg(&plan.folder).arg(root().join("pkg")))?;
    let digest = digest(&packed).ok_or("npm pack tells no digest")?;
    if !plan.tarball().exists() {
        return Err(format!("npm pack did not make {}", plan.tarball().display()).into());
    }
    fs::write(plan.folder.join(DIGEST), digest)?;
    fs::copy(root().join(BILL), plan.bill()).map_err(|error| format!("{BILL}: {error}"))?;
    Ok(fs::write(plan.notes(), notes)?)
}

/// The files that are attached to the release: the tarball, the bill, and attestations if there are any.
pub(crate) fn attached(plan: &Plan) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(&plan.folder).map_err(|_| missing(plan))? {
        let path = entry?.path();
        if path != plan.notes() && path != plan.folder.join(DIGEST) {
            files.push(path);
        }
    }
    files.sort();
    if [plan.tarball(), plan.bill()].iter().all(|file| files.contains(file)) {
        return Ok(files);
    }
    Err(missing(plan).into())
}

/// The digest of the tarball, as npm writes it.
pub(crate) fn tarball_digest(plan: &Plan) -> Outcome<String> {
    Ok(fs::read_to_string(plan.folder.join(DIGEST)).map_err(|_| missing(plan))?)
}

fn missing(plan: &Plan) -> String {
    format!("the files of {0} are not made: run `cargo xtask release files {0}`", plan.tag)
}

/// The member `integrity` of what `npm pack --json` prints.
fn digest(packed: &str) -> Option<&str> {
    let (_, rest) = packed.split_once("\"integrity\": \"")?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn npm_tells_the_digest() {
        assert_eq!(
            digest("[\n  {\n    \"shasum\": \"a\",\n    \"integrity\": \"sha512-b/c==\",\n"),
            Some("sha512-b/c==")
        );
        assert_eq!(digest("[]"), None);
    }
}
