//! Without `--cfg fuzzing`: checks files, as `fuzz TARGET PATH…`. With it: libFuzzer's program, which
//! `cargo xtask fuzz` starts; `FUZZ_TARGET` names the target.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
mod engine;

#[cfg(not(fuzzing))]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool prints")]
fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().and_then(|name| fuzz::Target::find(&name));
    let Some(target) = target else {
        eprintln!("error: name a target and files");
        return std::process::ExitCode::FAILURE;
    };
    let mut failed = false;
    for path in arguments {
        let checked = std::fs::read(&path).map_err(|error| error.to_string()).and_then(|bytes| {
            (target.check)(&String::from_utf8_lossy(&bytes), fuzz::Extent::Whole)
        });
        match checked {
            Ok(()) => println!("{path}: ok"),
            Err(why) => {
                failed = true;
                println!("{path}: {why}");
            }
        }
    }
    if failed { std::process::ExitCode::FAILURE } else { std::process::ExitCode::SUCCESS }
}
