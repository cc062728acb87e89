from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from oit_checker.documents.scripted import Sign, SignKind
from oit_checker.model.page import Fetched
from oit_checker.snapshot import PageRecord, Snapshot
from spiders.browser import choosing

URL = "https://www.x.go.th/a"
FOUND = (Sign(SignKind.LOADING, "loading"),)
MARKS = (
    *("fetch('/a')", "axios", "$.getJSON", "jQuery.ajax", "$.get('/a')", "$.post('/a')", "$('#a').load('/b')"),
    *("XMLHttpRequest", '<script type="module">', "{{ a }}", "<li v-for=a>", "<li ng-repeat=a>", "<p x-data>"),
    *("<p hx-get=/a>", "<p data-url=/a>", "<p data-remote=/a>"),
)
NO_MARKS = (
    "fetch ('/a')",
    "getJson",
    "a.get('/a')",
    "upload('/a')",
    "load('/a')",
    "{ {",
    "<p ax-data>",
    "data-uri",
    "",
)


def signs(mark: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Sign, ...]:
    """What is found on a page that may hold items, has links enough and a script."""
    monkeypatch.setattr(choosing, "signs_of", lambda body, charset: FOUND)
    body = f"<script></script>{'<a href=/b>' * 3}{mark}".encode()
    fetched = Fetched(URL, URL, 200, "text/html", datetime(2026, 11, 2, tzinfo=UTC), body_sha256="0" * 64)
    return choosing.Signs(Snapshot(folder, None)).of(PageRecord(fetched, 1, None), body, is_likely=True)


@pytest.mark.parametrize("mark", MARKS)
def test_a_page_with_a_mark_of_scripts_is_looked_at_closely(
    mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert signs(mark, tmp_path, monkeypatch) == FOUND


@pytest.mark.parametrize("words", NO_MARKS)
def test_a_page_without_one_is_not(words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert signs(words, tmp_path, monkeypatch) == ()
