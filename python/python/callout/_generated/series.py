"""What ``series`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _wire as _w
from .common import (
    Counted as Counted,
    Number as Number,
)


class Order(_k.Choice):
    """By what a list of series is ordered; equal ones by their ids."""

    NAME = "name"
    """By the name of the series."""


OrderLike = Union[Order, Literal["name"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A series of one name and year."""

    last: int
    """The last number that was taken; the next one is greater by 1."""

    name: str = field(repr=False)
    """The name of the series: `activity`, `customer`, `equipment`, `job_sheet` or `invoice`."""

    year: int
    """The year of the series, local to the company."""


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
    """What a list shows of a series of one name and year."""

    last: int
    """The last number that was taken; the next one is greater by 1."""

    name: str = field(repr=False)
    """The name of the series: `activity`, `customer`, `equipment`, `job_sheet` or `invoice`."""

    year: int
    """The year of the series, local to the company."""


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
    """By what a list of series is narrowed: all that is said must hold, and nothing said is all. A
    series is of one name and year.
    """

    name: str | None = field(default=None, repr=False)
    """Series of this name, all their years: `activity`, `customer`, `equipment`, `job_sheet` or
    `invoice`. All where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventTaken(_w.Record):
    """The next number of the series was taken."""

    holder: UUID
    """The id of the record that has the number."""

    number: Number
    """The number that was taken, with its series and year."""


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
    _w.Field("counted", _w.Rec(Counted), "none"),
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


class SeriesCommands(_s.NounCommands):
    """Commands and queries of ``series``."""

    __slots__ = ()
    _noun = "series"

    def get(
        self,
        id: UUID,
    ) -> View:
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> changes = manager.changes().changes
        >>> taken = next(change for change in changes if change.noun == "series")
        >>> manager.series.get(taken.id).id == taken.id
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
        name: str | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of rows of many records.

        name: Series of this name, all their years: `activity`, `customer`, `equipment`,
            `job_sheet` or `invoice`. All where it is missing.
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

        >>> page = manager.series.list(limit=10)
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
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.series.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(name=name, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
