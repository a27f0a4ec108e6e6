//! The Python package: built, installed into an environment of its own, tested and type-checked.
//!
//! The environment is kept in the target folder. Where there is no Python, or no way to its
//! packages, the suite says so and is skipped.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::panic,
    reason = "a suite talks and fails"
)]

#[path = "support/skip.rs"]
mod skip;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What the suite runs on; another list makes the environment anew.
const PACKAGES: [&str; 7] = [
    "aiosmtpd==1.4.6",
    "maturin==1.16.0",
    "mypy==2.4.1",
    "pytest==9.2.0",
    "python-dateutil==2.9.0.post0",
    "radicale==3.9.0",
    "types-python-dateutil==2.9.0.20261116",
];

/// What a recipe uses. Where it cannot be had, that recipe alone is skipped.
const EXTRAS: [&str; 1] = ["django==5.2.19"];

#[test]
fn python_tests() {
    let workshop = Workshop::new();
    if let Err(why) = workshop.furnish() {
        skip::skipped("python_tests", &why);
        return;
    }
    workshop.install();
    workshop.check("pytest", &["-p", "no:cacheprovider", "-rs", "tests"]);
    let cache = workshop.folder.join("mypy");
    workshop.check("mypy", &["--strict", "--cache-dir", &cache.to_string_lossy()]);
    workshop.check("mypy.stubtest", &["callout._callout"]);
}

struct Workshop {
    /// Where the sources of the package are; nothing is written there.
    sources: PathBuf,
    /// Where everything is built and kept.
    folder: PathBuf,
}

impl Workshop {
    fn new() -> Workshop {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("python");
        Workshop { sources, folder: target.join("python") }
    }

    fn python(&self) -> PathBuf {
        let places = if cfg!(windows) { ["Scripts", "python.exe"] } else { ["bin", "python"] };
        self.folder.join("venv").join(places[0]).join(places[1])
    }

    /// Makes the environment, unless the one that is there fits.
    fn furnish(&self) -> Result<(), String> {
        let version = run(Command::new("python3").args([
            "-c",
            "import sys, venv, ensurepip; assert sys.version_info >= (3, 10); print(sys.version)",
        ]))?;
        let wanted = [&PACKAGES[..], &EXTRAS[..]].concat().join("\n");
        let stamp = format!("{wanted}\n{}", String::from_utf8_lossy(&version.stdout));
        let stamp_file = self.folder.join("venv").join("stamp");
        if std::fs::read_to_string(&stamp_file).is_ok_and(|kept| kept == stamp) {
            return Ok(());
        }
        std::fs::create_dir_all(&self.folder).map_err(|why| why.to_string())?;
        let venv = self.folder.join("venv");
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        run(Command::new(self.python()).args(pip).args(PACKAGES))?;
        let _ = run(Command::new(self.python()).args(pip).args(EXTRAS));
        std::fs::write(&stamp_file, stamp).map_err(|why| why.to_string())
    }

    /// Builds in a folder of its own: the one of this run is locked by the cargo that runs it.
    fn install(&self) {
        let wheels = self.folder.join("wheels");
        if wheels.is_dir() {
            std::fs::remove_dir_all(&wheels).expect("the old wheel goes");
        }
        let maturin = self.module("maturin");
        must(
            { maturin }
                .args(["build", "--quiet", "--profile", "dev", "--out"])
                .arg(&wheels)
                .env("CARGO_TARGET_DIR", self.folder.join("build")),
        );
        let wheel = std::fs::read_dir(&wheels).expect("a folder").flatten().next();
        let pip = ["install", "--quiet", "--disable-pip-version-check"];
        let mine = ["--no-index", "--no-deps", "--force-reinstall"];
        must(self.module("pip").args(pip).args(mine).arg(wheel.expect("a wheel").path()));
    }

    fn module(&self, name: &str) -> Command {
        let mut command = Command::new(self.python());
        command.args(["-m", name]).current_dir(&self.sources);
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUTF8", "1");
        command.env("VIRTUAL_ENV", self.folder.join("venv")).env_remove("PYTHONPATH");
        command
    }

    fn check(&self, module: &str, args: &[&str]) {
        let output = must(self.module(module).args(args));
        let said = String::from_utf8_lossy(&output.stdout);
        println!("{module}: {}", said.trim());
        for line in said.lines().filter_map(|line| line.strip_prefix("SKIPPED ")) {
            skip::skipped("python_tests", line);
        }
    }
}

fn run(command: &mut Command) -> Result<Output, String> {
    let output = command.output().map_err(|why| format!("{command:?}: {why}"))?;
    if output.status.success() {
        return Ok(output);
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("{command:?}\n{}", String::from_utf8_lossy(&said)))
}

fn must(command: &mut Command) -> Output {
    match run(command) {
        Ok(output) => output,
        Err(why) => panic!("{why}"),
    }
}
