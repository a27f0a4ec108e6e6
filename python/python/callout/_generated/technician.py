"""What ``technician`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from .common import (
    Counted as Counted,
    Cycle as Cycle,
    DayHours as DayHours,
    Hours as Hours,
    Period as Period,
    Planned as Planned,
    Skill as Skill,
    TimesOfDay as TimesOfDay,
    Weekday as Weekday,
    WorkingTime as WorkingTime,
)


class Status(_k.Choice):
    """Whether a technician works here."""

    ACTIVE = "active"
    """Yes: new work may be assigned."""
    INACTIVE = "inactive"
    """Not any more."""


StatusLike = Union[Status, Literal["active", "inactive"]]


class Order(_k.Choice):
    """By what a list of technicians is ordered; equal ones by their ids."""

    NAME = "name"
    """By the name, as the company's language sorts: letters first, then marks, then case."""


OrderLike = Union[Order, Literal["name"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Absence(_w.Record):
    """A time away: a leave, an illness, a training."""

    from_: Planned
    """When it begins: local time with its zone, and the instant that it means."""

    id: UUID
    """The id of the time away, by which it is taken back."""

    reason: _p.Personal[str]
    """Why the technician is away, in words; the technician's own affair. Empty where it was not
    said.
    """

    to: Planned
    """When it ends, not included: local time with its zone, and the instant that it means."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutsideCalendar(_w.Record):
    """A calendar outside of Callout, and when the technician is busy by it."""

    busy: Sequence[Period]
    """The periods at which the technician is busy, in order, those that touch as one."""

    name: _p.Personal[str]
    """The name that the host gave it; it may tell of the technician, and goes with him."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person(_w.Record):
    """How to name and reach a technician."""

    email: _p.Personal[str] | None = None
    """The address to which mails and calendar entries go; nothing where none is known."""

    name: _p.Personal[str]
    """What the person is called."""

    phone: _p.Personal[str] | None = None
    """The telephone number; nothing where none is known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A technician."""

    absences: Sequence[Absence]
    """The times at which the technician is away, in the order in which they were added."""

    calendars: Sequence[OutsideCalendar] = ()
    """When the technician is busy by calendars outside of Callout. Missing where none is known."""

    person: Person
    """Name, address and telephone number of the person."""

    skills: Sequence[Skill] = ()
    """What the technician is able and allowed to do, in the order of names."""

    status: Status
    """Whether the technician works here or has left."""

    working_time: WorkingTime
    """When the technician works: the hours of a common week, days of their own and public
    holidays, by the clock of the zone.
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
    """What a list shows of a technician. What is known about the person is missing once the person
    was forgotten.
    """

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    email: str | None = field(default=None, repr=False)
    """The address to which mails and calendar entries go; nothing where none is known."""

    id: UUID
    """The technician's id: the one under which the person acts."""

    name: str = field(repr=False)
    """What the person is called; empty once the person was forgotten."""

    phone: str | None = field(default=None, repr=False)
    """The telephone number; nothing where none is known."""

    status: Status
    """Whether the technician works here or has left."""

    version: int
    """The version of the technician when the page was read, from 1: a command that changes it
    gives it in `expected`.
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
    """By what a list of technicians is narrowed: all that is said must hold, and nothing said is
    all.
    """

    search: str | None = field(default=None, repr=False)
    """Technicians with these words in the name. Each may be the beginning of one; marks and case
    do not matter, nor words after the 64th.
    """

    statuses: Sequence[Status] = ()
    """Technicians in one of these states: who works here is active, who left is inactive; in any
    where the list is empty.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """The technician was taken on."""

    holidays: str | None = field(default=None, repr=False)
    """The country whose public holidays are free of work; nothing where work goes on then."""

    person: Person
    """Name, address and telephone number of the technician."""

    zone: str = field(repr=False)
    """The zone of the clock by which working hours and absences are meant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUpdated(_w.Record):
    """It was said better who the technician is, how to reach them, or by which clock they work."""

    holidays: str | None = field(default=None, repr=False)
    """The country whose public holidays are free of work from then on; nothing where work goes on
    then.
    """

    person: Person
    """Name, address and telephone number from then on; all of it, also what stayed."""

    zone: str = field(repr=False)
    """The zone of the clock by which working hours and absences are meant from then on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventHoursSet(_w.Record):
    """It was said when the technician works in a common week: all hours anew."""

    cycle: Cycle | None = None
    """The weeks that come round, where shifts rotate; nothing where each week is alike."""

    hours: Sequence[Hours]
    """All working hours of a common week, in its order. Empty where there are none: then any time
    counts as one of work.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDaySet(_w.Record):
    """It was said when the technician works on one day."""

    date: _dt.date
    """The local day whose hours were said."""

    dropped_before: _dt.date | None = None
    """The days before this one have no hours of their own any more: they are over for long.
    Nothing where all of them stay.
    """

    hours: Sequence[TimesOfDay] | None = None
    """Its hours in order, empty for a day without work; nothing where it is as its week again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSkillsSet(_w.Record):
    """It was said what the technician is able and allowed to do: all skills anew."""

    skills: Sequence[Skill]
    """All skills, in the order of their names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventBusySet(_w.Record):
    """It was told when the technician is busy by a calendar outside of Callout."""

    calendar: OutsideCalendar
    """The calendar, with all periods that are known from it, in order; none where it says of none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAbsenceAdded(_w.Record):
    """A time away was added."""

    absence: Absence
    """The time away: its id, when it begins and ends, and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAbsenceRemoved(_w.Record):
    """A time away was taken back."""

    absence: UUID
    """The id of the absence that was taken back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDeactivated(_w.Record):
    """The technician works here no more; past work stays theirs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReactivated(_w.Record):
    """The technician works here again."""


Event = Union[
    EventCreated,
    EventUpdated,
    EventHoursSet,
    EventDaySet,
    EventSkillsSet,
    EventBusySet,
    EventAbsenceAdded,
    EventAbsenceRemoved,
    EventDeactivated,
    EventReactivated,
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
    OutsideCalendar,
    _w.Field("busy", _w.Items(_w.Rec(Period))),
    _w.Field("name", _w.Person(_w.JSON)),
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
    _w.Field("calendars", _w.Items(_w.Rec(OutsideCalendar)), "empty"),
    _w.Field("person", _w.Rec(Person)),
    _w.Field("skills", _w.Items(_w.Rec(Skill)), "empty"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("working_time", _w.Rec(WorkingTime)),
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
    _w.Field("email", _w.JSON, "none"),
    _w.Field("id", _w.ID),
    _w.Field("name", _w.JSON),
    _w.Field("phone", _w.JSON, "none"),
    _w.Field("status", _w.Word(Status)),
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
    _w.Field("search", _w.JSON, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
)
_w.define(
    EventCreated,
    _w.Field("holidays", _w.JSON, "none"),
    _w.Field("person", _w.Rec(Person)),
    _w.Field("zone", _w.JSON),
)
_w.define(
    EventUpdated,
    _w.Field("holidays", _w.JSON, "none"),
    _w.Field("person", _w.Rec(Person)),
    _w.Field("zone", _w.JSON),
)
_w.define(
    EventHoursSet,
    _w.Field("cycle", _w.Rec(Cycle), "none"),
    _w.Field("hours", _w.Items(_w.Rec(Hours))),
)
_w.define(
    EventDaySet,
    _w.Field("date", _w.DATE),
    _w.Field("dropped_before", _w.DATE, "none"),
    _w.Field("hours", _w.Items(_w.Rec(TimesOfDay)), "none"),
)
_w.define(
    EventSkillsSet,
    _w.Field("skills", _w.Items(_w.Rec(Skill))),
)
_w.define(
    EventBusySet,
    _w.Field("calendar", _w.Rec(OutsideCalendar)),
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
    _w.Variant("created", EventCreated),
    _w.Variant("updated", EventUpdated),
    _w.Variant("hours_set", EventHoursSet),
    _w.Variant("day_set", EventDaySet),
    _w.Variant("skills_set", EventSkillsSet),
    _w.Variant("busy_set", EventBusySet),
    _w.Variant("absence_added", EventAbsenceAdded),
    _w.Variant("absence_removed", EventAbsenceRemoved),
    _w.Variant("deactivated", EventDeactivated),
    _w.Variant("reactivated", EventReactivated),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("email", _w.JSON, "none"),
    _w.Field("holidays", _w.JSON, "keep"),
    _w.Field("name", _w.JSON),
    _w.Field("phone", _w.JSON, "none"),
    _w.Field("zone", _w.JSON, "none"),
)
_UPDATE = (
    _w.Field("email", _w.JSON, "keep"),
    _w.Field("holidays", _w.JSON, "keep"),
    _w.Field("name", _w.JSON, "keep"),
    _w.Field("phone", _w.JSON, "keep"),
    _w.Field("zone", _w.JSON, "keep"),
)
_SET_HOURS = (
    _w.Field("cycle", _w.Rec(Cycle), "none"),
    _w.Field("hours", _w.Items(_w.Rec(Hours))),
)
_SET_DAY = (
    _w.Field("date", _w.DATE),
    _w.Field("hours", _w.Items(_w.Rec(TimesOfDay)), "none"),
)
_SET_SKILLS = (
    _w.Field("skills", _w.Items(_w.Rec(Skill))),
)
_SET_BUSY = (
    _w.Field("busy", _w.Items(_w.Rec(Period))),
    _w.Field("calendar", _w.JSON),
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
_DEACTIVATE: tuple[_w.Field, ...] = ()
_REACTIVATE: tuple[_w.Field, ...] = ()
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


class TechnicianCommands(_s.NounCommands):
    """Commands and queries of ``technician``."""

    __slots__ = ()
    _noun = "technician"

    def create(
        self,
        *,
        name: str,
        email: str | None = None,
        holidays: str | None | _k.Keep = _k.KEEP,
        phone: str | None = None,
        zone: str | None = None,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take somebody on; the target is the id that the person acts under.

        name: What the person is called; not empty (`TECHNICIAN-NAME-01`).
        email: The address to which mails and calendar entries go (`TECHNICIAN-EMAIL-01`
            where none can go to it); none where it is missing.
        holidays: The country whose public holidays are free of work, ISO 3166-1 alpha-2:
            `SK` (`TECHNICIAN-HOLIDAYS-01` where they are not known). `null` for work on
            holidays; the company's country where it is missing, if its holidays are known.
        phone: The telephone number, as people write it; none where it is missing.
        zone: The zone of the clock by which working hours and absences are meant; the
            company's where it is missing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``technician.create``.
        Refusals: ``TECHNICIAN-EMAIL-01``, ``TECHNICIAN-HOLIDAYS-01``,
            ``TECHNICIAN-NAME-01``.

        >>> manager.technician.create(
        ...     name="Jan Novák",
        ...     email="novak@modry-klic.example",
        ...     phone="+420 601 000 002",
        ... ).events[0].event
        'created'
        """
        return self._command(
            "create",
            _CREATE,
            {
                "email": email,
                "holidays": holidays,
                "name": name,
                "phone": phone,
                "zone": zone,
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
        email: str | None | _k.Keep = _k.KEEP,
        holidays: str | None | _k.Keep = _k.KEEP,
        name: str | _k.Keep = _k.KEEP,
        phone: str | None | _k.Keep = _k.KEEP,
        zone: str | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say better who it is; what is missing stays, `null` takes away.

        email: The address to which mails and calendar entries go (`TECHNICIAN-EMAIL-01`
            where none can go to it); `null` takes it away, and the old one stays where it
            is missing.
        holidays: The country whose public holidays are free of work, ISO 3166-1 alpha-2:
            `SK` (`TECHNICIAN-HOLIDAYS-01` where they are not known). `null` for work on
            holidays; the one before stays where it is missing.
        name: What the person is called; not empty (`TECHNICIAN-NAME-01`), and the old name
            stays where it is missing.
        phone: The telephone number; `null` takes it away, and the old one stays where it is
            missing.
        zone: The zone of the clock by which working hours and absences are meant; the one
            before stays where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``technician.update``.
        Refusals: ``TECHNICIAN-EMAIL-01``, ``TECHNICIAN-HOLIDAYS-01``,
            ``TECHNICIAN-NAME-01``, ``TECHNICIAN-STATUS-01``.

        >>> seen = manager.technician.get(novak)
        >>> manager.technician.update(
        ...     novak,
        ...     name="Jan Novák st.",
        ...     email="",
        ...     zone="Europe/Vienna",
        ...     expected=seen.version,
        ... ).events[0].event
        'updated'
        """
        return self._command(
            "update",
            _UPDATE,
            {
                "email": email,
                "holidays": holidays,
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
        id: UUID,
        *,
        hours: Sequence[Hours | Mapping[str, Any]],
        expected: int,
        cycle: Cycle | Mapping[str, Any] | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say when the technician works in a common week: all hours anew. Shifts that rotate have
        a cycle, and hours of its weeks.

        hours: All working hours of a week, in any order, none over another
            (`TECHNICIAN-HOURS-01`, `-02`); a night shift is two, up to midnight and from
            it. What lies between two of them for three hours at the most is a break, which
            a visit may span.
        cycle: The weeks that come round, where shifts rotate: `week` of an hour says in
            which of them it holds (`TECHNICIAN-HOURS-03`, `-04`). Each week is alike where
            it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``technician.set_hours``.
        Refusals: ``TECHNICIAN-HOURS-01``, ``TECHNICIAN-HOURS-02``, ``TECHNICIAN-HOURS-03``,
            ``TECHNICIAN-HOURS-04``, ``TECHNICIAN-STATUS-01``.

        >>> seen = manager.technician.get(novak)
        >>> manager.technician.set_hours(
        ...     novak,
        ...     hours=[{"weekday": "monday", "from": "07:00:00", "to": "12:00:00"}],
        ...     expected=seen.version,
        ... ).events[0].event
        'hours_set'
        """
        return self._command(
            "set_hours",
            _SET_HOURS,
            {
                "cycle": cycle,
                "hours": hours,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_day(
        self,
        id: UUID,
        *,
        date: _dt.date,
        expected: int,
        hours: Sequence[TimesOfDay | Mapping[str, Any]] | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say when the technician works on one day, whatever the week and the public holidays say:
        an extra Saturday, a short day, a holiday on duty.

        date: The local day. A technician has 400 days of his own at the most
            (`TECHNICIAN-DAY-01`); those that are over for a year make room.
        hours: Its hours in any order, none over another (`TECHNICIAN-HOURS-01`, `-02`);
            empty for a day without work. The day is again as its week says where they are
            missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``technician.set_day``.
        Refusals: ``TECHNICIAN-DAY-01``, ``TECHNICIAN-HOURS-01``, ``TECHNICIAN-HOURS-02``,
            ``TECHNICIAN-STATUS-01``.

        >>> seen = manager.technician.get(novak)
        >>> manager.technician.set_day(
        ...     novak,
        ...     date=date.fromisoformat("2026-10-28"),
        ...     hours=[{"from": "08:00:00", "to": "10:00:00"}],
        ...     expected=seen.version,
        ... ).events[0].event
        'day_set'
        """
        return self._command(
            "set_day",
            _SET_DAY,
            {
                "date": date,
                "hours": hours,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_skills(
        self,
        id: UUID,
        *,
        skills: Sequence[Skill | Mapping[str, Any]],
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say what the technician is able and allowed to do: all skills anew.

        skills: All skills, in any order, each once and with a name (`TECHNICIAN-SKILL-01`,
            `-02`); 100 at the most (`-03`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``technician.set_skills``.
        Refusals: ``TECHNICIAN-SKILL-01``, ``TECHNICIAN-SKILL-02``, ``TECHNICIAN-SKILL-03``,
            ``TECHNICIAN-STATUS-01``.

        >>> seen = manager.technician.get(novak)
        >>> manager.technician.set_skills(
        ...     novak,
        ...     skills=[{"name": "svařování"}, {"name": "F-plyny", "until": "2026-10-20"}],
        ...     expected=seen.version,
        ... ).events[0].event
        'skills_set'
        """
        return self._command(
            "set_skills",
            _SET_SKILLS,
            {
                "skills": skills,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_busy(
        self,
        id: UUID,
        *,
        busy: Sequence[Period | Mapping[str, Any]],
        calendar: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say when the technician is busy by a calendar outside of Callout: all that is known from
        that calendar anew. Only the times are kept. Nobody is planned over them unless it is
        said.

        busy: The periods at which he is busy, in any order, each with a length
            (`TECHNICIAN-BUSY-02`); 2,000 at the most (`-01`), those that touch counted as
            one. Empty where he is not, and the calendar is known no more.
        calendar: Which calendar, by a name that the host gives it; not empty, and 10 at the
            most (`TECHNICIAN-BUSY-01`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``technician.set_busy``.
        Refusals: ``TECHNICIAN-BUSY-01``, ``TECHNICIAN-BUSY-02``, ``TECHNICIAN-STATUS-01``.

        >>> technician.technician.set_busy(
        ...     novak,
        ...     calendar="soukromý",
        ...     busy=[{"from": "2026-10-19T10:00:00+02:00", "to": "2026-10-19T11:00:00+02:00"}],
        ... ).events[0].event
        'busy_set'
        """
        return self._command(
            "set_busy",
            _SET_BUSY,
            {
                "busy": busy,
                "calendar": calendar,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def add_absence(
        self,
        id: UUID,
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
        """Add a time away, by the technician's clock; it ends after it begins
        (`TECHNICIAN-ABSENCE-01`).

        from_: The local time at which it begins, by the technician's clock:
            `2026-10-16T08:00:00`.
        to: The local time at which it ends, not included, by the technician's clock.
        from_later: Whether `from` is the second of two equal times of an autumn night; the
            first where it is missing. For any other time it is refused
            (`TECHNICIAN-ABSENCE-03`).
        reason: Why the technician is away, in words; the technician's own affair. Unsaid
            where it is missing.
        to_later: Whether `to` is the second of two equal times of an autumn night; the
            first where it is missing. For any other time it is refused
            (`TECHNICIAN-ABSENCE-03`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``technician.add_absence``.
        Refusals: ``TECHNICIAN-ABSENCE-01``, ``TECHNICIAN-ABSENCE-03``,
            ``TECHNICIAN-STATUS-01``.

        >>> technician.technician.add_absence(
        ...     novak,
        ...     from_=datetime.fromisoformat("2026-10-20T00:00:00"),
        ...     to=datetime.fromisoformat("2026-10-27T00:00:00"),
        ...     reason="dovolená",
        ... ).events[0].event
        'absence_added'
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
        id: UUID,
        *,
        absence: UUID,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take a time away back.

        absence: The id of the absence (`TECHNICIAN-ABSENCE-02` where the technician has
            none such).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``technician.remove_absence``.
        Refusals: ``TECHNICIAN-ABSENCE-02``, ``TECHNICIAN-STATUS-01``.

        >>> seen = technician.technician.get(novak)
        >>> technician.technician.remove_absence(
        ...     novak,
        ...     absence=leave,
        ...     expected=seen.version,
        ... ).events[0].event
        'absence_removed'
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

    def deactivate(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that the technician works here no more; past work stays. Visits that are planned or
        under way are moved or ended first (`TECHNICIAN-DEACTIVATE-01`).

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``technician.deactivate``.
        Refusals: ``TECHNICIAN-DEACTIVATE-01``, ``TECHNICIAN-STATUS-01``.

        >>> seen = manager.technician.get(novak)
        >>> manager.technician.deactivate(novak, expected=seen.version).events[0].event
        'deactivated'
        """
        return self._command(
            "deactivate",
            _DEACTIVATE,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def reactivate(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that the technician works here again.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``technician.reactivate``.
        Refusals: ``TECHNICIAN-STATUS-01``.

        >>> seen = manager.technician.get(novak)
        >>> manager.technician.reactivate(novak, expected=seen.version).events[0].event
        'reactivated'
        """
        return self._command(
            "reactivate",
            _REACTIVATE,
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
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> manager.technician.get(target).id == target
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
        search: str | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Page:
        """A page of rows of many records.

        search: Technicians with these words in the name. Each may be the beginning of one;
            marks and case do not matter, nor words after the 64th.
        statuses: Technicians in one of these states: who works here is active, who left is
            inactive; in any where the list is empty.
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

        >>> page = manager.technician.list(limit=10)
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
                    "search": search,
                    "statuses": statuses,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        search: str | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NAME,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.technician.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(search=search, statuses=statuses, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
