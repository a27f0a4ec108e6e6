//! The register of companies, asked through recordings and over real HTTP.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

#[cfg(feature = "ares")]
mod odd;
mod over_http;
mod samples;
#[path = "../../../tests/support/skip.rs"]
mod skip;

use callout_adapters::registry::ares::RecordedRegistry;
use callout_core::port::registry::{CompanyRegistry, CompanyStatus, RegistryEntry};
use serde_json::{Value, json};

fn url(ico: &str) -> String {
    format!("https://ares.gov.cz/ekonomicke-subjekty-v-be/rest/ekonomicke-subjekty/{ico}")
}

fn answered(ico: &str, status: u16, json: Value) -> String {
    json!({
        "request": {"method": "GET", "url": url(ico)},
        "response": {"status": status, "headers": {}, "json": json},
    })
    .to_string()
}

fn said(ico: &str, status: u16, text: &str) -> String {
    json!({
        "request": {"method": "GET", "url": url(ico)},
        "response": {"status": status, "headers": {"retry-after": "30"}, "text": text},
    })
    .to_string()
}

/// A whole subject, on which the rows of the tables lay what makes them special.
fn subject(special: Value) -> Value {
    let mut subject = json!({
        "ico": "59610000", "obchodniJmeno": "KOVO Hruška s.r.o.", "dic": "CZ59610000",
        "pravniForma": "112", "datumVzniku": "2011-03-14", "datumAktualizace": "2026-09-17",
        "sidlo": {"kodStatu": "CZ", "nazevObce": "Jesenice", "nazevCastiObce": "Jesenice",
            "nazevUlice": "Průmyslová", "cisloDomovni": 1472, "cisloOrientacni": 8, "psc": 25242,
            "textovaAdresa": "Průmyslová 1472/8, 25242 Jesenice"},
        "seznamRegistraci": {"stavZdrojeRos": "AKTIVNI", "stavZdrojeDph": "AKTIVNI",
            "stavZdrojeSkDph": "NEEXISTUJICI"},
        "dalsiUdaje": [{"datovyZdroj": "ros"}, {"datovyZdroj": "vr", "spisovaZnacka": "C 912345/MSPH"}],
    });
    for (key, value) in special.as_object().unwrap() {
        if value.is_null() {
            subject.as_object_mut().unwrap().remove(key);
        } else {
            subject[key] = value.clone();
        }
    }
    subject
}

fn look_up(special: Value) -> RegistryEntry {
    let register = RecordedRegistry::new([answered("59610000", 200, subject(special))]).unwrap();
    register.look_up("59610000").unwrap().unwrap()
}

fn seat(entry: &RegistryEntry) -> String {
    let seat = &entry.seat;
    format!("{} | {} | {} | {}", seat.street, seat.postal_code, seat.city, seat.country)
}

#[test]
fn a_whole_entry() {
    let entry = look_up(json!({}));
    assert_eq!(entry.name, "KOVO Hruška s.r.o.");
    assert_eq!(entry.vat_id.as_deref(), Some("CZ59610000"));
    assert_eq!((entry.vat_payer, entry.vat_group_id.as_deref()), (Some(true), None));
    assert_eq!(entry.status, CompanyStatus::Active);
    assert_eq!(entry.register_entry.as_deref(), Some("C 912345/MSPH"));
    assert_eq!(entry.established.unwrap().to_string(), "2011-03-14");
    assert_eq!(entry.updated.unwrap().to_string(), "2026-09-17");
    assert_eq!(seat(&entry), "Průmyslová 1472/8 | 252 42 | Jesenice | CZ");
}

