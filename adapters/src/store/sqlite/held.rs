//! Which transactions this thread is in: a call that would wait for one of them would wait for
//! itself, until its patience is over.

use callout_core::error::{Door, Error};
use std::cell::RefCell;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

/// Whose transaction it is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Whose {
    Hosts,
    Ours,
}

thread_local! {
    static HELD: RefCell<Vec<(u64, PathBuf, Whose)>> = const { RefCell::new(Vec::new()) };
}

/// As long as it lives, its thread is in a transaction on a file. It stays on its thread.
pub(super) struct Held {
    number: u64,
    stays: PhantomData<*const ()>,
}

impl Held {
    /// Nothing where the database has no file.
    pub(super) fn on(path: Option<&Path>, whose: Whose) -> Option<Held> {
        let path = path.filter(|path| !path.as_os_str().is_empty()).map(real)?;
        HELD.with_borrow_mut(|held| {
            let number = held.last().map_or(0, |(number, ..)| number + 1);
            held.push((number, path, whose));
            Some(Held { number, stays: PhantomData })
        })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.with_borrow_mut(|held| held.retain(|(number, ..)| *number != self.number));
    }
}

/// Refuses to write where this thread is in a transaction on the file.
pub(super) fn may_write(path: &Path, name: &str) -> Result<(), Error> {
    refused_in(path, name, |_| true)
}

/// Refuses to read beside the host's own transaction, whose writes would be missing.
pub(super) fn may_read(path: &Path, name: &str) -> Result<(), Error> {
    refused_in(path, name, |whose| whose == Whose::Hosts)
}

fn refused_in(path: &Path, name: &str, stands: impl Fn(Whose) -> bool) -> Result<(), Error> {
    HELD.with_borrow(|held| {
        // Mostly there is none, and nobody is asked where the file is.
        if held.is_empty() {
            return Ok(());
        }
        let path = real(path);
        let within = held.iter().any(|(_, of, whose)| *of == path && stands(*whose));
        let store = name.to_owned();
        if within { Err(Door::Within { store }.into()) } else { Ok(()) }
    })
}

/// Without links on the way to it.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
