"""What ``toolbox`` is made of.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Union

from .. import _choice as _k, _wire as _w
from .common import (
    Mailbox as Mailbox,
)


class Place(_k.Choice):
    """Where in the message something was read."""

    TEXT = "text"
    """In what the sender wrote."""
    FORWARDED = "forwarded"
    """In a message that was forwarded, in the text or as an attachment."""
    SUBJECT = "subject"
    """In the subject of the message."""
    HEADER = "header"
    """In the headers of the message."""


PlaceLike = Union[Place, Literal["text", "forwarded", "subject", "header"]]


class SenderLanguage(_k.Choice):
    """The language of the sender."""

    CS = "cs"
    """The sender wrote in Czech."""
    SK = "sk"
    """The sender wrote in Slovak."""
    DE = "de"
    """The sender wrote in German."""
    EN = "en"
    """The sender wrote in English."""


SenderLanguageLike = Union[SenderLanguage, Literal["cs", "sk", "de", "en"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment(_w.Record):
    """A file that came with a message."""

    bytes: str = field(repr=False)
    """The content, transfer encoding undone."""

    content_id: str | None = field(default=None, repr=False)
    """Content-ID without its angle brackets."""

    inline: bool
    """Shown inside the text (a logo in a signature), not sent as a file of its own."""

    media_type: str = field(repr=False)
    """`image/jpeg`, in lower case."""

    name: str | None = field(default=None, repr=False)
    """File name as the sender gave it, decoded, and made harmless: without folders, without
    control characters and such that turn the direction of writing, `_` before a name that
    Windows keeps for a device and in place of letters that it does not take, at most 255 bytes.
    `None` where nothing is left. Names from elsewhere than the reader of messages may be as
    they came.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadMail(_w.Record):
    """A message, read."""

    attachments: Sequence[Attachment]
    """The files that came with the mail, in their order; empty where it has none."""

    automatic: bool
    """A machine wrote it: do not answer by machine. So say Auto-Submitted (RFC 3834), reports on
    delivery and reading (RFC 6522, RFC 8098), `Precedence: bulk` and what older machines write.
    """

    cc: Sequence[Mailbox]
    """Who got a copy of the mail; empty where nobody did."""

    date: str | None = field(default=None, repr=False)
    """When it says that it was sent."""

    from_: Sequence[Mailbox]
    """Who wrote the mail: name and address of each author. Empty where it names none."""

    important: bool
    """The sender marked it as important (Importance, X-Priority)."""

    in_reply_to: str | None = field(default=None, repr=False)
    """The Message-ID of the message that this one answers; nothing where it answers none."""

    lost: Sequence[str] = field(repr=False)
    """What of it was lost, in English, for the log: left unread, cut or left out. Empty where all
    that it says was read. What was lost of a message inside it stands with that message.
    """

    message_id: str | None = field(default=None, repr=False)
    """Message-ID without its angle brackets; `None` when the sender gave none."""

    nested: Sequence[ReadMail]
    """Messages inside this one (message/rfc822), as forwarding "as attachment" does."""

    others: Sequence[Mailbox]
    """Who else stands in its headers: who sent it for its author (Sender), got a hidden copy (Bcc)
    or sent it on, and to whom (Resent-From, Resent-To and their kin; RFC 5322, 3.6.6).
    """

    references: Sequence[str] = field(repr=False)
    """The Message-IDs of the thread before it, oldest first; empty where it begins one."""

    reply_to: Sequence[Mailbox]
    """Who wants the answer, if somebody else; empty where that is who wrote it."""

    subject: str = field(repr=False)
    """Subject, decoded; empty when there is none."""

    text: str = field(repr=False)
    """The text; made from HTML where there is no plain text."""

    to: Sequence[Mailbox]
    """Who the mail was sent to; empty where it names nobody."""

    warnings: Sequence[str] = field(repr=False)
    """What was odd, in English, for the log, and lost nothing: a missing Message-ID, a wrong
    charset, what was guessed.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnAddresses(_w.Record):
    """Our own data: what must never be taken for the customer's."""

    addresses: Sequence[str] = field(default=(), repr=False)
    """The e-mail addresses that are ours outside our domains; none where it is missing."""

    domains: Sequence[str] = field(default=(), repr=False)
    """The mail domains that are ours; their subdomains belong to us too. None where it is missing."""

    names: Sequence[str] = field(default=(), repr=False)
    """The names that are ours, with or without legal form; none where it is missing."""

    phones: Sequence[str] = field(default=(), repr=False)
    """The telephone numbers that are ours, in E.164: `+420700000111`; none where it is missing."""

    registration_numbers: Sequence[str] = field(default=(), repr=False)
    """The company numbers (IČO) that are ours, with or without spaces; none where it is missing."""

    vat_ids: Sequence[str] = field(default=(), repr=False)
    """The VAT ids that are ours: `CZ59610000`; none where it is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactEvidence(_w.Record):
    """The words that a fact was read from."""

    line: int
    """The number of the line in that part, from 1."""

    place: Place
    """The part of the message in which the line stands."""

    quote: str = field(repr=False)
    """The line, cut to 200 characters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found(_w.Record):
    """One fact."""

    evidence: FactEvidence
    """Where in the message the value stands, with the line that was read."""

    value: str = field(repr=False)
    """The value in its normal form: `59610000`, `+420700000111`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EnquiryFacts(_w.Record):
    """What an enquiry says. In every list the likeliest stands first."""

    addresses: Sequence[Found]
    """Postal addresses as written, on one line."""

    companies: Sequence[Found]
    """The names of the companies that the message names, as they are written."""

    contact: Found | None = None
    """The person named in a signature or in a field "contact"; nothing where none is."""

    doubts: Sequence[str] = field(repr=False)
    """What looked like a fact and failed its check, in English."""

    emails: Sequence[Found]
    """The e-mail addresses that stand in the text."""

    language: SenderLanguage | None = None
    """The language of the sender; nothing where none is clear."""

    original_sender: Mailbox | None = None
    """Who wrote what was forwarded; nothing where nothing was, or nobody is named."""

    phones: Sequence[Found]
    """The telephone numbers in E.164, `+420700000111`, without fax."""

    registration_numbers: Sequence[Found]
    """Company numbers (IČO) with a sound check digit."""

    respond_to: Mailbox | None = None
    """Whom to answer: never a machine or ourselves where a person is named. Nothing where no
    address is.
    """

    serials: Sequence[Found]
    """The serial numbers of equipment, as they are written."""

    urgent: Found | None = None
    """The words that ask for haste; nothing where there are none."""

    vat_ids: Sequence[Found]
    """VAT ids that follow the rule of their state."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope(_w.Record):
    """What a mailer needs apart from the message itself (RFC 5321): the copies that nobody sees
    stand here alone.
    """

    from_: str = field(repr=False)
    """The address of who sends the mail: `servis@modry-klic.example`."""

    message_id: str = field(repr=False)
    """Without angle brackets; the same message again has the same one."""

    subject: str = field(repr=False)
    """Its subject, to be shown."""

    to: Sequence[str] = field(repr=False)
    """The addresses of all who get it."""


