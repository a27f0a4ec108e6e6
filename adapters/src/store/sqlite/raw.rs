//! What SQLite reads by its own descriptors, past its pages: nothing is opened for it, nor closed.

use rusqlite::{Connection, ffi};
use std::ffi::{c_int, c_void};
use std::marker::PhantomData;
use std::ptr::{NonNull, null, null_mut};
use std::sync::atomic::{Ordering, fence};

/// The head of the log's index, in words of the machine.
pub(super) type Head = [u32; 12];

/// The size in which SQLite maps the index of the log.
const REGION: c_int = 32_768;

/// A file that a connection has open.
pub(super) struct File<'c> {
    file: NonNull<ffi::sqlite3_file>,
    methods: &'c ffi::sqlite3_io_methods,
    connection: PhantomData<&'c Connection>,
}

impl<'c> File<'c> {
    pub(super) fn database(connection: &'c Connection) -> Option<File<'c>> {
        File::of(connection, ffi::SQLITE_FCNTL_FILE_POINTER)
    }

    /// The log, of a connection that has read in WAL mode.
    pub(super) fn log(connection: &'c Connection) -> Option<File<'c>> {
        File::of(connection, ffi::SQLITE_FCNTL_JOURNAL_POINTER)
    }

    fn of(connection: &'c Connection, which: c_int) -> Option<File<'c>> {
        let mut file: *mut ffi::sqlite3_file = null_mut();
        // SAFETY: the connection is open, and none of its calls runs: it belongs to one thread. The
        // null stands for its main file, and the operation writes one pointer.
        let told = unsafe {
            let place = (&raw mut file).cast::<c_void>();
            ffi::sqlite3_file_control(connection.handle(), null(), which, place)
        };
        let file = NonNull::new(file).filter(|_| told == ffi::SQLITE_OK)?;
        // SAFETY: SQLite keeps the file as long as the connection is open, which outlives what is
        // given here; one that is not open has no methods.
        let methods = unsafe { file.as_ref().pMethods.as_ref() }?;
        Some(File { file, methods, connection: PhantomData })
    }

    /// Bytes from a place on; nothing where the file does not reach so far.
    pub(super) fn read<const N: usize>(&self, from: u64) -> Option<[u8; N]> {
        let read = self.methods.xRead?;
        let (from, length) = (i64::try_from(from).ok()?, c_int::try_from(N).ok()?);
        let mut bytes = [0_u8; N];
        // SAFETY: the file is open, and there is room for what is read.
        let told = unsafe { read(self.file.as_ptr(), bytes.as_mut_ptr().cast(), length, from) };
        (told == ffi::SQLITE_OK).then_some(bytes)
    }

    pub(super) fn length(&self) -> Option<u64> {
        let mut bytes = 0;
        // SAFETY: the file is open, and the place for its length is there.
        let told = unsafe { self.methods.xFileSize?(self.file.as_ptr(), &raw mut bytes) };
        u64::try_from(bytes).ok().filter(|_| told == ffi::SQLITE_OK)
    }

    /// Whether the common lock could be had, of a connection that reads nothing; it is given back.
    pub(super) fn shares(&self) -> bool {
        let (Some(lock), Some(unlock)) = (self.methods.xLock, self.methods.xUnlock) else {
            return true;
        };
        // SAFETY: the file is open, and SQLite, which has no lock on it, knows of none afterwards.
        unsafe {
            let told = lock(self.file.as_ptr(), ffi::SQLITE_LOCK_SHARED);
            unlock(self.file.as_ptr(), ffi::SQLITE_LOCK_NONE);
            told != ffi::SQLITE_BUSY
        }
    }

    /// Of a database in WAL mode: the two copies of that head, as they stand in the memory that all
    /// share.
    pub(super) fn index(&self) -> Option<[Head; 2]> {
        let map = self.methods.xShmMap.filter(|_| self.methods.iVersion >= 2)?;
        let mut region: *mut c_void = null_mut();
        // SAFETY: the connection has mapped this region, in this size, when it first read; now it
        // is only told where.
        let told = unsafe { map(self.file.as_ptr(), 0, REGION, 0, &raw mut region) };
        let region = NonNull::new(region).filter(|_| told == ffi::SQLITE_OK)?.cast::<u32>();
        // SAFETY: the region is longer than both copies, and mapped as long as the connection is
        // open. Others may write there at any time: a torn copy is seen by comparing both.
        let word = |n: usize| unsafe { region.add(n).read_volatile() };
        let first = std::array::from_fn(word);
        fence(Ordering::SeqCst);
        Some([first, std::array::from_fn(|n| word(n + 12))])
    }
}
