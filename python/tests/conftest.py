"""A company on a fresh file for each test."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import callout
import pytest


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[callout.Engine]:
    with callout.open(tmp_path / "service.db", durability="off") as engine:
        yield engine


@pytest.fixture
def session(engine: callout.Engine) -> callout.Session:
    """The manager's session of a company that is founded."""
    return founded(engine)


def founded(engine: callout.Engine) -> callout.Session:
    session = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
    address = callout.company.Address(
        street="Dlouhá 1", city="Praha", postal_code="110 00", country="CZ"
    )
    session.company.create(
        profile=callout.company.Profile(
            name="Servis Modrý Klíč s.r.o.",
            registration_number="58000003",
            address=address,
            email="servis@modry-klic.example",
        ),
        settings={"zone": "Europe/Prague"},
    )
    return session


@pytest.fixture
def technician(session: callout.Session) -> UUID:
    """Somebody who works."""
    return session.technician.create(name="Jan Novák").target


@pytest.fixture
def customer(session: callout.Session) -> UUID:
    """Somebody to work for."""
    return session.customer.create(name="Kovo Hruška s.r.o.").target


@pytest.fixture
def job(session: callout.Session, customer: UUID) -> callout.Receipt:
    """An activity that is drafted."""
    return session.activity.create(kind="one_off", customer=customer, title="Kompresor neběží")


HOLD = """
import sqlite3, sys
writer = sqlite3.connect(sys.argv[1], isolation_level=None)
writer.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_writer(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process in the middle of a write. In this one a lock would not be seen: a second
    SQLite library in one process undoes the locks of the first."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None and writer.stdin is not None
        assert writer.stdout.readline() == b"held\n"
        try:
            yield writer
        finally:
            writer.stdin.close()
