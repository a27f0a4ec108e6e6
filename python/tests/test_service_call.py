"""The whole story, as the example tells it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def example() -> ModuleType:
    """Load the example as a module; it writes no cache beside itself."""
    spec = importlib.util.spec_from_file_location("service_call", EXAMPLES / "service_call.py")
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
