//! Readers of foreign bytes under a rain of damaged samples: mails, answers of a register, JSON
//! of requests and questions, pictures; and writers of calendars under any texts. Whatever comes,
//! the answer is a value or a code, never a panic; what is stored stays sound, and what is written
//! opens.
//!
//! `CALLOUT_SOAK=600 cargo test --release --test soak` goes on for so many seconds a reader, with
//! a seed of the day; without it each gets a fixed number of samples. A sample that breaks a reader
//! is left in the target folder, and `CALLOUT_SEED` plays its row again.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

#[path = "journal"]
mod journal {
    pub mod story;
    pub mod teller;
}

mod soak {
    mod calendar;
    mod json;
    mod mail;
    pub mod mutate;
    mod picture;
    mod register;
}

use soak::mutate::Dice;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Samples of one reader where nobody gave a time.
const FEW: u64 = 1_000;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Reads mutated samples until the time is over.
fn soak(reader: &str, mut one: impl FnMut(&mut Dice) -> Vec<u8>, mut read: impl FnMut(&[u8])) {
    let budget = number("CALLOUT_SOAK").map(Duration::from_secs);
    let today = || std::time::UNIX_EPOCH.elapsed().map_or(1, |time| time.as_secs());
    let fixed = || if budget.is_some() { today() } else { 0x5EED_CA11 };
    let seed = number("CALLOUT_SEED").unwrap_or_else(fixed);
    let (begun, mut slowest) = (Instant::now(), (Duration::ZERO, 0));
    let mut rounds = 0;
    while budget.map_or(rounds < FEW, |budget| begun.elapsed() < budget) {
        let mut dice = Dice::new(seed.wrapping_add(rounds));
        let sample = one(&mut dice);
        let start = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| read(&sample))).is_err() {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{reader}.broken"));
            std::fs::write(&path, &sample).expect("the sample is kept");
            let seed = seed.wrapping_add(rounds);
            panic!("{reader}: seed {seed} broke it, see {}", path.display());
        }
        let took = start.elapsed();
        if took > slowest.0 {
            slowest = (took, sample.len());
            // What takes long is worth a look, too.
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{reader}.slowest"));
            std::fs::write(path, &sample).expect("the sample is kept");
        }
        rounds += 1;
    }
    println!(
        "{reader}: {rounds} samples from seed {seed} in {:.1?}; the slowest took {:.1?} of {} bytes",
        begun.elapsed(),
        slowest.0,
        slowest.1
    );
}

/// The files of a folder of samples; says by name what is not there.
fn samples(what: &str, ending: &str) -> Vec<Vec<u8>> {
    let shared = std::env::var_os("CALLOUT_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let Ok(files) = std::fs::read_dir(shared.join("samples").join(what)) else {
        support::skip::skipped(&format!("samples of {what}"), "they are not there");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a sample")).collect()
}
