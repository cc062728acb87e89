"""One kind of personal data per function: whether what stands at a spot is a private person's own. Doubt is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.patterns import regex
from oit_checker.privacy.citizen_numbers import CitizenNumber, Setting
from oit_checker.privacy.spots import Span, Spot
from oit_checker.privacy.words import (
    CITIZEN,
    CONTRACT,
    EXAMPLE,
    OFFICE,
    OFFICIAL,
    OTHER_NUMBER,
    OWN,
    PERSON,
    PRIVATE_PERSON,
    TAX_NUMBER,
    WORKS,
)

_NEAR = 40
_OWNER_BEFORE, _OWNER_AFTER = 150, 80

ACCOUNT = regex(r"(?<![\d.,/-])\d(?:[- ]?\d){9,14}(?![\d]|[-/.,]\d)")
ACCOUNT_LABEL = regex(
    r"(?:เลข(?:ที่)?|ชื่อ)\s*บัญชี|บัญชี\s*(?:เงินฝาก|ออมทรัพย์|ธนาคาร|กระแสรายวัน)|บัญชี\s*เลขที่|a/c\s*no|account\s*n|พร้อมเพย์",
    re.IGNORECASE,
)
_ACCOUNT_NAME = regex(r"ชื่อ\s*บัญชี\s*[:：]?\s*")

MOBILE = regex(r"(?<![\d./-])0[- ]?[689]\d?[- ]?\d{3,4}[- ]?\d{3,4}(?!\d|[-/.,]\d)")
_MOBILE_DIGITS = 10

ADDRESS = regex(
    r"(?P<lead>(?:อยู่|อาศัย|ภูมิล(?:ำ|ํา|า)เนา|ที่อยู่|ทะเบียนบ้าน)[^\d\n]{0,25}?(?:บ้าน\s*)?เลขที่|บ้าน\s*เลขที่)\s*[:：]?\s*"
    r"(?P<house>\d{1,4}(?:/\d{1,4})?)(?!\d)[^\n]{0,40}?(?:หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง)"
)
_LIVES = regex(r"อยู่|อาศัย|ภูมิล|ทะเบียนบ้าน")


def is_citizens(spot: Spot, number: CitizenNumber, *, tax_numbers: bool, other_numbers: bool) -> bool:
    """A citizen number, and not the tax number that a form of procurement asks for, nor an example.

    tax_numbers, other_numbers: the document speaks of such numbers somewhere. One
    number of thirteen digits in ten has a right check digit by chance: what has
    no name needs the citizen number's own groups, a person's name beside it, or
    a document without other long numbers.
    """
    if EXAMPLE.search(spot.before[-_NEAR:]):
        return False
    label = _label_of(spot)
    if label is not None:
        return label
    if tax_numbers:
        return False
    by_itself = number.setting is Setting.GROUPED or (number.setting is Setting.PLAIN and not other_numbers)
    return by_itself or PERSON.search(spot.line) is not None


def _label_of(spot: Spot) -> bool | None:
    """Whether its name is that of the citizen number; None where it has no name.

    In a table the column's head names it, else the cells before it; in a text the
    words before it, else those above, among which only tax numbers go on down a page.
    """
    if spot.is_column:
        named = _label(spot.above, OTHER_NUMBER)
        return named if named is not None else _label(spot.before, OTHER_NUMBER)
    named = _label(spot.before, OTHER_NUMBER)
    if named is None and OTHER_NUMBER.search(spot.after[:_NEAR]) and CITIZEN.search(spot.above) is None:
        return False
    return named if named is not None else _label(spot.above, TAX_NUMBER)


def _label(text: str, others: re.Pattern[str]) -> bool | None:
    """Whether the last name of a number in a text is that of the citizen number; a name of both is the other's."""
    own = last(CITIZEN, text)
    other = last(others, text)
    if own is None or other is None:
        return None if own is None and other is None else own is not None
    return own.start() - other.end() > _NEAR


def last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last place of a pattern."""
    return max(pattern.finditer(text), key=re.Match.start, default=None)


def is_persons_account(spot: Spot) -> bool:
    """A bank account by its label, in a person's name; an account of the agency or a firm is meant to be known."""
    if ACCOUNT_LABEL.search(spot.above if spot.is_column else f"{spot.above[-120:]}{spot.before[-80:]}") is None:
        return False
    beside = f"{spot.before[-_OWNER_BEFORE:]} {spot.after[:_OWNER_AFTER]}"
    named = _ACCOUNT_NAME.search(beside) or _ACCOUNT_NAME.search(spot.above[-120:])
    if named is not None:
        return PERSON.match(named.string, named.end()) is not None
    person = last(PERSON, spot.before[-_OWNER_BEFORE:])
    return person is not None and OFFICE.search(spot.before[-_OWNER_BEFORE:], person.end()) is None


def mobile_spans(text: str) -> Iterator[Span]:
    """Spans of numbers of ten digits that begin with 06, 08 or 09."""
    for found in MOBILE.finditer(text):
        if sum(char.isdigit() for char in found[0]) == _MOBILE_DIGITS:
            yield found.span()


def is_private_mobile(spot: Spot) -> bool:
    """A mobile number that is called somebody's own, or that stands by a person's name in a list of private persons.

    Whoever is listed with a citizen number is listed as a private person.
    """
    if OWN.search(spot.before[-_NEAR:]):
        return True
    return _is_private_persons(spot)


def is_private_home(spot: Spot) -> bool:
    """A house number by a person's name, where the words say that the person lives there or is a private person."""
    if WORKS.search(spot.line) or OFFICE.search(spot.line) or CONTRACT.search(f"{spot.above}\n{spot.about}"):
        return False
    if _is_private_persons(spot):
        return True
    lives = PERSON.search(spot.lead[-_OWNER_BEFORE:]) and _LIVES.search(spot.found)
    return lives is not None and not OFFICIAL.search(f"{spot.above[-_OWNER_BEFORE:]}\n{spot.line}\n{spot.about}")


def _is_private_persons(spot: Spot) -> bool:
    if PERSON.search(spot.line) is None or OFFICIAL.search(spot.line) or OFFICE.search(spot.line):
        return False
    head = spot.above if spot.is_column else spot.above[-_OWNER_BEFORE:]
    words = "\n".join((spot.line, head, spot.about))
    return PRIVATE_PERSON.search(words) is not None or (
        CITIZEN.search(words) is not None and OTHER_NUMBER.search(words) is None
    )
