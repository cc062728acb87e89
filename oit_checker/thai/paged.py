"""The page of 256 characters on which Thai text is put into one form: ASCII, Thai, old Thai fonts' glyphs, signs.

A text on the page is one byte a character, so that dropping and replacing run in C. What is off the page leaves a GAP,
and is filled in by itself.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache

from oit_checker.patterns import regex

LOST_BY_OCR = frozenset("่้๊๋")
# Old Thai fonts hold shifted copies of marks in the private-use area, in this order from U+F700
# (the Windows and Adobe glyph set): ฐ and ญ without their foot, marks moved left or down.
PRIVATE_USE = dict(zip(map(chr, range(0xF700, 0xF71B)), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))

PLACEHOLDER = "\x01"
_THAI = "".join(map(chr, [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]))
_SIGNS = "\xa0\u200b\u200c\u200d\ufeff–—‘’“”•…©"
# U+FFFE stands for "no such character": byte 1 can come from no text, and marks a character off the page.
_PAGE = "\x00\ufffe" + "".join(map(chr, range(2, 128))) + _THAI + "".join(PRIVATE_USE) + _SIGNS
_DECODED = _PAGE.replace("\ufffe", PLACEHOLDER)
_ENCODE = codecs.charmap_build(_PAGE)
GAP = b"\x01"
_GAPS = regex(GAP)

_DASHES = "‐‑‒–—―−﹘﹣－\ufffe"
_SINGLE_QUOTES = "‘’‚‛′"
_DOUBLE_QUOTES = "“”„‟″"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)

VOWELS = "ฺุูัิีึื็"
TONES = "่้๊๋์๎"
_AA = "า"


@lru_cache(maxsize=4096)
def form_of(char: str) -> str:
    """A single character's canonical form before case is dropped: itself, another one, or nothing."""
    if char.isspace() or char == "\u0e4d" or ord(char) in _VARIATION_SELECTORS:
        return ""
    if char in _DASHES:
        return "-"
    if char in _SINGLE_QUOTES:
        return "'"
    if char in _DOUBLE_QUOTES:
        return '"'
    if char == "ำ":
        return _AA
    if "๐" <= char <= "๙":
        return str(int(char))
    if unicodedata.category(char) in {"Cc", "Cf"}:
        return ""
    mended = PRIVATE_USE.get(char, char)
    return "" if mended == "\u0e4d" else mended


def _leave_gap(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return GAP * (error.end - error.start), error.end


codecs.register_error("oit-checker-gap", _leave_gap)


def paged(text: str) -> bytes:
    """One byte a character; a gap where the page has none."""
    return codecs.charmap_encode(text, "oit-checker-gap", _ENCODE)[0]


def _tables() -> tuple[bytes, bytes]:
    """For `bytes.translate`: the canonical byte of each byte, and the bytes that are dropped."""
    canonical, dropped = bytearray(range(256)), bytearray()
    for byte, char in enumerate(_DECODED):
        form = char if char == PLACEHOLDER else form_of(char).lower()
        if form:
            canonical[byte] = ord(char) if char == PLACEHOLDER else paged(form)[0]
        else:
            dropped.append(byte)
    return bytes(canonical), bytes(dropped)


CANONICAL, DROPPED = _tables()


def _byte_class(chars: str) -> bytes:
    return b"".join(re.escape(paged(char)) for char in chars)


# Which marks may not follow one another: tone and vowel or tone, two vowels, า and a tone or another า, two เ.
_OUT_OF_ORDER = ((TONES, VOWELS + TONES), (VOWELS, VOWELS), (_AA, TONES + _AA), ("เ", "เ"))


def _sides() -> tuple[bytes, bytes]:
    """Tables that show of each byte in which of these pairs it comes first, and in which second: a bit for each."""
    first, second = bytearray(256), bytearray(256)
    for bit, (before, after) in enumerate(_OUT_OF_ORDER):
        for side, chars in ((first, before), (second, after)):
            for char in chars:
                side[paged(char)[0]] |= 1 << bit
    return bytes(first), bytes(second)


_FIRST, _SECOND = _sides()
DISORDER = regex(
    b"%(E)b{2}|[%(V)b%(T)b]*(?:[%(T)b][%(V)b%(T)b]|[%(V)b]{2}|%(A)b[%(T)b%(A)b])[%(V)b%(T)b%(A)b]*"
    % {b"E": _byte_class("เ"), b"V": _byte_class(VOWELS), b"T": _byte_class(TONES), b"A": _byte_class(_AA)}
)
_RANK = paged(VOWELS + TONES)
_VOWEL_BYTES = frozenset(paged(VOWELS))
_AA_BYTE, _E_BYTE = paged(_AA), paged("เ")


def _ranked(marks: set[int]) -> bytes:
    return bytes(byte for byte in _RANK if byte in marks)


def in_order(found: re.Match[bytes]) -> bytes:
    """เเ as แ; marks of one letter in one order and once each, before the า that follows them."""
    first, *after_aa = found[0].split(_AA_BYTE)
    if first.startswith(_E_BYTE):
        return paged("แ")
    letters = [set(first)]
    for marks in after_aa:
        if _VOWEL_BYTES.isdisjoint(marks):
            letters[-1].update(marks)
        else:
            letters.append(set(marks))
    ends_with_aa = bool(after_aa) and _VOWEL_BYTES.isdisjoint(after_aa[-1])
    return _AA_BYTE.join(map(_ranked, letters)) + (_AA_BYTE if ends_with_aa else b"")


def is_in_order(page: bytes) -> bool:
    # This runs for every text that is compared. As two numbers, one a byte further on, all neighbours meet at once.
    first, second = page.translate(_FIRST), page.translate(_SECOND)
    return not (int.from_bytes(first, "big") >> 8) & int.from_bytes(second, "big")


def tidy(page: bytes) -> bytes:
    page = page.translate(CANONICAL, DROPPED)
    return page if is_in_order(page) else DISORDER.sub(in_order, page)


def unpaged(page: bytes) -> str:
    return codecs.charmap_decode(page, "strict", _DECODED)[0]


def filled(text: str, page: bytes) -> tuple[bytes, list[str]]:
    """The page with every gap closed that a byte can close, and the characters of the other gaps."""
    mended, gaps = bytearray(page), []
    for found in _GAPS.finditer(page):
        place = found.start()
        form = form_of(text[place]).lower()
        mended[place] = paged(form or " ")[0]
        if mended[place : place + 1] == GAP:
            gaps.append(form)
    return bytes(mended), gaps


def stands_alone(text: str, page: bytes) -> bool:
    """Whether no character in a gap can compose with, or be ordered against, its neighbours."""
    return all(_is_inert(text[found.start()]) for found in _GAPS.finditer(page))


@lru_cache(maxsize=4096)
def _is_inert(char: str) -> bool:
    form = form_of(char).lower()
    if len(form) != 1:
        return not form
    is_jamo = 0x1100 <= ord(form) < 0x1200
    return not is_jamo and unicodedata.category(form)[0] != "M" and unicodedata.is_normalized("NFC", form)


def composed(text: str) -> tuple[str, bytes]:
    composed = unicodedata.normalize("NFC", "".join(form_of(char).lower() for char in text))
    return composed, paged(composed)
