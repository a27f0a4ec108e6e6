"""Mailers: those that Callout brings, and a host's own."""

from __future__ import annotations

import json
import os
import traceback
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, Union

from . import _plain, _wire
from ._generated.toolbox import Envelope


class NotSent(Exception):
    """Raised by a mailer of one's own: the message was certainly not taken.

    ``permanent`` says that it never will be (a wrong address); otherwise it is tried again by
    itself, after the minutes of the company's setting ``retry_after``.
    """

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


class CustomMailer(Protocol):
    """A mailer of one's own: any object with this method.

    What it returns are the words of the next hop, which took responsibility for the message. It
    raises ``callout.NotSent`` where the message was certainly not taken. Any other exception says
    that nobody knows: the message stays ``unknown`` until a person decides, and the round ends with
    it. What is no ``Exception`` (Ctrl-C, the end of the program) is then raised to the caller.
    """

    def send(self, envelope: Envelope, message: bytes) -> str | None:
        """Hand a message (RFC 5322) over, once."""


@dataclass(frozen=True)
class FolderMailer:
    """Every message becomes an ``.eml`` file in a folder."""

    path: str | os.PathLike[str]
    """The folder; it is made with the first message."""

    def _wire(self) -> dict[str, Any]:
        return {"folder": {"path": os.fspath(self.path)}}


@dataclass(frozen=True, kw_only=True)
class SmtpMailer:
    """An SMTP server (RFC 5321)."""

    host: str
    """Host name; with TLS its certificate must bear it."""
    port: int
    """Port: 587 begins plain and changes to TLS, 465 is TLS from the first byte."""
    hello: str
    """Our own host name in the greeting."""
    security: Literal["none", "start_tls", "tls"] = "start_tls"
    """How the connection is protected."""
    user: str | None = None
    """User, if the server asks for one."""
    password: str | None = field(default=None, repr=False)
    """Password; never sent over a plain connection."""
    timeout_ms: int = 60_000
    """How long one delivery may take, from connecting to the end of the text."""
    answer_timeout_ms: int = 600_000
    """How long the server may take after that to say that it took the message; where it is over,
    nobody knows whether it did."""

    def _wire(self) -> dict[str, Any]:
        smtp: dict[str, Any] = {
            "host": self.host,
            "port": self.port,
            "hello": self.hello,
            "security": self.security,
            "timeout_ms": self.timeout_ms,
            "answer_timeout_ms": self.answer_timeout_ms,
        }
        if self.user is not None:
            smtp["credentials"] = {"user": self.user, "password": self.password or ""}
        return {"smtp": smtp}


Mailer = Union[FolderMailer, SmtpMailer, CustomMailer]


def hand_over(mailer: CustomMailer, envelope: str, message: bytes) -> bytes:
    """Ask a mailer of the host's, and say what became of it. Called from Rust."""
    try:
        said = mailer.send(_wire.read_record(Envelope, json.loads(envelope)), message)
    except NotSent as fault:
        # It was certainly not taken, whatever is odd about what it says.
        permanent, reason = _truth(fault), _words(getattr(fault, "reason", ""))
        told = {"outcome": "failed", "permanent": permanent, "reason": reason}
    except Exception as raised:
        last = "".join(traceback.format_exception_only(type(raised), raised)).strip()
        told = {"outcome": "unknown", "reason": _words(last)}
    else:
        told = {"outcome": "sent", "detail": "" if said is None else _words(said)}
    return _plain.to_bytes(told)


def _words(said: object) -> str:
    """As text that can be written; what cannot is a question mark."""
    try:
        return str(said).encode(errors="replace").decode()
    except Exception:
        return f"{type(said).__name__} without words"


def _truth(fault: NotSent) -> bool:
    """Whether it will never be taken: what says neither yes nor no says no."""
    try:
        return bool(fault.permanent)
    except Exception:
        return False
