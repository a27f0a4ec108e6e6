"""The room ``message``.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _acting as _a, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from . import common as _c
from .common import (
    Delivery as Delivery,
    DeliveryFailed as DeliveryFailed,
    DeliverySent as DeliverySent,
    DeliveryUnknown as DeliveryUnknown,
    Format as Format,
    Language as Language,
    LanguageLike as LanguageLike,
)


class Purpose(_k.Choice):
    """Why a message goes out. Automatic ones go once for a document version and recipient (R8)."""

    JOB_SHEET = "job_sheet"
    """The confirmed job sheet (S44)."""
    INVOICE = "invoice"
    """The issued invoice (S55)."""
    LETTER = "letter"
    """What somebody wrote."""


PurposeLike = Union[Purpose, Literal["job_sheet", "invoice", "letter"]]


class Status(_k.Choice):
    """Where a message stands."""

    QUEUED = "queued"
    """Waits for the host to deliver."""
    SENT = "sent"
    """Taken over by the next server."""
    FAILED = "failed"
    """Was not sent, and why is known."""
    UNKNOWN = "unknown"
    """Handed over, and nobody knows what became of it."""
    BOUNCED = "bounced"
    """Came back (E64)."""


StatusLike = Union[Status, Literal["queued", "sent", "failed", "unknown", "bounced"]]


class Order(_k.Choice):
    """By what the list is ordered."""

    QUEUED_AT = "queued_at"
    """By when it was queued."""


OrderLike = Union[Order, Literal["queued_at"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome(_w.Record):
    """What was said of an attempt. Servers repeat addresses: their words are the recipient's."""

    code: str | None = field(default=None, repr=False)
    """The reply code with its enhanced status (RFC 5321, RFC 3463), such as `550 5.1.1`; nothing
    where there is none.
    """

    permanent: bool | None = None
    """Of a failure: whether the same message will never be taken."""

    words: _p.Personal[str]
    """The other side's words, about the first recipient."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt(_w.Record):
    """One try."""

    at: _dt.datetime
    """When it began."""

    bounced: Outcome | None = None
    """What the other side said when it sent the message back."""

    outcome: Outcome | None = None
    """What came of it; missing where it never ended."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Enclosed(_w.Record):
    """A document that goes along."""

    document: UUID
    """The job sheet or invoice."""

    format: Format
    """PDF or Word."""

    version: int
    """Its version: a newer one is another document (R6)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A message."""

    activities: Sequence[UUID]
    """Under which activities it is filed (S45, S56)."""

    attempts: Sequence[Attempt]
    """In order."""

    customer: UUID | None = None
    """Whose."""

    enclosed: Enclosed | None = None
    """What goes along."""

    language: Language
    """In which language."""

    purpose: Purpose
    """Why it goes out."""

    queued_at: _dt.datetime
    """When it was queued."""

    replaced: bool | None = None
    """Somebody said that it goes out although what it encloses was replaced (R6)."""

    status: Status
    """Where it stands."""

    subject: _p.Personal[str]
    """What it is about; the first recipient's, as what it says."""

    text: _p.Personal[str]
    """What it says."""

    to: Sequence[_p.Personal[str]]
    """To whom."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View(_w.Record):
    """One aggregate, as it is read."""

    available_verbs: Sequence[str] = field(repr=False)
    """What its state allows to be asked next, and the actor's role to ask."""

    ext: Mapping[str, str] = field(repr=False)
    """Namespace to JSON text of the host."""

    external_ids: Mapping[str, str] = field(repr=False)
    """System to id in that system."""

    id: UUID
    """Its id."""

    read_at: _dt.datetime
    """When it was read."""

    state: State
    """What it is."""

    version: int
    """Its version: what a command that changes it gives in `expected`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What the list shows."""

    enclosed: Enclosed | None = None
    """What goes along."""

    id: UUID
    """Which."""

    purpose: Purpose
    """Why it goes out."""

    queued_at: _dt.datetime
    """When it was queued."""

    status: Status
    """Where it stands."""

    subject: str = field(repr=False)
    """What it is about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(_w.Record):
    """A page."""

    next: str | None = field(default=None, repr=False)
    """Where the next page begins; missing on the last one."""

    rows: Sequence[Row]
    """In order."""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter(_w.Record):
    """Only those."""

    statuses: Sequence[Status] = ()
    """In one of these statuses; all where empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventQueued(_w.Record):
    """It is ``queued``."""

    activities: Sequence[UUID]

    at: _dt.datetime

    customer: UUID | None = None

    enclosed: Enclosed | None = None

    language: Language

    purpose: Purpose

    subject: _p.Personal[str]

    text: _p.Personal[str]

    to: Sequence[_p.Personal[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventBegun(_w.Record):
    """It is ``begun``."""

    at: _dt.datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConcluded(_w.Record):
    """It is ``concluded``."""

    attempt: int | None = None
    """Of which attempt, from 1; the newest where it is missing."""

    outcome: Outcome

    status: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class EventBounced(_w.Record):
    """It is ``bounced``."""

    outcome: Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRetried(_w.Record):
    """It is ``retried``."""

    replaced: bool | None = None

    why: str = field(repr=False)


Event = Union[
    EventQueued,
    EventBegun,
    EventConcluded,
    EventBounced,
    EventRetried,
]
"""What happened to a message."""


_w.define(
    Outcome,
    _w.Field("code", _w.JSON, "none"),
    _w.Field("permanent", _w.JSON, "none"),
    _w.Field("words", _w.Person(_w.JSON)),
)
_w.define(
    Attempt,
    _w.Field("at", _w.INSTANT),
    _w.Field("bounced", _w.Rec(Outcome), "none"),
    _w.Field("outcome", _w.Rec(Outcome), "none"),
)
_w.define(
    Enclosed,
    _w.Field("document", _w.ID),
    _w.Field("format", _w.Word(Format)),
    _w.Field("version", _w.JSON),
)
_w.define(
    State,
    _w.Field("activities", _w.Items(_w.ID)),
    _w.Field("attempts", _w.Items(_w.Rec(Attempt))),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("enclosed", _w.Rec(Enclosed), "none"),
    _w.Field("language", _w.Word(Language)),
    _w.Field("purpose", _w.Word(Purpose)),
    _w.Field("queued_at", _w.INSTANT),
    _w.Field("replaced", _w.JSON, "none"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("text", _w.Person(_w.JSON)),
    _w.Field("to", _w.Items(_w.Person(_w.JSON))),
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
    _w.Field("enclosed", _w.Rec(Enclosed), "none"),
    _w.Field("id", _w.ID),
    _w.Field("purpose", _w.Word(Purpose)),
    _w.Field("queued_at", _w.INSTANT),
    _w.Field("status", _w.Word(Status)),
    _w.Field("subject", _w.JSON),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
)
_w.define(
    EventQueued,
    _w.Field("activities", _w.Items(_w.ID)),
    _w.Field("at", _w.INSTANT),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("enclosed", _w.Rec(Enclosed), "none"),
    _w.Field("language", _w.Word(Language)),
    _w.Field("purpose", _w.Word(Purpose)),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("text", _w.Person(_w.JSON)),
    _w.Field("to", _w.Items(_w.Person(_w.JSON))),
)
_w.define(
    EventBegun,
    _w.Field("at", _w.INSTANT),
)
_w.define(
    EventConcluded,
    _w.Field("attempt", _w.JSON, "none"),
    _w.Field("outcome", _w.Rec(Outcome)),
    _w.Field("status", _w.Word(Status)),
)
_w.define(
    EventBounced,
    _w.Field("outcome", _w.Rec(Outcome)),
)
_w.define(
    EventRetried,
    _w.Field("replaced", _w.JSON, "none"),
    _w.Field("why", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("queued", EventQueued),
    _w.Variant("begun", EventBegun),
    _w.Variant("concluded", EventConcluded),
    _w.Variant("bounced", EventBounced),
    _w.Variant("retried", EventRetried),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_QUEUE = (
    _w.Field("activities", _w.Items(_w.ID), "empty"),
    _w.Field("enclosed", _w.Rec(Enclosed), "none"),
    _w.Field("language", _w.Word(Language), "none"),
    _w.Field("number", _w.JSON, "empty"),
    _w.Field("purpose", _w.Word(Purpose)),
    _w.Field("subject", _w.JSON, "empty"),
    _w.Field("text", _w.JSON, "empty"),
    _w.Field("to", _w.Items(_w.Person(_w.JSON))),
)
_BEGIN: tuple[_w.Field, ...] = ()
_CONCLUDE = (
    _w.Field("attempt", _w.JSON, "none"),
    _w.Field("delivery", _w.Later(lambda: _c._delivery)),
)
_BOUNCE = (
    _w.Field("reason", _w.JSON),
)
_RETRY = (
    _w.Field("replaced", _w.JSON, "none"),
    _w.Field("why", _w.JSON),
)
_ASK_GET = (
    _w.Field("id", _w.ID),
)
_ASK_LIST = (
    _w.Field("after", _w.JSON, "none"),
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("order", _w.Word(Order), "none"),
)


class MessageDesk(_a.NounDesk):
    """Commands and questions of the room ``message``."""

    __slots__ = ()
    _noun = "message"

    def queue(
        self,
        id: UUID | None = None,
        *,
        purpose: PurposeLike,
        to: Sequence[_p.Personal[str]],
        activities: Sequence[UUID] = (),
        enclosed: Enclosed | Mapping[str, Any] | None = None,
        language: LanguageLike = Language.CS,
        number: str = "",
        subject: str = "",
        text: str = "",
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Queue one. The same target is the same intent and is queued once.

        purpose: Why.
        to: To whom.
        activities: Under which activities it is filed.
        enclosed: What goes along.
        language: In which language.
        number: Number of what goes along, for subject and text.
        subject: What it is about; made from the document where it is empty.
        text: What it says; made from the document where it is empty.
        """
        return self._command(
            "queue",
            _QUEUE,
            {
                "activities": activities,
                "enclosed": enclosed,
                "language": language,
                "number": number,
                "purpose": purpose,
                "subject": subject,
                "text": text,
                "to": to,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def begin(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """About to be handed to the mailer; from here until the end it is `unknown`."""
        return self._command(
            "begin",
            _BEGIN,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def conclude(
        self,
        id: UUID | None = None,
        *,
        delivery: Delivery | Mapping[str, Any],
        attempt: int | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """What became of it.

        delivery: What the mailer said.
        attempt: Of which attempt, from 1; the newest where it is missing.
        """
        return self._command(
            "conclude",
            _CONCLUDE,
            {
                "attempt": attempt,
                "delivery": delivery,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def bounce(
        self,
        id: UUID | None = None,
        *,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """It came back.

        reason: What the other side said.
        """
        return self._command(
            "bounce",
            _BOUNCE,
            {
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def retry(
        self,
        id: UUID | None = None,
        *,
        why: str,
        replaced: bool | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Send it again, on purpose: only a person decides that (R8).

        why: Why.
        replaced: Although a newer version of its document has replaced what it encloses
            (R6).
        """
        return self._command(
            "retry",
            _RETRY,
            {
                "replaced": replaced,
                "why": why,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def get(
        self,
        id: UUID,
    ) -> View:
        """One, whole.

        id: Which.
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
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.QUEUED_AT,
    ) -> Page:
        """A page of many.

        statuses: In one of these statuses; all where empty.
        after: `next` of the page before.
        descending: Largest first.
        limit: Rows of a page: 1 to 1,000.
        order: In this order.
        """
        return self._query(
            "list",
            _ASK_LIST,
            {
                "after": after,
                "descending": descending,
                "limit": limit,
                "order": order,
                "filter": {
                    "statuses": statuses,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.QUEUED_AT,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(statuses=statuses, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
