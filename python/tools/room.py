"""One room: its schemas as named types, its commands and questions as methods."""

from __future__ import annotations

import keyword
import json
import re
from dataclasses import dataclass, field
from typing import Any

import model as m

RESERVED = {
    "Any",
    "Decimal",
    "Iterator",
    "Literal",
    "Mapping",
    "Sequence",
    "UUID",
    "Union",
    "None",
    "True",
    "False",
}


def pascal(text: str) -> str:
    """Make a class name."""
    name = "".join(part[:1].upper() + part[1:] for part in re.split(r"[^0-9A-Za-z]+", text))
    return f"_{name}" if name[:1].isdigit() else name


# What the one question of a room that is no noun is called.
QUERIES = {
    "TimelineQuery": "list",
    "KeptQuery": "list",
    "PersonsQuery": "search",
    "TreeQuery": "get",
    "AvailabilityQuery": "get",
    "ClashesQuery": "list",
    "BoardQuery": "get",
    "ForecastQuery": "list",
    "SlotsQuery": "find",
}


def snake(text: str) -> str:
    """Make an attribute's name."""
    name = re.sub(r"[^0-9A-Za-z]+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)).lower()
    if not name.isidentifier():
        name = f"_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


@dataclass
class Method:
    """A command or a question."""

    name: str
    verb: str | None
    doc: str
    form: str
    """What it takes: ``fields``, one ``value``, or nothing: a bare ``word``."""
    fields: list[m.FieldDef]
    contract: m.Json = field(default_factory=dict)
    """How a command meets its record, who may ask it, and what refuses it."""


class Names:
    """Names that are given out, each once."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)

    def take(self, wanted: str) -> str:
        """Give the name, or one like it."""
        name, n = wanted, 1
        while name in self._taken:
            n += 1
            name = f"{wanted}{n}"
        self._taken.add(name)
        return name


@dataclass
class Room:
    """What becomes of a room's file."""

    name: str
    shared: dict[str, str]
    """Canonical form of a type to its name in ``common``."""
    defs: list[m.Def] = field(default_factory=list)
    commands: list[Method] = field(default_factory=list)
    questions: list[Method] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    """``view`` and ``page`` to the name of their record."""
    event: str | None = None

    def __post_init__(self) -> None:
        """Begin with the names that are taken."""
        session = f"{pascal(self.name)}Commands"
        common = set() if self.name == "common" else set(self.shared.values())
        self.names = Names(RESERVED | common | {session} | {f"{name}Like" for name in common})
        self.by_form: dict[str, m.Type] = {}

    # A type by its schema.

    def type_of(self, schema: m.Schema, scope: Scope, hint: str) -> m.Type:
        """Read a schema; what has no name is named by where it stands."""
        if isinstance(schema, bool):
            return m.JSON
        name = m.ref_name(schema)
        if name is not None:
            return self.named(name, scope)
        rest, null = m.without_null(schema)
        if null:
            inner = self.type_of(rest, scope, hint)
            return inner if isinstance(inner, m.Nullable) else m.Nullable(inner)
        if m.words(schema) is not None or "oneOf" in schema or "anyOf" in schema:
            return self.define(schema, scope, hint)
        return self.simple(schema, scope, hint)

    def simple(self, schema: m.Json, scope: Scope, hint: str) -> m.Type:
        """Read a schema that is no choice."""
        kind = schema.get("type")
        if kind == "array":
            if "prefixItems" in schema:
                places = enumerate(schema["prefixItems"])
                return m.Row(tuple(self.type_of(p, scope, f"{hint}{n}") for n, p in places))
            return m.Items(self.type_of(schema.get("items", True), scope, f"{hint}Item"))
        if kind == "object" or "properties" in schema:
            return self.object(schema, scope, hint)
        if kind == "string":
            if schema.get("contentEncoding") == "base64":
                return m.FORMATS["byte"]
            return m.FORMATS.get(str(schema.get("format")), m.TEXT)
        return m.PLAIN.get(str(kind), m.JSON)

    def object(self, schema: m.Json, scope: Scope, hint: str) -> m.Type:
        """Read a record or a map."""
        if "properties" in schema:
            return self.define(schema, scope, hint)
        more = schema.get("additionalProperties")
        patterns = schema.get("patternProperties")
        if isinstance(patterns, dict) and len(patterns) == 1:
            (more,) = patterns.values()
        if isinstance(more, dict) or more is True:
            return m.Table(self.type_of(more, scope, f"{hint}Value"))
        if not more:
            return self.define({**schema, "properties": {}}, scope, hint)
        return m.JSON

    def named(self, name: str, scope: Scope) -> m.Type:
        """Find the type of a name in this schema, and define it at its first use."""
        form = scope.canonical(name)
        if form in self.by_form:
            return self.by_form[form]
        if self.name != "common" and form in self.shared:
            return m.Ref(self.shared[form])
        schema = scope.defs[name]
        wanted = self.shared.get(form) if self.name == "common" else None
        return self.define(schema, scope, wanted or pascal(base_name(name)), form)

    def define(self, schema: m.Json, scope: Scope, hint: str, form: str = "") -> m.Type:
        """Make a named type of a schema, or a plain one where it needs no name."""
        form = form or scope.canonical_of(schema) + hint
        if form in self.by_form:
            return self.by_form[form]
        doc = str(schema.get("description", ""))
        found = m.words(schema)
        if found is not None:
            name = self.names.take(hint)
            self.names.take(f"{name}Like")
            self.by_form[form] = m.Ref(name)
            self.defs.append(m.EnumDef(name, doc, unique(found)))
            return m.Ref(name)
        parts = schema.get("oneOf", schema.get("anyOf"))
        if isinstance(parts, list) and "properties" not in schema:
            return self.union(schema, parts, scope, hint, form)
        if parts is None and set(schema.get("properties", ())) == {"person", "value"}:
            if hint.startswith("Personal"):
                inner = self.type_of(schema["properties"]["value"], scope, hint)
                inner = inner.inner if isinstance(inner, m.Nullable) else inner
                self.by_form[form] = m.Person(inner)
                return self.by_form[form]
        if parts is None and "properties" in schema:
            name = self.names.take(hint)
            self.by_form[form] = m.Ref(name)
            self.defs.append(m.RecordDef(name, doc, self.fields(schema, scope, name)))
            return m.Ref(name)
        if parts is not None:
            self.by_form[form] = m.JSON
            return m.JSON
        # A name for something plain, such as an instant. A recursive one would never end.
        self.by_form[form] = m.JSON
        self.by_form[form] = self.type_of(schema, scope, hint)
        return self.by_form[form]

    def union(
        self, schema: m.Json, parts: list[m.Json], scope: Scope, hint: str, form: str
    ) -> m.Type:
        """Read one of several records; JSON where they are not told apart by a tag."""
        rest, null = m.without_null(schema)
        if null:
            inner = self.type_of(rest, scope, hint)
            self.by_form[form] = inner if isinstance(inner, m.Nullable) else m.Nullable(inner)
            return self.by_form[form]
        if len(parts) == 1 and m.outside_tag(parts[0]) is None:
            self.by_form[form] = self.type_of(parts[0], scope, hint)
            return self.by_form[form]
        tag_field = m.tag_of(parts)
        contents: list[tuple[str, m.Schema | None, str]] = []
        for part in parts:
            if tag_field is not None:
                body = {**part, "properties": dict(part["properties"])}
                tag = str(body["properties"].pop(tag_field)["const"])
                contents.append((tag, body, str(part.get("description", ""))))
                continue
            bare = m.words(part)
            outside = None if bare else m.outside_tag(part)
            if bare:
                contents += [(word, None, doc) for word, doc in bare]
            elif outside:
                contents.append((*outside, str(part.get("description", ""))))
            else:
                self.by_form[form] = m.JSON
                return m.JSON
        name = self.names.take(hint)
        self.by_form[form] = m.Ref(name)
        made = m.UnionDef(name, str(schema.get("description", "")), tag_field)
        for tag, content, doc in contents:
            # A stable code such as PRICE-LIST-01 is no word that one reads aloud.
            kind = self.names.take(f"{name}{pascal(tag.title() if tag.isupper() else tag)}")
            how, fields = self.content(content, scope, kind)
            self.defs.append(m.RecordDef(kind, doc or f"It is ``{tag}``.", fields))
            made.variants.append((tag, kind, how))
        self.defs.append(made)
        return m.Ref(name)

    def content(
        self, schema: m.Schema | None, scope: Scope, hint: str
    ) -> tuple[str, list[m.FieldDef]]:
        """Read what stands under a tag: its form, and its fields."""
        if schema is None:
            return "word", []
        resolved = schema
        seen = set()
        while isinstance(resolved, dict):
            name = m.ref_name(resolved)
            if name is None or name in seen:
                break
            seen.add(name)
            resolved = scope.defs[name]
        if isinstance(resolved, dict) and "oneOf" not in resolved and "anyOf" not in resolved:
            bare = "additionalProperties" not in resolved and "patternProperties" not in resolved
            closed = bare or resolved.get("additionalProperties") is False
            if "properties" in resolved or (resolved.get("type") == "object" and closed):
                return "fields", self.fields(resolved, scope, hint)
        kind = self.type_of(schema, scope, f"{hint}Value")
        return "value", [m.FieldDef("value", "value", kind, True, "")]

    def fields(self, schema: m.Json, scope: Scope, hint: str) -> list[m.FieldDef]:
        """Read the fields of a record."""
        required = schema.get("required", ())
        out = []
        for wire, inner in schema.get("properties", {}).items():
            told = inner if isinstance(inner, dict) else {}
            kind = self.type_of(inner, scope, f"{hint}{pascal(wire)}")
            doc = str(told.get("description", ""))
            made = m.FieldDef(wire, snake(wire), kind, wire in required, doc)
            if "default" in told:
                made.has_default, made.default = True, told["default"]
            made.keeps = told.get("x-callout-keeps") is True
            out.append(made)
        return out

    # What may be asked.

    def methods(self, schema: m.Json, what: str) -> list[Method]:
        """Read commands or questions."""
        scope = Scope(schema)
        found = m.words(schema)
        if found is not None:
            return [Method(snake(word), word, doc, "word", []) for word, doc in found]
        parts = schema.get("oneOf", schema.get("anyOf"))
        if not isinstance(parts, list):
            title = str(schema.get("title", what))
            name = QUERIES.get(title, snake(title).split("_")[0])
            doc = str(schema.get("description", ""))
            fields = self.fields(schema, scope, pascal(str(schema.get("title", what))))
            return [Method(snake(name), None, doc, "fields", fields)]
        out = []
        for part in parts:
            doc = str(part.get("description", ""))
            outside = m.outside_tag(part)
            if outside is None:
                bare = m.words(part) or []
                out += [Method(snake(word), word, said or doc, "word", []) for word, said in bare]
                continue
            tag, content = outside
            form, fields = self.content(content, scope, pascal(tag))
            told = part.get("x-callout", {})
            out.append(Method(snake(tag), tag, doc, form, fields, told))
        return out

    def answer(self, key: str, schema: m.Json) -> str | None:
        """Read what comes back; gives the name of its type."""
        name = str(schema.get("title", key))
        if points_at_itself(schema):
            # A mail may hold mails: what names itself by `#` gets its name in the schema too.
            whole = json.loads(json.dumps(schema).replace('"$ref": "#"', f'"$ref": "#/$defs/{name}"'))
            defs = whole.pop("$defs", {})
            made = self.named(name, Scope({"$defs": {**defs, name: whole}}))
        else:
            made = self.define(schema, Scope(schema), pascal(name))
        if not isinstance(made, m.Ref):
            return None
        self.answers[key] = made.name
        return made.name


class Scope:
    """One schema with the names that it defines."""

    def __init__(self, schema: m.Json) -> None:
        self.defs: dict[str, m.Json] = schema.get("$defs", {})

    def canonical(self, name: str) -> str:
        """Give a text that is the same for the same type, whatever schema it stands in."""
        return self._expand({"$ref": f"#/$defs/{name}"}, ())

    def canonical_of(self, schema: m.Json) -> str:
        """Give the same for a schema without a name."""
        return self._expand({k: v for k, v in schema.items() if k != "$defs"}, ())

    def refs(self, value: Any) -> set[str]:
        """Name everything that a schema points at, directly."""
        if isinstance(value, list):
            return {name for item in value for name in self.refs(item)}
        if not isinstance(value, dict):
            return set()
        here = {value["$ref"].rsplit("/", 1)[1]} if isinstance(value.get("$ref"), str) else set()
        return here.union(*(self.refs(item) for item in value.values()))

    def _expand(self, value: Any, on_the_way: tuple[str, ...]) -> str:
        if isinstance(value, list):
            return "[" + ",".join(self._expand(item, on_the_way) for item in value) + "]"
        if not isinstance(value, dict):
            return repr(value)
        ref = value.get("$ref")
        if isinstance(ref, str):
            name = ref.rsplit("/", 1)[1]
            if name in on_the_way:
                return f"<{base_name(name)}>"
            inner = self._expand(self.defs[name], (*on_the_way, name))
            return f"<{base_name(name)}:{inner}>"
        items = (f"{k}:{self._expand(v, on_the_way)}" for k, v in sorted(value.items()))
        return "{" + ",".join(items) + "}"


def points_at_itself(schema: m.Json) -> bool:
    """Tell whether a schema holds itself."""
    return '"$ref": "#"' in json.dumps(schema)


def base_name(name: str) -> str:
    """Take away the digit that tells two types of one name apart in a schema."""
    return re.sub(r"(?<=[a-z])\d+$", "", name)


def unique(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Keep the first of each word."""
    return list({word: (word, doc) for word, doc in reversed(found)}.values())[::-1]
