"""What ``equipment_type`` is made of.

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
    Counted as Counted,
)


class FieldKind(_k.Choice):
    """What a field holds."""

    TEXT = "text"
    """Any text, in somebody's own words."""
    NUMBER = "number"
    """A decimal number, with a unit where it has one."""
    DATE = "date"
    """A day, as `2026-10-16`."""
    CHOICE = "choice"
    """One of the field's choices."""
    FLAG = "flag"
    """Yes or no, as `true` or `false`."""


FieldKindLike = Union[FieldKind, Literal["text", "number", "date", "choice", "flag"]]


class Order(_k.Choice):
    """By what a list of types of equipment is ordered; equal ones by their ids."""

    NAME = "name"
    """By the name, as the company's language sorts: letters first, then marks, then case."""


OrderLike = Union[Order, Literal["name"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Field(_w.Record):
    """A field of a card."""

    choices: Sequence[str] = field(default=(), repr=False)
    """What may be chosen where it is a choice: one at least, each once. Empty for another kind
    (`EQUIPMENT-TYPE-05`).
    """

    counter: bool = False
    """Whether it is a counter that only goes up, as hours of operation are: a reading of the
    parameter with this key is not below the one before (`REPORT-READING-01`). A number only
    (`EQUIPMENT-TYPE-07`); `false` where it is missing.
    """

    key: str = field(repr=False)
    """The key by which programs name it: lower-case letters, digits and `_`, at most 64, each once
    in a type (`EQUIPMENT-TYPE-02`, `-03`).
    """

    kind: FieldKind
    """What a value of it is: text, number, date, choice or flag."""

    label: str = field(repr=False)
    """The name by which people know it; not empty (`EQUIPMENT-TYPE-04`)."""

    required: bool = False
    """Whether a card that lacks it is refused when fields are filled in (`EQUIPMENT-FIELD-04`);
    `false` where it is missing.
    """

    unit: str | None = field(default=None, repr=False)
    """The unit of a number: `bar`. A reading of the parameter with this key is in a unit that can
    be told in it (`REPORT-READING-06`). Missing where it has none; another kind has no unit
    (`EQUIPMENT-TYPE-06`).
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A type of equipment."""

    fields: Sequence[Field]
    """The fields of its cards, in the order in which a card shows them."""

    name: str = field(repr=False)
    """The name by which people know it."""


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
    """What a list shows of a type of equipment."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    fields: int
    """How many fields the cards of its equipment have."""

    id: UUID
    """The id of the type, by which the cards of equipment name it."""

    name: str = field(repr=False)
    """The name by which people know it; two types may have one."""

    version: int
    """The version of the type when the page was read, from 1: a command that changes it gives it
    in `expected`.
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
    """By what a list of types of equipment is narrowed: all that is said must hold, and nothing
    said is all.
    """

    search: str | None = field(default=None, repr=False)
    """Types with these words in the name. Each may be the beginning of one; marks and case do not
    matter, nor words after the 64th.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """The type of equipment was defined."""

    fields: Sequence[Field]
    """The fields of its cards, in the order in which a card shows them."""

    name: str = field(repr=False)
    """The name by which people know the type."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUpdated(_w.Record):
    """The type got another name or other fields. Values on cards stay as they were written."""

    fields: Sequence[Field]
    """All fields of its cards from then on, in the order in which a card shows them."""

    name: str = field(repr=False)
    """The name by which people know the type from then on."""


Event = Union[
    EventCreated,
    EventUpdated,
]
"""What happened to a type of equipment."""


_w.define(
    Field,
    _w.Field("choices", _w.Items(_w.JSON), "empty"),
    _w.Field("counter", _w.JSON, "none"),
    _w.Field("key", _w.JSON),
    _w.Field("kind", _w.Word(FieldKind)),
    _w.Field("label", _w.JSON),
    _w.Field("required", _w.JSON, "none"),
    _w.Field("unit", _w.JSON, "none"),
)
_w.define(
    State,
    _w.Field("fields", _w.Items(_w.Rec(Field))),
    _w.Field("name", _w.JSON),
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
    _w.Field("fields", _w.JSON),
    _w.Field("id", _w.ID),
    _w.Field("name", _w.JSON),
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
    _w.Field("search", _w.JSON, "none"),
)
_w.define(
    EventCreated,
    _w.Field("fields", _w.Items(_w.Rec(Field))),
    _w.Field("name", _w.JSON),
)
_w.define(
    EventUpdated,
    _w.Field("fields", _w.Items(_w.Rec(Field))),
    _w.Field("name", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("created", EventCreated),
    _w.Variant("updated", EventUpdated),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("fields", _w.Items(_w.Rec(Field)), "none"),
    _w.Field("name", _w.JSON),
)
_UPDATE = (
    _w.Field("fields", _w.Items(_w.Rec(Field)), "keep"),
    _w.Field("name", _w.JSON, "keep"),
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


class EquipmentTypeCommands(_s.NounCommands):
    """Commands and queries of ``equipment_type``."""

    __slots__ = ()
    _noun = "equipment_type"

    def create(
        self,
        *,
        name: str,
        fields: Sequence[Field | Mapping[str, Any]] = (),
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Define one.

        name: The name by which people know it; not empty (`EQUIPMENT-TYPE-01`).
        fields: The fields of its cards, in the order in which a card shows them; none where
            it is missing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``equipment_type.create``.
        Refusals: ``EQUIPMENT-TYPE-01``, ``EQUIPMENT-TYPE-02``, ``EQUIPMENT-TYPE-03``,
            ``EQUIPMENT-TYPE-04``, ``EQUIPMENT-TYPE-05``, ``EQUIPMENT-TYPE-06``,
            ``EQUIPMENT-TYPE-07``.

        >>> manager.equipment_type.create(
        ...     name="Kompresor",
        ...     fields=[{"key": "pressure", "label": "Tlak", "kind": "number", "unit": "bar", "required": True}, {"key": "oil", "label": "Olej", "kind": "choice", "choices": ["minerální", "syntetický"]}, {"key": "revision", "label": "Revize", "kind": "date"}, {"key": "outdoor", "label": "Venku", "kind": "flag"}, {"key": "note", "label": "Poznámka", "kind": "text"}],
        ... ).events[0].event
        'created'
        """
        return self._command(
            "create",
            _CREATE,
            {
                "fields": fields,
                "name": name,
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
        fields: Sequence[Field | Mapping[str, Any]] | None | _k.Keep = _k.KEEP,
        name: str | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Give it other fields; values on cards stay as they were written.

        fields: All fields of its cards from now on, in the order in which a card shows
            them; `null` or none for no fields, and those that are there stay where it is
            missing.
        name: The new name by which people know it; not empty (`EQUIPMENT-TYPE-01`), and the
            old one stays where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``equipment_type.update``.
        Refusals: ``EQUIPMENT-TYPE-01``.

        >>> seen = manager.equipment_type.get(kompresor)
        >>> manager.equipment_type.update(
        ...     kompresor,
        ...     name="Šroubový kompresor",
        ...     fields=[],
        ...     expected=seen.version,
        ... ).events[0].event
        'updated'
        """
        return self._command(
            "update",
            _UPDATE,
            {
                "fields": fields,
                "name": name,
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

        >>> manager.equipment_type.get(target).id == target
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
        search: str | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of rows of many records.

        search: Types with these words in the name. Each may be the beginning of one; marks
            and case do not matter, nor words after the 64th.
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

        >>> page = manager.equipment_type.list(limit=10)
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
                    "search": search,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        search: str | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.equipment_type.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(search=search, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
