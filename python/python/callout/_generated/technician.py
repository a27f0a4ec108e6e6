"""The room ``technician``.

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
    Planned as Planned,
)


class Weekday(_k.Choice):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WeekdayLike = Union[Weekday, Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]]


class Lifecycle(_k.Choice):
    """Whether a technician works here."""

    ACTIVE = "active"
    """Yes: new work may be assigned."""
    LEFT = "left"
    """Not any more (E38)."""


LifecycleLike = Union[Lifecycle, Literal["active", "left"]]


class Order(_k.Choice):
    """By what the list is ordered."""

    NAME = "name"
    """By name."""


OrderLike = Union[Order, Literal["name"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Absence(_w.Record):
    """A time away: a leave, an illness, a training."""

    from_: Planned
    """From."""

    id: UUID
    """Its id."""

    reason: _p.Personal[str]
    """Why; the technician's own affair."""

    to: Planned
    """Until, not included."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours(_w.Record):
    """Working hours of a weekday, by the clock on the wall. A day may have several; a night shift
    is two, up to midnight and from it.
    """

    from_: _dt.time
    """From."""

    to: _dt.time
    """Until; `00:00:00` is the midnight that ends the day."""

    weekday: Weekday
    """Which day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person(_w.Record):
    """How to name and reach a technician."""

    email: _p.Personal[str] | None = None
    """Where mails and calendar entries go."""

    name: _p.Personal[str]
    """What the person is called."""

    phone: _p.Personal[str] | None = None
    """For calls."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A technician."""

    absences: Sequence[Absence]
    """When the technician is away."""

    hours: Sequence[Hours]
    """When the technician works in a common week."""

    lifecycle: Lifecycle
    """Working here, or left."""

    person: Person
    """Who it is."""

    zone: str = field(repr=False)
    """Where the working hours are kept by the clock."""


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
    """What the list shows; empty where the person was forgotten."""

    email: str | None = field(default=None, repr=False)
    """Where mails go."""

    id: UUID
    """Which."""

    name: str = field(repr=False)
    """What the person is called."""

    phone: str | None = field(default=None, repr=False)
    """For calls."""

    state: Lifecycle
    """Working here, or left."""


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
    """Working here, or left."""

    words: str | None = field(default=None, repr=False)
    """With these words in the name. Each may be the beginning of one; marks and case do not
    matter, nor words after the 64th.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventEnlisted(_w.Record):
    """It is ``enlisted``."""

    person: Person

    zone: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventChanged(_w.Record):
    """It is ``changed``."""

    person: Person

    zone: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventHoursSet(_w.Record):
    """It is ``hours_set``."""

    hours: Sequence[Hours]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAbsenceAdded(_w.Record):
    """It is ``absence_added``."""

    absence: Absence


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAbsenceRemoved(_w.Record):
    """It is ``absence_removed``."""

    absence: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLeft(_w.Record):
    """It is ``left``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReturned(_w.Record):
    """It is ``returned``."""


Event = Union[
    EventEnlisted,
    EventChanged,
    EventHoursSet,
    EventAbsenceAdded,
    EventAbsenceRemoved,
    EventLeft,
    EventReturned,
]
"""What happened to a technician."""


