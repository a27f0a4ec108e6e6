"""Times of the wire: RFC 3339 with an offset, and local ones where a zone stands beside."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

_FORM = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|z|[+-]\d\d:\d\d)?"
)


def read(text: str) -> datetime:
    """Read a time; aware where the text has an offset.

    >>> read("2026-10-16T08:00:00.5Z")
    datetime.datetime(2026, 10, 16, 8, 0, 0, 500000, tzinfo=datetime.timezone.utc)
    """
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no RFC 3339 time")
    *numbers, fraction, offset = found.groups()
    year, month, day, hour, minute, second = (int(number) for number in numbers)
    micros = int((fraction or "")[:6].ljust(6, "0"))
    zone = _zone(offset) if offset else None
    return datetime(year, month, day, hour, minute, second, micros, zone)


def _zone(offset: str) -> timezone:
    if offset in "Zz":
        return timezone.utc
    minutes = int(offset[1:3]) * 60 + int(offset[4:6])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))


def is_naive(at: datetime) -> bool:
    """Whether nobody knows whose clock showed it."""
    return at.utcoffset() is None


def write(at: datetime | date | time) -> str:
    """Write a time as it is said.

    >>> write(datetime(2026, 10, 16, 10, tzinfo=timezone(timedelta(hours=2))))
    '2026-10-16T10:00:00+02:00'
    """
    return at.isoformat()
