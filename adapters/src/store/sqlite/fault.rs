//! SQLite's errors in Callout's words.

use callout_core::error::{Door, Error};
use rusqlite::{ErrorCode, ffi};

/// While working.
pub(super) fn working(store: &str, error: &rusqlite::Error) -> Error {
    let (store, reason) = (store.to_owned(), error.to_string());
    if misread(error) {
        return Door::BrokenStore { store, reason }.into();
    }
    if is_half_written(error) {
        return Door::HalfWritten { store }.into();
    }
    // The database may end early, and is told to be broken then; a log that ends before what its
    // index says was cut by somebody.
    if extended(error) == Some(ffi::SQLITE_IOERR_SHORT_READ) {
        return Door::Moved { file: format!("{store}-wal") }.into();
    }
    if is_without_memory(error) {
        return Error::from(Door::NoMemory { bytes: None }).with("store", store);
    }
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Door::Busy { store },
        Some(ErrorCode::DiskFull) => Door::Full { store },
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            Door::BrokenStore { store, reason }
        }
        _ => Door::StoreFault { store, reason },
    }
    .into()
}

fn extended(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}

/// What stands in a column is nothing that Callout has ever written there.
fn misread(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{
        FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error,
    };
    matches!(
        error,
        FromSqlConversionFailure(..)
            | IntegralValueOutOfRange(..)
            | InvalidColumnType(..)
            | Utf8Error(..)
    )
}

/// While opening.
pub(super) fn opening(store: &str, error: &rusqlite::Error) -> Error {
    if is_closed(error) {
        return Door::CannotOpen { store: store.to_owned(), reason: error.to_string() }.into();
    }
    working(store, error)
}

/// SQLite had no memory, by itself or in what it asked of the system.
pub(super) fn is_without_memory(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::OutOfMemory)
        || extended(error) == Some(ffi::SQLITE_IOERR_NOMEM)
}

/// Somebody else has the file.
pub(super) fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// The file, or what has to be made beside it, cannot be opened.
pub(super) fn is_closed(error: &rusqlite::Error) -> bool {
    use ErrorCode::{CannotOpen, PermissionDenied, ReadOnly};
    let closed =
        matches!(error.sqlite_error_code(), Some(CannotOpen | PermissionDenied | ReadOnly));
    closed && !is_half_written(error)
}

/// Half a change is to be undone first, by one who may write.
pub(super) fn is_half_written(error: &rusqlite::Error) -> bool {
    extended(error) == Some(ffi::SQLITE_READONLY_ROLLBACK)
}
