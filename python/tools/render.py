"""Rooms written as Python."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable

import model as m
from room import Method, Room, pascal, snake

HEAD = '''"""{doc}

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

'''

# Text is left out of a repr, for it may name a person; these are words of Callout's own.
SHOWN_TEXT = {"noun", "event", "role", "series"}

COMMON_PARAMS = {"self", "id", "expected", "command_id", "external_ids"}


class Writer:
    """Writes one room, with the types of ``common`` at hand."""

    def __init__(self, room: Room, common: Room | None) -> None:
        self.room = room
        self.common = common
        self.own = {made.name: made for made in room.defs}
        self.shared = {made.name: made for made in common.defs} if common else {}
        self.used: set[str] = set()

    def def_of(self, name: str) -> m.Def | None:
        """Find a named type, and note that it is used."""
        if name not in self.own:
            self.used.add(name)
        return self.own.get(name, self.shared.get(name))

    # Types.

    def py(self, kind: m.Type, *, given: bool = False) -> str:
        """Write a type; ``given``: as a caller may give it."""
        match kind:
            case m.Prim(py, _):
                return f"{py} | int" if given and py == "Decimal" else py
            case m.Nullable(inner):
                return f"{self.py(inner, given=given)} | None"
            case m.Items(inner):
                return f"Sequence[{self.py(inner, given=given)}]"
            case m.Table(inner):
                return f"Mapping[str, {self.py(inner, given=given)}]"
            case m.Row(places):
                return f"tuple[{', '.join(self.py(place, given=given) for place in places)}]"
            case m.Person(inner):
                return f"_p.Personal[{self.py(inner)}]"
            case m.Ref(name):
                found = self.def_of(name)
                if given and isinstance(found, m.EnumDef):
                    if name not in self.own:
                        self.used.add(f"{name}Like")
                    return f"{name}Like"
                if given and isinstance(found, m.RecordDef):
                    return f"{name} | Mapping[str, Any]"
                return name

    def codec(self, kind: m.Type) -> str:
        """Write how a type crosses."""
        match kind:
            case m.Prim(_, codec):
                return codec
            case m.Nullable(inner):
                return self.codec(inner)
            case m.Items(inner):
                return f"_w.Items({self.codec(inner)})"
            case m.Table(inner):
                return f"_w.Table({self.codec(inner)})"
            case m.Row(places):
                return f"_w.Row({', '.join(self.codec(place) for place in places)})"
            case m.Person(inner):
                return f"_w.Person({self.codec(inner)})"
            case m.Ref(name):
                found = self.def_of(name)
                if isinstance(found, m.EnumDef):
                    return f"_w.Word({name})"
                if isinstance(found, m.RecordDef):
                    return f"_w.Rec({name})"
                where = "" if name in self.own else "_c."
                return f"_w.Later(lambda: {where}_{snake(name)})"

    def default(self, made: m.FieldDef) -> tuple[str | None, bool]:
        """Write a field's default, and whether it must be made anew each time."""
        if made.required:
            return None, False
        kind = made.type
        if isinstance(kind, m.Nullable) or not plain(kind):
            if made.has_default and isinstance(kind, m.Ref):
                return self.named_default(kind.name, made.default)
            if isinstance(kind, m.Items) and made.default in (None, []):
                return "()", False
            return "None", False
        if made.has_default and isinstance(kind, m.Prim):
            if kind.py in ("str", "int", "bool", "float"):
                return (q(made.default) if kind.py == "str" else repr(made.default)), False
            if kind.py == "Decimal":
                return f"Decimal({q(str(made.default))})", False
            return "None", False
        return ('""', False) if kind == m.TEXT else ("None", False)

    def named_default(self, name: str, value: object) -> tuple[str, bool]:
        """Write the default of a named type."""
        found = self.def_of(name)
        if isinstance(found, m.EnumDef) and value in {word for word, _ in found.members}:
            return f"{name}.{member(str(value))}", False
        if isinstance(found, m.RecordDef) and value == {}:
            if all(not inner.required for inner in found.fields):
                return f"{name}()", True
        return "None", False

    def given(self, made: m.FieldDef) -> str:
        """Write a parameter's type and default."""
        default, _ = self.default(made)
        kind = self.py(made.type, given=True)
        if default is None:
            return kind
        if default == "None" and not kind.endswith("| None"):
            kind = f"{kind} | None"
        return f"{kind} = {default}"

    def spec(self, fields: Iterable[m.FieldDef], indent: str) -> str:
        """Write how fields cross."""
        out = ""
        for made in fields:
            args = [q(made.wire), self.codec(made.type)]
            if not made.required:
                empty = not isinstance(made.type, m.Nullable) and not made.has_default
                args.append('"empty"' if empty and not scalar(made.type) else '"none"')
            if made.attr != made.wire:
                args.append(f"attr={q(made.attr)}")
            out += f"{indent}_w.Field({', '.join(args)}),\n"
        return out

    # Named types.

    def definition(self, made: m.Def) -> str:
        """Write a named type."""
        match made:
            case m.EnumDef(name, doc, members):
                out = f"class {name}(_k.Choice):\n{docstring(doc, 4)}\n"
                seen: set[str] = set()
                for word, meaning in members:
                    label = member(word)
                    while label in seen:
                        label += "_"
                    seen.add(label)
                    out += f"    {label} = {q(word)}\n"
                    out += docstring(meaning, 4) if meaning else ""
                words = ", ".join(q(word) for word, _ in members)
                return out + f"\n\n{name}Like = Union[{name}, Literal[{words}]]\n"
            case m.RecordDef(name, doc, fields):
                out = "@dataclass(frozen=True, kw_only=True, slots=True)\n"
                out += f"class {name}(_w.Record):\n{docstring(doc, 4)}"
                for inner in fields:
                    out += f"\n    {inner.attr}: {self.field(inner, name)}\n"
                    out += docstring(inner.doc, 4) if inner.doc else ""
                return out + self.paging(made)
            case m.UnionDef(name, doc, _, variants):
                kinds = "".join(f"    {kind},\n" for _, kind, _ in variants)
                return f"{name} = Union[\n{kinds}]\n{docstring(doc, 0)}"
            case m.AliasDef(name, doc, kind):
                return f"{name} = {self.py(kind)}\n{docstring(doc, 0)}"

    def field(self, made: m.FieldDef, owner: str) -> str:
        """Write a field's type and default."""
        default, anew = self.default(made)
        kind = self.py(made.type)
        if default == "None" and not kind.endswith("| None"):
            kind = f"{kind} | None"
        args = []
        if default is not None:
            args.append(f"default_factory=lambda: {default}" if anew else f"default={default}")
        shown = made.wire in SHOWN_TEXT or (owner == "Problem" and made.wire == "what")
        if free_text(made.type) and not shown:
            args.append("repr=False")
        if args and (anew or len(args) > 1 or default is None):
            return f"{kind} = field({', '.join(args)})"
        return kind if default is None else f"{kind} = {default}"

    def paging(self, made: m.RecordDef) -> str:
        """Let a page be walked through."""
        rows = page_rows(made)
        if rows is None or not isinstance(rows.type, m.Items):
            return ""
        item = self.py(rows.type.inner)
        return (
            f"\n    def __iter__(self) -> Iterator[{item}]:\n"
            f"        return iter(self.{rows.attr})\n"
            f"\n    def __len__(self) -> int:\n        return len(self.{rows.attr})\n"
        )

    def crossing(self, made: m.Def) -> str:
        """Write how a named type crosses."""
        match made:
            case m.RecordDef(name, _, fields) if fields:
                return f"_w.define(\n    {name},\n{self.spec(fields, '    ')})\n"
            case m.UnionDef(name, _, tag_field, variants):
                out = f"_{snake(name)} = _w.Tagged(\n"
                for tag, kind, form in variants:
                    how = "" if form == "fields" else f", {q(form)}"
                    out += f"    _w.Variant({q(tag)}, {kind}{how}),\n"
                return out + (f"    field={q(tag_field)},\n" if tag_field else "") + ")\n"
            case _:
                return ""

    # The desk.

    def desk(self) -> str:
        """Write the commands and questions."""
        room = self.room
        out = f"class {pascal(room.name)}Desk(_a.NounDesk):\n"
        out += docstring(f"Commands and questions of the room ``{room.name}``.", 4)
        out += f"\n    __slots__ = ()\n    _noun = {q(room.name)}\n"
        questions = {method.name for method in room.questions} | {"each"}
        specs = ""
        for method in room.commands:
            if method.name in questions:
                method.name += "_"
            spec = f"_{method.name.upper().strip('_')}"
            specs += self.spec_of(spec, method)
            out += "\n" + self.command(method, spec)
        for method in room.questions:
            spec = f"_ASK_{method.name.upper().strip('_')}"
            specs += self.spec_of(spec, method)
            out += "\n" + self.question(method, spec)
        return specs + "\n\n" + out

    def spec_of(self, name: str, method: Method) -> str:
        """Write how a method's parameters cross."""
        if method.form == "word":
            return ""
        if method.form == "value":
            return f"{name} = {self.codec(method.fields[0].type)}\n"
        if not method.fields:
            return f"{name}: tuple[_w.Field, ...] = ()\n"
        return f"{name} = (\n{self.spec(method.fields, '    ')})\n"

    def command(self, method: Method, spec: str) -> str:
        """Write a command."""
        for made in method.fields:
            if made.attr in COMMON_PARAMS:
                made.attr += "_"
        ordered = sorted(method.fields, key=lambda made: not made.required)
        out = f"    def {method.name}(\n        self,\n"
        out += "        id: UUID | None = None,\n        *,\n"
        for made in ordered:
            out += f"        {made.attr}: {self.given(made)},\n"
        out += "        expected: int | None = None,\n        command_id: UUID | None = None,\n"
        out += "        external_ids: Mapping[str, str] | None = None,\n    ) -> _e.Receipt:\n"
        out += method_doc(method, ordered)
        values = pairs(method.fields)
        fields = "None" if method.form == "word" else spec
        out += f"        values: dict[str, Any] = {braces(values)}\n        return self._command(\n"
        out += f"            {q(method.verb)}, {fields}, values, "
        return out + "id, expected, command_id, external_ids\n        )\n"

    def question(self, method: Method, spec: str) -> str:
        """Write a question, and one that turns its pages."""
        flat = [made for made in method.fields if made.wire == "filter"]
        filter_def = self.filter_def(flat[0]) if flat else None
        params = [made for made in method.fields if not (filter_def and made.wire == "filter")]
        if filter_def:
            params = filter_def.fields + params
        ordered = sorted(params, key=lambda made: not made.required)
        answer = self.answer_of(method)
        values = [
            f'"filter": {braces(pairs(filter_def.fields), 16)}'
            if filter_def and made.wire == "filter"
            else f"{q(made.attr)}: {made.attr}"
            for made in method.fields
        ]
        out = f"    def {method.name}(\n{self.params(ordered)}    ) -> {answer}:\n"
        out += method_doc(method, ordered)
        out += f"        values: dict[str, Any] = {braces(values)}\n"
        fields = "None" if method.form == "word" else spec
        out += f"        return self._query({q(method.verb)}, {fields}, values, {answer})\n"
        return out + self.each(method, ordered, answer)

    def each(self, method: Method, params: list[m.FieldDef], answer: str) -> str:
        """Write the question that turns pages."""
        found = self.def_of(answer)
        rows = page_rows(found) if isinstance(found, m.RecordDef) else None
        after = [made for made in params if made.wire == "after"]
        if rows is None or not after or not isinstance(rows.type, m.Items):
            return ""
        name = "each" if method.name in ("list", "ask") else f"each_{method.name.strip('_')}"
        item = self.py(rows.type.inner)
        out = f"\n    def {name}(\n{self.params(params)}    ) -> Iterator[{item}]:\n"
        out += docstring(f"Walk through all pages of ``{method.name}``, each read when needed.", 8)
        given = ", ".join(
            f"{made.attr}={'place' if made.wire == 'after' else made.attr}" for made in params
        )
        out += f"        def page(place: Any) -> {answer}:\n"
        out += f"            return self.{method.name}({given})\n\n"
        out += f"        for found in _a.each_page(page, {after[0].attr}):\n"
        return out + f"            yield from found.{rows.attr}\n"

    def params(self, params: list[m.FieldDef]) -> str:
        """Write parameters; an ``id`` that must be given may be given by its place."""
        out = "        self,\n"
        first = [made for made in params if made.wire == "id" and made.required]
        for made in first:
            out += f"        {made.attr}: {self.given(made)},\n"
        rest = [made for made in params if made not in first]
        out += "        *,\n" if rest else ""
        return out + "".join(f"        {made.attr}: {self.given(made)},\n" for made in rest)

    def filter_def(self, made: m.FieldDef) -> m.RecordDef | None:
        """Give the record of a filter, whose fields become parameters."""
        found = self.def_of(made.type.name) if isinstance(made.type, m.Ref) else None
        return found if isinstance(found, m.RecordDef) else None

    def answer_of(self, method: Method) -> str:
        """Give what a question answers: a page where it takes ``after``, else one."""
        pages = any(made.wire == "after" for made in method.fields)
        keys = ("page", "view") if pages else ("view", "page")
        found = [self.room.answers[key] for key in keys if key in self.room.answers]
        return found[0] if found else "Any"

    # The file.

    def file(self) -> str:
        """Write the whole room."""
        enums = [made for made in self.room.defs if isinstance(made, m.EnumDef)]
        others = [made for made in self.room.defs if isinstance(made, m.RecordDef)]
        rest = [made for made in self.room.defs if made not in enums and made not in others]
        body = "".join(f"\n\n{self.definition(made)}" for made in [*enums, *others, *rest])
        crossings = [self.crossing(made) for made in self.room.defs]
        body += "\n\n" + "".join(text for text in crossings if text)
        if self.room.event:
            body += self.read_event(self.room.event)
        if self.room.commands or self.room.questions:
            body += "\n\n" + self.desk()
        doc = f"The room ``{self.room.name}``." if self.common else "Types of several rooms."
        return HEAD.format(doc=doc) + self.imports(body) + body

    def read_event(self, event: str) -> str:
        """Write how the body of a change is read."""
        codec = self.codec(m.Ref(event))
        return (
            f"\n\ndef read_event(body: Any) -> {event}:\n"
            f'    """Read the ``body`` of a change of this noun."""\n'
            f"    event: {event} = {codec}.read(body)\n    return event\n"
        )

    def imports(self, body: str) -> str:
        """Write what the file needs from elsewhere."""
        out = ""
        if "_dt." in body:
            out += "import datetime as _dt\n"
        abstract = [name for name in ("Iterator", "Mapping", "Sequence") if f"{name}[" in body]
        if abstract:
            out += f"from collections.abc import {', '.join(abstract)}\n"
        made = [name for name in ("dataclass", "field") if f"{name}(" in body]
        out += f"from dataclasses import {', '.join(made)}\n" if made else ""
        out += "from decimal import Decimal\n" if "Decimal" in body else ""
        typing = [name for name in ("Any", "Literal[", "Union[") if name in body]
        names = ", ".join(name.rstrip("[") for name in typing)
        out += f"from typing import {names}\n" if typing else ""
        out += "from uuid import UUID\n" if "UUID" in body else ""
        modules = ("_acting as _a", "_choice as _k", "_personal as _p", "_wire as _w")
        house = [name for name in modules if f"{name[-2:]}." in body]
        out += f"\nfrom .. import {', '.join(house)}\n" if house else ""
        out += "from . import engine as _e\n" if "_e." in body else ""
        out += "from . import common as _c\n" if "_c." in body else ""
        if self.used & set(self.shared) or any(name.endswith("Like") for name in self.used):
            names_used = sorted(self.used)
            out += "from .common import (\n"
            out += "".join(f"    {name} as {name},\n" for name in names_used) + ")\n"
        return out


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
    lines = textwrap.wrap(" ".join(said.split()), 96 - indent)
    lines += [line for extra in more for line in textwrap.wrap(extra, 96 - indent)]
    if len(lines) == 1 and not lines[0].endswith('"'):
        return f'{pad}"""{lines[0]}"""\n'
    first, rest = lines[0], "".join(f"{pad}{line}".rstrip() + "\n" for line in lines[1:])
    return f'{pad}"""{first}\n{rest}{pad}"""\n'


def method_doc(method: Method, params: list[m.FieldDef]) -> str:
    """Write a method's docstring."""
    told = [f"{made.attr}: {' '.join(made.doc.split())}" for made in params if made.doc]
    pad = " " * 8
    out = docstring(method.doc or f"Ask ``{method.verb or method.name}``.", 8)
    if not told:
        return out
    head = out.rstrip().removesuffix('"""').rstrip()
    lines = [
        line
        for one in told
        for line in textwrap.wrap(
            one.replace("\\", "\\\\").replace('"""', "'''"), 84, subsequent_indent="    "
        )
    ]
    return head + "\n\n" + "".join(f"{pad}{line}\n" for line in lines) + f'{pad}"""\n'
