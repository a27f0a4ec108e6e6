"""What goes wrong, by what the caller does next."""

from __future__ import annotations

import json
import traceback
from typing import Any

from . import _callout


class Error(Exception):
    """Any refusal or fault of Callout. Catch a child by what you would do about it.

    >>> import callout
    >>> try:
    ...     callout.check_registration_number("58000002")
    ... except callout.Invalid as error:
    ...     print(error.code, error.details["value"])
    REGISTRY-NUMBER-02 58000002
    """

    status = "error"
    """What the caller does next: ``invalid``, ``refused``, ``conflict``, ..."""

    def __init__(
        self,
        code: str,
        message: str,
        message_cs: str = "",
        details: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(code, message, message_cs, details or {})
        self.code = code
        """Stable, for programs: ``ACTIVITY-STATUS-01``. Never reused."""
        self.message = message
        """The sentence in English."""
        self.message_cs = message_cs
        """The sentence in Czech."""
        self.details: dict[str, Any] = details or {}
        """Parameters of the sentence, and more where it helps (``path``, ``changed``)."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where in the request it does not fit, all places at once; empty where that is not the
        point. What is wrong at each stands in ``details["faults"]``, with ``code``, ``message`` and
        ``message_cs``.

        >>> import callout
        >>> with callout.open_memory() as engine:
        ...     session = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
        ...     try:
        ...         session.task.create(title=4711, due="today")
        ...     except callout.Invalid as error:
        ...         sorted(error.paths)
        ['command.task.create.due', 'command.task.create.title']
        """
        faults = [fault["path"] for fault in self.details.get("faults", ())]
        found = self.details.get("paths", self.details.get("path", ()))
        first = (found,) if isinstance(found, str) else tuple(found)
        return first + tuple(path for path in faults if path not in first)

    @property
    def page(self) -> str:
        """The page about the code, from the folder of the documentation.

        >>> import callout
        >>> try:
        ...     callout.schema("activites")
        ... except callout.NotFound as error:
        ...     error.page
        'codes/BORDER-SCHEMA-01.md'
        """
        return f"codes/{self.code}.md"

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"

    def __repr__(self) -> str:
        # The sentence may quote a person's data; the code does not.
        return f"{type(self).__name__}({self.code!r})"


class Invalid(Error, ValueError):
    """The request is malformed: mend it, sending it again as it is will not help."""

    status = "invalid"


class Refused(Error):
    """The request is well formed, but a business rule says no."""

    status = "refused"


class Conflict(Error):
    """Somebody was faster: read again, then decide again."""

    status = "conflict"


class NotFound(Error, LookupError):
    """What was asked for is not there."""

    status = "not_found"


class Unavailable(Error):
    """An outside service did not answer: try again later."""

    status = "unavailable"


class Data(Error):
    """Stored or received data is broken: call for help, nothing was changed."""

    status = "data"


class Unsupported(Error):
    """This build or this input cannot do that."""

    status = "unsupported"


class Busy(Error):
    """Locked for the moment: try again at once."""

    status = "busy"


class Internal(Error):
    """A fault in Callout itself."""

    status = "internal"


_BY_STATUS: dict[str, type[Error]] = {
    kind.status: kind
    for kind in (
        Invalid,
        Refused,
        Conflict,
        NotFound,
        Unavailable,
        Data,
        Unsupported,
        Busy,
        Internal,
    )
}


def from_engine(status: str, code: str, message: str, message_cs: str, details: bytes) -> Error:
    """Make the exception of an error of the engine. Called from Rust."""
    kind = _BY_STATUS.get(status, Error)
    return kind(code, message, message_cs, json.loads(details))


def to_engine(raised: BaseException) -> tuple[str | None, bytes, str, str]:
    """Tell the engine about an exception of a plugged-in object. Called from Rust.

    Gives the code where it has one, its details, a short reason, and the traceback.
    """
    lines = traceback.format_exception(type(raised), raised, raised.__traceback__)
    told = "".join(lines)
    if isinstance(raised, Error):
        return raised.code, json.dumps(raised.details).encode(), raised.message, told
    reason = "".join(traceback.format_exception_only(type(raised), raised)).strip()
    return None, b"{}", reason, told


def refusal(code: str, **details: str) -> Error:
    """Make the exception of a declared code, with the sentence of the registry."""
    return _callout.coded(code, json.dumps(details).encode())
