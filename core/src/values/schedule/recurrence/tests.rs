//! Rules and the days on which they fall.

use super::{RuleFault, occurrences};
use crate::schedule::WallTime;

fn anchor(day: &str) -> WallTime {
    let json = format!("{{\"local\": \"{day}T08:00:00\", \"zone\": \"Europe/Prague\"}}");
    serde_json::from_str(&json).expect("an anchor")
}

/// The first days of a rule, written one after the other.
fn days(rule: &str, begins: &str, most: usize) -> Result<String, RuleFault> {
    let until = "2099-12-31".parse().expect("a day");
    let found = occurrences(rule, anchor(begins), None, until, most)?;
    let days: Vec<String> = found.iter().map(|at| at.date().to_string()).collect();
    Ok(days.join(" "))
}

#[test]
fn no_visit_is_lost_in_a_short_month() {
    for (rule, begins, wanted) in [
        ("FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30"),
        ("FREQ=MONTHLY;INTERVAL=3", "2026-11-30", "2026-11-30 2027-02-28 2027-05-30"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,31",
            "2026-01-15",
            "2026-01-15 2026-01-31 2026-02-15 2026-02-28",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=30,31",
            "2026-01-30",
            "2026-01-30 2026-01-31 2026-02-28 2026-03-30",
        ),
        ("FREQ=MONTHLY;BYMONTH=4,10", "2026-10-31", "2026-10-31 2027-04-30 2027-10-31"),
        ("FREQ=YEARLY;BYMONTH=4,10", "2026-10-31", "2026-10-31 2027-04-30 2027-10-31"),
        (
            "FREQ=YEARLY;BYMONTH=1,4,7,10",
            "2026-01-31",
            "2026-01-31 2026-04-30 2026-07-31 2026-10-31 2027-01-31",
        ),
        ("FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=30", "2027-01-31", "2027-02-28 2027-04-30 2028-02-29"),
        ("FREQ=YEARLY;BYMONTHDAY=31", "2027-01-31", "2027-01-31 2027-02-28 2027-03-31"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=2,8", "2026-08-31", "2026-08-31 2028-02-29 2028-08-31"),
        ("FREQ=YEARLY", "2028-02-29", "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29"),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-01-31", "2026-01-31 2026-02-28"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31"),
        ("FREQ=MONTHLY;SKIP=OMIT;COUNT=3", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31"),
        (
            "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=3",
            "2026-01-31",
            "2026-01-31 2026-02-28 2026-03-31",
        ),
    ] {
        let most = wanted.split(' ').count();
        assert_eq!(days(rule, begins, most), Ok(wanted.to_owned()), "{rule} from {begins}");
    }
}

#[test]
fn a_week_of_the_year_has_one_day() {
    let found = days("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13", 3);
    assert_eq!(found, Ok("2026-05-13 2027-05-19 2028-05-17".to_owned()));
    let found = days("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO,FR", "2026-05-11", 3);
    assert_eq!(found, Ok("2026-05-11 2026-05-15 2027-05-17".to_owned()));
}

#[test]
fn a_rule_ends_on_its_last_day_and_after_its_last_time() {
    for (rule, wanted) in [
        ("FREQ=WEEKLY;UNTIL=20260112", "2026-01-05 2026-01-12"),
        ("FREQ=WEEKLY;UNTIL=20260112T080000", "2026-01-05 2026-01-12"),
        ("FREQ=WEEKLY;UNTIL=20260112T075959", "2026-01-05"),
        ("FREQ=WEEKLY;UNTIL=20260112T070000Z", "2026-01-05 2026-01-12"),
        ("FREQ=WEEKLY;UNTIL=20260112T065959Z", "2026-01-05"),
        ("freq=weekly;count=2;", "2026-01-05 2026-01-12"),
        ("RRULE:FREQ=WEEKLY;COUNT=2", "2026-01-05 2026-01-12"),
        ("FREQ=MONTHLY;BYMONTHDAY=5,31;COUNT=3", "2026-01-05 2026-01-31 2026-02-05"),
    ] {
        assert_eq!(days(rule, "2026-01-05", 9), Ok(wanted.to_owned()), "{rule}");
    }
    // What was counted before counts after.
    let until = "2099-12-31".parse().expect("a day");
    let after = "2026-01-12".parse().ok();
    let left = occurrences("FREQ=WEEKLY;COUNT=4", anchor("2026-01-05"), after, until, 9);
    assert_eq!(left.map(|left| left.len()), Ok(2));
}

#[test]
fn what_is_no_rule_is_told_by_its_part() {
    let unreadable = |part: &str| RuleFault::Unreadable(part.to_owned());
    for (rule, fault) in [
        ("každý týden", unreadable("každý týden")),
        ("", unreadable("")),
        ("INTERVAL=2", unreadable("INTERVAL=2")),
        ("FREQ=WEEKLY;BYDAY=2MO", unreadable("BYDAY=2MO")),
        ("FREQ=DAILY;BYDAY=1MO", unreadable("BYDAY=1MO")),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", unreadable("BYDAY=1MO")),
        ("FREQ=WEEKLY;BYDAY=PO", unreadable("BYDAY=PO")),
        ("FREQ=WEEKLY;INTERVAL=0", unreadable("INTERVAL=0")),
        ("FREQ=WEEKLY;INTERVAL=-1", unreadable("INTERVAL=-1")),
        ("FREQ=WEEKLY;COUNT=0", unreadable("COUNT=0")),
        ("FREQ=WEEKLY;COUNT=+2", unreadable("COUNT=+2")),
        ("FREQ=MONTHLY;BYMONTHDAY=0", unreadable("BYMONTHDAY=0")),
        ("FREQ=MONTHLY;BYMONTHDAY=1,0", unreadable("BYMONTHDAY=1,0")),
        ("FREQ=MONTHLY;BYDAY=0MO", unreadable("BYDAY=0MO")),
        ("FREQ=MONTHLY;BYDAY=", unreadable("BYDAY=")),
        ("FREQ=DAILY;BYHOUR=", unreadable("BYHOUR=")),
        ("FREQ=YEARLY;BYDAY=53MO", RuleFault::LosesDays),
        ("FREQ=WEEKLY;COUNT=99999", unreadable("COUNT=99999")),
        ("FREQ=WEEKLY;UNTIL=tomorrow", unreadable("UNTIL=tomorrow")),
        ("FREQ=WEEKLY;UNTIL=20260230", unreadable("UNTIL=20260230")),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20260112", unreadable("UNTIL=20260112")),
        ("FREQ=WEEKLY;FREQ=DAILY", unreadable("FREQ=DAILY")),
        ("FREQ=WEEKLY;SKIP=SOMETIMES", unreadable("SKIP=SOMETIMES")),
        ("FREQ=MONTHLY;SKIP=FORWARD", RuleFault::NotBuilt("SKIP=FORWARD".to_owned())),
        ("RSCALE=HEBREW;FREQ=YEARLY", RuleFault::NotBuilt("RSCALE=HEBREW".to_owned())),
        ("FREQ=HOURLY", RuleFault::TwiceADay),
        ("FREQ=DAILY;BYHOUR=8,16", RuleFault::TwiceADay),
        ("FREQ=YEARLY;BYYEARDAY=366", RuleFault::LosesDays),
        ("FREQ=YEARLY;BYWEEKNO=53", RuleFault::LosesDays),
        ("FREQ=MONTHLY;BYMONTHDAY=-31", RuleFault::LosesDays),
        ("FREQ=MONTHLY;BYMONTHDAY=15,31;BYSETPOS=2", RuleFault::LosesDays),
        ("FREQ=DAILY;BYMONTHDAY=31", RuleFault::LosesDays),
    ] {
        assert_eq!(days(rule, "2026-01-05", 3), Err(fault), "{rule}");
    }
}
