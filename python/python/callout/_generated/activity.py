"""What ``activity`` is made of.

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
    ActivityKind as ActivityKind,
    ActivityKindLike as ActivityKindLike,
    Counted as Counted,
    Deadline as Deadline,
    Number as Number,
    Period as Period,
    Priority as Priority,
    PriorityLike as PriorityLike,
    Requirements as Requirements,
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


class Order(_k.Choice):
    """By what a list of activities is ordered; equal ones by their ids."""

    NUMBER = "number"
    """By the number as text, `SA-2026-00017`."""
    REPORTED_AT = "reported_at"
    """By the moment at which the customer reported it."""
    DUE = "due"
    """By the moment at which it is due. Those that never are come last, and so do those whose work
    is over.
    """


OrderLike = Union[Order, Literal["number", "reported_at", "due"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault(_w.Record):
    """A fault: the symptom is known first, the rest on site."""

    at: _dt.datetime
    """The moment at which it was last described."""

    by: UUID
    """The id of the person who last described it."""

    cause: str | None = field(default=None, repr=False)
    """What caused it; nothing as long as nobody said."""

    id: UUID
    """The id of the fault, by which it is said better."""

    late: bool = False
    """Whether a technician described it after the activity was closed or cancelled, or after being
    taken off it. A late fault stands on no job sheet.
    """

    remedy: str | None = field(default=None, repr=False)
    """What was done about it; nothing as long as nobody said."""

    symptom: str = field(repr=False)
    """What the customer saw; empty once it was forgotten."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note(_w.Record):
    """A technical note."""

    about: Fault | None = None
    """The fault as a technician described it too late, or against what another had said: the note
    stands for that. Nothing for a note of its own.
    """

    at: _dt.datetime
    """The moment at which it was written."""

    by: UUID
    """The id of the person who wrote it."""

    id: UUID
    """The id of the note, under which the activity keeps it."""

    internal: bool
    """Whether it is kept from every paper that the customer sees. A late note always is."""

    late: bool = False
    """Whether a technician wrote it after the activity was closed or cancelled or after being
    taken off it, or it stands for a fault that contradicts what another said.
    """

    text: str = field(repr=False)
    """The note's text; empty once it was forgotten."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence(_w.Record):
    """Which occurrence of which plan an activity is."""

    original_date: _dt.date
    """The local date that the rule gives it, whatever day it is moved to."""

    plan: UUID
    """The id of the plan."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """An activity."""

    construction: bool | None = None
    """Whether its work is construction or assembly work (CZ-CPA 41 to 43); as the card of the
    equipment says where it is missing.
    """

    customer: UUID
    """The id of the customer for whom the work is done."""

    description: str = field(repr=False)
    """What it is about at length, as the customer told it; empty where the title says all."""

    equipment: UUID | None = None
    """The id of the equipment that is worked on; nothing where none was named."""

    faults: Sequence[Fault]
    """The faults, in the order in which they came."""

    former: Sequence[UUID] = ()
    """The ids of the technicians who were on it before and are not now: what they did there, they
    may still report.
    """

    kind: ActivityKind
    """What sort of work it is: one-off, recurring or under warranty."""

    lead: UUID | None = None
    """The id of the technician of them who leads; nothing where nobody is on it."""

    notes: Sequence[Note]
    """The technical notes, in the order in which they came."""

    number: Number
    """The number by which people know it, `SA-2026-00017`."""

    occurrence: Occurrence | None = None
    """The occurrence of a plan that it is; nothing for a call of its own."""

    places: int = 0
    """How often the place or the equipment of its work has changed, from 0: what calendar entries
    of its visits say with it (RFC 5546, 2.1.4).
    """

    reason: str | None = field(default=None, repr=False)
    """Why it was cancelled, or closed before its work was done; nothing otherwise."""

    region: str = field(default="", repr=False)
    """The region in which that is, as the card of the customer or of the site said when the place
    was last named or the activity updated; missing where it said none.
    """

    reported_at: _dt.datetime
    """The moment at which the customer reported it; coverage is judged by its local day."""

    requirements: Requirements | None = None
    """What it asks of who plans it: how urgent it is, by when, who can do it, when the customer
    can.
    """

    site: UUID | None = None
    """The id of the customer's site where the work is done; nothing where none was named."""

    status: Status
    """The state in which it is, from draft to closed or cancelled."""

    technicians: Sequence[UUID]
    """The ids of the technicians who work on it; empty where nobody does."""

    title: str = field(repr=False)
    """What it is about, in one line; empty once it was forgotten."""

    unresolved: bool = False
    """Whether notes or faults came late that no manager has resolved; until then it cannot be
    closed.
    """


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


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """The activity was begun, as a draft."""

    construction: bool | None = None
    """Whether its work is construction or assembly work (CZ-CPA 41 to 43); as the card of the
    equipment says where it is missing.
    """

    customer: UUID
    """The id of the customer for whom the work is done."""

    description: str = field(repr=False)
    """What it is about at length, as the customer told it; empty where the title says all."""

    equipment: UUID | None = None
    """The id of the equipment that is worked on; nothing where none was named."""

    kind: ActivityKind
    """What sort of work it is: one-off, recurring or under warranty."""

    number: Number
    """The number by which people know the activity, `SA-2026-00017`."""

    occurrence: Occurrence | None = None
    """The occurrence of a plan that it is; nothing for a call of its own."""

    region: str = field(default="", repr=False)
    """The region in which that is, as the card of the customer or of the site said then; missing
    where it said none.
    """

    reported_at: _dt.datetime
    """The moment at which the customer reported it; coverage is judged by its local day."""

    requirements: Requirements | None = None
    """What the activity asks of who plans it; missing where it asks nothing."""

    site: UUID | None = None
    """The id of the customer's site where the work is done; nothing where none was named."""

    title: str = field(repr=False)
    """What the activity is about, in one line; empty once it was forgotten."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRequired(_w.Record):
    """It was said what the activity asks of who plans it. All of it is told, also what stayed."""

    requirements: Requirements
    """How urgent it is, by when it is to be done, who can do it and when the customer can."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Followers(_w.Record):
    """What names an activity's customer and equipment too, and comes along when those were the
    wrong ones.
    """

    mails: Sequence[UUID]
    """The ids of the mails that are filed under it."""

    report: bool
    """Whether it has a report."""

    tasks: Sequence[UUID]
    """The ids of the open tasks about it."""

    visits: Sequence[UUID]
    """The ids of its visits."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUpdated(_w.Record):
    """It was said better what the activity is about, or where and on which equipment its work is
    done. All of it is told, also what stayed.
    """

    construction: bool | None = None
    """Whether its work is construction or assembly work (CZ-CPA 41 to 43); as the card of the
    equipment says where it is missing.
    """

    description: str = field(repr=False)
    """What it is about at length from then on; empty where the title says all."""

    equipment: UUID | None = None
    """The id of the equipment that is worked on from then on; nothing where none is named."""

    followers: Followers | None = None
    """The visits, mails, open tasks and report that come along to other equipment; missing where
    the equipment stayed, and where there are none.
    """

    region: str = field(default="", repr=False)
    """The region in which that is, as the card of the customer or of the site said then; missing
    where it said none.
    """

    site: UUID | None = None
    """The id of the customer's site where the work is done from then on; nothing where none is
    named.
    """

    title: str = field(repr=False)
    """What the activity is about from then on, in one line; empty once it was forgotten."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReportedAtCorrected(_w.Record):
    """The moment at which the customer reported the activity was put down wrongly and was
    corrected.
    """

    reason: str = field(repr=False)
    """Why it is another moment, in words."""

    reported_at: _dt.datetime
    """The moment at which the customer reported it in truth; coverage is judged by its local day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCustomerCorrected(_w.Record):
    """The activity was begun for the wrong customer, or on the wrong site or equipment, and was
    given to the right one.
    """

    customer: UUID
    """The id of the customer for whom the work is done in truth."""

    equipment: UUID | None = None
    """The id of that customer's equipment that is worked on; nothing where none was named."""

    followers: Followers
    """The visits, mails, open tasks and report of the activity, which come along to the right
    customer.
    """

    reason: str = field(repr=False)
    """Why the activity is another's, in words."""

    region: str = field(default="", repr=False)
    """The region in which that is, as the card of the customer or of the site said then; missing
    where it said none.
    """

    site: UUID | None = None
    """The id of that customer's site where the work is done; nothing where none was named."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventOpened(_w.Record):
    """The activity was opened to be worked on: the technicians see it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAssigned(_w.Record):
    """It was said who works on the activity and who of them leads."""

    lead: UUID | None = None
    """The id of the technician of them who leads; nothing where nobody is on it."""

    technicians: Sequence[UUID]
    """The ids of all technicians who work on it from then on, in place of those before; empty
    where nobody does.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventNoteAdded(_w.Record):
    """A technical note was added, or one that stands for the description of a fault that came late
    or contradicts what another said.
    """

    note: Note
    """The note: its text, who wrote it and when, and whether the customer sees it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventResolved(_w.Record):
    """A manager saw the notes and faults that came late and said what to make of them."""

    note: Note
    """The internal note in which the manager says what to make of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFaultAdded(_w.Record):
    """A fault was added."""

    fault: Fault
    """The fault: what the customer saw, and what caused it and was done about it as far as anybody
    said.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFaultUpdated(_w.Record):
    """It was said better what a fault was."""

    fault: Fault
    """The fault as it is described from then on, in place of the one with the same id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCompleted(_w.Record):
    """It was said that the work is done: approval and billing follow."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReopened(_w.Record):
    """The activity was opened again: there is more to do after all, or it was closed or given up
    by mistake.
    """

    reason: str = field(repr=False)
    """Why the work goes on, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventClosed(_w.Record):
    """The activity was closed: nothing more follows."""

    reason: str | None = field(default=None, repr=False)
    """Why it was closed, in words; nothing where its work was done and nobody gave a reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCancelled(_w.Record):
    """The activity was given up before anything was reported."""

    reason: str = field(repr=False)
    """Why it was given up, in words."""


