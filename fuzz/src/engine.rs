//! What libFuzzer calls.
#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "a panic is how libFuzzer learns of a failure"
)]

use std::sync::LazyLock;

use fuzz::mutation::Mutator;
use fuzz::{Extent, Target};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    Target::find(&name).expect("FUZZ_TARGET names a target")
});

static MUTATOR: LazyLock<Mutator> = LazyLock::new(|| Mutator::of(*TARGET));

fuzz_target!(|data: &[u8]| {
    if let Err(why) = (TARGET.check)(&String::from_utf8_lossy(data), Extent::Sampled) {
        collect(data, &why);
    }
});

// One change in eight is libFuzzer's own, which knows no lines and no JSON.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let changed = data.get(..size).and_then(|bytes| {
        let text = String::from_utf8_lossy(bytes);
        if seed % 8 == 0 { None } else { MUTATOR.change(&text, seed, max_size) }
    });
    let Some(changed) = changed else { return fuzzer_mutate(data, size, max_size) };
    let Some(place) = data.get_mut(..changed.len()) else { return size };
    place.copy_from_slice(changed.as_bytes());
    changed.len()
});

fn collect(data: &[u8], why: &str) {
    let Ok(dir) = std::env::var("FUZZ_COLLECT") else { panic!("{why}") };
    let name: String = why
        .chars()
        .filter(|c| c.is_ascii_alphabetic() || " `-\"\\".contains(*c))
        .take(34)
        .map(|c| if c.is_ascii_alphabetic() { c } else { '_' })
        .collect();
    let path = format!("{dir}/{name}");
    if std::fs::metadata(&path).map_or(true, |m| m.len() as usize > data.len()) {
        let _ = std::fs::write(&path, data);
        let _ = std::fs::write(format!("{path}.why"), why);
    }
}
