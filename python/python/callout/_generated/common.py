"""Types of several rooms.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from .. import _wire as _w


@dataclass(frozen=True, kw_only=True, slots=True)
class Change(_w.Record):
    """One event, as a host reads it."""

    actor: UUID
    """By whom."""

    at: _dt.datetime
    """When it was recorded."""

    body: Any = field(repr=False)
    """The event with its values: `{"assigned": {...}}`."""

    command: UUID
    """Because of which command."""

    event: str
    """What happened."""

    id: UUID
    """The aggregate."""

    noun: str
    """The noun."""

    role: str
    """In which role; `workflow` where a reaction of Callout asked."""

    sequence: int
    """Where it stands in the company's journal: what the next call gives as `after`."""

    version: int
    """Its version after the event."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Number(_w.Record):
    """A number of a series."""

    series: str
    """Which series."""

    value: int
    """From 1."""

    year: int
    """Local year of the company."""


_w.define(
    Change,
    _w.Field("actor", _w.ID),
    _w.Field("at", _w.INSTANT),
    _w.Field("body", _w.JSON),
    _w.Field("command", _w.ID),
    _w.Field("event", _w.JSON),
    _w.Field("id", _w.ID),
    _w.Field("noun", _w.JSON),
    _w.Field("role", _w.JSON),
    _w.Field("sequence", _w.JSON),
    _w.Field("version", _w.JSON),
)
_w.define(
    Number,
    _w.Field("series", _w.JSON),
    _w.Field("value", _w.JSON),
    _w.Field("year", _w.JSON),
)
