"""Commands and questions written as Python."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import model as m
from examples import Row, example
from questions import asked
from room import Method, pascal
from text import braces, docstring, page_rows, pairs, q
from types_text import TypesWriter

COMMON_PARAMS = {"self", "id", "expected", "command_id", "external_ids"}


class CommandsWriter(TypesWriter):
    """Writes the commands of one room."""

    rows: dict[str, Row] = {}
    """An example of each command, from the decision tables."""

    def commands(self) -> str:
        """Write the commands and questions."""
        room = self.room
        out = f"class {pascal(room.name)}Commands(_s.NounCommands):\n"
        out += docstring(f"Commands and queries of ``{room.name}``.", 4)
        out += f"\n    __slots__ = ()\n    _noun = {q(room.name)}\n"
        questions = {method.name for method in room.questions} | {"each"}
        specs = ""
        for method in room.commands:
            if method.name in questions:
                method.name += "_"
            for made in method.fields:
                made.attr += "_" if made.attr in COMMON_PARAMS else ""
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
        ordered = sorted(method.fields, key=lambda made: not made.required)
        target, expected = frame(method)
        out = f"    def {method.name}(\n        self,\n"
        out += "        id: UUID,\n" if target == "required" else ""
        out += "        *,\n"
        for made in (one for one in ordered if one.required):
            out += f"        {made.attr}: {self.given(made)},\n"
        out += "        expected: int,\n" if expected == "required" else ""
        for made in (one for one in ordered if not one.required):
            out += f"        {made.attr}: {self.given(made)},\n"
        out += "        id: UUID | None = None,\n" if target == "optional" else ""
        out += "        expected: int | None = None,\n" if expected == "optional" else ""
        out += "        command_id: UUID | None = None,\n"
        out += "        external_ids: Mapping[str, str] | None = None,\n    ) -> _e.Receipt:\n"
        row = self.rows.get(f"{self.room.name}.{method.verb}")
        out += method_doc(method, ordered, example(row, method) if row else [])
        values = pairs(method.fields)
        fields = "None" if method.form == "word" else spec
        # No local names here: a field may have any.
        out += f"        return self._command(\n            {q(method.verb)},\n"
        out += f"            {fields},\n            {braces(values, 16)},\n"
        given = (
            "None" if target == "company" else "id",
            "None" if expected == "none" else "expected",
            "command_id",
            "external_ids",
        )
        return out + "".join(f"            {name},\n" for name in given) + "        )\n"

    def question(self, method: Method, spec: str) -> str:
        """Write a question, and one that turns its pages."""
        rest = [made for made in method.fields if made.wire != "filter"]
        filters = self.filter_fields(method)
        if not filters:
            rest = method.fields
        taken = {made.attr for made in rest}
        flat = [replace(one, attr=one.attr + "_" * (one.attr in taken)) for one in filters]
        params = flat + rest
        ordered = sorted(params, key=lambda made: not made.required)
        answer = self.answer_of(method)
        values = pairs(rest)
        if filters:
            inner = [f"{q(one.attr)}: {two.attr}" for one, two in zip(filters, flat, strict=True)]
            values.append(f'"filter": {braces(inner, 20)}')
        out = f"    def {method.name}(\n{self.params(ordered)}    ) -> {answer}:\n"
        out += method_doc(method, ordered, asked(self.room.name, method.name))
        fields = "None" if method.form == "word" else spec
        out += (
            f"        return self._query(\n            {q(method.verb)},\n            {fields},\n"
        )
        out += f"            {braces(values, 16)},\n            {answer},\n        )\n"
        return out + self.each(method, ordered, answer)

    def each(self, method: Method, params: list[m.FieldDef], answer: str) -> str:
        """Write the question that turns pages."""
        found = self.def_of(answer)
        rows = page_rows(found) if isinstance(found, m.RecordDef) else None
        # A filter may have an `after` of its own; the page's comes last.
        after = [made for made in params if made.wire == "after"][-1:]
        if rows is None or not after or not isinstance(rows.type, m.Items):
            return ""
        name = "each" if method.name in ("list", "search") else f"each_{method.name.strip('_')}"
        item = self.py(rows.type.inner)
        out = f"\n    def {name}(\n{self.params(params)}    ) -> Iterator[{item}]:\n"
        head = f"Walk through all pages of ``{method.name}``, each read when needed."
        out += with_examples(docstring(head, 8), asked(self.room.name, name))
        given = ", ".join(
            f"{made.attr}={'_place' if made is after[0] else made.attr}" for made in params
        )
        out += f"        def _page(_place: Any) -> {answer}:\n"
        out += f"            return self.{method.name}({given})\n\n"
        out += f"        for _found in _s.each_page(_page, {after[0].attr}):\n"
        return out + f"            yield from _found.{rows.attr}\n"

    def params(self, params: list[m.FieldDef]) -> str:
        """Write parameters; an ``id`` that must be given may be given by its place."""
        out = "        self,\n"
        first = [made for made in params if made.wire == "id" and made.required]
        for made in first:
            out += f"        {made.attr}: {self.given(made)},\n"
        rest = [made for made in params if made not in first]
        out += "        *,\n" if rest else ""
        return out + "".join(f"        {made.attr}: {self.given(made)},\n" for made in rest)

    def filter_fields(self, method: Method) -> list[m.FieldDef]:
        """Give the fields of a question's filter, which become parameters."""
        kinds = [made.type for made in method.fields if made.wire == "filter"]
        found = self.def_of(kinds[0].name) if kinds and isinstance(kinds[0], m.Ref) else None
        return found.fields if isinstance(found, m.RecordDef) else []

    def answer_of(self, method: Method) -> str:
        """Give what a question answers: a page where it takes ``after``, else one."""
        pages = any(made.wire == "after" for made in method.fields)
        keys = ("page", "view") if pages else ("view", "page")
        found = [self.room.answers[key] for key in keys if key in self.room.answers]
        return found[0] if found else "Any"


