"""Recurrence against python-dateutil, and against a model that looks at every day."""

from __future__ import annotations

import calendar
import random
from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import callout
import pytest
from dateutil.rrule import rrulestr

ZONES = ("Europe/Prague", "America/New_York")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SKIP, LAST_DAY = callout.toolbox.ShortMonths.SKIP, callout.toolbox.ShortMonths.LAST_DAY
RULES = 2_000
LIMIT = 25


def expanded(
    rule: str, start: datetime, zone: str, short_months: callout.toolbox.ShortMonths
) -> list[callout.toolbox.Planned]:
    """Ask the tool."""
    ask = callout.toolbox.ExpandRecurrence(
        start=callout.toolbox.WallTime(local=start, zone=zone),
        rrule=rule,
        until=date(start.year + 12, 1, 1),
        limit=LIMIT,
        short_months=short_months,
    )
    return list(callout.expand_recurrence(ask).occurrences)


def instant(local: datetime, zone: str) -> datetime:
    """Give the moment of a local time: the first of two, and forward where there is none (PEP 495)."""
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(timezone.utc)


def some(dice: random.Random, most: int, least: int = 1) -> list[int]:
    return sorted(dice.sample(range(least, most + 1), dice.randint(1, 3)))


def joined(numbers: list[int]) -> str:
    return ",".join(map(str, numbers))


def random_rule(dice: random.Random) -> tuple[str, datetime, str]:
    """Make a rule with its start near a change of time, and its zone."""
    freq = dice.choice(("DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"))
    parts = [f"FREQ={freq}"]
    if dice.random() < 0.5:
        parts.append(f"INTERVAL={dice.randint(1, 4)}")
    if dice.random() < 0.3:
        parts.append(f"BYMONTH={joined(some(dice, 12))}")
    numbered = freq in ("MONTHLY", "YEARLY") and dice.random() < 0.6
    if freq != "WEEKLY" and dice.random() < 0.4:
        days = some(dice, 31)
        parts.append(f"BYMONTHDAY={joined([-day if dice.random() < 0.2 else day for day in days])}")
    elif dice.random() < 0.6:
        weekdays = dice.sample(DAYS, dice.randint(1, 3))
        counts = [f"{dice.choice((1, 2, 3, 4, -1, -2))}" if numbered else "" for _ in weekdays]
        parts.append("BYDAY=" + ",".join(count + day for count, day in zip(counts, weekdays)))
    if freq in ("MONTHLY", "YEARLY") and len(parts) > 2 and "BY" in parts[-1] and dice.random() < 0.2:
        parts.append(f"BYSETPOS={dice.choice(('1', '-1', '1,-1', '2'))}")
    if dice.random() < 0.3:
        parts.append(f"WKST={dice.choice(DAYS)}")
    begins = date(2026, 1, 1) + timedelta(days=dice.randrange(900))
    if dice.random() < 0.7:
        begins = begins.replace(day=calendar.monthrange(begins.year, begins.month)[1])
    start = datetime.combine(begins, dice.choice((time(2, 30), time(1, 30), time(8), time(3))))
    if dice.random() < 0.3:
        parts.append(f"COUNT={dice.randint(1, 12)}")
    elif dice.random() < 0.3:
        last = start + timedelta(days=dice.randrange(1, 1_500))
        parts.append(f"UNTIL={last:%Y%m%dT%H%M%S}")
    return ";".join(parts), start, dice.choice(ZONES)


def reads(rule: str) -> dict[str, list[str]]:
    return {key: value.split(",") for key, value in (part.split("=") for part in rule.split(";"))}


