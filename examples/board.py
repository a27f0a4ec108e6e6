#!/usr/bin/env python3
"""A week of a service company as a board, drawn from one query.

    python examples/board.py [BOARD.svg]

The company is made up; what is drawn comes from ``session.board`` alone: who is busy with what and
why, what waits for a visit, what is late, what needs a decision.
"""

from __future__ import annotations

import sys
from datetime import datetime, time, timedelta
from html import escape
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import callout
from callout import activity, availability, visit

ZONE = ZoneInfo("Europe/Prague")
MONDAY = datetime(2026, 10, 12, tzinfo=ZONE)
DAY, ROW, LEFT, TOP = 250, 64, 130, 90
FIRST, LAST = 6, 18
COLOURS = {
    "off_hours": "#e9ecef",
    "holiday": "#f6d5d5",
    "absent": "#d9d2e9",
    "outside": "#cfe2f3",
    "visit": "#b6d7a8",
}


def company(engine: callout.Engine) -> callout.Session:
    """Found a company of five technicians with a week of work."""
    manager = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
    address = callout.company.Address(
        street="Dlouhá 1", city="Praha", postal_code="110 00", country="CZ"
    )
    manager.company.create(
        profile=callout.company.Profile(
            name="Servis Modrý Klíč s.r.o.",
            registration_number="58000003",
            address=address,
            email="servis@modry-klic.example",
        ),
        settings={"zone": "Europe/Prague"},
    )
    names = ["Karel Vrána", "Jan Novák", "Petr Kolář", "Eva Říhová", "Ota Hruška"]
    crew = [manager.technician.create(name=name).target for name in names]
    days = list(callout.technician.Weekday)[:5]
    for one in crew:
        hours = [
            callout.technician.Hours(weekday=day, from_=begin, to=end)
            for day in days
            for begin, end in [(time(7), time(11, 30)), (time(12), time(15, 30))]
        ]
        version = manager.technician.get(one).version
        manager.technician.set_hours(one, expected=version, hours=hours)
    work(manager, crew)
    manager.technician.add_absence(
        crew[3], from_=datetime(2026, 10, 14), to=datetime(2026, 10, 16), reason="nemoc"
    )
    private = availability.Period(from_=at(1, 9), to=at(1, 11))
    manager.technician.set_busy(crew[1], calendar="private", busy=[private])
    return manager


def at(day: int, hour: float) -> datetime:
    """Say when an hour of the week is."""
    return MONDAY + timedelta(days=day, hours=hour)


