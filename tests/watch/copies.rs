//! Connections of the host beside Callout's, of the same copy of SQLite.

use super::child::{existing, open};
use crate::support::world;
use rusqlite::Connection;

/// A second copy is refused: `python/tests/test_store.py` and `tests/c/store.c` bring one.
#[test]
fn the_hosts_own_connections_of_the_same_copy_are_welcome() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let (engine, second) = (open(&path), open(&path));
    let hosts: Vec<Connection> = (0..3).map(|_| Connection::open(&path).unwrap()).collect();
    for host in &hosts {
        host.execute_batch("CREATE TABLE IF NOT EXISTS own (n); INSERT INTO own VALUES (1)")
            .unwrap();
        engine.execute(&world::draft("Kompresor")).unwrap();
        second.execute(&world::draft("Lis")).unwrap();
    }
    drop(hosts);
    engine.execute(&world::draft("Kompresor")).unwrap();
    world::assert_clean(&engine);
}
