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
    Planned as Planned,
    Point as Point,
    Skill as Skill,
    SlotReason as SlotReason,
    TimesOfDay as TimesOfDay,
    WallTime as WallTime,
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


class ShortMonths(_k.Choice):
    """What becomes of a day that a month does not have."""

    SKIP = "skip"
    """The month is left out, as RFC 5545 has it."""
    LAST_DAY = "last_day"
    """Its last day is taken, as plans do, unless the rule says `SKIP=OMIT` (RFC 7529)."""


ShortMonthsLike = Union[ShortMonths, Literal["skip", "last_day"]]


class BusyKind(_k.Choice):
    """What somebody is doing in a time (FBTYPE, RFC 5545 3.2.9)."""

    BUSY = "busy"
    """There is something to do; also what is meant by words that are not known."""
    TENTATIVE = "tentative"
    """Something is only proposed."""
    UNAVAILABLE = "unavailable"
    """There is no working then."""
    FREE = "free"
    """There is nothing to do."""


BusyKindLike = Union[BusyKind, Literal["busy", "tentative", "unavailable", "free"]]


class Certainty(_k.Choice):
    """How firm an event is (RFC 5545 3.8.1.11)."""

    TENTATIVE = "tentative"
    """It is only proposed."""
    CONFIRMED = "confirmed"
    """It will take place."""
    CANCELLED = "cancelled"
    """It is called off."""


CertaintyLike = Union[Certainty, Literal["tentative", "confirmed", "cancelled"]]


class Clock(_k.Choice):
    """By which clock a time is meant."""

    UTC = "utc"
    """By that of UTC."""
    ZONE = "zone"
    """By the clock of a zone of the IANA database."""
    OWN = "own"
    """By a zone that only the file itself describes (VTIMEZONE)."""
    UNKNOWN = "unknown"
    """By a zone that nobody describes: its moment is not known."""
    FLOATING = "floating"
    """By the clock on the wall of whoever reads it (a floating time): it has no moment."""
    DAY = "day"
    """By none: a whole day."""


ClockLike = Union[Clock, Literal["utc", "zone", "own", "unknown", "floating", "day"]]


class Answer(_k.Choice):
    """What who is invited answered (RFC 5545 3.2.12)."""

    NEEDS_ACTION = "needs_action"
    """Nothing so far; also what is meant where nothing is said."""
    ACCEPTED = "accepted"
    """Comes."""
    DECLINED = "declined"
    """Does not come."""
    TENTATIVE = "tentative"
    """May come."""
    DELEGATED = "delegated"
    """Somebody else is to come instead."""
    OTHER = "other"
    """A word that the standard does not have."""


AnswerLike = Union[Answer, Literal["needs_action", "accepted", "declined", "tentative", "delegated", "other"]]


class NoteKind(_k.Choice):
    """What was odd, or lost."""

    ENCODING = "encoding"
    """It is not in UTF-8; the detail tells what it was read as."""
    CONTROL_LETTERS = "control_letters"
    """Control characters, such as NUL, were taken out."""
    LINE_ENDS = "line_ends"
    """Lines end with a bare carriage return."""
    NO_CALENDAR = "no_calendar"
    """A component stands outside any calendar."""
    SEVERAL_CALENDARS = "several_calendars"
    """The file holds more than one calendar; they were read as one, with the first one's method."""
    METHOD_UNKNOWN = "method_unknown"
    """A method that the standard does not have."""
    UNCLOSED = "unclosed"
    """A component that is not ended, or not where it should be."""
    STRAY_END = "stray_end"
    """An end of what did not begin."""
    UID_MISSING = "uid_missing"
    """An event without an id."""
    START_MISSING = "start_missing"
    """An event without a start."""
    END_BEFORE_START = "end_before_start"
    """An event that ends before it starts; the start was taken for its end."""
    NEGATIVE_DURATION = "negative_duration"
    """A length below nothing; it was taken for nothing."""
    END_TWICE = "end_twice"
    """An event with both an end and a length; the end was taken."""
    END_OF_OTHER_KIND = "end_of_other_kind"
    """An event that starts on a day and ends at a time, or the other way round."""
    ZONE_OF_ITS_OWN = "zone_of_its_own"
    """A zone that the IANA database does not have; the file's own description was taken."""
    ZONE_UNKNOWN = "zone_unknown"
    """A zone that nobody describes: times in it have no moment."""
    ZONE_DIFFERS = "zone_differs"
    """The file describes a known zone otherwise than it is; the rules of today were taken."""
    ZONE_RULE = "zone_rule"
    """A rule of a zone that is not understood: times in it may be wrong by an hour."""
    LINE_UNREADABLE = "line_unreadable"
    """A line that is none of a calendar."""
    VALUE_UNREADABLE = "value_unreadable"
    """A value that cannot be read."""
    PROPERTY_TWICE = "property_twice"
    """A property that may stand once stands again; the first one was taken."""
    ENCODED = "encoded"
    """A value in an old encoding, which was left as it is."""
    TEXT_CUT = "text_cut"
    """A text that was cut."""
    TOO_DEEP = "too_deep"
    """Components that stand too deep inside each other were left out."""
    TOO_MANY = "too_many"
    """More of something than is read; the rest was left out."""
    CUT_SHORT = "cut_short"
    """The file ends in the middle of a component."""


