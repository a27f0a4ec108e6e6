"""What the generated session stands on: an engine seen by one actor of one company."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, TypeVar, cast
from uuid import UUID

from . import _callout, _plain, _wire
from ._actor import Actor
from ._calendar_server import CalDavServer, CalendarServer, FolderCalendars
from ._errors import refusal
from ._generated.common import LanguageLike, Period
from ._generated.engine import (
    CalendarEntry,
    CalendarFeed,
    CalendarRound,
    Changes,
    Delivered,
    Deliveries,
    File,
    Head,
    Receipt,
    Verification,
)
from ._mailer import FolderMailer, Mailer, SmtpMailer
from ._progress import Progress

if TYPE_CHECKING:
    from ._batch import Batch

P = TypeVar("P")


class SessionBase:
    """An engine seen by one actor of one company."""

    def __init__(self, engine: _callout.Engine, company: UUID, actor: Actor) -> None:
        self._engine = engine
        self._company = company
        self._actor = actor

    @property
    def company_id(self) -> UUID:
        """The id of the company (the tenant) whose data is read and changed."""
        return self._company

    @property
    def actor(self) -> Actor:
        """Who asks, in which role."""
        return self._actor

    def batch(self, *, each: bool = False) -> Batch:
        """Execute several commands in one transaction, at the end of the ``with``.

        >>> import callout
        >>> with callout.open_memory() as engine:
        ...     session = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
        ...     _ = session.company.create(
        ...         profile={
        ...             "name": "Servis",
        ...             "registration_number": "58000003",
        ...             "email": "",
        ...             "address": {"street": "", "city": "", "postal_code": "", "country": "CZ"},
        ...         }
        ...     )
        ...     with session.batch() as batch:
        ...         customer = batch.customer.create(name="Kovo")
        ...         job = batch.activity.create(
        ...             kind="one_off", customer=customer.target, title="It stops"
        ...         )
        ...         _ = batch.activity.open(job.target, expected=job.version)
        ...     session.activity.get(job.target).state.status.value
        'open'

        What a command made stands in later ones: ``target``, ``version`` and ``part`` of what it
        gives. All is done or nothing, and the refusal names its command in ``details["batch"]``;
        with ``each=True`` the others are done all the same, and ``batch.outcomes`` says what
        became of each. Raised inside the ``with``, an exception leaves everything undone.
        """
        from ._batch import Batch
        from ._generated._session import Session

        return Batch(cast(Session, self), each=each)

    def changes(
        self, *, after: int = 0, limit: int = 100, language: LanguageLike | None = None
    ) -> Changes:
        """Read what happened after a sequence number, in commit order; at most 1,000 changes.

        What the next call gives in `after` stands in `next`. With a ``language`` each change is
        told as a sentence, in its ``text``.

        >>> page = manager.changes(after=0, limit=100)
        >>> page.changes[0].event
        'created'
        >>> len(manager.changes(after=page.next).changes)
        0
        >>> manager.changes(limit=1, language="en").changes[0].text.split(":")[0]
        'Created'
        """
        asked = {"after": after, "limit": limit, "language": language}
        answer = self._ask({"changes": asked})
        return _wire.read_record(Changes, answer)

    def verify(
        self,
        *,
        kept: Head | None = None,
        since: Head | None = None,
        progress: Callable[[Progress], bool | None] | None = None,
    ) -> Verification:
        """Prove the journal and all that is made from it.

        ``kept`` is a head that was kept elsewhere: a journal that is shorter, or another one,
        shows. With ``since``, a head of an earlier proof, only what came after it is proven.
        ``progress`` is told how far it is; where it gives ``False``, the report is ``stopped``.

        >>> manager.verify().clean
        True
        """
        heads = {"head": kept, "since": since}
        known = {
            name: _wire.Rec(Head).write(head, name) for name, head in heads.items() if head
        }
        asked = self._asked(query={"verify": known})
        if progress is None:
            return _wire.read_record(Verification, json.loads(self._engine.query(asked)))
        tell = progress
        found = self._engine.query(asked, lambda now: tell(Progress(**json.loads(now))))
        return _wire.read_record(Verification, json.loads(found))

    def renew(self, *, limit: int = 100) -> bool:
        """Write what an update of Callout reads in another form anew; whether some is left.

        After another language of the company it sorts anew what lists show by a name or title. At
        most ``limit`` streams a call, so that others work on in between: call it until it gives
        ``False``.

        >>> while manager.renew():
        ...     pass
        """
        return bool(json.loads(self._engine.renew(self._asked(limit=limit)))["more"])

    def head(self) -> Head:
        """Read the company's head, to be kept elsewhere.

        >>> kept = manager.head()
        >>> manager.verify(kept=kept).clean
        True
        """
        return _wire.read_record(Head, self._ask({"head": {}}))

    def put_blob(self, data: bytes) -> str:
        """Keep bytes (a photo, a signature, a file) under their hash, for commands to name.

        >>> photo = manager.put_blob(b"bytes of a picture")
        >>> manager.blob(photo)
        b'bytes of a picture'
        """
        return self._engine.put_blob(self._asked(), bytes(data))

    def blob(self, hash: str) -> bytes:
        """Read bytes back.

        >>> photo = manager.put_blob(b"bytes of a picture")
        >>> manager.blob(photo)
        b'bytes of a picture'
        """
        return self._engine.query(self._asked(query={"blob": {"hash": hash}}))

    def receive(self, message: bytes) -> Receipt:
        """Take in an e-mail (RFC 5322): its bytes and files are kept as evidence.

        The same bytes twice are one mail; ``target`` of the receipt is its id. File it with
        ``session.mail.file``.

        >>> mail = manager.receive(b"From: jana@firma.example\\r\\nSubject: Lis\\r\\n\\r\\nNejde.\\r\\n")
        >>> manager.mail.get(mail.target).state.subject.value
        'Lis'
        """
        answer = self._engine.receive(self._asked(), bytes(message))
        return _wire.read_record(Receipt, json.loads(answer))

    def render(
        self, document: UUID, *, version: int | None = None, format: Literal["pdf", "docx"] = "pdf"
    ) -> File:
        """Render a job sheet or invoice; ``session.blob(file.blob)`` reads its bytes.

        It is the newest version, unless another is said. What was signed or issued is rendered
        once: later calls give the same bytes.

        >>> file = manager.render(sheet, format="pdf")
        >>> manager.blob(file.blob)[:5]
        b'%PDF-'
        """
        page = {"document": str(document), "format": format}
        if version is not None:
            page["version"] = _plain.plain(version, "version")
        answer = self._engine.render(self._asked(page=page))
        return _wire.read_record(File, json.loads(answer))

    def calendar_entry(self, visit: UUID, *, technician: UUID | None = None) -> CalendarEntry:
        """Read a visit as an entry for a calendar; ``callout.calendar_file`` writes it.

        It is for the one whose visit it is. After the visit went to somebody else, the entry of the
        former ``technician`` is cancelled: written as ``cancel``, it takes the visit out of his
        calendar.

        >>> entry = manager.calendar_entry(visit)
        >>> callout.calendar_file(entry)[:15]
        b'BEGIN:VCALENDAR'
        """
        ask = {"visit": str(visit)} | ({"technician": str(technician)} if technician else {})
        return _wire.read_record(CalendarEntry, self._ask({"calendar_entry": ask}))

    def calendar_feed(
        self, technician: UUID, within: Period, *, refresh_minutes: int | None = None
    ) -> CalendarFeed:
        """Read a technician's visits as a feed; ``callout.calendar_feed`` writes it as a file.

        A calendar subscribes to that file, which the host serves, and fetches it again after so many
        minutes. Visits that were cancelled are not in it.

        >>> from datetime import datetime, timezone
        >>> first = datetime(2026, 10, 1, tzinfo=timezone.utc)
        >>> year = callout.availability.Period(from_=first, to=first.replace(year=2027))
        >>> technician = manager.visit.get(visit).state.technician
        >>> feed = manager.calendar_feed(technician, year, refresh_minutes=15)
        >>> len(feed.entries)
        1
        """
        ask: dict[str, Any] = {
            "technician": str(technician),
            "within": _wire.Rec(Period).write(within, "within"),
        }
        if refresh_minutes is not None:
            ask["refresh_minutes"] = _plain.plain(refresh_minutes, "refresh_minutes")
        return _wire.read_record(CalendarFeed, self._ask({"calendar_feed": ask}))

    def deliver(self, mailer: Mailer, *, limit: int = 100) -> Sequence[Delivered]:
        """Hand queued messages over, those first that are due for longest; gives what became of each.

        Call it again and again, every minute for example: what was certainly not taken and may be
        taken later is due again by itself, after the minutes of the company's setting
        ``retry_after``. Each message is marked before it is handed over: what is ``unknown`` is not
        sent twice by itself, and the round ends with it.

        >>> len(manager.deliver(callout.FolderMailer("outbox")))
        0
        """
        ask = self._asked(limit=limit)
        # Before anything is marked: what is marked is not tried again by itself.
        if isinstance(mailer, type) or not (
            isinstance(mailer, FolderMailer | SmtpMailer) or callable(getattr(mailer, "send", None))
        ):
            reason = f"{mailer!r} is no mailer: it has no send(envelope, message)"
            raise refusal("REQUEST-READ-01", path="mailer", reason=reason)
        if isinstance(mailer, FolderMailer | SmtpMailer):
            answer = self._engine.deliver(ask, _plain.to_bytes(mailer._wire()))
        else:
            answer = self._engine.deliver_through(ask, mailer)
        return _wire.read_record(Deliveries, json.loads(answer)).delivered

    def sync_calendar(
        self, technician: UUID, calendar: str, server: CalendarServer, *, limit: int = 100
    ) -> CalendarRound:
        """Keep a technician's calendar on a server: read what was done there by hand, write what is
        planned.

        Call it again and again, every few minutes for example. A visit that was moved or taken away
        there becomes a suggestion beside the visit, what else stands there keeps the technician
        busy, and what the server says is an outcome: ``stopped`` says why a round ended early, and
        the next one goes on from there.

        >>> round = manager.sync_calendar(vrana, "vrana", callout.FolderCalendars("."))
        >>> round.written, round.stopped
        ((), None)
        """
        ask = self._asked(technician=str(technician), calendar=calendar, limit=limit)
        if not isinstance(server, CalDavServer | FolderCalendars):
            reason = f"{server!r} is no server of calendars"
            raise refusal("REQUEST-READ-01", path="server", reason=reason)
        answer = self._engine.sync_calendar(ask, _plain.to_bytes(server._wire()))
        return _wire.read_record(CalendarRound, json.loads(answer))

    def __repr__(self) -> str:
        return f"<{self._actor.role} {self._actor.id} of company {self._company}>"

    def _asked(self, **more: Any) -> bytes:
        whole = {"company": str(self._company), "actor": self._actor._wire(), **more}
        return _plain.to_bytes(whole)

    def _execute(self, request: Mapping[str, Any]) -> Receipt:
        asked = self._asked(**request)
        # Text has its quotation marks escaped.
        if b'"$receipt":' in asked:
            raise RuntimeError("a batch that is not executed yet makes it: that one comes first")
        answer = self._engine.execute(asked)
        return _wire.read_record(Receipt, json.loads(answer))

    def _ask(self, query: Mapping[str, Any]) -> Any:
        return json.loads(self._engine.query(self._asked(query=query)))


class _Paged(Protocol):
    @property
    def next(self) -> Any:
        """Where the next page begins."""


PagedT = TypeVar("PagedT", bound=_Paged)


def each_page(page: Callable[[Any], PagedT], after: Any) -> Iterator[PagedT]:
    """Turn pages until there is none."""
    while True:
        found = page(after)
        yield found
        after = found.next
        if after is None:
            return


class NounCommands:
    """The commands and questions of one noun."""

    __slots__ = ("_session",)
    _noun: ClassVar[str]

    def __init__(self, session: SessionBase) -> None:
        self._session = session

    def __repr__(self) -> str:
        return f"<{self._noun} of {self._session!r}>"

    def _command(
        self,
        verb: str,
        fields: Sequence[_wire.Field] | _wire.Codec | None,
        values: Mapping[str, Any],
        id: UUID | None,
        expected: int | None,
        command_id: UUID | None,
        external_ids: Mapping[str, str] | None,
    ) -> Receipt:
        path = f"command.{self._noun}.{verb}"
        # A company's own commands are for the company that the session stands in.
        own = self._session.company_id if self._noun == "company" else None
        target = id or own
        request: dict[str, Any] = {
            "id": str(command_id) if command_id else _callout.new_id(),
            "command": {self._noun: _body(verb, fields, values, path)},
        }
        if target is not None:
            request["target"] = _plain.plain(target, "target")
        if expected is not None:
            request["expected"] = _plain.plain(expected, "expected")
        if external_ids:
            request["external_ids"] = _plain.plain(external_ids, "external_ids")
        return self._session._execute(request)

    def _query(
        self,
        verb: str | None,
        fields: Sequence[_wire.Field] | _wire.Codec | None,
        values: Mapping[str, Any],
        answer: type[P],
    ) -> P:
        path = f"query.{self._noun}" + (f".{verb}" if verb else "")
        query = _body(verb, fields, values, path)
        return _wire.read_record(answer, self._session._ask({self._noun: query}))


def _body(
    verb: str | None,
    fields: Sequence[_wire.Field] | _wire.Codec | None,
    values: Mapping[str, Any],
    path: str,
) -> Any:
    if fields is None:
        return verb
    if isinstance(fields, _wire.Codec):
        body = fields.write(values["value"], path)
    else:
        body = _wire.write_fields(fields, values, path)
    return body if verb is None else {verb: body}
