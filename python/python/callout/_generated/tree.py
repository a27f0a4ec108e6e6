"""What ``tree`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Union
from uuid import UUID

from .. import _session as _s, _choice as _k, _wire as _w
from .common import (
    ActivityKind as ActivityKind,
    Address as Address,
    CompanyStatus as CompanyStatus,
    Contact as Contact,
    CustomerKind as CustomerKind,
    CustomerProfile as CustomerProfile,
    Cycle as Cycle,
    DayHours as DayHours,
    Hours as Hours,
    Language as Language,
    Number as Number,
    Paper as Paper,
    Priority as Priority,
    Register as Register,
    Site as Site,
    TimesOfDay as TimesOfDay,
    Weekday as Weekday,
    WorkingTime as WorkingTime,
)


class ActivityStatus(_k.Choice):
    """Where an activity stands. "Scheduled", "partly approved" and "invoiced" are computed from
    visits, report and ledger, and never stored.
    """

    DRAFT = "draft"
    """Being prepared; of the technicians those see it who are on it already."""
    OPEN = "open"
    """To be worked on."""
    DONE = "done"
    """The work is done; approval and billing follow."""
    CLOSED = "closed"
    """Closed: nothing more follows, unless it is reopened."""
    CANCELLED = "cancelled"
    """Given up before anything was reported."""


ActivityStatusLike = Union[ActivityStatus, Literal["draft", "open", "done", "closed", "cancelled"]]


class EquipmentStatus(_k.Choice):
    """Where a piece of equipment stands in its life."""

    IN_USE = "in_use"
    """It is there and may be serviced."""
    SCRAPPED = "scrapped"
    """It is gone; its history stays."""


EquipmentStatusLike = Union[EquipmentStatus, Literal["in_use", "scrapped"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A customer."""

    contacts: Sequence[Contact]
    """The people to talk to, in the order in which they were added."""

    number: Number
    """The number by which people know the customer, `ZK-2026-00017`."""

    profile: CustomerProfile
    """Who the customer is, on documents and to the tax office."""

    sites: Sequence[Site]
    """The places where the customer's equipment stands, in the order in which they were added."""


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
class ActivityRow(_w.Record):
    """What a list shows of one activity."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID
    """The id of the customer for whom the work is done."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    due: _dt.datetime | None = None
    """The moment by which the work is to be over: the deadline, or what the customer wants,
    whichever is sooner. Nothing where neither is said, or the work is over.
    """

    equipment: UUID | None = None
    """The id of the equipment that is worked on; nothing where none was named."""

    equipment_name: str = field(default="", repr=False)
    """The name of that equipment; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    id: UUID
    """The id of the activity, by which commands and other records name it."""

    kind: ActivityKind
    """What sort of work it is: one-off, recurring or under warranty."""

    lead: UUID | None = None
    """The id of the technician of them who leads; nothing where nobody is on it."""

    minutes: int | None = None
    """How long the work is expected to take on site, in minutes; nothing where nobody said."""

    number: str = field(repr=False)
    """The number by which people know it, `SA-2026-00017`."""

    planned: bool = False
    """Whether there is a visit that is planned, under way or done. A cancelled one does not count."""

    priority: Priority = Priority.NORMAL
    """How urgent it is."""

    region: str = field(default="", repr=False)
    """The region in which the work takes place; empty where nobody said."""

    reported_at: _dt.datetime
    """The moment at which the customer reported it."""

    site: UUID | None = None
    """The id of the customer's site where the work takes place; nothing where none was named."""

    site_name: str = field(default="", repr=False)
    """The name of that site; empty where the actor may not read it, or once it was forgotten."""

    status: ActivityStatus
    """The state in which it is, from draft to closed or cancelled."""

    technician_names: Sequence[str] = field(default=(), repr=False)
    """Their names, in the order of the ids; empty for whom the actor may not read, or who was
    forgotten.
    """

    technicians: Sequence[UUID]
    """The ids of the technicians who are on it; empty where nobody is."""

    title: str = field(repr=False)
    """What it is about, in one line; empty once it was forgotten."""

    unresolved: bool = False
    """Whether notes or faults came late that no manager has resolved yet."""

    version: int
    """The version of the activity when the page was read, from 1: a command that changes it gives
    it in `expected`.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EquipmentRow(_w.Record):
    """What a list shows of a piece of equipment."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID
    """The id of the customer who owns it now."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    id: UUID
    """The id of the equipment, by which commands and other records name it."""

    manufacturer: str = field(repr=False)
    """Who made it; empty where nobody knows."""

    model: str = field(repr=False)
    """What the manufacturer calls it; empty where nobody knows."""

    name: str = field(repr=False)
    """The name by which people call it; empty once it was forgotten."""

    number: str = field(repr=False)
    """The number by which people know it, `T-2026-00017`."""

    parent: UUID | None = None
    """The id of the equipment of which it is a component; nothing where it is none."""

    parent_name: str = field(default="", repr=False)
    """The name of that equipment; empty where there is none, the actor may not read it, or it was
    forgotten.
    """

    serial: str = field(repr=False)
    """The manufacturer's number of this piece; empty where nobody knows."""

    site: UUID | None = None
    """The id of the site of the customer on which it stands; nothing where the card names none."""

    site_name: str = field(default="", repr=False)
    """The name of that site; empty where the actor may not read it, or once it was forgotten."""

    status: EquipmentStatus
    """The state in which it is: in use or scrapped."""

    version: int
    """The version of the equipment when the page was read, from 1: a command that changes it gives
    it in `expected`.
    """

    warranty_ends: _dt.date | None = None
    """The last day of its warranty; nothing where there is none or it is unknown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch(_w.Record):
    """A piece of equipment with its activities."""

    activities: Sequence[ActivityRow]
    """The activities on it, in the order of their numbers."""

    equipment: EquipmentRow
    """The equipment, as a list shows it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree(_w.Record):
    """A customer's tree, as far as the role sees it."""

    customer: View
    """The customer whose tree it is, with its whole state."""

    cut: bool
    """Whether there are more than 1,000 activities or pieces of equipment: the rest is read by
    lists.
    """

    equipment: Sequence[Branch]
    """Each piece of equipment of the customer with its activities, in the order of their numbers."""

    without_equipment: Sequence[ActivityRow]
    """The activities that are on no equipment, or on some that is not among these, in the order of
    their numbers.
    """


