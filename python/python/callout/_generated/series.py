"""The room ``series``.

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
from .common import (
    Number as Number,
)


class Order(_k.Choice):
    """By what the list is ordered."""

    NAME = "name"
    """By name."""


OrderLike = Union[Order, Literal["name"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A series of one name and year."""

    last: int
    """The last number taken; the next is one more."""

    name: str = field(repr=False)
    """`activity`, `job_sheet`, `invoice`."""

    year: int
    """Local year of the company."""


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

    last: int
    """The last number taken."""

    name: str = field(repr=False)
    """Which series."""

    year: int
    """Of which year."""


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

    name: str | None = field(default=None, repr=False)
    """Of this name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventTaken(_w.Record):
    """It is ``taken``."""

    holder: UUID

    number: Number


Event = Union[
    EventTaken,
]
"""What happened to a series."""


_w.define(
    State,
    _w.Field("last", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("year", _w.JSON),
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
    _w.Field("last", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("year", _w.JSON),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("name", _w.JSON, "none"),
)
_w.define(
    EventTaken,
    _w.Field("holder", _w.ID),
    _w.Field("number", _w.Rec(Number)),
)
_event = _w.Tagged(
    _w.Variant("taken", EventTaken),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_TAKE = (
    _w.Field("holder", _w.ID),
    _w.Field("number", _w.Rec(Number)),
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


class SeriesDesk(_a.NounDesk):
    """Commands and questions of the room ``series``."""

    __slots__ = ()
    _noun = "series"

    def take(
        self,
        id: UUID | None = None,
        *,
        holder: UUID,
        number: Number | Mapping[str, Any],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take a number that a decision of this transaction has used.

        holder: By what.
        number: Of which series.
        """
        return self._command(
            "take",
            _TAKE,
            {
                "holder": holder,
                "number": number,
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
        name: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of many.

        name: Of this name.
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
                    "name": name,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        name: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(name=name, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
