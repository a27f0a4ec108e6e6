"""What ``mail`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from .common import (
    Counted as Counted,
    Mailbox as Mailbox,
)


class Order(_k.Choice):
    """By what a list of received mails is ordered; equal ones by their ids."""

    RECEIVED_AT = "received_at"
    """By the moment at which it came."""


OrderLike = Union[Order, Literal["received_at"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptFile(_w.Record):
    """A file of a mail, kept as a blob; it is the sender's. A message that lies in a mail is a
    file of it, and its bytes go with those of the mail.
    """

    content: _p.Personal[str]
    """Hash of its bytes, under which they are kept as a blob."""

    media_type: _p.Personal[str]
    """Its media type as the sender said it, `application/pdf`; not checked."""

    name: _p.Personal[str]
    """As the sender named it; two may have one name."""

    size: int
    """How many bytes it has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextCustomer(_w.Record):
    """The case of the customer with this id; `MAIL-FILE-01` where there is none such."""

    value: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextEquipment(_w.Record):
    """The case of the equipment with this id, and of who owns it; `MAIL-FILE-02` where there is
    none such.
    """

    value: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextActivity(_w.Record):
    """The case of the activity with this id, of its customer and of its equipment; `MAIL-FILE-03`
    where there is none such.
    """

    value: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class Filing(_w.Record):
    """Where a mail is filed, with what followed from it that day."""

    customer: UUID
    """The id of the customer whose case that is."""

    equipment: UUID | None = None
    """The id of the equipment that the case is about; nothing where it is about none."""

    under: Context
    """The customer, equipment or activity under which it is filed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptInner(_w.Record):
    """A message inside a mail, as forwarding "as attachment" puts it there; its text is in the
    file.
    """

    date: _dt.datetime | None = None
    """The moment at which it says that it was sent; nothing where it does not say. Nobody has
    checked it.
    """

    from_: Sequence[_p.Personal[Mailbox]]
    """Who wrote it: name and address of each author. Empty where it names none."""

    lost: Sequence[_p.Personal[str]]
    """What of it was lost when it was read, in English, for the log: left unread, cut or left out.
    Empty where nothing was. Of all messages inside a mail 100 such notes are kept; the mail's
    own `lost` says how many more there were.
    """

    subject: _p.Personal[str]
    """Its subject, in the words of who wrote it; empty where there is none."""

    warnings: Sequence[_p.Personal[str]]
    """What was odd when it was read and lost nothing, in English, for the log. Empty where nothing
    was. Of all messages inside a mail 100 such notes are kept; the mail's own `warnings` says
    how many more there were.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A received mail."""

    attachments: Sequence[KeptFile]
    """Its files, each kept as a blob."""

    automatic: bool
    """Whether a machine wrote it: an answer in somebody's absence, a report on delivery or reading
    (RFC 3834, RFC 6522, RFC 8098). No machine should answer it.
    """

    cc: Sequence[_p.Personal[Mailbox]]
    """Who got a copy; empty where nobody did."""

    content: _p.Personal[str]
    """Hash of the whole message, byte for byte, under which its bytes are kept. It is held by the
    mail's id, and goes with the bytes as soon as somebody who stands in the mail is forgotten.
    """

    date: _dt.datetime | None = None
    """The moment at which it says that it was sent; nothing where it does not say. Nobody has
    checked it.
    """

    filed_under: Filing | None = None
    """The case under which it is filed; nothing as long as it is under none."""

    from_: Sequence[_p.Personal[Mailbox]]
    """Who wrote it: name and address of each author. Empty where the mail names none."""

    important: bool
    """Whether the sender marked it as important."""

    in_reply_to: _p.Personal[str] | None = None
    """The Message-ID of the message that it answers; nothing where it answers none."""

    lost: Sequence[_p.Personal[str]]
    """What of it was lost when it was read, in English, for the log: left unread, cut or left out.
    Empty where all that it says was read; 100 notes at most, the last of which says how many
    more there were. What was lost of a message inside it stands with that message.
    """

    message_id: _p.Personal[str] | None = None
    """Its Message-ID (RFC 5322, 3.6.4), without angle brackets; nothing where it has none."""

    nested: Sequence[KeptInner]
    """The messages inside it, and those inside them, from the outermost on; empty where there are
    none.
    """

    others: Sequence[_p.Personal[Mailbox]]
    """Who else stands in its headers, or in those of messages inside it; empty where nobody does."""

    received_at: _dt.datetime
    """The moment at which it came."""

    references: Sequence[_p.Personal[str]]
    """The Message-IDs of the thread before it, oldest first; empty where it begins one."""

    reply_to: Sequence[_p.Personal[Mailbox]]
    """Where the answer is wanted; empty where that is who wrote it."""

    subject: _p.Personal[str]
    """The subject, in the sender's words; empty where there is none."""

    text: _p.Personal[str]
    """What it says as plain text, in the sender's words."""

    to: Sequence[_p.Personal[Mailbox]]
    """Who it was sent to; empty where the mail names nobody."""

    warnings: Sequence[_p.Personal[str]]
    """What was odd when it was read and lost nothing, in English, for the log: what was guessed or
    missing. Empty where nothing was; as many at most.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class View(_w.Record):
    """One record, as it is read."""

    available_verbs: Sequence[str] = field(repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Empty where nothing may be asked. Another record may still forbid one: a line is
    planned only while its activity is worked on.
    """

    ext: Mapping[str, str] = field(repr=False)
    """What the host hangs on it: a namespace to JSON as text, which Callout never reads."""

    external_ids: Mapping[str, str] = field(repr=False)
    """The ids that it has in outside systems: the name of a system to the id there."""

    id: UUID
    """The id of the record that was read."""

    read_at: _dt.datetime
    """The moment at which it was read."""

    state: State
    """What it is now, as far as the role may see it."""

    version: int
    """Its version, from 1: what a command that changes it gives in `expected`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What a list shows of a received mail. What its sender said is missing once the sender was
    forgotten.
    """

    activity_number: str = field(default="", repr=False)
    """The number of that activity, `SA-2026-00017`; empty where the actor may not read it."""

    attachments: int
    """How many files it has."""

    automatic: bool
    """Whether a machine wrote it."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    equipment_name: str = field(default="", repr=False)
    """The name of that equipment; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    filed_under: Filing | None = None
    """The case under which it is filed; nothing as long as it is under none."""

    from_: str = field(repr=False)
    """Who wrote it: the name, or the address where there is none. Empty where the mail names no
    sender, or once the sender was forgotten.
    """

    id: UUID
    """The mail's id; it follows from the bytes of the mail."""

    important: bool
    """Whether the sender marked it as important."""

    message_id: str | None = field(default=None, repr=False)
    """Its Message-ID, without angle brackets; nothing where it has none, or once the sender was
    forgotten.
    """

    received_at: _dt.datetime
    """The moment at which it came."""

    subject: str = field(repr=False)
    """The subject as the sender wrote it; empty where there is none, or once the sender was
    forgotten.
    """

    version: int
    """The version of the mail when the page was read, from 1: a command that changes it gives it
    in `expected`.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(_w.Record):
    """A page of rows."""

    counted: Counted | None = None
    """How many rows the whole list has; missing where that was not asked."""

    next: str | None = field(default=None, repr=False)
    """What the question for the next page gives in `after`; missing on the last page."""

    rows: Sequence[Row]
    """The rows, in the order that was asked for."""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter(_w.Record):
    """By what a list of received mails is narrowed: all that is said must hold, and nothing said
    is all.
    """

    activity: UUID | None = None
    """Mails that are filed under the activity with this id; all where it is missing."""

    automatic: bool | None = None
    """`true` for mails that a machine wrote (answers in somebody's absence, reports on delivery or
    reading), `false` for all others, which a person has to read; both where it is missing.
    """

    customer: UUID | None = None
    """Mails that are filed under a case of the customer with this id; all where it is missing."""

    equipment: UUID | None = None
    """Mails that are filed under a case about the equipment with this id; all where it is missing."""

    filed: bool | None = None
    """`true` for mails that are filed under a case, `false` for those that are not yet, which is
    the inbox; both where it is missing.
    """

    message_id: str | None = field(default=None, repr=False)
    """Mails with this Message-ID, without its angle brackets; several, where the same message came
    to two mailboxes. All where it is missing.
    """

    search: str | None = field(default=None, repr=False)
    """Mails with these words in subject, sender's name or sender's address. Each may be the
    beginning of one; marks and case do not matter, nor words after the 64th.
    """

    sender: str | None = field(default=None, repr=False)
    """Mails that came from this address or want their answer at it; compared as a whole, and case
    does not matter. All where it is missing.
    """

    thread: str | None = field(default=None, repr=False)
    """The mails with this Message-ID, without its angle brackets, and all that answer or refer to
    it. All mails where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReceived(_w.Record):
    """A mail came, and was read as far as it could be."""

    attachments: Sequence[KeptFile]
    """The files of the mail, each kept as a blob; empty where it has none."""

    automatic: bool
    """Whether a machine wrote it: an answer in somebody's absence, a report on delivery or reading
    (RFC 3834, RFC 6522, RFC 8098). No machine should answer it.
    """

    cc: Sequence[_p.Personal[Mailbox]]
    """Who got a copy of the mail; empty where nobody did."""

    content: _p.Personal[str]
    """Hash of the whole message, byte for byte, under which its bytes are kept. It is held by the
    mail's id, and goes with the bytes as soon as somebody who stands in the mail is forgotten.
    """

    date: _dt.datetime | None = None
    """The moment at which it says that it was sent; nothing where it does not say. Nobody has
    checked it.
    """

    from_: Sequence[_p.Personal[Mailbox]]
    """Who wrote the mail: name and address of each author. Empty where it names none."""

    important: bool
    """Whether the sender marked the mail as important."""

    in_reply_to: _p.Personal[str] | None = None
    """The Message-ID of the message that it answers; nothing where it answers none."""

    lost: Sequence[_p.Personal[str]]
    """What of it was lost when it was read, in English, for the log: left unread, cut or left out.
    Empty where all that it says was read; 100 notes at most, the last of which says how many
    more there were. What was lost of a message inside it stands with that message.
    """

    message_id: _p.Personal[str] | None = None
    """Its Message-ID (RFC 5322, 3.6.4), without angle brackets; nothing where it has none."""

    nested: Sequence[KeptInner]
    """The messages inside it, and those inside them, from the outermost on; empty where there are
    none.
    """

    others: Sequence[_p.Personal[Mailbox]]
    """Who else stands in its headers, or in those of messages inside it; empty where nobody does."""

    received_at: _dt.datetime
    """The moment at which the mail came."""

    references: Sequence[_p.Personal[str]]
    """The Message-IDs of the thread before it, oldest first; empty where it begins one."""

    reply_to: Sequence[_p.Personal[Mailbox]]
    """Where the answer is wanted; empty where that is who wrote it."""

    subject: _p.Personal[str]
    """The subject, in the sender's words; empty where there is none."""

    text: _p.Personal[str]
    """What the mail says as plain text, in the sender's words."""

    to: Sequence[_p.Personal[Mailbox]]
    """Who the mail was sent to; empty where it names nobody."""

    warnings: Sequence[_p.Personal[str]]
    """What was odd when it was read and lost nothing, in English, for the log: what was guessed or
    missing. Empty where nothing was; as many at most.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFiled(_w.Record):
    """The mail was filed under a case, or moved there from another."""

    filing: Filing
    """The case under which it is filed, with the customer and equipment that it is about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventUnfiled(_w.Record):
    """The mail was taken out of its case; the mail stays."""


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
    KeptInner,
    _w.Field("date", _w.INSTANT, "none"),
    _w.Field("from", _w.Items(_w.Person(_w.Rec(Mailbox))), attr="from_"),
    _w.Field("lost", _w.Items(_w.Person(_w.JSON))),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("warnings", _w.Items(_w.Person(_w.JSON))),
)
_w.define(
    State,
    _w.Field("attachments", _w.Items(_w.Rec(KeptFile))),
    _w.Field("automatic", _w.JSON),
    _w.Field("cc", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("content", _w.Person(_w.JSON)),
    _w.Field("date", _w.INSTANT, "none"),
    _w.Field("filed_under", _w.Rec(Filing), "none"),
    _w.Field("from", _w.Items(_w.Person(_w.Rec(Mailbox))), attr="from_"),
    _w.Field("important", _w.JSON),
    _w.Field("in_reply_to", _w.Person(_w.JSON), "none"),
    _w.Field("lost", _w.Items(_w.Person(_w.JSON))),
    _w.Field("message_id", _w.Person(_w.JSON), "none"),
    _w.Field("nested", _w.Items(_w.Rec(KeptInner))),
    _w.Field("others", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("received_at", _w.INSTANT),
    _w.Field("references", _w.Items(_w.Person(_w.JSON))),
    _w.Field("reply_to", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("text", _w.Person(_w.JSON)),
    _w.Field("to", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("warnings", _w.Items(_w.Person(_w.JSON))),
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
    _w.Field("activity_number", _w.JSON, "empty"),
    _w.Field("attachments", _w.JSON),
    _w.Field("automatic", _w.JSON),
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("equipment_name", _w.JSON, "empty"),
    _w.Field("filed_under", _w.Rec(Filing), "none"),
    _w.Field("from", _w.JSON, attr="from_"),
    _w.Field("id", _w.ID),
    _w.Field("important", _w.JSON),
    _w.Field("message_id", _w.JSON, "none"),
    _w.Field("received_at", _w.INSTANT),
    _w.Field("subject", _w.JSON),
    _w.Field("version", _w.JSON),
)
_w.define(
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("activity", _w.ID, "none"),
    _w.Field("automatic", _w.JSON, "none"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("filed", _w.JSON, "none"),
    _w.Field("message_id", _w.JSON, "none"),
    _w.Field("search", _w.JSON, "none"),
    _w.Field("sender", _w.JSON, "none"),
    _w.Field("thread", _w.JSON, "none"),
)
_w.define(
    EventReceived,
    _w.Field("attachments", _w.Items(_w.Rec(KeptFile))),
    _w.Field("automatic", _w.JSON),
    _w.Field("cc", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("content", _w.Person(_w.JSON)),
    _w.Field("date", _w.INSTANT, "none"),
    _w.Field("from", _w.Items(_w.Person(_w.Rec(Mailbox))), attr="from_"),
    _w.Field("important", _w.JSON),
    _w.Field("in_reply_to", _w.Person(_w.JSON), "none"),
    _w.Field("lost", _w.Items(_w.Person(_w.JSON))),
    _w.Field("message_id", _w.Person(_w.JSON), "none"),
    _w.Field("nested", _w.Items(_w.Rec(KeptInner))),
    _w.Field("others", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("received_at", _w.INSTANT),
    _w.Field("references", _w.Items(_w.Person(_w.JSON))),
    _w.Field("reply_to", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("text", _w.Person(_w.JSON)),
    _w.Field("to", _w.Items(_w.Person(_w.Rec(Mailbox)))),
    _w.Field("warnings", _w.Items(_w.Person(_w.JSON))),
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


_FILE = (
    _w.Field("under", _w.Later(lambda: _context)),
)
_UNFILE: tuple[_w.Field, ...] = ()
_ASK_GET = (
    _w.Field("id", _w.ID),
)
_ASK_LIST = (
    _w.Field("after", _w.JSON, "none"),
    _w.Field("count_up_to", _w.JSON, "none"),
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("names", _w.JSON, "none"),
    _w.Field("order", _w.Word(Order), "none"),
)


class MailCommands(_s.NounCommands):
    """Commands and queries of ``mail``."""

    __slots__ = ()
    _noun = "mail"

    def file(
        self,
        id: UUID,
        *,
        under: Context | Mapping[str, Any],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """File it under a case, or move it there from another.

        under: The customer, equipment or activity whose case it is; under the same one
            again, nothing changes.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``mail.file``.
        Refusals: ``MAIL-FILE-01``, ``MAIL-FILE-02``, ``MAIL-FILE-03``.

        >>> manager.mail.file(enquiry, under={"customer": kovo}).events[0].event
        'filed'
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
        id: UUID,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take it out of its case; the mail stays.

        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``mail.unfile``.

        >>> manager.mail.unfile(enquiry).events[0].event
        'unfiled'
        """
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
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> manager.mail.get(target).id == target
        True
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
        automatic: bool | None = None,
        customer: UUID | None = None,
        equipment: UUID | None = None,
        filed: bool | None = None,
        message_id: str | None = None,
        search: str | None = None,
        sender: str | None = None,
        thread: str | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.RECEIVED_AT,
    ) -> Page:
        """A page of rows of many records.

        activity: Mails that are filed under the activity with this id; all where it is
            missing.
        automatic: `true` for mails that a machine wrote (answers in somebody's absence,
            reports on delivery or reading), `false` for all others, which a person has to
            read; both where it is missing.
        customer: Mails that are filed under a case of the customer with this id; all where
            it is missing.
        equipment: Mails that are filed under a case about the equipment with this id; all
            where it is missing.
        filed: `true` for mails that are filed under a case, `false` for those that are not
            yet, which is the inbox; both where it is missing.
        message_id: Mails with this Message-ID, without its angle brackets; several, where
            the same message came to two mailboxes. All where it is missing.
        search: Mails with these words in subject, sender's name or sender's address. Each
            may be the beginning of one; marks and case do not matter, nor words after the
            64th.
        sender: Mails that came from this address or want their answer at it; compared as a
            whole, and case does not matter. All where it is missing.
        thread: The mails with this Message-ID, without its angle brackets, and all that
            answer or refer to it. All mails where it is missing.
        after: Where the page begins: the `next` of the page before, with the same order
            (`REQUEST-PAGE-01` otherwise). The first page where it is missing. A row that is
            renamed while pages are read may come twice or not at all: who must see each
            goes by an order that stays.
        count_up_to: So far the rows of the whole list are counted, whatever page is asked
            for; 100,000 at the most (`REQUEST-PAGE-03` otherwise). Not at all where it is
            missing: counting costs as much as there is to count.
        descending: Whether the largest and latest come first; `false` where it is missing.
        limit: How many rows a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise);
            100 where it is missing.
        names: Whether the rows show the names and numbers of what they name by id, as far
            as the actor may read it; `true` where it is missing. They are looked up for the
            page.
        order: By what the list is ordered; by the first of the orders where it is missing.

        >>> page = manager.mail.list(limit=10)
        >>> page.next is None
        True
        """
        return self._query(
            "list",
            _ASK_LIST,
            {
                "after": after,
                "count_up_to": count_up_to,
                "descending": descending,
                "limit": limit,
                "names": names,
                "order": order,
                "filter": {
                    "activity": activity,
                    "automatic": automatic,
                    "customer": customer,
                    "equipment": equipment,
                    "filed": filed,
                    "message_id": message_id,
                    "search": search,
                    "sender": sender,
                    "thread": thread,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        automatic: bool | None = None,
        customer: UUID | None = None,
        equipment: UUID | None = None,
        filed: bool | None = None,
        message_id: str | None = None,
        search: str | None = None,
        sender: str | None = None,
        thread: str | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.RECEIVED_AT,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.mail.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, automatic=automatic, customer=customer, equipment=equipment, filed=filed, message_id=message_id, search=search, sender=sender, thread=thread, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