#[test]
fn who_pays_vat() {
    let sources = |dph: &str, group: &str| json!({"stavZdrojeRos": "AKTIVNI", "stavZdrojeDph": dph, "stavZdrojeSkDph": group});
    for (case, special, payer, vat_id, group_id) in [
        ("payer", json!({}), Some(true), Some("CZ59610000"), None),
        (
            "member of a group",
            json!({"dic": null, "dicSkDph": "CZ699009991",
                "seznamRegistraci": sources("NEEXISTUJICI", "AKTIVNI")}),
            Some(true),
            None,
            Some("CZ699009991"),
        ),
        (
            "never registered",
            json!({"dic": null, "seznamRegistraci": sources("NEEXISTUJICI", "NEEXISTUJICI")}),
            Some(false),
            None,
            None,
        ),
        (
            "registration over, number still listed",
            json!({"seznamRegistraci": sources("ZANIKLY", "NEEXISTUJICI")}),
            Some(false),
            None,
            None,
        ),
        (
            "a word of tomorrow",
            json!({"seznamRegistraci": sources("POZASTAVENY", "NEEXISTUJICI")}),
            None,
            Some("CZ59610000"),
            None,
        ),
        ("no sources", json!({"seznamRegistraci": null}), None, Some("CZ59610000"), None),
    ] {
        let entry = look_up(special);
        assert_eq!(entry.vat_payer, payer, "{case}");
        assert_eq!(entry.vat_id.as_deref(), vat_id, "{case}");
        assert_eq!(entry.vat_group_id.as_deref(), group_id, "{case}");
    }
}

#[test]
fn who_lives() {
    for (case, special, status) in [
        ("alive", json!({}), CompanyStatus::Active),
        ("end date", json!({"datumZaniku": "2025-01-31"}), CompanyStatus::Dissolved),
        (
            "basic register says gone",
            json!({"seznamRegistraci": {"stavZdrojeRos": "ZANIKLY", "stavZdrojeRzp": "AKTIVNI"}}),
            CompanyStatus::Dissolved,
        ),
        (
            "a side register gone",
            json!({"seznamRegistraci": {"stavZdrojeRos": "AKTIVNI", "stavZdrojeRzp": "ZANIKLY"}}),
            CompanyStatus::Active,
        ),
        (
            "in liquidation by name",
            json!({"obchodniJmeno": "Hruška s.r.o. v likvidaci"}),
            CompanyStatus::InLiquidation,
        ),
        ("says nothing", json!({"seznamRegistraci": null}), CompanyStatus::Unknown),
    ] {
        assert_eq!(look_up(special).status, status, "{case}");
    }
}

#[test]
fn addresses_as_printed() {
    for (sidlo, printed) in [
        (
            json!({"kodStatu": "CZ", "nazevObce": "Mladá Vožice", "nazevCastiObce": "Lhotka",
                "cisloDomovni": 42, "psc": 39143, "textovaAdresa": "Lhotka 42, 39143 Mladá Vožice"}),
            "Lhotka 42 | 391 43 | Mladá Vožice | CZ",
        ),
        (
            json!({"nazevObce": "Praha", "nazevCastiObce": "Michle", "nazevUlice": "Duhová",
                "cisloDomovni": 1444, "cisloOrientacni": 2, "psc": 14000,
                "textovaAdresa": "Duhová 1444/2, Michle, 14000 Praha 4"}),
            "Duhová 1444/2 | 140 00 | Praha 4 | CZ",
        ),
        (
            json!({"nazevObce": "Olomouc", "nazevUlice": "Pekařská", "cisloDomovni": 215,
                "cisloOrientacni": 5, "cisloOrientacniPismeno": "b", "psc": 77900}),
            "Pekařská 215/5b | 779 00 | Olomouc | CZ",
        ),
        (
            json!({"textovaAdresa": "Areál letiště, hangár 3, 252 42 Jesenice"}),
            "Areál letiště, hangár 3 | 252 42 | Jesenice | CZ",
        ),
        (json!({"textovaAdresa": "Nádraží Horní Dolní"}), "Nádraží Horní Dolní |  |  | CZ"),
        (
            json!({"nazevObce": "Lipno", "cisloDomovni": 12, "typCisloDomovni": 2, "psc": 38278}),
            "Lipno č. ev. 12 | 382 78 | Lipno | CZ",
        ),
        (
            json!({"kodStatu": "SK", "pscTxt": "811 01", "nazevObce": "Bratislava",
                "textovaAdresa": "Dlhá 1, 811 01 Bratislava"}),
            "Dlhá 1 | 811 01 | Bratislava | SK",
        ),
        (json!({}), " |  |  | CZ"),
    ] {
        assert_eq!(seat(&look_up(json!({"sidlo": sidlo}))), printed);
    }
}