ID = {
    "optional": "The id that the record gets; one is drawn where it is missing.",
    "required": "The id of the record.",
}
EXPECTED = {
    "optional": "The version that was seen: what does not fit what came since is kept as a "
    "conflict. Left out, nothing is known of what was seen.",
    "required": "The version that was seen; `RECORD-VERSION-01` where there is a newer one.",
}


def frame(method: Method) -> tuple[str, str]:
    """Tell whether a command takes an id and a version."""
    told = method.contract
    return str(told.get("target", "optional")), str(told.get("expected", "optional"))


def contract_doc(method: Method) -> list[str]:
    """Tell what a command asks of its caller, and what refuses it."""
    if not method.contract:
        return []
    target, expected = frame(method)
    told = [f"id: {ID[target]}"] if target in ID else []
    told += [f"expected: {EXPECTED[expected]}"] if expected in EXPECTED else []
    told.append(f"Right: ``{method.contract['right']}``.")
    codes = ", ".join(f"``{code}``" for code in method.contract["refusals"])
    return told + ([f"Refusals: {codes}."] if codes else [])


def with_examples(doc: str, examples: list[str]) -> str:
    """Put examples at the end of a docstring."""
    if not examples:
        return doc
    head = doc.rstrip().removesuffix('"""').rstrip()
    shown = "".join(f"        {line}\n" for line in examples).replace("\\", "\\\\")
    return f'{head}\n\n{shown}        """\n'


def method_doc(method: Method, params: list[m.FieldDef], examples: list[str]) -> str:
    """Write a method's docstring."""
    told = [f"{made.attr}: {' '.join(made.doc.split())}" for made in params if made.doc]
    told += contract_doc(method)
    pad = " " * 8
    out = docstring(method.doc or f"Ask ``{method.verb or method.name}``.", 8)
    if not told:
        return with_examples(out, examples)
    head = out.rstrip().removesuffix('"""').rstrip()
    lines = [
        line
        for one in told
        for line in textwrap.wrap(
            one.replace("\\", "\\\\").replace('"""', "'''"),
            84,
            subsequent_indent="    ",
            break_on_hyphens=False,
        )
    ]
    whole = head + "\n\n" + "".join(f"{pad}{line}\n" for line in lines) + f'{pad}"""\n'
    return with_examples(whole, examples)
