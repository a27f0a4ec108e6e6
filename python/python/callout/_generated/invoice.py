"""What ``invoice`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from . import common as _c
from .common import (
    Address as Address,
    Buyer as Buyer,
    Counted as Counted,
    Currency as Currency,
    Evidence as Evidence,
    Format as Format,
    FormatLike as FormatLike,
    Language as Language,
    LanguageLike as LanguageLike,
    LineKind as LineKind,
    Number as Number,
    Payer as Payer,
    Portion as Portion,
    Profile as Profile,
    Reason as Reason,
    ReasonCoverageManager01 as ReasonCoverageManager01,
    ReasonCoveragePlanned01 as ReasonCoveragePlanned01,
    ReasonCoverageWarranty01 as ReasonCoverageWarranty01,
    ReasonCoverageWarranty02 as ReasonCoverageWarranty02,
    ReasonCoverageWarranty03 as ReasonCoverageWarranty03,
    ReasonCoverageWarranty04 as ReasonCoverageWarranty04,
    ReasonCoverageWarranty05 as ReasonCoverageWarranty05,
    ReasonCoverageWarranty06 as ReasonCoverageWarranty06,
    ReasonInvoiceWarning01 as ReasonInvoiceWarning01,
    ReasonInvoiceWarning02 as ReasonInvoiceWarning02,
    ReasonPriceBorne01 as ReasonPriceBorne01,
    ReasonPriceList01 as ReasonPriceList01,
    ReasonPriceList02 as ReasonPriceList02,
    ReasonPriceMissing01 as ReasonPriceMissing01,
    ReasonPriceMissing02 as ReasonPriceMissing02,
    ReasonPriceRound01 as ReasonPriceRound01,
    ReasonTaxExempt01 as ReasonTaxExempt01,
    Unit as Unit,
    VatClass as VatClass,
)


class RoundingMode(_k.Choice):
    """Which way a half goes."""

    HALF_AWAY_FROM_ZERO = "half_away_from_zero"
    """Away from zero: 0.005 becomes 0.01, and -0.005 becomes -0.01."""


RoundingModeLike = Union[RoundingMode, Literal["half_away_from_zero"]]


class Status(_k.Choice):
    """Where an invoice stands."""

    DRAFT = "draft"
    """Reserves its lines; has no number."""
    ISSUED = "issued"
    """Has its number and is never changed."""
    VOID = "void"
    """A draft that was thrown away."""


StatusLike = Union[Status, Literal["draft", "issued", "void"]]


class Order(_k.Choice):
    """By what a list of invoices is ordered; equal ones by their ids."""

    NUMBER = "number"
    """By the number as text, `FV-2026-00017`; those without one, drafts and drafts that were
    thrown away, come first.
    """
    ISSUED_ON = "issued_on"
    """By the day of issue (BT-2); those without one come first."""
    DUE_ON = "due_on"
    """By the day until which it is to be paid (BT-9); those without one come first."""


OrderLike = Union[Order, Literal["number", "issued_on", "due_on"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class VatStatus(_w.Record):
    """Whether a party was a payer of VAT, and when that held."""

    as_of: _dt.date
    """The day as of which that holds: the tax point."""

    payer: bool | None = None
    """Whether it was one. Of the seller it is what the company's setting `vat_since` says of the
    tax point; of the buyer what the customer's profile said on the day of the draft, nothing
    where nobody said.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(_w.Record):
    """One line of an invoice (BG-25)."""

    activity: UUID
    """The id of the activity whose work it bills."""

    kind: LineKind
    """What sort of line it is: part, material, labour, travel, kilometres or fee."""

    name: str = field(repr=False)
    """The name as it is printed (BT-153)."""

    net: Decimal
    """Net amount (BT-131), in the invoice's currency, rounded as `rounding` says."""

    payer: Payer
    """Who bears the line. One that the customer does not bear is shown at price nothing."""

    percent: Decimal | None = None
    """The VAT rate in percent (BT-152); missing where the seller pays no VAT."""

    quantity: Decimal
    """The quantity that is billed (BT-129), in the unit of the line."""

    reasons: Sequence[Reason]
    """How the amount came about: the price, the rounding, and who bears it and why, in this order."""

    report_line: UUID
    """The id of the reported line that it bills."""

    unit: Unit
    """The unit of the quantity (BT-130)."""

    unit_price: Decimal
    """Net price of one unit (BT-146), in the invoice's currency; zero where another than the
    customer bears the line.
    """

    vat: VatClass
    """The VAT class under which it falls."""

    worked_on: _dt.date
    """The day of the work, local to the company: its price is chosen by it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RateTotal(_w.Record):
    """The sum of one VAT rate (BG-23)."""

    base: Decimal
    """The taxable amount (BT-116), in the invoice's currency."""

    exempt: Reason | None = None
    """Why no tax is charged (BT-120); missing where a rate applies."""

    law: str | None = field(default=None, repr=False)
    """The citation of the law that sets the rate, such as `235/2004 Sb., § 47`; missing where no
    rate applies.
    """

    percent: Decimal | None = None
    """The VAT rate in percent (BT-119); missing where the seller pays no VAT."""

    tax: Decimal
    """The tax (BT-117), in the invoice's currency, rounded once for the rate."""

    vat: VatClass
    """The VAT class that is summed up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rounding(_w.Record):
    """How the amounts of a document are rounded (EN 16931): each line once, then the tax of each
    rate once. Sums are exact.
    """

    line: int
    """Decimals of a line's net amount (BT-131)."""

    mode: RoundingMode
    """Which way a half goes."""

    rate: int
    """Decimals of a rate's tax (BT-117)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SupplyRate(_w.Record):
    """What one supply has of the sums of one VAT rate. Over all supplies of an invoice, bases and
    taxes add up to those of the rate.
    """

    base: Decimal
    """The taxable amount of the supply, in the invoice's currency."""

    percent: Decimal
    """The VAT rate in percent."""

    tax: Decimal
    """Its tax, in the invoice's currency: what base and percent give, to the whole hundredth below
    or above it. The tax of a rate is rounded once for the invoice; what the hundredths below
    leave over of it goes to the supplies of which they cut off most.
    """

    vat: VatClass
    """The VAT class of the lines that are summed up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Supply(_w.Record):
    """One activity that an invoice bills, as a supply of its own (act 235/2004, § 31b)."""

    activity: UUID
    """The id of the activity."""

    done_on: _dt.date
    """The day on which its work was done, local to the company: its own tax point."""

    number: str = field(repr=False)
    """Its number as people know it, `SA-2026-00017`."""

    rates: Sequence[SupplyRate] = ()
    """Its part of the sums of each VAT rate; nothing where the seller pays no VAT."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Content(_w.Record):
    """What an invoice says; it is frozen when it is issued."""

    buyer: _p.Personal[Buyer]
    """To whom it is made out, as on the day of the draft; erased once the law does not keep it any
    more and the buyer was forgotten.
    """

    buyer_vat: VatStatus
    """Whether the buyer was a payer of VAT at the tax point; it names nobody, and stays when the
    buyer is forgotten.
    """

    currency: Currency
    """The currency of all amounts (BT-5)."""

    language: Language
    """The language in which it is written."""

    lines: Sequence[Line]
    """The lines that are billed, in the order of the activities and their reports."""

    net: Decimal
    """The sum of all lines without tax (BT-109)."""

    rates: Sequence[RateTotal]
    """The sums of each VAT rate (BG-23)."""

    rounding: Rounding
    """How its amounts were rounded."""

    seller: Profile
    """Who supplies, as it was on the day of the draft."""

    seller_vat: VatStatus
    """Whether the seller was a payer of VAT at the tax point: it decides whether tax is charged."""

    supplies: Sequence[Supply]
    """The activities that it bills, each with the day on which its work was done, in the order in
    which they were named.
    """

    tax: Decimal
    """The tax of all rates (BT-110)."""

    tax_point: _dt.date
    """The tax point (BT-7, DUZP): the last day of the work."""

    total: Decimal
    """The amount to be paid, tax included (BT-112, BT-115)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Retention(_w.Record):
    """From when and for how long the law has a paper kept, as it was when the paper was made: what
    the company becomes later shortens nothing.
    """

    from_: _dt.date
    """The last day of the period in which the supply took place: the tax period of a payer of VAT
    (act 235/2004, § 35), and of everybody else the year (act 563/1991, § 31, where the
    accounting year is the calendar's).
    """

    years: int
    """The least number of years, nothing where that is the host's to know; the setting
    [`retention_years`](super::Settings::retention_years) may ask for more.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Issued(_w.Record):
    """What is known from the issue on."""

    due_on: _dt.date
    """The day until which it is to be paid (BT-9)."""

    evidence: Evidence
    """SHA-256 over the content with its number and dates, and the bytes that it is over: canonical
    JSON, kept as a blob.
    """

    format: Format
    """The file that the customer gets, PDF or Word, as the user decided."""

    issued_on: _dt.date
    """The day of issue (BT-2), local to the company."""

    number: Number
    """Its number (BT-1), without gaps in its series."""

    retention: Retention
    """From when and for how long the law has it kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut2(_w.Record):
    """A released line that an invoice does not bill, as nothing says what it costs."""

    activity: UUID
    """The id of the activity that has the line."""

    reason: Reason
    """Why it could not be priced."""

    report_line: UUID
    """The id of the reported line. It stays free for the next invoice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Payment(_w.Record):
    """One payment of an invoice."""

    amount: Decimal
    """The amount that was paid, in the invoice's currency; above zero."""

    id: UUID
    """The id of the payment, by which it is removed."""

    paid_on: _dt.date
    """The day on which it was paid, as the bank or the till tells it."""

    recorded_at: _dt.datetime
    """The moment at which it was recorded."""

    recorded_by: UUID
    """The id of the person who recorded it."""

    reference: str | None = field(default=None, repr=False)
    """The bank's or the ERP's reference, by which the payment is found there and counted once;
    nothing where none was said.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """An invoice."""

    activities: Sequence[UUID]
    """The ids of the activities whose work it bills."""

    content: Content
    """What it says: the parties, lines, taxes and totals, as on the day of the draft."""

    customer: UUID
    """The id of the customer to whom it is made out."""

    issue: Issued | None = None
    """What is known from the issue on: number, dates, evidence. Nothing before it."""

    left_out: Sequence[LeftOut2] = ()
    """The released lines that it does not bill, as nothing says what they cost; they stay free for
    the next invoice.
    """

    outstanding: Decimal | None = None
    """What is still owed, the total less what was paid, in its currency; below zero where more was
    paid. Nothing before it is issued, since nobody owes a draft.
    """

    paid: Decimal | None = None
    """What was paid of it until now, the sum of its payments, in its currency; nothing before it
    is issued, and past 28 digits.
    """

    payments: Sequence[Payment] = ()
    """What was paid of it, in the order in which it was recorded; removed payments are not among
    them. They stand beside what was issued and change nothing of it.
    """

    status: Status
    """The state in which it is: draft, issued or void."""

    warnings: Sequence[Reason] = ()
    """What somebody ought to look at before it is issued, as it was when it was drafted: nothing
    of it is refused.
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
    """What a list shows of an invoice."""

    activities: Sequence[UUID]
    """The ids of the activities whose work it bills."""

    activity_numbers: Sequence[str] = field(default=(), repr=False)
    """Their numbers, in the order of the ids; empty for those that the actor may not read."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    currency: Currency
    """The currency of the amounts (BT-5)."""

    customer: UUID
    """The id of the customer to whom it is made out."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    due_on: _dt.date | None = None
    """The day until which it is to be paid (BT-9); nothing before it is issued."""

    id: UUID
    """The id of the invoice, by which commands and other records name it."""

    issued_on: _dt.date | None = None
    """The day of issue (BT-2), local to the company; nothing before it is issued."""

    number: str | None = field(default=None, repr=False)
    """The number (BT-1) by which people know it, `FV-2026-00017`; nothing before it is issued."""

    outstanding: Decimal | None = None
    """What is still owed, the total less what was paid: below zero where more was paid, nothing
    before it is issued, since nobody owes a draft.
    """

    paid: Decimal | None = None
    """What was paid of it until now, the sum of its payments; nothing before it is issued. The
    paper was issued before and does not say it (BT-113).
    """

    status: Status
    """The state in which it is: draft, issued or void."""

    total: Decimal
    """The amount to be paid, tax included (BT-112, BT-115)."""

    version: int
    """The version of the invoice when the page was read, from 1: a command that changes it gives
    it in `expected`.
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
    """By what a list of invoices is narrowed: all that is said must hold, and nothing said is all."""

    customer: UUID | None = None
    """Invoices to the customer with this id; to all customers where it is missing."""

    due_from: _dt.date | None = None
    """Invoices to be paid by this day (BT-9) or a later one; all, also drafts, where it is
    missing.
    """

    due_until: _dt.date | None = None
    """Invoices to be paid by this day or an earlier one; all, also drafts, where it is missing."""

    issued_from: _dt.date | None = None
    """Invoices issued on this day (BT-2) or after it; all, also drafts, where it is missing.
    Together with `issued_until` it gives those of a month.
    """

    issued_until: _dt.date | None = None
    """Invoices issued on this day or before it; all, also drafts, where it is missing."""

    overdue_on: _dt.date | None = None
    """Issued invoices that were to be paid before this day, and of which something is owed: what
    is overdue on it, today as a rule. All, also drafts, where it is missing.
    """

    paid: bool | None = None
    """`true` for issued invoices of which nothing is owed any more, `false` for those of which
    something is; drafts and drafts that were thrown away are neither. All where it is missing.
    """

    statuses: Sequence[Status] = ()
    """Invoices in one of these states; in any where the list is empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDrafted(_w.Record):
    """The invoice was drafted from all that was left to bill of some activities."""

    content: Content
    """What the draft says: the parties, lines, taxes and totals, as on the day of the draft."""

    customer: UUID
    """The id of the customer to whom the invoice is made out."""

    left_out: Sequence[LeftOut2] = ()
    """The released lines that it does not bill, as nothing says what they cost; they stay free for
    the next invoice. Missing where there are none.
    """

    portions: Mapping[str, Sequence[Portion]] = field(repr=False)
    """What the draft reserves: the id of each activity that it bills to the portions of its lines."""

    warnings: Sequence[Reason] = ()
    """What somebody ought to look at before it is issued; nothing of it is refused. Missing where
    there is nothing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDraftDeleted(_w.Record):
    """The draft was thrown away: its lines are free again, and no number was used."""

    activities: Sequence[UUID]
    """The ids of the activities whose lines are free again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventIssued(_w.Record):
    """The invoice was issued: it took its number and is never changed again."""

    activities: Sequence[UUID]
    """The ids of the activities whose work the invoice bills."""

    issue: Issued
    """What is known from the issue on: number, dates, retention, evidence and format."""

    language: Language
    """The language in which the invoice is written, and that of the mail that brings it."""

    send_to: Sequence[_p.Personal[str]]
    """The addresses to which it is mailed at once, each the person's who has it; empty where
    nobody asked for that.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPaymentRecorded(_w.Record):
    """A payment of the issued invoice was recorded; nothing of the invoice itself was changed."""

    payment: Payment
    """The payment: its id, day, amount and reference, and who recorded it when."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPaymentRemoved(_w.Record):
    """A payment was taken out again: it was recorded by mistake."""

    amount: Decimal
    """The amount that it was of, in the invoice's currency."""

    paid_on: _dt.date
    """The day on which it was said to be paid."""

    payment: UUID
    """The id of the payment that was taken out."""

    reason: str = field(repr=False)
    """Why it was taken out, in words; missing once it was forgotten."""


Event = Union[
    EventDrafted,
    EventDraftDeleted,
    EventIssued,
    EventPaymentRecorded,
    EventPaymentRemoved,
]
"""What happened to an invoice."""


_w.define(
    VatStatus,
    _w.Field("as_of", _w.DATE),
    _w.Field("payer", _w.JSON, "none"),
)
_w.define(
    Line,
    _w.Field("activity", _w.ID),
    _w.Field("kind", _w.Word(LineKind)),
    _w.Field("name", _w.JSON),
    _w.Field("net", _w.AMOUNT),
    _w.Field("payer", _w.Word(Payer)),
    _w.Field("percent", _w.AMOUNT, "none"),
    _w.Field("quantity", _w.AMOUNT),
    _w.Field("reasons", _w.Items(_w.Later(lambda: _c._reason))),
    _w.Field("report_line", _w.ID),
    _w.Field("unit", _w.Word(Unit)),
    _w.Field("unit_price", _w.AMOUNT),
    _w.Field("vat", _w.Word(VatClass)),
    _w.Field("worked_on", _w.DATE),
)
_w.define(
    RateTotal,
    _w.Field("base", _w.AMOUNT),
    _w.Field("exempt", _w.Later(lambda: _c._reason), "none"),
    _w.Field("law", _w.JSON, "none"),
    _w.Field("percent", _w.AMOUNT, "none"),
    _w.Field("tax", _w.AMOUNT),
    _w.Field("vat", _w.Word(VatClass)),
)
_w.define(
    Rounding,
    _w.Field("line", _w.JSON),
    _w.Field("mode", _w.Word(RoundingMode)),
    _w.Field("rate", _w.JSON),
)
_w.define(
    SupplyRate,
    _w.Field("base", _w.AMOUNT),
    _w.Field("percent", _w.AMOUNT),
    _w.Field("tax", _w.AMOUNT),
    _w.Field("vat", _w.Word(VatClass)),
)
_w.define(
    Supply,
    _w.Field("activity", _w.ID),
    _w.Field("done_on", _w.DATE),
    _w.Field("number", _w.JSON),
    _w.Field("rates", _w.Items(_w.Rec(SupplyRate)), "empty"),
)
_w.define(
    Content,
    _w.Field("buyer", _w.Person(_w.Rec(Buyer))),
    _w.Field("buyer_vat", _w.Rec(VatStatus)),
    _w.Field("currency", _w.Word(Currency)),
    _w.Field("language", _w.Word(Language)),
    _w.Field("lines", _w.Items(_w.Rec(Line))),
    _w.Field("net", _w.AMOUNT),
    _w.Field("rates", _w.Items(_w.Rec(RateTotal))),
    _w.Field("rounding", _w.Rec(Rounding)),
    _w.Field("seller", _w.Rec(Profile)),
    _w.Field("seller_vat", _w.Rec(VatStatus)),
    _w.Field("supplies", _w.Items(_w.Rec(Supply))),
    _w.Field("tax", _w.AMOUNT),
    _w.Field("tax_point", _w.DATE),
    _w.Field("total", _w.AMOUNT),
)
_w.define(
    Retention,
    _w.Field("from", _w.DATE, attr="from_"),
    _w.Field("years", _w.JSON),
)
_w.define(
    Issued,
    _w.Field("due_on", _w.DATE),
    _w.Field("evidence", _w.Rec(Evidence)),
    _w.Field("format", _w.Word(Format)),
    _w.Field("issued_on", _w.DATE),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("retention", _w.Rec(Retention)),
)
_w.define(
    LeftOut2,
    _w.Field("activity", _w.ID),
    _w.Field("reason", _w.Later(lambda: _c._reason)),
    _w.Field("report_line", _w.ID),
)
_w.define(
    Payment,
    _w.Field("amount", _w.AMOUNT),
    _w.Field("id", _w.ID),
    _w.Field("paid_on", _w.DATE),
    _w.Field("recorded_at", _w.INSTANT),
    _w.Field("recorded_by", _w.ID),
    _w.Field("reference", _w.JSON, "none"),
)
_w.define(
    State,
    _w.Field("activities", _w.Items(_w.ID)),
    _w.Field("content", _w.Rec(Content)),
    _w.Field("customer", _w.ID),
    _w.Field("issue", _w.Rec(Issued), "none"),
    _w.Field("left_out", _w.Items(_w.Rec(LeftOut2)), "empty"),
    _w.Field("outstanding", _w.AMOUNT, "none"),
    _w.Field("paid", _w.AMOUNT, "none"),
    _w.Field("payments", _w.Items(_w.Rec(Payment)), "empty"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("warnings", _w.Items(_w.Later(lambda: _c._reason)), "empty"),
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
    _w.Field("activities", _w.Items(_w.ID)),
    _w.Field("activity_numbers", _w.Items(_w.JSON), "empty"),
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("currency", _w.Word(Currency)),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("due_on", _w.DATE, "none"),
    _w.Field("id", _w.ID),
    _w.Field("issued_on", _w.DATE, "none"),
    _w.Field("number", _w.JSON, "none"),
    _w.Field("outstanding", _w.AMOUNT, "none"),
    _w.Field("paid", _w.AMOUNT, "none"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("total", _w.AMOUNT),
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
    _w.Field("customer", _w.ID, "none"),
    _w.Field("due_from", _w.DATE, "none"),
    _w.Field("due_until", _w.DATE, "none"),
    _w.Field("issued_from", _w.DATE, "none"),
    _w.Field("issued_until", _w.DATE, "none"),
    _w.Field("overdue_on", _w.DATE, "none"),
    _w.Field("paid", _w.JSON, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
)
_w.define(
    EventDrafted,
    _w.Field("content", _w.Rec(Content)),
    _w.Field("customer", _w.ID),
    _w.Field("left_out", _w.Items(_w.Rec(LeftOut2)), "empty"),
    _w.Field("portions", _w.Table(_w.Items(_w.Rec(Portion)))),
    _w.Field("warnings", _w.Items(_w.Later(lambda: _c._reason)), "empty"),
)
_w.define(
    EventDraftDeleted,
    _w.Field("activities", _w.Items(_w.ID)),
)
_w.define(
    EventIssued,
    _w.Field("activities", _w.Items(_w.ID)),
    _w.Field("issue", _w.Rec(Issued)),
    _w.Field("language", _w.Word(Language)),
    _w.Field("send_to", _w.Items(_w.Person(_w.JSON))),
)
_w.define(
    EventPaymentRecorded,
    _w.Field("payment", _w.Rec(Payment)),
)
_w.define(
    EventPaymentRemoved,
    _w.Field("amount", _w.AMOUNT),
    _w.Field("paid_on", _w.DATE),
    _w.Field("payment", _w.ID),
    _w.Field("reason", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("drafted", EventDrafted),
    _w.Variant("draft_deleted", EventDraftDeleted),
    _w.Variant("issued", EventIssued),
    _w.Variant("payment_recorded", EventPaymentRecorded),
    _w.Variant("payment_removed", EventPaymentRemoved),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_DRAFT = (
    _w.Field("activities", _w.Items(_w.ID)),
    _w.Field("language", _w.Word(Language), "none"),
)
_DELETE_DRAFT: tuple[_w.Field, ...] = ()
_ISSUE = (
    _w.Field("format", _w.Word(Format)),
    _w.Field("send", _w.JSON, "none"),
)
_RECORD_PAYMENT = (
    _w.Field("amount", _w.AMOUNT),
    _w.Field("paid_on", _w.DATE),
    _w.Field("reference", _w.JSON, "none"),
)
_REMOVE_PAYMENT = (
    _w.Field("payment", _w.ID),
    _w.Field("reason", _w.JSON),
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


class InvoiceCommands(_s.NounCommands):
    """Commands and queries of ``invoice``."""

    __slots__ = ()
    _noun = "invoice"

    def draft(
        self,
        *,
        activities: Sequence[UUID],
        language: LanguageLike | None = None,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Draft it from all that is left to bill of these activities; it reserves them.

        activities: The ids of the activities to bill, all of one customer
            (`INVOICE-DRAFT-02`); one that is named twice counts once.
        language: The language of the invoice; the customer's, or else the company's, where
            it is missing.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``invoice.draft``.
        Refusals: ``INVOICE-AMOUNT-01``, ``INVOICE-DRAFT-01``, ``INVOICE-DRAFT-02``,
            ``INVOICE-DRAFT-03``, ``INVOICE-DRAFT-04``, ``INVOICE-DRAFT-05``,
            ``INVOICE-PRICE-01``, ``INVOICE-PRICE-02``, ``INVOICE-SEAT-01``,
            ``INVOICE-SEAT-02``, ``INVOICE-TAX-01``, ``INVOICE-TAX-02``, ``INVOICE-TAX-03``,
            ``INVOICE-TAX-04``, ``INVOICE-TAX-05``, ``INVOICE-TAX-06``, ``INVOICE-TAX-07``,
            ``INVOICE-TAX-08``, ``INVOICE-TAX-09``.

        >>> back_office.invoice.draft(activities=[a], language="cs").events[0].event
        'drafted'
        """
        return self._command(
            "draft",
            _DRAFT,
            {
                "activities": activities,
                "language": language,
            },
            id,
            None,
            command_id,
            external_ids,
        )

    def delete_draft(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Throw a draft away: its lines are free again, and no number was used.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``invoice.delete_draft``.
        Refusals: ``INVOICE-STATUS-01``.

        >>> seen = back_office.invoice.get(f)
        >>> back_office.invoice.delete_draft(f, expected=seen.version).events[0].event
        'draft_deleted'
        """
        return self._command(
            "delete_draft",
            _DELETE_DRAFT,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def issue(
        self,
        id: UUID,
        *,
        format: FormatLike,
        expected: int,
        send: bool = False,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Issue it: it takes its number and is never changed again. Where customer or company have
        changed since the draft, it is drafted anew (`INVOICE-ISSUE-01`).

        format: The file that the customer gets, PDF or Word.
        send: Whether it is mailed at once to the contacts who receive invoices, else to the
            customer's own addresses (`INVOICE-SEND-01` where there are none); `false` where
            it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``invoice.issue``.
        Refusals: ``INVOICE-DRAFT-05``, ``INVOICE-ISSUE-01``, ``INVOICE-ISSUE-02``,
            ``INVOICE-SEND-01``, ``INVOICE-STATUS-01``, ``INVOICE-TAX-08``.

        >>> seen = back_office.invoice.get(f)
        >>> back_office.invoice.issue(
        ...     f,
        ...     format="docx",
        ...     send=True,
        ...     expected=seen.version,
        ... ).events[0].event
        'issued'
        """
        return self._command(
            "issue",
            _ISSUE,
            {
                "format": format,
                "send": send,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def record_payment(
        self,
        id: UUID,
        *,
        amount: Decimal | int,
        paid_on: _dt.date,
        reference: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Record what was paid of an issued invoice; the receipt names the payment as `part`. What
        was issued stays as it is, and so does the paper. More than is owed is taken, for it was
        paid; more than a thousand payments are not (`INVOICE-PAYMENT-05`).

        amount: The amount, in the invoice's currency: above zero, at most 12 digits before
            the point and 2 after it (`INVOICE-PAYMENT-01`).
        paid_on: The day on which it was paid, today by the company's clock at the latest
            (`INVOICE-PAYMENT-02`); before the issue where it was paid in advance.
        reference: The bank's or the ERP's reference; not empty (`INVOICE-PAYMENT-03`), and
            another one for each payment of the invoice (`-04`), so that a statement that is
            read twice counts once. None where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``invoice.record_payment``.
        Refusals: ``INVOICE-PAYMENT-01``, ``INVOICE-PAYMENT-02``, ``INVOICE-PAYMENT-03``,
            ``INVOICE-PAYMENT-04``, ``INVOICE-PAYMENT-05``, ``INVOICE-STATUS-01``.

        >>> back_office.invoice.record_payment(
        ...     f,
        ...     paid_on=date.fromisoformat("2026-10-14"),
        ...     amount=Decimal("600"),
        ...     reference="FIO 26123456789",
        ... ).events[0].event
        'payment_recorded'
        """
        return self._command(
            "record_payment",
            _RECORD_PAYMENT,
            {
                "amount": amount,
                "paid_on": paid_on,
                "reference": reference,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def remove_payment(
        self,
        id: UUID,
        *,
        payment: UUID,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take out a payment that was recorded by mistake, or that the bank took back. The journal
        keeps both, and its reference may be used again.

        payment: The id of the payment (`INVOICE-PAYMENT-06` where the invoice has none
            such).
        reason: Why it is taken out, in words; not empty (`INVOICE-REASON-01`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``invoice.remove_payment``.
        Refusals: ``INVOICE-PAYMENT-06``, ``INVOICE-REASON-01``, ``INVOICE-STATUS-01``.

        >>> back_office.invoice.remove_payment(
        ...     f,
        ...     payment=platba,
        ...     reason="platba patří jiné faktuře",
        ... ).events[0].event
        'payment_removed'
        """
        return self._command(
            "remove_payment",
            _REMOVE_PAYMENT,
            {
                "payment": payment,
                "reason": reason,
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

        >>> back_office.invoice.get(target).id == target
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
        customer: UUID | None = None,
        due_from: _dt.date | None = None,
        due_until: _dt.date | None = None,
        issued_from: _dt.date | None = None,
        issued_until: _dt.date | None = None,
        overdue_on: _dt.date | None = None,
        paid: bool | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Page:
        """A page of rows of many records.

        customer: Invoices to the customer with this id; to all customers where it is
            missing.
        due_from: Invoices to be paid by this day (BT-9) or a later one; all, also drafts,
            where it is missing.
        due_until: Invoices to be paid by this day or an earlier one; all, also drafts,
            where it is missing.
        issued_from: Invoices issued on this day (BT-2) or after it; all, also drafts, where
            it is missing. Together with `issued_until` it gives those of a month.
        issued_until: Invoices issued on this day or before it; all, also drafts, where it
            is missing.
        overdue_on: Issued invoices that were to be paid before this day, and of which
            something is owed: what is overdue on it, today as a rule. All, also drafts,
            where it is missing.
        paid: `true` for issued invoices of which nothing is owed any more, `false` for
            those of which something is; drafts and drafts that were thrown away are
            neither. All where it is missing.
        statuses: Invoices in one of these states; in any where the list is empty.
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

        >>> page = back_office.invoice.list(limit=10)
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
                    "customer": customer,
                    "due_from": due_from,
                    "due_until": due_until,
                    "issued_from": issued_from,
                    "issued_until": issued_until,
                    "overdue_on": overdue_on,
                    "paid": paid,
                    "statuses": statuses,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        customer: UUID | None = None,
        due_from: _dt.date | None = None,
        due_until: _dt.date | None = None,
        issued_from: _dt.date | None = None,
        issued_until: _dt.date | None = None,
        overdue_on: _dt.date | None = None,
        paid: bool | None = None,
        statuses: Sequence[StatusLike] = (),
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(back_office.invoice.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(customer=customer, due_from=due_from, due_until=due_until, issued_from=issued_from, issued_until=issued_until, overdue_on=overdue_on, paid=paid, statuses=statuses, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
