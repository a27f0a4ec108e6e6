"""What ``slots`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from .. import _session as _s, _wire as _w
from .common import (
    LeftOut as LeftOut,
    Period as Period,
    Point as Point,
    SlotReason as SlotReason,
    WallTime as WallTime,
    Weights as Weights,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOutTechnician(_w.Record):
    """A technician who has no slot."""

    name: str = field(repr=False)
    """What the person is called; empty where the actor may not read it, or once it was forgotten."""

    skills: Sequence[str] = field(default=(), repr=False)
    """The skills that are lacking; missing where it is for another reason."""

    technician: UUID
    """The id of the technician."""

    why: LeftOut
    """Why the technician has no slot at all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedVisit(_w.Record):
    """One technician's part in a slot, as `visit.plan` takes it."""

    ends: WallTime
    """When it would end, by the clock of the company, breaks included."""

    name: str = field(repr=False)
    """What the person is called; empty where the actor may not read it, or once it was forgotten."""

    on_activity: bool
    """Whether the technician is on the activity; who is not is put on it by `assign`."""

    starts: WallTime
    """When it would begin, by the clock of the company."""

    technician: UUID
    """The id of the technician."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedSlot(_w.Record):
    """A time at which it can be done."""

    late: bool
    """Whether it ends after the deadline, or after what the customer wants."""

    reasons: Sequence[SlotReason]
    """What the score is made of."""

    score: int
    """The sum of its reasons: the least is the best."""

    visits: Sequence[ProposedVisit]
    """Who goes and when; all begin together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedSlots(_w.Record):
    """The best slots, and who has none."""

    left_out: Sequence[LeftOutTechnician]
    """Who has no slot at all, and why."""

    slots: Sequence[ProposedSlot]
    """The best slots, those that are late after the others, the least score first."""


_w.define(
    LeftOutTechnician,
    _w.Field("name", _w.JSON),
    _w.Field("skills", _w.Items(_w.JSON), "empty"),
    _w.Field("technician", _w.ID),
    _w.Field("why", _w.Word(LeftOut)),
)
_w.define(
    ProposedVisit,
    _w.Field("ends", _w.Rec(WallTime)),
    _w.Field("name", _w.JSON),
    _w.Field("on_activity", _w.JSON),
    _w.Field("starts", _w.Rec(WallTime)),
    _w.Field("technician", _w.ID),
)
_w.define(
    ProposedSlot,
    _w.Field("late", _w.JSON),
    _w.Field("reasons", _w.Items(_w.Rec(SlotReason))),
    _w.Field("score", _w.JSON),
    _w.Field("visits", _w.Items(_w.Rec(ProposedVisit))),
)
_w.define(
    ProposedSlots,
    _w.Field("left_out", _w.Items(_w.Rec(LeftOutTechnician))),
    _w.Field("slots", _w.Items(_w.Rec(ProposedSlot))),
)


_ASK_FIND = (
    _w.Field("activity", _w.ID, "none"),
    _w.Field("count", _w.JSON, "none"),
    _w.Field("crew", _w.JSON, "none"),
    _w.Field("minutes", _w.JSON, "none"),
    _w.Field("parts_from", _w.INSTANT, "none"),
    _w.Field("step", _w.JSON, "none"),
    _w.Field("technicians", _w.Items(_w.ID), "empty"),
    _w.Field("weights", _w.Rec(Weights), "none"),
    _w.Field("within", _w.Rec(Period)),
)


class SlotsCommands(_s.NounCommands):
    """Commands and queries of ``slots``."""

    __slots__ = ()
    _noun = "slots"

    def find(
        self,
        *,
        within: Period | Mapping[str, Any],
        activity: UUID | None = None,
        count: int | None = None,
        crew: int | None = None,
        minutes: int | None = None,
        parts_from: _dt.datetime | None = None,
        step: int | None = None,
        technicians: Sequence[UUID] = (),
        weights: Weights | Mapping[str, Any] | None = None,
    ) -> ProposedSlots:
        """When could an activity be worked on, and by whom?

        within: From when until when slots are looked for, what is over left out; days times
            technicians are 20,000 at the most (`SLOT-ASK-01`).
        activity: The id of the activity, whose skills, windows, black-outs, earliest moment
            and deadline hold; `RECORD-FIND-01` where there is none such. For any work at
            all where it is missing.
        count: How many slots come at most, 1 to 100 (`SLOT-ASK-02`); 10 where it is
            missing.
        crew: How many go together, 1 to 10 (`SLOT-ASK-02`); one where it is missing.
        minutes: How long the work takes, in minutes, 1 to 20,160 (`SLOT-ASK-02`); what the
            activity says where it is missing, and `SLOT-ASK-04` where that says nothing. A
            break that is spanned makes the slot longer.
        parts_from: The moment from which the parts are there; nothing is waited for where
            it is missing.
        step: Slots begin at whole multiples of so many minutes of the hour, of 60 a divisor
            (`SLOT-ASK-02`); of 15 where it is missing.
        technicians: The ids of the technicians who come into question; all who work here
            where the list is empty.
        weights: How much each point of the score counts.

        >>> import callout
        >>> from datetime import datetime, timezone
        >>> monday = datetime(2026, 10, 19, tzinfo=timezone.utc)
        >>> week = callout.availability.Period(from_=monday, to=monday.replace(day=26))
        >>> found = manager.slots.find(within=week, minutes=90)
        >>> found.slots[0].visits[0].name
        'Jan Novák'
        """
        return self._query(
            None,
            _ASK_FIND,
            {
                "activity": activity,
                "count": count,
                "crew": crew,
                "minutes": minutes,
                "parts_from": parts_from,
                "step": step,
                "technicians": technicians,
                "weights": weights,
                "within": within,
            },
            ProposedSlots,
        )
