"""Named types written as Python."""

from __future__ import annotations

from collections.abc import Iterable

import model as m
from room import Room, snake
from text import docstring, free_text, member, page_rows, plain, q, scalar

# Text is left out of a repr, for it may name a person; these are words of Callout's own.
SHOWN_TEXT = {"noun", "event", "role", "series"}


class TypesWriter:
    """Writes the types of one room, with those of ``common`` at hand."""

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
                if given and isinstance(found, m.UnionDef):
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
        if made.keeps:
            return "_k.KEEP", False
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
        if made.keeps:
            kind = f"{kind} | _k.Keep"
        return f"{kind} = {default}"

    def spec(self, fields: Iterable[m.FieldDef], indent: str) -> str:
        """Write how fields cross."""
        out = ""
        for made in fields:
            args = [q(made.wire), self.codec(made.type)]
            if made.keeps:
                args.append('"keep"')
            elif not made.required:
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
        if made.keeps:
            kind = f"{kind} | _k.Keep"
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
