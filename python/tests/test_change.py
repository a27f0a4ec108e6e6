"""A change: what is left out stays, ``None`` takes it away."""

from __future__ import annotations

import callout
import pytest


def test_absent_keeps_and_none_clears(session: callout.Session) -> None:
    made = session.task.create(title="Call", note="after lunch")
    renamed = session.task.update(made.target, title="Call back", expected=made.version)
    assert session.task.get(made.target).state.note == "after lunch"
    cleared = session.task.update(made.target, note=None, expected=renamed.version)
    state = session.task.get(made.target).state
    assert (state.title, state.note) == ("Call back", "")
    idle = session.task.update(made.target, title="Call back", expected=cleared.version)
    assert (idle.version, len(idle.events)) == (cleared.version, 0)


def test_what_is_needed_is_not_cleared(session: callout.Session) -> None:
    made = session.task.create(title="Call")
    with pytest.raises(callout.Invalid) as refused:
        session.task.update(made.target, title=None, expected=made.version)  # type: ignore[arg-type]
    assert refused.value.details["path"] == "command.task.update.title"


def test_part_of_a_value_is_changed(session: callout.Session) -> None:
    seen = session.company.get(session.company_id)
    change = callout.company.ProfileChange(phone="+420 321 000 000")
    changed = session.company.update(profile=change, expected=seen.version)
    session.company.update(profile={"phone": None}, expected=changed.version)
    profile = session.company.get(session.company_id).state.profile
    assert (profile.name, profile.phone) == (seen.state.profile.name, "")
    assert repr(callout.KEEP) == "callout.KEEP"