NoteKindLike = Union[NoteKind, Literal["encoding", "control_letters", "line_ends", "no_calendar", "several_calendars", "method_unknown", "unclosed", "stray_end", "uid_missing", "start_missing", "end_before_start", "negative_duration", "end_twice", "end_of_other_kind", "zone_of_its_own", "zone_unknown", "zone_differs", "zone_rule", "line_unreadable", "value_unreadable", "property_twice", "encoded", "text_cut", "too_deep", "too_many", "cut_short"]]


class Method(_k.Choice):
    """What a file wants of its reader (METHOD, RFC 5546 1.4)."""

    PUBLISH = "publish"
    """It only shows events."""
    REQUEST = "request"
    """It invites, or tells of a change."""
    REPLY = "reply"
    """It answers an invitation."""
    COUNTER = "counter"
    """It proposes another time or place."""
    CANCEL = "cancel"
    """It calls off."""
    DECLINE_COUNTER = "decline_counter"
    """It turns a proposal down."""
    OTHER = "other"
    """Another word; a note says which one."""


MethodLike = Union[Method, Literal["publish", "request", "reply", "counter", "cancel", "decline_counter", "other"]]


class BusyMethod(_k.Choice):
    """What a file about busy times is for (RFC 5546 3.3)."""

    PUBLISH = "publish"
    """Whose times these are shows them unasked."""
    REPLY = "reply"
    """Somebody asked for them."""


BusyMethodLike = Union[BusyMethod, Literal["publish", "reply"]]


class Never(_k.Choice):
    """Why a visit fits into none of its days. What is told is the least hindrance among those
    days.
    """

    HOURS = "hours"
    """Its windows, its duration and the working time leave no moment to begin."""
    JOURNEY = "journey"
    """There is a moment, but the journeys there and back do not fit into the shift."""
    TAKEN = "taken"
    """An empty day would do, but blocks, pinned visits or the most visits of a day leave no room."""


