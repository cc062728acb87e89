"""Thai text of any spelling: one canonical form, found again in the original, and quoted as it was written."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold, quote, squeeze

STEADY = settings(derandomize=True, deadline=None, max_examples=300)
PHRASES = ("แผนดำเนินงาน", "รายงานผลประจำปี 2569", "สำนักงาน", "น้ำ", "No Gift Policy", "Q&A", "คู่มือ", "ต.ค.")
_FILLING = ("", " ", "\xa0", "\u200b", "\n", "\ufeff")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

anything = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="กนำาํเแ่้์ิีุัโ ๐๒9a-–“ \u200b\uf70a\uf711\u0301é✓ᄀ\ud800", max_size=60),
)


@st.composite
def spelled(draw: st.DrawFn, phrase: str) -> str:
    """The phrase as somebody may have typed it: blanks inside, Thai digits, a split or two-part ำ, capitals."""
    written = phrase.translate(_THAI_DIGITS) if draw(st.booleans()) else phrase
    written = written.replace("ำ", draw(st.sampled_from(("ำ", "ํา"))))
    written = written.replace("แ", draw(st.sampled_from(("แ", "เเ"))))
    written = written.upper() if draw(st.booleans()) else written
    blanks = draw(st.lists(st.sampled_from(_FILLING), min_size=len(written), max_size=len(written)))
    return "".join(letter + blank for letter, blank in zip(written, blanks, strict=True)).strip()


@STEADY
@given(anything)
@example("ก\ud800ำ")
def test_the_fold_is_idempotent_and_its_spans_lie_in_the_original(text: str) -> None:
    folded, mapped = fold(text), fold_mapped(text)
    assert fold(folded) == folded == mapped.text
    assert len(mapped.starts) == len(mapped.ends) == len(folded)
    for place in range(len(folded)):
        first, last = mapped.span(place, place + 1)
        assert 0 <= first < last <= len(text)


@STEADY
@given(anything, anything)
def test_folding_pieces_apart_only_matters_at_the_seam(one: str, other: str) -> None:
    assert fold(one + "¦" + other) == fold(one) + "¦" + fold(other)


@STEADY
@given(st.data(), st.sampled_from(PHRASES), anything, anything)
def test_a_phrase_is_found_in_every_spelling_and_quoted_from_the_original(
    data: st.DataObject, phrase: str, before: str, after: str
) -> None:
    written = data.draw(spelled(phrase))
    text = f"{before} ¦ {written} ¦ {after}"
    hits = [hit for hit in PhraseIndex(PHRASES).search(text) if hit.phrase == phrase]
    assert fold(written) == fold(phrase)
    start, end = text.index(f"¦ {written} ¦") + 2, text.index(f"¦ {written} ¦") + 2 + len(written)
    own = [hit for hit in hits if start <= hit.start and hit.end <= end]
    assert own or (" " in written and phrase in {"Q&A", "No Gift Policy"})
    for hit in hits:
        assert fold(text[hit.start : hit.end]) == fold(phrase)
        assert hit.quote.strip("…") in squeeze(text)


@STEADY
@given(anything, st.integers(0, 70), st.integers(0, 70), st.integers(0, 30))
def test_a_quote_is_words_of_the_text(text: str, one: int, other: int, around: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    said = quote(text, start, end, around)
    assert squeeze(said.removeprefix("…").removesuffix("…")) in squeeze(text)
