"""The typed layer: a file a room.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from . import activity, company, engine, record, series, timeline

__all__ = [
    "activity",
    "company",
    "engine",
    "record",
    "series",
    "timeline",
]
