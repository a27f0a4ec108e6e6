//! Entries with an odd seat or of an odd form: customers of the register all the same.

use super::{answered, look_up, seat};
use callout_adapters::registry::ares::RecordedRegistry;
use callout_core::port::registry::CompanyRegistry;
use serde_json::{Value, json};

#[test]
fn seats_are_written_as_on_letters() {
    let printed = |text: &str| json!({"textovaAdresa": text});
    let village = |text: &str| {
        json!({"nazevObce": "Lhota", "textovaAdresa": text, "cisloDoAdresy": "32",
            "pscTxt": "67401"})
    };
    for (sidlo, expected) in [
        (
            village("67401 Lhota 32, okres: Třebíč, Česká republika"),
            "Lhota 32 | 674 01 | Lhota | CZ",
        ),
        (
            json!({"nazevObce": "Lhota", "pscTxt": "67401",
                "textovaAdresa": "Dlouhá 12, 67401 Lhota, okres: Třebíč, Česká republika"}),
            "Dlouhá 12 | 674 01 | Lhota | CZ",
        ),
        (
            printed("67401 Lhota 32, okres: Třebíč, Česká republika"),
            "Lhota 32 | 674 01 | Lhota | CZ",
        ),
        (
            json!({"kodStatu": "SK", "nazevStatu": "Slovenská republika", "pscTxt": "81101",
                "textovaAdresa": "Mlynská 5, 81101 Bratislava, Slovenská republika"}),
            "Mlynská 5 | 811 01 | Bratislava | SK",
        ),
        (
            json!({"kodStatu": "SK", "textovaAdresa": "Bratislava, Slovenská republika"}),
            " |  | Bratislava | SK",
        ),
        (
            json!({"kodStatu": "DE", "nazevStatu": "Spolková republika Německo",
                "textovaAdresa": "Hauptstraße 5, Berlin, Spolková republika Německo"}),
            "Hauptstraße 5 |  | Berlin | DE",
        ),
        (
            json!({"nazevObce": "Praha", "nazevUlice": "Duhová", "cisloDomovni": 1444,
                "cisloOrientacni": 2, "psc": 14000,
                "textovaAdresa": "Duhová 1444/2, Michle, 14000 Praha 4"}),
            "Duhová 1444/2 | 140 00 | Praha 4 | CZ",
        ),
        (
            json!({"nazevObce": "Lhota", "nazevCastiObce": "Lhota", "cisloDomovni": "42",
                "psc": "25241", "textovaAdresa": "č.p. 42, 25241 Lhota"}),
            "Lhota 42 | 252 41 | Lhota | CZ",
        ),
    ] {
        assert_eq!(seat(&look_up(json!({"sidlo": sidlo}))), expected, "{sidlo}");
    }
}

/// Associations have their seat further down; one without any is in a Czech register all the same.
#[test]
fn a_seat_that_stands_elsewhere_is_found() {
    let at = |city: &str| {
        json!({"nazevObce": city, "nazevUlice": "Dlouhá", "cisloDomovni": 1,
        "psc": 67401, "kodStatu": "CZ"})
    };
    let details = json!([{"datovyZdroj": "ros"}, {"datovyZdroj": "vr", "sidlo": [
        {"sidlo": at("Brno"), "platnostDo": "2019-01-01"}, {"sidlo": at("Lhota")}]}]);
    for none in [Value::Null, json!({}), json!("?")] {
        // `null` takes the key out; the others stand there.
        let special = json!({"sidlo": none, "dalsiUdaje": details});
        assert_eq!(seat(&look_up(special)), "Dlouhá 1 | 674 01 | Lhota | CZ");
        let special = json!({"sidlo": none, "dalsiUdaje": null});
        assert_eq!(seat(&look_up(special)), " |  |  | CZ");
    }
}

#[test]
fn what_is_not_read_as_a_number_is_none() {
    for dic in ["Skupinove_DPH", "skupina", "CZ", "-", "cz59610000"] {
        assert_eq!(look_up(json!({"dic": dic})).vat_id, None, "{dic}");
    }
    assert_eq!(look_up(json!({"dic": "CZ59610000"})).vat_id.as_deref(), Some("CZ59610000"));
}

#[test]
fn odd_forms_are_read() {
    let whole = r#"{"ico": 59610000, "obchodniJmeno": "KOVO", "pravniForma": 112, "dic": null,
        "sidlo": null, "dalsiUdaje": null, "seznamRegistraci": null, "datumVzniku": 2011,
        "datumZaniku": ""}"#;
    let register =
        RecordedRegistry::new([answered("59610000", 200, serde_json::from_str(whole).unwrap())])
            .unwrap();
    let entry = register.look_up("59610000").unwrap().unwrap();
    assert_eq!((entry.name.as_str(), entry.legal_form.as_deref()), ("KOVO", Some("112")));
    assert_eq!((entry.vat_id, entry.established, entry.dissolved), (None, None, None));
}

/// Who is shut out must not go on asking, and has no wrong number.
#[test]
fn who_is_not_let_in_goes_on_without_the_register() {
    for status in [401, 403, 407, 451] {
        let register =
            RecordedRegistry::new([answered("59610000", status, json!({"kod": "NENI_OPRAVNENI"}))])
                .unwrap();
        let fault = register.look_up("59610000").unwrap_err();
        assert_eq!(fault.code(), "REGISTRY-ASK-03", "{status}");
        assert_eq!(fault.status(), callout_core::error::Status::Unavailable);
    }
}
