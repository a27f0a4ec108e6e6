//! The stage: an engine with a clock that the story moves, three people, and a folder.

use crate::Done;
use crate::enquiry::Case;
use callout::access::Actor;
use callout::adapters::store::sqlite::{Settings, SqliteStore};
use callout::adapters::system::SystemIds;
use callout::engine::{Engine, Readable, Receipt, Session, TimelineQuery};
use callout::error::Error as Refusal;
use callout::port::clock::Clock;
use callout::port::store::Store;
use callout::schedule::{Instant, WallTime};
use chrono::{DateTime, Datelike, Days, Duration, NaiveDateTime, NaiveTime, Utc, Weekday};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

/// Where the story's clocks hang.
pub const ZONE: &str = "Europe/Prague";

/// A clock that stands still until the story moves it.
#[derive(Clone)]
pub struct StoryClock(Arc<AtomicI64>);

impl Clock for StoryClock {
    fn now(&self) -> Result<Instant, Refusal> {
        Ok(self.shown())
    }
}

impl StoryClock {
    fn shown(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

pub struct Story {
    pub engine: Engine,
    pub company: Uuid,
    pub out: PathBuf,
    clock: StoryClock,
    manager: Actor,
    technician: Actor,
    office: Actor,
}

impl Story {
    /// A new database in the folder; what an earlier story left of it is removed.
    pub fn begin(out: &Path) -> Result<Story, Box<dyn Error>> {
        fs::create_dir_all(out)?;
        let database = out.join("service.db");
        for ending in ["", "-wal", "-shm"] {
            let file = out.join(format!("service.db{ending}"));
            if file.exists() {
                fs::remove_file(file)?;
            }
        }
        let clock = StoryClock(Arc::new(AtomicI64::new(0)));
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&database, Settings::default())?);
        let engine = Engine::new(store, Arc::new(clock.clone()), Arc::new(SystemIds));
        let engine = callout::equipped(engine);
        let person = |n: u128| Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + n);
        println!("Callout writes {}\n", database.display());
        Ok(Story {
            engine,
            company: person(1),
            out: out.to_path_buf(),
            clock,
            manager: Actor::manager(person(2)),
            technician: Actor::technician(person(3)),
            office: Actor::back_office(person(4)),
        })
    }

    pub fn manager(&self) -> Session<'_> {
        self.engine.session(self.company, self.manager.clone())
    }

    pub fn technician(&self) -> Session<'_> {
        self.engine.session(self.company, self.technician.clone())
    }

    pub fn office(&self) -> Session<'_> {
        self.engine.session(self.company, self.office.clone())
    }

    /// The clock shows this time from now on.
    pub fn at(&mut self, time: DateTime<Utc>) {
        self.clock.0.store(time.timestamp_micros(), Ordering::SeqCst);
    }

    /// So many minutes later.
    pub fn later(&mut self, minutes: i64) {
        let now = self.now().utc() + Duration::minutes(minutes);
        self.at(now);
    }

    pub fn now(&self) -> Instant {
        self.clock.shown()
    }

    /// A time of day on the n-th working day from now.
    pub fn working_day(&self, n: u64, hour: u32) -> Result<NaiveDateTime, Box<dyn Error>> {
        let zone: callout::schedule::Zone = serde_json::from_value(ZONE.into())?;
        let mut day = zone.wall(self.now()).date();
        let mut left = n;
        while left > 0 {
            day = day.checked_add_days(Days::new(1)).ok_or("the calendar ends")?;
            if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                left -= 1;
            }
        }
        Ok(day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).ok_or("no such hour")?))
    }

    /// The clock shows this wall time from now on.
    pub fn at_wall(&mut self, local: NaiveDateTime) -> Done {
        let at = wall(local)?.resolve().instant.utc();
        self.at(at);
        Ok(())
    }

    /// Keeps a file in the folder.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> Done {
        fs::write(self.out.join(name), bytes)?;
        println!("    → {name} ({} bytes)", bytes.len());
        Ok(())
    }

    /// The version that a change has to name.
    pub fn version<N: Readable>(&self, id: Uuid) -> Result<u64, Refusal> {
        Ok(self.manager().get::<N>(id)?.version)
    }

    pub fn end(&self, case: &Case) -> Done {
        heading("The timeline of the customer");
        let whole = TimelineQuery { limit: 200, ..TimelineQuery::of(case.customer) };
        for event in self.manager().timeline(whole)?.events {
            println!("{}  {:>10}  {}.{}", event.at, event.role, event.noun, event.event);
        }
        heading("The tree");
        let tree = self.manager().tree(case.customer)?;
        println!("{}", tree.customer.state.profile.name.reveal().cloned().unwrap_or_default());
        for branch in tree.equipment {
            let equipment = branch.equipment;
            println!("└─ {} {} {}", equipment.number, equipment.name, equipment.serial);
            for activity in branch.activities {
                let state: &str = activity.status.into();
                println!("   └─ {} {} [{state}]", activity.number, activity.title);
            }
        }
        heading("Is all as it was recorded?");
        let report = self.manager().verify(None)?;
        println!(
            "{} events, {} streams: {}",
            report.events,
            report.streams,
            match report.clean {
                true => "clean".to_owned(),
                false => format!("{:?}", report.problems),
            }
        );
        if report.clean { Ok(()) } else { Err("the journal is not clean".into()) }
    }
}

pub fn heading(text: &str) {
    println!("\n{text}\n{}", "─".repeat(text.chars().count()));
}

pub fn wall(local: NaiveDateTime) -> Result<WallTime, Box<dyn Error>> {
    Ok(WallTime::first(local, serde_json::from_value(ZONE.into())?))
}

/// Tells what was done, or why not.
pub fn told(what: &str, outcome: Result<Receipt, Refusal>) -> Result<Receipt, Box<dyn Error>> {
    let receipt = outcome?;
    let events: Vec<String> =
        receipt.events.iter().map(|event| format!("{}.{}", event.noun, event.event)).collect();
    println!("• {what}  [{}]", events.join(", "));
    Ok(receipt)
}

/// Tells that something was refused, as it should be.
pub fn refused(what: &str, outcome: Result<Receipt, Refusal>) -> Done {
    match outcome {
        Err(refusal) => {
            println!("• {what}: no. {refusal}");
            Ok(())
        }
        Ok(_) => Err(format!("{what}: this should have been refused").into()),
    }
}
