"""Enumerations of the wire."""

from __future__ import annotations

from enum import Enum


class Keep(Enum):
    """What a field of a change says that is left out: the value stays. ``None`` takes it away."""

    KEEP = "keep"

    def __repr__(self) -> str:
        return "callout.KEEP"


KEEP = Keep.KEEP
"""The value stays as it is: what each field of a change says that is left out."""


class Choice(str, Enum):
    """One of a few words. A member is its word: it compares, prints and hashes as text."""

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, format_spec: str) -> str:
        return str.__format__(self, format_spec)
