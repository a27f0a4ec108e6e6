//! The machine's clock and its source of ids.

use callout_core::error::Error;
use callout_core::port::{clock::Clock, ids::Ids};
use callout_core::schedule::Instant;
use uuid::Uuid;

/// The machine's clock.
///
/// ```
/// use callout_adapters::system::SystemClock;
/// use callout_core::port::clock::Clock;
/// println!("{}", SystemClock.now()?);
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Result<Instant, Error> {
        Ok(Instant::new(chrono::DateTime::from(std::time::SystemTime::now())))
    }
}

/// Ids by time and the machine's randomness (UUIDv7), salts by its randomness alone.
///
/// ```
/// use callout_adapters::system::SystemIds;
/// use callout_core::port::ids::Ids;
/// assert_eq!(SystemIds.id().get_version_num(), 7);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    fn id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn salt(&self) -> [u8; 16] {
        Uuid::new_v4().into_bytes()
    }
}
