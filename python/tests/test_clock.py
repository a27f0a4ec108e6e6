"""A clock of the host's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import callout
import pytest
from callout import visit
from conftest import founded

MONDAY = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)


class Hands:
    """A clock that shows what it is told to show."""

    def __init__(self) -> None:
        self.shows: Any = MONDAY

    def __call__(self) -> Any:
        if isinstance(self.shows, BaseException):
            raise self.shows
        return self.shows


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def engine(hands: Hands) -> Iterator[callout.Engine]:
    with callout.open_memory(clock=hands) as engine:
        yield engine


def test_what_happens_has_its_time(session: callout.Session, hands: Hands) -> None:
    hands.shows = datetime(2026, 7, 1, 12, 30, 0, 250, tzinfo=ZoneInfo("Europe/Prague"))
    task = session.task.create(title="Zavolat").target
    assert session.task.get(task).read_at == hands.shows
    stamped = [change.at for change in session.changes().changes]
    assert stamped == [MONDAY, hands.shows]
    assert session.verify().clean


def test_what_is_due_appears_when_the_clock_moves(session: callout.Session, hands: Hands) -> None:
    kovo = session.customer.create(name="Kovo Hruška s.r.o.").target
    monthly = session.plan.create(
        template={"title": "Prohlídka", "customer": kovo},
        rule="FREQ=MONTHLY",
        starts=visit.WallTime(local=datetime(2026, 4, 1, 8), zone="Europe/Prague"),
    ).target

    def nightly() -> callout.Receipt:
        until = hands.shows.date() + timedelta(days=7)
        return session.plan.generate_due(monthly, until=until)

    assert nightly().events == ()
    hands.shows += timedelta(days=28)
    nightly()
    (row,) = session.activity.list().rows
    assert row.title == "Prohlídka" and row.reported_at == hands.shows


def test_a_file_takes_one_too(tmp_path: Path, hands: Hands) -> None:
    with callout.open(tmp_path / "service.db", durability="off", clock=hands) as engine:
        session = founded(engine)
        assert session.changes().changes[0].at == MONDAY


@pytest.mark.parametrize(
    ("shows", "told"),
    [
        (datetime(2026, 3, 2, 9), "naive"),
        ("2026-03-02T09:00:00Z", "it gave str"),
        (None, "it gave NoneType"),
        (RuntimeError("no battery"), "RuntimeError: no battery"),
        (callout.NotSent("x"), "NotSent"),
    ],
)
def test_a_wrong_clock_is_refused_and_nothing_is_kept(
    session: callout.Session, hands: Hands, shows: Any, told: str
) -> None:
    before = session.head()
    right, hands.shows = hands.shows, shows
    attempts: list[Callable[[], object]] = [
        lambda: session.task.create(title="Zavolat"),
        lambda: session.task.list(),
        lambda: session.receive(b"From: kos@kovo.example\r\nSubject: A\r\n\r\nB\r\n"),
    ]
    for attempt in attempts:
        with pytest.raises(callout.Unavailable) as raised:
            attempt()
        assert raised.value.code == "ENGINE-CLOCK-01" and told in raised.value.message
        assert "Traceback" in raised.value.details["traceback"]
    with pytest.raises(callout.Unavailable), session.batch(each=True) as batch:
        batch.task.create(title="Zavolat")
    hands.shows = right
    assert session.head() == before
    assert session.task.create(title="Zavolat").events and session.verify().clean


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), SystemExit(3)])
def test_an_interrupt_goes_to_the_caller(
    session: callout.Session, hands: Hands, raised: BaseException
) -> None:
    before = session.head()
    right, hands.shows = hands.shows, raised
    with pytest.raises(type(raised)) as seen:
        session.task.create(title="Zavolat")
    assert seen.value is raised
    hands.shows = right
    assert session.head() == before


def test_a_clock_that_asks_its_engine_is_told(session: callout.Session) -> None:
    class Asks:
        """A time that asks before it is told."""

        def __call__(self) -> datetime:
            asking.task.list()
            return MONDAY

    with callout.open_memory(clock=Asks()) as engine:
        asking = engine.session(callout.new_id(), session.actor)
        with pytest.raises(callout.Unavailable) as raised:
            asking.task.list()
        assert "calls the engine whose clock it is" in raised.value.message


def test_a_backup_without_a_time_leaves_nothing(tmp_path: Path, hands: Hands) -> None:
    with callout.open(tmp_path / "service.db", durability="off", clock=hands) as engine:
        founded(engine)
        right, hands.shows = hands.shows, None
        with pytest.raises(callout.Unavailable):
            engine.backup(tmp_path / "copy.db")
        assert not list(tmp_path.glob("copy.db*"))
        hands.shows = right
        engine.backup(tmp_path / "copy.db")


def test_what_is_sent_has_its_time(session: callout.Session, hands: Hands, tmp_path: Path) -> None:
    kovo = session.customer.create(name="Kovo Hruška s.r.o.").target
    session.message.queue(
        purpose="letter", subject="Termín", text="V pátek.",
        to=[callout.Personal(person=kovo, value="kos@kovo.example")],
    )
    right, hands.shows = hands.shows, datetime(2026, 3, 2)
    with pytest.raises(callout.Unavailable):
        session.deliver(callout.FolderMailer(tmp_path))
    assert not list(tmp_path.glob("*.eml"))
    hands.shows = right
    session.deliver(callout.FolderMailer(tmp_path))
    (letter,) = tmp_path.glob("*.eml")
    assert b"Date: Mon, 2 Mar 2026 09:00:00 +0000" in letter.read_bytes()


def test_threads_ask_it_at_once(tmp_path: Path, hands: Hands) -> None:
    with callout.open(tmp_path / "service.db", durability="off", clock=hands) as engine:
        session = founded(engine)
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda n: session.task.create(title=str(n)), range(40)))
        assert {change.at for change in session.changes().changes} == {MONDAY}


def test_something_that_is_no_clock() -> None:
    with pytest.raises(TypeError):
        callout.open_memory(clock=MONDAY)  # type: ignore[arg-type]
