"""A page or document → the personal data in it, by kind and place, each without its digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from oit_checker.model.page import Page
from oit_checker.model.personal_data import PersonalData, PersonalDataKind
from oit_checker.patterns import regex
from oit_checker.privacy.citizen_numbers import CitizenNumber, Setting, citizen_numbers
from oit_checker.privacy.hiding import LONG, hidden, secrets_in
from oit_checker.privacy.kinds import (
    ACCOUNT,
    ACCOUNT_LABEL,
    ADDRESS,
    is_citizens,
    is_persons_account,
    is_private_home,
    is_private_mobile,
    last,
    mobile_spans,
)
from oit_checker.privacy.spots import Span, Spot, Text, place_of
from oit_checker.privacy.words import CITIZEN, OTHER_NUMBER, OWN, PERSON, PRIVATE_PERSON, TAX_NUMBER, without_names
from oit_checker.thai.names import decoded_name
from oit_checker.thai.text import squeeze

IN_ADDRESS = "ชื่อไฟล์หรือที่อยู่ของไฟล์"
IN_LINK = "ข้อความของลิงก์"

_LEAD = 60
_LABEL = regex(f"{CITIZEN.pattern}|{ACCOUNT_LABEL.pattern}|{PRIVATE_PERSON.pattern}|{OWN.pattern}", re.IGNORECASE)
_ADDRESS_WORD = regex("เลขที่")
# Programs name uploads by the milliseconds since 1970: 12… to 18… are the years 2008 to 2030.
_TIME_STAMP = regex(r"1[2-8]\d{11}")

_Found = tuple[PersonalDataKind, Spot, str, str]


@dataclass(frozen=True, slots=True)
class Personal:
    """What is told of a page's personal data, and the bare values, which are told nobody: only for hiding them.

    Citizen numbers are not among the secrets; they are known wherever they stand.
    """

    told: tuple[PersonalData, ...] = ()
    secrets: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(slots=True)
class _Tally:
    """The first find of one kind in one place, and the different values there."""

    first: PersonalData
    values: set[str] = field(default_factory=set)


def personal_data_and_scans(page: Page) -> Personal:
    """The personal data of a page; what OCR read is hidden too, and is not told of, as its digits may be wrong."""
    read = page.ocr.passages if page.ocr is not None else ()
    in_scan = personal_data_of(replace(page, passages=read, tables=())).secrets if read else frozenset()
    personal = personal_data_of(page)
    return replace(personal, secrets=personal.secrets | in_scan)


def personal_data_of(page: Page) -> Personal:
    """The personal data in a page or document, in reading order.

    One entry per kind and page (or sheet). Names in a context are cut to their
    first letter and digits are masked: what comes back can be shown to anybody.
    """
    tallies: dict[tuple[PersonalDataKind, str], _Tally] = {}
    for kind, spot, masked, value in _all_in(page):
        place = place_of(page, spot)
        if (kind, place) not in tallies:
            told = PersonalData(kind, place, masked, _context(spot, masked), 1, spot.page_no, spot.sheet)
            tallies[kind, place] = _Tally(told)
        tallies[kind, place].values.update(secrets_in(value))
    listed = tuple(replace(tally.first, count=len(tally.values)) for tally in tallies.values())
    others = (tally.values for (kind, _), tally in tallies.items() if kind is not PersonalDataKind.CITIZEN_NUMBER)
    return Personal(listed, frozenset(chain.from_iterable(others)))


def personal_data_in_link(url: str, link_text: str) -> tuple[PersonalData, ...]:
    """Citizen numbers in an address and in the words of its link, each place once.

    A number that may be a time stamp is told only where words name it: one in ten
    time stamps has a right check digit.
    """
    name = decoded_name(url)[1]
    told = []
    for place, said, may_be_time in ((IN_ADDRESS, name, True), (IN_LINK, link_text, False)):
        is_named = CITIZEN.search(f"{name} {link_text}") is not None or PERSON.search(said) is not None
        numbers = citizen_numbers(said)
        number = next((n for n in numbers if is_named or _is_told(said, n, may_be_time=may_be_time)), None)
        if number is not None:
            told.append(PersonalData(PersonalDataKind.CITIZEN_NUMBER, place, number.masked, number.masked))
    return tuple(told)


def _all_in(page: Page) -> Iterator[_Found]:
    text = Text(page)
    if text.holds(LONG):
        yield from _citizen_numbers(text)
        yield from _of_kind(text, PersonalDataKind.BANK_ACCOUNT, _spans(ACCOUNT), is_persons_account)
        yield from _of_kind(text, PersonalDataKind.MOBILE_NUMBER, mobile_spans, is_private_mobile)
    if text.holds(_ADDRESS_WORD):
        yield from _of_kind(text, PersonalDataKind.HOME_ADDRESS, _spans(ADDRESS), is_private_home)


def _citizen_numbers(text: Text) -> Iterator[_Found]:
    for spot in text.spots(lambda line: ((number.start, number.end) for number in citizen_numbers(line))):
        number = next(citizen_numbers(spot.found))
        if is_citizens(spot, number, tax_numbers=text.holds(TAX_NUMBER), other_numbers=text.holds(OTHER_NUMBER)):
            yield PersonalDataKind.CITIZEN_NUMBER, spot, number.masked, number.digits


def _of_kind(
    text: Text, kind: PersonalDataKind, spans: Callable[[str], Iterator[Span]], is_private: Callable[[Spot], bool]
) -> Iterator[_Found]:
    for spot in text.spots(spans):
        if is_private(spot):
            yield kind, spot, hidden(spot.found), spot.found


def _spans(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Span]]:
    return lambda line: (found.span() for found in pattern.finditer(line))


def _context(spot: Spot, masked: str) -> str:
    """The name of the number and the person beside it, cut to a letter; never the words between, which may be names."""
    head = spot.above.partition("\n")[0] if spot.is_column else ""
    if head and not any(char.isdigit() for char in head) and PERSON.search(head) is None:
        return f"{squeeze(head)[:_LEAD]} {masked}"
    label = last(_LABEL, spot.before) if not spot.is_column else None
    label = label or last(_LABEL, spot.above)
    person = last(PERSON, spot.before)
    return " ".join((*(without_names(squeeze(found[0])) for found in (label, person) if found is not None), masked))


def _is_told(said: str, number: CitizenNumber, *, may_be_time: bool) -> bool:
    """Whether an unnamed number in an address or a link's words is likely enough to be a citizen's."""
    if OTHER_NUMBER.search(said) or number.setting is Setting.LOOSE:
        return False
    is_time = may_be_time and number.setting is Setting.PLAIN and _TIME_STAMP.fullmatch(number.digits) is not None
    following = said[number.end : number.end + 1]
    return not is_time and not (following.isascii() and following.isalnum())
