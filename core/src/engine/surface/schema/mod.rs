//! JSON Schemas of what goes through the doors; who only executes and asks builds without them.

mod by_hand;
mod contract;
mod faults;
mod plain;

pub use contract::Contract;
pub(in crate::engine) use contract::{of_noun, of_record};
pub(in crate::engine) use faults::faults;

use crate::engine::nouns::{SCHEMAS, contracts};
use crate::engine::{
    Availability, AvailabilityQuery, BatchReceipt, BatchRequest, Board, BoardQuery, CalendarRound,
    Caller, Changes, Clashes, ClashesQuery, DeliverRequest, Deliveries, File, FindRecord, Forecast,
    ForecastQuery, FoundRecord, KeptPage, KeptQuery, Persons, PersonsQuery, ProposedSlots,
    QueryRequest, Receipt, RecordCommand, RecordEvent, RenderRequest, RenewRequest, Renewed,
    Request, SlotsQuery, SyncCalendarRequest, Timeline, TimelineQuery, Tree, TreeQuery,
    Verification,
};
use crate::engine::{tools, write};
use crate::error::{Border, Error};
use crate::noun::{Noun, Page, Query, View};
use crate::visit::calendar_entry::{CalendarEntry, CalendarFeed, CalendarFile};
use crate::{calendar, enquiry, letter, port};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// The schemas of a noun, each with its part in it: `command` where a host may ask something of it,
/// `event`, `query`, `view`, `page`.
pub type Schemas = Vec<(&'static str, Schema)>;

/// The name of a noun, and how to make its schemas.
pub type SchemaMaker = (&'static str, fn() -> Schemas);

/// The schemas of a noun, of `engine` (requests, receipts, errors) or of `toolbox`, by their names
/// as JSON.
///
/// # Errors
/// `BORDER-SCHEMA-01` for any other name; it lists those that there are.
///
/// ```
/// let schemas = callout_core::engine::schemas_json("activity")?;
/// let schemas: serde_json::Value = serde_json::from_slice(&schemas)?;
/// assert!(schemas["command"]["oneOf"].is_array());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schemas_json(name: &str) -> Result<Vec<u8>, Error> {
    let Some((_, make)) = SCHEMAS.iter().find(|(known, _)| *known == name) else {
        let known = SCHEMAS.iter().map(|(known, _)| (*known).to_owned()).collect();
        return Err(Border::NoSchema { name: name.to_owned(), known }.into());
    };
    write(&make().into_iter().collect::<BTreeMap<_, _>>())
}

/// Of a noun.
pub(in crate::engine) fn noun<N: Noun>() -> Schemas
where
    N::Command: JsonSchema,
    N::Event: JsonSchema,
    N::Filter: Default + Serialize + JsonSchema,
    N::Order: Default + Serialize + JsonSchema,
    N::State: JsonSchema,
    N::Row: JsonSchema,
{
    let contracts = of_noun::<N>();
    let asked = contracts.iter().any(Contract::is_hosts);
    let command = asked.then(|| contract::tell(schema_for!(N::Command), &contracts));
    let command = command.map(|schema| ("command", schema));
    let others = [
        ("event", schema_for!(N::Event)),
        ("query", schema_for!(Query<N::Filter, N::Order>)),
        ("view", schema_for!(View<N::State>)),
        ("page", schema_for!(Page<N::Row>)),
    ];
    plain(command.into_iter().chain(others))
}

/// Of what the host hangs on any aggregate.
pub(in crate::engine) fn record() -> Schemas {
    plain([
        ("command", contract::tell(schema_for!(RecordCommand), &of_record())),
        ("event", schema_for!(RecordEvent)),
        ("query", schema_for!(FindRecord)),
        ("view", schema_for!(FoundRecord)),
    ])
}

/// Of timelines.
pub(in crate::engine) fn timeline() -> Schemas {
    plain([("query", schema_for!(TimelineQuery)), ("page", schema_for!(Timeline))])
}

/// Of a customer's tree.
pub(in crate::engine) fn tree() -> Schemas {
    // In the order in which they are met.
    let names = [
        ("Row", "EquipmentRow"),
        ("Row2", "ActivityRow"),
        ("Status", "EquipmentStatus"),
        ("Status2", "ActivityStatus"),
    ];
    let page = plain::renamed(schema_for!(Tree), &names);
    plain([("query", schema_for!(TreeQuery)), ("page", page)])
}

/// Of when technicians are free.
pub(in crate::engine) fn availability() -> Schemas {
    plain([("query", schema_for!(AvailabilityQuery)), ("page", schema_for!(Availability))])
}

/// Of what needs a decision.
pub(in crate::engine) fn board() -> Schemas {
    plain([("query", schema_for!(BoardQuery)), ("page", schema_for!(Board))])
}

pub(in crate::engine) fn forecast() -> Schemas {
    plain([("query", schema_for!(ForecastQuery)), ("page", schema_for!(Forecast))])
}

pub(in crate::engine) fn clashes() -> Schemas {
    plain([("query", schema_for!(ClashesQuery)), ("page", schema_for!(Clashes))])
}

/// Of the best times.
pub(in crate::engine) fn slots() -> Schemas {
    plain([("query", schema_for!(SlotsQuery)), ("page", schema_for!(ProposedSlots))])
}

/// Of what is kept about whom.
pub(in crate::engine) fn persons() -> Schemas {
    plain([("query", schema_for!(PersonsQuery)), ("page", schema_for!(Persons))])
}

/// Of what the law keeps of the forgotten.
pub(in crate::engine) fn kept() -> Schemas {
    plain([("query", schema_for!(KeptQuery)), ("page", schema_for!(KeptPage))])
}

/// Of requests and answers around the nouns.
pub(in crate::engine) fn engine() -> Schemas {
    plain([
        ("request", contract::tell_request(schema_for!(Request), &contracts())),
        ("receipt", schema_for!(Receipt)),
        ("batch_request", schema_for!(BatchRequest)),
        ("batch_receipt", schema_for!(BatchReceipt)),
        ("query_request", schema_for!(QueryRequest)),
        ("changes", schema_for!(Changes)),
        ("renew_request", schema_for!(RenewRequest)),
        ("renewed", schema_for!(Renewed)),
        ("progress", schema_for!(crate::port::store::Progress)),
        ("verification", schema_for!(Verification)),
        ("caller", schema_for!(Caller)),
        ("render_request", schema_for!(RenderRequest)),
        ("file", schema_for!(File)),
        ("calendar_entry", schema_for!(CalendarEntry)),
        ("calendar_feed", schema_for!(CalendarFeed)),
        ("deliver_request", schema_for!(DeliverRequest)),
        ("deliveries", schema_for!(Deliveries)),
        ("sync_calendar_request", schema_for!(SyncCalendarRequest)),
        ("calendar_round", schema_for!(CalendarRound)),
    ])
}

/// Of what is read and told outside the engine.
pub(in crate::engine) fn toolbox() -> Schemas {
    plain([
        ("read_mail", schema_for!(letter::ReadMail)),
        ("own_addresses", schema_for!(enquiry::OwnAddresses)),
        ("enquiry_facts", schema_for!(enquiry::EnquiryFacts)),
        ("calendar_file", schema_for!(CalendarFile)),
        ("read_calendar", schema_for!(calendar::ReadCalendar)),
        ("busy_file", schema_for!(calendar::BusyFile)),
        ("mailer", schema_for!(port::mailer::MailerSettings)),
        ("calendar_server", schema_for!(port::calendar::CalendarServerSettings)),
        ("envelope", schema_for!(letter::Envelope)),
        ("registry", schema_for!(port::registry::RegistrySettings)),
        ("registry_entry", schema_for!(port::registry::RegistryEntry)),
    ])
    .into_iter()
    .chain(plain(tools::schemas()))
    .collect()
}

/// As hosts of all languages read them.
fn plain(made: impl IntoIterator<Item = (&'static str, Schema)>) -> Schemas {
    made.into_iter().map(|(name, schema)| (name, plain::without_examples(schema))).collect()
}
