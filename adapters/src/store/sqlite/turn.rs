//! Waiting for one's turn, and no longer than until a moment that was set when the call began.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// SQLite counts milliseconds in an `i32`: 24 days, which nobody waits to the end.
const MAX_PATIENCE: Duration = Duration::from_millis(i32::MAX as u64);

/// Until when a call waits, wherever it has to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline(Option<Instant>);

impl Deadline {
    /// From now on.
    pub(super) fn after(patience: Duration) -> Deadline {
        Deadline(Instant::now().checked_add(patience.min(MAX_PATIENCE)))
    }

    /// How much of it is left.
    pub(super) fn left(self) -> Duration {
        self.0.map_or(MAX_PATIENCE, |until| until.saturating_duration_since(Instant::now()))
    }
}

/// A thing that one has at a time. A plain mutex would let the last of many threads wait as many
/// times as long as it was told.
pub(super) struct Turn<T> {
    free: Mutex<Option<T>>,
    given_back: Condvar,
}

impl<T> Turn<T> {
    pub(super) fn new(thing: T) -> Turn<T> {
        Turn { free: Mutex::new(Some(thing)), given_back: Condvar::new() }
    }

    /// Where there is nothing to have.
    pub(super) fn nothing() -> Turn<T> {
        Turn { free: Mutex::new(None), given_back: Condvar::new() }
    }

    /// The thing; nothing where the deadline came first.
    pub(super) fn take(&self, deadline: Deadline) -> Option<T> {
        let mut free = self.lock();
        loop {
            if let Some(thing) = free.take() {
                return Some(thing);
            }
            let left = deadline.left();
            if left.is_zero() {
                return None;
            }
            let waited = self.given_back.wait_timeout(free, left);
            free = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    pub(super) fn give_back(&self, thing: T) {
        *self.lock() = Some(thing);
        self.given_back.notify_one();
    }

    /// Without waiting: whoever has the whole may.
    pub(super) fn take_out(&mut self) -> Option<T> {
        self.free.get_mut().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn lock(&self) -> MutexGuard<'_, Option<T>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_who_wait_give_up_at_about_one_moment() {
        let patience = Duration::from_millis(200);
        let turn = Turn::new(());
        turn.take(Deadline::after(patience)).unwrap();
        let begun = Instant::now();
        std::thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(|| assert_eq!(turn.take(Deadline::after(patience)), None));
            }
        });
        assert!(begun.elapsed() < 4 * patience, "{:?}", begun.elapsed());
        turn.give_back(());
        assert_eq!(turn.take(Deadline::after(Duration::ZERO)), Some(()));
    }

    #[test]
    fn who_has_all_the_time_has_it() {
        assert!(Deadline::after(Duration::MAX).left() > Duration::from_secs(1 << 20));
        assert!(Deadline::after(Duration::ZERO).left().is_zero());
    }
}
