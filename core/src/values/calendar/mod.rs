//! Calendars as values: what the calendars of others say, and what is shown to them.

mod event;
mod fault;
mod note;
mod read;
mod shown;

pub use event::{Answer, Certainty, Clock, Invited, ReadEvent, ReadPeriod, ReadTime, RecurrenceId};
pub use fault::{ReadFault, ServerFault, ShownFault};
pub use note::{Note, NoteKind};
pub use read::{Busy, BusyKind, Method, ReadBusy, ReadCalendar};
pub use shown::{BusyFile, BusyMethod, Feed};
