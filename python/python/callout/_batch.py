"""Several commands in one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import TracebackType
from typing import Any, NoReturn, cast

from . import _plain, _wire
from ._errors import Error, from_engine
from ._generated._session import Session
from ._generated.engine import Receipt
from ._later import Later, Place, Take


class _Pending:
    """A receipt that comes once the batch is executed; until then what it will say."""

    __slots__ = ("_batch", "_index")

    def __init__(self, batch: Batch, index: int) -> None:
        self._batch = batch
        self._index = index

    @property
    def target(self) -> Any:
        return self._take("target")

    @property
    def version(self) -> Any:
        return self._take("version")

    @property
    def part(self) -> Any:
        return self._take("part")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._receipt(), name)

    def __repr__(self) -> str:
        return f"<receipt {self._index} of {self._batch!r}>"

    def _take(self, take: Take) -> Any:
        if self._batch.executed:
            return self._batch.made(self._index, take)
        return Later(self._index, take, self._batch)

    def _receipt(self) -> Receipt:
        if not self._batch.executed:
            raise RuntimeError("the batch is not executed yet: only target, version and part")
        return self._batch.receipt(self._index)


class Batch(Session):
    """Commands that are executed together at the end of the ``with``; see ``session.batch``."""

    def __init__(self, session: Session, *, each: bool) -> None:
        super().__init__(session._engine, session.company_id, session.actor)
        self._session = session
        self._each = each
        self._commands: list[Mapping[str, Any]] = []
        self._outcomes: tuple[Receipt | Error, ...] | None = None
        self._entered = False

    @property
    def executed(self) -> bool:
        """Whether the commands were executed."""
        return self._outcomes is not None

    @property
    def outcomes(self) -> tuple[Receipt | Error, ...]:
        """What became of each command, in their order: its receipt, or why it was refused."""
        if self._outcomes is None:
            raise RuntimeError("the batch is not executed yet")
        return self._outcomes

    def receipt(self, index: int) -> Receipt:
        """The receipt of one of its commands, in their order; its refusal is raised."""
        outcome = self.outcomes[index]
        if isinstance(outcome, Error):
            raise outcome
        return outcome

    def made(self, index: int, take: Take) -> Any:
        """What one of its commands made."""
        return getattr(self.receipt(index), take)

    def batch(self, *, each: bool = False) -> NoReturn:
        """A batch has no batches."""
        raise RuntimeError("a batch only collects commands: ask the session itself for another")

    def __enter__(self) -> Batch:
        # What an exception left behind is not to happen after all.
        if self._entered:
            raise RuntimeError("the batch was entered before: begin another one")
        self._entered = True
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # What was raised inside says that it is not to happen.
        if raised is None:
            self._run()

    def _run(self) -> None:
        if not self._commands:
            self._outcomes = ()
            return
        mode = "each" if self._each else "all_or_nothing"
        asked = self._session._asked(mode=mode, commands=self._commands)
        answer = json.loads(self._engine.batch(asked))
        self._outcomes = tuple(_outcome(one) for one in answer["outcomes"])

    def _execute(self, request: Mapping[str, Any]) -> Receipt:
        if self.executed:
            raise RuntimeError("the batch is executed: begin another one")
        self._own(request)
        self._commands.append(request)
        return cast(Receipt, _Pending(self, len(self._commands) - 1))

    def _own(self, value: Any) -> None:
        """Refuse what a batch makes that is not executed yet, and is another one."""
        if isinstance(value, Place) and value.batch is not self:
            raise RuntimeError("a batch that is not executed yet makes it: that one comes first")
        if isinstance(value, Mapping):
            for item in value.values():
                self._own(item)
        elif isinstance(value, list):
            for item in value:
                self._own(item)

    def _asked(self, **more: Any) -> NoReturn:
        raise RuntimeError("a batch only collects commands: ask the session itself")

    def __repr__(self) -> str:
        return f"<batch of {self._session!r}>"


def _outcome(one: Mapping[str, Any]) -> Receipt | Error:
    if "done" in one:
        return _wire.read_record(Receipt, one["done"])
    refused = one["refused"]
    details = _plain.to_bytes(refused["details"])
    told = (refused["code"], refused["message"], refused["message_cs"], details)
    return from_engine(refused["status"], *told)
