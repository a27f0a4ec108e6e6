//! What README.md and docs/heads.md show of C is compiled and run as it stands.

use super::workshop::{has, library_folder, root, run, strict};
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn the_readme_is_a_program() {
    if !has("cc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let made = program_around("README.md", "readme", folder.path());

    let sample = root().join("examples/service_call");
    let recorded = std::fs::read_to_string(sample.join("registry/58203117.json"));
    let exchanges = [recorded.expect("a recorded answer")];
    let registry = serde_json::json!({"recorded": {"exchanges": exchanges}});
    let mut told = Command::new(made);
    told.arg(registry.to_string()).arg(sample.join("enquiry.eml"));
    run(told.current_dir(folder.path()));
}

#[test]
fn the_page_on_heads_is_a_program() {
    if !has("cc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let made = program_around("docs/heads.md", "heads_kept", folder.path());
    run(Command::new(made).current_dir(folder.path()));
}

/// Compiles `tests/c/<name>.c` with the C part of a page in it, as `<name>.inc`.
fn program_around(page: &str, name: &str, folder: &Path) -> PathBuf {
    let page = std::fs::read_to_string(root().join(page)).expect("the page");
    let (_, after) = page.split_once("```c\n").expect("a C part");
    let (shown, _) = after.split_once("```").expect("its end");
    std::fs::write(folder.join(format!("{name}.inc")), shown).expect("a file");

    let (libraries, made) = (library_folder(), folder.join(name));
    let source = root().join(format!("tests/c/{name}.c"));
    let mut cc = strict("cc", "c11");
    cc.arg("-I").arg(folder).arg(source).arg("-o").arg(&made);
    cc.arg("-L").arg(libraries).args(["-lcallout", "-pthread"]);
    run(cc.arg(format!("-Wl,-rpath,{}", libraries.display())));
    made
}
