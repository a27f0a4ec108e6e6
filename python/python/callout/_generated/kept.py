"""What ``kept`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from .. import _session as _s, _wire as _w
from .common import (
    Kept as Kept,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPage(_w.Record):
    """A page of what the law keeps of persons who were forgotten. What is past its term stands in
    it until `company.erase_expired` has deleted it.
    """

    kept: Sequence[Kept]
    """What is kept: the first of it whose term ends comes first."""

    more: bool
    """Whether there is more: ask again after the last one."""


_w.define(
    KeptPage,
    _w.Field("kept", _w.Items(_w.Rec(Kept))),
    _w.Field("more", _w.JSON),
)


_ASK_LIST = (
    _w.Field("after", _w.Rec(Kept), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("person", _w.ID, "none"),
)


class KeptCommands(_s.NounCommands):
    """Commands and queries of ``kept``."""

    __slots__ = ()
    _noun = "kept"

    def list(
        self,
        *,
        after: Kept | Mapping[str, Any] | None = None,
        limit: int = 100,
        person: UUID | None = None,
    ) -> KeptPage:
        """What does the law keep of persons who were forgotten, and until when?

        after: The last one of the page before; the first page where it is missing.
        limit: How many come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it
            is missing.
        person: What is kept of the person with this id; of everybody where it is missing.

        >>> page = manager.kept.list(limit=10)
        >>> page.more
        False
        """
        return self._query(
            None,
            _ASK_LIST,
            {
                "after": after,
                "limit": limit,
                "person": person,
            },
            KeptPage,
        )
