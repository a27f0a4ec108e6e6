"""What ``company`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _wire as _w
from . import engine as _e
from .common import (
    Address as Address,
    Counted as Counted,
    Currency as Currency,
    Kept as Kept,
    Language as Language,
    Profile as Profile,
)


class Reach(_k.Choice):
    """How far a right reaches."""

    NO = "no"
    """The right does not reach at all: the verb is refused with `ACCESS-ROLE-01`."""
    OWN = "own"
    """To what is assigned to the actor or belongs to him; anything else is refused with
    `ACCESS-OWN-01`, and lists leave it out.
    """
    ALL = "all"
    """To everything of the company."""


ReachLike = Union[Reach, Literal["no", "own", "all"]]


class TaxPeriod(_k.Choice):
    """The tax period of a company (act 235/2004, § 99 and § 99a): its end begins the years for
    which an invoice is kept.
    """

    MONTH = "month"
    """The tax period is a calendar month."""
    QUARTER = "quarter"
    """The tax period is a calendar quarter."""


TaxPeriodLike = Union[TaxPeriod, Literal["month", "quarter"]]


class VatRegistration(_k.Choice):
    """What somebody is to the VAT act (235/2004). It does not follow from having a VAT id: a sole
    trader has one always, and an identified person has one and charges no tax at home.
    """

    NOT_PAYER = "not_payer"
    """Registered for nothing: no tax is charged."""
    PAYER = "payer"
    """A payer (§ 6): tax is charged."""
    IDENTIFIED = "identified"
    """An identified person (§ 6g): no tax is charged at home."""


VatRegistrationLike = Union[VatRegistration, Literal["not_payer", "payer", "identified"]]


class Order(_k.Choice):
    """By what a list of companies is ordered. A request sees its own company only, so a list has
    one row at most.
    """

    NAME = "name"
    """By the business name."""


OrderLike = Union[Order, Literal["name"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class VatSince(_w.Record):
    """What somebody is to the VAT act from a day on, until the next such day."""

    from_: _dt.date
    """The first day on which it holds."""

    registration: VatRegistration
    """What it is from that day on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings(_w.Record):
    """What a company has decided once for all."""

    currency: Currency = Currency.CZK
    """The currency of invoices and of the price lists that they use; that of the country of the
    seat where it is missing (`COMPANY-CREATE-07` where that is none of them). Once it is
    changed, work needs a price list in the new one, and drafts in the old one are drafted anew.
    """

    four_eyes: bool = True
    """Whether nobody approves what they reported themselves (`APPROVAL-EYES-01`); `true` where it
    is missing.
    """

    job_sheet_prices: bool = False
    """Whether job sheets show prices (A10); `false` where it is missing."""

    language: Language = Language.CS
    """The language of documents and mails, unless the customer wants another, and the one as which
    lists by a name or title sort; Czech where it is missing. Once it is changed, what was
    written before keeps its place in lists until [`renew`](crate::engine::Engine::renew) has
    sorted it anew.
    """

    payment_days: int = 14
    """Days from the issue of an invoice to its due date; 14 where it is missing."""

    receipt_days: int = 366
    """For so many days a command's request is remembered, so that the same id with other content
    is refused (`COMMAND-ID-01`). After them the same id still gives its receipt and runs no
    second time. 366 where it is missing.
    """

    retention_years: int = 10
    """For so many years after its period an invoice is kept, with the signed job sheets behind it,
    although a person in them is forgotten: at least as many as the law asks for
    (`COMPANY-RETENTION-01`), see [`Retention`](super::Retention). 10 where it is missing.
    """

    retry_after: Sequence[int] | None = None
    """For a message that was certainly not taken and may be taken later: after how many minutes it
    is tried again by itself, for each try in turn; after the last it has failed. At most 20
    tries, none after more than a week and none at once (`COMPANY-RETRY-01`). 1, 5, 15, 60, 240,
    720 and then four times 1,440 where it is missing, together more than four days (RFC 5321,
    4.5.4.1); never where it is empty.
    """

    send_job_sheet: bool = True
    """Whether the job sheet is sent by itself once it is confirmed, to the contacts who receive
    job sheets, else to the customer's own addresses; `true` where it is missing.
    """

    tax_period: TaxPeriod = TaxPeriod.MONTH
    """How long its tax period is, a month or a quarter; a month where it is missing."""

    technicians_read_all: bool = False
    """Whether technicians read all customers and equipment, and not only those of activities that
    they are on; `false` where it is missing. What they may change stays the same: the cards of
    equipment on open activities of theirs.
    """

    vat_since: Sequence[VatSince] = ()
    """What the company is to the VAT act, and since when, in the order of the days
    (`COMPANY-VAT-03`): the tax point of an invoice chooses. Registered for nothing where it is
    empty, which a company that has a VAT id must say as well (`COMPANY-VAT-01`).
    """

    zone: str = field(default="UTC", repr=False)
    """The zone of its clocks: days, years of series and dates of documents are local to it. That
    of the country of the seat where it is missing, for a country that has only one
    (`COMPANY-CREATE-06` for others). Once it is changed, what happens is counted by the new
    one, also where it began before: a line that is billed then has its day by the new clocks.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A company. Its id leads every key: two companies in one store never see each other."""

    profile: Profile
    """Who it is on documents: name, numbers, address."""

    roles: Mapping[str, Mapping[str, Reach]] = field(repr=False)
    """The roles that it defined apart from the built-in ones: the name of a role to the verbs that
    it may, each with how far.
    """

    settings: Settings
    """What it has decided once for all: zone, language, currency, terms."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View(_w.Record):
    """One record, as it is read."""

    available_verbs: Sequence[str] = field(repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Empty where nothing may be asked. Another record may still forbid one: a line is
    planned only while its activity is worked on.
    """

    ext: Mapping[str, str] = field(repr=False)
    """What the host hangs on it: a namespace to JSON as text, which Callout never reads."""

    external_ids: Mapping[str, str] = field(repr=False)
    """The ids that it has in outside systems: the name of a system to the id there."""

    id: UUID
    """The id of the record that was read."""

    read_at: _dt.datetime
    """The moment at which it was read."""

    state: State
    """What it is now, as far as the role may see it."""

    version: int
    """Its version, from 1: what a command that changes it gives in `expected`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What a list shows of the company."""

    name: str = field(repr=False)
    """The business name (BT-27), as it stands on documents."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(_w.Record):
    """A page of rows."""

    counted: Counted | None = None
    """How many rows the whole list has; missing where that was not asked."""

    next: str | None = field(default=None, repr=False)
    """What the question for the next page gives in `after`; missing on the last page."""

    rows: Sequence[Row]
    """The rows, in the order that was asked for."""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter(_w.Record):
    """Nothing to narrow by: a request sees its own company only."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingsChange(_w.Record):
    """The settings to change; what is missing stays."""

    currency: Currency | _k.Keep = _k.KEEP
    """The currency of invoices; see [`currency`](Settings::currency). It stays where it is
    missing.
    """

    four_eyes: bool | _k.Keep = _k.KEEP
    """Whether nobody approves what they reported themselves; see
    [`four_eyes`](Settings::four_eyes). It stays where it is missing.
    """

    job_sheet_prices: bool | _k.Keep = _k.KEEP
    """Whether job sheets show prices; see [`job_sheet_prices`](Settings::job_sheet_prices). It
    stays where it is missing.
    """

    language: Language | _k.Keep = _k.KEEP
    """The language of documents, mails and the order of lists; see
    [`language`](Settings::language). It stays where it is missing.
    """

    payment_days: int | _k.Keep = _k.KEEP
    """Days from the issue of an invoice to its due date; see
    [`payment_days`](Settings::payment_days). It stays where it is missing.
    """

    receipt_days: int | _k.Keep = _k.KEEP
    """For how many days a command's request is remembered; see
    [`receipt_days`](Settings::receipt_days). It stays where it is missing.
    """

    retention_years: int | _k.Keep = _k.KEEP
    """For how many years papers are kept; see [`retention_years`](Settings::retention_years). It
    stays where it is missing.
    """

    retry_after: Sequence[int] | _k.Keep = _k.KEEP
    """After how many minutes a message is tried again by itself, whole; see
    [`retry_after`](Settings::retry_after). It stays where it is missing.
    """

    send_job_sheet: bool | _k.Keep = _k.KEEP
    """Whether the job sheet is sent by itself; see [`send_job_sheet`](Settings::send_job_sheet).
    It stays where it is missing.
    """

    tax_period: TaxPeriod | _k.Keep = _k.KEEP
    """How long the tax period is; see [`tax_period`](Settings::tax_period). It stays where it is
    missing.
    """

    technicians_read_all: bool | _k.Keep = _k.KEEP
    """Whether technicians read all customers and equipment; see
    [`technicians_read_all`](Settings::technicians_read_all). It stays where it is missing.
    """

    vat_since: Sequence[VatSince] | _k.Keep = _k.KEEP
    """What the company is to the VAT act, and since when, whole; see
    [`vat_since`](Settings::vat_since). It stays where it is missing.
    """

    zone: str | _k.Keep = field(default=_k.KEEP, repr=False)
    """The zone of its clocks; see [`zone`](Settings::zone). It stays where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProfileChange(_w.Record):
    """What of a company's profile is to change: what is missing stays, `null` takes away."""

    address: Address | _k.Keep = _k.KEEP
    """The address of the seat, whole, with its country as two letters of ISO 3166-1
    (`COMPANY-NUMBER-05`); the old one stays where it is missing.
    """

    email: str | None | _k.Keep = field(default=_k.KEEP, repr=False)
    """The address from which mails go (`COMPANY-CREATE-04` where it is none); `null` for a company
    that sends none, and the old one stays where it is missing.
    """

    iban: str | None | _k.Keep = field(default=_k.KEEP, repr=False)
    """The account to which invoices are paid (BT-84): an IBAN (`COMPANY-NUMBER-04`); `null` takes
    it away, and the old one stays where it is missing.
    """

    name: str | _k.Keep = field(default=_k.KEEP, repr=False)
    """The business name (BT-27), on one line; not empty (`COMPANY-CREATE-03`), and the old one
    stays where it is missing.
    """

    phone: str | None | _k.Keep = field(default=_k.KEEP, repr=False)
    """The telephone number for questions; `null` takes it away, and the old one stays where it is
    missing.
    """

    register_entry: str | None | _k.Keep = field(default=_k.KEEP, repr=False)
    """The entry in the public register (BT-33), printed at the foot of documents; `null` takes it
    away, and the old one stays where it is missing.
    """

    registration_number: str | None | _k.Keep = field(default=_k.KEEP, repr=False)
    """The company number (BT-30), under the rules of [`Profile::registration_number`]; `null`
    takes it away, and the old one stays where it is missing.
    """

    vat_id: str | None | _k.Keep = field(default=_k.KEEP, repr=False)
    """The VAT id, DIČ (BT-31; `COMPANY-NUMBER-03`); `null` takes it away, and the old one stays
    where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Secret(_w.Record):
    """The secret from which ids follow that nobody shall guess, such as those of mails. The
    journal holds its hash alone, so that a changed one shows.
    """

    hash: str = field(repr=False)
    """SHA-256 of the secret."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """The company was created, and its journal begins."""

    profile: Profile
    """Who the company is on documents: name, numbers, address."""

    secret: Secret
    """The hash of the company's secret, from which ids follow that nobody shall guess, such as
    those of mails.
    """

    settings: Settings
    """What the company has decided once for all: zone, language, currency, terms."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUpdated(_w.Record):
    """It was changed who the company is or what it has decided. Documents issued before keep what
    they say.
    """

    profile: Profile
    """Who the company is on documents from then on; all of it, also what stayed."""

    settings: Settings
    """What the company has decided from then on; all of it, also what stayed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRoleDefined(_w.Record):
    """A role of the company's own was defined, or defined anew."""

    permissions: Mapping[str, Reach] = field(repr=False)
    """Each verb that the role may, `activity.assign`, to how far; a verb that is not here is
    closed.
    """

    role: str
    """The name of the role, as actors say it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRoleDropped(_w.Record):
    """A role was taken away: who has it may do nothing from then on."""

    role: str
    """The name of the role that was taken away."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Erased(_w.Record):
    """So many values about one person, or held by one paper, were deleted."""

    id: UUID
    """The id of the person, or of the paper or mail whose bytes and rendered files went along."""

    values: int
    """How many values were deleted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPersonsErased(_w.Record):
    """Natural persons were forgotten: the values about them were deleted, but for what the law
    keeps until its term.
    """

    ended: Sequence[Kept]
    """What was kept of others who were forgotten before, on the papers that went; it is not kept
    any more.
    """

    kept: Sequence[Kept]
    """What the law keeps of the persons, record by record, each until its last day."""

    papers: Sequence[Erased]
    """The ids of the papers and mails that name one of them and that no law keeps, each with how
    many values were deleted with it.
    """

    persons: Sequence[Erased]
    """The ids under which values about them were kept, each with how many were deleted."""

    reason: str = field(repr=False)
    """Why the persons were forgotten, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRetentionEnded(_w.Record):
    """What was kept of forgotten persons and was past its term was deleted."""

    ended: Sequence[Kept]
    """What was past its term and is not kept any more, record by record."""

    papers: Sequence[Erased]
    """The ids of the papers and mails that went with it, each with how many values were deleted
    with it.
    """

    persons: Sequence[Erased]
    """The ids of the persons of whom it told, each with how many values were deleted."""


