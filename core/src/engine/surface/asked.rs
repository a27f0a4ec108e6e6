//! What is no command and no question, asked in JSON: renewing, painting, sending.

use crate::engine::wire::{read_asked, write};
use crate::engine::{DeliverRequest, Deliveries, Engine, RenderRequest, RenewRequest};
use crate::error::Error;
use crate::port::mailer::Mailer;

impl Engine {
    /// [`renew`](Self::renew) with [`RenewRequest`] and [`Renewed`](crate::engine::Renewed) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read_asked`] and [`renew`](Self::renew).
    pub fn renew_json(&self, ask: &[u8]) -> Result<Vec<u8>, Error> {
        let ask: RenewRequest = read_asked(ask)?;
        write(&self.renew(ask.company, &ask.actor, ask.limit)?)
    }

    /// [`render`](Self::render) with [`RenderRequest`] and the [`File`](crate::engine::File) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read_asked`] and [`render`](Self::render).
    pub fn render_json(&self, ask: &[u8]) -> Result<Vec<u8>, Error> {
        let ask: RenderRequest = read_asked(ask)?;
        write(&self.render(ask.company, &ask.actor, &ask.page)?)
    }

    /// [`deliver`](Self::deliver) with [`DeliverRequest`] and [`Deliveries`] as JSON.
    ///
    /// # Errors
    /// As [`read_asked`] and [`deliver`](Self::deliver).
    pub fn deliver_json(&self, ask: &[u8], mailer: &dyn Mailer) -> Result<Vec<u8>, Error> {
        let ask: DeliverRequest = read_asked(ask)?;
        let delivered = self.deliver(ask.company, &ask.actor, mailer, ask.limit)?;
        write(&Deliveries { delivered })
    }
}
