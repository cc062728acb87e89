"""Years, dates and item codes: read in either era and either script, and quoted from what stands in the text."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.model.year import FiscalYear
from oit_checker.thai.codes import LAST_NUMBER, codes_in_name, item_codes, leading_code, zero_code
from oit_checker.thai.dates import thai_dates, year_mentions, year_mentions_in_name
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

STEADY = settings(derandomize=True, deadline=None, max_examples=300)
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_MONTHS = ("มกราคม", "ก.พ.", "มี.ค.", "เมษายน", "พ.ค.", "มิ.ย.", "กรกฎาคม", "ส.ค.", "กันยายน", "ต.ค.", "พ.ย.", "ธันวาคม")

be_years = st.integers(2550, 2579)
days = st.dates(date(2007, 1, 1), date(2036, 12, 31))
office_text = st.lists(
    st.sampled_from(
        [
            "ปี",
            "ปีงบประมาณ",
            "พ.ศ.",
            "ค.ศ.",
            "FY",
            "ต.ค.",
            "มีนาคม",
            "ไตรมาส",
            "2",
            "/",
            "-",
            "–",
            ".",
            "2569",
            "๒๕๖๘",
            "2026",
            "68",
            "๖๙",
            "15",
            "พ.ร.บ.",
            "ระเบียบ",
            "ว่าด้วย",
            "ครั้งที่",
            "โทร",
            "O25",
            "๐25",
            "O1-O6",
            "OIT",
            "MOIT",
            "EB13",
            "o8_01",
            "008",
            "ข้อ",
            "(",
            ")",
            "%",
            "บาท",
            "ถึง",
            "١",
            "²",
            "\uf70a",
            "?",
        ]
    )
    | st.text(max_size=4),
    max_size=14,
).map(lambda parts: "".join(parts))


@STEADY
@given(office_text)
def test_a_year_quotes_digits_that_stand_in_the_text(text: str) -> None:
    for mention in year_mentions(text):
        assert mention.quote == squeeze(text[mention.start : mention.end])
        assert any(char.isdigit() for char in mention.quote)
        assert FiscalYear(mention.be) < FiscalYear(mention.last_be or mention.be + 1)


@STEADY
@given(be_years, st.booleans(), st.booleans(), st.sampled_from(("ปีงบประมาณ พ.ศ. ", "ประจำปีงบประมาณ ", "ปีงบประมาณ")))
def test_a_fiscal_year_is_the_same_in_either_era_and_script(be: int, thai: bool, short: bool, lead: str) -> None:
    digits = str(be)[2:] if short else str(be)
    written = lead + (digits.translate(_THAI_DIGITS) if thai else digits)
    assert [mention.be for mention in year_mentions(written)] == [be]
    assert [mention.be for mention in year_mentions(f"ปีงบประมาณ ค.ศ. {be - 543}")] in ([be], [])
    assert [mention.be for mention in year_mentions(f"FY {be - 543}")] == [be]


@STEADY
@given(days, st.booleans(), st.booleans())
def test_a_day_is_read_back_from_every_way_of_writing_it(day: date, thai: bool, short: bool) -> None:
    be = day.year + 543
    year = str(be)[2:] if short else str(be)
    ways = [f"{day.day} {_MONTHS[day.month - 1]} {year}", f"{day.day}/{day.month:02}/{year}", day.isoformat()]
    for way in ways:
        written = way.translate(_THAI_DIGITS) if thai else way
        (mention,) = thai_dates(f"ประกาศ ณ วันที่ {written}")
        assert mention.day == day
        (year_of_it,) = year_mentions(f"ประกาศ ณ วันที่ {written}")
        assert year_of_it.be == FiscalYear.of(day).be


@STEADY
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_fiscal_year_holds_exactly_its_days(day: date) -> None:
    year = FiscalYear.of(day)
    assert day in year
    assert day not in year.previous
    assert FiscalYear.of(year.start) == FiscalYear.of(year.end) == year
    assert year.start - year.previous.end == timedelta(days=1)


@STEADY
@given(office_text)
def test_a_code_is_printed_where_it_says_and_known(text: str) -> None:
    for code in item_codes(text):
        assert text[code.start : code.end] == code.printed
        assert 1 <= code.number <= LAST_NUMBER
        assert str(code.number) in arabic_digits(code.printed)
    for read in (leading_code(text), zero_code(text)):
        assert read is None or text[read.start : read.end] == read.printed


@STEADY
@given(st.integers(1, LAST_NUMBER), st.sampled_from(("O", "o", "๐", "OIT ", "O-", "O.", "O0")), st.booleans())
def test_a_code_is_read_in_every_spelling(number: int, prefix: str, thai: bool) -> None:
    digits = str(number).translate(_THAI_DIGITS) if thai and prefix != "๐" else str(number)
    assert [code.code for code in item_codes(f"ข้อ {prefix}{digits} แผน")] == [f"O{number}"]


@STEADY
@given(st.one_of(office_text, st.text(max_size=40)))
def test_names_and_addresses_of_any_kind_are_read(name: str) -> None:
    assert all(1 <= code.number <= LAST_NUMBER for code in codes_in_name(name))
    assert all(mention.quote for mention in year_mentions_in_name(f"https://x.go.th/{name}"))
