"""What ``job_sheet`` is made of.

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
from .common import (
    Address as Address,
    Buyer as Buyer,
    Counted as Counted,
    Evidence as Evidence,
    Language as Language,
    LineKind as LineKind,
    Number as Number,
    Profile as Profile,
    Unit as Unit,
)


class Status(_k.Choice):
    """Where the newest version of a job sheet stands."""

    PENDING = "pending"
    """Nobody has signed, refused or been found absent yet."""
    SIGNED = "signed"
    """The customer signed, with a reservation or without."""
    REFUSED = "refused"
    """The customer would not sign."""
    ABSENT = "absent"
    """Nobody was there to sign."""
    CONFIRMED = "confirmed"
    """It was confirmed, as an act apart from the signature."""


StatusLike = Union[Status, Literal["pending", "signed", "refused", "absent", "confirmed"]]


class Order(_k.Choice):
    """By what a list of job sheets is ordered; equal ones by their ids."""

    NUMBER = "number"
    """By the number as text, `ZL-2026-00017`."""


OrderLike = Union[Order, Literal["number"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmed(_w.Record):
    """Who confirmed a version, and when."""

    at: _dt.datetime
    """The moment at which it was confirmed."""

    by: UUID
    """The id of the person who confirmed it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EquipmentDetails(_w.Record):
    """The equipment that was worked on, as its card says."""

    manufacturer: str = field(repr=False)
    """Who made it; empty where nobody knows."""

    model: str = field(repr=False)
    """What the manufacturer calls it; empty where nobody knows."""

    name: str = field(repr=False)
    """The name by which people call it; empty once it was forgotten."""

    serial: str = field(repr=False)
    """The manufacturer's number of this piece; empty where nobody knows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultShown(_w.Record):
    """A fault, as a job sheet shows it."""

    cause: str | None = field(default=None, repr=False)
    """What caused it; nothing where nobody said."""

    remedy: str | None = field(default=None, repr=False)
    """What was done about it; nothing where nobody said."""

    symptom: str = field(repr=False)
    """What the customer saw."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LineShown(_w.Record):
    """A line, as a job sheet shows it: with what was approved, or else reported."""

    kind: LineKind
    """What sort of line it is: part, material, labour, travel, kilometres or fee."""

    name: str = field(repr=False)
    """The name as it is printed."""

    net: Decimal | None = None
    """Net amount, as the invoice prices it: zero where the warranty bears the line. Nothing where
    the company shows no prices on job sheets (A10), where no price list gives one, and for
    those who see no prices.
    """

    quantity: Decimal
    """The quantity that was approved, or else reported, in the unit; above zero."""

    unit: Unit
    """The unit of the quantity."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingShown(_w.Record):
    """A reading of the equipment, as a job sheet shows it."""

    label: str = field(default="", repr=False)
    """What the sheet prints for it, as the type of the equipment calls it: `Provozní hodiny`.
    Missing where no type names it, and the parameter itself is printed.
    """

    parameter: str = field(repr=False)
    """The name of the parameter: `operating_hours`."""

    unit: str = field(repr=False)
    """The unit of the value, as it was said: `h`, `bar`, `°C`."""

    value: Decimal
    """What the meter showed, in the unit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitShown(_w.Record):
    """A visit on which there was work, as a job sheet shows it."""

    ended: _dt.datetime | None = None
    """The moment at which the visit was over; nothing while something is still to come of it."""

    started: _dt.datetime
    """The moment at which work first began."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Content(_w.Record):
    """What a job sheet says: all that the customer signs."""

    activity: str = field(repr=False)
    """The number of the activity, as people know it, `SA-2026-00017`."""

    customer: _p.Personal[Buyer]
    """The customer for whom it was done; erased with him where no law keeps it."""

    equipment: EquipmentDetails | None = None
    """The equipment that was worked on; nothing where the activity names none."""

    faults: Sequence[FaultShown]
    """What was wrong, without what was told late."""

    language: Language
    """The language in which it is written."""

    lines: Sequence[LineShown]
    """What was done and used: reported lines of more than nothing that are not rejected."""

    notes: Sequence[str] = field(repr=False)
    """What else there is to say; internal notes are never here."""

    readings: Sequence[ReadingShown]
    """What the equipment's meters showed, in order of time."""

    reported_at: _dt.datetime
    """The moment at which the customer reported it."""

    seller: Profile
    """The company that did the work, as on documents."""

    site: _p.Personal[Address] | None = None
    """The address at which the work was done, kept as the customer's; nothing where the activity
    names no site.
    """

    technicians: Sequence[_p.Personal[str]]
    """The names of the technicians who are on the activity."""

    title: str = field(repr=False)
    """What the activity is about, in one line."""

    visits: Sequence[VisitShown]
    """The visits on which there was work, by when they were planned to begin."""

    zone: str = field(repr=False)
    """The company's zone, in which times are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignaturePending(_w.Record):
    """Nobody has signed, refused or been found absent yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureSigned(_w.Record):
    """The customer signed without a reservation."""

    at: _dt.datetime
    """The moment at which it was signed."""

    name: _p.Personal[str]
    """The signer's name, as printed below the signature."""

    picture: _p.Personal[str]
    """Hash of the picture of the signature, under which its bytes are kept; the signer's too."""

    reservation: _p.Personal[str] | None = None
    """What the signer does not agree with, in the signer's words; nothing for a signature without
    reservation.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureSignedWithReservation(_w.Record):
    """The customer signed and said what he does not agree with."""

    at: _dt.datetime
    """The moment at which it was signed."""

    name: _p.Personal[str]
    """The signer's name, as printed below the signature."""

    picture: _p.Personal[str]
    """Hash of the picture of the signature, under which its bytes are kept; the signer's too."""

    reservation: _p.Personal[str] | None = None
    """What the signer does not agree with, in the signer's words; nothing for a signature without
    reservation.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureRefused(_w.Record):
    """The customer would not sign."""

    at: _dt.datetime
    """The moment at which that was recorded."""

    reason: _p.Personal[str]
    """Why not, in words; it is kept as a value about the customer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureAbsent(_w.Record):
    """Nobody was there to sign."""

    at: _dt.datetime
    """The moment at which that was recorded."""

    reason: _p.Personal[str]
    """Why nobody signed and who should have, in words; it is kept as a value about the customer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Superseded(_w.Record):
    """A version that was replaced: still told apart from the newest by its hash."""

    content_hash: str = field(repr=False)
    """SHA-256 of the bytes that say what that version says."""

    evidence: _p.Personal[str]
    """The same hash, as long as the bytes are kept; erased with a person who is named in them."""

    signature: Signature
    """What the customer did with that version."""

    version: int
    """The number of the version, from 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A job sheet, with its newest version."""

    activity: UUID
    """The id of the activity of which it was made."""

    confirmed: Confirmed | None = None
    """Who confirmed the newest version, and when; nothing as long as nobody has."""

    content: Content
    """What the newest version says, frozen when it was generated."""

    content_hash: str = field(repr=False)
    """SHA-256 of the bytes that say what it says: what the customer signs. They are kept as a blob
    of this name as long as [`evidence`](Self::evidence) names it.
    """

    customer: UUID
    """The id of the customer for whom the work was done."""

    equipment: UUID | None = None
    """The id of the equipment that was worked on; nothing where the activity named none."""

    evidence: _p.Personal[str]
    """The same hash, as long as the bytes are kept: canonical JSON of the content, led by a salt
    without which nobody can guess who is in it. They go when somebody who is named in them is
    forgotten, unless the law keeps the sheet.
    """

    generated_at: _dt.datetime
    """The moment at which the newest version was generated."""

    number: Number
    """The number by which people know it, `ZL-2026-00017`; the same for all versions."""

    signature: Signature
    """What the customer did with the newest version."""

    superseded: Sequence[Superseded]
    """The versions before it, oldest first."""

    version: int
    """The number of the newest version, from 1."""


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
    """What a list shows of a job sheet."""

    activity: UUID
    """The id of the activity of which it was made."""

    activity_number: str = field(default="", repr=False)
    """The number of that activity, `SA-2026-00017`; empty where the actor may not read it."""

    available_verbs: Sequence[str] = field(default=(), repr=False)
    """The commands that may be asked of it next: what its own state allows, as far as the actor's
    role may. Missing where nothing may be asked.
    """

    customer: UUID
    """The id of the customer whose activity that is."""

    customer_name: str = field(default="", repr=False)
    """The name of that customer; empty where the actor may not read it, or once it was forgotten."""

    id: UUID
    """The job sheet's id."""

    number: str = field(repr=False)
    """The number by which people know it, `ZL-2026-00017`; the same for all its versions."""

    sheet_version: int
    """The newest version of the sheet, from 1; what the row says is about this one."""

    signature: str = field(repr=False)
    """What the customer did with the newest version: `pending`, `signed`,
    `signed_with_reservation`, `refused` or `absent`.
    """

    status: Status
    """Where the newest version stands: pending, signed, refused, absent or confirmed."""

    version: int
    """The version of the record when the page was read, from 1: a command that changes it gives it
    in `expected`.
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
    """By what a list of job sheets is narrowed: all that is said must hold, and nothing said is
    all.
    """

    activity: UUID | None = None
    """Job sheets of the activity with this id; of all activities where it is missing."""

    customer: UUID | None = None
    """Job sheets of the customer with this id; of all customers where it is missing."""

    statuses: Sequence[Status] = ()
    """Job sheets whose newest version is in one of these states; in any where the list is empty.
    All but `confirmed` are those that wait for somebody.
    """

    technician: UUID | None = None
    """Job sheets of activities on which the technician with this id is now; of all where it is
    missing.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class EventGenerated(_w.Record):
    """The job sheet was generated from its activity as it stood."""

    activity: UUID
    """The id of the activity of which it was made."""

    at: _dt.datetime
    """The moment at which the first version was generated."""

    content: Content
    """What the first version says, frozen when it was generated."""

    customer: UUID
    """The id of the customer for whom the work was done."""

    equipment: UUID | None = None
    """The id of the equipment that was worked on; nothing where the activity named none."""

    evidence: Evidence
    """The hash of the bytes that say what the version says: what the customer signs, and the name
    under which the bytes are kept.
    """

    number: Number
    """The number by which people know it, `ZL-2026-00017`; the same for all versions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRegenerated(_w.Record):
    """The job sheet was generated anew after a correction: another version, unsigned."""

    at: _dt.datetime
    """The moment at which the new version was generated."""

    content: Content
    """What the new version says, frozen when it was generated."""

    customer: UUID
    """The id of the customer whose activity it is by then."""

    equipment: UUID | None = None
    """The id of the equipment that the activity names by then; nothing where it names none."""

    evidence: Evidence
    """The hash of the bytes that say what the version says: what the customer signs, and the name
    under which the bytes are kept.
    """

    version: int
    """The number of the new version, from 2."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSigned(_w.Record):
    """The customer signed the newest version."""

    signature: Signature
    """The signature, without or with a reservation: who signed, when, and the hash of its picture."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSignatureRefused(_w.Record):
    """The customer would not sign the newest version."""

    at: _dt.datetime
    """The moment at which the refusal was recorded."""

    reason: _p.Personal[str]
    """Why not, in words; it is kept as a value about the customer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSignerAbsent(_w.Record):
    """Nobody was there to sign the newest version."""

    at: _dt.datetime
    """The moment at which the absence was recorded."""

    reason: _p.Personal[str]
    """Why nobody signed and who should have, in words; it is kept as a value about the customer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConfirmed(_w.Record):
    """The newest version was confirmed, as an act apart from the signature."""

    activity: UUID
    """The id of the activity of which it was made."""

    confirmed: Confirmed
    """Who confirmed the newest version, and when."""

    language: Language
    """The language in which the job sheet is written, and that of the mail that brings it."""

    number: str = field(repr=False)
    """The number by which people know the job sheet, `ZL-2026-00017`."""

    send_to: Sequence[_p.Personal[str]]
    """The addresses to which it is mailed by itself, each the person's who has it; empty where the
    company's setting says no, and where the customer has none.
    """

    version: int
    """The number of the version that was confirmed, from 1."""


Signature = Union[
    SignaturePending,
    SignatureSigned,
    SignatureSignedWithReservation,
    SignatureRefused,
    SignatureAbsent,
]
"""What the customer did with a version. Confirmation stands apart from it."""


Event = Union[
    EventGenerated,
    EventRegenerated,
    EventSigned,
    EventSignatureRefused,
    EventSignerAbsent,
    EventConfirmed,
]
"""What happened to a job sheet."""


_w.define(
    Confirmed,
    _w.Field("at", _w.INSTANT),
    _w.Field("by", _w.ID),
)
_w.define(
    EquipmentDetails,
    _w.Field("manufacturer", _w.JSON),
    _w.Field("model", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("serial", _w.JSON),
)
_w.define(
    FaultShown,
    _w.Field("cause", _w.JSON, "none"),
    _w.Field("remedy", _w.JSON, "none"),
    _w.Field("symptom", _w.JSON),
)
_w.define(
    LineShown,
    _w.Field("kind", _w.Word(LineKind)),
    _w.Field("name", _w.JSON),
    _w.Field("net", _w.AMOUNT, "none"),
    _w.Field("quantity", _w.AMOUNT),
    _w.Field("unit", _w.Word(Unit)),
)
_w.define(
    ReadingShown,
    _w.Field("label", _w.JSON, "empty"),
    _w.Field("parameter", _w.JSON),
    _w.Field("unit", _w.JSON),
    _w.Field("value", _w.AMOUNT),
)
_w.define(
    VisitShown,
    _w.Field("ended", _w.INSTANT, "none"),
    _w.Field("started", _w.INSTANT),
)
_w.define(
    Content,
    _w.Field("activity", _w.JSON),
    _w.Field("customer", _w.Person(_w.Rec(Buyer))),
    _w.Field("equipment", _w.Rec(EquipmentDetails), "none"),
    _w.Field("faults", _w.Items(_w.Rec(FaultShown))),
    _w.Field("language", _w.Word(Language)),
    _w.Field("lines", _w.Items(_w.Rec(LineShown))),
    _w.Field("notes", _w.Items(_w.JSON)),
    _w.Field("readings", _w.Items(_w.Rec(ReadingShown))),
    _w.Field("reported_at", _w.INSTANT),
    _w.Field("seller", _w.Rec(Profile)),
    _w.Field("site", _w.Person(_w.Rec(Address)), "none"),
    _w.Field("technicians", _w.Items(_w.Person(_w.JSON))),
    _w.Field("title", _w.JSON),
    _w.Field("visits", _w.Items(_w.Rec(VisitShown))),
    _w.Field("zone", _w.JSON),
)
_w.define(
    SignatureSigned,
    _w.Field("at", _w.INSTANT),
    _w.Field("name", _w.Person(_w.JSON)),
    _w.Field("picture", _w.Person(_w.JSON)),
    _w.Field("reservation", _w.Person(_w.JSON), "none"),
)
_w.define(
    SignatureSignedWithReservation,
    _w.Field("at", _w.INSTANT),
    _w.Field("name", _w.Person(_w.JSON)),
    _w.Field("picture", _w.Person(_w.JSON)),
    _w.Field("reservation", _w.Person(_w.JSON), "none"),
)
_w.define(
    SignatureRefused,
    _w.Field("at", _w.INSTANT),
    _w.Field("reason", _w.Person(_w.JSON)),
)
_w.define(
    SignatureAbsent,
    _w.Field("at", _w.INSTANT),
    _w.Field("reason", _w.Person(_w.JSON)),
)
_signature = _w.Tagged(
    _w.Variant("pending", SignaturePending, "word"),
    _w.Variant("signed", SignatureSigned),
    _w.Variant("signed_with_reservation", SignatureSignedWithReservation),
    _w.Variant("refused", SignatureRefused),
    _w.Variant("absent", SignatureAbsent),
)
_w.define(
    Superseded,
    _w.Field("content_hash", _w.JSON),
    _w.Field("evidence", _w.Person(_w.JSON)),
    _w.Field("signature", _w.Later(lambda: _signature)),
    _w.Field("version", _w.JSON),
)
_w.define(
    State,
    _w.Field("activity", _w.ID),
    _w.Field("confirmed", _w.Rec(Confirmed), "none"),
    _w.Field("content", _w.Rec(Content)),
    _w.Field("content_hash", _w.JSON),
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("evidence", _w.Person(_w.JSON)),
    _w.Field("generated_at", _w.INSTANT),
    _w.Field("number", _w.Rec(Number)),
    _w.Field("signature", _w.Later(lambda: _signature)),
    _w.Field("superseded", _w.Items(_w.Rec(Superseded))),
    _w.Field("version", _w.JSON),
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
    _w.Field("available_verbs", _w.Items(_w.JSON), "empty"),
    _w.Field("customer", _w.ID),
    _w.Field("customer_name", _w.JSON, "empty"),
    _w.Field("id", _w.ID),
    _w.Field("number", _w.JSON),
    _w.Field("sheet_version", _w.JSON),
    _w.Field("signature", _w.JSON),
    _w.Field("status", _w.Word(Status)),
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
    _w.Field("customer", _w.ID, "none"),
    _w.Field("statuses", _w.Items(_w.Word(Status)), "empty"),
    _w.Field("technician", _w.ID, "none"),
)
_w.define(
    EventGenerated,
    _w.Field("activity", _w.ID),
    _w.Field("at", _w.INSTANT),
    _w.Field("content", _w.Rec(Content)),
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("evidence", _w.Rec(Evidence)),
    _w.Field("number", _w.Rec(Number)),
)
_w.define(
    EventRegenerated,
    _w.Field("at", _w.INSTANT),
    _w.Field("content", _w.Rec(Content)),
    _w.Field("customer", _w.ID),
    _w.Field("equipment", _w.ID, "none"),
    _w.Field("evidence", _w.Rec(Evidence)),
    _w.Field("version", _w.JSON),
)
_w.define(
    EventSigned,
    _w.Field("signature", _w.Later(lambda: _signature)),
)
_w.define(
    EventSignatureRefused,
    _w.Field("at", _w.INSTANT),
    _w.Field("reason", _w.Person(_w.JSON)),
)
_w.define(
    EventSignerAbsent,
    _w.Field("at", _w.INSTANT),
    _w.Field("reason", _w.Person(_w.JSON)),
)
_w.define(
    EventConfirmed,
    _w.Field("activity", _w.ID),
    _w.Field("confirmed", _w.Rec(Confirmed)),
    _w.Field("language", _w.Word(Language)),
    _w.Field("number", _w.JSON),
    _w.Field("send_to", _w.Items(_w.Person(_w.JSON))),
    _w.Field("version", _w.JSON),
)
_event = _w.Tagged(
    _w.Variant("generated", EventGenerated),
    _w.Variant("regenerated", EventRegenerated),
    _w.Variant("signed", EventSigned),
    _w.Variant("signature_refused", EventSignatureRefused),
    _w.Variant("signer_absent", EventSignerAbsent),
    _w.Variant("confirmed", EventConfirmed),
)


def read_event(body: Any) -> Event:
    """Read the ``body`` of a change of this noun."""
    event: Event = _w.Later(lambda: _event).read(body)
    return event


_GENERATE = (
    _w.Field("activity", _w.ID),
)
_REGENERATE: tuple[_w.Field, ...] = ()
_SIGN = (
    _w.Field("at", _w.INSTANT, "none"),
    _w.Field("content_hash", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("person", _w.ID, "none"),
    _w.Field("picture", _w.JSON),
    _w.Field("reservation", _w.JSON, "none"),
)
_RECORD_REFUSAL = (
    _w.Field("reason", _w.JSON),
)
_RECORD_ABSENCE = (
    _w.Field("reason", _w.JSON),
)
_CONFIRM: tuple[_w.Field, ...] = ()
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


class JobSheetCommands(_s.NounCommands):
    """Commands and queries of ``job_sheet``."""

    __slots__ = ()
    _noun = "job_sheet"

    def generate(
        self,
        *,
        activity: UUID,
        id: UUID | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Generate it from the activity as it stands. Something must be reported
        (`JOBSHEET-GENERATE-02`), and no other sheet of the activity say the same (`-03`).

        activity: The id of the activity; `JOBSHEET-GENERATE-01` where there is none such.
        id: The id that the record gets; one is drawn where it is missing.
        Right: ``job_sheet.generate``.
        Refusals: ``JOBSHEET-GENERATE-01``, ``JOBSHEET-GENERATE-02``,
            ``JOBSHEET-GENERATE-03``.

        >>> technician.job_sheet.generate(activity=job).events[0].event
        'generated'
        """
        return self._command(
            "generate",
            _GENERATE,
            {
                "activity": activity,
            },
            id,
            None,
            command_id,
            external_ids,
        )

    def regenerate(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Generate it anew after a correction: another version, unsigned.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``job_sheet.regenerate``.
        Refusals: ``JOBSHEET-GENERATE-02``, ``JOBSHEET-GENERATE-03``.

        >>> seen = technician.job_sheet.get(the_list)
        >>> technician.job_sheet.regenerate(the_list, expected=seen.version).events[0].event
        'regenerated'
        """
        return self._command(
            "regenerate",
            _REGENERATE,
            {},
            id,
            expected,
            command_id,
            external_ids,
        )

    def sign(
        self,
        id: UUID,
        *,
        content_hash: str,
        name: str,
        picture: str,
        expected: int,
        at: _dt.datetime | None = None,
        person: UUID | None = None,
        reservation: str | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The customer signs.

        content_hash: Hash of what the signer saw: the state's `content_hash` when the sheet
            was shown. Another one is a conflict (`JOBSHEET-SIGN-02`).
        name: The signer's name, as printed below the signature; not empty
            (`JOBSHEET-SIGN-04`).
        picture: Hash of the picture of the signature, whose bytes have been put as a blob
            (`JOBSHEET-SIGN-05` otherwise): a PNG or JPEG that can be printed and stands
            upright (`-08`), and shows something (`-09`).
        at: The moment at which it was signed: after the version was generated and not still
            to come (`JOBSHEET-SIGN-06`). Now where it is missing.
        person: Who signs: the id of one of the customer's contacts, or one under which
            values about the signer are kept already; a new one where it is left out. What
            is kept under one id is forgotten together. One that another record has is
            refused (`RECORD-NEW-02`).
        reservation: What the signer does not agree with, in the signer's words; no
            reservation where it is missing.
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``job_sheet.sign``.
        Refusals: ``JOBSHEET-SIGN-01``, ``JOBSHEET-SIGN-02``, ``JOBSHEET-SIGN-03``,
            ``JOBSHEET-SIGN-04``, ``JOBSHEET-SIGN-05``, ``JOBSHEET-SIGN-06``,
            ``JOBSHEET-SIGN-07``, ``JOBSHEET-SIGN-08``, ``JOBSHEET-SIGN-09``,
            ``RECORD-NEW-02``.

        >>> seen = technician.job_sheet.get(the_list)
        >>> technician.job_sheet.sign(
        ...     the_list,
        ...     name="Petr Kos",
        ...     person=contact,
        ...     picture=podpis,
        ...     content_hash=videl,
        ...     expected=seen.version,
        ... ).events[0].event
        'signed'
        """
        return self._command(
            "sign",
            _SIGN,
            {
                "at": at,
                "content_hash": content_hash,
                "name": name,
                "person": person,
                "picture": picture,
                "reservation": reservation,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def record_refusal(
        self,
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The customer would not sign.

        reason: Why not, in words; not empty (`JOBSHEET-SIGN-07`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``job_sheet.record_refusal``.
        Refusals: ``JOBSHEET-CUSTOMER-01``, ``JOBSHEET-SIGN-01``, ``JOBSHEET-SIGN-07``.

        >>> seen = technician.job_sheet.get(the_list)
        >>> technician.job_sheet.record_refusal(
        ...     the_list,
        ...     reason="až po obědě",
        ...     expected=seen.version,
        ... ).events[0].event
        'signature_refused'
        """
        return self._command(
            "record_refusal",
            _RECORD_REFUSAL,
            {
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def record_absence(
        self,
        id: UUID,
        *,
        reason: str,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Nobody was there to sign.

        reason: Why nobody signed and who should have, in words; not empty
            (`JOBSHEET-SIGN-07`).
        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``job_sheet.record_absence``.
        Refusals: ``JOBSHEET-CUSTOMER-01``, ``JOBSHEET-SIGN-01``, ``JOBSHEET-SIGN-07``.

        >>> seen = technician.job_sheet.get(the_list)
        >>> technician.job_sheet.record_absence(
        ...     the_list,
        ...     reason="mistr odjel na oběd",
        ...     expected=seen.version,
        ... ).events[0].event
        'signer_absent'
        """
        return self._command(
            "record_absence",
            _RECORD_ABSENCE,
            {
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def confirm(
        self,
        id: UUID,
        *,
        expected: int,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Confirm it, as an act apart from the signature. It is sent by itself afterwards where
        the company's setting says so.

        id: The id of the record.
        expected: The version that was seen; `RECORD-VERSION-01` where there is a newer one.
        Right: ``job_sheet.confirm``.
        Refusals: ``JOBSHEET-CONFIRM-01``, ``JOBSHEET-CONFIRM-02``,
            ``JOBSHEET-CUSTOMER-01``.

        >>> seen = technician.job_sheet.get(the_list)
        >>> technician.job_sheet.confirm(the_list, expected=seen.version).events[0].event
        'confirmed'
        """
        return self._command(
            "confirm",
            _CONFIRM,
            {},
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

        >>> manager.job_sheet.get(target).id == target
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
        statuses: Sequence[StatusLike] = (),
        technician: UUID | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Page:
        """A page of rows of many records.

        activity: Job sheets of the activity with this id; of all activities where it is
            missing.
        customer: Job sheets of the customer with this id; of all customers where it is
            missing.
        statuses: Job sheets whose newest version is in one of these states; in any where
            the list is empty. All but `confirmed` are those that wait for somebody.
        technician: Job sheets of activities on which the technician with this id is now; of
            all where it is missing.
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

        >>> page = manager.job_sheet.list(limit=10)
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
        statuses: Sequence[StatusLike] = (),
        technician: UUID | None = None,
        after: str | None = None,
        count_up_to: int | None = None,
        descending: bool = False,
        limit: int = 100,
        names: bool = True,
        order: OrderLike = Order.NUMBER,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed.

        >>> rows = list(manager.job_sheet.each())
        """
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, customer=customer, statuses=statuses, technician=technician, after=_place, count_up_to=count_up_to, descending=descending, limit=limit, names=names, order=order)

        for _found in _s.each_page(_page, after):
            yield from _found.rows
