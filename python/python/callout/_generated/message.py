"""What ``message`` is made of.

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
    Format as Format,
    Language as Language,
    LanguageLike as LanguageLike,
)


class AttemptResult(_k.Choice):
    """What became of an attempt, as its mailer said it."""

    SENT = "sent"
    """The next hop took it over."""
    NOT_NOW = "not_now"
    """It was certainly not taken, and may be later."""
    NEVER = "never"
    """It was certainly not taken, and the same message never will be: sending it again is of no
    use.
    """
    UNKNOWN = "unknown"
    """It was handed over, and nobody knows whether it was taken."""


AttemptResultLike = Union[AttemptResult, Literal["sent", "not_now", "never", "unknown"]]


class Purpose(_k.Choice):
    """Why a message goes out. Automatic ones go once for a document version and recipient."""

    JOB_SHEET = "job_sheet"
    """It brings the confirmed job sheet."""
    INVOICE = "invoice"
    """It brings the issued invoice."""
    LETTER = "letter"
    """It says what somebody wrote."""


PurposeLike = Union[Purpose, Literal["job_sheet", "invoice", "letter"]]


class Status(_k.Choice):
    """The status of an outgoing message."""

    QUEUED = "queued"
    """It waits for the host to deliver; also for its next try, after it was not taken."""
    SENT = "sent"
    """The next server, or the mailer, took it over."""
    FAILED = "failed"
    """It was certainly not taken, and is not tried again by itself; the attempt says why."""
    UNKNOWN = "unknown"
    """It is being handed over at this moment, or was and nobody knows what became of it: the
    newest attempt has no outcome in the first case, and after a crash. A person decides whether
    it is sent again.
    """
    BOUNCED = "bounced"
    """It was taken and came back."""
    WITHDRAWN = "withdrawn"
    """Somebody said that it does not go out. Where nobody knows what became of an earlier attempt,
    the other side may have it all the same.
    """


StatusLike = Union[Status, Literal["queued", "sent", "failed", "unknown", "bounced", "withdrawn"]]


class Order(_k.Choice):
    """By what a list of outgoing messages is ordered; equal ones by their ids."""

    QUEUED_AT = "queued_at"
    """By the moment at which it was queued."""


OrderLike = Union[Order, Literal["queued_at"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome(_w.Record):
    """What was said of an attempt. Servers repeat addresses: their words are a person's."""

    code: str | None = field(default=None, repr=False)
    """The reply code with its enhanced status (RFC 5321, RFC 3463), such as `550 5.1.1`; nothing
    where there is none.
    """

    detail: _p.Personal[str]
    """What the mailer or the other side said, in its own words; kept as the recipient's, or as the
    message's where it has several.
    """

    result: AttemptResult | None = None
    """What became of the attempt; missing where these are the words with which a message came
    back.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt(_w.Record):
    """One attempt to send a message."""

    at: _dt.datetime
    """The moment at which it began."""

    bounced: Outcome | None = None
    """What the other side said when it sent the message back; missing where it did not."""

    outcome: Outcome | None = None
    """What the mailer said of it; missing where it never ended."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Enclosed(_w.Record):
    """A document that goes along."""

    document: UUID
    """The id of the job sheet or invoice."""

    format: Format
    """The file that it goes as, PDF or Word."""

    version: int
    """The version of the document, from 1; an invoice has only that. A newer version is another
    document.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """An outgoing message."""

    activities: Sequence[UUID]
    """The ids of the activities under which it is filed."""

    attempts: Sequence[Attempt]
    """The attempts to send it, oldest first."""

    customer: UUID | None = None
    """The id of the customer whose activities those are; nothing where it is filed under none."""

    enclosed: Enclosed | None = None
    """The document that goes along as a file; nothing where none does."""

    language: Language
    """The language of its subject and text."""

    next_try: _dt.datetime | None = None
    """From when on it is tried again by itself, after it was certainly not taken; missing where it
    waits for no such try.
    """

    purpose: Purpose
    """Why it goes out: with a job sheet, with an invoice, or as a letter."""

    queued_at: _dt.datetime
    """The moment at which it was queued."""

    replaced: bool | None = None
    """Whether somebody said that it goes out although a newer version has replaced what it
    encloses; missing where nobody did.
    """

    status: Status
    """The status in which it is: queued, sent, failed, unknown, bounced or withdrawn."""

    subject: _p.Personal[str]
    """The subject of the mail; kept as the recipient's, or as the message's where it has several."""

    text: _p.Personal[str]
    """What the mail says, as plain text; kept as the recipient's, or as the message's where it has
    several.
    """

    to: Sequence[_p.Personal[str]]
    """The addresses to which it goes, each the person's who has it; one at least."""

    tries: int | None = None
    """How often it was put back to be tried again by itself, since it was queued or a person sent
    it again.
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
    """What a list shows of an outgoing message."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID | None = None
    """The id of the customer to whom it goes; nothing where it goes to none."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    enclosed: Enclosed | None = None
    """The document that goes along as a file; nothing where none does."""

    id: UUID
    """The id of the message, by which commands name it."""

    may_bounce: bool | None = None
    """Whether it may still be said that it came back: some attempt may have been taken."""

    next_try: _dt.datetime | None = None
    """From when on it is tried again by itself; nothing where it waits for no such try."""

    purpose: Purpose
    """Why it goes out: with a job sheet, with an invoice, or as a letter."""

    queued_at: _dt.datetime
    """The moment at which it was queued."""

    status: Status
    """The status in which it is: queued, sent, failed, unknown, bounced or withdrawn."""

    subject: str = field(repr=False)
    """The subject of the mail; empty once its only recipient was forgotten."""

    to: Sequence[str] = field(default=(), repr=False)
    """The addresses to which it goes; without those that were forgotten."""

    version: int
    """The version of the message when the page was read, from 1: a command that changes it gives
    it in `expected`.
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
    """By what a list of outgoing messages is narrowed: all that is said must hold, and nothing
    said is all.
    """

    activity: UUID | None = None
    """Messages that are filed under the activity with this id; all where it is missing."""

    customer: UUID | None = None
    """Messages to the customer with this id; to anybody where it is missing."""

    statuses: Sequence[Status] = ()
    """Messages in one of these statuses; in any where the list is empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventQueued(_w.Record):
    """The message was queued: it waits for the host to deliver it."""

    activities: Sequence[UUID]
    """The ids of the activities under which it is filed."""

    at: _dt.datetime
    """The moment at which it was queued."""

    customer: UUID | None = None
    """The id of the customer whose activities those are; nothing where there are none."""

    enclosed: Enclosed | None = None
    """The document that goes along as a file; nothing where none does."""

    language: Language
    """The language of its subject and text."""

    purpose: Purpose
    """Why it goes out: with a job sheet, with an invoice, or as a letter."""

    subject: _p.Personal[str]
    """The subject; kept as the recipient's, or as the message's where it has several."""

    text: _p.Personal[str]
    """The plain text; kept as the recipient's, or as the message's where it has several."""

    to: Sequence[_p.Personal[str]]
    """The addresses to which it goes, each the person's who has it; one at least."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventBegun(_w.Record):
    """An attempt to send the message began: it is `unknown` until that is concluded."""

    at: _dt.datetime
    """The moment at which the attempt began."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConcluded(_w.Record):
    """It was said what became of an attempt."""

    attempt: int | None = None
    """The number of the attempt, from 1; the newest where it is missing."""

    next_try: _dt.datetime | None = None
    """From when on it is tried again by itself; missing where it is not."""

    outcome: Outcome
    """What the mailer said of the attempt, in its own words, with its code."""

    status: Status
    """The status in which the message is from then on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventBounced(_w.Record):
    """The message came back."""

    attempt: int | None = None
    """The number of the attempt, from 1; the newest where it is missing."""

    outcome: Outcome
    """What the other side said, in its own words, with its code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRetried(_w.Record):
    """A person decided that the message is sent, or sent again."""

    reason: str = field(repr=False)
    """Why it is sent again, in words."""

    replaced: bool | None = None
    """Whether it goes out although a newer version has replaced what it encloses; missing where
    nobody said so.
    """

    to: Sequence[_p.Personal[str]] = ()
    """The addresses to which it goes from then on; missing where they stayed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventWithdrawn(_w.Record):
    """A person decided that the message does not go out."""

    reason: str = field(repr=False)
    """Why it does not go out, in words."""


