"""Whatever an officer is refused with is said in Thai; what another program said of it may follow in brackets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from oit_checker import errors

ROOT = Path(__file__).parents[1]
FAULTS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.OitError)}
MAKERS = FAULTS | {"_fault", "_Problem"}
THAI = re.compile(r"[ก-๙]{2}")


def told(path: Path) -> Iterator[tuple[int, str]]:
    """The lines on which a fault is told, and the words that are written there for problem and remedy."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
            given = [*node.args, *(word.value for word in node.keywords if word.arg == "remedy")]
            for part in given:
                if isinstance(part, ast.Constant | ast.JoinedStr):
                    yield node.lineno, _words(part)


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _words(part: ast.Constant | ast.JoinedStr) -> str:
    pieces = [part] if isinstance(part, ast.Constant) else part.values
    return "".join(str(piece.value) for piece in pieces if isinstance(piece, ast.Constant))


MODULES = [path for room in ("oit_checker", "reports", "spiders") for path in sorted((ROOT / room).rglob("*.py"))]
TOLD = [(path.relative_to(ROOT), line, words) for path in MODULES for line, words in told(path)]


def test_faults_are_found_at_all() -> None:
    assert len(TOLD) > 60


@pytest.mark.parametrize(("path", "line", "words"), TOLD, ids=[f"{path}:{line}" for path, line, _ in TOLD])
def test_a_fault_is_told_in_thai(path: Path, line: int, words: str) -> None:
    assert THAI.search(words) or not re.search(r"[A-Za-z]{3}", words), f"{path}:{line}: {words}"
