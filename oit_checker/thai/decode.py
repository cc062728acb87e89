"""Bytes to text, for pages whose declaration of the character set is absent, wrong or one of several."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import partial

from oit_checker.patterns import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_THAI_NAME = regex("tis620.*|isoir166|iso885911.*|x?windows874|(?:x|cs)?(?:cp|ms|ibm|dos)?874")
_NOT_FOR_PAGES = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"})
_WESTERN = frozenset({"iso8859-1", "cp1252", "ascii", "iso8859-15"})
_DECLARATION = regex(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]+)|<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""", re.I)
_HEAD_BYTES = 4096
_GUESSED_BYTES = 65536

_HIGH_RUN = regex(rb"[\xa0-\xda\xdf-\xfb]+")
_LEAST_THAI_RUN = 3
_GOOD_PER_BAD = 4


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the Python name of the encoding it was read with; mended: it had been encoded twice."""

    text: str
    encoding: str
    mended: bool = False


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """The text of `body`.

    The order: byte-order mark, strict UTF-8, the character set declared by the
    HTTP header (`declared`) or by the body's own head, a guess. UTF-8 with a few
    broken bytes stays UTF-8, and Thai bytes under a western label are read as
    Thai. UTF-8 that had been read as windows-874 or Latin-1 and stored again is
    mended. Never raises.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _mended(body.decode(encoding, "replace"), encoding)
    if wide := b"\x00" in body[:_HEAD_BYTES] and _unmarked_utf16(body):
        return _mended(body.decode(wide, "replace"), wide)
    try:
        return _mended(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_other(body, declared)


def sound_utf8(body: bytes, declared: str | None = None) -> bytes:
    """The text of `body` as `decode` has it, as UTF-8 and without zero characters.

    Most pages are sound UTF-8 already, and stay the bytes that they are; of those only the look is paid for.
    """
    if not body.startswith(codecs.BOM_UTF8) and b"\x00" not in body and not _may_be_twice(body) and _is_utf8(body):
        return body
    return decode(body, declared).text.replace("\x00", "").encode("utf-8", "replace")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_other(body: bytes, declared: str | None) -> Decoded:
    encoding = _nearly_utf8(body) or _declared(body, declared) or _guessed(body)
    return _mended(body.decode(encoding, "replace"), encoding)


def _unmarked_utf16(body: bytes) -> str | None:
    """UTF-16 by the zero bytes of its ASCII letters, which stand nearly all on the same side."""
    head = body[:_HEAD_BYTES]
    first, second = head[0::2].count(0), head[1::2].count(0)
    if max(first, second) * 20 < len(head) or min(first, second) * 4 > max(first, second):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _nearly_utf8(body: bytes) -> str | None:
    """UTF-8 with a few bytes cut or broken: the good characters outnumber the bad ones by far."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", text)))
    return "utf-8" if good >= bad * _GOOD_PER_BAD else None


def _declared(body: bytes, declared: str | None) -> str | None:
    names = [declared] if declared else []
    names += [
        (first or second).decode("ascii", "replace") for first, second in _DECLARATION.findall(body[:_HEAD_BYTES])
    ]
    for name in names:
        encoding = python_name(name)
        if encoding is None or encoding == "utf-8":
            continue
        if encoding in _WESTERN and _looks_thai(body):
            return "cp874"
        if _reads_well(body, encoding):
            return encoding
    return None


def python_name(label: str) -> str | None:
    """Python's name for a declared character set, None for one that it does not know; all Thai ones are cp874."""
    label = label.strip().strip("\"'").lower()
    if _THAI_NAME.fullmatch(re.sub("[^a-z0-9]", "", label)):
        return "cp874"
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding and info.name not in _NOT_FOR_PAGES else None


def _reads_well(body: bytes, encoding: str) -> bool:
    text = body.decode(encoding, "replace")
    return text.count("\ufffd") * 50 <= len(text)


def _looks_thai(body: bytes) -> bool:
    """Whether the bytes above ASCII stand in runs, as Thai words do and accented letters do not."""
    runs = [len(run) for run in _HIGH_RUN.findall(body)]
    high = len(body) - len(body.translate(None, bytes(range(128, 256))))
    return high > 0 and sum(run for run in runs if run >= _LEAST_THAI_RUN) * 10 >= high * 8


def _guessed(body: bytes) -> str:
    from charset_normalizer import from_bytes  # few pages need it, and it is slow to load

    best = from_bytes(body[:_GUESSED_BYTES]).best()
    if best is None or best.encoding in {"ascii", "utf_8"} or _is_single_byte_guess_for_thai(body, best.encoding):
        return "cp874" if _looks_thai(body) else "utf-8"
    return best.encoding


def _is_single_byte_guess_for_thai(body: bytes, encoding: str) -> bool:
    """Whether another one-byte set was guessed for bytes that read well as Thai; Thai is likelier."""
    one_byte = len(bytes(range(0xA1, 0xDB)).decode(encoding, "replace")) == 0xDB - 0xA1
    return one_byte and _looks_thai(body) and _reads_well(body, "cp874")


# What is left of a Thai letter (UTF-8 E0 B8 xx, E0 B9 xx) that was read as windows-874, or as Latin-1.
_TWICE = (("cp874", regex("เ[ธน][\x80-\xa0ก-ฟ€…‘’“”•–—]")), ("cp1252", regex("à[¸¹][^\x00-\x7f]")))
# The first of these as UTF-8, and the first byte of the second.
_TWICE_THAI, _TWICE_WESTERN = "เธ".encode(), b"\xc3"
_LEAST_TWICE = 8
_LEAST_TWICE_IN_RUN = 3
_NOT_ASCII = regex("[^\x00-\x7f]+")


def _may_be_twice(body: bytes) -> bool:
    """Whether UTF-8 holds the leads of letters that were encoded twice at all; the one byte is found in no time."""
    return _TWICE_WESTERN in body or body.count(_TWICE_THAI) >= _LEAST_TWICE


def _mended(text: str, encoding: str) -> Decoded:
    for wrong, letter in _TWICE:
        lead = "เธ" if wrong == "cp874" else "à¸"
        if text.count(lead) >= _LEAST_TWICE and len(letter.findall(text)) >= _LEAST_TWICE:
            once = partial(_once, wrong=wrong, letter=letter)
            mended = _NOT_ASCII.sub(once, text)
            return Decoded(mended, encoding, mended=mended != text)
    return Decoded(text, encoding)


def _once(found: re.Match[str], *, wrong: str, letter: re.Pattern[str]) -> str:
    """The run as it was before it was read with the wrong character set; unchanged where it is sound Thai."""
    run = found[0]
    raw = b"".join(char.encode(wrong, "ignore") or char.encode("latin-1", "ignore") for char in run)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace") if len(letter.findall(run)) >= _LEAST_TWICE_IN_RUN else run
