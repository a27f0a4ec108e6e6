"""What ``price_list`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _wire as _w
from . import engine as _e
from .common import (
    Counted as Counted,
    Currency as Currency,
    CurrencyLike as CurrencyLike,
    Unit as Unit,
    VatClass as VatClass,
)


class Order(_k.Choice):
    """By what a list of price lists is ordered; equal ones by their ids."""

    VALID_FROM = "valid_from"
    """By the first day on which they hold."""


OrderLike = Union[Order, Literal["valid_from"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Item(_w.Record):
    """What one thing costs."""

    name: str = field(repr=False)
    """The name as people read it; not empty."""

    price: Decimal
    """Net price of one unit (BT-146), in the list's currency; zero or more. Zero for those who see
    no prices.
    """

    unit: Unit
    """The unit of which one costs the price; a line in another unit is refused
    (`INVOICE-PRICE-02`).
    """

    vat: VatClass = VatClass.STANDARD
    """The VAT class under which it falls: the standard one where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A price list."""

    currency: Currency
    """The currency of all its prices."""

    items: Mapping[str, Item] = field(repr=False)
    """The code of each item, as reported lines name it, to what one unit costs."""

    name: str = field(repr=False)
    """The name by which people know it; it is quoted with every price that it gives."""

    valid_from: _dt.date
    """The first day of work for which it holds; it holds until another list of the same currency
    begins.
    """


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
    """What a list shows of a price list."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    currency: Currency
    """The currency of all its prices."""

    id: UUID
    """The price list's id."""

    items: int
    """How many codes it has a price for."""

    name: str = field(repr=False)
    """The name by which people know it; it is quoted with every price that it gives."""

    valid_from: _dt.date
    """The first day of work for which it holds; it holds until another list of the same currency
    begins.
    """

    version: int
    """The version of the price list when the page was read, from 1: a command that changes it
    gives it in `expected`.
    """


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
    """By what a list of price lists is narrowed: all that is said must hold, and nothing said is
    all.
    """

    currency: Currency | None = None
    """Price lists in this currency; in any where it is missing."""

    on: _dt.date | None = None
    """Price lists that begin on this day or before it: the newest of a currency among them is the
    one that holds on the day, the others have held before. All where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPublished(_w.Record):
    """The price list was published."""

    currency: Currency
    """The currency of all its prices."""

    items: Mapping[str, Item] = field(repr=False)
    """The code of each item, as reported lines name it, to what one unit costs."""

    name: str = field(repr=False)
    """The name by which people know the list; it is quoted with every price that it gives."""

    valid_from: _dt.date
    """The first day of work for which it holds; it holds until another list of the same currency
    begins.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventItemsSet(_w.Record):
    """Items were put into the list, in place of those with the same code."""

    items: Mapping[str, Item] = field(repr=False)
    """The code of each item that was put in to what one unit costs; items of other codes stay."""


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
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("currency", _w.Word(Currency)),
    _w.Field("id", _w.ID),
    _w.Field("items", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("valid_from", _w.DATE),
    _w.Field("version", _w.JSON),
)
_w.define(
    Page,
    _w.Field("counted", _w.Rec(Counted), "none"),
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
    _w.Field("count_up_to", _w.JSON, "none"),
    _w.Field("descending", _w.JSON, "none"),
    _w.Field("filter", _w.Rec(Filter), "none"),
    _w.Field("limit", _w.JSON, "none"),
    _w.Field("names", _w.JSON, "none"),
    _w.Field("order", _w.Word(Order), "none"),
)


class PriceListCommands(_s.NounCommands):
    """Commands and queries of ``price_list``."""

    __slots__ = ()
    _noun = "price_list"

    def publish(
        self,
        *,
        currency: CurrencyLike,
        items: Mapping[str, Item | Mapping[str, Any]],
        name: str,
        valid_from: _dt.date,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Publish one that holds for work from a day on, until another of its currency begins. Two
        of one currency do not begin on one day (`PRICELIST-PUBLISH-01`).

        currency: The currency of all its prices.
        items: The code of each item, as reported lines name it, to what one unit costs; one
            at least (`PRICELIST-ITEM-01`).
        name: The name by which people know it, quoted with every price; not empty
            (`PRICELIST-PUBLISH-02`).
        valid_from: The first day of work for which it holds.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``price_list.publish``.
        Refusals: ``PRICELIST-ITEM-01``, ``PRICELIST-ITEM-02``, ``PRICELIST-ITEM-03``,
            ``PRICELIST-PUBLISH-01``, ``PRICELIST-PUBLISH-02``.

        >>> back_office.price_list.publish(
        ...     name="Euro",
        ...     currency="EUR",
        ...     valid_from=date.fromisoformat("2026-01-01"),
        ...     items={"A": {"name": "A", "unit": "piece", "price": "0.05"}},
        ... ).events[0].event
        'published'
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
            None,
            command_id,
            external_ids,
        )

    def set_items(
        self,
        id: UUID,
        *,
        items: Mapping[str, Item | Mapping[str, Any]],
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Put items in, in place of those with the same code. What was billed keeps its price.

        items: The code of each item to what one unit costs; one at least
            (`PRICELIST-ITEM-01`). Items of other codes stay.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``price_list.set_items``.
        Refusals: ``PRICELIST-ITEM-01``.

        >>> seen = back_office.price_list.get(c)
        >>> back_office.price_list.set_items(
        ...     c,
        ...     items={"A": {"name": "A", "unit": "piece", "price": "2"}, "B": {"name": "B", "unit": "hour", "price": "3", "vat": "reduced"}},
        ...     expected=seen.version,
        ... ).events[0].event
        'items_set'
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
        """One record, with its whole state.

        id: The id of the record; `RECORD-FIND-01` where there is none such.

        >>> manager.price_list.get(target).id == target
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
        currency: CurrencyLike | None = None,
        on: _dt.date | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.VALID_FROM,
    ) -> Page:
        """A page of rows of many records.

        currency: Price lists in this currency; in any where it is missing.
        on: Price lists that begin on this day or before it: the newest of a currency among
            them is the one that holds on the day, the others have held before. All where it
            is missing.
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

        >>> page = manager.price_list.list(limit=10)
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
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.VALID_FROM,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.price_list.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(currency=currency, on=on, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
