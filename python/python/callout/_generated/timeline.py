"""What ``timeline`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from .. import _session as _s, _wire as _w
from .common import (
    Change as Change,
    Device as Device,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline(_w.Record):
    """A page of a timeline. Events of what the role may not read are left out: of whole nouns, and
    of what is somebody else's.
    """

    events: Sequence[Change]
    """The events, in the order of commits."""

    next: int | None = None
    """What the question for the next page gives in `after`; missing on the last page."""

    def __iter__(self) -> Iterator[Change]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)


_w.define(
    Timeline,
    _w.Field("events", _w.Items(_w.Rec(Change))),
    _w.Field("next", _w.JSON, "none"),
)


_ASK_LIST = (
    _w.Field("after", _w.JSON, "none"),
    _w.Field("context", _w.ID),
    _w.Field("limit", _w.JSON, "none"),
)


class TimelineCommands(_s.NounCommands):
    """Commands and queries of ``timeline``."""

    __slots__ = ()
    _noun = "timeline"

    def list(
        self,
        *,
        context: UUID,
        after: int = 0,
        limit: int = 100,
    ) -> Timeline:
        """Which timeline is asked for, and from where?

        context: The id of a customer, machine or activity. A technician may ask for his
            activities.
        after: Where the page begins: the `next` of the page before; 0, also where it is
            missing, is the beginning.
        limit: How many events a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise);
            100 where it is missing.
        """
        return self._query(
            None,
            _ASK_LIST,
            {
                "after": after,
                "context": context,
                "limit": limit,
            },
            Timeline,
        )

    def each(
        self,
        *,
        context: UUID,
        after: int = 0,
        limit: int = 100,
    ) -> Iterator[Change]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Timeline:
            return self.list(context=context, after=_place, limit=limit)

        for _found in _s.each_page(_page, after):
            yield from _found.events
