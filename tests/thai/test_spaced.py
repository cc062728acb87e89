"""Lines folded in one piece are the same as their words folded one by one."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oit_checker.thai.spaced import fold_words
from oit_checker.thai.text import fold


@pytest.mark.parametrize(
    ("line", "spaced"),
    [
        pytest.param(" โทรศัพท์ :\t๐ ๒๑๒๓\xa0", "โทรศัพท์ : 0 2123", id="blanks of any kind"),
        pytest.param("เ เผน เเผน", "เ เผน แผน", id="no mark is moved across a space"),
        pytest.param("ก\u200b \u200b ข", "ก  ข", id="a word of nothing keeps its place"),
        pytest.param("É ¦ ก", "é ¦ ก", id="letters off the page"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_words_keep_their_spaces(line: str, spaced: str) -> None:
    assert fold_words(line) == spaced


@settings(derandomize=True, deadline=None, max_examples=400)
@given(st.text(alphabet="กนำาํเแ่้์ิีุั ๐9A-–“ \u200b\t\x1c\xa0\uf70a\u0301é¦\ud800", max_size=40))
@example("ก ่้ เ เ")
def test_folded_at_once_is_folded_word_by_word(text: str) -> None:
    words = [fold(word) for word in text.split()]
    assert fold_words(text) == " ".join(words)
    assert fold_words(text).replace(" ", "") == "".join(words)
