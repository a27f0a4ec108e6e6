"""What the READMEs and docs/heads.md show is run as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import callout
import pytest
from conftest import founded

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "service_call"


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the host has already: a company with prices, and its people."""
    monkeypatch.chdir(tmp_path)
    karel = callout.new_id()
    with callout.open("service.db", durability="off") as engine:
        session = founded(engine)
        session.technician.create(id=karel, name="Karel")
        session.price_list.publish(
            name="Ceník", currency="CZK", valid_from=date(2026, 1, 1),
            items={"labour": {"name": "Práce", "unit": "hour", "price": "890.00"}},
        )
        customer = session.customer.create(name="Kovo Hruška s.r.o.").target
    recorded = (EXAMPLE / "registry" / "58203117.json").read_text(encoding="utf-8")
    return {
        "company": session.company_id,
        "me": session.actor.id,
        "manager_id": session.actor.id,
        "karel": karel,
        "customer_id": customer,
        "registry": callout.RecordedRegistry([recorded]),
        "enquiry": (EXAMPLE / "enquiry.eml").read_bytes(),
        "labour": {"kind": "labour", "code": "labour", "name": "Práce", "unit": "hour"},
    }


def shown(readme: str) -> str:
    """Give the one Python block of a README."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = [part.split("```")[0] for part in text.split("```python\n")[1:]]
    assert len(blocks) == 1, readme
    return blocks[0]


def test_the_readme_goes_from_the_mail_to_the_invoice(
    names: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(shown("README.md"), "README.md", "exec"), names)
    assert names["pdf"].startswith(b"%PDF-")
    assert "opened" in capsys.readouterr().out
    with callout.open("service.db") as engine:
        session = engine.session(names["company"], callout.Actor.manager(names["me"]))
        billed = session.invoice.get(names["draft"].target).state
        assert billed.content.total > 0


def test_the_page_on_heads_notices_a_file_that_was_set_back(names: dict[str, Any]) -> None:
    page = compile(shown("docs/heads.md"), "docs/heads.md", "exec")

    def worked(name: str) -> None:
        exec(page, names)
        with names["engine"] as engine:
            session = engine.session(names["company"], callout.Actor.manager(names["me"]))
            session.customer.create(name=name)
        names["heads"].close()

    worked("Hruška")
    older = Path("service.db").read_bytes()
    worked("Lis")
    heads = Path("heads.txt").read_text(encoding="utf-8")
    assert len(heads.split()) == 2 * 5, heads
    # The disk was full, or the power went.
    Path("heads.txt").write_text(heads + f'{names["company"]} {{"count": 9, "ha', encoding="utf-8")
    worked("Kos")
    Path("service.db").write_bytes(older)
    with pytest.raises(SystemExit, match="does not hold the head that was kept"):
        worked("Vrana")
    names["heads"].close()


def test_the_readme_of_the_package(
    names: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(shown("python/README.md"), "python/README.md", "exec"), names)
    assert capsys.readouterr().out
