"""What needs no engine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar
from uuid import UUID

from . import _callout, _plain, _wire
from ._generated.common import Mailbox, Period, Reason, WallTime, _reason
from ._generated.engine import CalendarEntry, CalendarFeed
from ._generated.toolbox import (
    BusyFile,
    Candidate,
    Day,
    EnquiryFacts,
    ExpandRecurrence,
    FindSlots,
    FreeBusyOf,
    FreeBusyTimes,
    Holidays,
    HolidaysOf,
    Occurrences,
    OwnAddresses,
    Plan,
    PlanRoutes,
    Problem,
    ReadCalendar,
    ReadMail,
    Slots,
    Span,
    Visit,
    Worker,
)


@dataclass(frozen=True)
class Code:
    """A declared code: one line of the registry."""

    code: str
    """Stable, for programs. Never reused."""
    status: str
    """What the caller does next: ``refused``."""
    en: str
    """English sentence with ``{parameter}`` places."""
    cs: str
    """The same in Czech."""
    cause: str
    """What is the matter, in a sentence for developers."""
    parameters: tuple[str, ...]
    """Names of the parameters, in order."""

    @property
    def page(self) -> str:
        """The page about it, from the folder of the documentation."""
        return f"codes/{self.code}.md"


def codes() -> tuple[Code, ...]:
    """List every code of Callout, sorted.

    >>> next(code.status for code in codes() if code.code == "RECORD-VERSION-01")
    'conflict'
    """
    found = json.loads(_callout.codes())
    return tuple(Code(**{**code, "parameters": tuple(code["parameters"])}) for code in found)


@dataclass(frozen=True)
class DeclaredReason:
    """A declared reason: why a result is what it is, one line of the registry."""

    code: str
    """Stable, for programs. Never reused."""
    en: str
    """English sentence with ``{parameter}`` places."""
    cs: str
    """The same in Czech."""
    parameters: tuple[str, ...]
    """Names of the parameters, in order. They never change."""


def reasons() -> tuple[DeclaredReason, ...]:
    """List every reason that a line or an amount may bear, sorted by its code.

    >>> next(reason.en for reason in reasons() if reason.code == "TAX-EXEMPT-01")
    'The supplier pays no VAT.'
    """
    found = json.loads(_callout.reasons())
    return tuple(
        DeclaredReason(**{**reason, "parameters": tuple(reason["parameters"])}) for reason in found
    )


@dataclass(frozen=True)
class Label:
    """What people read in the place of a name that programs know."""

    kind: Literal["noun", "status", "verb", "choice"]
    """What is named."""
    name: str
    """As programs know it: what ``status`` and ``available_verbs`` hold."""
    en: str
    """In English: a status as it stands after "is", a verb as it stands after "to"."""
    cs: str
    """In Czech: a verb in the infinitive, ``podepsat``."""


def labels() -> tuple[Label, ...]:
    """List what nouns, statuses and verbs are called: for buttons, columns and filters.

    >>> verbs = {label.name: label.cs for label in labels() if label.kind == "verb"}
    >>> verbs["add_fault"]
    'přidat závadu'
    """
    return tuple(Label(**label) for label in json.loads(_callout.labels()))


def say(reason: Reason | Mapping[str, Any], language: Literal["en", "cs"] = "en") -> str:
    """Say a reason of an invoice's line or of a coverage, in a language.

    >>> say({"code": "TAX-EXEMPT-01"}, "cs")
    'Dodavatel není plátcem DPH.'
    """
    asked = {"reason": _reason.write(reason, "reason"), "language": language}
    return _callout.say(_plain.to_bytes(asked))


def schema(name: str) -> dict[str, Any]:
    """Give the JSON Schemas of a noun, of ``engine`` or of ``toolbox``, by their names.

    Raises ``NotFound`` with ``BORDER-SCHEMA-01`` for any other name.

    >>> sorted(schema("record"))
    ['command', 'event', 'query', 'view']
    """
    found: dict[str, Any] = json.loads(_callout.schema(_plain.whole(name, "name")))
    return found


def check_registration_number(registration_number: str) -> str:
    """Check an IČO; gives its eight digits.

    >>> check_registration_number("596 10 000")
    '59610000'
    """
    return _callout.check_registration_number(_plain.whole(registration_number, "registration_number"))


def new_id() -> UUID:
    """Make a new id, ordered by time (UUIDv7).

    >>> new_id().version
    7
    """
    return UUID(_callout.new_id())


def read_email(message: bytes) -> ReadMail:
    r"""Read an e-mail as a mail server keeps it (RFC 5322 with MIME).

    >>> read_email(b"From: jana@firma.example\r\nSubject: Lis\r\n\r\nNejde.\r\n").subject
    'Lis'
    """
    return _wire.read_record(ReadMail, json.loads(_callout.read_email(bytes(message))))


def find_facts(message: bytes, *, own: OwnAddresses | None = None) -> EnquiryFacts:
    r"""Find what an enquiry says, each fact with the words it stands in; ``own`` is never theirs.

    >>> mail = "From: jana@firma.example\r\n\r\nFirma s.r.o., IČO 59610000\r\n".encode()
    >>> [found.value for found in find_facts(mail).registration_numbers]
    ['59610000']
    """
    ours = {} if own is None else _wire.Rec(OwnAddresses).write(own, "own")
    answer = _callout.find_facts(bytes(message), _plain.to_bytes(ours))
    return _wire.read_record(EnquiryFacts, json.loads(answer))


def calendar_file(
    entry: CalendarEntry, method: Literal["publish", "request", "cancel"] = "publish"
) -> bytes:
    """Write an entry for a calendar as an ``.ics`` file (RFC 5545).

    ``entry`` is what ``session.calendar_entry(visit)`` gives. ``publish`` shows the visit,
    ``request`` invites to it, ``cancel`` takes it away. A later file of the same visit replaces it
    in the calendar that opens it.

    >>> from datetime import datetime, timezone
    >>> entry = CalendarEntry(
    ...     uid="visit-1@firma.example",
    ...     sequence=0,
    ...     start=datetime(2026, 10, 16, 9),
    ...     end=datetime(2026, 10, 16, 11),
    ...     zone="Europe/Prague",
    ...     summary="SA-2026-00001 Lis",
    ...     status="confirmed",
    ...     created=datetime(2026, 10, 14, tzinfo=timezone.utc),
    ... )
    >>> b"DTSTART;TZID=Europe/Prague:20261016T090000" in calendar_file(entry)
    True
    """
    asked = {"entry": _wire.Rec(CalendarEntry).write(entry, "entry"), "method": method}
    return _callout.calendar_file(_plain.to_bytes(asked))


def calendar_feed(feed: CalendarFeed) -> bytes:
    """Write a technician's visits as an ``.ics`` file to which a calendar subscribes (RFC 7986).

    ``feed`` is what ``session.calendar_feed(technician, within)`` gives.

    >>> from callout._generated.engine import Feed
    >>> file = calendar_feed(CalendarFeed(feed=Feed(name="Karel Vrána"), entries=[]))
    >>> "X-WR-CALNAME:Karel Vrána" in file.decode()
    True
    """
    return _callout.calendar_feed(_plain.to_bytes(_wire.Rec(CalendarFeed).write(feed, "feed")))


def busy_file(busy: BusyFile) -> bytes:
    """Write when somebody is busy as an ``.ics`` file (VFREEBUSY, RFC 5545).

    >>> from datetime import datetime, timezone
    >>> noon = datetime(2026, 10, 16, 12, tzinfo=timezone.utc)
    >>> busy = BusyFile(
    ...     uid="1@firma.example",
    ...     organizer=Mailbox(address="vrana@firma.example"),
    ...     start=noon,
    ...     end=noon.replace(hour=18),
    ...     created=noon,
    ... )
    >>> b"BEGIN:VFREEBUSY" in busy_file(busy)
    True
    """
    return _callout.busy_file(_plain.to_bytes(_wire.Rec(BusyFile).write(busy, "busy")))


def read_calendar(file: bytes) -> ReadCalendar:
    r"""Read a calendar file of anybody: events, answers to invitations, busy times.

    What was odd stands in ``notes``, what was lost in ``lost``. Codes ``CALENDAR-READ-*``.

    >>> read_calendar(b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n").method.value
    'reply'
    """
    return _wire.read_record(ReadCalendar, json.loads(_callout.read_calendar(bytes(file))))


def expand_recurrence(ask: ExpandRecurrence) -> Occurrences:
    """Tell when something recurs (RFC 5545): a rule, times beside it, times that are left out.

    >>> from datetime import datetime
    >>> start = WallTime(local=datetime(2026, 1, 31, 8), zone="Europe/Prague")
    >>> ask = ExpandRecurrence(start=start, rrule="FREQ=MONTHLY", limit=2, short_months="last_day")
    >>> [str(at.local.date()) for at in expand_recurrence(ask).occurrences]
    ['2026-01-31', '2026-02-28']
    """
    return _tool("expand_recurrence", ask, Occurrences)


def holidays(country: str, year: int) -> Holidays:
    """List the public holidays of a country in a year, by its law: ``AT CZ DE PL SK``.

    Raises ``Invalid`` with ``TOOL-HOLIDAYS-01`` where they are not known.

    >>> [str(day.date) for day in holidays("CZ", 2027).holidays][:2]
    ['2027-01-01', '2027-03-26']
    """
    return _tool("holidays", HolidaysOf(country=country, year=year), Holidays)


def free_busy(within: Period, workers: Sequence[Worker]) -> FreeBusyTimes:
    """Tell when each is free within a period, and why not at other times.

    >>> from datetime import datetime, timezone
    >>> noon = datetime(2026, 10, 16, 12, tzinfo=timezone.utc)
    >>> day = Period(from_=noon, to=noon.replace(hour=18))
    >>> [len(one.free) for one in free_busy(day, [Worker()]).workers]
    [1]
    """
    return _tool("free_busy", FreeBusyOf(within=within, workers=list(workers)), FreeBusyTimes)


def find_slots(ask: FindSlots) -> Slots:
    """Find the best times for a piece of work, each with its score, and why others have none.

    >>> from datetime import datetime, timezone
    >>> noon = datetime(2026, 10, 16, 12, tzinfo=timezone.utc)
    >>> day = Period(from_=noon, to=noon.replace(hour=18))
    >>> ask = FindSlots(within=day, minutes=90, candidates=[Candidate(id=new_id())])
    >>> str(find_slots(ask).slots[0].parts[0].period.to)
    '2026-10-16 13:30:00+00:00'
    """
    return _tool("find_slots", ask, Slots)


def plan_routes(ask: PlanRoutes) -> Plan:
    """Plan which technician makes which visits, and in which order, with the least travel.

    >>> day = Day(spans=[Span(from_=0, to=8 * 3600)])
    >>> visits = [Visit(duration=3600), Visit(duration=9 * 3600)]
    >>> routes = plan_routes(PlanRoutes(problem=Problem(days=[day], visits=visits), steps=1000))
    >>> routes.totals.served, routes.totals.unserved.never_fits
    (1, 1)
    """
    return _tool("plan_routes", ask, Plan)


_T = TypeVar("_T")


def _tool(name: str, asked: _wire.Record, answers: type[_T]) -> _T:
    body = _wire.Rec(type(asked)).write(asked, "asked")
    return _wire.read_record(answers, json.loads(_callout.tool(name, _plain.to_bytes(body))))
