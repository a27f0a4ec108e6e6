//! Activities, visits, reports, tasks and plans, as far as an example needs them.

use crate::{ACTIVITY, At, PNG, World};
use callout_core::activity::{self, Activity};
use callout_core::engine::Receipt;
use callout_core::job_sheet::{self, JobSheet};
use callout_core::noun::ToChange;
use callout_core::plan::{self, Plan, Template};
use callout_core::record;
use callout_core::report::{self, Content, LineKind, Report, Unit};
use callout_core::schedule::{WallTime, Zone};
use callout_core::task::{self, Task};
use callout_core::visit::{self, Visit};
use uuid::Uuid;

fn at(receipt: &Receipt) -> At {
    (receipt.target, receipt.version)
}

fn wall(text: &str) -> WallTime {
    let zone: Zone = Zone::new("Europe/Prague".parse().unwrap());
    WallTime::first(text.parse().unwrap(), zone)
}

fn labour() -> Content {
    let (kind, unit) = (LineKind::Labour, Unit::Hour);
    Content { kind, unit, code: "labour".into(), name: "Work of the technician".into() }
}

impl World {
    /// Links the customer to what it is in another system.
    pub fn linked(&self) {
        let (noun, system, value) = ("customer".into(), "sap".into(), "104711".into());
        self.office().add(self.customer, record::Link { noun, system, value }).unwrap();
    }

    /// An activity that is drafted.
    pub fn drafted(&self) -> At {
        let title = "The compressor stops".into();
        let (customer, equipment) = (self.customer, Some(self.equipment));
        let create = activity::Create { customer, equipment, title, ..Default::default() };
        at(&self.manager().create(create).unwrap())
    }

    /// One that is drafted under the id by which the examples in JSON name it.
    pub fn named(&self) {
        let (customer, title) = (self.customer, "The compressor stops".into());
        let create = activity::Create { customer, title, ..Default::default() };
        self.manager().create_as(ACTIVITY.parse().unwrap(), create).unwrap();
    }

    /// One that is open.
    pub fn opened(&self) -> At {
        let (job, version) = self.drafted();
        at(&self.manager().change(job, version, activity::Open {}).unwrap())
    }

    /// One with both technicians on it.
    pub fn assigned(&self) -> At {
        let (job, version) = self.opened();
        let technicians = vec![self.vrana, self.hora];
        let assign = activity::Assign { technicians, lead: Some(self.vrana) };
        at(&self.manager().change(job, version, assign).unwrap())
    }

    /// One whose work is done.
    pub fn completed(&self) -> At {
        let (job, version) = self.assigned();
        at(&self.manager().change(job, version, activity::Complete {}).unwrap())
    }

    /// One with a fault.
    pub fn faulty(&self) -> (Uuid, Uuid) {
        let (job, _) = self.assigned();
        let fault = activity::AddFault { symptom: "It stops".into(), ..Default::default() };
        (job, self.technician().add(job, fault).unwrap().part.unwrap())
    }

    /// One to which a note came late.
    pub fn late(&self) -> At {
        let (job, version) = self.completed();
        self.manager().change(job, version, activity::Close { reason: None }).unwrap();
        let note = activity::AddNote { text: "It leaks".into(), internal: true };
        self.technician().add(job, note).unwrap();
        self.at::<Activity>(job)
    }

    /// One with a planned line.
    pub fn planned(&self) -> (Uuid, Uuid) {
        let (job, _) = self.assigned();
        let plan = report::PlanLine { content: labour(), quantity: 2.into() };
        (job, self.manager().add(job, plan).unwrap().part.unwrap())
    }

    /// One with a reported line.
    pub fn reported(&self) -> (Uuid, Uuid) {
        let (job, _) = self.assigned();
        (job, self.line(job))
    }

    /// One more line of two hours.
    pub fn line(&self, job: Uuid) -> Uuid {
        let content = Some(labour());
        let quantity = Some(2.into());
        let line = report::ReportLine { content, quantity, ..Default::default() };
        self.technician().add(job, line).unwrap().part.unwrap()
    }

    /// One with an approved line.
    pub fn approved(&self) -> (Uuid, Uuid) {
        let (job, line) = self.reported();
        self.manager().add(job, report::Approve { line, ..Default::default() }).unwrap();
        (job, line)
    }

    /// One with a released line.
    pub fn released(&self) -> (Uuid, Uuid) {
        let (job, line) = self.approved();
        self.manager().add(job, report::Release::default()).unwrap();
        (job, line)
    }

