//! The table.

use super::Reach::{self, All, No, Own};

/// One line: a verb, and how far it reaches for each built-in role.
#[derive(Debug)]
pub struct Grant {
    /// `activity.assign`; for reading `activity.read`.
    pub verb: &'static str,
    /// For the service manager.
    pub manager: Reach,
    /// For a technician who works on site.
    pub technician: Reach,
    /// For the back office.
    pub back_office: Reach,
    /// For somebody who looks only.
    pub reader: Reach,
}

const fn to(verb: &'static str, reach: [Reach; 4]) -> Grant {
    let [manager, technician, back_office, reader] = reach;
    Grant { verb, manager, technician, back_office, reader }
}

/// The role in which Callout's own reactions are written down; no company has it.
pub(crate) const WORKFLOW: &str = "workflow";

/// The built-in role of who works on site.
pub(crate) const TECHNICIAN: &str = "technician";

/// What a technician reads whole where the company says so (`technicians_read_all`).
pub(crate) const OPENED: &[&str] = &["customer.read", "equipment.read"];

/// Nouns of which nothing is anybody's own.
const SHARED: &[&str] = &[
    "company",
    "series",
    "equipment_type",
    "plan",
    "price_list",
    "ledger",
    "invoice",
    "rendering",
    "message",
];

/// Rights beside those that do not reach to one's own only: what they make is nobody's yet, or they
/// are about all that there is.
const WHOLE: &[&str] = &[
    "customer.create",
    "equipment.create",
    "technician.create",
    "activity.create",
    "record.read",
    "blob.put",
    "prices.read",
    "persons.read",
    "kept.read",
    "mail.receive",
];

/// Whether a right is had for everything or not at all: nothing of what it is about is anybody's
/// own, so that [`Reach::Own`] would reach nothing.
///
/// ```
/// use callout_core::access::is_whole;
/// assert!(is_whole("price_list.read"));
/// assert!(!is_whole("activity.read"));
/// ```
pub fn is_whole(verb: &str) -> bool {
    let noun = verb.split('.').next().unwrap_or_default();
    SHARED.contains(&noun) || WHOLE.contains(&verb)
}

