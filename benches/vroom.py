"""Run VROOM on the sets that `tests/routes/sets.rs` plans, and print what it serves.

    pip install pyvroom numpy; python benches/vroom.py FOLDER-OF-THE-SETS [--level N] [--made]

Same integers: distances and times are thousandths of the sets' unit; without capacities, tools and
parts. One thread; the seconds are of CPU time. With `--made`, only the made days are planned.
"""

import math
import re
import sys
import time
from pathlib import Path

import numpy as np
import vroom

SCALE = 1000
MASK = (1 << 64) - 1


class Dice:
    """SplitMix64, as in `tests/routes/sets.rs`."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) * bound) >> 64


def euclid(points):
    """Thousandths of the distance, rounded to the nearest."""
    def leg(a, b):
        square = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) * SCALE * SCALE
        root = math.isqrt(square)
        return root + (1 if square > root * root + root else 0)
    return np.array([[leg(a, b) for b in points] for a in points], dtype=np.uint32)


def solomon(path):
    rows = [list(map(int, line.split())) for line in path.read_text().splitlines()
            if len(line.split()) == 7 and line.split()[0].isdigit()]
    close = rows[0][5] * SCALE
    days = [dict(start=0, end=0, span=(0, close), skills=set()) for _ in range(25)]
    visits = [dict(place=r[0], window=(r[4] * SCALE, r[5] * SCALE), duration=r[6] * SCALE,
                   skills=set()) for r in rows[1:]]
    return euclid([(r[1], r[2]) for r in rows]), days, visits


def trsp(path):
    points, days, visits = [], [], []
    for line in path.read_text().splitlines():
        row = re.match(r"(\d+)\s+(-?\d+)\s+(-?\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+\[([\d,]*)\]", line)
        if not row:
            continue
        number, x, y, opens, closes, service = (int(row[i]) for i in range(1, 7))
        skills = {int(s) for s in row[7].split(",") if s}
        points.append((x, y))
        span = (opens * SCALE, closes * SCALE)
        if 1 <= number <= 25:
            days.append(dict(start=number, end=number, span=span, skills=skills))
        elif number > 25:
            visits.append(dict(place=number, window=span, duration=service * SCALE, skills=skills))
    return euclid(points), days, visits


def made(seed, heavy):
    """A day of 100 visits and 10 technicians in 60 by 60 kilometres, 50 km/h in straight lines."""
    dice = Dice(seed)
    points = [(dice.below(60_001), dice.below(60_001)) for _ in range(110)]
    hour = 3600
    days = []
    for i in range(10):
        lacks = dice.below(3)
        days.append(dict(start=i, end=i, span=(8 * hour, 17 * hour), skills={0, 1, 2} - {lacks}))
    visits = []
    for i in range(100):
        die = dice.below(100)
        if heavy:
            minutes = 30 + 15 * dice.below(7)
        else:
            minutes = 30 if die < 55 else 45 if die < 75 else 60 if die < 90 else 90 if die < 96 else 120
        window = (8 * hour, 12 * hour) if dice.below(2) == 0 else (12 * hour, 17 * hour)
        visits.append(dict(place=10 + i, window=window, duration=minutes * 60,
                           skills={dice.below(3)}))
    legs = np.array([[math.isqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) * 72 // 1000
                      for b in points] for a in points], dtype=np.uint32)
    return legs, days, visits


def solve(legs, days, visits, level):
    problem = vroom.Input()
    problem.set_durations_matrix(profile="car", matrix_input=legs)
    for i, day in enumerate(days):
        problem.add_vehicle(vroom.Vehicle(i, start=day["start"], end=day["end"],
                                          time_window=day["span"], skills=day["skills"]))
    for i, visit in enumerate(visits):
        problem.add_job(vroom.Job(i, location=visit["place"], default_service=visit["duration"],
                                  time_windows=[visit["window"]], skills=visit["skills"]))
    began = time.process_time()
    found = problem.solve(exploration_level=level, nb_threads=1)
    spent = time.process_time() - began
    routes = found.routes
    served = int((routes["type"] == "job").sum())
    return served, int(found.summary.duration), routes["vehicle_id"].nunique(), spent


def main():
    words = [a for a in sys.argv[1:] if not a.startswith("--")]
    level = 5
    if "--level" in sys.argv:
        level = int(words.pop())
    folder = Path(words[0] if words else "../shared/samples/scheduling")
    sets = [] if "--made" in sys.argv else [
        (name, solomon(folder / f"{name}.txt")) for name in ("C101", "R101", "RC101", "R201")
    ] + [
        (f"trsp_{name}", trsp(folder / f"trsp_{name}.100_25-5-5-5.txt")) for name in ("C103", "R101")
    ]
    sets += [(f"made_{seed}{'_heavy' if heavy else ''}", made(seed, heavy))
             for heavy in (False, True) for seed in (1, 2, 3)]
    print(f"{'set':16} {'served':>6} {'travel':>10} {'routes':>6} {'cpu s':>7}   (level {level})")
    for name, (legs, days, visits) in sets:
        served, travel, used, spent = solve(legs, days, visits, level)
        print(f"{name:16} {served:6} {travel:10} {used:6} {spent:7.2f}", flush=True)


if __name__ == "__main__":
    main()
