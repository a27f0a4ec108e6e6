"""What ``toolbox`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Union
from uuid import UUID

from .. import _choice as _k, _wire as _w
from .common import (
    Cycle as Cycle,
    DayHours as DayHours,
    Hours as Hours,
    LeftOut as LeftOut,
    Mailbox as Mailbox,
    Period as Period,
    Point as Point,
    Skill as Skill,
    SlotReason as SlotReason,
    TimesOfDay as TimesOfDay,
    Weekday as Weekday,
    Weights as Weights,
    Why as Why,
    WorkingTime as WorkingTime,
)


class Place(_k.Choice):
    """Where in the message something was read."""

    TEXT = "text"
    """In what the sender wrote."""
    FORWARDED = "forwarded"
    """In a message that was forwarded, in the text or as an attachment."""
    SUBJECT = "subject"
    """In the subject of the message."""
    HEADER = "header"
    """In the headers of the message."""


PlaceLike = Union[Place, Literal["text", "forwarded", "subject", "header"]]


class SenderLanguage(_k.Choice):
    """The language of the sender."""

    CS = "cs"
    """The sender wrote in Czech."""
    SK = "sk"
    """The sender wrote in Slovak."""
    DE = "de"
    """The sender wrote in German."""
    EN = "en"
    """The sender wrote in English."""


SenderLanguageLike = Union[SenderLanguage, Literal["cs", "sk", "de", "en"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment(_w.Record):
    """A file that came with a message."""

    bytes: str = field(repr=False)
    """The content, transfer encoding undone."""

    content_id: str | None = field(default=None, repr=False)
    """Content-ID without its angle brackets."""

    inline: bool
    """Shown inside the text (a logo in a signature), not sent as a file of its own."""

    media_type: str = field(repr=False)
    """`image/jpeg`, in lower case."""

    name: str | None = field(default=None, repr=False)
    """File name as the sender gave it, decoded, and made harmless: without folders, without
    control characters and such that turn the direction of writing, `_` before a name that
    Windows keeps for a device and in place of letters that it does not take, at most 255 bytes.
    `None` where nothing is left. Names from elsewhere than the reader of messages may be as
    they came.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadMail(_w.Record):
    """A message, read."""

    attachments: Sequence[Attachment]
    """The files that came with the mail, in their order; empty where it has none."""

    automatic: bool
    """A machine wrote it: do not answer by machine. So say Auto-Submitted (RFC 3834), reports on
    delivery and reading (RFC 6522, RFC 8098), `Precedence: bulk` and what older machines write.
    """

    cc: Sequence[Mailbox]
    """Who got a copy of the mail; empty where nobody did."""

    date: str | None = field(default=None, repr=False)
    """When it says that it was sent."""

    from_: Sequence[Mailbox]
    """Who wrote the mail: name and address of each author. Empty where it names none."""

    important: bool
    """The sender marked it as important (Importance, X-Priority)."""

    in_reply_to: str | None = field(default=None, repr=False)
    """The Message-ID of the message that this one answers; nothing where it answers none."""

    lost: Sequence[str] = field(repr=False)
    """What of it was lost, in English, for the log: left unread, cut or left out. Empty where all
    that it says was read. What was lost of a message inside it stands with that message.
    """

    message_id: str | None = field(default=None, repr=False)
    """Message-ID without its angle brackets; `None` when the sender gave none."""

    nested: Sequence[ReadMail]
    """Messages inside this one (message/rfc822), as forwarding "as attachment" does."""

    others: Sequence[Mailbox]
    """Who else stands in its headers: who sent it for its author (Sender), got a hidden copy (Bcc)
    or sent it on, and to whom (Resent-From, Resent-To and their kin; RFC 5322, 3.6.6).
    """

    references: Sequence[str] = field(repr=False)
    """The Message-IDs of the thread before it, oldest first; empty where it begins one."""

    reply_to: Sequence[Mailbox]
    """Who wants the answer, if somebody else; empty where that is who wrote it."""

    subject: str = field(repr=False)
    """Subject, decoded; empty when there is none."""

    text: str = field(repr=False)
    """The text; made from HTML where there is no plain text."""

    to: Sequence[Mailbox]
    """Who the mail was sent to; empty where it names nobody."""

    warnings: Sequence[str] = field(repr=False)
    """What was odd, in English, for the log, and lost nothing: a missing Message-ID, a wrong
    charset, what was guessed.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnAddresses(_w.Record):
    """Our own data: what must never be taken for the customer's."""

    addresses: Sequence[str] = field(default=(), repr=False)
    """The e-mail addresses that are ours outside our domains; none where it is missing."""

    domains: Sequence[str] = field(default=(), repr=False)
    """The mail domains that are ours; their subdomains belong to us too. None where it is missing."""

    names: Sequence[str] = field(default=(), repr=False)
    """The names that are ours, with or without legal form; none where it is missing."""

    phones: Sequence[str] = field(default=(), repr=False)
    """The telephone numbers that are ours, in E.164: `+420700000111`; none where it is missing."""

    registration_numbers: Sequence[str] = field(default=(), repr=False)
    """The company numbers (IČO) that are ours, with or without spaces; none where it is missing."""

    vat_ids: Sequence[str] = field(default=(), repr=False)
    """The VAT ids that are ours: `CZ59610000`; none where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactEvidence(_w.Record):
    """The words that a fact was read from."""

    line: int
    """The number of the line in that part, from 1."""

    place: Place
    """The part of the message in which the line stands."""

    quote: str = field(repr=False)
    """The line, cut to 200 characters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found(_w.Record):
    """One fact."""

    evidence: FactEvidence
    """Where in the message the value stands, with the line that was read."""

    value: str = field(repr=False)
    """The value in its normal form: `59610000`, `+420700000111`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EnquiryFacts(_w.Record):
    """What an enquiry says. In every list the likeliest stands first."""

    addresses: Sequence[Found]
    """Postal addresses as written, on one line."""

    companies: Sequence[Found]
    """The names of the companies that the message names, as they are written."""

    contact: Found | None = None
    """The person named in a signature or in a field "contact"; nothing where none is."""

    doubts: Sequence[str] = field(repr=False)
    """What looked like a fact and failed its check, in English."""

    emails: Sequence[Found]
    """The e-mail addresses that stand in the text."""

    language: SenderLanguage | None = None
    """The language of the sender; nothing where none is clear."""

    original_sender: Mailbox | None = None
    """Who wrote what was forwarded; nothing where nothing was, or nobody is named."""

    phones: Sequence[Found]
    """The telephone numbers in E.164, `+420700000111`, without fax."""

    registration_numbers: Sequence[Found]
    """Company numbers (IČO) with a sound check digit."""

    respond_to: Mailbox | None = None
    """Whom to answer: never a machine or ourselves where a person is named. Nothing where no
    address is.
    """

    serials: Sequence[Found]
    """The serial numbers of equipment, as they are written."""

    urgent: Found | None = None
    """The words that ask for haste; nothing where there are none."""

    vat_ids: Sequence[Found]
    """VAT ids that follow the rule of their state."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope(_w.Record):
    """What a mailer needs apart from the message itself (RFC 5321): the copies that nobody sees
    stand here alone.
    """

    from_: str = field(repr=False)
    """The address of who sends the mail: `servis@modry-klic.example`."""

    message_id: str = field(repr=False)
    """Without angle brackets; the same message again has the same one."""

    subject: str = field(repr=False)
    """Its subject, to be shown."""

    to: Sequence[str] = field(repr=False)
    """The addresses of all who get it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Busy(_w.Record):
    """A time at which somebody is not free. Those of one person may overlap: a visit during a
    leave is both.
    """

    period: Period
    """From when until when."""

    place: int | None = None
    """Where it takes place: the number of a place in a matrix of travel times, from 0. Nobody
    knows, or it matters to no journey, where it is missing.
    """

    what: str = field(default="", repr=False)
    """In words: the holiday's name, the reason of the absence, the name of the calendar, number
    and title of the activity. Missing where there are none, or the actor may not know.
    """

    why: Why
    """Why the worker is not free then."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate(_w.Record):
    """Somebody who might do it."""

    busy: Sequence[Busy] = ()
    """Absences, visits and what other calendars say, in any order."""

    cost: int | None = None
    """What it costs to send him, in points; nothing where it is missing."""

    home: int | None = None
    """Where a day begins and ends: the number of a place in `travel`. Journeys from and to there
    are not counted where it is missing.
    """

    id: UUID
    """The technician's id, or any other."""

    skills: Sequence[Skill] = ()
    """What the technician is able and allowed to do."""

    working_time: WorkingTime | None = None
    """The hours of a common week, days of their own, public holidays."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FindSlots(_w.Record):
    """Which times would be best?"""

    candidates: Sequence[Candidate]
    """Who might do it."""

    count: int = 10
    """How many slots come at most, 1 to 100 (`SLOT-ASK-02`); 10 where it is missing."""

    crew: int = 1
    """How many go together, 1 to 10 (`SLOT-ASK-02`); one where it is missing."""

    due: _dt.datetime | None = None
    """The moment by which it is to be over: a slot that ends later is late, and comes after those
    that are not. None where it is missing.
    """

    minutes: int
    """How long the work takes, in minutes, 1 to 20,160 (`SLOT-ASK-02`). A break that it spans
    makes the slot longer.
    """

    opening: WorkingTime | None = None
    """The hours at which the site is open; at any time where they are missing."""

    place: int | None = None
    """Where the work is: the number of a place in `travel`. Nobody travels where it is missing."""

    skills: Sequence[str] = field(default=(), repr=False)
    """The skills that each who goes must have, by their names; none where it is missing."""

    step: int = 15
    """Slots begin at whole multiples of so many minutes of the hour, of 60 a divisor
    (`SLOT-ASK-02`); of 15 where it is missing. Of each free time the first is shown.
    """

    travel: Sequence[Sequence[int]] = ()
    """How many seconds it takes from each place (a row) to each place (`SLOT-ASK-03` where a place
    has no row, or a row is not as long as there are rows). Travel takes no time where it is
    missing.
    """

    weights: Weights | None = None
    """How much each point counts."""

    windows: Sequence[Period] | None = None
    """The periods at which the customer can; at any time where it is missing. A slot lies within
    one of them.
    """

    within: Period
    """From when until when slots are looked for; days times candidates are 20,000 at the most
    (`SLOT-ASK-01`).
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Left(_w.Record):
    """Somebody who has no slot."""

    skills: Sequence[str] = field(default=(), repr=False)
    """The skills that are lacking; missing where it is for another reason."""

    technician: UUID
    """The id of the technician."""

    why: LeftOut
    """Why the technician has no slot at all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotPart(_w.Record):
    """One technician's part in a slot."""

    period: Period
    """From when until when; it is longer than the work by the breaks that it spans."""

    technician: UUID
    """The id of the technician."""

    travel: int
    """How many seconds of travel it adds to his day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot(_w.Record):
    """A time at which it can be done, and by whom."""

    late: bool
    """Whether it ends after the moment by which it is to be over."""

    parts: Sequence[SlotPart]
    """Who goes, and from when until when; all begin together."""

    reasons: Sequence[SlotReason]
    """What the score is made of; what adds nothing is left out."""

    score: int
    """The sum of its reasons: the least is the best."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slots(_w.Record):
    """What was found."""

    left_out: Sequence[Left]
    """Who has no slot at all, in the order of the candidates, and why."""

    slots: Sequence[Slot]
    """The best slots, those that are late after the others, the least score first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Worker(_w.Record):
    """Somebody, with all that keeps them from work."""

    busy: Sequence[Busy] = ()
    """Absences, visits and what other calendars say, in any order."""

    working_time: WorkingTime | None = None
    """The hours of a common week, days of their own, public holidays."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FreeBusyOf(_w.Record):
    """When are these free?"""

    within: Period
    """From when until when; 800 days at the most (`TOOL-TIME-01`)."""

    workers: Sequence[Worker]
    """Each who is meant, with all that keeps him from work."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FreeBusy(_w.Record):
    """When somebody is free within a period, and why not at other times."""

    busy: Sequence[Busy]
    """All other times with their reasons, in order of their beginnings and cut to the period."""

    free: Sequence[Period]
    """The free periods, in order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FreeBusyTimes(_w.Record):
    """When they are free."""

    workers: Sequence[FreeBusy]
    """The times of each, in the order in which they were given."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HolidaysOf(_w.Record):
    """Whose public holidays, and of which year?"""

    country: str = field(repr=False)
    """The country, ISO 3166-1 alpha-2: `CZ` (`TOOL-HOLIDAYS-01` where its holidays are not known)."""

    year: int
    """The year, 2000 to 2199 (`TOOL-HOLIDAYS-01`); those to come by the law of today."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Holiday(_w.Record):
    """A public holiday."""

    date: _dt.date
    """The day on which nobody works by law."""

    english: str = field(repr=False)
    """What it is called in English."""

    name: str = field(repr=False)
    """What it is called in the language of its country."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Holidays(_w.Record):
    """The public holidays of a year, on which nobody works by law."""

    holidays: Sequence[Holiday]
    """The days in order."""


_w.define(
    Attachment,
    _w.Field("bytes", _w.JSON),
    _w.Field("content_id", _w.JSON, "none"),
    _w.Field("inline", _w.JSON),
    _w.Field("media_type", _w.JSON),
    _w.Field("name", _w.JSON, "none"),
)
_w.define(
    ReadMail,
    _w.Field("attachments", _w.Items(_w.Rec(Attachment))),
    _w.Field("automatic", _w.JSON),
    _w.Field("cc", _w.Items(_w.Rec(Mailbox))),
    _w.Field("date", _w.JSON, "none"),
    _w.Field("from", _w.Items(_w.Rec(Mailbox)), attr="from_"),
    _w.Field("important", _w.JSON),
    _w.Field("in_reply_to", _w.JSON, "none"),
    _w.Field("lost", _w.Items(_w.JSON)),
    _w.Field("message_id", _w.JSON, "none"),
    _w.Field("nested", _w.Items(_w.Rec(ReadMail))),
    _w.Field("others", _w.Items(_w.Rec(Mailbox))),
    _w.Field("references", _w.Items(_w.JSON)),
    _w.Field("reply_to", _w.Items(_w.Rec(Mailbox))),
    _w.Field("subject", _w.JSON),
    _w.Field("text", _w.JSON),
    _w.Field("to", _w.Items(_w.Rec(Mailbox))),
    _w.Field("warnings", _w.Items(_w.JSON)),
)
_w.define(
    OwnAddresses,
    _w.Field("addresses", _w.Items(_w.JSON), "none"),
    _w.Field("domains", _w.Items(_w.JSON), "none"),
    _w.Field("names", _w.Items(_w.JSON), "none"),
    _w.Field("phones", _w.Items(_w.JSON), "none"),
    _w.Field("registration_numbers", _w.Items(_w.JSON), "none"),
    _w.Field("vat_ids", _w.Items(_w.JSON), "none"),
)
_w.define(
    FactEvidence,
    _w.Field("line", _w.JSON),
    _w.Field("place", _w.Word(Place)),
    _w.Field("quote", _w.JSON),
)
_w.define(
    Found,
    _w.Field("evidence", _w.Rec(FactEvidence)),
    _w.Field("value", _w.JSON),
)
_w.define(
    EnquiryFacts,
    _w.Field("addresses", _w.Items(_w.Rec(Found))),
    _w.Field("companies", _w.Items(_w.Rec(Found))),
    _w.Field("contact", _w.Rec(Found), "none"),
    _w.Field("doubts", _w.Items(_w.JSON)),
    _w.Field("emails", _w.Items(_w.Rec(Found))),
    _w.Field("language", _w.Word(SenderLanguage), "none"),
    _w.Field("original_sender", _w.Rec(Mailbox), "none"),
    _w.Field("phones", _w.Items(_w.Rec(Found))),
    _w.Field("registration_numbers", _w.Items(_w.Rec(Found))),
    _w.Field("respond_to", _w.Rec(Mailbox), "none"),
    _w.Field("serials", _w.Items(_w.Rec(Found))),
    _w.Field("urgent", _w.Rec(Found), "none"),
    _w.Field("vat_ids", _w.Items(_w.Rec(Found))),
)
_w.define(
    Envelope,
    _w.Field("from", _w.JSON, attr="from_"),
    _w.Field("message_id", _w.JSON),
    _w.Field("subject", _w.JSON),
    _w.Field("to", _w.Items(_w.JSON)),
)
_w.define(
    Busy,
    _w.Field("period", _w.Rec(Period)),
    _w.Field("place", _w.JSON, "none"),
    _w.Field("what", _w.JSON, "empty"),
    _w.Field("why", _w.Word(Why)),
)
_w.define(
    Candidate,
    _w.Field("busy", _w.Items(_w.Rec(Busy)), "none"),
    _w.Field("cost", _w.JSON, "none"),
    _w.Field("home", _w.JSON, "none"),
    _w.Field("id", _w.ID),
    _w.Field("skills", _w.Items(_w.Rec(Skill)), "empty"),
    _w.Field("working_time", _w.Rec(WorkingTime), "none"),
)
_w.define(
    FindSlots,
    _w.Field("candidates", _w.Items(_w.Rec(Candidate))),
    _w.Field("count", _w.JSON, "none"),
    _w.Field("crew", _w.JSON, "none"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("minutes", _w.JSON),
    _w.Field("opening", _w.Rec(WorkingTime), "none"),
    _w.Field("place", _w.JSON, "none"),
    _w.Field("skills", _w.Items(_w.JSON), "empty"),
    _w.Field("step", _w.JSON, "none"),
    _w.Field("travel", _w.Items(_w.Items(_w.JSON)), "empty"),
    _w.Field("weights", _w.Rec(Weights), "none"),
    _w.Field("windows", _w.Items(_w.Rec(Period)), "none"),
    _w.Field("within", _w.Rec(Period)),
)
_w.define(
    Left,
    _w.Field("skills", _w.Items(_w.JSON), "empty"),
    _w.Field("technician", _w.ID),
    _w.Field("why", _w.Word(LeftOut)),
)
_w.define(
    SlotPart,
    _w.Field("period", _w.Rec(Period)),
    _w.Field("technician", _w.ID),
    _w.Field("travel", _w.JSON),
)
_w.define(
    Slot,
    _w.Field("late", _w.JSON),
    _w.Field("parts", _w.Items(_w.Rec(SlotPart))),
    _w.Field("reasons", _w.Items(_w.Rec(SlotReason))),
    _w.Field("score", _w.JSON),
)
_w.define(
    Slots,
    _w.Field("left_out", _w.Items(_w.Rec(Left))),
    _w.Field("slots", _w.Items(_w.Rec(Slot))),
)
_w.define(
    Worker,
    _w.Field("busy", _w.Items(_w.Rec(Busy)), "none"),
    _w.Field("working_time", _w.Rec(WorkingTime), "none"),
)
_w.define(
    FreeBusyOf,
    _w.Field("within", _w.Rec(Period)),
    _w.Field("workers", _w.Items(_w.Rec(Worker))),
)
_w.define(
    FreeBusy,
    _w.Field("busy", _w.Items(_w.Rec(Busy))),
    _w.Field("free", _w.Items(_w.Rec(Period))),
)
_w.define(
    FreeBusyTimes,
    _w.Field("workers", _w.Items(_w.Rec(FreeBusy))),
)
_w.define(
    HolidaysOf,
    _w.Field("country", _w.JSON),
    _w.Field("year", _w.JSON),
)
_w.define(
    Holiday,
    _w.Field("date", _w.DATE),
    _w.Field("english", _w.JSON),
    _w.Field("name", _w.JSON),
)
_w.define(
    Holidays,
    _w.Field("holidays", _w.Items(_w.Rec(Holiday))),
)
