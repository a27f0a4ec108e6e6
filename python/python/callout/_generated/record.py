"""What ``record`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union
from uuid import UUID

from .. import _session as _s, _personal as _p, _wire as _w
from . import engine as _e


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundRecord(_w.Record):
    """The record that has an id in an outside system."""

    id: UUID
    """The id that the record has in Callout."""

    noun: str
    """The noun of the record: `activity`."""

    read_at: _dt.datetime
    """The moment at which it was read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLinked(_w.Record):
    """The id that the record has in an outside system was linked, in place of the one before."""

    system: str = field(repr=False)
    """The name of the outside system: `sap`."""

    value: _p.Personal[str]
    """The id that the record has there. It may tell of a person, so it is kept under the record's
    own id and erased when that is forgotten.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUnlinked(_w.Record):
    """The id that the record had in an outside system was unlinked."""

    system: str = field(repr=False)
    """The name of the outside system: `sap`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventExtended(_w.Record):
    """JSON of the host, which Callout never reads, was kept with the record or taken away."""

    json: _p.Personal[str] | None = None
    """The JSON as text, kept under the record's own id and erased when that is forgotten; `null`
    where it was taken away.
    """

    namespace: str = field(repr=False)
    """The host's name for it: at most 64 lower-case letters, digits, `_`, `-` and `.`."""


Event = Union[
    EventLinked,
    EventUnlinked,
    EventExtended,
]
"""What happened to what the host hangs on an aggregate."""


_w.define(
    FoundRecord,
    _w.Field("id", _w.ID),
    _w.Field("noun", _w.JSON),
    _w.Field("read_at", _w.INSTANT),
)
_w.define(
    EventLinked,
    _w.Field("system", _w.JSON),
    _w.Field("value", _w.Person(_w.JSON)),
)
_w.define(
    EventUnlinked,
    _w.Field("system", _w.JSON),
)
_w.define(
    EventExtended,
    _w.Field("json", _w.Person(_w.JSON), "none"),
    _w.Field("namespace", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("linked", EventLinked),
    _w.Variant("unlinked", EventUnlinked),
    _w.Variant("extended", EventExtended),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_LINK = (
    _w.Field("noun", _w.JSON),
    _w.Field("system", _w.JSON),
    _w.Field("value", _w.JSON),
)
_UNLINK = (
    _w.Field("noun", _w.JSON),
    _w.Field("system", _w.JSON),
)
_EXTEND = (
    _w.Field("json", _w.JSON),
    _w.Field("namespace", _w.JSON),
    _w.Field("noun", _w.JSON),
)
_ASK_FIND = (
    _w.Field("noun", _w.JSON),
    _w.Field("system", _w.JSON),
    _w.Field("value", _w.JSON),
)


class RecordCommands(_s.NounCommands):
    """Commands and queries of ``record``."""

    __slots__ = ()
    _noun = "record"

    def link(
        self,
        id: UUID,
        *,
        noun: str,
        system: str,
        value: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Link the id that it has in an outside system, in place of the one before.

        noun: The noun of the target: `activity`.
        system: The name of the outside system: `sap`; at most 64 lower-case letters,
            digits, `_`, `-` and `.` (`RECORD-EXT-02`).
        value: The id there, not empty and at most 16 KiB (`RECORD-EXT-01`): one that
            another record of the noun has is refused (`RECORD-EXTERNAL-01`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``record.link``.
        Refusals: ``RECORD-EXT-01``, ``RECORD-EXT-02``, ``RECORD-EXTERNAL-01``,
            ``RECORD-EXTERNAL-02``.

        >>> back_office.record.link(
        ...     kovo,
        ...     noun="customer",
        ...     system="erp",
        ...     value="K-4711",
        ... ).events[0].event
        'record.linked'
        """
        return self._command(
            "link",
            _LINK,
            {
                "noun": noun,
                "system": system,
                "value": value,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def unlink(
        self,
        id: UUID,
        *,
        noun: str,
        system: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Unlink the id that it has in an outside system; where it has none, nothing changes.

        noun: The noun of the target: `activity`.
        system: The name of the outside system: `sap`.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``record.unlink``.

        >>> back_office.record.unlink(kovo, noun="customer", system="erp").events[0].event
        'record.unlinked'
        """
        return self._command(
            "unlink",
            _UNLINK,
            {
                "noun": noun,
                "system": system,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def extend(
        self,
        id: UUID,
        *,
        json: str,
        namespace: str,
        noun: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Keep JSON of the host, which Callout never reads; `null` takes it away.

        json: JSON as text, at most 16 KiB, and 64 KiB in all namespaces of the record
            together (`RECORD-EXT-01`); `null` takes it away.
        namespace: The host's name for it: at most 64 lower-case letters, digits, `_`, `-`
            and `.` (`RECORD-EXT-02`).
        noun: The noun of the target: `activity`.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``record.extend``.
        Refusals: ``RECORD-EXT-01``, ``RECORD-EXT-02``.

        >>> back_office.record.extend(
        ...     kovo,
        ...     noun="customer",
        ...     namespace="crm",
        ...     json="{\\"segment\\": \\"A\\"}",
        ... ).events[0].event
        'record.extended'
        """
        return self._command(
            "extend",
            _EXTEND,
            {
                "json": json,
                "namespace": namespace,
                "noun": noun,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def find(
        self,
        *,
        noun: str,
        system: str,
        value: str,
    ) -> FoundRecord:
        """Which record has this id in an outside system?

        noun: The noun of the record: `activity`.
        system: The name of the outside system: `sap`.
        value: The id that the record has there, compared as a whole. `RECORD-FIND-01` where
            no record has it.

        >>> manager.record.find(noun="customer", system="erp", value="K-4711").id == target
        True
        """
        return self._query(
            None,
            _ASK_FIND,
            {
                "noun": noun,
                "system": system,
                "value": value,
            },
            FoundRecord,
        )
