//! Telling the host where a journal ends, after each commit of the engine: so that heads are kept
//! elsewhere.

use crate::engine::Engine;
use crate::journal::Head;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError};
use uuid::Uuid;

/// A hook: told whose books they are, and where their journal ends now.
pub(in crate::engine) type AfterCommit = dyn Fn(Uuid, Head) + Send + Sync;

thread_local! {
    // The engines whose hooks run on this thread: none is told of what it executes itself, which
    // would never end.
    static TELLING: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

impl Engine {
    /// Registers the hook that is told, after each commit that appended events, the company and
    /// its new head, to be kept elsewhere: see `docs/heads.md`. An engine has one: another takes
    /// its place, `|_, _| {}` takes it away. Without one, nothing is done.
    ///
    /// It is called on the thread that executed, which waits for it, and outside of the store's
    /// turn: it may ask the engine. From several threads it is called at once, and the heads of a
    /// company may come out of order: the greater `count` is the newer one.
    ///
    /// The command is done and gets its receipt whatever becomes of the hook: a panic in it ends
    /// there, heard by the panic hook of the process only. The next head covers what it missed.
    ///
    /// It is not told of a command that appended nothing (one that is answered with its first
    /// receipt, one that is refused), nor of what it executes itself, nor of what another engine
    /// or process commits to the store. The commit after [`execute_in`](Self::execute_in) is the
    /// host's, who asks [`Session::head`](crate::engine::Session::head) then.
    ///
    /// ```
    /// # use callout_core::engine::Engine;
    /// # fn ask(engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
    /// let (told, heads) = std::sync::mpsc::channel();
    /// engine.after_commit(move |company, head| {
    ///     // Another thread keeps it elsewhere.
    ///     let _ = told.send((company, head));
    /// });
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine).unwrap();
    /// ```
    pub fn after_commit(&self, hook: impl Fn(Uuid, Head) + Send + Sync + 'static) {
        let lock = &self.ports.after_commit;
        let before = lock.write().unwrap_or_else(PoisonError::into_inner).replace(Arc::new(hook));
        // Only now that nothing is held: what goes with it may call the engine.
        drop(before);
    }

    /// Tells of a transaction that is durable, where it appended events.
    pub(in crate::engine) fn tell(&self, company: Uuid, head: Option<Head>) {
        let Some(head) = head else { return };
        // Nothing is held while it runs: it may register another one.
        let lock = &self.ports.after_commit;
        let hook = lock.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(hook) = hook else { return };
        let engine = std::ptr::from_ref(self).addr();
        if TELLING.with_borrow(|telling| telling.contains(&engine)) {
            return;
        }
        TELLING.with_borrow_mut(|telling| telling.push(engine));
        // What is done cannot be taken back: the panic has been heard, and goes no further.
        let _heard = catch_unwind(AssertUnwindSafe(move || hook(company, head)));
        TELLING.with_borrow_mut(Vec::pop);
    }
}
