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
def desk(engine: callout.Engine) -> callout.Desk:
    """The manager's desk of a company that is founded."""
    return founded(engine)


def founded(engine: callout.Engine) -> callout.Desk:
    desk = engine.acting(callout.new_id(), callout.Actor.manager(callout.new_id()))
    address = callout.company.Address(
        street="Dlouhá 1", city="Praha", postal_code="110 00", country="CZ"
    )
    desk.company.found(
        profile=callout.company.Profile(
            name="Servis Modrý Klíč s.r.o.",
            company_id="58000003",
            address=address,
            email="servis@modry-klic.example",
        ),
        settings={"zone": "Europe/Prague"},
    )
    return desk


@pytest.fixture
def technician(desk: callout.Desk) -> UUID:
    """Somebody who works."""
    return desk.technician.enlist(name="Jan Novák").target


@pytest.fixture
def customer(desk: callout.Desk) -> UUID:
    """Somebody to work for."""
    return desk.customer.create(name="Kovo Hruška s.r.o.").target


@pytest.fixture
def job(desk: callout.Desk, customer: UUID) -> callout.Receipt:
    """An activity that is drafted."""
    return desk.activity.draft(kind="one_off", customer=customer, title="Kompresor neběží")


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
