//! What names an activity's customer and equipment too comes along to the right ones.

use super::Ask;
use crate::activity::Event;
use crate::mail::Context;
use crate::nouns::{Command, Happened};
use crate::task::About;
use crate::{mail, report, task, visit};
use uuid::Uuid;

pub(super) fn react(activity: Uuid, happened: &Happened<'_>) -> Vec<Ask> {
    let Happened::Activity(
        Event::CustomerCorrected { followers, .. } | Event::Updated { followers, .. },
    ) = happened
    else {
        return Vec::new();
    };
    let each = |ids: &[Uuid], command: Command| -> Vec<Ask> {
        ids.iter().map(|id| Ask { target: *id, command: command.clone() }).collect()
    };
    let about = About { activity: Some(activity), ..About::default() };
    let file = mail::Command::File(mail::File { under: Context::Activity(activity) });
    let about = task::Update { about: about.into(), ..task::Update::default() };
    let change = task::Command::Update(about);
    let report: &[Uuid] = if followers.report { &[activity] } else { &[] };
    [
        each(&followers.visits, visit::Command::Follow(visit::Follow {}).into()),
        each(report, report::Command::Follow(report::Follow {}).into()),
        each(&followers.mails, file.into()),
        each(&followers.tasks, change.into()),
    ]
    .concat()
}
