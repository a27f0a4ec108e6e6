"""What a command of a batch will have made, before it is executed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Protocol

Take = Literal["target", "version", "part"]


class Making(Protocol):
    """The batch whose command makes something."""

    @property
    def executed(self) -> bool:
        """Whether its commands were executed."""

    def made(self, index: int, take: Take) -> Any:
        """What one of its commands made."""


class Place(dict[str, int | str]):
    """The place of such a value in a request, as the engine reads it."""

    batch: Making


@dataclass(frozen=True, slots=True)
class Later:
    """What stands in the place of a value until the batch is executed."""

    index: int
    take: Take
    batch: Making

    def __str__(self) -> NoReturn:
        raise TypeError("what a command of a batch makes is not known yet, and cannot be text")

    def __format__(self, spec: str) -> NoReturn:
        self.__str__()

    def wire(self) -> Any:
        """Give the value, or its place as long as it is not known."""
        if self.batch.executed:
            return self.batch.made(self.index, self.take)
        place = Place({"$receipt": self.index, "take": self.take})
        place.batch = self.batch
        return place
