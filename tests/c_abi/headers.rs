//! Each header compiles alone and twice, as C and as C++; and C sees the structs as Rust does.

use super::support::must_be;
use super::workshop::{has, program, run, strict};

const HEADERS: [&str; 6] = [
    "callout.h",
    "callout/types.h",
    "callout/plugin.h",
    "callout/ext/commit_hook.h",
    "callout/ext/mailer.h",
    "callout/ext/registry.h",
];

#[test]
fn each_header_stands_alone_and_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    for (compiler, ending, standards) in
        [("cc", "c", ["c11", "c17"].as_slice()), ("c++", "cpp", ["c++17"].as_slice())]
    {
        if !has(compiler) {
            continue;
        }
        for header in HEADERS {
            let source = folder.path().join(format!("alone.{ending}"));
            let text = format!("#include <{header}>\n#include <{header}>\nint unused;\n");
            std::fs::write(&source, text).expect("a file");
            for standard in standards {
                run(strict(compiler, standard).arg("-fsyntax-only").arg(&source));
            }
        }
    }
}

/// The other side of the comparison is a test of `callout-ffi`.
#[test]
#[cfg(target_pointer_width = "64")]
fn the_structs_are_frozen() {
    if !has("cc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let made = program("layout", folder.path());
    let seen = run(&mut std::process::Command::new(made)).stdout;
    must_be("include/callout.abi", &String::from_utf8(seen).expect("UTF-8"));
}
