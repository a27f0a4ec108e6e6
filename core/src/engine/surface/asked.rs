//! What is no command and no question, asked in JSON: renewing, rendering, sending, calendars.

use crate::engine::wire::{read_asked, write};
use crate::engine::{
    DeliverRequest, Deliveries, Engine, RenderRequest, RenewRequest, SyncCalendarRequest,
};
use crate::error::Error;
use crate::port::calendar::CalendarServer;
use crate::port::mailer::Mailer;

impl Engine {
    /// [`renew`](Self::renew) with [`RenewRequest`] and [`Renewed`](crate::engine::Renewed) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read_asked`] and [`renew`](Self::renew).
    ///
    /// ```
    /// # use callout_core::engine::Engine;
    /// # fn ask(engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
    /// let renewed = engine.renew_json(br#"{
    ///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
    ///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "manager"},
    ///     "limit": 1000
    /// }"#)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine).unwrap();
    /// ```
    pub fn renew_json(&self, ask: &[u8]) -> Result<Vec<u8>, Error> {
        let ask: RenewRequest = read_asked(ask)?;
        write(&self.renew(ask.company, &ask.actor, ask.limit)?)
    }

    /// [`render`](Self::render) with [`RenderRequest`] and the [`File`](crate::engine::File) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read_asked`] and [`render`](Self::render).
    ///
    /// ```
    /// # use callout_core::engine::Engine;
    /// # fn ask(engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
    /// let file = engine.render_json(br#"{
    ///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
    ///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "back_office"},
    ///     "page": {
    ///         "document": "01890a5d-0002-774b-bcce-b302099a8057", "version": 1, "format": "pdf"
    ///     }
    /// }"#)?;
    /// # Ok(()) }
    /// ```
    pub fn render_json(&self, ask: &[u8]) -> Result<Vec<u8>, Error> {
        let ask: RenderRequest = read_asked(ask)?;
        let page = self.page(ask.company, &ask.page)?;
        write(&self.render(ask.company, &ask.actor, &page)?)
    }

    /// [`deliver`](Self::deliver) with [`DeliverRequest`] and [`Deliveries`] as JSON.
    ///
    /// # Errors
    /// As [`read_asked`] and [`deliver`](Self::deliver).
    ///
    /// ```
    /// # use callout_core::{engine::Engine, port::mailer::Mailer};
    /// # fn ask(engine: &Engine, mailer: &dyn Mailer) -> Result<(), Box<dyn std::error::Error>> {
    /// let ask = br#"{
    ///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
    ///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "back_office"}
    /// }"#;
    /// let deliveries = engine.deliver_json(ask, mailer)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # w.letter();
    /// # ask(&w.engine, &callout_world::Taking).unwrap();
    /// ```
    pub fn deliver_json(&self, ask: &[u8], mailer: &dyn Mailer) -> Result<Vec<u8>, Error> {
        let ask: DeliverRequest = read_asked(ask)?;
        let delivered = self.deliver(ask.company, &ask.actor, mailer, ask.limit)?;
        write(&Deliveries { delivered })
    }

    /// [`sync_calendar`](Self::sync_calendar) with [`SyncCalendarRequest`] and
    /// [`CalendarRound`](crate::engine::CalendarRound) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read_asked`] and [`sync_calendar`](Self::sync_calendar).
    ///
    /// ```
    /// # use callout_core::{engine::Engine, port::calendar::CalendarServer};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, server: &dyn CalendarServer) -> Done {
    /// let ask = br#"{
    ///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
    ///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "back_office"},
    ///     "technician": "01890a5d-0002-774b-bcce-b302099a8057",
    ///     "calendar": "/calendars/vrana/visits/"
    /// }"#;
    /// let round = engine.sync_calendar_json(ask, server)?;
    /// # Ok(()) }
    /// ```
    pub fn sync_calendar_json(
        &self,
        ask: &[u8],
        server: &dyn CalendarServer,
    ) -> Result<Vec<u8>, Error> {
        let ask: SyncCalendarRequest = read_asked(ask)?;
        write(&self.sync_calendar(&ask, server)?)
    }
}
