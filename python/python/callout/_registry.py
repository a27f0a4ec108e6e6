"""Registers of companies: what a host plugs in, and what comes back."""

from __future__ import annotations

from typing import Literal, Protocol, TypedDict


class Seat(TypedDict):
    """A postal address, as it is printed."""

    street: str
    city: str
    postal_code: str
    country: str


class _Known(TypedDict):
    registry: str
    company_id: str
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

    def look_up(self, company_id: str) -> RegistryEntry | None:
        """Tell what is known about a company number, eight digits."""
