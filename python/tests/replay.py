"""Decision tables played from Python, up to the line of an example: see ``tests/cases.rs``."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from email.message import EmailMessage
from email.utils import format_datetime
from types import TracebackType
from typing import Any
from uuid import UUID, uuid5

import callout
from examples import NO_COMMANDS, Row, cases, variable

SPACE = UUID("01920000-0000-4000-8000-000000000000")
ROLES = ("manager", "technician", "back_office", "dispatcher")


def id_of(name: str) -> UUID:
    """The id of a name, the same each time."""
    return uuid5(SPACE, name)


def png() -> bytes:
    """A picture of a black pixel and a white one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\xff"))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


class Mood:
    """A mailer that does with each message what the table says."""

    def __init__(self, mood: str) -> None:
        self.mood = mood

    def send(self, envelope: object, message: bytes) -> str:
        """Take it over, or not."""
        if self.mood == "sent":
            return "as it was asked to"
        if self.mood in ("failed", "refused"):
            raise callout.NotSent("as it was asked to", permanent=self.mood == "refused")
        raise RuntimeError("as it was asked to")


class Table:
    """A company as a table has it."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-10-14T08:00:00+02:00")
        self.engine = callout.open_memory(clock=lambda: self.now)
        self.company = id_of("servis")
        self.names: dict[str, str] = {}
        self.versions: dict[tuple[str, str], int] = {}
        self.newest = self.company
        """What the last command was about."""

    def __enter__(self) -> Table:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        self.engine.close()

    def session(self, who: str) -> callout.Session:
        """The session of who asks."""
        name, _, role = who.partition("/")
        return self.engine.session(self.company, callout.Actor(id=id_of(name), role=role or name))

    def names_of(self, row: Row) -> dict[str, Any]:
        """What an example may name: records, bytes, sessions."""
        named: dict[str, Any] = {variable(name): _read(text) for name, text in self.names.items()}
        for name in _named(row.body, "@") + [row.target]:
            named[variable(name)] = _read(self.target(name))
        for text in _named(row.body, "#"):
            named[variable(text)] = self.hash(text)
        for role in ROLES:
            named[role] = self.session(role)
        named[variable(row.who.rpartition("/")[2])] = self.session(row.who)
        return {**named, "Decimal": Decimal, "date": date, "datetime": datetime, "time": time}

    def play(self, row: Row, *, itself: bool) -> None:
        """Play the lines before a row, or the row too."""
        for line in cases(row.file.read_text(encoding="utf-8"))[row.case][: row.line + itself]:
            self.line(line)

    def line(self, line: str) -> None:
        """Play a line."""
        word, _, rest = line.partition(" ")
        manager = self.session("manager")
        if word == "at":
            self.now = datetime.fromisoformat(rest.replace("Z", "+00:00"))
        elif word == "blob":
            manager.put_blob(rest.encode())
        elif word in ("picture", "photo"):
            self.names[rest] = manager.put_blob(png() if word == "picture" else b"\xff\xd8\xff\xe0")
        elif word == "keep":
            name, pointer, who, query = rest.split(" ", 3)
            found = self.session(who)._ask(self.filled(json.loads(query)))
            for step in pointer.split("/")[1:]:
                found = found[int(step) if isinstance(found, list) else step]
            self.names[name] = found
        elif word == "receive":
            self.receive(rest)
        elif word == "deliver":
            who, mood = rest.split("=>")[0].split()
            self.session(who).deliver(Mood(mood))
            self.refresh()
        elif word == "render":
            who, document, version, form = rest.split("=>")[0].split()
            painted = {"pdf": "pdf", "docx": "docx"}[form]
            shown = self.session(who)
            shown.render(UUID(self.target(document)), version=int(version), format=painted)  # type: ignore[arg-type]
        elif word not in NO_COMMANDS and "=>" in line:
            self.command(line)

    def command(self, line: str) -> None:
        """Ask a command."""
        asked = line.rpartition("=>")[0]
        words, brace, body = asked.partition("{")
        who, command, name, *rest = words.split()
        noun, verb = command.split(".")
        said = self.filled(json.loads(brace + body if brace else "{}"))
        target = None if name == "-" else self.target(name)
        known = self.versions.get((said.get("noun", noun), target or ""))
        expected = known if not rest else None if rest[0] == "v-" else int(rest[0][1:])
        request: dict[str, Any] = {"id": str(callout.new_id()), "command": {noun: {verb: said}}}
        request.update({"target": target} if target else {})
        request.update({"expected": expected} if expected else {})
        receipt = self.session(who)._execute(request)
        self.newest = receipt.target
        for event in receipt.events:
            self.versions[event.noun, str(event.id)] = event.version

    def receive(self, rest: str) -> None:
        """Let a message come."""
        who, name, fields = rest.split("=>")[0].strip().split(" ", 2)
        letter: Mapping[str, Any] = json.loads(fields)
        message = EmailMessage()
        for field, head in [("message_id", "Message-ID"), ("in_reply_to", "In-Reply-To")]:
            if field in letter:
                message[head] = f"<{letter[field]}>"
        for field, head in [("from", "From"), ("to", "To"), ("cc", "Cc")]:
            if field in letter:
                message[head] = ", ".join(one["address"] for one in letter[field])
        message["Subject"] = letter.get("subject", "")
        if "date" in letter:
            message["Date"] = format_datetime(datetime.fromisoformat(letter["date"].replace("Z", "+00:00")))
        message.set_content(letter.get("text", ""))
        receipt = self.session(who).receive(message.as_bytes())
        self.names[f"mail:{name}"] = str(receipt.target)
        self.versions["mail", str(receipt.target)] = receipt.version

    def refresh(self) -> None:
        """Look again at the messages, which changed without a command."""
        for noun, id in list(self.versions):
            if noun == "message":
                found = self.session("manager").message.get(UUID(id))
                self.versions[noun, id] = found.version

    def target(self, name: str) -> str:
        """The id of a name."""
        return self.names.get(name) or str(id_of(name))

    def hash(self, text: str) -> str:
        """The hash of a text."""
        return hashlib.sha256(text.encode()).hexdigest()

    def filled(self, said: Any) -> Any:
        """Put ids in for names, and hashes for texts."""
        if isinstance(said, str) and said.startswith("@"):
            return self.target(said[1:])
        if isinstance(said, str) and said.startswith("#"):
            return self.hash(said[1:])
        if isinstance(said, dict):
            return {name: self.filled(one) for name, one in said.items()}
        return [self.filled(one) for one in said] if isinstance(said, list) else said


def _named(said: Any, sign: str) -> list[str]:
    if isinstance(said, str):
        return [said[1:]] if said.startswith(sign) else []
    inner = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
    return [name for one in inner for name in _named(one, sign)]


def _read(text: str) -> Any:
    return text if len(text) == 64 else UUID(text)
