//! The plugin point `callout.registry/1`: a register of companies.
//!
//! A plugin is asked for a company number and proposes an entry as JSON. It is read into its type
//! and held to the rules that a person's own entry is held to; that it is about the company that
//! was asked for is checked by the engine, as for every register.

use super::PluginFault;
use crate::customer::{RegistrationNumber, VatId};
use crate::engine::read;
use crate::error::Error;
use crate::journal::is_blank;
use crate::noun::text::{MAX_LINE, line};
use crate::port::registry::RegistryEntry;

/// The id of the plugin point, with its revision.
pub const CAPABILITY: &str = "callout.registry/1";

/// The most bytes of one answer that are read; a big company has some 5 kB.
pub const MAX_BYTES: u64 = 64 * 1024;

/// Reads and checks what a plugin proposes.
///
/// # Errors
/// `PLUGIN-ANSWER-01` for what is no entry, `-02` for too much, `-03` for an entry that breaks a
/// rule, each with the path.
///
/// ```
/// use callout_core::plugin::registry::proposed;
/// let entry = proposed("vendor.register", br#"{"registration_number": "59610000", "name": "Kovo s.r.o.",
///     "status": "active", "seat": {"street": "Lesni 1", "city": "Praha",
///     "postal_code": "110 00", "country": "CZ"}}"#)?;
/// assert_eq!((entry.registry.as_str(), entry.name.as_str()), ("vendor.register", "Kovo s.r.o."));
/// assert_eq!(proposed("vendor.register", b"rubbish").unwrap_err().code(), "PLUGIN-ANSWER-01");
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn proposed(plugin: &str, json: &[u8]) -> Result<RegistryEntry, Error> {
    let bytes = json.len() as u64;
    if bytes > MAX_BYTES {
        return Err(too_much(plugin, bytes));
    }
    let entry: RegistryEntry = read(json).map_err(|error| {
        let of = |name: &str| error.details().get(name).and_then(|v| v.as_str()).unwrap_or("$");
        // What is wrong, and not the sentence about a request.
        let reason = error.details().get("reason").and_then(|reason| reason.as_str());
        let whole = || error.message().trim_end_matches('.').to_owned();
        let (path, reason) = (of("path").to_owned(), reason.map_or_else(whole, str::to_owned));
        Error::from(PluginFault::Unreadable { plugin: plugin.to_owned(), path, reason })
    })?;
    check(&entry).map_err(|(path, reason)| {
        let (plugin, path) = (plugin.to_owned(), path.to_owned());
        Error::from(PluginFault::NotAllowed { plugin, path, reason })
    })?;
    Ok(RegistryEntry { registry: plugin.to_owned(), ..entry })
}

/// An answer of more than [`MAX_BYTES`], for who sees its size before its bytes.
pub fn too_much(plugin: &str, bytes: u64) -> Error {
    PluginFault::TooMuch { plugin: plugin.to_owned(), bytes, most: MAX_BYTES }.into()
}

type Wrong = (&'static str, String);

fn check(entry: &RegistryEntry) -> Result<(), Wrong> {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    for (path, text) in [
        ("registration_number", &entry.registration_number),
        ("name", &entry.name),
        ("legal_form", &or_none(&entry.legal_form)),
        ("register_entry", &or_none(&entry.register_entry)),
        ("seat.street", &entry.seat.street),
        ("seat.city", &entry.seat.city),
        ("seat.postal_code", &entry.seat.postal_code),
    ] {
        line(text, MAX_LINE).map_err(|unfit| (path, unfit.reason()))?;
    }
    if is_blank(&entry.name) {
        return Err(("name", "it is empty".to_owned()));
    }
    RegistrationNumber::digits(&entry.registration_number)
        .map_err(|error| ("registration_number", error.message()))?;
    for (path, id) in [("vat_id", &entry.vat_id), ("vat_group_id", &entry.vat_group_id)] {
        if let Some(id) = id {
            VatId::parse(id).map_err(|error| (path, error.message()))?;
        }
    }
    let country = entry.seat.country.as_bytes();
    if country.len() != 2 || !country.iter().all(u8::is_ascii_uppercase) {
        return Err(("seat.country", "it is no code of two capital letters".to_owned()));
    }
    match (entry.established, entry.dissolved) {
        (Some(from), Some(to)) if to < from => {
            Err(("dissolved", "it lies before the day of establishment".to_owned()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn sound() -> Value {
        json!({"registration_number": "59610000", "name": "Kovo s.r.o.", "status": "active",
            "seat": {"street": "Dlouhá 1", "city": "Praha", "postal_code": "110 00", "country": "CZ"}})
    }

    fn with(path: &str, value: Value) -> Value {
        let mut entry = sound();
        *entry.pointer_mut(path).unwrap_or(&mut Value::Null) = value.clone();
        if entry.pointer(path).is_none() {
            entry[path.trim_start_matches('/')] = value;
        }
        entry
    }

    #[test]
    fn what_is_taken_and_what_is_not() {
        for (entry, code) in [
            (sound(), None),
            (with("/registry", json!("somebody else")), None),
            (with("/vat_id", json!("CZ59610000")), None),
            (with("/vat_id", json!("CZ59610001")), Some("PLUGIN-ANSWER-03")),
            (with("/name", json!(" ")), Some("PLUGIN-ANSWER-03")),
            (with("/name", json!("a\nb")), Some("PLUGIN-ANSWER-03")),
            (with("/name", json!("ž".repeat(MAX_LINE))), None),
            (with("/name", json!("ž".repeat(MAX_LINE + 1))), Some("PLUGIN-ANSWER-03")),
            (with("/name", json!("a\u{202e}b")), Some("PLUGIN-ANSWER-03")),
            (with("/name", json!(7)), Some("PLUGIN-ANSWER-01")),
            (with("/status", json!("thriving")), Some("PLUGIN-ANSWER-01")),
            (with("/registration_number", json!("x")), Some("PLUGIN-ANSWER-03")),
            (with("/seat/country", json!("Czechia")), Some("PLUGIN-ANSWER-03")),
            (with("/price", json!("1.00")), Some("PLUGIN-ANSWER-01")),
            (with("/name", json!("x".repeat(70_000))), Some("PLUGIN-ANSWER-02")),
            (json!([]), Some("PLUGIN-ANSWER-01")),
        ] {
            let got = proposed("vendor.register", entry.to_string().as_bytes());
            assert_eq!(got.as_ref().err().map(Error::code), code, "{entry}");
            if let Ok(entry) = got {
                assert_eq!(entry.registry, "vendor.register");
            }
        }
    }
    #[test]
    fn an_answer_has_so_many_bytes() {
        let entry = sound().to_string();
        let most = usize::try_from(MAX_BYTES).unwrap_or_default();
        let code = |bytes: usize| {
            let filled = format!("{entry}{}", " ".repeat(bytes - entry.len()));
            proposed("vendor.register", filled.as_bytes()).err().map(|error| error.code())
        };
        assert_eq!((code(most), code(most + 1)), (None, Some("PLUGIN-ANSWER-02")));
    }
}