_w.define(
    Attachment,
    _w.Field("bytes", _w.JSON),
    _w.Field("content_id", _w.JSON, "none"),
    _w.Field("inline", _w.JSON),
    _w.Field("media_type", _w.JSON),
    _w.Field("name", _w.JSON, "none"),
)
_w.define(
    ReadMail,
    _w.Field("attachments", _w.Items(_w.Rec(Attachment))),
    _w.Field("automatic", _w.JSON),
    _w.Field("cc", _w.Items(_w.Rec(Mailbox))),
    _w.Field("date", _w.JSON, "none"),
    _w.Field("from", _w.Items(_w.Rec(Mailbox)), attr="from_"),
    _w.Field("important", _w.JSON),
    _w.Field("in_reply_to", _w.JSON, "none"),
    _w.Field("lost", _w.Items(_w.JSON)),
    _w.Field("message_id", _w.JSON, "none"),
    _w.Field("nested", _w.Items(_w.Rec(ReadMail))),
    _w.Field("others", _w.Items(_w.Rec(Mailbox))),
    _w.Field("references", _w.Items(_w.JSON)),
    _w.Field("reply_to", _w.Items(_w.Rec(Mailbox))),
    _w.Field("subject", _w.JSON),
    _w.Field("text", _w.JSON),
    _w.Field("to", _w.Items(_w.Rec(Mailbox))),
    _w.Field("warnings", _w.Items(_w.JSON)),
)
_w.define(
    OwnAddresses,
    _w.Field("addresses", _w.Items(_w.JSON), "none"),
    _w.Field("domains", _w.Items(_w.JSON), "none"),
    _w.Field("names", _w.Items(_w.JSON), "none"),
    _w.Field("phones", _w.Items(_w.JSON), "none"),
    _w.Field("registration_numbers", _w.Items(_w.JSON), "none"),
    _w.Field("vat_ids", _w.Items(_w.JSON), "none"),
)
_w.define(
    FactEvidence,
    _w.Field("line", _w.JSON),
    _w.Field("place", _w.Word(Place)),
    _w.Field("quote", _w.JSON),
)
_w.define(
    Found,
    _w.Field("evidence", _w.Rec(FactEvidence)),
    _w.Field("value", _w.JSON),
)
_w.define(
    EnquiryFacts,
    _w.Field("addresses", _w.Items(_w.Rec(Found))),
    _w.Field("companies", _w.Items(_w.Rec(Found))),
    _w.Field("contact", _w.Rec(Found), "none"),
    _w.Field("doubts", _w.Items(_w.JSON)),
    _w.Field("emails", _w.Items(_w.Rec(Found))),
    _w.Field("language", _w.Word(SenderLanguage), "none"),
    _w.Field("original_sender", _w.Rec(Mailbox), "none"),
    _w.Field("phones", _w.Items(_w.Rec(Found))),
    _w.Field("registration_numbers", _w.Items(_w.Rec(Found))),
    _w.Field("respond_to", _w.Rec(Mailbox), "none"),
    _w.Field("serials", _w.Items(_w.Rec(Found))),
    _w.Field("urgent", _w.Rec(Found), "none"),
    _w.Field("vat_ids", _w.Items(_w.Rec(Found))),
)
_w.define(
    Envelope,
    _w.Field("from", _w.JSON, attr="from_"),
    _w.Field("message_id", _w.JSON),
    _w.Field("subject", _w.JSON),
    _w.Field("to", _w.Items(_w.JSON)),
)
