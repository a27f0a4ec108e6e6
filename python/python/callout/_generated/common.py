"""Types of several nouns.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Union
from uuid import UUID

from .. import _choice as _k, _personal as _p, _wire as _w


class ActivityKind(_k.Choice):
    """The kind of an activity. It sets defaults only: coverage decides line by line."""

    ONE_OFF = "one_off"
    """One-off service (jednorázový), such as after a breakdown."""
    RECURRING = "recurring"
    """Recurring service (pravidelný): created by a plan."""
    WARRANTY = "warranty"
    """Warranty service (záruční): work that a warranty may pay for."""


ActivityKindLike = Union[ActivityKind, Literal["one_off", "recurring", "warranty"]]


class CompanyStatus(_k.Choice):
    """Whether a company can be dealt with, as its register says."""

    ACTIVE = "active"
    """It is registered and alive."""
    IN_LIQUIDATION = "in_liquidation"
    """It is being wound up: it says so in its name."""
    DISSOLVED = "dissolved"
    """It is gone; no customer is made of it (`CUSTOMER-REGISTER-01`)."""
    UNKNOWN = "unknown"
    """The register does not say, or not in words known here."""


CompanyStatusLike = Union[CompanyStatus, Literal["active", "in_liquidation", "dissolved", "unknown"]]


class Paper(_k.Choice):
    """A kind of paper that is mailed by itself."""

    JOB_SHEETS = "job_sheets"
    """Confirmed job sheets."""
    INVOICES = "invoices"
    """Invoices that were issued and are mailed."""


PaperLike = Union[Paper, Literal["job_sheets", "invoices"]]


class Currency(_k.Choice):
    """A currency that invoices are made out in (ISO 4217)."""

    CZK = "CZK"
    """The Czech crown: CZK in ISO 4217."""
    EUR = "EUR"
    """The euro: EUR in ISO 4217."""


CurrencyLike = Union[Currency, Literal["CZK", "EUR"]]


class CustomerKind(_k.Choice):
    """Whether a customer is a company or a private person."""

    COMPANY = "company"
    """A company, an authority, a sole trader: in a public register."""
    PERSON = "person"
    """A private person."""


CustomerKindLike = Union[CustomerKind, Literal["company", "person"]]


class Language(_k.Choice):
    """The language in which something is written for people: a paper, a mail, a sentence."""

    CS = "cs"
    """It is written in Czech (`cs-CZ`)."""
    EN = "en"
    """It is written in English (`en-GB`)."""


LanguageLike = Union[Language, Literal["cs", "en"]]


class Format(_k.Choice):
    """The format of a rendered document."""

    PDF = "pdf"
    """PDF: the same on every screen and printer."""
    DOCX = "docx"
    """Word document (Office Open XML): can be edited."""


FormatLike = Union[Format, Literal["pdf", "docx"]]


class Weekday(_k.Choice):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WeekdayLike = Union[Weekday, Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]]


class LeftOut(_k.Choice):
    """Why somebody has no slot."""

    SKILL = "skill"
    """The technician lacks a skill, or has it no more then."""
    HOURS = "hours"
    """The technician does not work then, or not that long."""
    WINDOW = "window"
    """The customer cannot when the technician works, or the site is closed."""
    BUSY = "busy"
    """Visits, absences, other calendars and journeys leave no time that is long enough."""
    CREW = "crew"
    """There is time, and never enough others have it too."""


LeftOutLike = Union[LeftOut, Literal["skill", "hours", "window", "busy", "crew"]]


class LineKind(_k.Choice):
    """What a line is about."""

    PART = "part"
    """A spare part (díl)."""
    MATERIAL = "material"
    """Consumable material (materiál); a warranty does not pay for it."""
    LABOUR = "labour"
    """Hours of work, without those on the way."""
    TRAVEL = "travel"
    """Hours on the way (A9)."""
    KILOMETRES = "kilometres"
    """Kilometres that were driven."""
    FEE = "fee"
    """A fee: call-out, disposal."""


LineKindLike = Union[LineKind, Literal["part", "material", "labour", "travel", "kilometres", "fee"]]


class Obstacle(_k.Choice):
    """What stands against a visit at a time."""

    INACTIVE = "inactive"
    """The technician works here no more."""
    SUGGESTION = "suggestion"
    """The technician has declined it, or would rather come at another time."""
    VISIT = "visit"
    """The technician is on another visit."""
    ABSENCE = "absence"
    """The technician is ill or on leave."""
    HOURS = "hours"
    """It is outside the technician's working hours, or a public holiday."""
    CALENDAR = "calendar"
    """A calendar outside of Callout says that the technician is busy."""
    SKILL = "skill"
    """The technician lacks a skill that the activity asks for, or has it no more then."""
    WINDOW = "window"
    """The customer cannot then, or the site is closed."""


ObstacleLike = Union[Obstacle, Literal["inactive", "suggestion", "visit", "absence", "hours", "calendar", "skill", "window"]]


class Payer(_k.Choice):
    """Who pays for a line, or for a part of it."""

    CUSTOMER = "customer"
    """The customer of the activity."""
    WARRANTY = "warranty"
    """Whoever gave the warranty: the customer's invoice shows it at price nothing."""


