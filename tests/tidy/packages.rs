//! Which package may depend on which, and what each feature is for.

use super::source::text;

/// Package, its manifest, what of ours it may name, and why.
const ARROWS: &[(&str, &str, &[&str], &str)] = &[
    ("core", "core/Cargo.toml", &["world"], "the trade knows nothing of what surrounds it"),
    ("world", "core/doc/Cargo.toml", &["core", "adapters"], "only the core's examples run in it"),
    ("adapters", "adapters/Cargo.toml", &["core"], "an adapter serves a port of the core"),
    ("ffi", "ffi/Cargo.toml", &["core", "adapters"], "C sees the engine with chosen adapters"),
    ("python", "python/Cargo.toml", &["core", "adapters"], "and so does Python, not through C"),
    ("facade", "Cargo.toml", &["core", "adapters"], "and so does Rust; nobody needs ffi or python"),
];

#[test]
fn arrows_between_packages() {
    for (package, manifest, may, why) in ARROWS {
        let named = ours(&text(manifest));
        for other in named {
            assert!(may.contains(&other.as_str()), "{package} depends on {other}: {why}");
        }
    }
}

/// The packages of ours under any heading that ends in `dependencies`, but for the workspace's
/// list of versions.
fn ours(manifest: &str) -> Vec<String> {
    let mut heading = "";
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            heading = line.trim_matches(['[', ']']);
            continue;
        }
        if !heading.ends_with("dependencies") || heading.starts_with("workspace") {
            continue;
        }
        let name = line.split(['=', '.']).next().unwrap_or_default().trim();
        if let Some(name) = name.strip_prefix("callout-") {
            found.push(name.to_owned());
        } else if name == "callout" {
            found.push("facade".to_owned());
        }
    }
    found
}

#[test]
fn each_feature_says_what_it_is_for() {
    for (_, manifest, _, _) in ARROWS {
        let text = text(manifest);
        let mut before = "";
        let mut inside = false;
        for line in text.lines() {
            if line.starts_with('[') {
                inside = line == "[features]";
            } else if let Some((name, _)) = line.split_once(" = ").filter(|_| inside) {
                let said = before.starts_with("# ") && before.ends_with('.');
                // An empty default says enough.
                let said = said || line == "default = []" || line.starts_with([' ', '"']);
                assert!(said, "{manifest}: the feature {name} has no sentence above it");
            }
            before = line;
        }
    }
}
