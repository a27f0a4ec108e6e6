"""What ``ledger`` is made of.

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
    Payer as Payer,
    PayerLike as PayerLike,
    Portion as Portion,
)


class Order(_k.Choice):
    """By what a list of ledger accounts is ordered; equal ones by the ids of their activities."""

    LINE = "line"
    """By the id of the reported line."""


OrderLike = Union[Order, Literal["line"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken(_w.Record):
    """How much of an account one invoice has."""

    net: Decimal | None = None
    """Net amount (BT-131), in the currency of the invoice; missing where it was not said, and for
    those who see no prices.
    """

    quantity: Decimal
    """Quantity, in the unit of the line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Account(_w.Record):
    """The account of one line and one payer of it. Quantities are in the unit of the line."""

    approved: Decimal
    """The quantity that the manager released for this payer."""

    billed: Mapping[str, Taken] = field(repr=False)
    """Consumed by issued invoices: the invoice's id to what it consumed."""

    handed_over: Mapping[str, Decimal] = field(repr=False)
    """Taken over by the host: its reference to the quantity."""

    reserved: Mapping[str, Taken] = field(repr=False)
    """Reserved by drafts: the draft's id to what it reserves."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A ledger."""

    accounts: Mapping[str, Mapping[str, Account]] = field(repr=False)
    """The id of a reported line to its accounts: one for each payer of the line, by the payer."""


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
    """What a list shows of a ledger account: a released line and one payer of it."""

    activity: UUID
    """The id of the activity."""

    activity_number: str = field(default="", repr=False)
    """The number of that activity, `SA-2026-00017`; empty where the actor may not read it."""

    approved: Decimal
    """The quantity that was released for this payer, in the unit of the line."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    free: Decimal
    """The quantity that is left to bill or to hand over, in the unit of the line."""

    line: UUID
    """The id of the reported line."""

    payer: Payer
    """Who bears this part of the line: the customer, or the warranty."""

    version: int
    """The version of the ledger that the line is of when the page was read, from 1: a command that
    changes it gives it in `expected`.
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
    """By what a list of ledger accounts is narrowed: all that is said must hold, and nothing said
    is all. An account is a released line and one payer of it.
    """

    activity: UUID | None = None
    """Accounts of the lines of the activity with this id; of all activities where it is missing."""

    free: bool | None = None
    """`true` for accounts of which some quantity is left to bill or to hand over, `false` for
    those of which nothing is; both where it is missing.
    """

    payer: Payer | None = None
    """Accounts that this payer bears, the customer or the warranty; of both where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted(_w.Record):
    """So much of a line as a host takes over."""

    line: UUID
    """The id of the reported line."""

    payer: Payer | None = None
    """The payer of whose account it is; where it is missing, the line's only payer
    (`LEDGER-HAND-03` where several pay).
    """

    quantity: Decimal
    """The quantity, in the unit of the line: above zero, and at most what is left
    (`LEDGER-RESERVE-02`).
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAccountOpened(_w.Record):
    """The account of a released line and its payer was opened: so much may be billed to the payer."""

    portion: Portion
    """The line, its payer and the quantity that was released."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventAccountClosed(_w.Record):
    """The account of a line was closed: the line is not released any more."""

    portion: Portion
    """The line, its payer and the quantity that had been released."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReserved(_w.Record):
    """The draft of an invoice reserved what it bills."""

    invoice: UUID
    """The id of the draft that reserved it."""

    portions: Sequence[Portion]
    """What the draft bills: of each line the payer, the quantity and the amount."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConsumed(_w.Record):
    """An issued invoice consumed what its draft had reserved, quantity and amount."""

    invoice: UUID
    """The id of the invoice that was issued."""

    portions: Sequence[Portion]
    """What was consumed: of each line the payer, the quantity and the amount."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFreed(_w.Record):
    """What a deleted draft had reserved was freed."""

    invoice: UUID
    """The id of the draft that was deleted."""

    portions: Sequence[Portion]
    """What was freed: of each line the payer, the quantity and the amount."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventHandedOver(_w.Record):
    """The host took over a part, to bill it in its own system."""

    portions: Sequence[Portion]
    """What the host took over: of each line the payer and the quantity, without an amount."""

    reference: str = field(repr=False)
    """The host's own reference, to a document or a batch; each hand-over of the ledger has
    another.
    """


Event = Union[
    EventAccountOpened,
    EventAccountClosed,
    EventReserved,
    EventConsumed,
    EventFreed,
    EventHandedOver,
]
"""What happened to a ledger."""


_w.define(
    Taken,
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("quantity", _w.AMOUNT),
)
_w.define(
    Account,
    _w.Field("approved", _w.AMOUNT),
    _w.Field("billed", _w.Table(_w.Rec(Taken))),
    _w.Field("handed_over", _w.Table(_w.AMOUNT)),
    _w.Field("reserved", _w.Table(_w.Rec(Taken))),
)
_w.define(
    State,
    _w.Field("accounts", _w.Table(_w.Table(_w.Rec(Account)))),
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
    _w.Field("activity", _w.ID),
    _w.Field("activity_number", _w.JSON, "empty"),
    _w.Field("approved", _w.AMOUNT),
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("free", _w.AMOUNT),
    _w.Field("line", _w.ID),
    _w.Field("payer", _w.Word(Payer)),
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
    _w.Field("activity", _w.ID, "none"),
    _w.Field("free", _w.JSON, "none"),
    _w.Field("payer", _w.Word(Payer), "none"),
)
_w.define(
    Wanted,
    _w.Field("line", _w.ID),
    _w.Field("payer", _w.Word(Payer), "none"),
    _w.Field("quantity", _w.AMOUNT),
)
_w.define(
    EventAccountOpened,
    _w.Field("portion", _w.Rec(Portion)),
)
_w.define(
    EventAccountClosed,
    _w.Field("portion", _w.Rec(Portion)),
)
_w.define(
    EventReserved,
    _w.Field("invoice", _w.ID),
    _w.Field("portions", _w.Items(_w.Rec(Portion))),
)
_w.define(
    EventConsumed,
    _w.Field("invoice", _w.ID),
    _w.Field("portions", _w.Items(_w.Rec(Portion))),
)
_w.define(
    EventFreed,
    _w.Field("invoice", _w.ID),
    _w.Field("portions", _w.Items(_w.Rec(Portion))),
)
_w.define(
    EventHandedOver,
    _w.Field("portions", _w.Items(_w.Rec(Portion))),
    _w.Field("reference", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("account_opened", EventAccountOpened),
    _w.Variant("account_closed", EventAccountClosed),
    _w.Variant("reserved", EventReserved),
    _w.Variant("consumed", EventConsumed),
    _w.Variant("freed", EventFreed),
    _w.Variant("handed_over", EventHandedOver),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_HAND_OVER = (
    _w.Field("portions", _w.Items(_w.Rec(Wanted)), "none"),
    _w.Field("reference", _w.JSON),
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


class LedgerCommands(_s.NounCommands):
    """Commands and queries of ``ledger``."""

    __slots__ = ()
    _noun = "ledger"

    def hand_over(
        self,
        id: UUID,
        *,
        reference: str,
        portions: Sequence[Wanted | Mapping[str, Any]] | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The host bills it in its own system: never both.

        reference: The host's own reference, to a document or a batch: not empty
            (`LEDGER-HAND-02`), and another one for each hand-over of the ledger
            (`LEDGER-HAND-04`).
        portions: What the host takes over; all that is free where it is missing.
            `LEDGER-HAND-01` where nothing is free, `LEDGER-HAND-05` for an empty list.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``ledger.hand_over``.
        Refusals: ``LEDGER-HAND-01``, ``LEDGER-HAND-02``, ``LEDGER-HAND-04``,
            ``LEDGER-HAND-05``, ``LEDGER-RESERVE-01``, ``LEDGER-RESERVE-02``,
            ``LEDGER-RESERVE-03``, ``LEDGER-RESERVE-04``, ``LEDGER-RESERVE-05``.

        >>> back_office.ledger.hand_over(
        ...     job,
        ...     reference="D-1",
        ...     portions=[{"line": prace, "quantity": "1"}],
        ... ).events[0].event
        'handed_over'
        """
        return self._command(
            "hand_over",
            _HAND_OVER,
            {
                "portions": portions,
                "reference": reference,
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

        >>> manager.ledger.get(target).id == target
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
        activity: UUID | None = None,
        free: bool | None = None,
        payer: PayerLike | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.LINE,
    ) -> Page:
        """A page of rows of many records.

        activity: Accounts of the lines of the activity with this id; of all activities
            where it is missing.
        free: `true` for accounts of which some quantity is left to bill or to hand over,
            `false` for those of which nothing is; both where it is missing.
        payer: Accounts that this payer bears, the customer or the warranty; of both where
            it is missing.
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

        >>> page = manager.ledger.list(limit=10)
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
                    "activity": activity,
                    "free": free,
                    "payer": payer,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        free: bool | None = None,
        payer: PayerLike | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.LINE,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.ledger.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, free=free, payer=payer, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
