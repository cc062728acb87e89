"""What is found out about a page's text only when it is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checks import page_text
from oit_checker.checks.matter import Matter
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.thai.phrases import PhraseIndex

INDEX = PhraseIndex(["แผน"])


def matter(*lines: str) -> Matter:
    page = Page("https://www.example.go.th/p", PageKind.HTML, None, tuple(map(Passage, lines)))
    return Matter(page, INDEX, date(2026, 4, 30))


def test_a_page_that_only_tells_its_year_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    def unasked(text: str) -> str:
        raise AssertionError(text)

    monkeypatch.setattr(page_text, "fold", unasked)
    assert [year.be for _, year in matter("แผนปี 2569").years] == [2569]


def test_a_copy_that_heeds_less_searches_the_same_text() -> None:
    for asked in (matter("มีแผน", "ข่าว"), matter("มีแผน", "ข่าว").at_its_word, matter("มีแผน", "ข่าว").heeding_names):
        place = asked.first("แผน")
        assert place is not None
        assert place.snippet == "มีแผน"
