//! `callout_engine`: opening, commands, questions.

use crate::backup::{callout_progress, told};
use crate::error::callout_error;
use crate::guard::quietly;
use crate::handle::{Handle, put};
use callout_adapters::plugin_host::PluginHost;
use callout_adapters::plugin_host::tables::{Sized32, copied, tail_is_zero};
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_adapters::store::memory::MemoryStore;
use callout_adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout_adapters::system::{SystemClock, SystemIds};
use callout_adapters::wire::equipped;
use callout_core::engine::Engine;
use callout_core::error::{Border, Error};
use callout_core::port::store::Store;
use std::ffi::c_void;
use std::ptr::null_mut;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A commit survives a power cut. The default.
pub const CALLOUT_DURABILITY_FULL: i32 = 0;
/// A commit survives a crash of the process; a power cut may take the last commands, never their
/// order.
pub const CALLOUT_DURABILITY_NORMAL: i32 = 10;
/// A power cut may take the file: for imports and measurements.
pub const CALLOUT_DURABILITY_OFF: i32 = 20;

/// How an engine is opened. Begin with `CALLOUT_OPEN_OPTIONS_INIT`; zero is the default of every
/// field, and fields may be added at the end.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct callout_open_options {
    /// `sizeof(callout_open_options)`.
    pub struct_size: u32,
    /// One of `CALLOUT_DURABILITY_*`.
    pub durability: i32,
    /// Milliseconds that a call waits for others, all in all, before `CALLOUT_BUSY`; 0: 10,000.
    pub busy_timeout_ms: u32,
    /// 1: `callout_plugin_load` may load libraries. A plugin runs as part of the process and may
    /// do all that the process may; 0: it may not.
    pub allow_plugins: u32,
    /// 1: only to be read and verified; nothing is touched, commands answer `CALLOUT_REFUSED`.
    pub read_only: u32,
    /// So many MiB the `-wal` file may grow to while somebody reads an old state; 0: 256.
    pub most_wal_mib: u32,
}

// SAFETY: `repr(C)`, size first, else plain numbers.
unsafe impl Sized32 for callout_open_options {
    const LEAST: usize = std::mem::offset_of!(callout_open_options, read_only);
}

/// Callout itself: one for all threads of a host.
pub struct callout_engine {
    shared: Arc<Shared>,
}

impl Handle for callout_engine {}

/// What lives as long as somebody uses it, whatever was freed meanwhile.
pub(crate) struct Shared {
    pub(crate) engine: Engine,
    pub(crate) plugins: PluginHost,
    poisoned: AtomicBool,
}

impl Shared {
    pub(crate) fn poison(&self) {
        self.poisoned.store(true, Ordering::SeqCst);
    }
}

/// The engine behind a handle, held for the length of a call.
///
/// # Safety
/// NULL, or an engine that is not freed yet.
pub(crate) unsafe fn shared(engine: *const callout_engine) -> Result<Arc<Shared>, Error> {
    // SAFETY: the caller's word.
    let shared = Arc::clone(&unsafe { Handle::lend(engine, "engine") }?.shared);
    if shared.poisoned.load(Ordering::SeqCst) {
        return Err(Border::Poisoned {}.into());
    }
    Ok(shared)
}

fn handle_on(store: Arc<dyn Store>, plugins: PluginHost) -> *mut callout_engine {
    let engine = equipped(Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds)));
    let shared = Shared { engine, plugins, poisoned: AtomicBool::new(false) };
    callout_engine { shared: Arc::new(shared) }.give()
}

/// # Safety
/// NULL, or options as the header demands.
unsafe fn read_options(
    options: *const callout_open_options,
) -> Result<(Settings, PluginHost), Error> {
    let mut settings = Settings::default();
    if options.is_null() {
        return Ok((settings, PluginHost::off()));
    }
    // SAFETY: the caller's word.
    let given = unsafe {
        let given = copied(options, "options")?;
        tail_is_zero(options, "options")?;
        given
    };
    let unknown = |argument: &str, value: i64| {
        Error::from(Border::Number { argument: argument.to_owned(), value })
    };
    settings.durability = match given.durability {
        CALLOUT_DURABILITY_FULL => Durability::Full,
        CALLOUT_DURABILITY_NORMAL => Durability::Normal,
        CALLOUT_DURABILITY_OFF => Durability::Off,
        other => return Err(unknown("options.durability", other.into())),
    };
    if given.busy_timeout_ms > 0 {
        settings.patience = Duration::from_millis(given.busy_timeout_ms.into());
    }
    settings.read_only = match given.read_only {
        0 => false,
        1 => true,
        other => return Err(unknown("options.read_only", other.into())),
    };
    if given.most_wal_mib > 0 {
        settings.most_wal_bytes = u64::from(given.most_wal_mib) << 20;
    }
    let plugins = match given.allow_plugins {
        0 => PluginHost::off(),
        // SAFETY: the host's word, given by setting the option.
        1 => unsafe { PluginHost::trusting() },
        other => return Err(unknown("options.allow_plugins", other.into())),
    };
    Ok((settings, plugins))
}

