"""What Python can say and JSON cannot is a coded error with its path."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import callout
import pytest

HALF = "Z\ud800"
LONG = 10**100_000


def cyclic() -> Any:
    found: list[Any] = []
    found.append(found)
    return found


def deep() -> Any:
    found: Any = "x"
    for _ in range(100_000):
        found = [found]
    return found


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (HALF, "REQUEST-READ-01"),
        (cyclic(), "REQUEST-READ-01"),
        (deep(), "REQUEST-READ-01"),
        (LONG, "REQUEST-READ-01"),
        (float("nan"), "REQUEST-READ-01"),
        (float("-inf"), "REQUEST-READ-01"),
        ({HALF: "x"}, "REQUEST-READ-01"),
        ({LONG: "x"}, "REQUEST-READ-01"),
        (object(), "REQUEST-READ-01"),
        ("x" * 501, "REQUEST-TEXT-01"),
        ("a\nb", "REQUEST-TEXT-02"),
        ("a\0b", "REQUEST-TEXT-03"),
    ],
    ids=lambda _: "",
)
def test_a_title_is_refused_with_its_path(session: callout.Session, title: Any, code: str) -> None:
    with pytest.raises(callout.Invalid) as refused:
        session.task.create(title=title)
    assert refused.value.code == code
    assert refused.value.details["path"].startswith("command.task.create.title")
    assert refused.value.message != refused.value.message_cs
    assert len(refused.value.message) < 500


@pytest.mark.parametrize(
    "quantity",
    [LONG, Decimal("1e100000"), Decimal("NaN"), "1" * 1_000_000],
    ids=["int", "exponent", "nan", "digits"],
)
def test_an_amount_is_refused_with_its_path(session: callout.Session, quantity: Any) -> None:
    with pytest.raises(callout.Invalid) as refused:
        session.report.plan_line(
            callout.new_id(),
            content={"kind": "part", "code": "A", "name": "A", "unit": "piece"},
            quantity=quantity,
        )
    assert refused.value.code == "REQUEST-AMOUNT-02"
    assert refused.value.details["path"] == "command.report.plan_line.quantity"
    assert len(refused.value.message) < 500


@pytest.mark.parametrize("words", [HALF, "x" * 501, "a\0b"])
def test_a_question_is_refused_with_its_path(session: callout.Session, words: str) -> None:
    with pytest.raises(callout.Invalid) as refused:
        session.task.list(search=words)
    assert refused.value.details["path"] == "query.task.list.filter.search"


def test_a_company_id_is_refused_with_its_path(engine: callout.Engine) -> None:
    for ask in (callout.check_registration_number, engine.look_up_company):
        with pytest.raises(callout.Error) as refused:
            ask(HALF)
        assert refused.value.code == "REQUEST-READ-01"
