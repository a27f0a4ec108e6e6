"""How far something is that takes its time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Progress:
    """How far a backup or a proof is."""

    stage: Literal["copy", "check", "verify", "events", "streams", "rows"]
    """A backup copies pages, checks the copy and verifies the journal of each company; a proof
    reads events, replays streams and looks at rows that belong to nothing."""
    done: int
    """So many pages, companies, events, streams or rows are done."""
    total: int
    """Of so many; 0 where that is not known."""