Event = Union[
    EventCreated,
    EventRequired,
    EventUpdated,
    EventReportedAtCorrected,
    EventCustomerCorrected,
    EventOpened,
    EventAssigned,
    EventNoteAdded,
    EventResolved,
    EventFaultAdded,
    EventFaultUpdated,
    EventCompleted,
    EventReopened,
    EventClosed,
    EventCancelled,
]
"""What happened to an activity."""


_w.define(
    Fault,
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
    _w.Field("cause", _w.JSON, "none"),
    _w.Field("id", _w.ID),
    _w.Field("late", _w.JSON, "none"),
    _w.Field("remedy", _w.JSON, "none"),
    _w.Field("symptom", _w.JSON),
)
_w.define(
    Note,
    _w.Field("about", _w.Rec(Fault), "none"),
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
    _w.Field("id", _w.ID),
    _w.Field("internal", _w.JSON),
    _w.Field("late", _w.JSON, "none"),
    _w.Field("text", _w.JSON),
)
_w.define(
    Occurrence,
    _w.Field("original_date", _w.DATE),
    _w.Field("plan", _w.ID),
)
_w.define(
    State,
    _w.Field("construction", _w.JSON, "none"),
    _w.Field("customer", _w.ID),
    _w.Field("description", _w.JSON),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("faults", _w.Items(_w.Rec(Fault))),
    _w.Field("former", _w.Items(_w.ID), "none"),
    _w.Field("kind", _w.Word(ActivityKind)),
    _w.Field("lead", _w.ID, "none"),
    _w.Field("notes", _w.Items(_w.Rec(Note))),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("occurrence", _w.Rec(Occurrence), "none"),
    _w.Field("places", _w.JSON, "none"),
    _w.Field("reason", _w.JSON, "none"),
    _w.Field("region", _w.JSON, "empty"),
    _w.Field("reported_at", _w.INSTANT),
    _w.Field("requirements", _w.Rec(Requirements), "none"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("technicians", _w.Items(_w.ID)),
    _w.Field("title", _w.JSON),
    _w.Field("unresolved", _w.JSON, "none"),
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
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
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
_w.define(
    EventCreated,
    _w.Field("construction", _w.JSON, "none"),
    _w.Field("customer", _w.ID),
    _w.Field("description", _w.JSON),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("kind", _w.Word(ActivityKind)),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("occurrence", _w.Rec(Occurrence), "none"),
    _w.Field("region", _w.JSON, "empty"),
    _w.Field("reported_at", _w.INSTANT),
    _w.Field("requirements", _w.Rec(Requirements), "none"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("title", _w.JSON),
)
_w.define(
    EventRequired,
    _w.Field("requirements", _w.Rec(Requirements)),
)
_w.define(
    Followers,
    _w.Field("mails", _w.Items(_w.ID)),
    _w.Field("report", _w.JSON),
    _w.Field("tasks", _w.Items(_w.ID)),
    _w.Field("visits", _w.Items(_w.ID)),
)
_w.define(
    EventUpdated,
    _w.Field("construction", _w.JSON, "none"),
    _w.Field("description", _w.JSON),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("followers", _w.Rec(Followers), "none"),
    _w.Field("region", _w.JSON, "empty"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("title", _w.JSON),
)
_w.define(
    EventReportedAtCorrected,
    _w.Field("reason", _w.JSON),
    _w.Field("reported_at", _w.INSTANT),
)
_w.define(
    EventCustomerCorrected,
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("followers", _w.Rec(Followers)),
    _w.Field("reason", _w.JSON),
    _w.Field("region", _w.JSON, "empty"),
    _w.Field("site", _w.ID, "none"),
)
_w.define(
    EventAssigned,
    _w.Field("lead", _w.ID, "none"),
    _w.Field("technicians", _w.Items(_w.ID)),
)
_w.define(
    EventNoteAdded,
    _w.Field("note", _w.Rec(Note)),
)
_w.define(
    EventResolved,
    _w.Field("note", _w.Rec(Note)),
)
_w.define(
    EventFaultAdded,
    _w.Field("fault", _w.Rec(Fault)),
)
_w.define(
    EventFaultUpdated,
    _w.Field("fault", _w.Rec(Fault)),
)
_w.define(
    EventReopened,
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventClosed,
    _w.Field("reason", _w.JSON, "none"),
)
_w.define(
    EventCancelled,
    _w.Field("reason", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("created", EventCreated),
    _w.Variant("required", EventRequired),
    _w.Variant("updated", EventUpdated),
    _w.Variant("reported_at_corrected", EventReportedAtCorrected),
    _w.Variant("customer_corrected", EventCustomerCorrected),
    _w.Variant("opened", EventOpened),
    _w.Variant("assigned", EventAssigned),
    _w.Variant("note_added", EventNoteAdded),
    _w.Variant("resolved", EventResolved),
    _w.Variant("fault_added", EventFaultAdded),
    _w.Variant("fault_updated", EventFaultUpdated),
    _w.Variant("completed", EventCompleted),
    _w.Variant("reopened", EventReopened),
    _w.Variant("closed", EventClosed),
    _w.Variant("cancelled", EventCancelled),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("construction", _w.JSON, "none"),
    _w.Field("customer", _w.ID),
    _w.Field("description", _w.JSON, "empty"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("kind", _w.Word(ActivityKind)),
    _w.Field("occurrence", _w.Rec(Occurrence), "none"),
    _w.Field("reported_at", _w.INSTANT, "none"),
    _w.Field("requirements", _w.Rec(Requirements), "none"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("title", _w.JSON),
)
_UPDATE = (
    _w.Field("construction", _w.JSON, "keep"),
    _w.Field("description", _w.JSON, "keep"),
    _w.Field("equipment", _w.ID, "keep"),
    _w.Field("site", _w.ID, "keep"),
    _w.Field("title", _w.JSON, "keep"),
)
_REQUIRE = (
    _w.Field("blackouts", _w.Items(_w.Rec(Period)), "keep"),
    _w.Field("deadline", _w.Rec(Deadline), "keep"),
    _w.Field("earliest", _w.INSTANT, "keep"),
    _w.Field("minutes", _w.JSON, "keep"),
    _w.Field("priority", _w.Word(Priority), "keep"),
    _w.Field("skills", _w.Items(_w.JSON), "keep"),
    _w.Field("wanted_by", _w.INSTANT, "keep"),
    _w.Field("windows", _w.Items(_w.Rec(Period)), "keep"),
)
_CORRECT_REPORTED_AT = (
    _w.Field("reason", _w.JSON),
    _w.Field("reported_at", _w.INSTANT),
)
_CORRECT_CUSTOMER = (
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("reason", _w.JSON),
    _w.Field("site", _w.ID, "none"),
)
_OPEN: tuple[_w.Field, ...] = ()
_ASSIGN = (
    _w.Field("lead", _w.ID, "none"),
    _w.Field("technicians", _w.Items(_w.ID)),
)
_ADD_NOTE = (
    _w.Field("internal", _w.JSON, "none"),
    _w.Field("text", _w.JSON),
)
_ADD_FAULT = (
    _w.Field("cause", _w.JSON, "none"),
    _w.Field("remedy", _w.JSON, "none"),
    _w.Field("symptom", _w.JSON),
)
_UPDATE_FAULT = (
    _w.Field("cause", _w.JSON, "keep"),
    _w.Field("fault", _w.ID),
    _w.Field("remedy", _w.JSON, "keep"),
    _w.Field("symptom", _w.JSON, "keep"),
)
_RESOLVE = (
    _w.Field("note", _w.JSON),
)
_COMPLETE: tuple[_w.Field, ...] = ()
_REOPEN = (
    _w.Field("reason", _w.JSON),
)
_CLOSE = (
    _w.Field("reason", _w.JSON, "none"),
)
_CANCEL = (
    _w.Field("reason", _w.JSON),
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


class ActivityCommands(_s.NounCommands):
    """Commands and queries of ``activity``."""

    __slots__ = ()
    _noun = "activity"

    def create(
        self,
        *,
        customer: UUID,
        kind: ActivityKindLike,
        title: str,
        construction: bool | None = None,
        description: str = "",
        equipment: UUID | None = None,
        occurrence: Occurrence | Mapping[str, Any] | None = None,
        reported_at: _dt.datetime | None = None,
        requirements: Requirements | Mapping[str, Any] | None = None,
        site: UUID | None = None,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Begin one. It takes the next number of its year.

        customer: The customer who called; `ACTIVITY-CREATE-02` where there is none such.
        kind: What sort of work it is: one-off, recurring, under warranty.
        title: What it is about, in one line, for lists and papers; not empty.
        construction: Whether its work is construction or assembly work (CZ-CPA 41 to 43),
            which is billed to a payer of VAT without tax (act 235/2004, § 92e); as the card
            of the equipment says where it is missing.
        description: What it is about at length, as the customer told it; empty where the
            title says all.
        equipment: The equipment that the work is on, which is the customer's. None where it
            is missing.
        occurrence: The occurrence of a plan that it is, by plan and day; none for a call of
            its own.
        reported_at: The moment at which the customer reported it, with its zone; now where
            it is missing.
        requirements: What it asks of who plans it: how urgent it is, by when, who can do
            it, when the customer can. Nothing where it is missing.
        site: Where the work is done: one of the customer's sites; at his own address where
            it is missing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``activity.create``.
        Refusals: ``ACTIVITY-CREATE-01``, ``ACTIVITY-CREATE-02``, ``ACTIVITY-CREATE-03``,
            ``ACTIVITY-CREATE-04``, ``ACTIVITY-CREATE-05``, ``ACTIVITY-REQUIRE-01``.

        >>> manager.activity.create(
        ...     kind="one_off",
        ...     customer=kovo,
        ...     title="Kompresor neběží",
        ... ).events[0].event
        'created'
        """
        return self._command(
            "create",
            _CREATE,
            {
                "construction": construction,
                "customer": customer,
                "description": description,
                "equipment": equipment,
                "kind": kind,
                "occurrence": occurrence,
                "reported_at": reported_at,
                "requirements": requirements,
                "site": site,
                "title": title,
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
        construction: bool | None | _k.Keep = _k.KEEP,
        description: str | None | _k.Keep = _k.KEEP,
        equipment: UUID | None | _k.Keep = _k.KEEP,
        site: UUID | None | _k.Keep = _k.KEEP,
        title: str | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say better what it is about; what is missing stays, `null` takes away.

        construction: Whether its work is construction or assembly work (CZ-CPA 41 to 43),
            which is billed to a payer of VAT without tax (act 235/2004, § 92e); `null`
            leaves it to the card of the equipment, and what was said stays where it is
            missing.
        description: The new description; `null` takes it away, and the old one stays where
            it is missing.
        equipment: The equipment that the work is on, which is the customer's
            (`ACTIVITY-CREATE-03`); `null` for none, and what was named stays where it is
            missing.
        site: The customer's site where the work is done (`ACTIVITY-CREATE-04`); `null` for
            his own address, and the one that was named stays where it is missing.
        title: The new title, in one line; not empty (`ACTIVITY-CREATE-01`), and the old one
            stays where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.update``.
        Refusals: ``ACTIVITY-CREATE-01``, ``ACTIVITY-CREATE-03``, ``ACTIVITY-CREATE-04``,
            ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.update(
        ...     job,
        ...     title="Kompresor neběží vůbec",
        ...     description="Od pondělí.",
        ...     expected=seen.version,
        ... ).events[0].event
        'updated'
        """
        return self._command(
            "update",
            _UPDATE,
            {
                "construction": construction,
                "description": description,
                "equipment": equipment,
                "site": site,
                "title": title,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def require(
        self,
        id: UUID,
        *,
        expected: int,
        blackouts: Sequence[Period | Mapping[str, Any]] | _k.Keep = _k.KEEP,
        deadline: Deadline | Mapping[str, Any] | None | _k.Keep = _k.KEEP,
        earliest: _dt.datetime | None | _k.Keep = _k.KEEP,
        minutes: int | None | _k.Keep = _k.KEEP,
        priority: PriorityLike | _k.Keep = _k.KEEP,
        skills: Sequence[str] | _k.Keep = _k.KEEP,
        wanted_by: _dt.datetime | None | _k.Keep = _k.KEEP,
        windows: Sequence[Period | Mapping[str, Any]] | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say what it asks of who plans it; what is missing stays, `null` takes away.

        blackouts: The periods at which the customer cannot, all of them anew
            (`ACTIVITY-REQUIRE-03`, `-04`); as before where they are missing.
        deadline: The moment by which it must be over, and the rule that says so, after
            `earliest` (`ACTIVITY-REQUIRE-05`); `null` for none, as before where it is
            missing.
        earliest: The moment before which it does not begin; `null` for at once, as before
            where it is missing.
        minutes: How long the work is expected to take on site, in minutes, 1 to 20,160
            (`ACTIVITY-REQUIRE-01`); `null` where nobody knows, as before where it is
            missing.
        priority: How urgent it is; as before where it is missing.
        skills: The skills that who does it must have, all of them anew
            (`ACTIVITY-REQUIRE-02`); as before where they are missing.
        wanted_by: The moment by which the customer would like it to be over, after
            `earliest` (`ACTIVITY-REQUIRE-05`); `null` where he does not mind, as before
            where it is missing.
        windows: The periods at which the customer can, all of them anew, empty for any time
            (`ACTIVITY-REQUIRE-03`, `-04`); as before where they are missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.require``.
        Refusals: ``ACTIVITY-REQUIRE-01``, ``ACTIVITY-REQUIRE-02``, ``ACTIVITY-REQUIRE-03``,
            ``ACTIVITY-REQUIRE-04``, ``ACTIVITY-REQUIRE-05``, ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.require(
        ...     job,
        ...     windows=[{"from": "2026-10-16T08:00:00+02:00", "to": "2026-10-16T12:00:00+02:00"}],
        ...     expected=seen.version,
        ... ).events[0].event
        'required'
        """
        return self._command(
            "require",
            _REQUIRE,
            {
                "blackouts": blackouts,
                "deadline": deadline,
                "earliest": earliest,
                "minutes": minutes,
                "priority": priority,
                "skills": skills,
                "wanted_by": wanted_by,
                "windows": windows,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def correct_reported_at(
        self,
        id: UUID,
        *,
        reason: str,
        reported_at: _dt.datetime,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say at which moment the customer reported it, where it was put down wrongly. Coverage is
        judged by its day; lines that are approved keep theirs until they are withdrawn.

        reason: Why it is another, in words; not empty (`ACTIVITY-REASON-01`).
        reported_at: The moment at which the customer reported it, with its zone; not still
            to come (`ACTIVITY-CREATE-05`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.correct_reported_at``.
        Refusals: ``ACTIVITY-CREATE-05``, ``ACTIVITY-REASON-01``, ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.correct_reported_at(
        ...     job,
        ...     reported_at=datetime.fromisoformat("2026-10-13T16:00:00+02:00"),
        ...     reason="volal už včera",
        ...     expected=seen.version,
        ... ).events[0].event
        'reported_at_corrected'
        """
        return self._command(
            "correct_reported_at",
            _CORRECT_REPORTED_AT,
            {
                "reason": reason,
                "reported_at": reported_at,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def correct_customer(
        self,
        id: UUID,
        *,
        customer: UUID,
        reason: str,
        expected: int,
        equipment: UUID | None = None,
        site: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say whose it is, where it was begun for the wrong customer: its visits, its report, the
        mails filed under it and the open tasks about it come along. Not once a line of it is
        approved (`ACTIVITY-CUSTOMER-01`), and not what a plan created (`-02`). A job sheet
        names the right customer in its next version.

        customer: The customer whose it is; `ACTIVITY-CREATE-02` where there is none such.
            With the site and equipment that are named already nothing changes.
        reason: Why it is another's, in words; not empty (`ACTIVITY-REASON-01`).
        equipment: The equipment that the work is on, which is his. None where it is
            missing.
        site: Where the work is done: one of his sites; at his own address where it is
            missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.correct_customer``.
        Refusals: ``ACTIVITY-CREATE-02``, ``ACTIVITY-CREATE-03``, ``ACTIVITY-CUSTOMER-01``,
            ``ACTIVITY-CUSTOMER-02``, ``ACTIVITY-REASON-01``, ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.correct_customer(
        ...     job,
        ...     customer=gastro,
        ...     equipment=trouba,
        ...     reason="spletená Říhová",
        ...     expected=seen.version,
        ... ).events[0].event
        'customer_corrected'
        """
        return self._command(
            "correct_customer",
            _CORRECT_CUSTOMER,
            {
                "customer": customer,
                "equipment": equipment,
                "reason": reason,
                "site": site,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def open(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Let the technicians see it.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.open``.
        Refusals: ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.open(job, expected=seen.version).events[0].event
        'opened'
        """
        return self._command(
            "open",
            _OPEN,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def assign(
        self,
        id: UUID,
        *,
        technicians: Sequence[UUID],
        expected: int,
        lead: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say who works on it, and who of them leads; an empty list takes all off.

        technicians: The ids of all technicians who work on it from now on, in place of
            those before.
        lead: The technician of them who leads; needed where there are several, a single one
            leads.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.assign``.
        Refusals: ``ACTIVITY-ASSIGN-01``, ``ACTIVITY-ASSIGN-02``, ``ACTIVITY-ASSIGN-03``,
            ``ACTIVITY-ASSIGN-04``, ``ACTIVITY-ASSIGN-05``, ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.assign(
        ...     job,
        ...     technicians=[novak, kral],
        ...     lead=novak,
        ...     expected=seen.version,
        ... ).events[0].event
        'assigned'
        """
        return self._command(
            "assign",
            _ASSIGN,
            {
                "lead": lead,
                "technicians": technicians,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def add_note(
        self,
        id: UUID,
        *,
        text: str,
        internal: bool = False,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add a technical note.

        text: The note's text; not empty.
        internal: Whether it is kept from every paper that the customer sees; `false` where
            it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``activity.add_note``.
        Refusals: ``ACTIVITY-TEXT-01``.

        >>> technician.activity.add_note(
        ...     job,
        ...     text="Klíče na vrátnici",
        ...     internal=True,
        ... ).events[0].event
        'note_added'
        """
        return self._command(
            "add_note",
            _ADD_NOTE,
            {
                "internal": internal,
                "text": text,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def add_fault(
        self,
        id: UUID,
        *,
        symptom: str,
        cause: str | None = None,
        remedy: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Add a fault.

        symptom: What the customer saw; not empty (`ACTIVITY-TEXT-01`).
        cause: What caused it; unknown so far where it is missing.
        remedy: What was done about it; nothing so far where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``activity.add_fault``.
        Refusals: ``ACTIVITY-TEXT-01``.

        >>> technician.activity.add_fault(
        ...     job,
        ...     symptom="Prasklá hadice",
        ...     cause="Stáří",
        ...     remedy="Vyměněna",
        ... ).events[0].event
        'fault_added'
        """
        return self._command(
            "add_fault",
            _ADD_FAULT,
            {
                "cause": cause,
                "remedy": remedy,
                "symptom": symptom,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def update_fault(
        self,
        id: UUID,
        *,
        fault: UUID,
        cause: str | None | _k.Keep = _k.KEEP,
        remedy: str | None | _k.Keep = _k.KEEP,
        symptom: str | _k.Keep = _k.KEEP,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say better what a fault was; what is missing stays, `null` takes away. What comes late,
        or contradicts what another said since, is kept as an internal note.

        fault: The id of the fault, as the activity's state names it (`ACTIVITY-FAULT-01`
            where there is none such).
        cause: What caused it; `null` where nobody knows after all, and what was said before
            stays where it is missing.
        remedy: What was done about it; `null` for nothing after all, and what was said
            before stays where it is missing.
        symptom: What the customer saw, in better words; not empty (`ACTIVITY-TEXT-01`), and
            what was said before stays where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``activity.update_fault``.
        Refusals: ``ACTIVITY-FAULT-01``, ``ACTIVITY-TEXT-01``.

        >>> technician.activity.update_fault(
        ...     job,
        ...     fault=fault,
        ...     cause="Vadný stykač",
        ...     remedy="Výměna",
        ... ).events[0].event
        'fault_updated'
        """
        return self._command(
            "update_fault",
            _UPDATE_FAULT,
            {
                "cause": cause,
                "fault": fault,
                "remedy": remedy,
                "symptom": symptom,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def resolve(
        self,
        id: UUID,
        *,
        note: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """A manager has seen the notes and faults that came late; `ACTIVITY-RESOLVE-01` where none
        did.

        note: What the manager made of them, in words; not empty. It is kept as an internal
            note.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.resolve``.
        Refusals: ``ACTIVITY-RESOLVE-01``, ``ACTIVITY-TEXT-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.resolve(
        ...     job,
        ...     note="Hadice příště",
        ...     expected=seen.version,
        ... ).events[0].event
        'resolved'
        """
        return self._command(
            "resolve",
            _RESOLVE,
            {
                "note": note,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def complete(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that the work is done: approval and billing follow.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.complete``.
        Refusals: ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.complete(job, expected=seen.version).events[0].event
        'completed'
        """
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
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that there is more to do after all, or that it was given up by mistake: it is open
        again. Visits that were cancelled stay so.

        reason: Why the work goes on, in words; not empty.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.reopen``.
        Refusals: ``ACTIVITY-REASON-01``, ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.reopen(
        ...     job,
        ...     reason="zákazník hlásí totéž",
        ...     expected=seen.version,
        ... ).events[0].event
        'reopened'
        """
        return self._command(
            "reopen",
            _REOPEN,
            {
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def close(
        self,
        id: UUID,
        *,
        expected: int,
        reason: str | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that nothing more follows. All visits are over, every reported line is decided and
        all that came late is resolved (`ACTIVITY-CLOSE-01` to `-04`); before the work is done
        this needs a reason as well.

        reason: Why it is closed before the work is done, in words; only then it is needed.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.close``.
        Refusals: ``ACTIVITY-CLOSE-01``, ``ACTIVITY-CLOSE-02``, ``ACTIVITY-CLOSE-03``,
            ``ACTIVITY-CLOSE-04``, ``ACTIVITY-REASON-01``, ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.close(
        ...     job,
        ...     reason="zákazník odvolal",
        ...     expected=seen.version,
        ... ).events[0].event
        'closed'
        """
        return self._command(
            "close",
            _CLOSE,
            {
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def cancel(
        self,
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Give it up: only while nothing is reported (`ACTIVITY-CANCEL-01`) and no visit is
        planned or under way.

        reason: Why it is given up, in words; not empty.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``activity.cancel``.
        Refusals: ``ACTIVITY-CANCEL-01``, ``ACTIVITY-CLOSE-02``, ``ACTIVITY-CLOSE-03``,
            ``ACTIVITY-REASON-01``, ``ACTIVITY-STATUS-01``.

        >>> seen = manager.activity.get(job)
        >>> manager.activity.cancel(
        ...     job,
        ...     reason="zákazník odvolal",
        ...     expected=seen.version,
        ... ).events[0].event
        'cancelled'
        """
        return self._command(
            "cancel",
            _CANCEL,
            {
                "reason": reason,
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

        >>> manager.activity.get(target).id == target
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
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Page:
        """A page of rows of many records.

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

        >>> page = manager.activity.list(limit=10)
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
            Page,
        )

    def each(
        self,
        *,
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
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.activity.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(assigned=assigned, customer=customer, due_before=due_before, equipment=equipment, kinds=kinds, plan=plan, planned=planned, priorities=priorities, region=region, search=search, statuses=statuses, technician=technician, unresolved=unresolved, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
