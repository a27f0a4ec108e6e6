//! The tables of `include/callout/plugin.h` and `include/callout/ext/*.h` as Rust sees them. The
//! headers are written by hand; a test compares size and offsets of every field.

use super::types::{callout_bytes, callout_status, callout_str};
use callout_core::error::{Border, Error};
use std::ffi::{c_char, c_void};

/// The plugin ABI that this host speaks: `CALLOUT_PLUGIN_ABI_VERSION`.
pub const PLUGIN_ABI_VERSION: u32 = 1;

/// The one symbol that a plugin exports.
pub const ENTRY: &str = "callout_plugin_entry";

/// `callout_plugin`: what stands at [`ENTRY`].
#[repr(C)]
#[derive(Clone, Copy)]
pub struct callout_plugin {
    /// `sizeof(callout_plugin)`.
    pub struct_size: u32,
    /// `CALLOUT_PLUGIN_ABI_VERSION`.
    pub abi_version: u32,
    /// Its name, NUL-terminated.
    pub id: *const c_char,
    /// Its version, NUL-terminated.
    pub version: *const c_char,
    /// Before anything else.
    pub init: Option<unsafe extern "C" fn(reason: *mut callout_bytes) -> callout_status>,
    /// After everything else.
    pub deinit: Option<unsafe extern "C" fn()>,
    /// The factory of a capability, or NULL.
    pub get_capability: Option<unsafe extern "C" fn(capability: *const c_char) -> *const c_void>,
}

/// `callout_registry_factory`: the capability `callout.registry/1`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct callout_registry_factory {
    /// `sizeof(callout_registry_factory)`.
    pub struct_size: u32,
    /// 1.
    pub revision: u32,
    /// Makes a register.
    pub create: Option<
        unsafe extern "C" fn(
            settings: callout_str,
            registry: *mut callout_registry,
            reason: *mut callout_bytes,
        ) -> callout_status,
    >,
}

/// `callout_registry`: a register of companies, of a plugin or of the host itself.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct callout_registry {
    /// `sizeof(callout_registry)`.
    pub struct_size: u32,
    /// The giver's, for the functions.
    pub user_data: *mut c_void,
    /// Looks a company up.
    pub look_up: Option<
        unsafe extern "C" fn(
            user_data: *mut c_void,
            registration_number: callout_str,
            answer: *mut callout_bytes,
        ) -> callout_status,
    >,
    /// Ends it.
    pub destroy: Option<unsafe extern "C" fn(user_data: *mut c_void)>,
}

/// Hands one message over.
pub type SendMessage = unsafe extern "C" fn(
    user_data: *mut c_void,
    envelope: callout_str,
    message: callout_str,
    answer: *mut callout_bytes,
) -> callout_status;

/// `callout_mailer`: a host's own way to send messages.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct callout_mailer {
    /// `sizeof(callout_mailer)`.
    pub struct_size: u32,
    /// The giver's, for the function.
    pub user_data: *mut c_void,
    /// Hands one message over.
    pub send: Option<SendMessage>,
}

/// Tells the host where a journal ends.
pub type TellHead =
    unsafe extern "C" fn(user_data: *mut c_void, company: callout_str, head: callout_str);

/// `callout_commit_hook`: a host's own way to keep heads.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct callout_commit_hook {
    /// `sizeof(callout_commit_hook)`.
    pub struct_size: u32,
    /// The giver's, for the functions.
    pub user_data: *mut c_void,
    /// Told after a commit.
    pub committed: Option<TellHead>,
    /// Ends it.
    pub destroy: Option<unsafe extern "C" fn(user_data: *mut c_void)>,
}

/// A struct that begins with `uint32_t struct_size` and may grow at its end.
///
/// # Safety
/// `repr(C)`, a `u32` size first, and all bytes zero is a value of it.
pub unsafe trait Sized32: Copy {
    /// The size in its first version: smaller was never right.
    const LEAST: usize;
}

// SAFETY: `repr(C)`, size first, else pointers and options of functions, which may be zero.
unsafe impl Sized32 for callout_registry {
    const LEAST: usize = size_of::<callout_registry>();
}
// SAFETY: as above.
unsafe impl Sized32 for callout_mailer {
    const LEAST: usize = size_of::<callout_mailer>();
}
// SAFETY: as above.
unsafe impl Sized32 for callout_commit_hook {
    const LEAST: usize = size_of::<callout_commit_hook>();
}
// SAFETY: as above.
unsafe impl Sized32 for callout_registry_factory {
    const LEAST: usize = size_of::<callout_registry_factory>();
}
// SAFETY: as above.
unsafe impl Sized32 for callout_plugin {
    const LEAST: usize = size_of::<callout_plugin>();
}

/// No struct of any version is bigger: a size past this is garbage.
const MOST: usize = 4_096;

/// Copies a struct of whatever version: what an older one lacks is zero.
///
/// # Errors
/// `BORDER-POINTER-01` for NULL, `BORDER-STRUCT-01` for a size that cannot be.
///
/// # Safety
/// Unless NULL, `given` points to a `u32` and to as many bytes, the `u32` included, as it says.
pub unsafe fn copied<T: Sized32>(given: *const T, argument: &str) -> Result<T, Error> {
    if given.is_null() {
        return Err(Border::Null { argument: argument.to_owned() }.into());
    }
    // SAFETY: not NULL; a size comes first, whatever its alignment.
    let size = unsafe { given.cast::<u32>().read_unaligned() } as usize;
    if !(T::LEAST..=MOST).contains(&size) {
        let (given, least) = (size as u64, T::LEAST as u64);
        return Err(Border::StructSize { argument: argument.to_owned(), given, least }.into());
    }
    let mut known = std::mem::MaybeUninit::<T>::zeroed();
    let bytes = size.min(size_of::<T>());
    // SAFETY: so many bytes are there on both sides, and a new local overlaps nothing.
    unsafe {
        std::ptr::copy_nonoverlapping(given.cast::<u8>(), known.as_mut_ptr().cast::<u8>(), bytes);
        Ok(known.assume_init())
    }
}

/// Refuses a newer struct that uses what is not known here.
///
/// # Errors
/// `BORDER-STRUCT-02`.
///
/// # Safety
/// [`copied`] took it.
pub unsafe fn tail_is_zero<T: Sized32>(given: *const T, argument: &str) -> Result<(), Error> {
    let known = size_of::<T>();
    // SAFETY: `copied` read the size before.
    let size = unsafe { given.cast::<u32>().read_unaligned() } as usize;
    // SAFETY: as `copied` demands, `size` bytes are there; the range is empty for an older struct.
    let set = (known..size).any(|n| unsafe { given.cast::<u8>().add(n).read() } != 0);
    if set {
        let (argument, known) = (argument.to_owned(), known as u64);
        return Err(Border::StructTail { argument, known }.into());
    }
    Ok(())
}
