"""What the generated desks stand on: an engine seen by one actor of one company."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol, TypeVar
from uuid import UUID

from . import _callout, _plain, _wire
from ._actor import Actor
from ._generated.engine import Changes, Head, Receipt, Report

P = TypeVar("P")


class Acting:
    """An engine seen by one actor of one company."""

    def __init__(self, engine: _callout.Engine, company: UUID, actor: Actor) -> None:
        self._engine = engine
        self._company = company
        self._actor = actor

    @property
    def company_id(self) -> UUID:
        """In whose books."""
        return self._company

    @property
    def actor(self) -> Actor:
        """Who asks."""
        return self._actor

    def changes(self, *, after: int = 0, limit: int = 100) -> Changes:
        """Read what happened after a sequence number, in commit order; at most 1,000 changes."""
        actor = _plain.to_bytes(self._actor._wire())
        answer = self._engine.changes(str(self._company), actor, after, limit)
        return _wire.read_record(Changes, json.loads(answer))

    def verify(self, *, kept: Head | None = None) -> Report:
        """Recompute every hash and state; ``kept`` is a head that was kept elsewhere."""
        actor = _plain.to_bytes(self._actor._wire())
        head = None if kept is None else _plain.to_bytes(_wire.Rec(Head).write(kept, "kept"))
        answer = self._engine.verify(str(self._company), actor, head)
        return _wire.read_record(Report, json.loads(answer))

    def head(self) -> Head:
        """Read the company's head, to be kept elsewhere."""
        return _wire.read_record(Head, json.loads(self._engine.head(str(self._company))))

    def put_blob(self, data: bytes) -> str:
        """Keep bytes (a photo, a signature, a mail) under their hash, for commands to name."""
        return self._engine.put_blob(str(self._company), bytes(data))

    def blob(self, hash: str) -> bytes:
        """Read bytes back."""
        return self._engine.blob(str(self._company), hash)

    def __repr__(self) -> str:
        return f"<{self._actor.role} {self._actor.id} of company {self._company}>"

    def _execute(self, request: Mapping[str, Any]) -> Receipt:
        whole = {"company": str(self._company), "actor": self._actor._wire(), **request}
        answer = self._engine.execute(_plain.to_bytes(whole))
        return _wire.read_record(Receipt, json.loads(answer))

    def _ask(self, query: Mapping[str, Any]) -> Any:
        whole = {"company": str(self._company), "actor": self._actor._wire(), "query": query}
        return json.loads(self._engine.query(_plain.to_bytes(whole)))


class _Paged(Protocol):
    @property
    def next(self) -> Any:
        """Where the next page begins."""


PagedT = TypeVar("PagedT", bound=_Paged)


def each_page(page: Callable[[Any], PagedT], after: Any) -> Iterator[PagedT]:
    """Turn pages until there is none."""
    while True:
        found = page(after)
        yield found
        after = found.next
        if after is None:
            return


class NounDesk:
    """The commands and questions of one noun."""

    __slots__ = ("_acting",)
    _noun: ClassVar[str]

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def __repr__(self) -> str:
        return f"<{self._noun} of {self._acting!r}>"

    def _command(
        self,
        verb: str,
        fields: Sequence[_wire.Field] | _wire.Codec | None,
        values: Mapping[str, Any],
        id: UUID | None,
        expected: int | None,
        command_id: UUID | None,
        external_ids: Mapping[str, str] | None,
    ) -> Receipt:
        path = f"command.{self._noun}.{verb}"
        # A company's own commands are for the company that the desk stands in.
        own = self._acting.company_id if self._noun == "company" else None
        target = id or own
        request: dict[str, Any] = {
            "id": str(command_id) if command_id else _callout.new_id(),
            "command": {self._noun: _body(verb, fields, values, path)},
        }
        if target is not None:
            request["target"] = _plain.plain(target, "target")
        if expected is not None:
            request["expected"] = _plain.plain(expected, "expected")
        if external_ids:
            request["external_ids"] = _plain.plain(external_ids, "external_ids")
        return self._acting._execute(request)

    def _query(
        self,
        verb: str | None,
        fields: Sequence[_wire.Field] | _wire.Codec | None,
        values: Mapping[str, Any],
        answer: type[P],
    ) -> P:
        path = f"query.{self._noun}" + (f".{verb}" if verb else "")
        query = _body(verb, fields, values, path)
        return _wire.read_record(answer, self._acting._ask({self._noun: query}))


def _body(
    verb: str | None,
    fields: Sequence[_wire.Field] | _wire.Codec | None,
    values: Mapping[str, Any],
    path: str,
) -> Any:
    if fields is None:
        return verb
    if isinstance(fields, _wire.Codec):
        body = fields.write(values["value"], path)
    else:
        body = _wire.write_fields(fields, values, path)
    return body if verb is None else {verb: body}
