//! A visit as it stands in a calendar (S23).

use super::clock;
use super::support::{engine_on, id_of, stores, work, world};
use serde_json::json;

#[test]
fn the_later_half_past_two_of_an_autumn_night_stays_the_later_one() {
    for (_, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        work::begin(&engine);
        let activity = work::assigned(&engine);
        let at = |local: &str, zone: &str, later: bool| json!({"local": format!("2026-10-25T{local}:00"), "zone": zone, "later": later});
        // 01:30 in Greenwich is the second half past two in Prague.
        for (n, starts, ends, said) in [
            (1, ("02:30", false), at("02:15", "Europe/Prague", true), [false, true]),
            (2, ("02:30", true), at("03:00", "Europe/Prague", false), [true, false]),
            (3, ("02:10", true), at("01:30", "UTC", false), [true, true]),
        ] {
            let plan = json!({"visit": {"plan": {"activity": activity, "outside_hours": true,
                "technician": work::technician(),
                "starts": at(starts.0, "Europe/Prague", starts.1), "ends": ends}}});
            let visit = id_of(&format!("noc {n}"));
            engine.execute(&world::request(Some(visit), None, &plan)).unwrap();
            let entry = engine.calendar_entry(world::company(), &world::manager(), visit).unwrap();
            assert_eq!([entry.start_later, entry.end_later], said, "{n}");
            let cancel = json!({"visit": {"cancel": {"reason": "omyl"}}});
            work::told(&engine, visit, Some(1), &cancel);
        }
    }
}

#[test]
fn an_end_that_was_agreed_in_another_zone_is_told_in_the_one_of_the_start() {
    for (_, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        work::begin(&engine);
        let activity = work::assigned(&engine);
        let plan = json!({"visit": {"plan": {"activity": activity,
            "technician": work::technician(),
            "starts": {"local": "2026-10-15T10:00:00", "zone": "Europe/Prague"},
            "ends": {"local": "2026-10-15T10:30:00", "zone": "UTC"}}}});
        let visit = id_of("návštěva");
        engine.execute(&world::request(Some(visit), None, &plan)).unwrap();
        let entry = engine.calendar_entry(world::company(), &world::manager(), visit).unwrap();
        let times = [entry.start, entry.end].map(|time| time.to_string());
        assert_eq!(times, ["2026-10-15 10:00:00", "2026-10-15 12:30:00"]);
        assert_eq!(entry.zone, "Europe/Prague");
    }
}
