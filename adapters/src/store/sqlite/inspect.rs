//! The tables as they stand, for who proves them.

use super::row::{ANSWERED, answered, position, quote, uuid};
use super::schema::ddl;
use super::tx::SqliteTx;
use super::{fault, integrity, migrate};
use callout_core::error::Error;
use callout_core::journal::{Hash, Slot};
use callout_core::port::index::Table;
use callout_core::port::store::{Answered, External, Inspect, Quote};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::OnceLock;
use uuid::Uuid;

/// An id that stands before all others: no bytes at all.
fn after_id(after: Option<Uuid>) -> Vec<u8> {
    after.map(|after| after.as_bytes().to_vec()).unwrap_or_default()
}

impl<C: Deref<Target = Connection>> Inspect for SqliteTx<C> {
    fn flaws(&mut self) -> Result<Vec<String>, Error> {
        self.structure().map_err(self.fault())
    }

    fn begun(
        &mut self,
        company: Uuid,
        noun: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        self.many(
            "SELECT DISTINCT stream FROM callout_event WHERE company = ?1 AND noun = ?2 \
             AND stream > ?3 ORDER BY stream LIMIT ?4",
            params![company.as_bytes(), noun, after_id(after), limit],
            |row| row.get(0).map(uuid),
        )
    }

    fn nouns(&mut self, company: Uuid) -> Result<Vec<String>, Error> {
        self.many(
            "SELECT DISTINCT noun FROM callout_event WHERE company = ?1 \
             UNION SELECT DISTINCT noun FROM callout_state WHERE company = ?1 \
             UNION SELECT DISTINCT noun FROM callout_slot WHERE company = ?1 ORDER BY 1",
            [company.as_bytes()],
            |row| row.get(0),
        )
    }

    fn answers(
        &mut self,
        company: Uuid,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<(Uuid, Answered)>, Error> {
        let sql = format!(
            "SELECT {ANSWERED}, command FROM callout_answered WHERE company = ?1 \
             AND command > ?2 ORDER BY command LIMIT ?3"
        );
        self.many(&sql, params![company.as_bytes(), after_id(after), limit], |row| {
            Ok((uuid(row.get(6)?), answered(row)?))
        })
    }

    fn owners(
        &mut self,
        company: Uuid,
        table: &'static Table,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let sql = format!(
            "SELECT DISTINCT owner FROM callout_{} WHERE company = ?1 AND owner > ?2 \
             ORDER BY owner LIMIT ?3",
            table.name
        );
        let after = after_id(after);
        self.many(&sql, params![company.as_bytes(), after, limit], |row| row.get(0).map(uuid))
    }

    fn quoting(
        &mut self,
        company: Uuid,
        noun: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        self.many(
            "SELECT DISTINCT stream FROM callout_slot WHERE company = ?1 AND noun = ?2 \
             AND stream > ?3 ORDER BY stream LIMIT ?4",
            params![company.as_bytes(), noun, after_id(after), limit],
            |row| row.get(0).map(uuid),
        )
    }

    fn externals(
        &mut self,
        company: Uuid,
        after: Option<&External>,
        limit: u32,
    ) -> Result<Vec<External>, Error> {
        let after = after.map(|it| (it.noun.as_str(), it.system.as_str(), it.value.as_str()));
        let (noun, system, value) = after.unwrap_or_default();
        self.many(
            "SELECT noun, system, value, id FROM callout_external WHERE company = ?1 \
             AND (noun, system, value) > (?2, ?3, ?4) ORDER BY noun, system, value LIMIT ?5",
            params![company.as_bytes(), noun, system, value, limit],
            |row| {
                let (noun, system, value) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(External { noun, system, value, id: uuid(row.get(3)?) })
            },
        )
    }

    fn contexts(
        &mut self,
        company: Uuid,
        after: Option<(Uuid, u64)>,
        limit: u32,
    ) -> Result<Vec<(Uuid, u64)>, Error> {
        let context = after_id(after.map(|(context, _)| context));
        let sequence = after.map_or(0, |(_, sequence)| position(sequence));
        self.many(
            "SELECT context, sequence FROM callout_timeline WHERE company = ?1 \
             AND (context, sequence) > (?2, ?3) ORDER BY context, sequence LIMIT ?4",
            params![company.as_bytes(), context, sequence, limit],
            |row| Ok((uuid(row.get(0)?), row.get(1)?)),
        )
    }