Event = Union[
    EventQueued,
    EventBegun,
    EventConcluded,
    EventBounced,
    EventRetried,
    EventWithdrawn,
]
"""What happened to a message."""


_w.define(
    Outcome,
    _w.Field("code", _w.JSON, "none"),
    _w.Field("detail", _w.Person(_w.JSON)),
    _w.Field("result", _w.Word(AttemptResult), "none"),
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
    _w.Field("next_try", _w.INSTANT, "none"),
    _w.Field("purpose", _w.Word(Purpose)),
    _w.Field("queued_at", _w.INSTANT),
    _w.Field("replaced", _w.JSON, "none"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("subject", _w.Person(_w.JSON)),
    _w.Field("text", _w.Person(_w.JSON)),
    _w.Field("to", _w.Items(_w.Person(_w.JSON))),
    _w.Field("tries", _w.JSON, "none"),
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
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID, "none"),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("enclosed", _w.Rec(Enclosed), "none"),
    _w.Field("id", _w.ID),
    _w.Field("may_bounce", _w.JSON, "none"),
    _w.Field("next_try", _w.INSTANT, "none"),
    _w.Field("purpose", _w.Word(Purpose)),
    _w.Field("queued_at", _w.INSTANT),
    _w.Field("status", _w.Word(Status)),
    _w.Field("subject", _w.JSON),
    _w.Field("to", _w.Items(_w.JSON), "empty"),
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
    _w.Field("customer", _w.ID, "none"),
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
    _w.Field("next_try", _w.INSTANT, "none"),
    _w.Field("outcome", _w.Rec(Outcome)),
    _w.Field("status", _w.Word(Status)),
)
_w.define(
    EventBounced,
    _w.Field("attempt", _w.JSON, "none"),
    _w.Field("outcome", _w.Rec(Outcome)),
)
_w.define(
    EventRetried,
    _w.Field("reason", _w.JSON),
    _w.Field("replaced", _w.JSON, "none"),
    _w.Field("to", _w.Items(_w.Person(_w.JSON)), "empty"),
)
_w.define(
    EventWithdrawn,
    _w.Field("reason", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("queued", EventQueued),
    _w.Variant("begun", EventBegun),
    _w.Variant("concluded", EventConcluded),
    _w.Variant("bounced", EventBounced),
    _w.Variant("retried", EventRetried),
    _w.Variant("withdrawn", EventWithdrawn),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_QUEUE = (
    _w.Field("activities", _w.Items(_w.ID), "empty"),
    _w.Field("enclosed", _w.Rec(Enclosed), "none"),
    _w.Field("language", _w.Word(Language), "none"),
    _w.Field("purpose", _w.Word(Purpose)),
    _w.Field("subject", _w.JSON, "empty"),
    _w.Field("text", _w.JSON, "empty"),
    _w.Field("to", _w.Items(_w.Person(_w.JSON))),
)
_RECORD_BOUNCE = (
    _w.Field("reason", _w.JSON),
)
_RETRY = (
    _w.Field("reason", _w.JSON),
    _w.Field("replaced", _w.JSON, "none"),
    _w.Field("to", _w.Items(_w.Person(_w.JSON)), "empty"),
)
_WITHDRAW = (
    _w.Field("reason", _w.JSON),
)
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


class MessageCommands(_s.NounCommands):
    """Commands and queries of ``message``."""

    __slots__ = ()
    _noun = "message"

    def queue(
        self,
        *,
        purpose: PurposeLike,
        to: Sequence[_p.Personal[str]],
        activities: Sequence[UUID] = (),
        enclosed: Enclosed | Mapping[str, Any] | None = None,
        language: LanguageLike = Language.CS,
        subject: str = "",
        text: str = "",
        id: UUID | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Queue one. The same target is the same intent and is queued once.

        purpose: Why it goes out: with the job sheet or the invoice that is enclosed
            (`MESSAGE-QUEUE-07` without it, `-08` with the other), or as a letter.
        to: The addresses to which it goes, one at least (`MESSAGE-QUEUE-01`, `-02`), each
            with the id of the person who has it.
        activities: The ids of the activities under which it is filed (`MESSAGE-QUEUE-04`
            where there is none such), all of one customer, that of the enclosed document
            (`-06`). Those of the enclosed document where the list is empty.
        enclosed: The document that goes along: its newest version, confirmed or issued
            (`MESSAGE-QUEUE-05`). None where it is missing.
        language: The language of what is made of subject and text; Czech where it is
            missing.
        subject: The subject, on one line (`REQUEST-TEXT-02`); made from purpose and the
            enclosed document's number where it is empty. A letter needs one
            (`MESSAGE-QUEUE-03`).
        text: What it says, as plain text; made as the subject is where it is empty. A
            letter needs one (`MESSAGE-QUEUE-03`).
        id: The id that the record gets; one is drawn where it is missing.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``message.queue``.
        Refusals: ``MESSAGE-QUEUE-01``, ``MESSAGE-QUEUE-02``, ``MESSAGE-QUEUE-03``,
            ``MESSAGE-QUEUE-04``, ``MESSAGE-QUEUE-05``, ``MESSAGE-QUEUE-06``,
            ``MESSAGE-QUEUE-07``, ``MESSAGE-QUEUE-08``.

        >>> back_office.message.queue(
        ...     id=m,
        ...     purpose="letter",
        ...     to=[{"person": kos, "value": "kos@kovo.example"}],
        ...     subject="A",
        ...     text="B",
        ... ).events[0].event
        'queued'
        """
        return self._command(
            "queue",
            _QUEUE,
            {
                "activities": activities,
                "enclosed": enclosed,
                "language": language,
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

    def record_bounce(
        self,
        id: UUID,
        *,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Record that it came back, also after it was withdrawn or queued again, as long as some
        attempt may have been taken. It is kept with the newest attempt that was taken, or else
        with the newest of which nobody knows.

        reason: What the other side said, in its own words.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``message.record_bounce``.
        Refusals: ``MESSAGE-STATUS-01``.

        >>> back_office.message.record_bounce(m, reason="550 no such user").events[0].event
        'bounced'
        """
        return self._command(
            "record_bounce",
            _RECORD_BOUNCE,
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
        id: UUID,
        *,
        reason: str,
        expected: int,
        replaced: bool | None = None,
        to: Sequence[_p.Personal[str]] = (),
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Send it again, on purpose: only a person decides that. It keeps its Message-ID, so that
        who has it already can tell.

        reason: Why it is sent again, in words; not empty (`MESSAGE-RETRY-01`).
        replaced: Whether it goes out although a newer version of its document has replaced
            what it encloses; `false` where it is missing.
        to: The addresses to which it goes from now on, each with the id of the person who
            has it; those to which it went before where it is empty.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``message.retry``.
        Refusals: ``MESSAGE-QUEUE-02``, ``MESSAGE-RETRY-01``, ``MESSAGE-STATUS-01``.

        >>> seen = back_office.message.get(m)
        >>> back_office.message.retry(
        ...     m,
        ...     reason="oprava adresy",
        ...     to=[{"person": kos, "value": "jan.kos@kovo.example"}],
        ...     expected=seen.version,
        ... ).events[0].event
        'retried'
        """
        return self._command(
            "retry",
            _RETRY,
            {
                "reason": reason,
                "replaced": replaced,
                "to": to,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def withdraw(
        self,
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that it does not go out, while it is queued or was not taken. It stays where it is
        filed, and `retry` sends it all the same.

        reason: Why it does not go out, in words; not empty (`MESSAGE-RETRY-01`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``message.withdraw``.
        Refusals: ``MESSAGE-RETRY-01``, ``MESSAGE-STATUS-01``.

        >>> seen = back_office.message.get(m)
        >>> back_office.message.withdraw(
        ...     m,
        ...     reason="jiný zákazník",
        ...     expected=seen.version,
        ... ).events[0].event
        'withdrawn'
        """
        return self._command(
            "withdraw",
            _WITHDRAW,
            {
                "reason": reason,
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
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> manager.message.get(target).id == target
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
        customer: UUID | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.QUEUED_AT,
    ) -> Page:
        """A page of rows of many records.

        activity: Messages that are filed under the activity with this id; all where it is
            missing.
        customer: Messages to the customer with this id; to anybody where it is missing.
        statuses: Messages in one of these statuses; in any where the list is empty.
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

        >>> page = manager.message.list(limit=10)
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
                    "customer": customer,
                    "statuses": statuses,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        customer: UUID | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.QUEUED_AT,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.message.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, customer=customer, statuses=statuses, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