class Model:
    """A rule of days, by looking at each period whole: RFC 5545, 3.3.10, with R7 where it is asked."""

    def __init__(self, rule: str, start: datetime, last_day: bool) -> None:
        self.rule, self.start, self.last_day = reads(rule), start, last_day
        self.freq = self.rule["FREQ"][0]
        self.interval = int(self.rule.get("INTERVAL", ["1"])[0])
        self.wkst = DAYS.index(self.rule.get("WKST", ["MO"])[0])
        self.months = [int(n) for n in self.rule.get("BYMONTH", [])]
        self.monthdays = [int(n) for n in self.rule.get("BYMONTHDAY", [])]
        self.byday = [(item[:-2], DAYS.index(item[-2:])) for item in self.rule.get("BYDAY", [])]

    def in_month(self, year: int, month: int) -> list[date]:
        length = calendar.monthrange(year, month)[1]
        all_days = [date(year, month, n) for n in range(1, length + 1)]
        wanted = self.monthdays
        if not wanted and not self.byday:
            wanted = [self.start.day]
        if wanted:
            bound = 31 if not self.last_day or self.byday else length
            numbers = {min(n, bound) if n > 0 else length + 1 + n for n in wanted}
            return [day for day in all_days if day.day in numbers and self.is_weekday(day, None)]
        return [day for day in all_days if self.is_weekday(day, all_days)]

    def is_weekday(self, day: date, among: list[date] | None) -> bool:
        if not self.byday:
            return True
        for count, weekday in self.byday:
            if day.weekday() != weekday:
                continue
            if not count:
                return True
            month = calendar.monthrange(day.year, day.month)[1]
            within = among or [date(day.year, day.month, n) for n in range(1, month + 1)]
            same = [other for other in within if other.weekday() == weekday]
            n = int(count)
            at = n - 1 if n > 0 else len(same) + n
            if 0 <= at < len(same) and same[at] == day:
                return True
        return False

    def in_year(self, year: int) -> list[date]:
        if self.byday and not self.months and not self.monthdays:
            days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
            days = [day for day in days if day.year == year]
            return [day for day in days if self.is_weekday(day, days)]
        months = self.months
        if not months:
            months = list(range(1, 13)) if self.monthdays else [self.start.month]
        return [day for month in sorted(set(months)) for day in self.in_month(year, month)]

    def periods(self) -> Any:
        start = self.start.date()
        for n in range(20_000):
            step = n * self.interval
            if self.freq in ("YEARLY", "MONTHLY") and step > 12 * 13:
                return
            if self.freq == "YEARLY":
                yield self.in_year(start.year + step)
            elif self.freq == "MONTHLY":
                year, month = divmod(start.year * 12 + start.month - 1 + step, 12)
                fits = not self.months or month + 1 in self.months
                yield self.in_month(year, month + 1) if fits else []
            else:
                first = start - timedelta(days=(start.weekday() - self.wkst) % 7)
                days = [start + timedelta(days=step)]
                if self.freq == "WEEKLY":
                    days = [first + timedelta(days=7 * step + n) for n in range(7)]
                yield [day for day in days if self.fits(day)]

    def fits(self, day: date) -> bool:
        length = calendar.monthrange(day.year, day.month)[1]
        numbers = {n if n > 0 else length + 1 + n for n in self.monthdays}
        month = not self.months or day.month in self.months
        monthday = not numbers or day.day in numbers
        weekday = self.is_weekday(day, None)
        if self.freq == "WEEKLY" and not self.byday:
            weekday = day.weekday() == self.start.weekday()
        return month and monthday and weekday

    def days(self) -> list[datetime]:
        count = int(self.rule.get("COUNT", ["1000000"])[0])
        until = datetime.max
        if "UNTIL" in self.rule:
            until = datetime.strptime(self.rule["UNTIL"][0], "%Y%m%dT%H%M%S")
        end = datetime(self.start.year + 12, 1, 1, 23, 59, 59)
        found: list[datetime] = []
        for period in self.periods():
            days = sorted(set(period))
            if "BYSETPOS" in self.rule:
                places = {int(n) - (int(n) > 0) for n in self.rule["BYSETPOS"]}
                length = range(-len(days), len(days))
                days = sorted({days[n] for n in places if n in length})
            for day in days:
                at = datetime.combine(day, self.start.time())
                if at < self.start:
                    continue
                if at > min(until, end) or len(found) == count:
                    return found[:LIMIT]
                found.append(at)
            if len(found) > LIMIT or (period and min(period) > end.date()):
                return found[:LIMIT]
        return found[:LIMIT]


def test_rules_are_as_dateutil_has_them() -> None:
    """Days a month lacks are left out, as RFC 5545 says."""
    dice, seen = random.Random(2026), 0
    for _ in range(RULES):
        rule, start, zone = random_rule(dice)
        found = expanded(rule, start, zone, SKIP)
        last = datetime(start.year + 12, 1, 1, 23, 59, 59)
        theirs = rrulestr(rule, dtstart=start).between(start, last, inc=True)[:LIMIT]
        assert [at.local for at in found] == theirs, (rule, start)
        assert [at.instant for at in found] == [instant(at, zone) for at in theirs], (rule, start)
        assert theirs == Model(rule, start, last_day=False).days(), (rule, start)
        seen += len(theirs)
    assert seen > 10 * RULES


def test_rules_lose_no_day_of_a_short_month() -> None:
    """The same rules as plans take them (R7), against the model."""
    dice, refused, other = random.Random(2027), 0, 0
    for _ in range(RULES):
        rule, start, zone = random_rule(dice)
        model = Model(rule, start, last_day=True).days()
        try:
            found = [at.local for at in expanded(rule, start, zone, LAST_DAY)]
        except callout.Invalid as refusal:
            assert refusal.code == "TOOL-RULE-02", (rule, start)
            refused += 1
            continue
        assert found == model, (rule, start)
        other += found != [at.local for at in expanded(rule, start, zone, SKIP)]
    # Most are taken, and in many a last day stands for one that is not there.
    assert refused < RULES / 5, refused
    assert other > RULES / 20, other


@pytest.mark.parametrize(
    ("rule", "start", "days"),
    [
        ("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13", "2026-05-13 2027-05-19 2028-05-17"),
        ("FREQ=WEEKLY;UNTIL=20260112", "2026-01-05", "2026-01-05 2026-01-12"),
        ("FREQ=MONTHLY;SKIP=OMIT;COUNT=3", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31"),
        (
            "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=3",
            "2026-01-31",
            "2026-01-31 2026-02-28 2026-03-31",
        ),
    ],
)
def test_where_others_differ(rule: str, start: str, days: str) -> None:
    """A week without a day, an end that is a day, and what becomes of a day that is not there."""
    begins = datetime.fromisoformat(start).replace(hour=8)
    wanted = days.split(" ")
    ask = callout.toolbox.ExpandRecurrence(
        start=callout.toolbox.WallTime(local=begins, zone="Europe/Prague"), rrule=rule, limit=len(wanted)
    )
    found = callout.expand_recurrence(ask).occurrences
    assert [str(at.local.date()) for at in found] == wanted


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=2MO", "FREQ=DAILY;BYDAY=1MO", "FREQ=X", "", "COUNT=2"])
def test_what_is_no_rule(rule: str) -> None:
    """A number before a weekday counts within months and years alone."""
    start = callout.toolbox.WallTime(local=datetime(2026, 1, 5, 8), zone="Europe/Prague")
    with pytest.raises(callout.Invalid) as refused:
        callout.expand_recurrence(
            callout.toolbox.ExpandRecurrence(start=start, rrule=rule, limit=3)
        )
    assert refused.value.code == "TOOL-RULE-01"
