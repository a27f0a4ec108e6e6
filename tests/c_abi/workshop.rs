//! Building the library, compiling C, running what came of it.

use super::skip::skipped;
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the built library, in the profile of this test.
pub fn library_folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target folder");
        let this = std::env::current_exe().expect("this test");
        let folder = this.ancestors().nth(2).expect("the folder of a profile").to_path_buf();
        let profile = match folder.file_name().and_then(OsStr::to_str) {
            Some("debug") | None => "dev",
            Some(profile) => profile,
        };
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "-p", "callout-ffi", "--profile", profile]);
        run(cargo.arg("--target-dir").arg(target).current_dir(root()));
        folder
    })
}

pub fn library() -> PathBuf {
    library_folder().join(format!("{DLL_PREFIX}callout{DLL_SUFFIX}"))
}

/// Whether a tool is there; says so where it is not.
pub fn has(tool: &str) -> bool {
    let there = Command::new(tool).arg("--version").output().is_ok_and(|o| o.status.success());
    if !there {
        skipped(tool, "it is not installed");
    }
    there
}

/// A compiler that takes every warning for an error.
pub fn strict(compiler: &str, standard: &str) -> Command {
    let mut command = Command::new(compiler);
    command.args([&format!("-std={standard}"), "-Wall", "-Wextra", "-pedantic", "-Werror", "-g"]);
    command.arg("-I").arg(root().join("include"));
    command
}

/// Compiles `tests/c/<name>.c` against the built library.
pub fn program(name: &str, folder: &Path) -> PathBuf {
    program_at(&format!("tests/c/{name}.c"), folder)
}

/// Compiles a source against the built library.
pub fn program_at(source: &str, folder: &Path) -> PathBuf {
    let source = root().join(source);
    let (libraries, made) = (library_folder(), folder.join(source.file_stem().expect("a name")));
    let mut cc = strict("cc", "c11");
    cc.arg(source).arg("-o").arg(&made);
    cc.arg("-L").arg(libraries).args(["-lcallout", "-pthread"]);
    run(cc.arg(format!("-Wl,-rpath,{}", libraries.display())));
    made
}

/// Compiles a plugin, with a macro defined and only its one symbol visible.
pub fn plugin(source: &str, define: Option<&str>, made: &Path) {
    let mut cc = strict("cc", "c11");
    cc.args(["-shared", "-fPIC", "-fvisibility=hidden"]);
    cc.args(define.map(|define| format!("-D{define}")));
    run(cc.arg(root().join(source)).arg("-o").arg(made));
}

/// Runs something that must succeed.
pub fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|why| panic!("{command:?}: {why}"));
    assert!(
        output.status.success(),
        "{command:?}: {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}
