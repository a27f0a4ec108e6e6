"""What ``equipment`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from .common import (
    Counted as Counted,
    Number as Number,
)


class Status(_k.Choice):
    """Where a piece of equipment stands in its life."""

    IN_USE = "in_use"
    """It is there and may be serviced."""
    SCRAPPED = "scrapped"
    """It is gone; its history stays."""


StatusLike = Union[Status, Literal["in_use", "scrapped"]]


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
    """By what a list of equipment is ordered; equal ones by their ids."""

    NUMBER = "number"
    """By the number as text, `T-2026-00017`."""
    NAME = "name"
    """By the name, as the company's language sorts: letters first, then marks, then case."""
    WARRANTY_END = "warranty_end"
    """By the last day of the warranty; those without a known end come last."""


OrderLike = Union[Order, Literal["number", "name", "warranty_end"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Card(_w.Record):
    """The card of a piece of equipment."""

    construction: bool | None = None
    """Whether work on it is construction or assembly work (CZ-CPA 41 to 43), as on heating or
    wiring that is part of a building: to a payer of VAT such work is billed without tax (act
    235/2004, § 92e). Unsaid where it is missing; an activity may say otherwise.
    """

    equipment_type: UUID | None = None
    """The id of its equipment type, which says what fields it has (`EQUIPMENT-CARD-04` where there
    is none such); no type where it is missing.
    """

    location: str = field(default="", repr=False)
    """Where on the site it stands: `hala 2, u sloupu C4`; unsaid where it is missing."""

    manufacturer: str = field(default="", repr=False)
    """Who made it; unknown where it is missing."""

    model: str = field(default="", repr=False)
    """What the manufacturer calls it; unknown where it is missing."""

    name: str = field(default="", repr=False)
    """The name by which people call it; not empty (`EQUIPMENT-CARD-01`)."""

    parent: UUID | None = None
    """The id of the equipment of the same customer of which it is a component
    (`EQUIPMENT-PARENT-01` to `-03`); of none where it is missing.
    """

    serial: str = field(default="", repr=False)
    """The manufacturer's number of this piece; unknown where it is missing. Two pieces of one
    manufacturer have not the same (`EQUIPMENT-CARD-05`).
    """

    site: UUID | None = None
    """The id of the customer's site on which it stands (`EQUIPMENT-CARD-03` where he has none
    such); none where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates(_w.Record):
    """The three days that may be meant by its birth; each may be unknown."""

    commissioned: _dt.date | None = None
    """The day on which it was put into service, not before it was made (`EQUIPMENT-DATES-01`);
    unknown where it is missing.
    """

    manufactured: _dt.date | None = None
    """The day on which it was made; unknown where it is missing."""

    sold: _dt.date | None = None
    """The day on which it was sold, not before it was made (`EQUIPMENT-DATES-01`); unknown where
    it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueText(_w.Record):
    """A text, as somebody wrote it."""

    value: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueNumber(_w.Record):
    """A decimal number, in the field's unit where it has one."""

    value: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueDate(_w.Record):
    """A day, as `2026-10-16`."""

    value: _dt.date


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueChoice(_w.Record):
    """One of the choices that the field had when it was written."""

    value: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueFlag(_w.Record):
    """Yes or no, as `true` or `false`."""

    value: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldValue(_w.Record):
    """A value with what its field was when it was written: it is shown as it was, whatever became
    of the field.
    """

    key: str = field(repr=False)
    """The key by which programs name the field, as its type says it."""

    label: str = field(repr=False)
    """The name by which people knew the field when the value was written."""

    unit: str | None = field(default=None, repr=False)
    """The unit of a number; nothing where it has none."""

    value: Value
    """The value, of the kind that the field had."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ownership(_w.Record):
    """Whose the equipment was from when."""

    customer: UUID
    """The id of the customer who owned it."""

    from_: _dt.datetime
    """The moment from which he owned it, until that of the next owner; the first ownership reaches
    back to the beginning.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Photo(_w.Record):
    """A photograph of a piece of equipment."""

    at: _dt.datetime
    """The moment at which it was added."""

    by: UUID
    """The id of the person who added it."""

    content: _p.Personal[str]
    """Hash of the picture's bytes, under which they are kept as a blob."""

    media_type: str = field(repr=False)
    """The media type of the picture, `image/jpeg`."""

    name: str = field(repr=False)
    """The file name of the picture, or what it shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms(_w.Record):
    """What was agreed of a warranty: some months from a day, or until a day, not both
    (`EQUIPMENT-WARRANTY-01`).
    """

    months: int | None = None
    """For how many months it lasts, 1 to 1,200 (`EQUIPMENT-WARRANTY-02`); missing where a day was
    agreed.
    """

    starts_from: Birth
    """The day from which it starts: when it was made, sold or put into service."""

    until: _dt.date | None = None
    """The last day, which is covered still and does not lie before the first
    (`EQUIPMENT-WARRANTY-03`); missing where months were agreed.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Warranty(_w.Record):
    """A warranty, with the days that follow from its terms. Events carry them, so that a later
    change of the rule or of the dates does not change what was said before.
    """

    ends: _dt.date | None = None
    """Its last day, covered still; nothing where it cannot be known."""

    starts: _dt.date | None = None
    """Its first day; nothing where that day is unknown."""

    terms: Terms
    """What was agreed: some months from a day, or until a day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A piece of equipment."""

    card: Card
    """What its card says: name, type, manufacturer, model, serial, place."""

    customer: UUID
    """The id of the customer who owns it now."""

    dates: Dates
    """Its birth: when it was made, sold and put into service, each unknown where it is missing."""

    fields: Sequence[FieldValue]
    """Values of the type's fields, as they were written."""

    number: Number
    """The number by which people know it, `T-2026-00017`."""

    owners: Sequence[Ownership]
    """The customers who owned it, each with the moment from which, oldest first; the last one owns
    it now.
    """

    photos: Sequence[Photo]
    """Photographs of the equipment, the oldest one first."""

    reason: str | None = field(default=None, repr=False)
    """Why it was scrapped; nothing as long as it is in use."""

    status: Status
    """The state in which it is: in use or scrapped."""

    warranty: Warranty | None = None
    """Its warranty; nothing where none was agreed."""


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
    """What a list shows of a piece of equipment."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID
    """The id of the customer who owns it now."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    id: UUID
    """The id of the equipment, by which commands and other records name it."""

    manufacturer: str = field(repr=False)
    """Who made it; empty where nobody knows."""

    model: str = field(repr=False)
    """What the manufacturer calls it; empty where nobody knows."""

    name: str = field(repr=False)
    """The name by which people call it; empty once it was forgotten."""

    number: str = field(repr=False)
    """The number by which people know it, `T-2026-00017`."""

    parent: UUID | None = None
    """The id of the equipment of which it is a component; nothing where it is none."""

    parent_name: str = field(default="", repr=False)
    """The name of that equipment; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    serial: str = field(repr=False)
    """The manufacturer's number of this piece; empty where nobody knows."""

    site: UUID | None = None
    """The id of the site of the customer on which it stands; nothing where the card names none."""

    site_name: str = field(default="", repr=False)
    """The name of that site; empty where the actor may not read it, or once it was forgotten."""

    status: Status
    """The state in which it is: in use or scrapped."""

    version: int
    """The version of the equipment when the page was read, from 1: a command that changes it gives
    it in `expected`.
    """

    warranty_ends: _dt.date | None = None
    """The last day of its warranty; nothing where there is none or it is unknown."""


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
    """By what a list of equipment is narrowed: all that is said must hold, and nothing said is
    all.
    """

    customer: UUID | None = None
    """Equipment of the customer with this id, who owns it now; of all customers where it is
    missing.
    """

    equipment_type: UUID | None = None
    """Equipment of the equipment type with this id; of any or none where it is missing."""

    parent: UUID | None = None
    """Components of the equipment with this id, those that name it as their whole themselves;
    wholes and components where it is missing.
    """

    search: str | None = field(default=None, repr=False)
    """Equipment with these words in number, name, manufacturer, model or serial. Each may be the
    beginning of one; marks and case do not matter, nor words after the 64th.
    """

    site: UUID | None = None
    """Equipment that stands on the site with this id; anywhere where it is missing."""

    statuses: Sequence[Status] = ()
    """Equipment in one of these states; in any where the list is empty."""

    warranty_ends_before: _dt.date | None = None
    """Equipment whose last day of warranty lies before this day; what has no known end is left
    out. All where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """The equipment was put under its customer."""

    card: Card
    """What its card says: name, type, manufacturer, model, serial, place."""

    dates: Dates
    """Its birth: when it was made, sold and put into service, each unknown where it is missing."""

    number: Number
    """The number by which people know the equipment, `T-2026-00017`."""

    owner: Ownership
    """The customer who owns it, and from which moment on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCardUpdated(_w.Record):
    """It was changed what the card of the equipment says."""

    card: Card
    """What the card says from then on; all of it, also what stayed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFieldsSet(_w.Record):
    """Fields of the equipment's type were filled in, or their values were taken away."""

    fields: Sequence[FieldValue]
    """All values on the card from then on, as they were written, also those that stayed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDatesSet(_w.Record):
    """It was said when the equipment was made, sold and put into service."""

    dates: Dates
    """When it was made, sold and put into service, each unknown where it is missing; all of it,
    also what stayed.
    """

    warranty: Warranty | None = None
    """The warranty, with the days that follow from these dates; nothing where none was agreed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventWarrantySet(_w.Record):
    """It was said what warranty the equipment has."""

    warranty: Warranty | None = None
    """What was agreed, with the days that follow from it; nothing for no warranty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPhotoAdded(_w.Record):
    """A photograph of the equipment was added."""

    photo: Photo
    """The photograph: the hash of its bytes, its name and media type, who added it and when."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventScrapped(_w.Record):
    """The equipment was scrapped: it is gone, and its history stays."""

    plans: Sequence[UUID]
    """The ids of the plans that went on for it: they create nothing for it any more and are to be
    ended.
    """

    reason: str = field(repr=False)
    """Why the equipment was scrapped, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRestored(_w.Record):
    """The equipment is there after all: it was scrapped by mistake."""

    reason: str = field(repr=False)
    """Why the equipment was restored, in words."""


Value = Union[
    ValueText,
    ValueNumber,
    ValueDate,
    ValueChoice,
    ValueFlag,
]
"""The value of a field, of the kind that the field had when it was written."""


Event = Union[
    EventCreated,
    EventCardUpdated,
    EventFieldsSet,
    EventDatesSet,
    EventWarrantySet,
    EventPhotoAdded,
    EventScrapped,
    EventRestored,
]
"""What happened to a piece of equipment."""


_w.define(
    Card,
    _w.Field("construction", _w.JSON, "none"),
    _w.Field("equipment_type", _w.ID, "none"),
    _w.Field("location", _w.JSON, "none"),
    _w.Field("manufacturer", _w.JSON, "none"),
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
    _w.Field("number", _w.Rec(Number)),
    _w.Field("owners", _w.Items(_w.Rec(Ownership))),
    _w.Field("photos", _w.Items(_w.Rec(Photo))),
    _w.Field("reason", _w.JSON, "none"),
    _w.Field("status", _w.Word(Status)),
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
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("id", _w.ID),
    _w.Field("manufacturer", _w.JSON),
    _w.Field("model", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("number", _w.JSON),
    _w.Field("parent", _w.ID, "none"),
    _w.Field("parent_name", _w.JSON, "empty"),
    _w.Field("serial", _w.JSON),
    _w.Field("site", _w.ID, "none"),
    _w.Field("site_name", _w.JSON, "empty"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("version", _w.JSON),
    _w.Field("warranty_ends", _w.DATE, "none"),
)
_w.define(
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("customer", _w.ID, "none"),
    _w.Field("equipment_type", _w.ID, "none"),
    _w.Field("parent", _w.ID, "none"),
    _w.Field("search", _w.JSON, "none"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
    _w.Field("warranty_ends_before", _w.DATE, "none"),
)
_w.define(
    EventCreated,
    _w.Field("card", _w.Rec(Card)),
    _w.Field("dates", _w.Rec(Dates)),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("owner", _w.Rec(Ownership)),
)
_w.define(
    EventCardUpdated,
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
    _w.Field("plans", _w.Items(_w.ID)),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventRestored,
    _w.Field("reason", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("created", EventCreated),
    _w.Variant("card_updated", EventCardUpdated),
    _w.Variant("fields_set", EventFieldsSet),
    _w.Variant("dates_set", EventDatesSet),
    _w.Variant("warranty_set", EventWarrantySet),
    _w.Variant("photo_added", EventPhotoAdded),
    _w.Variant("scrapped", EventScrapped),
    _w.Variant("restored", EventRestored),
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
_UPDATE_CARD = (
    _w.Field("construction", _w.JSON, "keep"),
    _w.Field("equipment_type", _w.ID, "keep"),
    _w.Field("location", _w.JSON, "keep"),
    _w.Field("manufacturer", _w.JSON, "keep"),
    _w.Field("model", _w.JSON, "keep"),
    _w.Field("name", _w.JSON, "keep"),
    _w.Field("parent", _w.ID, "keep"),
    _w.Field("serial", _w.JSON, "keep"),
    _w.Field("site", _w.ID, "keep"),
)
_SET_FIELDS = (
    _w.Field("values", _w.Table(_w.JSON)),
)
_SET_DATES = (
    _w.Field("commissioned", _w.DATE, "keep"),
    _w.Field("manufactured", _w.DATE, "keep"),
    _w.Field("sold", _w.DATE, "keep"),
)
_SET_WARRANTY = (
    _w.Field("terms", _w.Rec(Terms)),
)
_ADD_PHOTO = (
    _w.Field("content", _w.JSON),
    _w.Field("media_type", _w.JSON),
    _w.Field("name", _w.JSON),
)
_SCRAP = (
    _w.Field("reason", _w.JSON),
)
_RESTORE = (
    _w.Field("reason", _w.JSON),
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


class EquipmentCommands(_s.NounCommands):
    """Commands and queries of ``equipment``."""

    __slots__ = ()
    _noun = "equipment"

    def create(
        self,
        *,
        card: Card | Mapping[str, Any],
        customer: UUID,
        dates: Dates | Mapping[str, Any] = Dates(),
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Put it under its customer. It takes the next number of its year.

        card: What its card says; it needs a name (`EQUIPMENT-CARD-01`).
        customer: The id of the customer who owns it; `EQUIPMENT-CARD-02` where there is
            none such.
        dates: Its birth: when it was made, sold and put into service; each unknown where it
            is missing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``equipment.create``.
        Refusals: ``EQUIPMENT-CARD-01``, ``EQUIPMENT-CARD-02``, ``EQUIPMENT-CARD-03``,
            ``EQUIPMENT-CARD-04``, ``EQUIPMENT-CARD-05``, ``EQUIPMENT-DATES-01``,
            ``EQUIPMENT-PARENT-01``, ``EQUIPMENT-PARENT-03``.

        >>> manager.equipment.create(
        ...     customer=kovo,
        ...     card={"name": "A", "manufacturer": "Atlas", "serial": "AB cd-12"},
        ... ).events[0].event
        'created'
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
            None,
            command_id,
            external_ids,
        )

    def update_card(
        self,
        id: UUID,
        *,
        expected: int,
        construction: bool | None | _k.Keep = _k.KEEP,
        equipment_type: UUID | None | _k.Keep = _k.KEEP,
        location: str | None | _k.Keep = _k.KEEP,
        manufacturer: str | None | _k.Keep = _k.KEEP,
        model: str | None | _k.Keep = _k.KEEP,
        name: str | _k.Keep = _k.KEEP,
        parent: UUID | None | _k.Keep = _k.KEEP,
        serial: str | None | _k.Keep = _k.KEEP,
        site: UUID | None | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Change what its card says: what is missing stays, `null` takes away.

        construction: Whether work on it is construction or assembly work (CZ-CPA 41 to 43),
            which is billed to a payer of VAT without tax (act 235/2004, § 92e); `null`
            where nothing is said, and what was said stays where it is missing.
        equipment_type: The id of its equipment type (`EQUIPMENT-CARD-04` where there is
            none such); `null` for no type, and the one before stays where it is missing.
        location: Where on the site it stands: `hala 2, u sloupu C4`; `null` takes it away,
            and what was said stays where it is missing.
        manufacturer: Who made it; `null` where nobody knows, and what was said stays where
            it is missing.
        model: What the manufacturer calls it; `null` where nobody knows, and what was said
            stays where it is missing.
        name: The new name by which people call it; not empty (`EQUIPMENT-CARD-01`), and the
            old one stays where it is missing.
        parent: The id of the equipment of the same customer of which it is a component
            (`EQUIPMENT-PARENT-01` to `-03`); `null` for none, and the one before stays
            where it is missing.
        serial: The manufacturer's number of this piece: two pieces of one manufacturer have
            not the same (`EQUIPMENT-CARD-05`). `null` where nobody knows, and what was said
            stays where it is missing.
        site: The id of the customer's site on which it stands (`EQUIPMENT-CARD-03` where he
            has none such); `null` for none, and the one before stays where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``equipment.update_card``.
        Refusals: ``EQUIPMENT-CARD-01``, ``EQUIPMENT-CARD-03``, ``EQUIPMENT-CARD-04``,
            ``EQUIPMENT-CARD-05``, ``EQUIPMENT-CARD-06``, ``EQUIPMENT-PARENT-01``,
            ``EQUIPMENT-PARENT-02``, ``EQUIPMENT-PARENT-03``, ``EQUIPMENT-STATUS-01``.

        >>> seen = back_office.equipment.get(stary)
        >>> back_office.equipment.update_card(
        ...     stary,
        ...     name="Čerpadlo",
        ...     manufacturer="Sigma",
        ...     serial="S 2",
        ...     expected=seen.version,
        ... ).events[0].event
        'card_updated'
        """
        return self._command(
            "update_card",
            _UPDATE_CARD,
            {
                "construction": construction,
                "equipment_type": equipment_type,
                "location": location,
                "manufacturer": manufacturer,
                "model": model,
                "name": name,
                "parent": parent,
                "serial": serial,
                "site": site,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_fields(
        self,
        id: UUID,
        *,
        values: Mapping[str, str | None],
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Fill in fields of its type; others stay.

        values: The key of each field to its value as text (`"12.5"`, `"2026-10-16"`,
            `"true"`); `null` takes it away. What does not fit is refused
            (`EQUIPMENT-FIELD-03`), and so is leaving a required one out (`-04`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``equipment.set_fields``.
        Refusals: ``EQUIPMENT-FIELD-01``, ``EQUIPMENT-FIELD-02``, ``EQUIPMENT-FIELD-03``,
            ``EQUIPMENT-FIELD-04``, ``EQUIPMENT-STATUS-01``.

        >>> seen = manager.equipment.get(stroj)
        >>> manager.equipment.set_fields(
        ...     stroj,
        ...     values={"pressure": "10.5", "note": "hlučný"},
        ...     expected=seen.version,
        ... ).events[0].event
        'fields_set'
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
        id: UUID,
        *,
        expected: int,
        commissioned: _dt.date | None | _k.Keep = _k.KEEP,
        manufactured: _dt.date | None | _k.Keep = _k.KEEP,
        sold: _dt.date | None | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say when it was made, sold and put into service; a day may be unknown.

        commissioned: The day on which it was put into service, not before it was made
            (`EQUIPMENT-DATES-01`); `null` where nobody knows, and what was said stays where
            it is missing.
        manufactured: The day on which it was made; `null` where nobody knows, and what was
            said stays where it is missing.
        sold: The day on which it was sold, not before it was made (`EQUIPMENT-DATES-01`);
            `null` where nobody knows, and what was said stays where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``equipment.set_dates``.
        Refusals: ``EQUIPMENT-DATES-01``, ``EQUIPMENT-STATUS-01``.

        >>> seen = back_office.equipment.get(stroj)
        >>> back_office.equipment.set_dates(
        ...     stroj,
        ...     manufactured=date.fromisoformat("2026-01-10"),
        ...     sold=date.fromisoformat("2026-02-28"),
        ...     commissioned=date.fromisoformat("2026-03-31"),
        ...     expected=seen.version,
        ... ).events[0].event
        'dates_set'
        """
        return self._command(
            "set_dates",
            _SET_DATES,
            {
                "commissioned": commissioned,
                "manufactured": manufactured,
                "sold": sold,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_warranty(
        self,
        id: UUID,
        *,
        terms: Terms | Mapping[str, Any] | None,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say what warranty it has.

        terms: What was agreed: some months from a day, or until a day
            (`EQUIPMENT-WARRANTY-01` to `-03`); `null` for no warranty.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``equipment.set_warranty``.
        Refusals: ``EQUIPMENT-STATUS-01``, ``EQUIPMENT-WARRANTY-01``,
            ``EQUIPMENT-WARRANTY-02``, ``EQUIPMENT-WARRANTY-03``.

        >>> seen = manager.equipment.get(stroj)
        >>> manager.equipment.set_warranty(
        ...     stroj,
        ...     terms={"starts_from": "manufactured", "until": "2027-12-31"},
        ...     expected=seen.version,
        ... ).events[0].event
        'warranty_set'
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
        id: UUID,
        *,
        content: str,
        media_type: str,
        name: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add a photograph, which has been put as a blob; twice is once.

        content: Hash of the picture's bytes, which have been put as a blob
            (`EQUIPMENT-PHOTO-01` otherwise).
        media_type: The media type of the picture: `image/png`, `image/jpeg`, `image/gif`,
            `image/webp`, `image/heic` or `image/heif` (`EQUIPMENT-PHOTO-02`), as its bytes
            begin (`EQUIPMENT-PHOTO-03`); `image/jpg` is kept as `image/jpeg`, and capital
            letters as small ones.
        name: The file name of the picture, without folders and what no file system takes
            (`EQUIPMENT-PHOTO-04`); it has none where it is empty.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``equipment.add_photo``.
        Refusals: ``EQUIPMENT-PHOTO-01``, ``EQUIPMENT-PHOTO-02``, ``EQUIPMENT-PHOTO-03``,
            ``EQUIPMENT-PHOTO-04``.

        >>> back_office.equipment.add_photo(
        ...     stroj,
        ...     content=mobil,
        ...     name="stitek.jpg",
        ...     media_type="image/jpg",
        ... ).events[0].event
        'photo_added'
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
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that it is gone; its history stays, and its serial is free for another. The event
        names the plans that go on for it: they create nothing for it any more
        (`PLAN-STATUS-05`) and are to be ended.

        reason: Why it is scrapped, in words; not empty (`EQUIPMENT-SCRAP-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``equipment.scrap``.
        Refusals: ``EQUIPMENT-SCRAP-01``, ``EQUIPMENT-STATUS-01``, ``PLAN-STATUS-05``.

        >>> seen = manager.equipment.get(stroj)
        >>> manager.equipment.scrap(
        ...     stroj,
        ...     reason="prasklý blok",
        ...     expected=seen.version,
        ... ).events[0].event
        'scrapped'
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

    def restore(
        self,
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that it is there after all: it was scrapped by mistake.

        reason: Why, in words; not empty (`EQUIPMENT-SCRAP-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``equipment.restore``.
        Refusals: ``EQUIPMENT-CARD-05``, ``EQUIPMENT-SCRAP-01``, ``EQUIPMENT-STATUS-01``.

        >>> seen = manager.equipment.get(a)
        >>> manager.equipment.restore(
        ...     a,
        ...     reason="neprodán",
        ...     expected=seen.version,
        ... ).events[0].event
        'restored'
        """
        return self._command(
            "restore",
            _RESTORE,
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
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> manager.equipment.get(target).id == target
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
        customer: UUID | None = None,
        equipment_type: UUID | None = None,
        parent: UUID | None = None,
        search: str | None = None,
        site: UUID | None = None,
        statuses: Sequence[StatusLike] = (),
        warranty_ends_before: _dt.date | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Page:
        """A page of rows of many records.

        customer: Equipment of the customer with this id, who owns it now; of all customers
            where it is missing.
        equipment_type: Equipment of the equipment type with this id; of any or none where
            it is missing.
        parent: Components of the equipment with this id, those that name it as their whole
            themselves; wholes and components where it is missing.
        search: Equipment with these words in number, name, manufacturer, model or serial.
            Each may be the beginning of one; marks and case do not matter, nor words after
            the 64th.
        site: Equipment that stands on the site with this id; anywhere where it is missing.
        statuses: Equipment in one of these states; in any where the list is empty.
        warranty_ends_before: Equipment whose last day of warranty lies before this day;
            what has no known end is left out. All where it is missing.
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

        >>> page = manager.equipment.list(limit=10)
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
                    "customer": customer,
                    "equipment_type": equipment_type,
                    "parent": parent,
                    "search": search,
                    "site": site,
                    "statuses": statuses,
                    "warranty_ends_before": warranty_ends_before,
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
        search: str | None = None,
        site: UUID | None = None,
        statuses: Sequence[StatusLike] = (),
        warranty_ends_before: _dt.date | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.equipment.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(customer=customer, equipment_type=equipment_type, parent=parent, search=search, site=site, statuses=statuses, warranty_ends_before=warranty_ends_before, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
