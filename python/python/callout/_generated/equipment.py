"""The room ``equipment``.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Union
from uuid import UUID

from .. import _acting as _a, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from .common import (
    Number as Number,
)


class Lifecycle(_k.Choice):
    """Where a machine stands in its life."""

    IN_USE = "in_use"
    """It is there and may be serviced."""
    SCRAPPED = "scrapped"
    """It is gone; its history stays (E14)."""


LifecycleLike = Union[Lifecycle, Literal["in_use", "scrapped"]]


class Birth(_k.Choice):
    """Which day a warranty starts from."""

    MANUFACTURED = "manufactured"
    """The day it was made."""
    SOLD = "sold"
    """The day it was sold."""
    COMMISSIONED = "commissioned"
    """The day it was put into service."""


BirthLike = Union[Birth, Literal["manufactured", "sold", "commissioned"]]


class Order(_k.Choice):
    """By what the list is ordered."""

    NUMBER = "number"
    """By number."""
    NAME = "name"
    """By name."""
    WARRANTY_END = "warranty_end"
    """By the end of the warranty; unknown ends come last."""


OrderLike = Union[Order, Literal["number", "name", "warranty_end"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Card(_w.Record):
    """The card of a machine (S8)."""

    equipment_type: UUID | None = None
    """Its type, which says what fields it has."""

    location: str = field(default="", repr=False)
    """Where on the site: `hala 2, u sloupu C4`."""

    maker: str = field(default="", repr=False)
    """Who made it."""

    model: str = field(default="", repr=False)
    """What the maker calls it."""

    name: str = field(default="", repr=False)
    """How people call it."""

    parent: UUID | None = None
    """What it is a component of."""

    serial: str = field(default="", repr=False)
    """The maker's number of this piece."""

    site: UUID | None = None
    """Where it stands; one of the customer's sites."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates(_w.Record):
    """The three days that may be meant by its birth; each may be unknown (E18)."""

    commissioned: _dt.date | None = None
    """When it was put into service."""

    manufactured: _dt.date | None = None
    """When it was made."""

    sold: _dt.date | None = None
    """When it was sold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueText(_w.Record):
    """Any text."""

    value: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueNumber(_w.Record):
    """A decimal number."""

    value: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueDate(_w.Record):
    """A day."""

    value: _dt.date


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueChoice(_w.Record):
    """One of the choices."""

    value: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueFlag(_w.Record):
    """Yes or no."""

    value: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldValue(_w.Record):
    """A value with what its field was when it was written: it is shown as it was, whatever became
    of the field (E17).
    """

    key: str = field(repr=False)
    """The field's key."""

    label: str = field(repr=False)
    """What people called it."""

    unit: str | None = field(default=None, repr=False)
    """Of a number."""

    value: Value
    """What it says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ownership(_w.Record):
    """Whose the machine was from when (R9)."""

    customer: UUID
    """Whose."""

    from_: _dt.datetime
    """From then on, until the next one; the first one reaches back to the beginning."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Photo(_w.Record):
    """A photograph."""

    at: _dt.datetime
    """When."""

    by: UUID
    """Who added it."""

    content: _p.Personal[str]
    """The picture's bytes."""

    media_type: str = field(repr=False)
    """`image/jpeg`."""

    name: str = field(repr=False)
    """File name, or what it shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms(_w.Record):
    """What was agreed: some months from a day, or until a day."""

    months: int | None = None
    """For so many months."""

    starts_from: Birth
    """Which day it starts from."""

    until: _dt.date | None = None
    """Or until this day, which is covered still."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Warranty(_w.Record):
    """A warranty, with the days that follow from its terms. Events carry them, so that a later
    change of the rule or of the dates does not change what was said before.
    """

    ends: _dt.date | None = None
    """Its last day, covered still (E20); nothing where it cannot be known."""

    starts: _dt.date | None = None
    """Its first day; nothing where that day is unknown (E18)."""

    terms: Terms
    """What was agreed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A piece of equipment."""

    card: Card
    """What the card says."""

    customer: UUID
    """Whose it is now."""

    dates: Dates
    """Its birth (S10), three days kept apart."""

    fields: Sequence[FieldValue]
    """Values of the type's fields, as they were written (S9, E17)."""

    lifecycle: Lifecycle
    """Where it stands in its life."""

    number: Number
    """For people."""

    owners: Sequence[Ownership]
    """Whose it was from when (R9); the last one is the owner."""

    photos: Sequence[Photo]
    """Photographs (S12), oldest first."""

    reason: str | None = field(default=None, repr=False)
    """Why it was scrapped."""

    warranty: Warranty | None = None
    """Its warranty (S11)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View(_w.Record):
    """One aggregate, as it is read."""

    available_verbs: Sequence[str] = field(repr=False)
    """What its state allows to be asked next, and the actor's role to ask."""

    ext: Mapping[str, str] = field(repr=False)
    """Namespace to JSON text of the host."""

    external_ids: Mapping[str, str] = field(repr=False)
    """System to id in that system."""

    id: UUID
    """Its id."""

    read_at: _dt.datetime
    """When it was read."""

    state: State
    """What it is."""

    version: int
    """Its version: what a command that changes it gives in `expected`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What the list shows."""

    customer: UUID
    """Whose."""

    id: UUID
    """Which."""

    maker: str = field(repr=False)
    """Who made it."""

    model: str = field(repr=False)
    """What the maker calls it."""

    name: str = field(repr=False)
    """How people call it."""

    number: str = field(repr=False)
    """For people."""

    parent: UUID | None = None
    """What it is a component of."""

    serial: str = field(repr=False)
    """The maker's number of this piece."""

    site: UUID | None = None
    """On which site."""

    state: Lifecycle
    """Where it stands in its life."""

    warranty_ends: _dt.date | None = None
    """The last day of its warranty; nothing where there is none or it is unknown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(_w.Record):
    """A page."""

    next: str | None = field(default=None, repr=False)
    """Where the next page begins; missing on the last one."""

    rows: Sequence[Row]
    """In order."""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter(_w.Record):
    """Only those."""

    customer: UUID | None = None
    """Of this customer (S13)."""

    equipment_type: UUID | None = None
    """Of this type."""

    parent: UUID | None = None
    """Components of this one (E15)."""

    site: UUID | None = None
    """On this site."""

    states: Sequence[Lifecycle] = ()
    """In one of these states; all where empty."""

    warranty_ends_before: _dt.date | None = None
    """Whose warranty ends before this day; unknown ends are left out (E18)."""

    words: str | None = field(default=None, repr=False)
    """With these words in number, name, maker, model or serial. Each may be the beginning of one;
    marks and case do not matter, nor words after the 64th.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """It is ``created``."""

    card: Card

    dates: Dates

    number: Number

    owner: Ownership


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCardChanged(_w.Record):
    """It is ``card_changed``."""

    card: Card


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFieldsSet(_w.Record):
    """It is ``fields_set``."""

    fields: Sequence[FieldValue]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDatesSet(_w.Record):
    """With the warranty that follows from the new dates."""

    dates: Dates

    warranty: Warranty | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EventWarrantySet(_w.Record):
    """It is ``warranty_set``."""

    warranty: Warranty | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPhotoAdded(_w.Record):
    """It is ``photo_added``."""

    photo: Photo


