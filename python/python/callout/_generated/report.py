"""What ``report`` is made of.

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
from . import common as _c
from .common import (
    Counted as Counted,
    LineKind as LineKind,
    Payer as Payer,
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
)


class Status(_k.Choice):
    """Where a line stands. How much of it is billed is read from the ledger."""

    PLANNED = "planned"
    """Planned by the manager, preliminary."""
    REPORTED = "reported"
    """Reported by the technician, still being worked on."""
    SUBMITTED = "submitted"
    """Handed to the manager, who is to decide."""
    APPROVED = "approved"
    """Approved, wholly or in part."""
    REJECTED = "rejected"
    """Will not be billed."""
    RETURNED = "returned"
    """Back with the technician."""
    RELEASED = "released"
    """Handed to invoicing: an invoice or the host bills it."""
    REMOVED = "removed"
    """Taken out: only planned, or reported by mistake. It stands in no list."""


StatusLike = Union[Status, Literal["planned", "reported", "submitted", "approved", "rejected", "returned", "released", "removed"]]


class Order(_k.Choice):
    """By what a list of reported lines is ordered; equal ones by the ids of their activities, then
    as they stand in the report.
    """

    AT = "at"
    """By the moment at which a quantity of the line was last said: what waits longest comes first."""
    DONE_AT = "done_at"
    """By the moment at which the work was done; what is not reported comes first."""


OrderLike = Union[Order, Literal["at", "done_at"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Value(_w.Record):
    """One of the three values, with who, when and why."""

    at: _dt.datetime
    """The moment at which it was said."""

    by: UUID
    """The id of the person who said so."""

    quantity: Decimal
    """The quantity, in the unit of the line."""

    reason: str | None = field(default=None, repr=False)
    """Why it is not what was said before, in words; missing where nothing was said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Content(_w.Record):
    """What a line is made of."""

    code: str = field(repr=False)
    """Code in the price list; free text for what is in none yet."""

    kind: LineKind
    """What sort of line it is: part, material, labour, travel, kilometres or fee."""

    name: str = field(repr=False)
    """The name as it is printed; not empty (`REPORT-LINE-01`). Once the words of the activity were
    forgotten it is empty, and the code is printed.
    """

    unit: Unit
    """The unit in which its quantities are; the price list must price the code by the same
    (`INVOICE-PRICE-02`).
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Worked(_w.Record):
    """When work was done, as evidence for its hours."""

    from_: _dt.datetime
    """The moment at which the work began."""

    to: _dt.datetime
    """The moment at which the work ended: after it began, less than 24 hours later and not still
    to come.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class ConflictingReport(_w.Record):
    """What was reported of a line that somebody else had changed or decided meanwhile."""

    content: Content
    """What was used or done: kind, code, name and unit."""

    done_at: _dt.datetime | None = None
    """The moment at which the work was done, by which its price is chosen."""

    done_on: _dt.date | None = None
    """The local day on which it was used or done; nothing where it was not said."""

    id: UUID
    """The id by which a manager resolves it."""

    resolution: str | None = field(default=None, repr=False)
    """What a manager decided about it, in words; still to be resolved where it is missing."""

    value: Value
    """The quantity, with who reported it, when and why."""

    visit: UUID | None = None
    """The id of the visit on which it was done; nothing where none was named."""

    worked: Worked | None = None
    """When the work was done, as evidence for its hours; nothing where it was not said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Share(_w.Record):
    """One payer's part of a line, with the reasons for it."""

    payer: Payer
    """Who bears it. A payer has one share of a line at most."""

    percent: Decimal
    """How much of the line, in percent: above 0, at most 100. All shares of a line make 100."""

    reasons: Sequence[Reason]
    """Why this payer, in the order in which the rules led there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage(_w.Record):
    """Who pays for a line: one share for each payer."""

    shares: Sequence[Share]
    """The shares of the line, which make 100 percent together; nearly always it is one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(_w.Record):
    """One line of a report."""

    approved: Value | None = None
    """The quantity that the manager approved; nothing before it is approved."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of the line next: what its own status allows, as far as the
    actor's role may. Told where a report is read; missing where nothing may be asked.
    """

    by_several: bool | None = None
    """Whether more than one person has reported it: then nobody takes it out as a mistake of his
    own.
    """

    conflicts: Sequence[ConflictingReport] = ()
    """What was reported when somebody else had changed or decided the line, oldest first. What was
    taken over has changed places with what the line said before.
    """

    content: Content
    """What was used or done: kind, code, name and unit."""

    coverage: Coverage | None = None
    """Who pays for it and why, decided with the approval; missing before it."""

    done_at: _dt.datetime | None = None
    """The moment at which the work was done; nothing before it is reported. Its day chooses the
    price where `worked` and `done_on` say none.
    """

    done_on: _dt.date | None = None
    """The local day on which it was used or done, for what has no hours; nothing where it was not
    said.
    """

    id: UUID
    """The id of the line, by which reports and decisions name it."""

    late: bool
    """Whether it was reported after the activity was closed or cancelled, by one taken off it, on
    a visit that was cancelled or given to somebody else, on a line that was taken out, or when
    somebody else had changed or decided the line.
    """

    net: Decimal | None = None
    """What the customer pays for the newest quantity by the price list of its day, without tax, in
    the company's currency, as it was when the line was last planned, reported or decided; 0
    where a warranty bears it. What is billed is said by the invoice. Missing where no list
    prices it, and for who sees no prices.
    """

    planned: Value | None = None
    """The quantity that the manager planned; nothing where it was not planned."""

    reason: str | None = field(default=None, repr=False)
    """Why it was rejected or returned, or why its approval was taken back; nothing otherwise."""

    reported: Value | None = None
    """The quantity that the technician reported; nothing before it is reported."""

    status: Status
    """The status in which it is, from planned to released."""

    unpriced: Reason | None = None
    """Why the price list of its day gives no price for it, as it was when the line was reported or
    approved: no list held then, it has not the code, or it prices another unit. Nothing where
    it gives one, and for a company without any price list.
    """

    visit: UUID | None = None
    """The id of the visit on which it was done; nothing where none was named."""

    worked: Worked | None = None
    """When the work was done, as evidence for its hours; nothing where it was not said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction(_w.Record):
    """What a reading said before somebody corrected it."""

    at: _dt.datetime
    """The moment at which it was corrected."""

    by: UUID
    """The id of the person who corrected it."""

    reason: str = field(repr=False)
    """Why the reading was corrected, in words."""

    unit: str = field(repr=False)
    """The unit in which it was said."""

    value: Decimal
    """The value that was there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading(_w.Record):
    """A reading of a parameter of a piece of equipment."""

    at: _dt.datetime
    """The moment at which it was read."""

    by: UUID
    """The id of the person who recorded it."""

    corrected: Correction | None = None
    """What was said before it was corrected last; nothing where it never was."""

    equipment: UUID | None = None
    """The id of the equipment whose reading it is: it stays there when the activity comes to other
    equipment. The report's equipment where it is missing.
    """

    id: UUID
    """The id by which it is corrected."""

    out_of_sequence: bool
    """Whether it was reported although it is lower than the reading before or higher than the one
    after: the meter was replaced.
    """

    parameter: str = field(repr=False)
    """The name of the parameter: `operating_hours`."""

    unit: str = field(repr=False)
    """The unit of the value, as it was said: `h`, `bar`, `°C`."""

    value: Decimal
    """What the meter showed, in the unit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """The report of an activity."""

    customer: UUID
    """The id of the customer whose activity it is."""

    equipment: UUID | None = None
    """The id of the equipment that the activity is on; nothing where it names none."""

    lines: Sequence[Line]
    """The lines, in the order in which they came."""

    readings: Sequence[Reading]
    """The readings of equipment, in the order in which they came."""

    removed: Sequence[Line] = ()
    """The lines that were taken out, planned or reported. Who did not know that may report on them
    all the same, and the line is there again.
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
    """What a list shows of one line of an activity's report."""

    activity: UUID
    """The id of the activity whose report has the line."""

    activity_number: str = field(default="", repr=False)
    """The number of that activity, `SA-2026-00017`; empty where the actor may not read it."""

    approved: Decimal | None = None
    """The quantity that the manager approved, in the unit of the line; nothing before it is
    approved.
    """

    at: _dt.datetime
    """The moment at which a quantity of it was last planned, reported or approved."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    conflicts: Sequence[Decimal] = ()
    """The quantities that were reported in conflict with the line, as somebody else had changed or
    decided it, and that no manager has resolved; in the unit of the line, oldest first.
    """

    content: Content
    """What was used or done: kind, code in the price list, name and unit."""

    customer: UUID
    """The id of the customer whose activity it is."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    done_at: _dt.datetime | None = None
    """When the work was done or the thing used: when its hours began, else when its visit did,
    else when it was reported; where another day was said, when that day begins by the company's
    clock. Nothing before it is reported.
    """

    done_on: _dt.date | None = None
    """The local day on which it was used or done; nothing where it was not said."""

    late: bool
    """Whether it was reported after the activity was closed or cancelled, by one taken off it, on
    a visit that was cancelled or given to somebody else, on a planned line that was taken out,
    or when somebody else had changed or decided the line.
    """

    line: UUID
    """The id of the line, by which reports and decisions name it."""

    net: Decimal | None = None
    """What the customer pays for the newest quantity by the price list of its day, without tax, in
    the company's currency, as it was when the line was last planned, reported or decided; 0
    where a warranty bears it. What is billed is said by the invoice. Missing where no list
    prices it, and for who sees no prices.
    """

    planned: Decimal | None = None
    """The quantity that the manager planned, in the unit of the line; nothing where it was not
    planned.
    """

    reported: Decimal | None = None
    """The quantity that the technician reported, in the unit of the line; nothing before it is
    reported.
    """

    reported_by: UUID | None = None
    """The id of the person who reported that; nothing before it is reported."""

    status: Status
    """The status in which the line is, from planned to released."""

    technician_name: str = field(default="", repr=False)
    """The name of that person where it is a technician; else empty, as where the actor may not
    read it, or once it was forgotten.
    """

    version: int
    """The version of the report that the line is of when the page was read, from 1: a command that
    changes it gives it in `expected`.
    """

    worked: Worked | None = None
    """From when until when the work was done; nothing where it was not said."""


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
    """By what a list of reported lines is narrowed: all that is said must hold, and nothing said
    is all.
    """

    activity: UUID | None = None
    """Lines of the activity with this id; of all activities where it is missing."""

    customer: UUID | None = None
    """Lines of the activities of the customer with this id; of all customers where it is missing."""

    done_after: _dt.datetime | None = None
    """Lines whose work was done at this moment or after it; all where it is missing. Together with
    `done_before` it gives the hours of a month.
    """

    done_before: _dt.datetime | None = None
    """Lines whose work was done before this moment, not at it; all where it is missing."""

    pending: bool | None = None
    """`true` for lines that wait for a decision of a manager: reported, submitted or returned
    ones, and those with an open conflict. `false` for the others; both where it is missing.
    """

    statuses: Sequence[Status] = ()
    """Lines in one of these statuses; in any where the list is empty."""

    technician: UUID | None = None
    """Lines that the technician with this id reported; anybody's, also those that nobody reported,
    where it is missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Bearer(_w.Record):
    """What a manager says about a payer's part, without the reasons: these follow."""

    payer: Payer
    """Who bears it; each payer once."""

    percent: Decimal
    """How much of the line, in percent: above 0, at most 100. Those of all payers make 100."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventBegun(_w.Record):
    """The report of an activity was begun, or the activity has come to another customer or other
    equipment since.
    """

    customer: UUID
    """The id of the customer whose activity it is."""

    equipment: UUID | None = None
    """The id of the equipment that the activity is on; nothing where it names none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLinePlanned(_w.Record):
    """A line was planned before the work, preliminary."""

    content: Content
    """What is expected to be used or done: kind, code, name and unit."""

    line: UUID
    """The id of the line that was planned; it is a new one."""

    net: Decimal | None = None
    """What the customer pays for it by the price list of its day, without tax, in the company's
    currency: 0 where a warranty bears it. Missing where no list prices it, and for who sees no
    prices.
    """

    value: Value
    """The quantity that was planned, with who planned it and when."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLineReported(_w.Record):
    """It was reported what was done or used: in a new line, or in place of what a line said
    before.
    """

    content: Content
    """What was used or done: kind, code, name and unit."""

    done_at: _dt.datetime | None = None
    """The moment at which the work was done: when its hours began, else when its visit did, else
    when it was first reported. Its day chooses price and tax where `worked` and `done_on` say
    none.
    """

    done_on: _dt.date | None = None
    """The local day on which it was used or done, for what has no hours; missing where that is not
    said.
    """

    late: bool
    """Whether it was reported after the activity was closed or cancelled, by one taken off it, on
    a visit that was cancelled or given to somebody else, or on a line that was taken out.
    """

    line: UUID
    """The id of the line that was reported; a new one where the report had none such."""

    net: Decimal | None = None
    """What the customer pays for it by the price list of its day, without tax, in the company's
    currency: 0 where a warranty bears it. Missing where no list prices it, and for who sees no
    prices.
    """

    unpriced: Reason | None = None
    """Why the price list of its day gave no price for it: no list held then, it had not the code,
    or it priced another unit. Missing where it gave one, and for a company without any price
    list.
    """

    value: Value
    """The quantity that was reported, with who reported it, when and why."""

    visit: UUID | None = None
    """The id of the visit on which it was done; nothing where none is named."""

    worked: Worked | None = None
    """When the work was done, as evidence for its hours; nothing where that is not said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConflictReported(_w.Record):
    """A line was reported on when somebody else had changed or decided it: what was reported is
    kept as a conflict, and the line says what it said until a manager resolves it.
    """

    conflict: ConflictingReport
    """What was reported in conflict with the line, with who reported it, when and why."""

    line: UUID
    """The id of the line that was reported on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConflictResolved(_w.Record):
    """A manager saw what was reported in conflict with a line and said what counts."""

    accepted: bool
    """Whether it is the reported value from then on, and what the line said before is kept in the
    conflict.
    """

    conflict: UUID
    """The id of the conflict, as the `conflicts` of the line name it."""

    line: UUID
    """The id of the line that has the conflict."""

    net: Decimal | None = None
    """What the customer pays for it by the price list of its day, without tax, in the company's
    currency: 0 where a warranty bears it. Missing where no list prices it, and for who sees no
    prices.
    """

    resolution: str = field(repr=False)
    """Why the manager decided so, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLineRemoved(_w.Record):
    """A line was taken out that was only planned, or was reported by mistake."""

    line: UUID
    """The id of the line that was taken out. Who did not know that may report on it all the same,
    and the line is there again.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReadingRecorded(_w.Record):
    """A reading of a parameter of a piece of equipment was recorded."""

    reading: Reading
    """The reading: parameter, value, unit and equipment, with who recorded it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReadingCorrected(_w.Record):
    """A reading that was mistyped was corrected; what it said before is kept with it."""

    correction: Correction
    """What the reading said before, with who corrected it, when and why."""

    out_of_sequence: bool
    """Whether it was to be taken also when it is lower than the reading before, or higher than the
    one after: the meter was replaced.
    """

    reading: UUID
    """The id of the reading that was corrected."""

    unit: str = field(repr=False)
    """The unit of the value, as it was said: `h`, `bar`, `°C`."""

    value: Decimal
    """What the meter showed in truth, in the unit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLineSubmitted(_w.Record):
    """A reported line was handed to the manager, who is to decide."""

    line: UUID
    """The id of the line that was handed over."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLineApproved(_w.Record):
    """A line was approved, wholly or with another quantity."""

    coverage: Coverage
    """Who pays for the line and why, decided with the approval."""

    line: UUID
    """The id of the line that was approved."""

    net: Decimal | None = None
    """What the customer pays for it by the price list of its day, without tax, in the company's
    currency: 0 where a warranty bears it. Missing where no list prices it, and for who sees no
    prices.
    """

    unpriced: Reason | None = None
    """Why the price list of its day gave the customer no price for it. Missing where it gave one,
    where the customer does not pay for the line, and for a company without any price list.
    """

    value: Value
    """The quantity that was approved, with who approved it, when and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLineRejected(_w.Record):
    """It was decided that a line will not be billed."""

    line: UUID
    """The id of the line that was rejected."""

    reason: str = field(repr=False)
    """Why it will not be billed, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLineReturned(_w.Record):
    """A line was given back to the technician, who is to mend it."""

    line: UUID
    """The id of the line that was given back."""

    reason: str = field(repr=False)
    """What is to be mended, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventApprovalWithdrawn(_w.Record):
    """The approval of a line was taken back: the line is submitted again."""

    line: UUID
    """The id of the line whose approval was taken back."""

    net: Decimal | None = None
    """What the customer pays for it by the price list of its day, without tax, in the company's
    currency: 0 where a warranty bears it. Missing where no list prices it, and for who sees no
    prices.
    """

    reason: str = field(repr=False)
    """Why the approval was taken back, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRejectionWithdrawn(_w.Record):
    """The rejection of a line was taken back: the line is submitted again."""

    line: UUID
    """The id of the line whose rejection was taken back."""

    net: Decimal | None = None
    """What the customer pays for it by the price list of its day, without tax, in the company's
    currency: 0 where a warranty bears it. Missing where no list prices it, and for who sees no
    prices.
    """

    reason: str = field(repr=False)
    """Why the rejection was taken back, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReleaseWithdrawn(_w.Record):
    """The release of a line was taken back: the line is submitted again, and the ledger closes its
    accounts, of which no invoice and no hand-over has any part.
    """

    line: UUID
    """The id of the line whose release was taken back."""

    net: Decimal | None = None
    """What the customer pays for it by the price list of its day, without tax, in the company's
    currency: 0 where a warranty bears it. Missing where no list prices it, and for who sees no
    prices.
    """

    reason: str = field(repr=False)
    """Why the release was taken back, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLineReleased(_w.Record):
    """An approved line was handed to invoicing: the ledger opens an account for it and its payer."""

    line: UUID
    """The id of the line that was handed to invoicing."""

    payer: Payer
    """Who pays for the line: the customer, or the warranty."""

    quantity: Decimal
    """The quantity that was handed to invoicing, in the unit of the line."""


