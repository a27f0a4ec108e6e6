"""The whole story, as the example tells it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def example() -> ModuleType:
    """Load the example as a module."""
    return loaded("service_call")


def loaded(name: str) -> ModuleType:
    """Load an example as a module; it writes no cache beside itself."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def test_the_story_is_told(
    example: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = (EXAMPLES / "service_call" / "enquiry.eml").read_bytes()
    example.story(mail, tmp_path)
    said = capsys.readouterr().out
    assert "Truhlářství Borovice s.r.o." in said and said.endswith("streams: clean\n")
    left = sorted(path.suffix for path in tmp_path.iterdir() if path.is_file())
    assert left == [".db", ".docx", ".docx", ".ics", ".pdf", ".pdf"]
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 2


def test_an_enquiry_without_a_company(example: ModuleType, tmp_path: Path) -> None:
    """The sender becomes the customer where no register knows him."""
    mail = "From: Jana <jana@firma.example>\r\nSubject: Lis\r\n\r\nNejde nám lis.\r\n"
    example.story(mail.encode(), tmp_path)


def test_a_board_is_drawn_from_one_query(tmp_path: Path) -> None:
    """Each visit of the week stands there once, and so does what waits."""
    out = tmp_path / "board.svg"
    loaded("board").main(out)
    drawn = out.read_text(encoding="utf-8")
    ElementTree.fromstring(drawn)
    # Counted by hand: 26 calls, 20 of them planned; two were due on Sunday, seven are within the
    # week, and one visit lies in an absence.
    assert "open 26 · without a visit 6 · without a technician 6" in drawn
    assert "overdue 2 · due soon 7 · to decide 1" in drawn
    assert drawn.count('stroke="#38761d"') == 19 and drawn.count('stroke="#cc0000"') == 1