NeverLike = Union[Never, Literal["hours", "journey", "taken"]]


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
class ExpandRecurrence(_w.Record):
    """When does it recur?"""

    exdate: Sequence[_dt.datetime] = ()
    """Local times that are left out (EXDATE), 2,000 at the most (`TOOL-RULE-04`)."""

    from_: _dt.datetime | None = None
    """The first local time that is told, included; from the beginning where it is missing."""

    limit: int
    """How many are told at the most, 1 to 10,000 (`TOOL-RULE-04`)."""

    rdate: Sequence[_dt.datetime] = ()
    """Local times beside the rule (RDATE), 2,000 at the most (`TOOL-RULE-04`)."""

    rrule: str | None = field(default=None, repr=False)
    """The rule (RRULE), with or without its name: `FREQ=MONTHLY;BYDAY=1TU`. `TOOL-RULE-01` where
    it is none. Only the start, and what `rdate` says, where it is missing.
    """

    short_months: ShortMonths | None = None
    """What becomes of a day that a month does not have: left out as RFC 5545 says where this is
    missing, or the month's last day as plans take it. `SKIP` in the rule (RFC 7529) goes before
    it.
    """

    start: WallTime
    """The local time, with its zone, from which the rule counts (DTSTART). It is among the times
    where the rule gives it, or there is no rule.
    """

    until: _dt.date | None = None
    """The last local day of which times are told; to the end of the year 9999 where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrences(_w.Record):
    """When it recurs."""

    complete: bool
    """Whether there are no more up to `until`."""

    occurrences: Sequence[Planned]
    """The times in order. One that no clock shows, as it is put forward, means the moment by which
    it is put forward; of one that comes twice the first is meant (RFC 5545, 3.3.5).
    """


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
    """Who might do it, each once."""

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
    one of them, or within several that touch.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Busy2(_w.Record):
    """A time in which somebody is busy."""

    end: _dt.datetime
    """When it ends; after the start."""

    kind: BusyKind
    """What is being done."""

    start: _dt.datetime
    """The moment at which it starts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadBusy(_w.Record):
    """When somebody is busy (VFREEBUSY, RFC 5545 3.6.4)."""

    comment: str = field(repr=False)
    """What is said with them, on many lines; empty where nothing is."""

    end: _dt.datetime | None = None
    """Until when it speaks; nothing where it is not said."""

    organizer: Mailbox | None = None
    """Who publishes these times, or asks for them; nothing where it is not said."""

    stamp: _dt.datetime | None = None
    """When it was made (DTSTAMP); nothing where it is not said."""

    start: _dt.datetime | None = None
    """From when it speaks; nothing where it is not said."""

    times: Sequence[Busy2]
    """The times, in the order of the file; they may overlap."""

    uid: str | None = field(default=None, repr=False)
    """The id of the component; nothing where it has none."""

    whose: Sequence[Mailbox]
    """Whose times these are, where somebody asked for them; empty where they are the organizer's."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadTime(_w.Record):
    """A time as a calendar says it."""

    clock: Clock
    """By which clock it is meant."""

    instant: _dt.datetime | None = None
    """The moment that it means; nothing for a floating time, a whole day and an unknown zone."""

    local: _dt.datetime
    """What that clock shows; of a whole day its midnight."""

    zone: str | None = field(default=None, repr=False)
    """The zone of that clock by its IANA name; nothing where it is no such zone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Invited(_w.Record):
    """Who is invited to an event."""

    answer: Answer
    """What the invited person answered."""

    delegated_from: Sequence[str] = field(repr=False)
    """The addresses of those in whose place this one comes; empty where it is in nobody's."""

    delegated_to: Sequence[str] = field(repr=False)
    """The addresses of those who come instead; empty where nobody does."""

    rsvp: bool
    """Whether an answer is asked for."""

    who: Mailbox
    """Name and address. The address is as the file says it, without `mailto:`; it may be none that
    can be sent to.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadPeriod(_w.Record):
    """Two times, or one where it is not said when it ends."""

    end: ReadTime | None = None
    """When it ends; nothing where it lasts as long as the event."""

    start: ReadTime
    """The time at which it starts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RecurrenceId(_w.Record):
    """Which occurrence of a recurring event an event stands for (RFC 5545 3.8.4.4)."""

    and_later: bool
    """Whether it stands for all later ones as well (`RANGE=THISANDFUTURE`)."""

    start: ReadTime
    """When that occurrence would have started by the rule."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadEvent(_w.Record):
    """An event as a calendar says it."""

    all_day: bool
    """Whether it is an event of whole days, not of times."""

    certainty: Certainty | None = None
    """How firm it is; nothing where it is not said."""

    comment: str = field(repr=False)
    """What somebody said with an answer or proposal, on many lines; empty where nothing is."""

    description: str = field(repr=False)
    """What is said about it, on many lines; empty where nothing is."""

    end: ReadTime | None = None
    """When it ends, said by its end or its length; the day after the start, or the start itself,
    where it says neither (RFC 5545 3.6.1). Never before the start. Nothing without a start.
    """

    except_: Sequence[ReadTime]
    """Starts of occurrences that do not take place; empty where all do."""

    free: bool
    """Whether whose calendar it is can be planned at that time all the same (`TRANSPARENT`)."""

    invited: Sequence[Invited]
    """Who is invited, in the order of the file; empty where nobody is."""

    location: str = field(repr=False)
    """Where it takes place; empty where it says nothing."""

    more: Sequence[ReadPeriod]
    """Occurrences beside those of the rules; empty where there are none."""

    organizer: Mailbox | None = None
    """Who invites to it, by name and address as the file has them; nothing where nobody does."""

    private: bool
    """Whether others should not read what it is about (CLASS other than `PUBLIC`)."""

    recurrence_id: RecurrenceId | None = None
    """The occurrence that it stands for; nothing for an event itself."""

    rules: Sequence[str] = field(repr=False)
    """The rules by which it recurs, each as the file has it; empty where it does not."""

    sequence: int
    """Grows with each version; 0 where it is not said."""

    stamp: _dt.datetime | None = None
    """When this version was made (DTSTAMP); nothing where it is not said."""

    start: ReadTime | None = None
    """When it starts; nothing where it is not said, as in some answers and cancellations."""

    summary: str = field(repr=False)
    """What it is called, on one line; empty where it says nothing."""

    uid: str | None = field(default=None, repr=False)
    """The id of the event, the same for all its versions and changed occurrences; nothing where
    the file has none, so that no later version can be told to be of it.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Note(_w.Record):
    """Something that was odd in a calendar file, or that was lost of it."""

    detail: str = field(repr=False)
    """The name or the beginning of the text that it is about; may be empty."""

    kind: NoteKind
    """What it was, by a word that stays."""

    line: int
    """The line of the file, from 1; 0 where it is about the whole of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadCalendar(_w.Record):
    """A calendar file, read."""

    busy: Sequence[ReadBusy]
    """What it says about who is busy when, in the order of the file."""

    events: Sequence[ReadEvent]
    """Its events, in the order of the file, each changed occurrence by itself."""

    lost: Sequence[Note]
    """What of it was lost: unreadable, cut or left out. Empty where all that has a field was read."""

    method: Method | None = None
    """What it wants; nothing where it is no message but a plain file."""

    name: str = field(repr=False)
    """What the calendar is called (X-WR-CALNAME, or NAME of RFC 7986); empty where it is not said."""

    notes: Sequence[Note]
    """What was odd and lost nothing: what was guessed or mended."""

    program: str = field(repr=False)
    """Which program wrote it (PRODID); empty where nothing is said."""

    unread: Sequence[str] = field(repr=False)
    """Names of components and properties that have no field here, each once, sorted: `VALARM`,
    `X-MICROSOFT-CDO-BUSYSTATUS`.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class BusyFile(_w.Record):
    """When somebody is busy, to be written as a file (VFREEBUSY, RFC 5545 3.6.4)."""

    created: str = field(repr=False)
    """When this was made (DTSTAMP): a fact of the caller, so bytes repeat."""

    end: _dt.datetime
    """Until when it speaks; after the start."""

    method: BusyMethod = BusyMethod.PUBLISH
    """What the file is for: it shows the times where this is missing."""

    organizer: Mailbox
    """Whose times these are, or who asked for them in a reply."""

    start: _dt.datetime
    """From when it speaks."""

    times: Sequence[Busy2] = ()
    """The times, each within start and end; those in which there is nothing to do are not written."""

    uid: str = field(repr=False)
    """The id of the component; of an answer, that of the question."""

    whose: Mailbox | None = None
    """Whose times these are, in a reply, which needs it; left out where the times are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Span(_w.Record):
    """A stretch of time, in seconds. It never ends before it begins."""

    from_: int
    """The first second that belongs to it."""

    to: int
    """The moment at which it is over."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block(_w.Record):
    """Taken time: an absence, an appointment, an entry in another calendar. Neither service nor a
    journey overlaps it.
    """

    place: int | None = None
    """Where the technician is meanwhile: he has come there before it begins and goes on from
    there. Nothing: he stays where he was.
    """

    time: Span
    """From when until when the technician is taken."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Day(_w.Record):
    """One technician's day, which becomes one route."""

    blocks: Sequence[Block] = ()
    """Time that is taken, in any order. Blocks that lie wholly outside the shift are ignored."""

    end: int | None = None
    """The place where it ends. Nothing: it ends where its last stop is."""

    max_visits: int | None = None
    """The most visits that the day may have, pinned ones included. Nothing: as many as fit."""

    skills: Sequence[int] = ()
    """The skills that the technician has, by number."""

    spans: Sequence[Span] = ()
    """Working time in order, without overlaps; what lies between two spans is a pause. The shift
    lasts from the beginning of the first to the end of the last. Nothing: no visit fits in.
    """

    start: int | None = None
    """The place where it begins. Nothing: the journey to its first stop takes no time and costs
    nothing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules(_w.Record):
    """What is allowed in every day."""

    commute_outside: bool = False
    """Whether the way to the first stop and the way from the last may lie outside the shift. They
    are counted all the same. Default: all journeys lie within the shift.
    """

    keep_pauses: bool = False
    """Whether service must be over before a pause begins. Default: it may begin before a pause and
    end after it. It never begins or ends in a pause.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Travel(_w.Record):
    """Journeys between places, in seconds."""

    places: int
    """How many places there are."""

    seconds: Sequence[int]
    """From each place to each, row by row: that from `a` to `b` is at `a * places + b`. They need
    not be symmetric, nor does a detour have to be longer.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin(_w.Record):
    """Where a visit is planned already. It stays there whatever its windows, its skills and the
    working time say, for somebody decided so.
    """

    begin: int
    """When its service begins."""

    day: int
    """The day that has it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit(_w.Record):
    """Service at one place, by one technician, without a break of its own."""

    days: Sequence[int] | None = None
    """The days that may have it. Nothing: any."""

    duration: int = 0
    """How many seconds the service takes. A pause that it goes on over is counted in."""

    ends_within: bool = False
    """Whether service must also be over by the end of the window in which it begins. Default: no,
    a window bounds the beginning only.
    """

    pinned: Pin | None = None
    """Where it is planned already. Nothing: it is free."""

    place: int | None = None
    """Where. Nothing: it is done from wherever the technician is, without a journey."""

    priority: int = 1
    """How much it counts that it is served, against other visits. Default 1. One with 0 is still
    served where it displaces none that counts.
    """

    skills: Sequence[int] = ()
    """The skills that it needs, all of them."""

    windows: Sequence[Span] = ()
    """When service may begin: `from` is the earliest beginning and `to` the latest one, which is
    still allowed. One of them is enough. None given: at any time of the day.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights2(_w.Record):
    """What a plan costs. Visits that are not served are no part of it: they always count first. A
    weight of a second is at most [`super::MAX_WEIGHT`], that of a day [`super::MAX_SECONDS`].
    """

    day: int = 0
    """Cost of each day that has a visit, in the unit of the others. Default 0."""

    fairness: int = 0
    """Cost of unequal days. A day with `w` seconds of service and travel costs `w * w / 28800`
    times this, so that at 1 it is worth two seconds of travel to take one second of work from
    who has eight hours, and one second to take it from who has four. Default 0.
    """

    travel: int = 1
    """Cost of a second of travel. Default 1."""

    waiting: int = 0
    """Cost of a second of working time between two stops in which nobody travels. Default 0."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem(_w.Record):
    """Days to be filled, visits to be put into them, and what counts. Every time is a whole second
    since a moment that the caller chooses once for the whole problem, such as the first
    midnight. Days, visits and places are named by their index.
    """

    days: Sequence[Day] = ()
    """The days of technicians: each becomes one route. A technician with two days is here twice."""

    rules: Rules | None = None
    """What is allowed in every day."""

    travel: Travel | None = None
    """How long the journeys between places take."""

    visits: Sequence[Visit] = ()
    """The visits to be planned, and those that are planned already and stay where they are."""

    weights: Weights2 | None = None
    """What a plan costs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRoutes(_w.Record):
    """Which routes serve the most visits with the least travel?"""

    problem: Problem
    """Days of technicians, visits, and the journeys between places (`TOOL-ROUTE-01` to `-04` where
    they contradict themselves or are too many).
    """

    steps: int
    """How many positions are tried, 10,000,000,000 at the most (`TOOL-ROUTE-01`): some fifty
    million take a second. The same problem and steps give the same routes everywhere, and more
    steps never worse ones. With none, each visit is put once where it costs the least.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Journey(_w.Record):
    """A way from one place to the next."""

    seconds: int
    """Seconds of travel: the length of that time."""

    time: Span
    """From when until when."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CallVisit(_w.Record):
    """The visit of this index."""

    value: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CallBlock(_w.Record):
    """The block of this index among those of the day. Only blocks with a place are stops."""

    value: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Elsewhere(_w.Record):
    """The other day that would have a visit most cheaply."""

    day: int
    """The index of that day."""

    extra: int
    """How much more the plan would cost, in the unit of [`super::Weights`]. Below zero if less,
    which a plan of few steps may leave.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop(_w.Record):
    """One stop of a route."""

    begin: int
    """When service or the block begins."""

    call: Call
    """What he stops for."""

    elsewhere: Elsewhere | None = None
    """What the visit would cost in another day. Nothing for what may not move, and where it fits
    in no other day as that is.
    """

    end: int
    """When it is over."""

    journey: Journey
    """How he comes there. The first journey of a day is as late as it can be, others as early."""

    late: bool
    """Whether he cannot be there in time. Only what is pinned or blocked is ever late, when what
    is pinned or blocked before it is too far or takes too long.
    """

    waiting: int
    """Seconds of working time since the stop before, in which he neither serves nor travels. The
    first stop of a day has none.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Route(_w.Record):
    """What one technician does on one day."""

    home: Journey | None = None
    """The journey to where the day ends. Nothing if there is no such place, or no stop."""

    late_home: bool
    """Whether the way home ends after the shift because of what is pinned or blocked."""

    service: int
    """Seconds of service at all stops."""

    stops: Sequence[Stop]
    """Where he stops, in order. Empty: he has nothing to do and does not leave."""

    travel: int
    """Seconds of travel, the way home included."""

    waiting: int
    """Seconds of waiting before all stops."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts(_w.Record):
    """How many visits are not served, by reason."""

    crowded: int
    """Visits for which others leave no room."""

    never_fits: int
    """Visits that fit into none of their days."""

    no_skill: int
    """Visits for which nobody has all the skills."""

    not_allowed: int
    """Visits that nobody with the skills may have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals(_w.Record):
    """Sums over a plan."""

    cost: int
    """What the plan costs by the weights of the problem."""

    days: int
    """How many days have a visit."""

    priority: int
    """The sum of their priorities."""

    served: int
    """How many visits are served."""

    service: int
    """Seconds of service at all stops."""

    travel: int
    """Seconds of travel on all ways."""

    unserved: Counts
    """How many visits are not served, by reason."""

    waiting: int
    """Seconds of waiting before all stops."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason2NoSkill(_w.Record):
    """Nobody has all the skills that it needs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason2NotAllowed(_w.Record):
    """Who has the skills may not have it: its list of days names none of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason2NeverFits(_w.Record):
    """It fits into none of its days even if no other free visit were there."""

    value: Never


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason2Crowded(_w.Record):
    """It would fit into these days alone, but not beside what they have."""

    days: Sequence[int]
    """The indices of the days that would do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unserved(_w.Record):
    """A visit that no route has."""

    reason: Reason2
    """Why no route has it."""

    visit: int
    """The index of the visit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan(_w.Record):
    """Routes for the days of a problem."""

    routes: Sequence[Route]
    """One for each day, in the order of the days."""

    steps: int
    """The steps that were taken: at least those that it takes to put every visit somewhere once."""

    totals: Totals
    """Sums over all routes."""

    unserved: Sequence[Unserved]
    """The visits that no route has, in their order."""


