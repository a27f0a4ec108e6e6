//! A service company in memory, in which the examples of the documentation run: each method leads
//! to where an example begins, and gives the ids and the version that it asks with.

#![allow(clippy::unwrap_used, clippy::panic, reason = "an example that fails says where")]

mod billing;
mod work;

pub use billing::Taking;

use callout_adapters::store::memory::MemoryStore;
use callout_adapters::system::SystemIds;
use callout_core::access::{Actor, Reach};
use callout_core::company::{self, Profile, SettingsChange};
use callout_core::customer::{self, Address};
use callout_core::engine::{Engine, Readable, Session};
use callout_core::equipment::{self, Card};
use callout_core::equipment_type::{self, Field, FieldKind};
use callout_core::error::Error;
use callout_core::port::clock::Clock;
use callout_core::port::ids::Ids;
use callout_core::port::registry::{CompanyStatus, RegistryEntry};
use callout_core::price_list::{Item, Publish, Unit};
use callout_core::schedule::Instant;
use callout_core::{money::Currency, tax::VatClass, technician};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

/// A record and its version.
pub type At = (Uuid, u64);

/// A company with a customer, a piece of equipment, two technicians and prices.
pub struct World {
    /// All of it, on the store.
    pub engine: Engine,
    /// The store, in memory.
    pub store: Arc<MemoryStore>,
    /// The company.
    pub company: Uuid,
    /// KOVO Hruška in Brno.
    pub customer: Uuid,
    /// Another customer.
    pub other: Uuid,
    /// The customer's hall.
    pub site: Uuid,
    /// Who speaks for the customer.
    pub contact: Uuid,
    /// The type of the equipment.
    pub compressor: Uuid,
    /// The customer's equipment.
    pub equipment: Uuid,
    /// A technician.
    pub vrana: Uuid,
    /// Another.
    pub hora: Uuid,
    /// The price list.
    pub list: Uuid,
}

/// The afternoon of 16 October 2026; each look at it takes a second.
struct Afternoon(AtomicI64);

impl Clock for Afternoon {
    fn now(&self) -> Result<Instant, Error> {
        Ok(Instant::from_micros(self.0.fetch_add(1_000_000, Ordering::SeqCst)).unwrap())
    }
}

/// An engine that knows nobody yet.
pub fn engine() -> Engine {
    engine_on(Arc::new(MemoryStore::new()))
}

fn engine_on(store: Arc<MemoryStore>) -> Engine {
    let noon = Instant::new("2026-10-16T12:00:00Z".parse().unwrap());
    let clock = Afternoon(AtomicI64::new(noon.micros()));
    Engine::new(store, Arc::new(clock), Arc::new(SystemIds))
}

/// An id as a host draws one.
pub fn id() -> Uuid {
    SystemIds.id()
}

/// The company as the examples in JSON name it, and an activity of it.
const COMPANY: &str = "01890a5d-0000-774b-bcce-b302099a8057";
const ACTIVITY: &str = "01890a5d-0002-774b-bcce-b302099a8057";

/// A request that opens the activity, as [`World::named`] begins it.
pub const OPEN: &[u8] = br#"{
    "id": "01890a5d-ac96-774b-bcce-b302099a8057",
    "company": "01890a5d-0000-774b-bcce-b302099a8057",
    "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "manager"},
    "target": "01890a5d-0002-774b-bcce-b302099a8057",
    "expected": 1,
    "command": {"activity": {"open": {}}}
}"#;

/// A batch of one command that is done and one that is refused.
pub const BATCH: &[u8] = br#"{
    "company": "01890a5d-0000-774b-bcce-b302099a8057",
    "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "manager"},
    "mode": "each",
    "commands": [
        {
            "id": "01890a5d-ac96-774b-bcce-b302099a8057",
            "command": {"technician": {"create": {"name": "Karel"}}}
        },
        {
            "id": "01890a5d-ac97-774b-bcce-b302099a8057",
            "command": {"technician": {"create": {"name": ""}}}
        }
    ]
}"#;

/// A PNG, as a signature.
pub const PNG: &[u8] = include_bytes!("../../examples/service_call/signature.png");

/// What begins as a JPEG does.
pub const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0];

/// What a register says of a company.
pub fn entry() -> RegistryEntry {
    RegistryEntry {
        registry: "ares".into(),
        registration_number: "58203117".into(),
        name: "Strojírna Kolín a.s.".into(),
        vat_id: None,
        vat_group_id: None,
        vat_payer: Some(false),
        status: CompanyStatus::Active,
        legal_form: None,
        register_entry: None,
        seat: address(),
        established: None,
        dissolved: None,
        updated: None,
    }
}

/// An address in Brno.
pub fn address() -> Address {
    Address {
        street: "Krátká 2".into(),
        city: "Brno".into(),
        postal_code: "602 00".into(),
        country: "CZ".into(),
    }
}

