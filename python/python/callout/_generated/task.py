"""What ``task`` is made of.

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
)


class Status(_k.Choice):
    """Where a task stands."""

    OPEN = "open"
    """It is still to be done."""
    DONE = "done"
    """It was said to be done."""
    CANCELLED = "cancelled"
    """It need not be done any more."""


StatusLike = Union[Status, Literal["open", "done", "cancelled"]]


class Order(_k.Choice):
    """By what a list of tasks is ordered; equal ones by their ids."""

    DUE = "due"
    """By the moment until which it is due; those without one come last."""
    CREATED_AT = "created_at"
    """By the moment at which it was added."""


OrderLike = Union[Order, Literal["due", "created_at"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class About(_w.Record):
    """What a task is about; all may be missing."""

    activity: UUID | None = None
    """The id of the activity that it is about (`TASK-ABOUT-03` where there is none such); none
    where it is missing.
    """

    customer: UUID | None = None
    """The id of the customer whom it is about (`TASK-ABOUT-01` where there is none such); none
    where it is missing.
    """

    equipment: UUID | None = None
    """The id of the equipment that it is about (`TASK-ABOUT-02` where there is none such); none
    where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A task that somebody has."""

    about: About
    """The customer, equipment and activity that it is about, with those that follow from what was
    named.
    """

    created_at: _dt.datetime
    """The moment at which it was added."""

    done_at: _dt.datetime | None = None
    """The moment at which it was done; nothing as long as it is not."""

    due: _dt.datetime | None = None
    """The moment until which it is to be done; nothing where it has no due time."""

    holder: UUID
    """The id of the person whose task it is: who added it."""

    note: str = field(repr=False)
    """What is to be done at length; empty where the title says all."""

    status: Status
    """The state in which it is: open, done or cancelled."""

    title: str = field(repr=False)
    """What is to be done, in one line; empty once it was forgotten."""


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
    """What a list shows of a task."""

    about: About
    """The customer, equipment and activity that it is about."""

    activity_number: str = field(default="", repr=False)
    """The number of that activity, `SA-2026-00017`; empty where the actor may not read it."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    due: _dt.datetime | None = None
    """The moment until which it is to be done; nothing where it has no due time."""

    equipment_name: str = field(default="", repr=False)
    """The name of that equipment; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    holder: UUID
    """The id of the person whose task it is: who added it."""

    holder_name: str = field(default="", repr=False)
    """The name of that person where it is a technician; else empty, as where the actor may not
    read it.
    """

    id: UUID
    """The id of the task, by which commands name it."""

    status: Status
    """The state in which it is: open, done or cancelled."""

    title: str = field(repr=False)
    """What is to be done, in one line; empty once it was forgotten."""

    version: int
    """The version of the task when the page was read, from 1: a command that changes it gives it
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
    """By what a list of tasks is narrowed: all that is said must hold, and nothing said is all."""

    activity: UUID | None = None
    """Tasks about the activity with this id; about anything where it is missing."""

    customer: UUID | None = None
    """Tasks about the customer with this id, also through a piece of equipment or an activity of
    his; about anything where it is missing.
    """

    due_before: _dt.datetime | None = None
    """Tasks that are due before this moment; those without a due time are left out. All where it
    is missing.
    """

    equipment: UUID | None = None
    """Tasks about the equipment with this id, also through an activity on it; about anything where
    it is missing.
    """

    holder: UUID | None = None
    """Tasks of the person with this id, who added them; of anybody where it is missing."""

    search: str | None = field(default=None, repr=False)
    """Tasks with these words in title or note. Each may be the beginning of one; marks and case do
    not matter, nor words after the 64th.
    """

    statuses: Sequence[Status] = ()
    """Tasks in one of these states; in any where the list is empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCreated(_w.Record):
    """Somebody added a task of their own."""

    about: About
    """The customer, equipment and activity that it is about, with those that follow from what was
    named.
    """

    at: _dt.datetime
    """The moment at which the task was added."""

    due: _dt.datetime | None = None
    """The moment until which it is to be done; nothing where it has no due time."""

    holder: UUID
    """The id of the person whose task it is: who added it."""

    note: str = field(repr=False)
    """What is to be done at length; empty where the title says all."""

    title: str = field(repr=False)
    """What is to be done, in one line; empty once it was forgotten."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUpdated(_w.Record):
    """It was said better what is to be done, until when, or what it is about. All of it is told,
    also what stayed.
    """

    about: About
    """The customer, equipment and activity that it is about, with those that follow from what was
    named.
    """

    due: _dt.datetime | None = None
    """The moment until which it is to be done; nothing where it has no due time any more."""

    note: str = field(repr=False)
    """What is to be done at length from then on; empty where the title says all."""

    title: str = field(repr=False)
    """What is to be done from then on, in one line; empty once it was forgotten."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCompleted(_w.Record):
    """The task was done."""

    at: _dt.datetime
    """The moment at which it was said to be done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReopened(_w.Record):
    """The task is to be done after all, where it was done or cancelled."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCancelled(_w.Record):
    """The task was cancelled: it need not be done."""


Event = Union[
    EventCreated,
    EventUpdated,
    EventCompleted,
    EventReopened,
    EventCancelled,
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
    _w.Field("created_at", _w.INSTANT),
    _w.Field("done_at", _w.INSTANT, "none"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("holder", _w.ID),
    _w.Field("note", _w.JSON),
    _w.Field("status", _w.Word(Status)),
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
    _w.Field("activity_number", _w.JSON, "empty"),
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("equipment_name", _w.JSON, "empty"),
    _w.Field("holder", _w.ID),
    _w.Field("holder_name", _w.JSON, "empty"),
    _w.Field("id", _w.ID),
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
    _w.Field("activity", _w.ID, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("due_before", _w.INSTANT, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("holder", _w.ID, "none"),
    _w.Field("search", _w.JSON, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
)
_w.define(
    EventCreated,
    _w.Field("about", _w.Rec(About)),
    _w.Field("at", _w.INSTANT),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("holder", _w.ID),
    _w.Field("note", _w.JSON),
    _w.Field("title", _w.JSON),
)
_w.define(
    EventUpdated,
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
    _w.Variant("created", EventCreated),
    _w.Variant("updated", EventUpdated),
    _w.Variant("completed", EventCompleted),
    _w.Variant("reopened", EventReopened),
    _w.Variant("cancelled", EventCancelled),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_CREATE = (
    _w.Field("about", _w.Rec(About), "none"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("note", _w.JSON, "empty"),
    _w.Field("title", _w.JSON),
)
_UPDATE = (
    _w.Field("about", _w.Rec(About), "keep"),
    _w.Field("due", _w.INSTANT, "keep"),
    _w.Field("note", _w.JSON, "keep"),
    _w.Field("title", _w.JSON, "keep"),
)
_COMPLETE: tuple[_w.Field, ...] = ()
_REOPEN: tuple[_w.Field, ...] = ()
_CANCEL: tuple[_w.Field, ...] = ()
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


class TaskCommands(_s.NounCommands):
    """Commands and queries of ``task``."""

    __slots__ = ()
    _noun = "task"

    def create(
        self,
        *,
        title: str,
        about: About | Mapping[str, Any] = About(),
        due: _dt.datetime | None = None,
        note: str = "",
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Create one for oneself.

        title: What is to be done, in one line; not empty (`TASK-TITLE-01`).
        about: The customer, equipment or activity that it is about; nothing where it is
            missing. An activity brings its customer and equipment along, equipment its
            customer; two customers are refused (`TASK-ABOUT-04`).
        due: The moment until which it is to be done; no due time where it is missing.
        note: What is to be done at length; empty where the title says all.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``task.create``.
        Refusals: ``TASK-ABOUT-01``, ``TASK-ABOUT-02``, ``TASK-ABOUT-03``,
            ``TASK-ABOUT-04``, ``TASK-TITLE-01``.

        >>> technician.task.create(
        ...     title="Objednat olej",
        ...     note="syntetický",
        ...     due=datetime.fromisoformat("2026-10-16T12:00:00+02:00"),
        ... ).events[0].event
        'created'
        """
        return self._command(
            "create",
            _CREATE,
            {
                "about": about,
                "due": due,
                "note": note,
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
        about: About | Mapping[str, Any] | None | _k.Keep = _k.KEEP,
        due: _dt.datetime | None | _k.Keep = _k.KEEP,
        note: str | None | _k.Keep = _k.KEEP,
        title: str | _k.Keep = _k.KEEP,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say it better; what is missing stays, `null` takes away.

        about: What it is about, whole, with what follows from it; `null` for nothing, and
            what was said before stays where it is missing.
        due: The moment until which it is to be done; `null` for no due time, and the one
            before stays where it is missing.
        note: The new text at length; `null` takes it away, and the old one stays where it
            is missing.
        title: The new title, in one line; not empty (`TASK-TITLE-01`), and the old one
            stays where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``task.update``.
        Refusals: ``TASK-STATUS-01``, ``TASK-TITLE-01``.

        >>> seen = technician.task.get(olej)
        >>> technician.task.update(
        ...     olej,
        ...     title="Objednat dva oleje",
        ...     note="ISO 46",
        ...     due=datetime.fromisoformat("2026-10-17T08:00:00+00:00"),
        ...     expected=seen.version,
        ... ).events[0].event
        'updated'
        """
        return self._command(
            "update",
            _UPDATE,
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
        id: UUID,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that it is done.

        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``task.complete``.
        Refusals: ``TASK-STATUS-01``.

        >>> technician.task.complete(dil).events[0].event
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
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that it is to be done after all, where it was done or cancelled.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``task.reopen``.
        Refusals: ``TASK-STATUS-01``.

        >>> seen = technician.task.get(olej)
        >>> technician.task.reopen(olej, expected=seen.version).events[0].event
        'reopened'
        """
        return self._command(
            "reopen",
            _REOPEN,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def cancel(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that it need not be done.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``task.cancel``.
        Refusals: ``TASK-STATUS-01``.

        >>> seen = technician.task.get(olej)
        >>> technician.task.cancel(olej, expected=seen.version).events[0].event
        'cancelled'
        """
        return self._command(
            "cancel",
            _CANCEL,
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

        >>> manager.task.get(target).id == target
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
        due_before: _dt.datetime | None = None,
        equipment: UUID | None = None,
        holder: UUID | None = None,
        search: str | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.DUE,
    ) -> Page:
        """A page of rows of many records.

        activity: Tasks about the activity with this id; about anything where it is missing.
        customer: Tasks about the customer with this id, also through a piece of equipment
            or an activity of his; about anything where it is missing.
        due_before: Tasks that are due before this moment; those without a due time are left
            out. All where it is missing.
        equipment: Tasks about the equipment with this id, also through an activity on it;
            about anything where it is missing.
        holder: Tasks of the person with this id, who added them; of anybody where it is
            missing.
        search: Tasks with these words in title or note. Each may be the beginning of one;
            marks and case do not matter, nor words after the 64th.
        statuses: Tasks in one of these states; in any where the list is empty.
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

        >>> page = manager.task.list(limit=10)
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
                    "due_before": due_before,
                    "equipment": equipment,
                    "holder": holder,
                    "search": search,
                    "statuses": statuses,
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
        search: str | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.DUE,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.task.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, customer=customer, due_before=due_before, equipment=equipment, holder=holder, search=search, statuses=statuses, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