    /// One with a line that was reported otherwise after it had been approved.
    pub fn conflicting(&self) -> (Uuid, Uuid, Uuid) {
        let (job, line) = self.reported();
        let seen = self.at::<Report>(job).1;
        self.manager().add(job, report::Approve { line, ..Default::default() }).unwrap();
        let quantity = Some(3.into());
        let other = report::ReportLine { line: Some(line), quantity, ..Default::default() };
        self.technician().change(job, seen, other).unwrap();
        let report = self.manager().get::<Report>(job).unwrap().state;
        (job, line, report.lines[0].conflicts[0].id)
    }

    /// One with a reading.
    pub fn read(&self) -> (Uuid, Uuid) {
        let (job, _) = self.assigned();
        let (parameter, unit) = ("operating_hours".into(), "h".into());
        let value = 18_420.into();
        let read = report::RecordReading { parameter, unit, value, ..Default::default() };
        (job, self.technician().add(job, read).unwrap().part.unwrap())
    }

    /// A visit of Karel's, planned or only proposed.
    pub fn visit(&self, proposed: bool) -> At {
        let (activity, technician) = (self.assigned().0, self.vrana);
        let (starts, ends) = (wall("2026-10-16T08:00:00"), wall("2026-10-16T10:00:00"));
        let (despite, assign) = ([].into(), false);
        let plan = visit::Plan { activity, technician, starts, ends, proposed, despite, assign };
        at(&self.manager().create(plan).unwrap())
    }

    /// A visit that has begun, and is interrupted or not.
    pub fn begun(&self, paused: bool) -> Uuid {
        let (visit, _) = self.visit(false);
        self.technician().add(visit, visit::Start { at: None }).unwrap();
        if paused {
            self.technician().add(visit, visit::Pause { at: None }).unwrap();
        }
        visit
    }

    /// A visit that was called off, and of which Karel says that he is on the way.
    pub fn called_off(&self) -> At {
        let (visit, version) = self.visit(false);
        let cancel = visit::Cancel { reason: "It runs again".into() };
        self.manager().change(visit, version, cancel).unwrap();
        self.technician().add(visit, visit::Travel { at: None }).unwrap();
        self.at::<Visit>(visit)
    }

    /// A job sheet.
    pub fn sheet(&self) -> At {
        let (activity, _) = self.reported();
        at(&self.technician().create(job_sheet::Generate { activity }).unwrap())
    }

    /// A job sheet that is signed.
    pub fn signed(&self) -> At {
        let (sheet, version) = self.sheet();
        let content_hash = self.technician().get::<JobSheet>(sheet).unwrap().state.content_hash;
        let (name, picture) = ("Jana".into(), self.technician().put_blob(PNG).unwrap());
        let sign = job_sheet::Sign { name, picture, content_hash, ..Default::default() };
        at(&self.technician().change(sheet, version, sign).unwrap())
    }

    /// A job sheet after whose signature something was reported.
    pub fn outdated(&self) -> At {
        let (sheet, _) = self.signed();
        let job = self.manager().get::<JobSheet>(sheet).unwrap().state.activity;
        self.line(job);
        self.at::<JobSheet>(sheet)
    }

    /// A task of Karel's.
    pub fn task(&self) -> At {
        let create = task::Create { title: "Order a filter".into(), ..Default::default() };
        at(&self.technician().create(create).unwrap())
    }

    /// One that is done.
    pub fn done(&self) -> At {
        let (task, _) = self.task();
        self.technician().add(task, task::Complete {}).unwrap();
        self.at::<Task>(task)
    }

    /// A plan of maintenance.
    pub fn plan(&self) -> At {
        let (customer, equipment) = (self.customer, Some(self.equipment));
        let template = Template {
            title: "Service of the compressor".into(),
            customer,
            equipment,
            ..Default::default()
        };
        let (rule, starts) = ("FREQ=MONTHLY;INTERVAL=6".into(), wall("2027-01-15T08:00:00"));
        at(&self
            .manager()
            .create(plan::Create { template, rule, starts, also: vec![], on_holiday: None })
            .unwrap())
    }

    /// A plan of which an occurrence is left out.
    pub fn skipped(&self) -> At {
        let (date, reason) = ("2027-07-15".parse().unwrap(), "Leave".into());
        self.plan_after(plan::Skip { date, reason })
    }

    /// A plan after one more command.
    pub fn plan_after(&self, command: impl ToChange<Command = plan::Command>) -> At {
        let (plan, version) = self.plan();
        self.manager().change(plan, version, command).unwrap();
        self.at::<Plan>(plan)
    }
}
