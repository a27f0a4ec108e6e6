"""The room ``equipment_type``.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _acting as _a, _choice as _k, _wire as _w
from . import engine as _e


class FieldKind(_k.Choice):
    """What a field holds."""

    TEXT = "text"
    """Any text."""
    NUMBER = "number"
    """A decimal number, with a unit where it has one."""
    DATE = "date"
    """A day."""
    CHOICE = "choice"
    """One of the field's choices."""
    FLAG = "flag"
    """Yes or no."""


FieldKindLike = Union[FieldKind, Literal["text", "number", "date", "choice", "flag"]]


class Order(_k.Choice):
    """By what the list is ordered."""

    NAME = "name"
    """By name."""


OrderLike = Union[Order, Literal["name"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Field(_w.Record):
    """A field of a card."""

    choices: Sequence[str] = field(default=(), repr=False)
    """Of a choice: what may be chosen."""

    key: str = field(repr=False)
    """For programs: lower-case letters, digits and `_`."""

    kind: FieldKind
    """What it holds."""

    label: str = field(repr=False)
    """For people."""

    required: bool = False
    """A card without it is not filled in."""

    unit: str | None = field(default=None, repr=False)
    """Of a number: `bar`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A type of equipment."""

    fields: Sequence[Field]
    """In the order of the card."""

    name: str = field(repr=False)
    """For people."""


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

    fields: int
    """How many fields its cards have."""

    id: UUID
    """Which."""

    name: str = field(repr=False)
    """For people."""


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

    words: str | None = field(default=None, repr=False)
    """With these words in the name. Each may be the beginning of one; marks and case do not
    matter, nor words after the 64th.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDefined(_w.Record):
    """It is ``defined``."""

    fields: Sequence[Field]

    name: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFieldsChanged(_w.Record):
    """It is ``fields_changed``."""

    fields: Sequence[Field]

    name: str = field(repr=False)


Event = Union[
    EventDefined,
    EventFieldsChanged,
]
"""What happened to a type of equipment."""


_w.define(
    Field,
    _w.Field("choices", _w.Items(_w.JSON), "empty"),
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
    _w.Field("fields", _w.JSON),
    _w.Field("id", _w.ID),
    _w.Field("name", _w.JSON),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("words", _w.JSON, "none"),
)
_w.define(
    EventDefined,
    _w.Field("fields", _w.Items(_w.Rec(Field))),
    _w.Field("name", _w.JSON),
)
_w.define(
    EventFieldsChanged,
    _w.Field("fields", _w.Items(_w.Rec(Field))),
    _w.Field("name", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("defined", EventDefined),
    _w.Variant("fields_changed", EventFieldsChanged),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_DEFINE = (
    _w.Field("fields", _w.Items(_w.Rec(Field)), "none"),
    _w.Field("name", _w.JSON),
)
_CHANGE_FIELDS = (
    _w.Field("fields", _w.Items(_w.Rec(Field))),
    _w.Field("name", _w.JSON, "none"),
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


class EquipmentTypeDesk(_a.NounDesk):
    """Commands and questions of the room ``equipment_type``."""

    __slots__ = ()
    _noun = "equipment_type"

    def define(
        self,
        id: UUID | None = None,
        *,
        name: str,
        fields: Sequence[Field | Mapping[str, Any]] = (),
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Define one (S9).

        name: For people.
        fields: In the order of the card.
        """
        return self._command(
            "define",
            _DEFINE,
            {
                "fields": fields,
                "name": name,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def change_fields(
        self,
        id: UUID | None = None,
        *,
        fields: Sequence[Field | Mapping[str, Any]],
        name: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Give it other fields; values on cards stay as they were written (E17).

        fields: All of them, in the order of the card.
        name: For people; stays where it is missing.
        """
        return self._command(
            "change_fields",
            _CHANGE_FIELDS,
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
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of many.

        words: With these words in the name. Each may be the beginning of one; marks and
            case do not matter, nor words after the 64th.
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
                    "words": words,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(words=words, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
