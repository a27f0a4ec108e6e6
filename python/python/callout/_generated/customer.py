"""What ``customer`` is made of.

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
    CompanyStatus as CompanyStatus,
    Contact as Contact,
    Counted as Counted,
    CustomerKind as CustomerKind,
    CustomerKindLike as CustomerKindLike,
    CustomerProfile as CustomerProfile,
    Cycle as Cycle,
    DayHours as DayHours,
    Hours as Hours,
    Language as Language,
    LanguageLike as LanguageLike,
    Number as Number,
    Paper as Paper,
    PaperLike as PaperLike,
    Register as Register,
    Site as Site,
    TimesOfDay as TimesOfDay,
    Weekday as Weekday,
    WorkingTime as WorkingTime,
)


class Order(_k.Choice):
    """By what a list of customers is ordered; equal ones by their ids."""

    NAME = "name"
    """By the name, as the company's language sorts: letters first, then marks, then case."""
    NUMBER = "number"
    """By the number as text, `ZK-2026-00017`."""


OrderLike = Union[Order, Literal["name", "number"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A customer."""

    contacts: Sequence[Contact]
    """The people to talk to, in the order in which they were added."""

    number: Number
    """The number by which people know the customer, `ZK-2026-00017`."""

    profile: CustomerProfile
    """Who the customer is, on documents and to the tax office."""

    sites: Sequence[Site]
    """The places where the customer's equipment stands, in the order in which they were added."""


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
    """What a list shows of a customer."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    city: str = field(repr=False)
    """The city of the billing address; empty where none was given, or once the person was
    forgotten.
    """

    id: UUID
    """The id of the customer, by which commands and other records name it."""

    kind: CustomerKind
    """Whether it is a company (an authority and a sole trader, too) or a private person."""

    name: str = field(repr=False)
    """Name with legal form, or the person's name; empty once the person was forgotten."""

    number: str = field(repr=False)
    """The number by which people know the customer, `ZK-2026-00017`."""

    registration_number: str | None = field(default=None, repr=False)
    """The company number: the IČO, of a foreign company what its country uses. Nothing where there
    is none, or once the person was forgotten.
    """

    vat_id: str | None = field(default=None, repr=False)
    """The VAT id (DIČ). Nothing where there is none, or once the person was forgotten."""

    version: int
    """The version of the customer when the page was read, from 1: a command that changes it gives
    it in `expected`.
    """


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
    """By what a list of customers is narrowed: all that is said must hold, and nothing said is
    all.
    """

    email: str | None = field(default=None, repr=False)
    """Customers with this e-mail address, their own or a contact's; compared as a whole, and case
    does not matter. All where it is missing.
    """

    registration_number: str | None = field(default=None, repr=False)
    """Customers with this company number (IČO): compared as a whole, without blanks, hyphens and
    case, a Czech one with leading zeros filled in. All where it is missing.
    """

    search: str | None = field(default=None, repr=False)
    """Customers with these words in number, name or company number. Each may be the beginning of
    one; marks and case do not matter, nor words after the 64th.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class RegistryEntry(_w.Record):
    """One company, as a register describes it."""

    dissolved: str | None = field(default=None, repr=False)
    """The day on which it ceased to exist; nothing as long as it has not."""

    established: str | None = field(default=None, repr=False)
    """The day on which it was established; nothing where the register does not say."""

    legal_form: str | None = field(default=None, repr=False)
    """The register's code of the legal form, such as `112`; nothing where it does not say."""

    name: str = field(repr=False)
    """Name with legal form, as registered."""

    register_entry: str | None = field(default=None, repr=False)
    """Where it is entered, such as `C 912345/MSPH`; nothing where the register does not say."""

    registration_number: str = field(repr=False)
    """The company number, eight digits for a Czech one. Text: old numbers may fail the check."""

    registry: str = field(default="", repr=False)
    """The short name of the register that said so, such as `ares`; the engine fills it in."""

    seat: Address
    """The address of the registered seat."""

    status: CompanyStatus
    """Whether it can be dealt with: active, in liquidation, dissolved or unknown."""

    updated: str | None = field(default=None, repr=False)
    """The day on which the register last changed the entry; nothing where it does not say."""

    vat_group_id: str | None = field(default=None, repr=False)
    """The VAT id of the group that the company belongs to, which invoices then bear; nothing where
    it belongs to none.
    """

    vat_id: str | None = field(default=None, repr=False)
    """The VAT id (DIČ) while it is valid; nothing where there is none. A number that outlived its
    registration is left out.
    """

    vat_payer: bool | None = None
    """Whether it pays VAT, alone or in a group; nothing where the register does not say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """The customer was created: from a register's entry, or by hand."""

    number: Number
    """The number by which people know the customer, `ZK-2026-00017`."""

    profile: CustomerProfile
    """Who the customer is, on documents and to the tax office."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUpdated(_w.Record):
    """It was changed who the customer is. Documents issued before keep what they say."""

    profile: CustomerProfile
    """Who the customer is from then on, on documents and to the tax office; all of it, also what
    stayed.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSiteAdded(_w.Record):
    """A place where the customer's equipment stands was added."""

    site: Site
    """The place that was added: its id, name and address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSiteUpdated(_w.Record):
    """It was said better where a site of the customer is."""

    site: Site
    """The site as it is from then on, in place of the one with the same id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventContactAdded(_w.Record):
    """Somebody to talk to was added."""

    contact: Contact
    """The person to talk to: name, addresses, role, and which papers are mailed to them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventContactUpdated(_w.Record):
    """It was said better who somebody to talk to is, or how to reach them."""

    contact: Contact
    """The contact as it is from then on, in place of the one with the same id."""


Event = Union[
    EventCreated,
    EventUpdated,
    EventSiteAdded,
    EventSiteUpdated,
    EventContactAdded,
    EventContactUpdated,
]
"""What happened to a customer."""


_w.define(
    State,
    _w.Field("contacts", _w.Items(_w.Rec(Contact))),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("profile", _w.Rec(CustomerProfile)),
    _w.Field("sites", _w.Items(_w.Rec(Site))),
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
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("city", _w.JSON),
    _w.Field("id", _w.ID),
    _w.Field("kind", _w.Word(CustomerKind)),
    _w.Field("name", _w.JSON),
    _w.Field("number", _w.JSON),
    _w.Field("registration_number", _w.JSON, "none"),
    _w.Field("vat_id", _w.JSON, "none"),
    _w.Field("version", _w.JSON),
)
_w.define(
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("email", _w.JSON, "none"),
    _w.Field("registration_number", _w.JSON, "none"),
    _w.Field("search", _w.JSON, "none"),
)
_w.define(
    RegistryEntry,
    _w.Field("dissolved", _w.JSON, "none"),
    _w.Field("established", _w.JSON, "none"),
    _w.Field("legal_form", _w.JSON, "none"),
    _w.Field("name", _w.JSON),
    _w.Field("register_entry", _w.JSON, "none"),
    _w.Field("registration_number", _w.JSON),
    _w.Field("registry", _w.JSON, "none"),
    _w.Field("seat", _w.Rec(Address)),
    _w.Field("status", _w.Word(CompanyStatus)),
    _w.Field("updated", _w.JSON, "none"),
    _w.Field("vat_group_id", _w.JSON, "none"),
    _w.Field("vat_id", _w.JSON, "none"),
    _w.Field("vat_payer", _w.JSON, "none"),
)
_w.define(
    EventCreated,
    _w.Field("number", _w.Rec(Number)),
    _w.Field("profile", _w.Rec(CustomerProfile)),
)
_w.define(
    EventUpdated,
    _w.Field("profile", _w.Rec(CustomerProfile)),
)
_w.define(
    EventSiteAdded,
    _w.Field("site", _w.Rec(Site)),
)
_w.define(
    EventSiteUpdated,
    _w.Field("site", _w.Rec(Site)),
)
_w.define(
    EventContactAdded,
    _w.Field("contact", _w.Rec(Contact)),
)
_w.define(
    EventContactUpdated,
    _w.Field("contact", _w.Rec(Contact)),
)
_event = _w.Tagged(
    _w.Variant("created", EventCreated),
    _w.Variant("updated", EventUpdated),
    _w.Variant("site_added", EventSiteAdded),
    _w.Variant("site_updated", EventSiteUpdated),
    _w.Variant("contact_added", EventContactAdded),
    _w.Variant("contact_updated", EventContactUpdated),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("address", _w.Rec(Address), "none"),
    _w.Field("emails", _w.Items(_w.JSON), "empty"),
    _w.Field("kind", _w.Word(CustomerKind), "none"),
    _w.Field("language", _w.Word(Language), "none"),
    _w.Field("name", _w.JSON, "none"),
    _w.Field("number_checked", _w.JSON, "none"),
    _w.Field("region", _w.JSON, "none"),
    _w.Field("registration_number", _w.JSON, "none"),
    _w.Field("registry", _w.Rec(RegistryEntry), "none"),
    _w.Field("vat_id", _w.JSON, "none"),
    _w.Field("vat_id_shared", _w.JSON, "none"),
    _w.Field("vat_payer", _w.JSON, "none"),
)
_UPDATE = (
    _w.Field("address", _w.Rec(Address), "keep"),
    _w.Field("emails", _w.Items(_w.JSON), "keep"),
    _w.Field("kind", _w.Word(CustomerKind), "keep"),
    _w.Field("language", _w.Word(Language), "keep"),
    _w.Field("name", _w.JSON, "keep"),
    _w.Field("number_checked", _w.JSON, "none"),
    _w.Field("region", _w.JSON, "keep"),
    _w.Field("registration_number", _w.JSON, "keep"),
    _w.Field("registry", _w.Rec(RegistryEntry), "none"),
    _w.Field("vat_id", _w.JSON, "keep"),
    _w.Field("vat_id_shared", _w.JSON, "none"),
    _w.Field("vat_payer", _w.JSON, "keep"),
)
_ADD_SITE = (
    _w.Field("address", _w.Rec(Address)),
    _w.Field("name", _w.JSON),
    _w.Field("opening", _w.Rec(WorkingTime), "none"),
    _w.Field("region", _w.JSON, "none"),
)
_UPDATE_SITE = (
    _w.Field("address", _w.Rec(Address), "keep"),
    _w.Field("name", _w.JSON, "keep"),
    _w.Field("opening", _w.Rec(WorkingTime), "keep"),
    _w.Field("region", _w.JSON, "keep"),
    _w.Field("site", _w.ID),
)
_ADD_CONTACT = (
    _w.Field("email", _w.JSON, "none"),
    _w.Field("name", _w.JSON),
    _w.Field("person", _w.ID, "none"),
    _w.Field("phone", _w.JSON, "none"),
    _w.Field("receives", _w.Items(_w.Word(Paper)), "empty"),
    _w.Field("role", _w.JSON, "empty"),
)
_UPDATE_CONTACT = (
    _w.Field("contact", _w.ID),
    _w.Field("email", _w.JSON, "keep"),
    _w.Field("name", _w.JSON, "keep"),
    _w.Field("phone", _w.JSON, "keep"),
    _w.Field("receives", _w.Items(_w.Word(Paper)), "keep"),
    _w.Field("role", _w.JSON, "keep"),
)
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


class CustomerCommands(_s.NounCommands):
    """Commands and queries of ``customer``."""

    __slots__ = ()
    _noun = "customer"

    def create(
        self,
        *,
        address: Address | Mapping[str, Any] | None = None,
        emails: Sequence[str] = (),
        kind: CustomerKindLike | None = None,
        language: LanguageLike | None = None,
        name: str | None = None,
        number_checked: bool | None = None,
        region: str | None = None,
        registration_number: str | None = None,
        registry: RegistryEntry | Mapping[str, Any] | None = None,
        vat_id: str | None = None,
        vat_id_shared: bool | None = None,
        vat_payer: bool | None = None,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create one: from a register's entry, or by hand for a private person or a foreign
        company. It takes the next number of its year.

        address: The address to which invoices are made out; the register's seat where it is
            missing, none where nobody asked a register.
        emails: The addresses to which invoices are mailed, as `servis@kovo.example`
            (`CUSTOMER-EMAIL-01` where no mail can go to one); none where it is missing.
        kind: Whether it is a company (also a sole trader) or a private person; a company
            where it is missing.
        language: The language of its documents and mails; the company's own where it is
            missing.
        name: The name with its legal form, or a person's name; the register's where it is
            missing. One of both is needed (`CUSTOMER-NAME-01`).
        number_checked: Whether somebody compared the numbers with a document and they stand
            there so, though they fail their check: a few old companies have such an IČO,
            and a DIČ of it. `false` where it is missing: they are refused as mistyped
            (`REGISTRY-NUMBER-02`, `REGISTRY-VAT-02`).
        region: The region in which its address lies, by which activities there are found,
            in the company's own words: `Praha-východ`. None where it is missing.
        registration_number: The company number: an IČO, checked by its check digit
            (`REGISTRY-NUMBER-02`) unless `number_checked`; for a foreign company what its
            country uses. A private person has none (`CUSTOMER-NUMBER-03`), and no two
            customers have the same (`-02`). The register's where it is missing; none where
            nobody asked a register.
        registry: The entry that a register answered with; what the other fields say goes
            before it. None where no register was asked. One of a dissolved company is
            refused (`CUSTOMER-REGISTER-01`).
        vat_id: The VAT id: a DIČ, or another of the European Union, checked by the rule of
            its state (`REGISTRY-VAT-02`), and no other customer's (`CUSTOMER-NUMBER-04`)
            unless `vat_id_shared`. The register's where it is missing; none where nobody
            asked a register.
        vat_id_shared: Whether it is known that another customer has the same VAT id, as the
            members of a group or the branches of a company do; `false` where it is missing.
        vat_payer: Whether the customer pays VAT; as the register says where it is missing,
            and unsaid where that says nothing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``customer.create``.
        Refusals: ``COMPANY-CREATE-01``, ``CUSTOMER-ADDRESS-01``, ``CUSTOMER-EMAIL-01``,
            ``CUSTOMER-NAME-01``, ``CUSTOMER-NUMBER-01``, ``CUSTOMER-NUMBER-02``,
            ``CUSTOMER-NUMBER-03``, ``CUSTOMER-NUMBER-04``, ``CUSTOMER-NUMBER-05``,
            ``CUSTOMER-NUMBER-06``, ``CUSTOMER-REGISTER-01``, ``REGISTRY-NUMBER-01``,
            ``REGISTRY-NUMBER-02``, ``REGISTRY-VAT-01``, ``REGISTRY-VAT-02``.

        >>> manager.customer.create(
        ...     kind="person",
        ...     name="Jana Hrušková",
        ...     emails=["jana@hruskova.example"],
        ... ).events[0].event
        'created'
        """
        return self._command(
            "create",
            _CREATE,
            {
                "address": address,
                "emails": emails,
                "kind": kind,
                "language": language,
                "name": name,
                "number_checked": number_checked,
                "region": region,
                "registration_number": registration_number,
                "registry": registry,
                "vat_id": vat_id,
                "vat_id_shared": vat_id_shared,
                "vat_payer": vat_payer,
            },
            id,
            None,
            command_id,
            external_ids,
        )

    def update(
        self,
        id: UUID,
        *,
        expected: int,
        address: Address | Mapping[str, Any] | None | _k.Keep = _k.KEEP,
        emails: Sequence[str] | None | _k.Keep = _k.KEEP,
        kind: CustomerKindLike | _k.Keep = _k.KEEP,
        language: LanguageLike | None | _k.Keep = _k.KEEP,
        name: str | _k.Keep = _k.KEEP,
        number_checked: bool | None = None,
        region: str | None | _k.Keep = _k.KEEP,
        registration_number: str | None | _k.Keep = _k.KEEP,
        registry: RegistryEntry | Mapping[str, Any] | None = None,
        vat_id: str | None | _k.Keep = _k.KEEP,
        vat_id_shared: bool | None = None,
        vat_payer: bool | None | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Change who it is: what is missing stays, `null` takes away. Documents issued before keep
        what they say.

        address: The new address to which invoices are made out, whole; `null` takes it
            away. A new register's seat where it is missing; without one the old address
            stays.
        emails: All addresses to which invoices are mailed from now on; `null` or none takes
            them away, and those that are there stay where it is missing.
        kind: Whether it is a company (also a sole trader) or a private person; it stays
            what it is where it is missing.
        language: The language of its documents and mails from now on; `null` for the
            company's own, and the one that is there stays where it is missing.
        name: The new name with its legal form, or a person's name; not empty
            (`CUSTOMER-NAME-01`). As a new register's entry says where it is missing;
            without one the old name stays.
        number_checked: Whether somebody compared the numbers with a document and they stand
            there so, though they fail their check; `false` where it is missing.
        region: The region in which its address lies, for activities that are begun there
            from now on; `null` for none, and what was said before stays where it is
            missing.
        registration_number: The new company number, under the rules of `create`; `null`
            takes it away. As a new register's entry says where it is missing; without one
            the old number stays.
        registry: A new entry that a register answered with; what the other fields say goes
            before it. None where no register was asked. One of a dissolved company is
            refused (`CUSTOMER-REGISTER-01`).
        vat_id: The new VAT id, under the rules of `create`; `null` takes it away. As a new
            register's entry says where it is missing; without one the old VAT id stays.
        vat_id_shared: Whether it is known that another customer has the same VAT id, as the
            members of a group or the branches of a company do; `false` where it is missing.
        vat_payer: Whether the customer pays VAT; `null` where nobody knows it any more. As
            a new register's entry says where it is missing; without one it stays what it
            is.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``customer.update``.
        Refusals: ``CUSTOMER-NAME-01``, ``CUSTOMER-NUMBER-02``, ``CUSTOMER-NUMBER-04``,
            ``CUSTOMER-REGISTER-01``, ``REGISTRY-VAT-02``.

        >>> seen = manager.customer.get(kovo)
        >>> manager.customer.update(
        ...     kovo,
        ...     vat_id="",
        ...     vat_payer=False,
        ...     name="Kovo Hruška a.s.",
        ...     language="en",
        ...     expected=seen.version,
        ... ).events[0].event
        'updated'
        """
        return self._command(
            "update",
            _UPDATE,
            {
                "address": address,
                "emails": emails,
                "kind": kind,
                "language": language,
                "name": name,
                "number_checked": number_checked,
                "region": region,
                "registration_number": registration_number,
                "registry": registry,
                "vat_id": vat_id,
                "vat_id_shared": vat_id_shared,
                "vat_payer": vat_payer,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def add_site(
        self,
        id: UUID,
        *,
        address: Address | Mapping[str, Any],
        name: str,
        opening: WorkingTime | Mapping[str, Any] | None = None,
        region: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add a place where its equipment stands.

        address: The address at which it is.
        name: The name by which people call it: `Hala 2`; not empty (`CUSTOMER-SITE-01`).
        opening: When it is open: hours of the week, days of their own such as black-outs
            without any, public holidays (`CUSTOMER-SITE-03`). Visits are planned for then.
            At any time where it is missing.
        region: The region in which it lies, by which activities there are found, in the
            company's own words: `Praha-východ`. That of the customer where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``customer.add_site``.
        Refusals: ``CUSTOMER-ADDRESS-01``, ``CUSTOMER-SITE-01``, ``CUSTOMER-SITE-03``.

        >>> manager.customer.add_site(
        ...     jana,
        ...     name="Chata",
        ...     address={"street": "Lesní 1", "city": "Brdy", "postal_code": "262 23", "country": "CZ"},
        ... ).events[0].event
        'site_added'
        """
        return self._command(
            "add_site",
            _ADD_SITE,
            {
                "address": address,
                "name": name,
                "opening": opening,
                "region": region,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def update_site(
        self,
        id: UUID,
        *,
        site: UUID,
        expected: int,
        address: Address | Mapping[str, Any] | _k.Keep = _k.KEEP,
        name: str | _k.Keep = _k.KEEP,
        opening: WorkingTime | Mapping[str, Any] | None | _k.Keep = _k.KEEP,
        region: str | None | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say better where a site is; what is missing stays.

        site: The id of the site (`CUSTOMER-SITE-02` where the customer has none such).
        address: The new address, whole; the old one stays where it is missing.
        name: The new name by which people call it; not empty (`CUSTOMER-SITE-01`), and the
            old one stays where it is missing.
        opening: When it is open, whole (`CUSTOMER-SITE-03`); `null` for at any time, and
            what was said before stays where it is missing.
        region: The region in which it lies, for activities that are begun there from now
            on; `null` for that of the customer, and what was said before stays where it is
            missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``customer.update_site``.
        Refusals: ``CUSTOMER-SITE-01``, ``CUSTOMER-SITE-02``, ``CUSTOMER-SITE-03``.

        >>> seen = manager.customer.get(kovo)
        >>> manager.customer.update_site(
        ...     kovo,
        ...     site=hala,
        ...     address={"street": "Pražská 7", "city": "Slaný", "postal_code": "274 01", "country": "CZ"},
        ...     expected=seen.version,
        ... ).events[0].event
        'site_updated'
        """
        return self._command(
            "update_site",
            _UPDATE_SITE,
            {
                "address": address,
                "name": name,
                "opening": opening,
                "region": region,
                "site": site,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def add_contact(
        self,
        id: UUID,
        *,
        name: str,
        email: str | None = None,
        person: UUID | None = None,
        phone: str | None = None,
        receives: Sequence[PaperLike] = (),
        role: str = "",
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add somebody to talk to.

        name: What the person is called; not empty (`CUSTOMER-CONTACT-01`).
        email: The address to which mails go (`CUSTOMER-EMAIL-01` where none can go to it);
            none where it is missing.
        person: The id under which values about the person are kept already, such as the
            sender of a mail: what is kept under one id is forgotten together. An id of its
            own where it is missing. One that another record has is refused
            (`RECORD-NEW-02`).
        phone: The telephone number, as people write it; none where it is missing.
        receives: Which papers are mailed to this contact, instead of to the customer's own
            addresses; none where it is missing. It needs an address for that
            (`CUSTOMER-CONTACT-03`).
        role: What the person is to the customer: `vedoucí údržby`; unsaid where it is
            missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``customer.add_contact``.
        Refusals: ``CUSTOMER-CONTACT-01``, ``CUSTOMER-CONTACT-03``, ``CUSTOMER-EMAIL-01``,
            ``RECORD-NEW-02``.

        >>> manager.customer.add_contact(
        ...     kovo,
        ...     name="Ota Velký",
        ...     email="kancelar@kovo.example",
        ...     phone="601 000 004",
        ... ).events[0].event
        'contact_added'
        """
        return self._command(
            "add_contact",
            _ADD_CONTACT,
            {
                "email": email,
                "name": name,
                "person": person,
                "phone": phone,
                "receives": receives,
                "role": role,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def update_contact(
        self,
        id: UUID,
        *,
        contact: UUID,
        expected: int,
        email: str | None | _k.Keep = _k.KEEP,
        name: str | _k.Keep = _k.KEEP,
        phone: str | None | _k.Keep = _k.KEEP,
        receives: Sequence[PaperLike] | None | _k.Keep = _k.KEEP,
        role: str | None | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say better how to reach a contact; what is missing stays, `null` takes away.

        contact: The id of the contact (`CUSTOMER-CONTACT-02` where the customer has none
            such).
        email: The address to which mails go (`CUSTOMER-EMAIL-01` where none can go to it);
            `null` takes it away, and the old one stays where it is missing.
        name: What the person is called; not empty (`CUSTOMER-CONTACT-01`), and the old name
            stays where it is missing.
        phone: The telephone number, as people write it; `null` takes it away, and the old
            one stays where it is missing.
        receives: Which papers are mailed to this contact, all of them; `null` or none for
            no papers, and what was said stays where it is missing. It needs an address for
            that (`CUSTOMER-CONTACT-03`).
        role: What the person is to the customer: `vedoucí údržby`; `null` takes it away,
            and what was said stays where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``customer.update_contact``.
        Refusals: ``CUSTOMER-CONTACT-01``, ``CUSTOMER-CONTACT-02``, ``CUSTOMER-CONTACT-03``,
            ``CUSTOMER-EMAIL-01``.

        >>> seen = back_office.customer.get(kovo)
        >>> back_office.customer.update_contact(
        ...     kovo,
        ...     contact=kos,
        ...     phone="",
        ...     role="mistr",
        ...     email="petr.kos@kovo.example",
        ...     name="Petr Kos ml.",
        ...     expected=seen.version,
        ... ).events[0].event
        'contact_updated'
        """
        return self._command(
            "update_contact",
            _UPDATE_CONTACT,
            {
                "contact": contact,
                "email": email,
                "name": name,
                "phone": phone,
                "receives": receives,
                "role": role,
            },
            id,
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

        >>> manager.customer.get(target).id == target
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
        email: str | None = None,
        registration_number: str | None = None,
        search: str | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of rows of many records.

        email: Customers with this e-mail address, their own or a contact's; compared as a
            whole, and case does not matter. All where it is missing.
        registration_number: Customers with this company number (IČO): compared as a whole,
            without blanks, hyphens and case, a Czech one with leading zeros filled in. All
            where it is missing.
        search: Customers with these words in number, name or company number. Each may be
            the beginning of one; marks and case do not matter, nor words after the 64th.
        after: Where the page begins: the `next` of the page before, with the same order
            (`REQUEST-PAGE-01` otherwise). The first page where it is missing. A row that is
            renamed while pages are read may come twice or not at all: who must see each
            goes by an order that stays.
        count_up_to: So far the rows of the whole list are counted, whatever page is asked
            for; 100,000 at the most (`REQUEST-PAGE-03` otherwise). Not at all where it is
            missing: counting costs as much as there is to count.
        descending: Whether the largest and latest come first; `false` where it is missing.
        limit: How many rows a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise);
            100 where it is missing.
        names: Whether the rows show the names and numbers of what they name by id, as far
            as the actor may read it; `true` where it is missing. They are looked up for the
            page.
        order: By what the list is ordered; by the first of the orders where it is missing.

        >>> page = manager.customer.list(limit=10)
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
                "limit": limit,
                "names": names,
                "order": order,
                "filter": {
                    "email": email,
                    "registration_number": registration_number,
                    "search": search,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        email: str | None = None,
        registration_number: str | None = None,
        search: str | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.customer.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(email=email, registration_number=registration_number, search=search, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
