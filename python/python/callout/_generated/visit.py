"""What ``visit`` is made of.

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
from . import common as _c
from .common import (
    Counted as Counted,
    Obstacle as Obstacle,
    ObstacleLike as ObstacleLike,
    Planned as Planned,
    WallTime as WallTime,
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


class Order(_k.Choice):
    """By what a list of visits is ordered; equal ones by their ids."""

    STARTS = "starts"
    """By the moment at which it is planned to begin."""


OrderLike = Union[Order, Literal["starts"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step(_w.Record):
    """One step of the day of service, as it happened."""

    at: _dt.datetime
    """The moment at which it happened, as the technician's device says."""

    recorded_at: _dt.datetime
    """The moment at which Callout learned of it."""

    to: Status
    """The state to which it led."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ConflictingStep(_w.Record):
    """A step that was reported when the visit had gone another way meanwhile."""

    by: UUID
    """The id of the technician who reported it."""

    note: str | None = field(default=None, repr=False)
    """What the technician said about it, in words; nothing where there was nothing to say."""

    step: Step
    """What was done, and when."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion(_w.Record):
    """What whoever goes would rather. It stands beside the visit and changes nothing of it, until
    a manager moves or cancels the visit, or leaves it as it is.
    """

    at: _dt.datetime
    """The moment at which Callout learned of it."""

    by: UUID
    """The id of the person who said so."""

    calendar: str | None = field(default=None, repr=False)
    """The short name of the system in whose calendar it was done by hand, such as `caldav`;
    missing where it was said to Callout.
    """

    note: str | None = field(default=None, repr=False)
    """Why, in words; missing where nobody said."""

    wish: Wish
    """What would be better."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A visit."""

    activity: UUID
    """The id of the activity on which it is."""

    conflicts: Sequence[ConflictingStep] = ()
    """The steps that were reported although somebody had changed the visit meanwhile: they moved
    nothing.
    """

    customer: UUID
    """The id of the customer whose activity that is."""

    despite: Sequence[Obstacle] = ()
    """What may stand against it all the same, as was said when it was last planned or moved;
    nothing where it is missing.
    """

    ends: Planned
    """When it is planned to end: local time with its zone, and the instant that it means."""

    equipment: UUID | None = None
    """The id of the equipment that the activity is on; nothing where it names none."""

    former: Sequence[UUID] = ()
    """The ids of the technicians whose visit it was before: what they did then, they may still
    report.
    """

    late: bool
    """Whether something about it was reported after the activity was closed or cancelled, or after
    the visit was cancelled, changed or given to somebody else.
    """

    note: str | None = field(default=None, repr=False)
    """What was last said about it, in words: what was found, what is left, or why it was
    cancelled. Nothing where nothing was said.
    """

    resolution: str | None = field(default=None, repr=False)
    """What a manager last said about what came late; nothing where nobody did."""

    sequence: int
    """How often it was confirmed, moved, left as it is, cancelled or taken up again, from 0. With
    that of its activity's place it is the calendar entry's sequence (RFC 5545, 3.8.7.4; RFC
    5546, 2.1.4).
    """

    starts: Planned
    """When it is planned to begin: local time with its zone, and the instant that it means."""

    status: Status
    """The state in which it is, from proposed to done, partial, without access or cancelled."""

    steps: Sequence[Step]
    """The steps that happened, in order."""

    suggestion: Suggestion | None = None
    """What whoever goes would rather, as long as nobody has decided about it; missing where nobody
    said anything.
    """

    technician: UUID
    """The id of the technician whose visit it is now."""

    unresolved: bool = False
    """Whether something came late that no manager has resolved yet; until then the activity cannot
    be closed (`ACTIVITY-CLOSE-03`).
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
    """By what a list of visits is narrowed: all that is said must hold, and nothing said is all."""

    activity: UUID | None = None
    """Visits on the activity with this id; on all activities where it is missing."""

    customer: UUID | None = None
    """Visits at the customer with this id; at all customers where it is missing."""

    ends_after: _dt.datetime | None = None
    """Visits that are planned to end after this moment, not at it; all where it is missing.
    Together with `starts_before` it gives what lies in a span of a calendar, wholly or in part.
    """

    starts_before: _dt.datetime | None = None
    """Visits that are planned to begin before this moment, not at it; all where it is missing."""

    statuses: Sequence[Status] = ()
    """Visits in one of these states; in any where the list is empty."""

    suggested: bool | None = None
    """`true` for visits that somebody declined or would rather make at another time, as long as
    nobody has decided about that, `false` for those without; both where it is missing.
    """

    technician: UUID | None = None
    """Visits in the calendar of the technician with this id, whose they are now; of all
    technicians where it is missing.
    """

    unresolved: bool | None = None
    """`true` for visits to which something came late that no manager has resolved, `false` for
    those without; both where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPlanned(_w.Record):
    """The visit was put into the technician's calendar, or offered to the customer."""

    activity: UUID
    """The id of the activity on which the visit is."""

    customer: UUID
    """The id of the customer whose activity that is."""

    despite: Sequence[Obstacle] = ()
    """What may stand against the visit all the same; missing where nothing may."""

    ends: Planned
    """When it is planned to end: local time with its zone, and the instant that it means."""

    equipment: UUID | None = None
    """The id of the equipment that the activity is on; nothing where it names none."""

    joins: UUID | None = None
    """The id of the activity on which the technician was put for it; missing where he was on it."""

    proposed: bool
    """Whether the visit was only offered to the customer so far."""

    starts: Planned
    """When it is planned to begin: local time with its zone, and the instant that it means."""

    technician: UUID
    """The id of the technician whose visit it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConfirmed(_w.Record):
    """The customer agreed to what was proposed: the visit is planned."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventMoved(_w.Record):
    """The visit was moved to another time, or to another technician of the activity."""

    despite: Sequence[Obstacle] = ()
    """What may stand against the visit all the same; missing where nothing may."""

    ends: Planned
    """When it is planned to end from then on: local time with its zone, and the instant that it
    means.
    """

    joins: UUID | None = None
    """The id of the activity on which the technician was put for it; missing where he was on it."""

    starts: Planned
    """When it is planned to begin from then on: local time with its zone, and the instant that it
    means.
    """

    technician: UUID
    """The id of the technician whose visit it is from then on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAccepted(_w.Record):
    """The technician took notice of the visit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSuggested(_w.Record):
    """Who goes would rather come at another time, or not at all. Nothing of the visit is changed
    by that.
    """

    suggestion: Suggestion
    """What would be better, who said so and where; in place of what was suggested before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDismissed(_w.Record):
    """The visit was left as it is, and what was suggested is not done: a manager decided so, or
    who had done it in the calendar undid it there.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventStepped(_w.Record):
    """A step of the day of service was done: the way, the work, an interruption, or the end of the
    visit.
    """

    late: bool
    """Whether the step was reported after the activity was closed or cancelled, or after the visit
    was cancelled.
    """

    note: str | None = field(default=None, repr=False)
    """What was said about the step, in words: what was found, or what is left. Nothing where
    nothing was said.
    """

    step: Step
    """The state to which the step led, when it happened and when Callout learned of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventStepConflicted(_w.Record):
    """A step was reported when the visit had gone another way meanwhile, or was somebody else's:
    it is kept as a conflict and moves nothing.
    """

    by: UUID
    """The id of the person who reported the step."""

    note: str | None = field(default=None, repr=False)
    """What was said about the step, in words; nothing where nothing was said."""

    step: Step
    """The state to which the step would have led, when it happened and when Callout learned of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventResolved(_w.Record):
    """A manager saw what came late and said what becomes of it."""

    resolution: str = field(repr=False)
    """What becomes of it, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCancelled(_w.Record):
    """It was said that the visit will not take place."""

    reason: str = field(repr=False)
    """Why the visit will not take place, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFollowed(_w.Record):
    """The activity of the visit has come to another customer or other equipment, and the visit
    came along.
    """

    customer: UUID
    """The id of the customer whose activity it is from then on."""

    equipment: UUID | None = None
    """The id of the equipment that the activity is on from then on; nothing where it names none."""


