//! What somebody hangs on the tables, and rows that no record could have.

use super::Proof;

#[test]
fn what_is_hung_on_the_tables_is_found() {
    let mut proof = Proof::new();
    for change in [
        "CREATE TRIGGER quiet AFTER INSERT ON callout_event BEGIN SELECT 1; END",
        "CREATE TABLE callout_more (x INTEGER)",
        "CREATE VIEW callout_view AS SELECT 1",
        "CREATE INDEX more ON callout_event (kind)",
        "DROP INDEX callout_event_by_command",
        "DROP INDEX callout_activity_by_number",
        "ALTER TABLE callout_event ADD COLUMN more TEXT",
        "DROP TABLE callout_task",
        "DELETE FROM callout_schema",
    ] {
        let found = proof.tried(|tx| tx.execute_batch(change).is_ok());
        assert_eq!(found, Some(true), "{change}");
    }
}

/// Keys that no record has, put in past SQLite's own checks, and uses that nothing has.
#[test]
fn what_has_an_impossible_key_is_found() {
    let mut proof = Proof::new();
    for change in [
        "customer SELECT company, x'', n, number, name, registration_number, vat_id, row FROM callout_customer",
        "slot SELECT company, noun, stream, -1, n, person, salt, value FROM callout_slot",
        "blob SELECT company, x'01', bytes FROM callout_blob",
        "use SELECT company, hash, 'preview', randomblob(16) FROM callout_use",
        "use SELECT company, hash, 'preview_pdf', randomblob(16) FROM callout_use",
    ] {
        let insert = format!("INSERT INTO callout_{change} LIMIT 1");
        let found = proof.tried(|tx| {
            tx.pragma_update(None, "ignore_check_constraints", true).unwrap();
            let inserted = tx.execute_batch(&insert);
            tx.pragma_update(None, "ignore_check_constraints", false).unwrap();
            inserted.is_ok()
        });
        assert_eq!(found, Some(true), "{change}");
    }
}