def work(manager: callout.Session, crew: list[UUID]) -> None:
    """Take in calls of three customers, and plan most of them."""
    regions = ["Praha", "Kolínsko", "Mělnicko"]
    customers = [
        manager.customer.create(name=f"{name} s.r.o.", region=region).target
        for name, region in zip(["Kovo", "Pekárna", "Sklárna"], regions, strict=True)
    ]
    for n in range(26):
        due = at(n % 7 - 1, 16) if n % 3 == 0 else None
        priority = activity.Priority.URGENT if n % 9 == 0 else activity.Priority.NORMAL
        asks = activity.Requirements(priority=priority, minutes=90, wanted_by=due)
        title = ["Kompresor stojí", "Revize pece", "Vrata drhnou", "Výměna filtru"][n % 4]
        call = manager.activity.create(
            kind="one_off", customer=customers[n % 3], title=title, requirements=asks
        )
        manager.activity.open(call.target, expected=call.version)
        day, hour = n % 5, [7, 9, 12, 13.75][n // 5 % 4]
        if n < 20:
            begin, end = at(day, hour), at(day, hour + 1.5)
            local = [
                visit.WallTime(local=moment.replace(tzinfo=None), zone="Europe/Prague")
                for moment in (begin, end)
            ]
            manager.visit.plan(
                activity=call.target,
                technician=crew[(n * 3 + n // 5) % 5],
                assign=True,
                starts=local[0],
                ends=local[1],
            )


def drawn(board: callout.board.Board) -> str:
    """Draw the board as SVG."""
    height = TOP + ROW * len(board.technicians) + 60 + 20 * (len(board.waiting) // 2 + 1)
    width = LEFT + DAY * 5 + 20
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        'font-family="DejaVu Sans, sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    counts = board.counts
    said = (
        f"open {counts.all.rows} · without a visit {counts.unplanned.rows} · without a technician "
        f"{counts.unassigned.rows} · overdue {counts.overdue.rows} · due soon "
        f"{counts.due_soon.rows} · to decide {len(board.clashes)}"
    )
    out.append(text(10, 24, "The week of 12 October", size=16))
    out.append(text(10, 46, said))
    activities = {row.id: row for row in board.activities}
    clashes = {clash.visit: ", ".join(clash.against) for clash in board.clashes}
    for day in range(5):
        x = LEFT + DAY * day
        out.append(text(x + 4, TOP - 8, f"{at(day, 0):%a %d %b}"))
    for n, of in enumerate(board.technicians):
        y = TOP + ROW * n
        out.append(text(10, y + ROW / 2, of.name, size=12))
        for busy in of.busy:
            colour = COLOURS.get(busy.why, "#dddddd")
            if busy.visit is None:
                out += boxes(busy.period, y, colour, busy.what)
        for busy in of.busy:
            if busy.visit is not None:
                row = activities[busy.visit.activity]
                edge = "#cc0000" if busy.visit.id in clashes else "#38761d"
                last = clashes.get(busy.visit.id, row.region or "")
                lines = f"{row.number[-5:]} {row.title}\n{row.customer_name}\n{last}"
                out += boxes(busy.period, y, COLOURS["visit"], lines, edge)
        out.append(f'<path d="M0 {y + ROW} H{width}" stroke="#888888"/>')
    below = TOP + ROW * len(board.technicians) + 30
    out.append(text(10, below, "Waiting for a visit", size=13))
    for n, row in enumerate(board.waiting):
        due = f", due {row.due.astimezone(ZONE):%a %d %b %H:%M}" if row.due else ""
        line = f"{row.number[-5:]} {row.title}, {row.customer_name} ({row.region}){due}"
        late = row.due is not None and row.due < board.read_at
        out.append(text(10 + n % 2 * width / 2, below + 20 + 20 * (n // 2), line, fill="#cc0000" if late else "#000000"))
    return "\n".join([*out, "</svg>\n"])


def boxes(
    period: availability.Period, y: float, colour: str, said: str, edge: str = "none"
) -> list[str]:
    """Draw a period, a box for each day that it meets."""
    out = []
    for day in range(5):
        begin = max(period.from_, at(day, FIRST))
        end = min(period.to, at(day, LAST))
        if begin < end:
            hour = DAY / (LAST - FIRST)
            x = LEFT + DAY * day + (begin - at(day, FIRST)) / timedelta(hours=1) * hour
            wide = (end - begin) / timedelta(hours=1) * hour
            out.append(
                f'<rect x="{x:.1f}" y="{y + 2}" width="{wide:.1f}" height="{ROW - 4}" '
                f'fill="{colour}" stroke="{edge}" stroke-width="1.5"/>'
            )
            for n, line in enumerate(said.splitlines() if wide > 15 else []):
                shown = line if len(line) < wide / 6 else line[: int(wide / 6)] + "…"
                out.append(text(x + 3, y + 16 + 14 * n, shown, size=8))
    return out


def text(x: float, y: float, said: str, *, size: int = 11, fill: str = "#000000") -> str:
    """Write a line."""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}">{escape(said)}</text>'


def main(out: Path) -> None:
    """Make the company, ask once, draw."""
    clock = MONDAY + timedelta(hours=6)
    with callout.open_memory(clock=lambda: clock) as engine:
        manager = company(engine)
        week = availability.Period(from_=MONDAY, to=MONDAY + timedelta(days=7))
        board = manager.board.get(within=week)
    out.write_text(drawn(board), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "board.svg"))
