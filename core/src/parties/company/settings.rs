//! Who the company is on documents, and what it has decided once for all.

use super::TaxPeriod;
use crate::Patch;
use crate::company::VatSince;
use crate::customer::Address;
use crate::language::Language;
use crate::money::Currency;
use crate::patch::given;
use crate::schedule::Zone;
use serde::{Deserialize, Serialize};

/// Who the company is on documents (EN 16931 BG-4; Czech act 235/2004, § 29).
///
/// ```
/// use callout_core::{address::Address, company::Profile};
/// let profile = Profile {
///     name: "Servis Modrý Klíč s.r.o.".into(),
///     registration_number: "58100075".into(),
///     vat_id: Some("CZ58100075".into()),
///     address: Address { city: "Praha 3".into(), country: "CZ".into(), ..Default::default() },
///     email: "servis@modry-klic.example".into(),
///     ..Default::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The business name (BT-27), on one line; not empty (`COMPANY-CREATE-03`).
    pub name: String,
    /// The company number (BT-30): in Czechia and Slovakia the IČO, eight digits
    /// (`COMPANY-NUMBER-01`, `-02`). Empty where there is none.
    pub registration_number: String,
    /// The VAT id, DIČ (BT-31; `COMPANY-NUMBER-03`). Whether tax is charged is said by
    /// [`vat_since`](Settings::vat_since), and not by having one. Missing where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// The entry in the public register (BT-33; civil code § 435), printed at the foot of
    /// documents; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub register_entry: String,
    /// The address of the seat, with its country as two letters of ISO 3166-1
    /// (`COMPANY-NUMBER-05`). The country decides whose tax law holds, and for how long papers are
    /// kept.
    pub address: Address,
    /// The account to which invoices are paid (BT-84): an IBAN, whose check digits are checked
    /// (`COMPANY-NUMBER-04`). Empty where none is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub iban: String,
    /// The address from which mails go (`COMPANY-CREATE-04` where it is none); empty for a company
    /// that sends none.
    pub email: String,
    /// The telephone number for questions, as people write it; empty where none is given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

/// What of a company's profile is to change: what is missing stays, `null` takes away.
///
/// ```
/// use callout_core::{Patch, company::ProfileChange};
/// let moved = ProfileChange {
///     phone: Patch::Set("+420 555 000 100".into()),
///     register_entry: Patch::Clear,
///     ..Default::default()
/// };
/// assert!(moved.iban.is_keep());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfileChange {
    /// The business name (BT-27), on one line; not empty (`COMPANY-CREATE-03`), and the old one
    /// stays where it is missing.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
    pub name: Option<String>,
    /// The company number (BT-30), under the rules of [`Profile::registration_number`]; `null`
    /// takes it away, and the old one stays where it is missing.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub registration_number: Patch<String>,
    /// The VAT id, DIČ (BT-31; `COMPANY-NUMBER-03`); `null` takes it away, and the old one stays
    /// where it is missing.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub vat_id: Patch<String>,
    /// The entry in the public register (BT-33), printed at the foot of documents; `null` takes it
    /// away, and the old one stays where it is missing.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub register_entry: Patch<String>,
    /// The address of the seat, whole, with its country as two letters of ISO 3166-1
    /// (`COMPANY-NUMBER-05`); the old one stays where it is missing.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Address>"))]
    pub address: Option<Address>,
    /// The account to which invoices are paid (BT-84): an IBAN (`COMPANY-NUMBER-04`); `null` takes
    /// it away, and the old one stays where it is missing.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub iban: Patch<String>,
    /// The address from which mails go (`COMPANY-CREATE-04` where it is none); `null` for a company
    /// that sends none, and the old one stays where it is missing.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub email: Patch<String>,
    /// The telephone number for questions; `null` takes it away, and the old one stays where it is
    /// missing.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub phone: Patch<String>,
}

