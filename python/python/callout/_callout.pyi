"""The engine as the extension module has it: bytes in, bytes out. Use the package instead."""

import os
from collections.abc import Callable
from typing import final

from ._clock import Clock
from ._errors import Error
from ._hook import AfterCommit
from ._mailer import CustomMailer
from ._registry import CompanyRegistry

__all__ = [
    "Engine",
    "busy_file",
    "calendar_feed",
    "calendar_file",
    "check_registration_number",
    "coded",
    "codes",
    "find_facts",
    "labels",
    "new_id",
    "read_calendar",
    "read_email",
    "reasons",
    "say",
    "schema",
    "tool",
]

@final
class Engine:
    """One service database, for all threads of the host."""

    @staticmethod
    def open(
        path: str | os.PathLike[str],
        *,
        durability: str = "full",
        busy_timeout_ms: int = 10_000,
        read_only: bool = False,
        most_wal_bytes: int = ...,
        clock: Clock | None = None,
    ) -> Engine:
        """Open a file, and make it where there is none."""

    @staticmethod
    def open_memory(*, clock: Clock | None = None) -> Engine:
        """Keep everything in memory, and forget it when it is closed."""

    def close(self) -> None:
        """Let go of the file, as soon as the calls that are under way have ended."""

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""

    def backup(
        self, path: str | os.PathLike[str], progress: Callable[[bytes], object] | None
    ) -> None:
        """Copy the file while others work on it; ``progress`` gives ``False`` to cancel."""

    def execute(self, request: bytes) -> bytes:
        """Execute a request; JSON both ways."""

    def batch(self, batch: bytes) -> bytes:
        """Execute several commands in one transaction; JSON both ways."""

    def query(self, question: bytes, progress: Callable[[bytes], object] | None = None) -> bytes:
        """Answer a question; JSON both ways, and bytes for ``blob``."""

    def renew(self, ask: bytes) -> bytes:
        """Write what is of an older form anew."""

    def put_blob(self, caller: bytes, bytes: bytes) -> str:
        """Keep bytes; gives their hash."""

    def receive(self, caller: bytes, message: bytes) -> bytes:
        """Take in an e-mail; gives the receipt."""

    def render(self, ask: bytes) -> bytes:
        """Render a document; gives what its file is."""

    def deliver(self, ask: bytes, mailer: bytes) -> bytes:
        """Deliver what is queued through a mailer that Callout brings."""

    def deliver_through(self, ask: bytes, mailer: CustomMailer) -> bytes:
        """Deliver what is queued through an object with ``send(envelope, message)``."""

    def sync_calendar(self, ask: bytes, server: bytes) -> bytes:
        """Keep a technician's calendar on a server that Callout has a client for."""

    def after_commit(self, hook: AfterCommit | None) -> None:
        """Register what is told a company and its head after each commit."""

    def look_up_company(self, registration_number: str, number_checked: bool) -> bytes:
        """Ask the registers that are plugged in; JSON, ``null`` for no such company."""

    def register_registry(self, registry: CompanyRegistry) -> None:
        """Plug in a register of companies."""

    def open_registry(self, settings: bytes) -> None:
        """Plug in a register that Callout brings."""

def coded(code: str, details: bytes) -> Error:
    """Make the exception of a declared code."""

def check_registration_number(registration_number: str) -> str:
    """Check an IČO; gives its eight digits."""

def read_email(message: bytes) -> bytes:
    """Read what an e-mail says, as JSON."""

def calendar_file(asked: bytes) -> bytes:
    """Write an entry for a calendar as a file; it and the method are asked as JSON."""

def calendar_feed(asked: bytes) -> bytes:
    """Write a feed of a technician's visits, asked as JSON."""

def busy_file(asked: bytes) -> bytes:
    """Write busy times as a file, asked as JSON."""

def read_calendar(file: bytes) -> bytes:
    """Read what a calendar file says, as JSON."""

def tool(name: str, asked: bytes) -> bytes:
    """Ask a tool by its name; JSON in and out."""

def find_facts(message: bytes, own: bytes) -> bytes:
    """Find the facts of an enquiry, as JSON."""

def codes() -> bytes:
    """Every code with its sentences, as JSON."""

def reasons() -> bytes:
    """Every reason with its sentences, as JSON."""

def labels() -> bytes:
    """The labels of nouns, statuses and verbs, as JSON."""

def say(asked: bytes) -> str:
    """Say a reason in a language, both asked as JSON."""

def schema(name: str) -> bytes:
    """The JSON Schemas of a noun, of ``engine`` or of ``toolbox``."""

def new_id() -> str:
    """Make a new id, ordered by time (UUIDv7)."""
