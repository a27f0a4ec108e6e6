"""The room ``visit``.

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
    Planned as Planned,
    WallTime as WallTime,
)


class Lifecycle(_k.Choice):
    """Where a visit stands."""

    PROPOSED = "proposed"
    """Offered to the customer."""
    PLANNED = "planned"
    """In the technician's calendar."""
    ACCEPTED = "accepted"
    """The technician has taken notice."""
    TRAVELLING = "travelling"
    """On the way."""
    WORKING = "working"
    """At work."""
    PAUSED = "paused"
    """Interrupted."""
    DONE = "done"
    """Everything was done."""
    PARTIAL = "partial"
    """Some is left to do."""
    NO_ACCESS = "no_access"
    """Nobody let the technician in."""
    CANCELLED = "cancelled"
    """Will not take place."""


LifecycleLike = Union[Lifecycle, Literal["proposed", "planned", "accepted", "travelling", "working", "paused", "done", "partial", "no_access", "cancelled"]]


class Order(_k.Choice):
    """By what the list is ordered."""

    STARTS = "starts"
    """By when it begins."""


OrderLike = Union[Order, Literal["starts"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step(_w.Record):
    """One step of the day of service, as it happened."""

    at: _dt.datetime
    """When, as the technician's device says."""

    recorded_at: _dt.datetime
    """When Callout learned of it."""

    to: Lifecycle
    """Into which state."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside(_w.Record):
    """A step that was reported when the visit had gone another way meanwhile (R3)."""

    by: UUID
    """By whom."""

    note: str | None = field(default=None, repr=False)
    """What there was to say."""

    step: Step
    """What was done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A visit."""

    activity: UUID
    """On which activity."""

    beside: Sequence[Beside] = ()
    """What was reported although somebody had changed the visit meanwhile: it moved nothing."""

    customer: UUID
    """Whose activity that is."""

    ends: Planned
    """Until when."""

    equipment: UUID | None = None
    """On what."""

    former: Sequence[UUID] = ()
    """Whose it was before; what he did then, he may still report (R3)."""

    late: bool
    """Reported after the activity was closed, the visit cancelled or given away (R3)."""

    lifecycle: Lifecycle
    """Where it stands."""

    note: str | None = field(default=None, repr=False)
    """What there is to say about how it ended."""

    sequence: int
    """How often the plan was changed: the calendar entry's sequence (RFC 5545, 3.8.7.4)."""

    settled: str | None = field(default=None, repr=False)
    """What a manager last said about it."""

    starts: Planned
    """From when it is planned."""

    steps: Sequence[Step]
    """What happened, in order."""

    technician: UUID
    """By whom."""

    unsettled: bool = False
    """No manager has settled yet what came late."""


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

    activity: UUID
    """On which activity."""

    customer: UUID
    """Whose."""

    ends: Planned
    """Until when."""

    id: UUID
    """Which."""

    late: bool = False
    """Something came late."""

    starts: Planned
    """From when."""

    state: Lifecycle
    """Where it stands."""

    technician: UUID
    """By whom."""

    unsettled: bool = False
    """And no manager has settled it."""


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
    """On this activity."""

    beginning_before: _dt.datetime | None = None
    """Beginning before this."""

    customer: UUID | None = None
    """At this customer."""

    ending_after: _dt.datetime | None = None
    """Ending after this."""

    states: Sequence[Lifecycle] = ()
    """In one of these states; all where empty."""

    technician: UUID | None = None
    """In this technician's calendar (S23, S37)."""

    unsettled: bool | None = None
    """Where something came late that no manager has settled, or nothing did (R3)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPlanned(_w.Record):
    """It is ``planned``."""

    activity: UUID

    customer: UUID

    ends: Planned

    equipment: UUID | None = None

    proposed: bool

    starts: Planned

    technician: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConfirmed(_w.Record):
    """It is ``confirmed``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventMoved(_w.Record):
    """It is ``moved``."""

    ends: Planned

    starts: Planned

    technician: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAccepted(_w.Record):
    """It is ``accepted``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventStepped(_w.Record):
    """The technician did a step."""

    late: bool

    note: str | None = field(default=None, repr=False)

    step: Step


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSteppedBeside(_w.Record):
    """The same, when the visit had gone another way meanwhile: it moves nothing."""

    by: UUID

    note: str | None = field(default=None, repr=False)

    step: Step


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSettled(_w.Record):
    """It is ``settled``."""

    note: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCancelled(_w.Record):
    """It is ``cancelled``."""

    reason: str = field(repr=False)


Event = Union[
    EventPlanned,
    EventConfirmed,
    EventMoved,
    EventAccepted,
    EventStepped,
    EventSteppedBeside,
    EventSettled,
    EventCancelled,
]
"""What happened to a visit."""


_w.define(
    Step,
    _w.Field("at", _w.INSTANT),
    _w.Field("recorded_at", _w.INSTANT),
    _w.Field("to", _w.Word(Lifecycle)),
)
_w.define(
    Beside,
    _w.Field("by", _w.ID),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("step", _w.Rec(Step)),
)
_w.define(
    State,
    _w.Field("activity", _w.ID),
    _w.Field("beside", _w.Items(_w.Rec(Beside)), "none"),
    _w.Field("customer", _w.ID),
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("former", _w.Items(_w.ID), "none"),
    _w.Field("late", _w.JSON),
    _w.Field("lifecycle", _w.Word(Lifecycle)),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("sequence", _w.JSON),
    _w.Field("settled", _w.JSON, "none"),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("steps", _w.Items(_w.Rec(Step))),
    _w.Field("technician", _w.ID),
    _w.Field("unsettled", _w.JSON, "none"),
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
    _w.Field("customer", _w.ID),
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("id", _w.ID),
    _w.Field("late", _w.JSON, "none"),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("state", _w.Word(Lifecycle)),
    _w.Field("technician", _w.ID),
    _w.Field("unsettled", _w.JSON, "none"),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("activity", _w.ID, "none"),
    _w.Field("beginning_before", _w.INSTANT, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("ending_after", _w.INSTANT, "none"),
    _w.Field("states", _w.Items(_w.Word(Lifecycle)), "empty"),
    _w.Field("technician", _w.ID, "none"),
    _w.Field("unsettled", _w.JSON, "none"),
)
_w.define(
    EventPlanned,
    _w.Field("activity", _w.ID),
    _w.Field("customer", _w.ID),
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("proposed", _w.JSON),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("technician", _w.ID),
)
_w.define(
    EventMoved,
    _w.Field("ends", _w.Rec(Planned)),
    _w.Field("starts", _w.Rec(Planned)),
    _w.Field("technician", _w.ID),
)
_w.define(
    EventStepped,
    _w.Field("late", _w.JSON),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("step", _w.Rec(Step)),
)
_w.define(
    EventSteppedBeside,
    _w.Field("by", _w.ID),
    _w.Field("note", _w.JSON, "none"),
    _w.Field("step", _w.Rec(Step)),
)
_w.define(
    EventSettled,
    _w.Field("note", _w.JSON),
)
_w.define(
    EventCancelled,
    _w.Field("reason", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("planned", EventPlanned),
    _w.Variant("confirmed", EventConfirmed),
    _w.Variant("moved", EventMoved),
    _w.Variant("accepted", EventAccepted),
    _w.Variant("stepped", EventStepped),
    _w.Variant("stepped_beside", EventSteppedBeside),
    _w.Variant("settled", EventSettled),
    _w.Variant("cancelled", EventCancelled),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_PLAN = (
    _w.Field("activity", _w.ID),
    _w.Field("ends", _w.Rec(WallTime)),
    _w.Field("outside_hours", _w.JSON, "none"),
    _w.Field("proposed", _w.JSON, "none"),
    _w.Field("starts", _w.Rec(WallTime)),
    _w.Field("technician", _w.ID),
)
_CONFIRM: tuple[_w.Field, ...] = ()
_MOVE = (
    _w.Field("ends", _w.Rec(WallTime)),
    _w.Field("outside_hours", _w.JSON, "none"),
    _w.Field("starts", _w.Rec(WallTime)),
    _w.Field("technician", _w.ID, "none"),
)
_ACCEPT: tuple[_w.Field, ...] = ()
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
_NO_ACCESS = (
    _w.Field("at", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON),
)
_SETTLE = (
    _w.Field("note", _w.JSON),
)
_CANCEL = (
    _w.Field("reason", _w.JSON),
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


class VisitDesk(_a.NounDesk):
    """Commands and questions of the room ``visit``."""

    __slots__ = ()
    _noun = "visit"

    def plan(
        self,
        id: UUID | None = None,
        *,
        activity: UUID,
        ends: WallTime | Mapping[str, Any],
        starts: WallTime | Mapping[str, Any],
        technician: UUID,
        outside_hours: bool = False,
        proposed: bool = False,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Put it into the technician's calendar (S25, S29).

        activity: On which activity; it must be open and the technician on it.
        ends: Until when.
        starts: From when, as the clock at the site shows.
        technician: By whom.
        outside_hours: Also outside the technician's working hours.
        proposed: Only offered to the customer so far.
        """
        return self._command(
            "plan",
            _PLAN,
            {
                "activity": activity,
                "ends": ends,
                "outside_hours": outside_hours,
                "proposed": proposed,
                "starts": starts,
                "technician": technician,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def confirm(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The customer agrees to what was proposed."""
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
        id: UUID | None = None,
        *,
        ends: WallTime | Mapping[str, Any],
        starts: WallTime | Mapping[str, Any],
        outside_hours: bool = False,
        technician: UUID | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """To another time, or to another technician of the activity.

        ends: Until when.
        starts: From when.
        outside_hours: Also outside the technician's working hours.
        technician: By whom; the same where it is missing.
        """
        return self._command(
            "move",
            _MOVE,
            {
                "ends": ends,
                "outside_hours": outside_hours,
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
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The technician has taken notice."""
        return self._command(
            "accept",
            _ACCEPT,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def travel(
        self,
        id: UUID | None = None,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """On the way.

        at: When; now where it is missing.
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
        id: UUID | None = None,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """At work.

        at: When; now where it is missing.
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
        id: UUID | None = None,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Interrupted.

        at: When; now where it is missing.
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
        id: UUID | None = None,
        *,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """At work again.

        at: When; now where it is missing.
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
        id: UUID | None = None,
        *,
        at: _dt.datetime | None = None,
        note: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Everything is done.

        at: When; now where it is missing.
        note: What there is to say.
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
        id: UUID | None = None,
        *,
        note: str,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Some is left to do.

        note: What is left.
        at: When; now where it is missing.
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

    def no_access(
        self,
        id: UUID | None = None,
        *,
        note: str,
        at: _dt.datetime | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Nobody let the technician in (E56).

        note: What was found.
        at: When; now where it is missing.
        """
        return self._command(
            "no_access",
            _NO_ACCESS,
            {
                "at": at,
                "note": note,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def settle(
        self,
        id: UUID | None = None,
        *,
        note: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """A manager has seen what came late and says what becomes of it (R3).

        note: What: who is paid for the way, whether the other visit is still needed.
        """
        return self._command(
            "settle",
            _SETTLE,
            {
                "note": note,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def cancel(
        self,
        id: UUID | None = None,
        *,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """It will not take place.

        reason: Why.
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
        beginning_before: _dt.datetime | None = None,
        customer: UUID | None = None,
        ending_after: _dt.datetime | None = None,
        states: Sequence[LifecycleLike] = (),
        technician: UUID | None = None,
        unsettled: bool | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.STARTS,
    ) -> Page:
        """A page of many.

        activity: On this activity.
        beginning_before: Beginning before this.
        customer: At this customer.
        ending_after: Ending after this.
        states: In one of these states; all where empty.
        technician: In this technician's calendar (S23, S37).
        unsettled: Where something came late that no manager has settled, or nothing did
            (R3).
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
                    "beginning_before": beginning_before,
                    "customer": customer,
                    "ending_after": ending_after,
                    "states": states,
                    "technician": technician,
                    "unsettled": unsettled,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        beginning_before: _dt.datetime | None = None,
        customer: UUID | None = None,
        ending_after: _dt.datetime | None = None,
        states: Sequence[LifecycleLike] = (),
        technician: UUID | None = None,
        unsettled: bool | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.STARTS,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, beginning_before=beginning_before, customer=customer, ending_after=ending_after, states=states, technician=technician, unsettled=unsettled, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
