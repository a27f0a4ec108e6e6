"""Mail that comes and mail that goes."""

from __future__ import annotations

import email
import email.policy
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import callout
import pytest
from aiosmtpd.controller import Controller

MAIL = (
    "From: Jana Hrušková <jana@kovo.example>\r\nSubject: Kompresor\r\n"
    "Message-ID: <1@kovo.example>\r\n\r\nDobrý den, nejde nám kompresor.\r\n"
    "Kovo Hruška s.r.o., IČO 59610000, tel. 777 123 456\r\n"
).encode()


def test_a_mail_is_taken_in_once(session: callout.Session, customer: UUID) -> None:
    first, again = session.receive(MAIL), session.receive(MAIL)
    assert [event.event for event in first.events] == ["received"]
    assert again.target == first.target and again.events == ()
    session.mail.file(first.target, under={"customer": customer})
    assert [row.id for row in session.mail.each(customer=customer)] == [first.target]
    content = session.mail.get(first.target).state.content.value
    assert content is not None
    assert session.blob(content) == MAIL


def test_a_technician_takes_no_mail_in(engine: callout.Engine, session: callout.Session) -> None:
    technician = engine.session(session.company_id, callout.Actor.technician(callout.new_id()))
    with pytest.raises(callout.Refused) as raised:
        technician.receive(MAIL)
    assert raised.value.code == "ACCESS-ROLE-01"
    assert session.mail.list().rows == ()


def test_facts_have_the_words_they_stand_in() -> None:
    facts = callout.find_facts(MAIL)
    assert [found.value for found in facts.registration_numbers] == ["59610000"]
    assert facts.registration_numbers[0].evidence.quote.startswith("Kovo Hruška")
    assert facts.respond_to is not None and facts.respond_to.address == "jana@kovo.example"
    ours = callout.toolbox.OwnAddresses(registration_numbers=["59610000"])
    assert callout.find_facts(MAIL, own=ours).registration_numbers == ()
    assert callout.read_email(MAIL).subject == "Kompresor"
    with pytest.raises(callout.Invalid) as raised:
        callout.read_email(b"")
    assert raised.value.code == "MAIL-READ-01"


@pytest.fixture
def queued(session: callout.Session, customer: UUID, job: callout.Receipt) -> UUID:
    """A message that waits."""
    return session.message.queue(
        purpose="letter",
        to=[callout.Personal(person=customer, value="jana@kovo.example")],
        subject="Termín",
        text="Přijedeme v pátek.",
        activities=[job.target],
    ).target


def status(session: callout.Session, message: UUID) -> str:
    return str(session.message.get(message).state.status.value)


class Carrier:
    """Carries, or raises what it was given."""

    def __init__(self, says: str | None | BaseException) -> None:
        self.says = says
        self.carried: list[tuple[callout.toolbox.Envelope, bytes]] = []

    def send(self, envelope: callout.toolbox.Envelope, message: bytes) -> str | None:
        self.carried.append((envelope, message))
        if isinstance(self.says, BaseException):
            raise self.says
        return self.says


class Wordless:
    """Has no words, and says neither yes nor no."""

    def __str__(self) -> str:
        raise ValueError("no words")

    def __bool__(self) -> bool:
        raise ValueError("neither")


def odd(reason: Any, permanent: Any = False) -> callout.NotSent:
    return callout.NotSent(reason, permanent=permanent)