impl ProfileChange {
    /// The profile with the changes in.
    pub(crate) fn put_into(&self, before: &Profile) -> Profile {
        let text = |said: &Patch<String>, before: &str| {
            said.clone().onto(Some(before.to_owned())).unwrap_or_default()
        };
        Profile {
            name: self.name.clone().unwrap_or_else(|| before.name.clone()),
            registration_number: text(&self.registration_number, &before.registration_number),
            vat_id: self.vat_id.clone().onto(before.vat_id.clone()),
            register_entry: text(&self.register_entry, &before.register_entry),
            address: self.address.clone().unwrap_or_else(|| before.address.clone()),
            iban: text(&self.iban, &before.iban),
            email: text(&self.email, &before.email),
            phone: text(&self.phone, &before.phone),
        }
    }
}

/// What a company has decided once for all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The zone of its clocks: days, years of series and dates of documents are local to it (R2).
    /// That of the country of the seat where it is missing, for a country that has only one
    /// (`COMPANY-CREATE-06` for others). Once it is changed, what happens is counted by the new
    /// one, also where it began before: a line that is billed then has its day by the new clocks.
    pub zone: Zone,
    /// The language of documents and mails, unless the customer wants another, and the one as which
    /// lists by a name or title sort; Czech where it is missing. Once it is changed, what was
    /// written before keeps its place in lists until [`renew`](crate::engine::Engine::renew) has
    /// sorted it anew.
    pub language: Language,
    /// The currency of invoices and of the price lists that they use; that of the country of the
    /// seat where it is missing (`COMPANY-CREATE-07` where that is none of them). Once it is
    /// changed, work needs a price list in the new one, and drafts in the old one are drafted anew.
    pub currency: Currency,
    /// Whether the job sheet is sent by itself once it is confirmed (S44), to the contacts who
    /// receive job sheets, else to the customer's own addresses; `true` where it is missing.
    pub send_job_sheet: bool,
    /// Whether job sheets show prices (A10); `false` where it is missing.
    pub job_sheet_prices: bool,
    /// Whether nobody approves what they reported themselves (E68; `APPROVAL-EYES-01`); `true`
    /// where it is missing.
    pub four_eyes: bool,
    /// Whether technicians read all customers and equipment, and not only those of activities that
    /// they are on; `false` where it is missing. What they may change stays the same: the cards of
    /// equipment on open activities of theirs.
    pub technicians_read_all: bool,
    /// Days from the issue of an invoice to its due date; 14 where it is missing.
    pub payment_days: u16,
    /// For so many days a command's request is remembered, so that the same id with other content
    /// is refused (`COMMAND-ID-01`). After them the same id still gives its receipt and runs no
    /// second time. 366 where it is missing.
    pub receipt_days: u16,
    /// For so many years after its period an invoice is kept, with the signed job sheets behind it,
    /// although a person in them is forgotten (R13): at least as many as the law asks for
    /// (`COMPANY-RETENTION-01`), see [`Retention`](super::Retention). 10 where it is missing.
    pub retention_years: u16,
    /// How long its tax period is, a month or a quarter; a month where it is missing.
    pub tax_period: TaxPeriod,
    /// What the company is to the VAT act, and since when, in the order of the days
    /// (`COMPANY-VAT-03`): the tax point of an invoice chooses. Registered for nothing where it is
    /// empty, which a company that has a VAT id must say as well (`COMPANY-VAT-01`).
    pub vat_since: Vec<VatSince>,
    /// For a message that was certainly not taken and may be taken later: after how many minutes it
    /// is tried again by itself, for each try in turn; after the last it has failed. At most 20
    /// tries, none after more than a week and none at once (`COMPANY-RETRY-01`). 1, 5, 15, 60, 240,
    /// 720 and then four times 1,440 where it is missing, together more than four days (RFC 5321,
    /// 4.5.4.1); never where it is empty.
    pub retry_after: Vec<u16>,
}

impl Settings {
    /// Whether all tries come after a minute at least, within a week each, and end.
    pub(super) fn tries_in_time(&self) -> bool {
        const WEEK: u16 = 7 * 24 * 60;
        let after = &self.retry_after;
        after.len() <= 20 && after.iter().all(|minutes| (1..=WEEK).contains(minutes))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            zone: Zone::default(),
            language: Language::Cs,
            currency: Currency::Czk,
            send_job_sheet: true,
            job_sheet_prices: false,
            four_eyes: true,
            technicians_read_all: false,
            payment_days: 14,
            receipt_days: 366,
            retention_years: 10,
            tax_period: TaxPeriod::Month,
            vat_since: Vec::new(),
            retry_after: vec![1, 5, 15, 60, 240, 720, 1_440, 1_440, 1_440, 1_440],
        }
    }
}

