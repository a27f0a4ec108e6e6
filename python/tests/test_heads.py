"""A hook after each commit."""

from __future__ import annotations

import sys
import threading
from typing import Any
from uuid import UUID

import callout
import pytest

Heads = list[tuple[UUID, callout.Head]]


@pytest.fixture
def heads(engine: callout.Engine, session: callout.Session) -> Heads:
    """What is told from now on."""
    heads: Heads = []
    engine.after_commit(lambda company, head: heads.append((company, head)))
    return heads


def test_each_commit_is_told(session: callout.Session, heads: Heads) -> None:
    command = callout.new_id()
    receipts = [session.customer.create(name="Kovo", command_id=command) for _ in range(2)]
    assert receipts[0] == receipts[1]
    assert heads == [(session.company_id, session.head())], "not for a receipt that is given again"
    with pytest.raises(callout.NotFound):
        session.activity.open(callout.new_id(), expected=1)
    assert len(heads) == 1
    session.receive(b"From: kos@kovo.example\r\nSubject: A\r\n\r\nB\r\n")
    assert len(heads) == 2 and heads[1] == (session.company_id, session.head())


@pytest.mark.parametrize("raised", [OSError("full"), KeyboardInterrupt(), SystemExit(3)])
def test_what_a_hook_raises_takes_nothing_back(
    engine: callout.Engine,
    session: callout.Session,
    raised: BaseException,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(company: UUID, head: callout.Head) -> None:
        raise raised

    told: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    engine.after_commit(fails)
    kovo = session.customer.create(name="Kovo").target
    ((seen, by),) = [(one.exc_value, one.object) for one in told]
    assert seen is raised and by is fails
    assert session.customer.get(kovo).version == 1


def test_a_hook_may_ask_and_execute(engine: callout.Engine, session: callout.Session) -> None:
    seen = []

    def curious(company: UUID, head: callout.Head) -> None:
        seen.append(session.head() == head)
        session.customer.create(name="Hruška")
        engine.after_commit(None)

    engine.after_commit(curious)
    session.customer.create(name="Kovo")
    session.customer.create(name="Lis")
    assert seen == [True], "its own commands are not told, and it took itself away"
    assert len(session.customer.list().rows) == 3


def test_a_hook_may_close_the_engine(engine: callout.Engine, session: callout.Session) -> None:
    engine.after_commit(lambda company, head: engine.close())
    assert session.customer.create(name="Kovo").events
    assert engine.closed


def test_the_greatest_count_is_the_newest(session: callout.Session, heads: Heads) -> None:
    def work() -> None:
        for _ in range(10):
            session.customer.create(name="Kovo")

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heads) == 40
    newest = max((head for _, head in heads), key=lambda head: head.count)
    assert newest == session.head()
    assert session.verify(kept=heads[7][1]).clean


def test_something_that_is_no_hook(engine: callout.Engine) -> None:
    with pytest.raises(TypeError):
        engine.after_commit(42)  # type: ignore[arg-type]
