//! Before the story: a company with a technician, prices, and a company register.

use crate::Done;
use crate::story::{Story, heading, told};
use callout::adapters::registry::ares::{Ares, AresSettings, RecordedRegistry};
use callout::company::{self, Profile, SettingsChange};
use callout::customer::Address;
use callout::port::registry::{CompanyRegistry, RegistryEntry};
use callout::tax::{VatRegistration, VatSince};
use callout::{Patch, price_list, technician};
use serde_json::json;
use std::sync::Arc;

const RECORDED: &[&str] = &[
    include_str!("registry/58203117.json"),
    include_str!("registry/59610000.json"),
    include_str!("registry/59647191.json"),
    include_str!("registry/59684381.json"),
    include_str!("registry/59721570.json"),
];

pub fn found(story: &mut Story, live: bool) -> Done {
    heading("The company");
    story.at("2026-10-01T06:00:00Z".parse()?);
    let profile = Profile {
        name: "Servis Modrý Klíč s.r.o.".into(),
        registration_number: "58100075".into(),
        vat_id: Some("CZ58100075".into()),
        register_entry: "Zapsáno v OR u MS v Praze, oddíl C, vložka 900100".into(),
        address: Address {
            street: "Klíčová 12".into(),
            city: "Praha 3".into(),
            postal_code: "130 00".into(),
            country: "CZ".into(),
        },
        iban: "CZ65 0800 0000 1920 0014 5399".into(),
        email: "servis@modry-klic.example".into(),
        phone: "+420 555 000 100".into(),
    };
    // Zone and currency follow from the country of the seat; who pays VAT says since when.
    let payer = VatSince { from: "2009-05-01".parse()?, registration: VatRegistration::Payer };
    let settings = SettingsChange { vat_since: Some(vec![payer]), ..SettingsChange::default() };
    let company = story.company;
    let create = company::Create { profile, settings, number_checked: false };
    told("a company", story.manager().create_as(company, create))?;
    let technician = story.technician().actor().id;
    let create = technician::Create {
        holidays: Patch::Keep,
        name: "Karel Vrána".into(),
        email: Some("vrana@modry-klic.example".into()),
        phone: Some("+420700000201".into()),
        zone: None,
    };
    told("Karel Vrána works here", story.manager().create_as(technician, create))?;
    let week = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    let hours: Vec<_> = week
        .iter()
        .map(|day| json!({"weekday": day, "from": "07:00:00", "to": "17:00:00"}))
        .collect();
    let hours = serde_json::from_value(json!(hours))?;
    let hours = technician::SetHours { hours, cycle: None };
    told("he works from seven to five", story.manager().change(technician, 1, hours))?;
    let prices: price_list::Publish = serde_json::from_value(json!({
        "name": "Ceník 2026", "currency": "CZK", "valid_from": "2026-01-01", "items": {
            "labour": {"name": "Práce technika", "unit": "hour", "price": "890.00"},
            "travel": {"name": "Čas na cestě", "unit": "hour", "price": "450.00"},
            "km": {"name": "Cestovné", "unit": "kilometre", "price": "14.50"},
            "call_out": {"name": "Výjezd", "unit": "piece", "price": "690.00"},
            "filter": {"name": "Filtrační vložka", "unit": "piece", "price": "1249.90"},
            "oil": {"name": "Olej kompresorový", "unit": "litre", "price": "312.40"},
        }
    }))?;
    told("the prices of 2026", story.office().create(prices))?;
    registry(story, live)
}

fn registry(story: &Story, live: bool) -> Done {
    story.engine.register_registry(Arc::new(RecordedRegistry::new(RECORDED)?));
    if !live {
        println!("  The company register is played from recorded answers; --live asks it itself.");
        return Ok(());
    }
    // The last one plugged in is asked first; where it does not answer, the recordings do.
    story.engine.register_registry(Arc::new(Live(Ares::new(AresSettings::default()))));
    println!("  The company register is asked itself.");
    Ok(())
}

/// The register itself; where it is out of reach, that is told before the recordings answer.
struct Live(Ares);

impl CompanyRegistry for Live {
    fn id(&self) -> &str {
        self.0.id()
    }

    fn look_up(
        &self,
        registration_number: &str,
    ) -> Result<Option<RegistryEntry>, callout::error::Error> {
        let answer = self.0.look_up(registration_number);
        if let Err(fault) = &answer {
            println!("  {fault} A recorded answer is used where there is one.");
        }
        answer
    }
}
