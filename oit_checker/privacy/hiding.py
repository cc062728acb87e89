"""Numbers and addresses without their digits, and texts in which those that were found are hidden again."""

from __future__ import annotations

from collections.abc import Collection

from oit_checker.patterns import regex
from oit_checker.privacy.kinds import ACCOUNT, MOBILE
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

LONG = regex(r"\d(?:[ \n–—-]{0,3}\d){8}")
"""Nine digits and more: nothing shorter is a number of a person."""

_HOUSE = regex(r"เลขที่\s*[:：]?\s*\d{1,4}(?:/\d{1,4})?(?!\d)")
_BETWEEN = regex(r"[\s:：-]+")


def hidden(value: str) -> str:
    """Every digit but the last two of a long number as x; of an address all of them."""
    digits = sum(char.isdigit() for char in value)
    shown = digits - 2 if LONG.search(value) else digits
    out, seen = [], 0
    for char in value:
        seen += char.isdigit()
        out.append("x" if char.isdigit() and seen <= shown else char)
    return squeeze("".join(out))


def secrets_in(value: str) -> frozenset[str]:
    """What must not be repeated of a find: a number's digits, or the house number with the word before it."""
    houses = frozenset(_bare(house) for house in _HOUSE.findall(value))
    return houses or frozenset((_bare(value),))


def without_secrets(text: str, secrets: Collection[str]) -> str:
    """The text with the numbers and house numbers of `secrets` hidden, in whatever digits and groups they stand."""
    for pattern in (ACCOUNT, MOBILE, _HOUSE):
        places = [place for place in pattern.finditer(arabic_digits(text)) if _bare(place[0]) in secrets]
        for place in reversed(places):
            text = f"{text[: place.start()]}{hidden(place[0])}{text[place.end() :]}"
    return text


def _bare(value: str) -> str:
    return _BETWEEN.sub("", value)
