//! The register of companies, asked through recordings and over real HTTP.

use callout_adapters::registry::ares::RecordedRegistry;
use callout_core::port::registry::{CompanyRegistry, CompanyStatus, RegistryEntry};
use serde_json::{Value, json};
use std::path::PathBuf;

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
    assert_eq!(register.look_up("59610001").unwrap_err().code(), "REGISTRY-ICO-02");
    assert_eq!(register.look_up("").unwrap_err().code(), "REGISTRY-ICO-01");
    assert_eq!(register.look_up("45274649").unwrap_err().code(), "REGISTRY-RECORD-01");
    assert_eq!(RecordedRegistry::new(["{"]).unwrap_err().code(), "REGISTRY-READ-01");
    let hollow = json!({"request": {"url": url("59610000")}}).to_string();
    assert_eq!(RecordedRegistry::new([hollow]).unwrap_err().code(), "REGISTRY-READ-01");
}

/// The recorded exchanges of the shared samples, if they are there.
fn samples() -> Vec<(String, Value)> {
    let shared = std::env::var_os("CALLOUT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let folder = shared.join("samples/registry/ares");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: the samples registry/ares are not there");
        return Vec::new();
    };
    let mut found: Vec<(String, Value)> = files
        .map(|file| {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_str(&text).unwrap())
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// What the name and content of an exchange let a reader expect.
fn check_sample(
    name: &str,
    exchange: &Value,
    got: Result<Option<RegistryEntry>, callout_core::error::Error>,
) {
    if let Some(behaviour) = exchange.get("behaviour") {
        assert_eq!(got.unwrap_err().code(), "REGISTRY-TIME-01", "{name} {behaviour}");
        return;
    }
    let body = &exchange["response"]["json"];
    match exchange["response"]["status"].as_u64().unwrap() {
        200 => {
            let entry = got.unwrap().unwrap();
            assert_eq!(entry.name, body["obchodniJmeno"].as_str().unwrap(), "{name}");
            let code = body["sidlo"]["psc"].as_u64().map(|n| n.to_string()).unwrap_or_default();
            assert_eq!(entry.seat.postal_code.replace(' ', ""), code, "{name}");
            let printed = body["sidlo"]["textovaAdresa"].as_str().unwrap();
            assert!(printed.starts_with(&entry.seat.street), "{name}: {}", entry.seat.street);
            assert!(printed.ends_with(&entry.seat.city), "{name}: {}", entry.seat.city);
            assert_eq!(entry.vat_group_id.as_deref(), body["dicSkDph"].as_str(), "{name}");
            assert!(entry.register_entry.is_some(), "{name}");
        }
        404 if body["kod"] == "NENALEZENO" => assert_eq!(got.unwrap(), None, "{name}"),
        404 => assert_eq!(got.unwrap_err().code(), "REGISTRY-ASK-02", "{name}"),
        429 => assert_eq!(got.unwrap_err().code(), "REGISTRY-LIMIT-01", "{name}"),
        400 => assert_eq!(got.unwrap_err().code(), "REGISTRY-ASK-01", "{name}"),
        status => {
            assert!(status >= 500, "{name}");
            assert_eq!(got.unwrap_err().code(), "REGISTRY-DOWN-01", "{name}");
        }
    }
}

/// The company that an exchange can be asked about; a number with a valid check digit.
fn company_of(exchange: &Value) -> Option<String> {
    let url = exchange["request"]["url"].as_str()?;
    let number = url.rsplit('/').next()?;
    let number = if number.len() == 8 { number } else { "59610000" };
    let single = exchange["request"]["method"] == "GET";
    (single && number.bytes().all(|b| b.is_ascii_digit())).then(|| number.to_owned())
}

#[test]
fn samples_through_the_recording() {
    for (name, exchange) in samples() {
        let path = exchange["request"]["url"].as_str().unwrap();
        let Some(number) = company_of(&exchange) else { continue };
        if !path.ends_with(&format!("/ekonomicke-subjekty/{number}")) {
            continue;
        }
        let register = RecordedRegistry::new([exchange.to_string()]).unwrap();
        check_sample(&name, &exchange, register.look_up(&number));
    }
}

#[cfg(feature = "ares")]
mod over_http {
    use super::*;
    use callout_adapters::registry::ares::{Ares, AresSettings};
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::time::{Duration, Instant};

    /// Serves one connection with these bytes; then closes it, or holds it open in silence.
    fn serve(bytes: Vec<u8>, then_silence: bool) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 4096];
            let read = stream.read(&mut request).unwrap_or(0);
            assert!(request[..read].starts_with(b"GET /rest/ekonomicke-subjekty/"));
            let _ = stream.write_all(&bytes);
            if then_silence {
                std::thread::sleep(Duration::from_secs(5));
            }
        });
        format!("http://{address}/rest")
    }

    fn ask(
        base_url: String,
        number: &str,
    ) -> Result<Option<RegistryEntry>, callout_core::error::Error> {
        let timeout = Duration::from_millis(700);
        let ares = Ares::new(AresSettings { base_url, timeout });
        if number == "59999990" { ares.look_up_as_it_is(number) } else { ares.look_up(number) }
    }

    fn response(status: u64, body: &str, length: Option<usize>) -> Vec<u8> {
        let length = length.map(|l| format!("content-length: {l}\r\n")).unwrap_or_default();
        let head =
            format!("HTTP/1.1 {status} X\r\nretry-after: 60\r\n{length}connection: close\r\n\r\n");
        [head.as_bytes(), body.as_bytes()].concat()
    }

    #[test]
    fn built_in_answers() {
        let whole = subject(json!({})).to_string();
        let endless = "x".repeat(1_100_000);
        for (case, bytes, code) in [
            ("gone", response(404, r#"{"kod":"NENALEZENO"}"#, None), ""),
            ("busy", response(429, "<html>", Some(6)), "REGISTRY-LIMIT-01"),
            ("moved", response(302, "", Some(0)), "REGISTRY-ASK-02"),
            ("cut by length", response(200, &whole[..200], Some(whole.len())), "REGISTRY-READ-01"),
            ("cut by closing", response(200, &whole[..200], None), "REGISTRY-READ-01"),
            ("endless", response(200, &endless, None), "REGISTRY-READ-02"),
            ("no HTTP", b"220 mail.example ESMTP\r\n".to_vec(), "REGISTRY-READ-01"),
            ("hangs up", Vec::new(), "REGISTRY-"),
        ] {
            match ask(serve(bytes, false), "59610000") {
                Ok(found) => assert_eq!((found, code), (None, ""), "{case}"),
                Err(fault) => {
                    assert!(fault.code().starts_with(code) && !code.is_empty(), "{case} {fault}")
                }
            }
        }
        let found = ask(serve(response(200, &whole, Some(whole.len())), false), "596 10 000");
        assert_eq!(found.unwrap().unwrap().name, "KOVO Hruška s.r.o.");
    }

    #[test]
    fn nobody_there() {
        let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let base = format!("http://{unused}/rest");
        assert_eq!(ask(base, "59610000").unwrap_err().code(), "REGISTRY-DOWN-01");
        let odd = ask("no address at all".to_owned(), "59610000");
        assert_eq!(odd.unwrap_err().code(), "REGISTRY-ASK-02");
        // A wrong number asks nobody: the address would fail otherwise.
        let wrong = ask("no address at all".to_owned(), "59610001");
        assert_eq!(wrong.unwrap_err().code(), "REGISTRY-ICO-02");
    }

    #[test]
    fn silence_ends_in_time() {
        let whole = subject(json!({})).to_string();
        for (case, bytes) in [
            ("says nothing", Vec::new()),
            ("stops in the head", b"HTTP/1.1 200 OK\r\ncontent-".to_vec()),
            ("stops in the body", response(200, &whole[..300], Some(whole.len()))),
        ] {
            let begun = Instant::now();
            let got = ask(serve(bytes, true), "59610000");
            assert_eq!(got.unwrap_err().code(), "REGISTRY-TIME-01", "{case}");
            assert!(begun.elapsed() < Duration::from_secs(3), "{case}");
        }
    }

    #[test]
    fn samples_over_a_connection() {
        for (name, exchange) in samples() {
            let Some(number) = company_of(&exchange) else { continue };
            let (bytes, silence) = play(&exchange);
            check_sample(&name, &exchange, ask(serve(bytes, silence), &number));
        }
    }

    /// The bytes of a recorded response, or as much as its behaviour sends before the silence.
    fn play(exchange: &Value) -> (Vec<u8>, bool) {
        if let Some(behaviour) = exchange.get("behaviour") {
            let sent = usize::try_from(behaviour["send_bytes"].as_u64().unwrap_or(0)).unwrap();
            let bytes = if sent == 0 {
                Vec::new()
            } else {
                response(200, &format!("{:<sent$}", "{\"ico\":\"59610000\","), Some(50_000))
            };
            return (bytes, true);
        }
        let answer = &exchange["response"];
        let body = match answer["text"].as_str() {
            Some(text) => text.to_owned(),
            None => answer["json"].to_string(),
        };
        (response(answer["status"].as_u64().unwrap(), &body, Some(body.len())), false)
    }
}
