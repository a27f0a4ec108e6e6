"""The engine."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from types import TracebackType
from typing import Literal
from uuid import UUID

from . import _callout, _plain
from ._actor import Actor
from ._clock import Clock
from ._generated._session import Session
from ._hook import AfterCommit
from ._progress import Progress
from ._registry import Ares, CompanyRegistry, RecordedRegistry, RegistryEntry


class Engine:
    """One service database, for all threads of the host; see ``callout.open``."""

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        durability: Literal["full", "normal", "off"] = "full",
        busy_timeout_ms: int = 10_000,
        read_only: bool = False,
        most_wal_bytes: int = 256 << 20,
        clock: Clock | None = None,
    ) -> None:
        self._inner = _callout.Engine.open(
            path,
            durability=durability,
            busy_timeout_ms=busy_timeout_ms,
            read_only=read_only,
            most_wal_bytes=most_wal_bytes,
            clock=clock,
        )

    @classmethod
    def in_memory(cls, *, clock: Clock | None = None) -> Engine:
        """See ``callout.open_memory``."""
        engine = cls.__new__(cls)
        engine._inner = _callout.Engine.open_memory(clock=clock)
        return engine

    def session(self, company: UUID, actor: Actor) -> Session:
        """Work as one actor of one company: an attribute for each noun.

        >>> boss = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
        >>> boss.actor.role
        'manager'
        """
        return Session(self._inner, company, actor)

    def execute(self, request: bytes) -> bytes:
        """Execute a request as JSON; gives its receipt as JSON.

        >>> import json
        >>> actor = {"id": str(manager.actor.id), "role": manager.actor.role}
        >>> whole = {"company": str(manager.company_id), "actor": actor}
        >>> create = {"task": {"create": {"title": "Zavolat"}}}
        >>> whole = {**whole, "id": str(callout.new_id()), "command": create}
        >>> receipt = json.loads(engine.execute(json.dumps(whole).encode()))
        >>> receipt["version"]
        1
        """
        return self._inner.execute(request)

    def query(self, question: bytes) -> bytes:
        """Answer a question as JSON.

        >>> import json
        >>> actor = {"id": str(manager.actor.id), "role": manager.actor.role}
        >>> whole = {"company": str(manager.company_id), "actor": actor}
        >>> whole = {**whole, "query": {"head": {}}}
        >>> json.loads(engine.query(json.dumps(whole).encode()))["count"] > 0
        True
        """
        return self._inner.query(question)

    def backup(
        self,
        path: str | os.PathLike[str],
        progress: Callable[[Progress], bool | None] | None = None,
    ) -> None:
        """Copy one moment of the file into a new one, while others work on it.

        The copy is a whole store by itself, and is verified before it has its name.
        ``progress`` is told how far it is; where it gives ``False`` or raises, the backup ends and
        leaves nothing. Never copy the file yourself while an engine has it open: closing it would
        drop the engine's locks.

        >>> with callout.open("service.db") as stored:
        ...     stored.backup("copy.db")
        >>> with callout.open("copy.db", read_only=True) as copy:
        ...     copy.closed
        False
        """
        if progress is None:
            self._inner.backup(path, None)
        else:
            tell = progress
            self._inner.backup(path, lambda now: tell(Progress(**json.loads(now))))

    def after_commit(self, hook: AfterCommit | None) -> None:
        """Register what is told, after each commit, the company and its new head, to be kept.

        An engine has one hook: another takes its place, ``None`` takes it away. It is called as
        ``hook(company, head)`` on the thread that executed, which waits for it, and may ask the
        engine. The heads of a company may come out of order where threads execute at once: the
        greater ``count`` is the newer one. What it raises, also an interrupt, goes to
        ``sys.unraisablehook``: the command is done and has its receipt, and the next head covers
        what was missed.

        Not told: a command that recorded nothing, such as one that is answered with its first
        receipt; what the hook itself executes; what other engines and processes commit.

        >>> heads = []
        >>> engine.after_commit(lambda company, head: heads.append(head))
        >>> _ = manager.task.create(title="Zavolat")
        >>> heads[0] == manager.head()
        True
        """
        self._inner.after_commit(hook)

    def register_registry(self, registry: CompanyRegistry | Ares | RecordedRegistry) -> None:
        """Plug in a register of companies; the last one plugged in is asked first.

        >>> class Ours:
        ...     id = "ours"
        ...
        ...     def look_up(self, registration_number):
        ...         return None
        >>> engine.register_registry(Ours())
        >>> engine.look_up_company("58000003") is None
        True
        """
        if isinstance(registry, Ares | RecordedRegistry):
            self._inner.open_registry(_plain.to_bytes(registry._wire()))
        else:
            self._inner.register_registry(registry)

    def look_up_company(
        self, registration_number: str, *, number_checked: bool = False
    ) -> RegistryEntry | None:
        """Look up a company by its number in the registers that are plugged in.

        A number that fails its check digit is refused as mistyped, unless ``number_checked`` says
        that it was compared with a document: a few old companies have such.

        >>> engine.register_registry(callout.RecordedRegistry([]))
        >>> try:
        ...     engine.look_up_company("58000003")
        ... except callout.NotFound as no:
        ...     no.code
        'REGISTRY-RECORD-01'
        """
        asked = _plain.whole(registration_number, "registration_number")
        found = self._inner.look_up_company(asked, number_checked)
        entry: RegistryEntry | None = json.loads(found)
        return entry

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._inner.closed

    def close(self) -> None:
        """Let go of the file; again is no fault. Whatever is asked afterwards is a ValueError.

        >>> stored = callout.open("service.db")
        >>> stored.close()
        >>> stored.closed
        True
        """
        self._inner.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return repr(self._inner)
