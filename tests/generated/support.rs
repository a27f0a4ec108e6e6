//! Compare, or rewrite when asked to.

use std::path::Path;

pub fn must_be(path: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
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
