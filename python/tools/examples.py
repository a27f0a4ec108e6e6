"""An example of each command, from the decision tables: the row, and how it reads in Python."""

from __future__ import annotations

import builtins
import json
import keyword
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import model as m
from room import Method

CASES = Path(__file__).resolve().parent.parent.parent / "tests" / "cases"
# What comes in an example of its own that another one begins with.
NO_COMMANDS = {"at", "blob", "picture", "photo", "keep", "see", "more", "render", "receive", "deliver"}


@dataclass(frozen=True)
class Row:
    """A line of a table by which a command happens."""

    file: Path
    case: int
    """Which case of the file, from 0."""
    line: int
    """Which line of the case, the setting's included, from 0."""
    who: str
    verb: str
    target: str
    body: Any
    happens: str
    """The first event of the record itself."""


def cases(text: str) -> list[list[str]]:
    """Cases with their lines, each led by the file's setting, as ``tests/cases.rs`` reads them."""
    setting: list[str] = []
    found: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("## "):
            found.append(list(setting))
        elif line.strip() and not line.startswith("#"):
            lines = found[-1] if found else setting
            if line.startswith(" ") and lines:
                lines[-1] += " " + line.strip()
            else:
                lines.append(line.strip())
    return found


def parts(line: str) -> tuple[list[str], str, str] | None:
    """Give a command's words, its body and what comes of it; nothing for another kind of line."""
    asked, sign, comes = line.rpartition("=>")
    if not sign or line.split(" ", 1)[0] in NO_COMMANDS:
        return None
    words, brace, body = asked.partition("{")
    return words.split(), brace + body.strip() if brace else "{}", comes.strip()


def rows(file: Path) -> Iterator[Row]:
    """Give the commands that happen."""
    for number, lines in enumerate(cases(file.read_text(encoding="utf-8"))):
        for place, line in enumerate(lines):
            found = parts(line)
            if found is None:
                continue
            words, body, comes = found
            events = [event.split("*")[0] for event in comes.split()]
            own = [event for event in events if "." not in event or event.startswith("record.")]
            # A version that is said is one of a test; nobody is like a host that says none.
            if len(words) == 3 and own and own[0] != "nothing":
                who, verb, target = words
                yield Row(file, number, place, who, verb, target, json.loads(body), own[0])


def gathered(folder: Path = CASES) -> dict[str, Row]:
    """Choose a row for each command: of its own noun's tables, early, and neither bare nor long."""
    found: dict[str, tuple[tuple[int, int], Row]] = {}
    for file in sorted(folder.rglob("*.case")):
        for row in rows(file):
            noun = row.verb.split(".")[0]
            alien = 0 if file.parent.name == noun else 1
            rank = (alien, abs(len(json.dumps(row.body)) - 90) + row.line)
            if row.verb not in found or rank < found[row.verb][0]:
                found[row.verb] = (rank, row)
    return {verb: row for verb, (_, row) in found.items()}


def variable(name: str) -> str:
    """Name what a table names as Python would."""
    plain = unicodedata.normalize("NFKD", name.removeprefix("mail:"))
    text = re.sub(r"[^0-9a-z]+", "_", plain.encode("ascii", "ignore").decode().lower()).strip("_")
    taken = keyword.iskeyword(text) or hasattr(builtins, text)
    return f"the_{text}" if taken or not text or text[0].isdigit() else text


def session(who: str) -> str:
    """Name the session of who asks: by the role."""
    return variable(who.rpartition("/")[2])


def value(said: Any, kind: m.Type | None = None) -> str:
    """Write a value of a table as Python's."""
    if isinstance(kind, m.Nullable):
        return value(said, kind.inner)
    if isinstance(said, str):
        if said.startswith(("@", "#")):
            return variable(said[1:])
        form = kind.codec if isinstance(kind, m.Prim) else ""
        if form == "_w.AMOUNT":
            return f"Decimal({json.dumps(said)})"
        if form in ("_w.DATE", "_w.TIME", "_w.INSTANT", "_w.LOCAL"):
            name = {"_w.DATE": "date", "_w.TIME": "time"}.get(form, "datetime")
            return f"{name}.fromisoformat({json.dumps(said.replace('Z', '+00:00'))})"
        return json.dumps(said, ensure_ascii=False)
    if isinstance(said, dict):
        items = (f"{json.dumps(name, ensure_ascii=False)}: {value(one)}" for name, one in said.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(said, list):
        item = kind.inner if isinstance(kind, m.Items) else None
        return "[" + ", ".join(value(one, item) for one in said) + "]"
    return repr(said)


def call(start: str, given: Iterable[str], end: str) -> list[str]:
    """Write a call as one reads it at the prompt: on one line, or an argument a line."""
    given = list(given)
    line = f">>> {start}({', '.join(given)}){end}"
    if len(line) <= 88:
        return [line]
    return [f">>> {start}(", *(f"...     {one}," for one in given), f"... ){end}"]


def example(row: Row, method: Method) -> list[str]:
    """Write the row as one asks it in Python, and what the first event is."""
    noun, verb = row.verb.split(".")
    who, told = session(row.who), method.contract
    lines = []
    target = str(told.get("target", "optional"))
    given = [] if target == "company" or row.target == "-" else [variable(row.target)]
    if target == "optional":
        given = [f"id={one}" for one in given if not told.get("manner") == "creates"]
    kinds = {made.wire: made for made in method.fields}
    if method.form == "value":
        given.append(f"value={value(row.body)}")
    else:
        given += [f"{kinds[name].attr}={value(said, kinds[name].type)}" for name, said in row.body.items()]
    if told.get("expected") == "required":
        record = f"{who}.company_id" if target == "company" else variable(row.target)
        reader = "manager" if noun == "company" else who
        lines.append(f">>> seen = {reader}.{noun}.get({record})")
        given.append("expected=seen.version")
    name = method.name
    lines += call(f"{who}.{noun}.{name}", given, ".events[0].event")
    return [*lines, repr(row.happens)]
