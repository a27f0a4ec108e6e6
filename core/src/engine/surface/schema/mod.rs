//! JSON Schemas of what goes through the doors; who only executes and asks builds without them.

mod by_hand;

use crate::engine::{
    AskBlob, AskCalendar, AskChanges, AskDeliver, AskKept, AskPersons, AskRender, AskRenew,
    AskTimeline, AskTree, AskVerify, Asker, Changes, Deliveries, File, FindRecord, FoundRecord,
    KeptPage, Persons, Question, Receipt, RecordCommand, RecordEvent, Renewed, Report, Request,
    Timeline, Tree,
};
use crate::noun::{Noun, Page, Query, View};
use crate::{enquiry, letter, port};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

/// The schemas of a room, each with its part in it: `command`, `event`, `query`, `view`, `page`.
pub type Schemas = Vec<(&'static str, Schema)>;

/// A room's name, and how to make its schemas.
pub type Maker = (&'static str, fn() -> Schemas);

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
    vec![
        ("command", schema_for!(N::Command)),
        ("event", schema_for!(N::Event)),
        ("query", schema_for!(Query<N::Filter, N::Order>)),
        ("view", schema_for!(View<N::State>)),
        ("page", schema_for!(Page<N::Row>)),
    ]
}

/// Of what the host hangs on any aggregate.
pub(in crate::engine) fn record() -> Schemas {
    vec![
        ("command", schema_for!(RecordCommand)),
        ("event", schema_for!(RecordEvent)),
        ("query", schema_for!(FindRecord)),
        ("view", schema_for!(FoundRecord)),
    ]
}

/// Of timelines.
pub(in crate::engine) fn timeline() -> Schemas {
    vec![("query", schema_for!(AskTimeline)), ("page", schema_for!(Timeline))]
}

/// Of a customer's tree.
pub(in crate::engine) fn tree() -> Schemas {
    vec![("query", schema_for!(AskTree)), ("page", schema_for!(Tree))]
}

/// Of what is kept about whom.
pub(in crate::engine) fn persons() -> Schemas {
    vec![("query", schema_for!(AskPersons)), ("page", schema_for!(Persons))]
}

/// Of what the law keeps of the forgotten.
pub(in crate::engine) fn kept() -> Schemas {
    vec![("query", schema_for!(AskKept)), ("page", schema_for!(KeptPage))]
}

/// Of requests and answers around the nouns.
pub(in crate::engine) fn engine() -> Schemas {
    vec![
        ("request", schema_for!(Request)),
        ("receipt", schema_for!(Receipt)),
        ("question", schema_for!(Question)),
        ("ask_changes", schema_for!(AskChanges)),
        ("changes", schema_for!(Changes)),
        ("ask_verify", schema_for!(AskVerify)),
        ("ask_renew", schema_for!(AskRenew)),
        ("renewed", schema_for!(Renewed)),
        ("progress", schema_for!(crate::port::store::Progress)),
        ("report", schema_for!(Report)),
        ("asker", schema_for!(Asker)),
        ("ask_blob", schema_for!(AskBlob)),
        ("ask_render", schema_for!(AskRender)),
        ("file", schema_for!(File)),
        ("ask_calendar", schema_for!(AskCalendar)),
        ("ask_deliver", schema_for!(AskDeliver)),
        ("deliveries", schema_for!(Deliveries)),
    ]
}

/// Of what is read and told outside the engine.
pub(in crate::engine) fn toolbox() -> Schemas {
    vec![
        ("read_mail", schema_for!(letter::ReadMail)),
        ("own_addresses", schema_for!(enquiry::OwnAddresses)),
        ("enquiry_facts", schema_for!(enquiry::EnquiryFacts)),
        ("mailer", schema_for!(port::mailer::MailerSettings)),
        ("envelope", schema_for!(letter::Envelope)),
        ("registry", schema_for!(port::registry::RegistrySettings)),
        ("registry_entry", schema_for!(port::registry::RegistryEntry)),
    ]
}