@pytest.mark.parametrize(
    ("says", "outcome"),
    [
        ("250 \udcff", "sent"),
        (Wordless(), "sent"),
        (odd("\ud800 full"), "queued"),
        (odd(4), "queued"),
        (odd(None, None), "queued"),
        (odd(Wordless(), Wordless()), "queued"),
        (odd("no such user", 1), "failed"),
        (odd("no such user", "yes"), "failed"),
        (RuntimeError("\udcff"), "unknown"),
        ("250 OK", "sent"),
        (None, "sent"),
        (callout.NotSent("full"), "queued"),
        (callout.NotSent("no such user", permanent=True), "failed"),
        (RuntimeError("the line broke"), "unknown"),
    ],
)
def test_a_mailer_of_ones_own(
    session: callout.Session, queued: UUID, says: str | None | Exception, outcome: str
) -> None:
    mailer = Carrier(says)
    (delivered,) = session.deliver(mailer)
    assert delivered.message == queued
    assert status(session, queued) == outcome
    ((envelope, message),) = mailer.carried
    assert envelope.to == ("jana@kovo.example",) and envelope.from_ == "servis@modry-klic.example"
    read = email.message_from_bytes(message, policy=email.policy.default)
    assert read["Subject"] == "Termín" and read["Message-ID"] == f"<{envelope.message_id}>"
    assert session.deliver(mailer) == (), "nothing is sent twice by itself"


def test_what_was_not_taken_is_tried_again_by_itself(session: callout.Session, queued: UUID) -> None:
    """It waits for its minutes, unless a person sends it at once."""
    (delivered,) = session.deliver(Carrier(callout.NotSent("full")))
    state = session.message.get(queued).state
    assert delivered.next_try is not None and state.next_try == delivered.next_try
    assert state.attempts[0].outcome is not None and state.attempts[0].outcome.result == "not_now"
    assert session.deliver(Carrier("250 OK")) == ()
    session.message.retry(queued, reason="spěchá", expected=session.message.get(queued).version)
    assert [it.message for it in session.deliver(Carrier("250 OK"))] == [queued]


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), SystemExit(3), RuntimeError("a bug")])
def test_a_round_ends_with_what_nobody_expects(
    session: callout.Session, customer: UUID, job: callout.Receipt, queued: UUID, raised: BaseException
) -> None:
    """That message is unknown, the others wait; an interrupt goes on to the caller."""
    other = session.message.queue(
        purpose="letter",
        to=[callout.Personal(person=customer, value="jana@kovo.example")],
        subject="Druhá",
        text="Přijedeme v pátek.",
        activities=[job.target],
    ).target
    mailer = Carrier(raised)
    if isinstance(raised, Exception):
        assert [it.message for it in session.deliver(mailer)] == [queued]
    else:
        with pytest.raises(type(raised)) as told:
            session.deliver(mailer)
        assert told.value is raised
    assert len(mailer.carried) == 1
    assert (status(session, queued), status(session, other)) == ("unknown", "queued")
    assert [it.message for it in session.deliver(Carrier("250 OK"))] == [other]


def test_something_that_carries_nothing(session: callout.Session, queued: UUID) -> None:
    """It is told before anything is marked, and the message waits as before."""
    for nothing in [None, object(), callout.FolderMailer, "smtp"]:
        with pytest.raises(callout.Invalid) as raised:
            session.deliver(nothing)  # type: ignore[arg-type]
        assert raised.value.code == "REQUEST-READ-01" and raised.value.paths == ("mailer",)
        assert status(session, queued) == "queued"


def test_a_folder(session: callout.Session, queued: UUID, tmp_path: Path) -> None:
    session.deliver(callout.FolderMailer(tmp_path / "out"))
    (file,) = (tmp_path / "out").glob("*.eml")
    read = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert read.get_content().strip() == "Přijedeme v pátek."
    assert status(session, queued) == "sent"


