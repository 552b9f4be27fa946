//! Runs steps in parallel. The output of each is printed as a whole when it ends.

use std::collections::BTreeSet;
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use crate::step::{Ended, Step};

/// The results of all steps.
#[derive(Default)]
pub(crate) struct Report {
    /// The names of the failed steps.
    pub(crate) failed: Vec<&'static str>,
    /// What was skipped, and why.
    pub(crate) notes: Vec<String>,
}

/// Runs each step as soon as the steps that it names have succeeded. After a failure no further step starts. The output
/// of the step `closing` is printed last.
pub(crate) fn run(mut waiting: Vec<Step>, closing: &str) -> Report {
    let (mut report, mut done, mut running) = (Report::default(), BTreeSet::new(), 0);
    let mut last = None;
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        loop {
            for step in take_ready(&mut waiting, &done, &report) {
                let sender = sender.clone();
                running += 1;
                scope.spawn(move || sender.send(start(step)));
            }
            let Some(ended) = (running > 0).then(|| receiver.recv().ok()).flatten() else { break };
            running -= 1;
            note(&ended, &mut done, &mut report);
            if ended.name == closing {
                last = Some(ended);
            } else {
                print(&ended);
            }
        }
    });
    if let Some(ended) = &last {
        print(ended);
    }
    report
}

/// Removes and returns the steps that can start now.
fn take_ready(
    waiting: &mut Vec<Step>,
    done: &BTreeSet<&'static str>,
    report: &Report,
) -> Vec<Step> {
    let is_ready = |step: &mut Step| {
        report.failed.is_empty() && step.after.iter().all(|name| done.contains(name))
    };
    waiting.extract_if(.., is_ready).collect()
}

fn start(step: Step) -> Ended {
    println!("== {}: started", step.name);
    step.run(Instant::now())
}

fn note(ended: &Ended, done: &mut BTreeSet<&'static str>, report: &mut Report) {
    match ended.failure {
        None => drop(done.insert(ended.name)),
        Some(_) => report.failed.push(ended.name),
    }
    report.notes.extend(ended.notes.iter().cloned());
}

fn print(ended: &Ended) {
    let Ended { name, seconds, text, failure, .. } = ended;
    if !text.trim().is_empty() {
        println!("\n== {name}\n{}", text.trim_end());
    }
    let end = match failure {
        None => "ok".to_owned(),
        Some(why) => format!("FAILED: {why}"),
    };
    println!("== {name}: {end}, after {seconds:.1} s");
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::run;
    use crate::step::Step;

    #[test]
    fn a_step_waits_for_those_that_it_names() {
        static ORDER: Mutex<Vec<&str>> = Mutex::new(Vec::new());
        let step = |name: &'static str, after| {
            Step::new(name, after, move |_| {
                ORDER.lock().map_err(|error| error.to_string())?.push(name);
                Ok(())
            })
        };
        let report = run(vec![step("c", &["b"]), step("b", &["a"]), step("a", &[])], "a");
        assert!(report.failed.is_empty());
        assert_eq!(ORDER.lock().map(|order| order.clone()).unwrap_or_default(), ["a", "b", "c"]);
    }

    #[test]
    fn nothing_starts_after_a_failure_and_the_failure_has_a_name() {
        let fails = Step::new("fails", &[], |_| Err("a reason".to_owned()));
        let after = Step::new("after", &["fails"], |log| {
            log.note("it ran".to_owned());
            Ok(())
        });
        let report = run(vec![fails, after], "after");
        assert_eq!((report.failed, report.notes), (vec!["fails"], Vec::new()));
    }
}
