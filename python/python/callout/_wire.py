"""How the generated types cross: a codec for each form of the schemas."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from . import _plain, _times
from ._choice import KEEP
from ._errors import refusal
from ._personal import Personal

T = TypeVar("T")


class Codec:
    """Anything whose JSON form says it all: text, numbers, flags, JSON itself."""

    def write(self, value: Any, path: str) -> Any:
        """Write a value; ``path`` is for refusals."""
        return _plain.plain(value, path)

    def read(self, value: Any) -> Any:
        """Read a value."""
        return value


class _By(Codec):
    def __init__(
        self, read: Callable[[Any], Any], write: Callable[[Any, str], Any] = _plain.plain
    ) -> None:
        self._read, self._write = read, write

    def write(self, value: Any, path: str) -> Any:
        return None if value is None else self._write(value, path)

    def read(self, value: Any) -> Any:
        return None if value is None else self._read(value)


def _local(value: Any, path: str) -> Any:
    if isinstance(value, datetime):
        if not _times.is_naive(value):
            value = value.isoformat()
            raise refusal("REQUEST-FORM-01", path=path, value=value, wanted="wall_time")
        return _times.write(value)
    return _plain.plain(value, path)


def _beside(value: Any, zone: Any) -> Any:
    """Drop a zone from a local time where the same one stands beside it; others stay, refused."""
    inside = value.tzinfo if isinstance(value, datetime) else None
    same = zone is not None and isinstance(inside, ZoneInfo) and inside.key == zone
    return value.replace(tzinfo=None) if same else value


def _day(value: Any, path: str) -> Any:
    # A moment is a day only somewhere: whose, nobody knows.
    if isinstance(value, datetime):
        value = value.isoformat()
        raise refusal("REQUEST-FORM-01", path=path, value=value, wanted="day")
    return _plain.plain(value, path)


def _bytes(value: Any, path: str) -> Any:
    if isinstance(value, bytes | bytearray | memoryview):
        return base64.b64encode(value).decode()
    return _plain.plain(value, path)


JSON: Codec = Codec()
ID: Codec = _By(UUID)
AMOUNT: Codec = _By(Decimal, _plain.amount)
INSTANT: Codec = _By(_times.read, _plain.instant)
LOCAL: Codec = _By(_times.read, _local)
DATE: Codec = _By(date.fromisoformat, _day)
TIME: Codec = _By(time.fromisoformat)
BYTES: Codec = _By(base64.b64decode, _bytes)


class Items(Codec):
    """A list; read as a tuple."""

    def __init__(self, item: Codec) -> None:
        self._item = item

    def write(self, value: Any, path: str) -> Any:
        """Write each item, with its number in the path."""
        if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__iter__"):
            return _plain.plain(value, path)
        return [self._item.write(item, f"{path}[{n}]") for n, item in enumerate(value)]

    def read(self, value: Any) -> Any:
        """Read each item."""
        return None if value is None else tuple(self._item.read(item) for item in value)


class Table(Codec):
    """A map from text to values."""

    def __init__(self, item: Codec) -> None:
        self._item = item

    def write(self, value: Any, path: str) -> Any:
        """Write each value, with its name in the path."""
        if not isinstance(value, Mapping):
            return _plain.plain(value, path)
        return {
            str(_plain.plain(name, path)): self._item.write(item, f"{path}.{name}")
            for name, item in value.items()
        }

    def read(self, value: Any) -> Any:
        """Read each value."""
        if value is None:
            return None
        return {name: self._item.read(item) for name, item in value.items()}


class Row(Codec):
    """A list of a fixed length with a form for each place."""

    def __init__(self, *places: Codec) -> None:
        self._places = places

    def write(self, value: Any, path: str) -> Any:
        """Write each place."""
        if isinstance(value, str | bytes) or not isinstance(value, Sequence):
            return _plain.plain(value, path)
        if len(value) != len(self._places):
            return _plain.plain(value, path)
        pairs = enumerate(zip(self._places, value, strict=True))
        return [codec.write(item, f"{path}[{n}]") for n, (codec, item) in pairs]

    def read(self, value: Any) -> Any:
        """Read each place."""
        if value is None:
            return None
        return tuple(codec.read(item) for codec, item in zip(self._places, value, strict=True))


class Person(Codec):
    """A value about a natural person."""

    def __init__(self, value: Codec) -> None:
        self._value = value

    def write(self, value: Any, path: str) -> Any:
        """Write whose it is, and the value."""
        if not isinstance(value, Personal):
            return _plain.plain(value, path)
        inner = None if value.value is None else self._value.write(value.value, f"{path}.value")
        return {"person": _plain.plain(value.person, f"{path}.person"), "value": inner}

    def read(self, value: Any) -> Any:
        """Read whose it is, and the value."""
        if value is None:
            return None
        return Personal(person=UUID(value["person"]), value=self._value.read(value.get("value")))


class Word(Codec):
    """A member of an enumeration."""

    def __init__(self, kind: type[Enum]) -> None:
        self._kind = kind

    def read(self, value: Any) -> Any:
        """Read the member."""
        return None if value is None else self._kind(value)


class Later(Codec):
    """A form that is defined further down."""

    def __init__(self, codec: Callable[[], Codec]) -> None:
        self._codec = codec

    def write(self, value: Any, path: str) -> Any:
        """Write by it."""
        return self._codec().write(value, path)

    def read(self, value: Any) -> Any:
        """Read by it."""
        return self._codec().read(value)


@dataclass(frozen=True)
class Field:
    """One field of a record or command."""

    wire: str
    codec: Codec
    omit: str = "never"
    """When it is left out: ``never``, when ``none``, when ``empty``, where it is to ``keep``."""
    attr: str = ""
    """Its name in Python, where that is another."""

    @property
    def name(self) -> str:
        """Its name in Python."""
        return self.attr or self.wire


def write_fields(fields: Sequence[Field], values: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Write fields by their Python names; names that nobody knows go on, to be refused."""
    out: dict[str, Any] = {}
    folded = False
    for field in fields:
        if field.name not in values:
            continue
        value = values[field.name]
        if field.codec is LOCAL:
            value = _beside(value, values.get("zone"))
        if value is KEEP:
            continue
        if field.omit in ("none", "empty") and value is None:
            continue
        if field.omit == "empty" and not value:
            continue
        out[field.wire] = field.codec.write(value, f"{path}.{field.wire}")
        if field.codec is LOCAL and isinstance(value, datetime) and value.fold:
            folded = True
    # The second time that a clock shows it (PEP 495), where the record can say so.
    if folded and any(field.wire == "later" for field in fields):
        out["later"] = True
    known = {field.name for field in fields}
    for name, value in values.items():
        if name not in known:
            out[name] = _plain.plain(value, f"{path}.{name}")
    return out


