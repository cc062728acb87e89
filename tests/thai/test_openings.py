"""How pages of one site begin alike: read once, and still read as if each page were the only one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.thai import openings
from oit_checker.thai.openings import Openings
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold

INDEX = PhraseIndex(["นาย", "งาน", "TOR", "แผน", "น 9", "งบประมาณ", "แผนงานกลาง", "กข", "9 ข้อ"])
MENU = "หน้าแรก แผนงาน TOR 2569 งปม. (ITA) ถาม-ตอบ O1 ผอ. นาย ก ข "

# Not both at once: in a text with signs that compose, the fold sees the second of ปง.ปง. too.
ABBREVIATED, COMPOSING = "งปมตชวผอ.", "ก\u0301é\u1100\u1161각✓.เ"
COMMON = "กขนาแโ ่ี้ำ์ฺๅ\u0e4d09aTOR)-©ฯ๏๙\u200b\n"
texts_alike = st.sampled_from([COMMON + ABBREVIATED, COMMON + COMPOSING]).flatmap(
    lambda letters: st.lists(st.text(letters, max_size=20), min_size=8, max_size=14)
)


@pytest.fixture(autouse=True)
def few_letters_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "_LEAST", 8)


def check(pages: Sequence[tuple[str, str]]) -> int:
    """Read the pages in turn; how many of them had a known opening."""
    site, known = Openings(), 0
    for title, text in pages:
        told = site.told(title, text)
        assert told.folded == fold(f"{title} {text}")
        assert told.present(INDEX) == INDEX.present(told.folded)
        known += told.opening is not None
    return known


def test_what_pages_begin_with_is_known_from_the_third_on() -> None:
    assert check([("", MENU + "ก"), ("งาน", MENU + "แผน 9"), ("นาย", MENU + "งาน"), ("O1", MENU + "ข้อ")]) == 2


def test_pages_that_begin_otherwise_are_read_whole() -> None:
    other = MENU.replace("TOR", "ITA")
    assert check([("", MENU), ("", MENU), ("", other + "1"), ("", other + "2"), ("", other + "3"), ("", "แผน")]) == 1


def test_more_is_taken_for_the_opening_where_page_after_page_has_it() -> None:
    site, long = Openings(), MENU * 5
    for text in (MENU + "ก", *(f"{long}{number}" for number in range(9))):
        told = site.told("", text)
    assert told.opening is not None
    assert len(told.opening.text) >= len(long)


def test_an_opening_without_a_seam_is_none() -> None:
    assert check([("", "สำนักงานปลัดกระทรวง" * 3)] * 4) == 0


def test_without_phrases_nothing_is_found() -> None:
    site = Openings()
    assert [site.told("", MENU).present(PhraseIndex([])) for _ in range(3)] == [()] * 3


def test_a_blocked_phrase_is_judged_on_the_whole_page() -> None:
    index, site = PhraseIndex(["บาท"], {"บาท": ["บทบาท"]}), Openings()
    pages = [f"{MENU}{end}" for end in ("ก", "ข", "บทบาท", "500 บาท")]
    assert [site.told("", page).present(index) for page in pages] == [(), (), (), ("บาท",)]


@given(texts_alike)
@settings(max_examples=200, deadline=None)
def test_each_page_is_read_as_if_it_were_the_only_one(texts: list[str]) -> None:
    before, after, *rest = texts
    check([(title, before + MENU + after + text) for title, text in zip(rest[::2], rest[1::2], strict=False)])


@given(texts_alike, st.sampled_from("!)-09aZ"), st.sampled_from(["", " ", "\n\u200b"]))
@settings(max_examples=300, deadline=None)
def test_texts_are_folded_apart_at_a_seam(texts: list[str], sign: str, blank: str) -> None:
    text = texts[0] + sign + blank + texts[1]
    seams = [seam.end() for seam in re.finditer(openings._SEAM, text)]
    assert all(fold(text) == fold(text[:at]) + fold(text[at:]) for at in seams)
