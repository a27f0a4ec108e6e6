"""An example of each question: in the company of which command it is asked, and how."""

from __future__ import annotations

# What a noun's questions are asked after: the command whose example comes first, the name of the
# record, and who may read it.
AFTER = {
    "activity": ("activity.create", "manager"),
    "company": ("company.define_role", "manager"),
    "customer": ("customer.create", "manager"),
    "equipment": ("equipment.create", "manager"),
    "equipment_type": ("equipment_type.create", "manager"),
    "invoice": ("invoice.draft", "back_office"),
    "job_sheet": ("job_sheet.sign", "manager"),
    "ledger": ("ledger.hand_over", "manager"),
    "mail": ("mail.file", "manager"),
    "message": ("message.queue", "manager"),
    "plan": ("plan.create", "manager"),
    "price_list": ("price_list.publish", "manager"),
    "rendering": ("job_sheet.record_refusal", "manager"),
    "report": ("report.plan_line", "manager"),
    "series": ("activity.create", "manager"),
    "task": ("task.create", "manager"),
    "technician": ("technician.create", "manager"),
    "visit": ("visit.plan", "manager"),
    "timeline": ("activity.create", "manager"),
    "tree": ("activity.create", "manager"),
    "persons": ("customer.add_contact", "manager"),
    "kept": ("company.erase_persons", "manager"),
    "availability": ("visit.plan", "manager"),
    "clashes": ("visit.plan", "manager"),
    "board": ("visit.plan", "manager"),
    "forecast": ("plan.create", "manager"),
    "slots": ("technician.create", "manager"),
    "record": ("record.link", "manager"),
}

# Those that are no get, list or each of a record.
OTHERS = {
    ("timeline", "list"): [">>> len(manager.timeline.list(context=target, descending=True).events) > 0", "True"],
    ("timeline", "each"): [">>> changes = list(manager.timeline.each(context=target))", ">>> changes[0].version", "1"],
    ("tree", "get"): [
        ">>> found = manager.activity.get(target)",
        ">>> tree = manager.tree.get(customer=found.state.customer)",
        ">>> tree.customer.id == found.state.customer",
        "True",
    ],
    ("persons", "search"): [">>> found = manager.persons.search(search=\"kovo\")", ">>> len(found.persons) > 0", "True"],
    ("kept", "list"): [">>> page = manager.kept.list(limit=10)", ">>> page.more", "False"],
    ("availability", "get"): [
        ">>> import callout",
        ">>> from datetime import datetime, timezone",
        ">>> monday = datetime(2026, 10, 19, tzinfo=timezone.utc)",
        ">>> week = callout.availability.Period(from_=monday, to=monday.replace(day=26))",
        ">>> times = manager.availability.get(within=week)",
        ">>> times.technicians[0].name",
        "'Jan Novák'",
    ],
    ("clashes", "list"): [
        ">>> import callout",
        ">>> from datetime import datetime, timezone",
        ">>> monday = datetime(2026, 10, 19, tzinfo=timezone.utc)",
        ">>> week = callout.availability.Period(from_=monday, to=monday.replace(day=26))",
        ">>> manager.clashes.list(within=week).visits",
        "()",
    ],
    ("board", "get"): [
        ">>> import callout",
        ">>> from datetime import datetime, timezone",
        ">>> monday = datetime(2026, 10, 19, tzinfo=timezone.utc)",
        ">>> week = callout.availability.Period(from_=monday, to=monday.replace(day=26))",
        ">>> board = manager.board.get(within=week)",
        ">>> len(board.waiting) == board.counts.unplanned.rows",
        "True",
    ],
    ("forecast", "list"): [
        ">>> days = manager.forecast.list(plan=target, limit=3).days",
        ">>> len(days)",
        "3",
    ],
    ("slots", "find"): [
        ">>> import callout",
        ">>> from datetime import datetime, timezone",
        ">>> monday = datetime(2026, 10, 19, tzinfo=timezone.utc)",
        ">>> week = callout.availability.Period(from_=monday, to=monday.replace(day=26))",
        ">>> found = manager.slots.find(within=week, minutes=90)",
        ">>> found.slots[0].visits[0].name",
        "'Jan Novák'",
    ],
    ("record", "find"): [
        '>>> manager.record.find(noun="customer", system="erp", value="K-4711").id == target',
        "True",
    ],
    ("company", "get"): [">>> manager.company.get(manager.company_id).id == manager.company_id", "True"],
    ("rendering", "get"): [
        ">>> file = manager.render(target)",
        ">>> changes = manager.changes(limit=1000).changes",
        ">>> made = next(change for change in changes if change.noun == \"rendering\")",
        ">>> manager.rendering.get(made.id).id == made.id",
        "True",
    ],
    ("series", "get"): [
        ">>> changes = manager.changes().changes",
        ">>> taken = next(change for change in changes if change.noun == \"series\")",
        ">>> manager.series.get(taken.id).id == taken.id",
        "True",
    ],
}


def asked(noun: str, name: str) -> list[str]:
    """Write the example of a question."""
    name = name.strip("_")
    if (noun, name) in OTHERS:
        return OTHERS[noun, name]
    if noun not in AFTER or noun in ("record", "persons", "kept", "timeline", "tree", "availability", "clashes", "board", "forecast", "slots"):
        return []
    who = AFTER[noun][1]
    if name == "get":
        return [f">>> {who}.{noun}.get(target).id == target", "True"]
    if name == "list":
        return [f">>> page = {who}.{noun}.list(limit=10)", ">>> page.next is None", "True"]
    if name == "each":
        return [f">>> rows = list({who}.{noun}.each())"]
    return []