PayerLike = Union[Payer, Literal["customer", "warranty"]]


class Point(_k.Choice):
    """Of what a score is made."""

    WAITING = "waiting"
    """Hours until it begins."""
    TRAVEL = "travel"
    """Minutes of travel that it adds, of all who go."""
    FAIRNESS = "fairness"
    """Hours of visits that they have in that week already."""
    COST = "cost"
    """What they cost."""


PointLike = Union[Point, Literal["waiting", "travel", "fairness", "cost"]]


class Priority(_k.Choice):
    """How urgent an activity is."""

    LOW = "low"
    """It can wait for a day on which there is nothing else."""
    NORMAL = "normal"
    """As most are."""
    HIGH = "high"
    """It goes before others."""
    URGENT = "urgent"
    """Something stands still, or somebody is in danger."""


PriorityLike = Union[Priority, Literal["low", "normal", "high", "urgent"]]


class Unit(_k.Choice):
    """A unit of measure, with its code in UN/ECE Recommendation 20 (BT-130)."""

    PIECE = "piece"
    """By the piece (code H87)."""
    HOUR = "hour"
    """By the hour (code HUR)."""
    KILOMETRE = "kilometre"
    """By the kilometre (code KMT)."""
    METRE = "metre"
    """By the metre (code MTR)."""
    LITRE = "litre"
    """By the litre (code LTR)."""
    KILOGRAM = "kilogram"
    """By the kilogram (code KGM)."""
    LUMP_SUM = "lump_sum"
    """By the lump sum (code LS)."""


UnitLike = Union[Unit, Literal["piece", "hour", "kilometre", "metre", "litre", "kilogram", "lump_sum"]]


class VatClass(_k.Choice):
    """Which rate a supply falls under, whatever its percent is at a date."""

    STANDARD = "standard"
    """The standard rate: 21 % in Czechia since 2013."""
    REDUCED = "reduced"
    """The reduced rate: 12 % in Czechia since 2024."""


VatClassLike = Union[VatClass, Literal["standard", "reduced"]]


class Why(_k.Choice):
    """Why somebody is not free."""

    OFF_HOURS = "off_hours"
    """It is no time of work: before, after or between the hours of the day, or a day without any."""
    HOLIDAY = "holiday"
    """It would be a time of work, was the day no public holiday."""
    ABSENT = "absent"
    """A leave, an illness, a training."""
    VISIT = "visit"
    """A visit, proposed ones too."""
    OUTSIDE = "outside"
    """A calendar outside of Callout says so."""


