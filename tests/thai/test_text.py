"""The one canonical form, and the way back from it to the words as written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oit_checker.thai.folded import _mapped, fold_mapped
from oit_checker.thai.paged import PRIVATE_USE, paged
from oit_checker.thai.text import fold, quote, squeeze, toneless

THAI_MARKS = "ํ่้๊๋์ฺิีึืุูั็๎"
TRICKY = (
    "กขงนบยรลสอเแโใไาำะๅฯๆ๐๑๙09AZaz –—-\u200b\u00ad\xa0\uf70a\uf711\uf71a“’É\u0301\u030c"
    "İΣσς\ufffe\ufffd\x00\x01\r\n각\u1100\u1161✓🙂"
)
mixed_text = st.text(alphabet=st.one_of(st.sampled_from(TRICKY + THAI_MARKS), st.characters()), max_size=40)
thai_text = st.text(alphabet=st.sampled_from("กนเแาำ " + THAI_MARKS), max_size=30)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("ปีงบประมาณ พ.ศ. ๒๕๖๙", "ปีงบประมาณพ.ศ.2569", id="spaces-and-thai-digits"),
        pytest.param("ดําเนินงานประจําปี", "ดาเนินงานประจาปี", id="nikhahit-and-sara-aa"),
        pytest.param("ดำเนินงานประจำปี", "ดาเนินงานประจาปี", id="sara-am"),
        pytest.param("ส านักงาน", "สานักงาน", id="sara-am-split-by-word"),
        pytest.param("กำรดำเนินงำน", "การดาเนินงาน", id="sara-aa-turned-to-sara-am"),
        pytest.param("ประจาปี", "ประจาปี", id="sara-am-lost-in-copying"),
        pytest.param("น้ำ", "น้า", id="tone-and-sara-am"),
        pytest.param("นํ้า", "น้า", id="nikhahit-before-tone"),
        pytest.param("น้ํา", "น้า", id="nikhahit-after-tone"),
        pytest.param("นำ้", "น้า", id="tone-typed-after-sara-am"),
        pytest.param("เเผนพัฒนา", "แผนพัฒนา", id="two-sara-e"),
        pytest.param("ท่ี", "ที่", id="tone-before-upper-vowel"),
        pytest.param("ผู้", "ผู้", id="tone-before-lower-vowel"),
        pytest.param("ที่่", "ที่", id="tone-twice"),
        pytest.param("ก\u200bา\u00adร", "การ", id="zero-width-and-soft-hyphen"),
        pytest.param("เล\uf70aม", "เล่ม", id="tone-of-an-old-font"),
        pytest.param("จ\uf711าเป\uf712น", "จาเป็น", id="nikhahit-and-maitaikhu-of-an-old-font"),
        pytest.param("\uf700าน สัญ\uf70fา", "ฐานสัญญา", id="letters-without-foot-of-an-old-font"),
        pytest.param("E–Service", "e-service", id="en-dash"),
        pytest.param("E\ufffeService", "e-service", id="pdfium-hyphen"),
        pytest.param("“No Gift Policy”", '"nogiftpolicy"', id="curly-quotes"),
        pytest.param("ปฎิบัติงาน", "ปฎิบัติงาน", id="misspelling-stays"),
        pytest.param("ต่าง ๆ", "ต่างๆ", id="repetition-sign"),
        pytest.param("Q&A\xa0ถาม", "q&aถาม", id="no-break-space"),
        pytest.param("CAFÉ Ünïcode ✓ 中文", "caféünïcode✓中文", id="characters-off-the-page"),
        pytest.param("e\u0301", "é", id="composed"),
        pytest.param("e \u0301", "é", id="composed-when-the-space-is-gone"),
        pytest.param("", "", id="empty"),
        pytest.param(" \t\r\n\u3000", "", id="only-blanks"),
    ],
)
def test_fold_gives_one_form_to_all_spellings(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_every_old_font_glyph_folds_like_its_letter() -> None:
    assert len(PRIVATE_USE) == 27
    for glyph, letter in PRIVATE_USE.items():
        assert fold("ก" + glyph) == fold("ก" + letter)


@given(mixed_text)
@settings(max_examples=400, deadline=None)
@example("J\u030c")
@example("เ\u0e4dเเ")
def test_fold_is_idempotent_and_blind_to_blanks(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert not any(char.isspace() for char in folded)
    assert "ำ" not in folded


@given(thai_text)
@settings(max_examples=300, deadline=None)
def test_fold_does_not_care_about_the_order_in_which_unicode_allows_marks(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(text) == fold(unicodedata.normalize("NFD", text))


@given(st.one_of(mixed_text, thai_text))
@settings(max_examples=400, deadline=None)
@example("น\u0e4d้า✓É เเก")
def test_mapped_fold_agrees_with_fold_and_stays_inside_the_source(text: str) -> None:
    mapped = fold_mapped(text)
    assert mapped.text == fold(text)
    assert len(mapped.starts) == len(mapped.ends) == len(mapped.text)
    assert list(mapped.starts) == sorted(mapped.starts)
    for start, end in zip(mapped.starts, mapped.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert mapped.index(len(mapped.text)) == len(text)


@given(thai_text)
@settings(max_examples=400, deadline=None)
def test_places_picked_at_once_are_those_told_one_by_one(text: str) -> None:
    one_by_one = _mapped(text, text, paged(text), [(place, place + 1) for place in range(len(text))])
    assert fold_mapped(text) == one_by_one


@pytest.mark.parametrize(
    ("source", "phrase", "original"),
    [
        pytest.param("ของ ส านักงาน ก.พ.", "สำนักงาน", "ส านักงาน", id="split-sara-am"),
        pytest.param("แผน ประจําปี ๒๕๖๙", "ประจำปี 2569", "ประจําปี ๒๕๖๙", id="nikhahit-and-digits"),
        pytest.param("✓ เเผนงาน É", "แผนงาน", "เเผนงาน", id="beside-characters-off-the-page"),
        pytest.param("ใช้ No  Gift\nPolicy นะ", "No Gift Policy", "No  Gift\nPolicy", id="spaces-inside"),
        pytest.param("ดื่มน้ำ", "น้ำ", "น้ำ", id="tone-and-sara-am-at-the-end"),
    ],
)
def test_original_words_of_a_folded_span(source: str, phrase: str, original: str) -> None:
    mapped = fold_mapped(source)
    start = mapped.text.index(fold(phrase))
    first, last = mapped.span(start, start + len(fold(phrase)))
    assert source[first:last] == original


def test_squeeze_leaves_single_spaces() -> None:
    assert squeeze("  แผน \t\xa0 งาน\n") == "แผน งาน"


@pytest.mark.parametrize(
    ("text", "around", "snippet"),
    [
        pytest.param("สั้น ๆ", 60, "สั้น ๆ", id="whole-text"),
        pytest.param("ก" * 9 + " แผนงาน " + "ข" * 9, 3, "…กก แผนงาน ขข…", id="cut-at-both-ends"),
        pytest.param("  \n แผนงาน  \n ", 2, "แผนงาน", id="blanks-are-no-cut"),
    ],
)
def test_quote_shows_the_words_around(text: str, around: int, snippet: str) -> None:
    word = "แผนงาน" if "แผนงาน" in text else "สั้น"
    start = text.index(word)
    assert quote(text, start, start + len(word), around) == snippet


def test_quote_never_cuts_a_mark_from_its_letter() -> None:
    text = "แผนที่นี่มีน้ำ"
    start = text.index("แผน")
    for around in range(len(text)):
        following = quote(text, start, start + 3, around).rstrip("…")
        assert text.startswith(following)
        rest = text[len(following) :]
        assert not rest or unicodedata.category(rest[0]) != "Mn"


@given(st.text(alphabet="กขงนาำ่้๊๋์ิีุู เแ๑1a \u0e4d\uf70a", max_size=30))
def test_a_text_without_tones_still_points_to_its_original(text: str) -> None:
    mapped = fold_mapped(text).without_tones()
    assert mapped.text == toneless(fold(text))
    assert not set(mapped.text) & set("่้๊๋")
    assert mapped.starts == tuple(sorted(mapped.starts))
    first, last = mapped.span(0, len(mapped.text))
    assert 0 <= first <= last <= len(text)
