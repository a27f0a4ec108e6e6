//! How far work is that takes its time.

use serde::{Deserialize, Serialize};

/// How far a backup or a proof is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Progress {
    /// What is being done at the moment.
    pub stage: Stage,
    /// How many pages, companies, events, streams or rows of the stage are done.
    pub done: u64,
    /// How many there are in the stage; 0 where that is not known.
    pub total: u64,
}

/// What is done, in this order: a backup does the first three, a proof the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Copies the pages of one moment.
    Copy,
    /// Asks the store's own check of the copy.
    Check,
    /// Verifies the journal of each company in the copy.
    Verify,
    /// Reads the events of a journal.
    Events,
    /// Folds the streams of a journal anew; how many they are is not known before.
    Streams,
    /// Looks for rows that belong to nothing; how many there are is not known before.
    Rows,
}
