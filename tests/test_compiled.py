"""What is made of a shipped file is kept as Python keeps compiled modules, and never stands for a changed file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from oit_checker.checklist import plain
from oit_checker.compiled import keep, kept, maker

Shelf = Path


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A folder of shipped files, in which Python may keep what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(plain, "SHIPPED", tmp_path)
    plain.shipped.cache_clear()
    yield tmp_path
    plain.shipped.cache_clear()


def read_again(name: str) -> dict[str, object]:
    plain.shipped.cache_clear()
    return plain.shipped(name)


def test_what_was_kept_is_found_again(shelf: Shelf) -> None:
    keep(str(shelf / "a.yaml"), b"made")
    assert kept(str(shelf / "a.yaml")) == b"made"
    assert [file.parent.name for file in shelf.rglob("*.kept")] == ["__pycache__"]
    assert kept(str(shelf / "b.yaml")) == b""


def test_nothing_is_kept_where_python_keeps_nothing(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(str(shelf / "a.yaml"), b"made")
    assert list(shelf.iterdir()) == []


def test_a_folder_that_cannot_be_written_costs_only_time(shelf: Shelf) -> None:
    (shelf / "__pycache__").write_text("in the way")
    keep(str(shelf / "a.yaml"), b"made")
    assert kept(str(shelf / "a.yaml")) == b""


def test_a_shipped_file_is_read_once(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    (shelf / "a.yaml").write_text("fiscal_year: 2569\ntitle: แผนปี {year}\n", encoding="utf-8")
    read = read_again("a.yaml")
    assert read == {"fiscal_year": 2569, "title": "แผนปี 2569"}
    monkeypatch.setattr(plain, "read_plain", None)
    assert read_again("a.yaml") == read


def test_a_changed_file_is_read_anew(shelf: Shelf) -> None:
    (shelf / "a.yaml").write_text("title: before", encoding="utf-8")
    read_again("a.yaml")
    (shelf / "a.yaml").write_text("title: after.", encoding="utf-8")
    assert read_again("a.yaml") == {"title": "after."}


def test_what_was_kept_and_is_broken_is_made_anew(shelf: Shelf) -> None:
    (shelf / "a.yaml").write_text("title: plan", encoding="utf-8")
    read_again("a.yaml")
    whole = kept(str(shelf / "a.yaml"))
    for broken in (b"", whole[:8], whole[:-4], whole[:32], whole[:32] + b"\xff" * 8):
        keep(str(shelf / "a.yaml"), broken)
        assert read_again("a.yaml") == {"title": "plan"}


def test_an_edited_maker_is_another_one(tmp_path: Path) -> None:
    module = tmp_path / "reading.py"
    module.write_text("")
    before = maker(str(module))
    module.touch()
    assert maker(str(module)) != before
    assert maker(str(tmp_path / "none.py"))
