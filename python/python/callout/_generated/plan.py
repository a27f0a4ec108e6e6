"""The room ``plan``.

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
    WallTime as WallTime,
)


class Order(_k.Choice):
    """By what the list is ordered."""

    TITLE = "title"
    """By title."""


OrderLike = Union[Order, Literal["title"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Template(_w.Record):
    """What a plan creates."""

    customer: UUID
    """Whose."""

    description: str = field(default="", repr=False)
    """At length."""

    equipment: UUID | None = None
    """On what."""

    site: UUID | None = None
    """Where."""

    title: str = field(repr=False)
    """Title of the activities."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A plan."""

    anchor: WallTime | None = None
    """Where the rule begins, as the clock at the site shows."""

    created_until: _dt.date | None = None
    """The original date of the newest occurrence for which there is an activity."""

    ended: bool
    """Creates nothing any more."""

    paused: bool
    """Creates nothing for now."""

    rule: str = field(repr=False)
    """The rule (RFC 5545, 3.3.10): `FREQ=MONTHLY;INTERVAL=6`."""

    skipped: Sequence[_dt.date]
    """Original dates that were left out on purpose."""

    template: Template
    """What it creates."""


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

    active: bool
    """Neither paused nor ended."""

    created_until: _dt.date | None = None
    """The last original date that has an activity."""

    customer: UUID
    """Whose."""

    equipment: UUID | None = None
    """On what."""

    id: UUID
    """Which."""

    rule: str = field(repr=False)
    """The rule."""

    title: str = field(repr=False)
    """Title of its activities."""


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

    active: bool | None = None
    """Neither paused nor ended."""

    customer: UUID | None = None
    """For this customer."""

    equipment: UUID | None = None
    """On this equipment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSetUp(_w.Record):
    """It is ``set_up``."""

    anchor: WallTime

    rule: str = field(repr=False)

    template: Template


@dataclass(frozen=True, kw_only=True, slots=True)
class Due(_w.Record):
    """One occurrence whose activity is created."""

    activity: UUID
    """The activity: its id follows from plan and date."""

    date: _dt.date
    """Its original local date."""

    local: _dt.datetime
    """When the rule says, as the clock at the site shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """It is ``created``."""

    due: Due

    template: Template


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSkipped(_w.Record):
    """It is ``skipped``."""

    date: _dt.date

    why: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPaused(_w.Record):
    """It is ``paused``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventResumed(_w.Record):
    """It is ``resumed``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventEnded(_w.Record):
    """It is ``ended``."""

    why: str = field(repr=False)


Event = Union[
    EventSetUp,
    EventCreated,
    EventSkipped,
    EventPaused,
    EventResumed,
    EventEnded,
]
"""What happened to a plan."""


_w.define(
    Template,
    _w.Field("customer", _w.ID),
    _w.Field("description", _w.JSON, "empty"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("title", _w.JSON),
)
_w.define(
    State,
    _w.Field("anchor", _w.Rec(WallTime), "none"),
    _w.Field("created_until", _w.DATE, "none"),
    _w.Field("ended", _w.JSON),
    _w.Field("paused", _w.JSON),
    _w.Field("rule", _w.JSON),
    _w.Field("skipped", _w.Items(_w.DATE)),
    _w.Field("template", _w.Rec(Template)),
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
    _w.Field("active", _w.JSON),
    _w.Field("created_until", _w.DATE, "none"),
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("id", _w.ID),
    _w.Field("rule", _w.JSON),
    _w.Field("title", _w.JSON),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("active", _w.JSON, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("equipment", _w.ID, "none"),
)
_w.define(
    EventSetUp,
    _w.Field("anchor", _w.Rec(WallTime)),
    _w.Field("rule", _w.JSON),
    _w.Field("template", _w.Rec(Template)),
)
_w.define(
    Due,
    _w.Field("activity", _w.ID),
    _w.Field("date", _w.DATE),
    _w.Field("local", _w.LOCAL),
)
_w.define(
    EventCreated,
    _w.Field("due", _w.Rec(Due)),
    _w.Field("template", _w.Rec(Template)),
)
_w.define(
    EventSkipped,
    _w.Field("date", _w.DATE),
    _w.Field("why", _w.JSON),
)
_w.define(
    EventEnded,
    _w.Field("why", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("set_up", EventSetUp),
    _w.Variant("created", EventCreated),
    _w.Variant("skipped", EventSkipped),
    _w.Variant("paused", EventPaused),
    _w.Variant("resumed", EventResumed),
    _w.Variant("ended", EventEnded),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_SET_UP = (
    _w.Field("anchor", _w.Rec(WallTime)),
    _w.Field("rule", _w.JSON),
    _w.Field("template", _w.Rec(Template)),
)
_CREATE = (
    _w.Field("until", _w.DATE),
)
_SKIP = (
    _w.Field("date", _w.DATE),
    _w.Field("why", _w.JSON),
)
_PAUSE: tuple[_w.Field, ...] = ()
_RESUME: tuple[_w.Field, ...] = ()
_END = (
    _w.Field("why", _w.JSON),
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


class PlanDesk(_a.NounDesk):
    """Commands and questions of the room ``plan``."""

    __slots__ = ()
    _noun = "plan"

    def set_up(
        self,
        id: UUID | None = None,
        *,
        anchor: WallTime | Mapping[str, Any],
        rule: str,
        template: Template | Mapping[str, Any],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Begin one.

        anchor: Where the rule begins.
        rule: The rule (RFC 5545, 3.3.10). Its UNTIL, if any, is an instant in UTC.
        template: What it creates.
        """
        return self._command(
            "set_up",
            _SET_UP,
            {
                "anchor": anchor,
                "rule": rule,
                "template": template,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def create(
        self,
        id: UUID | None = None,
        *,
        until: _dt.date,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create the activities of all occurrences up to a day, those that are not there yet, a
        hundred of them at most: where there are more, the next command goes on from there.
        Late, twice or at the same moment, the outcome is the same (E33).

        until: The last original date.
        """
        return self._command(
            "create",
            _CREATE,
            {
                "until": until,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def skip(
        self,
        id: UUID | None = None,
        *,
        date: _dt.date,
        why: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Leave an occurrence out.

        date: Its original date.
        why: Why.
        """
        return self._command(
            "skip",
            _SKIP,
            {
                "date": date,
                "why": why,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def pause(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create nothing for now."""
        return self._command(
            "pause",
            _PAUSE,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def resume(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Go on."""
        return self._command(
            "resume",
            _RESUME,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def end(
        self,
        id: UUID | None = None,
        *,
        why: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create nothing any more.

        why: Why.
        """
        return self._command(
            "end",
            _END,
            {
                "why": why,
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
        active: bool | None = None,
        customer: UUID | None = None,
        equipment: UUID | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.TITLE,
    ) -> Page:
        """A page of many.

        active: Neither paused nor ended.
        customer: For this customer.
        equipment: On this equipment.
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
                    "active": active,
                    "customer": customer,
                    "equipment": equipment,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        active: bool | None = None,
        customer: UUID | None = None,
        equipment: UUID | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.TITLE,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(active=active, customer=customer, equipment=equipment, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
