//! What time it is.

use crate::schedule::Instant;

/// The clock that stamps events. A host that replays or tests gives its own.
///
/// ```
/// use callout_core::{port::clock::Clock, schedule::Instant};
///
/// /// A clock that stands still, for tests.
/// struct Still(Instant);
///
/// impl Clock for Still {
///     fn now(&self) -> Instant {
///         self.0
///     }
/// }
/// ```
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;
}
