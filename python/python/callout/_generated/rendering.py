"""What ``rendering`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _personal as _p, _wire as _w
from .common import (
    Counted as Counted,
    Format as Format,
)


class Order(_k.Choice):
    """By what a list of renderings is ordered; equal ones by their ids."""

    VERSION = "version"
    """By the version of the document, from 1."""


OrderLike = Union[Order, Literal["version"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentPage(_w.Record):
    """Which file of which document: a version and a format have one."""

    document: UUID
    """The id of the job sheet or invoice."""

    format: Format
    """The format of the file, PDF or Word."""

    version: int
    """The version of the document, from 1; an invoice has only that."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered(_w.Record):
    """A file that a document was rendered as."""

    blob: _p.Personal[str]
    """Hash of the bytes. It is held by the document's id, and goes with the bytes when somebody
    who is named on the page is forgotten, unless the law keeps the document.
    """

    bytes: int
    """How many bytes the file has."""

    content_hash: str = field(repr=False)
    """Hash of what the document says, by which it is known that the file shows that."""

    contexts: Sequence[UUID]
    """The ids of the customer, equipment and activities in whose timelines it shows."""

    page: DocumentPage
    """The document, version and format of the file."""

    renderer: str = field(repr=False)
    """Name and version of the renderer that made it: `callout-pdf 0.1.0 (printpdf 0.12.8)`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A rendering, once it was rendered."""

    rendered: Rendered | None = None
    """The file that was rendered; nothing before that."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View(_w.Record):
    """One record, as it is read."""

    available_verbs: Sequence[str] = field(repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Empty where nothing may be asked. Another record may still forbid one: a line is
    planned only while its activity is worked on.
    """

    ext: Mapping[str, str] = field(repr=False)
    """What the host hangs on it: a namespace to JSON as text, which Callout never reads."""

    external_ids: Mapping[str, str] = field(repr=False)
    """The ids that it has in outside systems: the name of a system to the id there."""

    id: UUID
    """The id of the record that was read."""

    read_at: _dt.datetime
    """The moment at which it was read."""

    state: State
    """What it is now, as far as the role may see it."""

    version: int
    """Its version, from 1: what a command that changes it gives in `expected`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What a list shows of a rendering: all that is known of the file."""

    blob: _p.Personal[str]
    """Hash of the bytes. It is held by the document's id, and goes with the bytes when somebody
    who is named on the page is forgotten, unless the law keeps the document.
    """

    bytes: int
    """How many bytes the file has."""

    content_hash: str = field(repr=False)
    """Hash of what the document says, by which it is known that the file shows that."""

    contexts: Sequence[UUID]
    """The ids of the customer, equipment and activities in whose timelines it shows."""

    page: DocumentPage
    """The document, version and format of the file."""

    renderer: str = field(repr=False)
    """Name and version of the renderer that made it: `callout-pdf 0.1.0 (printpdf 0.12.8)`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(_w.Record):
    """A page of rows."""

    counted: Counted | None = None
    """How many rows the whole list has; missing where that was not asked."""

    next: str | None = field(default=None, repr=False)
    """What the question for the next page gives in `after`; missing on the last page."""

    rows: Sequence[Row]
    """The rows, in the order that was asked for."""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter(_w.Record):
    """By what a list of renderings is narrowed: all that is said must hold, and nothing said is
    all.
    """

    document: UUID | None = None
    """Renderings of the job sheet or invoice with this id; of all documents where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRendered(_w.Record):
    """A document was rendered as a file. It stays the same bytes for ever."""

    rendered: Rendered
    """The file, with its document, hash and renderer."""


Event = Union[
    EventRendered,
]
"""What happened to a rendering."""


_w.define(
    DocumentPage,
    _w.Field("document", _w.ID),
    _w.Field("format", _w.Word(Format)),
    _w.Field("version", _w.JSON),
)
_w.define(
    Rendered,
    _w.Field("blob", _w.Person(_w.JSON)),
    _w.Field("bytes", _w.JSON),
    _w.Field("content_hash", _w.JSON),
    _w.Field("contexts", _w.Items(_w.ID)),
    _w.Field("page", _w.Rec(DocumentPage)),
    _w.Field("renderer", _w.JSON),
)
_w.define(
    State,
    _w.Field("rendered", _w.Rec(Rendered), "none"),
)
_w.define(
    View,
    _w.Field("available_verbs", _w.Items(_w.JSON)),
    _w.Field("ext", _w.Table(_w.JSON)),
    _w.Field("external_ids", _w.Table(_w.JSON)),
    _w.Field("id", _w.ID),
    _w.Field("read_at", _w.INSTANT),
    _w.Field("state", _w.Rec(State)),
    _w.Field("version", _w.JSON),
)
_w.define(
    Row,
    _w.Field("blob", _w.Person(_w.JSON)),
    _w.Field("bytes", _w.JSON),
    _w.Field("content_hash", _w.JSON),
    _w.Field("contexts", _w.Items(_w.ID)),
    _w.Field("page", _w.Rec(DocumentPage)),
    _w.Field("renderer", _w.JSON),
)
_w.define(
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("document", _w.ID, "none"),
)
_w.define(
    EventRendered,
    _w.Field("rendered", _w.Rec(Rendered)),
)
_event = _w.Tagged(
    _w.Variant("rendered", EventRendered),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_ASK_GET = (
    _w.Field("id", _w.ID),
)
_ASK_LIST = (
    _w.Field("after", _w.JSON, "none"),
    _w.Field("count_up_to", _w.JSON, "none"),
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("names", _w.JSON, "none"),
    _w.Field("order", _w.Word(Order), "none"),
)


class RenderingCommands(_s.NounCommands):
    """Commands and queries of ``rendering``."""

    __slots__ = ()
    _noun = "rendering"

    def get(
        self,
        id: UUID,
    ) -> View:
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> file = manager.render(target)
        >>> changes = manager.changes(limit=1000).changes
        >>> made = next(change for change in changes if change.noun == "rendering")
        >>> manager.rendering.get(made.id).id == made.id
        True
        """
        return self._query(
            "get",
            _ASK_GET,
            {
                "id": id,
            },
            View,
        )

    def list(
        self,
        *,
        document: UUID | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.VERSION,
    ) -> Page:
        """A page of rows of many records.

        document: Renderings of the job sheet or invoice with this id; of all documents
            where it is missing.
        after: Where the page begins: the `next` of the page before, with the same order
            (`REQUEST-PAGE-01` otherwise). The first page where it is missing. A row that is
            renamed while pages are read may come twice or not at all: who must see each
            goes by an order that stays.
        count_up_to: So far the rows of the whole list are counted, whatever page is asked
            for; 100,000 at the most (`REQUEST-PAGE-03` otherwise). Not at all where it is
            missing: counting costs as much as there is to count.
        descending: Whether the largest and latest come first; `false` where it is missing.
        limit: How many rows a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise);
            100 where it is missing.
        names: Whether the rows show the names and numbers of what they name by id, as far
            as the actor may read it; `true` where it is missing. They are looked up for the
            page.
        order: By what the list is ordered; by the first of the orders where it is missing.

        >>> page = manager.rendering.list(limit=10)
        >>> page.next is None
        True
        """
        return self._query(
            "list",
            _ASK_LIST,
            {
                "after": after,
                "count_up_to": count_up_to,
                "descending": descending,
                "limit": limit,
                "names": names,
                "order": order,
                "filter": {
                    "document": document,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        document: UUID | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.VERSION,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.rendering.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(document=document, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
