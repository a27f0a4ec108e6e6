//! What time it is.

use crate::error::Error;
use crate::schedule::Instant;

/// The clock that stamps events. A host that replays or tests gives its own.
///
/// It is asked inside of what it stamps, on the thread that called: it must not call the engine.
///
/// ```
/// use callout_core::{error::Error, port::clock::Clock, schedule::Instant};
///
/// /// A clock that stands still, for tests.
/// struct Still(Instant);
///
/// impl Clock for Still {
///     fn now(&self) -> Result<Instant, Error> {
///         Ok(self.0)
///     }
/// }
/// ```
pub trait Clock: Send + Sync {
    /// Now.
    ///
    /// # Errors
    /// `ENGINE-CLOCK-01` where it cannot say: what asked is refused and nothing of it is kept, for
    /// no other time may be taken in its place.
    fn now(&self) -> Result<Instant, Error>;
}
