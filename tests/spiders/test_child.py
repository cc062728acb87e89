"""A crawler may be started before it is wanted: it then stands ready, and is gone where nobody wants it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from spiders import child
from spiders.child import Child, any_child, waiting_child
from spiders.crawl import crawl

WHAT_IT_LOADS = "import sys, spiders.site; print(sorted({'pydantic', 'yaml', 'httpx'} & set(sys.modules)))"
HOME = b"<html><body><a href='/plan'>ITA</a></body></html>"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """Every child that is started in a test."""
    known: list[Child] = []

    class Noted(Child):
        def __init__(self) -> None:
            super().__init__()
            known.append(self)

    monkeypatch.setattr(child, "Child", Noted)
    return known


def test_a_child_that_nobody_wants_is_gone_afterwards(started: list[Child]) -> None:
    with waiting_child():
        assert started[0].process.poll() is None
    assert started[0].process.poll() is not None
    assert any_child() is not started[0]
    started[1].end()


def test_a_crawl_takes_the_child_that_stands_ready(site: Any, tmp_path: Path, started: list[Child]) -> None:
    site.pages["/"] = (200, {"Content-Type": "text/html"}, HOME)
    site.pages["/plan"] = (200, {"Content-Type": "text/html"}, "<h1>แผน</h1>".encode())
    with waiting_child():
        first = crawl(site.url, into=tmp_path / "first")
        second = crawl(site.url, into=tmp_path / "second")
    assert [(told.manifest.outcome, told.manifest.reason) for told in (first, second)] == [("completed", None)] * 2
    assert len(started) == 2
    assert {one.process.returncode for one in started} == {0}


def test_a_child_without_a_job_ends_by_itself() -> None:
    lonely = Child()
    assert lonely.process.stdin is not None
    lonely.process.stdin.close()
    assert lonely.process.wait(timeout=30) == 0
    assert lonely.end() == ""


def test_a_child_loads_nothing_that_only_judging_needs() -> None:
    told = subprocess.run([sys.executable, "-c", WHAT_IT_LOADS], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
