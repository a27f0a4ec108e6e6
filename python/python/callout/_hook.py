"""A host's hook after each commit."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

from . import _wire
from ._generated.engine import Head

AfterCommit = Callable[[UUID, Head], object]


def tell(hook: AfterCommit, company: str, head: bytes) -> None:
    """Tell a hook where a company's journal ends. Called from Rust."""
    hook(UUID(company), _wire.read_record(Head, json.loads(head)))
