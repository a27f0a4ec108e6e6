"""Python values as JSON, where no schema says more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from . import _times
from ._errors import refusal
from ._personal import Personal


# More than an amount may have; the engine says how many those are.
MOST_DIGITS = 100


def plain(value: Any, path: str) -> Any:
    """Turn a value into what ``json`` writes; the engine judges whether it fits.

    What would lose something on the way is refused here, with the engine's own codes.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Decimal):
        return amount(value, path)
    if isinstance(value, datetime):
        return instant(value, path)
    if isinstance(value, date | time):
        return _times.write(value)
    if isinstance(value, Personal):
        return {"of": plain(value.of, f"{path}.of"), "value": plain(value.value, f"{path}.value")}
    if isinstance(value, Mapping):
        return {str(name): plain(item, f"{path}.{name}") for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, f"{path}[{n}]") for n, item in enumerate(value)]
    reason = f"{type(value).__name__} is nothing that JSON can say"
    raise refusal("REQUEST-READ-01", path=path, reason=reason)


def amount(value: Any, path: str) -> Any:
    """Write an amount as text: a float has lost digits already and is refused."""
    if isinstance(value, bool | float):
        raise refusal("REQUEST-AMOUNT-01", path=path, value=str(value))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise refusal("REQUEST-AMOUNT-02", path=path, value=str(value))
        # Written out, a large exponent is as many digits, for which there may be no memory.
        if abs(value.adjusted()) > MOST_DIGITS:
            raise refusal("REQUEST-AMOUNT-02", path=path, value=str(value))
        return format(value, "f")
    if isinstance(value, int):
        return str(value)
    return plain(value, path)


def instant(value: Any, path: str) -> Any:
    """Write an instant; nobody knows whose ten o'clock a naive one is."""
    if isinstance(value, datetime):
        if _times.is_naive(value):
            raise refusal("REQUEST-TIME-01", path=path, value=_times.write(value))
        return _times.write(value)
    return plain(value, path)


def to_bytes(value: Any) -> bytes:
    """Write JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def answer_json(answer: Any) -> bytes:
    """Write what a plugged-in object answered. Called from Rust."""
    return to_bytes(plain(answer, "answer"))
