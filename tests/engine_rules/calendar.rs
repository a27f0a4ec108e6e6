//! A visit as it stands in a calendar (S23).

use super::clock;
use super::support::{engine_on, id_of, stores, work, world};
use serde_json::json;

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
