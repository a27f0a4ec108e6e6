//! The recorded exchanges of the shared samples.

use callout_adapters::registry::ares::RecordedRegistry;
use callout_core::port::registry::{CompanyRegistry, RegistryEntry};
use serde_json::Value;
use std::path::PathBuf;

/// The recorded exchanges of the shared samples, if they are there.
pub fn all() -> Vec<(String, Value)> {
    let shared = std::env::var_os("CALLOUT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let folder = shared.join("samples/registry/ares");
    let Ok(files) = std::fs::read_dir(&folder) else {
        crate::skip::skipped("samples of registry/ares", "they are not there");
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
pub fn check(
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
pub fn company_of(exchange: &Value) -> Option<String> {
    let url = exchange["request"]["url"].as_str()?;
    let number = url.rsplit('/').next()?;
    let number = if number.len() == 8 { number } else { "59610000" };
    let single = exchange["request"]["method"] == "GET";
    (single && number.bytes().all(|b| b.is_ascii_digit())).then(|| number.to_owned())
}

#[test]
fn samples_through_the_recording() {
    for (name, exchange) in all() {
        let path = exchange["request"]["url"].as_str().unwrap();
        let Some(number) = company_of(&exchange) else { continue };
        if !path.ends_with(&format!("/ekonomicke-subjekty/{number}")) {
            continue;
        }
        let register = RecordedRegistry::new([exchange.to_string()]).unwrap();
        check(&name, &exchange, register.look_up(&number));
    }
}
