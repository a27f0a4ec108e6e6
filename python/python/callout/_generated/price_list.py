"""The room ``price_list``.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Union
from uuid import UUID

from .. import _acting as _a, _choice as _k, _wire as _w
from . import engine as _e
from .common import (
    Currency as Currency,
    CurrencyLike as CurrencyLike,
    Unit as Unit,
    VatClass as VatClass,
)


class Order(_k.Choice):
    """By what the list is ordered."""

    VALID_FROM = "valid_from"
    """By the day from which they hold."""


OrderLike = Union[Order, Literal["valid_from"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Item(_w.Record):
    """What one thing costs."""

    name: str = field(repr=False)
    """As it is printed."""

    price: Decimal
    """Net price of one unit (BT-146), in the list's currency."""

    unit: Unit
    """Of what the price is one."""

    vat: VatClass = VatClass.STANDARD
    """Which VAT rate."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A price list."""

    currency: Currency
    """Of all its prices."""

    items: Mapping[str, Item] = field(repr=False)
    """Code to what it costs."""

    name: str = field(repr=False)
    """For people."""

    valid_from: _dt.date
    """Holds for work from this day on, until another list begins (R1)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View(_w.Record):
    """One aggregate, as it is read."""

    available_verbs: Sequence[str] = field(repr=False)
    """What its state allows to be asked next, and the actor's role to ask."""

    ext: Mapping[str, str] = field(repr=False)
    """Namespace to JSON text of the host."""

    external_ids: Mapping[str, str] = field(repr=False)
    """System to id in that system."""

    id: UUID
    """Its id."""

    read_at: _dt.datetime
    """When it was read."""

    state: State
    """What it is."""

    version: int
    """Its version: what a command that changes it gives in `expected`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row(_w.Record):
    """What the list shows."""

    currency: Currency
    """Of all its prices."""

    id: UUID
    """Which."""

    items: int
    """How many items."""

    name: str = field(repr=False)
    """For people."""

    valid_from: _dt.date
    """From this day on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(_w.Record):
    """A page."""

    next: str | None = field(default=None, repr=False)
    """Where the next page begins; missing on the last one."""

    rows: Sequence[Row]
    """In order."""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter(_w.Record):
    """Only those."""

    currency: Currency | None = None
    """In this currency."""

    on: _dt.date | None = None
    """That hold on this day or have held before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPublished(_w.Record):
    """It is ``published``."""

    currency: Currency

    items: Mapping[str, Item] = field(repr=False)

    name: str = field(repr=False)

    valid_from: _dt.date


@dataclass(frozen=True, kw_only=True, slots=True)
class EventItemsSet(_w.Record):
    """It is ``items_set``."""

    items: Mapping[str, Item] = field(repr=False)


Event = Union[
    EventPublished,
    EventItemsSet,
]
"""What happened to a price list."""


_w.define(
    Item,
    _w.Field("name", _w.JSON),
    _w.Field("price", _w.AMOUNT),
    _w.Field("unit", _w.Word(Unit)),
    _w.Field("vat", _w.Word(VatClass), "none"),
)
_w.define(
    State,
    _w.Field("currency", _w.Word(Currency)),
    _w.Field("items", _w.Table(_w.Rec(Item))),
    _w.Field("name", _w.JSON),
    _w.Field("valid_from", _w.DATE),
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
    _w.Field("currency", _w.Word(Currency)),
    _w.Field("id", _w.ID),
    _w.Field("items", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("valid_from", _w.DATE),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("currency", _w.Word(Currency), "none"),
    _w.Field("on", _w.DATE, "none"),
)
_w.define(
    EventPublished,
    _w.Field("currency", _w.Word(Currency)),
    _w.Field("items", _w.Table(_w.Rec(Item))),
    _w.Field("name", _w.JSON),
    _w.Field("valid_from", _w.DATE),
)
_w.define(
    EventItemsSet,
    _w.Field("items", _w.Table(_w.Rec(Item))),
)
_event = _w.Tagged(
    _w.Variant("published", EventPublished),
    _w.Variant("items_set", EventItemsSet),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_PUBLISH = (
    _w.Field("currency", _w.Word(Currency)),
    _w.Field("items", _w.Table(_w.Rec(Item))),
    _w.Field("name", _w.JSON),
    _w.Field("valid_from", _w.DATE),
)
_SET_ITEMS = (
    _w.Field("items", _w.Table(_w.Rec(Item))),
)
_ASK_GET = (
    _w.Field("id", _w.ID),
)
_ASK_LIST = (
    _w.Field("after", _w.JSON, "none"),
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("order", _w.Word(Order), "none"),
)


class PriceListDesk(_a.NounDesk):
    """Commands and questions of the room ``price_list``."""

    __slots__ = ()
    _noun = "price_list"

    def publish(
        self,
        id: UUID | None = None,
        *,
        currency: CurrencyLike,
        items: Mapping[str, Item | Mapping[str, Any]],
        name: str,
        valid_from: _dt.date,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Publish one that holds for work from a day on.

        currency: Of all its prices.
        items: Code to what it costs.
        name: For people.
        valid_from: From this day on.
        """
        return self._command(
            "publish",
            _PUBLISH,
            {
                "currency": currency,
                "items": items,
                "name": name,
                "valid_from": valid_from,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def set_items(
        self,
        id: UUID | None = None,
        *,
        items: Mapping[str, Item | Mapping[str, Any]],
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Put items in, in place of those with the same code. What was billed keeps its price.

        items: Code to what it costs.
        """
        return self._command(
            "set_items",
            _SET_ITEMS,
            {
                "items": items,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def get(
        self,
        id: UUID,
    ) -> View:
        """One, whole.

        id: Which.
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
        currency: CurrencyLike | None = None,
        on: _dt.date | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.VALID_FROM,
    ) -> Page:
        """A page of many.

        currency: In this currency.
        on: That hold on this day or have held before.
        after: `next` of the page before.
        descending: Largest first.
        limit: Rows of a page: 1 to 1,000.
        order: In this order.
        """
        return self._query(
            "list",
            _ASK_LIST,
            {
                "after": after,
                "descending": descending,
                "limit": limit,
                "order": order,
                "filter": {
                    "currency": currency,
                    "on": on,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        currency: CurrencyLike | None = None,
        on: _dt.date | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.VALID_FROM,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(currency=currency, on=on, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
