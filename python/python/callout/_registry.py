"""Registers of companies: what a host plugs in, and what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypedDict


class Seat(TypedDict):
    """A postal address, as it is printed."""

    street: str
    city: str
    postal_code: str
    country: str


class _Known(TypedDict):
    registry: str
    registration_number: str
    name: str
    status: Literal["active", "in_liquidation", "dissolved", "unknown"]
    seat: Seat


class RegistryEntry(_Known, total=False):
    """One company, as a register describes it: a proposal, checked before it is used."""

    vat_id: str | None
    vat_group_id: str | None
    vat_payer: bool | None
    legal_form: str | None
    register_entry: str | None
    established: str | None
    dissolved: str | None
    updated: str | None


class CompanyRegistry(Protocol):
    """A register of companies: any object with these two.

    ``None`` is an answer (there is no such company), an exception is none: whoever cannot reach
    the register raises, and the caller never reads the silence as "does not exist".
    """

    @property
    def id(self) -> str:
        """Short stable name, such as ``ares``."""

    def look_up(self, registration_number: str) -> RegistryEntry | None:
        """Tell what is known about a company number, eight digits."""


@dataclass(frozen=True, kw_only=True)
class Ares:
    """The Czech register ARES, over HTTP."""

    base_url: str | None = None
    """Where it is, without the slash at its end; its public address where this is left out."""
    timeout_ms: int | None = None
    """For a whole look-up; ten seconds where this is left out."""

    def _wire(self) -> dict[str, Any]:
        given = {"base_url": self.base_url, "timeout_ms": self.timeout_ms}
        return {"ares": {name: value for name, value in given.items() if value is not None}}


@dataclass(frozen=True)
class RecordedRegistry:
    """ARES as it answered once: for tests, demonstrations and work without a network."""

    exchanges: Sequence[str]
    """Recorded exchanges, each a JSON text."""

    def _wire(self) -> dict[str, Any]:
        return {"recorded": {"exchanges": list(self.exchanges)}}