#[test]
fn answers_that_are_none() {
    let page = "<html><body><h1>Bad Gateway</h1></body></html>";
    let whole = subject(json!({})).to_string();
    let endless = format!("{{\"ico\":\"59610000\",\"x\":\"{}\"}}", "a".repeat(1_000_000));
    for (case, exchange, code) in [
        (
            "bad number",
            answered("59610000", 400, json!({"kod": "CHYBA_VSTUPU"})),
            "REGISTRY-ASK-01",
        ),
        ("moved", said("59610000", 301, ""), "REGISTRY-ASK-02"),
        (
            "wrong place",
            answered("59610000", 404, json!({"error": "Not Found"})),
            "REGISTRY-ASK-02",
        ),
        ("page for 404", said("59610000", 404, page), "REGISTRY-ASK-02"),
        ("busy", said("59610000", 429, page), "REGISTRY-LIMIT-01"),
        ("gateway", said("59610000", 502, page), "REGISTRY-DOWN-01"),
        ("maintenance page with 200", said("59610000", 200, page), "REGISTRY-READ-01"),
        ("cut short", said("59610000", 200, &whole[..300]), "REGISTRY-READ-01"),
        ("empty", said("59610000", 200, ""), "REGISTRY-READ-01"),
        ("no content", said("59610000", 204, ""), "REGISTRY-READ-01"),
        (
            "somebody else",
            answered("59610000", 200, subject(json!({"ico": "45274649"}))),
            "REGISTRY-READ-01",
        ),
        (
            "no name",
            answered("59610000", 200, subject(json!({"obchodniJmeno": null}))),
            "REGISTRY-READ-01",
        ),
    ] {
        let register = RecordedRegistry::new([exchange]).unwrap();
        assert_eq!(register.look_up("59610000").unwrap_err().code(), code, "{case}");
    }
    let register = RecordedRegistry::new([said("59610000", 429, page)]).unwrap();
    assert_eq!(register.look_up("59610000").unwrap_err().details()["seconds"], 30);
    let too_large = RecordedRegistry::new([said("59610000", 200, &endless.repeat(2))]);
    assert_eq!(too_large.unwrap_err().code(), "REGISTRY-READ-02");
}

#[test]
fn recordings_in_their_order() {
    let gone = answered("59999990", 404, json!({"kod": "NENALEZENO"}));
    let busy = said("59610000", 429, "");
    let then = answered("59610000", 200, subject(json!({})));
    let register = RecordedRegistry::new([gone, busy, then]).unwrap();
    assert_eq!(register.look_up("59999990").unwrap(), None);
    assert_eq!(register.look_up("59610000").unwrap_err().code(), "REGISTRY-LIMIT-01");
    assert!(register.look_up("59610000").unwrap().is_some());
    assert!(register.look_up("59610000").unwrap().is_some());
    assert_eq!(register.look_up("59610001").unwrap_err().code(), "REGISTRY-RECORD-01");
    assert_eq!(register.look_up("").unwrap_err().code(), "REGISTRY-NUMBER-01");
    assert_eq!(register.look_up("45274649").unwrap_err().code(), "REGISTRY-RECORD-01");
    assert_eq!(RecordedRegistry::new(["{"]).unwrap_err().code(), "REGISTRY-READ-01");
    let hollow = json!({"request": {"url": url("59610000")}}).to_string();
    assert_eq!(RecordedRegistry::new([hollow]).unwrap_err().code(), "REGISTRY-READ-01");
}
