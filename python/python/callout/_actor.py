"""Who asks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Actor:
    """Who asks. The host has checked who it is; Callout checks what the role may.

    >>> from uuid import UUID
    >>> Actor.manager(UUID(int=1)).role
    'manager'
    """

    id: UUID
    """The person. For a technician this is the technician's id."""
    role: str
    """``manager``, ``technician``, ``back_office``, ``reader``, or a role of the company's own."""

    @classmethod
    def manager(cls, id: UUID) -> Actor:
        """The service manager."""
        return cls(id, "manager")

    @classmethod
    def technician(cls, id: UUID) -> Actor:
        """A technician."""
        return cls(id, "technician")

    @classmethod
    def back_office(cls, id: UUID) -> Actor:
        """Somebody of the back office: billing, contacts."""
        return cls(id, "back_office")

    @classmethod
    def reader(cls, id: UUID) -> Actor:
        """Somebody who looks only."""
        return cls(id, "reader")

    def _wire(self) -> dict[str, str]:
        return {"id": str(self.id), "role": self.role}
