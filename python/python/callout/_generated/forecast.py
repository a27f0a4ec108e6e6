"""What ``forecast`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _wire as _w
from .common import (
    WallTime as WallTime,
)


class DayFate(_k.Choice):
    """What becomes of a day."""

    STAYS = "stays"
    """The plan falls on it, by either rule where two are compared."""
    COMES = "comes"
    """Only by the other rule."""
    GOES = "goes"
    """Only by the rule that there is: it would fall there no more."""


DayFateLike = Union[DayFate, Literal["stays", "comes", "goes"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ForecastDay(_w.Record):
    """A day on which a plan falls."""

    date: _dt.date
    """The original local date, by which `skip` knows it."""

    fate: DayFate
    """Whether it stays, comes or goes with the other rule."""

    local: _dt.datetime | None = None
    """When it is done, as the clock at the site shows: on a working day near by where the date is
    a holiday and the plan says so. Nothing where it is left out then.
    """

    skipped: bool
    """Whether it was left out on purpose."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast(_w.Record):
    """The days on which a plan falls that have no activity yet."""

    days: Sequence[ForecastDay]
    """The days in their order, those that come and go with the other rule among them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherRule(_w.Record):
    """A rule that a plan might go by, as `set_rule` takes it."""

    also: Sequence[_dt.datetime] = ()
    """The times beside those of the rule, by the same clock; none where the list is empty."""

    rule: str = field(repr=False)
    """The rule (RFC 5545, 3.3.10); `PLAN-RULE-*` where it is none."""

    starts: WallTime
    """The local time, with its zone, from which the rule counts."""


_w.define(
    ForecastDay,
    _w.Field("date", _w.DATE),
    _w.Field("fate", _w.Word(DayFate)),
    _w.Field("local", _w.LOCAL, "none"),
    _w.Field("skipped", _w.JSON),
)
_w.define(
    Forecast,
    _w.Field("days", _w.Items(_w.Rec(ForecastDay))),
)
_w.define(
    OtherRule,
    _w.Field("also", _w.Items(_w.LOCAL), "empty"),
    _w.Field("rule", _w.JSON),
    _w.Field("starts", _w.Rec(WallTime)),
)


_ASK_LIST = (
    _w.Field("instead", _w.Rec(OtherRule), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("plan", _w.ID),
    _w.Field("until", _w.DATE, "none"),
)


class ForecastCommands(_s.NounCommands):
    """Commands and queries of ``forecast``."""

    __slots__ = ()
    _noun = "forecast"

    def list(
        self,
        *,
        plan: UUID,
        instead: OtherRule | Mapping[str, Any] | None = None,
        limit: int = 100,
        until: _dt.date | None = None,
    ) -> Forecast:
        """When does a plan fall due next?

        plan: The id of the plan; `RECORD-FIND-01` where there is none such.
        instead: The rule that the plan might go by in place of its own; only its own is
            told where it is missing.
        limit: How many days come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100
            where it is missing.
        until: The last day that is looked at; as far as `limit` reaches where it is
            missing.

        >>> days = manager.forecast.list(plan=target, limit=3).days
        >>> len(days)
        3
        """
        return self._query(
            None,
            _ASK_LIST,
            {
                "instead": instead,
                "limit": limit,
                "plan": plan,
                "until": until,
            },
            Forecast,
        )
