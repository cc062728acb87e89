"""Sites that show a box to sign in beside every page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from oit_checker.model.page import Fetched
from oit_checker.model.run import Limits
from oit_checker.snapshot import FORMAT, Manifest, PageRecord, Snapshot
from oit_checker.verify.box import hosts_with_box

NOW = datetime(2026, 3, 2, tzinfo=UTC)
HOME = "https://www.example.go.th/"


@pytest.mark.parametrize(
    ("html", "hosts"),
    [
        ("<h1>หน้าแรก</h1><form><input type='password'></form>", {"www.example.go.th"}),
        ("<h1>หน้าแรก</h1><form><input name='q'></form>", set()),
    ],
)
def test_the_home_page_tells(tmp_path: Path, html: str, hosts: set[str]) -> None:
    snapshot = Snapshot.create(tmp_path / "s")
    sha = snapshot.keep_body(html.encode())
    snapshot.add_page(PageRecord(Fetched(HOME, HOME, 200, "text/html", NOW, body_sha256=sha), 0, None))
    limits = Limits(9, 6, 30.0)
    snapshot.finish(
        Manifest(FORMAT, HOME, ("www.example.go.th",), NOW, NOW, "completed", None, limits, 1, 1, home=HOME)
    )
    assert hosts_with_box(snapshot) == hosts
