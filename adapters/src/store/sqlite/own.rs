//! What only a transaction of Callout's own can do: end.

use super::SqliteTx;
use super::lease::Lease;
use callout_core::error::Error;
use callout_core::port::store::OwnTx;

impl SqliteTx<Lease<'_>> {
    fn committing(&mut self) -> Result<(), Error> {
        self.connection.commits()?;
        self.run("COMMIT", [])?;
        self.own = None;
        self.connection.committed()
    }
}

impl OwnTx for SqliteTx<Lease<'_>> {
    fn commit(mut self: Box<Self>) -> Result<(), Error> {
        self.committing()
    }

    fn commit_and_scrub(mut self: Box<Self>) -> Result<Option<String>, Error> {
        self.committing()?;
        Ok(self.connection.scrub())
    }
}
