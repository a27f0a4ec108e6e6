//! Compare, or rewrite when asked to.

use std::path::Path;

/// The project's folder, for the tests of whichever package.
pub fn root() -> &'static Path {
    let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.find(|folder| folder.join("ROADMAP.md").exists()).expect("the project's folder")
}

pub fn must_be(path: &str, now: &str) {
    let path = root().join(path);
    if std::env::var_os("CALLOUT_REWRITE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        std::fs::write(&path, now).expect("the file");
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == now,
        "{} is not what the code says: run this test with CALLOUT_REWRITE=1",
        path.display()
    );
}
