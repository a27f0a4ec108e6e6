//! The C headers: what the functions of `ffi` and the shared shapes say.
//! `CALLOUT_REWRITE=1 cargo test -p callout-ffi --test header` writes them anew.

#![allow(clippy::expect_used, reason = "a test stops where a file is missing")]

#[path = "../../tests/generated/support.rs"]
mod support;

use cbindgen::{Builder, Config, DocumentationStyle, ExportConfig, Language, SortKey, Style};
use support::{must_be, root};

/// In the order in which the header is read.
const FILES: [&str; 15] = [
    "version",
    "error",
    "bytes",
    "engine",
    "backup",
    "renew",
    "after_commit",
    "blob",
    "mail",
    "calendar",
    "document",
    "registry",
    "plugin",
    "toolbox",
    "schema",
];

/// Lines of the opening comment: what nobody reads is no documentation.
const MAX_PREAMBLE_LINES: usize = 120;

#[test]
fn the_header_is_what_the_functions_say() {
    let preamble = preamble();
    assert!(preamble.lines().count() <= MAX_PREAMBLE_LINES, "{}", preamble.lines().count());
    let config = Config {
        header: Some(preamble),
        include_guard: Some("CALLOUT_H".to_owned()),
        includes: ["types.h", "ext/commit_hook.h", "ext/mailer.h", "ext/registry.h"]
            .map(|name| format!("callout/{name}"))
            .to_vec(),
        after_includes: Some(versions()),
        ..settings()
    };
    let builder = FILES
        .iter()
        .fold(Builder::new(), |builder, file| builder.with_src(at(&format!("ffi/src/{file}.rs"))));
    must_be("include/callout.h", &written(builder.with_config(config)));
}

#[test]
fn the_shared_shapes_are_what_both_sides_use() {
    let config = Config {
        header: Some(TYPES_BEGIN.to_owned()),
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        trailer: Some(TYPES_END.to_owned()),
        export: ExportConfig {
            include: vec!["callout_str".to_owned(), "callout_bytes".to_owned()],
            ..ExportConfig::default()
        },
        ..settings()
    };
    let source = at("adapters/src/plugin_host/types.rs");
    must_be(
        "include/callout/types.h",
        &written(Builder::new().with_src(source).with_config(config)),
    );
}

const TYPES_BEGIN: &str = "\
/* The shapes that callout.h and callout/plugin.h share. Generated; do not edit. */
#ifndef CALLOUT_TYPES_H
#define CALLOUT_TYPES_H";

/// The guard is written here, for the one convenience of C has to stand inside it.
const TYPES_END: &str = "\
// A view of a text that ends with NUL; empty for NULL. [borrowed while the text lives]
static inline callout_str callout_str_of(const char *text) {
  callout_str view = { text, 0 };
  while (text && text[view.len])
    view.len++;
  return view;
}

#endif /* CALLOUT_TYPES_H */";

fn settings() -> Config {
    Config {
        language: Language::C,
        style: Style::Both,
        cpp_compat: true,
        no_includes: true,
        documentation_style: DocumentationStyle::C99,
        sort_by: SortKey::None,
        usize_is_size_t: true,
        line_length: 100,
        ..Config::default()
    }
}

fn preamble() -> String {
    let read = |path: &str| std::fs::read_to_string(at(path)).expect("a file");
    let (text, example) = (read("ffi/header/preamble.txt"), read("tests/c/example.c"));
    let text = text.replace("@example\n", &example);
    let lines = text.lines().map(|line| format!(" * {line}").trim_end().to_owned());
    format!("/*\n{}\n */", lines.collect::<Vec<_>>().join("\n"))
}

fn versions() -> String {
    let version = env!("CARGO_PKG_VERSION");
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().expect("a number")).collect();
    let number = parts.iter().fold(0, |number, part| number * 1_000 + part);
    format!(
        "\n// The version of this header; compare with `callout_version`.\n\
         #define CALLOUT_VERSION \"{version}\"\n\
         // The same as a number; compare with `callout_version_number`.\n\
         #define CALLOUT_VERSION_NUMBER {number}u\n\
         // What a `callout_open_options` begins as.\n\
         #define CALLOUT_OPEN_OPTIONS_INIT \\\n  \
         {{ (uint32_t)sizeof(callout_open_options), CALLOUT_DURABILITY_FULL, 0, 0, 0, 0 }}"
    )
}

fn written(builder: Builder) -> String {
    let mut text = Vec::new();
    builder.generate().expect("a header").write(&mut text);
    let text = String::from_utf8(text).expect("UTF-8");
    // Rustdoc needs an empty line before a list and what closes it; in C it tells nothing.
    text.replace("\n//\n// [", "\n// [").replace("\n//\n// - `", "\n// - `")
}

fn at(path: &str) -> std::path::PathBuf {
    root().join(path)
}
