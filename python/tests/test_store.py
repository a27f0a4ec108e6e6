"""The file: another SQLite in this process, a fork, reading only, backups."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import callout
import pytest
from conftest import founded

needs_list = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="this system lists no descriptors"
)


def worked(path: Path) -> None:
    with callout.open(path) as engine:
        founded(engine).customer.create(name="Kovo")


@needs_list
def test_a_second_sqlite_in_the_process_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "service.db"
    with callout.open(path) as engine:
        session = founded(engine)
        other = sqlite3.connect(path)
        count = "SELECT count(*) FROM callout_event"
        before = other.execute(count).fetchone()
        with pytest.raises(callout.Refused) as refused:
            session.customer.create(name="Kovo")
        assert refused.value.code == "STORE-COPY-01" and str(path) in refused.value.message
        assert other.execute(count).fetchone() == before
        with pytest.raises(callout.Refused) as refused:
            callout.open(path)
        assert refused.value.code == "STORE-COPY-01"
        # It drops our locks, but not the one that keeps it from taking itself for the last one.
        other.close()
        session.customer.create(name="Kovo")
        assert session.verify().problems == ()


FIRST = """
import os, sqlite3, sys, callout
host = sqlite3.connect(sys.argv[1], isolation_level=None)
host.execute("CREATE TABLE own (n)")
reader = sqlite3.connect(sys.argv[1], isolation_level=None)
reader.execute("BEGIN")
reader.execute("SELECT count(*) FROM own").fetchone()
host.execute("BEGIN IMMEDIATE")
host.execute("INSERT INTO own VALUES (0)")
for _ in range(3):
    try:
        callout.open(sys.argv[1])
    except callout.Refused as refused:
        assert refused.code == "STORE-COPY-01"
    else:
        sys.exit("the other copy was not seen")
host.execute("COMMIT")
for n in range(20):
    host.execute("INSERT INTO own VALUES (?)", (n,))
assert reader.execute("SELECT count(*) FROM own").fetchone() == (0,)
os._exit(0)
"""


@needs_list
def test_a_second_sqlite_that_was_there_first_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    worked(path)
    subprocess.run([sys.executable, "-c", FIRST, str(path)], check=True)
    assert sqlite3.connect(path).execute("SELECT count(*) FROM own").fetchone() == (21,)


OTHER = """
import sys, uuid, callout
with callout.open(sys.argv[1]) as engine:
    session = engine.session(uuid.UUID(sys.argv[2]), callout.Actor.manager(callout.new_id()))
    for n in range(20):
        session.customer.create(name=f"Kovo {n}")
"""


def test_what_is_answered_is_in_the_file_whoever_looked_before(tmp_path: Path) -> None:
    """A look with another SQLite drops our locks; without the one that stays, the next process would
    take itself for the last one when it leaves, and delete the log under us."""
    path = tmp_path / "service.db"
    with callout.open(path) as engine:
        session = founded(engine)
    engine = callout.open(path)
    session = engine.session(session.company_id, session.actor)
    look = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    look.execute("SELECT count(*) FROM callout_event").fetchone()
    look.close()
    subprocess.run([sys.executable, "-c", OTHER, path, str(session.company_id)], check=True)
    done = []
    for n in range(4):
        try:
            done.append(session.customer.create(name=f"Hruška {n}").target)
        except callout.Unavailable as lost:
            assert lost.code == "STORE-MOVED-01"
    engine.close()
    with callout.open(path) as engine:
        session = engine.session(session.company_id, session.actor)
        for customer in done:
            session.customer.get(customer)
        assert len(session.customer.list(limit=100).rows) == 20 + len(done)
        assert session.verify().problems == ()
        session.customer.create(name="Jabloň")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_fork_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    script = """
import os, sys, callout
sys.path.insert(0, sys.argv[2])
from conftest import founded
engine = callout.open(sys.argv[1])
session = founded(engine)
child = os.fork()
if child == 0:
    codes = []
    for work in (lambda: session.customer.create(name="Kovo"), session.head,
                 lambda: callout.open(sys.argv[1])):
        try:
            work()
        except callout.Refused as refused:
            codes.append(refused.code)
    engine.close()
    os._exit(0 if codes == ["STORE-FORK-01"] * 3 else 1)
assert os.waitpid(child, 0)[1] == 0
session.customer.create(name="Kovo")
engine.close()
# Opened in each process, after it was forked, it is everybody's.
child = os.fork()
with callout.open(sys.argv[1]) as engine:
    engine.session(session.company_id, session.actor).customer.create(name="Hruška")
if child == 0:
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
"""
    path = tmp_path / "service.db"
    here = str(Path(__file__).parent)
    subprocess.run([sys.executable, "-c", script, path, here], check=True)


def test_a_backup_is_a_whole_store(tmp_path: Path) -> None:
    path, copy = tmp_path / "service.db", tmp_path / "copy.db"
    with callout.open(path) as engine:
        session = founded(engine)
        told: list[callout.Progress] = []
        engine.backup(copy, told.append)
        assert list(dict.fromkeys(now.stage for now in told)) == ["copy", "check", "verify"]
        assert told[-1].done == told[-1].total == 1
        with pytest.raises(callout.Conflict) as refused:
            engine.backup(copy)
        assert refused.value.code == "STORE-BACKUP-01"
        with pytest.raises(callout.Refused) as refused_too:
            engine.backup(tmp_path / "other.db", lambda now: now.stage != "check")
        assert refused_too.value.code == "STORE-BACKUP-02"

        def breaks(now: callout.Progress) -> None:
            raise RuntimeError(now.stage)

        with pytest.raises(RuntimeError, match="copy"):
            engine.backup(tmp_path / "other.db", breaks)
        head = session.head()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "service.db"]
    with callout.open(copy, read_only=True) as engine:
        assert engine.session(session.company_id, session.actor).head() == head
    # A copy that no engine has open may be looked at with anything.
    look = sqlite3.connect(copy)
    assert look.execute("SELECT count(*) FROM callout_event").fetchone() == (head.count,)
    look.close()


def test_a_file_is_read_and_nothing_touched(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    worked(path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with callout.open(path, read_only=True) as engine:
        session = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
        with pytest.raises(callout.Refused) as refused:
            session.customer.create(name="Kovo")
        assert refused.value.code == "STORE-READ-01"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_database_of_the_host_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "erp.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE customers (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(callout.Refused) as refused:
        callout.open(path)
    assert refused.value.code == "STORE-OPEN-04"
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