class Record:
    """A record of the wire. Frozen; ``repr`` leaves free text out, for it may name a person."""

    __slots__ = ()
    _fields: ClassVar[Sequence[Field]] = ()


def define(kind: type[Record], *fields: Field) -> None:
    """Say how a record crosses."""
    kind._fields = fields


def read_record(kind: type[T], value: Any) -> T:
    """Read a record; fields that a newer engine has are passed over."""
    fields: Sequence[Field] = getattr(kind, "_fields", ())
    here = (field for field in fields if field.wire in value)
    found = {field.name: field.codec.read(value[field.wire]) for field in here}
    return kind(**found)


def _values(
    value: Any, fields: Sequence[Field]
) -> tuple[Sequence[Field], Mapping[str, Any]] | None:
    if isinstance(value, Record):
        fields = type(value)._fields
        return fields, {field.name: getattr(value, field.name) for field in fields}
    return (fields, value) if isinstance(value, Mapping) else None


class Rec(Codec):
    """A record, or a mapping with its fields."""

    def __init__(self, kind: type[Record]) -> None:
        self._kind = kind

    def write(self, value: Any, path: str) -> Any:
        """Write its fields; a record of another type says itself how."""
        found = _values(value, self._kind._fields)
        return _plain.plain(value, path) if found is None else write_fields(*found, path)

    def read(self, value: Any) -> Any:
        """Read its fields."""
        return None if value is None else read_record(self._kind, value)


@dataclass(frozen=True)
class Variant:
    """One of the records of a union."""

    tag: str
    kind: type[Record]
    form: str = "fields"
    """What stands under the tag: its ``fields``, one ``value``, or nothing: a bare ``word``."""


class Tagged(Codec):
    """One of several records. The tag names it: outside (``{tag: {...}}``) or in a field."""

    def __init__(self, *variants: Variant, field: str | None = None) -> None:
        self._field = field
        self._variants = {variant.tag: variant for variant in variants}
        self._kinds = {variant.kind: variant for variant in variants}

    def write(self, value: Any, path: str) -> Any:
        """Write it under its tag."""
        variant = self._kinds.get(type(value))
        if variant is None:
            return _plain.plain(value, path)
        here = path if self._field else f"{path}.{variant.tag}"
        body = Rec(variant.kind).write(value, here)
        if self._field:
            return {self._field: variant.tag, **body}
        if variant.form == "word":
            return variant.tag
        return {variant.tag: body["value"] if variant.form == "value" else body}

    def read(self, value: Any) -> Any:
        """Read the record that the tag names; one that nobody knows stays JSON."""
        tag: Any
        body: Any
        if isinstance(value, str):
            tag, body = value, {}
        elif isinstance(value, Mapping) and self._field:
            tag, body = value.get(self._field), value
        elif isinstance(value, Mapping) and len(value) == 1:
            ((tag, body),) = value.items()
        else:
            return value
        variant = self._variants.get(tag) if isinstance(tag, str) else None
        if variant is None:
            return value
        return read_record(variant.kind, {"value": body} if variant.form == "value" else body)
