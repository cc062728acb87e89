"""Titles as words: their bare form, how alike two are, and what of a line is title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from oit_checker.documents.typed_links import TYPED
from oit_checker.patterns import regex
from oit_checker.thai.link_words import is_generic
from oit_checker.thai.text import fold

SURE = 0.82
"""From this likeness on two titles are the same one."""
ALIKE = 0.6
"""From this likeness on a printed title does not speak against the code beside it."""
LONGEST_TITLE = 260
EDGES = " \t:;,.|/\\–—-−_•·►»>]["
LIST_NUMBER = regex(r"\s*(?:ข้อ(?:ที่)?\s*)?(?:[0-9๐-๙]{1,2}(?:\s*[.)]|\s+(?=[ก-๙A-Za-z]))|[-–•●▪*►»])\s*")
_BARE_NUMBER = regex(r"\s*(?:ข้อ(?:ที่)?|ลำดับ(?:ที่)?|ที่)?\s*([0-9๐-๙]{1,2})\s*[.)]?\s*\Z")
_FEWEST_LETTERS = 4
_LEAST_HEAD = 12
_LEAST_REQUIREMENT = 40
_NOISE = regex(
    "|".join(
        fold(words)
        for words in ("ประจำปีงบประมาณ", "ของปีงบประมาณ", "ปีงบประมาณ", "ประจำปี", "พุทธศักราช", r"พ\.?ศ\.?", "ปี(?=25)")
    )
    + r"|(?:25|20)[0-9]{2}|[^0-9a-zก-๛]+"
)


_REQUIREMENT = regex(r"\s+(?:[-–•*(]\s*)?(?:แสดง|ประกอบด้วย|องค์ประกอบ|รายละเอียด|มีข้อมูล|[0-9๐-๙]{1,2}[.)]\s)|\s+[–•]\s")


def before_requirement(text: str) -> str:
    """A title without the requirement text that stands behind it in the same cell."""
    found = _REQUIREMENT.search(text)
    return text if found is None or len(text) - found.start() < _LEAST_REQUIREMENT else text[: found.start()]


@lru_cache(maxsize=4096)
def bare(title: str) -> str:
    """A title in canonical form, without year, punctuation and the words that go with a year."""
    return _NOISE.sub("", fold(title))


def likeness(printed: str, known: str) -> float:
    """How alike two bare titles are, 0..1.

    A title that is cut short is still that title; a title that goes on is only
    so while it does not go on for long.
    """
    if not printed or not known:
        return 0.0
    ratio = fuzz.ratio(printed, known) / 100
    shorter, longer = sorted((printed, known), key=len)
    if len(shorter) >= _LEAST_HEAD and longer.startswith(shorter):
        if shorter is printed:
            return max(ratio, 0.9 if len(shorter) >= 0.4 * len(longer) else 0.7)
        return max(ratio, 0.9 if len(longer) <= 1.5 * len(shorter) else 0.0)
    return ratio


def alike(printed: str, known: Sequence[str], least: float) -> Iterator[tuple[int, float]]:
    """Which of the known bare titles are at least so like a printed one: their places, and their `likeness`.

    A page is held against all lists of all years: most titles are told apart in one pass that ends as soon as it can.
    """
    if not printed:
        return
    about = process.extract_iter(printed, known, scorer=fuzz.ratio, score_cutoff=100 * least - 1)
    likely = {place for _, _, place in about}
    for place, title in enumerate(known):
        if place in likely or title.startswith(printed) or printed.startswith(title):
            score = likeness(printed, title)
            if score >= least:
                yield place, score


def share_of(printed: str, known: str) -> float:
    """How much of a bare title stands in a known one, 0..1: the share of its runs of three letters.

    A shortened title (ผลการพัฒนาบุคลากร) drops words from the middle, so that `likeness` calls it another one.
    It shows nothing by itself; only with its number, or its place in a list, does it.
    """
    said = _threes(printed)
    return len(said & _threes(known)) / len(said) if said else 0.0


@lru_cache(maxsize=4096)
def _threes(title: str) -> frozenset[str]:
    return frozenset(title[place : place + 3] for place in range(len(title) - 2))


def trim_title(text: str) -> str:
    """A title without the signs at its ends, the requirement or a typed address behind it; cut where it is too long."""
    text = TYPED.split(text, 1)[0]
    trimmed = before_requirement(text.strip(EDGES)).strip(EDGES).lstrip(")").rstrip("(").strip(EDGES)
    if trimmed.startswith("(") != trimmed.endswith(")") and trimmed.count("(") != trimmed.count(")"):
        trimmed = trimmed.strip("()" + EDGES)
    return trimmed[:LONGEST_TITLE]


def bare_number(text: str) -> int | None:
    """The number that a text is and no more: "7", "7.", "ข้อ ๗"."""
    found = _BARE_NUMBER.match(text)
    return int(found[1]) if found is not None else None


def says_nothing(text: str) -> bool:
    """Whether a text is only a number, words of any link (ดาวน์โหลด), or too short for a title (TH, PDF)."""
    said = LIST_NUMBER.sub("", text, 1)
    return sum(sign.isalpha() for sign in said) < _FEWEST_LETTERS or bare_number(text) is not None or is_generic(said)


def says_title(text: str) -> bool:
    """Whether a text says what it leads to; ดาวน์โหลด and a lone number do not."""
    return sum(sign.isalpha() for sign in text) >= 2 and not is_generic(text)
