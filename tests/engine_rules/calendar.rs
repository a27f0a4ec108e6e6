//! A visit as it stands in a calendar (S23).

use super::clock;
use super::support::{engine_on, id_of, stores, work, world};
use callout::visit::calendar_entry::EntryStatus;
use serde_json::json;
use uuid::Uuid;

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
            let plan = json!({"visit": {"plan": {"activity": activity, "despite": ["hours"],
                "technician": work::technician(),
                "starts": at(starts.0, "Europe/Prague", starts.1), "ends": ends}}});
            let visit = id_of(&format!("noc {n}"));
            engine.execute(&world::request(Some(visit), None, &plan)).unwrap();
            let entry = engine
                .session(world::company(), world::manager())
                .calendar_entry(visit, None)
                .unwrap();
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
        let entry =
            engine.session(world::company(), world::manager()).calendar_entry(visit, None).unwrap();
        let times = [entry.start, entry.end].map(|time| time.to_string());
        assert_eq!(times, ["2026-10-15 10:00:00", "2026-10-15 12:30:00"]);
        assert_eq!(entry.zone, "Europe/Prague");
    }
}

/// Who lost a visit has it in his calendar until somebody takes it out (RFC 5546, 3.2.5).
#[test]
fn who_lost_a_visit_is_told_so_and_who_got_it_is_invited() {
    for (_, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        work::begin(&engine);
        let other = id_of("druhý");
        for (id, name) in [(other, "Jiří Malý"), (id_of("třetí"), "Ota Velký")] {
            let enlist = json!({"technician": {"create": {"name": name}}});
            work::told(&engine, id, None, &enlist);
        }
        for (id, version) in [(work::technician(), 1), (other, 1)] {
            let change = json!({"technician": {"update":
                {"email": format!("t{}@modry-klic.example", id.simple())}}});
            work::told(&engine, id, Some(version), &change);
        }
        let activity = work::assigned(&engine);
        let assign = json!({"activity": {"assign":
            {"technicians": [work::technician(), other], "lead": other}}});
        work::told(&engine, activity, Some(3), &assign);
        let at =
            |time: &str| json!({"local": format!("2026-10-15T{time}:00"), "zone": "Europe/Prague"});
        let plan = json!({"visit": {"plan": {"activity": activity,
            "technician": work::technician(), "starts": at("10:00"), "ends": at("11:00")}}});
        let visit = id_of("předaná");
        engine.execute(&world::request(Some(visit), None, &plan)).unwrap();
        let moved = json!({"visit": {"move": {"technician": other,
            "starts": at("12:00"), "ends": at("13:00")}}});
        work::told(&engine, visit, Some(1), &moved);
        let entry = |technician| {
            engine.session(world::company(), world::manager()).calendar_entry(visit, technician)
        };
        let (new, lost) = (entry(None).unwrap(), entry(Some(work::technician())).unwrap());
        assert_eq!(entry(Some(other)).unwrap(), new);
        assert_eq!((new.uid.clone(), new.sequence), (lost.uid.clone(), lost.sequence));
        assert_eq!((new.sequence, new.status), (1, EntryStatus::Confirmed));
        assert_eq!(lost.status, EntryStatus::Cancelled);
        assert_eq!(
            [new.start, lost.start].map(|at| at.to_string()),
            ["2026-10-15 12:00:00", "2026-10-15 10:00:00"]
        );
        let named = |id: Uuid| format!("t{}@modry-klic.example", id.simple());
        assert_eq!(lost.attendees[0].address, named(work::technician()));
        assert_eq!(new.attendees[0].address, named(other));
        assert_eq!(entry(Some(id_of("třetí"))).unwrap_err().code(), "RECORD-FIND-01");
    }
}

#[test]
fn a_company_without_an_address_organizes_nothing() {
    for (_, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        work::begin(&engine);
        let profile = json!({"name": "Servis", "registration_number": "58000003", "email": "",
            "address": {"street": "", "city": "Praha", "postal_code": "", "country": "CZ"}});
        let change = json!({"company": {"update": {"profile": profile}}});
        work::told(&engine, world::company(), Some(2), &change);
        let activity = work::assigned(&engine);
        let plan = json!({"visit": {"plan": {"activity": activity,
            "technician": work::technician(),
            "starts": {"local": "2026-10-15T10:00:00", "zone": "Europe/Prague"},
            "ends": {"local": "2026-10-15T11:00:00", "zone": "Europe/Prague"}}}});
        let visit = id_of("bez adresy");
        engine.execute(&world::request(Some(visit), None, &plan)).unwrap();
        let entry =
            engine.session(world::company(), world::manager()).calendar_entry(visit, None).unwrap();
        assert_eq!(entry.organizer, None);
    }
}

