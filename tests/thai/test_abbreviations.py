"""Officers' abbreviations: compared as their words, quoted as they were written, and nothing else taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.spaced import fold_words
from oit_checker.thai.text import fold, toneless

near_abbreviations = st.text(alphabet="งปมตชวผอก.เ ่ี้✓é1|", max_size=24)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("งปม. (บาท)", "งบประมาณ (บาท)", id="a-head"),
        pytest.param("งปม", "งบประมาณ", id="a-head-without-its-dot"),
        pytest.param("ประจำปี งปม. พ.ศ. 2569", "ประจำปี งบประมาณ พ.ศ. 2569", id="a-year"),
        pytest.param("การประเมินผลการ ปง.", "การประเมินผลการปฏิบัติงาน", id="after-a-word"),
        pytest.param("ตชว.ที่ 3", "ตัวชี้วัดที่ 3", id="an-indicator"),
        pytest.param("รอง ผวจ.ลำปาง", "รองผู้ว่าราชการจังหวัดลำปาง", id="a-governor"),
        pytest.param("รอง ผอ. ✓", "รองผู้อำนวยการ ✓", id="beside-a-sign-off-the-page"),
    ],
)
def test_an_abbreviation_is_compared_as_its_word(written: str, meant: str) -> None:
    assert fold(written) == fold_mapped(written).text == fold(meant)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("สำนักงาน ปปง.", id="the-office-against-money-laundering"),
        pytest.param("กปง.ทบ.", id="a-division"),
        pytest.param("อ.ปง จ.พะเยา", id="a-district"),
        pytest.param("ผวจก.", id="letters-that-go-on"),
        pytest.param("เรื่องปมปัญหา", id="letters-of-two-words"),
        pytest.param("เผอ.", id="a-piece-of-a-syllable"),
    ],
)
def test_what_only_looks_like_one_stays(written: str) -> None:
    assert fold(written) == written.replace(" ", "").replace("ำ", "า")


def test_it_is_quoted_as_it_was_written() -> None:
    (hit,) = PhraseIndex(["งบประมาณ"]).search("ที่ | โครงการ | งปม. (บ.) | ระยะเวลา")
    assert hit.quote == "ที่ | โครงการ | งปม. (บ.) | ระยะเวลา"
    assert "ที่ | โครงการ | งปม. (บ.) | ระยะเวลา"[hit.start : hit.end] == "งปม."


@given(near_abbreviations, near_abbreviations)
def test_the_fold_stays_one_form(one: str, other: str) -> None:
    folded, mapped = fold(one), fold_mapped(one)
    assert fold(folded) == folded == mapped.text
    assert fold(one + "¦" + other) == fold(one) + "¦" + fold(other)
    assert fold_words(one) == " ".join(map(fold, one.split()))
    assert mapped.without_tones().text == toneless(folded)
    assert all(0 <= start < end <= len(one) for start, end in (mapped.span(at, at + 1) for at in range(len(folded))))
