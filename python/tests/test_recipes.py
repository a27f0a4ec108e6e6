"""Each page of docs/recipes runs as it stands, from top to bottom."""

from __future__ import annotations

import ast
import doctest
import importlib.util
import os
import re
import sys
import types
from pathlib import Path

import pytest
from asked import Asked

from callout import _engine

ROOT = Path(__file__).resolve().parents[2]
RECIPES = ROOT / "docs" / "recipes"
PAGES = sorted(page for page in RECIPES.glob("*.md") if page.name != "README.md")

# A page of thousands is run with fewer.
SMALLER = {"import-customers.md": "300"}


def blocks(page: Path, language: str) -> str:
    """All blocks of a language, each on the lines on which it stands in the page."""
    inside, lines = False, []
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside and line == f"```{language}"
            lines.append("")
        else:
            lines.append(line if inside else "")
    return "\n".join(lines) + "\n"


def missing(code: str) -> list[str]:
    """What a page imports and is not installed here."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    others = sorted(names - sys.stdlib_module_names)
    return [name for name in others if importlib.util.find_spec(name) is None]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_recipe(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = blocks(page, "python")
    assert code.strip(), f"{page.name} has no code"
    if absent := missing(code):
        pytest.skip(f"{page.name}: {', '.join(absent)} is not installed")
    monkeypatch.chdir(tmp_path)
    if page.name in SMALLER:
        monkeypatch.setenv("CUSTOMERS", SMALLER[page.name])
    # A module that can be found by its name, as a script's is.
    module = types.ModuleType("recipe")
    monkeypatch.setitem(sys.modules, "recipe", module)
    # As a script of its own: it has none of the imports from `__future__` of this file.
    asked = Asked(page)
    monkeypatch.setattr(_engine, "_callout", asked.recording())
    exec(compile(code, str(page), "exec", dont_inherit=True), vars(module))
    # What a page says is printed is printed; `...` stands for what differs each time.
    told = blocks(page, "text")
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    how = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    fits = doctest.OutputChecker().check_output(told, said, how)
    assert fits, f"{page.name} prints\n{said}"
    json, told = RECIPES / "json" / page.name, asked.told(vars(module))
    if os.environ.get("CALLOUT_REWRITE"):
        json.write_text(told, encoding="utf-8")
    assert json.read_text(encoding="utf-8") == told, f"run this with CALLOUT_REWRITE=1: {json}"


def test_the_index_names_each_page() -> None:
    index = (RECIPES / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| \[[^\]]+\]\(([^)]+\.md)\)", index, re.MULTILINE))
    pages = {page.name for page in PAGES}
    assert named == pages
    beside = {page.name for page in (RECIPES / "json").glob("*.md")} - {"README.md"}
    assert beside == pages
    for page in PAGES:
        assert f"](json/{page.name})" in page.read_text(encoding="utf-8"), page.name
