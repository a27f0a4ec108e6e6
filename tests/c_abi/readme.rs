//! What README.md shows of C is compiled and run as it stands.

use super::workshop::{has, library_folder, root, run, strict};
use std::process::Command;

#[test]
fn the_readme_is_a_program() {
    if !has("cc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let (_, after) = readme.split_once("```c\n").expect("a C part");
    let (shown, _) = after.split_once("```").expect("its end");
    std::fs::write(folder.path().join("readme.inc"), shown).expect("a file");

    let (libraries, made) = (library_folder(), folder.path().join("readme"));
    let mut cc = strict("cc", "c11");
    cc.arg("-I").arg(folder.path()).arg(root().join("tests/c/readme.c")).arg("-o").arg(&made);
    cc.arg("-L").arg(libraries).args(["-lcallout", "-pthread"]);
    run(cc.arg(format!("-Wl,-rpath,{}", libraries.display())));

    let sample = root().join("examples/service_call");
    let recorded = std::fs::read_to_string(sample.join("registry/58203117.json"));
    let exchanges = [recorded.expect("a recorded answer")];
    let registry = serde_json::json!({"recorded": {"exchanges": exchanges}});
    let mut told = Command::new(made);
    told.arg(registry.to_string()).arg(sample.join("enquiry.eml"));
    run(told.current_dir(folder.path()));
}
