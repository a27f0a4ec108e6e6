//! A store that counts what it is asked, and keeps nothing once it is dry.

use callout::error::Error;
use callout::journal::{Event, Hash, Head, Slot};
use callout::port::index::{Entry, Found, Select, Table};
use callout::port::store::{
    Answered, Cursor, External, Inspect, OwnTx, Quote, Remembered, Store, Stored, Stream,
    TimelinePage, Tx,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use uuid::Uuid;

/// The store, and what is known of its use.
pub struct Dry {
    inner: Arc<dyn Store>,
    dry: AtomicBool,
    asked: Arc<AtomicU64>,
}

impl Dry {
    pub fn new(inner: Arc<dyn Store>) -> Arc<Dry> {
        Arc::new(Dry { inner, dry: AtomicBool::new(false), asked: Arc::default() })
    }

    /// From here on nothing is kept.
    pub fn dry(&self) {
        self.dry.store(true, Ordering::SeqCst);
    }

    /// How much was asked since the last time.
    pub fn asked(&self) -> u64 {
        self.asked.swap(0, Ordering::SeqCst)
    }

    fn counted<'s>(&self, inner: Box<dyn OwnTx + 's>) -> Box<dyn OwnTx + 's> {
        let dry = self.dry.load(Ordering::SeqCst);
        Box::new(Counted { inner, dry, asked: Arc::clone(&self.asked) })
    }
}

impl Store for Dry {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        Ok(self.counted(self.inner.read()?))
    }

    fn write(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        Ok(self.counted(self.inner.write()?))
    }
}

struct Counted<'s> {
    inner: Box<dyn OwnTx + 's>,
    dry: bool,
    asked: Arc<AtomicU64>,
}

impl OwnTx for Counted<'_> {
    fn commit(self: Box<Self>) -> Result<(), Error> {
        if self.dry { Ok(()) } else { self.inner.commit() }
    }
}

/// What is shown the first rows.
type Seeing<'s> = &'s mut dyn FnMut(Uuid, &[u8]);
type Counting<'s> = &'s mut dyn FnMut(Uuid, u64);

/// Each call is one question more.
macro_rules! counted {
    ($of:ident { $( $name:ident($($arg:ident: $kind:ty),*) -> $out:ty; )* }) => {
        impl $of for Counted<'_> {
            $( fn $name(&mut self, $($arg: $kind),*) -> Result<$out, Error> {
                self.asked.fetch_add(1, Ordering::SeqCst);
                self.inner.$name($($arg),*)
            } )*
        }
    };
}

counted!(Tx {
    head(company: Uuid) -> Head;
    append(event: &Event, head: &Head) -> ();
    stream(stream: &Stream, after: u64, limit: u32) -> Vec<Event>;
    feed(company: Uuid, after: u64, limit: u32) -> Vec<Event>;
    caused(company: Uuid, command: Uuid) -> Vec<Event>;
    state(stream: &Stream) -> Option<Stored>;
    put_state(stream: &Stream, stored: &Stored) -> ();
    versions(company: Uuid, noun: &'static str, ids: &[Uuid], see: Counting<'_>) -> ();
    streams(company: Uuid, noun: &'static str, after: Option<Uuid>, limit: u32) -> Vec<Uuid>;
    stale(company: Uuid, noun: &'static str, form: (u32, u32), limit: u32) -> Vec<Uuid>;
    companies() -> Vec<Uuid>;
    answered(company: Uuid, command: Uuid) -> Option<Answered>;
    put_answered(company: Uuid, command: Uuid, answered: &Answered) -> ();
    drop_answered(company: Uuid, command: Uuid) -> ();
    unprint_idle(company: Uuid) -> ();
    secret(company: Uuid) -> Hash;
    put_secret(company: Uuid, secret: &Hash) -> ();
    ended(company: Uuid) -> u64;
    put_ended(company: Uuid, sequence: u64) -> ();
    put_entry(company: Uuid, owner: Uuid, entry: &Entry) -> ();
    drop_entry(company: Uuid, owner: Uuid, table: &'static Table, n: u32) -> ();
    first_rows(company: Uuid, table: &'static Table, owners: &[Uuid], see: Seeing<'_>) -> ();
    select(select: &Select) -> Vec<Found>;
    count(select: &Select) -> u32;
    remembered(company: Uuid, connector: &str) -> Remembered;
    remember(cursor: &Cursor<'_>, value: Option<&[u8]>) -> ();
    put_slot(stream: &Stream, slot: &Slot) -> ();
    slots(stream: &Stream, from: u64, to: u64) -> Vec<Slot>;
    wipe() -> ();
    quotes(company: Uuid, person: Uuid) -> Vec<Quote>;
    erase(stream: &Stream, person: Uuid) -> u32;
    external(company: Uuid, noun: &'static str, system: &str, value: &str) -> Option<Uuid>;
    put_external(stream: &Stream, system: &str, value: &str) -> ();
    drop_external(stream: &Stream, system: &str) -> ();
    drop_externals(stream: &Stream) -> ();
    put_context(context: Uuid, stream: &Stream, sequence: u64) -> ();
    in_context(company: Uuid, context: Uuid, sequence: u64) -> bool;
    drop_context(context: Uuid, stream: &Stream) -> ();
    timeline(page: &TimelinePage<'_>) -> Vec<Event>;
    put_blob(company: Uuid, hash: &Hash, bytes: &[u8]) -> ();
    put_use(stream: &Stream, hash: &Hash) -> ();
    drop_use(stream: &Stream, hash: &Hash) -> ();
    used(stream: &Stream) -> Vec<Hash>;
    uses(company: Uuid, hash: &Hash) -> Vec<(String, Uuid)>;
    blob_size(company: Uuid, hash: &Hash) -> Option<u64>;
    blob(company: Uuid, hash: &Hash) -> Option<Vec<u8>>;
    drop_blob(company: Uuid, hash: &Hash) -> ();
    mark() -> ();
    undo() -> ();
    keep() -> ();
});

counted!(Inspect {
    flaws() -> Vec<String>;
    begun(company: Uuid, noun: &str, after: Option<Uuid>, limit: u32) -> Vec<Uuid>;
    nouns(company: Uuid) -> Vec<String>;
    answers(company: Uuid, after: Option<Uuid>, limit: u32) -> Vec<(Uuid, Answered)>;
    owners(company: Uuid, table: &'static Table, after: Option<Uuid>, limit: u32) -> Vec<Uuid>;
    quoting(company: Uuid, noun: &str, after: Option<Uuid>, limit: u32) -> Vec<Uuid>;
    externals(company: Uuid, after: Option<&External>, limit: u32) -> Vec<External>;
    contexts(company: Uuid, after: Option<(Uuid, u64)>, limit: u32) -> Vec<(Uuid, u64)>;
    all_uses(
        company: Uuid, after: Option<&(Hash, String, Uuid)>, limit: u32
    ) -> Vec<(Hash, String, Uuid)>;
    values(company: Uuid, after: Option<&Quote>, limit: u32) -> Vec<(Quote, Slot)>;
    blobs(company: Uuid, after: Option<Hash>, limit: u32) -> Vec<Hash>;
});
