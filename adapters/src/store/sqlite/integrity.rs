//! SQLite's own check of a file.

use rusqlite::{Connection, Error, Result, ffi};

/// As much as the pages take that are kept at once.
const ROOM: i32 = 2 << 20;

/// What SQLite finds wrong with one table, or first with the whole file. A page for which it has no
/// memory is a flaw to it like any other; here it is what it is.
pub(super) fn flaws(connection: &Connection, table: Option<&str>) -> Result<Vec<String>> {
    let which = table.unwrap_or("1");
    let mut check = connection.prepare(&format!("PRAGMA integrity_check({which})"))?;
    let said = check.query_map([], |row| row.get::<_, String>(0))?;
    let mut flaws = said.collect::<Result<Vec<String>>>()?;
    flaws.retain(|said| said != "ok");
    if flaws.iter().any(|said| names_no_memory(said)) {
        return Err(Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_NOMEM), None));
    }
    if !flaws.is_empty() {
        // Not everywhere does it say why it could not have a page.
        connection.query_row("SELECT length(randomblob(?1))", [ROOM], |_| Ok(()))?;
    }
    Ok(flaws)
}

fn names_no_memory(said: &str) -> bool {
    let code = ffi::SQLITE_NOMEM;
    let endings = [format!("error code={code}"), format!("error code {code}")];
    said.lines().any(|line| endings.iter().any(|ending| line.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_memory_is_memory() {
        for (said, memory) in [
            ("Tree 57 page 57: unable to get the page. error code=7", true),
            ("*** in database main ***\nTree 5 page 9: btreeInitPage() returns error code 7", true),
            ("Tree 5 page 9: btreeInitPage() returns error code 11", false),
            ("Page 7: never used", false),
        ] {
            assert_eq!(names_no_memory(said), memory, "{said}");
        }
    }
}
