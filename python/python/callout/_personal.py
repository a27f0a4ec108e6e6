"""Values about natural persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True)
class Personal(Generic[T]):
    """A value about a natural person. Its ``str`` is the value, empty once it was forgotten; its
    ``repr``, which logs and debuggers show, never shows it.

    >>> from uuid import UUID
    >>> Personal(person=UUID(int=7), value="Jana Hrušková")
    Personal(..)
    >>> print(Personal(person=UUID(int=7), value="Jana Hrušková"))
    Jana Hrušková
    >>> Personal(person=UUID(int=7), value=None)
    Personal(erased)
    """

    person: UUID
    """The id of the person whom it tells of: a contact, a technician, a signer."""
    value: T | None
    """The value; ``None`` once that person was forgotten."""

    def __str__(self) -> str:
        return "" if self.value is None else str(self.value)

    def __repr__(self) -> str:
        return "Personal(erased)" if self.value is None else "Personal(..)"
