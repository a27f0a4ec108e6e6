"""A technician's calendar on a real server, Radicale, as a host in Python keeps it."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, time as clock, timedelta
from pathlib import Path
from uuid import UUID

import callout
import pytest

CALENDAR = "/servis/visits/"


class Server:
    """A server that runs, and what anybody does there by hand."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        # Without a password, Radicale takes any user's word for it.
        connection.request(method, path, body, {"Authorization": "Basic c2VydmlzOng="})
        answer = connection.getresponse()
        return answer.status, answer.read()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    settings = ["--config", "", "--auth-type", "none", "--server-hosts", f"127.0.0.1:{port}"]
    folder = ["--storage-filesystem-folder", str(tmp_path / "radicale")]
    command = [sys.executable, "-m", "radicale", *settings, *folder]
    null = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=null, stderr=null) as runs:
        try:
            server = Server(port)
            for _ in range(600):
                try:
                    server.ask("OPTIONS", "/")
                    break
                except OSError:
                    time.sleep(0.05)
            assert server.ask("MKCALENDAR", CALENDAR)[0] == 201
            yield server
        finally:
            runs.kill()


def plan(
    session: callout.Session, job: callout.Receipt, technician: UUID, hour: int
) -> callout.Receipt:
    # A round looks ahead from the clock of this machine; the day may be a holiday.
    day = date.today() + timedelta(days=10)

    def at(hour: int) -> callout.visit.WallTime:
        return callout.visit.WallTime(
            local=datetime.combine(day, clock(hour)), zone="Europe/Prague"
        )

    return session.visit.plan(
        activity=job.target,
        technician=technician,
        assign=True,
        despite=["hours"],
        starts=at(hour),
        ends=at(hour + 1),
    )


def test_what_is_planned_is_written_and_what_is_done_by_hand_is_learned(
    session: callout.Session,
    server: Server,
    job: callout.Receipt,
    technician: UUID,
) -> None:
    caldav = callout.CalDavServer(url=f"http://127.0.0.1:{server.port}", user="servis", password="x")
    session.activity.open(job.target, expected=job.version)
    one, two = plan(session, job, technician, 8), plan(session, job, technician, 10)
    round = session.sync_calendar(technician, CALENDAR, caldav)
    assert (round.stopped, sorted(round.written)) == (None, sorted([one.target, two.target]))
    status, file = server.ask("GET", f"{CALENDAR}{one.target}.ics")
    assert status == 200 and b"Kompresor" in file and b"T080000" in file
    assert session.sync_calendar(technician, CALENDAR, caldav).written == ()
    assert server.ask("DELETE", f"{CALENDAR}{two.target}.ics")[0] == 200
    moved = file.replace(b"T090000", b"T140000").replace(b"T080000", b"T130000")
    assert server.ask("PUT", f"{CALENDAR}{one.target}.ics", moved)[0] in (201, 204)
    round = session.sync_calendar(technician, CALENDAR, caldav)
    assert sorted(round.suggested) == sorted([one.target, two.target])
    rows = {row.id: row for row in session.visit.each(suggested=True)}
    assert set(rows) == {one.target, two.target}
    wish = session.visit.get(one.target).state.suggestion
    assert wish is not None and wish.calendar == "caldav"


def test_what_is_no_server_is_refused(session: callout.Session, technician: UUID) -> None:
    with pytest.raises(callout.Invalid) as refused:
        session.sync_calendar(technician, CALENDAR, "http://127.0.0.1")  # type: ignore[arg-type]
    assert refused.value.code == "REQUEST-READ-01"
    server = callout.CalDavServer(url="http://127.0.0.1:9", user="servis", password="a secret")
    assert "a secret" not in repr(server)
    round = session.sync_calendar(technician, CALENDAR, server)
    assert round.stopped is not None and "CALENDAR-SERVER-09" in round.stopped
