"""The room ``job_sheet``.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Union
from uuid import UUID

from .. import _acting as _a, _choice as _k, _personal as _p, _wire as _w
from . import engine as _e
from .common import (
    Address as Address,
    Buyer as Buyer,
    Evidence as Evidence,
    Language as Language,
    LineKind as LineKind,
    Number as Number,
    Profile as Profile,
    Unit as Unit,
)


class Order(_k.Choice):
    """By what the list is ordered."""

    NUMBER = "number"
    """By number."""


OrderLike = Union[Order, Literal["number"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmed(_w.Record):
    """Who confirmed, and when."""

    at: _dt.datetime
    """When."""

    by: UUID
    """Who."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultShown(_w.Record):
    """A fault, as it is shown."""

    cause: str | None = field(default=None, repr=False)
    """What caused it."""

    remedy: str | None = field(default=None, repr=False)
    """What was done about it."""

    symptom: str = field(repr=False)
    """What was seen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LineShown(_w.Record):
    """A line, as it is shown: what was approved, or reported."""

    kind: LineKind
    """What it is about."""

    name: str = field(repr=False)
    """What it is."""

    net: Decimal | None = None
    """Net amount, where the company shows prices (A10)."""

    quantity: Decimal
    """How much."""

    unit: Unit
    """Of what."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine(_w.Record):
    """The machine that was worked on."""

    maker: str = field(repr=False)
    """Who made it."""

    model: str = field(repr=False)
    """Which model."""

    name: str = field(repr=False)
    """As the customer calls it."""

    serial: str = field(repr=False)
    """Its serial number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingShown(_w.Record):
    """A reading, as it is shown."""

    parameter: str = field(repr=False)
    """Which parameter."""

    unit: str = field(repr=False)
    """Of what."""

    value: Decimal
    """What it showed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitShown(_w.Record):
    """A visit, as it is shown."""

    ended: _dt.datetime | None = None
    """When it ended."""

    started: _dt.datetime
    """When work began."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Content(_w.Record):
    """What a job sheet says."""

    activity: str = field(repr=False)
    """The activity's number."""

    customer: _p.Personal[Buyer]
    """For whom."""

    faults: Sequence[FaultShown]
    """What was wrong."""

    language: Language
    """Of the document."""

    lines: Sequence[LineShown]
    """What was done and used."""

    machine: Machine | None = None
    """On what."""

    notes: Sequence[str] = field(repr=False)
    """What else there is to say; internal notes are never here (E65)."""

    readings: Sequence[ReadingShown]
    """What the machine's meters showed."""

    reported_at: _dt.datetime
    """When the customer reported it."""

    seller: Profile
    """Who did the work."""

    site: _p.Personal[Address] | None = None
    """Where, as the customer's; nothing where the activity names no site."""

    technicians: Sequence[_p.Personal[str]]
    """By whom."""

    title: str = field(repr=False)
    """The activity in a line."""

    visits: Sequence[VisitShown]
    """When."""

    zone: str = field(repr=False)
    """Times are shown in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignaturePending(_w.Record):
    """Not yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureSigned(_w.Record):
    """Signed."""

    at: _dt.datetime
    """When."""

    name: _p.Personal[str]
    """Who signed, as printed."""

    picture: _p.Personal[str]
    """Hash of the picture of the signature, the signer's too."""

    reservation: _p.Personal[str] | None = None
    """What the signer does not agree with, in the signer's words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureSignedWithReservation(_w.Record):
    """Signed, but."""

    at: _dt.datetime
    """When."""

    name: _p.Personal[str]
    """Who signed, as printed."""

    picture: _p.Personal[str]
    """Hash of the picture of the signature, the signer's too."""

    reservation: _p.Personal[str] | None = None
    """What the signer does not agree with, in the signer's words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureRefused(_w.Record):
    """Would not sign (E59)."""

    at: _dt.datetime
    """When."""

    reason: _p.Personal[str]
    """Why, in the customer's words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureAbsent(_w.Record):
    """Nobody was there to sign (E59)."""

    at: _dt.datetime
    """When."""

    reason: _p.Personal[str]
    """Who should have been."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Superseded(_w.Record):
    """A version that was replaced: still told apart from the newest by its hash (S61)."""

    content_hash: str = field(repr=False)
    """Of its content."""

    evidence: _p.Personal[str]
    """The same, as long as its bytes are kept."""

    signature: Signature
    """What the customer had done with it."""

    version: int
    """Which."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State(_w.Record):
    """A job sheet."""

    activity: UUID
    """Of which activity."""

    confirmed: Confirmed | None = None
    """Who confirmed it."""

    content: Content
    """What it says."""

    content_hash: str = field(repr=False)
    """SHA-256 of the bytes that say what it says: what the customer signs. They are kept as a blob
    of this name as long as [`evidence`](Self::evidence) names it.
    """

    customer: UUID
    """Whose."""

    equipment: UUID | None = None
    """On what."""

    evidence: _p.Personal[str]
    """The same hash, as long as the bytes are kept: canonical JSON of the content, led by a salt
    without which nobody can guess who is in it. They go when somebody who is named in them is
    forgotten, unless the law keeps the sheet.
    """

    generated_at: _dt.datetime
    """When it was generated."""

    number: Number
    """For people; the same for all versions."""

    signature: Signature
    """What the customer did with it."""

    superseded: Sequence[Superseded]
    """The versions before."""

    version: int
    """The newest version, from 1."""


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

    activity: UUID
    """Of which activity."""

    confirmed: bool
    """Confirmed."""

    id: UUID
    """Which."""

    number: str = field(repr=False)
    """For people."""

    signature: str = field(repr=False)
    """`pending`, `signed`, `signed_with_reservation`, `refused`, `absent`."""

    version: int
    """The newest version."""


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

    activity: UUID | None = None
    """Of this activity."""

    confirmed: bool | None = None
    """Confirmed, or not."""

    customer: UUID | None = None
    """Of this customer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventGenerated(_w.Record):
    """It is ``generated``."""

    activity: UUID

    at: _dt.datetime

    content: Content

    customer: UUID

    equipment: UUID | None = None

    evidence: Evidence

    number: Number


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRegenerated(_w.Record):
    """It is ``regenerated``."""

    at: _dt.datetime

    content: Content

    evidence: Evidence

    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSigned(_w.Record):
    """It is ``signed``."""

    signature: Signature


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSignatureRefused(_w.Record):
    """It is ``signature_refused``."""

    at: _dt.datetime

    reason: _p.Personal[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventSignerAbsent(_w.Record):
    """It is ``signer_absent``."""

    at: _dt.datetime

    reason: _p.Personal[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventConfirmed(_w.Record):
    """It is ``confirmed``."""

    activity: UUID

    confirmed: Confirmed

    language: Language

    number: str = field(repr=False)

    send_to: Sequence[_p.Personal[str]]
    """Where it is mailed to by itself."""

    version: int


Signature = Union[
    SignaturePending,
    SignatureSigned,
    SignatureSignedWithReservation,
    SignatureRefused,
    SignatureAbsent,
]
"""What the customer did with it. Confirmation stands apart from it (S43)."""


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
    Machine,
    _w.Field("maker", _w.JSON),
    _w.Field("model", _w.JSON),
    _w.Field("name", _w.JSON),
    _w.Field("serial", _w.JSON),
)
_w.define(
    ReadingShown,
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
    _w.Field("faults", _w.Items(_w.Rec(FaultShown))),
    _w.Field("language", _w.Word(Language)),
    _w.Field("lines", _w.Items(_w.Rec(LineShown))),
    _w.Field("machine", _w.Rec(Machine), "none"),
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
    _w.Field("confirmed", _w.JSON),
    _w.Field("id", _w.ID),
    _w.Field("number", _w.JSON),
    _w.Field("signature", _w.JSON),
    _w.Field("version", _w.JSON),
)
_w.define(
    Page,
    _w.Field("next", _w.JSON, "none"),
    _w.Field("rows", _w.Items(_w.Rec(Row))),
)
_w.define(
    Filter,
    _w.Field("activity", _w.ID, "none"),
    _w.Field("confirmed", _w.JSON, "none"),
    _w.Field("customer", _w.ID, "none"),
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
_REFUSE = (
    _w.Field("reason", _w.JSON),
)
_ABSENT = (
    _w.Field("reason", _w.JSON),
)
_CONFIRM: tuple[_w.Field, ...] = ()
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


class JobSheetDesk(_a.NounDesk):
    """Commands and questions of the room ``job_sheet``."""

    __slots__ = ()
    _noun = "job_sheet"

    def generate(
        self,
        id: UUID | None = None,
        *,
        activity: UUID,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Generate it from the activity as it stands (S41).

        activity: Of which activity.
        """
        return self._command(
            "generate",
            _GENERATE,
            {
                "activity": activity,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def regenerate(
        self,
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Generate it anew after a correction: another version, unsigned (S61)."""
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
        id: UUID | None = None,
        *,
        content_hash: str,
        name: str,
        picture: str,
        at: _dt.datetime | None = None,
        person: UUID | None = None,
        reservation: str | None = None,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The customer signs (S42).

        content_hash: Hash of what the signer saw.
        name: Who, as printed.
        picture: Hash of the picture of the signature; store the picture first.
        at: When; now where it is missing.
        person: Who signs: the id of one of the customer's contacts, or one under which
            values about the signer are kept already; a new one where it is left out. What
            is kept under one id is forgotten together. One that another record has is
            refused (`RECORD-NEW-02`).
        reservation: What the signer does not agree with (E59).
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

    def refuse(
        self,
        id: UUID | None = None,
        *,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """The customer would not sign.

        reason: Why.
        """
        return self._command(
            "refuse",
            _REFUSE,
            {
                "reason": reason,
            },
            id,
            expected,
            command_id,
            external_ids,
        )

    def absent(
        self,
        id: UUID | None = None,
        *,
        reason: str,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Nobody was there to sign.

        reason: Who should have been.
        """
        return self._command(
            "absent",
            _ABSENT,
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
        id: UUID | None = None,
        *,
        expected: int | None = None,
        command_id: UUID | None = None,
        external_ids: Mapping[str, str] | None = None,
    ) -> _e.Receipt:
        """Confirm it, as an act apart from the signature (S43). It is sent by itself afterwards
        where the company's setting says so (S44).
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
        activity: UUID | None = None,
        confirmed: bool | None = None,
        customer: UUID | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NUMBER,
    ) -> Page:
        """A page of many.

        activity: Of this activity.
        confirmed: Confirmed, or not.
        customer: Of this customer.
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
                    "activity": activity,
                    "confirmed": confirmed,
                    "customer": customer,
                },
            },
            Page,
        )

    def each(
        self,
        *,
        activity: UUID | None = None,
        confirmed: bool | None = None,
        customer: UUID | None = None,
        after: str | None = None,
        descending: bool = False,
        limit: int = 100,
        order: OrderLike = Order.NUMBER,
    ) -> Iterator[Row]:
        """Walk through all pages of ``list``, each read when needed."""
        def _page(_place: Any) -> Page:
            return self.list(activity=activity, confirmed=confirmed, customer=customer, after=_place, descending=descending, limit=limit, order=order)

        for _found in _a.each_page(_page, after):
            yield from _found.rows
