//! Where an outgoing message stands, and what each status allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// The status of an outgoing message.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// It waits for the host to deliver; also for its next try, after it was not taken.
    #[default]
    Queued,
    /// The next server, or the mailer, took it over.
    Sent,
    /// It was certainly not taken, and is not tried again by itself; the attempt says why.
    Failed,
    /// It is being handed over at this moment, or was and nobody knows what became of it: the
    /// newest attempt has no outcome in the first case, and after a crash. A person decides whether
    /// it is sent again (R8).
    Unknown,
    /// It was taken and came back (E64).
    Bounced,
    /// Somebody said that it does not go out. Where nobody knows what became of an earlier attempt,
    /// the other side may have it all the same.
    Withdrawn,
}

use Status::{Bounced, Failed, Queued, Sent, Unknown, Withdrawn};

/// The table. Every verb that the status allows is here, also those that keep it. `deliver` is
/// asked of the engine, for all that is queued; what a slow mailer says later of an attempt ends
/// the message wherever it stands, if that attempt was taken. Only what may have been taken comes
/// back.
pub const TABLE: &[Step<Status>] = &[
    step(Queued, "deliver", Sent),
    step(Queued, "deliver", Queued),
    step(Queued, "deliver", Failed),
    step(Queued, "deliver", Unknown),
    // It need not wait for its next try, and may go elsewhere.
    step(Queued, "retry", Queued),
    step(Queued, "withdraw", Withdrawn),
    step(Queued, "record_bounce", Queued),
    step(Sent, "record_bounce", Bounced),
    // A later attempt is still open.
    step(Sent, "record_bounce", Unknown),
    step(Failed, "retry", Queued),
    step(Failed, "withdraw", Withdrawn),
    step(Failed, "record_bounce", Failed),
    step(Unknown, "retry", Queued),
    step(Unknown, "record_bounce", Bounced),
    step(Bounced, "retry", Queued),
    step(Bounced, "record_bounce", Bounced),
    step(Withdrawn, "retry", Queued),
    step(Withdrawn, "record_bounce", Withdrawn),
];