Call = Union[
    CallVisit,
    CallBlock,
]
"""What a technician stops for."""


Reason2 = Union[
    Reason2NoSkill,
    Reason2NotAllowed,
    Reason2NeverFits,
    Reason2Crowded,
]
"""Why a visit is in no route. The first that is true."""


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
    ExpandRecurrence,
    _w.Field("exdate", _w.Items(_w.LOCAL), "empty"),
    _w.Field("from", _w.LOCAL, "none", attr="from_"),
    _w.Field("limit", _w.JSON),
    _w.Field("rdate", _w.Items(_w.LOCAL), "empty"),
    _w.Field("rrule", _w.JSON, "none"),
    _w.Field("short_months", _w.Word(ShortMonths), "none"),
    _w.Field("start", _w.Rec(WallTime)),
    _w.Field("until", _w.DATE, "none"),
)
_w.define(
    Occurrences,
    _w.Field("complete", _w.JSON),
    _w.Field("occurrences", _w.Items(_w.Rec(Planned))),
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
_w.define(
    Busy2,
    _w.Field("end", _w.INSTANT),
    _w.Field("kind", _w.Word(BusyKind)),
    _w.Field("start", _w.INSTANT),
)
_w.define(
    ReadBusy,
    _w.Field("comment", _w.JSON),
    _w.Field("end", _w.INSTANT, "none"),
    _w.Field("organizer", _w.Rec(Mailbox), "none"),
    _w.Field("stamp", _w.INSTANT, "none"),
    _w.Field("start", _w.INSTANT, "none"),
    _w.Field("times", _w.Items(_w.Rec(Busy2))),
    _w.Field("uid", _w.JSON, "none"),
    _w.Field("whose", _w.Items(_w.Rec(Mailbox))),
)
_w.define(
    ReadTime,
    _w.Field("clock", _w.Word(Clock)),
    _w.Field("instant", _w.INSTANT, "none"),
    _w.Field("local", _w.LOCAL),
    _w.Field("zone", _w.JSON, "none"),
)
_w.define(
    Invited,
    _w.Field("answer", _w.Word(Answer)),
    _w.Field("delegated_from", _w.Items(_w.JSON)),
    _w.Field("delegated_to", _w.Items(_w.JSON)),
    _w.Field("rsvp", _w.JSON),
    _w.Field("who", _w.Rec(Mailbox)),
)
_w.define(
    ReadPeriod,
    _w.Field("end", _w.Rec(ReadTime), "none"),
    _w.Field("start", _w.Rec(ReadTime)),
)
_w.define(
    RecurrenceId,
    _w.Field("and_later", _w.JSON),
    _w.Field("start", _w.Rec(ReadTime)),
)
_w.define(
    ReadEvent,
    _w.Field("all_day", _w.JSON),
    _w.Field("certainty", _w.Word(Certainty), "none"),
    _w.Field("comment", _w.JSON),
    _w.Field("description", _w.JSON),
    _w.Field("end", _w.Rec(ReadTime), "none"),
    _w.Field("except", _w.Items(_w.Rec(ReadTime)), attr="except_"),
    _w.Field("free", _w.JSON),
    _w.Field("invited", _w.Items(_w.Rec(Invited))),
    _w.Field("location", _w.JSON),
    _w.Field("more", _w.Items(_w.Rec(ReadPeriod))),
    _w.Field("organizer", _w.Rec(Mailbox), "none"),
    _w.Field("private", _w.JSON),
    _w.Field("recurrence_id", _w.Rec(RecurrenceId), "none"),
    _w.Field("rules", _w.Items(_w.JSON)),
    _w.Field("sequence", _w.JSON),
    _w.Field("stamp", _w.INSTANT, "none"),
    _w.Field("start", _w.Rec(ReadTime), "none"),
    _w.Field("summary", _w.JSON),
    _w.Field("uid", _w.JSON, "none"),
)
_w.define(
    Note,
    _w.Field("detail", _w.JSON),
    _w.Field("kind", _w.Word(NoteKind)),
    _w.Field("line", _w.JSON),
)
_w.define(
    ReadCalendar,
    _w.Field("busy", _w.Items(_w.Rec(ReadBusy))),
    _w.Field("events", _w.Items(_w.Rec(ReadEvent))),
    _w.Field("lost", _w.Items(_w.Rec(Note))),
    _w.Field("method", _w.Word(Method), "none"),
    _w.Field("name", _w.JSON),
    _w.Field("notes", _w.Items(_w.Rec(Note))),
    _w.Field("program", _w.JSON),
    _w.Field("unread", _w.Items(_w.JSON)),
)
_w.define(
    BusyFile,
    _w.Field("created", _w.JSON),
    _w.Field("end", _w.INSTANT),
    _w.Field("method", _w.Word(BusyMethod), "none"),
    _w.Field("organizer", _w.Rec(Mailbox)),
    _w.Field("start", _w.INSTANT),
    _w.Field("times", _w.Items(_w.Rec(Busy2)), "none"),
    _w.Field("uid", _w.JSON),
    _w.Field("whose", _w.Rec(Mailbox), "none"),
)
_w.define(
    Span,
    _w.Field("from", _w.JSON, attr="from_"),
    _w.Field("to", _w.JSON),
)
_w.define(
    Block,
    _w.Field("place", _w.JSON, "none"),
    _w.Field("time", _w.Rec(Span)),
)
_w.define(
    Day,
    _w.Field("blocks", _w.Items(_w.Rec(Block)), "none"),
    _w.Field("end", _w.JSON, "none"),
    _w.Field("max_visits", _w.JSON, "none"),
    _w.Field("skills", _w.Items(_w.JSON), "none"),
    _w.Field("spans", _w.Items(_w.Rec(Span)), "none"),
    _w.Field("start", _w.JSON, "none"),
)
_w.define(
    Rules,
    _w.Field("commute_outside", _w.JSON, "none"),
    _w.Field("keep_pauses", _w.JSON, "none"),
)
_w.define(
    Travel,
    _w.Field("places", _w.JSON),
    _w.Field("seconds", _w.Items(_w.JSON)),
)
_w.define(
    Pin,
    _w.Field("begin", _w.JSON),
    _w.Field("day", _w.JSON),
)
_w.define(
    Visit,
    _w.Field("days", _w.Items(_w.JSON), "none"),
    _w.Field("duration", _w.JSON, "none"),
    _w.Field("ends_within", _w.JSON, "none"),
    _w.Field("pinned", _w.Rec(Pin), "none"),
    _w.Field("place", _w.JSON, "none"),
    _w.Field("priority", _w.JSON, "none"),
    _w.Field("skills", _w.Items(_w.JSON), "none"),
    _w.Field("windows", _w.Items(_w.Rec(Span)), "none"),
)
_w.define(
    Weights2,
    _w.Field("day", _w.JSON, "none"),
    _w.Field("fairness", _w.JSON, "none"),
    _w.Field("travel", _w.JSON, "none"),
    _w.Field("waiting", _w.JSON, "none"),
)
_w.define(
    Problem,
    _w.Field("days", _w.Items(_w.Rec(Day)), "none"),
    _w.Field("rules", _w.Rec(Rules), "none"),
    _w.Field("travel", _w.Rec(Travel), "none"),
    _w.Field("visits", _w.Items(_w.Rec(Visit)), "none"),
    _w.Field("weights", _w.Rec(Weights2), "none"),
)
_w.define(
    PlanRoutes,
    _w.Field("problem", _w.Rec(Problem)),
    _w.Field("steps", _w.JSON),
)
_w.define(
    Journey,
    _w.Field("seconds", _w.JSON),
    _w.Field("time", _w.Rec(Span)),
)
_w.define(
    CallVisit,
    _w.Field("value", _w.JSON),
)
_w.define(
    CallBlock,
    _w.Field("value", _w.JSON),
)
_call = _w.Tagged(
    _w.Variant("visit", CallVisit, "value"),
    _w.Variant("block", CallBlock, "value"),
)
_w.define(
    Elsewhere,
    _w.Field("day", _w.JSON),
    _w.Field("extra", _w.JSON),
)
_w.define(
    Stop,
    _w.Field("begin", _w.JSON),
    _w.Field("call", _w.Later(lambda: _call)),
    _w.Field("elsewhere", _w.Rec(Elsewhere), "none"),
    _w.Field("end", _w.JSON),
    _w.Field("journey", _w.Rec(Journey)),
    _w.Field("late", _w.JSON),
    _w.Field("waiting", _w.JSON),
)
_w.define(
    Route,
    _w.Field("home", _w.Rec(Journey), "none"),
    _w.Field("late_home", _w.JSON),
    _w.Field("service", _w.JSON),
    _w.Field("stops", _w.Items(_w.Rec(Stop))),
    _w.Field("travel", _w.JSON),
    _w.Field("waiting", _w.JSON),
)
_w.define(
    Counts,
    _w.Field("crowded", _w.JSON),
    _w.Field("never_fits", _w.JSON),
    _w.Field("no_skill", _w.JSON),
    _w.Field("not_allowed", _w.JSON),
)
_w.define(
    Totals,
    _w.Field("cost", _w.JSON),
    _w.Field("days", _w.JSON),
    _w.Field("priority", _w.JSON),
    _w.Field("served", _w.JSON),
    _w.Field("service", _w.JSON),
    _w.Field("travel", _w.JSON),
    _w.Field("unserved", _w.Rec(Counts)),
    _w.Field("waiting", _w.JSON),
)
_w.define(
    Reason2NeverFits,
    _w.Field("value", _w.Word(Never)),
)
_w.define(
    Reason2Crowded,
    _w.Field("days", _w.Items(_w.JSON)),
)
_reason2 = _w.Tagged(
    _w.Variant("no_skill", Reason2NoSkill, "word"),
    _w.Variant("not_allowed", Reason2NotAllowed, "word"),
    _w.Variant("never_fits", Reason2NeverFits, "value"),
    _w.Variant("crowded", Reason2Crowded),
)
_w.define(
    Unserved,
    _w.Field("reason", _w.Later(lambda: _reason2)),
    _w.Field("visit", _w.JSON),
)
_w.define(
    Plan,
    _w.Field("routes", _w.Items(_w.Rec(Route))),
    _w.Field("steps", _w.JSON),
    _w.Field("totals", _w.Rec(Totals)),
    _w.Field("unserved", _w.Items(_w.Rec(Unserved))),
)
