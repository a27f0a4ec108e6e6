//! The migrations must lead to the tables that the rooms declare.

use super::support::must_be;
use callout::adapters::store::sqlite::{Settings, SqliteStore, ddl};
use rusqlite::Connection;

/// Until the first release the only step is the schema itself; from then on a step is frozen and
/// this test becomes the comparison below alone.
#[test]
fn the_first_step_is_the_declared_schema() {
    must_be("adapters/src/store/sqlite/schema/0001.sql", &ddl());
}

#[test]
fn migrations_lead_to_the_declared_tables() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("migrated.db");
    drop(SqliteStore::open(&path, Settings::default()).expect("a store"));
    let migrated = tables(&Connection::open(&path).expect("the file"));
    let declared = Connection::open_in_memory().expect("memory");
    declared.execute_batch(&ddl()).expect("sound SQL");
    let declared = tables(&declared);
    assert_eq!(migrated, declared);
    assert!(declared.len() > 10);
}

fn tables(connection: &Connection) -> Vec<(String, String)> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE name LIKE 'callout_%' \
               AND name != 'callout_schema' ORDER BY name";
    let mut statement = connection.prepare(sql).expect("sound SQL");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("rows")
}
