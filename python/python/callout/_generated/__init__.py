"""The typed layer: a file a noun.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from . import activity, availability, board, clashes, company, customer, engine, equipment, equipment_type, forecast, invoice, job_sheet, kept, ledger, mail, message, persons, plan, price_list, record, rendering, report, series, slots, task, technician, timeline, toolbox, tree, visit

__all__ = [
    "activity",
    "availability",
    "board",
    "clashes",
    "company",
    "customer",
    "engine",
    "equipment",
    "equipment_type",
    "forecast",
    "invoice",
    "job_sheet",
    "kept",
    "ledger",
    "mail",
    "message",
    "persons",
    "plan",
    "price_list",
    "record",
    "rendering",
    "report",
    "series",
    "slots",
    "task",
    "technician",
    "timeline",
    "toolbox",
    "tree",
    "visit",
]
