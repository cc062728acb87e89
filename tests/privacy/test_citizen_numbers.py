"""The numbers are made up: an office code 9999 or 9990 was never given, and only the check digits are right."""

from __future__ import annotations

import pytest

from oit_checker.privacy import is_masked, mask
from oit_checker.privacy.citizen_numbers import Setting, citizen_numbers

ONE, OTHER = "1999000000017", "3109990000127"
ONE_MASKED, OTHER_MASKED = "1-xxxx-xxxxx-01-7", "3-xxxx-xxxxx-12-7"


@pytest.mark.parametrize(
    ("written", "setting"),
    [
        pytest.param("เลข 1999000000017", Setting.PLAIN, id="thirteen digits"),
        pytest.param("เลข 1-9990-00000-01-7", Setting.GROUPED, id="five groups"),
        pytest.param("เลข 1–9990–00000–01–7", Setting.GROUPED, id="typographic dashes"),
        pytest.param("เลข 1 - 9990 - 00000 - 01 - 7", Setting.GROUPED, id="dashes with spaces"),
        pytest.param("เลข 1 9990 00000 01 7", Setting.LOOSE, id="spaces"),
        pytest.param("เลข 1 9 9 9 0 0 0 0 0 0 0 1 7", Setting.LOOSE, id="a box for each digit"),
        pytest.param("เลข ๑-๙๙๙๐-๐๐๐๐๐-๐๑-๗", Setting.GROUPED, id="thai digits"),
        pytest.param("เลข ๑๙๙๙๐๐๐๐๐๐๐๑๗", Setting.PLAIN, id="thai digits without a gap"),
        pytest.param("2568-1999000000017.pdf", Setting.PLAIN, id="a year before it"),
        pytest.param("12 1999000000017 5", Setting.PLAIN, id="other numbers beside it"),
        pytest.param("199-9000-000-017", Setting.LOOSE, id="groups of one's own"),
        pytest.param("https://x.go.th/a_1999000000017_b.pdf", Setting.PLAIN, id="a file name"),
        pytest.param("https://x.go.th/1%209990%2000000%2001%207.pdf", Setting.LOOSE, id="encoded spaces"),
        pytest.param("https://x.go.th/a%201999000000017.pdf", Setting.PLAIN, id="behind an encoded space"),
        pytest.param(
            "https://x.go.th/" + "".join(f"%E0%B9%9{digit}" for digit in ONE), Setting.PLAIN, id="encoded thai digits"
        ),
        pytest.param(
            "https://x.go.th/" + "".join(f"%f{digit}" for digit in ONE), Setting.PLAIN, id="thai digits of windows-874"
        ),
    ],
)
def test_a_citizen_number_is_known_however_it_is_set(written: str, setting: Setting) -> None:
    (number,) = citizen_numbers(written)
    assert (number.digits, number.setting) == (ONE, setting)
    masked = mask(written)
    assert ONE_MASKED in masked
    assert ONE not in masked
    assert is_masked(masked)
    assert mask(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1999000000018", id="a wrong check digit"),
        pytest.param("0-9940-00158-37-8", id="a tax number of a body"),
        pytest.param("67019123456", id="a project number of e-GP"),
        pytest.param("11999000000017", id="fourteen digits"),
        pytest.param("0.1999000000017", id="a fraction"),
        pytest.param("https://x.com/maps/@13.1999000000017,100.5,17z", id="a coordinate"),
        pytest.param("เลข 1-9990-00000-0-18", id="groups of another number"),
        pytest.param("โทรศัพท์ 0 2123 4567 ต่อ 1234", id="a telephone number"),
        pytest.param("12 | 332 255 290 31", id="columns of figures"),
        pytest.param("https://www.google.com/maps/embed?pb=!4v1999000000017!5m2", id="the time stamp of a map"),
        pytest.param("เทศบัญญัติ พ.ศ. ๒๕๖๘ ข้อ ๑ ๒ ๓", id="years"),
    ],
)
def test_other_numbers_are_left_as_they_are(text: str) -> None:
    assert mask(text) == text
    assert not is_masked(text)


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        pytest.param("เลขที่ 1-9990-00000-01-8 ก", "เลขที่ 1-xxxx-xxxxx-01-8 ก", id="five groups"),
        pytest.param("๑ ๙๙๙๐ ๐๐๐๐๐ ๐๑ ๘", "1-xxxx-xxxxx-01-8", id="groups with spaces"),
        pytest.param(
            "เลขประจำตัวประชาชน: 1999000000018", "เลขประจำตัวประชาชน: 1-xxxx-xxxxx-01-8", id="named for what it is"
        ),
        pytest.param("ID card no. 1999000000018", "ID card no. 1-xxxx-xxxxx-01-8", id="named in English"),
    ],
)
def test_a_number_with_a_wrong_digit_is_masked_and_not_told(written: str, masked: str) -> None:
    assert mask(written) == masked
    assert mask(masked) == masked
    assert not list(citizen_numbers(written))


@pytest.mark.parametrize(
    ("written", "is_told"),
    [
        pytest.param(f"{ONE},2", True, id="a column of a table in text"),
        pytest.param(f"2,{ONE}", True, id="the second column"),
        pytest.param(f"https://x.go.th/?ids={ONE},{ONE}", True, id="a list in an address"),
        pytest.param(f"1.{ONE} นายหนึ่ง", False, id="a list's number"),
        pytest.param(f"{ONE}.50", False, id="perhaps an amount"),
    ],
)
def test_figures_beside_a_number_do_not_show_it(written: str, *, is_told: bool) -> None:
    assert mask(written) == written.replace(ONE, ONE_MASKED)
    assert bool(list(citizen_numbers(written))) is is_told


def test_every_number_of_a_text_is_masked_and_nothing_else() -> None:
    text = f"นายหนึ่ง {ONE} อายุ 45 ปี, นางสอง {OTHER} อายุ 50 ปี"
    assert mask(text) == f"นายหนึ่ง {ONE_MASKED} อายุ 45 ปี, นางสอง {OTHER_MASKED} อายุ 50 ปี"
