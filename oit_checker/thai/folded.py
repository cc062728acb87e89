"""A text in canonical form that remembers where it comes from: slower than `fold`, for quoting only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import compress

from oit_checker.patterns import regex
from oit_checker.thai.abbreviations import ABBREVIATION, is_abbreviated, word_of
from oit_checker.thai.paged import (
    CANONICAL,
    DISORDER,
    DROPPED,
    GAP,
    LOST_BY_OCR,
    PLACEHOLDER,
    filled,
    form_of,
    in_order,
    is_in_order,
    paged,
    stands_alone,
    unpaged,
)
from oit_checker.thai.text import letters_alike


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

    def without_tones(self) -> Folded:
        """The same without tone marks; its text equals `toneless(text)`."""
        kept = [place for place, char in enumerate(self.text) if char not in LOST_BY_OCR]
        return Folded(
            "".join(self.text[place] for place in kept),
            self.source,
            tuple(self.starts[place] for place in kept),
            tuple(self.ends[place] for place in kept),
        )


_Spans = list[tuple[int, int]]
_KEPT = bytes(byte not in DROPPED for byte in range(256))


def fold_mapped(text: str) -> Folded:
    """Like `fold`, with the way back to the original; slower, for quoting only."""
    page = paged(text)
    if GAP not in page and (mapped := _mapped_in_order(text, page)) is not None:
        return mapped
    if stands_alone(text, page):
        return _mapped(text, text, page, [(i, i + 1) for i in range(len(text))])
    composed, spans = _composed_with_spans(text)
    mapped = _mapped(text, composed, paged(composed), spans)
    if mapped.text == text:
        return mapped
    again = fold_mapped(mapped.text)
    spans = [mapped.span(start, end) for start, end in zip(again.starts, again.ends, strict=True)]
    return Folded(again.text, text, tuple(start for start, _ in spans), tuple(end for _, end in spans))


def _mapped_in_order(text: str, page: bytes) -> Folded | None:
    """The folded form of nearly every text: none of its marks has to be moved, so that letters only change or go.

    Which of them stay is told by one byte each, for C to pick their places by. None where marks have to be moved, or
    abbreviations become words.
    """
    folded = page.translate(CANONICAL, DROPPED)
    if not is_in_order(folded) or is_abbreviated(folded):
        return None
    kept = page.translate(_KEPT)
    starts = tuple(compress(range(len(page)), kept))
    return Folded(unpaged(folded), text, starts, tuple(compress(range(1, len(page) + 1), kept)))


def _mapped(source: str, text: str, page: bytes, spans: _Spans) -> Folded:
    """The folded form of `text`, of which `page` are the bytes and `spans` the places in `source`."""
    page, gaps = filled(text, page)
    spans = [span for byte, span in zip(page, spans, strict=True) if byte not in DROPPED]
    page = page.translate(CANONICAL, DROPPED)
    if not is_in_order(page):
        page, spans = _replaced(DISORDER, in_order, page, spans)
    if is_abbreviated(page):
        page, spans = _replaced(ABBREVIATION, word_of, page, spans)
    rest = iter(gaps)
    folded = "".join(next(rest) if char == PLACEHOLDER else char for char in unpaged(page))
    return Folded(folded, source, tuple(start for start, _ in spans), tuple(end for _, end in spans))


def _replaced(
    pattern: re.Pattern[bytes], mend: Callable[[re.Match[bytes]], bytes], page: bytes, spans: _Spans
) -> tuple[bytes, _Spans]:
    """Each place of the pattern mended; what it has become stands for all of it."""
    out, places, done = bytearray(), _Spans(), 0
    for found in pattern.finditer(page):
        mended = mend(found)
        out += page[done : found.start()] + mended
        places += spans[done : found.start()]
        places += [(spans[found.start()][0], spans[found.end() - 1][1])] * len(mended)
        done = found.end()
    return bytes(out + page[done:]), places + spans[done:]


# Nothing composes across, or is put in order across, the place before a letter of these kinds.
_STRETCH = regex(r"[\x00-\x7fก-ฮ]?[^\x00-\x7fก-ฮ]*")


def _composed_with_spans(text: str) -> tuple[str, _Spans]:
    forms = [form_of(char).lower() for char in text]
    single = [(i, i + 1) for i, form in enumerate(forms) for _ in form]
    out: list[str] = []
    spans = _Spans()
    for found in _STRETCH.finditer("".join(forms)):
        stretch, own = unicodedata.normalize("NFC", found[0]), single[found.start() : found.end()]
        out.append(stretch)
        same = letters_alike(stretch, found[0])  # only what composing changed is told as one run
        spans += own[:same]
        if same < len(stretch):
            changed = own[min(same, len(own) - 1) :]
            spans += [(changed[0][0], changed[-1][1])] * (len(stretch) - same)
    return "".join(out), spans
