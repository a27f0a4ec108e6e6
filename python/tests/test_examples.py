"""Each command and question has an example in its docstring, and it runs where its table stands."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import callout
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from examples import gathered
from questions import AFTER
from replay import Table

ROWS = gathered()
# A mail comes by ``session.receive``; what it says follows from its bytes.
WITHOUT = {"kept.each"}


def methods() -> Iterator[tuple[str, Callable[..., Any]]]:
    """The commands and questions of all nouns."""
    session = callout.Session
    for noun, told in vars(session).items():
        if isinstance(told, property) and noun not in ("company_id", "actor"):
            module = sys.modules[f"callout._generated.{noun}"]
            (commands,) = (made for name, made in vars(module).items() if name.endswith("Commands"))
            for name, method in vars(commands).items():
                if callable(method) and not name.startswith("_"):
                    yield f"{noun}.{name.rstrip('_')}", method


METHODS = dict(methods())


def run(name: str, doc: str, given: dict[str, Any]) -> None:
    """Run the examples of a docstring."""
    test = doctest.DocTestParser().get_doctest(doc, given, name, None, None)
    assert test.examples, f"{name} has no example"
    said: list[str] = []
    done = doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert done.failed == 0, "".join(said)


@pytest.mark.parametrize("name", [name for name in METHODS if name not in WITHOUT])
def test_the_example_of_a_method_runs(name: str) -> None:
    noun = name.split(".")[0]
    doc = METHODS[name].__doc__ or ""
    question = name not in ROWS
    row = ROWS[AFTER[noun][0] if question else name]
    with Table() as table:
        table.play(row, itself=question)
        given = table.names_of(row)
        if question:
            given["target"] = table.newest
        run(name, doc, given)


# Where the examples of a session's own methods stand: what is made before them, and its name.
WORLDS = {
    "calendar_entry": ("visit.plan", "visit"),
    "calendar_feed": ("visit.plan", "visit"),
    "render": ("job_sheet.record_refusal", "sheet"),
    "sync_calendar": ("technician.create", "vrana"),
}


def written() -> Iterator[tuple[str, doctest.DocTest]]:
    """The examples of all that is not generated."""
    for info in pkgutil.iter_modules(callout.__path__):
        if info.name not in ("_callout", "_generated"):
            module = importlib.import_module(f"callout.{info.name}")
            for test in doctest.DocTestFinder(exclude_empty=True).find(module):
                if test.examples:
                    yield test.name, test
    for test in doctest.DocTestFinder().find(callout, "callout"):
        if test.examples and test.name in ("callout", "callout.open", "callout.open_memory"):
            yield test.name, test


WRITTEN = dict(written())


@pytest.mark.parametrize("name", WRITTEN)
def test_the_example_of_a_function_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    verb, called = WORLDS.get(name.rpartition(".")[2], ("activity.create", "job"))
    row, test = ROWS[verb], WRITTEN[name]
    with Table() as table:
        table.play(row, itself=True)
        test.globs.update({**table.names_of(row), "callout": callout, called: table.newest})
        test.globs["engine"] = table.engine
        said: list[str] = []
        runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
        assert runner.run(test, out=said.append).failed == 0, said


def test_what_a_session_does_has_an_example() -> None:
    from callout._session import SessionBase

    for kind in (SessionBase, callout.Engine):
        for name, made in vars(kind).items():
            if callable(made) and name[0] != "_":
                assert f"{kind.__module__}.{kind.__name__}.{name}" in WRITTEN
    for name in ("codes", "find_facts", "new_id", "read_email", "reasons", "say", "schema"):
        assert f"callout._toolbox.{name}" in WRITTEN
