//! Transactions: Callout's own, and the host's.

use super::fault;
use super::held::{Held, Whose};
use super::row::{ANSWERED, EVENT, answered, event, position, quote, slot, uuid};
use super::select::bound;
use callout_core::error::Error;
use callout_core::journal::{Event, Hash, Head, Slot};
use callout_core::port::index::{Entry, Found, Select, Table};
use callout_core::port::store::{
    Answered, Cursor, Quote, Remembered, Stored, Stream, TimelinePage, Tx,
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::fmt::Write;
use std::ops::Deref;
use std::path::Path;
use uuid::Uuid;

const UNDO: &str = "ROLLBACK";

/// A transaction on a connection, seen by the engine.
pub struct SqliteTx<C: Deref<Target = Connection>> {
    pub(super) connection: C,
    name: String,
    marks: u32,
    /// Begun here, so that it is ended here: by which process.
    pub(super) own: Option<u32>,
    /// Said of this thread as long as this lives.
    pub(super) held: Option<Held>,
}

impl<'c> SqliteTx<&'c Connection> {
    /// The host's own transaction: the host commits or rolls back, Callout does neither.
    ///
    /// As long as this lives, calls of an engine on the same file and thread that would wait for
    /// the transaction, or not see what it wrote, are refused (`STORE-BUSY-02`): there are
    /// `execute_in`, `query_in`, `put_blob_in` and `receive_in` for it. So keep one of these for
    /// the whole transaction; of one that is dropped before the host commits Callout knows nothing,
    /// and such a call waits for its patience.
    ///
    /// ```no_run
    /// # fn example(engine: &callout_core::engine::Engine, mut host: rusqlite::Connection,
    /// #     request: callout_core::engine::Request) -> Result<(), Box<dyn std::error::Error>> {
    /// use callout_adapters::store::sqlite::SqliteTx;
    /// let tx = host.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    /// tx.execute("UPDATE my_table SET done = 1", [])?;
    /// engine.execute_in(&mut SqliteTx::within(&tx), &request)?;
    /// tx.commit()?;
    /// # Ok(()) }
    /// ```
    pub fn within(transaction: &'c rusqlite::Transaction<'_>) -> Self {
        let name = "the host's database".to_owned();
        let held = Held::on(transaction.path().map(Path::new), Whose::Hosts);
        SqliteTx { connection: transaction, name, marks: 0, own: None, held }
    }
}

impl<C: Deref<Target = Connection>> SqliteTx<C> {
    /// Begins one; dropped without a commit, it is rolled back.
    pub(super) fn begin(connection: C, name: String, sql: &str) -> Result<Self, Error> {
        let mut tx = SqliteTx { connection, name, marks: 0, own: None, held: None };
        // It is kept from here on: what undoes must not need memory when there is none.
        tx.connection.prepare_cached(UNDO).map(drop).map_err(tx.fault())?;
        if !tx.connection.is_autocommit() {
            tx.run(UNDO, [])?;
        }
        tx.run(sql, [])?;
        tx.own = Some(std::process::id());
        Ok(tx)
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(super) fn fault(&self) -> impl Fn(rusqlite::Error) -> Error {
        |error| fault::working(&self.name, &error)
    }

    pub(super) fn run(&self, sql: &str, values: impl rusqlite::Params) -> Result<usize, Error> {
        let run = || self.connection.prepare_cached(sql)?.execute(values);
        run().map_err(self.fault())
    }

    pub(super) fn one<T>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Error> {
        let run = || self.connection.prepare_cached(sql)?.query_row(values, read).optional();
        run().map_err(self.fault())
    }

    pub(super) fn many<T>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        let run = || -> rusqlite::Result<Vec<T>> {
            self.connection.prepare_cached(sql)?.query_map(values, read)?.collect()
        };
        run().map_err(self.fault())
    }
}

impl<C: Deref<Target = Connection>> Drop for SqliteTx<C> {
    fn drop(&mut self) {
        // A child that was forked meanwhile would undo what its parent is writing.
        if self.own == Some(std::process::id()) {
            // Where this fails, SQLite has done it by itself, or the next one does it.
            let _ = self.run(UNDO, []);
        }
    }
}

impl<C: Deref<Target = Connection>> Tx for SqliteTx<C> {
    fn head(&mut self, company: Uuid) -> Result<Head, Error> {
        let sql = "SELECT count, hash FROM callout_head WHERE company = ?1";
        let head = self.one(sql, [company.as_bytes()], |row| {
            Ok(Head { count: row.get(0)?, hash: Hash(row.get(1)?) })
        })?;
        Ok(head.unwrap_or_default())
    }

    fn append(&mut self, event: &Event, head: &Head) -> Result<(), Error> {
        self.run(
            "INSERT INTO callout_event (company, sequence, noun, stream, version, kind, format, \
             at, actor, role, command, device, device_sequence, device_clock, cause, receipt, \
             body, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, \
             ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
            params![
                event.company.as_bytes(),
                event.sequence,
                event.noun,
                event.stream.as_bytes(),
                event.version,
                event.kind,
                event.format,
                event.at.micros(),
                event.actor.as_bytes(),
                event.role,
                event.command.as_bytes(),
                event.device.as_ref().map(|device| device.id.as_bytes()),
                event.device.map(|device| device.sequence),
                event.device.map(|device| device.clock.micros()),
                event.cause.as_ref().map(Uuid::as_bytes),
                event.receipt.map(|receipt| receipt.0),
                event.body,
                event.previous.0,
                event.hash.0,
            ],
        )?;
        self.run(
            "INSERT INTO callout_head (company, count, hash) VALUES (?1, ?2, ?3) \
             ON CONFLICT (company) DO UPDATE SET count = excluded.count, hash = excluded.hash",
            params![event.company.as_bytes(), head.count, head.hash.0],
        )?;
        Ok(())
    }

    fn stream(&mut self, stream: &Stream, after: u64, limit: u32) -> Result<Vec<Event>, Error> {
        let sql = format!(
            "SELECT {EVENT} FROM callout_event WHERE company = ?1 AND noun = ?2 AND stream = ?3 \
             AND version > ?4 ORDER BY version LIMIT ?5"
        );
        let (id, after) = (stream.id.as_bytes(), position(after));
        self.many(&sql, params![stream.company.as_bytes(), stream.noun, id, after, limit], event)
    }

    fn feed(&mut self, company: Uuid, after: u64, limit: u32) -> Result<Vec<Event>, Error> {
        let sql = format!(
            "SELECT {EVENT} FROM callout_event WHERE company = ?1 AND sequence > ?2 \
             ORDER BY sequence LIMIT ?3"
        );
        self.many(&sql, params![company.as_bytes(), position(after), limit], event)
    }

    fn caused(&mut self, company: Uuid, command: Uuid) -> Result<Vec<Event>, Error> {
        // SQLite takes a company for small until it knows better, and would walk its journal.
        let sql = format!(
            "SELECT {EVENT} FROM callout_event WHERE company = ?1 \
             AND unlikely(command = ?2) ORDER BY sequence"
        );
        self.many(&sql, [company.as_bytes(), command.as_bytes()], event)
    }

    fn state(&mut self, stream: &Stream) -> Result<Option<Stored>, Error> {
        self.one(
            "SELECT version, fold, rows, sequence, body, last FROM callout_state \
             WHERE company = ?1 AND noun = ?2 AND id = ?3",
            params![stream.company.as_bytes(), stream.noun, stream.id.as_bytes()],
            |row| {
                Ok(Stored {
                    version: row.get(0)?,
                    fold: row.get(1)?,
                    rows: row.get(2)?,
                    sequence: row.get(3)?,
                    body: row.get(4)?,
                    last: Hash(row.get(5)?),
                })
            },
        )
    }

    fn versions(
        &mut self,
        company: Uuid,
        noun: &'static str,
        ids: &[Uuid],
        see: &mut dyn FnMut(Uuid, u64),
    ) -> Result<(), Error> {
        self.versions_of(company, noun, ids, see)
    }

    fn put_state(&mut self, stream: &Stream, stored: &Stored) -> Result<(), Error> {
        self.run(
            "INSERT INTO callout_state (company, noun, id, version, fold, rows, sequence, body, \
             last) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (company, noun, id) \
             DO UPDATE SET version = excluded.version, fold = excluded.fold, \
             rows = excluded.rows, sequence = excluded.sequence, body = excluded.body, \
             last = excluded.last",
            params![
                stream.company.as_bytes(),
                stream.noun,
                stream.id.as_bytes(),
                stored.version,
                stored.fold,
                stored.rows,
                stored.sequence,
                stored.body,
                stored.last.0,
            ],
        )?;
        Ok(())
    }

    fn streams(
        &mut self,
        company: Uuid,
        noun: &'static str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let after = after.map(|after| after.as_bytes().to_vec()).unwrap_or_default();
        self.many(
            "SELECT id FROM callout_state WHERE company = ?1 AND noun = ?2 AND id > ?3 \
             ORDER BY id LIMIT ?4",
            params![company.as_bytes(), noun, after, limit],
            |row| row.get(0).map(uuid),
        )
    }

    fn stale(
        &mut self,
        company: Uuid,
        noun: &'static str,
        (fold, rows): (u32, u32),
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        // Stretches of the index that leave out what is as it should be: of two columns compared at
        // once SQLite walks all that are equal.
        let of = "SELECT id FROM callout_state WHERE company = ?1 AND noun = ?2 AND";
        let sql = format!(
            "{of} fold < ?3 UNION ALL {of} fold = ?3 AND rows < ?4 UNION ALL \
             {of} fold = ?3 AND rows > ?4 UNION ALL {of} fold > ?3 LIMIT ?5"
        );
        self.many(&sql, params![company.as_bytes(), noun, fold, rows, limit], |row| {
            row.get(0).map(uuid)
        })
    }

    fn companies(&mut self) -> Result<Vec<Uuid>, Error> {
        // Also one whose head somebody deleted: from each to the next.
        let sql = "WITH RECURSIVE next (company) AS (SELECT min(company) FROM callout_event \
            UNION ALL SELECT (SELECT min(e.company) FROM callout_event e \
            WHERE e.company > next.company) FROM next WHERE next.company IS NOT NULL) \
            SELECT company FROM next WHERE company IS NOT NULL \
            UNION SELECT company FROM callout_head ORDER BY 1";
        self.many(sql, [], |row| row.get(0).map(uuid))
    }

    fn answered(&mut self, company: Uuid, command: Uuid) -> Result<Option<Answered>, Error> {
        self.one(
            &format!("SELECT {ANSWERED} FROM callout_answered WHERE company = ?1 AND command = ?2"),
            [company.as_bytes(), command.as_bytes()],
            answered,
        )
    }

    fn put_answered(
        &mut self,
        company: Uuid,
        command: Uuid,
        answered: &Answered,
    ) -> Result<(), Error> {
        self.run(
            "INSERT OR REPLACE INTO callout_answered (company, command, form, salt, hash, target, \
             version, events) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                company.as_bytes(),
                command.as_bytes(),
                answered.print.map(|print| print.form),
                answered.print.map(|print| print.salt),
                answered.print.map(|print| print.hash.0),
                answered.target.as_bytes(),
                answered.version,
                answered.events,
            ],
        )?;
        Ok(())
    }

    fn drop_answered(&mut self, company: Uuid, command: Uuid) -> Result<(), Error> {
        let sql = "DELETE FROM callout_answered WHERE company = ?1 AND command = ?2";
        self.run(sql, [company.as_bytes(), command.as_bytes()]).map(drop)
    }

    fn unprint_idle(&mut self, company: Uuid) -> Result<(), Error> {
        let sql = "UPDATE callout_answered SET form = NULL, salt = NULL, hash = NULL \
                   WHERE company = ?1 AND unlikely(events = 0)";
        self.run(sql, [company.as_bytes()]).map(drop)
    }

    fn secret(&mut self, company: Uuid) -> Result<Hash, Error> {
        let sql = "SELECT secret FROM callout_head WHERE company = ?1";
        let secret =
            self.one(sql, [company.as_bytes()], |row| row.get::<_, Option<[u8; 32]>>(0))?;
        Ok(Hash(secret.flatten().unwrap_or_default()))
    }

    fn put_secret(&mut self, company: Uuid, secret: &Hash) -> Result<(), Error> {
        let sql = "UPDATE callout_head SET secret = ?2 WHERE company = ?1";
        self.run(sql, params![company.as_bytes(), secret.0]).map(drop)
    }

    fn ended(&mut self, company: Uuid) -> Result<u64, Error> {
        let sql = "SELECT ended FROM callout_head WHERE company = ?1";
        Ok(self.one(sql, [company.as_bytes()], |row| row.get(0))?.unwrap_or(0))
    }

    fn put_ended(&mut self, company: Uuid, sequence: u64) -> Result<(), Error> {
        let sql = "UPDATE callout_head SET ended = ?2 WHERE company = ?1";
        self.run(sql, params![company.as_bytes(), position(sequence)]).map(drop)
    }

    fn put_entry(&mut self, company: Uuid, owner: Uuid, entry: &Entry) -> Result<(), Error> {
        let mut sql =
            format!("INSERT OR REPLACE INTO callout_{} (company, owner, n", entry.table.name);
        for column in entry.table.columns {
            let _ = write!(sql, ", {}", column.name);
        }
        sql.push_str(", \"row\") VALUES (?1, ?2, ?3");
        for n in 0..=entry.table.columns.len() {
            let _ = write!(sql, ", ?{}", n + 4);
        }
        sql.push(')');
        let run = || -> rusqlite::Result<usize> {
            let mut statement = self.connection.prepare_cached(&sql)?;
            statement.raw_bind_parameter(1, company.as_bytes())?;
            statement.raw_bind_parameter(2, owner.as_bytes())?;
            statement.raw_bind_parameter(3, entry.n)?;
            for (n, cell) in entry.cells.iter().enumerate() {
                statement.raw_bind_parameter(n + 4, bound(cell))?;
            }
            statement.raw_bind_parameter(entry.cells.len() + 4, &entry.row[..])?;
            statement.raw_execute()
        };
        run().map_err(self.fault())?;
        Ok(())
    }

    fn drop_entry(
        &mut self,
        company: Uuid,
        owner: Uuid,
        table: &'static Table,
        n: u32,
    ) -> Result<(), Error> {
        let name = table.name;
        let sql =
            format!("DELETE FROM callout_{name} WHERE company = ?1 AND owner = ?2 AND n = ?3");
        self.run(&sql, params![company.as_bytes(), owner.as_bytes(), n])?;
        Ok(())
    }

    fn first_rows(
        &mut self,
        company: Uuid,
        table: &'static Table,
        owners: &[Uuid],
        see: &mut dyn FnMut(Uuid, &[u8]),
    ) -> Result<(), Error> {
        self.first_of(company, table, owners, see)
    }

    fn select(&mut self, select: &Select) -> Result<Vec<Found>, Error> {
        self.find(select)
    }

    fn count(&mut self, select: &Select) -> Result<u32, Error> {
        self.number_of(select)
    }

    fn remembered(&mut self, company: Uuid, connector: &str) -> Result<Remembered, Error> {
        self.cursors(company, connector)
    }

    fn remember(&mut self, cursor: &Cursor<'_>, value: Option<&[u8]>) -> Result<(), Error> {
        self.put_cursor(cursor, value)
    }

    fn put_slot(&mut self, stream: &Stream, slot: &Slot) -> Result<(), Error> {
        self.write_slot(stream, slot)
    }

    fn slots(&mut self, stream: &Stream, from: u64, to: u64) -> Result<Vec<Slot>, Error> {
        let (id, from, to) = (stream.id.as_bytes(), position(from), position(to));
        self.many(
            "SELECT version, n, person, salt, value FROM callout_slot \
             WHERE company = ?1 AND noun = ?2 AND stream = ?3 AND version BETWEEN ?4 AND ?5 \
             ORDER BY version, n",
            params![stream.company.as_bytes(), stream.noun, id, from, to],
            slot,
        )
    }

    fn wipe(&mut self) -> Result<(), Error> {
        // On a connection of the host's, too: what it deletes from then on is overwritten as well.
        let on = || self.connection().pragma_update(None, "secure_delete", true);
        on().map_err(self.fault())?;
        // Who is killed after the commit has not written the file anew: the next to open it does.
        self.run("UPDATE callout_schema SET owes = 1 WHERE rowid = 1", []).map(drop)
    }

    fn quotes(&mut self, company: Uuid, person: Uuid) -> Result<Vec<Quote>, Error> {
        self.many(
            "SELECT noun, stream, version, n FROM callout_slot WHERE company = ?1 AND person = ?2 \
             ORDER BY noun, stream, version, n",
            [company.as_bytes(), person.as_bytes()],
            quote,
        )
    }

    fn erase(&mut self, at: &Stream, person: Uuid) -> Result<u32, Error> {
        let gone = self.run(
            "DELETE FROM callout_slot WHERE company = ?1 AND noun = ?2 AND stream = ?3 \
             AND person = ?4",
            params![at.company.as_bytes(), at.noun, at.id.as_bytes(), person.as_bytes()],
        )?;
        Ok(u32::try_from(gone).unwrap_or(u32::MAX))
    }

    fn external(
        &mut self,
        company: Uuid,
        noun: &'static str,
        system: &str,
        value: &str,
    ) -> Result<Option<Uuid>, Error> {
        self.one(
            "SELECT id FROM callout_external \
             WHERE company = ?1 AND noun = ?2 AND system = ?3 AND value = ?4",
            params![company.as_bytes(), noun, system, value],
            |row| row.get(0).map(uuid),
        )
    }

    fn put_external(&mut self, stream: &Stream, system: &str, value: &str) -> Result<(), Error> {
        self.drop_external(stream, system)?;
        self.run(
            "INSERT INTO callout_external (company, noun, system, value, id) \
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![stream.company.as_bytes(), stream.noun, system, value, stream.id.as_bytes()],
        )?;
        Ok(())
    }

    fn drop_external(&mut self, stream: &Stream, system: &str) -> Result<(), Error> {
        self.run(
            "DELETE FROM callout_external \
             WHERE company = ?1 AND noun = ?2 AND id = ?3 AND system = ?4",
            params![stream.company.as_bytes(), stream.noun, stream.id.as_bytes(), system],
        )?;
        Ok(())
    }

    fn drop_externals(&mut self, stream: &Stream) -> Result<(), Error> {
        self.run(
            "DELETE FROM callout_external WHERE company = ?1 AND noun = ?2 AND id = ?3",
            params![stream.company.as_bytes(), stream.noun, stream.id.as_bytes()],
        )?;
        Ok(())
    }

    fn put_context(&mut self, context: Uuid, stream: &Stream, sequence: u64) -> Result<(), Error> {
        self.run(
            "INSERT OR IGNORE INTO callout_timeline (company, context, sequence) VALUES (?1, ?2, ?3)",
            params![stream.company.as_bytes(), context.as_bytes(), sequence],
        )?;
        Ok(())
    }

    fn in_context(&mut self, company: Uuid, context: Uuid, sequence: u64) -> Result<bool, Error> {
        let sql = "SELECT 1 FROM callout_timeline WHERE company = ?1 AND context = ?2 \
                   AND sequence = ?3";
        let key = params![company.as_bytes(), context.as_bytes(), position(sequence)];
        Ok(self.one(sql, key, |_| Ok(()))?.is_some())
    }

    fn drop_context(&mut self, context: Uuid, of: &Stream) -> Result<(), Error> {
        self.run(
            "DELETE FROM callout_timeline WHERE company = ?1 AND context = ?2 AND sequence IN \
             (SELECT sequence FROM callout_event WHERE company = ?1 AND noun = ?3 AND stream = ?4)",
            params![of.company.as_bytes(), context.as_bytes(), of.noun, of.id.as_bytes()],
        )?;
        Ok(())
    }

    fn timeline(&mut self, page: &TimelinePage<'_>) -> Result<Vec<Event>, Error> {
        self.page_of(page)
    }

    fn put_blob(&mut self, company: Uuid, hash: &Hash, bytes: &[u8]) -> Result<(), Error> {
        self.run(
            "INSERT OR IGNORE INTO callout_blob (company, hash, bytes) VALUES (?1, ?2, ?3)",
            params![company.as_bytes(), hash.0, bytes],
        )?;
        Ok(())
    }

    fn put_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error> {
        let sql = "INSERT OR IGNORE INTO callout_use (company, hash, noun, stream) \
                   VALUES (?1, ?2, ?3, ?4)";
        let Stream { company, noun, id } = stream;
        self.run(sql, params![company.as_bytes(), hash.0, noun, id.as_bytes()]).map(drop)
    }

    fn drop_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error> {
        let sql = "DELETE FROM callout_use WHERE company = ?1 AND hash = ?2 AND noun = ?3 \
                   AND stream = ?4";
        let Stream { company, noun, id } = stream;
        self.run(sql, params![company.as_bytes(), hash.0, noun, id.as_bytes()]).map(drop)
    }

    fn used(&mut self, stream: &Stream) -> Result<Vec<Hash>, Error> {
        let sql = "SELECT hash FROM callout_use WHERE company = ?1 AND noun = ?2 AND stream = ?3 \
                   ORDER BY hash";
        let Stream { company, noun, id } = stream;
        let of_stream = params![company.as_bytes(), noun, id.as_bytes()];
        self.many(sql, of_stream, |row| row.get(0).map(Hash))
    }

    fn uses(&mut self, company: Uuid, hash: &Hash) -> Result<Vec<(String, Uuid)>, Error> {
        let sql = "SELECT noun, stream FROM callout_use WHERE company = ?1 AND hash = ?2 \
                   ORDER BY noun, stream";
        self.many(sql, params![company.as_bytes(), hash.0], |row| {
            Ok((row.get(0)?, uuid(row.get(1)?)))
        })
    }

    fn blob_size(&mut self, company: Uuid, hash: &Hash) -> Result<Option<u64>, Error> {
        let sql = "SELECT length(bytes) FROM callout_blob WHERE company = ?1 AND hash = ?2";
        self.one(sql, params![company.as_bytes(), hash.0], |row| row.get(0))
    }

    fn blob(&mut self, company: Uuid, hash: &Hash) -> Result<Option<Vec<u8>>, Error> {
        let sql = "SELECT bytes FROM callout_blob WHERE company = ?1 AND hash = ?2";
        self.one(sql, params![company.as_bytes(), hash.0], |row| row.get(0))
    }

    fn drop_blob(&mut self, company: Uuid, hash: &Hash) -> Result<(), Error> {
        let sql = "DELETE FROM callout_blob WHERE company = ?1 AND hash = ?2";
        self.run(sql, params![company.as_bytes(), hash.0]).map(drop)
    }

    fn mark(&mut self) -> Result<(), Error> {
        self.marks += 1;
        self.run(&format!("SAVEPOINT callout_{}", self.marks), []).map(|_| ())
    }

    fn undo(&mut self) -> Result<(), Error> {
        self.run(&format!("ROLLBACK TO callout_{}", self.marks), [])?;
        self.keep()
    }

    fn keep(&mut self) -> Result<(), Error> {
        self.run(&format!("RELEASE callout_{}", self.marks), [])?;
        self.marks -= 1;
        Ok(())
    }
}