Event = Union[
    EventCreated,
    EventUpdated,
    EventRoleDefined,
    EventRoleDropped,
    EventPersonsErased,
    EventRetentionEnded,
]
"""What happened to a company."""


_w.define(
    VatSince,
    _w.Field("from", _w.DATE, attr="from_"),
    _w.Field("registration", _w.Word(VatRegistration)),
)
_w.define(
    Settings,
    _w.Field("currency", _w.Word(Currency), "none"),
    _w.Field("four_eyes", _w.JSON, "none"),
    _w.Field("job_sheet_prices", _w.JSON, "none"),
    _w.Field("language", _w.Word(Language), "none"),
    _w.Field("payment_days", _w.JSON, "none"),
    _w.Field("receipt_days", _w.JSON, "none"),
    _w.Field("retention_years", _w.JSON, "none"),
    _w.Field("retry_after", _w.Items(_w.JSON), "none"),
    _w.Field("send_job_sheet", _w.JSON, "none"),
    _w.Field("tax_period", _w.Word(TaxPeriod), "none"),
    _w.Field("technicians_read_all", _w.JSON, "none"),
    _w.Field("vat_since", _w.Items(_w.Rec(VatSince)), "none"),
    _w.Field("zone", _w.JSON, "none"),
)
_w.define(
    State,
    _w.Field("profile", _w.Rec(Profile)),
    _w.Field("roles", _w.Table(_w.Table(_w.Word(Reach)))),
    _w.Field("settings", _w.Rec(Settings)),
)
_w.define(
    View,
    _w.Field("available_verbs", _w.Items(_w.JSON)),
    _w.Field("ext", _w.Table(_w.JSON)),
    _w.Field("external_ids", _w.Table(_w.JSON)),
    _w.Field("id", _w.ID),
    _w.Field("read_at", _w.INSTANT),
    _w.Field("state", _w.Rec(State)),
    _w.Field("version", _w.JSON),
)
_w.define(
    Row,
    _w.Field("name", _w.JSON),
)
_w.define(
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    SettingsChange,
    _w.Field("currency", _w.Word(Currency), "keep"),
    _w.Field("four_eyes", _w.JSON, "keep"),
    _w.Field("job_sheet_prices", _w.JSON, "keep"),
    _w.Field("language", _w.Word(Language), "keep"),
    _w.Field("payment_days", _w.JSON, "keep"),
    _w.Field("receipt_days", _w.JSON, "keep"),
    _w.Field("retention_years", _w.JSON, "keep"),
    _w.Field("retry_after", _w.Items(_w.JSON), "keep"),
    _w.Field("send_job_sheet", _w.JSON, "keep"),
    _w.Field("tax_period", _w.Word(TaxPeriod), "keep"),
    _w.Field("technicians_read_all", _w.JSON, "keep"),
    _w.Field("vat_since", _w.Items(_w.Rec(VatSince)), "keep"),
    _w.Field("zone", _w.JSON, "keep"),
)
_w.define(
    ProfileChange,
    _w.Field("address", _w.Rec(Address), "keep"),
    _w.Field("email", _w.JSON, "keep"),
    _w.Field("iban", _w.JSON, "keep"),
    _w.Field("name", _w.JSON, "keep"),
    _w.Field("phone", _w.JSON, "keep"),
    _w.Field("register_entry", _w.JSON, "keep"),
    _w.Field("registration_number", _w.JSON, "keep"),
    _w.Field("vat_id", _w.JSON, "keep"),
)
_w.define(
    Secret,
    _w.Field("hash", _w.JSON),
)
_w.define(
    EventCreated,
    _w.Field("profile", _w.Rec(Profile)),
    _w.Field("secret", _w.Rec(Secret)),
    _w.Field("settings", _w.Rec(Settings)),
)
_w.define(
    EventUpdated,
    _w.Field("profile", _w.Rec(Profile)),
    _w.Field("settings", _w.Rec(Settings)),
)
_w.define(
    EventRoleDefined,
    _w.Field("permissions", _w.Table(_w.Word(Reach))),
    _w.Field("role", _w.JSON),
)
_w.define(
    EventRoleDropped,
    _w.Field("role", _w.JSON),
)
_w.define(
    Erased,
    _w.Field("id", _w.ID),
    _w.Field("values", _w.JSON),
)
_w.define(
    EventPersonsErased,
    _w.Field("ended", _w.Items(_w.Rec(Kept))),
    _w.Field("kept", _w.Items(_w.Rec(Kept))),
    _w.Field("papers", _w.Items(_w.Rec(Erased))),
    _w.Field("persons", _w.Items(_w.Rec(Erased))),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventRetentionEnded,
    _w.Field("ended", _w.Items(_w.Rec(Kept))),
    _w.Field("papers", _w.Items(_w.Rec(Erased))),
    _w.Field("persons", _w.Items(_w.Rec(Erased))),
)
_event = _w.Tagged(
    _w.Variant("created", EventCreated),
    _w.Variant("updated", EventUpdated),
    _w.Variant("role_defined", EventRoleDefined),
    _w.Variant("role_dropped", EventRoleDropped),
    _w.Variant("persons_erased", EventPersonsErased),
    _w.Variant("retention_ended", EventRetentionEnded),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("number_checked", _w.JSON, "none"),
    _w.Field("profile", _w.Rec(Profile)),
    _w.Field("settings", _w.Rec(SettingsChange), "none"),
)
_UPDATE = (
    _w.Field("number_checked", _w.JSON, "none"),
    _w.Field("profile", _w.Rec(ProfileChange), "none"),
    _w.Field("settings", _w.Rec(SettingsChange), "none"),
)
_DEFINE_ROLE = (
    _w.Field("permissions", _w.Table(_w.Word(Reach))),
    _w.Field("role", _w.JSON),
)
_DROP_ROLE = (
    _w.Field("role", _w.JSON),
)
_ERASE_PERSONS = (
    _w.Field("persons", _w.Items(_w.ID)),
    _w.Field("reason", _w.JSON),
)
_ERASE_EXPIRED: tuple[_w.Field, ...] = ()
_ASK_GET = (
    _w.Field("id", _w.ID),
)
_ASK_LIST = (
    _w.Field("after", _w.JSON, "none"),
    _w.Field("count_up_to", _w.JSON, "none"),
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("names", _w.JSON, "none"),
    _w.Field("order", _w.Word(Order), "none"),
)


