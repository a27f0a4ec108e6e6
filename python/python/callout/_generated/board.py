"""What ``board`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _wire as _w
from . import common as _c
from .common import (
    ActivityKind as ActivityKind,
    ActivityKindLike as ActivityKindLike,
    Counted as Counted,
    Obstacle as Obstacle,
    Period as Period,
    Planned as Planned,
    Priority as Priority,
    PriorityLike as PriorityLike,
    Why as Why,
    Wish as Wish,
    WishDecline as WishDecline,
    WishMove as WishMove,
)


class Status(_k.Choice):
    """Where an activity stands. "Scheduled", "partly approved" and "invoiced" are computed from
    visits, report and ledger, and never stored.
    """

    DRAFT = "draft"
    """Being prepared; of the technicians those see it who are on it already."""
    OPEN = "open"
    """To be worked on."""
    DONE = "done"
    """The work is done; approval and billing follow."""
    CLOSED = "closed"
    """Closed: nothing more follows, unless it is reopened."""
    CANCELLED = "cancelled"
    """Given up before anything was reported."""


StatusLike = Union[Status, Literal["draft", "open", "done", "closed", "cancelled"]]


class Status2(_k.Choice):
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


Status2Like = Union[Status2, Literal["proposed", "planned", "accepted", "travelling", "working", "paused", "done", "partial", "no_access", "cancelled"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What a list shows of one activity."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID
    """The id of the customer for whom the work is done."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    due: _dt.datetime | None = None
    """The moment by which the work is to be over: the deadline, or what the customer wants,
    whichever is sooner. Nothing where neither is said, or the work is over.
    """

    equipment: UUID | None = None
    """The id of the equipment that is worked on; nothing where none was named."""

    equipment_name: str = field(default="", repr=False)
    """The name of that equipment; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    id: UUID
    """The id of the activity, by which commands and other records name it."""

    kind: ActivityKind
    """What sort of work it is: one-off, recurring or under warranty."""

    lead: UUID | None = None
    """The id of the technician of them who leads; nothing where nobody is on it."""

    minutes: int | None = None
    """How long the work is expected to take on site, in minutes; nothing where nobody said."""

    number: str = field(repr=False)
    """The number by which people know it, `SA-2026-00017`."""

    planned: bool = False
    """Whether there is a visit that is planned, under way or done. A cancelled one does not count."""

    priority: Priority = Priority.NORMAL
    """How urgent it is."""

    region: str = field(default="", repr=False)
    """The region in which the work takes place; empty where nobody said."""

    reported_at: _dt.datetime
    """The moment at which the customer reported it."""

    site: UUID | None = None
    """The id of the customer's site where the work takes place; nothing where none was named."""

    site_name: str = field(default="", repr=False)
    """The name of that site; empty where the actor may not read it, or once it was forgotten."""

    status: Status
    """The state in which it is, from draft to closed or cancelled."""

    technician_names: Sequence[str] = field(default=(), repr=False)
    """Their names, in the order of the ids; empty for whom the actor may not read, or who was
    forgotten.
    """

    technicians: Sequence[UUID]
    """The ids of the technicians who are on it; empty where nobody is."""

    title: str = field(repr=False)
    """What it is about, in one line; empty once it was forgotten."""

    unresolved: bool = False
    """Whether notes or faults came late that no manager has resolved yet."""

    version: int
    """The version of the activity when the page was read, from 1: a command that changes it gives
    it in `expected`.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardClash(_w.Record):
    """A visit that needs a decision."""

    against: Sequence[Obstacle]
    """What stands against it now, but for what it was planned despite of."""

    visit: UUID
    """The id of the visit, which is among those of its technician."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardCounts(_w.Record):
    """How many activities there are of those that the board is about, each counted up to 10,000."""

    all: Counted
    """All that the board is about, whether they wait for something or not."""

    due_soon: Counted
    """Those that are due from now until what counts as soon."""

    overdue: Counted
    """Those that were due before now."""

    unassigned: Counted
    """Those on which nobody is."""

    unplanned: Counted
    """Those without a visit that is planned, under way or done."""

    unresolved: Counted
    """Those to which notes or faults came late that no manager has resolved."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row2(_w.Record):
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

    status: Status2
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
class BusyTime(_w.Record):
    """A time at which a technician is not free."""

    period: Period
    """From when until when, cut to the period that was asked for."""

    visit: Row2 | None = None
    """The visit, as lists show it, with names and what may be asked of it; one that is over is
    told and takes no time any more. Nothing where it is for another reason, or the actor may
    not read it.
    """

    what: str = field(default="", repr=False)
    """In words: the holiday's name, the reason of an absence, the name of a calendar. Missing
    where there are none, or the actor may not know.
    """

    why: Why
    """Why the technician is not free then."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TechnicianTimes(_w.Record):
    """The times of one technician."""

    busy: Sequence[BusyTime]
    """All other times with their reasons, in order of their beginnings; some overlap."""

    free: Sequence[Period]
    """The free periods, in order."""

    name: str = field(repr=False)
    """What the person is called; empty where the actor may not read it, or once it was forgotten."""

    technician: UUID
    """The id of the technician whose times they are."""

    zone: str = field(repr=False)
    """The zone of the technician's clock."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Board(_w.Record):
    """All that a board of plans shows. Nothing of it is there that the actor may not read."""

    activities: Sequence[Row]
    """The activities on which those visits are, each once, in the order of their numbers."""

    clashes: Sequence[BoardClash]
    """The visits of the period that need a decision, since something stands against them now."""

    counts: BoardCounts
    """How many activities there are, and how many wait for something."""

    read_at: _dt.datetime
    """The moment at which it was read: what is overdue was due before it."""

    technicians: Sequence[TechnicianTimes]
    """The technicians with their free times and their visits, in the order in which they were
    named, or by their names.
    """

    waiting: Sequence[Row]
    """The activities that wait for a visit: of those that the board is about, those without one
    that is planned, under way or done. Those that are due first come first.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter(_w.Record):
    """By what a list of activities is narrowed: all that is said must hold, and nothing said is
    all.
    """

    assigned: bool | None = None
    """`true` for activities with a technician, `false` for those without one; both where it is
    missing.
    """

    customer: UUID | None = None
    """Activities of the customer with this id; of all customers where it is missing."""

    due_before: _dt.datetime | None = None
    """Activities whose work is not over and that are due before this moment, not at it: now for
    those that are overdue, tomorrow for those that soon will be. Also those that are due later
    or never where it is missing.
    """

    equipment: UUID | None = None
    """Activities on the equipment with this id; on any or none where it is missing."""

    kinds: Sequence[ActivityKind] = ()
    """Activities of one of these sorts; of any where the list is empty."""

    plan: UUID | None = None
    """Activities that the plan with this id created; also those of no plan where it is missing."""

    planned: bool | None = None
    """`true` for activities with a visit that is planned, under way or done, `false` for those
    without one; both where it is missing. A cancelled visit does not count.
    """

    priorities: Sequence[Priority] = ()
    """Activities that are urgent in one of these ways; in any where the list is empty."""

    region: str | None = field(default=None, repr=False)
    """Activities in this region, as the card of the customer or of the site names it; marks and
    case do not matter. In all regions and in none where it is missing.
    """

    search: str | None = field(default=None, repr=False)
    """Activities with these words in number or title. Each may be the beginning of one; marks and
    case do not matter, nor words after the 64th.
    """

    statuses: Sequence[Status] = ()
    """Activities in one of these states; in any where the list is empty."""

    technician: UUID | None = None
    """Activities on which the technician with this id works; of anybody where it is missing."""

    unresolved: bool | None = None
    """`true` for activities to which notes or faults came late that no manager has resolved,
    `false` for those without; both where it is missing.
    """


