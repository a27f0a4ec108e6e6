//! Somebody looks in and leaves.

use super::child::{Child, are_there, existing};
use crate::support::onlooker::Onlooker;

const COMMANDS: usize = 20;

#[test]
fn who_looks_in_and_leaves_takes_nothing_with_him() {
    for onlooker in Onlooker::all("who_looks_in_and_leaves_takes_nothing_with_him") {
        let folder = tempfile::tempdir().unwrap();
        let path = existing(folder.path());
        let mut child = Child::on(&path);
        onlooker.sees(&path, "CREATE TABLE own (n); INSERT INTO own VALUES (1)");
        let seen = onlooker.sees(&path, "SELECT count(*) FROM callout_event");
        assert_eq!(seen, "3", "{onlooker:?}");
        let (done, refused) = child.execute(COMMANDS);
        child.kill();
        assert_eq!(refused, [""; 0], "{onlooker:?}");
        let there = are_there(&path, &done);
        println!("{onlooker:?}: {there} of {COMMANDS} are there");
        assert_eq!(there, COMMANDS, "{onlooker:?}");
        assert_eq!(onlooker.sees(&path, "SELECT n FROM own"), "1");
    }
}
