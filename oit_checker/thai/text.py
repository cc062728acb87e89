"""One canonical form for Thai text: everything is compared folded, and quoted as it was written.

`fold` works on a page of 256 characters (ASCII, Thai, the glyphs of old Thai
fonts, a few typographic signs): a text is turned into one byte a character, so
that dropping and replacing run in C. Text with other characters takes a
slower way to the same result.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, zip_longest

# Old Thai fonts hold shifted copies of marks in the private-use area, in this order from U+F700
# (the Windows and Adobe glyph set): ฐ and ญ without their foot, marks moved left or down.
PRIVATE_USE = dict(zip(map(chr, range(0xF700, 0xF71B)), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))

_PLACEHOLDER = "\x01"
_THAI = "".join(map(chr, [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]))
_SIGNS = "\xa0\u200b\u200c\u200d\ufeff–—‘’“”•…©"
# U+FFFE stands for "no such character": byte 1 can come from no text, and marks a character off the page.
_PAGE = "\x00\ufffe" + "".join(map(chr, range(2, 128))) + _THAI + "".join(PRIVATE_USE) + _SIGNS
_DECODED = _PAGE.replace("\ufffe", _PLACEHOLDER)
_ENCODE = codecs.charmap_build(_PAGE)
_GAP = b"\x01"
_GAPS = re.compile(_GAP)

_DASHES = "‐‑‒–—―−﹘﹣－\ufffe"
_SINGLE_QUOTES = "‘’‚‛′"
_DOUBLE_QUOTES = "“”„‟″"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)

_VOWELS = "ฺุูัิีึื็"
_TONES = "่้๊๋์๎"
_AA = "า"


@lru_cache(maxsize=4096)
def _one(char: str) -> str:
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
    return _GAP * (error.end - error.start), error.end


codecs.register_error("oit-checker-gap", _leave_gap)


def _bytes(text: str) -> bytes:
    """One byte a character; a gap where the page has none."""
    return codecs.charmap_encode(text, "oit-checker-gap", _ENCODE)[0]


def _tables() -> tuple[bytes, bytes]:
    """For `bytes.translate`: the canonical byte of each byte, and the bytes that are dropped."""
    canonical, dropped = bytearray(range(256)), bytearray()
    for byte, char in enumerate(_DECODED):
        form = char if char == _PLACEHOLDER else _one(char).lower()
        if form:
            canonical[byte] = ord(char) if char == _PLACEHOLDER else _bytes(form)[0]
        else:
            dropped.append(byte)
    return bytes(canonical), bytes(dropped)


_CANONICAL, _DROPPED = _tables()


def _byte_class(chars: str) -> bytes:
    return b"".join(re.escape(_bytes(char)) for char in chars)


def _sketch() -> bytes:
    """A table that shows of each byte only what matters for the order of marks."""
    kinds = bytearray(b"." * 256)
    for kind, chars in (("V", _VOWELS), ("T", _TONES), ("A", _AA), ("E", "เ")):
        for char in chars:
            kinds[_bytes(char)[0]] = ord(kind)
    return bytes(kinds)


_SKETCH = _sketch()
_DISORDER = re.compile(
    b"%(E)b{2}|[%(V)b%(T)b]*(?:[%(T)b][%(V)b%(T)b]|[%(V)b]{2}|%(A)b[%(T)b%(A)b])[%(V)b%(T)b%(A)b]*"
    % {b"E": _byte_class("เ"), b"V": _byte_class(_VOWELS), b"T": _byte_class(_TONES), b"A": _byte_class(_AA)}
)
_RANK = _bytes(_VOWELS + _TONES)
_VOWEL_BYTES = frozenset(_bytes(_VOWELS))
_AA_BYTE, _E_BYTE = _bytes(_AA), _bytes("เ")


def _ranked(marks: set[int]) -> bytes:
    return bytes(byte for byte in _RANK if byte in marks)


def _in_order(found: re.Match[bytes]) -> bytes:
    """เเ as แ; marks of one letter in one order and once each, before the า that follows them."""
    first, *after_aa = found[0].split(_AA_BYTE)
    if first.startswith(_E_BYTE):
        return _bytes("แ")
    letters = [set(first)]
    for marks in after_aa:
        if _VOWEL_BYTES.isdisjoint(marks):
            letters[-1].update(marks)
        else:
            letters.append(set(marks))
    ends_with_aa = bool(after_aa) and _VOWEL_BYTES.isdisjoint(after_aa[-1])
    return _AA_BYTE.join(map(_ranked, letters)) + (_AA_BYTE if ends_with_aa else b"")


def _is_in_order(page: bytes) -> bool:
    sketch = page.translate(_SKETCH)
    # Written out: this runs for every text that is compared, and a generator costs more than the looking.
    return not (
        b"TV" in sketch or b"VV" in sketch or b"TT" in sketch or b"AT" in sketch or b"AA" in sketch or b"EE" in sketch
    )


def fold(text: str) -> str:
    """The canonical form of `text`, in which all comparing is done; idempotent.

    White space, zero-width and control characters go; old font glyphs become
    their letters; ำ, ํา and a split "ำ" become า; เเ becomes แ; marks stand in one
    order and once; Thai digits become 0-9; dashes and quotes become plain;
    letters lower case. Never NFKC, which would split ำ.
    """
    page = _bytes(text)
    if _GAP not in page:
        return _unpaged(_tidy(page))
    page, gaps = _filled(text, page) if _stands_alone(text, page) else _filled(*_composed(text))
    parts = _unpaged(_tidy(page)).split(_PLACEHOLDER)
    return "".join(chain.from_iterable(zip_longest(parts, gaps, fillvalue="")))


def _tidy(page: bytes) -> bytes:
    page = page.translate(_CANONICAL, _DROPPED)
    return page if _is_in_order(page) else _DISORDER.sub(_in_order, page)


def _unpaged(page: bytes) -> str:
    return codecs.charmap_decode(page, "strict", _DECODED)[0]


def _filled(text: str, page: bytes) -> tuple[bytes, list[str]]:
    """The page with every gap closed that a byte can close, and the characters of the other gaps."""
    mended, gaps = bytearray(page), []
    for found in _GAPS.finditer(page):
        place = found.start()
        form = _one(text[place]).lower()
        mended[place] = _bytes(form or " ")[0]
        if mended[place : place + 1] == _GAP:
            gaps.append(form)
    return bytes(mended), gaps


def _stands_alone(text: str, page: bytes) -> bool:
    """Whether no character in a gap can compose with, or be ordered against, its neighbours."""
    return all(_is_inert(text[found.start()]) for found in _GAPS.finditer(page))


@lru_cache(maxsize=4096)
def _is_inert(char: str) -> bool:
    form = _one(char).lower()
    if len(form) != 1:
        return not form
    is_jamo = 0x1100 <= ord(form) < 0x1200
    return not is_jamo and unicodedata.category(form)[0] != "M" and unicodedata.is_normalized("NFC", form)


def _composed(text: str) -> tuple[str, bytes]:
    composed = unicodedata.normalize("NFC", "".join(_one(char).lower() for char in text))
    return composed, _bytes(composed)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where it comes from.

    text equals `fold(source)`. starts and ends hold, for each folded character,
    the half-open span of `source` that it stands for.
    """

    text: str
    source: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def index(self, i: int) -> int:
        """Where folded character `i` begins in the source; the source's length at the end of the text."""
        return self.starts[i] if i < len(self.starts) else len(self.source)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the source behind folded characters start..end."""
        if start >= min(end, len(self.ends)):
            return self.index(start), self.index(start)
        return self.index(start), self.ends[min(end, len(self.ends)) - 1]

    def original(self, start: int, end: int) -> str:
        """The words of the source behind folded characters start..end."""
        first, last = self.span(start, end)
        return self.source[first:last]


_Spans = list[tuple[int, int]]


def fold_mapped(text: str) -> Folded:
    """Like `fold`, with the way back to the original; slower, for quoting only."""
    source, page, spans = text, _bytes(text), [(i, i + 1) for i in range(len(text))]
    if not _stands_alone(text, page):
        text, spans = _composed_with_spans(text)
        page = _bytes(text)
    page, gaps = _filled(text, page)
    spans = [span for byte, span in zip(page, spans, strict=True) if byte not in _DROPPED]
    page = page.translate(_CANONICAL, _DROPPED)
    if not _is_in_order(page):
        page, spans = _ordered(page, spans)
    rest = iter(gaps)
    folded = "".join(next(rest) if char == _PLACEHOLDER else char for char in _unpaged(page))
    return Folded(folded, source, tuple(start for start, _ in spans), tuple(end for _, end in spans))


def _ordered(page: bytes, spans: _Spans) -> tuple[bytes, _Spans]:
    out, places, done = bytearray(), _Spans(), 0
    for found in _DISORDER.finditer(page):
        mended = _in_order(found)
        out += page[done : found.start()] + mended
        places += spans[done : found.start()]
        places += [(spans[found.start()][0], spans[found.end() - 1][1])] * len(mended)
        done = found.end()
    return bytes(out + page[done:]), places + spans[done:]


# Nothing composes across, or is put in order across, the place before a letter of these kinds.
_STRETCH = re.compile(r"[\x00-\x7fก-ฮ]?[^\x00-\x7fก-ฮ]*")


def _composed_with_spans(text: str) -> tuple[str, _Spans]:
    forms = [_one(char).lower() for char in text]
    single = [(i, i + 1) for i, form in enumerate(forms) for _ in form]
    out: list[str] = []
    spans = _Spans()
    for found in _STRETCH.finditer("".join(forms)):
        stretch, own = unicodedata.normalize("NFC", found[0]), single[found.start() : found.end()]
        out.append(stretch)
        spans += own if stretch == found[0] else [(own[0][0], own[-1][1])] * len(stretch)
    return "".join(out), spans


def squeeze(text: str) -> str:
    """Every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def quote(text: str, start: int, end: int, around: int = 60) -> str:
    """A snippet of `text` around the span start..end: up to `around` characters each side, … where it is cut."""
    first, last = max(0, start - around), min(len(text), end + around)
    while first > 0 and _belongs_to_the_left(text[first]):
        first -= 1
    while last < len(text) and _belongs_to_the_left(text[last]):
        last += 1
    snippet = squeeze(text[first:last])
    return f"{'…' if text[:first].strip() else ''}{snippet}{'…' if text[last:].strip() else ''}"


def _belongs_to_the_left(char: str) -> bool:
    return char in _VOWELS or char in _TONES or char in "ะาำํ" or unicodedata.combining(char) != 0
