//! The technician's own calendar, here a folder that his telephone shares: the visit is written into
//! it, he drags it an hour later, and the manager takes that over (S23, S25).

use crate::story::{Story, told, wall};
use callout::adapters::calendar::folder::FolderCalendars;
use callout::visit::{self, Visit, Wish};
use chrono::{Duration, NaiveDateTime};
use std::error::Error;
use std::fs;
use uuid::Uuid;

/// Synchronises, has him drag the visit, and takes it over; when it begins then.
pub fn by_hand(
    story: &Story,
    visit: Uuid,
    starts: NaiveDateTime,
) -> Result<NaiveDateTime, Box<dyn Error>> {
    let vrana = story.technician().actor().id;
    let folder = story.out.join("calendars");
    fs::create_dir_all(&folder)?;
    let calendars = FolderCalendars::new(&folder);
    let round = story.office().sync_calendar(vrana, "vrana", &calendars, 100)?;
    println!("  written into his calendar: {} visit", round.written.len());
    let entry = folder.join("vrana").join(format!("{visit}.ics"));
    fs::write(&entry, dragged(&fs::read_to_string(&entry)?))?;
    let round = story.office().sync_calendar(vrana, "vrana", &calendars, 100)?;
    println!("  dragged there by hand: {} visit, and it stays as planned", round.suggested.len());
    let seen = story.manager().get::<Visit>(visit)?;
    let Some(Wish::Move { starts: wished, .. }) = seen.state.suggestion.map(|it| it.wish) else {
        return Err("he wishes for another time".into());
    };
    let later = wished.local - starts;
    let change = visit::Move {
        starts: wall(starts + later)?,
        ends: wall(seen.state.ends.local + later)?,
        technician: None,
        despite: [].into(),
        assign: false,
    };
    let moved = story.manager().change(visit, seen.version, change);
    told(&format!("the manager takes it over: {}", wished.local), moved)?;
    story.office().sync_calendar(vrana, "vrana", &calendars, 100)?;
    Ok(wished.local)
}

/// The file with the event an hour later.
fn dragged(file: &str) -> String {
    let mut inside = false;
    let mut later = |line: &str| {
        inside |= line == "BEGIN:VEVENT";
        let times = inside && (line.starts_with("DTSTART;") || line.starts_with("DTEND;"));
        let (key, time) = line.rsplit_once(':').filter(|_| times)?;
        let time = NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%S").ok()?;
        Some(format!("{key}:{}", (time + Duration::hours(1)).format("%Y%m%dT%H%M%S")))
    };
    let lines = file.lines().map(|line| later(line).unwrap_or_else(|| line.to_owned()));
    lines.map(|line| line + "\r\n").collect()
}
