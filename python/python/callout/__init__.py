"""Callout: the embeddable field-service engine.

>>> import callout, tempfile, pathlib
>>> folder = tempfile.TemporaryDirectory()
>>> with callout.open(pathlib.Path(folder.name) / "service.db", durability="off") as engine:
...     desk = engine.acting(callout.new_id(), callout.Actor.manager(callout.new_id()))
...     receipt = desk.company.found(
...         profile={
...             "name": "Servis Modrý Klíč s.r.o.",
...             "company_id": "58000001",
...             "address": {
...                 "street": "Dlouhá 1", "city": "Praha", "postal_code": "110 00", "country": "CZ"
...             },
...             "email": "servis@modry-klic.example",
...         },
...         settings=callout.company.Settings(zone="Europe/Prague"),
...     )
...     [recorded.event for recorded in receipt.events]
...     desk.verify().problems
['founded']
()

An engine belongs to all threads. A **desk** is the engine seen by one actor of one company; it
has an attribute for each noun, and each noun a method for each command and question. Amounts are
``Decimal``, instants aware ``datetime``, local times naive ones, ids ``UUID``. Whatever goes wrong
is a child of ``callout.Error`` with a stable ``code``.
"""

from __future__ import annotations

import os
from typing import Literal

from . import _generated
from ._actor import Actor
from ._choice import Choice
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
from ._generated import *  # noqa: F403  The rooms; their list is generated.
from ._generated._desk import Desk
from ._generated.common import Change
from ._generated.engine import Changes, Delivered, File, Head, Receipt, Recorded, Report
from ._mailer import CustomMailer, FolderMailer, NotSent, SmtpMailer
from ._personal import Personal
from ._registry import Ares, CompanyRegistry, RecordedRegistry, RegistryEntry
from ._toolbox import (
    Code,
    DeclaredReason,
    check_company_id,
    codes,
    find_facts,
    new_id,
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
) -> Engine:
    """Open a service database, and make it where there is none: one file.

    ``durability`` says what a commit survives: a power cut (``full``), a crash of the process
    (``normal``; ``off`` may lose the file in a power cut, for imports). ``busy_timeout_ms`` is
    how long to wait for another writer before ``callout.Busy``.
    """
    return Engine(path, durability=durability, busy_timeout_ms=busy_timeout_ms)


def open_memory() -> Engine:
    """Keep everything in memory, and forget it when the engine is closed: for tests.

    >>> import callout
    >>> with callout.open_memory() as engine:
    ...     engine
    <callout engine on ":memory:">
    """
    return Engine.in_memory()


__all__ = [
    "Actor",
    "Ares",
    "Busy",
    "Change",
    "Changes",
    "Choice",
    "Code",
    "CompanyRegistry",
    "Conflict",
    "CustomMailer",
    "Data",
    "DeclaredReason",
    "Delivered",
    "Desk",
    "Engine",
    "Error",
    "File",
    "FolderMailer",
    "Head",
    "Internal",
    "Invalid",
    "NotFound",
    "NotSent",
    "Personal",
    "Receipt",
    "Recorded",
    "RecordedRegistry",
    "Refused",
    "RegistryEntry",
    "Report",
    "SmtpMailer",
    "Unavailable",
    "Unsupported",
    "check_company_id",
    "codes",
    "find_facts",
    "new_id",
    "open",
    "open_memory",
    "read_email",
    "reasons",
    "say",
    "schema",
]
__all__ += _generated.__all__
