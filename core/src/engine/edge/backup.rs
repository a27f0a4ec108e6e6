//! A copy of the store, made while others work, and proven before it has its name.

use crate::engine::{Engine, VerifyQuery, verify};
use crate::error::{Door, Error};
use crate::port::store::{Progress, Stage};
use std::path::Path;

impl Engine {
    /// Copies the store to a new file while others work on it. What gets the name is a whole
    /// store by itself, of one moment, which was verified as
    /// [`Session::verify`](crate::engine::Session::verify) does.
    /// `progress` is told how far it is, and gives `false` to cancel; nothing is left then, nor
    /// where it fails. It is the host's own doing, like opening the store: there is no actor.
    ///
    /// # Errors
    /// `STORE-BACKUP-01` where something has the name already, `-02` where it was cancelled, `-03`
    /// where the copy or a journal in it is not sound; as for opening where it cannot be written.
    ///
    /// ```
    /// # use callout_core::engine::Engine;
    /// # fn ask(engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
    /// engine.backup("service-2026-10-16.db", |so_far| {
    ///     println!("{} of {}", so_far.done, so_far.total);
    ///     true
    /// })?;
    /// # Ok(()) }
    /// ```
    pub fn backup(
        &self,
        target: impl AsRef<Path>,
        mut progress: impl FnMut(Progress) -> bool,
    ) -> Result<(), Error> {
        let target = target.as_ref();
        let name = || target.display().to_string();
        let copied = self.store.copy(target, &mut progress)?;
        let copy = copied.store()?;
        let companies = copy.read()?.companies()?;
        let total = companies.len() as u64;
        let cancelled = || Error::from(Door::BackupCancelled { target: name() });
        for (done, company) in (0..).zip(companies) {
            let ask = VerifyQuery::default();
            // Told at each step of the proof: a host may want to stop, and to see that it goes on.
            let mut step = |_| progress(Progress { stage: Stage::Verify, done, total });
            let (mut tx, now) = (copy.read()?, self.clock.now()?);
            let report = verify::prove(tx.as_mut(), now, (company, &ask), &mut step)?;
            if report.stopped {
                return Err(cancelled());
            }
            if let Some(problem) = report.problems.first() {
                let reason = format!("{} {}: {}", problem.noun, problem.id, problem.what);
                return Err(Door::BackupSpoilt { target: name(), reason }.into());
            }
        }
        if !progress(Progress { stage: Stage::Verify, done: total, total }) {
            return Err(cancelled());
        }
        drop(copy);
        copied.keep()
    }
}