_w.define(
    State,
    _w.Field("contacts", _w.Items(_w.Rec(Contact))),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("profile", _w.Rec(CustomerProfile)),
    _w.Field("sites", _w.Items(_w.Rec(Site))),
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
    ActivityRow,
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("due", _w.INSTANT, "none"),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("equipment_name", _w.JSON, "empty"),
    _w.Field("id", _w.ID),
    _w.Field("kind", _w.Word(ActivityKind)),
    _w.Field("lead", _w.ID, "none"),
    _w.Field("minutes", _w.JSON, "none"),
    _w.Field("number", _w.JSON),
    _w.Field("planned", _w.JSON, "none"),
    _w.Field("priority", _w.Word(Priority), "none"),
    _w.Field("region", _w.JSON, "empty"),
    _w.Field("reported_at", _w.INSTANT),
    _w.Field("site", _w.ID, "none"),
    _w.Field("site_name", _w.JSON, "empty"),
    _w.Field("status", _w.Word(ActivityStatus)),
    _w.Field("technician_names", _w.Items(_w.JSON), "empty"),
    _w.Field("technicians", _w.Items(_w.ID)),
    _w.Field("title", _w.JSON),
    _w.Field("unresolved", _w.JSON, "none"),
    _w.Field("version", _w.JSON),
)
_w.define(
    EquipmentRow,
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("id", _w.ID),
    _w.Field("manufacturer", _w.JSON),
    _w.Field("model", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("number", _w.JSON),
    _w.Field("parent", _w.ID, "none"),
    _w.Field("parent_name", _w.JSON, "empty"),
    _w.Field("serial", _w.JSON),
    _w.Field("site", _w.ID, "none"),
    _w.Field("site_name", _w.JSON, "empty"),
    _w.Field("status", _w.Word(EquipmentStatus)),
    _w.Field("version", _w.JSON),
    _w.Field("warranty_ends", _w.DATE, "none"),
)
_w.define(
    Branch,
    _w.Field("activities", _w.Items(_w.Rec(ActivityRow))),
    _w.Field("equipment", _w.Rec(EquipmentRow)),
)
_w.define(
    Tree,
    _w.Field("customer", _w.Rec(View)),
    _w.Field("cut", _w.JSON),
    _w.Field("equipment", _w.Items(_w.Rec(Branch))),
    _w.Field("without_equipment", _w.Items(_w.Rec(ActivityRow))),
)


_ASK_GET = (
    _w.Field("customer", _w.ID),
)


class TreeCommands(_s.NounCommands):
    """Commands and queries of ``tree``."""

    __slots__ = ()
    _noun = "tree"

    def get(
        self,
        *,
        customer: UUID,
    ) -> Tree:
        """Whose tree is asked for?

        customer: The id of the customer; `RECORD-FIND-01` where there is none such.

        >>> found = manager.activity.get(target)
        >>> tree = manager.tree.get(customer=found.state.customer)
        >>> tree.customer.id == found.state.customer
        True
        """
        return self._query(
            None,
            _ASK_GET,
            {
                "customer": customer,
            },
            Tree,
        )
