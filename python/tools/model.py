"""Schemas read into types: what the rooms of ``include/schema`` say, without their JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Union

Json = dict[str, Any]
Schema = Union[Json, bool]


@dataclass(frozen=True)
class Prim:
    """A type that Python has: ``UUID``, written by a codec."""

    py: str
    codec: str


@dataclass(frozen=True)
class Nullable:
    """A type or nothing."""

    inner: Type


@dataclass(frozen=True)
class Items:
    """A list."""

    inner: Type


@dataclass(frozen=True)
class Table:
    """A map from text."""

    inner: Type


@dataclass(frozen=True)
class Row:
    """A list of a fixed length."""

    places: tuple[Type, ...]


@dataclass(frozen=True)
class Person:
    """A value about a natural person."""

    inner: Type


@dataclass(frozen=True)
class Ref:
    """A type with a name: in this room, or in ``common``."""

    name: str


Type = Union[Prim, Nullable, Items, Table, Row, Person, Ref]


@dataclass
class FieldDef:
    """One field of a record or command."""

    wire: str
    attr: str
    type: Type
    required: bool
    doc: str
    has_default: bool = False
    default: Any = None
    keeps: bool = False
    """Whether a field that is absent keeps what is there, so that nothing is not its default."""


@dataclass
class EnumDef:
    """One of a few words."""

    name: str
    doc: str
    members: list[tuple[str, str]]


@dataclass
class RecordDef:
    """Named fields."""

    name: str
    doc: str
    fields: list[FieldDef]


@dataclass
class UnionDef:
    """One of several records; the tag stands outside, or in a field."""

    name: str
    doc: str
    tag_field: str | None
    variants: list[tuple[str, str, str]] = field(default_factory=list)
    """Tag, name of the record, form (fields, value, word)."""


@dataclass
class AliasDef:
    """Another name for a type."""

    name: str
    doc: str
    type: Type


Def = Union[EnumDef, RecordDef, UnionDef, AliasDef]

JSON = Prim("Any", "_w.JSON")
TEXT = Prim("str", "_w.JSON")
FORMATS = {
    "uuid": Prim("UUID", "_w.ID"),
    "decimal": Prim("Decimal", "_w.AMOUNT"),
    "date-time": Prim("_dt.datetime", "_w.INSTANT"),
    "partial-date-time": Prim("_dt.datetime", "_w.LOCAL"),
    "naive-date-time": Prim("_dt.datetime", "_w.LOCAL"),
    "date": Prim("_dt.date", "_w.DATE"),
    "partial-time": Prim("_dt.time", "_w.TIME"),
    "byte": Prim("bytes", "_w.BYTES"),
}
PLAIN = {
    "integer": Prim("int", "_w.JSON"),
    "number": Prim("float", "_w.JSON"),
    "boolean": Prim("bool", "_w.JSON"),
}


def ref_name(schema: Json) -> str | None:
    """Tell what a schema points at, if it does nothing else."""
    ref = schema.get("$ref")
    if isinstance(ref, str):
        return ref.rsplit("/", 1)[1]
    parts = schema.get("allOf")
    if isinstance(parts, list) and len(parts) == 1 and "properties" not in schema:
        return ref_name(parts[0])
    return None


def words(schema: Json) -> list[tuple[str, str]] | None:
    """List the words that a schema allows, with what they mean; None where it allows more."""
    doc = str(schema.get("description", ""))
    if isinstance(schema.get("const"), str):
        return [(schema["const"], doc)]
    listed = schema.get("enum")
    if isinstance(listed, list) and all(isinstance(word, str) for word in listed):
        return [(word, "") for word in listed]
    parts = schema.get("oneOf", schema.get("anyOf"))
    if not isinstance(parts, list) or not parts:
        return None
    found: list[tuple[str, str]] = []
    for part in parts:
        inner = words(part) if isinstance(part, dict) else None
        if inner is None:
            return None
        found += inner
    return found


def without_null(schema: Json) -> tuple[Schema, bool]:
    """Take null away: the rest, and whether there was a null."""
    kinds = schema.get("type")
    if isinstance(kinds, list) and "null" in kinds:
        rest = [kind for kind in kinds if kind != "null"]
        out = {**schema, "type": rest[0] if len(rest) == 1 else rest}
        if isinstance(out.get("enum"), list):
            out["enum"] = [word for word in out["enum"] if word is not None]
        return out, True
    for key in ("anyOf", "oneOf"):
        parts = schema.get(key)
        if isinstance(parts, list) and {"type": "null"} in parts:
            kept = [part for part in parts if part != {"type": "null"}]
            if len(kept) == 1:
                return kept[0], True
            return {**schema, key: kept}, True
    return schema, False


def tag_of(parts: list[Json]) -> str | None:
    """Name the field that tells the records of a union apart, if one does."""
    if not all(isinstance(part, dict) and "properties" in part for part in parts):
        return None
    for name in parts[0]["properties"]:
        tags = [part["properties"].get(name, {}) for part in parts]
        if all(isinstance(tag, dict) and isinstance(tag.get("const"), str) for tag in tags):
            return str(name)
    return None


def outside_tag(part: Json) -> tuple[str, Schema] | None:
    """Give tag and content of a record in the form ``{tag: content}``."""
    fields = part.get("properties")
    if not isinstance(fields, dict) or len(fields) != 1:
        return None
    ((tag, content),) = fields.items()
    return (tag, content) if part.get("required") == [tag] else None
