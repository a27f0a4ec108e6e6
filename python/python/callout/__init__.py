"""Callout: the embeddable field-service engine.

>>> import callout, tempfile, pathlib
>>> folder = tempfile.TemporaryDirectory()
>>> with callout.open(pathlib.Path(folder.name) / "service.db", durability="off") as engine:
...     session = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
...     receipt = session.company.create(
...         profile={
...             "name": "Servis Modrý Klíč s.r.o.",
...             "registration_number": "58000003",
...             "address": {
...                 "street": "Dlouhá 1", "city": "Praha", "postal_code": "110 00", "country": "CZ"
...             },
...             "email": "servis@modry-klic.example",
...         },
...         settings=callout.company.Settings(zone="Europe/Prague"),
...     )
...     [recorded.event for recorded in receipt.events]
...     session.verify().clean
['created']
True

An engine belongs to all threads. A **session** is the engine seen by one actor of one company; it
has an attribute for each noun, and each noun a method for each command and question. Amounts are
``Decimal``, instants aware ``datetime``, local times naive ones, ids ``UUID``. Whatever goes wrong
is a child of ``callout.Error`` with a stable ``code``.
"""

from __future__ import annotations

import os
from typing import Literal

from . import _generated
from ._actor import Actor
from ._batch import Batch
from ._choice import KEEP, Choice, Keep
from ._clock import Clock
from ._engine import Engine
from ._errors import (
    Busy,
    Conflict,
    Data,
    Error,
    Internal,
    Invalid,
    NotFound,
    Refused,
    Unavailable,
    Unsupported,
)
from ._generated import *  # noqa: F403  The nouns; their list is generated.
from ._generated._session import Session
from ._generated.common import Change
from ._generated.engine import (
    CalendarEntry,
    CalendarRound,
    Changes,
    Delivered,
    File,
    Head,
    Receipt,
    Recorded,
    Verification,
)
from ._calendar_server import CalDavServer, FolderCalendars
from ._mailer import CustomMailer, FolderMailer, NotSent, SmtpMailer
from ._personal import Personal
from ._progress import Progress
from ._registry import Ares, CompanyRegistry, RecordedRegistry, RegistryEntry
from ._toolbox import (
    Code,
    DeclaredReason,
    Label,
    busy_file,
    calendar_feed,
    calendar_file,
    check_registration_number,
    codes,
    expand_recurrence,
    find_facts,
    find_slots,
    free_busy,
    holidays,
    labels,
    new_id,
    plan_routes,
    read_calendar,
    read_email,
    reasons,
    say,
    schema,
)


def open(
    path: str | os.PathLike[str],
    *,
    durability: Literal["full", "normal", "off"] = "full",
    busy_timeout_ms: int = 10_000,
    read_only: bool = False,
    most_wal_bytes: int = 256 << 20,
    clock: Clock | None = None,
) -> Engine:
    """Open a service database, and make it where there is none: one file.

    **Never open the file with Python's own** ``sqlite3`` **in the process that has an engine on
    it**, not even to read: two copies of SQLite in one process drop each other's locks, commands
    get lost and the file breaks. Where Callout sees it, it refuses with ``STORE-COPY-01``; what is
    not seen in time is found later, as ``STORE-COPY-02`` or ``STORE-MOVED-01``. In another process any SQLite
    may read and write the file; in this one, look into a copy made by ``Engine.backup``. Do not
    copy or open the file by other means either. After ``os.fork`` (``multiprocessing`` with
    ``fork``), a child cannot use or open what its parent had open (``STORE-FORK-01``): open after
    forking, or use ``spawn``.

    ``durability`` says what a commit survives: a power cut (``full``), a crash of the process
    (``normal``; ``off`` may lose the file in a power cut, for imports). ``busy_timeout_ms`` is
    how long a call waits for others, all in all, before ``callout.Busy``. ``read_only`` reads and
    verifies a file and touches nothing: evidence, a medium that cannot be written.
    ``most_wal_bytes`` bounds the ``-wal`` file beside, which grows while somebody goes on reading
    an old state (``STORE-FULL-02``). ``clock`` says what time it is in place of the machine's
    clock: see ``callout.open_memory``.
    """
    return Engine(
        path,
        durability=durability,
        busy_timeout_ms=busy_timeout_ms,
        read_only=read_only,
        most_wal_bytes=most_wal_bytes,
        clock=clock,
    )


def open_memory(*, clock: Clock | None = None) -> Engine:
    """Keep everything in memory, and forget it when the engine is closed: for tests.

    >>> import callout
    >>> with callout.open_memory() as engine:
    ...     engine
    <callout engine on ":memory:">

    ``clock`` takes no argument and gives an aware ``datetime``; it stamps what happens, and says
    what is due, what is late and which day it is. Without one it is the machine's clock.

    >>> from datetime import datetime, timezone
    >>> noon = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
    >>> with callout.open_memory(clock=lambda: noon) as engine:
    ...     session = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
    ...     _ = session.company.create(
    ...         profile={
    ...             "name": "Servis",
    ...             "registration_number": "58000003",
    ...             "email": "",
    ...             "address": {"street": "", "city": "", "postal_code": "", "country": "CZ"},
    ...         }
    ...     )
    ...     print(session.changes().changes[0].at)
    2026-03-02 12:00:00+00:00

    It is asked within each command and question, several times in some, by every thread that
    calls. Where it raises, or gives anything but an aware ``datetime``, no other time is taken: the
    call raises ``callout.Unavailable`` with ``ENGINE-CLOCK-01``, its traceback in ``details``, and
    nothing of it is kept. It must not call the engine.
    """
    return Engine.in_memory(clock=clock)


__all__ = [
    "Actor",
    "Ares",
    "Progress",
    "Batch",
    "Busy",
    "CalendarEntry",
    "CalendarRound",
    "Change",
    "Changes",
    "CalDavServer",
    "Choice",
    "Clock",
    "Code",
    "CompanyRegistry",
    "Conflict",
    "CustomMailer",
    "Data",
    "DeclaredReason",
    "Delivered",
    "Session",
    "Engine",
    "Error",
    "File",
    "FolderCalendars",
    "FolderMailer",
    "Head",
    "Internal",
    "Invalid",
    "KEEP",
    "Keep",
    "Label",
    "NotFound",
    "NotSent",
    "Personal",
    "Receipt",
    "Recorded",
    "RecordedRegistry",
    "Refused",
    "RegistryEntry",
    "Verification",
    "SmtpMailer",
    "Unavailable",
    "Unsupported",
    "busy_file",
    "calendar_feed",
    "calendar_file",
    "check_registration_number",
    "codes",
    "expand_recurrence",
    "find_facts",
    "find_slots",
    "free_busy",
    "holidays",
    "labels",
    "new_id",
    "open",
    "open_memory",
    "plan_routes",
    "read_calendar",
    "read_email",
    "reasons",
    "say",
    "schema",
]
__all__ += _generated.__all__