_w.define(
    Row,
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("equipment_name", _w.JSON, "empty"),
    _w.Field("id", _w.ID),
    _w.Field("kind", _w.Word(ActivityKind)),
    _w.Field("lead", _w.ID, "none"),
    _w.Field("minutes", _w.JSON, "none"),
    _w.Field("number", _w.JSON),
    _w.Field("planned", _w.JSON, "none"),
    _w.Field("priority", _w.Word(Priority), "none"),
    _w.Field("region", _w.JSON, "empty"),
    _w.Field("reported_at", _w.INSTANT),
    _w.Field("site", _w.ID, "none"),
    _w.Field("site_name", _w.JSON, "empty"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("technician_names", _w.Items(_w.JSON), "empty"),
    _w.Field("technicians", _w.Items(_w.ID)),
    _w.Field("title", _w.JSON),
    _w.Field("unresolved", _w.JSON, "none"),
    _w.Field("version", _w.JSON),
)
_w.define(
    BoardClash,
    _w.Field("against", _w.Items(_w.Word(Obstacle))),
    _w.Field("visit", _w.ID),
)
_w.define(
    BoardCounts,
    _w.Field("all", _w.Rec(Counted)),
    _w.Field("due_soon", _w.Rec(Counted)),
    _w.Field("overdue", _w.Rec(Counted)),
    _w.Field("unassigned", _w.Rec(Counted)),
    _w.Field("unplanned", _w.Rec(Counted)),
    _w.Field("unresolved", _w.Rec(Counted)),
)
_w.define(
    Row2,
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
    _w.Field("status", _w.Word(Status2)),
    _w.Field("technician", _w.ID),
    _w.Field("technician_name", _w.JSON, "empty"),
    _w.Field("unresolved", _w.JSON, "none"),
    _w.Field("version", _w.JSON),
    _w.Field("wish", _w.Later(lambda: _c._wish), "none"),
)
_w.define(
    BusyTime,
    _w.Field("period", _w.Rec(Period)),
    _w.Field("visit", _w.Rec(Row2), "none"),
    _w.Field("what", _w.JSON, "empty"),
    _w.Field("why", _w.Word(Why)),
)
_w.define(
    TechnicianTimes,
    _w.Field("busy", _w.Items(_w.Rec(BusyTime))),
    _w.Field("free", _w.Items(_w.Rec(Period))),
    _w.Field("name", _w.JSON),
    _w.Field("technician", _w.ID),
    _w.Field("zone", _w.JSON),
)
_w.define(
    Board,
    _w.Field("activities", _w.Items(_w.Rec(Row))),
    _w.Field("clashes", _w.Items(_w.Rec(BoardClash))),
    _w.Field("counts", _w.Rec(BoardCounts)),
    _w.Field("read_at", _w.INSTANT),
    _w.Field("technicians", _w.Items(_w.Rec(TechnicianTimes))),
    _w.Field("waiting", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("assigned", _w.JSON, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("due_before", _w.INSTANT, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("kinds", _w.Items(_w.Word(ActivityKind)), "empty"),
    _w.Field("plan", _w.ID, "none"),
    _w.Field("planned", _w.JSON, "none"),
    _w.Field("priorities", _w.Items(_w.Word(Priority)), "empty"),
    _w.Field("region", _w.JSON, "none"),
    _w.Field("search", _w.JSON, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
    _w.Field("technician", _w.ID, "none"),
    _w.Field("unresolved", _w.JSON, "none"),
)


_ASK_GET = (
    _w.Field("due_soon", _w.INSTANT, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("technicians", _w.Items(_w.ID), "empty"),
    _w.Field("within", _w.Rec(Period)),
)


class BoardCommands(_s.NounCommands):
    """Commands and queries of ``board``."""

    __slots__ = ()
    _noun = "board"

    def get(
        self,
        *,
        within: Period | Mapping[str, Any],
        assigned: bool | None = None,
        customer: UUID | None = None,
        due_before: _dt.datetime | None = None,
        equipment: UUID | None = None,
        kinds: Sequence[ActivityKindLike] = (),
        plan: UUID | None = None,
        planned: bool | None = None,
        priorities: Sequence[PriorityLike] = (),
        region: str | None = None,
        search: str | None = None,
        statuses: Sequence[StatusLike] = (),
        technician: UUID | None = None,
        unresolved: bool | None = None,
        due_soon: _dt.datetime | None = None,
        limit: int = 100,
        technicians: Sequence[UUID] = (),
    ) -> Board:
        """What does a board of plans show?

        within: From when until when (`AVAILABILITY-ASK-01`); days times technicians are
            20,000 at the most (`-02`), and visits of one of them 2,000 (`-03`).
        assigned: `true` for activities with a technician, `false` for those without one;
            both where it is missing.
        customer: Activities of the customer with this id; of all customers where it is
            missing.
        due_before: Activities whose work is not over and that are due before this moment,
            not at it: now for those that are overdue, tomorrow for those that soon will be.
            Also those that are due later or never where it is missing.
        equipment: Activities on the equipment with this id; on any or none where it is
            missing.
        kinds: Activities of one of these sorts; of any where the list is empty.
        plan: Activities that the plan with this id created; also those of no plan where it
            is missing.
        planned: `true` for activities with a visit that is planned, under way or done,
            `false` for those without one; both where it is missing. A cancelled visit does
            not count.
        priorities: Activities that are urgent in one of these ways; in any where the list
            is empty.
        region: Activities in this region, as the card of the customer or of the site names
            it; marks and case do not matter. In all regions and in none where it is
            missing.
        search: Activities with these words in number or title. Each may be the beginning of
            one; marks and case do not matter, nor words after the 64th.
        statuses: Activities in one of these states; in any where the list is empty.
        technician: Activities on which the technician with this id works; of anybody where
            it is missing.
        unresolved: `true` for activities to which notes or faults came late that no manager
            has resolved, `false` for those without; both where it is missing.
        due_soon: Until when what is due counts as due soon; the end of the period where it
            is missing.
        limit: How many activities come at most of those that wait for a visit, 1 to 1,000
            (`REQUEST-PAGE-02` otherwise); 100 where it is missing.
        technicians: The ids of the technicians, in the order in which they come;
            `RECORD-FIND-01` where there is none such. All who work here where the list is
            empty, by their names, 200 at the most (`AVAILABILITY-ASK-04`); who reads his
            own only, himself.

        >>> import callout
        >>> from datetime import datetime, timezone
        >>> monday = datetime(2026, 10, 19, tzinfo=timezone.utc)
        >>> week = callout.availability.Period(from_=monday, to=monday.replace(day=26))
        >>> board = manager.board.get(within=week)
        >>> len(board.waiting) == board.counts.unplanned.rows
        True
        """
        return self._query(
            None,
            _ASK_GET,
            {
                "due_soon": due_soon,
                "limit": limit,
                "technicians": technicians,
                "within": within,
                "filter": {
                    "assigned": assigned,
                    "customer": customer,
                    "due_before": due_before,
                    "equipment": equipment,
                    "kinds": kinds,
                    "plan": plan,
                    "planned": planned,
                    "priorities": priorities,
                    "region": region,
                    "search": search,
                    "statuses": statuses,
                    "technician": technician,
                    "unresolved": unresolved,
                },
            },
            Board,
        )
