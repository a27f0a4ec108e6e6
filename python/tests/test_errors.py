"""Every class of errors, with what a program needs from it."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import callout
import pytest
from callout import _callout, _errors, _plain, _wire
from conftest import another_writer


def raw(session: callout.Session, command: object, **more: object) -> bytes:
    actor = {"id": str(session.actor.id), "role": session.actor.role}
    request = {"id": str(callout.new_id()), "company": str(session.company_id), "actor": actor}
    return json.dumps({**request, **more, "command": command}).encode()


def test_invalid_names_the_path(engine: callout.Engine, session: callout.Session) -> None:
    command = {"activity": {"create": {"kind": "one_off", "custommer": str(callout.new_id())}}}
    with pytest.raises(callout.Invalid) as raised:
        engine.execute(raw(session, command))
    error = raised.value
    assert error.code == "REQUEST-FIELD-01" and error.status == "invalid"
    create = "command.activity.create"
    assert error.paths == (f"{create}.custommer", f"{create}.customer", f"{create}.title")
    assert isinstance(error, ValueError) and isinstance(error, callout.Error)
    assert "custommer" in error.message and "Pole" in error.message_cs
    assert str(error) == f"REQUEST-FIELD-01: {error.message}"


def test_an_unknown_field_of_a_mapping_goes_on_and_is_refused(session: callout.Session) -> None:
    with pytest.raises(callout.Invalid) as raised:
        session.company.update(settings={"four_ears": True}, expected=1)
    assert raised.value.code == "REQUEST-FIELD-01"
    assert raised.value.paths[0].endswith("settings.four_ears")


def test_refused(engine: callout.Engine, session: callout.Session, job: callout.Receipt) -> None:
    reader = engine.session(session.company_id, callout.Actor.reader(callout.new_id()))
    with pytest.raises(callout.Refused) as raised:
        reader.activity.open(job.target, expected=job.version)
    assert raised.value.code == "ACCESS-ROLE-01"
    assert raised.value.details["verb"] == "activity.open"


def test_a_stale_version_names_what_changed(session: callout.Session, job: callout.Receipt) -> None:
    session.activity.open(job.target, expected=job.version)
    with pytest.raises(callout.Conflict) as raised:
        session.activity.complete(job.target, expected=job.version)
    details = raised.value.details
    assert raised.value.code == "RECORD-VERSION-01"
    assert details["expected"] == job.version and details["actual"] == job.version + 1
    assert "opened" in json.dumps(details["changed"])


def test_not_found(session: callout.Session) -> None:
    with pytest.raises(callout.NotFound) as raised:
        session.activity.get(callout.new_id())
    assert raised.value.code == "RECORD-FIND-01" and isinstance(raised.value, LookupError)


def test_unavailable_and_data(tmp_path: Path) -> None:
    with pytest.raises(callout.Unavailable):
        callout.open(tmp_path / "no" / "such" / "folder" / "service.db")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database, whatever its name says" * 100)
    with pytest.raises(callout.Data) as raised:
        callout.open(broken)
    assert raised.value.code == "STORE-OPEN-01"


def test_unsupported(engine: callout.Engine) -> None:
    with pytest.raises(callout.Unsupported) as raised:
        engine.look_up_company("59610000")
    assert raised.value.code == "REGISTRY-NONE-01"


def test_busy(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    with callout.open(path, durability="off", busy_timeout_ms=50) as engine:
        session = engine.session(callout.new_id(), callout.Actor.manager(callout.new_id()))
        with another_writer(path), pytest.raises(callout.Busy):
            session.put_blob(b"podpis")


def test_patience_without_end(tmp_path: Path) -> None:
    with callout.open(tmp_path / "service.db", durability="off", busy_timeout_ms=2**64 - 1) as engine:
        assert not engine.closed


def test_a_reason_is_said_in_both_languages() -> None:
    reason = callout.invoice.ReasonPriceRound01(amount=Decimal("840.875"), rounded=Decimal("840.88"))
    assert callout.say(reason) == "840.875 is rounded to 840.88, half away from zero."
    assert callout.say(reason, "cs") == "840,875 se zaokrouhluje na 840,88, polovina směrem od nuly."
    assert "PRICE-ROUND-01" in {declared.code for declared in callout.reasons()}
    with pytest.raises(callout.Invalid):
        callout.say({"code": "NO-SUCH-01"})


def test_internal_is_an_exception_like_the_others() -> None:
    error = _errors.refusal("ENGINE-PANIC-01", what="a test")
    assert isinstance(error, callout.Internal) and isinstance(error, Exception)
    assert "a test" in error.message


def test_every_status_has_a_class() -> None:
    statuses = {code.status for code in callout.codes()}
    assert statuses <= set(_errors._BY_STATUS)
    assert len(_errors._BY_STATUS) == 9


def test_a_naive_time_is_refused_before_it_crosses(
    engine: callout.Engine, session: callout.Session, customer: UUID
) -> None:
    naive = datetime(2026, 10, 14, 8, 30)
    with pytest.raises(callout.Invalid) as early:
        session.activity.create(kind="one_off", customer=customer, title="x", reported_at=naive)
    draft = {"kind": "one_off", "customer": str(customer), "title": "x"}
    command = {"activity": {"create": {**draft, "reported_at": naive.isoformat()}}}
    with pytest.raises(callout.Invalid) as late:
        engine.execute(raw(session, command))
    assert early.value.code == late.value.code == "REQUEST-TIME-01"
    assert early.value.details.items() <= late.value.details.items()
    assert early.value.message == late.value.message
    aware = naive.replace(tzinfo=timezone.utc)
    session.activity.create(kind="one_off", customer=customer, title="x", reported_at=aware)


def test_an_aware_time_is_no_local_one(
    engine: callout.Engine, session: callout.Session, technician: UUID
) -> None:
    until = datetime(2026, 10, 27)
    utc = datetime(2026, 10, 19, 22, tzinfo=timezone.utc)
    prague = datetime(2026, 10, 20, tzinfo=ZoneInfo("Europe/Prague"))
    # No zone stands beside it: the technician's may be another one.
    for aware in (utc, prague):
        with pytest.raises(callout.Invalid) as early:
            session.technician.add_absence(technician, from_=aware, to=until)
        command = {"technician": {"add_absence": {"from": aware.isoformat(), "to": until.isoformat()}}}
        with pytest.raises(callout.Invalid) as late:
            engine.execute(raw(session, command, target=str(technician)))
        assert early.value.code == late.value.code == "REQUEST-FORM-01"
        assert early.value.paths == ("command.technician.add_absence.from",)
    session.technician.add_absence(technician, from_=prague.replace(tzinfo=None), to=until)
    (absence,) = session.technician.get(technician).state.absences
    assert absence.from_.local == datetime(2026, 10, 20) and absence.from_.instant == utc


def test_a_local_time_may_hold_the_zone_that_stands_beside_it() -> None:
    codec = _wire.Rec(callout.visit.WallTime)
    prague = datetime(2026, 10, 20, 9, tzinfo=ZoneInfo("Europe/Prague"))
    wall = callout.visit.WallTime(local=prague, zone="Europe/Prague")
    written = {"local": "2026-10-20T09:00:00", "zone": "Europe/Prague"}
    assert codec.write(wall, "at") == {**written, "later": False}
    assert codec.write({"local": prague, "zone": "Europe/Prague"}, "at") == written
    assert codec.write({"local": prague.replace(tzinfo=None), "zone": "Europe/Prague"}, "at") == written
    second = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Prague"), fold=1)
    later = {"local": "2026-10-25T02:30:00", "zone": "Europe/Prague", "later": True}
    for half_past_two in (second, second.replace(tzinfo=None)):
        wall = callout.visit.WallTime(local=half_past_two, zone="Europe/Prague")
        assert codec.write(wall, "at") == later
    said = callout.visit.WallTime(local=second.replace(fold=0), zone="Europe/Prague", later=True)
    assert codec.write(said, "at") == later
    fixed = prague.replace(tzinfo=timezone(timedelta(hours=2)))
    for local, zone in [(prague, "Europe/Bratislava"), (prague, None), (fixed, "Europe/Prague")]:
        with pytest.raises(callout.Invalid) as raised:
            codec.write({"local": local, "zone": zone}, "at")
        assert raised.value.code == "REQUEST-FORM-01" and raised.value.paths == ("at.local",)


def test_a_float_is_no_amount() -> None:
    field = (_wire.Field("amount", _wire.AMOUNT),)
    with pytest.raises(callout.Invalid) as raised:
        _wire.write_fields(field, {"amount": 12.5}, "command.invoice.add")
    assert raised.value.code == "REQUEST-AMOUNT-01"
    assert raised.value.paths == ("command.invoice.add.amount",)
    with pytest.raises(callout.Invalid) as raised:
        _wire.write_fields(field, {"amount": Decimal("NaN")}, "command")
    assert raised.value.code == "REQUEST-AMOUNT-02"
    # Written out, these would be gigabytes.
    for huge in ["1E+999999999", "1E-999999999", "-1E+101"]:
        with pytest.raises(callout.Invalid) as raised:
            _wire.write_fields(field, {"amount": Decimal(huge)}, "command")
        assert raised.value.code == "REQUEST-AMOUNT-02"
    exact = _wire.write_fields(field, {"amount": Decimal("1E+3")}, "command")
    assert exact == {"amount": "1000"}
    assert _wire.write_fields(field, {"amount": 3}, "command") == {"amount": "3"}


def test_what_json_cannot_say_is_refused(session: callout.Session) -> None:
    with pytest.raises(callout.Invalid) as raised:
        session.activity.create(kind="one_off", customer=object(), title="x")  # type: ignore[arg-type]
    assert raised.value.code == "REQUEST-READ-01"
    assert raised.value.paths == ("command.activity.create.customer",)
    with pytest.raises(ValueError):
        _plain.to_bytes(float("nan"))


def test_a_word_that_is_none_is_refused_by_the_engine(session: callout.Session, customer: UUID) -> None:
    with pytest.raises(callout.Invalid) as raised:
        session.activity.create(kind="hobby", customer=customer, title="x")  # type: ignore[arg-type]
    assert raised.value.code == "REQUEST-CHOICE-01"
    assert raised.value.paths[0].startswith("command.activity.create")


def test_what_a_command_needs_is_in_its_signature(session: callout.Session, job: callout.Receipt) -> None:
    with pytest.raises(TypeError, match="expected"):
        session.activity.open(job.target)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="expected"):
        session.activity.create(  # type: ignore[call-arg]
            kind="one_off", customer=job.target, title="x", expected=1
        )
    assert not hasattr(session.series, "take"), "what only Callout asks is not offered"


@pytest.mark.parametrize("name", ["activity", "codes", "nobody"])
def test_schemas_at_run_time(name: str) -> None:
    if name == "activity":
        assert {"command", "query", "view", "page"} <= set(callout.schema(name))
    else:
        with pytest.raises(callout.NotFound) as raised:
            callout.schema(name)
        assert raised.value.code == "BORDER-SCHEMA-01"


def test_bad_ids_of_the_raw_door(engine: callout.Engine) -> None:
    inner = engine._inner
    for call in (inner.query, inner.execute, inner.batch, inner.render, inner.renew):
        with pytest.raises(callout.Invalid) as raised:
            call(b'{"company": "4711"}')
        assert raised.value.paths[0] == "company"
    with pytest.raises(callout.Invalid) as raised:
        _callout.Engine.open("x.db", durability="eternal")
    assert raised.value.paths == ("durability",)


def test_errors_survive_pickling_and_keep_quiet(session: callout.Session) -> None:
    with pytest.raises(callout.Error) as raised:
        callout.check_registration_number("58000002")
    again = pickle.loads(pickle.dumps(raised.value))
    assert type(again) is callout.Invalid
    assert again.code == raised.value.code and again.details == raised.value.details
    assert repr(raised.value) == "Invalid('REGISTRY-NUMBER-02')"


def test_a_float_quantity_is_refused_as_the_engine_would(
    engine: callout.Engine, session: callout.Session, job: callout.Receipt
) -> None:
    with pytest.raises(callout.Invalid) as early:
        session.report.plan_line(job.target, content={}, quantity=1.5)  # type: ignore[arg-type]
    with pytest.raises(callout.Invalid) as late:
        engine.execute(raw(session, {"report": {"plan_line": {"quantity": 1.5, "content": {}}}}))
    assert early.value.code == late.value.code == "REQUEST-AMOUNT-01"
    assert early.value.details.items() <= late.value.details.items()
