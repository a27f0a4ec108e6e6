"""What a command of a batch will have made, before it is executed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Take = Literal["target", "version", "part"]


@dataclass(frozen=True, slots=True)
class Later:
    """What stands in the place of a value until the batch is executed."""

    index: int
    take: Take

    def wire(self) -> dict[str, int | str]:
        """Write it as the engine reads it."""
        return {"$receipt": self.index, "take": self.take}