/// The company, begun.
pub fn world() -> World {
    let nil = Uuid::nil();
    let store = Arc::new(MemoryStore::new());
    let mut world = World {
        engine: engine_on(store.clone()),
        store,
        company: COMPANY.parse().unwrap(),
        customer: nil,
        other: nil,
        site: nil,
        contact: nil,
        compressor: nil,
        equipment: nil,
        vrana: id(),
        hora: id(),
        list: nil,
    };
    let profile = Profile {
        name: "Servis Modrý Klíč s.r.o.".into(),
        registration_number: "58100075".into(),
        address: address(),
        email: "servis@modry-klic.example".into(),
        ..Default::default()
    };
    let settings = SettingsChange { four_eyes: Some(false), ..Default::default() };
    let create = company::Create { profile, settings, ..Default::default() };
    world.manager().create_as(world.company, create).unwrap();
    for (id, name) in [(world.vrana, "Karel Vrána"), (world.hora, "Petr Hora")] {
        let create = technician::Create { name: name.into(), ..Default::default() };
        world.manager().create_as(id, create).unwrap();
    }
    customers(&mut world);
    world.list = world.manager().create(prices()).unwrap().target;
    world
}

fn customers(world: &mut World) {
    let named = |name: &str| customer::Create {
        name: Some(name.into()),
        address: Some(address()),
        emails: vec!["servis@kovo.example".into()],
        ..Default::default()
    };
    let create = |name| world.office().create(named(name)).unwrap().target;
    (world.customer, world.other) = (create("KOVO Hruška s.r.o."), create("Jiná s.r.o."));
    let add = customer::AddSite { name: "Hala 2".into(), address: address(), ..Default::default() };
    world.site = world.office().add(world.customer, add).unwrap().part.unwrap();
    let add = customer::AddContact { name: "Jana Hrušková".into(), ..Default::default() };
    world.contact = world.office().add(world.customer, add).unwrap().part.unwrap();
    let field = |key: &str, kind, counter| Field {
        key: key.into(),
        label: key.into(),
        kind,
        unit: None,
        choices: Vec::new(),
        counter,
        required: false,
    };
    let fields =
        vec![field("power_kw", FieldKind::Number, false), field("note", FieldKind::Text, false)];
    let create = equipment_type::Create { name: "Compressor".into(), fields };
    world.compressor = world.manager().create(create).unwrap().target;
    let equipment_type = Some(world.compressor);
    let card = Card { name: "Compressor".into(), equipment_type, ..Default::default() };
    let create = equipment::Create { customer: world.customer, card, ..Default::default() };
    world.equipment = world.office().create(create).unwrap().target;
}

fn prices() -> Publish {
    let item = |name: &str, unit, price: &str| Item {
        name: name.into(),
        unit,
        price: price.parse().unwrap(),
        vat: VatClass::Standard,
    };
    let items = [
        ("labour".to_owned(), item("Work of the technician", Unit::Hour, "890.00")),
        ("filter".to_owned(), item("Filter F7", Unit::Piece, "1249.90")),
    ];
    Publish {
        name: "Prices".into(),
        currency: Currency::Czk,
        valid_from: "2025-01-01".parse().unwrap(),
        items: items.into(),
    }
}

impl World {
    /// As the manager.
    pub fn manager(&self) -> Session<'_> {
        self.engine.session(self.company, Actor::manager(self.company))
    }

    /// As somebody of the back office.
    pub fn office(&self) -> Session<'_> {
        self.engine.session(self.company, Actor::back_office(self.contact))
    }

    /// As Karel Vrána.
    pub fn technician(&self) -> Session<'_> {
        self.engine.session(self.company, Actor::technician(self.vrana))
    }

    /// A record in its version.
    pub fn at<N: Readable>(&self, id: Uuid) -> At {
        (id, self.manager().get::<N>(id).unwrap().version)
    }

    /// The company's version.
    pub fn version(&self) -> u64 {
        self.at::<company::Company>(self.company).1
    }

    /// The equipment in its version.
    pub fn equipment(&self) -> At {
        self.at::<equipment::Equipment>(self.equipment)
    }

    /// The customer's version.
    pub fn customer(&self) -> u64 {
        self.at::<customer::Customer>(self.customer).1
    }

    /// A technician in his version.
    pub fn vrana(&self) -> At {
        self.at::<technician::Technician>(self.vrana)
    }

    /// A time away of his, and his version.
    pub fn absent(&self) -> At {
        let absence = technician::AddAbsence {
            from: "2026-12-23T00:00:00".parse().unwrap(),
            from_later: false,
            to: "2027-01-02T00:00:00".parse().unwrap(),
            to_later: false,
            reason: String::new(),
        };
        let added = self.manager().add(self.vrana, absence).unwrap();
        (added.part.unwrap(), added.version)
    }

    /// Him, after he left.
    pub fn gone(&self) -> At {
        let (vrana, version) = self.vrana();
        self.manager().change(vrana, version, technician::Deactivate {}).unwrap();
        self.vrana()
    }

    /// The equipment, after it was scrapped.
    pub fn scrapped(&self) -> At {
        let (equipment, version) = self.equipment();
        let scrap = equipment::Scrap { reason: "It is cracked".into() };
        self.manager().change(equipment, version, scrap).unwrap();
        self.equipment()
    }

    /// Defines the role of a planner.
    pub fn planner(&self) {
        let permissions = [("visit.plan".to_owned(), Reach::All)].into();
        let define = company::DefineRole { role: "planner".into(), permissions };
        self.manager().change(self.company, self.version(), define).unwrap();
    }
}
