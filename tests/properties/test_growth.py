"""Long words, addresses and nests cost time by their length, not by its square: a test that hangs has failed.

Sizes are such that the square would take minutes.
"""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checks.contact import email
from oit_checker.checks.matter import Matter
from oit_checker.documents.html import read_html
from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import harvest
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.thai.codes import codes_in_name
from oit_checker.thai.dates import year_mentions_in_name
from oit_checker.thai.phrases import PhraseIndex

URL = "https://www.x.go.th/"
ASKED = Component(id="O3.mail", label_th="อีเมล", required=True, basis=Basis.CONFIRMED, check="email")


@pytest.mark.parametrize("long", ["ก" * 300_000, "a.b" * 100_000, "x@" * 100_000])
def test_an_address_behind_a_very_long_word_is_found(long: str) -> None:
    page = Page(URL, PageKind.TEXT, None, (Passage(f"{long} ติดต่อ saraban@example.go.th"),))
    seen = email(ASKED, Matter(page, PhraseIndex(["แผน"]), date(2026, 4, 30)), None)
    assert "saraban@example.go.th" in (seen.snippet or "")


@pytest.mark.parametrize("long", ["1" * 200_000, "A" * 200_000 + "-1a", "sid" * 70_000, "?a=" * 70_000, "?" * 200_000])
def test_the_code_and_year_after_a_very_long_name_are_read(long: str) -> None:
    name = f"{URL}{long}/O12-2569.pdf"
    assert [code.code for code in codes_in_name(name)] == ["O12"]
    assert 2569 in {mention.be for mention in year_mentions_in_name(name)}


def test_many_panels_of_one_name_have_the_label_of_the_first() -> None:
    panels = "<div id=a class=collapse aria-labelledby=a>" * 1900
    body = f"<h3 id=b>2569</h3>{panels}<div aria-labelledby=b><a href=o1.pdf>แผน</a>".encode()
    (link,) = harvest(parse_html(body), URL)
    assert (link.text, link.heading) == ("แผน", "2569")


def test_a_label_that_holds_a_page_says_its_first_words() -> None:
    items = "".join(f"<p>ข้อ {number} <a href=o{number}.pdf>แผน</a></p>" for number in range(1500))
    body = f"<div class='card'>{'<div class=title>' * 60}{items}".encode()
    page = read_html(body, url=URL)
    assert [link.url for link in page.links] == [f"{URL}o{number}.pdf" for number in range(1500)]
    assert all(len(link.row or "") <= 300 and len(link.heading or "") <= 200 for link in page.links)
