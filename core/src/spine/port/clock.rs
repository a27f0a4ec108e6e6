//! What time it is.

use crate::error::Error;
use crate::schedule::Instant;

/// The clock that stamps events. A host that replays or tests gives its own.
///
/// It is asked inside of what it stamps, on the thread that called: it must not call the engine.
pub trait Clock: Send + Sync {
    /// Now.
    ///
    /// # Errors
    /// `ENGINE-CLOCK-01` where it cannot say: what asked is refused and nothing of it is kept, for
    /// no other time may be taken in its place.
    fn now(&self) -> Result<Instant, Error>;
}
