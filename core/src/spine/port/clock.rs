//! What time it is.

use crate::schedule::Instant;

/// The clock that stamps events. A host that replays or tests gives its own.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;
}
