"""Bytes to text, whatever the page says of itself."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.thai.decode import decode, python_name, sound_utf8

THAI = "O1 โครงสร้าง หน้าที่และอำนาจ ของหน่วยงาน ปีงบประมาณ พ.ศ. ๒๕๖๙ " * 4
AS_874 = THAI.encode("cp874")
FRENCH = "Déjà vu à l'hôtel, où l'été a été très chaud et où les élèves étaient fatigués. " * 4


def page(charset: str, text: str = THAI) -> str:
    return f'<html><head><meta charset="{charset}"></head><body>{text}</body></html>'


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        pytest.param(THAI.encode(), None, THAI, id="utf-8"),
        pytest.param(THAI.encode(), "windows-874", THAI, id="utf-8-called-874"),
        pytest.param(codecs.BOM_UTF8 + THAI.encode(), None, THAI, id="utf-8-with-mark"),
        pytest.param(THAI.encode("utf-16"), "utf-8", THAI, id="utf-16-with-mark-called-utf-8"),
        pytest.param(page("x").encode("utf-16-le"), None, page("x"), id="utf-16-without-mark"),
        pytest.param(AS_874, "tis-620", THAI, id="874-declared-tis-620"),
        pytest.param(AS_874, "utf-8", THAI, id="874-called-utf-8"),
        pytest.param(AS_874, None, THAI, id="874-undeclared"),
        pytest.param(AS_874, "iso-8859-1", THAI, id="874-called-latin-1"),
        pytest.param(page("windows-874").encode("cp874"), None, page("windows-874"), id="874-by-meta"),
        pytest.param(page("iso-8859-11").encode("cp874"), "nonsense", page("iso-8859-11"), id="874-unknown-header"),
        pytest.param(FRENCH.encode("latin-1"), "iso-8859-1", FRENCH, id="latin-1-really"),
        pytest.param(b"", None, "", id="empty"),
        pytest.param(b"plain", None, "plain", id="ascii"),
    ],
)
def test_the_text_comes_out_right(body: bytes, declared: str | None, text: str) -> None:
    assert decode(body, declared).text == text
    assert sound_utf8(body, declared) == text.encode()


def test_one_broken_byte_does_not_turn_a_utf8_page_into_another_set() -> None:
    cut = THAI.encode()[:-4] + b"\n</html>"
    decoded = decode(cut)
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(THAI[:100])
    assert decoded.text.count("\ufffd") <= 2


@pytest.mark.parametrize("wrong", ["cp874", "latin-1"])
def test_text_encoded_twice_is_mended(wrong: str) -> None:
    once = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in THAI.encode())
    decoded = decode(f"<p>{once}</p>".encode())
    assert decoded.mended
    assert decoded.text == f"<p>{THAI}</p>"
    assert sound_utf8(f"<p>{once}</p>".encode()) == f"<p>{THAI}</p>".encode()


def test_sound_utf8_stays_the_bytes_that_it_is_and_has_no_zeros() -> None:
    sound = THAI.encode()
    assert sound_utf8(sound) is sound
    assert sound_utf8(THAI.replace("O", "\x00O").encode()) == sound


def test_sound_thai_with_suspicious_letters_is_left_alone() -> None:
    sound = "เธอเนตรเนื้อเธอเนินเธอ " * 20
    decoded = decode(sound.encode())
    assert decoded.text == sound
    assert not decoded.mended


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("TIS-620", "cp874"),
        ("x-windows-874", "cp874"),
        ("iso_8859-11", "cp874"),
        ("tis620.2533-1", "cp874"),
        ('"UTF8"', "utf-8"),
        ("latin1", "iso8859-1"),
        ("klingon", None),
        ("idna", None),
        ("base64", None),
    ],
)
def test_names_of_character_sets(label: str, name: str | None) -> None:
    assert python_name(label) == name


@given(st.binary(max_size=200), st.one_of(st.none(), st.sampled_from(["tis-620", "utf-16", "big5", "idna", "?"])))
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_it_fail(body: bytes, declared: str | None) -> None:
    text = decode(body, declared).text
    assert sound_utf8(body, declared) == text.replace("\x00", "").encode("utf-8", "replace")
