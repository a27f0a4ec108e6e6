"""A service call from the first word to the last, as a host would write it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import callout
import pytest
from callout import activity
from conftest import founded


def test_a_call_from_draft_to_close(session: callout.Session, customer: UUID, technician: UUID) -> None:
    reported = datetime(2026, 10, 14, 8, 30, tzinfo=timezone(timedelta(hours=2)))
    drafted = session.activity.create(
        kind=activity.ActivityKind.ONE_OFF,
        customer=customer,
        title="Kompresor neběží",
        reported_at=reported,
        external_ids={"sap": "4711"},
    )
    job = drafted.target
    opened = session.activity.open(job, expected=drafted.version)
    assert [event.event for event in opened.events if event.noun == "activity"] == ["opened"]
    with pytest.raises(callout.Refused) as raised:
        session.activity.assign(job, technicians=[callout.new_id()], expected=opened.version)
    assert raised.value.code == "ACTIVITY-ASSIGN-01"
    assigned = session.activity.assign(job, technicians=[technician], expected=opened.version)
    noted = session.activity.add_note(job, text="Klíče má vrátný", internal=True)
    assert noted.version == assigned.version + 1
    done = session.activity.complete(job, expected=noted.version)

    view = session.activity.get(job)
    assert view.id == job and view.version == done.version
    assert view.state.status is activity.Status.DONE
    assert view.state.reported_at == reported and view.state.reported_at.tzinfo is not None
    assert view.state.lead == technician and view.state.technicians == (technician,)
    assert view.state.notes[0].internal is True
    assert view.external_ids == {"sap": "4711"}
    assert "close" in view.available_verbs

    page = session.activity.list(statuses=["done"], search="kompresor nebezi")
    assert len(page) == 1 and [row.id for row in page] == [job]
    assert session.activity.list(statuses=[activity.Status.OPEN]).rows == ()
    found = session.record.find(noun="activity", system="sap", value="4711")
    assert found.id == job


def test_pages_are_turned(session: callout.Session, customer: UUID) -> None:
    for n in range(7):
        session.activity.create(kind="one_off", customer=customer, title=f"Práce {n}")
    first = session.activity.list(limit=3)
    assert len(first) == 3 and first.next is not None
    second = session.activity.list(limit=3, after=first.next)
    assert {row.id for row in first}.isdisjoint(row.id for row in second)
    titles = [row.title for row in session.activity.each(limit=3)]
    assert titles == [f"Práce {n}" for n in range(7)]


def test_the_timeline_and_the_feed_tell_the_same(session: callout.Session, job: callout.Receipt) -> None:
    session.activity.cancel(job.target, reason="Zákazník volal", expected=job.version)
    told = [change.event for change in session.timeline.each(context=job.target, limit=1)]
    assert told == ["created", "cancelled"]
    feed = session.changes(after=1)
    last = feed.changes[-1]
    assert last.event == "cancelled" and last.noun == "activity" and last.at.tzinfo is not None
    event = activity.read_event(last.body)
    assert isinstance(event, activity.EventCancelled) and event.reason == "Zákazník volal"
    assert feed.head == session.head() and feed.next == feed.head.count
    assert session.changes(after=feed.next).changes == ()


def test_verify_and_a_kept_head(session: callout.Session, job: callout.Receipt) -> None:
    kept = session.head()
    session.activity.open(job.target, expected=job.version)
    report = session.verify(kept=kept)
    assert report.clean and report.events > 0
    other = callout.Head(count=kept.count, hash="0" * 64)
    assert session.verify(kept=other).problems != ()


def test_a_report_is_clean_where_all_was_proven_and_nothing_is_wrong(session: callout.Session) -> None:
    assert session.verify().clean
    stopped = session.verify(progress=lambda _: False)
    assert stopped.stopped and not stopped.clean


def test_a_command_again_gives_the_first_receipt(session: callout.Session, customer: UUID) -> None:
    command = callout.new_id()
    drafts = [
        session.activity.create(kind="warranty", customer=customer, title="Záruka", command_id=command)
        for _ in range(2)
    ]
    assert drafts[0] == drafts[1] and drafts[0].command == command
    with pytest.raises(callout.Conflict) as raised:
        session.activity.create(kind="one_off", customer=customer, title="x", command_id=command)
    assert raised.value.code == "COMMAND-ID-01"


def test_blobs(session: callout.Session) -> None:
    name = session.put_blob(b"podpis")
    assert session.blob(name) == b"podpis"
    with pytest.raises(callout.NotFound):
        session.blob("0" * 64)


def test_a_file_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    with callout.open(path, durability="normal") as engine:
        session = founded(engine)
        company, actor = session.company_id, session.actor
    assert engine.closed
    with pytest.raises(ValueError, match="closed"):
        session.head()
    with callout.open(str(path)) as engine:
        view = engine.session(company, actor).company.get(company)
        assert view.state.profile.name == "Servis Modrý Klíč s.r.o."
        assert view.state.settings.currency == "CZK"
