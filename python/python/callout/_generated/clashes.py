"""What ``clashes`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _wire as _w
from . import common as _c
from .common import (
    Obstacle as Obstacle,
    Period as Period,
    Planned as Planned,
    Wish as Wish,
    WishDecline as WishDecline,
    WishMove as WishMove,
)


class Status(_k.Choice):
    """Where a visit stands."""

    PROPOSED = "proposed"
    """Offered to the customer."""
    PLANNED = "planned"
    """In the technician's calendar."""
    ACCEPTED = "accepted"
    """The technician has taken notice."""
    TRAVELLING = "travelling"
    """The technician is on the way."""
    WORKING = "working"
    """The technician is at work."""
    PAUSED = "paused"
    """The work is interrupted and goes on later."""
    DONE = "done"
    """The visit is over, and everything was done."""
    PARTIAL = "partial"
    """Some is left to do."""
    NO_ACCESS = "no_access"
    """Nobody let the technician in."""
    CANCELLED = "cancelled"
    """Will not take place."""


StatusLike = Union[Status, Literal["proposed", "planned", "accepted", "travelling", "working", "paused", "done", "partial", "no_access", "cancelled"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What a list shows of a visit."""

    activity: UUID
    """The id of the activity on which it is."""

    activity_number: str = field(default="", repr=False)
    """The number of that activity, `SA-2026-00017`; empty where the actor may not read it."""

    activity_title: str = field(default="", repr=False)
    """What that activity is about; empty where the actor may not read it, or once it was
    forgotten.
    """

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID
    """The id of the customer whose activity that is."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    ends: Planned
    """When it is planned to end: local time with its zone, and the instant that it means."""

    id: UUID
    """The id of the visit, by which commands and reported lines name it."""

    late: bool = False
    """Whether something about it was reported after the activity was closed or cancelled, or after
    the visit was cancelled, changed or given to somebody else.
    """

    starts: Planned
    """When it is planned to begin: local time with its zone, and the instant that it means."""

    status: Status
    """The state in which it is, from proposed to done, partial, without access or cancelled."""

    technician: UUID
    """The id of the technician whose visit it is now."""

    technician_name: str = field(default="", repr=False)
    """The name of that technician; empty where the actor may not read it, or once it was
    forgotten.
    """

    unresolved: bool = False
    """Whether something came late that no manager has resolved yet."""

    version: int
    """The version of the visit when the page was read, from 1: a command that changes it gives it
    in `expected`.
    """

    wish: Wish | None = None
    """What whoever goes would rather, as long as nobody has decided about it; nothing where nobody
    said anything.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Clashing(_w.Record):
    """A visit that needs a decision: to be moved, given to somebody else, cancelled, or left as it
    is. Where the technician would rather do something else, the visit's `wish` says what.
    """

    against: Sequence[Obstacle]
    """What stands against it now, but for what it was planned despite of."""

    visit: Row
    """The visit, as lists show it, with names and what may be asked of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clashes(_w.Record):
    """The visits that need a decision."""

    visits: Sequence[Clashing]
    """The visits, those of one technician after those of another, in the order of their
    beginnings. Only those that the actor may read.
    """


_w.define(
    Row,
    _w.Field("activity", _w.ID),
    _w.Field("activity_number", _w.JSON, "empty"),
    _w.Field("activity_title", _w.JSON, "empty"),
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("id", _w.ID),
    _w.Field("late", _w.JSON, "none"),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("status", _w.Word(Status)),
    _w.Field("technician", _w.ID),
    _w.Field("technician_name", _w.JSON, "empty"),
    _w.Field("unresolved", _w.JSON, "none"),
    _w.Field("version", _w.JSON),
    _w.Field("wish", _w.Later(lambda: _c._wish), "none"),
)
_w.define(
    Clashing,
    _w.Field("against", _w.Items(_w.Word(Obstacle))),
    _w.Field("visit", _w.Rec(Row)),
)
_w.define(
    Clashes,
    _w.Field("visits", _w.Items(_w.Rec(Clashing))),
)


_ASK_LIST = (
    _w.Field("technicians", _w.Items(_w.ID), "empty"),
    _w.Field("within", _w.Rec(Period)),
)


class ClashesCommands(_s.NounCommands):
    """Commands and queries of ``clashes``."""

    __slots__ = ()
    _noun = "clashes"

    def list(
        self,
        *,
        within: Period | Mapping[str, Any],
        technicians: Sequence[UUID] = (),
    ) -> Clashes:
        """Which visits that are still to come need a decision?

        within: From when until when they are planned (`AVAILABILITY-ASK-01`); days times
            technicians are 20,000 at the most (`-02`), and visits of one of them 2,000
            (`-03`).
        technicians: The ids of the technicians whose visits are looked at; `RECORD-FIND-01`
            where there is none such. Those of all who work here where the list is empty;
            who reads his own only, his own.

        >>> import callout
        >>> from datetime import datetime, timezone
        >>> monday = datetime(2026, 10, 19, tzinfo=timezone.utc)
        >>> week = callout.availability.Period(from_=monday, to=monday.replace(day=26))
        >>> manager.clashes.list(within=week).visits
        ()
        """
        return self._query(
            None,
            _ASK_LIST,
            {
                "technicians": technicians,
                "within": within,
            },
            Clashes,
        )