/// What is not here may be done by nobody from outside; reactions of Callout itself need no line.
#[rustfmt::skip]
pub const GRANTS: &[Grant] = &[
    //                                manager technician back_office reader
    to("company.create",              [All,    No,        No,         No]),
    to("company.update",             [All,    No,        No,         No]),
    to("company.define_role",        [All,    No,        No,         No]),
    to("company.drop_role",          [All,    No,        No,         No]),
    to("company.erase_persons",      [All,    No,        No,         No]),
    to("company.erase_expired",      [All,    No,        No,         No]),
    to("company.read",               [All,    All,       All,        All]),
    to("company.verify",             [All,    No,        No,         No]),
    to("company.renew",              [All,    No,        No,         No]),
    to("company.feed",               [All,    No,        All,        No]),
    to("series.read",                [All,    No,        All,        No]),
    to("record.link",                [All,    No,        All,        No]),
    to("record.unlink",              [All,    No,        All,        No]),
    to("record.extend",              [All,    No,        All,        No]),
    to("record.read",                [All,    All,       All,        All]),
    to("timeline.read",              [All,    Own,       All,        All]),
    to("blob.put",                   [All,    All,       All,        No]),
    to("blob.read",                  [All,    Own,       All,        All]),
    to("prices.read",                [All,    No,        All,        No]),
    to("persons.read",               [All,    No,        No,         No]),
    to("kept.read",                  [All,    No,        No,         No]),
    to("availability.read",          [All,    Own,       All,        All]),

    to("mail.receive",               [All,    No,        All,        No]),
    to("mail.file",                  [All,    No,        All,        No]),
    to("mail.unfile",                [All,    No,        All,        No]),
    to("mail.read",                  [All,    Own,       All,        All]),

    to("customer.create",            [All,    No,        All,        No]),
    to("customer.update",            [All,    No,        All,        No]),
    to("customer.add_site",          [All,    No,        All,        No]),
    to("customer.update_site",       [All,    No,        All,        No]),
    to("customer.add_contact",       [All,    No,        All,        No]),
    to("customer.update_contact",    [All,    No,        All,        No]),
    to("customer.read",              [All,    Own,       All,        All]),

    to("equipment_type.create",      [All,    No,        No,         No]),
    to("equipment_type.update", [All,    No,        No,         No]),
    to("equipment_type.read",        [All,    All,       All,        All]),

    to("equipment.create",           [All,    No,        All,        No]),
    to("equipment.update_card",      [All,    Own,       All,        No]),
    to("equipment.set_fields",       [All,    Own,       All,        No]),
    to("equipment.set_dates",        [All,    Own,       All,        No]),
    to("equipment.set_warranty",     [All,    No,        All,        No]),
    to("equipment.add_photo",        [All,    Own,       All,        No]),
    to("equipment.scrap",            [All,    No,        No,         No]),
    to("equipment.restore",          [All,    No,        No,         No]),
    to("equipment.read",             [All,    Own,       All,        All]),

    to("technician.create",          [All,    No,        No,         No]),
    to("technician.update",          [All,    Own,       No,         No]),
    to("technician.set_hours",       [All,    No,        No,         No]),
    to("technician.set_day",         [All,    No,        No,         No]),
    to("technician.set_skills",      [All,    No,        No,         No]),
    to("technician.set_busy",        [All,    Own,       No,         No]),
    to("technician.add_absence",     [All,    Own,       No,         No]),
    to("technician.remove_absence",  [All,    Own,       No,         No]),
    to("technician.deactivate",           [All,    No,        No,         No]),
    to("technician.reactivate",          [All,    No,        No,         No]),
    to("technician.read",            [All,    Own,       All,        All]),

    to("activity.create",             [All,    No,        All,        No]),
    to("activity.update",          [All,    No,        All,        No]),
    to("activity.require",           [All,    No,        All,        No]),
    to("activity.correct_reported_at", [All,  No,        No,         No]),
    to("activity.correct_customer",  [All,    No,        All,        No]),
    to("activity.open",              [All,    No,        All,        No]),
    to("activity.assign",            [All,    No,        No,         No]),
    to("activity.add_note",          [All,    Own,       All,        No]),
    to("activity.add_fault",         [All,    Own,       All,        No]),
    to("activity.update_fault",      [All,    Own,       All,        No]),
    to("activity.resolve",            [All,    No,        No,         No]),
    to("activity.complete",          [All,    Own,       No,         No]),
    to("activity.reopen",            [All,    No,        No,         No]),
    to("activity.close",             [All,    No,        No,         No]),
    to("activity.cancel",            [All,    No,        No,         No]),
    to("activity.read",              [All,    Own,       All,        All]),

    to("task.create",                   [All,    Own,       Own,        No]),
    to("task.update",                [All,    Own,       Own,        No]),
    to("task.complete",              [All,    Own,       Own,        No]),
    to("task.reopen",                [All,    Own,       Own,        No]),
    to("task.cancel",                  [All,    Own,       Own,        No]),
    to("task.read",                  [All,    Own,       Own,        No]),
    to("plan.create",                [All,    No,        All,        No]),
    to("plan.generate_due",                [All,    No,        All,        No]),
    to("plan.set_rule",              [All,    No,        No,         No]),
    to("plan.skip",                  [All,    No,        No,         No]),
    to("plan.unskip",                [All,    No,        No,         No]),
    to("plan.pause",                 [All,    No,        No,         No]),
    to("plan.resume",                [All,    No,        No,         No]),
    to("plan.end",                   [All,    No,        No,         No]),
    to("plan.reopen",                [All,    No,        No,         No]),
    to("plan.read",                  [All,    No,        All,        All]),

    to("technician.sync_calendar",   [All,    No,        All,        No]),
    to("visit.plan",                 [All,    No,        No,         No]),
    to("visit.confirm",              [All,    No,        All,        No]),
    to("visit.move",                 [All,    No,        No,         No]),
    to("visit.accept",               [All,    Own,       No,         No]),
    to("visit.decline",              [All,    Own,       No,         No]),
    to("visit.suggest",              [All,    Own,       No,         No]),
    to("visit.dismiss",              [All,    No,        No,         No]),
    to("visit.travel",               [All,    Own,       No,         No]),
    to("visit.start",                [All,    Own,       No,         No]),
    to("visit.pause",                [All,    Own,       No,         No]),
    to("visit.resume",               [All,    Own,       No,         No]),
    to("visit.finish",               [All,    Own,       No,         No]),
    to("visit.finish_partial",       [All,    Own,       No,         No]),
    to("visit.record_no_access",            [All,    Own,       No,         No]),
    to("visit.resolve",               [All,    No,        No,         No]),
    to("visit.cancel",               [All,    No,        No,         No]),
    to("visit.read",                 [All,    Own,       All,        All]),

    to("report.plan_line",           [All,    No,        No,         No]),
    to("report.report_line",         [All,    Own,       No,         No]),
    to("report.remove_line",         [All,    Own,       No,         No]),
    to("report.read",                [All,    Own,       All,        All]),
    to("report.record_reading",        [All,    Own,       No,         No]),
    to("report.correct_reading",     [All,    Own,       No,         No]),
    to("report.submit",              [All,    Own,       No,         No]),
    to("report.approve",             [All,    No,        No,         No]),
    to("report.reject",              [All,    No,        No,         No]),
    to("report.return",              [All,    No,        No,         No]),
    to("report.withdraw",            [All,    No,        No,         No]),
    to("report.resolve",              [All,    No,        No,         No]),
    to("report.release",             [All,    No,        No,         No]),

    to("job_sheet.generate",         [All,    Own,       No,         No]),
    to("job_sheet.regenerate",       [All,    Own,       No,         No]),
    to("job_sheet.sign",             [All,    Own,       No,         No]),
    to("job_sheet.record_refusal",           [All,    Own,       No,         No]),
    to("job_sheet.record_absence",           [All,    Own,       No,         No]),
    to("job_sheet.confirm",          [All,    Own,       No,         No]),
    to("job_sheet.read",             [All,    Own,       All,        All]),

    to("price_list.publish",         [All,    No,        All,        No]),
    to("price_list.set_items",       [All,    No,        All,        No]),
    to("price_list.read",            [All,    No,        All,        No]),

    to("ledger.hand_over",           [All,    No,        All,        No]),
    to("ledger.read",                [All,    No,        All,        No]),

    to("invoice.draft",              [All,    No,        All,        No]),
    to("invoice.delete_draft",       [All,    No,        All,        No]),
    to("invoice.issue",              [All,    No,        All,        No]),
    to("invoice.record_payment",     [All,    No,        All,        No]),
    to("invoice.remove_payment",     [All,    No,        All,        No]),
    to("invoice.read",               [All,    No,        All,        No]),

    to("rendering.read",             [All,    No,        All,        No]),

    to("message.queue",              [All,    No,        All,        No]),
    to("message.record_bounce",             [All,    No,        All,        No]),
    to("message.retry",              [All,    No,        All,        No]),
    to("message.withdraw",           [All,    No,        All,        No]),
    to("message.deliver",            [All,    No,        All,        No]),
    to("message.read",               [All,    No,        All,        All]),
];

/// How far a verb reaches for a built-in role; `None` where the role is not built in.
///
/// ```
/// use callout_core::access::{Reach, reach};
/// assert_eq!(reach("technician", "activity.add_note"), Some(Reach::Own));
/// assert_eq!(reach("technician", "activity.no_such_verb"), Some(Reach::No));
/// assert_eq!(reach("somebody", "activity.read"), None);
/// ```
pub fn reach(role: &str, verb: &str) -> Option<Reach> {
    let pick: fn(&Grant) -> Reach = match role {
        "manager" => |g| g.manager,
        "technician" => |g| g.technician,
        "back_office" => |g| g.back_office,
        "reader" => |g| g.reader,
        _ => return None,
    };
    Some(GRANTS.iter().find(|g| g.verb == verb).map_or(No, pick))
}
