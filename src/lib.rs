//! Callout: the embeddable field-service engine.
//!
//! What a Rust host adds: the trade from [`callout_core`], the chosen doors to the outside world
//! from [`callout_adapters`], and [`open`].

#![forbid(unsafe_code)]

pub use callout_adapters as adapters;
pub use callout_core::*;

#[cfg(feature = "sqlite")]
mod embedded {
    use callout_adapters::store::sqlite::{Settings, SqliteStore};
    use callout_adapters::system::{SystemClock, SystemIds};
    use callout_core::engine::Engine;
    use callout_core::error::Error;
    use std::path::Path;
    use std::sync::Arc;

    /// Opens a service database, and makes it where there is none: one SQLite file, durable to
    /// the last command, with the machine's clock.
    ///
    /// A host that uses SQLite itself on the file, in this process, does so through the `rusqlite`
    /// that Callout is built with: two copies of SQLite drop each other's locks.
    ///
    /// # Errors
    /// As [`SqliteStore::open`].
    pub fn open(path: impl AsRef<Path>) -> Result<Engine, Error> {
        open_with(path, Settings::default())
    }

    /// The same with settings of one's own.
    ///
    /// # Errors
    /// As [`open`].
    pub fn open_with(path: impl AsRef<Path>, settings: Settings) -> Result<Engine, Error> {
        let store = Arc::new(SqliteStore::open(path, settings)?);
        Ok(crate::equipped(Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds))))
    }
}

/// An engine that keeps everything in memory and forgets it when it is dropped: for tests and for
/// trying things out.
pub fn open_memory() -> engine::Engine {
    use adapters::store::memory::MemoryStore;
    use adapters::system::{SystemClock, SystemIds};
    use std::sync::Arc;
    let store = Arc::new(MemoryStore::new());
    equipped(engine::Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds)))
}

pub use callout_adapters::wire::equipped;

#[cfg(feature = "sqlite")]
pub use embedded::{open, open_with};
