"""The typed layer is what the schemas say, and the generator knows every form of them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import callout
import pytest

PYTHON = Path(__file__).parent.parent
GENERATE = PYTHON / "tools" / "generate.py"
UUID_TEXT = "01890a5d-ac96-774b-bcce-b302099a8057"


def test_the_committed_layer_is_not_stale() -> None:
    done = subprocess.run(
        [sys.executable, str(GENERATE), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_of_the_engine_is_there() -> None:
    for path in (PYTHON.parent / "include" / "schema").glob("*.json"):
        if path.stem not in ("codes", "labels", "reasons"):
            assert path.stem in callout.__all__
            assert callout.schema(path.stem) == json.loads(path.read_text(encoding="utf-8"))


def text(**more: Any) -> dict[str, Any]:
    return {"type": "string", **more}


def record(required: list[str], **fields: Any) -> dict[str, Any]:
    made = {"type": "object", "additionalProperties": False, "properties": fields}
    return {**made, "required": required}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


DEFS: dict[str, Any] = {
    "Exact": text(format="decimal"),
    "Instant": text(format="date-time"),
    "Personal_string": {
        "type": "object",
        "properties": {"person": text(format="uuid"), "value": {"type": ["string", "null"]}},
        "required": ["person", "value"],
    },
    "Unit": {"type": "string", "enum": ["piece", "hour", "3d", "class"]},
    "Travel": record(["km"], km=ref("Exact")),
    "Content": {
        "oneOf": [
            record(["part"], part=record(["code"], code=text(), unit=ref("Unit"))),
            record(["travel"], travel=ref("Travel")),
            record(["fee"], fee=ref("Exact")),
            text(const="gift", description="Nothing to pay."),
            record(["bundle"], bundle={"type": "array", "items": ref("Content")}),
        ]
    },
    "Shape": {
        "oneOf": [
            record(["kind", "edge"], kind=text(const="square"), edge={"type": "integer"}),
            record(["kind"], kind=text(const="point")),
        ]
    },
    "Line": record(
        ["content", "from"],
        **{"from": text(format="date")},
        content=ref("Content"),
        price={"anyOf": [ref("Exact"), {"type": "null"}]},
        shape=ref("Shape"),
    ),
    "WallTime": record(["local"], local=text(format="partial-date-time")),
    "Odd": {"anyOf": [{"type": "integer"}, record(["x"], x=text())]},
}

COMMAND: dict[str, Any] = {
    "$defs": DEFS,
    "oneOf": [
        record(
            ["report"],
            report=record(
                ["lines", "id", "class"],
                **{"class": text()},
                id=text(format="uuid"),
                lines={"type": "array", "items": ref("Line")},
                prices={"type": "object", "additionalProperties": ref("Exact")},
                who={"anyOf": [ref("Personal_string"), {"type": "null"}]},
                at=ref("WallTime"),
                picture=text(contentEncoding="base64"),
                pair={"type": "array", "prefixItems": [text(), ref("Exact")]},
                odd=ref("Odd"),
                quantity={**ref("Exact"), "default": "1"},
                unit={**ref("Unit"), "default": "hour"},
            ),
        ),
        record(["move"], move=ref("Travel")),
        record(["list"], list={"type": "array", "items": text(format="uuid")}),
        text(const="rest", description="Do nothing."),
    ],
    "title": "Command",
}


@pytest.fixture
def widget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A room with every form, generated beside the real ones and imported."""
    schemas = tmp_path / "schema"
    schemas.mkdir()
    engine = (PYTHON.parent / "include" / "schema" / "engine.json").read_text(encoding="utf-8")
    (schemas / "engine.json").write_text(engine, encoding="utf-8")
    view = {"$defs": DEFS, **record(["line"], line=ref("Line"), at=ref("Instant")), "title": "View"}
    room = json.dumps({"command": COMMAND, "view": view})
    (schemas / "widget.json").write_text(room, encoding="utf-8")
    (schemas / "gadget.json").write_text(room, encoding="utf-8")
    package = Path(callout.__file__).parent / "_generated_for_test"
    command = [
        sys.executable,
        str(GENERATE),
        "--schemas",
        str(schemas),
        "--out",
        str(tmp_path / "out"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    spec = importlib.util.spec_from_file_location(
        f"callout.{package.name}",
        tmp_path / "out" / "__init__.py",
        submodule_search_locations=[str(tmp_path / "out")],
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    yield module.widget
    for name in [name for name in sys.modules if name.startswith(spec.name)]:
        del sys.modules[name]


class Recorder:
    """Keeps what would cross."""

    registration_number = UUID(UUID_TEXT)

    def __init__(self) -> None:
        self.command: Any = None

    def _execute(self, request: Any) -> None:
        self.command = request["command"]["widget"]


def test_every_form_is_written(widget: Any) -> None:
    recorder = Recorder()
    session = widget.WidgetCommands(recorder)
    line = widget.Line(
        from_=date(2026, 1, 2),
        price=Decimal("12.50"),
        content=widget.ContentBundle(
            value=(
                widget.ContentPart(code="ložisko", unit=widget.Unit.PIECE),
                widget.ContentTravel(km=Decimal(3)),
                widget.ContentFee(value=Decimal("0.10")),
                widget.ContentGift(),
            )
        ),
        shape=widget.ShapeSquare(edge=3),
    )
    session.report(
        lines=[line, {"from": date(2026, 1, 2), "content": {"fee": "1"}}],
        id_=UUID(UUID_TEXT),
        class_="a",
        prices={"a": Decimal("1.0")},
        who=callout.Personal(person=UUID(UUID_TEXT), value="Jana"),
        at={"local": datetime(2026, 1, 2, 10)},
        picture=b"png",
        pair=("x", Decimal(2)),
        odd={"x": "y"},
    )
    content = {
        "bundle": [
            {"part": {"code": "ložisko", "unit": "piece"}},
            {"travel": {"km": "3"}},
            {"fee": "0.10"},
            "gift",
        ]
    }
    first = {
        "from": "2026-01-02",
        "content": content,
        "price": "12.50",
        "shape": {"kind": "square", "edge": 3},
    }
    assert recorder.command == {
        "report": {
            "class": "a",
            "id": UUID_TEXT,
            "lines": [first, {"from": "2026-01-02", "content": {"fee": "1"}}],
            "prices": {"a": "1.0"},
            "who": {"person": UUID_TEXT, "value": "Jana"},
            "at": {"local": "2026-01-02T10:00:00"},
            "picture": "cG5n",
            "pair": ["x", "2"],
            "odd": {"x": "y"},
            "quantity": "1",
            "unit": "hour",
        }
    }
    session.move(km=3)
    assert recorder.command == {"move": {"km": "3"}}
    session.list(value=[UUID(UUID_TEXT)])
    assert recorder.command == {"list": [UUID_TEXT]}
    session.rest()
    assert recorder.command == "rest"


def test_a_wrong_amount_deep_down_is_found(widget: Any) -> None:
    session = widget.WidgetCommands(Recorder())
    line = widget.Line(from_=date(2026, 1, 2), content=widget.ContentTravel(km=1.5))
    with pytest.raises(callout.Invalid) as raised:
        session.report(lines=[line], id_=UUID(UUID_TEXT), class_="a")
    assert raised.value.paths == ("command.widget.report.lines[0].content.travel.km",)


def test_every_form_is_read(widget: Any) -> None:
    view = callout._wire.read_record(
        widget.View,
        {
            "at": "2026-10-16T08:00:00Z",
            "newer": 1,
            "line": {
                "from": "2026-01-02",
                "content": {"bundle": ["gift", {"fee": "2.50"}, {"unheard": {}}]},
                "price": None,
                "shape": {"kind": "point"},
            },
        },
    )
    assert view.at == datetime(2026, 10, 16, 8, tzinfo=timezone.utc)
    assert view.line.from_ == date(2026, 1, 2) and view.line.price is None
    assert view.line.content.value == (
        widget.ContentGift(),
        widget.ContentFee(value=Decimal("2.50")),
        {"unheard": {}},
    )
    assert view.line.shape == widget.ShapePoint()


def test_what_two_rooms_share_is_one_type(widget: Any) -> None:
    assert widget.Line.__module__.endswith(".common")
    assert widget.View.__module__.endswith(".widget")