Event = Union[
    EventBegun,
    EventLinePlanned,
    EventLineReported,
    EventConflictReported,
    EventConflictResolved,
    EventLineRemoved,
    EventReadingRecorded,
    EventReadingCorrected,
    EventLineSubmitted,
    EventLineApproved,
    EventLineRejected,
    EventLineReturned,
    EventApprovalWithdrawn,
    EventRejectionWithdrawn,
    EventReleaseWithdrawn,
    EventLineReleased,
]
"""What happened to a report."""


_w.define(
    Value,
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
    _w.Field("quantity", _w.AMOUNT),
    _w.Field("reason", _w.JSON, "none"),
)
_w.define(
    Content,
    _w.Field("code", _w.JSON),
    _w.Field("kind", _w.Word(LineKind)),
    _w.Field("name", _w.JSON),
    _w.Field("unit", _w.Word(Unit)),
)
_w.define(
    Worked,
    _w.Field("from", _w.INSTANT, attr="from_"),
    _w.Field("to", _w.INSTANT),
)
_w.define(
    ConflictingReport,
    _w.Field("content", _w.Rec(Content)),
    _w.Field("done_at", _w.INSTANT, "none"),
    _w.Field("done_on", _w.DATE, "none"),
    _w.Field("id", _w.ID),
    _w.Field("resolution", _w.JSON, "none"),
    _w.Field("value", _w.Rec(Value)),
    _w.Field("visit", _w.ID, "none"),
    _w.Field("worked", _w.Rec(Worked), "none"),
)
_w.define(
    Share,
    _w.Field("payer", _w.Word(Payer)),
    _w.Field("percent", _w.AMOUNT),
    _w.Field("reasons", _w.Items(_w.Later(lambda: _c._reason))),
)
_w.define(
    Coverage,
    _w.Field("shares", _w.Items(_w.Rec(Share))),
)
_w.define(
    Line,
    _w.Field("approved", _w.Rec(Value), "none"),
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("by_several", _w.JSON, "none"),
    _w.Field("conflicts", _w.Items(_w.Rec(ConflictingReport)), "empty"),
    _w.Field("content", _w.Rec(Content)),
    _w.Field("coverage", _w.Rec(Coverage), "none"),
    _w.Field("done_at", _w.INSTANT, "none"),
    _w.Field("done_on", _w.DATE, "none"),
    _w.Field("id", _w.ID),
    _w.Field("late", _w.JSON),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("planned", _w.Rec(Value), "none"),
    _w.Field("reason", _w.JSON, "none"),
    _w.Field("reported", _w.Rec(Value), "none"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("unpriced", _w.Later(lambda: _c._reason), "none"),
    _w.Field("visit", _w.ID, "none"),
    _w.Field("worked", _w.Rec(Worked), "none"),
)
_w.define(
    Correction,
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
    _w.Field("reason", _w.JSON),
    _w.Field("unit", _w.JSON),
    _w.Field("value", _w.AMOUNT),
)
_w.define(
    Reading,
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
    _w.Field("corrected", _w.Rec(Correction), "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("id", _w.ID),
    _w.Field("out_of_sequence", _w.JSON),
    _w.Field("parameter", _w.JSON),
    _w.Field("unit", _w.JSON),
    _w.Field("value", _w.AMOUNT),
)
_w.define(
    State,
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("lines", _w.Items(_w.Rec(Line))),
    _w.Field("readings", _w.Items(_w.Rec(Reading))),
    _w.Field("removed", _w.Items(_w.Rec(Line)), "empty"),
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
    _w.Field("approved", _w.AMOUNT, "none"),
    _w.Field("at", _w.INSTANT),
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("conflicts", _w.Items(_w.AMOUNT), "empty"),
    _w.Field("content", _w.Rec(Content)),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("done_at", _w.INSTANT, "none"),
    _w.Field("done_on", _w.DATE, "none"),
    _w.Field("late", _w.JSON),
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("planned", _w.AMOUNT, "none"),
    _w.Field("reported", _w.AMOUNT, "none"),
    _w.Field("reported_by", _w.ID, "none"),
    _w.Field("status", _w.Word(Status)),
    _w.Field("technician_name", _w.JSON, "empty"),
    _w.Field("version", _w.JSON),
    _w.Field("worked", _w.Rec(Worked), "none"),
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
    _w.Field("customer", _w.ID, "none"),
    _w.Field("done_after", _w.INSTANT, "none"),
    _w.Field("done_before", _w.INSTANT, "none"),
    _w.Field("pending", _w.JSON, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
    _w.Field("technician", _w.ID, "none"),
)
_w.define(
    Bearer,
    _w.Field("payer", _w.Word(Payer)),
    _w.Field("percent", _w.AMOUNT),
)
_w.define(
    EventBegun,
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
)
_w.define(
    EventLinePlanned,
    _w.Field("content", _w.Rec(Content)),
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("value", _w.Rec(Value)),
)
_w.define(
    EventLineReported,
    _w.Field("content", _w.Rec(Content)),
    _w.Field("done_at", _w.INSTANT, "none"),
    _w.Field("done_on", _w.DATE, "none"),
    _w.Field("late", _w.JSON),
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("unpriced", _w.Later(lambda: _c._reason), "none"),
    _w.Field("value", _w.Rec(Value)),
    _w.Field("visit", _w.ID, "none"),
    _w.Field("worked", _w.Rec(Worked), "none"),
)
_w.define(
    EventConflictReported,
    _w.Field("conflict", _w.Rec(ConflictingReport)),
    _w.Field("line", _w.ID),
)
_w.define(
    EventConflictResolved,
    _w.Field("accepted", _w.JSON),
    _w.Field("conflict", _w.ID),
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("resolution", _w.JSON),
)
_w.define(
    EventLineRemoved,
    _w.Field("line", _w.ID),
)
_w.define(
    EventReadingRecorded,
    _w.Field("reading", _w.Rec(Reading)),
)
_w.define(
    EventReadingCorrected,
    _w.Field("correction", _w.Rec(Correction)),
    _w.Field("out_of_sequence", _w.JSON),
    _w.Field("reading", _w.ID),
    _w.Field("unit", _w.JSON),
    _w.Field("value", _w.AMOUNT),
)
_w.define(
    EventLineSubmitted,
    _w.Field("line", _w.ID),
)
_w.define(
    EventLineApproved,
    _w.Field("coverage", _w.Rec(Coverage)),
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("unpriced", _w.Later(lambda: _c._reason), "none"),
    _w.Field("value", _w.Rec(Value)),
)
_w.define(
    EventLineRejected,
    _w.Field("line", _w.ID),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventLineReturned,
    _w.Field("line", _w.ID),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventApprovalWithdrawn,
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventRejectionWithdrawn,
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventReleaseWithdrawn,
    _w.Field("line", _w.ID),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("reason", _w.JSON),
)
_w.define(
    EventLineReleased,
    _w.Field("line", _w.ID),
    _w.Field("payer", _w.Word(Payer)),
    _w.Field("quantity", _w.AMOUNT),
)
_event = _w.Tagged(
    _w.Variant("begun", EventBegun),
    _w.Variant("line_planned", EventLinePlanned),
    _w.Variant("line_reported", EventLineReported),
    _w.Variant("conflict_reported", EventConflictReported),
    _w.Variant("conflict_resolved", EventConflictResolved),
    _w.Variant("line_removed", EventLineRemoved),
    _w.Variant("reading_recorded", EventReadingRecorded),
    _w.Variant("reading_corrected", EventReadingCorrected),
    _w.Variant("line_submitted", EventLineSubmitted),
    _w.Variant("line_approved", EventLineApproved),
    _w.Variant("line_rejected", EventLineRejected),
    _w.Variant("line_returned", EventLineReturned),
    _w.Variant("approval_withdrawn", EventApprovalWithdrawn),
    _w.Variant("rejection_withdrawn", EventRejectionWithdrawn),
    _w.Variant("release_withdrawn", EventReleaseWithdrawn),
    _w.Variant("line_released", EventLineReleased),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_PLAN_LINE = (
    _w.Field("content", _w.Rec(Content)),
    _w.Field("quantity", _w.AMOUNT),
)
_REPORT_LINE = (
    _w.Field("content", _w.Rec(Content), "keep"),
    _w.Field("done_on", _w.DATE, "keep"),
    _w.Field("line", _w.ID, "none"),
    _w.Field("minutes", _w.JSON, "none"),
    _w.Field("quantity", _w.AMOUNT, "none"),
    _w.Field("reason", _w.JSON, "none"),
    _w.Field("visit", _w.ID, "keep"),
    _w.Field("worked", _w.Rec(Worked), "keep"),
)
_REMOVE_LINE = (
    _w.Field("line", _w.ID),
)
_RECORD_READING = (
    _w.Field("at", _w.INSTANT, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("out_of_sequence", _w.JSON, "none"),
    _w.Field("parameter", _w.JSON),
    _w.Field("unit", _w.JSON),
    _w.Field("value", _w.AMOUNT),
)
_CORRECT_READING = (
    _w.Field("out_of_sequence", _w.JSON, "none"),
    _w.Field("reading", _w.ID),
    _w.Field("reason", _w.JSON),
    _w.Field("unit", _w.JSON, "keep"),
    _w.Field("value", _w.AMOUNT),
)
_SUBMIT: tuple[_w.Field, ...] = ()
_APPROVE = (
    _w.Field("line", _w.ID),
    _w.Field("quantity", _w.AMOUNT, "none"),
    _w.Field("reason", _w.JSON, "none"),
    _w.Field("shares", _w.Items(_w.Rec(Bearer)), "empty"),
    _w.Field("unpriced", _w.JSON, "none"),
)
_REJECT = (
    _w.Field("line", _w.ID),
    _w.Field("reason", _w.JSON),
)
_RETURN = (
    _w.Field("line", _w.ID),
    _w.Field("reason", _w.JSON),
)
_WITHDRAW = (
    _w.Field("line", _w.ID),
    _w.Field("reason", _w.JSON),
)
_RESOLVE = (
    _w.Field("accept", _w.JSON, "none"),
    _w.Field("conflict", _w.ID),
    _w.Field("line", _w.ID),
    _w.Field("resolution", _w.JSON),
)
_RELEASE = (
    _w.Field("lines", _w.Items(_w.ID), "none"),
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


class ReportCommands(_s.NounCommands):
    """Commands and queries of ``report``."""

    __slots__ = ()
    _noun = "report"

    def plan_line(
        self,
        id: UUID,
        *,
        content: Content | Mapping[str, Any],
        quantity: Decimal | int,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Plan a line before the work, preliminary; once the work is done it is refused
        (`REPORT-PLAN-01`).

        content: What is expected to be used or done: kind, code, name and unit.
        quantity: How much is expected, in the unit of the line; above zero
            (`REPORT-LINE-03`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.plan_line``.
        Refusals: ``REPORT-LINE-03``, ``REPORT-PLAN-01``.

        >>> manager.report.plan_line(
        ...     job,
        ...     content={"kind": "part", "code": "FILTR", "name": "Filtr", "unit": "piece"},
        ...     quantity=Decimal("1"),
        ... ).events[0].event
        'begun'
        """
        return self._command(
            "plan_line",
            _PLAN_LINE,
            {
                "content": content,
                "quantity": quantity,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def report_line(
        self,
        id: UUID,
        *,
        content: Content | Mapping[str, Any] | _k.Keep = _k.KEEP,
        done_on: _dt.date | None | _k.Keep = _k.KEEP,
        line: UUID | None = None,
        minutes: int | None = None,
        quantity: Decimal | int | None = None,
        reason: str | None = None,
        visit: UUID | None | _k.Keep = _k.KEEP,
        worked: Worked | Mapping[str, Any] | None | _k.Keep = _k.KEEP,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Report what was done or used. Never refused for being late; whoever says which version
        he saw is not refused either when somebody else has changed or decided the line since:
        what he reports then is kept in its `conflicts` until a manager resolves it.

        content: What was used or done: kind, code, name and unit. A new line needs it
            (`REPORT-LINE-05`); what the line says stays where it is missing.
        done_on: The local day on which it was used or done, for what has no hours: parts,
            fees, kilometres. Not still to come, and within the hours where both are said
            (`REPORT-WORK-02`, `-04`). Where neither hours, day nor visit is said, it counts
            to the last dated work of the activity. What the line says stays where it is
            missing, `null` takes it away.
        line: The id of the planned, reported, submitted or returned line that it says
            better; a new line where it is missing.
        minutes: How long it took in whole minutes, in place of the quantity of a line in
            hours: 50 minutes are five sixths of an hour, priced so and printed as 0:50.
        quantity: How much, in the unit of the line: not negative, at most 12 digits before
            and after the point (`REPORT-LINE-02`, `-06`). Zero for a planned line that was
            not needed; a new line needs more (`-03`). Of a line in hours it may be left out
            where `minutes` or `worked` say it (`-09`).
        reason: Why it is not what was planned or reported before, in words; nothing is said
            where it is missing.
        visit: The id of the visit on which it was done, one of the activity
            (`REPORT-LINE-07`); that of the line stays where it is missing, `null` takes it
            away.
        worked: When the work was done, as evidence for its hours: less than 24 of them, not
            still to come (`REPORT-WORK-01` to `-03`). What the line says stays where it is
            missing, `null` takes it away.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.report_line``.
        Refusals: ``REPORT-ACTIVITY-01``, ``REPORT-LINE-01``, ``REPORT-LINE-02``,
            ``REPORT-LINE-03``, ``REPORT-LINE-04``, ``REPORT-LINE-05``, ``REPORT-LINE-06``,
            ``REPORT-LINE-07``, ``REPORT-LINE-09``, ``REPORT-STATUS-02``,
            ``REPORT-WORK-01``, ``REPORT-WORK-02``, ``REPORT-WORK-03``, ``REPORT-WORK-04``.

        >>> technician.report.report_line(
        ...     job,
        ...     content={"kind": "part", "code": "A", "name": "A", "unit": "piece"},
        ...     quantity=Decimal("1"),
        ... ).events[0].event
        'begun'
        """
        return self._command(
            "report_line",
            _REPORT_LINE,
            {
                "content": content,
                "done_on": done_on,
                "line": line,
                "minutes": minutes,
                "quantity": quantity,
                "reason": reason,
                "visit": visit,
                "worked": worked,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def remove_line(
        self,
        id: UUID,
        *,
        line: UUID,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take out a line that was only planned, or one's own that was reported by mistake and is
        not handed over yet, or was returned (`REPORT-STATUS-01`, `REPORT-LINE-08`).

        line: The id of the line (`REPORT-LINE-04` where the report has none such).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.remove_line``.
        Refusals: ``REPORT-LINE-04``, ``REPORT-LINE-08``, ``REPORT-STATUS-01``.

        >>> technician.report.remove_line(job, line=preklep).events[0].event
        'line_removed'
        """
        return self._command(
            "remove_line",
            _REMOVE_LINE,
            {
                "line": line,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def record_reading(
        self,
        id: UUID,
        *,
        parameter: str,
        unit: str,
        value: Decimal | int,
        at: _dt.datetime | None = None,
        equipment: UUID | None = None,
        out_of_sequence: bool = False,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Record a reading of a parameter of a piece of equipment.

        parameter: The name of the parameter: `operating_hours`; not empty
            (`REPORT-READING-02`).
        unit: The unit of the value, in words: `h`, `bar`, `°C`.
        value: What the meter showed, in the unit. Where the equipment's type has a field of
            this key that is a counter, it is not below the reading before
            (`REPORT-READING-01`) nor above the one after (`-05`), unless `out_of_sequence`
            says so.
        at: The moment at which it was read, not still to come (`REPORT-READING-03`); now
            where it is missing. That others were read since is no fault.
        equipment: The id of the customer's equipment that was read (`REPORT-READING-04`
            where he has none such); the activity's equipment where it is missing.
        out_of_sequence: Whether it is taken also when it is lower than the reading before,
            or higher than the one after: the meter was replaced. `false` where it is
            missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.record_reading``.
        Refusals: ``REPORT-READING-01``, ``REPORT-READING-02``, ``REPORT-READING-03``,
            ``REPORT-READING-04``, ``REPORT-READING-05``, ``REPORT-READING-06``,
            ``REPORT-READING-10``.

        >>> technician.report.record_reading(
        ...     job,
        ...     parameter="operating_hours",
        ...     value=Decimal("3"),
        ...     unit="h",
        ...     out_of_sequence=True,
        ... ).events[0].event
        'reading_recorded'
        """
        return self._command(
            "record_reading",
            _RECORD_READING,
            {
                "at": at,
                "equipment": equipment,
                "out_of_sequence": out_of_sequence,
                "parameter": parameter,
                "unit": unit,
                "value": value,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def correct_reading(
        self,
        id: UUID,
        *,
        reading: UUID,
        reason: str,
        value: Decimal | int,
        out_of_sequence: bool = False,
        unit: str | _k.Keep = _k.KEEP,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Correct a reading that was mistyped: what it said before is kept with it. A technician
        corrects his own (`REPORT-READING-08`).

        reading: The id of the reading (`REPORT-READING-07` where the report has none such).
        reason: Why it is another, in words; not empty (`REPORT-READING-09`).
        value: What the meter showed; as in `record_reading`.
        out_of_sequence: Whether it is taken also when it is lower than the reading before,
            or higher than the one after: the meter was replaced. `false` where it is
            missing.
        unit: The unit in which it showed that; the reading's stays where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.correct_reading``.
        Refusals: ``REPORT-READING-01``, ``REPORT-READING-05``, ``REPORT-READING-06``,
            ``REPORT-READING-07``, ``REPORT-READING-08``, ``REPORT-READING-09``.

        >>> technician.report.correct_reading(
        ...     job,
        ...     reading=r,
        ...     value=Decimal("40"),
        ...     unit="h",
        ...     reason="překlep",
        ... ).events[0].event
        'reading_corrected'
        """
        return self._command(
            "correct_reading",
            _CORRECT_READING,
            {
                "out_of_sequence": out_of_sequence,
                "reading": reading,
                "reason": reason,
                "unit": unit,
                "value": value,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def submit(
        self,
        id: UUID,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Hand all reported lines to the manager; a technician who was taken off the activity
        hands over those that he reported. `REPORT-SUBMIT-01` where there are none.

        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.submit``.
        Refusals: ``REPORT-STATUS-01``, ``REPORT-SUBMIT-01``.

        >>> technician.report.submit(job).events[0].event
        'line_submitted'
        """
        return self._command(
            "submit",
            _SUBMIT,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def approve(
        self,
        id: UUID,
        *,
        line: UUID,
        quantity: Decimal | int | None = None,
        reason: str | None = None,
        shares: Sequence[Bearer | Mapping[str, Any]] = (),
        unpriced: bool = False,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Approve a line, wholly or with another quantity.

        line: The id of the line: reported, submitted or returned, with no open conflict
            (`APPROVAL-LATE-01`).
        quantity: How much is approved, in the unit of the line, above zero
            (`APPROVAL-QUANTITY-01`); all that is reported where it is missing.
        reason: Why it is not what was reported, or not paid for as the rules say, in words;
            needed in these cases only (`APPROVAL-REASON-01`).
        shares: Who bears how much of it, in percent that make 100 together; as the rules
            say where empty. One payer for all of a line, so far: a line that several share
            cannot be billed.
        unpriced: Whether it is approved although the price list of its day gives the
            customer no price for it (`APPROVAL-PRICE-01`, `-02` otherwise): the host bills
            it, or the list follows. `false` where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.approve``.
        Refusals: ``APPROVAL-EYES-01``, ``APPROVAL-LATE-01``, ``APPROVAL-PRICE-01``,
            ``APPROVAL-PRICE-02``, ``APPROVAL-QUANTITY-01``, ``APPROVAL-REASON-01``,
            ``APPROVAL-SHARE-01``, ``APPROVAL-SHARE-02``, ``APPROVAL-SHARE-03``,
            ``APPROVAL-SHARE-04``, ``REPORT-LINE-02``, ``REPORT-LINE-04``,
            ``REPORT-LINE-06``, ``REPORT-STATUS-01``.

        >>> manager.report.approve(
        ...     job,
        ...     line=filtr,
        ...     quantity=Decimal("1"),
        ...     reason="jeden stačil",
        ... ).events[0].event
        'line_approved'
        """
        return self._command(
            "approve",
            _APPROVE,
            {
                "line": line,
                "quantity": quantity,
                "reason": reason,
                "shares": shares,
                "unpriced": unpriced,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def reject(
        self,
        id: UUID,
        *,
        line: UUID,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Say that a line will not be billed.

        line: The id of the line: reported, submitted or returned, with no open conflict
            (`APPROVAL-LATE-01`).
        reason: Why it will not be billed, in words; not empty (`APPROVAL-REASON-01`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.reject``.
        Refusals: ``APPROVAL-LATE-01``, ``APPROVAL-REASON-01``, ``REPORT-STATUS-01``.

        >>> manager.report.reject(
        ...     job,
        ...     line=stykac,
        ...     reason="odpis: zůstal ve voze",
        ... ).events[0].event
        'line_rejected'
        """
        return self._command(
            "reject",
            _REJECT,
            {
                "line": line,
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def return_(
        self,
        id: UUID,
        *,
        line: UUID,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Give a line back to the technician, who is to mend it.

        line: The id of the line: a reported or submitted one.
        reason: What is to be mended, in words; not empty (`APPROVAL-REASON-01`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.return``.
        Refusals: ``APPROVAL-REASON-01``, ``REPORT-STATUS-01``.

        >>> manager.report.return_(job, line=preklep, reason="to jste nepoužil").events[0].event
        'line_returned'
        """
        return self._command(
            "return",
            _RETURN,
            {
                "line": line,
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def withdraw(
        self,
        id: UUID,
        *,
        line: UUID,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Take a decision back: the line is submitted again. A released line comes back as long as
        no invoice and no hand-over has any of it (`LEDGER-RESERVE-08`).

        line: The id of the approved, rejected or released line.
        reason: Why the decision is taken back, in words; not empty (`APPROVAL-REASON-01`).
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.withdraw``.
        Refusals: ``APPROVAL-REASON-01``, ``LEDGER-RESERVE-08``, ``REPORT-STATUS-01``.

        >>> manager.report.withdraw(job, line=filtr, reason="neplatí").events[0].event
        'approval_withdrawn'
        """
        return self._command(
            "withdraw",
            _WITHDRAW,
            {
                "line": line,
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def resolve(
        self,
        id: UUID,
        *,
        conflict: UUID,
        line: UUID,
        resolution: str,
        accept: bool = False,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """A manager has seen what was reported in conflict with a line and says what counts.

        conflict: The id of the conflict, as the `conflicts` of the line name it
            (`REPORT-RESOLVE-01` where they do not, or where it is resolved).
        line: The id of the line that has the conflict.
        resolution: Why the manager decided so, in words; not empty (`APPROVAL-REASON-01`).
        accept: Whether it is the reported value from now on, and the one before is kept in
            the conflict; an approved or released line takes nothing over
            (`REPORT-RESOLVE-02`). `false` where it is missing.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.resolve``.
        Refusals: ``APPROVAL-REASON-01``, ``REPORT-LINE-04``, ``REPORT-RESOLVE-01``,
            ``REPORT-RESOLVE-02``.

        >>> manager.report.resolve(
        ...     job,
        ...     line=cesta,
        ...     conflict=jina,
        ...     resolution="zbytek zvlášť",
        ... ).events[0].event
        'conflict_resolved'
        """
        return self._command(
            "resolve",
            _RESOLVE,
            {
                "accept": accept,
                "conflict": conflict,
                "line": line,
                "resolution": resolution,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def release(
        self,
        id: UUID,
        *,
        lines: Sequence[UUID] | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Hand approved lines to invoicing; `APPROVAL-RELEASE-01` where there are none.

        lines: The ids of the lines to release; all approved ones that have no open conflict
            where it is missing. An empty list releases nothing, and is refused.
        id: The id of the record.
        expected: The version that was seen: what does not fit what came since is kept as a
            conflict. Left out, nothing is known of what was seen.
        Right: ``report.release``.
        Refusals: ``APPROVAL-LATE-01``, ``APPROVAL-RELEASE-01``, ``REPORT-STATUS-01``.

        >>> manager.report.release(job).events[0].event
        'line_released'
        """
        return self._command(
            "release",
            _RELEASE,
            {
                "lines": lines,
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

        >>> manager.report.get(target).id == target
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
        customer: UUID | None = None,
        done_after: _dt.datetime | None = None,
        done_before: _dt.datetime | None = None,
        pending: bool | None = None,
        statuses: Sequence[StatusLike] = (),
        technician: UUID | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.AT,
    ) -> Page:
        """A page of rows of many records.

        activity: Lines of the activity with this id; of all activities where it is missing.
        customer: Lines of the activities of the customer with this id; of all customers
            where it is missing.
        done_after: Lines whose work was done at this moment or after it; all where it is
            missing. Together with `done_before` it gives the hours of a month.
        done_before: Lines whose work was done before this moment, not at it; all where it
            is missing.
        pending: `true` for lines that wait for a decision of a manager: reported, submitted
            or returned ones, and those with an open conflict. `false` for the others; both
            where it is missing.
        statuses: Lines in one of these statuses; in any where the list is empty.
        technician: Lines that the technician with this id reported; anybody's, also those
            that nobody reported, where it is missing.
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

        >>> page = manager.report.list(limit=10)
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
                    "customer": customer,
                    "done_after": done_after,
                    "done_before": done_before,
                    "pending": pending,
                    "statuses": statuses,
                    "technician": technician,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        customer: UUID | None = None,
        done_after: _dt.datetime | None = None,
        done_before: _dt.datetime | None = None,
        pending: bool | None = None,
        statuses: Sequence[StatusLike] = (),
        technician: UUID | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.AT,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.report.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, customer=customer, done_after=done_after, done_before=done_before, pending=pending, statuses=statuses, technician=technician, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
