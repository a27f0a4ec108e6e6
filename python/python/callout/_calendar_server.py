"""Servers that keep calendars."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any, Union


@dataclass(frozen=True, kw_only=True)
class CalDavServer:
    """A CalDAV server (RFC 4791), for ``Session.sync_calendar``.

    >>> callout.CalDavServer(url="https://dav.modry-klic.example", user="servis", password="s")
    CalDavServer(url='https://dav.modry-klic.example', user='servis', timeout_ms=30000)
    """

    url: str
    """The address of the server, or of a folder below which it begins. Without TLS (``http``) no
    password is sent, but to the same machine."""
    user: str | None = None
    """Who comes in by a password; nobody where it is missing."""
    password: str | None = field(default=None, repr=False)
    """The password; of some services it is one for this purpose."""
    token: str | None = field(default=None, repr=False)
    """The token of who comes in by one (RFC 6750), in place of user and password; the host renews
    it."""
    timeout_ms: int = 30_000
    """How long one request may take, from looking up the name to the end of the answer."""

    def _wire(self) -> dict[str, Any]:
        caldav: dict[str, Any] = {"url": self.url, "timeout_ms": self.timeout_ms}
        if self.token is not None:
            caldav["credentials"] = {"bearer": {"token": self.token}}
        elif self.user is not None:
            known = {"user": self.user, "password": self.password or ""}
            caldav["credentials"] = {"basic": known}
        return {"caldav": caldav}


@dataclass(frozen=True)
class FolderCalendars:
    """A folder with a folder for each calendar, an entry a file, as vdirsyncer shares them (vdir)."""

    path: str | os.PathLike[str]
    """The folder in which the calendars are."""

    def _wire(self) -> dict[str, Any]:
        return {"folder": {"path": os.fspath(self.path)}}


CalendarServer = Union[CalDavServer, FolderCalendars]