/// The settings to change; what is missing stays.
///
/// ```
/// use callout_core::company::{Settings, SettingsChange, VatRegistration, VatSince};
/// let payer = VatSince { from: "2009-05-01".parse()?, registration: VatRegistration::Payer };
/// let change = SettingsChange {
///     vat_since: Some(vec![payer]),
///     payment_days: Some(30),
///     ..Default::default()
/// };
/// assert_eq!(change.put_into(&Settings::default()).payment_days, 30);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SettingsChange {
    /// The zone of its clocks; see [`zone`](Settings::zone). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Zone>"))]
    pub zone: Option<Zone>,
    /// The currency of invoices; see [`currency`](Settings::currency). It stays where it is
    /// missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Currency>"))]
    pub currency: Option<Currency>,
    /// The language of documents, mails and the order of lists; see
    /// [`language`](Settings::language). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Language>"))]
    pub language: Option<Language>,
    /// Whether the job sheet is sent by itself; see [`send_job_sheet`](Settings::send_job_sheet).
    /// It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<bool>"))]
    pub send_job_sheet: Option<bool>,
    /// Whether job sheets show prices; see [`job_sheet_prices`](Settings::job_sheet_prices). It
    /// stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<bool>"))]
    pub job_sheet_prices: Option<bool>,
    /// Whether nobody approves what they reported themselves; see
    /// [`four_eyes`](Settings::four_eyes). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<bool>"))]
    pub four_eyes: Option<bool>,
    /// Whether technicians read all customers and equipment; see
    /// [`technicians_read_all`](Settings::technicians_read_all). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<bool>"))]
    pub technicians_read_all: Option<bool>,
    /// Days from the issue of an invoice to its due date; see
    /// [`payment_days`](Settings::payment_days). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<u16>"))]
    pub payment_days: Option<u16>,
    /// For how many days a command's request is remembered; see
    /// [`receipt_days`](Settings::receipt_days). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<u16>"))]
    pub receipt_days: Option<u16>,
    /// For how many years papers are kept; see [`retention_years`](Settings::retention_years). It
    /// stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<u16>"))]
    pub retention_years: Option<u16>,
    /// How long the tax period is; see [`tax_period`](Settings::tax_period). It stays where it is
    /// missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<TaxPeriod>"))]
    pub tax_period: Option<TaxPeriod>,
    /// What the company is to the VAT act, and since when, whole; see
    /// [`vat_since`](Settings::vat_since). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Vec<VatSince>>"))]
    pub vat_since: Option<Vec<VatSince>>,
    /// After how many minutes a message is tried again by itself, whole; see
    /// [`retry_after`](Settings::retry_after). It stays where it is missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Vec<u16>>"))]
    pub retry_after: Option<Vec<u16>>,
}

impl SettingsChange {
    /// The settings with the changes in.
    pub fn put_into(&self, settings: &Settings) -> Settings {
        Settings {
            language: self.language.unwrap_or(settings.language),
            send_job_sheet: self.send_job_sheet.unwrap_or(settings.send_job_sheet),
            job_sheet_prices: self.job_sheet_prices.unwrap_or(settings.job_sheet_prices),
            four_eyes: self.four_eyes.unwrap_or(settings.four_eyes),
            technicians_read_all: self
                .technicians_read_all
                .unwrap_or(settings.technicians_read_all),
            payment_days: self.payment_days.unwrap_or(settings.payment_days),
            receipt_days: self.receipt_days.unwrap_or(settings.receipt_days),
            retention_years: self.retention_years.unwrap_or(settings.retention_years),
            tax_period: self.tax_period.unwrap_or(settings.tax_period),
            vat_since: self.vat_since.clone().unwrap_or_else(|| settings.vat_since.clone()),
            retry_after: self.retry_after.clone().unwrap_or_else(|| settings.retry_after.clone()),
            zone: self.zone.unwrap_or(settings.zone),
            currency: self.currency.unwrap_or(settings.currency),
        }
    }
}