_w.define(
    Absence,
    _w.Field("from", _w.Rec(Planned), attr="from_"),
    _w.Field("id", _w.ID),
    _w.Field("reason", _w.Person(_w.JSON)),
    _w.Field("to", _w.Rec(Planned)),
)
_w.define(
    Hours,
    _w.Field("from", _w.TIME, attr="from_"),
    _w.Field("to", _w.TIME),
    _w.Field("weekday", _w.Word(Weekday)),
)
_w.define(
    Person,
    _w.Field("email", _w.Person(_w.JSON), "none"),
    _w.Field("name", _w.Person(_w.JSON)),
    _w.Field("phone", _w.Person(_w.JSON), "none"),
)
_w.define(
    State,
    _w.Field("absences", _w.Items(_w.Rec(Absence))),
    _w.Field("hours", _w.Items(_w.Rec(Hours))),
    _w.Field("lifecycle", _w.Word(Lifecycle)),
    _w.Field("person", _w.Rec(Person)),
    _w.Field("zone", _w.JSON),
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
    _w.Field("email", _w.JSON, "none"),
    _w.Field("id", _w.ID),
    _w.Field("name", _w.JSON),
    _w.Field("phone", _w.JSON, "none"),
    _w.Field("state", _w.Word(Lifecycle)),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("active", _w.JSON, "none"),
    _w.Field("words", _w.JSON, "none"),
)
_w.define(
    EventEnlisted,
    _w.Field("person", _w.Rec(Person)),
    _w.Field("zone", _w.JSON),
)
_w.define(
    EventChanged,
    _w.Field("person", _w.Rec(Person)),
    _w.Field("zone", _w.JSON),
)
_w.define(
    EventHoursSet,
    _w.Field("hours", _w.Items(_w.Rec(Hours))),
)
_w.define(
    EventAbsenceAdded,
    _w.Field("absence", _w.Rec(Absence)),
)
_w.define(
    EventAbsenceRemoved,
    _w.Field("absence", _w.ID),
)
_event = _w.Tagged(
    _w.Variant("enlisted", EventEnlisted),
    _w.Variant("changed", EventChanged),
    _w.Variant("hours_set", EventHoursSet),
    _w.Variant("absence_added", EventAbsenceAdded),
    _w.Variant("absence_removed", EventAbsenceRemoved),
    _w.Variant("left", EventLeft),
    _w.Variant("returned", EventReturned),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_ENLIST = (
    _w.Field("email", _w.JSON, "none"),
    _w.Field("name", _w.JSON),
    _w.Field("phone", _w.JSON, "none"),
    _w.Field("zone", _w.JSON, "none"),
)
_CHANGE = (
    _w.Field("email", _w.JSON, "none"),
    _w.Field("name", _w.JSON, "none"),
    _w.Field("phone", _w.JSON, "none"),
    _w.Field("zone", _w.JSON, "none"),
)
_SET_HOURS = (
    _w.Field("hours", _w.Items(_w.Rec(Hours))),
)
_ADD_ABSENCE = (
    _w.Field("from", _w.LOCAL, attr="from_"),
    _w.Field("from_later", _w.JSON, "none"),
    _w.Field("reason", _w.JSON, "empty"),
    _w.Field("to", _w.LOCAL),
    _w.Field("to_later", _w.JSON, "none"),
)
_REMOVE_ABSENCE = (
    _w.Field("absence", _w.ID),
)
_LEAVE: tuple[_w.Field, ...] = ()
_RETURN: tuple[_w.Field, ...] = ()
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


class TechnicianDesk(_a.NounDesk):
    """Commands and questions of the room ``technician``."""

    __slots__ = ()
    _noun = "technician"

    def enlist(
        self,
        id: UUID | None = None,
        *,
        name: str,
        email: str | None = None,
        phone: str | None = None,
        zone: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take somebody on; the target is the id that the person acts under.

        name: What the person is called.
        email: Where mails and calendar entries go.
        phone: For calls.
        zone: Where the clock hangs; the company's where it is missing.
        """
        return self._command(
            "enlist",
            _ENLIST,
            {
                "email": email,
                "name": name,
                "phone": phone,
                "zone": zone,
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
        email: str | None = None,
        name: str | None = None,
        phone: str | None = None,
        zone: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say better who it is; what is missing stays, an empty address or number is taken away.

        email: Where mails and calendar entries go.
        name: What the person is called.
        phone: For calls.
        zone: Where the clock hangs.
        """
        return self._command(
            "change",
            _CHANGE,
            {
                "email": email,
                "name": name,
                "phone": phone,
                "zone": zone,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_hours(
        self,
        id: UUID | None = None,
        *,
        hours: Sequence[Hours | Mapping[str, Any]],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say when the technician works in a common week: all hours anew (E40).

        hours: In any order.
        """
        return self._command(
            "set_hours",
            _SET_HOURS,
            {
                "hours": hours,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def add_absence(
        self,
        id: UUID | None = None,
        *,
        from_: _dt.datetime,
        to: _dt.datetime,
        from_later: bool | None = None,
        reason: str = "",
        to_later: bool | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add a time away, by the technician's clock.

        from_: From.
        to: Until, not included.
        from_later: Whether `from` is the second of two equal times of an autumn night; the
            first where it is missing. For any other time it is refused.
        reason: Why.
        to_later: The same about `to`.
        """
        return self._command(
            "add_absence",
            _ADD_ABSENCE,
            {
                "from_": from_,
                "from_later": from_later,
                "reason": reason,
                "to": to,
                "to_later": to_later,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def remove_absence(
        self,
        id: UUID | None = None,
        *,
        absence: UUID,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take a time away back.

        absence: Which.
        """
        return self._command(
            "remove_absence",
            _REMOVE_ABSENCE,
            {
                "absence": absence,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def leave(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician works here no more; past work stays (E38)."""
        return self._command(
            "leave",
            _LEAVE,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def return_(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician is back."""
        return self._command(
            "return",
            _RETURN,
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
        active: bool | None = None,
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of many.

        active: Working here, or left.
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
                    "active": active,
                    "words": words,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        active: bool | None = None,
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(active=active, words=words, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
