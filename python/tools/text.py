"""Pieces of Python text, and what is asked of types to write them."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable

import model as m
from room import snake

HEAD = '''"""{doc}

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

'''


def q(text: str | None) -> str:
    """Quote."""
    return "None" if text is None else json.dumps(text, ensure_ascii=False)


def pairs(fields: Iterable[m.FieldDef]) -> list[str]:
    """Write fields as the items of a dictionary."""
    return [f"{q(made.attr)}: {made.attr}" for made in fields]


def braces(items: list[str], indent: int = 12) -> str:
    """Write a dictionary, an item a line."""
    pad = " " * indent
    return "{\n" + "".join(f"{pad}{item},\n" for item in items) + pad[4:] + "}" if items else "{}"


def plain(kind: m.Type) -> bool:
    """Whether a type is one of Python's."""
    return isinstance(kind, m.Prim)


def scalar(kind: m.Type) -> bool:
    """Whether an empty value of the type says something: a number, a flag, a record."""
    return isinstance(kind, m.Prim | m.Ref | m.Person) and kind != m.TEXT


def free_text(kind: m.Type) -> bool:
    """Whether a value of the type may name a person."""
    match kind:
        case m.Nullable(inner) | m.Items(inner):
            return free_text(inner)
        case m.Table(_):
            return True
        case m.Prim(py, _):
            return py in ("str", "Any", "bytes")
        case m.Row(places):
            return any(free_text(place) for place in places)
        case _:
            return False


def names_in(made: m.Def) -> list[str]:
    """Name the types that a type is made of."""
    match made:
        case m.RecordDef(_, _, fields):
            return [name for one in fields for name in names_of(one.type)]
        case m.UnionDef(_, _, _, variants):
            return [kind for _, kind, _ in variants]
        case m.AliasDef(_, _, kind):
            return names_of(kind)
        case _:
            return []


def names_of(kind: m.Type) -> list[str]:
    """Name the types that stand in a type."""
    match kind:
        case m.Ref(name):
            return [name]
        case m.Row(places):
            return [name for place in places for name in names_of(place)]
        case m.Prim():
            return []
        case _:
            return names_of(kind.inner)


def page_rows(made: m.Def | None) -> m.FieldDef | None:
    """Give the rows of a page: its one list, beside ``next``."""
    if not isinstance(made, m.RecordDef) or "next" not in {one.wire for one in made.fields}:
        return None
    lists = [one for one in made.fields if isinstance(one.type, m.Items)]
    return lists[0] if len(lists) == 1 else None


def member(word: str) -> str:
    """Make the name of a member."""
    name = snake(word).upper().strip("_") or "NONE"
    return f"_{name}" if name[0].isdigit() else name


def docstring(text: str, indent: int, more: Iterable[str] = ()) -> str:
    """Write a docstring."""
    pad = " " * indent
    said = text.strip().replace("\\", "\\\\").replace('"""', "'''") or "See the schema."
    lines = textwrap.wrap(" ".join(said.split()), 96 - indent, break_on_hyphens=False)
    lines += [line for extra in more for line in textwrap.wrap(extra, 96 - indent, break_on_hyphens=False)]
    if len(lines) == 1 and not lines[0].endswith('"'):
        return f'{pad}"""{lines[0]}"""\n'
    first, rest = lines[0], "".join(f"{pad}{line}".rstrip() + "\n" for line in lines[1:])
    return f'{pad}"""{first}\n{rest}{pad}"""\n'
