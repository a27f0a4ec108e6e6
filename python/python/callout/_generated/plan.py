"""What ``plan`` is made of.

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
    Counted as Counted,
    Deadline as Deadline,
    Period as Period,
    Priority as Priority,
    Requirements as Requirements,
    WallTime as WallTime,
)


class ShiftTo(_k.Choice):
    """Where an occurrence goes that falls on a public holiday."""

    BEFORE = "before"
    """To the last working day before it."""
    AFTER = "after"
    """To the first working day after it."""
    SKIP = "skip"
    """Nowhere: it is left out."""


ShiftToLike = Union[ShiftTo, Literal["before", "after", "skip"]]


class Status(_k.Choice):
    """Where a plan stands."""

    ACTIVE = "active"
    """It creates the activities of its occurrences."""
    PAUSED = "paused"
    """It creates nothing until it is resumed."""
    ENDED = "ended"
    """It creates nothing any more, unless it is reopened."""


StatusLike = Union[Status, Literal["active", "paused", "ended"]]


class Order(_k.Choice):
    """By what a list of maintenance plans is ordered; equal ones by their ids."""

    TITLE = "title"
    """By the title, as the company's language sorts: letters first, then marks, then case."""


OrderLike = Union[Order, Literal["title"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class HolidayShift(_w.Record):
    """What becomes of an occurrence on a public holiday."""

    country: str = field(repr=False)
    """The country whose public holidays are meant, ISO 3166-1 alpha-2: `CZ` (`PLAN-HOLIDAY-01`
    where they are not known).
    """

    to: ShiftTo
    """Where the occurrence goes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Template(_w.Record):
    """What the activities of a plan are about."""

    customer: UUID
    """The id of the customer for whom they are; `PLAN-CREATE-02` where there is none such."""

    days_after: int | None = None
    """How many days after its own each activity is to be over, which becomes its `wanted_by`; at
    any time where it is missing.
    """

    days_before: int | None = None
    """How many days before its own each activity may begin, which becomes its `earliest`; at any
    time where it is missing.
    """

    description: str = field(default="", repr=False)
    """What the activities are about at length; empty where the title says all."""

    equipment: UUID | None = None
    """The id of the customer's equipment that the work is on (`PLAN-CREATE-03` where it is not
    his); none where it is missing.
    """

    opened: bool = False
    """Whether each activity is opened at once; it stays a draft where this is missing."""

    requirements: Requirements | None = None
    """What each activity asks of who plans it: how long it takes, which skills it needs, how
    urgent it is. Moments are none of a template: windows, deadlines and the like are refused
    (`PLAN-CREATE-06`). Nothing where it is missing.
    """

    site: UUID | None = None
    """The id of the customer's site where the work is done (`PLAN-CREATE-04` where he has none
    such); none where it is missing.
    """

    technicians: Sequence[UUID] = ()
    """The ids of the technicians who are on each activity, the first of whom leads; each once
    (`PLAN-CREATE-07`). Each must work here when the plan is made (`PLAN-CREATE-05`), and who
    has left by then is left out. Nobody where the list is empty.
    """

    title: str = field(repr=False)
    """The title that each activity gets, in one line; not empty (`PLAN-CREATE-01`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A maintenance plan."""

    also: Sequence[_dt.datetime] = ()
    """The times beside those of the rule, by the same clock (RDATE); missing where there are none."""

    ended: bool
    """Whether it creates nothing any more, unless it is reopened."""

    generated_until: _dt.date | None = None
    """The original local date of the newest occurrence that has an activity; nothing before the
    first one.
    """

    on_holiday: HolidayShift | None = None
    """What becomes of an occurrence on a public holiday; it stays where it is where this is
    missing.
    """

    paused: bool
    """Whether it creates nothing until it is resumed."""

    rule: str = field(repr=False)
    """The rule by which it recurs (RFC 5545, 3.3.10): `FREQ=MONTHLY;INTERVAL=6`."""

    skipped: Sequence[_dt.date]
    """The original local dates of occurrences that were left out on purpose."""

    starts: WallTime | None = None
    """The local time, with its zone, from which the rule counts."""

    template: Template
    """What its activities are about: title, customer, equipment."""


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
    """What a list shows of a maintenance plan."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID
    """The id of the customer for whom its activities are."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    equipment: UUID | None = None
    """The id of the equipment that its activities are on; nothing where the plan names none."""

    equipment_name: str = field(default="", repr=False)
    """The name of that equipment; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    generated_until: _dt.date | None = None
    """The original local date of the newest occurrence that has an activity; nothing before the
    first one.
    """

    id: UUID
    """The id of the plan, by which commands and activities name it."""

    rule: str = field(repr=False)
    """The rule by which it recurs (RFC 5545, 3.3.10), `FREQ=MONTHLY;INTERVAL=6`."""

    skips: bool | None = None
    """Whether it has occurrences that are left out."""

    status: Status
    """The state in which it is: active, paused or ended."""

    title: str = field(repr=False)
    """The title that its activities get; empty once it was forgotten."""

    version: int
    """The version of the plan when the page was read, from 1: a command that changes it gives it
    in `expected`.
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
    """By what a list of maintenance plans is narrowed: all that is said must hold, and nothing
    said is all.
    """

    customer: UUID | None = None
    """Plans for the customer with this id; for all customers where it is missing."""

    equipment: UUID | None = None
    """Plans for the equipment with this id; for any or none where it is missing."""

    statuses: Sequence[Status] = ()
    """Plans in one of these states; in any where the list is empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """The plan was begun; it has created nothing yet."""

    also: Sequence[_dt.datetime] = ()
    """The times beside those of the rule, by the same clock; missing where there are none."""

    on_holiday: HolidayShift | None = None
    """What becomes of an occurrence on a public holiday; missing where it stays where it is."""

    rule: str = field(repr=False)
    """The rule by which it recurs (RFC 5545, 3.3.10): `FREQ=MONTHLY;INTERVAL=6`."""

    starts: WallTime
    """The local time, with its zone, from which the rule counts."""

    template: Template
    """What its activities are about: title, customer, equipment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Due(_w.Record):
    """One occurrence whose activity is created."""

    activity: UUID
    """The id of the activity; it follows from plan and date."""

    date: _dt.date
    """The original local date of the occurrence."""

    earliest: _dt.datetime | None = None
    """The moment before which it does not begin; nothing where the template names no days before."""

    local: _dt.datetime
    """The local time that the rule gives, as the clock at the site shows."""

    wanted_by: _dt.datetime | None = None
    """The moment by which it is to be over; nothing where the template names no days after."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventOccurrenceGenerated(_w.Record):
    """An occurrence fell due, and its activity is created."""

    due: Due
    """The original local date of the occurrence, its time, and the activity's id."""

    template: Template
    """What the activity is about: title, customer, equipment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRuleSet(_w.Record):
    """The plan goes by another rule: what has an activity already keeps it."""

    also: Sequence[_dt.datetime] = ()
    """The times beside those of the rule, by the same clock; missing where there are none."""

    reason: str = field(repr=False)
    """Why it is another, in words."""

    rule: str = field(repr=False)
    """The rule by which it recurs from then on (RFC 5545, 3.3.10)."""

    starts: WallTime
    """The local time, with its zone, from which the rule counts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSkipped(_w.Record):
    """An occurrence that had no activity yet was left out."""

    date: _dt.date
    """The original local date of the occurrence that was left out."""

    reason: str = field(repr=False)
    """Why it was left out, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUnskipped(_w.Record):
    """It was taken back that an occurrence is left out: the next `generate_due` makes it."""

    date: _dt.date
    """The original local date of the occurrence that was left out before."""

    reason: str = field(repr=False)
    """Why it is to happen after all, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPaused(_w.Record):
    """The plan was paused: it creates nothing until it is resumed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventResumed(_w.Record):
    """The plan was resumed: the next `generate_due` makes up for what fell due meanwhile."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventEnded(_w.Record):
    """The plan was ended: it creates nothing any more, unless it is reopened."""

    reason: str = field(repr=False)
    """Why the plan was ended, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReopened(_w.Record):
    """The plan was ended by mistake and was taken up again."""

    reason: str = field(repr=False)
    """Why the plan goes on, in words."""


Event = Union[
    EventCreated,
    EventOccurrenceGenerated,
    EventRuleSet,
    EventSkipped,
    EventUnskipped,
    EventPaused,
    EventResumed,
    EventEnded,
    EventReopened,
]
"""What happened to a plan."""


_w.define(
    HolidayShift,
    _w.Field("country", _w.JSON),
    _w.Field("to", _w.Word(ShiftTo)),
)
_w.define(
    Template,
    _w.Field("customer", _w.ID),
    _w.Field("days_after", _w.JSON, "none"),
    _w.Field("days_before", _w.JSON, "none"),
    _w.Field("description", _w.JSON, "empty"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("opened", _w.JSON, "none"),
    _w.Field("requirements", _w.Rec(Requirements), "none"),
    _w.Field("site", _w.ID, "none"),
    _w.Field("technicians", _w.Items(_w.ID), "empty"),
    _w.Field("title", _w.JSON),
)
_w.define(
    State,
    _w.Field("also", _w.Items(_w.LOCAL), "empty"),
    _w.Field("ended", _w.JSON),
    _w.Field("generated_until", _w.DATE, "none"),
    _w.Field("on_holiday", _w.Rec(HolidayShift), "none"),
    _w.Field("paused", _w.JSON),
    _w.Field("rule", _w.JSON),
    _w.Field("skipped", _w.Items(_w.DATE)),
    _w.Field("starts", _w.Rec(WallTime), "none"),
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
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("equipment_name", _w.JSON, "empty"),
    _w.Field("generated_until", _w.DATE, "none"),
    _w.Field("id", _w.ID),
    _w.Field("rule", _w.JSON),
    _w.Field("skips", _w.JSON, "none"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("title", _w.JSON),
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
    _w.Field("customer", _w.ID, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
)
_w.define(
    EventCreated,
    _w.Field("also", _w.Items(_w.LOCAL), "empty"),
    _w.Field("on_holiday", _w.Rec(HolidayShift), "none"),
    _w.Field("rule", _w.JSON),
    _w.Field("starts", _w.Rec(WallTime)),
    _w.Field("template", _w.Rec(Template)),
)
_w.define(
    Due,
    _w.Field("activity", _w.ID),
    _w.Field("date", _w.DATE),
    _w.Field("earliest", _w.INSTANT, "none"),
    _w.Field("local", _w.LOCAL),
    _w.Field("wanted_by", _w.INSTANT, "none"),
)
_w.define(
    EventOccurrenceGenerated,
    _w.Field("due", _w.Rec(Due)),
    _w.Field("template", _w.Rec(Template)),
)
_w.define(
    EventRuleSet,
    _w.Field("also", _w.Items(_w.LOCAL), "empty"),
    _w.Field("reason", _w.JSON),
    _w.Field("rule", _w.JSON),
    _w.Field("starts", _w.Rec(WallTime)),
)
_w.define(
    EventSkipped,
    _w.Field("date", _w.DATE),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventUnskipped,
    _w.Field("date", _w.DATE),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventEnded,
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventReopened,
    _w.Field("reason", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("created", EventCreated),
    _w.Variant("occurrence_generated", EventOccurrenceGenerated),
    _w.Variant("rule_set", EventRuleSet),
    _w.Variant("skipped", EventSkipped),
    _w.Variant("unskipped", EventUnskipped),
    _w.Variant("paused", EventPaused),
    _w.Variant("resumed", EventResumed),
    _w.Variant("ended", EventEnded),
    _w.Variant("reopened", EventReopened),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("also", _w.Items(_w.LOCAL), "empty"),
    _w.Field("on_holiday", _w.Rec(HolidayShift), "none"),
    _w.Field("rule", _w.JSON),
    _w.Field("starts", _w.Rec(WallTime)),
    _w.Field("template", _w.Rec(Template)),
)
_GENERATE_DUE = (
    _w.Field("until", _w.DATE),
)
_SET_RULE = (
    _w.Field("also", _w.Items(_w.LOCAL), "empty"),
    _w.Field("reason", _w.JSON),
    _w.Field("rule", _w.JSON),
    _w.Field("starts", _w.Rec(WallTime)),
)
_SKIP = (
    _w.Field("date", _w.DATE),
    _w.Field("reason", _w.JSON),
)
_UNSKIP = (
    _w.Field("date", _w.DATE),
    _w.Field("reason", _w.JSON),
)
_PAUSE: tuple[_w.Field, ...] = ()
_RESUME: tuple[_w.Field, ...] = ()
_END = (
    _w.Field("reason", _w.JSON),
)
_REOPEN = (
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


class PlanCommands(_s.NounCommands):
    """Commands and queries of ``plan``."""

    __slots__ = ()
    _noun = "plan"

    def create(
        self,
        *,
        rule: str,
        starts: WallTime | Mapping[str, Any],
        template: Template | Mapping[str, Any],
        also: Sequence[_dt.datetime] = (),
        on_holiday: HolidayShift | Mapping[str, Any] | None = None,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Begin a plan. Nothing is created yet.

        rule: The rule by which it recurs (RFC 5545, 3.3.10), `FREQ=MONTHLY;INTERVAL=6`; its
            UNTIL, if any, is an instant in UTC. `PLAN-RULE-01` where it is none, or gives
            no day.
        starts: The local time, with its zone, from which the rule counts; without `later`
            (`PLAN-RULE-02`).
        template: What its activities are about: title, customer, equipment.
        also: Times beside those of the rule, as the clock of `starts` shows (RDATE), 500 at
            the most (`PLAN-RULE-07`); a day on which the rule falls too is one occurrence.
            None where the list is empty.
        on_holiday: What becomes of an occurrence on a public holiday (`PLAN-HOLIDAY-01`):
            it is done on a working day before or after, or left out, and the days after it
            stay what they are. It stays where it is where this is missing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``plan.create``.
        Refusals: ``PLAN-CREATE-01``, ``PLAN-CREATE-02``, ``PLAN-CREATE-03``,
            ``PLAN-CREATE-04``, ``PLAN-CREATE-05``, ``PLAN-CREATE-06``, ``PLAN-CREATE-07``,
            ``PLAN-HOLIDAY-01``, ``PLAN-RULE-01``, ``PLAN-RULE-02``, ``PLAN-RULE-03``,
            ``PLAN-RULE-04``, ``PLAN-RULE-05``, ``PLAN-RULE-06``, ``PLAN-RULE-07``,
            ``PLAN-STATUS-05``.

        >>> manager.plan.create(
        ...     template={"title": "V noci", "customer": kovo},
        ...     rule="FREQ=DAILY",
        ...     starts={"local": "2027-03-27T02:30:00", "zone": "Europe/Prague"},
        ... ).events[0].event
        'created'
        """
        return self._command(
            "create",
            _CREATE,
            {
                "also": also,
                "on_holiday": on_holiday,
                "rule": rule,
                "starts": starts,
                "template": template,
            },
            id,
            None,
            command_id,
            external_ids,
        )

    def generate_due(
        self,
        id: UUID,
        *,
        until: _dt.date,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create the activities of all occurrences up to a day, those that are not there yet, a
        hundred of them at most: where there are more, the next command goes on from there.
        Late, twice or at the same moment, the outcome is the same.

        until: The last original local date for which an activity is created.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``plan.generate_due``.
        Refusals: ``PLAN-STATUS-01``, ``PLAN-STATUS-03``, ``PLAN-STATUS-04``,
            ``PLAN-STATUS-05``.

        >>> manager.plan.generate_due(p, until=date.fromisoformat("2027-01-31")).events[0].event
        'occurrence_generated'
        """
        return self._command(
            "generate_due",
            _GENERATE_DUE,
            {
                "until": until,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_rule(
        self,
        id: UUID,
        *,
        reason: str,
        rule: str,
        starts: WallTime | Mapping[str, Any],
        expected: int,
        also: Sequence[_dt.datetime] = (),
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Go by another rule from now on: what has an activity already keeps it, and no day up to
        the newest of those gets one anew. The query `forecast` shows beforehand which days come
        and go.

        reason: Why it is another, in words; not empty (`PLAN-REASON-01`).
        rule: The rule by which it recurs from then on (RFC 5545, 3.3.10). `PLAN-RULE-01`
            where it is none, `-05` where nothing is left to come by it.
        starts: The local time, with its zone, from which the rule counts; without `later`
            (`PLAN-RULE-02`).
        also: Times beside those of the rule, as the clock of `starts` shows (RDATE), 500 at
            the most (`PLAN-RULE-07`); a day on which the rule falls too is one occurrence.
            None where the list is empty.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``plan.set_rule``.
        Refusals: ``PLAN-REASON-01``, ``PLAN-RULE-01``, ``PLAN-RULE-02``, ``PLAN-RULE-05``,
            ``PLAN-RULE-07``, ``PLAN-STATUS-03``.

        >>> seen = manager.plan.get(p)
        >>> manager.plan.set_rule(
        ...     p,
        ...     rule="FREQ=WEEKLY",
        ...     starts={"local": "2027-05-03T10:00:00", "zone": "Europe/Prague"},
        ...     reason="Týdně",
        ...     expected=seen.version,
        ... ).events[0].event
        'rule_set'
        """
        return self._command(
            "set_rule",
            _SET_RULE,
            {
                "also": also,
                "reason": reason,
                "rule": rule,
                "starts": starts,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def skip(
        self,
        id: UUID,
        *,
        date: _dt.date,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Leave an occurrence out that has no activity yet.

        date: The original local date of the occurrence (`PLAN-SKIP-01` where the rule has
            none then, or its activity is there).
        reason: Why it is left out, in words; not empty (`PLAN-REASON-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``plan.skip``.
        Refusals: ``PLAN-REASON-01``, ``PLAN-SKIP-01``, ``PLAN-STATUS-03``.

        >>> seen = manager.plan.get(p)
        >>> manager.plan.skip(
        ...     p,
        ...     date=date.fromisoformat("2026-10-26"),
        ...     reason="celozávodní dovolená",
        ...     expected=seen.version,
        ... ).events[0].event
        'skipped'
        """
        return self._command(
            "skip",
            _SKIP,
            {
                "date": date,
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def unskip(
        self,
        id: UUID,
        *,
        date: _dt.date,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take back that an occurrence is left out: the next `generate_due` makes it. One that
        lies before what is created already is refused (`PLAN-SKIP-02`).

        date: The original local date of the occurrence that was skipped (`PLAN-SKIP-02`
            where it was not).
        reason: Why it is to happen after all, in words; not empty (`PLAN-REASON-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``plan.unskip``.
        Refusals: ``PLAN-REASON-01``, ``PLAN-SKIP-02``.

        >>> seen = manager.plan.get(p)
        >>> manager.plan.unskip(
        ...     p,
        ...     date=date.fromisoformat("2026-10-19"),
        ...     reason="jiný zákazník",
        ...     expected=seen.version,
        ... ).events[0].event
        'unskipped'
        """
        return self._command(
            "unskip",
            _UNSKIP,
            {
                "date": date,
                "reason": reason,
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
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create nothing until the plan is resumed; until then `generate_due` is refused
        (`PLAN-STATUS-01`).

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``plan.pause``.
        Refusals: ``PLAN-STATUS-01``, ``PLAN-STATUS-03``.

        >>> seen = manager.plan.get(p)
        >>> manager.plan.pause(p, expected=seen.version).events[0].event
        'paused'
        """
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
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take up a paused plan; the next `generate_due` makes up for what fell due meanwhile.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``plan.resume``.
        Refusals: ``PLAN-STATUS-02``, ``PLAN-STATUS-03``.

        >>> seen = manager.plan.get(p)
        >>> manager.plan.resume(p, expected=seen.version).events[0].event
        'resumed'
        """
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
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create nothing any more. All else but `reopen` is refused then (`PLAN-STATUS-03`).

        reason: Why it ends, in words; not empty (`PLAN-REASON-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``plan.end``.
        Refusals: ``PLAN-REASON-01``, ``PLAN-STATUS-03``.

        >>> seen = manager.plan.get(p)
        >>> manager.plan.end(
        ...     p,
        ...     reason="smlouva vypovězena",
        ...     expected=seen.version,
        ... ).events[0].event
        'ended'
        """
        return self._command(
            "end",
            _END,
            {
                "reason": reason,
            },
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
        """Take up a plan that was ended by mistake; `PLAN-STATUS-06` where it has not ended.

        reason: Why it goes on, in words; not empty (`PLAN-REASON-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``plan.reopen``.
        Refusals: ``PLAN-REASON-01``, ``PLAN-STATUS-06``.

        >>> seen = manager.plan.get(p)
        >>> manager.plan.reopen(
        ...     p,
        ...     reason="vypovězena jiná smlouva",
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

    def get(
        self,
        id: UUID,
    ) -> View:
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> manager.plan.get(target).id == target
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
        customer: UUID | None = None,
        equipment: UUID | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.TITLE,
    ) -> Page:
        """A page of rows of many records.

        customer: Plans for the customer with this id; for all customers where it is
            missing.
        equipment: Plans for the equipment with this id; for any or none where it is
            missing.
        statuses: Plans in one of these states; in any where the list is empty.
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

        >>> page = manager.plan.list(limit=10)
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
                    "customer": customer,
                    "equipment": equipment,
                    "statuses": statuses,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        customer: UUID | None = None,
        equipment: UUID | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.TITLE,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.plan.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(customer=customer, equipment=equipment, statuses=statuses, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
