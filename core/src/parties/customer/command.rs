//! What may be asked of a customer.

use super::{Address, Kind, Paper};
use crate::Patch;
use crate::language::Language;
use crate::patch::given;
use crate::port::registry::RegistryEntry;
use crate::schedule::WorkingTime;
use std::collections::BTreeSet;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a customer.
    Command

    /// Create one: from a register's entry (S4), or by hand for a private person or a foreign
    /// company (E5). It takes the next number of its year.
    ///
    /// ```
    /// # use callout_core::{customer, engine::Session, port::registry::RegistryEntry};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, entry: RegistryEntry) -> Done {
    /// // As a register described it,
    /// let (registry, emails) = (Some(entry), vec!["servis@kovo.example".into()]);
    /// office.create(customer::Create { registry, emails, ..Default::default() })?;
    /// // and a private person by hand.
    /// let (kind, name) = (Some(customer::Kind::Person), Some("Jana Hrušková".into()));
    /// office.create(customer::Create { kind, name, ..Default::default() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), callout_world::entry()).unwrap();
    /// ```
    creates Create {
        /// Whether it is a company (also a sole trader) or a private person; a company where it is
        /// missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
        /// The name with its legal form, or a person's name; the register's where it is missing.
        /// One of both is needed (`CUSTOMER-NAME-01`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The company number: an IČO, checked by its check digit (`REGISTRY-NUMBER-02`) unless
        /// `number_checked`; for a foreign company what its country uses. A private person has none
        /// (`CUSTOMER-NUMBER-03`), and no two customers have the same (`-02`). The register's where
        /// it is missing; none where nobody asked a register.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        registration_number: Option<String>,
        /// Whether somebody compared the numbers with a document and they stand there so, though
        /// they fail their check: a few old companies have such an IČO, and a DIČ of it. `false`
        /// where it is missing: they are refused as mistyped (`REGISTRY-NUMBER-02`,
        /// `REGISTRY-VAT-02`).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        number_checked: bool,
        /// The VAT id: a DIČ, or another of the European Union, checked by the rule of its state
        /// (`REGISTRY-VAT-02`), and no other customer's (`CUSTOMER-NUMBER-04`) unless
        /// `vat_id_shared`. The register's where it is missing; none where nobody asked a register.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vat_id: Option<String>,
        /// Whether it is known that another customer has the same VAT id, as the members of a group
        /// or the branches of a company do; `false` where it is missing.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        vat_id_shared: bool,
        /// Whether the customer pays VAT; as the register says where it is missing, and unsaid
        /// where that says nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vat_payer: Option<bool>,
        /// The address to which invoices are made out; the register's seat where it is missing,
        /// none where nobody asked a register.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<Address>,
        /// The addresses to which invoices are mailed (S55), as `servis@kovo.example`
        /// (`CUSTOMER-EMAIL-01` where no mail can go to one); none where it is missing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        emails: Vec<String>,
        /// The language of its documents and mails (E64); the company's own where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
        /// The region in which its address lies, by which activities there are found (S26), in the
        /// company's own words: `Praha-východ`. None where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<String>,
        /// The entry that a register answered with (S4); what the other fields say goes before it.
        /// None where no register was asked. One of a dissolved company is refused
        /// (`CUSTOMER-REGISTER-01`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        registry: Option<RegistryEntry>,
    }

    /// Change who it is: what is missing stays, `null` takes away. Documents issued before keep
    /// what they say.
    ///
    /// ```
    /// # use callout_core::{Patch, customer::{self, Address}, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, customer: Uuid, version: u64) -> Done {
    /// let address = Address {
    ///     street: "Krátká 2".into(),
    ///     city: "Brno".into(),
    ///     postal_code: "602 00".into(),
    ///     country: "CZ".into(),
    /// };
    /// let emails = Patch::Set(vec!["faktury@kovo.example".into()]);
    /// let update = customer::Update { address: address.into(), emails, ..Default::default() };
    /// office.change(customer, version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.customer, w.customer()).unwrap();
    /// ```
    changes Update {
        /// Whether it is a company (also a sole trader) or a private person; it stays what it is
        /// where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Kind>"))]
        kind: Option<Kind>,
        /// The new name with its legal form, or a person's name; not empty (`CUSTOMER-NAME-01`). As
        /// a new register's entry says where it is missing; without one the old name stays.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        name: Option<String>,
        /// The new company number, under the rules of `create`; `null` takes it away. As a new
        /// register's entry says where it is missing; without one the old number stays.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        registration_number: Patch<String>,
        /// Whether somebody compared the numbers with a document and they stand there so, though
        /// they fail their check; `false` where it is missing.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        number_checked: bool,
        /// The new VAT id, under the rules of `create`; `null` takes it away. As a new register's
        /// entry says where it is missing; without one the old VAT id stays.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        vat_id: Patch<String>,
        /// Whether it is known that another customer has the same VAT id, as the members of a group
        /// or the branches of a company do; `false` where it is missing.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        vat_id_shared: bool,
        /// Whether the customer pays VAT; `null` where nobody knows it any more. As a new
        /// register's entry says where it is missing; without one it stays what it is.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        vat_payer: Patch<bool>,
        /// The new address to which invoices are made out, whole; `null` takes it away. A new
        /// register's seat where it is missing; without one the old address stays.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        address: Patch<Address>,
        /// All addresses to which invoices are mailed from now on (S55); `null` or none takes them
        /// away, and those that are there stay where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        emails: Patch<Vec<String>>,
        /// The language of its documents and mails from now on (E64); `null` for the company's own,
        /// and the one that is there stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        language: Patch<Language>,
        /// The region in which its address lies (S26), for activities that are begun there from now
        /// on; `null` for none, and what was said before stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        region: Patch<String>,
        /// A new entry that a register answered with (S4); what the other fields say goes before
        /// it. None where no register was asked. One of a dissolved company is refused
        /// (`CUSTOMER-REGISTER-01`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        registry: Option<RegistryEntry>,
    }

    /// Add a place where its equipment stands (E3).
    ///
    /// ```
    /// # use callout_core::{customer::{self, Address}, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, customer: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let address = Address {
    ///     street: "Krátká 2".into(),
    ///     city: "Brno".into(),
    ///     postal_code: "602 00".into(),
    ///     country: "CZ".into(),
    /// };
    /// let hala = customer::AddSite { name: "Hala 2".into(), address, ..Default::default() };
    /// let site = office.add(customer, hala)?.part;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.customer).unwrap();
    /// ```
    adds AddSite {
        /// The name by which people call it: `Hala 2`; not empty (`CUSTOMER-SITE-01`).
        name: String,
        /// The address at which it is.
        address: Address,
        /// When it is open: hours of the week, days of their own such as black-outs without any,
        /// public holidays (`CUSTOMER-SITE-03`). Visits are planned for then. At any time where it
        /// is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        opening: Option<WorkingTime>,
        /// The region in which it lies, by which activities there are found (S26), in the company's
        /// own words: `Praha-východ`. That of the customer where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<String>,
    }

    /// Say better where a site is; what is missing stays.
    ///
    /// ```
    /// # use callout_core::{customer, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, customer: Uuid, site: Uuid, version: u64) -> Done {
    /// let name = Some("Hala 2, vrata C".into());
    /// let update = customer::UpdateSite { site, name, ..Default::default() };
    /// office.change(customer, version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.customer, w.site, w.customer()).unwrap();
    /// ```
    changes UpdateSite {
        /// The id of the site (`CUSTOMER-SITE-02` where the customer has none such).
        site: Uuid,
        /// The new name by which people call it; not empty (`CUSTOMER-SITE-01`), and the old one
        /// stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        name: Option<String>,
        /// The new address, whole; the old one stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Address>"))]
        address: Option<Address>,
        /// When it is open, whole (`CUSTOMER-SITE-03`); `null` for at any time, and what was said
        /// before stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        opening: Patch<WorkingTime>,
        /// The region in which it lies (S26), for activities that are begun there from now on;
        /// `null` for that of the customer, and what was said before stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        region: Patch<String>,
    }

    /// Add somebody to talk to (S57).
    ///
    /// ```
    /// # use callout_core::{customer, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, customer: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let add = customer::AddContact {
    ///     name: "Jana Hrušková".into(),
    ///     email: Some("hruskova@kovo.example".into()),
    ///     receives: [customer::Paper::Invoices].into(),
    ///     ..Default::default()
    /// };
    /// let contact = office.add(customer, add)?.part;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.customer).unwrap();
    /// ```
    adds AddContact {
        /// What the person is called; not empty (`CUSTOMER-CONTACT-01`).
        name: String,
        /// The address to which mails go (`CUSTOMER-EMAIL-01` where none can go to it); none where
        /// it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// The telephone number, as people write it; none where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// What the person is to the customer: `vedoucí údržby`; unsaid where it is missing.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        role: String,
        /// The id under which values about the person are kept already, such as the sender of
        /// a mail: what is kept under one id is forgotten together. An id of its own where it is
        /// missing. One that another record has is refused (`RECORD-NEW-02`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<Uuid>,
        /// Which papers are mailed to this contact, instead of to the customer's own addresses;
        /// none where it is missing. It needs an address for that (`CUSTOMER-CONTACT-03`).
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        receives: BTreeSet<Paper>,
    }

    /// Say better how to reach a contact; what is missing stays, `null` takes away.
    ///
    /// ```
    /// # use callout_core::{Patch, customer, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, customer: Uuid, contact: Uuid, version: u64) -> Done {
    /// let phone = Patch::Set("+420 601 234 567".into());
    /// let update = customer::UpdateContact { contact, phone, ..Default::default() };
    /// office.change(customer, version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.customer, w.contact, w.customer()).unwrap();
    /// ```
    changes UpdateContact {
        /// The id of the contact (`CUSTOMER-CONTACT-02` where the customer has none such).
        contact: Uuid,
        /// What the person is called; not empty (`CUSTOMER-CONTACT-01`), and the old name stays
        /// where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        name: Option<String>,
        /// The address to which mails go (`CUSTOMER-EMAIL-01` where none can go to it); `null`
        /// takes it away, and the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        email: Patch<String>,
        /// The telephone number, as people write it; `null` takes it away, and the old one stays
        /// where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        phone: Patch<String>,
        /// What the person is to the customer: `vedoucí údržby`; `null` takes it away, and what was
        /// said stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        role: Patch<String>,
        /// Which papers are mailed to this contact, all of them; `null` or none for no papers, and
        /// what was said stays where it is missing. It needs an address for that
        /// (`CUSTOMER-CONTACT-03`).
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        receives: Patch<BTreeSet<Paper>>,
    }
}
