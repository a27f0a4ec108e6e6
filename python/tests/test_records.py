"""Records: read-only, comparable, picklable, and silent about persons."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError
from datetime import datetime
from uuid import UUID

import callout
import pytest
from callout import activity


def test_records_are_read_only_and_picklable(session: callout.Session, job: callout.Receipt) -> None:
    view = session.activity.get(job.target)
    with pytest.raises(FrozenInstanceError):
        view.version = 7  # type: ignore[misc]
    for record in (view, job, session.activity.list(), session.changes(), session.head(), session.verify()):
        assert pickle.loads(pickle.dumps(record)) == record
        assert copy.copy(record) == record
    assert len({job, pickle.loads(pickle.dumps(job))}) == 1


def test_repr_names_no_person(session: callout.Session, customer: UUID) -> None:
    secret = "Jana Hrušková, +420 602 112 233"
    draft = session.activity.create(kind="one_off", customer=customer, title=secret, description=secret)
    session.activity.add_note(draft.target, text=secret)
    session.activity.add_fault(draft.target, symptom=secret)
    shown = [
        repr(record)
        for record in (
            session,
            session.activity,
            session.activity.get(draft.target),
            session.activity.list(),
            session.changes(),
            [activity.read_event(c.body) for c in session.changes().changes if c.noun == "activity"],
            callout.company.Address(street=secret, city=secret, postal_code=secret, country="CZ"),
            callout.Personal(person=customer, value=secret),
        )
    ]
    assert not [text for text in shown if "Hrušková" in text or "602 112" in text]
    assert str(draft.target) in shown[2], "an id is no secret"


def test_words_are_text() -> None:
    kind = activity.ActivityKind.ONE_OFF
    assert str(kind) == f"{kind}" == "one_off" == kind
    assert pickle.loads(pickle.dumps(kind)) is kind
    assert {kind: 1}["one_off"] == 1


def test_ids_and_times_have_types(session: callout.Session, job: callout.Receipt) -> None:
    view = session.activity.get(job.target)
    assert isinstance(view.id, UUID) and isinstance(view.state.customer, UUID)
    assert isinstance(view.read_at, datetime) and view.read_at.tzinfo is not None
    assert callout.new_id().version == 7


def test_repr_of_an_engine(engine: callout.Engine) -> None:
    assert repr(engine).startswith("<callout engine on ")


def test_a_customer_with_people(session: callout.Session, customer: UUID) -> None:
    secret = "Jana Hrušková"
    session.customer.add_contact(customer, name=secret, phone="+420602112233", role="owner")
    view = session.customer.get(customer)
    assert secret not in repr(view) and "602112233" not in repr(view)
    assert pickle.loads(pickle.dumps(view)) == view
    shown = callout.customer.read_event(session.changes().changes[-1].body)
    assert secret not in repr(shown)
