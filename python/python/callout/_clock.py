"""A host's clock."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from . import _times

Clock = Callable[[], datetime]

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def ask(clock: Clock) -> int:
    """Ask a clock, in microseconds since 1970. Called from Rust.

    >>> ask(lambda: datetime(1970, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))))
    0
    """
    now: object = clock()
    if not isinstance(now, datetime):
        raise TypeError(f"it gave {type(now).__name__}, which is no datetime")
    if _times.is_naive(now):
        raise ValueError("it gave a naive datetime: nobody knows whose clock shows it")
    return (now - _EPOCH) // timedelta(microseconds=1)


def told(raised: BaseException) -> tuple[str, str]:
    """Tell what a clock raised: a short reason, and the traceback. Called from Rust."""
    reason = "".join(traceback.format_exception_only(type(raised), raised)).strip()
    lines = traceback.format_exception(type(raised), raised, raised.__traceback__)
    return reason, "".join(lines)