Event = Union[
    EventPlanned,
    EventConfirmed,
    EventMoved,
    EventAccepted,
    EventSuggested,
    EventDismissed,
    EventStepped,
    EventStepConflicted,
    EventResolved,
    EventCancelled,
    EventFollowed,
]
"""What happened to a visit."""


_w.define(
    Step,
    _w.Field("at", _w.INSTANT),
    _w.Field("recorded_at", _w.INSTANT),
    _w.Field("to", _w.Word(Status)),
)
_w.define(
    ConflictingStep,
    _w.Field("by", _w.ID),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("step", _w.Rec(Step)),
)
_w.define(
    Suggestion,
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
    _w.Field("calendar", _w.JSON, "none"),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("wish", _w.Later(lambda: _c._wish)),
)
_w.define(
    State,
    _w.Field("activity", _w.ID),
    _w.Field("conflicts", _w.Items(_w.Rec(ConflictingStep)), "none"),
    _w.Field("customer", _w.ID),
    _w.Field("despite", _w.Items(_w.Word(Obstacle)), "empty"),
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("former", _w.Items(_w.ID), "none"),
    _w.Field("late", _w.JSON),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("resolution", _w.JSON, "none"),
    _w.Field("sequence", _w.JSON),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("status", _w.Word(Status)),
    _w.Field("steps", _w.Items(_w.Rec(Step))),
    _w.Field("suggestion", _w.Rec(Suggestion), "none"),
    _w.Field("technician", _w.ID),
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
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("activity", _w.ID, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("ends_after", _w.INSTANT, "none"),
    _w.Field("starts_before", _w.INSTANT, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
    _w.Field("suggested", _w.JSON, "none"),
    _w.Field("technician", _w.ID, "none"),
    _w.Field("unresolved", _w.JSON, "none"),
)
_w.define(
    EventPlanned,
    _w.Field("activity", _w.ID),
    _w.Field("customer", _w.ID),
    _w.Field("despite", _w.Items(_w.Word(Obstacle)), "empty"),
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("joins", _w.ID, "none"),
    _w.Field("proposed", _w.JSON),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("technician", _w.ID),
)
_w.define(
    EventMoved,
    _w.Field("despite", _w.Items(_w.Word(Obstacle)), "empty"),
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("joins", _w.ID, "none"),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("technician", _w.ID),
)
_w.define(
    EventSuggested,
    _w.Field("suggestion", _w.Rec(Suggestion)),
)
_w.define(
    EventStepped,
    _w.Field("late", _w.JSON),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("step", _w.Rec(Step)),
)
_w.define(
    EventStepConflicted,
    _w.Field("by", _w.ID),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("step", _w.Rec(Step)),
)
_w.define(
    EventResolved,
    _w.Field("resolution", _w.JSON),
)
_w.define(
    EventCancelled,
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventFollowed,
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
)
_event = _w.Tagged(
    _w.Variant("planned", EventPlanned),
    _w.Variant("confirmed", EventConfirmed),
    _w.Variant("moved", EventMoved),
    _w.Variant("accepted", EventAccepted),
    _w.Variant("suggested", EventSuggested),
    _w.Variant("dismissed", EventDismissed),
    _w.Variant("stepped", EventStepped),
    _w.Variant("step_conflicted", EventStepConflicted),
    _w.Variant("resolved", EventResolved),
    _w.Variant("cancelled", EventCancelled),
    _w.Variant("followed", EventFollowed),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_PLAN = (
    _w.Field("activity", _w.ID),
    _w.Field("assign", _w.JSON, "none"),
    _w.Field("despite", _w.Items(_w.Word(Obstacle)), "empty"),
    _w.Field("ends", _w.Rec(WallTime)),
    _w.Field("proposed", _w.JSON, "none"),
    _w.Field("starts", _w.Rec(WallTime)),
    _w.Field("technician", _w.ID),
)
_CONFIRM: tuple[_w.Field, ...] = ()
_MOVE = (
    _w.Field("assign", _w.JSON, "none"),
    _w.Field("despite", _w.Items(_w.Word(Obstacle)), "empty"),
    _w.Field("ends", _w.Rec(WallTime)),
    _w.Field("starts", _w.Rec(WallTime)),
    _w.Field("technician", _w.ID, "none"),
)
_ACCEPT: tuple[_w.Field, ...] = ()
_DECLINE = (
    _w.Field("calendar", _w.JSON, "none"),
    _w.Field("note", _w.JSON, "none"),
)
_SUGGEST = (
    _w.Field("calendar", _w.JSON, "none"),
    _w.Field("ends", _w.Rec(WallTime)),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("starts", _w.Rec(WallTime)),
)
_DISMISS: tuple[_w.Field, ...] = ()
_TRAVEL = (
    _w.Field("at", _w.INSTANT, "none"),
)
_START = (
    _w.Field("at", _w.INSTANT, "none"),
)
_PAUSE = (
    _w.Field("at", _w.INSTANT, "none"),
)
_RESUME = (
    _w.Field("at", _w.INSTANT, "none"),
)
_FINISH = (
    _w.Field("at", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON, "none"),
)
_FINISH_PARTIAL = (
    _w.Field("at", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON),
)
_RECORD_NO_ACCESS = (
    _w.Field("at", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON),
)
_RESOLVE = (
    _w.Field("resolution", _w.JSON),
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


class VisitCommands(_s.NounCommands):
    """Commands and queries of ``visit``."""

    __slots__ = ()
    _noun = "visit"

    def plan(
        self,
        *,
        activity: UUID,
        ends: WallTime | Mapping[str, Any],
        starts: WallTime | Mapping[str, Any],
        technician: UUID,
        assign: bool = False,
        despite: Sequence[ObstacleLike] = (),
        proposed: bool = False,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Put it into the technician's calendar. It is refused where he is on another visit
        (`VISIT-CLASH-01`) or absent (`-02`) then, and where the hours, another calendar, a
        skill or the customer's times stand against it that `despite` does not name. A break is
        spanned.

        activity: The id of the activity on which it is; it must be open (`VISIT-PLAN-02`).
        ends: When it ends, as the clock at the site shows, with its zone: after it begins
            (`VISIT-TIME-01`) and at most 14 days later (`-02`).
        starts: When it begins, as the clock at the site shows, with its zone.
        technician: The id of the technician, who must be on the activity or be put on it
            (`assign`), and work here (`VISIT-PLAN-04`).
        assign: Whether a technician who is not on the activity is put on it, which takes
            the right `activity.assign` too (`VISIT-PLAN-03` otherwise); `false` where it is
            missing.
        despite: What may stand against it all the same: `hours` (`VISIT-CLASH-03`
            otherwise), `calendar` (`-04`), `skill` (`-05`), `window` (`-06`). Other visits
            and absences are never passed over. Nothing where it is missing.
        proposed: Whether it is only offered to the customer so far; `false` where it is
            missing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``visit.plan``.
        Refusals: ``VISIT-CLASH-01``, ``VISIT-CLASH-02``, ``VISIT-CLASH-03``,
            ``VISIT-CLASH-04``, ``VISIT-CLASH-05``, ``VISIT-CLASH-06``, ``VISIT-PLAN-01``,
            ``VISIT-PLAN-02``, ``VISIT-PLAN-03``, ``VISIT-PLAN-04``, ``VISIT-TIME-01``,
            ``VISIT-TIME-02``.

        >>> manager.visit.plan(
        ...     activity=a,
        ...     technician=novak,
        ...     starts={"local": "2026-10-16T10:00:00", "zone": "Europe/Prague"},
        ...     ends={"local": "2026-10-16T12:00:00", "zone": "Europe/Prague"},
        ... ).events[0].event
        'planned'
        """
        return self._command(
            "plan",
            _PLAN,
            {
                "activity": activity,
                "assign": assign,
                "despite": despite,
                "ends": ends,
                "proposed": proposed,
                "starts": starts,
                "technician": technician,
            },
            id,
            None,
            command_id,
            external_ids,
        )

    def confirm(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that the customer agrees to what was proposed: it is planned.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``visit.confirm``.
        Refusals: ``VISIT-STATUS-01``.

        >>> seen = manager.visit.get(v)
        >>> manager.visit.confirm(v, expected=seen.version).events[0].event
        'confirmed'
        """
        return self._command(
            "confirm",
            _CONFIRM,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def move(
        self,
        id: UUID,
        *,
        ends: WallTime | Mapping[str, Any],
        starts: WallTime | Mapping[str, Any],
        expected: int,
        assign: bool = False,
        despite: Sequence[ObstacleLike] = (),
        technician: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Move it to another time, or to another technician of the activity. It is refused where
        he is not free, as planning it is.

        ends: When it ends from now on, as the clock at the site shows, with its zone: after
            it begins (`VISIT-TIME-01`) and at most 14 days later (`-02`).
        starts: When it begins from now on, as the clock at the site shows, with its zone.
        assign: Whether a technician who is not on the activity is put on it, which takes
            the right `activity.assign` too (`VISIT-PLAN-03` otherwise); `false` where it is
            missing.
        despite: What may stand against it all the same: `hours` (`VISIT-CLASH-03`
            otherwise), `calendar` (`-04`), `skill` (`-05`), `window` (`-06`). Other visits
            and absences are never passed over. Nothing where it is missing.
        technician: The id of the technician whose it is from now on, who must be on the
            activity or be put on it (`assign`); the same one where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``visit.move``.
        Refusals: ``VISIT-CLASH-01``, ``VISIT-CLASH-03``, ``VISIT-CLASH-04``,
            ``VISIT-CLASH-05``, ``VISIT-CLASH-06``, ``VISIT-PLAN-03``, ``VISIT-PLAN-04``,
            ``VISIT-STATUS-01``, ``VISIT-TIME-01``, ``VISIT-TIME-02``, ``VISIT-TIME-03``.

        >>> seen = manager.visit.get(v)
        >>> manager.visit.move(
        ...     v,
        ...     starts={"local": "2026-10-15T09:00:00", "zone": "Europe/Prague"},
        ...     ends={"local": "2026-10-15T11:00:00", "zone": "Europe/Prague"},
        ...     expected=seen.version,
        ... ).events[0].event
        'moved'
        """
        return self._command(
            "move",
            _MOVE,
            {
                "assign": assign,
                "despite": despite,
                "ends": ends,
                "starts": starts,
                "technician": technician,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def accept(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician has taken notice of it.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``visit.accept``.
        Refusals: ``VISIT-STATUS-01``.

        >>> seen = technician.visit.get(v)
        >>> technician.visit.accept(v, expected=seen.version).events[0].event
        'accepted'
        """
        return self._command(
            "accept",
            _ACCEPT,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def decline(
        self,
        id: UUID,
        *,
        calendar: str | None = None,
        note: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician would rather not go: it stays as it is until a manager decides (`clashes`
        tells it). Who is on it no more has nothing to decline (`VISIT-SUGGEST-02`).

        calendar: The short name of the system in whose calendar it was done by hand, such
            as `caldav`; it was said to Callout where it is missing.
        note: Why, in words; nothing where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.decline``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-SUGGEST-02``.

        >>> technician.visit.decline(v, note="Mám školení").events[0].event
        'suggested'
        """
        return self._command(
            "decline",
            _DECLINE,
            {
                "calendar": calendar,
                "note": note,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def suggest(
        self,
        id: UUID,
        *,
        ends: WallTime | Mapping[str, Any],
        starts: WallTime | Mapping[str, Any],
        calendar: str | None = None,
        note: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician would rather come at another time: it stays as it is until a manager
        moves it there or decides otherwise (`clashes` tells it). Who is on it no more has
        nothing to suggest (`VISIT-SUGGEST-02`).

        ends: When it would end, as the clock at the site shows, with its zone: after it
            begins (`VISIT-TIME-01`) and at most 14 days later (`-02`).
        starts: When it would begin, as the clock at the site shows, with its zone.
        calendar: The short name of the system in whose calendar it was done by hand, such
            as `caldav`; it was said to Callout where it is missing.
        note: Why, in words; nothing where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.suggest``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-SUGGEST-02``, ``VISIT-TIME-01``,
            ``VISIT-TIME-02``.

        >>> technician.visit.suggest(
        ...     w,
        ...     starts={"local": "2026-10-16T14:00:00", "zone": "Europe/Prague"},
        ...     ends={"local": "2026-10-16T15:00:00", "zone": "Europe/Prague"},
        ... ).events[0].event
        'suggested'
        """
        return self._command(
            "suggest",
            _SUGGEST,
            {
                "calendar": calendar,
                "ends": ends,
                "note": note,
                "starts": starts,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def dismiss(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Leave the visit as it is: what the technician would rather is not done. Its entry in the
        technician's calendar is written again as it is planned.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``visit.dismiss``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-SUGGEST-01``.

        >>> seen = manager.visit.get(v)
        >>> manager.visit.dismiss(v, expected=seen.version).events[0].event
        'dismissed'
        """
        return self._command(
            "dismiss",
            _DISMISS,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def travel(
        self,
        id: UUID,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician is on the way.

        at: The moment at which it happened, not still to come and not before the last step
            (`VISIT-STEP-01`, `-02`); now where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.travel``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-STEP-01``, ``VISIT-STEP-02``.

        >>> technician.visit.travel(
        ...     v,
        ...     at=datetime.fromisoformat("2026-10-14T08:30:00+02:00"),
        ... ).events[0].event
        'stepped'
        """
        return self._command(
            "travel",
            _TRAVEL,
            {
                "at": at,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def start(
        self,
        id: UUID,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician is at work.

        at: The moment at which it happened, not still to come and not before the last step
            (`VISIT-STEP-01`, `-02`); now where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.start``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-STEP-01``, ``VISIT-STEP-02``.

        >>> technician.visit.start(
        ...     v,
        ...     at=datetime.fromisoformat("2026-10-14T09:05:00+02:00"),
        ... ).events[0].event
        'stepped'
        """
        return self._command(
            "start",
            _START,
            {
                "at": at,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def pause(
        self,
        id: UUID,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The work is interrupted.

        at: The moment at which it happened, not still to come and not before the last step
            (`VISIT-STEP-01`, `-02`); now where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.pause``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-STEP-01``, ``VISIT-STEP-02``.

        >>> technician.visit.pause(
        ...     v,
        ...     at=datetime.fromisoformat("2026-10-14T10:00:00+02:00"),
        ... ).events[0].event
        'stepped'
        """
        return self._command(
            "pause",
            _PAUSE,
            {
                "at": at,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def resume(
        self,
        id: UUID,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician is at work again.

        at: The moment at which it happened, not still to come and not before the last step
            (`VISIT-STEP-01`, `-02`); now where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.resume``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-STEP-01``, ``VISIT-STEP-02``.

        >>> technician.visit.resume(
        ...     v,
        ...     at=datetime.fromisoformat("2026-10-14T10:15:00+02:00"),
        ... ).events[0].event
        'stepped'
        """
        return self._command(
            "resume",
            _RESUME,
            {
                "at": at,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def finish(
        self,
        id: UUID,
        *,
        at: _dt.datetime | None = None,
        note: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Everything is done.

        at: The moment at which it happened, not still to come and not before the last step
            (`VISIT-STEP-01`, `-02`); now where it is missing.
        note: What there is to say about it, in words; nothing where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.finish``.
        Refusals: ``VISIT-STATUS-01``, ``VISIT-STEP-01``, ``VISIT-STEP-02``.

        >>> technician.visit.finish(
        ...     v,
        ...     at=datetime.fromisoformat("2026-10-14T10:40:00+02:00"),
        ...     note="hotovo",
        ... ).events[0].event
        'step_conflicted'
        """
        return self._command(
            "finish",
            _FINISH,
            {
                "at": at,
                "note": note,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def finish_partial(
        self,
        id: UUID,
        *,
        note: str,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The visit ends, and some work is left to do.

        note: What is left to do, in words; not empty (`VISIT-NOTE-01`).
        at: The moment at which it happened, not still to come and not before the last step
            (`VISIT-STEP-01`, `-02`); now where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.finish_partial``.
        Refusals: ``VISIT-NOTE-01``, ``VISIT-STATUS-01``, ``VISIT-STEP-01``,
            ``VISIT-STEP-02``.

        >>> technician.visit.finish_partial(v, note="čeká se na díl").events[0].event
        'stepped'
        """
        return self._command(
            "finish_partial",
            _FINISH_PARTIAL,
            {
                "at": at,
                "note": note,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def record_no_access(
        self,
        id: UUID,
        *,
        note: str,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Nobody let the technician in.

        note: What was found, in words; not empty (`VISIT-NOTE-01`).
        at: The moment at which it happened, not still to come and not before the last step
            (`VISIT-STEP-01`, `-02`); now where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``visit.record_no_access``.
        Refusals: ``VISIT-NOTE-01``, ``VISIT-STATUS-01``, ``VISIT-STEP-01``,
            ``VISIT-STEP-02``.

        >>> technician.visit.record_no_access(
        ...     v,
        ...     note="Zamčeno, nikdo nebere telefon",
        ... ).events[0].event
        'stepped'
        """
        return self._command(
            "record_no_access",
            _RECORD_NO_ACCESS,
            {
                "at": at,
                "note": note,
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
        resolution: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """A manager has seen what came late and says what becomes of it; `VISIT-RESOLVE-01` where
        nothing did.

        resolution: What becomes of it, in words: who is paid for the way, whether the other
            visit is still needed. Not empty (`VISIT-RESOLVE-02`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``visit.resolve``.
        Refusals: ``VISIT-RESOLVE-01``, ``VISIT-RESOLVE-02``.

        >>> seen = manager.visit.get(v)
        >>> manager.visit.resolve(
        ...     v,
        ...     resolution="Novák to měl hotové, Král nejede",
        ...     expected=seen.version,
        ... ).events[0].event
        'resolved'
        """
        return self._command(
            "resolve",
            _RESOLVE,
            {
                "resolution": resolution,
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
        """Say that it will not take place.

        reason: Why it will not, in words; not empty (`VISIT-NOTE-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``visit.cancel``.
        Refusals: ``VISIT-NOTE-01``, ``VISIT-STATUS-01``.

        >>> seen = manager.visit.get(w)
        >>> manager.visit.cancel(
        ...     w,
        ...     reason="zákazníkovi se nehodí",
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

        >>> manager.visit.get(target).id == target
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
        activity: UUID | None = None,
        customer: UUID | None = None,
        ends_after: _dt.datetime | None = None,
        starts_before: _dt.datetime | None = None,
        statuses: Sequence[StatusLike] = (),
        suggested: bool | None = None,
        technician: UUID | None = None,
        unresolved: bool | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.STARTS,
    ) -> Page:
        """A page of rows of many records.

        activity: Visits on the activity with this id; on all activities where it is
            missing.
        customer: Visits at the customer with this id; at all customers where it is missing.
        ends_after: Visits that are planned to end after this moment, not at it; all where
            it is missing. Together with `starts_before` it gives what lies in a span of a
            calendar, wholly or in part.
        starts_before: Visits that are planned to begin before this moment, not at it; all
            where it is missing.
        statuses: Visits in one of these states; in any where the list is empty.
        suggested: `true` for visits that somebody declined or would rather make at another
            time, as long as nobody has decided about that, `false` for those without; both
            where it is missing.
        technician: Visits in the calendar of the technician with this id, whose they are
            now; of all technicians where it is missing.
        unresolved: `true` for visits to which something came late that no manager has
            resolved, `false` for those without; both where it is missing.
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

        >>> page = manager.visit.list(limit=10)
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
                    "activity": activity,
                    "customer": customer,
                    "ends_after": ends_after,
                    "starts_before": starts_before,
                    "statuses": statuses,
                    "suggested": suggested,
                    "technician": technician,
                    "unresolved": unresolved,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        customer: UUID | None = None,
        ends_after: _dt.datetime | None = None,
        starts_before: _dt.datetime | None = None,
        statuses: Sequence[StatusLike] = (),
        suggested: bool | None = None,
        technician: UUID | None = None,
        unresolved: bool | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.STARTS,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.visit.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, customer=customer, ends_after=ends_after, starts_before=starts_before, statuses=statuses, suggested=suggested, technician=technician, unresolved=unresolved, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
