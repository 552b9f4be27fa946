//! Checks the kept inputs: those that failed once, and a small corpus.
#![expect(clippy::panic, clippy::unwrap_used, clippy::print_stdout, reason = "a test may panic")]

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use fuzz::{Extent, TARGETS, Target};

/// The most bytes of all kept inputs.
const MOST_BYTES: u64 = 300 * 1024;

fn inputs(folder: &str, target: &Target) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(target.name);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn replay(folder: &str, extent: Extent) {
    for target in TARGETS {
        let paths = inputs(folder, target);
        println!("{}: {} inputs", target.name, paths.len());
        for path in paths {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            let checked = catch_unwind(|| (target.check)(&text, extent));
            let checked = checked.unwrap_or_else(|_| Err("it panics".to_owned()));
            if let Err(why) = checked {
                panic!("{}: {why}", path.display());
            }
        }
    }
}

#[test]
fn what_failed_once_holds() {
    replay("crashes", Extent::Whole);
}

#[test]
fn the_corpus_holds() {
    replay("corpus", Extent::Sampled);
}

#[test]
fn the_kept_inputs_are_small() {
    let mut bytes = 0;
    for folder in ["corpus", "crashes"] {
        for target in TARGETS {
            let paths = inputs(folder, target);
            bytes += paths.iter().map(|path| path.metadata().unwrap().len()).sum::<u64>();
        }
    }
    assert!(bytes > 0 && bytes <= MOST_BYTES, "{bytes} bytes");
}
