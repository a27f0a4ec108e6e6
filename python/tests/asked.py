"""What a recipe asks, as the JSON that crosses to C and to other languages: a page beside each."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import callout
from callout import _callout

CALLS = {
    "execute": "callout_execute",
    "batch": "callout_batch",
    "query": "callout_query",
    "render": "callout_render",
    "receive": "callout_receive",
    "put_blob": "callout_blob_put",
    "deliver": "callout_deliver",
    "deliver_through": "callout_deliver_through",
    "renew": "callout_renew",
}
"""The methods of the engine that take JSON, and what C calls them."""

WIDTH = 96
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HASH = re.compile(r"[0-9a-f]{64}")


@dataclass
class Asked:
    """What a page asked: on which of its lines, by which call, and the JSON."""

    page: Path
    found: list[tuple[int, str, list[Any]]] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)

    def line(self) -> int | None:
        """The line of the page that is being executed."""
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename != str(self.page):
            frame = frame.f_back  # type: ignore[assignment]
        return frame.f_lineno if frame is not None else None

    def recording(self) -> Any:
        """The native module, with an engine that writes down what it is asked."""
        asked = self

        class Recorder:
            def __init__(self, inner: _callout.Engine) -> None:
                self._inner = inner

            def __getattr__(self, name: str) -> Any:
                inner = getattr(self._inner, name)
                call = CALLS.get(name)
                return inner if call is None else asked.noted(call, inner)

            @staticmethod
            def open(*args: Any, **kwargs: Any) -> Recorder:
                return Recorder(_callout.Engine.open(*args, **kwargs))

            @staticmethod
            def open_memory(*args: Any, **kwargs: Any) -> Recorder:
                return Recorder(_callout.Engine.open_memory(*args, **kwargs))

        class Module:
            Engine = Recorder

            def __getattr__(self, name: str) -> Any:
                return getattr(_callout, name)

        return Module()

    def noted(self, call: str, inner: Callable[..., Any]) -> Callable[..., Any]:
        def noted(ask: bytes, *rest: Any, **more: Any) -> Any:
            answer = inner(ask, *rest, **more)
            if line := self.line():
                asked = json.loads(ask)
                beside = [json.loads(rest[0])] if call == "callout_deliver" else []
                self.found.append((line, call, [asked, *beside]))
                self.receipt(asked, answer)
            return answer

        return noted

    def receipt(self, asked: Any, answer: Any) -> None:
        """What a receipt says is made is called after its noun, where the recipe does not name it."""
        told = json.loads(answer) if isinstance(answer, bytes) and answer[:1] == b"{" else {}
        for one in told.get("receipts", [told]):
            target, part = one.get("target"), one.get("part")
            events = one.get("events", [])
            if target and events:
                noun = next((event["noun"] for event in events if event["id"] == target), "record")
                self.made.setdefault(target, noun)
                for event in events:
                    if event.get("part") == part is not None:
                        self.made.setdefault(part, f"part of {event['noun']}")

    def told(self, names: dict[str, Any]) -> str:
        """The page beside the recipe. Ids are named as the recipe names them."""
        known = called(names)
        for id, noun in self.made.items():
            if id not in known:
                same = sum(1 for name in known.values() if name.startswith(noun))
                known[id] = noun if not same else f"{noun} {same + 1}"
        lines = self.page.read_text(encoding="utf-8").splitlines()
        title = lines[0].removeprefix("# ")
        out = [
            f"# As JSON: {title}",
            "",
            f"What [the recipe](../{self.page.name}) asks, call by call, as C and other languages ask it;",
            "what a request is made of stands in [its own page](README.md). `‹karel›` is the id that the",
            "recipe calls so, `‹new›` one that is made for the command. What is asked again in the same",
            "way is shown once.",
        ]
        section, shapes = "", dict[tuple[str, str, str], int]()
        for line, call, (ask, *beside) in self.found:
            before = [text for text in lines[:line] if text.startswith("## ")]
            heading = before[-1] if before else "## At first"
            shape = (heading, call, what(ask))
            shapes[shape] = shapes.get(shape, 0) + 1
            if shapes[shape] > 1:
                continue
            if heading != section:
                out += ["", heading]
                section = heading
            ask, more = short(plain(ask, known))
            out += ["", f"`{call}`{more}", "", "```json", *shown(ask), "```"]
            for other in beside:
                out += ["", "and through", "", "```json", *shown(plain(other, known)), "```"]
        return "\n".join(out) + "\n"


def what(ask: Any) -> str:
    """The noun and the verb that are asked; of a batch, all of them."""
    if isinstance(ask, dict) and "commands" in ask:
        return " ".join(what(command) for command in ask["commands"])
    for key in ("command", "query"):
        if isinstance(ask, dict) and key in ask:
            noun, inner = next(iter(ask[key].items()))
            verb = next(iter(inner), "") if isinstance(inner, dict) else inner
            return f"{noun}.{verb}"
    return ""


ORDER = ("id", "company", "actor", "target", "expected")
SHOWN = 3


DEFAULTS = {"descending": False, "names": True, "limit": 100, "filter": {}}


def bare(ask: Any) -> Any:
    """Without what a list is by itself."""
    if not isinstance(ask, dict):
        return ask
    kept = {name: bare(value) for name, value in ask.items()}
    if "list" in kept and isinstance(kept["list"], dict):
        said = kept["list"].items()
        kept["list"] = {name: it for name, it in said if DEFAULTS.get(name, ...) != it}
    return kept


def short(ask: Any) -> tuple[Any, str]:
    """First who asks and about what; of a long batch only the beginning."""
    if not isinstance(ask, dict):
        return ask, ""
    ask = bare(ask)
    ordered = {name: ask[name] for name in ORDER if name in ask} | ask
    commands, more = ordered.get("commands", []), ""
    if len(commands) > SHOWN:
        more = f", the first {SHOWN} of {len(commands)} commands"
        ordered["commands"] = commands[:SHOWN]
    return ordered, more


def called(names: dict[str, Any]) -> dict[str, str]:
    """What the recipe calls its ids."""
    known: dict[str, str] = {}
    for name, value in names.items():
        if name.startswith("_"):
            continue
        if isinstance(value, UUID):
            known.setdefault(str(value), name.lower())
        elif isinstance(value, callout.Receipt):
            known.setdefault(str(value.target), name)
            if value.part:
                known.setdefault(str(value.part), f"{name}.part")
    for name, value in names.items():
        if isinstance(value, callout.Session):
            known.setdefault(str(value.company_id), "company")
            known.setdefault(str(value.actor.id), name)
    return known


def plain(value: Any, known: dict[str, str], key: str = "") -> Any:
    """The same each time: ids by their names, hashes and cursors by what they are."""
    if isinstance(value, dict):
        top = {"id": "‹new›"} if "command" in value else {}
        return {name: plain(inner, known, name) for name, inner in {**value, **top}.items()}
    if key == "port":
        return 587
    if isinstance(value, list):
        return [plain(inner, known) for inner in value]
    if isinstance(value, str):
        if key == "after" and len(value) > 20:
            return "‹next›"
        value = HASH.sub("‹hash›", value)
        return ID.sub(lambda id: f"‹{named(id.group(), known)}›", value)
    return value


def named(id: str, known: dict[str, str]) -> str:
    nameless = sum(1 for name in known.values() if name.startswith("id-"))
    return known.setdefault(id, f"id-{nameless + 1}")


def shown(value: Any, room: str = "", lead: str = "", comma: str = "") -> list[str]:
    """JSON that a person can read: on one line where it fits."""
    text = json.dumps(value, ensure_ascii=False)
    whole = f"{room}{lead}{text}{comma}"
    if len(whole) <= WIDTH or not isinstance(value, dict | list) or not value:
        return [whole]
    if isinstance(value, dict):
        begin, end = "{", "}"
        items = [(f"{json.dumps(name)}: ", item) for name, item in value.items()]
    else:
        begin, end = "[", "]"
        items = [("", item) for item in value]
    out = [f"{room}{lead}{begin}"]
    for n, (name, item) in enumerate(items, 1):
        out += shown(item, f"{room}  ", name, "," if n < len(items) else "")
    return [*out, f"{room}{end}{comma}"]
