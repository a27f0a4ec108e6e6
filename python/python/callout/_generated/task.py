"""The room ``task``.

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


class Lifecycle(_k.Choice):
    """Where a task stands."""

    OPEN = "open"
    """To be done."""
    DONE = "done"
    """Done."""
    DROPPED = "dropped"
    """Need not be done."""


LifecycleLike = Union[Lifecycle, Literal["open", "done", "dropped"]]


class Order(_k.Choice):
    """By what the list is ordered."""

    DUE = "due"
    """By when it is due; those without come last."""
    ADDED_AT = "added_at"
    """By when it was added."""


OrderLike = Union[Order, Literal["due", "added_at"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class About(_w.Record):
    """What a task is about; all may be missing."""

    activity: UUID | None = None
    """Which activity."""

    customer: UUID | None = None
    """Whom."""

    equipment: UUID | None = None
    """Which machine."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A task."""

    about: About
    """What it is about."""

    added_at: _dt.datetime
    """When it was added."""

    done_at: _dt.datetime | None = None
    """When it was done."""

    due: _dt.datetime | None = None
    """Until when."""

    holder: UUID
    """Whose."""

    lifecycle: Lifecycle
    """Where it stands."""

    note: str = field(repr=False)
    """At length."""

    title: str = field(repr=False)
    """In a line."""


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

    about: About
    """What it is about."""

    due: _dt.datetime | None = None
    """Until when."""

    holder: UUID
    """Whose."""

    id: UUID
    """Which."""

    state: Lifecycle
    """Where it stands."""

    title: str = field(repr=False)
    """In a line."""


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

    activity: UUID | None = None
    """About this activity."""

    customer: UUID | None = None
    """About this customer."""

    due_before: _dt.datetime | None = None
    """Due before this."""

    equipment: UUID | None = None
    """About this equipment."""

    holder: UUID | None = None
    """Of this person."""

    states: Sequence[Lifecycle] = ()
    """In one of these states; all where empty."""

    words: str | None = field(default=None, repr=False)
    """With these words in title or note. Each may be the beginning of one; marks and case do not
    matter, nor words after the 64th.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAdded(_w.Record):
    """It is ``added``."""

    about: About

    at: _dt.datetime

    due: _dt.datetime | None = None

    holder: UUID

    note: str = field(repr=False)

    title: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventChanged(_w.Record):
    """It is ``changed``."""

    about: About

    due: _dt.datetime | None = None

    note: str = field(repr=False)

    title: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCompleted(_w.Record):
    """It is ``completed``."""

    at: _dt.datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReopened(_w.Record):
    """It is ``reopened``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDropped(_w.Record):
    """It is ``dropped``."""


Event = Union[
    EventAdded,
    EventChanged,
    EventCompleted,
    EventReopened,
    EventDropped,
]
"""What happened to a task."""


_w.define(
    About,
    _w.Field("activity", _w.ID, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("equipment", _w.ID, "none"),
)
_w.define(
    State,
    _w.Field("about", _w.Rec(About)),
    _w.Field("added_at", _w.INSTANT),
    _w.Field("done_at", _w.INSTANT, "none"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("holder", _w.ID),
    _w.Field("lifecycle", _w.Word(Lifecycle)),
    _w.Field("note", _w.JSON),
    _w.Field("title", _w.JSON),
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
    _w.Field("about", _w.Rec(About)),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("holder", _w.ID),
    _w.Field("id", _w.ID),
    _w.Field("state", _w.Word(Lifecycle)),
    _w.Field("title", _w.JSON),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("activity", _w.ID, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("due_before", _w.INSTANT, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("holder", _w.ID, "none"),
    _w.Field("states", _w.Items(_w.Word(Lifecycle)), "empty"),
    _w.Field("words", _w.JSON, "none"),
)
_w.define(
    EventAdded,
    _w.Field("about", _w.Rec(About)),
    _w.Field("at", _w.INSTANT),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("holder", _w.ID),
    _w.Field("note", _w.JSON),
    _w.Field("title", _w.JSON),
)
_w.define(
    EventChanged,
    _w.Field("about", _w.Rec(About)),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON),
    _w.Field("title", _w.JSON),
)
_w.define(
    EventCompleted,
    _w.Field("at", _w.INSTANT),
)
_event = _w.Tagged(
    _w.Variant("added", EventAdded),
    _w.Variant("changed", EventChanged),
    _w.Variant("completed", EventCompleted),
    _w.Variant("reopened", EventReopened),
    _w.Variant("dropped", EventDropped),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_ADD = (
    _w.Field("about", _w.Rec(About), "none"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON, "empty"),
    _w.Field("title", _w.JSON),
)
_CHANGE = (
    _w.Field("about", _w.Rec(About), "none"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("title", _w.JSON, "none"),
)
_COMPLETE: tuple[_w.Field, ...] = ()
_REOPEN: tuple[_w.Field, ...] = ()
_DROP: tuple[_w.Field, ...] = ()
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


class TaskDesk(_a.NounDesk):
    """Commands and questions of the room ``task``."""

    __slots__ = ()
    _noun = "task"

    def add(
        self,
        id: UUID | None = None,
        *,
        title: str,
        about: About | Mapping[str, Any] = About(),
        due: _dt.datetime | None = None,
        note: str = "",
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add one for oneself (S39).

        title: In a line.
        about: What it is about. An activity brings its customer and equipment along, a
            machine its customer.
        due: Until when.
        note: At length.
        """
        return self._command(
            "add",
            _ADD,
            {
                "about": about,
                "due": due,
                "note": note,
                "title": title,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def change(
        self,
        id: UUID | None = None,
        *,
        about: About | Mapping[str, Any] | None = None,
        due: _dt.datetime | None = None,
        note: str | None = None,
        title: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say it better; what is missing stays.

        about: What it is about, whole.
        due: Until when.
        note: At length.
        title: In a line.
        """
        return self._command(
            "change",
            _CHANGE,
            {
                "about": about,
                "due": due,
                "note": note,
                "title": title,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def complete(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """It is done."""
        return self._command(
            "complete",
            _COMPLETE,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def reopen(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """It is not done after all."""
        return self._command(
            "reopen",
            _REOPEN,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def drop(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """It need not be done."""
        return self._command(
            "drop",
            _DROP,
            {},
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
        activity: UUID | None = None,
        customer: UUID | None = None,
        due_before: _dt.datetime | None = None,
        equipment: UUID | None = None,
        holder: UUID | None = None,
        states: Sequence[LifecycleLike] = (),
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.DUE,
    ) -> Page:
        """A page of many.

        activity: About this activity.
        customer: About this customer.
        due_before: Due before this.
        equipment: About this equipment.
        holder: Of this person.
        states: In one of these states; all where empty.
        words: With these words in title or note. Each may be the beginning of one; marks
            and case do not matter, nor words after the 64th.
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
                    "activity": activity,
                    "customer": customer,
                    "due_before": due_before,
                    "equipment": equipment,
                    "holder": holder,
                    "states": states,
                    "words": words,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        customer: UUID | None = None,
        due_before: _dt.datetime | None = None,
        equipment: UUID | None = None,
        holder: UUID | None = None,
        states: Sequence[LifecycleLike] = (),
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.DUE,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, customer=customer, due_before=due_before, equipment=equipment, holder=holder, states=states, words=words, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
