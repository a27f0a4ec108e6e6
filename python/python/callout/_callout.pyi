"""The engine as the extension module has it: bytes in, bytes out. Use the package instead."""

import os
from typing import final

from ._errors import Error
from ._registry import CompanyRegistry

__all__ = ["Engine", "check_company_id", "coded", "codes", "new_id", "schema"]

@final
class Engine:
    """One service database, for all threads of the host."""

    @staticmethod
    def open(
        path: str | os.PathLike[str], *, durability: str = "full", busy_timeout_ms: int = 10_000
    ) -> Engine:
        """Open a file, and make it where there is none."""

    def close(self) -> None:
        """Let go of the file, as soon as the calls that are under way have ended."""

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""

    def execute(self, request: bytes) -> bytes:
        """Execute a request; JSON both ways."""

    def query(self, question: bytes) -> bytes:
        """Answer a question; JSON both ways."""

    def changes(self, company: str, actor: bytes, after: int, limit: int) -> bytes:
        """Read a page of the feed."""

    def verify(self, company: str, actor: bytes, kept: bytes | None = None) -> bytes:
        """Prove that what is stored is what happened."""

    def head(self, company: str) -> bytes:
        """Read a company's head."""

    def put_blob(self, company: str, bytes: bytes) -> str:
        """Keep bytes; gives their hash."""

    def blob(self, company: str, hash: str) -> bytes:
        """Read bytes back."""

    def look_up_company(self, company_id: str) -> bytes:
        """Ask the registers that are plugged in; JSON, ``null`` for no such company."""

    def register_registry(self, registry: CompanyRegistry) -> None:
        """Plug in a register of companies."""

def coded(code: str, details: bytes) -> Error:
    """Make the exception of a declared code."""

def check_company_id(company_id: str) -> str:
    """Check an IČO; gives its eight digits."""

def codes() -> bytes:
    """Every code with its sentences, as JSON."""

def schema(room: str) -> bytes:
    """The JSON Schemas of a room."""

def new_id() -> str:
    """Make a new id, ordered by time (UUIDv7)."""
