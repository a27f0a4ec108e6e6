//! All declared codes, and labels for what programs name.

use crate::error::{Border, Code, Door, words};
use serde::Serialize;

/// Every code of Callout, sorted. What the committed `include/schema/codes.json` is written from.
pub fn codes() -> Vec<&'static Code> {
    let rooms: &[&'static [Code]] = &[
        Border::CODES,
        Door::CODES,
        crate::activity::Refusal::CODES,
        crate::availability::Refusal::CODES,
        crate::slot::SlotFault::CODES,
        crate::ledger::Refusal::CODES,
        crate::price_list::Refusal::CODES,
        crate::company::Refusal::CODES,
        crate::invoice::Refusal::CODES,
        crate::job_sheet::Refusal::CODES,
        crate::message::Refusal::CODES,
        crate::plan::Refusal::CODES,
        crate::report::Refusal::CODES,
        crate::visit::Refusal::CODES,
        crate::visit::calendar_entry::CalendarFault::CODES,
        crate::letter::MailFault::CODES,
        crate::calendar::ReadFault::CODES,
        crate::calendar::ServerFault::CODES,
        crate::calendar::ShownFault::CODES,
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
        crate::toolbox::ToolFault::CODES,
    ];
    let mut codes: Vec<&'static Code> = rooms.iter().flat_map(|room| room.iter()).collect();
    codes.sort_by_key(|code| code.code);
    codes
}

/// What people read in the place of a name that programs know: the label of a button, a column or a
/// filter.
///
/// ```
/// use callout_core::codebook::labels;
/// let sign = labels().into_iter().find(|it| it.kind == "verb" && it.name == "sign");
/// assert_eq!(sign.map(|label| (label.en, label.cs)), Some(("sign", "podepsat")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    /// What is named: `noun`, `status`, `verb`, or a `choice` of a short list: a kind, a priority,
    /// why somebody is not free.
    pub kind: &'static str,
    /// As programs know it: `job_sheet`, `in_use`, `add_fault`; what `status` and
    /// `available_verbs` hold, and rights after the period.
    pub name: &'static str,
    /// In English: a status as it stands after "is", a verb as it stands after "to", in small
    /// letters.
    pub en: &'static str,
    /// In Czech, in small letters: a noun in the nominative, a status in the neuter, a verb in the
    /// infinitive.
    pub cs: &'static str,
}

/// The labels of every noun, status, verb and choice in both languages, sorted by kind and name.
/// What the committed `include/schema/labels.json` is written from.
pub fn labels() -> Vec<Label> {
    let mut labels: Vec<Label> =
        words().map(|(kind, (name, en, cs))| Label { kind, name, en, cs }).collect();
    labels.sort_by_key(|label| (label.kind, label.name));
    labels
}