@dataclass(frozen=True, kw_only=True, slots=True)
class EventScrapped(_w.Record):
    """It is ``scrapped``."""

    reason: str = field(repr=False)


Value = Union[
    ValueText,
    ValueNumber,
    ValueDate,
    ValueChoice,
    ValueFlag,
]
"""A value."""


Event = Union[
    EventCreated,
    EventCardChanged,
    EventFieldsSet,
    EventDatesSet,
    EventWarrantySet,
    EventPhotoAdded,
    EventScrapped,
]
"""What happened to a piece of equipment."""


_w.define(
    Card,
    _w.Field("equipment_type", _w.ID, "none"),
    _w.Field("location", _w.JSON, "none"),
    _w.Field("maker", _w.JSON, "none"),
    _w.Field("model", _w.JSON, "none"),
    _w.Field("name", _w.JSON, "none"),
    _w.Field("parent", _w.ID, "none"),
    _w.Field("serial", _w.JSON, "none"),
    _w.Field("site", _w.ID, "none"),
)
_w.define(
    Dates,
    _w.Field("commissioned", _w.DATE, "none"),
    _w.Field("manufactured", _w.DATE, "none"),
    _w.Field("sold", _w.DATE, "none"),
)
_w.define(
    ValueText,
    _w.Field("value", _w.JSON),
)
_w.define(
    ValueNumber,
    _w.Field("value", _w.AMOUNT),
)
_w.define(
    ValueDate,
    _w.Field("value", _w.DATE),
)
_w.define(
    ValueChoice,
    _w.Field("value", _w.JSON),
)
_w.define(
    ValueFlag,
    _w.Field("value", _w.JSON),
)
_value = _w.Tagged(
    _w.Variant("text", ValueText, "value"),
    _w.Variant("number", ValueNumber, "value"),
    _w.Variant("date", ValueDate, "value"),
    _w.Variant("choice", ValueChoice, "value"),
    _w.Variant("flag", ValueFlag, "value"),
)
_w.define(
    FieldValue,
    _w.Field("key", _w.JSON),
    _w.Field("label", _w.JSON),
    _w.Field("unit", _w.JSON, "none"),
    _w.Field("value", _w.Later(lambda: _value)),
)
_w.define(
    Ownership,
    _w.Field("customer", _w.ID),
    _w.Field("from", _w.INSTANT, attr="from_"),
)
_w.define(
    Photo,
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
    _w.Field("content", _w.Person(_w.JSON)),
    _w.Field("media_type", _w.JSON),
    _w.Field("name", _w.JSON),
)
_w.define(
    Terms,
    _w.Field("months", _w.JSON, "none"),
    _w.Field("starts_from", _w.Word(Birth)),
    _w.Field("until", _w.DATE, "none"),
)
_w.define(
    Warranty,
    _w.Field("ends", _w.DATE, "none"),
    _w.Field("starts", _w.DATE, "none"),
    _w.Field("terms", _w.Rec(Terms)),
)
_w.define(
    State,
    _w.Field("card", _w.Rec(Card)),
    _w.Field("customer", _w.ID),
    _w.Field("dates", _w.Rec(Dates)),
    _w.Field("fields", _w.Items(_w.Rec(FieldValue))),
    _w.Field("lifecycle", _w.Word(Lifecycle)),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("owners", _w.Items(_w.Rec(Ownership))),
    _w.Field("photos", _w.Items(_w.Rec(Photo))),
    _w.Field("reason", _w.JSON, "none"),
    _w.Field("warranty", _w.Rec(Warranty), "none"),
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
    _w.Field("customer", _w.ID),
    _w.Field("id", _w.ID),
    _w.Field("maker", _w.JSON),
    _w.Field("model", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("number", _w.JSON),
    _w.Field("parent", _w.ID, "none"),
    _w.Field("serial", _w.JSON),
    _w.Field("site", _w.ID, "none"),
    _w.Field("state", _w.Word(Lifecycle)),
    _w.Field("warranty_ends", _w.DATE, "none"),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("customer", _w.ID, "none"),
    _w.Field("equipment_type", _w.ID, "none"),
    _w.Field("parent", _w.ID, "none"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("states", _w.Items(_w.Word(Lifecycle)), "empty"),
    _w.Field("warranty_ends_before", _w.DATE, "none"),
    _w.Field("words", _w.JSON, "none"),
)
_w.define(
    EventCreated,
    _w.Field("card", _w.Rec(Card)),
    _w.Field("dates", _w.Rec(Dates)),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("owner", _w.Rec(Ownership)),
)
_w.define(
    EventCardChanged,
    _w.Field("card", _w.Rec(Card)),
)
_w.define(
    EventFieldsSet,
    _w.Field("fields", _w.Items(_w.Rec(FieldValue))),
)
_w.define(
    EventDatesSet,
    _w.Field("dates", _w.Rec(Dates)),
    _w.Field("warranty", _w.Rec(Warranty), "none"),
)
_w.define(
    EventWarrantySet,
    _w.Field("warranty", _w.Rec(Warranty), "none"),
)
_w.define(
    EventPhotoAdded,
    _w.Field("photo", _w.Rec(Photo)),
)
_w.define(
    EventScrapped,
    _w.Field("reason", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("created", EventCreated),
    _w.Variant("card_changed", EventCardChanged),
    _w.Variant("fields_set", EventFieldsSet),
    _w.Variant("dates_set", EventDatesSet),
    _w.Variant("warranty_set", EventWarrantySet),
    _w.Variant("photo_added", EventPhotoAdded),
    _w.Variant("scrapped", EventScrapped),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("card", _w.Rec(Card)),
    _w.Field("customer", _w.ID),
    _w.Field("dates", _w.Rec(Dates), "none"),
)
_CHANGE_CARD = (
    _w.Field("card", _w.Rec(Card)),
)
_SET_FIELDS = (
    _w.Field("values", _w.Table(_w.JSON)),
)
_SET_DATES = (
    _w.Field("dates", _w.Rec(Dates)),
)
_SET_WARRANTY = (
    _w.Field("terms", _w.Rec(Terms), "none"),
)
_ADD_PHOTO = (
    _w.Field("content", _w.JSON),
    _w.Field("media_type", _w.JSON),
    _w.Field("name", _w.JSON),
)
_SCRAP = (
    _w.Field("reason", _w.JSON),
)
_ASK_GET = (
    _w.Field("id", _w.ID),
)
_ASK_LIST = (
    _w.Field("after", _w.JSON, "none"),
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("order", _w.Word(Order), "none"),
)


class EquipmentDesk(_a.NounDesk):
    """Commands and questions of the room ``equipment``."""

    __slots__ = ()
    _noun = "equipment"

    def create(
        self,
        id: UUID | None = None,
        *,
        card: Card | Mapping[str, Any],
        customer: UUID,
        dates: Dates | Mapping[str, Any] = Dates(),
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Put it under its customer (S6, S7). It takes the next number of its year.

        card: What its card says.
        customer: Whose.
        dates: Its birth.
        """
        return self._command(
            "create",
            _CREATE,
            {
                "card": card,
                "customer": customer,
                "dates": dates,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def change_card(
        self,
        id: UUID | None = None,
        *,
        card: Card | Mapping[str, Any],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Write the card anew (S8), whole: what is missing is empty from then on.

        card: What it says.
        """
        return self._command(
            "change_card",
            _CHANGE_CARD,
            {
                "card": card,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_fields(
        self,
        id: UUID | None = None,
        *,
        values: Mapping[str, str | None],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Fill in fields of its type (S9); others stay.

        values: Key to value as text (`"12.5"`, `"2026-10-16"`, `"true"`); `null` takes it
            away.
        """
        return self._command(
            "set_fields",
            _SET_FIELDS,
            {
                "values": values,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_dates(
        self,
        id: UUID | None = None,
        *,
        dates: Dates | Mapping[str, Any],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say when it was born (S10); what is missing is unknown (E18).

        dates: All three.
        """
        return self._command(
            "set_dates",
            _SET_DATES,
            {
                "dates": dates,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_warranty(
        self,
        id: UUID | None = None,
        *,
        terms: Terms | Mapping[str, Any] | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say what warranty it has (S11).

        terms: What was agreed; nothing where there is no warranty.
        """
        return self._command(
            "set_warranty",
            _SET_WARRANTY,
            {
                "terms": terms,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def add_photo(
        self,
        id: UUID | None = None,
        *,
        content: str,
        media_type: str,
        name: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add a photograph (S12), which has been put as a blob; twice is once.

        content: The picture's bytes.
        media_type: `image/jpeg`.
        name: File name, or what it shows.
        """
        return self._command(
            "add_photo",
            _ADD_PHOTO,
            {
                "content": content,
                "media_type": media_type,
                "name": name,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def scrap(
        self,
        id: UUID | None = None,
        *,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that it is gone (E14).

        reason: Why.
        """
        return self._command(
            "scrap",
            _SCRAP,
            {
                "reason": reason,
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
        """One, whole.

        id: Which.
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
        customer: UUID | None = None,
        equipment_type: UUID | None = None,
        parent: UUID | None = None,
        site: UUID | None = None,
        states: Sequence[LifecycleLike] = (),
        warranty_ends_before: _dt.date | None = None,
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NUMBER,
    ) -> Page:
        """A page of many.

        customer: Of this customer (S13).
        equipment_type: Of this type.
        parent: Components of this one (E15).
        site: On this site.
        states: In one of these states; all where empty.
        warranty_ends_before: Whose warranty ends before this day; unknown ends are left out
            (E18).
        words: With these words in number, name, maker, model or serial. Each may be the
            beginning of one; marks and case do not matter, nor words after the 64th.
        after: `next` of the page before.
        descending: Largest first.
        limit: Rows of a page: 1 to 1,000.
        order: In this order.
        """
        return self._query(
            "list",
            _ASK_LIST,
            {
                "after": after,
                "descending": descending,
                "limit": limit,
                "order": order,
                "filter": {
                    "customer": customer,
                    "equipment_type": equipment_type,
                    "parent": parent,
                    "site": site,
                    "states": states,
                    "warranty_ends_before": warranty_ends_before,
                    "words": words,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        customer: UUID | None = None,
        equipment_type: UUID | None = None,
        parent: UUID | None = None,
        site: UUID | None = None,
        states: Sequence[LifecycleLike] = (),
        warranty_ends_before: _dt.date | None = None,
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NUMBER,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(customer=customer, equipment_type=equipment_type, parent=parent, site=site, states=states, warranty_ends_before=warranty_ends_before, words=words, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
