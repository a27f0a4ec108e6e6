"""Rooms written as Python files."""

from __future__ import annotations

import model as m
from commands_text import CommandsWriter
from text import HEAD, names_in


class Writer(CommandsWriter):
    """Writes one room."""

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
            body += "\n\n" + self.commands()
        doc = f"What ``{self.room.name}`` is made of." if self.common else "Types of several nouns."
        return HEAD.format(doc=doc) + self.imports(body) + body

    def reached(self) -> set[str]:
        """Name the shared types that the room uses, with those that they are made of."""
        # Whoever works with the room finds them in it.
        found = {name for name in self.used if name not in self.shared}
        waiting = [name for name in self.used if name in self.shared]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += names_in(self.shared[name])
        return found

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
        modules = ("_session as _s", "_choice as _k", "_personal as _p", "_wire as _w")
        house = [name for name in modules if f"{name[-2:]}." in body]
        out += f"\nfrom .. import {', '.join(house)}\n" if house else ""
        out += "from . import engine as _e\n" if "_e." in body else ""
        out += "from . import common as _c\n" if "_c." in body else ""
        shared = sorted(self.reached())
        if shared:
            out += "from .common import (\n"
            out += "".join(f"    {name} as {name},\n" for name in shared) + ")\n"
        return out
