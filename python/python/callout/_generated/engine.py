"""What ``engine`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Union
from uuid import UUID

from .. import _choice as _k, _wire as _w
from . import common as _c
from .common import (
    Change as Change,
    Delivery as Delivery,
    DeliveryFailed as DeliveryFailed,
    DeliverySent as DeliverySent,
    DeliveryUnknown as DeliveryUnknown,
    DeliveryUnreached as DeliveryUnreached,
    Device as Device,
    Kept as Kept,
    Mailbox as Mailbox,
)


class EntryStatus(_k.Choice):
    """How firm the appointment is (RFC 5545 3.8.1.11)."""

    CONFIRMED = "confirmed"
    """The appointment is agreed with the customer."""
    TENTATIVE = "tentative"
    """The appointment is only proposed so far."""
    CANCELLED = "cancelled"
    """The appointment is called off."""


EntryStatusLike = Union[EntryStatus, Literal["confirmed", "tentative", "cancelled"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded(_w.Record):
    """One event that a command recorded."""

    event: str
    """The name of the event: `assigned`."""

    id: UUID
    """The id of the record."""

    noun: str
    """The noun of the record: `activity`."""

    part: UUID | None = None
    """The id of the part of the record that it is about: a line, reading, site, contact, fault,
    note or absence; missing where it is about the whole.
    """

    sequence: int
    """Where it stands in the company's journal, from 1."""

    version: int
    """The version of the record after it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Forgotten(_w.Record):
    """What an erasure did, and what it left."""

    kept: Sequence[Kept]
    """What the law keeps, and until when."""

    values: int
    """How many values were deleted."""

    waiting: str | None = field(default=None, repr=False)
    """Who or what keeps the deleted bytes from leaving the file at once, in words: somebody who
    still reads an older state, a transaction of the host that is not committed yet, a file too
    long to be written anew in time. Nothing where they have left it.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt(_w.Record):
    """What a command did."""

    command: UUID
    """The id of the command."""

    events: Sequence[Recorded]
    """All events of the transaction, also those of reactions, in commit order."""

    forgotten: Forgotten | None = None
    """What was forgotten and what stays, where persons were to be forgotten."""

    part: UUID | None = None
    """The id of the part of the record that the command was about: the line, reading, site,
    contact, fault, note or absence that it made or changed; missing where it was about the
    whole.
    """

    target: UUID
    """The id of the record that it was for."""

    version: int
    """The version of the record afterwards: what the next command gives in `expected`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head(_w.Record):
    """How long a company's journal is, and the hash of the chain over it. Kept elsewhere, it shows
    when the tail was cut.
    """

    count: int
    """How many events the journal has."""

    hash: str = field(repr=False)
    """The hash of the chain over all of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes(_w.Record):
    """A page of changes."""

    changes: Sequence[Change]
    """The events, in the order of commits. Events of what the role may not read are left out: of
    whole nouns, and of what is somebody else's.
    """

    head: Head
    """The company's head when they were read: keep it elsewhere, and a cut tail shows."""

    next: int
    """What the next call gives in `after`: the sequence number up to which this one read. The same
    as was given where nothing has happened since.
    """

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem(_w.Record):
    """One thing that is wrong."""

    id: UUID
    """The id of the record to which it belongs."""

    noun: str
    """The noun of the record to which it belongs."""

    sequence: int | None = None
    """Where the first wrong event stands in the company's journal; nothing where none is to blame."""

    what: str
    """What does not fit, in words for people."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verification(_w.Record):
    """What `verify` found."""

    clean: bool
    """Whether all is well: everything was proven, nothing waits for `renew`, nothing is wrong, and
    it was not stopped.
    """

    events: int
    """How many events were read and their hashes computed; with `since`, those after it."""

    head: Head
    """Where the journal ended when it was read. Kept elsewhere, it shows the next time that the
    tail was not cut, and what came before it need not be proven again. Where the proof was
    stopped, what it began with: nothing after that counts as proven.
    """

    problems: Sequence[Problem]
    """What is wrong, the first wrong event first; empty when all is well."""

    proved: Mapping[str, int] = field(repr=False)
    """How many rows were proven one by one, by table without its prefix `callout_`."""

    stale: int
    """How many streams have a state or rows that say they are of an older form, as after an update
    of Callout, or sorted for another language, as after the company changed its own. `renew`
    writes them anew, see [`Renewed`](super::Renewed): those of an older form count as proven
    once it has.
    """

    stopped: bool
    """Whether it was stopped before its end by who was told how far it is."""

    streams: int
    """How many streams were folded anew and compared with what is stored of them."""

    unproven: Mapping[str, int] = field(repr=False)
    """How many rows of those streams are not as they would be written today, by table: they are of
    the older form, or somebody changed them. No list shows them; until `renew` they are still
    looked for by what stands in them.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class File(_w.Record):
    """A document's file."""

    blob: str = field(repr=False)
    """Hash of the bytes: they are read with [`Session::blob`](crate::engine::Session::blob)."""

    media_type: str = field(repr=False)
    """The media type of the file: `application/pdf`, or Word's."""

    name: str = field(repr=False)
    """The name to save it under: `ZL-2026-00001.pdf`, and `ZL-2026-00001-2.pdf` where it is the
    second version.
    """

    recorded: bool
    """Whether what was rendered is on record: an issued invoice, a job sheet that was signed,
    refused or left unsigned as nobody was there. A sheet that still waits for its signature is
    rendered to be looked at only.
    """

    size: int
    """How many bytes it has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivered(_w.Record):
    """What became of one message."""

    delivery: Delivery
    """What the mailer said: sent, failed, unreached or unknown. What could not be handed over at
    all has failed.
    """

    message: UUID
    """The id of the message."""

    next_try: _dt.datetime | None = None
    """From when on it is tried again by itself, with the first call after that; nothing where it
    is not.
    """

    subject: str = field(repr=False)
    """The subject of the mail."""

    unrecorded: str | None = field(default=None, repr=False)
    """Why what the mailer said could not be recorded, in words with their code; missing where it
    was. The message then stays `unknown`, and the round ends: who decides about it must be told
    what the mailer said from here.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Deliveries(_w.Record):
    """What became of all of them; an object, so that it can grow."""

    delivered: Sequence[Delivered]
    """In the order in which they were handed over."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEntry(_w.Record):
    """One visit in a calendar. Times are local wall time in `zone`: that is what was agreed with
    the customer, and it stays when the rules of the zone change.
    """

    attendees: Sequence[Mailbox] = ()
    """Who is invited, by name and address; needed where it is no mere showing
    (`CALENDAR-ENTRY-04`), and left out where it is (RFC 5546, 3.2.1).
    """

    created: _dt.datetime
    """When this version was made (DTSTAMP): a fact of the caller, so bytes repeat."""

    description: str = field(default="", repr=False)
    """More lines; may be empty."""

    end: _dt.datetime
    """The local time at which it ends, after the start (`CALENDAR-ENTRY-02`)."""

    end_later: bool = False
    """The clock shows the end twice, as it is put back, and the second time is meant. The first
    where it is missing.
    """

    location: str = field(default="", repr=False)
    """Where it takes place; may be empty."""

    organizer: Mailbox | None = None
    """Who invites, by name and address; needed where it is no mere showing (`CALENDAR-ENTRY-04`).
    Where it is missing, an entry that is shown has no method.
    """

    sequence: int
    """Grows with each change; a lower one than known is ignored by calendars."""

    start: _dt.datetime
    """The local time at which it starts."""

    start_later: bool = False
    """The clock shows the start twice, as it is put back, and the second time is meant. The first
    where it is missing.
    """

    status: EntryStatus
    """How firm it is."""

    summary: str = field(repr=False)
    """One line: what and for whom."""

    uid: str = field(repr=False)
    """The id of the entry, the same for all its versions; not empty (`CALENDAR-ENTRY-01`)."""

    zone: str = field(repr=False)
    """The zone of both times by its IANA name, `Europe/Prague` (`CALENDAR-ENTRY-03`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEntry2(_w.Record):
    """One visit in a calendar. Times are local wall time in `zone`: that is what was agreed with
    the customer, and it stays when the rules of the zone change.
    """

    attendees: Sequence[Mailbox] = ()
    """Who is invited, by name and address; needed where it is no mere showing
    (`CALENDAR-ENTRY-04`), and left out where it is (RFC 5546, 3.2.1).
    """

    created: _dt.datetime
    """When this version was made (DTSTAMP): a fact of the caller, so bytes repeat."""

    description: str = field(default="", repr=False)
    """More lines; may be empty."""

    end: _dt.datetime
    """The local time at which it ends, after the start (`CALENDAR-ENTRY-02`)."""

    end_later: bool = False
    """The clock shows the end twice, as it is put back, and the second time is meant. The first
    where it is missing.
    """

    location: str = field(default="", repr=False)
    """Where it takes place; may be empty."""

    organizer: Mailbox | None = None
    """Who invites, by name and address; needed where it is no mere showing (`CALENDAR-ENTRY-04`).
    Where it is missing, an entry that is shown has no method.
    """

    sequence: int
    """Grows with each change; a lower one than known is ignored by calendars."""

    start: _dt.datetime
    """The local time at which it starts."""

    start_later: bool = False
    """The clock shows the start twice, as it is put back, and the second time is meant. The first
    where it is missing.
    """

    status: EntryStatus
    """How firm it is."""

    summary: str = field(repr=False)
    """One line: what and for whom."""

    uid: str = field(repr=False)
    """The id of the entry, the same for all its versions; not empty (`CALENDAR-ENTRY-01`)."""

    zone: str = field(repr=False)
    """The zone of both times by its IANA name, `Europe/Prague` (`CALENDAR-ENTRY-03`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed(_w.Record):
    """The head of a file with many entries, to which a calendar subscribes: those of a technician."""

    name: str = field(repr=False)
    """What the calendar is called; one line."""

    refresh_minutes: int | None = None
    """After how many minutes a calendar should fetch it again, from 1 (REFRESH-INTERVAL, RFC
    7986); it is left to the calendar where this is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarFeed(_w.Record):
    """The visits of a technician, to be written as one file to which a calendar subscribes."""

    entries: Sequence[CalendarEntry2]
    """The entries, each uid once (`CALENDAR-FEED-01`)."""

    feed: Feed
    """The head of the file: what the calendar is called, and when to fetch it again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RefusedEntry(_w.Record):
    """A visit whose entry the server did not take."""

    reason: str = field(repr=False)
    """Why not, in words with their code."""

    visit: UUID
    """The id of the visit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarRound(_w.Record):
    """What became of a round."""

    busy: int
    """How many periods the technician is busy by the other entries of the calendar."""

    more: bool
    """Whether there is more to do at once: call again."""

    refused: Sequence[RefusedEntry]
    """The visits whose entries the server did not take."""

    removed: Sequence[UUID]
    """The ids of the visits whose entries were taken away: they were cancelled, or somebody else
    goes.
    """

    stopped: str | None = field(default=None, repr=False)
    """Why the round ended early, in words with their code: the server was not reached, or nobody
    knows whether it wrote. The next round goes on from there. Missing where it did not.
    """

    suggested: Sequence[UUID]
    """The ids of the visits that were moved or taken away in the calendar by hand: that stands
    beside them as a suggestion until a manager decides.
    """

    unread: int
    """How many entries of others could not be read, or are too large: they keep nobody busy."""

    written: Sequence[UUID]
    """The ids of the visits whose entries were written."""


_w.define(
    Recorded,
    _w.Field("event", _w.JSON),
    _w.Field("id", _w.ID),
    _w.Field("noun", _w.JSON),
    _w.Field("part", _w.ID, "none"),
    _w.Field("sequence", _w.JSON),
    _w.Field("version", _w.JSON),
)
_w.define(
    Forgotten,
    _w.Field("kept", _w.Items(_w.Rec(Kept))),
    _w.Field("values", _w.JSON),
    _w.Field("waiting", _w.JSON, "none"),
)
_w.define(
    Receipt,
    _w.Field("command", _w.ID),
    _w.Field("events", _w.Items(_w.Rec(Recorded))),
    _w.Field("forgotten", _w.Rec(Forgotten), "none"),
    _w.Field("part", _w.ID, "none"),
    _w.Field("target", _w.ID),
    _w.Field("version", _w.JSON),
)
_w.define(
    Head,
    _w.Field("count", _w.JSON),
    _w.Field("hash", _w.JSON),
)
_w.define(
    Changes,
    _w.Field("changes", _w.Items(_w.Rec(Change))),
    _w.Field("head", _w.Rec(Head)),
    _w.Field("next", _w.JSON),
)
_w.define(
    Problem,
    _w.Field("id", _w.ID),
    _w.Field("noun", _w.JSON),
    _w.Field("sequence", _w.JSON, "none"),
    _w.Field("what", _w.JSON),
)
_w.define(
    Verification,
    _w.Field("clean", _w.JSON),
    _w.Field("events", _w.JSON),
    _w.Field("head", _w.Rec(Head)),
    _w.Field("problems", _w.Items(_w.Rec(Problem))),
    _w.Field("proved", _w.Table(_w.JSON)),
    _w.Field("stale", _w.JSON),
    _w.Field("stopped", _w.JSON),
    _w.Field("streams", _w.JSON),
    _w.Field("unproven", _w.Table(_w.JSON)),
)
_w.define(
    File,
    _w.Field("blob", _w.JSON),
    _w.Field("media_type", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("recorded", _w.JSON),
    _w.Field("size", _w.JSON),
)
_w.define(
    Delivered,
    _w.Field("delivery", _w.Later(lambda: _c._delivery)),
    _w.Field("message", _w.ID),
    _w.Field("next_try", _w.INSTANT, "none"),
    _w.Field("subject", _w.JSON),
    _w.Field("unrecorded", _w.JSON, "none"),
)
_w.define(
    Deliveries,
    _w.Field("delivered", _w.Items(_w.Rec(Delivered))),
)
_w.define(
    CalendarEntry,
    _w.Field("attendees", _w.Items(_w.Rec(Mailbox)), "none"),
    _w.Field("created", _w.INSTANT),
    _w.Field("description", _w.JSON, "none"),
    _w.Field("end", _w.LOCAL),
    _w.Field("end_later", _w.JSON, "none"),
    _w.Field("location", _w.JSON, "none"),
    _w.Field("organizer", _w.Rec(Mailbox), "none"),
    _w.Field("sequence", _w.JSON),
    _w.Field("start", _w.LOCAL),
    _w.Field("start_later", _w.JSON, "none"),
    _w.Field("status", _w.Word(EntryStatus)),
    _w.Field("summary", _w.JSON),
    _w.Field("uid", _w.JSON),
    _w.Field("zone", _w.JSON),
)
_w.define(
    CalendarEntry2,
    _w.Field("attendees", _w.Items(_w.Rec(Mailbox)), "none"),
    _w.Field("created", _w.INSTANT),
    _w.Field("description", _w.JSON, "none"),
    _w.Field("end", _w.LOCAL),
    _w.Field("end_later", _w.JSON, "none"),
    _w.Field("location", _w.JSON, "none"),
    _w.Field("organizer", _w.Rec(Mailbox), "none"),
    _w.Field("sequence", _w.JSON),
    _w.Field("start", _w.LOCAL),
    _w.Field("start_later", _w.JSON, "none"),
    _w.Field("status", _w.Word(EntryStatus)),
    _w.Field("summary", _w.JSON),
    _w.Field("uid", _w.JSON),
    _w.Field("zone", _w.JSON),
)
_w.define(
    Feed,
    _w.Field("name", _w.JSON),
    _w.Field("refresh_minutes", _w.JSON, "none"),
)
_w.define(
    CalendarFeed,
    _w.Field("entries", _w.Items(_w.Rec(CalendarEntry2))),
    _w.Field("feed", _w.Rec(Feed)),
)
_w.define(
    RefusedEntry,
    _w.Field("reason", _w.JSON),
    _w.Field("visit", _w.ID),
)
_w.define(
    CalendarRound,
    _w.Field("busy", _w.JSON),
    _w.Field("more", _w.JSON),
    _w.Field("refused", _w.Items(_w.Rec(RefusedEntry))),
    _w.Field("removed", _w.Items(_w.ID)),
    _w.Field("stopped", _w.JSON, "none"),
    _w.Field("suggested", _w.Items(_w.ID)),
    _w.Field("unread", _w.JSON),
    _w.Field("written", _w.Items(_w.ID)),
)
