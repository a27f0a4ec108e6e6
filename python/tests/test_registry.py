"""A company register that is a Python object."""

from __future__ import annotations

from typing import Any

import callout
import pytest
from callout import RegistryEntry

ENTRY: RegistryEntry = {
    "registry": "somebody else",
    "registration_number": "59610000",
    "name": "Kovo Dolní Lhota s.r.o.",
    "status": "active",
    "seat": {"street": "Hlavní 1", "city": "Praha", "postal_code": "110 00", "country": "CZ"},
    "vat_id": "CZ59610000",
}


class Register:
    """Answers what it was given, or raises it."""

    def __init__(self, answer: Any, id: str = "mine") -> None:
        self.id = id
        self.answer = answer
        self.asked: list[str] = []

    def look_up(self, registration_number: str) -> RegistryEntry | None:
        self.asked.append(registration_number)
        if isinstance(self.answer, BaseException):
            raise self.answer
        answer: RegistryEntry | None = self.answer
        return answer


def test_a_good_answer(engine: callout.Engine) -> None:
    register = Register(ENTRY)
    engine.register_registry(register)
    entry = engine.look_up_company("596 10 000")
    assert entry is not None and entry["name"] == ENTRY["name"]
    assert entry["registry"] == "mine", "whoever was asked is named, whatever the answer says"
    assert register.asked == ["59610000"]


def test_an_unknown_company(engine: callout.Engine) -> None:
    engine.register_registry(Register(None))
    assert engine.look_up_company("59610000") is None


def test_a_wrong_number_asks_nobody(engine: callout.Engine) -> None:
    register = Register(ENTRY)
    engine.register_registry(register)
    with pytest.raises(callout.Invalid) as raised:
        engine.look_up_company("58000002")
    assert raised.value.code == "REGISTRY-NUMBER-02" and register.asked == []


def test_an_exception_is_a_fault_with_its_traceback(engine: callout.Engine) -> None:
    engine.register_registry(Register(RuntimeError("no line")))
    with pytest.raises(callout.Unavailable) as raised:
        engine.look_up_company("59610000")
    assert raised.value.code == "REGISTRY-DOWN-01"
    assert raised.value.details["reason"] == "RuntimeError: no line"
    assert "in look_up" in raised.value.details["traceback"]


def test_a_coded_exception_keeps_its_code(engine: callout.Engine) -> None:
    fault = callout.Unavailable("REGISTRY-TIME-01", "", details={"registry": "mine", "seconds": 3})
    engine.register_registry(Register(fault))
    with pytest.raises(callout.Unavailable) as raised:
        engine.look_up_company("59610000")
    assert raised.value.code == "REGISTRY-TIME-01" and "3 seconds" in raised.value.message


def test_an_interrupt_is_no_panic(engine: callout.Engine) -> None:
    engine.register_registry(Register(SystemExit(3)))
    with pytest.raises(callout.Unavailable):
        engine.look_up_company("59610000")


@pytest.mark.parametrize(
    "rubbish",
    [{}, {**ENTRY, "surprise": 1}, "text", 12.5, {**ENTRY, "status": "on holiday"}, [ENTRY]],
)
def test_rubbish_is_named(engine: callout.Engine, rubbish: Any) -> None:
    engine.register_registry(Register(rubbish))
    with pytest.raises(callout.Data) as raised:
        engine.look_up_company("59610000")
    assert raised.value.code == "REGISTRY-READ-01"
    assert raised.value.details["registry"] == "mine"


def test_what_json_cannot_say_is_rubbish_too(engine: callout.Engine) -> None:
    engine.register_registry(Register({**ENTRY, "seat": object()}))
    with pytest.raises(callout.Error) as raised:
        engine.look_up_company("59610000")
    assert raised.value.details["traceback"]


@pytest.mark.parametrize("wrong", [{"registration_number": "58000003"}, {"name": " "}])
def test_an_answer_about_somebody_else(engine: callout.Engine, wrong: dict[str, str]) -> None:
    engine.register_registry(Register({**ENTRY, **wrong}))
    with pytest.raises(callout.Data) as raised:
        engine.look_up_company("59610000")
    assert raised.value.code == "REGISTRY-READ-01"


def test_the_next_one_is_asked_after_a_fault(engine: callout.Engine) -> None:
    engine.register_registry(Register(ENTRY, "backup"))
    engine.register_registry(Register(OSError("down"), "first"))
    entry = engine.look_up_company("59610000")
    assert entry is not None and entry["registry"] == "backup"


def test_a_register_may_use_the_engine(engine: callout.Engine) -> None:
    class Curious(Register):
        def look_up(self, registration_number: str) -> RegistryEntry | None:
            engine.register_registry(Register(ENTRY))
            return super().look_up(registration_number)

    engine.register_registry(Curious(ENTRY))
    assert engine.look_up_company("59610000") is not None


def test_something_that_is_no_register(engine: callout.Engine) -> None:
    with pytest.raises(AttributeError):
        engine.register_registry(object())  # type: ignore[arg-type]
