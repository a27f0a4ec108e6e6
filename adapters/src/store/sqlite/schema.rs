//! The tables in SQL: the spine by hand, the index tables as the rooms declare them.

use callout_core::engine;
use callout_core::port::index::{Kind, Table};
use std::fmt::Write;

/// What every Callout store has, whatever nouns it keeps.
const SPINE: &str = include_str!("schema/spine.sql");

/// The whole schema as today's rooms declare it. The migrations, which are never edited, must
/// lead to the same tables; a test compares them.
///
/// ```
/// let sql = callout_adapters::store::sqlite::ddl();
/// assert!(sql.contains("callout_event"));
/// ```
pub fn ddl() -> String {
    let mut sql = SPINE.to_owned();
    for table in engine::tables() {
        sql.push_str(&table_ddl(table));
    }
    sql
}

fn table_ddl(table: &Table) -> String {
    let mut sql = format!("\nCREATE TABLE callout_{} (\n", table.name);
    for id in ["company", "owner"] {
        let _ = writeln!(sql, "    {id} BLOB NOT NULL CHECK (length({id}) = 16),");
    }
    sql.push_str("    n INTEGER NOT NULL CHECK (n >= 0),\n");
    for column in table.columns {
        let name = column.name;
        let _ = match column.kind {
            Kind::Id => writeln!(sql, "    {name} BLOB CHECK (length({name}) = 16),"),
            Kind::Text => writeln!(sql, "    {name} TEXT,"),
            Kind::Int => writeln!(sql, "    {name} INTEGER,"),
        };
    }
    sql.push_str("    \"row\" BLOB NOT NULL,\n    PRIMARY KEY (company, owner, n)\n");
    sql.push_str(") STRICT, WITHOUT ROWID;\n");
    for index in table.indexes {
        let _ = writeln!(
            sql,
            "CREATE INDEX callout_{0}_by_{1} ON callout_{0} (company, {2}, owner, n);",
            table.name,
            index.join("_"),
            index.join(", "),
        );
    }
    sql
}
