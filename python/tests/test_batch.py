"""Several commands in one transaction."""

from __future__ import annotations

from uuid import UUID

import callout
import pytest


def test_a_later_command_uses_what_an_earlier_one_made(session: callout.Session) -> None:
    with session.batch() as batch:
        customer = batch.customer.create(name="Kovo")
        site = batch.customer.add_site(
            customer.target,
            name="Hall 2",
            address={"street": "A", "city": "B", "postal_code": "1", "country": "CZ"},
        )
        job = batch.activity.create(
            kind="one_off", customer=customer.target, site=site.part, title="It stops"
        )
        opened = batch.activity.open(job.target, expected=job.version)
        assert not batch.executed
    assert isinstance(job.target, UUID) and opened.version == 2
    state = session.activity.get(job.target).state
    assert (state.customer, state.site, str(state.status)) == (customer.target, site.part, "open")
    assert [len(one.events) > 0 for one in batch.outcomes if isinstance(one, callout.Receipt)] == [True] * 4


def test_all_or_nothing_names_the_command(session: callout.Session) -> None:
    before = session.head()
    with pytest.raises(callout.Error) as refused, session.batch() as batch:
        made = batch.task.create(title="Call")
        batch.task.create(title=" ")
        batch.task.complete(made.target)
    assert refused.value.code == "TASK-TITLE-01"
    assert refused.value.details["batch"]["index"] == 1
    assert session.head() == before


def test_each_has_its_outcome(session: callout.Session) -> None:
    with session.batch(each=True) as batch:
        batch.task.create(title=" ")
        made = batch.task.create(title="Call")
        batch.task.complete(made.target)
    assert isinstance(batch.outcomes[0], callout.Invalid)
    assert str(session.task.get(made.target).state.status) == "done"


def test_what_is_raised_inside_leaves_everything_undone(session: callout.Session) -> None:
    before = session.head()
    with pytest.raises(KeyError), session.batch() as batch:
        batch.task.create(title="Call")
        raise KeyError
    assert session.head() == before


def test_what_a_batch_makes_is_of_that_batch(session: callout.Session) -> None:
    outer = session.batch()
    made = outer.task.create(title="Call")
    with pytest.raises(RuntimeError), session.batch() as inner:
        inner.task.complete(made.target)
    with pytest.raises(RuntimeError):
        session.task.complete(made.target)
    for text in (str, "{}".format):
        with pytest.raises(TypeError):
            text(made.target)
    later = made.target
    with outer:
        pass
    # Once it is executed it is what was made, for whoever asks.
    with session.batch() as batch:
        batch.task.complete(later)
    assert str(session.task.get(made.target).state.status) == "done"


def test_what_an_exception_left_behind_is_not_entered_again(session: callout.Session) -> None:
    batch = session.batch()
    with pytest.raises(KeyError), batch:
        batch.task.create(title="Abandoned")
        raise KeyError
    with pytest.raises(RuntimeError), batch:
        pass
    with session.batch() as inner, pytest.raises(RuntimeError):
        inner.batch()
    assert not session.task.list().rows


def test_a_batch_only_collects(session: callout.Session) -> None:
    with session.batch() as batch:
        with pytest.raises(RuntimeError):
            batch.task.list()
        with pytest.raises(RuntimeError):
            batch.head()
        made = batch.task.create(title="Call")
        with pytest.raises(RuntimeError):
            made.events  # noqa: B018
    assert session.task.get(made.target).state.title == "Call"
    with pytest.raises(RuntimeError):
        batch.task.create(title="Too late")
