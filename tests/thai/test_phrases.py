"""Phrases in folded text: where a word may begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold, number_breaks, toneless


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("สำนักงาน", "ส านักงานปลัด", id="split-sara-am"),
        pytest.param("แผนพัฒนา", "เเผนพัฒนาท้องถิ่น", id="two-sara-e"),
        pytest.param("No Gift Policy", "นโยบายNoGiftPolicy2569", id="latin-between-thai-and-digits"),
        pytest.param("No Gift Policy", "นโยบาย No Gift policy ของ อบต.", id="latin-spaced"),
        pytest.param("E-Service", "ระบบ E–Service", id="en-dash"),
        pytest.param("E-Service", "บริการ e-Services ออนไลน์", id="plural"),
        pytest.param("E-Service", "MyE-Service Online", id="odd-latin-beside-latin"),
        pytest.param("FAQ", "รวมFAQs", id="short-plural"),
        pytest.param("TOR", "ร่างTORงานจ้าง", id="short-latin-between-thai"),
        pytest.param("Q&A", "ถาม-ตอบ (Q&amp;A) Q&A", id="with-sign"),
        pytest.param("กอง", "กองคลัง กองช่าง", id="before-another-word"),
        pytest.param("นาที", "เวลา 15 นาทีต่อราย", id="before-a-leading-vowel-or-consonant"),
        pytest.param("อีเมล", "อีเมล์ saraban@", id="other-spelling-with-a-silenced-end"),
        pytest.param("ส่งเสริมความโปร่งใส", "มาตรการส่งเสริมความโปร่งใส่ภายใน", id="long-phrase-with-a-slip-after-it"),
        pytest.param("ปีงบประมาณ พ.ศ. 2568", "ปีงบประมาณ พ.ศ. 2568\n1. โครงการ", id="year-before-a-list-number"),
        pytest.param("มาตรา 9", "ตามมาตรา 9 แห่ง", id="whole-number"),
    ],
)
def test_found(phrase: str, text: str) -> None:
    index = PhraseIndex([phrase])
    hits = index.find(fold(text))
    assert {hit.phrase for hit in hits} == {phrase}
    assert all(fold(text)[hit.start : hit.end] == fold(phrase) for hit in hits)
    assert index.search(text)
    assert index.present(fold(text)) == (phrase,)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("นาที", "การพัฒนาที่ยั่งยืน", id="tone-of-the-next-word"),
        pytest.param("กอง", "นายกองค์การบริหาร", id="silenced-consonant-follows"),
        pytest.param("โทรศัพ", "โทรศัพท์", id="silenced-consonant-closes-the-word"),
        pytest.param("ศาส", "ศาสตร์", id="two-consonants-silenced"),
        pytest.param("สิท", "สิทธิ์", id="vowel-and-silencer"),
        pytest.param("นาย", "บ้านนายางเหนือ", id="vowel-of-the-next-word"),
        pytest.param("เกา", "เกาะ", id="short-vowel-sign"),
        pytest.param("ผน", "แผน", id="leading-vowel-before"),
        pytest.param("TOR", "director", id="inside-a-latin-word"),
        pytest.param("CIO", "precious metals", id="in-the-middle-of-a-latin-word"),
        pytest.param("Excel", "Excellence", id="head-of-a-latin-word"),
        pytest.param("ITA", "wait a minute", id="across-latin-words"),
        pytest.param("มาตรา 9", "มาตรา 99", id="number-goes-on"),
        pytest.param("9 ข้อ", "99 ข้อ", id="number-began-earlier"),
    ],
)
def test_not_found(phrase: str, text: str) -> None:
    index = PhraseIndex([phrase])
    assert index.find(fold(text)) == []
    assert index.search(text) == []
    assert index.present(fold(text)) == ()


@pytest.mark.parametrize("text", ["ร่าง TOR file", "the TOR", "CIO, TOR and CEO"])
def test_search_sees_the_spaces_that_the_fold_has_dropped(text: str) -> None:
    assert [hit.quote for hit in PhraseIndex(["TOR"]).search(text)] == [text]


def test_blockers_hide_a_phrase_only_inside_themselves() -> None:
    index = PhraseIndex(["บาท", "นาย"], {"บาท": ["บทบาท", "พระบาท"], "นาย": ["นายอำเภอ"]})
    folded = fold("บทบาท หน้าที่ เงิน 500 บาท ของนายอ าเภอ และนายสมชาย")
    assert [hit.phrase for hit in index.find(folded)] == ["บาท", "นาย"]
    assert index.find(fold("บทบาท พระบาท นายอำเภอ")) == []
    assert index.present(fold("บทบาท 500 บาท")) == ("บาท",)
    assert index.present(fold("บทบาท")) == ()


def test_a_blocker_may_be_a_phrase_itself() -> None:
    index = PhraseIndex(["บาท", "บทบาท"], {"บาท": ["บทบาท"]})
    assert [hit.phrase for hit in index.find(fold("บทบาท"))] == ["บทบาท"]


def test_overlapping_phrases_and_all_spellings_are_reported() -> None:
    index = PhraseIndex(["แผน", "แผนปฏิบัติการ", "ประจำปี", "ประจําปี"])
    hits = index.find(fold("แผนปฏิบัติการประจำปี"))
    assert {hit.phrase for hit in hits} == {"แผน", "แผนปฏิบัติการ", "ประจำปี", "ประจําปี"}


def test_search_quotes_the_words_as_written() -> None:
    text = "ข้อ ๑ ให้ ส  านักงาน ✓ จัดทํา แผนปฏิบัติการ ต่อไป"
    (hit,) = PhraseIndex(["สำนักงาน"]).search(text)
    assert text[hit.start : hit.end] == "ส  านักงาน"
    assert hit.quote == "ข้อ ๑ ให้ ส านักงาน ✓ จัดทํา แผนปฏิบัติการ ต่อไป"


def test_no_phrases_find_nothing() -> None:
    assert PhraseIndex([]).find("แผน") == []
    assert PhraseIndex([]).search("แผน") == []


def test_a_phrase_of_blanks_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to look for"):
        PhraseIndex([" \u200b"])


@given(st.text(alphabet="กนาย งแผ TOr่์ู9", max_size=40))
@settings(max_examples=200, deadline=None)
def test_find_reports_no_more_than_search_and_present_the_same_as_find(text: str) -> None:
    index = PhraseIndex(["นาย", "งาน", "TOR", "แผน", "นา", "น 9"], {"นา": ["นาย"]})
    found = [(hit.phrase, fold(text)[hit.start : hit.end]) for hit in index.find(fold(text))]
    assert set(index.present(fold(text))) == {phrase for phrase, _ in found}
    assert all(words == fold(phrase) for phrase, words in found)
    assert all(fold(text[hit.start : hit.end]) for hit in index.search(text))


@pytest.mark.parametrize("after", ["", "ก", "ะ", "ศ์", "9", "a", "า"])
@pytest.mark.parametrize("before", ["", "เ", "ก", "9", "a"])
def test_a_long_phrase_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    phrases = ["แผนงานบุคคลกลาง", "แผนงานบุคคลกลาง 9", "9 แผนงานบุคคลกลาง"]
    found = PhraseIndex(phrases).present(fold(before + phrases[0] + after))
    is_number = (after == "9", before == "9")
    assert set(found) == {phrase for phrase, holds in zip(phrases, (True, *is_number), strict=True) if holds}
    assert phrases[1] not in PhraseIndex(phrases).present(fold(phrases[1] + "9"))


@pytest.mark.parametrize(
    ("phrase", "read"),
    [
        pytest.param("ขั้นตอนการยื่นเรื่องร้องเรียน", "ขันตอนการยืนเรืองรองเรียน", id="tone marks lost"),
        pytest.param("หน้าที่", "หน่าที้", id="tone marks taken for one another"),
        pytest.param("หน้าที่", "หน้าที่", id="read right"),
    ],
)
def test_text_read_by_ocr_is_searched_without_tone_marks(phrase: str, read: str) -> None:
    index = PhraseIndex([phrase])
    assert [hit.phrase for hit in index.for_ocr.find(toneless(fold(read)))] == [phrase]


def test_blockers_hold_in_text_read_by_ocr() -> None:
    index = PhraseIndex(["นาที"], {"นาที": ["หน้าที่ในทุกนาทีนี้"]})
    assert not index.for_ocr.find(toneless(fold("หนาทีในทุกนาทีนี้")))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("มาตรา 128", "ตามมาตรา 128 3,000 บาท", id="number before"),
        pytest.param("3,000 บาท", "ตามมาตรา ๑๒๘  ๓,๐๐๐ บาท", id="number after"),
        pytest.param("สขร.1", "แบบ สขร.1 2569", id="one digit before a year"),
        pytest.param("5 เรื่อง", "ปี 2568 5 เรื่อง", id="one digit after a year"),
        pytest.param("ไตรมาส 1", "ไตรมาส 1 2,500 บาท", id="one digit before an amount"),
    ],
)
def test_a_blank_keeps_numbers_apart(phrase: str, text: str) -> None:
    index = PhraseIndex([phrase])
    (hit,) = index.find(fold(text), breaks=lambda: number_breaks(text))
    assert fold(text)[hit.start : hit.end] == fold(phrase)
    assert [fold(text[hit.start : hit.end]) for hit in index.search(text)] == [fold(phrase)]
    assert index.find(fold(text)) == []


@pytest.mark.parametrize("text", ["มาตรา 1283,000 บาท", "มาตรา 1 2 8 3", "ก 12 3"])
def test_a_number_that_only_looks_apart_is_one(text: str) -> None:
    assert PhraseIndex(["มาตรา 128", "3,000 บาท", "ก 1"]).search(text) == []


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="กำ่เ ๑2.,3\n\u200b", max_size=40))
def test_breaks_are_places_between_digits_of_the_folded_text(text: str) -> None:
    folded = fold(text)
    assert all(folded[place - 1].isdigit() and folded[place].isdigit() for place in number_breaks(text))