    fn all_uses(
        &mut self,
        company: Uuid,
        after: Option<&(Hash, String, Uuid)>,
        limit: u32,
    ) -> Result<Vec<(Hash, String, Uuid)>, Error> {
        let hash = after.map(|(hash, ..)| hash.0.to_vec()).unwrap_or_default();
        let noun = after.map_or("", |(_, noun, _)| noun.as_str());
        let stream = after_id(after.map(|(.., stream)| *stream));
        self.many(
            "SELECT hash, noun, stream FROM callout_use WHERE company = ?1 \
             AND (hash, noun, stream) > (?2, ?3, ?4) ORDER BY hash, noun, stream LIMIT ?5",
            params![company.as_bytes(), hash, noun, stream, limit],
            |row| Ok((Hash(row.get(0)?), row.get(1)?, uuid(row.get(2)?))),
        )
    }

    fn values(
        &mut self,
        company: Uuid,
        after: Option<&Quote>,
        limit: u32,
    ) -> Result<Vec<(Quote, Slot)>, Error> {
        let noun = after.map_or("", |after| after.noun.as_str());
        let stream = after_id(after.map(|after| after.stream));
        let version = after.map_or(0, |after| position(after.version));
        let n = after.map_or(0, |after| after.n);
        self.many(
            "SELECT noun, stream, version, n, person, salt, value FROM callout_slot \
             WHERE company = ?1 AND (noun, stream, version, n) > (?2, ?3, ?4, ?5) \
             ORDER BY noun, stream, version, n LIMIT ?6",
            params![company.as_bytes(), noun, stream, version, n, limit],
            |row| {
                let quote = quote(row)?;
                let (version, n, person) = (quote.version, quote.n, uuid(row.get(4)?));
                let (salt, value) = (row.get(5)?, row.get(6)?);
                Ok((quote, Slot { version, n, person, salt, value }))
            },
        )
    }

    fn blobs(
        &mut self,
        company: Uuid,
        after: Option<Hash>,
        limit: u32,
    ) -> Result<Vec<Hash>, Error> {
        let after = after.map(|after| after.0.to_vec()).unwrap_or_default();
        self.many(
            "SELECT hash FROM callout_blob WHERE company = ?1 AND hash > ?2 ORDER BY hash LIMIT ?3",
            params![company.as_bytes(), after, limit],
            |row| row.get(0).map(Hash),
        )
    }
}

/// Name to kind, table and definition of what Callout has in a database.
type Objects = BTreeMap<String, (String, String, Option<String>)>;

/// What there should be.
static MADE: OnceLock<Objects> = OnceLock::new();

fn objects(connection: &Connection) -> rusqlite::Result<Objects> {
    let mut all = connection.prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema")?;
    let rows = all.query_map([], |row| {
        let (name, kind, table): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // Renaming a table there and back puts its name in quotes.
        let sql: Option<String> = row.get(3)?;
        Ok((name, (kind, table, sql.map(|sql| sql.replace('"', "")))))
    })?;
    let ours = |name: &str| name.to_ascii_lowercase().starts_with("callout_");
    rows.filter(|row| row.as_ref().map_or(true, |(name, (_, table, _))| ours(name) || ours(table)))
        .collect()
}

impl<C: Deref<Target = Connection>> SqliteTx<C> {
    fn structure(&self) -> rusqlite::Result<Vec<String>> {
        let should = match MADE.get() {
            Some(made) => made,
            None => {
                let model = Connection::open_in_memory()?;
                model.execute_batch(&ddl())?;
                let made = objects(&model)?;
                MADE.get_or_init(|| made)
            }
        };
        let mut there = objects(self.connection())?;
        there.remove("callout_schema");
        let mut flaws = Vec::new();
        let known = migrate::KNOWN;
        let version = "SELECT count(*) = 1 AND max(version) = ?1 FROM callout_schema";
        match self.connection().query_row(version, [known], |row| row.get(0)) {
            Ok(true) => {}
            Err(error) if fault::is_without_memory(&error) => return Err(error),
            _ => flaws.push(format!("callout_schema does not say that the schema is {known}")),
        }
        for (name, object) in should {
            match there.remove(name) {
                None => flaws.push(format!("the {} {name} is missing", object.0)),
                Some(found) if found != *object => {
                    flaws.push(format!("the {} {name} is not as it was made", object.0));
                }
                Some(_) => {}
            }
        }
        for (name, (kind, table, _)) in there {
            flaws.push(format!("the {kind} {name} on {table} is not Callout's"));
        }
        let tables = should.iter().filter(|(_, (kind, ..))| kind == "table");
        for (table, _) in tables {
            for said in integrity::flaws(self.connection(), Some(table))? {
                if !flaws.contains(&said) {
                    flaws.push(said);
                }
            }
        }
        Ok(flaws)
    }
}
