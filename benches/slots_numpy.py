"""Find the slots of ``benches/planning.rs`` with bitmaps of quarters of an hour, and say how long it takes.

    pip install numpy; python benches/slots_numpy.py slots.json
"""

import json
import sys
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

asked = json.load(open(sys.argv[1]))
zone = ZoneInfo("Europe/Prague")
first = datetime.fromisoformat(asked["within"]["from"].replace("Z", "+00:00"))
last = datetime.fromisoformat(asked["within"]["to"].replace("Z", "+00:00"))
quarters = int((last - first).total_seconds() // 900)
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def quarter(text: str) -> int:
    return int((datetime.fromisoformat(text.replace("Z", "+00:00")) - first).total_seconds() // 900)


def prepare(candidate):
    """What the search is given: hours as minutes of a weekday, visits as quarters."""
    hours = [
        (DAYS.index(it["weekday"]), int(it["from"][:2]) * 4 + int(it["from"][3:5]) // 15,
         int(it["to"][:2]) * 4 + int(it["to"][3:5]) // 15)
        for it in candidate["working_time"]["hours"]
    ]
    busy = [(quarter(it["period"]["from"]), quarter(it["period"]["to"])) for it in candidate["busy"]]
    return candidate["id"], hours, busy


def search(candidates, minutes, count):
    """The first moment of each free run, the soonest first, with what its score is made of."""
    local = first.astimezone(zone)
    long = minutes // 15
    found = []
    for who, hours, busy in candidates:
        works = np.zeros(quarters, dtype=bool)
        taken = np.zeros(quarters, dtype=bool)
        for day in range((last - first).days):
            for weekday, begins, ends in hours:
                if (local + timedelta(days=day)).weekday() == weekday:
                    works[day * 96 + begins : day * 96 + ends] = True
        load = np.zeros(quarters // 672 + 1)
        for begins, ends in busy:
            taken[begins:ends] = True
            load[begins // 672] += (ends - begins) / 4
        free = works & ~taken
        # Work done from a quarter on, breaks not counted: they end where so much is done.
        done = np.concatenate(([0], np.cumsum(works)))
        blocked = np.concatenate(([0], np.cumsum(taken)))
        starts = np.flatnonzero(free & ~np.concatenate(([False], free[:-1])))
        ends = np.searchsorted(done, done[starts] + long)
        inside = ends <= quarters
        starts, ends = starts[inside], ends[inside]
        fits = blocked[ends] == blocked[starts]
        # A night is no break.
        fits &= (ends - starts) <= long + 12
        for begin, end in zip(starts[fits], ends[fits]):
            waiting = begin // 4
            busy_hours = int(load[begin // 672])
            found.append((waiting + busy_hours, begin, end, who, waiting, busy_hours))
    found.sort()
    return found[:count]


candidates = [prepare(candidate) for candidate in asked["candidates"]]
search(candidates, asked["minutes"], asked["count"])
times = []
for _ in range(20):
    begins = time.perf_counter()
    best = search(candidates, asked["minutes"], asked["count"])
    times.append(time.perf_counter() - begins)
print(f"{len(best)} slots, {min(times) * 1000:.2f} ms at best, {sorted(times)[10] * 1000:.2f} ms median")
print("the first:", best[0])