WhyLike = Union[Why, Literal["off_hours", "holiday", "absent", "visit", "outside"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Address(_w.Record):
    """A postal address, as it is printed (EN 16931 BG-5, BG-8, BG-15)."""

    city: str = field(repr=False)
    """The city, town or village (BT-37)."""

    country: str = field(repr=False)
    """The country, ISO 3166-1 alpha-2: `CZ` (BT-40)."""

    postal_code: str = field(repr=False)
    """The postal code as it is printed: `252 42` (BT-38)."""

    street: str = field(repr=False)
    """The street with its house number, or the village's house number alone (BT-35)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Buyer(_w.Record):
    """To whom an invoice is made out (EN 16931 BG-7), as it was on the day of the draft."""

    address: Address
    """The postal address of the buyer (BG-8)."""

    name: str = field(repr=False)
    """The name of the buyer (BT-44)."""

    registration_number: str | None = field(default=None, repr=False)
    """The company number, IČO (BT-47); missing where there is none."""

    vat_id: str | None = field(default=None, repr=False)
    """The VAT id, DIČ (BT-48), that of the group where the buyer belongs to one; missing where
    there is none.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Device(_w.Record):
    """The device on which a command was given, where that was not the host itself: a technician's
    telephone that had no network for two days.
    """

    clock: _dt.datetime
    """What the clock of the device showed. It may be wrong or set back: nothing is decided by it."""

    id: UUID
    """Which device; its id is the host's."""

    sequence: int
    """The command's place among all commands of this device, from 1, without gaps, so that one
    that is missing is known to be missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Change(_w.Record):
    """One event, as a host reads it."""

    actor: UUID
    """The id of the person who asked for it."""

    actor_name: str = field(default="", repr=False)
    """The name of the technician who asked for it. Told with `text`; empty otherwise, and for who
    is no technician: the host knows its users.
    """

    at: _dt.datetime
    """The moment at which it was recorded."""

    body: Any = field(repr=False)
    """The event with its values: `{"assigned": {...}}`. What was forgotten is missing in it, and
    so are prices for those who see none.
    """

    called: str = field(default="", repr=False)
    """What people call the record: the number of an activity, job sheet or invoice, the name or
    title of another. Told with `text`; empty otherwise, and for what has neither.
    """

    cause: UUID | None = None
    """What the command followed from, as the host said with it."""

    command: UUID
    """The id of the command that it came of."""

    device: Device | None = None
    """The device on which the command was given, where that was not the host itself."""

    event: str
    """The name of the event: `assigned`."""

    id: UUID
    """The id of the record."""

    noun: str
    """The noun of the record: `activity`."""

    role: str
    """The role in which it was asked; `workflow` where a reaction of Callout asked."""

    sequence: int
    """Where it stands in the company's journal, from 1: what the next call gives in `after`."""

    text: str | None = field(default=None, repr=False)
    """What happened, in a sentence: `Assigned: Karel Vrána`. Told where a language was asked for,
    and missing otherwise. What the actor may not read, or was forgotten, is said as `…` or left
    out.
    """

    version: int
    """The version of the record after it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact(_w.Record):
    """Somebody to talk to."""

    email: _p.Personal[str] | None = None
    """The address to which mails go; nothing where none is known."""

    id: UUID
    """The contact's id. What is kept about the person stands under the same id, or under the one
    that was given as `person`.
    """

    name: _p.Personal[str]
    """What the person is called."""

    phone: _p.Personal[str] | None = None
    """The telephone number; nothing where none is known."""

    receives: Sequence[Paper] = ()
    """Which papers are mailed to this contact, instead of to the customer's own addresses; empty
    where none is.
    """

    role: _p.Personal[str] | None = None
    """What the person is to the customer: `vedoucí údržby`; nothing where nobody said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted(_w.Record):
    """How many rows a list has."""

    more: bool
    """Whether there are more rows than those."""

    rows: int
    """The rows that were counted; no more than was asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Register(_w.Record):
    """What a register said, and when: the evidence for what was taken over from it."""

    looked_up_at: _dt.datetime
    """The moment at which its entry was taken over."""

    register_entry: str | None = field(default=None, repr=False)
    """Where it is entered, such as `C 912345/MSPH`; nothing where the register did not say."""

    registry: str = field(repr=False)
    """The short name of the register, such as `ares`."""

    status: CompanyStatus
    """Whether the company could be dealt with then, as the register said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomerProfile(_w.Record):
    """Who a customer is, on documents and to the tax office. All that names a customer is kept as
    a person's, also where it is a company: a sole trader is both. The person's id is the
    customer's; only the addresses of mail may be somebody else's.
    """

    address: _p.Personal[Address]
    """The address to which invoices are made out."""

    emails: Sequence[_p.Personal[str]]
    """The addresses to which invoices and job sheets are mailed, where no contact receives them.
    One that is also a contact's is the contact's; another one of a company is a person's of its
    own, who can be forgotten without it; one of a private customer is his.
    """

    kind: CustomerKind
    """Whether it is a company (an authority and a sole trader, too) or a private person."""

    language: Language | None = None
    """The language of its documents and mails; the company's own where nothing is said."""

    name: _p.Personal[str]
    """Name with legal form, or the person's name."""

    region: str | None = field(default=None, repr=False)
    """The region of its address, in the company's own words; nothing where nobody said."""

    register: _p.Personal[Register] | None = None
    """What a register said; nothing where none was asked for the number that it has now."""

    registration_number: _p.Personal[str] | None = None
    """The company number: the IČO; for a foreign company what its country uses; nothing without."""

    vat_group_id: _p.Personal[str] | None = None
    """The VAT id of the group that it belongs to, which invoices then bear; nothing where it
    belongs to none.
    """

    vat_id: _p.Personal[str] | None = None
    """The VAT id (DIČ); that of a natural person holds the number of birth. Nothing where there is
    none.
    """

    vat_payer: bool | None = None
    """Whether it pays VAT; nothing where nobody said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cycle(_w.Record):
    """Weeks that come round again, for shifts that rotate."""

    since: _dt.date
    """A day of a first week; weeks begin on Monday."""

    weeks: int
    """How many weeks there are, 2 to 53, before the first comes again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TimesOfDay(_w.Record):
    """Hours of one day that has its own, whatever the week says."""

    from_: _dt.time
    """The local time at which they begin: `07:00:00`."""

    to: _dt.time
    """The local time at which they end, after they begin; `00:00:00` is the midnight that ends the
    day.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class DayHours(_w.Record):
    """A day with hours of its own."""

    date: _dt.date
    """The local day that has hours of its own."""

    hours: Sequence[TimesOfDay]
    """Its hours in order; empty for a day without work."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline(_w.Record):
    """By when an activity must be done, and why by then."""

    at: _dt.datetime
    """The moment by which the work must be over."""

    rule: str = field(default="", repr=False)
    """The rule that it came from, in words: a contract's response time, a law's term. Empty where
    nobody said.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class DeliverySent(_w.Record):
    """The next hop took responsibility for it."""

    detail: str = field(repr=False)
    """What the next hop said, in its own words, or where the message lies now."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DeliveryFailed(_w.Record):
    """It was certainly not taken."""

    permanent: bool
    """Whether the same message will never be taken (a wrong address), so that sending it again is
    of no use.
    """

    reason: str = field(repr=False)
    """Why it was not taken, in the words of whoever refused it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DeliveryUnreached(_w.Record):
    """The server was not reached, or let nobody in: the message was certainly not taken, and
    nothing was said about it. It counts as not taken for now, and the round ends with it, so
    that a server that is down costs one wait and the other messages lose no try.
    """

    reason: str = field(repr=False)
    """Why it was not reached, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DeliveryUnknown(_w.Record):
    """Nobody knows: the connection broke after the message was handed over. A person decides
    whether to send it again; Callout does not.
    """

    reason: str = field(repr=False)
    """What was seen last, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence(_w.Record):
    """The hash of what a paper says, and the bytes that it is over. The bytes are canonical JSON
    (RFC 8785): `{"content": ..., "salt": "..."}`. They are kept as a blob, whose name is their
    SHA-256: `sha256sum` and a reader of JSON are all that it takes to check them. The salt
    stands in them alone, so that once they are gone nobody can guess from the hash who was
    named.
    """

    hash: str = field(repr=False)
    """SHA-256 of the bytes."""

    kept: _p.Personal[str]
    """The same, as long as the bytes are kept. It is held by the paper's own id, and goes when
    somebody who is named in the paper is forgotten, unless the law keeps it.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours(_w.Record):
    """Hours of a weekday, by the clock on the wall: when somebody works, or a place is open. A day
    may have several, and the time between two of them is a break; a night shift is two, up to
    midnight and from it.
    """

    from_: _dt.time
    """The local time at which they begin: `07:00:00`."""

    to: _dt.time
    """The local time at which they end, after they begin; `00:00:00` is the midnight that ends the
    day.
    """

    week: int | None = None
    """In which week of a cycle, counted from 1; in each week where it is missing."""

    weekday: Weekday
    """The day of the week."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept(_w.Record):
    """Something about a person that the law keeps although the person is forgotten."""

    id: UUID
    """The id of the record that is kept."""

    noun: str
    """The noun of the record that is kept: an issued `invoice`, or a `job_sheet` that stands
    behind one or is the evidence of a customer who is not forgotten.
    """

    person: UUID
    """The id of the person whom it tells of: a customer, contact, technician, sender or signer; or
    that of the kept record itself, for what staff wrote in it.
    """

    until: _dt.date
    """The last day on which the law keeps it, local to the company; the day after, it may go."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailbox(_w.Record):
    """A person or a machine with an address: `Jana Hrušková <hruskova@kovo-hruska.example>`."""

    address: str = field(repr=False)
    """The address alone: `hruskova@kovo-hruska.example`."""

    name: str | None = field(default=None, repr=False)
    """The name that stands with the address, decoded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Number(_w.Record):
    """A number of a series, as it was given and as it is read. The text is kept with it: what was
    printed stays, whatever form numbers of the series get later.
    """

    series: str
    """The name of the series of which it is: `activity`, `customer`, `equipment`, `job_sheet` or
    `invoice`.
    """

    text: str = field(repr=False)
    """The whole as people see it: `FV-2026-00007`; no other record of the company has the same."""

    value: int
    """The number itself, from 1, without gaps in its series and year."""

    year: int
    """The year of the series, local to the company."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Period(_w.Record):
    """A stretch of time: what begins where another ends does not overlap it."""

    from_: _dt.datetime
    """The moment at which it begins."""

    to: _dt.datetime
    """The moment at which it ends, not included."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned(_w.Record):
    """A [`WallTime`] with the instant it was resolved to. Events carry this, so that a newer zone
    table replays to the old result.
    """

    instant: _dt.datetime
    """The instant it means."""

    later: bool = False
    """The clock shows this time twice, and the second time is meant; missing for the first."""

    local: _dt.datetime
    """What the clock shows."""

    zone: str = field(repr=False)
    """Where that clock hangs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Portion(_w.Record):
    """So much of a line, for one payer."""

    line: UUID
    """The id of the reported line."""

    net: Decimal | None = None
    """Net amount (BT-131), in the currency of the invoice. An invoice's draft says it, so what is
    reserved, consumed or freed bears it; it is missing at a release and at a hand-over.
    """

    payer: Payer
    """The payer of whose account it is: the customer, or the warranty."""

    quantity: Decimal
    """The quantity, in the unit of the line: above zero, at most 12 digits before and after the
    point (`LEDGER-RESERVE-03`, `-05`).
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile(_w.Record):
    """Who the company is on documents (EN 16931 BG-4; Czech act 235/2004, § 29)."""

    address: Address
    """The address of the seat, with its country as two letters of ISO 3166-1
    (`COMPANY-NUMBER-05`). The country decides whose tax law holds, and for how long papers are
    kept.
    """

    email: str = field(repr=False)
    """The address from which mails go (`COMPANY-CREATE-04` where it is none); empty for a company
    that sends none.
    """

    iban: str = field(default="", repr=False)
    """The account to which invoices are paid (BT-84): an IBAN, whose check digits are checked
    (`COMPANY-NUMBER-04`). Empty where none is named.
    """

    name: str = field(repr=False)
    """The business name (BT-27), on one line; not empty (`COMPANY-CREATE-03`)."""

    phone: str = field(default="", repr=False)
    """The telephone number for questions, as people write it; empty where none is given."""

    register_entry: str = field(default="", repr=False)
    """The entry in the public register (BT-33; civil code § 435), printed at the foot of
    documents; empty where there is none.
    """

    registration_number: str = field(repr=False)
    """The company number (BT-30): in Czechia and Slovakia the IČO, eight digits
    (`COMPANY-NUMBER-01`, `-02`). Empty where there is none.
    """

    vat_id: str | None = field(default=None, repr=False)
    """The VAT id, DIČ (BT-31; `COMPANY-NUMBER-03`). Whether tax is charged is said by
    [`vat_since`](Settings::vat_since), and not by having one. Missing where there is none.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoverageWarranty01(_w.Record):
    """The fault was reported before the first day of the warranty."""

    from_: _dt.date
    """The first day of the warranty."""

    reported_on: _dt.date
    """The local day on which the fault was reported."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoverageWarranty02(_w.Record):
    """The fault was reported within the warranty, the last day of which counts."""

    reported_on: _dt.date
    """The local day on which the fault was reported."""

    until: _dt.date
    """The last day of the warranty, which counts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoverageWarranty03(_w.Record):
    """The fault was reported after the last day of the warranty."""

    reported_on: _dt.date
    """The local day on which the fault was reported."""

    until: _dt.date
    """The last day of the warranty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoverageWarranty04(_w.Record):
    """Warranty service on what is not known to be under warranty: its kind decides."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoverageWarranty05(_w.Record):
    """Nothing says that there is a warranty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoverageWarranty06(_w.Record):
    """A warranty does not bear consumable material."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoveragePlanned01(_w.Record):
    """A warranty answers for defects, and not for care that was planned."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonCoverageManager01(_w.Record):
    """A manager decided against the rules, whose reasons stand before this one."""

    reason: str = field(repr=False)
    """What the manager gave as the reason, in the manager's own words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonPriceList01(_w.Record):
    """The price list of the day gave the price of one unit."""

    amount: Decimal
    """Their product without tax, before it is rounded."""

    list: str = field(repr=False)
    """Name of the price list."""

    price: Decimal
    """Net price of one unit, in the currency of the list."""

    quantity: Decimal
    """How much was priced, in the unit of the line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonPriceList02(_w.Record):
    """The price list of the day gave the price of an hour, for minutes that are no short part of
    one.
    """

    amount: Decimal
    """A sixtieth of their product without tax, before it is rounded."""

    list: str = field(repr=False)
    """Name of the price list."""

    minutes: Decimal
    """How many whole minutes were priced."""

    price: Decimal
    """Net price of an hour, in the currency of the list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonPriceRound01(_w.Record):
    """An amount had more decimals than its currency, and was rounded once for the line."""

    amount: Decimal
    """The amount before it was rounded."""

    rounded: Decimal
    """The amount afterwards, rounded half away from zero."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonInvoiceWarning01(_w.Record):
    """A Czech seller names no entry in a register (civil code, § 435)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonInvoiceWarning02(_w.Record):
    """Of a business nobody said whether it pays VAT, nor whether the work is construction."""

    customer: str = field(repr=False)
    """The id of the customer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonPriceMissing01(_w.Record):
    """No price list of the day has the code."""

    day: _dt.date
    """The local day by which the price is chosen."""

    item: str = field(repr=False)
    """The code of the line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonPriceMissing02(_w.Record):
    """The price list has the code by another unit."""

    item: str = field(repr=False)
    """The code of the line."""

    list: str = field(repr=False)
    """Name of the price list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonPriceBorne01(_w.Record):
    """The customer pays nothing of it, as the warranty bears it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasonTaxExempt01(_w.Record):
    """No tax is charged, as the seller is no payer of VAT."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Requirements(_w.Record):
    """What an activity asks of who plans it; what is missing asks nothing."""

    blackouts: Sequence[Period] = ()
    """The periods at which the customer cannot, 100 at the most; a visit meets none of them."""

    deadline: Deadline | None = None
    """The moment by which it must be over, and the rule that says so; there is none where it is
    missing.
    """

    earliest: _dt.datetime | None = None
    """The moment before which it does not begin: a part comes then, or the equipment runs until
    then. At once where it is missing.
    """

    minutes: int | None = None
    """How long the work is expected to take on site, in minutes, 1 to 20,160
    (`ACTIVITY-REQUIRE-01`); nobody said where it is missing.
    """

    priority: Priority = Priority.NORMAL
    """How urgent it is; normal where it is missing."""

    skills: Sequence[str] = field(default=(), repr=False)
    """The skills that who does it must have, by their names: case and blanks around do not matter.
    Each once and not empty, 20 at the most (`ACTIVITY-REQUIRE-02`).
    """

    wanted_by: _dt.datetime | None = None
    """The moment by which the customer would like it to be over; he said nothing where it is
    missing.
    """

    windows: Sequence[Period] = ()
    """The periods at which the customer can, 100 at the most; at any time where the list is empty.
    A visit lies within one of them, or within several that touch.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkingTime(_w.Record):
    """When somebody works, by the clock on the wall."""

    cycle: Cycle | None = None
    """The weeks that come round, where shifts rotate; each week is alike where it is missing."""

    days: Sequence[DayHours] = ()
    """The days that have hours of their own, in order: they hold whatever the week and the public
    holidays say.
    """

    holidays: str | None = field(default=None, repr=False)
    """The country whose public holidays are free of work, ISO 3166-1 alpha-2: `CZ`; work goes on
    then where it is missing.
    """

    hours: Sequence[Hours] = ()
    """The hours of a common week, in its order. Empty where none are known: then any time counts
    as one of work.
    """

    zone: str = field(repr=False)
    """The zone of the clock by which all of it is meant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Site(_w.Record):
    """A place where the customer's equipment stands; often not the seat."""

    address: _p.Personal[Address]
    """The address at which it is."""

    id: UUID
    """The id of the site, by which equipment, activities and commands name it."""

    name: _p.Personal[str]
    """The name by which people call it: `Hala 2`."""

    opening: WorkingTime | None = None
    """When it is open; at any time where it is missing."""

    region: str | None = field(default=None, repr=False)
    """The region in which it lies, in the company's own words; that of the customer where it is
    missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Skill(_w.Record):
    """A skill, or a permission that ends: a training, a licence, a certificate."""

    name: str = field(repr=False)
    """What it is called, as activities ask for it: case and blanks around do not matter."""

    until: _dt.date | None = None
    """The last local day on which it holds; it does not end where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotReason(_w.Record):
    """Why a slot has its score: one of the sums that it is made of."""

    adds: int
    """What it adds to the score: the amount times its weight."""

    amount: int
    """How many of it: hours, minutes or what `cost` says."""

    point: Point
    """What is counted: hours, minutes, or points of cost."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WallTime(_w.Record):
    """A time as it is agreed with people: local, with its zone."""

    later: bool = False
    """Which of the two moments, where the clock is put back and shows this time twice: the second
    one (what Temporal calls `later`, and PEP 495 `fold=1`). Where it is missing, the first. For
    a time that the clock shows once it is refused.
    """

    local: _dt.datetime
    """What the clock shows: `2026-10-16T10:00:00`, in the years 1 to 9999."""

    zone: str = field(repr=False)
    """Where that clock hangs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights(_w.Record):
    """How much each point of a slot counts. The sum is its score, and the least is the best."""

    cost: int = 1
    """For what the technician costs, as `cost` says; 1 where it is missing."""

    fairness: int = 1
    """For each hour of visits that the technician has in that week already; 1 where it is missing."""

    travel: int = 2
    """For each minute of travel that it adds; 2 where it is missing."""

    waiting: int = 1
    """For each hour until it begins; 1 where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WishMove(_w.Record):
    """Another time."""

    ends: Planned
    """When it would end: local time with its zone, and the instant that it means."""

    starts: Planned
    """When it would begin: local time with its zone, and the instant that it means."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WishDecline(_w.Record):
    """That somebody else goes, or nobody."""


Delivery = Union[
    DeliverySent,
    DeliveryFailed,
    DeliveryUnreached,
    DeliveryUnknown,
]
"""What became of a message."""


Reason = Union[
    ReasonCoverageWarranty01,
    ReasonCoverageWarranty02,
    ReasonCoverageWarranty03,
    ReasonCoverageWarranty04,
    ReasonCoverageWarranty05,
    ReasonCoverageWarranty06,
    ReasonCoveragePlanned01,
    ReasonCoverageManager01,
    ReasonPriceList01,
    ReasonPriceList02,
    ReasonPriceRound01,
    ReasonInvoiceWarning01,
    ReasonInvoiceWarning02,
    ReasonPriceMissing01,
    ReasonPriceMissing02,
    ReasonPriceBorne01,
    ReasonTaxExempt01,
]
"""Why a result is what it is. On the wire the variant is its stable code under `code`, with the
parameters beside it.
"""


Wish = Union[
    WishMove,
    WishDecline,
]
"""What would be better than what is planned."""


_w.define(
    Address,
    _w.Field("city", _w.JSON),
    _w.Field("country", _w.JSON),
    _w.Field("postal_code", _w.JSON),
    _w.Field("street", _w.JSON),
)
_w.define(
    Buyer,
    _w.Field("address", _w.Rec(Address)),
    _w.Field("name", _w.JSON),
    _w.Field("registration_number", _w.JSON, "none"),
    _w.Field("vat_id", _w.JSON, "none"),
)
_w.define(
    Device,
    _w.Field("clock", _w.INSTANT),
    _w.Field("id", _w.ID),
    _w.Field("sequence", _w.JSON),
)
_w.define(
    Change,
    _w.Field("actor", _w.ID),
    _w.Field("actor_name", _w.JSON, "empty"),
    _w.Field("at", _w.INSTANT),
    _w.Field("body", _w.JSON),
    _w.Field("called", _w.JSON, "empty"),
    _w.Field("cause", _w.ID, "none"),
    _w.Field("command", _w.ID),
    _w.Field("device", _w.Rec(Device), "none"),
    _w.Field("event", _w.JSON),
    _w.Field("id", _w.ID),
    _w.Field("noun", _w.JSON),
    _w.Field("role", _w.JSON),
    _w.Field("sequence", _w.JSON),
    _w.Field("text", _w.JSON, "none"),
    _w.Field("version", _w.JSON),
)
_w.define(
    Contact,
    _w.Field("email", _w.Person(_w.JSON), "none"),
    _w.Field("id", _w.ID),
    _w.Field("name", _w.Person(_w.JSON)),
    _w.Field("phone", _w.Person(_w.JSON), "none"),
    _w.Field("receives", _w.Items(_w.Word(Paper)), "empty"),
    _w.Field("role", _w.Person(_w.JSON), "none"),
)
_w.define(
    Counted,
    _w.Field("more", _w.JSON),
    _w.Field("rows", _w.JSON),
)
_w.define(
    Register,
    _w.Field("looked_up_at", _w.INSTANT),
    _w.Field("register_entry", _w.JSON, "none"),
    _w.Field("registry", _w.JSON),
    _w.Field("status", _w.Word(CompanyStatus)),
)
_w.define(
    CustomerProfile,
    _w.Field("address", _w.Person(_w.Rec(Address))),
    _w.Field("emails", _w.Items(_w.Person(_w.JSON))),
    _w.Field("kind", _w.Word(CustomerKind)),
    _w.Field("language", _w.Word(Language), "none"),
    _w.Field("name", _w.Person(_w.JSON)),
    _w.Field("region", _w.JSON, "none"),
    _w.Field("register", _w.Person(_w.Rec(Register)), "none"),
    _w.Field("registration_number", _w.Person(_w.JSON), "none"),
    _w.Field("vat_group_id", _w.Person(_w.JSON), "none"),
    _w.Field("vat_id", _w.Person(_w.JSON), "none"),
    _w.Field("vat_payer", _w.JSON, "none"),
)
_w.define(
    Cycle,
    _w.Field("since", _w.DATE),
    _w.Field("weeks", _w.JSON),
)
_w.define(
    TimesOfDay,
    _w.Field("from", _w.TIME, attr="from_"),
    _w.Field("to", _w.TIME),
)
_w.define(
    DayHours,
    _w.Field("date", _w.DATE),
    _w.Field("hours", _w.Items(_w.Rec(TimesOfDay))),
)
_w.define(
    Deadline,
    _w.Field("at", _w.INSTANT),
    _w.Field("rule", _w.JSON, "empty"),
)
_w.define(
    DeliverySent,
    _w.Field("detail", _w.JSON),
)
_w.define(
    DeliveryFailed,
    _w.Field("permanent", _w.JSON),
    _w.Field("reason", _w.JSON),
)
_w.define(
    DeliveryUnreached,
    _w.Field("reason", _w.JSON),
)
_w.define(
    DeliveryUnknown,
    _w.Field("reason", _w.JSON),
)
_delivery = _w.Tagged(
    _w.Variant("sent", DeliverySent),
    _w.Variant("failed", DeliveryFailed),
    _w.Variant("unreached", DeliveryUnreached),
    _w.Variant("unknown", DeliveryUnknown),
    field="outcome",
)
_w.define(
    Evidence,
    _w.Field("hash", _w.JSON),
    _w.Field("kept", _w.Person(_w.JSON)),
)
_w.define(
    Hours,
    _w.Field("from", _w.TIME, attr="from_"),
    _w.Field("to", _w.TIME),
    _w.Field("week", _w.JSON, "none"),
    _w.Field("weekday", _w.Word(Weekday)),
)
_w.define(
    Kept,
    _w.Field("id", _w.ID),
    _w.Field("noun", _w.JSON),
    _w.Field("person", _w.ID),
    _w.Field("until", _w.DATE),
)
_w.define(
    Mailbox,
    _w.Field("address", _w.JSON),
    _w.Field("name", _w.JSON, "none"),
)
_w.define(
    Number,
    _w.Field("series", _w.JSON),
    _w.Field("text", _w.JSON),
    _w.Field("value", _w.JSON),
    _w.Field("year", _w.JSON),
)
_w.define(
    Period,
    _w.Field("from", _w.INSTANT, attr="from_"),
    _w.Field("to", _w.INSTANT),
)
_w.define(
    Planned,
    _w.Field("instant", _w.INSTANT),
    _w.Field("later", _w.JSON, "none"),
    _w.Field("local", _w.LOCAL),
    _w.Field("zone", _w.JSON),
)
_w.define(
    Portion,
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("payer", _w.Word(Payer)),
    _w.Field("quantity", _w.AMOUNT),
)
_w.define(
    Profile,
    _w.Field("address", _w.Rec(Address)),
    _w.Field("email", _w.JSON),
    _w.Field("iban", _w.JSON, "empty"),
    _w.Field("name", _w.JSON),
    _w.Field("phone", _w.JSON, "empty"),
    _w.Field("register_entry", _w.JSON, "empty"),
    _w.Field("registration_number", _w.JSON),
    _w.Field("vat_id", _w.JSON, "none"),
)
_w.define(
    ReasonCoverageWarranty01,
    _w.Field("from", _w.DATE, attr="from_"),
    _w.Field("reported_on", _w.DATE),
)
_w.define(
    ReasonCoverageWarranty02,
    _w.Field("reported_on", _w.DATE),
    _w.Field("until", _w.DATE),
)
_w.define(
    ReasonCoverageWarranty03,
    _w.Field("reported_on", _w.DATE),
    _w.Field("until", _w.DATE),
)
_w.define(
    ReasonCoverageManager01,
    _w.Field("reason", _w.JSON),
)
_w.define(
    ReasonPriceList01,
    _w.Field("amount", _w.AMOUNT),
    _w.Field("list", _w.JSON),
    _w.Field("price", _w.AMOUNT),
    _w.Field("quantity", _w.AMOUNT),
)
_w.define(
    ReasonPriceList02,
    _w.Field("amount", _w.AMOUNT),
    _w.Field("list", _w.JSON),
    _w.Field("minutes", _w.AMOUNT),
    _w.Field("price", _w.AMOUNT),
)
_w.define(
    ReasonPriceRound01,
    _w.Field("amount", _w.AMOUNT),
    _w.Field("rounded", _w.AMOUNT),
)
_w.define(
    ReasonInvoiceWarning02,
    _w.Field("customer", _w.JSON),
)
_w.define(
    ReasonPriceMissing01,
    _w.Field("day", _w.DATE),
    _w.Field("item", _w.JSON),
)
_w.define(
    ReasonPriceMissing02,
    _w.Field("item", _w.JSON),
    _w.Field("list", _w.JSON),
)
_reason = _w.Tagged(
    _w.Variant("COVERAGE-WARRANTY-01", ReasonCoverageWarranty01),
    _w.Variant("COVERAGE-WARRANTY-02", ReasonCoverageWarranty02),
    _w.Variant("COVERAGE-WARRANTY-03", ReasonCoverageWarranty03),
    _w.Variant("COVERAGE-WARRANTY-04", ReasonCoverageWarranty04),
    _w.Variant("COVERAGE-WARRANTY-05", ReasonCoverageWarranty05),
    _w.Variant("COVERAGE-WARRANTY-06", ReasonCoverageWarranty06),
    _w.Variant("COVERAGE-PLANNED-01", ReasonCoveragePlanned01),
    _w.Variant("COVERAGE-MANAGER-01", ReasonCoverageManager01),
    _w.Variant("PRICE-LIST-01", ReasonPriceList01),
    _w.Variant("PRICE-LIST-02", ReasonPriceList02),
    _w.Variant("PRICE-ROUND-01", ReasonPriceRound01),
    _w.Variant("INVOICE-WARNING-01", ReasonInvoiceWarning01),
    _w.Variant("INVOICE-WARNING-02", ReasonInvoiceWarning02),
    _w.Variant("PRICE-MISSING-01", ReasonPriceMissing01),
    _w.Variant("PRICE-MISSING-02", ReasonPriceMissing02),
    _w.Variant("PRICE-BORNE-01", ReasonPriceBorne01),
    _w.Variant("TAX-EXEMPT-01", ReasonTaxExempt01),
    field="code",
)
_w.define(
    Requirements,
    _w.Field("blackouts", _w.Items(_w.Rec(Period)), "empty"),
    _w.Field("deadline", _w.Rec(Deadline), "none"),
    _w.Field("earliest", _w.INSTANT, "none"),
    _w.Field("minutes", _w.JSON, "none"),
    _w.Field("priority", _w.Word(Priority), "none"),
    _w.Field("skills", _w.Items(_w.JSON), "empty"),
    _w.Field("wanted_by", _w.INSTANT, "none"),
    _w.Field("windows", _w.Items(_w.Rec(Period)), "empty"),
)
_w.define(
    WorkingTime,
    _w.Field("cycle", _w.Rec(Cycle), "none"),
    _w.Field("days", _w.Items(_w.Rec(DayHours)), "empty"),
    _w.Field("holidays", _w.JSON, "none"),
    _w.Field("hours", _w.Items(_w.Rec(Hours)), "empty"),
    _w.Field("zone", _w.JSON),
)
_w.define(
    Site,
    _w.Field("address", _w.Person(_w.Rec(Address))),
    _w.Field("id", _w.ID),
    _w.Field("name", _w.Person(_w.JSON)),
    _w.Field("opening", _w.Rec(WorkingTime), "none"),
    _w.Field("region", _w.JSON, "none"),
)
_w.define(
    Skill,
    _w.Field("name", _w.JSON),
    _w.Field("until", _w.DATE, "none"),
)
_w.define(
    SlotReason,
    _w.Field("adds", _w.JSON),
    _w.Field("amount", _w.JSON),
    _w.Field("point", _w.Word(Point)),
)
_w.define(
    WallTime,
    _w.Field("later", _w.JSON, "none"),
    _w.Field("local", _w.LOCAL),
    _w.Field("zone", _w.JSON),
)
_w.define(
    Weights,
    _w.Field("cost", _w.JSON, "none"),
    _w.Field("fairness", _w.JSON, "none"),
    _w.Field("travel", _w.JSON, "none"),
    _w.Field("waiting", _w.JSON, "none"),
)
_w.define(
    WishMove,
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("starts", _w.Rec(Planned)),
)
_wish = _w.Tagged(
    _w.Variant("move", WishMove),
    _w.Variant("decline", WishDecline),
)