/// Opens a service database, and makes it where there is none: one SQLite file. Several engines
/// and processes may have it open.
///
/// - `path` [copied]: the file.
/// - `options` [copied, nullable]: how; NULL for the defaults.
/// - `engine` [owned]: free it with `callout_free`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// `CALLOUT_DATA` for a file that is no database or was cut short, `CALLOUT_UNSUPPORTED` for one
/// of a newer Callout, `CALLOUT_REFUSED` for another program's, which is left as it is,
/// `CALLOUT_UNAVAILABLE` where it cannot be opened.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_open(
    path: callout_str,
    options: *const callout_open_options,
    engine: *mut *mut callout_engine,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [engine]; {
        // SAFETY: the caller's word.
        let (path, (settings, plugins)) = unsafe { (path.text("path")?, read_options(options)?) };
        let store = Arc::new(SqliteStore::open(path, settings)?);
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(engine, handle_on(store, plugins)) };
        Ok(())
    })
}

/// Opens an engine that keeps everything in memory and forgets it when it is freed: for tests.
///
/// - `engine` [owned]: free it with `callout_free`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_open_memory(
    engine: *mut *mut callout_engine,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [engine]; {
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(engine, handle_on(Arc::new(MemoryStore::new()), PluginHost::off())) };
        Ok(())
    })
}

/// Frees an engine and does not wait: no call with it may begin any more. A call that is under way,
/// such as one whose callback frees the engine, still ends by itself; the last of them, or this
/// one, runs the `destroy` of what was registered. What was got from the engine stays valid.
///
/// - `engine` [owned, nullable]: NULL does nothing.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_free(engine: *mut callout_engine) {
    // SAFETY: the caller's word.
    quietly((), || unsafe { Handle::end(engine) });
}

/// Executes a command: all of it, durably, or nothing. The same command sent again, with the same
/// id, gives the first receipt again.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `request` of `engine`:
///   `{"id", "company", "actor", "target", "expected", "command": {"activity": {"open": {}}}}`.
/// - `receipt` [owned]: JSON, schema `receipt`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_execute(
    engine: *const callout_engine,
    request: callout_str,
    receipt: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [receipt]; {
        // SAFETY: the caller's word.
        let request = unsafe { request.text("request") }?;
        let done = shared.engine.execute_json(request.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(receipt, callout_bytes::own(done)) };
        Ok(())
    })
}

/// Executes several commands in one transaction: all or nothing, or each with its outcome. In place
/// of a value of a later command may stand what an earlier one made: `{"$receipt": 0, "take":
/// "target"}`, and so its `version` and its `part`. A refusal names its command in `batch` of its
/// details.
///
/// - `engine` [borrowed until return].
/// - `batch` [copied]: JSON, schema `batch_request` of `engine`: `{"company", "actor", "mode",
///   "commands": [{"id", "target", "expected", "command"}]}`.
/// - `outcomes` [owned]: JSON, schema `batch_receipt`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_batch(
    engine: *const callout_engine,
    batch: callout_str,
    outcomes: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [outcomes]; {
        // SAFETY: the caller's word.
        let batch = unsafe { batch.text("batch") }?;
        let done = shared.engine.batch_json(batch.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(outcomes, callout_bytes::own(done)) };
        Ok(())
    })
}

/// Answers a question from one moment: about records, timelines, trees, persons, and `changes`
/// (what happened after a sequence number; a host that follows asks again from time to time),
/// `head` (to be kept elsewhere), `verify` (whether what is stored is what happened), `blob`
/// (bytes), `calendar_entry`.
///
/// - `engine` [borrowed until return].
/// - `question` [copied]: JSON, schema `query_request` of `engine`:
///   `{"company", "actor", "query": {"activity": {"get": {"id": "..."}}}}`.
/// - `answer` [owned]: JSON, schema `view` or `page` of the noun that was asked about, `changes`,
///   `verification` or `calendar_entry` of `engine`, a head as `{"count", "hash"}`; for `blob` the
///   bytes themselves. Release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_query(
    engine: *const callout_engine,
    question: callout_str,
    answer: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    // SAFETY: the caller's word; nobody is told.
    unsafe { callout_query_with_progress(engine, question, None, null_mut(), answer, error) }
}

/// The same, told how far it is: for `verify`, which takes as long as the journal is long. Other
/// questions are too short to tell.
///
/// - `engine` [borrowed until return].
/// - `question` [copied]: as for `callout_query`.
/// - `progress`: what is told, or NULL; any other answer than `CALLOUT_OK` stops it, and the answer
///   says so.
/// - `user_data` [borrowed until return, nullable]: for `progress`.
/// - `answer` [owned]: as of `callout_query`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_query_with_progress(
    engine: *const callout_engine,
    question: callout_str,
    progress: callout_progress,
    user_data: *mut c_void,
    answer: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [answer]; {
        // SAFETY: the caller's word.
        let question = unsafe { question.text("question") }?;
        // SAFETY: the host's function and what it wanted for it.
        let mut tell = |now| unsafe { told(progress, user_data, &now) };
        let found = shared.engine.query_json(question.as_bytes(), &mut tell)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(answer, callout_bytes::own(found)) };
        Ok(())
    })
}
