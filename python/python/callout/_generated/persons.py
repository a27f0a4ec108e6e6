"""What ``persons`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from .. import _session as _s, _wire as _w


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonPlace(_w.Record):
    """A record that quotes a person."""

    id: UUID
    """The id of the record."""

    noun: str
    """The noun of the record: `mail`, `job_sheet`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonFound(_w.Record):
    """A person about whom something is kept."""

    person: UUID
    """The id under which it is kept, which `company.erase_persons` takes: a person's; or that of a
    record, for what staff wrote in it in their own words.
    """

    places: Sequence[PersonPlace]
    """The records in which something about the person stands, also what does not hold the words."""

    values: Sequence[str] = field(repr=False)
    """The values that hold the words, as they stand, each once; ten at most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Persons(_w.Record):
    """The persons about whom something was found. One human may be several: compare the values."""

    more: bool
    """Whether there are more than were asked for: narrow the words, or ask for more."""

    persons: Sequence[PersonFound]
    """The persons, in the order of their ids."""


_w.define(
    PersonPlace,
    _w.Field("id", _w.ID),
    _w.Field("noun", _w.JSON),
)
_w.define(
    PersonFound,
    _w.Field("person", _w.ID),
    _w.Field("places", _w.Items(_w.Rec(PersonPlace))),
    _w.Field("values", _w.Items(_w.JSON)),
)
_w.define(
    Persons,
    _w.Field("more", _w.JSON),
    _w.Field("persons", _w.Items(_w.Rec(PersonFound))),
)


_ASK_SEARCH = (
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("search", _w.JSON),
)


class PersonsCommands(_s.NounCommands):
    """Commands and queries of ``persons``."""

    __slots__ = ()
    _noun = "persons"

    def search(
        self,
        *,
        search: str,
        limit: int = 100,
    ) -> Persons:
        """About whom is something kept?

        search: Words, an e-mail address or a telephone number that one of the values holds.
            Case and marks do not matter, nor how a number is grouped. At least three
            letters or digits.
        limit: How many persons come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100
            where it is missing.

        >>> found = manager.persons.search(search="kovo")
        >>> len(found.persons) > 0
        True
        """
        return self._query(
            None,
            _ASK_SEARCH,
            {
                "limit": limit,
                "search": search,
            },
            Persons,
        )
