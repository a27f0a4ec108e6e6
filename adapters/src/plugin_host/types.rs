//! The shapes that cross the C border in both directions. `include/callout/types.h` is generated
//! from this file; the two structs are frozen.

/// What the caller does next. Numbers are never reused; a number that is not listed here is to be
/// treated as `CALLOUT_INTERNAL`.
pub type callout_status = i32;

/// Done.
pub const CALLOUT_OK: callout_status = 0;
/// The request is malformed: mend it, sending it again as it is will not help.
pub const CALLOUT_INVALID: callout_status = 10;
/// Well formed, but a business rule says no.
pub const CALLOUT_REFUSED: callout_status = 20;
/// Somebody was faster: read again, then decide again.
pub const CALLOUT_CONFLICT: callout_status = 30;
/// What was asked for is not there.
pub const CALLOUT_NOT_FOUND: callout_status = 40;
/// An outside service or the disk did not answer: try again later.
pub const CALLOUT_UNAVAILABLE: callout_status = 50;
/// Stored or received data is broken: call for help, nothing was changed.
pub const CALLOUT_DATA: callout_status = 60;
/// This build, or this input, cannot do that.
pub const CALLOUT_UNSUPPORTED: callout_status = 70;
/// Locked for the moment: try again at once.
pub const CALLOUT_BUSY: callout_status = 80;
/// A fault in Callout itself: report it.
pub const CALLOUT_INTERNAL: callout_status = 90;

/// A view of bytes that somebody else owns: UTF-8 text, unless a function says otherwise.
/// Nothing needs to end it. `ptr` is not looked at when `len` is 0.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct callout_str {
    /// The first byte.
    pub ptr: *const c_char,
    /// How many bytes.
    pub len: usize,
}

/// Bytes with their owner's way to free them: the only way in which memory changes hands, in
/// both directions. Whoever receives one calls `release` once, on any thread, when it is done;
/// `release` then sets `release` to NULL. Where `release` is NULL there is nothing to free. It
/// may be moved by copying, not duplicated.
#[repr(C)]
pub struct callout_bytes {
    /// The first byte. What Callout gives has a NUL one past `len`.
    pub data: *const c_char,
    /// How many bytes, without that NUL.
    pub len: usize,
    /// Frees the bytes. NULL: nothing to free.
    pub release: Option<unsafe extern "C" fn(bytes: *mut callout_bytes)>,
    /// The owner's, for `release`.
    pub private_data: *mut c_void,
}

use callout_core::error::{Border, Error, Status};
use std::ffi::{c_char, c_void};

/// The number of a status.
pub fn number(status: Status) -> callout_status {
    match status {
        Status::Invalid => CALLOUT_INVALID,
        Status::Refused => CALLOUT_REFUSED,
        Status::Conflict => CALLOUT_CONFLICT,
        Status::NotFound => CALLOUT_NOT_FOUND,
        Status::Unavailable => CALLOUT_UNAVAILABLE,
        Status::Data => CALLOUT_DATA,
        Status::Unsupported => CALLOUT_UNSUPPORTED,
        Status::Busy => CALLOUT_BUSY,
        Status::Internal => CALLOUT_INTERNAL,
    }
}

impl callout_str {
    /// A view of a text.
    pub const fn of(text: &str) -> callout_str {
        callout_str { ptr: text.as_ptr().cast(), len: text.len() }
    }

    /// The bytes.
    ///
    /// # Errors
    /// `BORDER-POINTER-01` for NULL with a length, `-02` for a length that no memory has.
    ///
    /// # Safety
    /// Unless NULL, `ptr` points to `len` bytes that stay as they are while `'a` lasts.
    pub unsafe fn bytes<'a>(self, argument: &str) -> Result<&'a [u8], Error> {
        if self.len == 0 {
            return Ok(&[]);
        }
        let argument = argument.to_owned();
        if self.ptr.is_null() {
            return Err(Border::Null { argument }.into());
        }
        if self.len > isize::MAX as usize {
            return Err(Border::TooLong { argument }.into());
        }
        // SAFETY: not NULL and of a possible length as just checked; the rest is the caller's word.
        Ok(unsafe { std::slice::from_raw_parts(self.ptr.cast(), self.len) })
    }

    /// The text.
    ///
    /// # Errors
    /// As [`bytes`](Self::bytes), and `BORDER-TEXT-01` for what is not UTF-8.
    ///
    /// # Safety
    /// As [`bytes`](Self::bytes).
    pub unsafe fn text<'a>(self, argument: &str) -> Result<&'a str, Error> {
        // SAFETY: the caller's word, handed on.
        let bytes = unsafe { self.bytes(argument) }?;
        std::str::from_utf8(bytes).map_err(|wrong| {
            let at = wrong.valid_up_to() as u64;
            Border::NotUtf8 { argument: argument.to_owned(), at }.into()
        })
    }
}

impl callout_bytes {
    /// Nothing.
    pub const EMPTY: callout_bytes = callout_bytes {
        data: std::ptr::null(),
        len: 0,
        release: None,
        private_data: std::ptr::null_mut(),
    };

    /// Bytes of ours, for somebody else to release.
    pub fn own(mut bytes: Vec<u8>) -> callout_bytes {
        let len = bytes.len();
        bytes.push(0);
        let data = bytes.as_ptr().cast();
        let private_data = Box::into_raw(Box::new(bytes)).cast();
        callout_bytes { data, len, release: Some(release_own), private_data }
    }
}

/// Frees what [`callout_bytes::own`] gave.
unsafe extern "C" fn release_own(bytes: *mut callout_bytes) {
    // SAFETY: the header demands NULL or the struct that carries this function.
    let Some(bytes) = (unsafe { bytes.as_mut() }) else { return };
    let given = std::mem::replace(bytes, callout_bytes::EMPTY);
    if given.release.is_some() && !given.private_data.is_null() {
        // SAFETY: `own` put a box of this type there, and `release` is only set until it is freed.
        drop(unsafe { Box::from_raw(given.private_data.cast::<Vec<u8>>()) });
    }
}

/// Bytes of somebody else, released when this is dropped.
pub struct Received(pub callout_bytes);

impl Received {
    /// A place to receive into.
    pub const fn nothing() -> Received {
        Received(callout_bytes::EMPTY)
    }

    /// How many bytes there are said to be.
    pub fn len(&self) -> usize {
        self.0.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.len == 0
    }

    /// The bytes, at most `most` of them; `None` for a length without bytes, or one that no bytes
    /// have.
    ///
    /// # Safety
    /// Who filled it in spoke the truth: `data` points to `len` bytes until they are released.
    pub unsafe fn bytes(&self, most: usize) -> Option<&[u8]> {
        if self.0.len > isize::MAX as usize {
            return None;
        }
        let view = callout_str { ptr: self.0.data, len: self.0.len.min(most) };
        // SAFETY: the caller's word, handed on.
        unsafe { view.bytes("answer") }.ok()
    }
}

impl Drop for Received {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: the giver's own function on the giver's own bytes, once: this is the one
            // holder, and it is being dropped.
            unsafe { release(&raw mut self.0) };
        }
    }
}
