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
from ._later import Later
from ._personal import Personal


# More than an amount may have; the engine says how many those are.
MAX_DIGITS = 100

# Deeper than any request is.
MAX_DEPTH = 100


def plain(value: Any, path: str, depth: int = 0) -> Any:
    """Turn a value into what ``json`` writes; the engine judges whether it fits.

    What would lose something on the way is refused here, with the engine's own codes.
    """
    if depth > MAX_DEPTH:
        raise _too_deep(path)
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
        return {"person": plain(value.person, f"{path}.person"), "value": plain(value.value, f"{path}.value")}
    if isinstance(value, Later):
        made = value.wire()
        return made if isinstance(made, dict) else plain(made, path)
    if isinstance(value, Mapping):
        return {
            _name(name, path): plain(item, f"{path}.{_name(name, path)}", depth + 1)
            for name, item in value.items()
        }
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, f"{path}[{n}]", depth + 1) for n, item in enumerate(value)]
    raise _unsayable(path, f"{type(value).__name__} is nothing that JSON can say")


def _name(name: Any, path: str) -> str:
    if isinstance(name, int) and not isinstance(name, bool) and _is_long(name):
        raise _unsayable(path, "a whole number of so many digits is no name")
    return str(name)


def _is_long(number: int) -> bool:
    # Three bits and a third are a digit.
    return number.bit_length() > MAX_DIGITS * 4


def _unsayable(path: str, reason: str) -> Exception:
    return refusal("REQUEST-READ-01", path=path, reason=reason)


def _too_deep(path: str) -> Exception:
    reason = f"it is nested more than {MAX_DEPTH} deep, or holds itself"
    return _unsayable(path, reason)


def amount(value: Any, path: str) -> Any:
    """Write an amount as text: a float has lost digits already and is refused."""
    if isinstance(value, bool | float):
        raise refusal("REQUEST-AMOUNT-01", path=path, value=str(value))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise refusal("REQUEST-AMOUNT-02", path=path, value=str(value))
        # Written out, a large exponent is as many digits, for which there may be no memory.
        if abs(value.adjusted()) > MAX_DIGITS:
            raise refusal("REQUEST-AMOUNT-02", path=path, value=str(value))
        return format(value, "f")
    if isinstance(value, int):
        if _is_long(value):
            told = "a whole number of so many digits"
            raise refusal("REQUEST-AMOUNT-02", path=path, value=told)
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
    """Write JSON; what it cannot say is refused with its path."""
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode()
    except (ValueError, RecursionError):
        # Only now is anybody asked where.
        _look(value, "", 0)
        raise


def _look(value: Any, path: str, depth: int) -> None:
    """Refuse what JSON cannot say, where it stands."""
    here = path or "$"
    if depth > MAX_DEPTH:
        raise _too_deep(here)
    if isinstance(value, str):
        _whole(value, here)
    elif isinstance(value, float) and (value != value or abs(value) == float("inf")):
        raise _unsayable(here, f"{value} is no number of JSON")
    elif isinstance(value, int) and _is_long(value):
        raise _unsayable(here, "a whole number has too many digits")
    elif isinstance(value, dict):
        for name, item in value.items():
            _whole(name, here)
            _look(item, f"{path}.{name}" if path else name, depth + 1)
    elif isinstance(value, list):
        for n, item in enumerate(value):
            _look(item, f"{path}[{n}]", depth + 1)


def _whole(text: str, path: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as half:
        sign = f"U+{ord(text[half.start]):04X}"
        reason = f"it has half a character ({sign}) at {half.start}, which no text can hold"
        raise _unsayable(path, reason) from None


def whole(text: str, path: str) -> str:
    """Give a text that the engine can be handed by itself."""
    _whole(text, path)
    return text


def answer_json(answer: Any) -> bytes:
    """Write what a plugged-in object answered. Called from Rust."""
    return to_bytes(plain(answer, "answer"))
