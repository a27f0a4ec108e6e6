"""All nouns at hand.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from .._acting import Acting
from .activity import ActivityDesk
from .company import CompanyDesk
from .record import RecordDesk
from .series import SeriesDesk
from .timeline import TimelineDesk


class Desk(Acting):
    """An engine seen by one actor: an attribute a noun."""

    @property
    def activity(self) -> ActivityDesk:
        """Commands and questions of the room ``activity``."""
        return ActivityDesk(self)

    @property
    def company(self) -> CompanyDesk:
        """Commands and questions of the room ``company``."""
        return CompanyDesk(self)

    @property
    def record(self) -> RecordDesk:
        """Commands and questions of the room ``record``."""
        return RecordDesk(self)

    @property
    def series(self) -> SeriesDesk:
        """Commands and questions of the room ``series``."""
        return SeriesDesk(self)

    @property
    def timeline(self) -> TimelineDesk:
        """Commands and questions of the room ``timeline``."""
        return TimelineDesk(self)