/// A calendar takes an entry over where its sequence is higher (RFC 5546, 2.1.4): status and place
/// count as the time does.
#[test]
fn whatever_an_entry_says_anew_has_a_higher_sequence() {
    for (_, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        work::begin(&engine);
        let activity = work::assigned(&engine);
        let visit = id_of("návštěva");
        let at = |time: &str| json!({"local": time, "zone": "Europe/Prague"});
        let plan = json!({"visit": {"plan": {"activity": activity, "proposed": true,
            "despite": ["hours"], "technician": work::technician(),
            "starts": at("2026-10-14T06:00:00"), "ends": at("2026-10-14T10:00:00")}}});
        engine.execute(&world::request(Some(visit), None, &plan)).unwrap();
        let site = json!({"customer": {"add_site": {"name": "Ostrava", "address":
            {"street": "A 1", "city": "Ostrava", "postal_code": "702 00", "country": "CZ"}}}});
        engine.execute(&world::request(Some(world::customer()), None, &site)).unwrap();
        let customer = world::get(&engine, &world::manager(), "customer", world::customer());
        let site = customer.unwrap()["state"]["sites"][0]["id"].clone();
        let told = |noun: &str, target: Uuid, command: serde_json::Value| {
            let view = world::get(&engine, &world::manager(), noun, target).unwrap();
            let seen = view["version"].as_u64();
            engine.execute(&world::request(Some(target), seen, &json!({noun: command}))).unwrap();
        };
        let says = || {
            let entry =
                engine.session(world::company(), world::manager()).calendar_entry(visit, None);
            let entry = entry.unwrap();
            (entry.sequence, entry.status)
        };
        assert_eq!(says(), (0, EntryStatus::Tentative));
        told("visit", visit, json!({"confirm": {}}));
        assert_eq!(says(), (1, EntryStatus::Confirmed));
        told("activity", activity, json!({"update": {"site": site}}));
        assert_eq!(says(), (2, EntryStatus::Confirmed));
        told("activity", activity, json!({"update": {"description": "Klíče na vrátnici."}}));
        assert_eq!(says(), (2, EntryStatus::Confirmed));
        told("visit", visit, json!({"decline": {}}));
        assert_eq!(says(), (2, EntryStatus::Confirmed));
        told("visit", visit, json!({"dismiss": {}}));
        assert_eq!(says(), (3, EntryStatus::Confirmed));
        told("visit", visit, json!({"cancel": {"reason": "odřekli"}}));
        assert_eq!(says(), (4, EntryStatus::Cancelled));
        told("visit", visit, json!({"start": {"at": "2026-10-14T07:00:00+02:00"}}));
        assert_eq!(says(), (5, EntryStatus::Confirmed));
    }
}

/// On the way he wants to know what is wrong, what was noted, and whom to call.
#[test]
fn an_entry_says_what_a_technician_wants_to_know() {
    super::on_each(|engine| {
        let activity = world::open_activity(engine);
        let tell = |noun: &str, target: Uuid, command: serde_json::Value| {
            let view = world::get(engine, &world::manager(), noun, target).unwrap();
            let seen = view["version"].as_u64();
            engine.execute(&world::request(Some(target), seen, &json!({noun: command}))).unwrap();
        };
        tell("activity", activity, json!({"update": {"description": "Klíče na vrátnici."}}));
        tell("activity", activity, json!({"add_fault": {"symptom": "Hučí ložisko"}}));
        tell("activity", activity, json!({"add_note": {"text": "Vzít řetěz", "internal": true}}));
        let jana = json!({"name": "Jana Dvořáková", "phone": "+420 601 000 001"});
        tell("customer", world::customer(), json!({"add_contact": jana}));
        tell("customer", world::customer(), json!({"add_contact": {"name": "Bez telefonu"}}));
        let create = json!({"technician": {"create": {"name": "Vrána", "holidays": null}}});
        let vrana = engine.execute(&world::request(None, None, &create)).unwrap().target;
        let at = |local: &str| json!({"local": local, "zone": "Europe/Prague"});
        let plan = json!({"visit": {"plan": {"activity": activity, "technician": vrana,
            "assign": true, "starts": at("2026-10-15T08:00:00"), "ends": at("2026-10-15T10:00:00")}}});
        let visit = engine.execute(&world::request(None, None, &plan)).unwrap().target;
        let session = engine.session(world::company(), world::manager());
        let said = |description: &str| {
            let entry = session.calendar_entry(visit, None).unwrap();
            assert_eq!(entry.description, description);
        };
        said(
            "Klíče na vrátnici.\nZávada: Hučí ložisko\nPoznámka: Vzít řetěz\n\
             Kontakt: Jana Dvořáková, +420 601 000 001",
        );
        // Who was forgotten is not called.
        let customer = world::get(engine, &world::manager(), "customer", world::customer());
        let contact = customer.unwrap()["state"]["contacts"][0]["id"].clone();
        let erase = json!({"erase_persons": {"persons": [contact], "reason": "žádost"}});
        tell("company", world::company(), erase);
        said("Klíče na vrátnici.\nZávada: Hučí ložisko\nPoznámka: Vzít řetěz");
        for n in 0..6 {
            let contact = json!({"name": format!("K{n}"), "phone": "601 000 002"});
            tell("customer", world::customer(), json!({"add_contact": contact}));
        }
        let entry = session.calendar_entry(visit, None).unwrap();
        assert_eq!(entry.description.matches("Kontakt: ").count(), 5);
    });
}
