"""Is the text of a page a text layer worth the name, or signs that say nothing?"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from oit_checker.documents.torn import rejoined
from oit_checker.patterns import regex
from oit_checker.thai.paged import PRIVATE_USE

ENOUGH_TO_JUDGE = 40
WATERMARK = 8  # lines of a page that one phrase fills alone
_SHORTEST_STAMP = 10
_MAPPED_SIGNS = {ord(glyph): letter for glyph, letter in PRIVATE_USE.items()}
_MAPPED = regex("[\uf700-\uf71a]")
_MAY_BE_TIS = regex("[\u00a1-\u00ff]{3}")
_LOOSE_SARA_AM = regex("(?:ํ([่-๋]?)|([่-๋])ํ)า")
_LATIN_EXTENDED = "[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_FOREIGN = regex(_LATIN_EXTENDED)
# A circle alone is told by the า behind it; with a tone mark before it the font has lost that mark.
_FOREIGN_CIRCLE = regex("([ก-ฮ])[\u0100-\u017f]([่-๋]?)[าำ]")
_FOREIGN_CIRCLE_AND_TONE = regex(f"([ก-ฮ]){_LATIN_EXTENDED}+([่-๋]?)[าำ]")
_FOREIGN_MARK = regex(f"(?<=[ก-๎]){_LATIN_EXTENDED}+(?=[ก-๎])")
# A mark stands twice for a lost ู or ุ under it; hardly a typist does that. Above a vowel, and before า, nothing is lost.
_MARK_FOR_VOWEL = regex("(?<=[ก-ฮ])([่-์])\\1(?!า)")
_PLAIN_SIGNS = frozenset(".,-/()%:;\"'“”‘’–—…_*•!?")
_LATIN_RUN = regex(r"[^\s]*[A-Za-z][^\s]*")
_LATIN_WORD = regex(
    r"[\"'(\[“‘]*(?:[A-Z]?[a-z]+|[A-Z]+)(?:[-'’/&.@_][A-Za-z]+)*[\"')\]”’.,;:!?]*\Z|(?:https?:|www\.|\S+@)\S+\Z"
)
_VOWEL = regex(r"[aeiouyAEIOUY]")


class Shares(NamedTuple):
    """Shares of the visible characters, 0..1."""

    thai: float
    latin: float
    broken: float
    odd: float
    high_latin: float


def visible(text: str) -> str:
    return "".join(text.split())


def is_garbage(text: str) -> bool:
    """Whether the characters of a page make no words, as when its fonts lie about their letters.

    Broken signs (controls, U+FFFD, private use beyond the known tone marks) in number; or hardly any Thai, and
    either many stray signs or Latin letters that make no words (text recognised in the wrong language).
    """
    signs = visible(text)
    if len(signs) < ENOUGH_TO_JUDGE:
        return False
    shares = _shares(signs)
    if shares.broken > 0.1:
        return True
    if shares.thai > 0.4:
        return False
    return shares.odd > 0.2 or (shares.latin > 0.3 and _worded_share(text) < 0.5)


def is_damaged(layer: str) -> bool:
    """Whether the font of a page, otherwise good, lies about marks here and there, so that a word may be lost.

    layer is the text before it is mended. Latin letters between Thai ones stand for lost marks, and so do tone marks
    that stand twice ("ผ้้ใช้" for "ผู้ใช้"): of 467 pages of real agencies four have one, and lack letters there.
    """
    if _MAY_BE_TIS.search(layer):
        layer = _from_latin(layer)
    if _FOREIGN.search(layer) and _FOREIGN_MARK.search(_FOREIGN_CIRCLE.sub(r"\1\2ำ", layer)):
        return True
    return _MARK_FOR_VOWEL.search(layer) is not None


def mended(text: str) -> str:
    """What the page shows, where its text layer tells it by a detour that can be undone without a doubt.

    Tone marks in the private use area, "ํา", Word's "ส านักงาน" and other writers' "สĠานักงาน" for "สำนักงาน", and
    TIS-620 read as Latin-1 ("¡ÒÃ»ÃÐà¡ÒÈ"). A watermark that is stamped all over the page is left out. Of other marks
    that a font tells wrongly ("ตัวชีĜวัด") the foreign sign is dropped; `is_damaged` says that it was there.
    Blanks that tear a word or a short date apart are closed by `rejoined`.
    """
    text = without_watermark(text.replace("ำ\u200b", "ำ"))
    if _MAY_BE_TIS.search(text):
        text = _from_latin(text)
    if _MAPPED.search(text):
        text = text.translate(_MAPPED_SIGNS)
    if _FOREIGN.search(text):
        text = _FOREIGN_CIRCLE.sub(r"\1\2ำ", text)
        text = _FOREIGN_MARK.sub("", _FOREIGN_CIRCLE_AND_TONE.sub(r"\1\2ำ", text))
    return rejoined(_LOOSE_SARA_AM.sub(_toned, text))


def without_watermark(text: str) -> str:
    """The text without a phrase that fills WATERMARK lines or more of a page and stands in them alone."""
    lines = text.splitlines()
    if len(lines) < WATERMARK:
        return text
    (phrase, count), *_ = Counter(line.strip() for line in lines if line.strip()).most_common(1) or [("", 0)]
    words = phrase.split()
    stamp = " ".join(words[: _period(words)])
    if len(stamp) < _SHORTEST_STAMP or count < WATERMARK // 2:
        return text
    stamped = [not line.replace(stamp, "").strip() and stamp in line for line in lines]
    if sum(stamped) < WATERMARK:
        return text
    return "\r\n".join(line for line, is_stamp in zip(lines, stamped, strict=True) if not is_stamp)


def _period(words: list[str]) -> int:
    """After how many words a line begins anew: 1 for "ก ก ก", 2 for "ก ข ก ข"."""
    whole = (size for size in range(1, len(words) + 1) if len(words) % size == 0)
    return next((size for size in whole if words == words[:size] * (len(words) // size)), len(words))


def _from_latin(text: str) -> str:
    signs = visible(text)
    if not signs or _shares(signs).high_latin < 0.4:
        return text
    try:
        return text.encode("latin-1", "ignore").decode("cp874")
    except UnicodeDecodeError:
        return text


def _toned(found: re.Match[str]) -> str:
    return (found[1] or found[2] or "") + "ำ"


def _shares(signs: str) -> Shares:
    thai = latin = broken = odd = high = 0
    for sign, count in Counter(signs).items():  # a page has thousands of signs, and some eighty different ones
        code = ord(sign)
        if 0x0E01 <= code <= 0x0E5B or code in _MAPPED_SIGNS:
            thai += count
        elif code < 0x20 or code in {0xFFFD, 0xFFFE, 0xFFFF} or 0xE000 <= code <= 0xF8FF:
            broken += count
        elif sign.isascii() and sign.isalpha():
            latin += count
        elif 0xA1 <= code <= 0xFF:
            high += count
        elif not sign.isalnum() and sign not in _PLAIN_SIGNS:
            odd += count
    total = len(signs)
    return Shares(thai / total, latin / total, broken / total, odd / total, high / total)


def _worded_share(text: str) -> float:
    """The share of Latin letters that stand in something like a word or an address."""
    every = worded = 0
    for run in _LATIN_RUN.findall(text):
        is_word = run.isascii() and run.isalpha()
        letters = len(run) if is_word else sum(sign.isascii() and sign.isalpha() for sign in run)
        every += letters
        if letters >= 2 and _LATIN_WORD.match(run) and _VOWEL.search(run):
            worded += letters
    return worded / every if every else 1.0
