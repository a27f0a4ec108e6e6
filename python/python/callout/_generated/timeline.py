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
    Language as Language,
    LanguageLike as LanguageLike,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline(_w.Record):
    """A page of a timeline. Events of what the role may not read are left out: of whole nouns, and
    of what is somebody else's.
    """

    events: Sequence[Change]
    """The events, in the order of commits, or from the newest where that was asked for."""

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
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("language", _w.Word(Language), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("nouns", _w.Items(_w.JSON), "empty"),
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
        descending: bool = False,
        language: LanguageLike | None = None,
        limit: int = 100,
        nouns: Sequence[str] = (),
    ) -> Timeline:
        """Which timeline is asked for, and from where?

        context: The id of a customer, a piece of equipment or an activity. Invoices and
            messages belong to customer and activity; a mail to what it is filed under. A
            technician may ask for his activities.
        after: Where the page begins: the `next` of the page before; 0, also where it is
            missing, is the beginning.
        descending: Whether the newest events come first; `false` where it is missing.
        language: The language in which each event is told as a sentence, in `text`; none is
            where it is missing.
        limit: How many events a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise);
            100 where it is missing.
        nouns: Events of records of these nouns alone, `["visit", "job_sheet"]`; of all
            where the list is empty. A name that is no noun's is refused
            (`REQUEST-READ-01`).

        >>> len(manager.timeline.list(context=target, descending=True).events) > 0
        True
        """
        return self._query(
            None,
            _ASK_LIST,
            {
                "after": after,
                "context": context,
                "descending": descending,
                "language": language,
                "limit": limit,
                "nouns": nouns,
            },
            Timeline,
        )

    def each(
        self,
        *,
        context: UUID,
        after: int = 0,
        descending: bool = False,
        language: LanguageLike | None = None,
        limit: int = 100,
        nouns: Sequence[str] = (),
    ) -> Iterator[Change]:
        """Walk through all pages of ``list``, each read when needed.

        >>> changes = list(manager.timeline.each(context=target))
        >>> changes[0].version
        1
        """
        def _page(_place: Any) -> Timeline:
            return self.list(context=context, after=_place, descending=descending, language=language, limit=limit, nouns=nouns)

        for _found in _s.each_page(_page, after):
            yield from _found.events
