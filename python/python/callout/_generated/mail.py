"""The room ``mail``.

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
from .common import (
    Mailbox as Mailbox,
)


class Order(_k.Choice):
    """By what the list is ordered."""

    RECEIVED_AT = "received_at"
    """By when it came."""


OrderLike = Union[Order, Literal["received_at"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptFile(_w.Record):
    """A file of a mail, kept as a blob; it is the sender's."""

    content: _p.Personal[str]
    """Its bytes."""

    media_type: _p.Personal[str]
    """As the sender said it, `application/pdf`."""

    name: _p.Personal[str]
    """As the sender named it; two may have one name (E92)."""

    size: int
    """How many they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextCustomer(_w.Record):
    """Of a customer."""

    value: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextEquipment(_w.Record):
    """Of a machine."""

    value: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextActivity(_w.Record):
    """Of an activity."""

    value: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class Filing(_w.Record):
    """Where a mail is filed, with what followed from it that day."""

    customer: UUID
    """Whose case that is."""

    equipment: UUID | None = None
    """About which machine."""

    under: Context
    """Under what."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A received mail."""

    attachments: Sequence[KeptFile]
    """Its files."""

    content: _p.Personal[str]
    """The whole message, byte for byte; the sender's."""

    date: _dt.datetime | None = None
    """When it says that it was sent."""

    filed_under: Filing | None = None
    """Where it is filed."""

    from_: Sequence[_p.Personal[Mailbox]]
    """Who wrote it."""

    in_reply_to: _p.Personal[str] | None = None
    """The message that it answers (E7)."""

    message_id: _p.Personal[str] | None = None
    """Message-ID; some have none (E8)."""

    received_at: _dt.datetime
    """When it came."""

    references: Sequence[_p.Personal[str]]
    """The thread, oldest first."""

    reply_to: Sequence[_p.Personal[Mailbox]]
    """Who wants the answer, if somebody else."""

    subject: _p.Personal[str]
    """What it is about; the sender's words."""

    text: _p.Personal[str]
    """What it says; the sender's words."""


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
    """What the list shows; empty where the sender was forgotten."""

    attachments: int
    """How many files it has."""

    filed_under: Filing | None = None
    """Where it is filed."""

    from_: str = field(repr=False)
    """Who wrote it: the name, or the address where there is none."""

    id: UUID
    """Which."""

    message_id: str | None = field(default=None, repr=False)
    """Message-ID."""

    received_at: _dt.datetime
    """When it came."""

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

    activity: UUID | None = None
    """In the case of this activity."""

    customer: UUID | None = None
    """In a case of this customer."""

    equipment: UUID | None = None
    """In a case about this machine."""

    filed: bool | None = None
    """Filed under a case, or not yet (S16)."""

    message_id: str | None = field(default=None, repr=False)
    """With this Message-ID; the same may have come to two mailboxes (E8)."""

    sender: str | None = field(default=None, repr=False)
    """From this address, or with answers to it; case does not matter."""

    thread: str | None = field(default=None, repr=False)
    """The message with this Message-ID and all that refer to it (E7, S58)."""

    words: str | None = field(default=None, repr=False)
    """With these words in subject, sender's name or address. Each may be the beginning of one;
    marks and case do not matter, nor words after the 64th.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachedFile(_w.Record):
    """A file of a mail as it was read, put as a blob."""

    content: str = field(repr=False)
    """Its bytes."""

    media_type: str = field(repr=False)
    """`application/pdf`."""

    name: str = field(repr=False)
    """As the sender named it; two may have one name (E92)."""

    size: int
    """How many they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReceived(_w.Record):
    """It is ``received``."""

    attachments: Sequence[KeptFile]

    content: _p.Personal[str]

    date: _dt.datetime | None = None

    from_: Sequence[_p.Personal[Mailbox]]

    in_reply_to: _p.Personal[str] | None = None

    message_id: _p.Personal[str] | None = None

    received_at: _dt.datetime

    references: Sequence[_p.Personal[str]]

    reply_to: Sequence[_p.Personal[Mailbox]]

    subject: _p.Personal[str]

    text: _p.Personal[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFiled(_w.Record):
    """It is ``filed``."""

    filing: Filing


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUnfiled(_w.Record):
    """It is ``unfiled``."""


Context = Union[
    ContextCustomer,
    ContextEquipment,
    ContextActivity,
]
"""The case that a mail is filed under."""


Event = Union[
    EventReceived,
    EventFiled,
    EventUnfiled,
]
"""What happened to a mail."""


_w.define(
    KeptFile,
    _w.Field("content", _w.Person(_w.JSON)),
    _w.Field("media_type", _w.Person(_w.JSON)),
    _w.Field("name", _w.Person(_w.JSON)),
    _w.Field("size", _w.JSON),
)
_w.define(
    ContextCustomer,
    _w.Field("value", _w.ID),
)
_w.define(
    ContextEquipment,
    _w.Field("value", _w.ID),
)
_w.define(
    ContextActivity,
    _w.Field("value", _w.ID),
)
_context = _w.Tagged(
    _w.Variant("customer", ContextCustomer, "value"),
    _w.Variant("equipment", ContextEquipment, "value"),
    _w.Variant("activity", ContextActivity, "value"),
)
_w.define(
    Filing,
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("under", _w.Later(lambda: _context)),
)
_w.define(
    State,
    _w.Field("attachments", _w.Items(_w.Rec(KeptFile))),
    _w.Field("content", _w.Person(_w.JSON)),
    _w.Field("date", _w.INSTANT, "none"),
    _w.Field("filed_under", _w.Rec(Filing), "none"),
    _w.Field("from", _w.Items(_w.Person(_w.Rec(Mailbox))), attr="from_"),
    _w.Field("in_reply_to", _w.Person(_w.JSON), "none"),
    _w.Field("message_id", _w.Person(_w.JSON), "none"),
    _w.Field("received_at", _w.INSTANT),
    _w.Field("references", _w.Items(_w.Person(_w.JSON))),
    _w.Field("reply_to", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("text", _w.Person(_w.JSON)),
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
    _w.Field("attachments", _w.JSON),
    _w.Field("filed_under", _w.Rec(Filing), "none"),
    _w.Field("from", _w.JSON, attr="from_"),
    _w.Field("id", _w.ID),
    _w.Field("message_id", _w.JSON, "none"),
    _w.Field("received_at", _w.INSTANT),
    _w.Field("subject", _w.JSON),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("activity", _w.ID, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("filed", _w.JSON, "none"),
    _w.Field("message_id", _w.JSON, "none"),
    _w.Field("sender", _w.JSON, "none"),
    _w.Field("thread", _w.JSON, "none"),
    _w.Field("words", _w.JSON, "none"),
)
_w.define(
    AttachedFile,
    _w.Field("content", _w.JSON),
    _w.Field("media_type", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("size", _w.JSON),
)
_w.define(
    EventReceived,
    _w.Field("attachments", _w.Items(_w.Rec(KeptFile))),
    _w.Field("content", _w.Person(_w.JSON)),
    _w.Field("date", _w.INSTANT, "none"),
    _w.Field("from", _w.Items(_w.Person(_w.Rec(Mailbox))), attr="from_"),
    _w.Field("in_reply_to", _w.Person(_w.JSON), "none"),
    _w.Field("message_id", _w.Person(_w.JSON), "none"),
    _w.Field("received_at", _w.INSTANT),
    _w.Field("references", _w.Items(_w.Person(_w.JSON))),
    _w.Field("reply_to", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("text", _w.Person(_w.JSON)),
)
_w.define(
    EventFiled,
    _w.Field("filing", _w.Rec(Filing)),
)
_event = _w.Tagged(
    _w.Variant("received", EventReceived),
    _w.Variant("filed", EventFiled),
    _w.Variant("unfiled", EventUnfiled),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_RECEIVE = (
    _w.Field("attachments", _w.Items(_w.Rec(AttachedFile)), "empty"),
    _w.Field("content", _w.JSON, "none"),
    _w.Field("date", _w.INSTANT, "none"),
    _w.Field("from", _w.Items(_w.Rec(Mailbox)), "none", attr="from_"),
    _w.Field("in_reply_to", _w.JSON, "none"),
    _w.Field("message_id", _w.JSON, "none"),
    _w.Field("received_at", _w.INSTANT, "none"),
    _w.Field("references", _w.Items(_w.JSON), "empty"),
    _w.Field("reply_to", _w.Items(_w.Rec(Mailbox)), "empty"),
    _w.Field("subject", _w.JSON, "none"),
    _w.Field("text", _w.JSON, "none"),
)
_FILE = (
    _w.Field("under", _w.Later(lambda: _context)),
)
_UNFILE: tuple[_w.Field, ...] = ()
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


class MailDesk(_a.NounDesk):
    """Commands and questions of the room ``mail``."""

    __slots__ = ()
    _noun = "mail"

    def receive(
        self,
        id: UUID | None = None,
        *,
        attachments: Sequence[AttachedFile | Mapping[str, Any]] = (),
        content: str = "0000000000000000000000000000000000000000000000000000000000000000",
        date: _dt.datetime | None = None,
        from_: Sequence[Mailbox | Mapping[str, Any]] = (),
        in_reply_to: str | None = None,
        message_id: str | None = None,
        received_at: _dt.datetime | None = None,
        references: Sequence[str] = (),
        reply_to: Sequence[Mailbox | Mapping[str, Any]] = (),
        subject: str = "",
        text: str = "",
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take a message in (S3), whose bytes have been put as a blob. Leave the target out: it
        follows from the bytes, and the same bytes again change nothing (E6).

        attachments: Its files, put as blobs too.
        content: The whole message, byte for byte.
        date: When it says that it was sent.
        from_: Who wrote it.
        in_reply_to: The message that it answers.
        message_id: Message-ID without its angle brackets.
        received_at: When it came; now where it is missing.
        references: The thread, oldest first.
        reply_to: Who wants the answer, if somebody else.
        subject: What it is about.
        text: What it says.
        """
        return self._command(
            "receive",
            _RECEIVE,
            {
                "attachments": attachments,
                "content": content,
                "date": date,
                "from_": from_,
                "in_reply_to": in_reply_to,
                "message_id": message_id,
                "received_at": received_at,
                "references": references,
                "reply_to": reply_to,
                "subject": subject,
                "text": text,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def file(
        self,
        id: UUID | None = None,
        *,
        under: Context | Mapping[str, Any],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """File it under a case, or move it there from another (S16).

        under: Which.
        """
        return self._command(
            "file",
            _FILE,
            {
                "under": under,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def unfile(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take it out of its case; the mail stays (E9)."""
        return self._command(
            "unfile",
            _UNFILE,
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
        activity: UUID | None = None,
        customer: UUID | None = None,
        equipment: UUID | None = None,
        filed: bool | None = None,
        message_id: str | None = None,
        sender: str | None = None,
        thread: str | None = None,
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.RECEIVED_AT,
    ) -> Page:
        """A page of many.

        activity: In the case of this activity.
        customer: In a case of this customer.
        equipment: In a case about this machine.
        filed: Filed under a case, or not yet (S16).
        message_id: With this Message-ID; the same may have come to two mailboxes (E8).
        sender: From this address, or with answers to it; case does not matter.
        thread: The message with this Message-ID and all that refer to it (E7, S58).
        words: With these words in subject, sender's name or address. Each may be the
            beginning of one; marks and case do not matter, nor words after the 64th.
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
                    "activity": activity,
                    "customer": customer,
                    "equipment": equipment,
                    "filed": filed,
                    "message_id": message_id,
                    "sender": sender,
                    "thread": thread,
                    "words": words,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        customer: UUID | None = None,
        equipment: UUID | None = None,
        filed: bool | None = None,
        message_id: str | None = None,
        sender: str | None = None,
        thread: str | None = None,
        words: str | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.RECEIVED_AT,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, customer=customer, equipment=equipment, filed=filed, message_id=message_id, sender=sender, thread=thread, words=words, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
