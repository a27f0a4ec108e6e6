#!/usr/bin/env python3
"""Write the typed layer, a file a room, from ``include/schema``.

``python tools/generate.py`` writes it, ``python tools/generate.py --check`` says what is stale.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import model as m
from examples import gathered
from render import Writer
from room import Room, Scope, base_name, pascal
from text import HEAD

HERE = Path(__file__).resolve().parent.parent
SCHEMAS = HERE.parent / "include" / "schema"
OUT = HERE / "python" / "callout" / "_generated"

# Each room has its own of these, whatever they hold.
OWN = {"Filter", "List", "Order", "Row", "State", "Query", "Command", "Event", "Status"}
# What the engine itself gives back; what it takes is built by the sessions.
ENGINE = (
    "receipt",
    "changes",
    "verification",
    "file",
    "deliveries",
    "calendar_entry",
    "calendar_feed",
    "calendar_round",
)
# The same of the functions that need no engine.
TOOLBOX = (
    "read_mail",
    "own_addresses",
    "enquiry_facts",
    "envelope",
    "expand_recurrence",
    "expand_recurrence_answer",
    "find_slots",
    "find_slots_answer",
    "free_busy",
    "free_busy_answer",
    "holidays",
    "holidays_answer",
    "read_calendar",
    "busy_file",
    "plan_routes",
    "plan_routes_answer",
)
ANSWERS = {"engine": ENGINE, "toolbox": TOOLBOX}


def read_rooms(folder: Path) -> dict[str, dict[str, m.Json]]:
    """Read the schemas of all rooms."""
    rooms = {}
    for path in sorted(folder.glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            keys = ANSWERS.get(path.stem, tuple(found))
            rooms[path.stem] = {key: found[key] for key in keys if key in found}
    return rooms


def shared_types(rooms: dict[str, dict[str, m.Json]]) -> dict[str, tuple[str, Scope, str]]:
    """Find the types that several rooms have: canonical form to name, and where to read it."""
    seen: Counter[str] = Counter()
    where: dict[str, tuple[str, Scope]] = {}
    for schemas in rooms.values():
        forms = {}
        for schema in schemas.values():
            scope = Scope(schema)
            forms.update({scope.canonical(name): (name, scope) for name in scope.defs})
        seen.update(forms.keys())
        for form, found in forms.items():
            where.setdefault(form, found)

    def may(form: str, way: tuple[str, ...] = ()) -> bool:
        if form in way:
            return True
        name, scope = where[form]
        if seen[form] < 2 or base_name(name) in OWN:
            return False
        refs = scope.refs(scope.defs[name]) - {name}
        return all(may(scope.canonical(ref), (*way, form)) for ref in refs)

    listed = sorted((base_name(where[form][0]), form) for form in where if may(form))
    taken: Counter[str] = Counter()
    out = {}
    for name, form in listed:
        taken[name] += 1
        label = pascal(name) + (str(taken[name]) if taken[name] > 1 else "")
        out[form] = (label, where[form][1], where[form][0])
    return out


def generate(folder: Path) -> dict[str, str]:
    """Give each file's name and text."""
    rooms = read_rooms(folder)
    found = shared_types(rooms)
    shared = {form: label for form, (label, _, _) in found.items()}
    common = Room("common", shared)
    for _, scope, name in found.values():
        common.named(name, scope)
    # Only what became a named type can be imported; an instant is a datetime.
    real = {made.name for made in common.defs}
    shared = {form: label for form, label in shared.items() if label in real}
    files = {"common.py": Writer(common, None).file()}
    asked = []
    Writer.rows = gathered()
    for name, schemas in rooms.items():
        room = read_room(name, schemas, shared)
        files[f"{name}.py"] = Writer(room, common).file()
        if room.commands or room.questions:
            asked.append(name)
    files["_session.py"] = session(asked)
    files["__init__.py"] = HEAD.format(doc="The typed layer: a file a noun.").rstrip() + (
        "\n\n"
        + f"from . import {', '.join(sorted(rooms))}\n\n__all__ = [\n"
        + "".join(f'    "{name}",\n' for name in sorted(rooms))
        + "]\n"
    )
    return files


def read_room(name: str, schemas: dict[str, m.Json], shared: dict[str, str]) -> Room:
    """Read a room: what it answers first, so that those types get their plain names."""
    room = Room(name, shared)
    for key in ("view", "page", *ENGINE, *TOOLBOX):
        if key in schemas:
            room.answer(key, schemas[key])
    if "query" in schemas:
        room.questions = room.methods(schemas["query"], "query")
    if "command" in schemas:
        room.commands = room.methods(schemas["command"], "command")
    if "event" in schemas:
        made = room.define(schemas["event"], Scope(schemas["event"]), "Event")
        room.event = made.name if isinstance(made, m.Ref) else None
    return room


def session(rooms: list[str]) -> str:
    """Write the session with an attribute a noun."""
    out = HEAD.format(doc="All nouns at hand.")
    out += "from .._session import SessionBase\n"
    out += "".join(f"from .{name} import {pascal(name)}Commands\n" for name in rooms)
    out += '\n\nclass Session(SessionBase):\n    """An engine seen by one actor: an attribute a noun."""\n'
    for name in rooms:
        out += f"\n    @property\n    def {name}(self) -> {pascal(name)}Commands:\n"
        out += f'        """Commands and queries of ``{name}``."""\n'
        out += f"        return {pascal(name)}Commands(self)\n"
    return out


def main() -> int:
    """Write the files, or say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail when stale")
    parser.add_argument("--schemas", type=Path, default=SCHEMAS)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    files = generate(args.schemas)
    old = {path.name for path in args.out.glob("*.py")} if args.out.is_dir() else set()
    stale = sorted(old - set(files))
    for name, text in files.items():
        path = args.out / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if args.check:
        for name in stale:
            print(f"{name} is stale: run python tools/generate.py")
        return 1 if stale else 0
    args.out.mkdir(parents=True, exist_ok=True)
    for name in old - set(files):
        (args.out / name).unlink()
    for name, text in files.items():
        (args.out / name).write_text(text, encoding="utf-8")
    print(f"{len(files)} files, {len(stale)} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
