//! How a file is opened.

use std::time::Duration;

/// How much a commit survives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// A power cut: one sync a command. The default.
    #[default]
    Full,
    /// A crash of the process; a power cut may take the last commands, never the order.
    Normal,
    /// A crash of the process; a power cut may take the file. For imports and measurements.
    Off,
}

impl Durability {
    pub(super) fn synchronous(self) -> &'static str {
        match self {
            Durability::Full => "FULL",
            Durability::Normal => "NORMAL",
            Durability::Off => "OFF",
        }
    }
}

/// How the file is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How much a commit survives.
    pub durability: Durability,
    /// How long a call waits for others, all in all, before `STORE-BUSY-01`; [`Duration::MAX`] for
    /// as long as it takes.
    pub patience: Duration,
    /// The file grows to so many pages of 4 KiB at most; then `STORE-FULL-01`.
    pub most_pages: Option<u32>,
    /// The log beside the file, `-wal`, grows to so many bytes at most; then `STORE-FULL-02`. It
    /// grows as long as somebody goes on reading an old state. The default of 256 MiB lets a
    /// report read for minutes under a usual load, and fills no disk.
    pub most_wal_bytes: u64,
    /// Only to be read and verified, and nothing is touched: for evidence, for a medium that
    /// cannot be written. Commands answer `STORE-READ-01`; a file in which a killed process left
    /// half a change is refused with `STORE-READ-03`, as undoing it is writing.
    pub read_only: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            durability: Durability::Full,
            patience: Duration::from_secs(10),
            most_pages: None,
            most_wal_bytes: 256 << 20,
            read_only: false,
        }
    }
}
