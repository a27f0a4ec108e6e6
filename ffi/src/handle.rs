//! What C holds by pointer, and where C wants something put.
//!
//! A handle is made by `give`, read by `lend` and ended by `end`, and only through these: the
//! type of the pointer says what it is, so that nothing is ended as something else.

use callout_core::error::{Border, Error};
use std::ptr;

/// A value that C owns through a pointer.
pub(crate) trait Handle: Sized {
    /// Hands it to C.
    fn give(self) -> *mut Self {
        Box::into_raw(Box::new(self))
    }

    /// Looks at it; `BORDER-POINTER-01` for NULL.
    ///
    /// # Safety
    /// NULL, or given by [`give`](Handle::give), and not ended while `'a` lasts.
    unsafe fn lend<'a>(handle: *const Self, argument: &str) -> Result<&'a Self, Error> {
        // SAFETY: the caller's word.
        let lent = unsafe { handle.as_ref() };
        lent.ok_or_else(|| Border::Null { argument: argument.to_owned() }.into())
    }

    /// Ends it; NULL is nothing.
    ///
    /// # Safety
    /// NULL, or given by [`give`](Handle::give), and never used again.
    unsafe fn end(handle: *mut Self) {
        if !handle.is_null() {
            // SAFETY: the caller's word; `give` made it from a box of this type.
            drop(unsafe { Box::from_raw(handle) });
        }
    }
}

/// What an output holds until it is given a value.
pub(crate) trait Output {
    /// Nothing: freeing it does nothing.
    const NOTHING: Self;
}

impl Output for callout_adapters::plugin_host::types::callout_bytes {
    const NOTHING: Self = Self::EMPTY;
}

impl<T> Output for *mut T {
    const NOTHING: Self = ptr::null_mut();
}

/// Empties an output on entry, so that cleaning up may free it whatever happened.
///
/// # Safety
/// NULL, or a place for a `T`.
pub(crate) unsafe fn clear<T: Output>(out: *mut T) {
    // SAFETY: the caller's word.
    unsafe { put(out, T::NOTHING) };
}

/// Puts a value into an output; NULL takes nothing.
///
/// # Safety
/// As [`clear`]; what stood there is not freed.
pub(crate) unsafe fn put<T>(out: *mut T, value: T) {
    if !out.is_null() {
        // SAFETY: not NULL, and the caller's word.
        unsafe { out.write(value) };
    }
}

/// Refuses an output that is missing.
pub(crate) fn present<T>(out: *mut T, argument: &str) -> Result<(), Error> {
    if out.is_null() {
        return Err(Border::Null { argument: argument.to_owned() }.into());
    }
    Ok(())
}
