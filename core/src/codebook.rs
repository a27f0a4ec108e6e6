//! All declared codes.

use crate::error::{Border, Code, Door};

/// Every code of Callout, sorted. What the committed `include/schema/codes.json` is written from.
pub fn codes() -> Vec<&'static Code> {
    let rooms: &[&'static [Code]] = &[
        Border::CODES,
        Door::CODES,
        crate::activity::Refusal::CODES,
        crate::ledger::Refusal::CODES,
        crate::catalogue::Refusal::CODES,
        crate::company::Refusal::CODES,
        crate::invoice::Refusal::CODES,
        crate::job_sheet::Refusal::CODES,
        crate::message::Refusal::CODES,
        crate::plan::Refusal::CODES,
        crate::report::Refusal::CODES,
        crate::visit::Refusal::CODES,
        crate::visit::calendar_entry::CalendarFault::CODES,
        crate::letter::MailFault::CODES,
        crate::customer::Refusal::CODES,
        crate::customer::RegistryFault::CODES,
        crate::document::Refusal::CODES,
        crate::plugin::PluginFault::CODES,
        crate::equipment::Refusal::CODES,
        crate::equipment_type::Refusal::CODES,
        crate::mail::Refusal::CODES,
        crate::series::Refusal::CODES,
        crate::task::Refusal::CODES,
        crate::technician::Refusal::CODES,
    ];
    let mut codes: Vec<&'static Code> = rooms.iter().flat_map(|room| room.iter()).collect();
    codes.sort_by_key(|code| code.code);
    codes
}
