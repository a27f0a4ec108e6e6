"""The room ``rendering``.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _acting as _a, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from .common import (
    Format as Format,
)


class Order(_k.Choice):
    """By what the list is ordered."""

    VERSION = "version"
    """By the document's version."""


OrderLike = Union[Order, Literal["version"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(_w.Record):
    """Which file of which document."""

    document: UUID
    """The job sheet or invoice."""

    format: Format
    """PDF or Word."""

    version: int
    """Its version."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Painted(_w.Record):
    """A rendering."""

    blob: _p.Personal[str]
    """Hash of the bytes. It is held by the document's id, and goes with the bytes when somebody
    who is named on the page is forgotten, unless the law keeps the document.
    """

    bytes: int
    """How many."""

    content_hash: str = field(repr=False)
    """Of what it says."""

    contexts: Sequence[UUID]
    """In whose timelines it stands."""

    page: Page
    """Which file of which document."""

    painter: str = field(repr=False)
    """Who painted it: name and version."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A rendering, once it was painted."""

    painted: Painted | None = None
    """What was painted."""


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

    blob: _p.Personal[str]
    """Hash of the bytes. It is held by the document's id, and goes with the bytes when somebody
    who is named on the page is forgotten, unless the law keeps the document.
    """

    bytes: int
    """How many."""

    content_hash: str = field(repr=False)
    """Of what it says."""

    contexts: Sequence[UUID]
    """In whose timelines it stands."""

    page: Page
    """Which file of which document."""

    painter: str = field(repr=False)
    """Who painted it: name and version."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page2(_w.Record):
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

    document: UUID | None = None
    """Of this document."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPainted(_w.Record):
    """It is ``painted``."""

    painted: Painted


Event = Union[
    EventPainted,
]
"""What happened to a rendering."""


_w.define(
    Page,
    _w.Field("document", _w.ID),
    _w.Field("format", _w.Word(Format)),
    _w.Field("version", _w.JSON),
)
_w.define(
    Painted,
    _w.Field("blob", _w.Person(_w.JSON)),
    _w.Field("bytes", _w.JSON),
    _w.Field("content_hash", _w.JSON),
    _w.Field("contexts", _w.Items(_w.ID)),
    _w.Field("page", _w.Rec(Page)),
    _w.Field("painter", _w.JSON),
)
_w.define(
    State,
    _w.Field("painted", _w.Rec(Painted), "none"),
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
    _w.Field("blob", _w.Person(_w.JSON)),
    _w.Field("bytes", _w.JSON),
    _w.Field("content_hash", _w.JSON),
    _w.Field("contexts", _w.Items(_w.ID)),
    _w.Field("page", _w.Rec(Page)),
    _w.Field("painter", _w.JSON),
)
_w.define(
    Page2,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("document", _w.ID, "none"),
)
_w.define(
    EventPainted,
    _w.Field("painted", _w.Rec(Painted)),
)
_event = _w.Tagged(
    _w.Variant("painted", EventPainted),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_RECORD = (
    _w.Field("painted", _w.Rec(Painted)),
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


class RenderingDesk(_a.NounDesk):
    """Commands and questions of the room ``rendering``."""

    __slots__ = ()
    _noun = "rendering"

    def record(
        self,
        id: UUID | None = None,
        *,
        painted: Painted | Mapping[str, Any],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Record what was painted; the first one stays.

        painted: What.
        """
        return self._command(
            "record",
            _RECORD,
            {
                "painted": painted,
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
        document: UUID | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.VERSION,
    ) -> Page2:
        """A page of many.

        document: Of this document.
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
                    "document": document,
                },
            },
            Page2,
        )

    def each(
        self,
        *,
        document: UUID | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.VERSION,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page2:
            return self.list(document=document, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
