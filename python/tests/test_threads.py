"""One engine for all threads; the interpreter goes on while it works."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import callout
from conftest import another_writer, founded


def test_eight_threads_on_one_engine(session: callout.Session, customer: UUID) -> None:
    def work(n: int) -> list[UUID]:
        made = []
        for m in range(5):
            draft = session.activity.create(kind="one_off", customer=customer, title=f"{n}-{m}")
            session.activity.open(draft.target, expected=draft.version)
            assert (
                session.activity.get(draft.target).state.status is callout.activity.Status.OPEN
            )
            made.append(draft.target)
        return made

    with ThreadPoolExecutor(8) as pool:
        made = [id for ids in pool.map(work, range(8)) for id in ids]
    rows = list(session.activity.each(limit=7))
    assert len(rows) == 40 and {row.id for row in rows} == set(made)
    assert len({row.number for row in rows}) == 40
    assert session.verify().problems == ()


def test_others_go_on_while_the_engine_waits(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    with callout.open(path, durability="off", busy_timeout_ms=20_000) as engine:
        session = founded(engine)
        waiting = threading.Thread(target=session.put_blob, args=(b"podpis",))
        with another_writer(path):
            waiting.start()
            # With the interpreter's lock held by the waiting thread, this one would not go on
            # before the engine gives up.
            time.sleep(0.2)
            assert waiting.is_alive()
        waiting.join(20)
        assert not waiting.is_alive() and session.blob(session.put_blob(b"podpis")) == b"podpis"