class Server:
    """What a real SMTP server was told; it may refuse."""

    def __init__(self, refuses: str | None = None) -> None:
        self.refuses = refuses
        self.got: list[Any] = []

    async def handle_RCPT(  # noqa: N802  The name is the library's.
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.got.append(envelope)
        return "250 taken"


@contextmanager
def serving(server: Server) -> Iterator[Callable[[], callout.SmtpMailer]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield lambda: callout.SmtpMailer(
            host="127.0.0.1", port=port, hello="modry-klic.example", security="none"
        )
    finally:
        controller.stop()


def test_a_real_smtp_server_takes_it(session: callout.Session, queued: UUID) -> None:
    server = Server()
    with serving(server) as mailer:
        (delivered,) = session.deliver(mailer())
    assert status(session, queued) == "sent", delivered
    (envelope,) = server.got
    assert envelope.rcpt_tos == ["jana@kovo.example"]
    read = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert read.get_content().strip() == "Přijedeme v pátek."


def test_a_real_smtp_server_refuses_it(session: callout.Session, queued: UUID) -> None:
    with serving(Server("550 no such user")) as mailer:
        (delivered,) = session.deliver(mailer())
    assert status(session, queued) == "failed"
    assert delivered.delivery.permanent  # type: ignore[union-attr]


def test_a_password_is_shown_to_nobody() -> None:
    mailer = callout.SmtpMailer(
        host="mail.example", port=587, hello="x.example", user="servis", password="tajne"
    )
    assert "tajne" not in repr(mailer)


def test_the_calendar_file_is_the_visit(
    session: callout.Session, customer: UUID, technician: UUID, job: callout.Receipt
) -> None:
    opened = session.activity.open(job.target, expected=job.version)
    session.activity.assign(job.target, technicians=[technician], expected=opened.version)
    visit = session.visit.plan(
        activity=job.target,
        technician=technician,
        starts={"local": "2027-03-01T09:00:00", "zone": "Europe/Prague"},
        ends={"local": "2027-03-01T11:00:00", "zone": "Europe/Prague"},
    ).target
    entry = session.calendar_entry(visit)
    file = callout.calendar_file(entry)
    assert b"METHOD:PUBLISH" in file and b"DTSTART;TZID=Europe/Prague:20270301T090000" in file
    assert b"METHOD:CANCEL" not in file
    with pytest.raises(callout.NotFound):
        session.calendar_entry(customer)
    with pytest.raises(callout.Invalid) as raised:
        callout.calendar_file(entry, "request")
    assert raised.value.code == "CALENDAR-ENTRY-04"


def test_visits_of_a_week_over_several_pages(
    session: callout.Session, technician: UUID, job: callout.Receipt
) -> None:
    opened = session.activity.open(job.target, expected=job.version)
    session.activity.assign(job.target, technicians=[technician], expected=opened.version)
    for hour in range(8, 13):
        session.visit.plan(
            activity=job.target,
            technician=technician,
            starts={"local": f"2027-03-01T{hour:02}:00:00", "zone": "UTC"},
            ends={"local": f"2027-03-01T{hour:02}:30:00", "zone": "UTC"},
        )
    after = datetime(2027, 3, 1, 9, 45, tzinfo=timezone.utc)
    found = list(session.visit.each(ends_after=after, limit=1))
    assert [row.starts.instant.hour for row in found] == [10, 11, 12]


def test_the_newest_version_is_rendered_unless_another_is_said(
    session: callout.Session, job: callout.Receipt
) -> None:
    content = {"kind": "labour", "code": "x", "name": "Práce", "unit": "hour"}
    session.activity.open(job.target, expected=job.version)
    session.report.report_line(job.target, content=content, quantity=1)
    sheet = session.job_sheet.generate(activity=job.target)
    assert session.render(sheet.target).name.endswith("-00001.pdf")
    session.report.report_line(job.target, content=content, quantity=2)
    session.job_sheet.regenerate(sheet.target, expected=sheet.version)
    assert session.render(sheet.target).name.endswith("-00001-2.pdf")
    assert session.render(sheet.target, version=1).name.endswith("-00001.pdf")


def test_rendering_what_is_not_there(session: callout.Session) -> None:
    with pytest.raises(callout.NotFound):
        session.render(callout.new_id())
    with pytest.raises(callout.Invalid) as raised:
        session.render(callout.new_id(), format="odt")  # type: ignore[arg-type]
    assert raised.value.paths == ("page.format",)