class CompanyCommands(_s.NounCommands):
    """Commands and queries of ``company``."""

    __slots__ = ()
    _noun = "company"

    def create(
        self,
        *,
        profile: Profile | Mapping[str, Any],
        number_checked: bool = False,
        settings: SettingsChange | Mapping[str, Any] = SettingsChange(),
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Begin: the id of the company is the target.

        profile: Who it is on documents: a name at least, and an address for its mails where
            it sends any.
        number_checked: Whether the numbers were checked elsewhere: a company number or VAT
            id that fails its check digit is taken then, as some real ones do. `false` where
            it is missing.
        settings: What it has decided; what is left out is as [`Settings`](super::Settings)
            says.
        Right: ``company.create``.
        Refusals: ``COMPANY-CREATE-02``, ``COMPANY-CREATE-03``, ``COMPANY-CREATE-04``,
            ``COMPANY-CREATE-06``, ``COMPANY-CREATE-07``, ``COMPANY-NUMBER-01``,
            ``COMPANY-NUMBER-02``, ``COMPANY-NUMBER-03``, ``COMPANY-NUMBER-04``,
            ``COMPANY-NUMBER-05``, ``COMPANY-RETENTION-01``, ``COMPANY-VAT-01``,
            ``COMPANY-VAT-02``, ``COMPANY-VAT-03``.

        >>> manager.company.create(
        ...     profile={"name": "Servis", "registration_number": "", "email": "", "address": {"street": "", "city": "", "postal_code": "", "country": "SK"}},
        ... ).events[0].event
        'created'
        """
        return self._command(
            "create",
            _CREATE,
            {
                "number_checked": number_checked,
                "profile": profile,
                "settings": settings,
            },
            None,
            None,
            command_id,
            external_ids,
        )

    def update(
        self,
        *,
        expected: int,
        number_checked: bool = False,
        profile: ProfileChange | Mapping[str, Any] = ProfileChange(),
        settings: SettingsChange | Mapping[str, Any] = SettingsChange(),
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Change who it is or what it has decided. Documents issued before keep what they say.

        number_checked: Whether the numbers of the profile were checked elsewhere, as in
            `create`; `false` where it is missing.
        profile: What of its profile is to change; what is missing stays.
        settings: The settings that are to change; those that are missing stay.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``company.update``.
        Refusals: ``COMPANY-CREATE-03``, ``COMPANY-CREATE-04``, ``COMPANY-RETENTION-01``,
            ``COMPANY-RETRY-01``.

        >>> seen = manager.company.get(manager.company_id)
        >>> manager.company.update(
        ...     settings={"zone": "Europe/Vienna", "currency": "EUR"},
        ...     expected=seen.version,
        ... ).events[0].event
        'updated'
        """
        return self._command(
            "update",
            _UPDATE,
            {
                "number_checked": number_checked,
                "profile": profile,
                "settings": settings,
            },
            None,
            expected,
            command_id,
            external_ids,
        )

    def define_role(
        self,
        *,
        permissions: Mapping[str, ReachLike],
        role: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Define a role of its own, or define it anew.

        permissions: Each verb that it may, `activity.assign`, to how far; a verb that is
            not here is closed. An unknown one is refused (`COMPANY-ROLE-02`), and so is
            `own` for one that is about the company as a whole (`-05`) and `invoice.read`
            without `prices.read` (`-06`).
        role: The name of the role, as actors say it; not empty, and not that of a built-in
            one (`COMPANY-ROLE-01`).
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``company.define_role``.
        Refusals: ``COMPANY-ROLE-01``, ``COMPANY-ROLE-02``, ``COMPANY-ROLE-04``,
            ``COMPANY-ROLE-05``, ``COMPANY-ROLE-06``, ``COMPANY-ROLE-07``.

        >>> seen = manager.company.get(manager.company_id)
        >>> manager.company.define_role(
        ...     role="partner",
        ...     permissions={"record.link": "own", "record.read": "all", "activity.read": "own"},
        ...     expected=seen.version,
        ... ).events[0].event
        'role_defined'
        """
        return self._command(
            "define_role",
            _DEFINE_ROLE,
            {
                "permissions": permissions,
                "role": role,
            },
            None,
            expected,
            command_id,
            external_ids,
        )

    def drop_role(
        self,
        *,
        role: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take a role away; who has it may do nothing from then on.

        role: The name of the role; `COMPANY-ROLE-03` where the company has none such.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``company.drop_role``.
        Refusals: ``COMPANY-ROLE-03``.

        >>> seen = manager.company.get(manager.company_id)
        >>> manager.company.drop_role(role="dispatcher", expected=seen.version).events[0].event
        'role_dropped'
        """
        return self._command(
            "drop_role",
            _DROP_ROLE,
            {
                "role": role,
            },
            None,
            expected,
            command_id,
            external_ids,
        )

    def erase_persons(
        self,
        *,
        persons: Sequence[UUID],
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Forget natural persons: the values about them are deleted, the record of it stays. What
        the law keeps stays until its term: the receipt lists it.

        persons: The ids that stand as `person` with the values; one human may have several.
            The id of a record takes what staff wrote in it in their own words, and the
            photographs of equipment. The question `persons` finds both.
        reason: Why they are forgotten, for the record, which keeps it: name nobody in it.
            Not empty (`COMPANY-ERASE-02`).
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``company.erase_persons``.
        Refusals: ``COMPANY-ERASE-01``, ``COMPANY-ERASE-02``, ``COMPANY-ERASE-03``.

        >>> seen = manager.company.get(manager.company_id)
        >>> manager.company.erase_persons(
        ...     persons=[jana, petr],
        ...     reason="žádost osoby",
        ...     expected=seen.version,
        ... ).events[0].event
        'persons_erased'
        """
        return self._command(
            "erase_persons",
            _ERASE_PERSONS,
            {
                "persons": persons,
                "reason": reason,
            },
            None,
            expected,
            command_id,
            external_ids,
        )

    def erase_expired(
        self,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Delete what was kept of forgotten persons and is past its term. Ask it once a day;
        nothing happens where nothing is.

        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``company.erase_expired``.

        >>> manager.company.erase_expired().events[0].event
        'retention_ended'
        """
        return self._command(
            "erase_expired",
            _ERASE_EXPIRED,
            {},
            None,
            expected,
            command_id,
            external_ids,
        )

    def get(
        self,
        id: UUID,
    ) -> View:
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> manager.company.get(manager.company_id).id == manager.company_id
        True
        """
        return self._query(
            "get",
            _ASK_GET,
            {
                "id": id,
            },
            View,
        )

    def list(
        self,
        *,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        filter: Filter | Mapping[str, Any] = Filter(),
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of rows of many records.

        after: Where the page begins: the `next` of the page before, with the same order
            (`REQUEST-PAGE-01` otherwise). The first page where it is missing. A row that is
            renamed while pages are read may come twice or not at all: who must see each
            goes by an order that stays.
        count_up_to: So far the rows of the whole list are counted, whatever page is asked
            for; 100,000 at the most (`REQUEST-PAGE-03` otherwise). Not at all where it is
            missing: counting costs as much as there is to count.
        descending: Whether the largest and latest come first; `false` where it is missing.
        filter: By what the list is narrowed; all records where it is missing.
        limit: How many rows a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise);
            100 where it is missing.
        names: Whether the rows show the names and numbers of what they name by id, as far
            as the actor may read it; `true` where it is missing. They are looked up for the
            page.
        order: By what the list is ordered; by the first of the orders where it is missing.

        >>> page = manager.company.list(limit=10)
        >>> page.next is None
        True
        """
        return self._query(
            "list",
            _ASK_LIST,
            {
                "after": after,
                "count_up_to": count_up_to,
                "descending": descending,
                "filter": filter,
                "limit": limit,
                "names": names,
                "order": order,
            },
            Page,
        )

    def each(
        self,
        *,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        filter: Filter | Mapping[str, Any] = Filter(),
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.company.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(after=_place, count_up_to=count_up_to, descending=descending, filter=filter, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
